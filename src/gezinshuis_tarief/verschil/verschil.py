"""Where the difference between two tariffs comes from, to the cent and independent of any order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_soort, zoek_deel
from gezinshuis_tarief.kern.geld import CENT
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import Sleutelverschil, sleutelverschillen
from gezinshuis_tarief.verschil.bijdrage import Bijdrage, Tariefverschil, als_decimaal
from gezinshuis_tarief.verschil.weergave import verschil_html, verschil_tekst

if TYPE_CHECKING:
    from gezinshuis_tarief.grafieken import Grafiek


@dataclass(frozen=True, slots=True)
class Verschil(Mapping["Zorgzwaarte", Tariefverschil]):
    """The difference between two opbouwen: `verschil(a, b)["midden"].bijdragen`.

    Prints as Dutch text, shows as tables in a notebook.

    Attributes:
        van: the one opbouw.
        naar: the other.
        anders: every key at which they differ.
        per_zorgzwaarte: the explained difference of each tariff.
    """

    van: Opbouw
    naar: Opbouw
    anders: tuple[Sleutelverschil, ...]
    per_zorgzwaarte: Mapping[Zorgzwaarte, Tariefverschil]

    def __getitem__(self, zorgzwaarte: Zorgzwaarte) -> Tariefverschil:
        return zoek_deel("zorgzwaarte", zorgzwaarte, self.per_zorgzwaarte)

    def __iter__(self) -> Iterator[Zorgzwaarte]:
        return iter(self.per_zorgzwaarte)

    def __len__(self) -> int:
        return len(self.per_zorgzwaarte)

    def per_jaar(self, sleutel: str) -> Decimal:
        """Return what a key brings for the whole house in a year, over its places as they are in `van`."""
        huis = self.van.gezinshuis
        totaal = Fraction(0)
        for zwaarte, deel in self.items():
            plaatsen: int = getattr(huis, f"plaatsen_{zwaarte}")
            totaal += (
                zoek_deel("sleutel die verschilt", sleutel, deel.per_sleutel()).exact
                * plaatsen
                * huis.dagen_per_jaar
            )
        return als_decimaal(totaal).quantize(CENT, ROUND_HALF_UP)

    def als_json(self) -> dict[str, Any]:
        """Return `{"verschil": {"laag": {…}, …}}`, amounts as text."""
        return {"verschil": {zwaarte: deel.als_json() for zwaarte, deel in self.items()}}

    def naar_html(
        self,
        pad: Bestandspad,
        *,
        namen: tuple[str, str] = ("offerte A", "offerte B"),
        titel: str = "",
        overschrijf: bool = False,
    ) -> None:
        """Write both offers side by side as one HTML file, with the waterfall; needs the extra `rapport`.

        Args:
            pad: the .html file to make.
            namen: what the offers are called.
            titel: what stands above them.
            overschrijf: whether an existing file may be replaced.

        Raises:
            FileExistsError: when the file exists and may not be replaced.
        """
        from gezinshuis_tarief.rapport.naast import schrijf_naast  # noqa: PLC0415 (loaded only when used)

        schrijf_naast(self, pad, namen=namen, titel=titel, overschrijf=overschrijf)

    def teken(
        self,
        pad: Bestandspad | None = None,
        zorgzwaarte: Zorgzwaarte = "midden",
        *,
        overschrijf: bool = False,
    ) -> Grafiek:
        """Draw the difference of one zorgzwaarte as a waterfall, which a notebook shows; needs `grafieken`.

        Args:
            pad: the .png or .svg file to make; without it none is made.
            zorgzwaarte: whose tariff.
            overschrijf: whether an existing file may be replaced.

        Raises:
            InvoerFout: when the name ends otherwise.
            FileExistsError: when the file is there already and may not be replaced.
        """
        from gezinshuis_tarief.verschil.waterval import teken_waterval  # noqa: PLC0415 (loaded only when used)

        return teken_waterval(self[zorgzwaarte], pad, overschrijf=overschrijf)

    def __str__(self) -> str:
        if not self.anders:
            return "De twee berekeningen zijn gelijk: geen enkele waarde verschilt."
        return verschil_tekst(self.van, self.naar, self.values())

    def _repr_html_(self) -> str:
        return verschil_html(self.van, self.naar, self.values())


def verschil(van: Opbouw, naar: Opbouw) -> Verschil:
    """Explain the difference in tariff between two opbouwen, per bouwsteen and per key.

    The share of a bouwsteen is its Shapley value: its effect averaged over all orders in which the
    bouwstenen could be changed. Within a bouwsteen the keys share it by Owen values, the same average
    with the bouwsteen kept together. Computed from exact tariffs; nothing is sampled.

    Args:
        van: the opbouw that is compared with.
        naar: the opbouw whose tariff is explained.

    Raises:
        InvoerFout: for what is no opbouw.
    """
    from gezinshuis_tarief.verschil.aandelen import in_centen, regels_van  # noqa: PLC0415 (loaded only when used)

    eis_soort("van", van, Opbouw)
    eis_soort("naar", naar, Opbouw)
    lijst = sleutelverschillen(van, naar)
    voor, na = van.bereken(), naar.bereken()
    regels: dict[Zorgzwaarte, tuple[Bijdrage, ...]] = dict.fromkeys(ZORGZWAARTES, ())
    if lijst:
        regels = regels_van(van, naar, lijst)
    return Verschil(
        van,
        naar,
        lijst,
        {
            zwaarte: Tariefverschil(
                zwaarte,
                voor[zwaarte].per_etmaal,
                na[zwaarte].per_etmaal,
                in_centen(regels[zwaarte], na[zwaarte].per_etmaal - voor[zwaarte].per_etmaal),
            )
            for zwaarte in ZORGZWAARTES
        },
    )
