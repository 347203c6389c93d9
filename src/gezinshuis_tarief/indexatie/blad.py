"""An indexation as a sheet with live formulas: change a percentage and the years after it follow."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.indexatie.indexeren import Indexatie
from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_soort
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.werkboek.schrijven import naar_excel
from gezinshuis_tarief.werkboek.xlsx.adressen import adres_van
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Boek, Cel
from gezinshuis_tarief.werkboek.xlsx.schrijven import schrijf_boek

_EERSTE_KOLOM: Final = 2


def schrijf_indexatie(
    indexatie: Indexatie, pad: Bestandspad, *, opbouw: Opbouw | None = None, overschrijf: bool = False
) -> None:
    """Write a workbook with the sheet Indexatie, behind those of the opbouw when it is given.

    Raises:
        InvoerFout: the name does not end in .xlsx.
        FileExistsError: the file exists and may not be replaced.
    """
    eis_soort("indexatie", indexatie, Indexatie)
    eis_soort("opbouw", opbouw, Opbouw, type(None))
    blad = indexatieblad(indexatie)
    if opbouw is not None:
        naar_excel(opbouw, pad, overschrijf=overschrijf, erachter=[blad])
    else:
        schrijf_boek(Boek([blad], "Indexatie van tarieven"), pad, overschrijf=overschrijf)


def indexatieblad(indexatie: Indexatie) -> Blad:
    """Describe the sheet.

    A row per product and line; per year the percentage (to be changed) and the amount, rounded to cents
    from the year before. With more than one line the tariff is their sum. Every formula holds its value.
    """
    jaren = len(indexatie.stappen)
    laatste = _kolom(jaren - 1)
    cellen = list(_koppen(indexatie))
    for product in indexatie.stappen[0].regels:
        cellen += _product(cellen[-1].rij + 1, product, indexatie)
    for rij, regel in enumerate(indexatie.uitleg().splitlines(), start=cellen[-1].rij + 2):
        cellen.append(Cel(rij, 0, regel, "klein", tot_kolom=laatste))
    return Blad(
        "Indexatie",
        "#B26A00",
        (14, 44, *[12] * (2 * jaren - 1)),
        cellen,
        {0: 22.0},
        liggend=True,
        koprijen=(0, 0),
        bevroren=(1, _EERSTE_KOLOM),
        actief=(1, _EERSTE_KOLOM),
    )


def _kolom(plek: int) -> int:
    """Return the column of a year; before each year but the first stands its percentage."""
    return _EERSTE_KOLOM + 2 * plek


def _koppen(indexatie: Indexatie) -> Iterator[Cel]:
    yield Cel(0, 0, "product", "kop")
    yield Cel(0, 1, "regel", "kop")
    for plek, stap in enumerate(indexatie.stappen):
        if plek:
            yield Cel(0, _kolom(plek) - 1, f"index {stap.jaar}", "kop_rechts")
        yield Cel(0, _kolom(plek), str(stap.jaar), "kop_rechts")


def _product(rij: int, product: str, indexatie: Indexatie) -> Iterator[Cel]:
    """Yield the lines of one product and, when there are more, their sum."""
    regels = list(indexatie.stappen[0].regels[product])
    onder = rij + len(regels)
    for nummer, regel in enumerate(regels, start=rij):
        titel = f"{ALLE[regel].nummer} {ALLE[regel].titel}" if regel in ALLE else regel.replace("_", " ")
        yield Cel(nummer, 0, product)
        yield Cel(nummer, 1, titel)
        yield from _jaren(nummer, product, regel, indexatie)
    if len(regels) == 1:
        return
    yield Cel(onder, 0, product, "totaal")
    yield Cel(onder, 1, "Tarief", "totaal")
    for plek, stap in enumerate(indexatie.stappen):
        kolom = _kolom(plek)
        if plek:
            yield Cel(onder, kolom - 1, None, "totaal")
        formule = f"=SUM({adres_van(kolom + 1, rij + 1)}:{adres_van(kolom + 1, onder)})"
        yield Cel(onder, kolom, stap.tarieven[product], "euro_totaal", formule)


def _jaren(rij: int, product: str, regel: str, indexatie: Indexatie) -> Iterator[Cel]:
    """Yield the amounts of one line, each from the year before with the percentage beside it."""
    for plek, stap in enumerate(indexatie.stappen):
        kolom, bedrag = _kolom(plek), Decimal(str(stap.regels[product][regel]))
        if not plek:
            yield Cel(rij, kolom, bedrag, "invoer_euro")
            continue
        yield Cel(rij, kolom - 1, stap.indexen[regel].procent / 100, "invoer_procent")
        formule = f"=ROUND({adres_van(kolom - 1, rij + 1)}*(1+{adres_van(kolom, rij + 1)}),2)"
        yield Cel(rij, kolom, bedrag, "euro", formule)
