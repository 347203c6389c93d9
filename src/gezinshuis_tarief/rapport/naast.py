"""Two offers side by side: their lines, and where the difference comes from as a waterfall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_soort, naar_pad
from gezinshuis_tarief.kern.bestanden import bewaar_tekst
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.rapport.inhoud import deeltitel
from gezinshuis_tarief.rapport.schrijven import vul_in
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van, toon_bij
from gezinshuis_tarief.verschil.verschil import Verschil
from gezinshuis_tarief.verschil.weergave import VERDEELD, verschil_zin
from gezinshuis_tarief.weergave import met_teken

_RAND: Final = 4
"""Percent of the width that a picture leaves free on either side."""


class Tredeband(NamedTuple):
    """One row of a waterfall: a mark where a tariff is, or a bar from where the row before it ended."""

    titel: str
    bedrag: str
    soort: str
    begin: str
    lengte: str
    wijzigingen: tuple[tuple[str, str, str], ...]


class Naastregel(NamedTuple):
    """One line of both tariffs, and what the one is above the other."""

    titel: str
    van: str
    naar: str
    verschil: str


@dataclass(frozen=True)
class Naastinhoud:
    """What the page of two offers shows.

    Attributes:
        verschil: the difference, explained.
        namen: what the offers are called.
    """

    verschil: Verschil
    namen: tuple[str, str]

    def regels(self, zwaarte: Zorgzwaarte) -> list[Naastregel]:
        """Return the lines of both, also those that one of them has alone."""
        van, naar = (o.bereken()[zwaarte].bedragen.afgerond for o in (self.verschil.van, self.verschil.naar))
        namen = [*ALLE, *(naam for naam in {**van, **naar} if naam not in ALLE)]
        nul = Decimal(0)
        return [
            Naastregel(
                deeltitel(naam),
                nederlands(van.get(naam, nul), 2),
                nederlands(naar.get(naam, nul), 2),
                met_teken(naar.get(naam, nul) - van.get(naam, nul)),
            )
            for naam in namen
        ]

    def zin(self, zwaarte: Zorgzwaarte) -> str:
        """Say in one sentence where the difference comes from."""
        return verschil_zin(self.verschil[zwaarte]).replace("€ ", "€\N{NO-BREAK SPACE}")

    @cached_property
    def tarieven(self) -> dict[Zorgzwaarte, tuple[str, str, str]]:
        """Both tariffs and their difference."""
        return {
            zwaarte: (nederlands(deel.van, 2), nederlands(deel.naar, 2), met_teken(deel.bedrag))
            for zwaarte, deel in self.verschil.items()
        }

    def waterval(self, zwaarte: Zorgzwaarte) -> list[Tredeband]:
        """Return the rows from the one tariff to the other; the axis does not begin at zero, so tariffs are marks."""
        deel = self.verschil[zwaarte]
        bijdragen = [regel for regel in deel.bijdragen if regel.bedrag]
        standen = [*accumulate([regel.bedrag for regel in bijdragen], initial=deel.van)]
        laagst, ruimte = min(standen), (max(standen) - min(standen)) or Decimal(1)

        def plek(bedrag: Decimal) -> Decimal:
            return _RAND + (bedrag - laagst) / ruimte * (100 - 2 * _RAND)

        def merk(naam: str, bedrag: Decimal) -> Tredeband:
            return Tredeband(naam, nederlands(bedrag, 2), "merk", f"{plek(bedrag):.2f}", "0", ())

        treden = [
            Tredeband(
                regel.titel,
                met_teken(regel.bedrag),
                "omhoog" if regel.bedrag > 0 else "omlaag",
                f"{plek(min(stand, stand + regel.bedrag)):.2f}",
                f"{abs(regel.bedrag) / ruimte * (100 - 2 * _RAND):.2f}",
                self._wijzigingen([wat.sleutel for wat in regel.wijzigingen]),
            )
            for regel, stand in zip(bijdragen, standen, strict=False)
        ]
        return [merk(self.namen[0], deel.van), *treden, merk(self.namen[1], deel.naar)]

    def _wijzigingen(self, sleutels: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
        een, ander = self.verschil.van, self.verschil.naar
        return tuple(
            (omschreven(een, ander, sleutel=s), toon_bij(een, s), toon_bij(ander, s)) for s in sleutels
        )


def omschreven(*opbouwen: Opbouw, sleutel: str) -> str:
    """Return what a value that differs is called, also when only one of the offers has it."""
    eigen = sleutel.replace("_", " ").replace(".", " ")
    namen = (omschrijving_van(opbouw, sleutel) for opbouw in opbouwen)
    return next((naam for naam in namen if naam != eigen), eigen)


def schrijf_naast(
    verklaard: Verschil,
    pad: Bestandspad,
    *,
    namen: tuple[str, str] = ("offerte A", "offerte B"),
    titel: str = "",
    overschrijf: bool = False,
) -> None:
    """Write two offers side by side as one HTML file; see `Verschil.naar_html`."""
    doel = naar_pad(pad, einden=[".html", ".htm"])
    bewaar_tekst(maak_naast(verklaard, namen=namen, titel=titel), doel, overschrijf=overschrijf)


def maak_naast(
    verklaard: Verschil, *, namen: tuple[str, str] = ("offerte A", "offerte B"), titel: str = ""
) -> str:
    """Return two offers side by side as the text of one page, which holds no script.

    Args:
        verklaard: the difference of two offers.
        namen: what they are called.
        titel: what stands above them.

    Raises:
        InvoerFout: for what is no difference.
    """
    eis_soort("verklaard", verklaard, Verschil)
    eis_soort("titel", titel, str)
    eis_soort("namen", namen, tuple)
    if len(namen) != 2 or not all(isinstance(naam, str) for naam in namen):  # noqa: PLR2004 (one for each offer)
        remedie = 'Geef twee namen: ("aanbod", "bod").'
        raise weigering("namen", "zijn geen namen van twee offertes", gevonden=str(namen), remedie=remedie)
    return vul_in(
        "naast.html.j2",
        (),
        inhoud=Naastinhoud(verklaard, namen),
        titel=titel.strip() or "Twee offertes naast elkaar",
        zwaartes=ZORGZWAARTES,
        verdeeld=VERDEELD,
    )
