"""From a definition to a component: a class whose formula is a tree that every reading can read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Final, Literal, cast

from annotated_types import Ge, Gt, Le
from pydantic import BeforeValidator, StringConstraints, create_model

from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.kern.grenzen import grenzen_van
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EURODEUR, GEHEELDEUR, GETALDEUR, ZICHTBAAR, veld
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.invoerveld import HELE_EENHEDEN, Invoerveld
from gezinshuis_tarief.onderdelen.namen import bezwaar_tegen_naam
from gezinshuis_tarief.onderdelen.plekken import DELEN, Plek
from gezinshuis_tarief.onderdelen.rekenen import Rekenaar
from gezinshuis_tarief.onderdelen.vastleggen import wezen

_BEWAARD: Final = 256


class UitDefinitie(Onderdeel):
    """What every component that was made from a definition has."""

    definitie: ClassVar[Definitie]

    def __eq__(self, ander: object) -> bool:
        """Whether it computes the same with the same values, whoever has the class."""
        if type(self) is type(ander) or not isinstance(ander, Onderdeel):
            return super().__eq__(ander)
        zelfde = wezen(ander, self.definitie.plek) == self.definitie.kenmerk
        return zelfde and self.__dict__ == ander.__dict__

    __hash__ = Onderdeel.__hash__

    def __reduce__(self) -> tuple[Any, ...]:
        """Let a copy for another process make its class again."""
        klasse = type(self)
        return _leeg, (klasse.__name__, self.definitie.model_dump_json()), self.__getstate__()

    def waarschuwingen(self) -> tuple[str, ...]:
        """Return what is odd about its definition."""
        eigen = (f"{type(self).__name__}: {tekst}" for tekst in self.definitie.waarschuwingen())
        return (*super().waarschuwingen(), *eigen)

    def _uitkomst(self, wijze: Rekenwijze, huis: Huismaten | None = None, **grondslagen: Decimal) -> Decimal:
        ruimte: dict[str, Any] = {**grondslagen}
        if huis is not None:
            maten = ("plaatsen", "plaatsdagen", "dagen", "weken")
            ruimte |= {f"huis.{maat}": getattr(huis, maat) for maat in maten}
        return Rekenaar(self, self.definitie, wijze, ruimte).uitkomst()


class _PostUitDefinitie(UitDefinitie):
    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        """Return the cost, euro per house per year."""
        return self._uitkomst(wijze, huis)


class _BlokUitDefinitie(UitDefinitie):
    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        """Return the built-up cost, euro per house per year."""
        return self._uitkomst(wijze, huis)


class _LeegstandUitDefinitie(UitDefinitie):
    def per_etmaal(self, kostprijs: Decimal, vaste_kosten: Decimal, wijze: Rekenwijze) -> Decimal:
        """Return the cost of empty places, euro per child per etmaal."""
        return self._uitkomst(wijze, kostprijs=kostprijs, vaste_kosten=vaste_kosten)


class _OverheadUitDefinitie(UitDefinitie):
    def per_etmaal(
        self, beroepskrachten: Decimal, directe_kosten: Decimal, huis: Huismaten, wijze: Rekenwijze
    ) -> Decimal:
        """Return the overhead, euro per child per etmaal."""
        return self._uitkomst(wijze, huis, beroepskrachten=beroepskrachten, directe_kosten=directe_kosten)


_VORMEN: Final[Mapping[str, type[UitDefinitie]]] = {
    "eigen_posten": _PostUitDefinitie,
    "leegstand": _LeegstandUitDefinitie,
    "overhead": _OverheadUitDefinitie,
}


def onderdeel(  # noqa: PLR0913 (what a component consists of)
    naam: str,
    *,
    plek: str,
    invoer: Mapping[str, Mapping[str, object]],
    uitkomst: str,
    stappen: Mapping[str, Mapping[str, object]] | None = None,
    uitleg: str = "",
) -> type[Any]:
    """Make a component of one's own without writing a class.

    >>> from gezinshuis_tarief import onderdeel, voorbeeld_2026
    >>> Vervoer = onderdeel(
    ...     "Vervoer",
    ...     plek="eigen_posten",
    ...     invoer={"ritten": {"eenheid": "aantal", "minstens": "0"}, "prijs": {"eenheid": "€ per stuk"}},
    ...     uitkomst="huis.plaatsen * ritten * prijs",
    ... )
    >>> vervoer = Vervoer(naam="vervoer", ritten="120", prijs="7.50")
    >>> voorbeeld_2026().met({"eigen_posten": [vervoer]}).bereken()["midden"].per_etmaal
    Decimal('163.02')

    Args:
        naam: what it is called, such as Vervoer.
        plek: where it fits: a bouwsteen, such as leegstand, or eigen_posten.
        invoer: each input by name: a number (eenheid, minstens or meer_dan, hoogstens, mag_leeg), a choice (keuzes), a
            text (tekst: how long it may be) or a standard component (onderdeel: loonkosten); and its omschrijving.
        uitkomst: the formula of what it yields: euro per house per year, or per etmaal for overhead and leegstand.
        stappen: named intermediate results, each with eenheid and formule, in the order of calculation.
        uitleg: what it is, in one line.

    Raises:
        InvoerFout: with the objection to a name, a unit, a bound or a formula, by key.
    """
    if bezwaar := bezwaar_tegen_naam(naam):
        raise InvoerFout((bezwaar,))
    delen = {"plek": plek, "uitleg": uitleg, "invoer": invoer, "stappen": stappen or {}, "uitkomst": uitkomst}
    return klasse_van(naam, Definitie.model_validate(delen))


def klasse_van(soort: str, definitie: Definitie) -> type[UitDefinitie]:
    """Return the class of a definition; the same definition gives the same class."""
    return _klasse(soort, definitie.model_dump_json())


@lru_cache(maxsize=_BEWAARD)
def _klasse(soort: str, definitie: str) -> type[UitDefinitie]:
    return _bouw(soort, Definitie.model_validate_json(definitie))


def _leeg(soort: str, definitie: str) -> UitDefinitie:
    klasse = _klasse(soort, definitie)
    return klasse.__new__(klasse)


def _bouw(soort: str, definitie: Definitie) -> type[UitDefinitie]:
    plek = definitie.waar
    klasse = cast("Any", create_model)(
        soort,
        __base__=(_VORMEN.get(plek.sleutel, _BlokUitDefinitie), _basis(plek, definitie)),
        __module__=__name__,
        __doc__=definitie.uitleg,
        **{naam: _veld(naam, invoer) for naam, invoer in definitie.invoer.items()},
    )
    klasse.definitie = definitie
    if plek.kamer is not None:
        for naam in ("nummer", "titel", "element", "prijsgroep"):
            setattr(klasse, naam, getattr(plek.kamer, naam))
    for naam in plek.vaste_stappen:  # other rooms read it
        setattr(klasse, naam, getattr(plek.standaard, naam))
    return cast("type[UitDefinitie]", klasse)


def _basis(plek: Plek, definitie: Definitie) -> type[Onderdeel]:
    """Return the standard room when all its inputs are still there, else what any component there is."""
    velden = {
        n: grenzen_van(v) for n, v in plek.standaard.model_fields.items() if n not in plek.soort.model_fields
    }
    for naam, grenzen in velden.items():
        invoer = definitie.invoer.get(naam)
        if invoer is None or (invoer.eenheid, invoer.keuzes) != (grenzen.eenheid, grenzen.keuzes):
            return plek.soort
    return plek.standaard if plek.kamer is not None else plek.soort


def _veld(naam: str, invoer: Invoerveld) -> Any:  # noqa: ANN401 (a field as pydantic makes one)
    omschreven = veld(invoer.omschrijving or naam.replace("_", " "))
    if invoer.mag_leeg:
        return Annotated[_type(invoer) | None, omschreven], None
    return Annotated[_type(invoer), omschreven]


def _type(invoer: Invoerveld) -> Any:  # noqa: ANN401 (a type, with what it allows)
    if invoer.onderdeel is not None:
        return DELEN[invoer.onderdeel].soort
    if invoer.keuzes:
        return Literal[invoer.keuzes]  # pydantic reads it at run time
    if invoer.tekst is not None:
        return Annotated[str, StringConstraints(max_length=invoer.tekst), ZICHTBAAR]
    grenzen = [
        soort(grens)
        for soort, grens in ((Ge, invoer.minstens), (Gt, invoer.meer_dan), (Le, invoer.hoogstens))
        if grens is not None
    ]
    soort, deur = _getal(invoer.eenheid)
    return Annotated[(soort, deur, invoer.eenheid, invoer.groep, *grenzen)]


def _getal(eenheid: Eenheid | None) -> tuple[type, BeforeValidator]:
    if eenheid in HELE_EENHEDEN:
        return int, GEHEELDEUR
    return Decimal, EURODEUR if eenheid is not None and eenheid.is_geld else GETALDEUR
