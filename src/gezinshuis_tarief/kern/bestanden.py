"""Reading and writing files: aside first, then renamed, never over an existing file unasked; and what wrote them."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from gezinshuis_tarief.kern.fouten import GezinshuisTariefFout

_TERZIJDE: Final = ".gezinshuis-tarief-"
"""What the name of a file that is still being written begins with; short, so that the target's may be long."""
_VERLATEN: Final = 3600
"""After how many seconds a file that is still being written was left by a run that was killed."""


_VOL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class BestandFout(GezinshuisTariefFout, OSError):
    """A file that cannot be read or written, with the reason in Dutch."""

    def __init__(self, bestand: object, fout: OSError, *, vervang: str = "overschrijf=True") -> None:
        """Say why.

        Args:
            bestand: the file.
            fout: what went wrong.
            vervang: what the user may give to have an existing file replaced; empty where there is no such thing.
        """
        self.oorzaak: OSError = fout.oorzaak if isinstance(fout, BestandFout) else fout
        andere = f"Kies een andere naam{f' of geef {vervang}' if vervang else ''}."
        redenen = {
            FileNotFoundError: "bestaat niet. Controleer de naam en de map.",
            IsADirectoryError: "is een map. Geef een bestand.",
            NotADirectoryError: "staat niet in een map. Controleer de naam en de map.",
            PermissionError: "mag niet worden gelezen of geschreven. Vraag om toegang.",
            FileExistsError: f"bestaat al en wordt niet overschreven. {andere}",
        }
        if self.oorzaak.errno in _VOL:
            reden = "past er niet op: de schijf is vol. Maak ruimte, of kies een andere schijf."
        else:
            reden = redenen.get(type(self.oorzaak), f"gaat niet open ({self.oorzaak.strerror}).")
        self._tekst = f"{bestand}: {reden}"
        super().__init__(self.oorzaak.errno, self._tekst, str(bestand))

    def __str__(self) -> str:
        return self._tekst


class BestaatAl(BestandFout, FileExistsError):
    """A file that is there already, and is not replaced unasked."""

    def __init__(self, bestand: object) -> None:
        super().__init__(bestand, FileExistsError(errno.EEXIST, "File exists"))


def lees_bestand(pad: Path) -> bytes:
    """Read a file whole.

    Raises:
        BestandFout: when it cannot be read.
    """
    try:
        return pad.read_bytes()
    except OSError as fout:
        raise BestandFout(pad, fout) from None


def bewaar_tekst(tekst: str, pad: Path, *, overschrijf: bool = False) -> None:
    """Write a text as a file; see `schrijf_veilig`."""
    with schrijf_veilig(pad, overschrijf=overschrijf) as terzijde:
        terzijde.write_bytes(tekst.encode())


@contextmanager
def schrijf_veilig(pad: Path, *, overschrijf: bool = False) -> Iterator[Path]:
    """Give a path beside `pad` to write to; it becomes `pad` when all went well, and vanishes otherwise.

    Args:
        pad: the target.
        overschrijf: whether an existing target may be replaced.

    A link stays a link: what it points at is written. An existing target keeps its permissions.

    Raises:
        FileExistsError: when the target exists and may not be replaced; says so in Dutch.
        BestandFout: when it cannot be written.
    """
    try:
        if pad.exists() and not overschrijf:
            raise BestaatAl(pad)
        doel = pad.resolve()
        if doel.is_dir():
            raise IsADirectoryError(errno.EISDIR, "Is a directory")
        import tempfile  # noqa: PLC0415 (loaded only when used)

        _ruim_op(doel.parent)
        greep, naam = tempfile.mkstemp(dir=doel.parent, prefix=_TERZIJDE, suffix=pad.suffix)
    except BestandFout:
        raise
    except OSError as fout:
        raise BestandFout(pad, fout) from None
    os.close(greep)
    terzijde = Path(naam)
    try:
        yield terzijde
        terzijde.chmod(stat.S_IMODE(doel.stat().st_mode) if doel.exists() else 0o666 & ~_umask())
        if overschrijf:
            terzijde.replace(doel)
        else:
            _leg_neer(terzijde, doel)
    except BestandFout:
        raise
    except OSError as fout:
        if fout.filename == naam or fout.errno in _VOL:  # another file that failed keeps its own name
            raise BestandFout(pad, fout) from None
        raise
    finally:
        terzijde.unlink(missing_ok=True)


def _ruim_op(folder: Path) -> None:
    """Remove what runs that were killed left in a folder."""
    lang_geleden = time.time() - _VERLATEN
    for rest in folder.glob(f"{_TERZIJDE}*"):
        with suppress(OSError):  # another run may be before us, or the file be another user's
            if rest.stat().st_mtime < lang_geleden:
                rest.unlink()


def _leg_neer(terzijde: Path, pad: Path) -> None:
    """Give the file its name, unless something got that name meanwhile.

    A link fails where a rename would silently replace; a disk without links, such as many a network
    share, leaves only the rename.
    """
    try:
        pad.hardlink_to(terzijde)
    except FileExistsError:
        raise BestaatAl(pad) from None
    except OSError:
        if pad.exists():
            raise BestaatAl(pad) from None
        terzijde.replace(pad)


def _umask() -> int:
    """Return the permissions that new files of this user do not get."""
    masker = os.umask(0)
    os.umask(masker)
    return masker


def versie() -> str:
    """Return the version of this library; a source tree that is not installed has none."""
    try:
        return version("gezinshuis-tarief")
    except PackageNotFoundError:
        return "niet geïnstalleerd"
