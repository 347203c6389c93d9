"""A toolkit for how things look in a terminal and a notebook; it knows no outcome."""

from __future__ import annotations

import html
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from gezinshuis_tarief.kern.eenheden import nederlands

if TYPE_CHECKING:
    from rich.console import RenderableType

_BREED = 200  # tables take only what they need; text is never broken


def als_tekst(*delen: RenderableType) -> str:
    """Render tables and text without colours, as wide as a document."""
    from rich.console import Console  # noqa: PLC0415 (loaded only when something is shown)

    papier = io.StringIO()
    console = Console(file=papier, width=_BREED, color_system=None, highlight=False, force_jupyter=False)
    for deel in delen:
        console.print(deel, markup=False)
    return "\n".join(regel.rstrip() for regel in papier.getvalue().splitlines())


def tabel(
    koppen: Sequence[str], rijen: Iterable[Sequence[str]], *, links: int = 1, totaal: bool = False
) -> RenderableType:
    """Make a table: the first `links` columns to the left, numbers to the right, the last row as total."""
    from rich import box  # noqa: PLC0415 (loaded only when something is shown)
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    vel = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for plek, kop in enumerate(koppen):
        vel.add_column(kop, justify="left" if plek < links else "right", no_wrap=True)
    alle = [*rijen]
    for plek, rij in enumerate(alle):
        laatste = totaal and plek == len(alle) - 1
        if laatste:
            vel.add_section()
        vel.add_row(*map(Text, map(een_regel, rij)), style="bold" if laatste else None)
    return vel


def een_regel(tekst: str) -> str:
    """Put a note on one line, so that it cannot pass for lines of our own."""
    return " ".join(tekst.splitlines())


def html_alinea(tekst: str) -> str:
    """Make an HTML paragraph of a text, escaped."""
    return f"<p>{html.escape(tekst)}</p>"


def html_tabel(koppen: Sequence[str], rijen: Iterable[Sequence[str]], *, links: int = 1) -> str:
    """Make an HTML table; every cell is escaped."""

    def cel(soort: str, plek: int, tekst: str) -> str:
        kant = "left" if plek < links else "right"
        return f'<{soort} style="text-align:{kant}">{html.escape(tekst)}</{soort}>'

    kop = "".join(cel("th", plek, tekst) for plek, tekst in enumerate(koppen))
    lijf = "".join(
        f"<tr>{''.join(cel('td', plek, tekst) for plek, tekst in enumerate(rij))}</tr>" for rij in rijen
    )
    return f"<table><thead><tr>{kop}</tr></thead><tbody>{lijf}</tbody></table>"


def euro(bedrag: Decimal) -> str:
    """Write an amount: `€ 12,40`, `− € 3,00`."""
    return f"{'− ' if bedrag < 0 else ''}€ {nederlands(abs(bedrag), 2)}"


def met_teken(bedrag: Decimal, decimalen: int = 2) -> str:
    """Write a change: `+0,40`, `−3,00`, `0,00`."""
    teken = "−" if bedrag < 0 else "+" if bedrag > 0 else ""
    return f"{teken}{nederlands(abs(bedrag), decimalen)}"


def kort(tekst: str, langst: int = 32) -> str:
    """Cut a text that would make a table too wide."""
    return tekst if len(tekst) <= langst else f"{tekst[: langst - 1]}…"
