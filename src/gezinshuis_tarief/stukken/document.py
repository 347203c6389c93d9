"""A document as a list of parts, so that PDF, Word, web page and plain text hold the same words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gezinshuis_tarief.kern.argumenten import Bestandspad, naar_pad
from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.kern.fouten import uit_extra
from gezinshuis_tarief.stukken.delen import Stuk
from gezinshuis_tarief.stukken.opmaak.tekst import als_html, als_platte_tekst


@dataclass(frozen=True, slots=True)
class Document(Stuk):
    """A document: its title and parts. Prints as plain text; `bewaar` writes PDF, Word, a web page or text."""

    def bewaar(self, pad: Bestandspad, *, overschrijf: bool = False) -> None:
        """Write to a file, as its name ends: .pdf, .docx, .html or .txt.

        Args:
            pad: the file.
            overschrijf: whether a file that is there already may be replaced.

        Raises:
            FileExistsError: when the file is there already.
            InvoerFout: for another ending.
            ExtraOntbreekt: without the extra `bijlage`.
            GezinshuisTariefFout: for signs that the letters of a PDF do not have.
        """
        doel = naar_pad(pad, einden=[".docx", ".pdf", ".html", ".txt"])
        schrijf = _schrijver(doel.suffix.lower())
        inhoud = schrijf(self)
        with schrijf_veilig(doel, overschrijf=overschrijf) as terzijde:
            terzijde.write_bytes(inhoud)

    def naar_html(self) -> str:
        """Return a whole web page."""
        return als_html(self)

    def __str__(self) -> str:
        return als_platte_tekst(self)


def _schrijver(soort: str) -> Callable[[Stuk], bytes]:
    """Return what writes a kind of file; its libraries are loaded only now."""
    with uit_extra():
        if soort == ".docx":
            from gezinshuis_tarief.stukken.opmaak.word import als_word  # noqa: PLC0415

            return als_word
        if soort == ".pdf":
            from gezinshuis_tarief.stukken.opmaak.pdf import als_pdf  # noqa: PLC0415

            return als_pdf
    if soort == ".html":
        return lambda document: als_html(document).encode()
    return lambda document: als_platte_tekst(document).encode()
