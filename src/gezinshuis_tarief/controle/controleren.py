"""Run the checks over a quote."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Unpack

from gezinshuis_tarief.controle.bevinding import Bevinding, Rapport, Vondst
from gezinshuis_tarief.controle.tabel import CONTROLES, Controle
from gezinshuis_tarief.controle.toetsdossier import Dossierdelen, GeenPrijspeil, Toetsdossier
from gezinshuis_tarief.kern.fouten import Bezwaar, Ernst, OnbekendCijfer, eis_geen, naaste
from gezinshuis_tarief.model.opbouw import Opbouw

_VRAAG = "Met welk cijfer en welke bron kan dit alsnog worden getoetst?"


def controleer(
    opbouw: Opbouw,
    *,
    zonder: Collection[str] = (),
    extra: Sequence[Controle] = (),
    **dossier: Unpack[Dossierdelen],
) -> Rapport:
    """Check a quote before it is signed.

    Args:
        opbouw: the quote.
        zonder: codes of checks to leave out.
        extra: checks of one's own, each with a code of its own.
        dossier: what belongs to the quote; see `Toetsdossier`.

    Returns:
        The findings, heaviest first. A check whose figure is not known says so; it is never passed in silence.

    Raises:
        InvoerFout: an unknown code, a code used twice, or something in the dossier that leads nowhere.
    """
    controles = _gekozen(zonder, extra)
    geval = Toetsdossier(opbouw, **dossier)
    gevonden = [bevinding for controle in controles for bevinding in _pas_toe(controle, geval)]
    return Rapport(tuple(sorted(gevonden, key=lambda bevinding: list(Ernst).index(bevinding.ernst))))


def _gekozen(zonder: Collection[str], extra: Sequence[Controle]) -> list[Controle]:
    alle = [*CONTROLES, *extra]
    codes = [controle.code for controle in alle]
    bezwaren = [
        Bezwaar("zonder", "is geen bekende code", gevonden=code, remedie=naaste(code, codes))
        for code in zonder
        if code not in codes
    ]
    bezwaren += [
        Bezwaar("extra", "is al in gebruik", gevonden=code, remedie="Geef de controle een eigen code.")
        for code in dict.fromkeys(codes)
        if codes.count(code) > 1
    ]
    eis_geen(bezwaren)
    return [controle for controle in alle if controle.code not in zonder]


def _pas_toe(controle: Controle, dossier: Toetsdossier) -> Iterator[Bevinding]:
    """Yield what one check finds, or that it could not be applied."""
    ontbreekt = [sleutel for sleutel in controle.nodig if sleutel not in dossier.waarden]
    if ontbreekt:
        reden = f"niet getoetst: een eigen variant heeft geen {', '.join(ontbreekt)}"
        yield _bevinding(controle, Vondst(ontbreekt[0], reden, _VRAAG), Ernst.OPMERKING)
        return
    try:
        for vondst in controle.toets(dossier):
            yield _bevinding(controle, vondst, controle.ernst)
    except GeenPrijspeil:
        return
    except OnbekendCijfer as fout:
        yield _bevinding(controle, Vondst("", f"niet getoetst: {fout}", _VRAAG), Ernst.OPMERKING)


def _bevinding(controle: Controle, vondst: Vondst, ernst: Ernst) -> Bevinding:
    return Bevinding(
        controle.code,
        ernst,
        vondst.sleutel,
        vondst.gevonden,
        vondst.norm or controle.norm,
        vondst.bron or controle.bron,
        vondst.effect,
        vondst.vraag,
    )
