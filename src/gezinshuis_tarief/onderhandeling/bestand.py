"""A negotiation as a file: JSON that a person can read and compare, and that only ever grows."""

from __future__ import annotations

from itertools import takewhile
from typing import Any, Never

from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_soort, naar_pad
from gezinshuis_tarief.kern.bestanden import bewaar_tekst, lees_bestand
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.jsontekst import lees_json, schrijf_json
from gezinshuis_tarief.kern.velden import VAN_ONS
from gezinshuis_tarief.onderhandeling.onderhandeling import DOSSIERVERSIE, Onderhandeling
from gezinshuis_tarief.onderhandeling.stand import raakt
from gezinshuis_tarief.onderhandeling.vergrendeling import vergrendeld
from gezinshuis_tarief.onderhandeling.zetten import Aanvaarding, Bod, Contractvoorstel, Ronde, Zet

_Stap = tuple[int, Zet | None]


def lees_onderhandeling(tekst: str | bytes) -> Onderhandeling:
    """Read a negotiation from JSON text.

    Raises:
        InvoerFout: with every objection, by key.
    """
    inhoud = lees_json(tekst)
    controleer_soort(inhoud, "onderhandeling", DOSSIERVERSIE)
    return Onderhandeling.model_validate(inhoud, context=VAN_ONS)


def controleer_soort(inhoud: Any, soort: str, versie: int) -> None:  # noqa: ANN401 (whatever the JSON holds)
    """Refuse a file of another kind or of a version that is not known here."""
    if not isinstance(inhoud, dict) or inhoud.get("soort") != soort:
        raise weigering("soort", f"is geen {soort}", remedie=f"Geef een bestand dat als {soort} is bewaard.")
    if inhoud.get("versie") != versie:
        melding = f"is een andere versie van dit bestand dan {versie}"
        remedie = "Gebruik de versie van gezinshuis-tarief waarmee het bestand is gemaakt, of werk bij."
        raise weigering("versie", melding, gevonden=inhoud.get("versie", ""), remedie=remedie)


def schrijf_onderhandeling(onderhandeling: Onderhandeling) -> str:
    """Write a negotiation as JSON text; reading it back gives the same negotiation."""
    eis_soort("onderhandeling", onderhandeling, Onderhandeling)
    return schrijf_json(onderhandeling.model_dump(mode="json"))


def bewaar_onderhandeling(onderhandeling: Onderhandeling, pad: Bestandspad) -> None:
    """Write a negotiation to its file, aside first; what the file already holds must still be in it.

    One writer at a time: of two that made a move on the same state, the second is refused.

    Raises:
        InvoerFout: when the file holds another negotiation, or steps that are not in this one.
        BestandFout: when it cannot be written, or someone else keeps it locked.
    """
    eis_soort("onderhandeling", onderhandeling, Onderhandeling)
    doel = naar_pad(pad)
    with vergrendeld(doel):
        if doel.exists():
            bestaand = lees_onderhandeling(lees_bestand(doel))
            _zelfde(onderhandeling, bestaand)
            oud = bestaand.voorstellen
            weg = oud != onderhandeling.voorstellen[: len(oud)]
            if weg or _gemeen(_stappen(onderhandeling), _stappen(bestaand)) < len(_stappen(bestaand)):
                remedie = (
                    "Lees het bestand opnieuw en doe uw zet daarin, of voeg beide kopieën samen met verenig."
                )
                raise weigering(doel.name, "bevat zetten die hier niet in staan", remedie=remedie)
        bewaar_tekst(schrijf_onderhandeling(onderhandeling), doel, overschrijf=doel.exists())


def verenig_kopieen(een: Onderhandeling, ander: Onderhandeling) -> Onderhandeling:
    """Merge two copies of one negotiation in which different parties made their moves.

    Raises:
        InvoerFout: when the copies are of other negotiations, one party moved in both, or accepts what the other changed.
    """
    eis_soort("een", een, Onderhandeling)
    eis_soort("ander", ander, Onderhandeling)
    _zelfde(een, ander)
    if een.ronde != ander.ronde:
        gevonden, remedie = f"{een.ronde} en {ander.ronde}", "Verenig kopieën van één ronde."
        raise weigering("ronde", "zijn verschillende ronden", gevonden=gevonden, remedie=remedie)
    hier, daar = _stappen(een), _stappen(ander)
    gemeen = _gemeen(hier, daar)
    nieuw_hier, nieuw_daar = hier[gemeen:], daar[gemeen:]
    beide = sorted(_partijen(nieuw_hier) & _partijen(nieuw_daar))
    if beide:
        _botsing(f"van {' en '.join(beide)} staan in beide kopieën, en verschillen")
    if any(nummer != een.ronde or zet is None for nummer, zet in nieuw_hier + nieuw_daar):
        _botsing("van eerdere ronden verschillen")
    for stappen, overkant in ((nieuw_hier, nieuw_daar), (nieuw_daar, nieuw_hier)):
        for _, zet in stappen:
            if isinstance(zet, Aanvaarding) and _raakt(overkant, zet.van, zet.sleutel):
                _botsing(
                    f"van {zet.partij} aanvaarden {zet.sleutel} van {zet.van}, die in de andere kopie iets nieuws deed"
                )
    zetten = (*een.ronden[-1].zetten, *(zet for _, zet in nieuw_daar if zet))
    samen = een.met_ronden((*een.ronden[:-1], Ronde(zetten=zetten)))
    voorstellen = _voorstellen(een, ander)
    return samen if voorstellen == een.voorstellen else samen.model_copy(update={"voorstellen": voorstellen})


def _voorstellen(een: Onderhandeling, ander: Onderhandeling) -> tuple[Contractvoorstel, ...]:
    """Return the proposals for the contract of both copies; one party may have made them in one copy only."""
    hier, daar = een.voorstellen, ander.voorstellen
    gemeen = sum(1 for _ in takewhile(lambda paar: paar[0] == paar[1], zip(hier, daar, strict=False)))
    nieuw_hier, nieuw_daar = hier[gemeen:], daar[gemeen:]
    beide = sorted({zet.partij for zet in nieuw_hier} & {zet.partij for zet in nieuw_daar})
    if beide:
        _botsing(f"van {' en '.join(beide)} voor het contract staan in beide kopieën, en verschillen")
    return (*hier, *nieuw_daar)


def _partijen(stappen: list[_Stap]) -> set[str]:
    return {zet.partij for _, zet in stappen if zet}


def _raakt(stappen: list[_Stap], partij: str, sleutel: str) -> bool:
    """Whether a party changed the value at a key in these steps."""
    return any(
        raakt(sleutel, ander)
        for _, zet in stappen
        if isinstance(zet, Bod | Aanvaarding) and zet.partij == partij
        for ander in ([zet.sleutel] if isinstance(zet, Aanvaarding) else zet.redenen)
    )


def _botsing(melding: str) -> Never:
    remedie = "Kies één van beide kopieën en doe de andere zetten daarin opnieuw; beide bestanden blijven zoals ze zijn."
    raise weigering("zetten", melding, remedie=remedie)


def _zelfde(een: Onderhandeling, ander: Onderhandeling) -> None:
    for naam in ("naam", "peildatum", "partijen", "basis"):
        hier, daar = getattr(een, naam), getattr(ander, naam)
        if hier != daar:
            gevonden = "" if naam == "basis" else daar
            melding = "is van een andere onderhandeling"
            raise weigering(naam, melding, gevonden=gevonden, remedie="Kies het goede bestand.")


def _stappen(onderhandeling: Onderhandeling) -> list[_Stap]:
    """Return everything that happened, in order, with its round; None opens a round."""
    return [
        (nummer, zet)
        for nummer, ronde in enumerate(onderhandeling.ronden, start=1)
        for zet in (None, *ronde.zetten)
    ]


def _gemeen(hier: list[_Stap], daar: list[_Stap]) -> int:
    """Return how many steps both share from the start."""
    return sum(1 for _ in takewhile(lambda paar: paar[0] == paar[1], zip(hier, daar, strict=False)))
