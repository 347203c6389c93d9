"""A document as a list of parts, so that PDF, Word, web page and plain text hold the same words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from gezinshuis_tarief.kern.argumenten import Bestandspad, naar_pad
from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.kern.fouten import GezinshuisTariefFout
from gezinshuis_tarief.stukken.delen import VELD, Alinea, Deel, Kop, schoon, schoon_deel, teksten_in
from gezinshuis_tarief.stukken.tekst import als_html, als_platte_tekst


@dataclass(frozen=True, slots=True)
class Meegezonden:
    """A file inside a PDF: its name, what it is, and its text."""

    naam: str
    omschrijving: str
    inhoud: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its title and parts. Prints as plain text; `bewaar` writes PDF, Word, a web page or text.

    Attributes:
        titel: the title.
        delen: the parts, in order.
        code: what ties loose pages together; at the foot of each.
        auteur: who it is from.
        datum: the day it is of; what has none is of the day it is written.
        redenen: why it is a concept; none when it may be signed, or is not there to be signed.
        bijlage: the file that goes inside the PDF.
    """

    titel: str
    delen: tuple[Deel, ...]
    code: str = ""
    auteur: str = ""
    datum: dt.date | None = None
    redenen: tuple[str, ...] = ()
    bijlage: Meegezonden | None = None

    @property
    def is_concept(self) -> bool:
        """Whether something stands in the way of a signature."""
        return bool(self.redenen)

    @property
    def dag(self) -> dt.date:
        """The day in the properties of a file."""
        return self.datum or dt.datetime.now().astimezone().date()

    @property
    def inhoud(self) -> tuple[Deel, ...]:
        """The title, the reasons why it is a concept, and all parts, without control characters."""
        redenen = [Alinea(f"{nummer}. {reden}") for nummer, reden in enumerate(self.redenen, 1)]
        kop: tuple[Deel, ...] = (Kop("Waarom dit een concept is"), *redenen) if redenen else ()
        alles: tuple[Deel, ...] = (Kop(self.titel, 0), *kop, *self.delen)
        return tuple(schoon_deel(deel) for deel in alles)

    @property
    def voet(self) -> str:
        """What stands at the foot of each page, beside its number."""
        return schoon(" · ".join(deel for deel in (self.titel, self.code) if deel))

    @property
    def open_velden(self) -> tuple[str, ...]:
        """What is still to be filled in, each once."""
        teksten = (tekst for deel in self.delen for tekst in teksten_in(deel))
        return tuple(dict.fromkeys(veld for tekst in teksten for veld in VELD.findall(tekst)))

    def bewaar(self, pad: Bestandspad, *, overschrijf: bool = False) -> None:
        """Write to a file, as its name ends: .pdf, .docx, .html or .txt.

        Args:
            pad: the file.
            overschrijf: whether a file that is there already may be replaced.

        Raises:
            FileExistsError: when the file is there already.
            InvoerFout: for another ending.
            GezinshuisTariefFout: without the extra `bijlage`, or for signs that the letters of a PDF do not have.
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


def _schrijver(soort: str) -> Callable[[Document], bytes]:
    """Return what writes a kind of file; its libraries are loaded only now."""
    try:
        if soort == ".docx":
            from gezinshuis_tarief.stukken.word import als_word  # noqa: PLC0415

            return als_word
        if soort == ".pdf":
            from gezinshuis_tarief.stukken.pdf import als_pdf  # noqa: PLC0415

            return als_pdf
    except ImportError:
        raise GezinshuisTariefFout(
            'Voor Word en PDF is een extra nodig: pip install "gezinshuis-tarief[bijlage]".'
        ) from None
    if soort == ".html":
        return lambda document: als_html(document).encode()
    return lambda document: als_platte_tekst(document).encode()
