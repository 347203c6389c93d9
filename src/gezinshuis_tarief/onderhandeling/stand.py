"""Three-way merge: the common starting point, what each party made of it, and where that leaves them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte, bouwdeel, hoort_bij, namen_in, plat, waarde_op
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import neem_over, sleutelverschillen
from gezinshuis_tarief.uitkomst.tonen import toon_bij
from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst
from gezinshuis_tarief.weergave import html_tabel


class Puntstatus(StrEnum):
    """Where the parties stand on one value."""

    AKKOORD = "akkoord"
    BETWIST = "betwist"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Effect:
    """What one value alone does, all else at the starting point: euro per etmaal, and per house per year."""

    per_etmaal: Mapping[Zorgzwaarte, Decimal]
    per_jaar: Decimal


@dataclass(frozen=True, slots=True)
class Punt:
    """One value that somebody wants otherwise than at the starting point.

    Attributes:
        sleutel: its key, or the name of a whole part.
        status: akkoord when every party has the same new value, open when only some ask for one,
            betwist when parties ask for different ones.
        wie: the parties that changed it.
        heropend: whether it was agreed before.
        redenen: what each party gave as its reason.
        vragen: what a party asked and was not answered yet.
    """

    sleutel: str
    status: Puntstatus
    wie: tuple[str, ...]
    heropend: bool
    redenen: Mapping[str, str]
    vragen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Stand:
    """A starting point, the opbouw of each party, and every point between them."""

    basis: Opbouw
    standen: Mapping[str, Opbouw]
    eerder_akkoord: Iterable[str] = ()
    redenen: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    vragen: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def punten(self) -> tuple[Punt, ...]:
        """Every value that is not as at the starting point for all, in the order of the opbouw."""
        return tuple(self._punt(sleutel) for sleutel in _sleutels(self.basis, self.standen.values()))

    def punt(self, sleutel: str) -> Punt | None:
        """Return the point at a key; None when all parties have it as at the starting point."""
        return next((punt for punt in self.punten if punt.sleutel == sleutel), None)

    def met_status(self, status: Puntstatus) -> tuple[Punt, ...]:
        """Return the points with one status."""
        return tuple(punt for punt in self.punten if punt.status is status)

    @property
    def is_akkoord(self) -> bool:
        """Whether nothing is open or betwist."""
        return all(punt.status is Puntstatus.AKKOORD for punt in self.punten)

    def overeengekomen(self) -> Opbouw:
        """Return the starting point with what is agreed; the rest is as it was.

        Raises:
            InvoerFout: when the agreed values only fit together with one that is not agreed yet.
        """
        return self._met(self.met_status(Puntstatus.AKKOORD))

    def voorlopig(self) -> Opbouw:
        """Return the starting point with what is agreed and what only one side asks for.

        Raises:
            InvoerFout: when those values do not fit together.
        """
        return self._met(punt for punt in self.punten if punt.status is not Puntstatus.BETWIST)

    def effect(self, sleutel: str, partij: str) -> Effect | None:
        """Return what the value of a party does by itself; None when it only fits with other changes."""
        try:
            na = neem_over(self.basis, {sleutel: self.standen[partij]}).bereken()
        except InvoerFout:
            return None
        huis = self.basis.gezinshuis
        per_etmaal = {zwaarte: na[zwaarte].per_etmaal - self._voor[zwaarte].per_etmaal for zwaarte in na}
        plaatsen = {zwaarte: getattr(huis, f"plaatsen_{zwaarte}") for zwaarte in na}
        per_dag = sum((bedrag * plaatsen[zwaarte] for zwaarte, bedrag in per_etmaal.items()), Decimal(0))
        return Effect(per_etmaal, per_dag * huis.dagen_per_jaar)

    def _repr_html_(self) -> str:
        rijen = [
            [
                p.sleutel,
                str(p.status),
                *(toon_bij(o, p.sleutel) for o in (self.basis, *self.standen.values())),
            ]
            for p in self.punten
        ]
        koppen = ["punt", "status", "uitgangspunt", *self.standen]
        return html_tabel(koppen, rijen, links=len(koppen))

    def als_json(self) -> dict[str, Any]:
        """Return the tariffs of every side and the points, amounts as text."""
        return {
            "tarieven": {
                naam: {zwaarte: str(tarief.per_etmaal) for zwaarte, tarief in opbouw.bereken().items()}
                for naam, opbouw in {"uitgangspunt": self.basis, **self.standen}.items()
            },
            "punten": [self._punt_als_json(punt) for punt in self.punten],
        } | ({"opmerkingen": self.opmerkingen} if self.opmerkingen else {})

    @property
    def opmerkingen(self) -> dict[str, str]:
        """What each party last said or asked about the whole."""
        return {partij: teksten[""] for partij, teksten in self.vragen.items() if "" in teksten}

    @cached_property
    def _voor(self) -> Uitkomst:
        return self.basis.bereken()

    def _punt(self, sleutel: str) -> Punt:
        begin = waarde_op(self.basis, sleutel)
        waarden = {partij: waarde_op(opbouw, sleutel) for partij, opbouw in self.standen.items()}
        wie = tuple(partij for partij, waarde in waarden.items() if waarde != begin)
        verschillend = [waarden[partij] for partij in wie if waarden[partij] != waarden[wie[0]]]
        status = Puntstatus.AKKOORD if len(wie) == len(waarden) else Puntstatus.OPEN
        if verschillend:
            status = Puntstatus.BETWIST
        heropend = status is not Puntstatus.AKKOORD and any(
            raakt(oud, sleutel) for oud in self.eerder_akkoord
        )
        return Punt(
            sleutel,
            status,
            wie,
            heropend,
            self._over(self.redenen, sleutel),
            self._over(self.vragen, sleutel),
        )

    def _over(self, teksten: Mapping[str, Mapping[str, str]], sleutel: str) -> dict[str, str]:
        """Return what each party said about a point."""
        return {
            partij: tekst
            for partij in self.standen
            for oud, tekst in teksten.get(partij, {}).items()
            if oud and raakt(oud, sleutel)
        }

    def _met(self, punten: Iterable[Punt]) -> Opbouw:
        bronnen = {punt.sleutel: self.standen[punt.wie[0]] for punt in punten}
        return neem_over(self.basis, bronnen) if bronnen else self.basis

    def _punt_als_json(self, punt: Punt) -> dict[str, Any]:
        effecten = {partij: self.effect(punt.sleutel, partij) for partij in punt.wie}
        return {
            "sleutel": punt.sleutel,
            "status": str(punt.status),
            "heropend": punt.heropend,
            "uitgangspunt": toon_bij(self.basis, punt.sleutel),
            "waarden": {partij: toon_bij(opbouw, punt.sleutel) for partij, opbouw in self.standen.items()},
            "wie": list(punt.wie),
            "redenen": dict(punt.redenen),
            **({"vragen": dict(punt.vragen)} if punt.vragen else {}),
            "effect": {
                partij: None
                if effect is None
                else {
                    "per_etmaal": {z: str(b) for z, b in effect.per_etmaal.items()},
                    "per_jaar": str(effect.per_jaar),
                }
                for partij, effect in effecten.items()
            },
        }


def raakt(een: str, ander: str) -> bool:
    """Whether two keys are about the same value: one is the other, or a part of it."""
    return hoort_bij(een, ander) or hoort_bij(ander, een)


def _sleutels(basis: Opbouw, standen: Iterable[Opbouw]) -> list[str]:
    """Return the keys at which any party differs, coarse where parties differ in shape, in fixed order."""
    lijsten = [sleutelverschillen(basis, opbouw) for opbouw in standen]
    gevonden = {wat.sleutel for lijst in lijsten for wat in lijst}
    heel = {wat.sleutel for lijst in lijsten for wat in lijst if wat.heel}
    los = {sleutel for sleutel in gevonden if bouwdeel(sleutel) not in heel}
    return [sleutel for sleutel in _volgorde(basis, los) if sleutel in heel or sleutel in los]


def _volgorde(basis: Opbouw, los: Iterable[str]) -> Iterator[str]:
    """Yield every key, part by part; what only a party has for one zorgzwaarte comes last in its part."""
    sleutels = dict.fromkeys((*plat(basis), *sorted(los)))
    for naam in namen_in(type(basis)):
        yield naam
        yield from (sleutel for sleutel in sleutels if bouwdeel(sleutel) == naam)


def voeg_samen(basis: Opbouw, standen: Mapping[str, Opbouw]) -> Stand:
    """Lay what each party made of a starting point side by side.

    Args:
        basis: the common starting point.
        standen: the opbouw of each party, by its name.
    """
    eis_soort("basis", basis, Opbouw)
    eis_soort("standen", standen, Mapping)
    for partij, opbouw in standen.items():
        eis_soort(f"standen.{partij}", opbouw, Opbouw)
    return Stand(basis, standen)
