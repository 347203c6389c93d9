"""OpenDocument (.ods), the open standard of Dutch municipalities: in and out through LibreOffice, when it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.werkboek.xlsx.archief import bestandsfout, lees_begrensd

ODS: Final = ".ods"
_NAMEN: Final = ("soffice", "libreoffice")
_PLEKKEN: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_SECONDEN: Final = 180
_ANDERS: Final = "Installeer LibreOffice, of bewaar het bestand zelf als Excel-werkmap (.xlsx)."


def _libreoffice() -> str | None:
    """Return where LibreOffice is; None when it is not found."""
    gevonden = (shutil.which(naam) for naam in (*_NAMEN, *_PLEKKEN))
    return next((plek for plek in gevonden if plek), None)


@contextmanager
def als_xlsx(pad: Path) -> Iterator[Path]:
    """Give an .ods file as .xlsx, for as long as it is read; the file itself is left alone.

    Raises:
        InvoerFout: when it cannot be read, LibreOffice is not installed, or it cannot make anything of it.
    """
    lees_begrensd(pad, "werkboek (.ods)")
    with tempfile.TemporaryDirectory() as map_:
        yield _zet_om(pad, Path(map_), "xlsx")


def schrijf_ods(xlsx: Path, pad: Path, *, overschrijf: bool = False) -> None:
    """Write a workbook as .ods, aside first.

    Args:
        xlsx: the workbook.
        pad: the file to make.
        overschrijf: whether an existing file may be replaced.

    Raises:
        FileExistsError: when the file exists and may not be replaced.
        InvoerFout: when LibreOffice is not installed, or cannot convert it.
    """
    with (
        schrijf_veilig(pad, overschrijf=overschrijf) as terzijde,
        tempfile.TemporaryDirectory() as map_,
    ):
        shutil.copyfile(_zet_om(xlsx, Path(map_), "ods"), terzijde)


def _zet_om(bron: Path, map_: Path, soort: str) -> Path:
    """Let LibreOffice write a file as another kind, apart from whatever it is doing for its user."""
    programma = _libreoffice()
    if programma is None:
        raise bestandsfout(bron.name, "vraagt LibreOffice, en dat is hier niet gevonden", _ANDERS)
    profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
    woorden = [
        programma,
        profiel,
        "--headless",
        "--convert-to",
        soort,
        "--outdir",
        str(map_),
        str(bron.resolve()),
    ]
    try:
        subprocess.run(woorden, capture_output=True, timeout=_SECONDEN, check=False)  # noqa: S603 (no shell)
    except (OSError, subprocess.TimeoutExpired):
        raise bestandsfout(bron.name, "is door LibreOffice niet om te zetten", _ANDERS) from None
    doel = map_ / f"{bron.stem}.{soort}"
    if not doel.exists():
        raise bestandsfout(bron.name, "is door LibreOffice niet om te zetten", _ANDERS)
    return doel
