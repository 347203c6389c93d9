"""Bouwsteen 1 of a house that is run by entrepreneurs, who bear their own risks and premiums."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, Self

from gezinshuis_tarief.componenten.bouwsteen import Kostenblok
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.componenten.loonkosten import Brutoloon
from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.onderdeel import OpenNorm
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EuroPerFte, EuroPerJaar, Fractie, FtePerHuis, veld

if TYPE_CHECKING:
    from gezinshuis_tarief.kern.argumenten import Peildatum
    from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset


class InkomenOndernemer(Kostenblok):
    """What gezinshuisouders who are entrepreneurs need to be as well off as a comparable employee.

    Defined as: fte_per_huis × (ondernemerskosten + overige_kosten_per_fte) + beroepskosten, with ondernemerskosten =
    norminkomen + aov_premie × aov_verzekerd_deel × norminkomen + pensioenpremie × max(0, norminkomen −
    pensioenfranchise) + zvw_bijdrage × min(norminkomen, zvw_maximum) + werkloosheidsreservering × norminkomen.
    None of its defaults comes from the handreiking.
    """

    nummer = 1
    titel = "Inkomen gezinshuisouder(s)"
    element = "a"
    prijsgroep = Prijsgroep.LONEN
    open_normen = (
        OpenNorm(
            "Met welk loon wordt een ondernemer vergeleken?",
            "Met het brutoloon van een werknemer in dezelfde functie, zonder werkgeverspremies.",
            "norminkomen",
        ),
        OpenNorm(
            "Welk deel van de pensioenpremie hoort in de norm van een ondernemer?",
            "Het werkgeversdeel: een werknemer betaalt de rest uit hetzelfde brutoloon. De hele premie van 2026 is 25,9%.",
            "pensioendeel",
        ),
    )

    soort: Annotated[Literal["ondernemer"], veld("de gezinshuisouder is ondernemer")] = "ondernemer"
    fte_per_huis: Annotated[FtePerHuis, veld("fte gezinshuisouder voor het hele huis")]
    norm: Annotated[Brutoloon, veld("brutoloon van een vergelijkbare werknemer")]
    aov_premie: Annotated[Fractie, veld("premie arbeidsongeschiktheid, deel van het verzekerde inkomen")]
    aov_verzekerd_deel: Annotated[
        Fractie, veld("verzekerd tegen arbeidsongeschiktheid, deel van het norminkomen")
    ]
    pensioenpremie: Annotated[
        Fractie, Prijsgroep.PREMIES, veld("pensioenpremie, deel van de pensioengrondslag")
    ]
    pensioenfranchise: Annotated[
        EuroPerJaar, Prijsgroep.PREMIES, veld("inkomen waarover geen pensioen wordt opgebouwd")
    ]
    zvw_bijdrage: Annotated[
        Fractie, Prijsgroep.PREMIES, veld("eigen bijdrage Zvw, deel van het bijdrage-inkomen")
    ]
    zvw_maximum: Annotated[
        EuroPerJaar, Prijsgroep.PREMIES, veld("inkomen waarboven geen bijdrage Zvw wordt geheven")
    ]
    werkloosheidsreservering: Annotated[
        Fractie, veld("reservering voor tijd zonder opdracht, deel van het norminkomen")
    ]
    overige_kosten_per_fte: Annotated[
        EuroPerFte, Prijsgroep.OVERIG, veld("overige kosten, zoals scholing en reiskosten")
    ]
    beroepskosten_per_jaar: Annotated[
        EuroPerJaar, Prijsgroep.OVERIG, veld("kosten van het beroep, zoals verzekering en administratie")
    ]

    @classmethod
    def uit_cao(  # noqa: PLR0913 (users name the five that say which income)
        cls,
        cao: str,
        schaal: str | int,
        periodiek: str | int,
        peildatum: Peildatum,
        *,
        fte_per_huis: Decimal | str,
        onregelmatigheidstoeslag: Decimal | str = "0",
        cijfers: Cijferset | None = None,
        **eigen: Decimal | str,
    ) -> Self:
        """Fill the income of an entrepreneur from reference figures; the opbouw takes over their status and source.

        Args:
            cao: "CAO Jeugdzorg" or "CAO Gehandicaptenzorg".
            schaal: salary scale of a comparable employee, or FWG group.
            periodiek: step in it.
            peildatum: the day whose tables, pension and Zvw hold.
            fte_per_huis: fte of all parents together.
            onregelmatigheidstoeslag: fraction of the monthly salary; an open aanname.
            cijfers: a set of own figures to use; see `cijfers_uit`.
            **eigen: other fields of one's own, in place of the figure; those of `norm` by their own name.

        Raises:
            OnbekendCijfer: when figures are not known for that day; names all of them, and what is known nearby.
        """
        from gezinshuis_tarief.componenten.uit_cao import cijfers_van_ondernemer  # noqa: PLC0415 (reads tables)
        from gezinshuis_tarief.referentie.eigen.cijferset import in_gebruik  # noqa: PLC0415

        with in_gebruik(cijfers):
            velden, onderbouwing = cijfers_van_ondernemer(
                (cao, schaal, periodiek), peildatum, eigen=dict(eigen)
            )
        norm = {naam: velden.pop(naam) for naam in Brutoloon.model_fields if naam in velden}
        bij_norm = {naam: onderbouwing.pop(naam) for naam in norm if naam in onderbouwing}
        loon = Brutoloon.model_validate({"onregelmatigheidstoeslag": onregelmatigheidstoeslag, **norm})
        invoer = {"fte_per_huis": fte_per_huis, "norm": loon.onderbouwd(bij_norm), **velden}
        return cls.model_validate(invoer).onderbouwd(onderbouwing)

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        """Return the income of all gezinshuisouders with its risks and premiums, euro per house per year."""
        per_fte = self.ondernemerskosten(wijze) + self.overige_kosten_per_fte
        return self.fte_per_huis * per_fte + self.beroepskosten_per_jaar

    def aantal_fte(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        """Return the fte of all gezinshuisouders of a house."""
        return self.fte_per_huis

    def ondernemerskosten(self, wijze: Rekenwijze) -> Decimal:
        """Return what one fte costs, euro a year."""
        inkomen = wijze.stap("norminkomen", self.norm.per_jaar(), Eenheid.EURO_PER_JAAR)
        aov = wijze.stap("aov", self.aov_premie * self.aov_verzekerd_deel * inkomen, Eenheid.EURO_PER_JAAR)
        grondslag = wijze.meeste(inkomen - self.pensioenfranchise, 0)
        pensioen = wijze.stap("pensioen", self.pensioenpremie * grondslag, Eenheid.EURO_PER_JAAR)
        bijdrage = self.zvw_bijdrage * wijze.minste(inkomen, self.zvw_maximum)
        zvw = wijze.stap("zvw", bijdrage, Eenheid.EURO_PER_JAAR)
        reservering = wijze.stap(
            "reservering", self.werkloosheidsreservering * inkomen, Eenheid.EURO_PER_JAAR
        )
        alles = inkomen + aov + pensioen + zvw + reservering
        return wijze.stap("ondernemerskosten", alles, Eenheid.EURO_PER_FTE)
