"""From a class to its definition: its formula is read once without numbers, and held against the class itself."""

from __future__ import annotations

import inspect
import random
from collections.abc import Mapping
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import Any, Final, cast, get_args

from pydantic.fields import FieldInfo

from gezinshuis_tarief.componenten.bouwsteen import Kostenblok, Kostenpost
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.formules.formuletaal import InTekst
from gezinshuis_tarief.formules.spoor import Spoor, als_term
from gezinshuis_tarief.formules.uitdrukking import FormuleFout, Verwijzing, als_uitdrukking
from gezinshuis_tarief.kern.argumenten import toon_ding
from gezinshuis_tarief.kern.fouten import InvoerFout, weigering
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.grenzen import Grenzen, grenzen_van, modellen_in
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.rekenwijze import Exact, Rekenwijze
from gezinshuis_tarief.kern.sleutels import bezwaren_onder, onbeschreven, vertaald
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.invoerveld import TEKST_HOOGSTENS
from gezinshuis_tarief.onderdelen.klassecontrole import eis_zonder_eigen_controles
from gezinshuis_tarief.onderdelen.plekken import DELEN, EIGEN_CIJFER, PLEKKEN, POST, STANDAARD, Plek
from gezinshuis_tarief.onderdelen.rekenen import Rekenaar

_STEEKPROEF: Final = 24
_BEWAARD: Final = 256
_MATEN: Final = ("plaatsen", "plaatsdagen", "dagen", "weken")
_FOUTEN: Final = (TypeError, AttributeError, ValueError, ArithmeticError, LookupError)
"""What a formula in Python can run into when it is read without numbers."""
_SCHRIJF: Final = (
    "Schrijf de formule met + − × ÷ over velden, en met wijze.minste, meeste, rond, kies en stap."
)


def definitie_van(klasse: type[Onderdeel], plek: str | None = None) -> Definitie:
    """Return a component of one's own as data: what travels, to read before sending.

    Args:
        klasse: the class.
        plek: the key where it stands; not needed for an own line, or for a class made from a standard room.

    Raises:
        InvoerFout: when it does something that cannot be written down as a formula, with what to do instead.
    """
    gegeven: object = klasse
    if not isinstance(gegeven, type) or not issubclass(gegeven, Onderdeel):
        remedie = "Geef de klasse zelf: definitie_van(Vervoer)."
        raise weigering(
            "klasse", "is geen klasse van een onderdeel", gevonden=toon_ding(gegeven), remedie=remedie
        )
    definitie = getattr(klasse, "definitie", None)
    if isinstance(definitie, Definitie):
        return definitie
    return _vastgelegd(klasse, _plek_van(klasse, plek))


def wezen(deel: Onderdeel, plek: str) -> object:
    """Return what makes a component what it is: the kenmerk of one of one's own that can be written down, or its class."""
    if plek not in PLEKKEN or type(deel) in STANDAARD:
        return type(deel)
    try:
        return definitie_van(type(deel), plek).kenmerk
    except InvoerFout:
        return type(deel)


def _plek_van(klasse: type[Onderdeel], plek: str | None) -> str:
    if plek is None:
        passend = [waar.sleutel for waar in PLEKKEN.values() if issubclass(klasse, waar.standaard)]
        plek = POST if issubclass(klasse, Kostenpost) else passend[0] if passend else None
    if plek is None:
        mag, remedie = ", ".join(PLEKKEN), "Geef plek mee, de bouwsteen waar het onderdeel hoort."
        raise weigering(klasse.__name__, "past op meer dan één plek", toegestaan=mag, remedie=remedie)
    if plek not in PLEKKEN:
        raise onschrijfbaar(
            klasse, f"een eigen {plek} kan dat nog niet", "Neem de standaard, of een eigen post."
        )
    waar = PLEKKEN[plek]
    if not issubclass(klasse, waar.soort) or not hasattr(klasse, waar.methode):
        raise weigering(klasse.__name__, f"past niet op {plek}")
    return plek


def onschrijfbaar(klasse: type[Onderdeel], waarom: str, remedie: str = _SCHRIJF) -> InvoerFout:
    """Return the objection to a class that cannot become data."""
    return weigering(klasse.__name__, f"kan niet mee in een bestand: {waarom}", remedie=remedie)


@lru_cache(maxsize=_BEWAARD)
def _vastgelegd(klasse: type[Onderdeel], plek: str) -> Definitie:
    waar = PLEKKEN[plek]
    _eis_eigen_formule(klasse, waar)
    try:
        eis_zonder_eigen_controles(klasse)
        invoer = {naam: _invoer(naam, veld) for naam, veld in _velden(klasse, waar).items()}
        spoor = Spoor()
        uitkomst = als_uitdrukking(_roep(_verwezen(klasse), waar, _verwezen_ruimte(waar), spoor))
    except FormuleFout as fout:
        raise onschrijfbaar(klasse, f"{fout}".rstrip(".")) from fout
    except InvoerFout as fout:
        raise InvoerFout(tuple(bezwaren_onder((klasse.__name__,), fout))) from None
    except _FOUTEN as fout:
        raise onschrijfbaar(klasse, "de formule is zonder getallen niet te lezen") from fout
    delen = {naam for naam, velden in invoer.items() if "onderdeel" in velden}
    schrijf = InTekst().schrijf
    data = {
        "plek": plek,
        "uitleg": inspect.cleandoc(klasse.__doc__ or "").partition("\n")[0],
        "invoer": invoer,
        "stappen": {
            stap.sleutel: {"eenheid": stap.eenheid, "formule": schrijf(stap.formule)}
            for stap in spoor.stappen.values()
            if stap.sleutel.partition(".")[0] not in delen
        },
        "uitkomst": schrijf(uitkomst),
    }
    try:
        definitie = Definitie.model_validate(data)
    except InvoerFout as fout:
        raise InvoerFout(tuple(bezwaren_onder((klasse.__name__,), fout))) from None
    _vergelijk(klasse, definitie)
    return definitie


def _eis_eigen_formule(klasse: type[Onderdeel], waar: Plek) -> None:
    """Refuse a class that changes more than the formula of its place: the rest would not travel."""
    if issubclass(klasse, Kostenblok) and klasse.per_jaar is not Kostenblok.per_jaar:
        raise onschrijfbaar(klasse, "per_jaar is overschreven", "Schrijf de formule in opbouw_per_jaar.")
    for naam in waar.vaste_stappen:
        if getattr(klasse, naam, None) is not getattr(waar.standaard, naam):
            wat = f"{naam} is anders dan in de standaard, en andere bouwstenen lezen dat"
            raise onschrijfbaar(
                klasse, wat, f"Maak de klasse van {waar.standaard.__name__} en laat {naam} staan."
            )


def _velden(klasse: type[Onderdeel], waar: Plek) -> dict[str, FieldInfo]:
    """Return the fields that are inputs of the formula."""
    vast = {EIGEN_CIJFER} if issubclass(waar.soort, Kostenblok) else waar.soort.model_fields.keys()
    return {naam: veld for naam, veld in klasse.model_fields.items() if naam not in vast}


def _invoer(naam: str, veld: FieldInfo) -> dict[str, object]:
    """Return a field as the definition of an input."""
    grenzen = grenzen_van(veld)
    beschreven: dict[str, object] = {"omschrijving": grenzen.omschrijving}
    if soort := next(modellen_in(veld.annotation), None):
        deel = next((n for n, deel in DELEN.items() if veld.annotation is deel.soort), None)
        if deel is None:
            mag = " of ".join(deel.soort.__name__ for deel in DELEN.values())
            raise weigering(naam, f"is een onderdeel ({soort.__name__}) dat niet mee kan", toegestaan=mag)
        return beschreven | {"onderdeel": deel}
    is_leegbaar = type(None) in get_args(veld.annotation)
    if is_leegbaar and grenzen.eenheid is None:
        raise weigering(naam, "mag leeg blijven, en is geen getal", remedie="Geef altijd een waarde.")
    if grenzen.keuzes:
        return beschreven | {"keuzes": grenzen.keuzes}
    if veld.annotation is str:
        return beschreven | {"tekst": min(grenzen.tekens or TEKST_HOOGSTENS, TEKST_HOOGSTENS)}
    if grenzen.eenheid is None:
        remedie = 'Geef het veld een eenheid, zoals in Annotated[EuroPerJaar, veld("…")].'
        raise weigering(naam, "heeft geen eenheid", remedie=remedie)
    ondergrens = "minstens" if grenzen.laagst_mag else "meer_dan"
    getallen = {
        "eenheid": grenzen.eenheid,
        "groep": grenzen.prijsgroep,
        ondergrens: grenzen.laagst,
        "hoogstens": grenzen.hoogst,
    }
    gegeven = {wat: waarde for wat, waarde in getallen.items() if waarde is not None}
    return beschreven | gegeven | ({"mag_leeg": True} if is_leegbaar else {})


def _verwezen(klasse: type[Onderdeel]) -> Onderdeel:
    """Return the component with a name in place of every value, which refuses to be looked at."""
    return vertaald(onbeschreven(klasse), lambda sleutel, _, __: als_term(Verwijzing(sleutel)))


def _verwezen_ruimte(waar: Plek) -> dict[str, Decimal]:
    namen = (*waar.grondslagen, *(f"huis.{maat}" for maat in _MATEN))
    return {naam: als_term(Verwijzing(naam)) for naam in namen}


def _roep(deel: Onderdeel, waar: Plek, ruimte: Mapping[str, Decimal], wijze: Rekenwijze) -> Decimal:
    """Call the formula of a component as the composition does."""
    huis = Huismaten(*(cast("Any", ruimte[f"huis.{maat}"]) for maat in _MATEN))
    grondslagen = [ruimte[naam] for naam in waar.grondslagen]
    uitkomst: Decimal = getattr(deel, waar.methode)(*grondslagen, *([huis] if waar.leest_huis else []), wijze)
    return uitkomst


def _vergelijk(klasse: type[Onderdeel], definitie: Definitie) -> None:
    """Hold class and definition against each other on drawn values: the same Decimals, digit for digit."""
    toeval = random.Random(definitie.kenmerk)  # noqa: S311 (the same draw for the same definition)
    for _ in range(_STEEKPROEF):
        deel, ruimte = _getrokken(klasse, toeval), _ruimte(definitie.waar, toeval)
        with localcontext(CONTEXT):
            try:
                van_klasse = _roep(deel, definitie.waar, ruimte, Exact())
                van_data = Rekenaar(deel, definitie, Exact(), ruimte).uitkomst()
            except _FOUTEN as fout:
                raise onschrijfbaar(klasse, "de formule rekent niet bij elke invoer die mag") from fout
        if van_klasse != van_data:
            wat = f"de klasse geeft {van_klasse:.4f} waar de opgeschreven formule {van_data:.4f} geeft"
            raise onschrijfbaar(klasse, wat)


def _getrokken(klasse: type[Onderdeel], toeval: random.Random) -> Onderdeel:
    def waarde(_: str, __: object, grenzen: Grenzen) -> object:
        if grenzen.keuzes:
            return toeval.choice(grenzen.keuzes)
        if grenzen.eenheid is None:
            return toeval.choice(("", "x", "lang"))
        if grenzen.mag_leeg and toeval.random() < 1 / 3:
            return None
        if grenzen.is_heel:
            return toeval.randint(int(grenzen.kleinste), int(min(grenzen.grootste, grenzen.kleinste + 10**6)))
        laagst = max(grenzen.kleinste, Decimal(-(10**6)))
        breedte = min(grenzen.grootste, laagst + 10 ** toeval.randint(0, 6)) - laagst
        return laagst + (breedte * toeval.randint(0, 10**4)).scaleb(-4)

    return vertaald(onbeschreven(klasse), waarde)


def _ruimte(waar: Plek, toeval: random.Random) -> dict[str, Decimal]:
    plaatsen, dagen = Decimal(toeval.randint(1, 8)), toeval.choice([365, 366])
    maten = (plaatsen, plaatsen * dagen, Decimal(dagen), Decimal(toeval.choice(["52", "52.1428"])))
    huis = {f"huis.{maat}": waarde for maat, waarde in zip(_MATEN, maten, strict=True)}
    return huis | {naam: Decimal(toeval.randint(0, 10**7)) / 1000 for naam in waar.grondslagen}
