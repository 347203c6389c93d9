"""Lines that must be type errors: mypy says so when an expected error no longer comes."""

from __future__ import annotations

from decimal import Decimal

from gezinshuis_tarief import Huismaten, Kostenpost, Leegstand, Opbouw, Rekenwijze, controleer
from gezinshuis_tarief.kern.eenheden import Eenheid


def misspelt_veld() -> Leegstand:
    return Leegstand(bezetingsgraad="0.95", grondslag="kostprijs")  # type: ignore[call-arg]


def misspelt_argument(opbouw: Opbouw) -> None:
    controleer(opbouw, peildatun=None)  # type: ignore[call-arg]


class KaleFloat(Kostenpost):
    """A float in a formula."""

    bedrag: Decimal

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        return self.bedrag * 1.5  # type: ignore[operator,no-any-return]


class OnbekendVeld(Kostenpost):
    """A formula that asks for a field that is not there."""

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        return huis.plaatzen * 2  # type: ignore[attr-defined,no-any-return]


class Half:
    """A reading that lacks most operations."""

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:  # noqa: ARG002
        return Decimal(waarde)


HALVE_REKENWIJZE: Rekenwijze = Half()  # type: ignore[assignment]
