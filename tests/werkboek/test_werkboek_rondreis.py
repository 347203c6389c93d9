"""Out and back again: what was written comes back the same, to the last digit and note."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import Herkomst, Opbouw, Status, voorbeeld_2026
from gezinshuis_tarief.kern.onderbouwing import Afwijking, Onderbouwing
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.namen import SJABLOON
from gezinshuis_tarief.werkboek.lezen.lezen import lees_excel
from gezinshuis_tarief.werkboek.schrijven import schrijf
from hulp.gevallen import GEVALLEN
from hulp.libreoffice import Sjabloon, herreken
from hulp.strategieen import ZICHTBAAR, opbouwen, uitgebreid

SJABLONEN = Path(__file__).parent / "sjablonen"

tekst = st.text(ZICHTBAAR, min_size=1, max_size=40)
steun = st.builds(
    Onderbouwing,
    status=st.sampled_from(Status),
    herkomst=st.sampled_from(Herkomst),
    bron=st.none() | tekst,
    geldig_vanaf=st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)),
    toelichting=st.none() | tekst,
    afwijking=st.none() | st.builds(Afwijking, voorstel=tekst, reden=st.none() | tekst),
)


@st.composite
def onderbouwd(teken: st.DrawFn) -> tuple[Opbouw, dict[str, str]]:
    """Any opbouw with any support for some of its inputs, and free notes."""
    opbouw = teken(st.one_of(opbouwen(), uitgebreid(), uitgebreid(is_ondernemer=True)))
    sleutels = [waarde.sleutel for waarde in opbouw.waarden()]
    onderbouwing = teken(st.dictionaries(st.sampled_from(sleutels), steun, max_size=6))
    notities = teken(st.dictionaries(st.sampled_from(sleutels), tekst, max_size=4))
    return Opbouw.model_validate({**dict(opbouw), "onderbouwing": onderbouwing}), notities


@given(onderbouwd())
@settings(max_examples=30)
def test_elke_opbouw_komt_gelijk_terug(gegeven: tuple[Opbouw, dict[str, str]]) -> None:
    opbouw, notities = gegeven
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "tarief.xlsx"
        schrijf(Werkboekinhoud(opbouw, notities=notities, ronde=3), pad)
        gelezen = lees_excel(pad)
    assert gelezen.opbouw == opbouw
    assert gelezen.bevindingen == ()
    assert gelezen.opmerkingen == notities
    assert gelezen.paspoort["ronde"] == "3"


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_elk_geval_komt_gelijk_terug(geval: Any, tmp_path: Path) -> None:  # noqa: ANN401
    opbouw = Opbouw.model_validate(geval.invoer)
    opbouw.naar_excel(tmp_path / "tarief.xlsx")
    gelezen = lees_excel(tmp_path / "tarief.xlsx")
    assert (gelezen.opbouw, gelezen.bevindingen) == (opbouw, ())


def test_formules_in_getypte_tekst_blijven_tekst(tmp_path: Path, voorbeeld: Opbouw) -> None:
    boos = '=HYPERLINK("http://voorbeeld.nl";"klik")'
    bron = Onderbouwing(bron=boos, toelichting="+1+1", afwijking=Afwijking(voorstel="@SUM(A1)", reden="-2"))
    opbouw = voorbeeld.model_copy(update={"onderbouwing": {"leegstand.bezettingsgraad": bron}})
    schrijf(Werkboekinhoud(opbouw, notities={"leegstand.bezettingsgraad": boos}), tmp_path / "tarief.xlsx")
    gelezen = lees_excel(tmp_path / "tarief.xlsx")
    assert gelezen.opbouw == opbouw
    assert gelezen.opmerkingen == {"leegstand.bezettingsgraad": boos}


@pytest.mark.parametrize("sjabloon", sorted(SJABLONEN.glob("v*.xlsx")), ids=lambda pad: pad.stem)
def test_werkboeken_van_elk_sjabloon_blijven_leesbaar(sjabloon: Path) -> None:
    """One workbook per template version is kept as it was sent; see its JSON for what it holds."""
    gelezen = lees_excel(sjabloon)
    verwacht = Opbouw.model_validate_json(sjabloon.with_suffix(".json").read_text(encoding="utf-8"))
    assert gelezen.opbouw == verwacht
    assert gelezen.paspoort["sjabloon"] == sjabloon.stem.removeprefix("v")
    assert gelezen.bevindingen == ()


@pytest.mark.libreoffice
def test_na_openen_en_bewaren_in_libreoffice_is_het_nog_dezelfde(tmp_path: Path, werkboek: Path) -> None:
    """Saved untouched, with everything a workbook can hold, and with inputs changed."""
    gewijzigd = tmp_path / "gewijzigd.xlsx"
    Sjabloon(werkboek).schrijf(
        {"leegstand.bezettingsgraad": 0.9, "winst_marge.grondslag": "kostprijs"}, gewijzigd
    )
    bewaard = SJABLONEN / f"v{SJABLOON}.xlsx"
    vol, half = herreken([bewaard, gewijzigd], tmp_path)
    gelezen = lees_excel(vol)
    heen = lees_excel(bewaard)
    assert (gelezen.opbouw, gelezen.opmerkingen) == (heen.opbouw, heen.opmerkingen)
    assert gelezen.bevindingen == ()
    gelezen = lees_excel(half)
    verwacht = {"leegstand.bezettingsgraad": "0.9", "winst_marge.grondslag": "kostprijs"}
    assert gelezen.opbouw.bereken().als_json() == voorbeeld_2026().met(verwacht).bereken().als_json()
    assert gelezen.bevindingen == ()
