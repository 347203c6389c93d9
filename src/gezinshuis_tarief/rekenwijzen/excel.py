"""The Excel reading: every step as a formula over defined names, with every choice still open.

In a workbook everything may change, so the formulas are read from the full structure: each own
figure, bouwsteen 8 and a number of own cost lines are there, filled in or not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from gezinshuis_tarief.bouwstenen import ALLE, KOSTENBLOKKEN
from gezinshuis_tarief.bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from gezinshuis_tarief.componenten.bouwsteen import EigenPost, Kostenpost
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kern.meldingen import eenheid_van
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.schrijver import Schrijver
from gezinshuis_tarief.rekenwijzen.spoor import Spoor, Stap, met_verwijzingen
from gezinshuis_tarief.rekenwijzen.uitdrukking import NUL, NaarKeuze, Verwijzing

if TYPE_CHECKING:
    from gezinshuis_tarief.model.opbouw import Opbouw

GELIEERD: Final = "gelieerde_zorgorganisatie"
AANWEZIG: Final = f"{GELIEERD}.aanwezig"
"""The cell that says `ja` or `nee` to bouwsteen 8; its values stay when it says nee."""
POSTEN_MINSTENS: Final = 10
"""Rows for own cost lines that a workbook has at least."""

_FUNCTIES = {"rond": "ROUND({},2)", "minste": "MIN({})", "meeste": "MAX({})"}
_PLEK = re.compile(r"\.(\d+)(?=\.|$)")


def excelnaam(sleutel: str) -> str:
    """Return the defined name of a key: `eigen_posten[0].naam` is called `eigen_posten.0.naam`."""
    return sleutel.replace("[", ".").replace("]", "")


def sleutel_van_naam(naam: str) -> str:
    """Return the key that a defined name stands for; the reverse of `excelnaam`."""
    return _PLEK.sub(r"[\1]", naam)


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


def volg_volledig(opbouw: Opbouw, posten: int | None = None) -> dict[str, Stap]:
    """Write every step of the full structure down, by key, in order of calculation.

    Raises:
        InvoerFout: when a variant of one's own has a formula that cannot be written in Excel.
    """
    geheel = volledig(opbouw, posten)
    eigen_cijfers = {
        naam: getattr(geheel, naam).model_copy(update={"vast_bedrag_per_jaar": Decimal(0)})
        for naam in KOSTENBLOKKEN
    }
    verwezen = cast("Opbouw", met_verwijzingen(geheel.model_copy(update=eigen_cijfers), keuzes=True))
    spoor = Spoor()
    gelieerd = _aan_of_uit(cast("GelieerdeZorgorganisatie", verwezen.gelieerde_zorgorganisatie), spoor)
    try:
        stel_samen(verwezen.model_copy(update={GELIEERD: gelieerd}), spoor)
    except (TypeError, AttributeError, ValueError, ArithmeticError) as fout:
        raise InvoerFout((_onschrijfbaar(opbouw),)) from fout
    return spoor.stappen


def _aan_of_uit(gelieerd: GelieerdeZorgorganisatie, spoor: Spoor) -> GelieerdeZorgorganisatie:
    """Let the values of bouwsteen 8 count only while its switch says ja."""
    deel = spoor.onder(GELIEERD)
    meegeteld = {}
    for naam, veld in GelieerdeZorgorganisatie.model_fields.items():
        if eenheid := eenheid_van(veld):
            keuze = NaarKeuze(Verwijzing(AANWEZIG), (("ja", getattr(gelieerd, naam)), ("nee", NUL)))
            meegeteld[naam] = deel.stap(f"meegeteld_{naam}", cast("Decimal", keuze), eenheid)
    return gelieerd.model_copy(update=meegeteld)


def varianten(opbouw: Opbouw) -> dict[str, str]:
    """Return which parts are a variant of the user's own: key and class name."""
    blokken = {naam: getattr(opbouw, naam) for naam in KOSTENBLOKKEN}
    eigen = {naam: type(blok).__name__ for naam, blok in blokken.items() if type(blok) is not ALLE[naam]}
    posten: dict[str, Kostenpost] = {f"eigen_posten[{i}]": post for i, post in enumerate(opbouw.eigen_posten)}
    return eigen | {naam: type(post).__name__ for naam, post in posten.items() if type(post) is not EigenPost}


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
