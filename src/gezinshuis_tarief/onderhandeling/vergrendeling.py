"""One writer at a time: a lock beside a dossier, also on a network share, that says who holds it."""

from __future__ import annotations

import contextlib
import errno
import getpass
import hashlib
import os
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from gezinshuis_tarief.kern.bestanden import BestandFout

_GEDULD: Final = 10.0
"""How many seconds a writer waits for another; writing a dossier takes far less than one."""
_STAP: Final = 0.02
_BEZET: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
_GEEN_SLOTEN: Final = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP})


class DossierBezet(BestandFout):
    """A dossier that someone else is writing."""

    def __init__(self, pad: Path, wie: str) -> None:
        super().__init__(pad, OSError(errno.EAGAIN, f"{wie or 'een ander'} schrijft erin"))
        self._tekst = f"{pad}: {wie or 'een ander'} schrijft er nu in. Probeer het zo opnieuw."


@contextmanager
def vergrendeld(pad: Path, *, geduld: float = _GEDULD) -> Iterator[None]:
    """Hold the lock of a dossier, and wait for it when another holds it.

    The operating system keeps the lock, so that of a run that was killed nothing remains locked.

    Raises:
        DossierBezet: when another still holds it after so many seconds; says who.
        BestandFout: when there cannot be a lock in that folder.
    """
    doel = pad.resolve()
    kort = hashlib.sha256(doel.name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    slot = doel.with_name(f".gezinshuis-tarief-{kort}.slot")
    tot = time.monotonic() + geduld
    try:
        greep = _neem(slot, tot)
        if greep is None:
            raise DossierBezet(pad, _wie_houdt(slot))
    except BestandFout:
        raise
    except OSError as fout:
        if fout.errno in _GEEN_SLOTEN:
            fout.strerror = "deze schijf kan een bestand niet vergrendelen; zet het dossier op een andere"
        raise BestandFout(pad, fout) from None
    try:
        yield
    finally:
        _laat_los(greep, slot)


def _neem(slot: Path, tot: float) -> int | None:
    """Return the open lock file once it is ours; nothing when another keeps it."""
    while True:
        greep = os.open(slot, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _vergrendel(greep)
            if _is_nog(greep, slot):
                os.truncate(greep, 0)
                os.write(greep, f"{_naam()} op {platform.node()}".encode())
                return greep
        except OSError as fout:
            os.close(greep)
            if fout.errno not in _BEZET:
                raise
            if time.monotonic() >= tot:
                return None
            time.sleep(_STAP)
        else:
            os.close(greep)


def _is_nog(greep: int, slot: Path) -> bool:
    """Whether a lock file is still the one that others find; its last holder took it away with him."""
    try:
        return os.path.samestat(os.fstat(greep), slot.stat())
    except FileNotFoundError:
        return False


def _laat_los(greep: int, slot: Path) -> None:
    """Take the lock file away while it is ours; Windows lets go first, and leaves it when another has it open."""
    if sys.platform == "win32":
        os.close(greep)
        with contextlib.suppress(OSError):
            slot.unlink()
    else:
        slot.unlink(missing_ok=True)
        os.close(greep)


def _wie_houdt(slot: Path) -> str:
    try:
        return slot.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _naam() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "iemand"


if sys.platform == "win32":
    import msvcrt

    def _vergrendel(greep: int) -> None:
        """Lock one byte far behind the text, so that the text can be read."""
        os.lseek(greep, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(greep, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(greep, 0, os.SEEK_SET)

else:
    import fcntl

    def _vergrendel(greep: int) -> None:
        fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
