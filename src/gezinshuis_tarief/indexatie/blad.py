"""An indexation as a sheet with live formulas: change a percentage and the years after it follow."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.indexatie.indexeren import Indexatie, Indexstap
from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.schrijven import schrijf

_EURO: Final = "[$€-413] #,##0.00"
_BLAUW: Final = "#1F4E78"
_INVOER: Final = "#DDEBF7"
_EERSTE_KOLOM: Final = 2


def schrijf_indexatie(
    indexatie: Indexatie, pad: Path, *, opbouw: Opbouw | None = None, overschrijf: bool = False
) -> None:
    """Write a workbook with the sheet Indexatie, behind those of the opbouw when it is given.

    Raises:
        InvoerFout: the name does not end in .xlsx.
        FileExistsError: the file exists and may not be replaced.
    """
    import xlsxwriter  # noqa: PLC0415 (loaded only when used)

    if pad.suffix.lower() != ".xlsx":
        raise weigering(
            "uitvoer", "is geen werkboek", gevonden=str(pad), toegestaan="een naam die eindigt op .xlsx"
        )
    if opbouw is not None:
        schrijf(
            Werkboekinhoud(opbouw),
            pad,
            overschrijf=overschrijf,
            erachter=lambda boek: voeg_blad_toe(boek, indexatie),
        )
        return
    with schrijf_veilig(pad, overschrijf=overschrijf) as terzijde:
        boek = xlsxwriter.Workbook(str(terzijde), {"strings_to_formulas": False, "strings_to_urls": False})
        voeg_blad_toe(boek, indexatie)
        boek.close()


def voeg_blad_toe(boek: Any, indexatie: Indexatie, naam: str = "Indexatie") -> None:  # noqa: ANN401 (untyped library)
    """Add the sheet to an XlsxWriter workbook.

    A row per product and line; per year the percentage (to be changed) and the amount, rounded to cents
    from the year before. With more than one line the tariff is their sum. Every formula holds its value.
    """
    stijlen = _stijlen(boek)
    blad = boek.add_worksheet(naam)
    blad.set_landscape()
    blad.set_paper(9)
    blad.fit_to_pages(1, 0)
    blad.hide_gridlines(2)
    blad.set_column(0, 0, 14)
    blad.set_column(1, 1, 38)
    blad.set_column(_EERSTE_KOLOM, _EERSTE_KOLOM + 2 * len(indexatie.stappen), 12)
    blad.freeze_panes(1, _EERSTE_KOLOM)
    blad.write_row(0, 0, ["product", "regel"], stijlen["kop"])
    for plek, stap in enumerate(indexatie.stappen):
        kolom = _kolom(plek)
        if plek:
            blad.write_string(0, kolom - 1, f"index {stap.jaar}", stijlen["kop_rechts"])
        blad.write_string(0, kolom, str(stap.jaar), stijlen["kop_rechts"])
    rij = 1
    for product in indexatie.stappen[0].regels:
        rij = _product(blad, rij, product, indexatie, stijlen)
    for plek, regel in enumerate(indexatie.uitleg().splitlines(), rij + 1):
        blad.write_string(plek, 0, regel, stijlen["stil"])


def _kolom(plek: int) -> int:
    """Return the column of a year; before each year but the first stands its percentage."""
    return _EERSTE_KOLOM + 2 * plek


def _product(blad: Any, rij: int, product: str, indexatie: Indexatie, stijlen: dict[str, Any]) -> int:  # noqa: ANN401
    """Write the lines of one product and, when there are more, their sum; return the next free row."""
    regels = list(indexatie.stappen[0].regels[product])
    for teller, regel in enumerate(regels):
        titel = f"{ALLE[regel].nummer} {ALLE[regel].titel}" if regel in ALLE else regel.replace("_", " ")
        blad.write_string(rij + teller, 0, product)
        blad.write_string(rij + teller, 1, titel)
        for plek, stap in enumerate(indexatie.stappen):
            _jaar(blad, rij + teller, plek, stap, stap.regels[product][regel], regel, stijlen)
    if len(regels) == 1:
        return rij + 1
    _som(blad, rij, len(regels), product, indexatie, stijlen)
    return rij + len(regels) + 1


def _jaar(  # noqa: PLR0913, PLR0917 (one cell with its percentage)
    blad: Any,  # noqa: ANN401 (untyped library)
    rij: int,
    plek: int,
    stap: Indexstap,
    bedrag: object,
    regel: str,
    stijlen: dict[str, Any],
) -> None:
    from xlsxwriter.utility import xl_rowcol_to_cell as cel  # noqa: PLC0415 (loaded only when used)

    kolom, waarde = _kolom(plek), float(str(bedrag))
    if not plek:
        blad.write_number(rij, kolom, waarde, stijlen["invoer_euro"])
        return
    blad.write_number(rij, kolom - 1, float(stap.indexen[regel].procent / 100), stijlen["invoer_procent"])
    formule = f"=ROUND({cel(rij, kolom - 2)}*(1+{cel(rij, kolom - 1)}),2)"
    blad.write_formula(rij, kolom, formule, stijlen["euro"], waarde)


def _som(  # noqa: PLR0913, PLR0917 (one row)
    blad: Any,  # noqa: ANN401 (untyped library)
    rij: int,
    aantal: int,
    product: str,
    indexatie: Indexatie,
    stijlen: dict[str, Any],
) -> None:
    from xlsxwriter.utility import xl_range  # noqa: PLC0415 (loaded only when used)

    onder = rij + aantal
    blad.write_string(onder, 0, product, stijlen["vet"])
    blad.write_string(onder, 1, "Tarief", stijlen["vet"])
    for plek, stap in enumerate(indexatie.stappen):
        kolom = _kolom(plek)
        if plek:
            blad.write_blank(onder, kolom - 1, None, stijlen["vet"])
        formule = f"=SUM({xl_range(rij, kolom, onder - 1, kolom)})"
        blad.write_formula(onder, kolom, formule, stijlen["totaal"], float(stap.tarieven[product]))


def _stijlen(boek: Any) -> dict[str, Any]:  # noqa: ANN401 (untyped library)
    """Return the cell styles by name; what may be changed has a blue ground."""
    vormen: dict[str, dict[str, object]] = {
        "kop": {"bold": True, "font_color": "white", "bg_color": _BLAUW},
        "kop_rechts": {"bold": True, "font_color": "white", "bg_color": _BLAUW, "align": "right"},
        "euro": {"num_format": _EURO},
        "invoer_euro": {"num_format": _EURO, "bg_color": _INVOER},
        "invoer_procent": {"num_format": "0.00%", "bg_color": _INVOER},
        "totaal": {"num_format": _EURO, "bold": True, "top": 1},
        "vet": {"bold": True, "top": 1},
        "stil": {"italic": True, "font_color": "#808080"},
    }
    return {naam: boek.add_format(vorm) for naam, vorm in vormen.items()}
