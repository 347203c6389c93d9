"""Whole columns: a row per house or scenario in, the outcomes per row out.

kolom: one column as NumPy holds it.
frames: frames of pandas, polars, pyarrow and others, in and out.
notatie: how a number stands in a column of text.
lezen: from the cells of a column to numbers or options.
tabel: what was let in, as columns.
regels: what must hold between the columns of a row.
rekenen: the outcomes, a block of rows at a time.
grenzen: how near half a cent float64 can tell, per block.
beslissen: the exact reading, for the rows where it cannot.
machine: the compiled reading over a table.
bevindingen: what is wrong with cells, as an error or a frame.
omzetten: opbouwen to a frame, and back.
bundels: a file, a batch of rows at a time.
bestand: from file to file in bounded memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from gezinshuis_tarief.kern.fouten import uit_extra

if TYPE_CHECKING:
    import pandas as pd

    from gezinshuis_tarief.kolommen.bevindingen import Gemarkeerd
    from gezinshuis_tarief.model.opbouw import Opbouw
    from gezinshuis_tarief.model.opbouwen import Opbouwen

_F = TypeVar("_F")


@overload
def bereken_kolommen(
    frame: _F,
    *,
    basis: Opbouw | None = None,
    fouten: Literal["weiger"] = "weiger",
    naamstijl: Literal["punten", "kaal"] = "punten",
    gecompileerd: bool = False,
) -> _F: ...
@overload
def bereken_kolommen(
    frame: _F,
    *,
    basis: Opbouw | None = None,
    fouten: Literal["markeer"],
    naamstijl: Literal["punten", "kaal"] = "punten",
    gecompileerd: bool = False,
) -> Gemarkeerd[_F]: ...
def bereken_kolommen(
    frame: _F,
    *,
    basis: Opbouw | None = None,
    fouten: Literal["weiger", "markeer"] = "weiger",
    naamstijl: Literal["punten", "kaal"] = "punten",
    gecompileerd: bool = False,
) -> _F | Gemarkeerd[_F]:
    """Compute the tariffs of every row, to the cent equal to `Opbouw.bereken()`.

    Args:
        frame: a row per house or scenario, the keys as columns: `leegstand.bezettingsgraad`, or without dots:
            `leegstand_bezettingsgraad`. A frame of pandas, polars (a lazy one is collected) or pyarrow, or anything
            with the Arrow stream. Columns of your own go along; their names may not look like a key.
        basis: gives the values that the frame has no column for; cost grows with the columns only. Components of
            one's own come from it too; their inputs are columns like any other.
        fouten: "weiger" refuses the frame when a cell is not allowed; "markeer" leaves the row out.
        naamstijl: "punten" names outcomes as keys are; "kaal" without dots: `uitkomst_midden_tarief`.
        gecompileerd: turn the formulas into machine code first (extra `snel`): about twice as fast, after a
            few seconds for every new set of columns. The cents are the same.

    Returns:
        a frame of the same kind (of pandas with the same index; lazy for a lazy one, with everything computed
        already; of an Arrow stream a pyarrow table): the columns
        of your own, then `uitkomst.<zorgzwaarte>.<bouwsteen>` and `.tarief`, in euro per child per etmaal:
        float64, the number nearest to the exact cents. With "markeer" a pair of that, for the good rows, and a
        frame with a row per objection.

    Raises:
        InvoerFout: for what is no frame, and a column of float32.
        KolommenFout: with every objection: to columns that are missing, unknown or there twice, and to cells that
            are not allowed: column, row, value and bound, with their number.
        ExtraOntbreekt: when `gecompileerd` is asked for without the extra.
    """
    with uit_extra():
        from gezinshuis_tarief.kolommen.rekenen import bereken_frame  # noqa: PLC0415 (loaded only when used)

    uit: _F | Gemarkeerd[_F] = bereken_frame(
        frame, basis, fouten=fouten, naamstijl=naamstijl, gecompileerd=gecompileerd
    )
    return uit


@overload
def opbouwen_naar_frame(
    opbouwen: Iterable[Opbouw] | Mapping[Any, Opbouw],
    *,
    soort: Literal["pandas"] = "pandas",
    naamstijl: Literal["punten", "kaal"] = "punten",
) -> pd.DataFrame: ...
@overload
def opbouwen_naar_frame(
    opbouwen: Iterable[Opbouw] | Mapping[Any, Opbouw],
    *,
    soort: Literal["polars", "pyarrow"],
    naamstijl: Literal["punten", "kaal"] = "punten",
) -> Any: ...  # noqa: ANN401 (a polars.DataFrame or a pyarrow.Table; neither need be there)
def opbouwen_naar_frame(
    opbouwen: Iterable[Opbouw] | Mapping[Any, Opbouw],
    *,
    soort: Literal["pandas", "polars", "pyarrow"] = "pandas",
    naamstijl: Literal["punten", "kaal"] = "punten",
) -> Any:
    """Lay opbouwen out as rows: a key a column, numbers as float64, choices as categories or text.

    A column that no opbouw has a value for is left out. Status and source do not go along.

    Args:
        opbouwen: the opbouwen, or a mapping with the labels of their rows; what `frame_naar_opbouwen` gave keeps
            its labels.
        soort: the kind of frame; labels are the index of pandas, and the column `label` of the others.
        naamstijl: "punten" names columns by the dotted keys; "kaal" without dots: `leegstand_bezettingsgraad`.

    Raises:
        InvoerFout: for opbouwen of which one has a component of its own that another has not, and for a kind of
            frame that is unknown or not installed.
    """
    with uit_extra():
        from gezinshuis_tarief.kolommen.omzetten import naar_frame  # noqa: PLC0415 (loaded only when used)

    return naar_frame(opbouwen, soort, naamstijl)


def frame_naar_opbouwen(frame: object, *, basis: Opbouw | None = None) -> Opbouwen:
    """Turn every row into an opbouw, through the same door as any other input.

    Columns of the user's own do not go along; the label of a row does.

    Args:
        frame: see `bereken_kolommen`; a float64 stands for its first fifteen digits.
        basis: gives what the frame has no column for, with its sources; a value that the frame changes loses its
            source and is recorded as changed, as with `met`.

    Returns:
        the opbouwen in the order of the rows; `.bij(label)` gives the one of a row by its label.

    Raises:
        KolommenFout: with every objection: to columns that are missing, unknown or there twice, and to cells.
    """
    with uit_extra():
        from gezinshuis_tarief.kolommen.omzetten import naar_opbouwen  # noqa: PLC0415 (loaded only when used)

    return naar_opbouwen(frame, basis)
