"""Cost lines that somebody wrote on the sheet Nieuw onderdeel, each with a formula of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, weigering
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderdelen.bouwen import onderdeel
from gezinshuis_tarief.onderdelen.meereizen import definities
from gezinshuis_tarief.onderdelen.plaatsing import DEFINITIES
from gezinshuis_tarief.onderdelen.plekken import POST
from gezinshuis_tarief.werkboek.beschrijving.nieuw_onderdeel import NIEUWKOP, NIEUWKOPPEN, REGELSOORTEN
from gezinshuis_tarief.werkboek.lezen.definitieblad import invoer_op_blad, regels_onder
from gezinshuis_tarief.werkboek.lezen.getallen import getal_uit_cel, tekst_uit_cel
from gezinshuis_tarief.werkboek.lezen.verslag import vind
from gezinshuis_tarief.werkboek.lezen.voorstellen.voorstel import Voorstel, maak_voorstel
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_NAAM, _FORMULE, _EENHEID, _WAARDE = 2, 3, 4, 9


@dataclass
class Geschreven:
    """What somebody wrote of one component.

    Attributes:
        titel: what it is called.
        cel: the cell where it begins.
        invoer: its inputs as data.
        stappen: its steps as data.
        uitkomst: its formulas; there should be one.
        waarden: the value of each input.
        cellen: the cell of each line, by its key in a definition.
        bezwaren: what is wrong with its lines.
    """

    titel: str
    cel: GelezenCel
    invoer: dict[str, dict[str, Any]] = field(default_factory=dict)
    stappen: dict[str, dict[str, str]] = field(default_factory=dict)
    uitkomst: list[str] = field(default_factory=list)
    waarden: dict[str, object] = field(default_factory=dict)
    cellen: dict[str, GelezenCel] = field(default_factory=dict)
    bezwaren: list[Bezwaar] = field(default_factory=list)

    @property
    def soort(self) -> str:
        """The name of its class: `Vervoer naar school` is VervoerNaarSchool."""
        kaal = unicodedata.normalize("NFKD", self.titel).encode("ascii", "ignore").decode()
        woorden = re.findall(r"[A-Za-z0-9]+", kaal)
        naam = "".join(woord[:1].upper() + woord[1:] for woord in woorden)[:60]
        return naam if naam[:1].isalpha() else f"Post{naam}"

    @property
    def sleutel(self) -> str:
        """The key of its definition."""
        return f"{DEFINITIES}.{self.soort}"

    def lees_regel(self, rij: tuple[GelezenCel, ...]) -> None:
        """Read one line: an input with its value, a step, or the outcome."""
        _, regel, naam, tekst, eenheid, *grenzen, keuzes, _ = (tekst_uit_cel(cel).strip() for cel in rij)
        tekst = rij[_FORMULE].formule or tekst  # somebody began it with =, as in Excel
        match regel.casefold():
            case "invoer" | "stap" if naam in self.invoer or naam in self.stappen:
                self._meld(rij[_NAAM], naam, "staat er twee keer", naam)
            case "invoer":
                self.invoer[naam] = {"omschrijving": tekst} | invoer_op_blad(eenheid, grenzen, keuzes)
                self.cellen[f"invoer.{naam}"] = rij[_EENHEID] if naam else rij[_NAAM]
                self._lees_waarde(naam, rij[_WAARDE])
            case "stap":
                self.stappen[naam] = {"eenheid": eenheid, "formule": tekst}
                self.cellen[f"stappen.{naam}"] = rij[_FORMULE]
            case "uitkomst":
                self.uitkomst.append(tekst)
                self.cellen["uitkomst"] = rij[_FORMULE]
            case _:
                self._meld(rij[1], "regel", "is geen soort regel", regel, " of ".join(REGELSOORTEN))

    def _lees_waarde(self, naam: str, cel: GelezenCel) -> None:
        """Read the value of an input; one that may stay blank has none."""
        veld = self.invoer[naam]
        self.cellen[naam] = cel
        if cel.is_leeg:
            if not veld.get("mag_leeg"):
                self._meld(cel, naam, "heeft geen waarde", naam)
        elif veld.get("eenheid") in set(Eenheid):
            getal = getal_uit_cel(cel, Eenheid(veld["eenheid"]))
            if getal.waarde is None:
                self._meld(cel, naam, "is geen waarde", getal.gevonden, "", getal.wat_te_doen)
            self.waarden[naam] = getal.waarde
        else:
            self.waarden[naam] = tekst_uit_cel(cel).strip()

    def _meld(  # noqa: PLR0913, PLR0917 (what an objection is)
        self, cel: GelezenCel, naam: str, melding: str, gevonden: str = "", mag: str = "", remedie: str = ""
    ) -> None:
        self.cellen[naam] = cel
        self.bezwaren.append(Bezwaar(naam, melding, gevonden=gevonden, toegestaan=mag, remedie=remedie))

    def voorstel(self, opbouw: Opbouw) -> Voorstel:
        """Return the proposal to have this line in a calculation.

        Raises:
            InvoerFout: with every objection.
        """
        if not self.titel:
            raise weigering(
                "", "het onderdeel heeft geen naam", remedie="Schrijf de naam in de eerste kolom."
            )
        if self.soort in definities(opbouw):
            raise weigering("", f"{self.titel} is al de naam van een eigen onderdeel")
        if len(self.uitkomst) != 1:
            raise weigering(
                "", f"er zijn {len(self.uitkomst)} regels uitkomst", toegestaan="één regel uitkomst"
            )
        if self.bezwaren:
            raise InvoerFout(tuple(self.bezwaren))
        klasse = onderdeel(
            self.soort, plek=POST, invoer=self.invoer, stappen=self.stappen, uitkomst=self.uitkomst[0]
        )
        post = klasse(naam=self.titel, **self.waarden)
        plek = f"{POST}[{len(opbouw.eigen_posten)}]"
        wordt = klasse.definitie.in_een_regel()
        return maak_voorstel(self.sleutel, "", wordt, opbouw, {plek: post})

    def waar(self, fout: InvoerFout) -> GelezenCel:
        """Return the cell that an objection is about; where the component begins when it is about the whole."""
        sleutel = fout.bezwaren[0].sleutel
        passend = [bij for bij in self.cellen if sleutel == bij or sleutel.startswith(f"{bij}.")]
        return self.cellen[max(passend, key=len)] if passend else self.cel


def lees_nieuwe(werkboek: Werkboek) -> Iterator[Geschreven]:
    """Yield what was written on the sheet, component by component."""
    if (kop := vind(werkboek, NIEUWKOP)) is None:
        return
    huidig: Geschreven | None = None
    for rij in regels_onder(werkboek, kop, len(NIEUWKOPPEN)):
        titel = tekst_uit_cel(rij[0]).strip()
        if huidig is None or titel not in {"", huidig.titel}:
            if huidig is not None:
                yield huidig
            huidig = Geschreven(titel, rij[0])
        huidig.lees_regel(rij)
    if huidig is not None:
        yield huidig
