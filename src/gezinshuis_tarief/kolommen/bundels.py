"""A file of rows, a batch at a time: what Parquet and CSV hold, and how numbers stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import narwhals.stable.v2 as nw
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from gezinshuis_tarief.kern.fouten import InvoerFout, eis_geen, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.velden import CIJFERS_HOOGSTENS, DECIMALEN_HOOGSTENS
from gezinshuis_tarief.kolommen.frames import Anderframe
from gezinshuis_tarief.kolommen.kolom import Invoerkolom, dubbele
from gezinshuis_tarief.kolommen.notatie import heeft_decimale_punt

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUNDEL: Final = 1 << 16
"""Rows that are in memory at once."""
_LEESBLOK: Final = 1 << 22  # bytes of CSV at once
_LEESBUFFER: Final = 1 << 20  # bytes of a Parquet column at once
_PLAT: Final = r"^-?([0-9]{1,9}(TEKEN[0-9]{1,6})?|[0-9]{1,5}TEKEN[0-9]{7,10})$"
"""Numbers of at most fifteen digits and ten decimals, which a whole column of may become floats at once."""
_MISSCHIEN_DUIZEND: Final = r"^-?0*[1-9][0-9]*\.[0-9]{3}$"


class Bestand:
    """A Parquet or CSV file of rows.

    Attributes:
        scheiding: what stands between the columns of CSV.
        nederlands: whether numbers in text have a decimal comma, as in CSV with semicolons.

    Raises:
        InvoerFout: when it is empty, or no text where it should be.
    """

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        self.is_csv = pad.suffix.lower() == ".csv"
        self._kop = _kopregel(pad) if self.is_csv else ""
        self.scheiding = ";" if self._kop.count(";") > self._kop.count(",") else ","
        self.nederlands = self.scheiding == ";"
        self.heeft_decimale_punt = cache(self._heeft_decimale_punt)

    def bundels(self) -> Iterator[tuple[Bundel, float]]:
        """Yield the rows a batch at a time, with the part of the file read; at least one batch.

        Raises:
            InvoerFout: for what cannot be read, or has a column twice.
        """
        gelezen = 0
        for tabel, deel in self._tabellen():
            yield Bundel(tabel, self, range(gelezen + 1, gelezen + tabel.num_rows + 1)), deel
            gelezen += tabel.num_rows

    def _tabellen(self) -> Iterator[tuple[pa.Table, float]]:
        soort = self.pad.suffix.lower()
        try:
            yield from self._csv() if self.is_csv else self._parquet()
        except (UnicodeDecodeError, pa.ArrowException, OSError) as fout:
            if (
                isinstance(fout, OSError) and fout.errno is not None
            ):  # of the machine, not of what is in the file
                raise
            if self.is_csv and "utf" in str(fout).lower():
                raise _geen_utf8(self.pad) from None
            raise weigering(
                str(self.pad),
                f"is niet te lezen als {soort}; het bestand is stuk",
                remedie="Bewaar het opnieuw.",
            ) from None

    def _parquet(self) -> Iterator[tuple[pa.Table, float]]:
        with pq.ParquetFile(
            self.pad, pre_buffer=False, buffer_size=_LEESBUFFER, page_checksum_verification=True
        ) as bestand:
            eis_geen(dubbele(bestand.schema_arrow.names))
            totaal, gelezen = bestand.metadata.num_rows, 0
            for bundel in bestand.iter_batches(batch_size=BUNDEL):
                bundel.validate(full=True)
                gelezen += bundel.num_rows
                yield pa.Table.from_batches([bundel]), gelezen / totaal
            if not totaal:
                yield bestand.schema_arrow.empty_table(), 1.0

    def _csv(self) -> Iterator[tuple[pa.Table, float]]:
        """Read CSV as text, so that nothing is guessed; numbers are made of it later, with our own messages."""
        scheef: list[Any] = []

        def noteer(rij: Any) -> str:  # noqa: ANN401 (what Arrow says of a row)
            scheef.append(rij)
            return "error"

        ontleed = pacsv.ParseOptions(
            delimiter=self.scheiding, newlines_in_values=True, invalid_row_handler=noteer
        )
        namen = pacsv.read_csv(pa.BufferReader(f"{self._kop}\n".encode()), parse_options=ontleed).column_names
        eis_geen(dubbele(namen))
        omzetten = pacsv.ConvertOptions(
            column_types=dict.fromkeys(namen, pa.string()), strings_can_be_null=True, null_values=[""]
        )
        lezen = pacsv.ReadOptions(
            block_size=_LEESBLOK, use_threads=False
        )  # with threads, rows have no number
        omvang = self.pad.stat().st_size
        try:
            with self.pad.open("rb") as stroom, pacsv.open_csv(stroom, lezen, ontleed, omzetten) as lezer:
                for bundel in lezer:
                    yield pa.Table.from_batches([bundel]), min(1.0, stroom.tell() / omvang)
        except pa.ArrowInvalid:
            if not scheef:
                raise
            rij = scheef[0]
            verschil = f"heeft {rij.actual_columns} kolommen en de kop {rij.expected_columns}"
            melding = f"is niet te lezen als .csv; regel {rij.number} {verschil}"
            raise weigering(str(self.pad), melding) from None

    def _heeft_decimale_punt(self, naam: str) -> bool:
        """Say whether a point in a column of text is a decimal one: somewhere in the file it can be nothing else."""
        return any(heeft_decimale_punt(pc.unique(tabel[naam]).to_pylist()) for tabel, _ in self._tabellen())


class Bundel(Anderframe):
    """A batch of the rows of a file."""

    def __init__(self, tabel: pa.Table, bestand: Bestand, nummers: range) -> None:
        super().__init__(nw.from_native(tabel))
        self.tabel = tabel
        self.nummers = nummers
        self._bestand = bestand

    @property
    def labels(self) -> range:
        """The numbers of the rows, from 1."""
        return self.nummers

    def kolom(self, naam: str, grenzen: Grenzen) -> Invoerkolom:
        """Return a column; text and short decimals as floats at once where all are plain numbers."""
        kolom, bestand = self.tabel[naam], self._bestand
        soort = kolom.type
        if grenzen.keuzes or grenzen.is_tekst:
            return super().kolom(naam, grenzen)
        if pa.types.is_decimal(soort):
            past = soort.precision <= CIJFERS_HOOGSTENS and 0 <= soort.scale <= DECIMALEN_HOOGSTENS
            return _als_floats(naam, kolom, kolom) if past else super().kolom(naam, grenzen)
        if not (pa.types.is_string(soort) or pa.types.is_large_string(soort)):
            return super().kolom(naam, grenzen)
        snel = self._snel(naam, kolom, is_euro=grenzen.is_geld)
        if snel is not None:
            return snel
        return replace(
            super().kolom(naam, grenzen),
            nederlands=bestand.nederlands,
            heeft_decimale_punt=partial(bestand.heeft_decimale_punt, naam),
        )

    def _snel(self, naam: str, kolom: pa.ChunkedArray, *, is_euro: bool) -> Invoerkolom | None:
        """Return a column of text as floats, when all are plain numbers with one meaning."""
        bestand = self._bestand
        patroon = _PLAT.replace("TEKEN", "," if bestand.nederlands else r"\.")
        if not _overal(pc.match_substring_regex(kolom, patroon)):
            return None
        if bestand.nederlands:
            return _als_floats(naam, pc.replace_substring(kolom, ",", "."), kolom, nederlands=True)
        misschien = is_euro and pc.any(pc.match_substring_regex(kolom, _MISSCHIEN_DUIZEND)).as_py()
        if misschien and not bestand.heeft_decimale_punt(naam):
            return None
        return _als_floats(naam, kolom, kolom)


def _overal(waar: pa.ChunkedArray) -> bool:
    """Say whether something holds in all rows but the blank ones."""
    return bool(pc.all(waar, min_count=0).as_py())


def _als_floats(
    naam: str, getallen: pa.ChunkedArray, geschreven: pa.ChunkedArray, *, nederlands: bool = False
) -> Invoerkolom:
    def cellen(rijen: NDArray[np.intp]) -> list[Any]:
        return cast("list[Any]", geschreven.take(pa.array(rijen)).to_pylist())

    floats = getallen.cast(pa.float64()).to_numpy()
    return Invoerkolom(naam, floats, nederlands=nederlands, geschreven=cellen)


def _kopregel(pad: Path) -> str:
    try:
        with pad.open(encoding="utf-8-sig") as tekst:
            kop = tekst.readline().rstrip("\r\n")
    except UnicodeDecodeError:
        raise _geen_utf8(pad) from None
    if not kop.strip():
        raise weigering(str(pad), "is leeg", remedie="De eerste regel noemt de kolommen.")
    return kop


def _geen_utf8(pad: Path) -> InvoerFout:
    return weigering(str(pad), "is geen tekst in UTF-8", remedie="Bewaar het bestand als CSV UTF-8.")
