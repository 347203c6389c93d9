"""The Excel reading: every step as a formula over defined names, with every choice still open.

In a workbook everything may change, so the formulas are read from the full structure: each own
figure, bouwsteen 8 and a number of own cost lines are there, filled in or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, cast

from gezinshuis_tarief.bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.componenten.bouwsteen import EigenPost
from gezinshuis_tarief.formules.schrijver import Schrijver
from gezinshuis_tarief.formules.spoor import Spoor, Stap, met_verwijzingen
from gezinshuis_tarief.formules.uitdrukking import NUL, NaarKeuze, Verwijzing, als_uitdrukking
from gezinshuis_tarief.kern.eisen import Eis
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import (
    PER_ZORGZWAARTE,
    eerste_deel,
    excelnaam,
    takken,
    vertaald,
    waarde_op,
)
from gezinshuis_tarief.kern.velden import DECIMALEN_HOOGSTENS
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN, OUDER, eigen_vormen
from gezinshuis_tarief.model.samenstelling import stel_samen

AANWEZIG: Final = f"{GELIEERD}.aanwezig"
"""The cell that says `ja` or `nee` to bouwsteen 8; its values stay when it says nee."""
POSTEN_MINSTENS: Final = 10
"""Rows for own cost lines that a workbook has at least."""

_ZONDER_CEL: Final = frozenset({"gezinshuis.groepsgrootte", f"{OUDER}.fte_per_huis"})
"""Inputs of standard parts that may be left out, and that a workbook has no cell for."""

_FUNCTIES = {"rond": "ROUND({},2)", "minste": "MIN({})", "meeste": "MAX({})"}


class InExcel(Schrijver):
    """Writes a formula by defined name, with English functions that Excel 2010 knows."""

    tekens = {"+": "+", "-": "-", "*": "*", "/": "/"}  # noqa: RUF012 (typed ClassVar in the base)

    def naam(self, sleutel: str) -> str:
        """Return the defined name."""
        return excelnaam(sleutel)

    def functie(self, naam: str, delen: list[str]) -> str:
        """Return ROUND, MIN or MAX."""
        return _FUNCTIES[naam].format(",".join(delen))

    def keuze(self, sleutel: str, opties: list[tuple[str, str]]) -> str:
        """Return an IF per option; a word that is no option gives #N/A and not some option's amount."""
        tekst = "NA()"
        for naam, optie in reversed(opties):
            tekst = f'IF({excelnaam(sleutel)}="{naam}",{optie},{tekst})'
        return tekst

    def eigen_of(self, sleutel: str, opbouw: str) -> str:
        """Return the own figure where its cell holds a number, also 0, else the build-up."""
        eigen = excelnaam(sleutel)
        return f"IF(ISNUMBER({eigen}),{eigen},{opbouw})"


def aantal_posten(opbouw: Opbouw) -> int:
    """Return how many rows for own cost lines the workbook of this opbouw has."""
    return max(POSTEN_MINSTENS, len(opbouw.eigen_posten))


def volledig(opbouw: Opbouw, posten: int | None = None) -> Opbouw:
    """Return the opbouw with bouwsteen 8 and all rows for own cost lines in it, at 0 where absent."""
    over = (aantal_posten(opbouw) if posten is None else posten) - len(opbouw.eigen_posten)
    leeg = EigenPost.model_construct(naam="", bedrag_per_jaar=Decimal(0))
    afwezig = GelieerdeZorgorganisatie(
        aandeel=Decimal(0), grondslag="tarief", vast_bedrag_per_plaats_per_jaar=Decimal(0)
    )
    return opbouw.model_copy(
        update={
            "eigen_posten": (*opbouw.eigen_posten, *[leeg] * over),
            GELIEERD: opbouw.gelieerde_zorgorganisatie or afwezig,
        }
    )


def zonder_cel(opbouw: Opbouw) -> frozenset[str]:
    """Return the inputs of an opbouw that a workbook has no cell for; a component of one's own has one for each."""
    eigen = eigen_vormen(opbouw)
    return frozenset(sleutel for sleutel in _ZONDER_CEL if eerste_deel(sleutel) not in eigen)


def zonder_plek(opbouw: Opbouw) -> Iterator[Bezwaar]:
    """Object to what a workbook has no place for: written without it, it would give other cents."""
    gegeven = [naam for naam in (OPSLAGEN, PER_ZORGZWAARTE) if getattr(opbouw, naam)]
    is_ondernemer = isinstance(opbouw.inkomen_gezinshuisouder, InkomenOndernemer)
    gegeven += [
        f"{OUDER}.soort" if is_ondernemer and sleutel.startswith(OUDER) else sleutel
        for sleutel in sorted(zonder_cel(opbouw))
        if waarde_op(opbouw, sleutel) is not None
    ]
    for sleutel in gegeven:
        remedie = "Geef de opbouw als JSON, of vul een eigen bedrag in bij de bouwsteen."
        yield Bezwaar(sleutel, "heeft nog geen plek in een werkboek", remedie=remedie)


def volg_volledig(opbouw: Opbouw, posten: int | None = None) -> dict[str, Stap]:
    """Write every step of the full structure down, by key, in order of calculation.

    Raises:
        InvoerFout: when a variant of one's own has a formula that cannot be written in Excel.
    """
    zonder, spoor = zonder_cel(opbouw), Spoor()

    def open_gehouden(sleutel: str, waarde: object, grenzen: Grenzen) -> object:
        """Return a number where one may be left blank: in a workbook it may still be filled in."""
        is_open = waarde is None and grenzen.eenheid is not None and sleutel not in zonder
        return Decimal(0) if is_open else waarde

    geheel = vertaald(volledig(opbouw, posten), open_gehouden)
    try:
        stel_samen(_verwezen(geheel, spoor), spoor)
    except (TypeError, AttributeError, ValueError, ArithmeticError) as fout:  # a formula of the user's own
        raise InvoerFout((_onschrijfbaar(opbouw),)) from fout
    return spoor.stappen


def _verwezen(geheel: Opbouw, spoor: Spoor) -> Opbouw:
    """Return the full structure over references; the values of bouwsteen 8 count only while its switch says ja."""
    verwezen = met_verwijzingen(geheel, keuzes=True)
    deel = spoor.onder(GELIEERD)

    def meegeteld(naam: str, waarde: Decimal, grenzen: Grenzen) -> object:
        if grenzen.eenheid is None:
            return waarde
        keuze = NaarKeuze(Verwijzing(AANWEZIG), (("ja", als_uitdrukking(waarde)), ("nee", NUL)))
        return deel.stap(f"meegeteld_{naam}", cast("Decimal", keuze), grenzen.eenheid)

    gelieerd = vertaald(cast("GelieerdeZorgorganisatie", verwezen.gelieerde_zorgorganisatie), meegeteld)
    return verwezen.model_copy(update={GELIEERD: gelieerd})


def varianten(opbouw: Opbouw) -> dict[str, str]:
    """Return which parts are a variant of the user's own: key and class name."""
    return {sleutel: type(deel).__name__ for sleutel, deel in eigen_vormen(opbouw).items()}


def eisformules(opbouw: Opbouw) -> Iterator[tuple[str, Eis, str]]:
    """Yield every requirement between inputs: the part it belongs to, itself, and the condition over defined names."""
    spoor = Spoor()
    for sleutel, deel in takken(cast("Onderdeel", _verwezen(volledig(opbouw), spoor))):
        for eis in deel.eisen:
            som = InExcel().schrijf(als_uitdrukking(eis.som(deel, spoor)))
            yield sleutel, eis, eis.in_tekst(f"ROUND({som},{DECIMALEN_HOOGSTENS})")


def _onschrijfbaar(opbouw: Opbouw) -> Bezwaar:
    eigen = varianten(opbouw)
    return Bezwaar(
        ", ".join(eigen),
        "is niet als Excel-formule te schrijven",
        gevonden=", ".join(eigen.values()),
        toegestaan="een formule met + − × ÷ en de bewerkingen van de rekenwijze",
        remedie="Herschrijf de eigen formule, of vul het bedrag als eigen cijfer in.",
    )


def formules(opbouw: Opbouw, posten: int | None = None) -> dict[str, str]:
    """Return the formula of every step by key, starting with `=`."""
    return {
        sleutel: f"={InExcel().schrijf(stap.formule)}"
        for sleutel, stap in volg_volledig(opbouw, posten).items()
    }
