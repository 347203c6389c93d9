"""The cells of one row of own figures: day, number, unit, status and source, each read or objected to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.eenheden import kommaremedie, punttekst
from gezinshuis_tarief.kern.fouten import Bezwaar, naaste
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.kern.velden import lees_euro, lees_getal, lees_procent
from gezinshuis_tarief.referentie.eigen.kolommen import WAARDEKOLOMMEN
from gezinshuis_tarief.referentie.eigen.tabellen import Cijfertabel

_JAREN: Final = (1900, 2200)
_HEEL: Final = Decimal(100)
_DAG: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


@dataclass
class Bronrij:
    """One row, with the objections to it.

    Attributes:
        waar: where it stands, for messages.
        cellen: what it holds by column: text, numbers or days.
        nederlands: whether numbers in text have a decimal comma.
        bezwaren: what is wrong with it.
    """

    waar: str
    cellen: Mapping[str, object]
    nederlands: bool = False
    bezwaren: list[Bezwaar] = field(default_factory=list)

    def tekst(self, kolom: str) -> str:
        """Return a cell as text; empty where nothing stands."""
        cel = self.cellen.get(kolom)
        if cel is None or cel != cel:  # noqa: PLR0124 (NaN is not itself)
            return ""
        return cel.isoformat() if isinstance(cel, dt.date) else str(cel).strip()

    def bezwaar(
        self, kolom: str, melding: str, gevonden: object = "", *, toegestaan: str = "", remedie: str = ""
    ) -> None:
        """Note what is wrong in a column."""
        plek = f"{self.waar}, {kolom}" if kolom else self.waar
        toont = toon_waarde(gevonden) if gevonden != "" else ""
        self.bezwaren.append(Bezwaar(plek, melding, gevonden=toont, toegestaan=toegestaan, remedie=remedie))

    def dag(self, *, is_jaar: bool) -> str:
        """Return the first day as jjjj-mm-dd.

        Args:
            is_jaar: whether the figure holds for a whole calendar year.
        """
        kolom, tekst = "geldig_vanaf", self.tekst("geldig_vanaf")
        if kolom not in self.cellen:
            return ""
        dag, bedoeld = _lees_dag(tekst)
        if dag is None:
            mag = "jjjj-mm-dd, bijvoorbeeld 2026-01-01"
            remedie = f'Schrijf "{bedoeld}".' if bedoeld else ""
            self.bezwaar(
                kolom,
                "is geen bestaande datum" if tekst else "ontbreekt",
                tekst,
                toegestaan=mag,
                remedie=remedie,
            )
            return ""
        if not _JAREN[0] <= dag.year <= _JAREN[1]:
            mag = f"de jaren {_JAREN[0]} tot en met {_JAREN[1]}"
            self.bezwaar(kolom, "ligt buiten de grenzen", tekst, toegestaan=mag)
        elif is_jaar and (dag.month, dag.day) != (1, 1):
            remedie = f'Een indexcijfer geldt een heel jaar: schrijf "{dag.year}-01-01".'
            self.bezwaar(kolom, "is geen eerste dag van een jaar", tekst, remedie=remedie)
        return dag.isoformat()

    def status(self) -> str:
        """Return how the figure was come by; read in its source when nothing is said."""
        status = self.tekst("status").casefold() or Herkomst.BRON.value
        if status not in list(Herkomst):
            remedie = naaste(status, Herkomst)
            self.bezwaar("status", "is geen keuze", status, toegestaan=", ".join(Herkomst), remedie=remedie)
        return status

    def bron(self) -> str:
        """Return the source."""
        bron = self.tekst("bron")
        if not bron and "bron" in self.cellen:
            self.bezwaar("bron", "ontbreekt", remedie="Zeg waar het cijfer staat.")
        return bron

    def waarden(self, tabel: Cijfertabel, naam: str) -> dict[str, str]:
        """Return the values by column of the table, and their unit."""
        kolommen: dict[str, tuple[str, ...]] = {kolom: (kolom,) for kolom in tabel.waarden}
        if len(tabel.waarden) == 1:
            kolommen = {tabel.waarden[0]: ("waarde", "bedrag")}
        gevuld = [(doel, k) for doel, namen in kolommen.items() for k in namen if self.tekst(k)]
        if not gevuld or len({doel for doel, _ in gevuld}) < len(gevuld):
            melding = "staan er allebei" if gevuld else "is nog niet ingevuld"
            plek = " en ".join(k for namen in kolommen.values() for k in namen if k in self.cellen)
            remedie = "Vul een waarde in, of laat de regel weg."
            self.bezwaar(plek or tabel.waarden[0], melding, remedie=remedie)
            return {}
        eenheid = self._eenheid(tabel, naam)
        klein = bool(self.tekst("eenheid")) and tabel.is_klein(naam)
        waarden = {doel: self._getal(kolom, eenheid, mag_klein=klein) for doel, kolom in gevuld}
        return dict.fromkeys(tabel.waarden, "") | waarden | {"eenheid": eenheid}

    def keur_getallen(self) -> None:
        """Object to what is no number in any unit, of a figure that is not known."""
        for kolom in WAARDEKOLOMMEN:
            if self.tekst(kolom):
                self._getal(kolom, "%" if self.tekst(kolom).endswith("%") else "", mag_klein=True)

    def _eenheid(self, tabel: Cijfertabel, naam: str) -> str:
        """Return the unit in which the figure is known; a shorter name for it will do."""
        bekend = tabel.eenheden(naam) or ("%",)
        gegeven = self.tekst("eenheid")
        for eenheid in bekend:
            if eenheid.casefold().startswith(gegeven.casefold()):
                return eenheid
        remedie = "Laat de cel leeg, of reken de waarde om."
        self.bezwaar(
            "eenheid", "is een andere eenheid", gegeven, toegestaan=" of ".join(bekend), remedie=remedie
        )
        return bekend[0]

    def _getal(self, kolom: str, eenheid: str, *, mag_klein: bool) -> str:
        """Return a value as our own files write it."""
        cel = self.cellen[kolom]
        is_procent = eenheid.startswith("%")
        mag = f"meer dan -{_HEEL} tot en met {_HEEL}" if is_procent else "0 of meer"
        mag += f" ({eenheid})" if eenheid else ""
        try:
            getal = self._gelezen(cel, eenheid, mag_klein=mag_klein)
        except PydanticCustomError as fout:
            inhoud = fout.context or {}
            remedie = str(inhoud["remedie"])
            remedie = kommaremedie(remedie) if self.nederlands else remedie
            self.bezwaar(kolom, str(inhoud["melding"]), cel, toegestaan=mag, remedie=remedie)
            return ""
        if not (-_HEEL < getal <= _HEEL if is_procent else getal >= 0):
            self.bezwaar(kolom, "ligt buiten de grenzen", cel, toegestaan=mag)
        return f"{getal:f}"

    def _gelezen(self, cel: object, eenheid: str, *, mag_klein: bool) -> Decimal:
        if self.nederlands and isinstance(cel, str):
            cel = punttekst(cel)
        if eenheid.startswith("%"):
            return lees_procent(cel, mag_klein=mag_klein)
        return lees_euro(cel) if eenheid.startswith("EUR") else lees_getal(cel)


def _lees_dag(tekst: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the day that stands there, or else the one that is clearly meant."""
    try:
        dag = dt.date.fromisoformat(tekst)
        return (dag, None) if dag.isoformat() == tekst else (None, dag)
    except ValueError:
        treffer = _DAG.fullmatch(tekst)
    try:
        return None, dt.date(*map(int, reversed(treffer.groups()))) if treffer else None
    except ValueError:
        return None, None
