"""Components of one's own that were changed on the sheet Eigen onderdelen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from gezinshuis_tarief.kern.fouten import InvoerFout, weigering
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.meereizen import definities
from gezinshuis_tarief.onderdelen.plaatsing import DEFINITIES, eigen_delen
from gezinshuis_tarief.werkboek.lezen.voorstellen.voorstel import Voorstel, maak_voorstel, vervangend_deel

_KAAL: Final = {"kenmerk", "uitleg"}


def gewijzigde_definities(
    opbouw: Opbouw, op_blad: Mapping[str, Any]
) -> Iterator[tuple[str, Voorstel | InvoerFout]]:
    """Yield each component that calculates otherwise than it was sent: its key, and its proposal or why there is none.

    Args:
        opbouw: the calculation as it was read, with the components as they were sent.
        op_blad: the definitions on the sheet, as data.
    """
    for naam, verzonden in definities(opbouw).items():
        if (gegeven := op_blad.get(naam)) is None:
            continue  # the line that is gone is a finding
        sleutel = f"{DEFINITIES}.{naam}"
        try:
            nieuw = Definitie.model_validate({k: v for k, v in gegeven.items() if k not in _KAAL})
            if nieuw.kenmerk != verzonden.kenmerk:
                yield sleutel, _voorstel(sleutel, opbouw, verzonden, nieuw)
        except InvoerFout as fout:
            yield sleutel, fout


def _voorstel(sleutel: str, opbouw: Opbouw, verzonden: Definitie, nieuw: Definitie) -> Voorstel:
    """Return the proposal to let a component calculate otherwise, wherever it stands."""
    naam = sleutel.removeprefix(f"{DEFINITIES}.")
    if nieuw.plek != verzonden.plek:
        raise weigering("plek", f"een onderdeel blijft op zijn plek; dit is er een van {verzonden.plek}")
    nieuw = nieuw.model_copy(update={"uitleg": verzonden.uitleg})
    delen = {
        plek: vervangend_deel(naam, nieuw, deel, {})
        for plek, _, deel in eigen_delen(opbouw)
        if type(deel).__name__ == naam
    }
    return maak_voorstel(sleutel, verzonden.in_een_regel(), nieuw.in_een_regel(), opbouw, delen)
