"""A document as a list of parts, so that Word, PDF and plain text hold the same words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gezinshuis_tarief.kern.argumenten import Bestandspad, naar_pad
from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.kern.fouten import uit_extra
from gezinshuis_tarief.stukken.delen import TEKENVELDEN, Alinea, Deel, Documenttabel, Kop


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its title and parts. Prints as plain text; `bewaar` writes Word, PDF or text."""

    titel: str
    delen: tuple[Deel, ...]

    def bewaar(self, pad: Bestandspad) -> None:
        """Write to a file that is not there yet, as its name ends: .docx, .pdf or .txt.

        Raises:
            FileExistsError: when the file is there already.
            InvoerFout: for another ending.
            ExtraOntbreekt: without the extra `bijlage`.
        """
        doel = naar_pad(pad, einden=[".docx", ".pdf", ".txt"])
        schrijf = _schrijver(doel.suffix.lower())
        with schrijf_veilig(doel) as terzijde:
            schrijf(self.titel, self.delen, terzijde)

    def __str__(self) -> str:
        return _tekst(self.titel, self.delen)


def _schrijver(soort: str) -> Callable[[str, Sequence[Deel], Path], None]:
    """Return what writes a kind of file; its libraries are loaded only now."""
    with uit_extra():
        if soort == ".docx":
            from gezinshuis_tarief.stukken.word import schrijf_word  # noqa: PLC0415

            return schrijf_word
        if soort == ".pdf":
            from gezinshuis_tarief.stukken.pdf import schrijf_pdf  # noqa: PLC0415

            return schrijf_pdf
    return _schrijf_tekst


def _schrijf_tekst(titel: str, delen: Sequence[Deel], pad: Path) -> None:
    pad.write_text(_tekst(titel, delen), encoding="utf-8")


def _tekst(titel: str, delen: Sequence[Deel]) -> str:
    return "\n\n".join(_als_tekst(deel) for deel in (Kop(titel, 0), *delen)) + "\n"


def _als_tekst(deel: Deel) -> str:
    match deel:
        case Kop(tekst, niveau):
            return f"{tekst}\n{('=', '-', '.')[min(niveau, 2)] * len(tekst)}"
        case Alinea(tekst):
            return tekst
        case Documenttabel():
            return _als_teksttabel(deel)
    velden = "\n".join(f"  {veld}: ____________________" for veld in TEKENVELDEN)
    return "\n\n".join(f"Namens {partij}:\n{velden}" for partij in deel.partijen)


def _als_teksttabel(deel: Documenttabel) -> str:
    rijen: list[Sequence[str]] = [deel.koppen, *deel.rijen]
    breedtes = [max(len(rij[plek]) for rij in rijen) for plek in range(len(deel.koppen))]
    eerste_getal = len(deel.koppen) - deel.getallen
    regels = [
        "  ".join(
            cel.rjust(breedte) if plek >= eerste_getal else cel.ljust(breedte)
            for plek, (cel, breedte) in enumerate(zip(rij, breedtes, strict=True))
        ).rstrip()
        for rij in rijen
    ]
    return "\n".join([regels[0], "-" * len(regels[0]), *regels[1:]])
