"""The door for files of others: a workbook is unpacked within bounds, or refused in Dutch.

A file may come from anywhere, so nothing in it is trusted: its size and that of every part are bounded
before and while unpacking, and only parts that are asked for are unpacked at all.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import Final

from gezinshuis_tarief.kern.argumenten import Bestandspad, naar_pad
from gezinshuis_tarief.kern.fouten import InvoerFout, weigering

MB: Final = 1024 * 1024
GROOTSTE_BESTAND: Final = 20 * MB
GROOTSTE_ONDERDEEL: Final = 16 * MB
"""A sheet of ours is a few hundred kB; the rest is room for what users add."""
GROOTSTE_UITGEPAKT: Final = 400 * MB
MEESTE_ONDERDELEN: Final = 5_000
MEESTE_SAMENPERSING: Final = 250
"""Real sheets shrink some ten to hundred times; a zip bomb a thousand times."""

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
_ALS_XLSX = "Open het in Excel of LibreOffice en bewaar het als Excel-werkmap (.xlsx)."
_KIES = "Kies een werkboek (.xlsx)."
_KIES_HET = "Kies het werkboek (.xlsx)."
_BEVEILIGD = ("is beveiligd met een wachtwoord", "Bewaar het zonder wachtwoord.")
_OPNIEUW = "Vraag de afzender om het bestand opnieuw te sturen."

_MET_MACROS: Final = re.compile(rb"<[^<>]*macroEnabled[^<>]*>")
_VOOR_BIN: Final = re.compile(rb"^<(?:\w+:)?Default\s(?:[^<>]*\s)?Extension\s*=\s*([\"'])bin\1")
"""SheetJS gives this kind to any .bin part, also in a file that has none; macros themselves are refused by name."""

_ANDERE_SOORTEN: Final = (
    ("mimetype", "is een OpenDocument-bestand (.ods), geen .xlsx", _ALS_XLSX),
    ("xl/workbook.bin", "is een binaire werkmap (.xlsb), geen .xlsx", _ALS_XLSX),
    ("xl/vbaProject.bin", "bevat macro's (.xlsm)", "Bewaar het als Excel-werkmap zonder macro's (.xlsx)."),
    ("word/document.xml", "is een Word-document, geen werkboek", _KIES_HET),
    ("ppt/presentation.xml", "is een presentatie, geen werkboek", _KIES_HET),
)
"""A part that betrays another kind of file."""


def bestandsfout(bestand: object, melding: str, remedie: str) -> InvoerFout:
    """Return the refusal of a file as a whole."""
    return weigering("", melding, gevonden=bestand, remedie=remedie)


class Archief:
    """The parts of a workbook, each unpacked only when asked for and never beyond its bound."""

    def __init__(self, naam: str, inhoud: zipfile.ZipFile) -> None:
        self.naam = naam
        self._inhoud = inhoud
        self.onderdelen: Final = frozenset(inhoud.namelist())

    def lees(self, onderdeel: str) -> bytes:
        """Unpack one part.

        Raises:
            InvoerFout: when the part is missing, damaged, encrypted or too large.
        """
        if onderdeel not in self.onderdelen:
            raise bestandsfout(self.naam, f"mist het onderdeel {onderdeel}", _OPNIEUW)
        if self._inhoud.getinfo(onderdeel).file_size > GROOTSTE_ONDERDEEL:
            raise self.te_groot(onderdeel)
        try:
            with self._inhoud.open(onderdeel) as bron:
                return bron.read(GROOTSTE_ONDERDEEL)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, OSError):
            raise self.beschadigd(onderdeel) from None

    def beschadigd(self, onderdeel: str) -> InvoerFout:
        """Return the refusal for a part that cannot be read."""
        return bestandsfout(self.naam, f"is beschadigd (onderdeel {onderdeel})", _OPNIEUW)

    def te_groot(self, onderdeel: str) -> InvoerFout:
        """Return the refusal for a part beyond its bound."""
        remedie = "Verwijder lege rijen en gegevens die niet bij het tarief horen en bewaar opnieuw."
        return bestandsfout(self.naam, f"is te groot om veilig te lezen (onderdeel {onderdeel})", remedie)


def open_archief(bestand: Bestandspad) -> Archief:
    """Open a workbook file.

    Raises:
        InvoerFout: when there is no file, it cannot be read, or it is anything but a plain .xlsx.
    """
    pad = naar_pad(bestand)
    inhoud = lees_begrensd(pad)
    _herken(pad.name, inhoud)
    try:
        zip_ = zipfile.ZipFile(io.BytesIO(inhoud))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        raise bestandsfout(pad.name, "is beschadigd of niet volledig", _OPNIEUW) from None
    _begrens(pad.name, zip_.infolist())
    archief = Archief(pad.name, zip_)
    _weiger_andere_soorten(archief)
    return archief


def lees_begrensd(pad: Path, soort: str = "werkboek (.xlsx)") -> bytes:
    """Read a file whole, within its bound.

    Args:
        pad: the file.
        soort: what kind of file it is, for messages.

    Raises:
        InvoerFout: when there is no file, it is too large, or it cannot be read.
    """
    if pad.is_dir():
        raise bestandsfout(pad, "is een map, geen bestand", f"Kies het {soort} in die map.")
    if not pad.exists():
        raise bestandsfout(pad, "bestaat niet", "Controleer de naam en de map.")
    if not pad.is_file():
        raise bestandsfout(pad, "is geen gewoon bestand", f"Kies een {soort}.")
    grootte = pad.stat().st_size
    if grootte > GROOTSTE_BESTAND:
        grens = f"is groter dan {GROOTSTE_BESTAND // MB} MB"
        raise bestandsfout(pad.name, grens, "Verwijder wat niet bij het tarief hoort, zoals afbeeldingen.")
    try:
        with pad.open("rb") as bron:
            return bron.read(grootte)
    except OSError as fout:
        reden = "mag niet worden gelezen" if isinstance(fout, PermissionError) else "kan niet worden gelezen"
        raise bestandsfout(pad, reden, "Sluit het elders of vraag om toegang.") from None


def _herken(naam: str, inhoud: bytes) -> None:
    """Refuse what is no zip file, by its first bytes."""
    if inhoud.startswith(_ZIP):
        return
    if not inhoud:
        raise bestandsfout(naam, "is leeg", _OPNIEUW)
    if inhoud.startswith(_OLE) and _VERSLEUTELD in inhoud:
        raise bestandsfout(naam, *_BEVEILIGD)
    if inhoud.startswith(_OLE):
        raise bestandsfout(naam, "is een oude Excel-werkmap (.xls), geen .xlsx", _ALS_XLSX)
    raise bestandsfout(naam, "is geen Excel-werkmap", _KIES)


def _begrens(naam: str, onderdelen: list[zipfile.ZipInfo]) -> None:
    """Refuse a zip that unpacks to something it should not, before unpacking anything."""
    if any(deel.flag_bits & 1 for deel in onderdelen):
        raise bestandsfout(naam, *_BEVEILIGD)
    if len({deel.filename for deel in onderdelen}) < len(onderdelen):
        raise bestandsfout(naam, "bevat een onderdeel dubbel", _OPNIEUW)
    opgeblazen = any(
        deel.file_size > MB and deel.file_size > MEESTE_SAMENPERSING * deel.compress_size
        for deel in onderdelen
    )
    uitgepakt = sum(deel.file_size for deel in onderdelen)
    if opgeblazen or uitgepakt > GROOTSTE_UITGEPAKT or len(onderdelen) > MEESTE_ONDERDELEN:
        melding = f"pakt verdacht groot uit ({uitgepakt // MB} MB in {len(onderdelen)} onderdelen)"
        remedie = (
            "Verwijder lege rijen en bewaar opnieuw; vertrouw het bestand niet als u de afzender niet kent."
        )
        raise bestandsfout(naam, melding, remedie)


def _weiger_andere_soorten(archief: Archief) -> None:
    for onderdeel, melding, remedie in _ANDERE_SOORTEN:
        if onderdeel in archief.onderdelen:
            raise bestandsfout(archief.naam, melding, remedie)
    if "[Content_Types].xml" not in archief.onderdelen:
        raise bestandsfout(archief.naam, "is een zipbestand, geen Excel-werkmap", _KIES)
    soorten = _MET_MACROS.findall(archief.lees("[Content_Types].xml"))
    mag_macros = any(_VOOR_BIN.search(soort) is None for soort in soorten)
    if mag_macros or archief.naam.lower().endswith(".xlsm"):
        raise bestandsfout(archief.naam, "kan macro's bevatten (.xlsm)", "Bewaar het zonder macro's (.xlsx).")
