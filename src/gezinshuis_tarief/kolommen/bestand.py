"""From file to file in bounded memory: a batch of rows is read, computed and written before the next.

Parquet and CSV (extra `parquet`). The dotted keys are the columns; columns without a dot in their name,
such as a number or a name of the house, go along unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.kern.fouten import Bezwaar, GezinshuisTariefFout, InvoerFout
from gezinshuis_tarief.kolommen import bereken_kolommen

if TYPE_CHECKING:
    from gezinshuis_tarief.model.opbouw import Opbouw

BUNDEL: Final = 1 << 16
"""Rows that are in memory at once."""
SOORTEN: Final = (".parquet", ".csv")
_GELD: Final = pa.decimal128(18, 2)
_CIJFERS_FLOAT: Final = 15
_LEESBLOK: Final = 1 << 22  # bytes of CSV at once
_LEESBUFFER: Final = 1 << 20  # bytes of a Parquet column at once

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
        doel: Parquet or CSV: the columns of the source with the outcomes behind them, in whole cents.
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
    berekend = afgekeurd = bezwaren = 0
    with ExitStack() as stapel:
        terzijde = stapel.enter_context(schrijf_veilig(doel, overschrijf=overschrijf))
        fouten = markeer and stapel.enter_context(schrijf_veilig(markeer, overschrijf=overschrijf))
        schrijver: Any = None
        for bundel, deel in _bundels(bron):
            begin = berekend + afgekeurd
            uit, gemarkeerd = _bereken(bundel, begin, basis, markeer=fouten is not None)
            if schrijver is None:
                schrijver = stapel.enter_context(_schrijver(terzijde, uit.schema))
            schrijver.write_table(uit)
            if fouten is not None:
                gemarkeerd.to_csv(fouten, mode="a" if begin else "w", header=not begin, index_label="rij")
            berekend += uit.num_rows
            afgekeurd += bundel.num_rows - uit.num_rows
            bezwaren += len(gemarkeerd)
            voortgang(berekend + afgekeurd, deel)
    return Bestandsverslag(berekend, afgekeurd, bezwaren)


def _bereken(
    bundel: pa.Table, begin: int, basis: Opbouw | None, *, markeer: bool
) -> tuple[pa.Table, pd.DataFrame]:
    """Compute one batch; returns its good rows with the outcomes, and the objections to the others."""
    labels = pd.RangeIndex(begin + 1, begin + 1 + bundel.num_rows)
    frame = pd.DataFrame(
        {kolom: _leesbaar(bundel[kolom]).to_pandas() for kolom in bundel.column_names if _is_sleutel(kolom)}
    ).set_axis(labels, axis="index")
    if not markeer:
        return _met_uitkomsten(bundel, bereken_kolommen(frame, basis=basis)), frame.iloc[:0]
    uitkomsten, bezwaren = bereken_kolommen(frame, basis=basis, fouten="markeer")
    if len(uitkomsten) < len(frame):
        bundel = bundel.take(pa.array(uitkomsten.index.to_numpy() - (begin + 1)))
    return _met_uitkomsten(bundel, uitkomsten), bezwaren


def _is_sleutel(kolom: str) -> bool:
    return "." in kolom or "[" in kolom


def _leesbaar(kolom: pa.ChunkedArray) -> pa.ChunkedArray:
    """Turn text and short decimals into floats at once where all are plain numbers; the rest as it is."""
    soort = kolom.type
    if pa.types.is_string(soort) or (pa.types.is_decimal(soort) and soort.precision <= _CIJFERS_FLOAT):
        try:
            return kolom.cast(pa.float64())
        except pa.ArrowInvalid:
            return kolom
    return kolom


def _met_uitkomsten(bundel: pa.Table, uitkomsten: pd.DataFrame) -> pa.Table:
    for naam in uitkomsten.columns:
        try:
            centen = pc.cast(pa.array(uitkomsten[naam].to_numpy()), _GELD)
        except pa.ArrowInvalid:
            bezwaar = Bezwaar(naam, "is te groot voor een tarief", gevonden=f"{uitkomsten[naam].max():.3e}")
            raise InvoerFout((bezwaar,)) from None
        bundel = bundel.append_column(naam, centen)
    return bundel


def _bundels(bron: Path) -> Iterator[tuple[pa.Table, float]]:
    """Yield the rows of a file a batch at a time, with the part of the file read; at least one batch."""
    lees = _bundels_parquet if bron.suffix.lower() == ".parquet" else _bundels_csv
    try:
        yield from lees(bron)
    except pa.ArrowInvalid as fout:
        raise GezinshuisTariefFout(f"{bron}: is niet te lezen als {bron.suffix}. Melding: {fout}") from None


def _bundels_parquet(bron: Path) -> Iterator[tuple[pa.Table, float]]:
    with pq.ParquetFile(bron, pre_buffer=False, buffer_size=_LEESBUFFER) as bestand:
        totaal, gelezen = bestand.metadata.num_rows, 0
        for bundel in bestand.iter_batches(batch_size=BUNDEL):
            gelezen += bundel.num_rows
            yield pa.Table.from_batches([bundel]), gelezen / totaal
        if not totaal:
            yield bestand.schema_arrow.empty_table(), 1.0


def _bundels_csv(bron: Path) -> Iterator[tuple[pa.Table, float]]:
    """Read CSV as text, so that nothing is guessed; numbers are made of it later, with our own messages."""
    kop = _kopregel(bron)
    scheiding = ";" if kop.count(";") > kop.count(",") else ","
    ontleed = pacsv.ParseOptions(delimiter=scheiding)
    namen = pacsv.read_csv(pa.BufferReader(f"{kop}\n".encode()), parse_options=ontleed).column_names
    omzetten = pacsv.ConvertOptions(
        column_types=dict.fromkeys(namen, pa.string()), strings_can_be_null=True, null_values=[""]
    )
    omvang = bron.stat().st_size
    with (
        bron.open("rb") as stroom,
        pacsv.open_csv(stroom, pacsv.ReadOptions(block_size=_LEESBLOK), ontleed, omzetten) as lezer,
    ):
        for bundel in lezer:
            yield pa.Table.from_batches([bundel]), min(1.0, stroom.tell() / omvang)


def _kopregel(bron: Path) -> str:
    try:
        with bron.open(encoding="utf-8-sig") as tekst:
            kop = tekst.readline().rstrip("\r\n")
    except UnicodeDecodeError:
        raise GezinshuisTariefFout(
            f"{bron}: is geen tekst in UTF-8. Bewaar het bestand als CSV UTF-8."
        ) from None
    if not kop.strip():
        raise GezinshuisTariefFout(f"{bron}: is leeg. De eerste regel noemt de kolommen.")
    return kop


def _schrijver(pad: Path, schema: pa.Schema) -> Any:  # noqa: ANN401 (a writer of either kind)
    if pad.suffix.lower() == ".parquet":
        return pq.ParquetWriter(pad, schema)
    return pacsv.CSVWriter(pad, schema, write_options=pacsv.WriteOptions(quoting_style="needed"))
