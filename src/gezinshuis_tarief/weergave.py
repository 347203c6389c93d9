"""A toolkit for how things look in a terminal and a notebook; it knows no outcome."""

from __future__ import annotations

import html
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.kern.eenheden import nederlands, toon

if TYPE_CHECKING:
    from rich.console import RenderableType

    from gezinshuis_tarief.kern.onderdeel import Waarde

_BREED: Final = 200  # as wide as a document; tables take only what they need
_SMALST: Final = 16  # what is left of a text that is broken
_TUSSENRUIMTE: Final = 3
_RANDEN: Final = 2
_breedte: Final = ContextVar("breedte", default=_BREED)


@contextmanager
def hoogstens_breed(tekens: int) -> Iterator[None]:
    """Keep the tables of a block within a width, by breaking the texts of their first columns.

    A table whose other columns do not fit keeps its width: a number is never broken or cut.
    """
    eerder = _breedte.set(min(tekens, _BREED))
    try:
        yield
    finally:
        _breedte.reset(eerder)


def als_tekst(*delen: RenderableType) -> str:
    """Render tables and text without colours, as wide as a document or as `hoogstens_breed` says."""
    from rich.console import Console  # noqa: PLC0415 (loaded only when something is shown)
    from rich.table import Table  # noqa: PLC0415

    papier = io.StringIO()
    console = Console(file=papier, width=_BREED, color_system=None, highlight=False, force_jupyter=False)
    for deel in delen:
        past = isinstance(deel, Table) and (deel.min_width or 0) <= _breedte.get()
        console.print(deel, markup=False, width=_breedte.get() if past else _BREED)
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
        heel = plek >= links
        vel.add_column(kop, justify="right" if heel else "left", no_wrap=heel, overflow="fold")
    alle = [*rijen]
    langst = [max(map(len, kolom)) for kolom in zip(koppen, *alle, strict=True)]
    nodig = [lengte if plek >= links else min(lengte, _SMALST) for plek, lengte in enumerate(langst)]
    vel.min_width = sum(nodig) + _TUSSENRUIMTE * (len(nodig) - 1) + _RANDEN
    for plek, rij in enumerate(alle):
        laatste = totaal and plek == len(alle) - 1
        if laatste:
            vel.add_section()
        vel.add_row(*map(Text, map(een_regel, rij)), style="bold" if laatste else None)
    return vel


def geteld(aantal: int, enkel: str, meer: str) -> str:
    """Write a number with its noun: `1 plaats`, `2 plaatsen`, `1.000 rijen`."""
    return f"{nederlands(Decimal(aantal))} {enkel if aantal == 1 else meer}"


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


def html_waarden(kop: str, waarden: Iterable[Waarde], hoogstens: int = 250) -> str:
    """Show inputs as an HTML table: what it is, its value in Dutch, its unit and its key; long ones are cut."""
    rijen = [
        [waarde.omschrijving, kort(_waarde(waarde), 80), str(waarde.eenheid or ""), waarde.sleutel]
        for waarde in waarden
        if waarde.waarde is not None
    ]
    meer = f"… en nog {len(rijen) - hoogstens} waarden." if len(rijen) > hoogstens else ""
    tabel_ = html_tabel(["invoer", "waarde", "eenheid", "sleutel"], rijen[:hoogstens], links=4)
    return html_alinea(kop) + tabel_ + (html_alinea(meer) if meer else "")


def _waarde(waarde: Waarde) -> str:
    inhoud = waarde.waarde
    if isinstance(inhoud, Decimal | int) and not isinstance(inhoud, bool):
        getal = Decimal(inhoud)
        return toon(getal, waarde.eenheid) if waarde.eenheid else nederlands(getal)
    return een_regel(str(inhoud)).replace("_", " ")


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
