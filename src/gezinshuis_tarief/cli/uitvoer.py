"""Where a command reads and writes, and what it says when it cannot: Dutch, and an exit code."""

from __future__ import annotations

import errno
import gettext
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from gezinshuis_tarief.kern.bestanden import BestandFout, bewaar_tekst, lees_bestand
from gezinshuis_tarief.kern.fouten import ExtraOntbreekt, GezinshuisTariefFout, OnbekendCijfer, zonder_extra
from gezinshuis_tarief.kern.jsontekst import lees_json, schrijf_json
from gezinshuis_tarief.weergave import hoogstens_breed

if TYPE_CHECKING:
    from gezinshuis_tarief.model.opbouw import Opbouw

VERVANG: Final = "--overschrijf"
"""How a command is told to replace a file."""
MET_BEVINDINGEN: Final = 1
"""The exit code of findings under `--strikt`, or of a receipt that does not replay."""
GEWEIGERD: Final = 3
"""The exit code of an input that is refused, or a file that is not there; wrong use is 2, by the library below."""
GEEN_UITVOER: Final = 4
"""The exit code when what was to be shown could not be written."""
NAAR_UITVOER: Final = Path("-")
"""Standard input or output, as the name of a file."""
_CIJFERS: Final = " Dat kan in een bestand: --cijfers BESTAND."


def lees_bytes(bestand: str) -> bytes:
    """Read a file, or standard input for `-`; a file that cannot be read is a refusal."""
    if bestand != str(NAAR_UITVOER):
        return lees_bestand(Path(bestand))
    if sys.__dict__["stdin"] is None:
        raise BestandFout("standaardinvoer", OSError(errno.EBADF, "gesloten"))
    try:
        return sys.stdin.buffer.read()
    except OSError as fout:
        raise BestandFout("standaardinvoer", fout) from None


@contextmanager
def schrijft(pad: Path, *, vervangbaar: bool = True) -> Iterator[None]:
    """Turn what goes wrong with writing a file into a refusal.

    Args:
        pad: the file.
        vervangbaar: whether the command has an option to replace a file that is there.
    """
    try:
        yield
    except OSError as fout:
        raise BestandFout(pad, fout, vervang=VERVANG if vervangbaar else "") from None


def schrijf_tekst(pad: Path, tekst: str, *, overschrijf: bool) -> None:
    """Write a file, or standard output for `-`."""
    if pad == NAAR_UITVOER:
        click.echo(tekst, nl=False)
        return
    with schrijft(pad):
        bewaar_tekst(tekst, pad, overschrijf=overschrijf)


def lever(pad: Path, tekst: str, slot: str = "", *, overschrijf: bool) -> None:
    """Write a file and say so beside the output; standard output gets the text alone."""
    schrijf_tekst(pad, tekst, overschrijf=overschrijf)
    if pad != NAAR_UITVOER:
        click.echo(f"{pad} staat klaar.{slot}", err=True)


def eis_naam_op_json(pad: Path) -> None:
    """Refuse JSON under another ending; standard output has none."""
    if pad != NAAR_UITVOER and pad.suffix.lower() != ".json":
        raise click.BadParameter(f"{pad} eindigt niet op .json.", param_hint="-o")


def eis_naam_op_xlsx(pad: Path, optie: str = "-o") -> None:
    """Refuse a workbook under another ending."""
    if pad.suffix.lower() != ".xlsx":
        raise click.BadParameter(f"{pad} eindigt niet op .xlsx.", param_hint=optie)


def toon_json(inhoud: object) -> None:
    """Print JSON."""
    click.echo(schrijf_json(inhoud), nl=False)


def toon_bestand(pad: Path, verder: str, *, als_json: bool) -> None:
    """Say that a file is there and what can be done with it; as JSON its name alone."""
    if als_json:
        toon_json({"bestand": str(pad)})
    else:
        click.echo(f"{pad} staat klaar. {verder}")


def waarschuw(teksten: Sequence[str]) -> None:
    """Say what is allowed but unusual, beside the output."""
    for tekst in teksten:
        click.secho(f"Let op: {tekst}", fg="yellow", err=True)


def weiger(tekst: str) -> NoReturn:
    """Say why the input is refused and stop."""
    click.secho(tekst, fg="red", err=True)
    faal(GEWEIGERD)


def faal(code: int = MET_BEVINDINGEN) -> NoReturn:
    """Stop with an exit code; what is wrong has been shown."""
    click.get_current_context().exit(code)


def _verstom(fout: OSError) -> NoReturn:
    """Stop because output cannot be written: say so, unless its reader stopped reading, as `| head` does."""
    if not isinstance(fout, BrokenPipeError):
        reden = "de schijf is vol" if fout.errno == errno.ENOSPC else fout.strerror
        with suppress(OSError):
            click.secho(f"De uitvoer kan niet worden geschreven: {reden}.", fg="red", err=True)
    for stroom in (sys.stdout, sys.stderr):  # what they still hold is lost without another error
        with suppress(OSError):
            nummer = stroom.fileno()
            os.dup2(os.open(os.devnull, os.O_WRONLY), nummer)
    sys.exit(GEEN_UITVOER)


class Opdrachtgroep(click.Group):
    """A group of commands whose refusals are one Dutch message and an exit code."""

    def main(self, *args: Any, **opties: Any) -> Any:  # noqa: ANN401 (click's own signature)
        """Run under one name, however it was started, with the command-line library's own messages in Dutch."""
        gettext.bindtextdomain("messages", str(Path(__file__).with_name("taal")))
        os.environ["LANGUAGE"] = "nl"
        opties.setdefault("prog_name", "gezinshuis-tarief")
        try:
            return super().main(*args, **opties)
        except OSError as fout:
            _verstom(fout)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (click's own signature)
        """Show an error of ours as a message, without a traceback."""
        breed = shutil.get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize
        try:
            with hoogstens_breed(breed):
                return super().invoke(ctx)
        except OnbekendCijfer as fout:
            from gezinshuis_tarief.referentie.meldingen import ZELF_OPGEVEN  # noqa: PLC0415 (loaded only when used)

            weiger(f"{fout}{_CIJFERS if fout.remedie == ZELF_OPGEVEN else ''}")
        except ModuleNotFoundError as fout:
            if not isinstance(extra := zonder_extra(fout), ExtraOntbreekt):
                raise
            click.secho(str(extra), fg="red", err=True)
            ctx.exit(click.UsageError.exit_code)
        except GezinshuisTariefFout as fout:
            weiger(str(fout))
        except BrokenPipeError as fout:
            _verstom(fout)
        except KeyboardInterrupt:
            click.secho("Afgebroken.", fg="red", err=True)
            ctx.exit(128 + signal.SIGINT)


def is_werkboek(bestand: str) -> bool:
    """Whether a name is that of a workbook."""
    return Path(bestand).suffix.lower() in {".xlsx", ".ods"}


_VAN_LEES = {"opbouw", "wijzigingen", "voorstellen", "meegekomen", "bevindingen"}
"""What `lees --json` writes."""


def _kaal(inhoud: Any) -> Any:  # noqa: ANN401 (whatever the JSON holds)
    """Take the opbouw out of what `lees --json` writes; all else is what it is."""
    gelezen = isinstance(inhoud, dict) and {"opbouw", "bevindingen"} <= inhoud.keys() <= _VAN_LEES
    return inhoud["opbouw"] if gelezen else inhoud


def opbouw_uit(tekst: bytes) -> Opbouw:
    """Read an opbouw from JSON text, also as `lees --json` writes it."""
    from gezinshuis_tarief.model.opbouw_json import opbouw_van  # noqa: PLC0415 (loaded only when used)

    return opbouw_van(_kaal(lees_json(tekst)))


def lees_opbouw(bestand: str) -> Opbouw:
    """Read an opbouw from JSON, or from a workbook with its findings said beside the output."""
    if not is_werkboek(bestand):
        return opbouw_uit(lees_bytes(bestand))
    from gezinshuis_tarief.werkboek.lezen.lezen import lees_excel  # noqa: PLC0415 (loaded only when used)

    gelezen = lees_excel(bestand)
    waarschuw([f"{bestand}, {bevinding}" for bevinding in gelezen.bevindingen])
    return gelezen.opbouw


def lees_opbouwen(bestand: str) -> Opbouw | list[Opbouw]:
    """Read an opbouw as `lees_opbouw` does, or a JSON list of them."""
    if is_werkboek(bestand):
        return lees_opbouw(bestand)
    from gezinshuis_tarief.model.opbouw_json import opbouw_van, opbouwen_van  # noqa: PLC0415 (loaded only when used)

    inhoud = _kaal(lees_json(lees_bytes(bestand)))
    return opbouwen_van(inhoud) if isinstance(inhoud, list) else opbouw_van(inhoud)
