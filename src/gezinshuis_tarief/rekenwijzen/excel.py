"""The Excel reading: every step as a formula over defined names, with every choice still open.

In a workbook everything may change, so the formulas are read from the full structure: each own
figure, bouwsteen 8 and a number of own cost lines are there, filled in or not. Own percentages, inputs per
zorgzwaarte and two inputs that are seldom given are there as far as the calculation, or its workbook, has them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Final, cast

from gezinshuis_tarief.bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from gezinshuis_tarief.componenten.bouwsteen import EigenPost
from gezinshuis_tarief.componenten.opslag import EigenOpslag
from gezinshuis_tarief.formules.schrijver import Schrijver
from gezinshuis_tarief.formules.spoor import Spoor, Stap, met_verwijzingen
from gezinshuis_tarief.formules.uitdrukking import NUL, NaarKeuze, Verwijzing, als_uitdrukking
from gezinshuis_tarief.kern.eisen import Eis, losse_sleutels
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import (
    PER_ZORGZWAARTE,
    bouwdeel,
    eerste_deel,
    excelnaam,
    pad_van,
    plat,
    uitgevouwen,
    vertaald,
    waarde_op,
    zwaarte_in,
)
from gezinshuis_tarief.kern.velden import DECIMALEN_HOOGSTENS
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.per_zorgzwaarte import eisen_in
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN, OUDER, eigen_vormen
from gezinshuis_tarief.model.samenstelling import stel_samen

AANWEZIG: Final = f"{GELIEERD}.aanwezig"
"""The cell that says `ja` or `nee` to bouwsteen 8; its values stay when it says nee."""
POSTEN_MINSTENS: Final = 10
"""Rows for own cost lines that a workbook has at least."""

ALLEEN_GEGEVEN: Final = ("gezinshuis.groepsgrootte", f"{OUDER}.fte_per_huis")
"""Inputs of standard parts that may be left out, and that then have no cell either."""

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


def volledig(opbouw: Opbouw, posten: int | None = None, erbij: Collection[str] = ()) -> Opbouw:
    """Return the opbouw with everything a workbook has cells for, at 0 where absent.

    Args:
        opbouw: the inputs.
        posten: rows for own cost lines; as many as its workbook has when left out.
        erbij: further inputs that the workbook has a cell for: of own percentages, or of one zorgzwaarte. The latter
            get the value that all share.
    """
    over = (aantal_posten(opbouw) if posten is None else posten) - len(opbouw.eigen_posten)
    leeg = EigenPost.model_construct(naam="", bedrag_per_jaar=Decimal(0))
    afwezig = GelieerdeZorgorganisatie(
        aandeel=Decimal(0), grondslag="tarief", vast_bedrag_per_plaats_per_jaar=Decimal(0)
    )
    opslag = EigenOpslag.model_construct(naam="", percentage=Decimal(0), grondslag="tarief")
    opslagen = max((int(pad_van(s)[1]) + 1 for s in erbij if eerste_deel(s) == OPSLAGEN), default=0)
    geheel = opbouw.model_copy(
        update={
            "eigen_posten": (*opbouw.eigen_posten, *[leeg] * over),
            OPSLAGEN: (*opbouw.eigen_opslagen, *[opslag] * (opslagen - len(opbouw.eigen_opslagen))),
            GELIEERD: opbouw.gelieerde_zorgorganisatie or afwezig,
        }
    )
    anders = {s: waarde_op(geheel, s) for s in erbij if zwaarte_in(s)[0]}
    per = {z: dict(deel) for z, deel in opbouw.per_zorgzwaarte.items()}
    for zwaarte, deel in uitgevouwen(anders).get(PER_ZORGZWAARTE, {}).items():
        per[zwaarte] = per.get(zwaarte, {}) | deel
    return geheel.model_copy(update={PER_ZORGZWAARTE: per})


def erbij_in(opbouw: Opbouw) -> frozenset[str]:
    """Return the inputs of an opbouw that not every workbook has a cell for, as `volledig` takes them."""
    eigen = (s for s in plat(opbouw) if zwaarte_in(s)[0] or eerste_deel(s) == OPSLAGEN)
    return frozenset({*eigen, *ALLEEN_GEGEVEN} - zonder_cel(opbouw))


def zonder_cel(opbouw: Opbouw, erbij: Collection[str] = ()) -> frozenset[str]:
    """Return the inputs of an opbouw that a workbook has no cell for: nobody gave them, or said anything of them.

    A component of one's own has a cell for each.
    """
    eigen, anders = eigen_vormen(opbouw), opbouw.per_zorgzwaarte.values()
    return frozenset(
        sleutel
        for sleutel in ALLEEN_GEGEVEN
        if eerste_deel(sleutel) not in eigen
        and waarde_op(opbouw, sleutel) is None
        and sleutel not in opbouw.onderbouwing
        and sleutel not in {zwaarte_in(naam)[1] for naam in erbij}
        and not any(sleutel in deel for deel in anders)
    )


def volg_volledig(opbouw: Opbouw, posten: int | None = None, erbij: Collection[str] = ()) -> dict[str, Stap]:
    """Write every step of the full structure down, by key, in order of calculation; see `volledig`.

    Raises:
        InvoerFout: when a variant of one's own has a formula that cannot be written in Excel.
    """
    spoor = Spoor()
    geheel = _open_gehouden(opbouw, posten, erbij)
    try:
        stel_samen(_verwezen(geheel, spoor), spoor)
    except (TypeError, AttributeError, ValueError, ArithmeticError) as fout:  # a formula of the user's own
        raise InvoerFout((_onschrijfbaar(opbouw),)) from fout
    return spoor.stappen


def _open_gehouden(opbouw: Opbouw, posten: int | None, erbij: Collection[str]) -> Opbouw:
    """Return the full structure with a number where one may be left blank: in a workbook it may still be filled in."""
    zonder = zonder_cel(opbouw, erbij)

    def gevuld(sleutel: str, waarde: object, grenzen: Grenzen) -> object:
        is_open = waarde is None and grenzen.eenheid is not None and sleutel not in zonder
        return Decimal(0) if is_open else waarde

    return vertaald(volledig(opbouw, posten, erbij), gevuld)


def _verwezen(geheel: Opbouw, spoor: Spoor) -> Opbouw:
    """Return the full structure over references; the values of bouwsteen 8 count only while its switch says ja."""

    def meegeteld(sleutel: str, waarde: Decimal, grenzen: Grenzen) -> object:
        if bouwdeel(sleutel) != GELIEERD or grenzen.eenheid is None:
            return waarde
        keuze = NaarKeuze(Verwijzing(AANWEZIG), (("ja", als_uitdrukking(waarde)), ("nee", NUL)))
        deel, _, naam = sleutel.rpartition(".")
        return spoor.onder(deel).stap(f"meegeteld_{naam}", cast("Decimal", keuze), grenzen.eenheid)

    return vertaald(met_verwijzingen(geheel, keuzes=True), meegeteld)


def varianten(opbouw: Opbouw) -> dict[str, str]:
    """Return which parts are a variant of the user's own: key and class name."""
    return {sleutel: type(deel).__name__ for sleutel, deel in eigen_vormen(opbouw).items()}


def eisformules(opbouw: Opbouw) -> Iterator[tuple[tuple[str, ...], Eis, str]]:
    """Yield every requirement between inputs: which inputs, itself, and the condition over defined names."""
    spoor = Spoor()
    for sleutels, deel, eis in eisen_in(cast("Onderdeel", _verwezen(volledig(opbouw), spoor))):
        som = InExcel().schrijf(als_uitdrukking(eis.som(deel, spoor)))
        yield tuple(losse_sleutels(sleutels)), eis, eis.in_tekst(f"ROUND({som},{DECIMALEN_HOOGSTENS})")


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
