"""How uncertain a value is: the distributions a sample draws from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from gezinshuis_tarief.kern.argumenten import naar_veldwaarde
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.scenarios.sleutels import Getalinvoer, eis_lijst

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DECIMALEN: Final = 6
"""Decimals that a drawn number keeps, so that each draw is an input that every other part takes too."""
_BEURTEN: Final = 200


class Verdeling(Protocol):
    """Draws values for one key, within what its field allows."""

    def trek(
        self, sleutel: str, veld: Grenzen, toeval: np.random.Generator, aantal: int
    ) -> NDArray[np.float64]:
        """Return values.

        Raises:
            InvoerFout: for parameters that make no sense or fall outside what the field allows.
        """
        ...


@dataclass(frozen=True, slots=True)
class Gelijkmatig:
    """Every value between two bounds is as likely."""

    laagst: Getalinvoer
    hoogst: Getalinvoer

    def trek(
        self, sleutel: str, veld: Grenzen, toeval: np.random.Generator, aantal: int
    ) -> NDArray[np.float64]:
        """Return values; see `Verdeling`."""
        laagst, hoogst = _oplopend(sleutel, veld, self.laagst, self.hoogst)
        return _afgekapt(toeval.uniform(laagst, hoogst, aantal))


@dataclass(frozen=True, slots=True)
class Driehoek:
    """A lowest, a most likely and a highest value."""

    laagst: Getalinvoer
    waarschijnlijkst: Getalinvoer
    hoogst: Getalinvoer

    def trek(
        self, sleutel: str, veld: Grenzen, toeval: np.random.Generator, aantal: int
    ) -> NDArray[np.float64]:
        """Return values; see `Verdeling`."""
        laagst, midden, hoogst = _oplopend(sleutel, veld, self.laagst, self.waarschijnlijkst, self.hoogst)
        if laagst == hoogst:
            return toeval.uniform(laagst, hoogst, aantal)
        return _afgekapt(toeval.triangular(laagst, midden, hoogst, aantal))


@dataclass(frozen=True, slots=True)
class Normaal:
    """The normal distribution, cut off: a draw outside the bounds is drawn again.

    Attributes:
        gemiddelde: mean before cutting off.
        spreiding: standard deviation before cutting off.
        laagst: lowest value; the field's own bound where None.
        hoogst: highest value; the field's own bound where None.
    """

    gemiddelde: Getalinvoer
    spreiding: Getalinvoer
    laagst: Getalinvoer | None = None
    hoogst: Getalinvoer | None = None

    def trek(
        self, sleutel: str, veld: Grenzen, toeval: np.random.Generator, aantal: int
    ) -> NDArray[np.float64]:
        """Return values; see `Verdeling`."""
        van, tot = veld.kleinste, veld.grootste
        onder = van if self.laagst is None else self.laagst
        boven = tot if self.hoogst is None else self.hoogst
        laagst, hoogst = _oplopend(sleutel, veld, onder, boven)
        gemiddelde = float(naar_veldwaarde(sleutel, self.gemiddelde, veld, binnen=False))
        spreiding = float(naar_veldwaarde(sleutel, self.spreiding, veld, binnen=False))
        if spreiding < 0:
            raise weigering(
                sleutel,
                "is geen spreiding",
                gevonden=self.spreiding,
                remedie="Schrijf een getal van 0 of meer.",
            )
        getrokken = _afgekapt(toeval.normal(gemiddelde, spreiding, aantal))
        for _ in range(_BEURTEN):
            mis = (getrokken < laagst) | (getrokken > hoogst)
            if not mis.any():
                return getrokken
            getrokken[mis] = _afgekapt(toeval.normal(gemiddelde, spreiding, int(mis.sum())))
        raise weigering(
            sleutel,
            "valt bijna nooit binnen de grenzen",
            gevonden=f"gemiddelde {self.gemiddelde}, spreiding {self.spreiding}",
            toegestaan=veld.toegestaan,
            remedie="Kies een gemiddelde binnen de grenzen.",
        )


@dataclass(frozen=True, slots=True)
class Keuze:
    """One of some values, each as likely or with given chances; also for choices and whole numbers."""

    waarden: Sequence[Getalinvoer]
    kansen: Sequence[float] | None = None

    def trek(
        self, sleutel: str, veld: Grenzen, toeval: np.random.Generator, aantal: int
    ) -> NDArray[np.float64]:
        """Return values; see `Verdeling`."""
        eis_lijst(sleutel, self.waarden)
        getallen = [naar_veldwaarde(sleutel, waarde, veld) for waarde in self.waarden]
        kansen = self.kansen_per_waarde(sleutel)
        getrokken: NDArray[np.float64] = toeval.choice([float(getal) for getal in getallen], aantal, p=kansen)
        return getrokken

    def kansen_per_waarde(self, sleutel: str) -> list[float] | None:
        """Return the chances, together exactly 1; None where each value is as likely.

        Raises:
            InvoerFout: without values, or for chances that do not fit.
        """
        if not self.waarden:
            raise weigering(sleutel, "heeft geen waarden om uit te kiezen", remedie="Geef er minstens een.")
        if self.kansen is None:
            return None
        totaal = sum(self.kansen)
        past = len(self.kansen) == len(self.waarden) and min(self.kansen) >= 0
        if not past or abs(totaal - 1) > 10**-DECIMALEN:
            remedie = "Geef een kans per waarde; samen zijn ze 1."
            raise weigering(sleutel, "zijn geen kansen", gevonden=list(self.kansen), remedie=remedie)
        return [kans / totaal for kans in self.kansen]


def _afgekapt(getallen: NDArray[np.float64]) -> NDArray[np.float64]:
    """Round draws to the decimals that are kept."""
    schaal = 10.0**DECIMALEN
    return (getallen * schaal).round() / schaal


def _oplopend(sleutel: str, veld: Grenzen, *getallen: Getalinvoer) -> list[float]:
    """Return parameters as floats; they ascend, and lie within what the field allows.

    Raises:
        InvoerFout: when they do not.
    """
    gelezen = [naar_veldwaarde(sleutel, getal, veld) for getal in getallen]
    if gelezen != sorted(gelezen):
        tekst = ", ".join(str(getal) for getal in gelezen)
        raise weigering(sleutel, "loopt niet op", gevonden=tekst, remedie="Schrijf de laagste waarde eerst.")
    return [float(getal) for getal in gelezen]
