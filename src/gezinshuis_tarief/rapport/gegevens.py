"""What the script in the page reads: every input, every step as a tree, what must hold, and the opbouw itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from gezinshuis_tarief.componenten.bouwsteen import EigenPost
from gezinshuis_tarief.formules.spoor import Spoor, Stap, met_verwijzingen
from gezinshuis_tarief.formules.uitdrukking import (
    Bewerking,
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Uitdrukking,
    Verwijzing,
    als_uitdrukking,
    zonder_keuzes,
)
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderdeel import Waarde
from gezinshuis_tarief.kern.sleutels import bouwdeel, vertaald, zwaarte_in
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.per_zorgzwaarte import eisen_in
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN, POSTEN
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.onderdelen.meereizen import zoals_ontvangen
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG, volledig

POSTEN_ERBIJ: Final = 10
"""Cost lines that a reader may add in the page."""


@dataclass(frozen=True)
class Rekengegevens:
    """An opbouw as the script in a page calculates it: with every choice open, and room for what may come in.

    Attributes:
        opbouw: the quote.
    """

    opbouw: Opbouw

    def __post_init__(self) -> None:
        """Take the opbouw as whoever receives the page has it: own components made from their definition."""
        object.__setattr__(self, "opbouw", zoals_ontvangen(self.opbouw))

    @cached_property
    def geheel(self) -> Opbouw:
        """The full structure: with bouwsteen 8, and room for more cost lines."""
        geheel = volledig(self.opbouw, len(self.opbouw.eigen_posten))
        velden: dict[str, Any] = {"naam": "", "bedrag_per_jaar": None}
        leeg = EigenPost.model_construct(**velden)
        return geheel.model_copy(update={POSTEN: (*geheel.eigen_posten, *[leeg] * POSTEN_ERBIJ)})

    @cached_property
    def velden(self) -> dict[str, Waarde]:
        """Every input by key, also those that are not there yet."""
        return {waarde.sleutel: waarde for waarde in self.geheel.waarden()}

    @property
    def heeft_gelieerd(self) -> bool:
        """Whether bouwsteen 8 is there."""
        return self.opbouw.gelieerde_zorgorganisatie is not None

    @property
    def gelieerd_ligt_vast(self) -> bool:
        """Whether bouwsteen 8 cannot be left out: a zorgzwaarte has values of its own in it."""
        return any(zwaarte_in(s)[0] and bouwdeel(s) == GELIEERD for s in self.velden)

    def als_json(self) -> dict[str, Any]:
        """Return all of it as plain data; numbers as text, as in every file of this library."""
        varianten = {
            f"{int(gelieerd)}{int(posten)}": self._gevolgd(gelieerd=gelieerd, posten=posten)
            for gelieerd in (True, False)
            for posten in ((True,) if self.opbouw.eigen_posten else (True, False))
        }
        uniek: dict[str, list[Any]] = {}
        plekken: dict[str, int] = {}
        for stappen in varianten.values():
            for stap in stappen:
                plekken.setdefault(repr(stap), len(plekken))
                uniek.setdefault(repr(stap), stap)
        return {
            "velden": [_veld(waarde) for waarde in self.velden.values()],
            "stappen": [*uniek.values()],
            "varianten": {naam: [plekken[repr(s)] for s in stappen] for naam, stappen in varianten.items()},
            "eisen": {str(int(aan)): [*self._eisen(gelieerd=aan)] for aan in (True, False)},
            "posten": len(self.opbouw.eigen_posten),
            "gelieerd": int(self.heeft_gelieerd),
            "aanwezig": AANWEZIG,
            "opbouw": self.opbouw.model_dump(mode="json"),
        }

    def _verwezen(self, *, gelieerd: bool, posten: bool) -> Opbouw:
        """Return one structure over references: a blank number may still be filled in, so it is one too."""
        zonder: dict[str, Any] = {} if gelieerd else {GELIEERD: None}
        vorm = self.geheel.model_copy(update=zonder | ({} if posten else {POSTEN: ()}))

        def open_gehouden(_: str, waarde: object, grenzen: Grenzen) -> object:
            return Decimal(0) if waarde is None and grenzen.eenheid is not None else waarde

        return met_verwijzingen(vertaald(vorm, open_gehouden), keuzes=True)

    def _gevolgd(self, *, gelieerd: bool, posten: bool) -> list[list[Any]]:
        spoor = Spoor()
        stel_samen(self._verwezen(gelieerd=gelieerd, posten=posten), spoor)
        return [_stap(stap) for stap in spoor.stappen.values()]

    def _eisen(self, *, gelieerd: bool) -> Iterator[dict[str, Any]]:
        """Yield what must hold between inputs: the terms of a sum, its bounds, and the words of the objection."""
        spoor = Spoor()
        for sleutel, deel, eis in eisen_in(self._verwezen(gelieerd=gelieerd, posten=True)):
            grenzen = {"minstens": eis.minstens, "hoogstens": eis.hoogstens, "kleiner_dan": eis.kleiner_dan}
            yield {
                "sleutels": _uitgeschreven(sleutel),
                "termen": [als_boom(als_uitdrukking(term)) for term in eis.termen(deel, spoor)],
                **{naam: grens for naam, grens in grenzen.items() if grens is not None},
                "melding": eis.melding,
                "toegestaan": eis.toegestaan,
                "remedie": eis.remedie,
            }


def _uitgeschreven(sleutel: str) -> list[str]:
    """Return the keys that an objection names: those after the first may lack the part they share with it."""
    eerste, *rest = sleutel.split(" + ")
    voor = eerste.rpartition(".")[0]
    return [eerste, *(deel if "." in deel else f"{voor}.{deel}" for deel in rest)]


def _stap(stap: Stap) -> list[Any]:
    deel = [stap.sleutel, str(stap.eenheid), als_boom(stap.formule)]
    is_opslag = f".{OPSLAGEN}[" in f".{stap.sleutel}"
    return [*deel, 1] if is_opslag else deel  # one that has another base is no step at all


def als_boom(knoop: Uitdrukking) -> Any:  # noqa: ANN401 (JSON of any shape)
    """Return a formula as JSON: a whole number, a key, or a list that begins with what is done."""
    match zonder_keuzes(knoop):
        case Getal(waarde):
            return waarde
        case Verwijzing(sleutel):
            return sleutel
        case Bewerking(teken, links, rechts):
            return [teken, als_boom(links), als_boom(rechts)]
        case Functie(naam, delen):
            return [naam, *map(als_boom, delen)]
        case NaarKeuze(keuze, opties):
            return ["kies", keuze.sleutel, {naam: als_boom(optie) for naam, optie in opties}]
        case EigenOf(eigen, opbouw):
            return ["eigen", eigen.sleutel, als_boom(opbouw)]
    raise TypeError(knoop)


def _veld(waarde: Waarde) -> dict[str, Any]:
    """Return an input as the script reads it: its kind, its bounds and the words that go with them."""
    grenzen, kaal = waarde.grenzen, {"s": waarde.sleutel, "w": als_invoertekst(waarde)}
    if grenzen.keuzes:
        return kaal | {"keuzes": [*grenzen.keuzes]}
    if grenzen.is_tekst:
        return kaal | {"tekens": grenzen.tekens or 0} | _waar({"leeg": grenzen.is_vrij})
    getallen = {"laagst": grenzen.laagst, "hoogst": grenzen.hoogst}
    return (
        kaal
        | {"e": str(grenzen.eenheid), "mag": in_procenten(grenzen)}
        | {naam: f"{grens:f}" for naam, grens in getallen.items() if grens is not None}
        | _waar({"boven": not grenzen.laagst_mag, "heel": grenzen.is_heel})
        | _waar({"geld": grenzen.is_geld, "leeg": grenzen.mag_leeg})
    )


def _waar(delen: Mapping[str, bool]) -> dict[str, int]:
    return {naam: 1 for naam, is_zo in delen.items() if is_zo}


def als_invoertekst(waarde: Waarde) -> str | None:
    """Return a value as text with a decimal point, exactly; None where it is blank."""
    inhoud = waarde.waarde
    if isinstance(inhoud, Decimal):
        return f"{inhoud.normalize() + 0:f}"  # one text per number, however many zeros it was typed with
    return None if inhoud is None else str(inhoud)


def in_procenten(grenzen: Grenzen) -> str:
    """Return what a number may be as a reader of the page types it."""
    is_fractie = grenzen.eenheid is Eenheid.FRACTIE

    def getal(grens: Decimal) -> str:
        return f"{nederlands(grens * 100)}%" if is_fractie else nederlands(grens)

    delen: Iterable[str] = (
        *((f"{'minstens' if grenzen.laagst_mag else 'groter dan'} {getal(grenzen.laagst)}",) if grenzen.laagst is not None else ()),
        *((f"hoogstens {getal(grenzen.hoogst)}",) if grenzen.hoogst is not None else ()),
    )  # fmt: skip
    tekst = " en ".join(delen)
    return tekst if is_fractie or not tekst else f"{tekst} ({grenzen.eenheid})"
