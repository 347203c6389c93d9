"""What one full-time employee costs in a year: pay, employer's premiums and pension."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Self

from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.onderdeel import Onderdeel, OpenNorm
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EuroPerJaar, EuroPerMaand, Fractie, veld

if TYPE_CHECKING:
    from gezinshuis_tarief.kern.argumenten import Peildatum
    from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset

MAANDEN: Final = 12


class Brutoloon(Onderdeel):
    """Gross pay of one fte: the monthly salary with what comes on top of it.

    Defined as: 12 × bruto_maandsalaris × ((1 + vakantietoeslag) × (1 + eindejaarsuitkering)
    + onregelmatigheidstoeslag).
    """

    open_normen: ClassVar[tuple[OpenNorm, ...]] = (
        OpenNorm(
            "Hoort de onregelmatigheidstoeslag bij de grondslag van vakantietoeslag en eindejaarsuitkering?",
            "Nee: de toeslag telt alleen zelf mee.",
            "onregelmatigheidstoeslag",
        ),
    )

    bruto_maandsalaris: Annotated[EuroPerMaand, Prijsgroep.LONEN, veld("bruto maandsalaris bij voltijd")]
    onregelmatigheidstoeslag: Annotated[Fractie, veld("onregelmatigheidstoeslag, deel van het maandsalaris")]
    vakantietoeslag: Annotated[Fractie, veld("vakantietoeslag, deel van het salaris")]
    eindejaarsuitkering: Annotated[
        Fractie, veld("eindejaarsuitkering, deel van salaris plus vakantietoeslag")
    ]

    def per_jaar(self) -> Decimal:
        """Return the gross pay of one fte, euro a year."""
        toeslagen = (1 + self.vakantietoeslag) * (
            1 + self.eindejaarsuitkering
        ) + self.onregelmatigheidstoeslag
        return MAANDEN * self.bruto_maandsalaris * toeslagen


class Loonkosten(Brutoloon):
    """Pay of one fte a year, from the monthly salary up to the employer's pension premium.

    Defined as: brutojaarloon + premies + pensioen.
    """

    open_normen = (
        *Brutoloon.open_normen,
        OpenNorm(
            "Over welk loon worden de werkgeverspremies berekend?",
            "Over het brutoloon tot het maximum; het echte premieloon is iets lager (eigen pensioenpremie).",
            "premieloon",
        ),
    )

    werkgeverspremies: Annotated[
        Fractie, Prijsgroep.PREMIES, veld("werkgeverspremies, deel van het premieloon")
    ]
    maximum_premieloon: Annotated[
        EuroPerJaar, Prijsgroep.PREMIES, veld("loon waarboven geen premies worden geheven")
    ]
    pensioenpremie_werkgever: Annotated[
        Fractie, Prijsgroep.PREMIES, veld("pensioenpremie werkgever, deel van de pensioengrondslag")
    ]
    pensioenfranchise: Annotated[
        EuroPerJaar, Prijsgroep.PREMIES, veld("loon waarover geen pensioen wordt opgebouwd")
    ]

    @classmethod
    def uit_cao(  # noqa: PLR0913 (users name the four that say which salary)
        cls,
        cao: str,
        schaal: str | int,
        periodiek: str | int,
        peildatum: Peildatum,
        *,
        kleine_werkgever: bool = True,
        onregelmatigheidstoeslag: Decimal | str = "0",
        cijfers: Cijferset | None = None,
        **eigen: Decimal | str,
    ) -> Self:
        """Fill the cost of an fte from reference figures; the opbouw takes over their status and source.

        Args:
            cao: "CAO Jeugdzorg" or "CAO Gehandicaptenzorg".
            schaal: salary scale, or FWG group.
            periodiek: step in it.
            peildatum: the day whose tables, premiums and pension hold.
            kleine_werkgever: whether the low Aof premium applies.
            onregelmatigheidstoeslag: fraction of the monthly salary; an open aanname.
            cijfers: a set of own figures to use; see `cijfers_uit`.
            **eigen: other fields of one's own, in place of the reference figure.

        Raises:
            OnbekendCijfer: when figures are not known for that day; names all of them, and what is known nearby.
        """
        from gezinshuis_tarief.componenten.uit_cao import cijfers_uit_cao  # noqa: PLC0415 (reads tables)
        from gezinshuis_tarief.referentie.eigen.cijferset import in_gebruik  # noqa: PLC0415

        with in_gebruik(cijfers):
            velden, onderbouwing = cijfers_uit_cao(
                (cao, schaal, periodiek), peildatum, kleine_werkgever=kleine_werkgever, eigen=dict(eigen)
            )
        return cls(onregelmatigheidstoeslag=onregelmatigheidstoeslag, **velden).onderbouwd(onderbouwing)

    def loonkosten(self, wijze: Rekenwijze) -> Decimal:
        """Return the cost of one fte, euro a year."""
        jaarloon = wijze.stap("brutojaarloon", self.per_jaar(), Eenheid.EURO_PER_JAAR)
        premieloon = wijze.minste(jaarloon, self.maximum_premieloon)
        premies = wijze.stap("premies", self.werkgeverspremies * premieloon, Eenheid.EURO_PER_JAAR)
        grondslag = wijze.meeste(jaarloon - self.pensioenfranchise, 0)
        pensioen = wijze.stap("pensioen", self.pensioenpremie_werkgever * grondslag, Eenheid.EURO_PER_JAAR)
        return wijze.stap("loonkosten", jaarloon + premies + pensioen, Eenheid.EURO_PER_FTE)
