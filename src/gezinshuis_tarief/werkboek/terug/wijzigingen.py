"""What the other party changed: what each value was, what it is, and what that change alone does to the tariff."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gezinshuis_tarief.kern.onderbouwing import Onderbouwing, Status
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import Sleutelverschil
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van, toon_bij
from gezinshuis_tarief.verschil.verschil import verschil

_SAMEN = " / "


@dataclass(frozen=True, slots=True)
class Werkboekwijziging:
    """One input, or one part as a whole, that came back otherwise than it was sent.

    Inputs that can only move together, such as the numbers of places, are one change: their keys are joined by a plus sign.

    Attributes:
        sleutel: the key of the input, or the name of the part.
        omschrijving: what it is, in Dutch.
        was: the value as it was sent, as it reads in Dutch.
        wordt: the value as it came back, likewise.
        van: the value as it was sent; a tuple for inputs that move together.
        naar: the value as it came back, likewise.
        reden: the reason that was typed beside it; a note where there is no reason; else None.
        status: how free the value was when it was sent.
        effect: euro per etmaal that this change brings, by zorgzwaarte. These are Owen shares in whole cents: over
            all changes they add up exactly to the difference of the two tariffs.
    """

    sleutel: str
    omschrijving: str
    was: str
    wordt: str
    van: object
    naar: object
    reden: str | None
    status: Status
    effect: Mapping[Zorgzwaarte, Decimal]

    @property
    def gewicht(self) -> Decimal:
        """The largest effect over the zorgzwaartes, without its sign."""
        return max(map(abs, self.effect.values()))

    def als_json(self) -> dict[str, Any]:
        """Return it with values and amounts as text with a decimal point; a part as a whole as it reads."""
        kaal = [
            _als_gegeven(waarde, tekst) for waarde, tekst in ((self.van, self.was), (self.naar, self.wordt))
        ]
        return {
            "sleutel": self.sleutel,
            "omschrijving": self.omschrijving,
            "was": kaal[0],
            "wordt": kaal[1],
            "reden": self.reden,
            "status": str(self.status),
            "effect": {zwaarte: f"{bedrag:f}" for zwaarte, bedrag in self.effect.items()},
        }


def _als_gegeven(waarde: object, tekst: str) -> str | None:
    if isinstance(waarde, Decimal):
        return f"{waarde:f}"
    if isinstance(waarde, tuple) and all(isinstance(deel, Decimal | int | str) for deel in waarde):
        return _SAMEN.join(str(deel) for deel in waarde) if waarde else tekst
    return waarde if isinstance(waarde, str) else None if waarde is None else tekst


def wijzigingen_van(
    verzonden: Opbouw, nu: Opbouw, opmerkingen: Mapping[str, str]
) -> tuple[Werkboekwijziging, ...]:
    """Return what differs between two opbouwen, the change that moves the tariff most first.

    Args:
        verzonden: the opbouw as it was sent.
        nu: as it came back.
        opmerkingen: the notes that stand beside inputs, by key.
    """
    anders = verschil(verzonden, nu)
    regels = {zwaarte: deel.per_sleutel() for zwaarte, deel in anders.items()}
    samen = {
        tuple(wat.sleutel for wat in regel.wijzigingen): (sleutel, regel.wijzigingen)
        for per_sleutel in regels.values()
        for sleutel, regel in per_sleutel.items()
    }
    gevonden = []
    for sleutels, (sleutel, wijzigingen) in samen.items():
        effect = {
            zwaarte: regels[zwaarte][sleutel].bedrag if sleutel in regels[zwaarte] else Decimal("0.00")
            for zwaarte in ZORGZWAARTES
        }
        gevonden.append(
            Werkboekwijziging(
                " + ".join(sleutels),
                "; ".join(dict.fromkeys(omschrijving_van(nu, deel) for deel in sleutels)),
                _SAMEN.join(toon_bij(verzonden, deel) for deel in sleutels),
                _SAMEN.join(toon_bij(nu, deel) for deel in sleutels),
                _een_of_meer(wat.van for wat in wijzigingen),
                _een_of_meer(wat.naar for wat in wijzigingen),
                _reden(wijzigingen, verzonden, nu, opmerkingen),
                _strengste(verzonden.onderbouwing.get(deel) for deel in sleutels),
                effect,
            )
        )
    return tuple(sorted(gevonden, key=lambda wijziging: -wijziging.gewicht))


def _een_of_meer(waarden: Iterable[object]) -> object:
    eerste, *rest = waarden
    return (eerste, *rest) if rest else eerste


def _reden(
    wijzigingen: Iterable[Sleutelverschil], verzonden: Opbouw, nu: Opbouw, opmerkingen: Mapping[str, str]
) -> str | None:
    """Return the reasons that were typed; one that already stood there when it was sent is no reason for this."""
    teksten = []
    for wat in wijzigingen:
        steun, toen = nu.onderbouwing.get(wat.sleutel), verzonden.onderbouwing.get(wat.sleutel)
        reden = _reden_in(steun)
        teksten.append(reden if reden and reden != _reden_in(toen) else opmerkingen.get(wat.sleutel))
    return "; ".join(dict.fromkeys(filter(None, teksten))) or None


def _reden_in(steun: Onderbouwing | None) -> str | None:
    return steun.afwijking.reden if steun and steun.afwijking else None


def _strengste(steunen: Iterable[Onderbouwing | None]) -> Status:
    """Return the status of the least free of some inputs."""
    zwaarte = list(Status)
    return min((steun.status if steun else Status.OPEN for steun in steunen), key=zwaarte.index)
