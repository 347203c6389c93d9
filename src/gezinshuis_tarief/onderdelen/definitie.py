"""A component as data: where it fits, its inputs, its steps, its outcome; judged as a whole, and its kenmerk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, PrivateAttr, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.formules.bereik import bereik_van
from gezinshuis_tarief.formules.eenheidsleer import keur_eenheid, twijfel
from gezinshuis_tarief.formules.formuletaal import TEKENS_HOOGSTENS, InTekst, lees_formule
from gezinshuis_tarief.formules.uitdrukking import Uitdrukking, verwijzingen
from gezinshuis_tarief.formules.woordenlijst import Woordenlijst
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, alle_in_model, in_model
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import bezwaren_onder
from gezinshuis_tarief.onderdelen.invoerveld import Invoerveld, KorteTekst
from gezinshuis_tarief.onderdelen.namen import bezwaar_tegen_invoer, bezwaar_tegen_stap, waarom_niet
from gezinshuis_tarief.onderdelen.plekken import PLEKKEN, Leesbaar, Plek

INVOER_HOOGSTENS: Final = 40
STAPPEN_HOOGSTENS: Final = 40
_Formule = Annotated[str, StringConstraints(max_length=TEKENS_HOOGSTENS)]


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
    uitleg: KorteTekst = ""
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
                namen[naam] = Leesbaar(eenheid, bereik)
        self._bomen, self._twijfel = bomen, tuple(twijfels)
        self.__dict__["uitkomst"] = vaste[""]
        self.__dict__["stappen"] = {
            naam: Stapdefinitie.model_construct(eenheid=stap.eenheid, formule=vaste[naam])
            for naam, stap in self.stappen.items()
        }
        self._delercijfers = bereik.delercijfers

    def _kenmerk(self) -> str:
        """Return the mark of what it computes: place, inputs with unit and bounds, formulas; no words."""
        formules = {naam: [stap.formule, stap.eenheid] for naam, stap in self.stappen.items()}
        vast = {
            "plek": self.plek,
            "invoer": {
                naam: veld.model_dump(mode="json", exclude={"omschrijving", "groep"})
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
