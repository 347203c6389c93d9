"""Receipts computed again, and compared: what changed the price, the inputs, the figures or the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.bestanden import versie
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs, maak_bewijs
from gezinshuis_tarief.uitkomst.eigen_formules import eigen_definities, op_een_regel
from gezinshuis_tarief.verschil.bijdrage import Bijdrage
from gezinshuis_tarief.verschil.verschil import Verschil, verschil
from gezinshuis_tarief.weergave import als_tekst, euro, met_teken, tabel

_CIJFERS: Final = {"0.1.0": "510dc3ef77d4589d"}
"""The fingerprint of the reference figures of each earlier version; the formulas of all of them are ours."""
_NIET_BEWEZEN: Final = (
    "Narekenen bewijst de getallen. Wie dit bewijs opmaakte, op welke dag, en wat er in namen, bronnen en"
    " toelichtingen staat, bewijst het niet; een handtekening bij het bestand wel."
)


@dataclass(frozen=True, slots=True)
class Naspel:
    """What comes out when a receipt is computed again with this version of the library.

    Attributes:
        bewijs: the receipt.
        nu: the receipt that this version makes of the same inputs.
    """

    bewijs: Tariefbewijs
    nu: Tariefbewijs

    @property
    def uitkomst(self) -> dict[str, dict[str, str]]:
        """The lines and tariffs now."""
        return self.nu.uitkomst

    @property
    def formules_gelijk(self) -> bool:
        """Whether the formulas are the same as then."""
        return self.nu.formules == self.bewijs.formules

    @property
    def cijfers_gelijk(self) -> bool:
        """Whether the reference figures in the library are the same as then."""
        return self.nu.cijfers == self.bewijs.cijfers

    @property
    def klopt(self) -> bool:
        """Whether all that computing again can prove is as the receipt says."""
        return not self.afwijkingen

    @property
    def afwijkingen(self) -> tuple[tuple[str, str, str], ...]:
        """All that is not the same: its key, what was recorded and what it is now; "" for none.

        Every line of the outcome and every step is held against ours. Of a receipt with other formulas a step may
        be absent or be written in other words; its value may not differ, and each line of the outcome has one. A receipt that claims a version which is
        known here must have the formulas, figures and words of that version.
        """
        toen, nu = self.bewijs, self.nu
        paren = [
            (f"uitkomst.{z}.{sleutel}", toen.uitkomst[z].get(sleutel, ""), nu.uitkomst[z].get(sleutel, ""))
            for z in ZORGZWAARTES
            for sleutel in toen.uitkomst[z] | nu.uitkomst[z]
        ]
        paren += self._stappen()
        cijfers = {versie(): nu.cijfers, **_CIJFERS}
        if toen.bibliotheek in cijfers:
            paren += [
                ("formules", toen.formules, nu.formules),
                ("cijfers", toen.cijfers, cijfers[toen.bibliotheek]),
            ]
        if toen.bibliotheek == versie():
            paren.append(("prijspeil", toen.prijspeil or "", nu.prijspeil or ""))
        return tuple((sleutel, een, ander) for sleutel, een, ander in paren if een != ander)

    def _stappen(self) -> Iterator[tuple[str, str, str]]:
        """Pair what the receipt says of each step with what we say."""
        toen, nu = ({stap.sleutel: stap for stap in bewijs.stappen} for bewijs in (self.bewijs, self.nu))
        uitkomsten = {sleutel for sleutel in nu if sleutel.startswith("uitkomst.")}
        for sleutel in toen | nu if self.formules_gelijk else (toen.keys() & nu.keys()) | uitkomsten:
            delen = ("waarde", "formule", "eenheid") if self.formules_gelijk else ("waarde",)
            for deel in delen:
                yield (
                    f"stappen.{sleutel}.{deel}",
                    getattr(toen.get(sleutel), deel, ""),
                    getattr(nu.get(sleutel), deel, ""),
                )

    def als_json(self) -> dict[str, Any]:
        """Return the verdict and what it rests on; of components of one's own the kenmerk, by key."""
        eigen = eigen_definities(self.bewijs.opbouw)
        return {
            "klopt": self.klopt,
            "zegel": self.bewijs.zegel,
            "bibliotheek_toen": self.bewijs.bibliotheek,
            "bibliotheek_nu": versie(),
            "formules_gelijk": self.formules_gelijk,
            "cijfers_gelijk": self.cijfers_gelijk,
            "afwijkingen": [{"sleutel": s, "toen": toen, "nu": nu} for s, toen, nu in self.afwijkingen],
            **({"onderdelen": {s: str(d.kenmerk) for s, (_, d) in eigen.items()}} if eigen else {}),
        }

    def __str__(self) -> str:
        toen, nu = self.bewijs.bibliotheek, versie()
        tarieven = ", ".join(f"{z} {euro(self.bewijs.tarief(z))}" for z in ZORGZWAARTES)
        kop = f"Tariefbewijs van {self.bewijs.gemaakt_op} ({tarieven}), nagerekend met versie {nu} (toen {toen})."
        oordeel = "Alle regels kloppen tot op de cent." if self.klopt else "Dit komt nu anders uit:"
        anders = [f"  {s}: toen {toen or 'geen'}, nu {nu or 'geen'}" for s, toen, nu in self.afwijkingen]
        formules, cijfers = (
            "dezelfde" if gelijk else "gewijzigd" for gelijk in (self.formules_gelijk, self.cijfers_gelijk)
        )
        slot = [f"De formules zijn {formules}.", f"De referentiecijfers zijn {cijfers}."]
        prijspeil = f"Prijspeil: {self.bewijs.opbouw.prijspeil}."
        eigen = [
            f"  {sleutel}: {op_een_regel(soort, definitie)} (kenmerk {definitie.kenmerk})"
            for sleutel, (soort, definitie) in eigen_definities(self.bewijs.opbouw).items()
        ]
        kop_eigen = ["Gerekend is met deze eigen onderdelen:"] if eigen else []
        return "\n".join([kop, prijspeil, oordeel, *anders, *slot, *kop_eigen, *eigen, _NIET_BEWEZEN])


def naspelen(bewijs: Tariefbewijs) -> Naspel:
    """Compute a receipt again from its inputs: outcome, steps, formulas and figures."""
    eis_soort("bewijs", bewijs, Tariefbewijs)
    return Naspel(bewijs, maak_bewijs(bewijs.opbouw, gemaakt_op=bewijs.gemaakt_op))


@dataclass(frozen=True, slots=True)
class Oorzaken:
    """What changed one tariff, euro per etmaal; the three add up to the change.

    Attributes:
        invoer: values that the parties changed.
        cijfers: values with a source (cao, premiums, indices) that changed.
        bibliotheek: the same inputs that gave another outcome then than they give now.
    """

    invoer: Decimal
    cijfers: Decimal
    bibliotheek: Decimal

    @property
    def totaal(self) -> Decimal:
        """The whole change."""
        return self.invoer + self.cijfers + self.bibliotheek


@dataclass(frozen=True, slots=True)
class Bewijsvergelijking:
    """Two receipts side by side: per zorgzwaarte what changed the price, and the lines behind it."""

    van: Naspel
    naar: Naspel
    verschil: Verschil
    oorzaken: Mapping[Zorgzwaarte, Oorzaken]

    def als_json(self) -> dict[str, Any]:
        """Return causes and lines, amounts as text."""
        oorzaken = {
            zwaarte: {
                naam: str(getattr(deel, naam)) for naam in ("invoer", "cijfers", "bibliotheek", "totaal")
            }
            for zwaarte, deel in self.oorzaken.items()
        }
        return {"oorzaken": oorzaken, **self.verschil.als_json()}

    def __str__(self) -> str:
        koppen = ["zorgzwaarte", "van", "naar", "invoer", "cijfers met bron", "bibliotheek", "samen"]
        rijen = [
            [zwaarte, euro(self.van.bewijs.tarief(zwaarte)), euro(self.naar.bewijs.tarief(zwaarte))]
            + [met_teken(bedrag) for bedrag in (deel.invoer, deel.cijfers, deel.bibliotheek, deel.totaal)]
            for zwaarte, deel in self.oorzaken.items()
        ]
        kop = f"Tariefbewijs van {self.van.bewijs.gemaakt_op} naast dat van {self.naar.bewijs.gemaakt_op}: wat de prijs veranderde"
        return "\n".join([kop, als_tekst(tabel(koppen, rijen)), str(self.verschil)])


def vergelijk_bewijzen(van: Tariefbewijs, naar: Tariefbewijs) -> Bewijsvergelijking:
    """Say whether inputs, reference figures or the library changed the price between two receipts."""
    eis_soort("van", van, Tariefbewijs)
    eis_soort("naar", naar, Tariefbewijs)
    hele = verschil(van.opbouw, naar.opbouw)
    nagespeeld = naspelen(van), naspelen(naar)
    oorzaken: dict[Zorgzwaarte, Oorzaken] = {}
    for zwaarte, deel in hele.items():
        cijfers = sum(
            (regel.bedrag for regel in deel.per_sleutel().values() if _met_bron(naar, regel)), Decimal("0.00")
        )
        gerekend = [
            naspel.bewijs.tarief(zwaarte) - Decimal(naspel.uitkomst[zwaarte]["tarief"])
            for naspel in nagespeeld
        ]
        oorzaken[zwaarte] = Oorzaken(deel.bedrag - cijfers, cijfers, gerekend[1] - gerekend[0])
    return Bewijsvergelijking(*nagespeeld, hele, oorzaken)


def _met_bron(bewijs: Tariefbewijs, regel: Bijdrage) -> bool:
    """Whether the new values rest on a source, and not on a choice of the parties."""
    steunen = [bewijs.opbouw.onderbouwing_van(wat.sleutel) for wat in regel.wijzigingen]
    return all(steun.herkomst is not Herkomst.AANNAME and steun.afwijking is None for steun in steunen)
