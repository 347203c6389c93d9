"""Many quotes: read a folder, say what could not be read, and lay the lines in one tidy frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from gezinshuis_tarief.kern.argumenten import Bestandspad, naar_pad
from gezinshuis_tarief.kern.bestanden import BestandFout
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import GezinshuisTariefFout, uit_extra, weigering
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouw_json import van_json
from gezinshuis_tarief.weergave import html_alinea, html_tabel

if TYPE_CHECKING:
    import pandas as pd

Lezer: TypeAlias = Callable[[Path], tuple[Opbouw, tuple[str, ...]]]
"""Reads a file: the quote, and what stands out in the file itself."""
TARIEF: Final = "tarief"
OFFERTEKOLOMMEN: Final = ("aanbieder", "bestand", "zorgzwaarte", "regel", "per_etmaal")


def _lees_json(pad: Path) -> tuple[Opbouw, tuple[str, ...]]:
    return van_json(pad.read_bytes()), ()


def _lees_werkboek(pad: Path) -> tuple[Opbouw, tuple[str, ...]]:
    from gezinshuis_tarief.werkboek.lezen.lezen import lees_excel  # noqa: PLC0415 (loaded only when used)

    gelezen = lees_excel(pad)
    return gelezen.opbouw, tuple(str(bevinding) for bevinding in gelezen.bevindingen)


LEZERS: Final[Mapping[str, Lezer]] = MappingProxyType({".json": _lees_json, ".xlsx": _lees_werkboek})
"""How a file is read, by its extension in small letters."""

_TONEN: Final = 100
"""How many rows a notebook shows."""


@dataclass(frozen=True, slots=True)
class Offerte:
    """A quote that was read.

    `bestand` is its path under the folder, `aanbieder` who made it, `opmerkingen` what stands out in the
    file itself, such as a changed formula in a workbook.
    """

    bestand: str
    aanbieder: str
    opbouw: Opbouw
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NietGelezen:
    """A file that could not be read, and why."""

    bestand: str
    reden: str


@dataclass(frozen=True, slots=True)
class Offertes:
    """What a folder holds: the quotes, and every file that is none."""

    gelezen: tuple[Offerte, ...]
    niet_gelezen: tuple[NietGelezen, ...]

    @property
    def aanbieders(self) -> tuple[str, ...]:
        """Every provider once."""
        return tuple(dict.fromkeys(offerte.aanbieder for offerte in self.gelezen))

    def _repr_html_(self) -> str:
        rijen = [
            [
                offerte.aanbieder,
                offerte.bestand,
                *(nederlands(tarief.per_etmaal, 2) for tarief in offerte.opbouw.bereken().values()),
            ]
            for offerte in self.gelezen[:_TONEN]
        ]
        niet = [[bestand.bestand, bestand.reden] for bestand in self.niet_gelezen[:_TONEN]]
        return "".join(
            [
                html_alinea(
                    f"{len(self.gelezen)} offertes gelezen, {len(self.niet_gelezen)} bestanden niet."
                ),
                html_tabel(["aanbieder", "bestand", *ZORGZWAARTES], rijen, links=2),
                html_tabel(["niet gelezen", "reden"], niet, links=2) if niet else "",
            ]
        )

    def naar_frame(self) -> pd.DataFrame:
        """Return a row per quote, zorgzwaarte and line; the tariff is a line too; euro as float.

        Own lines are only there for quotes that have them: absent is not zero.
        """
        with uit_extra():
            import pandas as pd  # noqa: PLC0415 (loaded only when used)

        rijen = [
            (offerte.aanbieder, offerte.bestand, zwaarte, regel, float(bedrag))
            for offerte in self.gelezen
            for zwaarte, tarief in offerte.opbouw.bereken().items()
            for regel, bedrag in [
                *((r.sleutel, r.per_etmaal) for r in tarief.regels),
                (TARIEF, tarief.per_etmaal),
            ]
        ]
        return pd.DataFrame(rijen, columns=list(OFFERTEKOLOMMEN))


def lees_offertes(
    map_: Bestandspad,
    *,
    lezers: Mapping[str, Lezer] = LEZERS,
    voortgang: Callable[[Sequence[Path]], Iterable[Path]] = iter,
) -> Offertes:
    """Read every file in a folder and the folders below it, in order of name.

    A folder directly below is one provider, with all quotes in it; a loose file is a provider by its own
    name. Hidden files, and those a spreadsheet program leaves behind while a file is open, are no quotes.

    Args:
        map_: the folder.
        lezers: how to read a file, by extension.
        voortgang: wraps the list of files, for instance to show a progress bar.

    Raises:
        InvoerFout: no such folder, or nothing in it.
    """
    hoofdmap = naar_pad(map_, "map")
    if not hoofdmap.is_dir():
        raise weigering("map", "is geen map", gevonden=str(hoofdmap), remedie="Controleer de naam.")
    try:
        bestanden = sorted(
            pad for pad in hoofdmap.rglob("*") if pad.is_file() and not _verborgen(pad, hoofdmap)
        )
    except OSError as fout:
        raise BestandFout(fout.filename or hoofdmap, fout) from None
    if not bestanden:
        raise weigering(
            "map", "bevat geen bestanden", gevonden=str(hoofdmap), remedie="Zet de offertes in deze map."
        )
    gelezen: list[Offerte] = []
    niet_gelezen: list[NietGelezen] = []
    for pad in voortgang(bestanden):
        naam = pad.relative_to(hoofdmap)
        uitkomst = _lees(pad, lezers)
        if isinstance(uitkomst, str):
            niet_gelezen.append(NietGelezen(str(naam), uitkomst))
        else:
            aanbieder = naam.parts[0] if len(naam.parts) > 1 else naam.stem
            gelezen.append(Offerte(str(naam), aanbieder, *uitkomst))
    return Offertes(tuple(gelezen), tuple(niet_gelezen))


def _verborgen(pad: Path, map_: Path) -> bool:
    return any(deel.startswith((".", "~$")) for deel in pad.relative_to(map_).parts)


def _lees(pad: Path, lezers: Mapping[str, Lezer]) -> tuple[Opbouw, tuple[str, ...]] | str:
    """Return the quote, or the reason why there is none."""
    lezer = lezers.get(pad.suffix.lower())
    if lezer is None:
        soort = pad.suffix or "zonder extensie"
        return f"een bestand {soort} wordt niet gelezen; wel: {', '.join(sorted(lezers))}"
    try:
        return lezer(pad)
    except GezinshuisTariefFout as fout:
        return str(fout)
    except OSError as fout:
        return f"gaat niet open ({fout.strerror})"
