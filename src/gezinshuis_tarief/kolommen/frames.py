"""Frames of any kind: what goes in as columns, and what comes out in the same kind.

pandas is taken as it is, with its index; polars, pyarrow and others go through narwhals. Such frames have no
index: their rows are called by a column `label` where there is one, else by their number from 0.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast

import narwhals.stable.v2 as nw
import numpy as np
from narwhals.exceptions import DuplicateError

from gezinshuis_tarief.kern.fouten import InvoerFout, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kolommen.kolom import Invoerkolom, dubbele

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

LABEL: Final = "label"
"""The column that calls the rows of a frame without an index."""
_GEEF: Final = (
    "Geef een DataFrame van pandas of polars, een tabel van pyarrow, of iets anders met een Arrow-stroom"
)


Uitkomsten = tuple[list[str], "NDArray[np.float64]"]
"""The names of the outcomes, and an array with a row for each."""


class Pandasframe:
    """A frame of pandas."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._reeksen: dict[str, pd.Series] = {str(naam): reeks for naam, reeks in frame.items()}
        self.namen = [str(naam) for naam in frame.columns]
        self.labels = cast("Sequence[Any]", frame.index)

    def kolom(self, naam: str, grenzen: Grenzen) -> Invoerkolom:
        """Return a column; see `Rijen`."""
        reeks = self._reeksen[naam]
        soort = reeks.dtype
        if isinstance(soort, np.dtype) and soort.kind in "iuf":
            return Invoerkolom(naam, reeks.to_numpy())
        return _uit_pandas(naam, reeks, is_keuze=bool(grenzen.keuzes))

    def antwoord(self, uitkomsten: Uitkomsten, goed: NDArray[np.bool_], eigen: Sequence[str]) -> pd.DataFrame:
        """Return the outcomes of the good rows as a frame, with the user's own columns in front."""
        import pandas as pd  # noqa: PLC0415 (loaded only when used)

        namen, bedragen = uitkomsten
        uit = pd.DataFrame(bedragen.T, index=self._frame.index, columns=namen, copy=False)
        if eigen:
            plekken = [plek for plek, naam in enumerate(self.namen) if naam in eigen]
            uit = pd.concat([self._frame.iloc[:, plekken], uit], axis="columns")
        return uit if goed.all() else uit[goed]

    def tabel_van(self, rijen: NDArray[np.intp], kolommen: Mapping[str, list[str]]) -> pd.DataFrame:
        """Return a frame of text about some rows."""
        import pandas as pd  # noqa: PLC0415 (loaded only when used)

        return pd.DataFrame(kolommen, dtype="object").set_axis(self._frame.index[rijen], axis="index")


def _uit_pandas(naam: str, reeks: pd.Series, *, is_keuze: bool) -> Invoerkolom:
    """Take a column of an extension type, or of Python objects."""
    import pandas as pd  # noqa: PLC0415 (loaded only when used)

    soort = reeks.dtype
    if isinstance(soort, pd.CategoricalDtype):
        return Invoerkolom(naam, reeks.cat.codes.to_numpy(), list(reeks.cat.categories))
    if pd.api.types.is_float_dtype(soort) or pd.api.types.is_integer_dtype(soort):
        kern = np.dtype(cast("Any", soort).numpy_dtype)
        als = kern if kern.kind == "f" else np.dtype(np.float64)
        return Invoerkolom(naam, reeks.to_numpy(dtype=als, na_value=np.nan))
    if is_keuze and isinstance(soort, pd.StringDtype):
        nummers, soorten = pd.factorize(reeks)
        return Invoerkolom(naam, nummers, list(soorten))
    cellen = reeks.astype(object).to_numpy(copy=True)
    cellen[reeks.isna().to_numpy(dtype=bool)] = None
    return Invoerkolom(naam, cellen)


class Anderframe:
    """A frame of polars, pyarrow or another kind that narwhals knows."""

    def __init__(self, frame: nw.DataFrame[Any], *, is_lui: bool = False) -> None:
        self._frame = frame
        self._is_lui = is_lui
        self.namen = frame.columns

    @cached_property
    def labels(self) -> Sequence[Any]:
        """What the rows are called."""
        return self._lijst(self._frame[LABEL]) if LABEL in self.namen else range(len(self._frame))

    def _lijst(self, reeks: nw.Series[Any]) -> list[Any]:
        try:
            return reeks.to_list()
        except UnicodeDecodeError:
            remedie = "Bewaar de tekst als UTF-8."
            raise weigering(reeks.name, "heeft tekst die geen UTF-8 is", remedie=remedie) from None

    def kolom(self, naam: str, grenzen: Grenzen) -> Invoerkolom:  # noqa: ARG002 (see `Rijen`)
        """Return a column; see `Rijen`."""
        reeks = self._frame[naam]
        is_getal = reeks.dtype.is_float() or reeks.dtype.is_integer()
        if is_getal and reeks.dtype not in {nw.Int128, nw.UInt128}:  # which NumPy does not have
            return Invoerkolom(naam, reeks.to_numpy())
        if reeks.dtype in {nw.Categorical, nw.Enum}:
            reeks = reeks.cast(nw.String)
        lijst = self._lijst(reeks)
        return Invoerkolom(naam, np.fromiter(lijst, dtype=object, count=len(lijst)))

    def antwoord(self, uitkomsten: Uitkomsten, goed: NDArray[np.bool_], eigen: Sequence[str]) -> Any:  # noqa: ANN401 (of the kind that came in)
        """Return the outcomes of the good rows as a frame, with the user's own columns in front."""
        soort = self._frame.implementation
        uit = nw.from_dict(dict(zip(*uitkomsten, strict=True)), backend=cast("Any", soort))
        if eigen:
            uit = self._frame.select(*eigen).with_columns(*(uit[naam] for naam in uit.columns))
        return self._in_soort(uit if goed.all() else uit.filter(goed.tolist()))

    def tabel_van(self, rijen: NDArray[np.intp], kolommen: Mapping[str, list[str]]) -> Any:  # noqa: ANN401 (idem)
        """Return a frame of text about some rows."""
        labels = [self.labels[rij] for rij in rijen]
        soort = cast("Any", self._frame.implementation)
        teksten = nw.from_dict(kolommen, dict.fromkeys(kolommen, nw.String()), backend=soort)
        rij = self._frame[LABEL].dtype if LABEL in self.namen else nw.Int64()
        return self._in_soort(
            nw.concat([nw.from_dict({"rij": labels}, {"rij": rij}, backend=soort), teksten], how="horizontal")
        )

    def _in_soort(self, frame: nw.DataFrame[Any]) -> Any:  # noqa: ANN401 (idem)
        return (frame.lazy() if self._is_lui else frame).to_native()


Frame = Pandasframe | Anderframe


def open_frame(frame: Any) -> Frame:  # noqa: ANN401 (any kind of frame)
    """Let a frame of any kind in.

    Raises:
        InvoerFout: for what is no frame, or has a column twice.
    """
    if nw.dependencies.is_pandas_dataframe(frame):
        return Pandasframe(frame)
    try:
        los = nw.from_native(frame, pass_through=True)
    except DuplicateError:
        raise InvoerFout(tuple(dubbele(frame.column_names))) from None
    if isinstance(los, nw.DataFrame):
        return Anderframe(los)
    if isinstance(los, nw.LazyFrame) and los.implementation.is_polars():
        return Anderframe(los.collect(), is_lui=True)
    if hasattr(frame, "__arrow_c_stream__"):
        return _uit_stroom(frame)
    raise _geen_frame(frame)


def _uit_stroom(frame: Any) -> Frame:  # noqa: ANN401 (anything with the Arrow stream)
    import pyarrow as pa  # noqa: PLC0415 (an extra)

    try:
        tabel = pa.table(frame)
    except (pa.ArrowInvalid, TypeError, ValueError):
        raise _geen_frame(frame) from None
    return open_frame(tabel)


def _geen_frame(frame: object) -> Exception:
    wat = "is geen tabel met kolommen"
    remedie = f"{_GEEF}; van een dict of lijst maakt pandas.DataFrame(…) er een."
    return weigering("frame", wat, gevonden=type(frame).__name__, remedie=remedie)


def nieuw_frame(
    kolommen: Mapping[str, tuple[Sequence[Any], Grenzen]], labels: Sequence[Any] | None, soort: str
) -> Any:  # noqa: ANN401 (of the kind asked for)
    """Return a frame of another kind than pandas, with the labels as its first column."""
    if importlib.util.find_spec(soort) is None:
        remedie = f"Installeer: pip install {soort}."
        raise weigering("soort", "is niet geïnstalleerd", gevonden=soort, remedie=remedie)
    schema = {naam: _soort_van(grenzen) for naam, (_, grenzen) in kolommen.items()}
    inhoud = {
        naam: [float(cel) if cel is not None and schema[naam] == nw.Float64 else cel for cel in cellen]
        for naam, (cellen, _) in kolommen.items()
    }
    frame = nw.from_dict(inhoud, schema, backend=cast("Any", soort))
    if labels is not None:
        frame = nw.concat(
            [nw.from_dict({LABEL: list(labels)}, backend=cast("Any", soort)), frame], how="horizontal"
        )
    return frame.to_native()


def _soort_van(grenzen: Grenzen) -> Any:  # noqa: ANN401 (a type of narwhals)
    if grenzen.keuzes or grenzen.is_tekst:
        return nw.String()
    return nw.Int64() if grenzen.is_heel else nw.Float64()
