"""A proposal: another formula in a calculation as it was read, with what it does to the tariff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte, pad_van
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import POSTEN
from gezinshuis_tarief.onderdelen.bouwen import klasse_van
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.meereizen import definities
from gezinshuis_tarief.weergave import met_teken


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A formula of somebody else's, to talk about: nothing of it counts until it is taken over.

    Attributes:
        sleutel: what it is about: a bouwsteen, an own line, or a definition such as `onderdelen.Vervoer`.
        was: the formula as it was sent, in the language of formulas; empty for a component that is new.
        wordt: the formula as it came back.
        effect: euro per etmaal that this change alone does to each tariff.
        opbouw: the calculation as it was read, with this change alone in it.
    """

    sleutel: str
    was: str
    wordt: str
    effect: Mapping[Zorgzwaarte, Decimal]
    opbouw: Opbouw

    @property
    def gevraagd(self) -> dict[Zorgzwaarte, Decimal]:
        """The effect on the zorgzwaartes that the house has places for."""
        huis = self.opbouw.gezinshuis
        return {z: bedrag for z, bedrag in self.effect.items() if getattr(huis, f"plaatsen_{z}")}

    def als_json(self) -> dict[str, Any]:
        """Return all but the calculation as text; the effect on all three, amounts with a decimal point."""
        effect = {z: f"{bedrag:f}" for z, bedrag in self.effect.items()}
        return {"sleutel": self.sleutel, "was": self.was, "wordt": self.wordt, "effect": effect}

    def __str__(self) -> str:
        was = f", was {self.was}" if self.was else " (nieuw)"
        bedragen = ", ".join(f"{z} {met_teken(bedrag)}" for z, bedrag in self.gevraagd.items())
        return f"voorstel: {self.sleutel}: {self.wordt}{was}. Verschil per etmaal: {bedragen}."


def maak_voorstel(sleutel: str, was: str, wordt: str, oud: Opbouw, delen: Mapping[str, object]) -> Voorstel:
    """Return the proposal to put other parts in a calculation.

    Args:
        sleutel: what it is about.
        was: the formula as it was sent.
        wordt: the formula as it came back.
        oud: the calculation as it was read.
        delen: each part by key; an own line at the key behind the last is one more.

    Raises:
        InvoerFout: when the calculation refuses them.
    """
    velden: dict[str, Any] = {**dict(oud)}
    for plek, deel in delen.items():
        naam, *nummers = pad_van(plek)
        if nummers:
            posten = list(velden[POSTEN])
            posten[int(nummers[0]) : int(nummers[0]) + 1] = [deel]
            velden[POSTEN] = tuple(posten)
        else:
            velden[str(naam)] = deel
    nieuw = Opbouw.model_validate(velden)
    definities(nieuw)  # it can be written down
    eerst, dan = oud.bereken(), nieuw.bereken()
    effect = {z: dan[z].per_etmaal - eerst[z].per_etmaal for z in ZORGZWAARTES}
    return Voorstel(sleutel, was, wordt, effect, nieuw)


def vervangend_deel(naam: str, definitie: Definitie, huidig: Any, bij: Mapping[str, object]) -> Any:  # noqa: ANN401 (a component of any kind)
    """Return a component with another definition and the values of the one that stands there.

    Args:
        naam: what its class is called.
        definitie: how it calculates.
        huidig: the component that it comes in the place of.
        bij: the values of inputs that the component did not have.

    Raises:
        InvoerFout: when an input has no value, or one that its new bounds refuse.
    """
    klasse = klasse_van(naam, definitie)
    waarden = {n: getattr(huidig, n) for n in type(huidig).model_fields if n in klasse.model_fields}
    waarden |= bij
    for veld, inhoud in klasse.model_fields.items():
        if veld not in waarden and inhoud.is_required():
            raise weigering(veld, "is een nieuwe invoer zonder waarde", gevonden=veld)
    return klasse.model_validate(waarden)
