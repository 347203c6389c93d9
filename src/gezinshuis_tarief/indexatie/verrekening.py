"""Settlement when a provisional index becomes definitive: what is still owed for the days gone by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gezinshuis_tarief.indexatie.bedragen import als_tarieven
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen


@dataclass(frozen=True, slots=True)
class Verrekening:
    """What one product settles.

    `bedrag` above zero is still to be paid to the provider; below zero it is to be returned. What was
    paid provisionally plus `bedrag` is the definitive tariff times the days.
    """

    product: str
    voorlopig: Decimal
    definitief: Decimal
    etmalen: int

    @property
    def per_etmaal(self) -> Decimal:
        """The difference for one day of one child, euro."""
        return self.definitief - self.voorlopig

    @property
    def bedrag(self) -> Decimal:
        """The difference for all days, euro."""
        return self.per_etmaal * self.etmalen

    def __str__(self) -> str:
        per_etmaal = nederlands(abs(self.per_etmaal), 2)
        if not self.bedrag:
            return f"{self.product}: niets te verrekenen over {self.etmalen} etmalen"
        richting = "nog te betalen aan" if self.bedrag > 0 else "terug te betalen door"
        bedrag = nederlands(abs(self.bedrag), 2)
        return (
            f"{self.product}: {self.etmalen} etmalen × € {per_etmaal} = € {bedrag} {richting} de aanbieder "
            f"(definitief € {nederlands(self.definitief, 2)}, betaald € {nederlands(self.voorlopig, 2)})"
        )


def verreken(
    voorlopig: Mapping[str, object], definitief: Mapping[str, object], etmalen: Mapping[str, int]
) -> tuple[Verrekening, ...]:
    """Settle the days that were paid at the provisional tariff.

    Either settle and start the next year from the definitive tariff without catch-up, or catch up in
    next year's percentage: both together pay the same difference twice for the days to come.

    Args:
        voorlopig: tariff per product that was paid, euro per etmaal.
        definitief: tariff per product with the definitive index.
        etmalen: days gone by per product, children together.

    Raises:
        InvoerFout: products that do not match, amounts not in whole cents, or days that are no whole number.
    """
    oud, nieuw = als_tarieven(voorlopig, "voorlopig"), als_tarieven(definitief, "definitief")
    bezwaren = [
        Bezwaar(
            f"etmalen.{product}",
            "is geen aantal etmalen",
            gevonden=repr(aantal),
            toegestaan="een heel getal, 0 of meer",
        )
        for product, aantal in etmalen.items()
        if type(aantal) is not int or aantal < 0
    ]
    bezwaren += [
        Bezwaar(product, "staat niet in alle drie de lijsten", remedie="Geef beide tarieven en de etmalen.")
        for product in sorted(oud.keys() | nieuw.keys() | etmalen.keys())
        if not (product in oud and product in nieuw and product in etmalen)
    ]
    eis_geen(bezwaren)
    return tuple(Verrekening(p, oud[p], nieuw[p], etmalen[p]) for p in oud)
