"""Typed input fields: a number enters as exact text or Decimal, is checked, and is never repaired."""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from numbers import Integral, Real
from typing import Annotated, Any, Final

from annotated_types import Ge, Gt, Le
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationInfo

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import in_model

_VERBERGT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Characters that steer a screen, turn the reading direction or are none: what is shown would not be what is meant."""
_IN_EEN_NAAM: Final = re.compile(rf"[\t\n\r\u200b-\u200f\u2060-\u2065]|{_VERBERGT.pattern}")
"""And what breaks a line, or makes names that look the same differ."""


def eis_zichtbaar(tekst: str, verboden: re.Pattern[str] = _VERBERGT) -> str:
    """Return a text as it is, and refuse one with a character that hides what it says."""
    if gevonden := verboden.search(tekst):
        melding = f"heeft een teken dat niet te zien is (U+{ord(gevonden[0]):04X})"
        raise in_model(melding, remedie="Typ deze tekst opnieuw, een naam op één regel.")
    return tekst


ZICHTBAAR: Final = AfterValidator(eis_zichtbaar)
Notitie = Annotated[str, ZICHTBAAR]
Naam = Annotated[
    str,
    StringConstraints(min_length=1, max_length=80),
    AfterValidator(lambda naam: eis_zichtbaar(naam, _IN_EEN_NAAM)),
]
Woord = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), ZICHTBAAR]
"""A text that says something."""
CIJFERS_HOOGSTENS: Final = 15
"""Significant digits a number may have: what a spreadsheet cell can hold without loss."""
DECIMALEN_HOOGSTENS: Final = 10
GRENS: Final = Decimal(10) ** 9
"""No amount or count in a gezinshuis reaches this; it keeps the arithmetic provably exact to the cent."""

_KLEINSTE_PROCENT: Final = Decimal("0.1")
"""No percentage that is set by law or agreement comes below this unsaid."""
_REMEDIE = 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'
_GETAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_NEDERLANDS = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3})*,[0-9]+|[+-]?[0-9]+,[0-9]+")
_DUBBELZINNIG = re.compile(r"[+-]?0*[1-9][0-9]*\.[0-9]{3}")
_UITDRUKKELIJK: Final = Context(prec=40, traps=[Inexact])
_SCHRIJFBAAR: Final = Context(prec=CIJFERS_HOOGSTENS)


def is_dubbelzinnig(tekst: str) -> bool:
    """Say whether a text could be thousands of euro as well as thousandths: `12.000`."""
    return _DUBBELZINNIG.fullmatch(tekst.strip()) is not None


def _eenduidig(getal: Decimal) -> Decimal:
    """Return the same amount, never written with exactly three decimals, so that its text reads back."""
    exponent = getal.as_tuple().exponent
    if exponent != -3 or abs(getal) < 1:  # noqa: PLR2004 (thousandths)
        return getal
    return getal.quantize(Decimal("0.01") if getal * 100 % 1 == 0 else Decimal("0.0001"))


def _uit_tekst(tekst: str, *, is_euro: bool) -> Decimal:
    """Read a number that was given as text, with a decimal point."""
    kaal = tekst.strip()
    if is_euro and is_dubbelzinnig(kaal):
        duizenden, bedrag = kaal.replace(".", ""), _eenduidig(Decimal(kaal))
        raad = f'"{duizenden}" of "{bedrag}"' if abs(Decimal(duizenden)) < GRENS else f'"{bedrag}"'
        raise in_model("is op twee manieren te lezen", remedie=f"Schrijf {raad}.")
    if _GETAL.fullmatch(kaal):
        return Decimal(kaal)
    if kaal.endswith("%") and (getal := _los_getal(kaal[:-1].strip())) is not None:
        fractie = f"{_begrensd((getal / 100).normalize()):f}"
        raise in_model("is een percentage als tekst", remedie=f'Schrijf de fractie: "{fractie}".')
    if (getal := _los_getal(kaal)) is not None:
        getal = _eenduidig(_begrensd(getal)) if is_euro else _begrensd(getal)
        raise in_model("heeft een komma", remedie=f'Schrijf een punt als decimaalteken: "{getal:f}".')
    raise in_model("is geen getal", remedie=_REMEDIE)


def _los_getal(tekst: str) -> Decimal | None:
    """Read a number in Dutch or plain notation, only to say what should have been written."""
    if _NEDERLANDS.fullmatch(tekst):
        return Decimal(tekst.replace(".", "").replace(",", "."))
    return Decimal(tekst) if _GETAL.fullmatch(tekst) else None


def lees_getal(waarde: object, *, is_euro: bool = False) -> Decimal:
    """Turn what a number may come in as into an exact, finite Decimal.

    Args:
        waarde: a Decimal, a whole number, a float (which stands for its first fifteen digits), a Fraction with an
            end, or text with a decimal point; NumPy's numbers too.
        is_euro: whether it is an amount, of which the text `12.000` is refused: it could be twelve thousand.

    Raises:
        PydanticCustomError: for anything else: bool, NaN, infinity, comma, percent sign, more than 15 significant
            digits or 10 decimals, or an amount of a billion or more.
    """
    match waarde:
        case None:
            raise in_model("is nog niet ingevuld", remedie="Vul deze waarde in.")
        case bool():
            raise in_model("is geen getal", remedie=_REMEDIE)
        case str():
            return _begrensd(_uit_tekst(waarde, is_euro=is_euro))
        case Decimal():
            return _begrensd(waarde)
        case Integral():
            return _begrensd(Decimal(int(waarde)))
        case Fraction():
            return _begrensd(_uit_breuk(waarde))
        case Real():
            return _begrensd(decimaal(float(waarde)))
        case _:
            raise in_model("is geen getal", remedie=_REMEDIE)


def lees_procent(waarde: object, *, mag_klein: bool = False) -> Decimal:
    """Read a percentage as a percent number: 4.1 and "4.1%" both are 4,1%.

    Args:
        waarde: see `lees_getal`; text may end in a percent sign.
        mag_klein: whether the figure is known to be below one, so that 0.5 is not taken for a fraction.

    Raises:
        PydanticCustomError: see `lees_getal`; or a number that could be a fraction too, such as 0.041.
    """
    kaal = waarde.strip() if isinstance(waarde, str) else ""
    met_teken = kaal.endswith("%")
    bedoeld = _los_getal(kaal.removesuffix("%").rstrip())
    if bedoeld is not None and "," in kaal:
        zoals = (
            f'"{bedoeld:f}%"'
            if met_teken
            else _twee_lezingen(bedoeld, mag_klein=mag_klein) or f'"{bedoeld:f}"'
        )
        raise in_model("heeft een komma", remedie=f"Schrijf een punt als decimaalteken: {zoals}.")
    getal = lees_getal(kaal.removesuffix("%") if met_teken else waarde)
    if not met_teken and (lezingen := _twee_lezingen(getal, mag_klein=mag_klein)):
        raise in_model("is op twee manieren te lezen", remedie=f"Schrijf {lezingen}.")
    return getal


def _twee_lezingen(getal: Decimal, *, mag_klein: bool) -> str:
    """Return both spellings of a number that could be a fraction; empty when it could not."""
    if not 0 < abs(getal) < (_KLEINSTE_PROCENT if mag_klein else 1):
        return ""
    return f'"{(getal * 100).normalize():f}%" of "{getal.normalize():f}%"'


def _uit_breuk(breuk: Fraction) -> Decimal:
    try:
        return _UITDRUKKELIJK.divide(Decimal(breuk.numerator), Decimal(breuk.denominator))
    except Inexact:
        voorbeeld = round(breuk, DECIMALEN_HOOGSTENS)
        getal = _SCHRIJFBAAR.divide(Decimal(voorbeeld.numerator), Decimal(voorbeeld.denominator))
        remedie = f'Schrijf een getal dat eindigt, zoals "{_begrensd(getal):f}".'
        raise in_model("is een breuk zonder einde", remedie=remedie) from None


def _begrensd(getal: Decimal) -> Decimal:
    """Refuse what a spreadsheet cell or an exact calculation cannot hold."""
    if not getal.is_finite():
        raise in_model(
            "is geen eindig getal", remedie="Schrijf een gewoon getal; NaN en oneindig kunnen niet."
        )
    if abs(getal) >= GRENS:
        raise in_model("is te groot", remedie="Schrijf een getal kleiner dan 1.000.000.000.")
    exponent = getal.as_tuple().exponent
    if not isinstance(exponent, int) or len(getal.as_tuple().digits) > CIJFERS_HOOGSTENS:
        raise in_model("heeft te veel cijfers", remedie=f"Schrijf hoogstens {CIJFERS_HOOGSTENS} cijfers.")
    if -exponent > DECIMALEN_HOOGSTENS:
        raise in_model(
            "heeft te veel decimalen", remedie=f"Schrijf hoogstens {DECIMALEN_HOOGSTENS} decimalen."
        )
    return Decimal(f"{getal:f}")


def decimaal(getal: float) -> Decimal:
    """Return the decimal number that a float stands for: its first fifteen digits."""
    return Decimal(f"{getal:.{CIJFERS_HOOGSTENS}g}")


VAN_ONS: Final = {"van_ons": True}
"""Validation context for files that only this library writes: their texts are numbers as it writes them."""


def lees_euro(waarde: object, *, is_vreemd: bool = True) -> Decimal:
    """Read an amount; see `lees_getal`. Its own text is never ambiguous.

    Args:
        waarde: see `lees_getal`.
        is_vreemd: whether somebody else wrote it; what this library wrote is never ambiguous.
    """
    return _eenduidig(lees_getal(waarde, is_euro=is_vreemd))


def _euro_aan_de_deur(waarde: object, info: ValidationInfo) -> Decimal:
    return lees_euro(waarde, is_vreemd=info.context is not VAN_ONS)


def lees_geheel(waarde: object) -> int:
    """Turn a whole number, or text of one, into an int; refuse the rest."""
    getal = lees_getal(waarde)
    if getal != getal.to_integral_value():
        raise in_model("is geen heel getal", remedie="Schrijf een heel getal.")
    return int(getal)


GETALDEUR: Final = BeforeValidator(lees_getal, json_schema_input_type=str | Decimal)
EURODEUR: Final = BeforeValidator(_euro_aan_de_deur, json_schema_input_type=str | Decimal)
GEHEELDEUR: Final = BeforeValidator(lees_geheel, json_schema_input_type=int)

# One type per unit; a room reads like the table of keys.
Plaatsen = Annotated[int, GEHEELDEUR, Eenheid.AANTAL_PLAATSEN, Ge(0), Le(8)]
Groepsgrootte = Annotated[int, GEHEELDEUR, Eenheid.AANTAL_PLAATSEN, Ge(1), Le(8)]
DagenPerJaar = Annotated[int, GEHEELDEUR, Eenheid.DAGEN_PER_JAAR, Ge(365), Le(366)]
WekenPerJaar = Annotated[Decimal, GETALDEUR, Eenheid.WEKEN_PER_JAAR, Gt(0)]
FtePerPlaats = Annotated[Decimal, GETALDEUR, Eenheid.FTE_PER_PLAATS, Gt(0)]
FtePerHuis = Annotated[Decimal, GETALDEUR, Eenheid.FTE_PER_HUIS, Gt(0)]
Aantal = Annotated[Decimal, GETALDEUR, Eenheid.AANTAL, Ge(0)]
EuroPerStuk = Annotated[Decimal, EURODEUR, Eenheid.EURO_PER_STUK, Ge(0)]
Fte = Annotated[Decimal, GETALDEUR, Eenheid.FTE, Ge(0)]
Factor = Annotated[Decimal, GETALDEUR, Eenheid.FACTOR, Gt(0)]
Fractie = Annotated[Decimal, GETALDEUR, Eenheid.FRACTIE, Ge(0), Le(1)]
PositieveFractie = Annotated[Decimal, GETALDEUR, Eenheid.FRACTIE, Gt(0), Le(1)]
UrenPerWeek = Annotated[Decimal, GETALDEUR, Eenheid.UREN_PER_WEEK, Ge(0)]
PositieveUrenPerJaar = Annotated[Decimal, GETALDEUR, Eenheid.UREN_PER_JAAR, Gt(0)]
EtmalenPerJaar = Annotated[Decimal, GETALDEUR, Eenheid.ETMALEN_PER_JAAR, Ge(0)]
EuroPerUur = Annotated[Decimal, EURODEUR, Eenheid.EURO_PER_UUR, Ge(0)]
EuroPerEtmaal = Annotated[Decimal, EURODEUR, Eenheid.EURO_PER_ETMAAL, Ge(0)]
EuroPerMaand = Annotated[Decimal, EURODEUR, Eenheid.EURO_PER_MAAND, Ge(0)]
EuroPerJaar = Annotated[Decimal, EURODEUR, Eenheid.EURO_PER_JAAR, Ge(0)]
EuroPerFte = Annotated[Decimal, EURODEUR, Eenheid.EURO_PER_FTE, Ge(0)]
EuroPerPlaats = Annotated[Decimal, EURODEUR, Eenheid.EURO_PER_PLAATS, Ge(0)]
EuroPerJeugdige = Annotated[Decimal, EURODEUR, Eenheid.EURO_PER_JEUGDIGE, Ge(0)]


def veld(omschrijving: str) -> Any:  # noqa: ANN401 (pydantic types its Field so)
    """Describe an input in one Dutch line; unit and bounds are in its type."""
    return Field(description=omschrijving)
