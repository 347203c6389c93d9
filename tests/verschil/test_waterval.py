"""The picture of a difference as a figure, with or without a file."""

from __future__ import annotations

from pathlib import Path

from gezinshuis_tarief import Opbouw, verschil


def test_een_waterval_is_een_figuur_ook_zonder_bestand(voorbeeld: Opbouw, tmp_path: Path) -> None:
    verklaard = verschil(voorbeeld, voorbeeld.met({"leegstand.bezettingsgraad": "0.9"}))
    titels = [verklaard.teken(zorgzwaarte="hoog").axes[0].get_title() for _ in range(2)]
    assert titels[0] == titels[1]
    assert titels[0].endswith("zorgzwaarte hoog")
    assert verklaard.teken()._repr_png_().startswith(b"\x89PNG")
    for _ in range(2):
        figuur = verklaard.teken(tmp_path / "w.svg", overschrijf=True)
        assert figuur.axes
    assert (tmp_path / "w.svg").read_bytes().startswith(b"<?xml")
