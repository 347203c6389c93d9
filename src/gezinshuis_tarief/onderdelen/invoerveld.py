"""An input of a component of one's own, as data."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from gezinshuis_tarief.formules.bereik import Bereik
from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.fouten import in_model
from gezinshuis_tarief.kern.grenzen import Grenzen, grenzen_van
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.velden import GRENS, ZICHTBAAR, lees_geheel, lees_getal
from gezinshuis_tarief.onderdelen.plekken import DELEN, Leesbaar

KEUZES_HOOGSTENS: Final = 20
TEKST_HOOGSTENS: Final = 2_000
HELE_EENHEDEN: Final = frozenset({Eenheid.AANTAL_PLAATSEN, Eenheid.DAGEN_PER_JAAR})
"""Units of what is counted in whole numbers."""


def _lees_grens(waarde: object) -> Decimal:
    """Read a bound; 1 and 1.0 are one bound."""
    return Decimal(f"{lees_getal(waarde).normalize() + 0:f}")


KorteTekst = Annotated[str, StringConstraints(max_length=300), ZICHTBAAR]
_Grens = Annotated[Decimal, BeforeValidator(_lees_grens)]
_Keuze = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_ .-]{0,39}$")]


def _weg_als_leeg() -> Any:  # noqa: ANN401 (pydantic types its Field so)
    return Field(default=None, exclude_if=lambda waarde: waarde is None)


class Invoerveld(Onderdeel):
    """One input of a component: a number with unit and bounds, a choice, a text or a standard component.

    Attributes:
        omschrijving: what it is, in one line.
        eenheid: the unit of a number.
        groep: the price group, the figures whose day a number shares, where it is not that of its bouwsteen.
        minstens: the lowest number that is allowed.
        meer_dan: the number that it must be above.
        hoogstens: the highest number that is allowed.
        mag_leeg: whether a number may be left blank.
        keuzes: the words of a choice.
        tekst: how many characters a text may have.
        onderdeel: the standard component it is.
    """

    omschrijving: KorteTekst = ""
    eenheid: Eenheid | None = _weg_als_leeg()
    groep: Prijsgroep | None = _weg_als_leeg()
    minstens: _Grens | None = _weg_als_leeg()
    meer_dan: _Grens | None = _weg_als_leeg()
    hoogstens: _Grens | None = _weg_als_leeg()
    mag_leeg: bool = Field(default=False, exclude_if=lambda mag: not mag)
    keuzes: tuple[_Keuze, ...] = Field(
        default=(), max_length=KEUZES_HOOGSTENS, exclude_if=lambda keuzes: not keuzes
    )
    tekst: Annotated[int, BeforeValidator(lees_geheel), Field(ge=1, le=TEKST_HOOGSTENS)] | None = (
        _weg_als_leeg()
    )
    onderdeel: Literal["loonkosten"] | None = _weg_als_leeg()

    @property
    def laagst(self) -> Decimal:
        """The number that no value is below."""
        return next((grens for grens in (self.minstens, self.meer_dan) if grens is not None), -GRENS)

    @property
    def hoogst(self) -> Decimal:
        """The number that no value is above."""
        return GRENS if self.hoogstens is None else self.hoogstens

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        soorten = (
            self.eenheid is not None,
            bool(self.keuzes),
            self.tekst is not None,
            self.onderdeel is not None,
        )
        if sum(soorten) != 1:
            melding = "is niet één soort invoer"
            raise in_model(melding, gevonden="", toegestaan="een van eenheid, keuzes, tekst en onderdeel")
        van_getal = [self.minstens, self.meer_dan, self.hoogstens, self.groep]
        if self.eenheid is None and (self.mag_leeg or any(deel is not None for deel in van_getal)):
            melding = "heeft een grens of mag leeg blijven, en is geen getal"
            raise in_model(melding, gevonden="", remedie="Geef een eenheid.")
        if self.minstens is not None and self.meer_dan is not None:
            raise in_model("heeft twee ondergrenzen", gevonden="", toegestaan="minstens of meer_dan")
        if self.laagst > self.hoogst or self.meer_dan == self.hoogst:
            raise in_model("heeft grenzen waar niets tussen ligt", gevonden="")
        if len({keuze.casefold() for keuze in self.keuzes}) < len(self.keuzes):
            raise in_model("heeft twee keer hetzelfde woord", sleutel="keuzes", gevonden="")
        return self

    def namen(self, naam: str) -> Iterator[tuple[str, Leesbaar]]:
        """Yield what a formula can read of this input, by name; nothing of a choice or a text."""
        if self.eenheid is not None:
            kan_nul = self.laagst <= 0 <= self.hoogst and self.meer_dan != 0
            decimalen = 0 if self.eenheid in HELE_EENHEDEN else 10
            yield naam, Leesbaar(self.eenheid, Bereik(self.laagst, self.hoogst, kan_nul, decimalen))
        elif self.onderdeel is not None:
            deel = DELEN[self.onderdeel]
            yield f"{naam}.{deel.uitkomst}", deel.naam
            velden = (
                (f"{naam}.{eigen}", grenzen_van(veld)) for eigen, veld in deel.soort.model_fields.items()
            )
            yield from (
                (sleutel, Leesbaar(grenzen.eenheid, _van_grenzen(grenzen)))
                for sleutel, grenzen in velden
                if grenzen.eenheid is not None
            )

    def waarom_geen_getal(self, naam: str) -> str:
        """Return why a formula cannot read this input as a number; empty when it can, or when it is a choice."""
        if self.tekst is not None:
            return "dat een tekst is"
        if self.onderdeel is not None:
            return f"dat een onderdeel is; zijn uitkomst heet {naam}.{DELEN[self.onderdeel].uitkomst}"
        return ""


def _van_grenzen(grenzen: Grenzen) -> Bereik:
    return Bereik(max(grenzen.kleinste, Decimal(0)), grenzen.grootste, kan_nul=True, decimalen=10)
