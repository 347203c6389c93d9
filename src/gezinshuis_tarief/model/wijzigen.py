"""Changed copies: new values by dotted key, with a record of what was offered before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kern.meldingen import naaste, toon_waarde
from gezinshuis_tarief.kern.onderbouwing import Onderbouwing, Status
from gezinshuis_tarief.kern.onderdeel import Onderdeel

if TYPE_CHECKING:
    from gezinshuis_tarief.model.opbouw import Opbouw

    _O = TypeVar("_O", bound=Opbouw)

_DEEL = re.compile(r"[^.\[\]]+")


def gewijzigd(opbouw: _O, wijzigingen: Mapping[str, object], reden: str | None) -> _O:
    """Return a copy with other values; see `Opbouw.met`."""
    boom: dict[str, Any] = {}
    bezwaren = []
    for sleutel, waarde in wijzigingen.items():
        pad = _DEEL.findall(sleutel)
        if bezwaar := _onbekend(opbouw, sleutel, pad) or _hang_op(boom, sleutel, pad, waarde):
            bezwaren.append(bezwaar)
    if bezwaren:
        raise InvoerFout(tuple(bezwaren))
    kaal = opbouw.model_copy(update={"onderbouwing": {}})
    nieuw: _O = _vervang(kaal, boom)
    onderbouwing = _bijgewerkt(opbouw, nieuw, reden)
    return nieuw.model_copy(update={"onderbouwing": onderbouwing})


class _Blad:
    """A new value at the end of a key; anything may be one, also a dict."""

    def __init__(self, waarde: object) -> None:
        self.waarde = waarde


def _hang_op(boom: dict[str, Any], sleutel: str, pad: list[str], waarde: object) -> Bezwaar | None:
    """Put a new value in the tree of changes; return an objection when a part and a value in it both change."""
    tak = boom
    for deel in pad[:-1]:
        tak = tak.setdefault(deel, {})
        if isinstance(tak, _Blad):
            break
    if isinstance(tak, _Blad) or pad[-1] in tak:
        melding = "wijzigt samen met het deel waar het in staat"
        return Bezwaar(sleutel, melding, remedie="Geef het hele deel, of losse waarden daarin, niet allebei.")
    tak[pad[-1]] = _Blad(waarde)
    return None


def _onbekend(opbouw: Onderdeel, sleutel: str, pad: list[str]) -> Bezwaar | None:
    """Return an objection when a key leads nowhere."""
    plek: object = opbouw
    for deel in pad:
        if isinstance(plek, tuple) and deel.isascii() and deel.isdigit() and int(deel) < len(plek):
            plek = plek[int(deel)]
        elif isinstance(plek, Onderdeel) and deel in type(plek).model_fields:
            plek = getattr(plek, deel)
        elif plek is None:
            remedie = "Geef het hele deel, met al zijn waarden."
            return Bezwaar(sleutel, "hoort bij een deel dat afwezig is", remedie=remedie)
        else:
            bekend = [waarde.sleutel for waarde in opbouw.waarden()]
            return Bezwaar(sleutel, "is geen bekende sleutel", remedie=naaste(sleutel, bekend))
    return None if pad else Bezwaar(sleutel, "is geen sleutel")


def _vervang(plek: Any, boom: dict[str, Any]) -> Any:  # noqa: ANN401 (a component or a tuple of them)
    """Rebuild a component with the changes below it, through its own validation."""
    oud: dict[Any, Any] = (
        dict(enumerate(plek))
        if isinstance(plek, tuple)
        else {n: getattr(plek, n) for n in type(plek).model_fields}
    )
    bezwaren: list[Bezwaar] = []
    for deel, tak in boom.items():
        naam: Any = int(deel) if isinstance(plek, tuple) else deel
        try:
            oud[naam] = tak.waarde if isinstance(tak, _Blad) else _vervang(oud[naam], tak)
        except InvoerFout as fout:
            bezwaren += [bezwaar.onder(deel) for bezwaar in fout.bezwaren]
    if bezwaren:
        raise InvoerFout(tuple(bezwaren))
    return tuple(oud.values()) if isinstance(plek, tuple) else type(plek)(**oud)


def _bijgewerkt(oud: Opbouw, nieuw: Opbouw, reden: str | None) -> dict[str, Onderbouwing]:
    """Carry the support over: kept where a value stayed, recorded where it changed.

    What a new part brought along itself is taken as it is.
    """
    nieuwe_waarden = {waarde.sleutel: waarde.waarde for waarde in nieuw.waarden()}
    onderbouwing = dict(nieuw.onderbouwing)
    bezwaren = []
    for waarde in oud.waarden():
        sleutel = waarde.sleutel
        bestaand = oud.onderbouwing.get(sleutel)
        if bestaand is None or sleutel in onderbouwing:
            continue
        gelijk = sleutel in nieuwe_waarden and nieuwe_waarden[sleutel] == waarde.waarde
        if not gelijk and bestaand.status is Status.VAST and not reden:
            bezwaren.append(
                Bezwaar(
                    sleutel,
                    "is vast",
                    gevonden=toon_waarde(waarde.waarde),
                    remedie=f'Geef een reden als u ervan afwijkt: met(…, reden="…"). Bron: {bestaand.bron}.',
                )
            )
        elif gelijk:
            onderbouwing[sleutel] = bestaand
        elif sleutel in nieuwe_waarden:
            onderbouwing[sleutel] = na_wijziging(bestaand, waarde.waarde, reden)
    if bezwaren:
        raise InvoerFout(tuple(bezwaren))
    return onderbouwing


def na_wijziging(bestaand: Onderbouwing, was: object, reden: str | None) -> Onderbouwing:
    """An open value without a source is simply another aanname; anything else remembers what it was."""
    if bestaand.status is Status.OPEN and bestaand.bron is None and reden is None:
        return bestaand
    return bestaand.afgeweken(toon_waarde(was).strip('"'), reden)
