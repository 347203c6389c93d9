"""An offered tariff beside what the house costs."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cached_property
from typing import Any

from gezinshuis_tarief.controle.aanbod import tonen
from gezinshuis_tarief.controle.aanbod.dekking import Regeldekking, dekking_van
from gezinshuis_tarief.controle.aanbod.maatregelen import Maatregel, maatregelen_van
from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.controle.uurinkomen import UREN_PER_FTE, blijft_per_uur, bruto_per_uur, uurinkomen
from gezinshuis_tarief.indexatie.bedragen import als_tarieven
from gezinshuis_tarief.kern.argumenten import eis_soort, naar_getal
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, naaste
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.weergave import geteld


@dataclass(frozen=True)
class Tariefaanbod:
    """The year of a house at tariffs that are offered; amounts in euro, unrounded.

    Attributes:
        jaar: the house at these tariffs; see `Exploitatie`.
        bezetting: the occupancy that is counted on, the same for every place.
    """

    jaar: Exploitatie
    bezetting: Decimal

    @cached_property
    def per_zorgzwaarte(self) -> dict[Zorgzwaarte, Decimal]:
        """The result of a year per zorgzwaarte with places; together that of the house."""
        with localcontext(CONTEXT):
            return {
                z: self.jaar.plaatsen.count(z)
                * self.jaar.dagen_per_jaar
                * (
                    self.bezetting * self.jaar.dagen[z].resultaat(bezet=True)
                    + (1 - self.bezetting) * self.jaar.dagen[z].resultaat(bezet=False)
                )
                for z in dict.fromkeys(self.jaar.plaatsen)
            }

    @cached_property
    def resultaat(self) -> Decimal:
        """The result of a year for the house; below zero it is a tekort."""
        with localcontext(CONTEXT):
            return self.jaar.jaarresultaat(self.bezetting)

    @property
    def betaalde_etmalen(self) -> Decimal:
        """How many etmalen a year are paid for."""
        return len(self.jaar.plaatsen) * self.jaar.dagen_per_jaar * self.bezetting

    @property
    def per_etmaal(self) -> Decimal:
        """The result spread over the paid etmalen; zero when none is paid."""
        return self.resultaat / self.betaalde_etmalen if self.betaalde_etmalen else Decimal(0)

    def dekking(self, zorgzwaarte: Zorgzwaarte | None = None) -> tuple[Regeldekking, ...]:
        """Return which bouwstenen the tariff pays for, in the order of the eleven; None weighs by places."""
        return dekking_van(self.jaar, zorgzwaarte)

    @cached_property
    def maatregelen(self) -> tuple[Maatregel, ...]:
        """What would make a tekort smaller, worth most first; nothing when there is none."""
        return maatregelen_van(self.jaar, self.bezetting)

    @cached_property
    def per_uur(self) -> Decimal | None:
        """What is left for bouwsteen 1 per paid hour, all other costs paid; None when it has no hours."""
        with suppress(InvoerFout):  # a bouwsteen 1 of one's own may have none
            return blijft_per_uur(self.jaar.uitkomst, self.resultaat)
        return None

    @property
    def bruto_per_uur(self) -> Decimal | None:
        """The same as gross pay, of an entrepreneur as income before tax; None when it cannot be told."""
        return None if self.per_uur is None else bruto_per_uur(self.jaar.uitkomst, self.per_uur)

    def als_json(self) -> dict[str, Any]:
        """Return all of it; amounts as text in whole cents."""
        return tonen.als_json(self._delen())

    def __str__(self) -> str:
        return tonen.als_tekst_van(self._delen())

    def _repr_html_(self) -> str:
        return tonen.aanbod_html(self._delen())

    def _delen(self) -> tonen.Delen:
        gevraagd = None if self.per_uur is None else uurinkomen(self.jaar.uitkomst, UREN_PER_FTE)
        return tonen.Delen(
            self.jaar,
            self.bezetting,
            self.per_zorgzwaarte,
            self.resultaat,
            self.per_etmaal,
            self.dekking(),
            self.maatregelen,
            gevraagd,
            self.per_uur,
            self.bruto_per_uur,
        )


def exploitatie(
    opbouw: Opbouw,
    tarief: Mapping[Zorgzwaarte, object] | None = None,
    *,
    bezetting: object = None,
) -> Tariefaanbod:
    """Tell whether a house can live on an offered tariff.

    Args:
        opbouw: what the house costs, as quoted.
        tarief: the offered tariff per zorgzwaarte, euro per etmaal in whole cents; left out that of the quote.
        bezetting: the occupancy to count on, 0 to 1; left out that of bouwsteen 9.

    Returns:
        The result of a year, what the tariff does not pay for and what would help.

    Raises:
        InvoerFout: a tariff that is no amount, a zorgzwaarte that is none, or one with places and no tariff.
    """
    eis_soort("opbouw", opbouw, Opbouw)
    uitkomst = opbouw.bereken()
    tarieven = None if tarief is None else _volledig(opbouw, tarief)
    if tarieven is not None:
        tarieven = {z: tarieven.get(z, uitkomst[z].per_etmaal) for z in ZORGZWAARTES}
    if bezetting is None:
        bezetting = getattr(opbouw.leegstand, "bezettingsgraad", Decimal(1))  # an own leegstand may have none
    aanbod = Tariefaanbod(Exploitatie.van(uitkomst, tarieven), naar_getal("bezetting", bezetting))
    _ = aanbod.resultaat  # refuses an occupancy outside its bounds
    return aanbod


def _volledig(opbouw: Opbouw, tarief: Mapping[Zorgzwaarte, object]) -> dict[Zorgzwaarte, Decimal]:
    """Read offered tariffs; a zorgzwaarte without places needs none."""
    tarieven = als_tarieven(tarief, "tarief")
    toegestaan = ", ".join(ZORGZWAARTES)
    bezwaren = [
        Bezwaar(
            f"tarief.{z}", "is geen zorgzwaarte", toegestaan=toegestaan, remedie=naaste(str(z), ZORGZWAARTES)
        )
        for z in tarieven
        if z not in ZORGZWAARTES
    ]
    bezwaren += [
        Bezwaar(
            f"tarief.{z}",
            f"ontbreekt, en het huis heeft {geteld(aantal, 'plaats', 'plaatsen')} met deze zorgzwaarte",
            remedie=f"Geef ook het tarief dat voor {z} is aangeboden.",
        )
        for z in ZORGZWAARTES
        if (aantal := getattr(opbouw.gezinshuis, f"plaatsen_{z}")) and z not in tarieven
    ]
    eis_geen(bezwaren)
    return tarieven
