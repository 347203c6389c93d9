"""A worksheet whose last column format runs on to the edge; loaded only when a workbook is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xlsxwriter.worksheet import Worksheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import ColumnInfo

_LAATSTE_KOLOM: Final = 16383


class Vel(Worksheet):  # type: ignore[misc] # XlsxWriter has no types
    """Writes the last column that was set as a range up to the edge of the sheet.

    XlsxWriter itself keeps a record per column, which makes a range of 16,384 cost a tenth of a second.
    """

    def _write_col_info(self, col_min: int, col_max: int, col_info: ColumnInfo) -> None:
        laatste = max(self.col_info, default=col_max)
        super()._write_col_info(col_min, _LAATSTE_KOLOM if col_max >= laatste else col_max, col_info)
