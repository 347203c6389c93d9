"""Whole columns: a row per house or scenario in, the outcomes per row out.

lezen: from the cells of a column to numbers or options.
tabel: a frame that was let in, as columns.
regels: what must hold between the columns of a row.
rekenen: the outcomes, a block of rows at a time.
grenzen: how near half a cent float64 can tell, per block.
beslissen: the exact reading, for the rows where it cannot.
machine: the compiled reading over a table.
bevindingen: what is wrong with cells, as an error or a frame.
omzetten: opbouwen to a frame, and back.
bestand: from file to file in bounded memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

if TYPE_CHECKING:
    import pandas as pd

    from gezinshuis_tarief.kolommen.bevindingen import Gemarkeerd
    from gezinshuis_tarief.model.opbouw import Opbouw


@overload
def bereken_kolommen(
    frame: pd.DataFrame,
    *,
    basis: Opbouw | None = None,
    fouten: Literal["weiger"] = "weiger",
    gecompileerd: bool = False,
) -> pd.DataFrame: ...
@overload
def bereken_kolommen(
    frame: pd.DataFrame,
    *,
    basis: Opbouw | None = None,
    fouten: Literal["markeer"],
    gecompileerd: bool = False,
) -> Gemarkeerd: ...
def bereken_kolommen(
    frame: pd.DataFrame,
    *,
    basis: Opbouw | None = None,
    fouten: Literal["weiger", "markeer"] = "weiger",
    gecompileerd: bool = False,
) -> pd.DataFrame | Gemarkeerd:
    """Compute the tariffs of every row, to the cent equal to `Opbouw.bereken()`.

    Args:
        frame: a row per house or scenario, the dotted keys as columns: `leegstand.bezettingsgraad`.
        basis: gives the values that the frame has no column for; cost grows with the columns only.
        fouten: "weiger" refuses the frame when a cell is not allowed; "markeer" leaves the row out.
        gecompileerd: turn the formulas into machine code first (extra `snel`): about twice as fast, after a
            few seconds for every new set of columns. The cents are the same.

    Returns:
        a frame with the same index and columns `uitkomst.<zorgzwaarte>.<bouwsteen>` and `.tarief`, in euro per
        child per etmaal: float64, the number nearest to the exact cents. With "markeer" a pair of that, for
        the good rows, and a frame with a row per objection.

    Raises:
        InvoerFout: for columns that are missing, unknown, there twice or of float32.
        KolommenFout: for cells that are not allowed: column, row, value and bound, with their number.
        GezinshuisTariefFout: when `gecompileerd` is asked for without the extra.
    """
    from gezinshuis_tarief.kolommen.rekenen import bereken_frame  # noqa: PLC0415 (loaded only when used)

    return bereken_frame(frame, basis, fouten, gecompileerd=gecompileerd)


def opbouwen_naar_frame(opbouwen: Iterable[Opbouw] | Mapping[Any, Opbouw]) -> pd.DataFrame:
    """Lay opbouwen out as rows: the dotted keys as columns, numbers as float64, choices as categories.

    A column that no opbouw has a value for is left out. Status and source do not go along.

    Args:
        opbouwen: the opbouwen, or a mapping with the labels of their rows.

    Raises:
        InvoerFout: for an opbouw with a variant of one's own, whose inputs have no columns.
    """
    from gezinshuis_tarief.kolommen.omzetten import naar_frame  # noqa: PLC0415 (loaded only when used)

    return naar_frame(opbouwen)


def frame_naar_opbouwen(frame: pd.DataFrame) -> list[Opbouw]:
    """Turn every row into an opbouw, through the same door as any other input.

    Args:
        frame: see `bereken_kolommen`; a float64 stands for its first fifteen digits.

    Raises:
        InvoerFout: for columns that are missing, unknown or there twice, and for every cell that is refused.
    """
    from gezinshuis_tarief.kolommen.omzetten import naar_opbouwen  # noqa: PLC0415 (loaded only when used)

    return naar_opbouwen(frame)
