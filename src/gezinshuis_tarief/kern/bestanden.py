"""Writing files: aside first, then renamed, and never over an existing file unasked."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def schrijf_veilig(pad: Path, *, overschrijf: bool = False) -> Iterator[Path]:
    """Give a path beside `pad` to write to; it becomes `pad` when all went well, and vanishes otherwise.

    Args:
        pad: the target.
        overschrijf: whether an existing target may be replaced.

    Raises:
        FileExistsError: when the target exists and may not be replaced.
    """
    if pad.exists() and not overschrijf:
        raise FileExistsError(pad)
    greep, naam = tempfile.mkstemp(dir=pad.parent, prefix=f".{pad.name}.", suffix=pad.suffix)
    os.close(greep)
    terzijde = Path(naam)
    try:
        yield terzijde
        terzijde.chmod(0o666 & ~_umask())
        if overschrijf:
            terzijde.replace(pad)
        else:
            _leg_neer(terzijde, pad)
    finally:
        terzijde.unlink(missing_ok=True)


def _leg_neer(terzijde: Path, pad: Path) -> None:
    """Give the file its name, unless something got that name meanwhile.

    A link fails where a rename would silently replace; a disk without links, such as many a network
    share, leaves only the rename.
    """
    try:
        pad.hardlink_to(terzijde)
    except FileExistsError:
        raise
    except OSError:
        if pad.exists():
            raise FileExistsError(pad) from None
        terzijde.replace(pad)


def _umask() -> int:
    """Return the permissions that new files of this user do not get."""
    masker = os.umask(0)
    os.umask(masker)
    return masker
