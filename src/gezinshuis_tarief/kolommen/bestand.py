"""From file to file in bounded memory: a batch of rows is read, computed and written before the next.

Parquet and CSV (extra `parquet`). The dotted keys are the columns; columns without a dot or bracket in their
name, such as a number or a name of the house, go along unchanged.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.kern.fouten import GezinshuisTariefFout, weigering
from gezinshuis_tarief.kolommen.bevindingen import Kolombevinding, als_fout, als_rijen
from gezinshuis_tarief.kolommen.bundels import Bestand
from gezinshuis_tarief.kolommen.rekenen import bereken_tabelrijen, uitkomstkolommen
from gezinshuis_tarief.kolommen.tabel import Kolommentabel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gezinshuis_tarief.model.opbouw import Opbouw

SOORTEN: Final = (".parquet", ".csv")
_GELD: Final = pa.decimal128(18, 2)
_FORMULE: Final = r"^[=+\-@\t\r]"
"""How a text begins that a spreadsheet would run."""
_GETAL: Final = r"^[+-]?[0-9.,]+([eE][+-]?[0-9]{1,3})?$"

Voortgang = Callable[[int, float], None]
"""Called after each batch with the rows so far and the part of the file that is done."""


@dataclass(frozen=True, slots=True)
class Bestandsverslag:
    """What was done: rows computed, and rows left out with their number of objections."""

    berekend: int
    afgekeurd: int
    bezwaren: int


def reken_bestand(  # noqa: PLR0913 (one command's options)
    bron: Path,
    doel: Path,
    *,
    basis: Opbouw | None = None,
    markeer: Path | None = None,
    overschrijf: bool = False,
    voortgang: Voortgang = lambda _rijen, _deel: None,
) -> Bestandsverslag:
    """Compute a file of rows into another file; the target appears when all of it is there.

    Args:
        bron: Parquet or CSV.
        doel: Parquet or CSV: the columns of the source with the outcomes behind them, in whole cents;
            CSV in the notation of a CSV source. Text that a spreadsheet would run gets an apostrophe there.
        basis: gives the values that the file has no column for.
        markeer: CSV file for the objections; the rows they are about are left out. Without it the first
            batch with objections ends the run.
        overschrijf: whether existing targets may be replaced.
        voortgang: is told how far it is.

    Raises:
        FileExistsError: when a target exists and may not be replaced.
        InvoerFout: for columns or values that are refused, with row numbers from 1.
        GezinshuisTariefFout: for a file of another kind, or one that cannot be read.
    """
    for pad in (bron, doel):
        if pad.suffix.lower() not in SOORTEN:
            raise GezinshuisTariefFout(f"{pad}: is geen bestand met de uitgang .parquet of .csv.")
    bestand, naar_csv = Bestand(bron), doel.suffix.lower() == ".csv"
    berekend = afgekeurd = bezwaren = 0
    with ExitStack() as stapel:
        terzijde = stapel.enter_context(schrijf_veilig(doel, overschrijf=overschrijf))
        fouten = markeer and stapel.enter_context(schrijf_veilig(markeer, overschrijf=overschrijf))
        boek = fouten and csv.writer(
            stapel.enter_context(fouten.open("w", encoding="utf-8", newline="")),
            delimiter=bestand.scheiding,
            lineterminator="\n",
        )
        schrijver: Any = None
        for bundel, deel in bestand.bundels():
            tabel = Kolommentabel.van(bundel, basis)
            getallen = bestand.is_csv and not naar_csv
            uit, gemarkeerd = _bereken(bundel.tabel, tabel, markeer=boek is not None, getallen=getallen)
            if naar_csv:
                uit = _voor_csv(uit, doel, nederlands=bestand.nederlands)
            if schrijver is None:
                schrijver = stapel.enter_context(_schrijver(terzijde, uit.schema, bestand.scheiding))
                if boek:
                    boek.writerow(["rij", *als_rijen([])[1]])
            schrijver.write_table(uit)
            if boek:
                rijen, teksten = als_rijen(gemarkeerd)
                boek.writerows(zip((bundel.labels[rij] for rij in rijen), *teksten.values(), strict=True))
                bezwaren += len(rijen)
            berekend += uit.num_rows
            afgekeurd += bundel.tabel.num_rows - uit.num_rows
            voortgang(berekend + afgekeurd, deel)
    return Bestandsverslag(berekend, afgekeurd, bezwaren)


def _bereken(
    rijen: pa.Table, tabel: Kolommentabel, *, markeer: bool, getallen: bool
) -> tuple[pa.Table, list[Kolombevinding]]:
    """Compute one batch; returns its good rows with the outcomes, and the objections to the others."""
    uitkomsten, bevindingen, goed = bereken_tabelrijen(tabel)
    if bevindingen and not markeer:
        raise als_fout(bevindingen, tabel.labels)
    if not goed.all():
        rijen = rijen.filter(pa.array(goed))
    if getallen:
        rijen = _met_getallen(rijen, tabel, goed)
    for naam, bedragen in zip(uitkomstkolommen(tabel), uitkomsten, strict=True):
        rijen = rijen.append_column(naam, _als_geld(naam, bedragen[goed]))
    return rijen, bevindingen


def _met_getallen(rijen: pa.Table, tabel: Kolommentabel, goed: NDArray[np.bool_]) -> pa.Table:
    """Return rows of CSV with the numbers that were read instead of their text."""
    for plek, naam in enumerate(rijen.column_names):
        kolom = tabel.getallen.get(tabel.indeling.sleutel_van(naam) or "")
        if kolom is not None:
            soort = pa.int64() if kolom.grenzen.is_heel else pa.float64()
            rijen = rijen.set_column(plek, naam, pa.array(kolom.waarden[goed], from_pandas=True).cast(soort))
    return rijen


def _als_geld(naam: str, bedragen: NDArray[np.float64]) -> pa.Array:
    try:
        return pc.cast(pa.array(bedragen), _GELD)
    except pa.ArrowInvalid:
        raise weigering(naam, "is te groot voor een tarief", gevonden=f"{bedragen.max():.3e}") from None


def _voor_csv(tabel: pa.Table, doel: Path, *, nederlands: bool) -> pa.Table:
    """Return a table as it goes into CSV: text that no spreadsheet runs, and a decimal comma where asked for.

    Raises:
        GezinshuisTariefFout: for a column of lists or groups.
    """
    kolommen = {}
    for naam, kolom in zip(tabel.column_names, tabel.columns, strict=True):
        soort = kolom.type
        if pa.types.is_nested(soort):
            raise GezinshuisTariefFout(
                f"{doel}: de kolom {naam} heeft lijsten of groepen en past niet in een CSV."
            )
        if pa.types.is_dictionary(soort):
            kolom, soort = kolom.cast(soort.value_type), soort.value_type  # noqa: PLW2901 (as its values)
        if pa.types.is_string(soort) or pa.types.is_large_string(soort) or pa.types.is_string_view(soort):
            kolom = _onschadelijk(kolom.cast(pa.string()))  # noqa: PLW2901 (the same text)
        elif nederlands and soort == _GELD:
            kolom = pc.replace_substring(kolom.cast(pa.string()), ".", ",")  # noqa: PLW2901 (the same number)
        kolommen[naam] = kolom
    veilig = _onschadelijk(pa.chunked_array([pa.array(list(kolommen), pa.string())])).to_pylist()
    return pa.table(list(kolommen.values()), names=veilig)


def _onschadelijk(tekst: pa.ChunkedArray) -> pa.ChunkedArray:
    """Put an apostrophe before text that a spreadsheet would run as a formula; numbers stay what they are."""
    formule = pc.match_substring_regex(tekst, _FORMULE)
    if not pc.any(formule).as_py():
        return tekst
    formule = pc.and_not(formule, pc.match_substring_regex(tekst, _GETAL))
    return pc.if_else(formule, pc.binary_join_element_wise("'", tekst, ""), tekst)


def _schrijver(pad: Path, schema: pa.Schema, scheiding: str) -> Any:  # noqa: ANN401 (a writer of either kind)
    if pad.suffix.lower() == ".parquet":
        return pq.ParquetWriter(pad, schema)
    stijl = pacsv.WriteOptions(quoting_style="needed", delimiter=scheiding)
    return pacsv.CSVWriter(pad, schema, write_options=stijl)
