"""A component as data: where it fits, its inputs, its steps, its outcome; judged as a whole, and its kenmerk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.formules.uitdrukking import Uitdrukking, verwijzingen
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, alle_in_model, in_model
from gezinshuis_tarief.kern.grenzen import grenzen_van
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import bezwaren_onder
from gezinshuis_tarief.kern.velden import GRENS, lees_geheel, lees_getal
from gezinshuis_tarief.onderdelen.bereik import Bereik, bereik_van
from gezinshuis_tarief.onderdelen.eenheidsleer import keur_eenheid, twijfel
from gezinshuis_tarief.onderdelen.formuletaal import TEKENS_HOOGSTENS, InTekst, lees_formule
from gezinshuis_tarief.onderdelen.namen import bezwaar_tegen_invoer, bezwaar_tegen_stap, waarom_niet
from gezinshuis_tarief.onderdelen.ontleden import Woordenlijst
from gezinshuis_tarief.onderdelen.plekken import DELEN, PLEKKEN, Naam, Plek

INVOER_HOOGSTENS: Final = 40
STAPPEN_HOOGSTENS: Final = 40
KEUZES_HOOGSTENS: Final = 20
TEKST_HOOGSTENS: Final = 2_000
HELE_EENHEDEN: Final = frozenset({Eenheid.AANTAL_PLAATSEN, Eenheid.DAGEN_PER_JAAR})
"""Units of what is counted in whole numbers."""


def _lees_grens(waarde: object) -> Decimal:
    """Read a bound; 1 and 1.0 are one bound."""
    return Decimal(f"{lees_getal(waarde).normalize() + 0:f}")


_Tekst = Annotated[str, StringConstraints(max_length=300)]
_Grens = Annotated[Decimal, BeforeValidator(_lees_grens)]
_Formule = Annotated[str, StringConstraints(max_length=TEKENS_HOOGSTENS)]
_Keuze = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_ .-]{0,39}$")]


def _weg_als_leeg() -> Any:  # noqa: ANN401 (pydantic types its Field so)
    return Field(default=None, exclude_if=lambda waarde: waarde is None)


class Invoerveld(Onderdeel):
    """One input of a component: a number with unit and bounds, a choice, a text or a standard component.

    Attributes:
        omschrijving: what it is, in one line.
        eenheid: the unit of a number.
        minstens: the lowest number that is allowed.
        meer_dan: the number that it must be above.
        hoogstens: the highest number that is allowed.
        mag_leeg: whether a number may be left blank.
        keuzes: the words of a choice.
        tekst: how many characters a text may have.
        onderdeel: the standard component it is.
    """

    omschrijving: _Tekst = ""
    eenheid: Eenheid | None = _weg_als_leeg()
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
        grenzen = [self.minstens, self.meer_dan, self.hoogstens]
        if self.eenheid is None and (self.mag_leeg or any(grens is not None for grens in grenzen)):
            melding = "heeft een grens of mag leeg blijven, en is geen getal"
            raise in_model(melding, gevonden="", remedie="Geef een eenheid.")
        if self.minstens is not None and self.meer_dan is not None:
            raise in_model("heeft twee ondergrenzen", gevonden="", toegestaan="minstens of meer_dan")
        if self.laagst > self.hoogst or self.meer_dan == self.hoogst:
            raise in_model("heeft grenzen waar niets tussen ligt", gevonden="")
        if len({keuze.casefold() for keuze in self.keuzes}) < len(self.keuzes):
            raise in_model("heeft twee keer hetzelfde woord", sleutel="keuzes", gevonden="")
        return self

    def namen(self, naam: str) -> Iterator[tuple[str, Naam]]:
        """Yield what a formula can read of this input, by name; nothing of a choice or a text."""
        if self.eenheid is not None:
            kan_nul = self.laagst <= 0 <= self.hoogst and self.meer_dan != 0
            decimalen = 0 if self.eenheid in HELE_EENHEDEN else 10
            yield naam, Naam(self.eenheid, Bereik(self.laagst, self.hoogst, kan_nul, decimalen))
        elif self.onderdeel is not None:
            deel = DELEN[self.onderdeel]
            yield f"{naam}.{deel.uitkomst}", deel.naam
            for veldnaam, veld in deel.soort.model_fields.items():
                grenzen = grenzen_van(veld)
                if grenzen.eenheid is not None:
                    bereik = Bereik(Decimal(0), grenzen.grootste, kan_nul=True, decimalen=10)
                    yield f"{naam}.{veldnaam}", Naam(grenzen.eenheid, bereik)

    def waarom_geen_getal(self, naam: str) -> str:
        """Return why a formula cannot read this input as a number; empty when it can, or when it is a choice."""
        if self.tekst is not None:
            return "dat een tekst is"
        if self.onderdeel is not None:
            return f"dat een onderdeel is; zijn uitkomst heet {naam}.{DELEN[self.onderdeel].uitkomst}"
        return ""


class Stapdefinitie(Onderdeel):
    """A named intermediate result: its unit and its formula."""

    eenheid: Eenheid
    formule: _Formule


class Definitie(Onderdeel):
    """A component of one's own as data. Nothing in it is executed; whoever receives it computes the same cents.

    Attributes:
        plek: where it fits: a bouwsteen, or eigen_posten.
        uitleg: what it is, in one line.
        invoer: its inputs by name.
        stappen: named intermediate results, in the order in which they are computed.
        uitkomst: the formula of what it yields, in its one fixed form.
        kenmerk: sixteen hexadecimal digits over all that it computes; filled in by itself.
    """

    plek: Literal[
        "eigen_posten",
        "inkomen_gezinshuisouder",
        "gedragswetenschapper",
        "ondersteuning",
        "vervanging_logeren",
        "verzorgingskosten",
        "huisvesting",
        "overhead",
        "leegstand",
    ]
    uitleg: _Tekst = ""
    invoer: dict[str, Invoerveld]
    stappen: dict[str, Stapdefinitie] = Field(default_factory=dict, exclude_if=lambda stappen: not stappen)
    uitkomst: _Formule
    kenmerk: str = ""

    _bomen: Mapping[str, Uitdrukking] = PrivateAttr(default_factory=dict)
    _twijfel: tuple[str, ...] = PrivateAttr(default=())
    _delercijfers: int = PrivateAttr(default=0)

    @property
    def bomen(self) -> Mapping[str, Uitdrukking]:
        """The formula of every step and, under "", of the outcome."""
        return self._bomen

    @property
    def waar(self) -> Plek:
        """Its place."""
        return PLEKKEN[self.plek]

    @property
    def delercijfers(self) -> int:
        """How many digits the divisors in its outcome take together, at most."""
        return self._delercijfers

    @property
    def keuzes(self) -> dict[str, tuple[str, ...]]:
        """The words of each choice."""
        return {naam: veld.keuzes for naam, veld in self.invoer.items() if veld.keuzes}

    def in_een_regel(self) -> str:
        """Return all its formulas, to show beside others."""
        stappen = [f"{naam} = {stap.formule}" for naam, stap in self.stappen.items()]
        return "; ".join([*stappen, self.uitkomst])

    def waarschuwingen(self) -> tuple[str, ...]:
        """Return what is allowed but odd: units that leave plaats or fte open, and inputs that nothing reads."""
        gelezen = {sleutel for boom in self.bomen.values() for sleutel in verwijzingen(boom)}
        gelezen |= {sleutel.partition(".")[0] for sleutel in gelezen}
        los = [naam for naam, veld in self.invoer.items() if veld.tekst is None and naam not in gelezen]
        return (*self._twijfel, *(f"{naam}: wordt in geen formule gelezen." for naam in los))

    @model_validator(mode="before")
    @classmethod
    def _begrensd(cls, data: Any) -> Any:  # noqa: ANN401 (pydantic's validator signature)
        for deel, hoogstens in (("invoer", INVOER_HOOGSTENS), ("stappen", STAPPEN_HOOGSTENS)):
            inhoud = data.get(deel) if isinstance(data, dict) else None
            if isinstance(inhoud, dict) and len(inhoud) > hoogstens:
                gevonden, mag = f"{len(inhoud)} namen", f"hoogstens {hoogstens}"
                raise in_model("is te veel", sleutel=deel, gevonden=gevonden, toegestaan=mag)
        return data

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        bezwaren = [*self._tegen_namen()]
        if not bezwaren:
            bezwaren += self._lees_formules()
        if bezwaren:
            raise alle_in_model(bezwaren)
        kenmerk = self._kenmerk()
        if self.kenmerk and self.kenmerk != kenmerk:
            raise _ander_kenmerk(self.kenmerk, kenmerk)
        self.__dict__["kenmerk"] = kenmerk
        return self

    def _tegen_namen(self) -> Iterator[Bezwaar]:
        """Yield the objections to names, and to inputs that others miss."""
        for naam in self.invoer:
            if bezwaar := bezwaar_tegen_invoer(naam, self.waar):
                yield bezwaar
        for naam in self.stappen:
            if bezwaar := bezwaar_tegen_stap(naam, self.waar, self.invoer.keys(), self.keuzes.keys()):
                yield bezwaar
        for naam, hoort in self.waar.gelezen.items():
            veld = self.invoer.get(naam)
            is_zo = veld is not None and (
                veld.eenheid is hoort if isinstance(hoort, Eenheid) else veld.onderdeel is not None
            )
            if not is_zo:
                wat = f"een getal in {hoort}" if isinstance(hoort, Eenheid) else "het onderdeel loonkosten"
                mag = f"een invoer {naam}: {wat}"
                yield Bezwaar("invoer", "mist wat bouwsteen 11 (zorgzwaarte) ervan leest", toegestaan=mag)

    def _lees_formules(self) -> Iterator[Bezwaar]:
        """Read every formula and yield the objections to it; a step reads only what stands before it."""
        namen = self.waar.namen
        for naam, veld in self.invoer.items():
            namen |= dict(veld.namen(naam))
        bomen, vaste, twijfels = {}, {}, []
        kan_leeg = [naam for naam, veld in self.invoer.items() if veld.mag_leeg]
        for naam, tekst, eenheid in [
            *((naam, stap.formule, stap.eenheid) for naam, stap in self.stappen.items()),
            ("", self.uitkomst, self.waar.eenheid),
        ]:
            sleutel = f"stappen.{naam}.formule" if naam else "uitkomst"
            anders = waarom_niet(naam, self.waar, [n for n in self.stappen if n not in bomen])
            anders |= {n: waarom for n, veld in self.invoer.items() if (waarom := veld.waarom_geen_getal(n))}
            woorden = Woordenlijst({n: n for n in namen}, self.keuzes, kan_leeg, anders)
            try:
                boom = lees_formule(tekst, woorden)
                keur_eenheid(boom, eenheid, lambda n: namen[n].eenheid)
                bereik = bereik_van(boom, lambda n: namen[n].bereik)
            except InvoerFout as fout:
                yield from bezwaren_onder((sleutel,), fout)
                return
            if vraag := twijfel(boom, eenheid, lambda n: namen[n].eenheid):
                twijfels.append(f"{sleutel}: {vraag}.")
            bomen[naam], vaste[naam] = boom, InTekst().schrijf(boom)
            if (vast := self.waar.vaste_stappen.get(naam, vaste[naam])) != vaste[naam]:
                melding = "is anders dan bouwsteen 11 (zorgzwaarte) haar leest"
                yield Bezwaar(sleutel, melding, gevonden=vaste[naam], toegestaan=vast)
                return
            if naam:
                namen[naam] = Naam(eenheid, bereik)
        self._bomen, self._twijfel = bomen, tuple(twijfels)
        self.__dict__["uitkomst"] = vaste[""]
        self.__dict__["stappen"] = {
            naam: Stapdefinitie.model_construct(eenheid=stap.eenheid, formule=vaste[naam])
            for naam, stap in self.stappen.items()
        }
        self._delercijfers = bereik.delercijfers

    def _kenmerk(self) -> str:
        """Return the mark of what it computes: place, inputs with unit and bounds, formulas; no descriptions."""
        formules = {naam: [stap.formule, stap.eenheid] for naam, stap in self.stappen.items()}
        vast = {
            "plek": self.plek,
            "invoer": {
                naam: veld.model_dump(mode="json", exclude={"omschrijving"})
                for naam, veld in self.invoer.items()
            },
            "formules": {**formules, "": [self.uitkomst, self.waar.eenheid]},
        }
        tekst = json.dumps(vast, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(tekst.encode()).hexdigest()[:16]


def _ander_kenmerk(gegeven: str, kenmerk: str) -> PydanticCustomError:
    remedie = "De definitie is na het schrijven gewijzigd. Laat kenmerk weg als dat de bedoeling is."
    melding = f"hoort niet bij deze definitie; die heeft {kenmerk}"
    return in_model(melding, sleutel="kenmerk", gevonden=f"{gegeven:.20}", toegestaan="", remedie=remedie)
