"""Run the checks over a quote."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Final, Unpack

from gezinshuis_tarief.controle.bevinding import Bevinding, Rapport, Vondst
from gezinshuis_tarief.controle.tabel import CONTROLES, Controle
from gezinshuis_tarief.controle.toetsdossier import Dossierdelen, GeenPrijspeil, Toetsdossier
from gezinshuis_tarief.kern.argumenten import eis_soort, toon_ding
from gezinshuis_tarief.kern.fouten import Bezwaar, Ernst, OnbekendCijfer, eis_geen, naaste
from gezinshuis_tarief.kern.sleutels import bouwdeel
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset, in_gebruik

_OUDER: Final = "inkomen_gezinshuisouder"
"""Checks know what an entrepreneur has and has not."""
_VRAAG = "Met welk cijfer en welke bron kan dit alsnog worden getoetst?"


def controleer(
    opbouw: Opbouw,
    *,
    zonder: Collection[str] = (),
    extra: Sequence[Controle] = (),
    cijfers: Cijferset | None = None,
    **dossier: Unpack[Dossierdelen],
) -> Rapport:
    """Check a quote before it is signed.

    Args:
        opbouw: the quote.
        zonder: codes of checks to leave out.
        extra: checks of one's own, each with a code of its own.
        cijfers: a set of own figures to hold the quote against; see `cijfers_uit`.
        dossier: what belongs to the quote; see `Toetsdossier`.

    Returns:
        The findings, heaviest first and then by euro. A check whose figure is not known for the day is a waarschuwing that says
        so; it is never passed in silence.

    Raises:
        InvoerFout: an unknown code, a code used twice, or something in the dossier that leads nowhere.
    """
    controles = _gekozen(zonder, extra)
    geval = Toetsdossier(opbouw, **dossier)
    with in_gebruik(cijfers):
        gevonden = [bevinding for controle in controles for bevinding in _pas_toe(controle, geval)]
    return Rapport(tuple(sorted(gevonden, key=_gewicht)))


def _gewicht(bevinding: Bevinding) -> tuple[int, Decimal]:
    """Sort by weight, then by euro; what is not known in euro comes last, in the order of the table."""
    return list(Ernst).index(bevinding.ernst), -abs(bevinding.effect or Decimal(0))


def _gekozen(zonder: Collection[str], extra: Sequence[Controle]) -> list[Controle]:
    zonder = [zonder] if isinstance(zonder, str) else zonder
    eis_soort("zonder", zonder, tuple, list, set, frozenset)
    eis_soort("extra", extra, tuple, list)
    for controle in extra:
        eis_soort("extra", controle, Controle)
    alle = [*CONTROLES, *extra]
    codes = [controle.code for controle in alle]
    bezwaren = [
        Bezwaar(
            "zonder", "is geen bekende code", gevonden=toon_ding(code), remedie=naaste(toon_ding(code), codes)
        )
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
    ontbreekt = [
        sleutel
        for sleutel in controle.nodig
        if sleutel not in dossier.waarden and not (dossier.ondernemer and bouwdeel(sleutel) == _OUDER)
    ]
    if ontbreekt:
        reden = f"niet getoetst: een eigen variant heeft geen {', '.join(ontbreekt)}"
        yield _bevinding(controle, Vondst(ontbreekt[0], reden, _VRAAG), Ernst.OPMERKING)
        return
    try:
        for vondst in controle.toets(dossier):
            yield _bevinding(controle, vondst, vondst.ernst or controle.ernst)
    except GeenPrijspeil:
        return
    except OnbekendCijfer as fout:
        melding = f"niet getoetst: {' '.join(str(fout).splitlines())}"
        yield _bevinding(controle, Vondst("", melding, _VRAAG), Ernst.WAARSCHUWING)


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
