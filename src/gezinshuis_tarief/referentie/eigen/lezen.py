"""From rows to a set of own figures; everything that is wrong with them is said at once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, naaste
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.notatie import kommaremedie, punttekst
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.kern.velden import lees_euro, lees_getal, lees_procent
from gezinshuis_tarief.referentie.bestanden import Rij
from gezinshuis_tarief.referentie.cijfer import aaneen
from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset
from gezinshuis_tarief.referentie.eigen.csvtekst import Bronrijen
from gezinshuis_tarief.referentie.eigen.tabellen import CIJFERTABELLEN, TABEL_VAN, Cijfertabel

_NAAMKOLOMMEN: Final = (
    "naam",
    "premie",
    "parameter",
    "reeks",
    "schaal",
    "ip_nummer",
    "leeftijd_van",
)
_WAARDEKOLOMMEN: Final = ("waarde", "bedrag", "per_dag", "per_maand")
_OVERIGE: Final = (
    "geldig_vanaf",
    "bron",
    "eenheid",
    "stand",
    "status",
    "toelichting",
    "cijferset",
    "cao",
    "periodiek",
)
FORMULES: Final = "\0formules"
"""Where a reader of sheets says which values came from a formula."""
_ZONDER_BETEKENIS: Final = ("controle", "leeftijd_tot_en_met")
"""Columns of our own files that follow from the others."""
_ALLE: Final = (*_NAAMKOLOMMEN, *_WAARDEKOLOMMEN, *_OVERIGE, *_ZONDER_BETEKENIS)
_FORMULE: Final = ("=", "@")
_TREDE: Final = re.compile(r"[0-9]{1,2}|U[0-9]{1,2}")
_JAREN: Final = (1900, 2200)
_CAO: Final = "CAO Jeugdzorg"
_HELE_PROCENTEN: Final = 100


class _Bezwaarlijk(Exception):
    """A cell that cannot be read; its objection has been noted."""


def cijferset_van(bron: Bronrijen, naam: str) -> Cijferset:
    """Make a set of figures.

    Args:
        bron: the rows, with the columns of our own data files; `naam` may stand in for a column that names a figure.
        naam: what the set is called where no column `cijferset` says so.

    Raises:
        InvoerFout: with every objection: row, column, what was found, what is allowed, what to do.
    """
    lezer = _Lezer(naam, nederlands=bron.nederlands)
    lezer.bezwaren += bron.bezwaren
    if bron.rijen:
        lezer.kolommen(bron.rijen[0][1])
    elif not bron.bezwaren:
        lezer.bezwaren.append(
            Bezwaar("", "heeft geen cijfers", gevonden=naam, remedie="Schrijf een regel per cijfer.")
        )
    for waar, rij in bron.rijen:
        lezer.rij(waar, rij)
    eis_geen(lezer.bezwaren)
    namen = dict.fromkeys(rij["cijferset"] for rijen in lezer.rijen.values() for rij in rijen.values())
    return Cijferset(" en ".join(namen), {b: tuple(rijen.values()) for b, rijen in lezer.rijen.items()})


def cijferset_uit(rijen: Iterable[Mapping[str, object]], naam: str = "") -> Cijferset:
    """Make a set of figures from rows in memory; see `cijferset_van`."""
    return cijferset_van(Bronrijen([(f"rij {nr}", dict(rij)) for nr, rij in enumerate(rijen, start=1)]), naam)


class _Lezer:
    """Gathers the good rows and the objections to the others."""

    def __init__(self, naam: str, *, nederlands: bool) -> None:
        self.bezwaren: list[Bezwaar] = []
        self.rijen: dict[str, dict[tuple[str, ...], Rij]] = {}
        self._naam = naam
        self._nederlands = nederlands
        self._plek: dict[tuple[str, ...], str] = {}
        self._waar = ""
        self._cellen: Mapping[str, object] = {}
        self._overgeslagen: set[str] = set()

    def kolommen(self, eerste: Mapping[str, object]) -> None:
        """Check which columns there are."""
        self._overgeslagen = {kolom for kolom in ("geldig_vanaf", "bron") if kolom not in eerste}
        self.bezwaren += [
            Bezwaar(
                f"kolom {kolom}",
                "is geen bekende kolom",
                toegestaan=", ".join(_ALLE),
                remedie=naaste(kolom, _ALLE),
            )
            for kolom in eerste
            if kolom not in {*_ALLE, FORMULES}
        ]
        for kolom in sorted(self._overgeslagen):
            self.bezwaren.append(Bezwaar(f"kolom {kolom}", "ontbreekt", remedie="Voeg deze kolom toe."))
        for groep in (_NAAMKOLOMMEN, _WAARDEKOLOMMEN):
            if not set(groep) & set(eerste):
                self._overgeslagen.add(groep[0])
                melding = f"ontbreekt; ook goed: {', '.join(groep[1:])}"
                self.bezwaren.append(Bezwaar(f"kolom {groep[0]}", melding, remedie="Voeg deze kolom toe."))

    def rij(self, waar: str, cellen: Mapping[str, object]) -> None:
        """Read one row; blank rows count for nothing."""
        self._waar, self._cellen = waar, cellen
        if not any(self._tekst(kolom) for kolom in cellen) or "naam" in self._overgeslagen:
            return
        aantal = len(self.bezwaren)
        for kolom in cellen:
            if (tekst := self._tekst(kolom)).startswith(_FORMULE):
                self._bezwaar(
                    kolom, "is een formule", toon_waarde(tekst), remedie="Schrijf de uitkomst zelf."
                )
        if len(self.bezwaren) > aantal:
            return
        try:
            tabel, namen = self._figuur()
        except _Bezwaarlijk:
            tabel, namen = None, {}
        rest = {"geldig_vanaf": self._dag(tabel), "status": self._status(), "bron": self._bron()}
        if tabel is None:
            return
        waarden = self._waarden(tabel, next(iter(namen.values()), tabel.bestand))
        if len(self.bezwaren) == aantal:
            self._bewaar(tabel, namen | rest | waarden)

    def _bewaar(self, tabel: Cijfertabel, rij: Rij) -> None:
        """Keep a row; another value for the same figure is refused."""
        set_naam = self._tekst("cijferset") or self._naam
        bron = f"{rij['bron']} (eigen cijfers: {set_naam})" if set_naam else rij["bron"]
        erbij = {
            "bron": bron,
            "toelichting": aaneen(self._tekst("toelichting"), self._tekst(FORMULES)),
            "controle": "",
            "cijferset": set_naam,
        }
        rijen, sleutel = self.rijen.setdefault(tabel.bestand, {}), tabel.sleutel(rij)
        eerder = rijen.setdefault(sleutel, rij | erbij)
        plek = self._plek.setdefault((tabel.bestand, *sleutel), self._waar)
        verschil = [kolom for kolom in tabel.waarden if eerder[kolom] != rij[kolom]]
        if verschil:
            gevonden = " en ".join(_toon(r[verschil[0]]) for r in (eerder, rij))
            wat = " ".join(rij[kolom] for kolom in tabel.namen) or tabel.bestand
            melding = f"zijn twee waarden voor {wat} per {rij['geldig_vanaf']}"
            self.bezwaren.append(
                Bezwaar(
                    f"{plek} en {self._waar}", melding, gevonden=gevonden, remedie="Laat een van beide weg."
                )
            )

    def _tekst(self, kolom: str) -> str:
        cel = self._cellen.get(kolom)
        if cel is None or cel != cel:  # noqa: PLR0124 (NaN is not itself)
            return ""
        return cel.isoformat() if isinstance(cel, dt.date) else str(cel).strip()

    def _bezwaar(
        self, kolom: str, melding: str, gevonden: str = "", toegestaan: str = "", remedie: str = ""
    ) -> None:
        plek = f"{self._waar}, {kolom}"
        self.bezwaren.append(
            Bezwaar(plek, melding, gevonden=gevonden, toegestaan=toegestaan, remedie=remedie)
        )

    def _figuur(self) -> tuple[Cijfertabel, dict[str, str]]:
        """Return the table of a figure and the columns that name it there.

        Raises:
            _Bezwaarlijk: no known figure.
        """
        gevuld = [kolom for kolom in _NAAMKOLOMMEN if self._tekst(kolom)]
        if len(gevuld) != 1:
            melding = (
                "noemt geen cijfer" if not gevuld else f"noemt meer dan een cijfer ({', '.join(gevuld)})"
            )
            toegestaan = f"precies een van {', '.join(_NAAMKOLOMMEN)}"
            self.bezwaren.append(Bezwaar(self._waar, melding, toegestaan=toegestaan))
            raise _Bezwaarlijk
        kolom = gevuld[0]
        if kolom == "schaal":
            return self._salaris()
        tabellen = [t for t in CIJFERTABELLEN if _hoort_bij(kolom, t)]
        for tabel in tabellen:
            for naam in tabel.bekende_namen():
                if naam.casefold() == self._tekst(kolom).casefold():
                    return tabel, self._met_stand(tabel, naam)
        if kolom == "reeks":
            return tabellen[0], self._met_stand(tabellen[0], self._tekst(kolom))
        bekend = [naam for tabel in tabellen for naam in tabel.bekende_namen()]
        self._onbekend(kolom, bekend)
        raise _Bezwaarlijk

    def _onbekend(self, kolom: str, bekend: Iterable[str]) -> None:
        namen = list(dict.fromkeys(bekend))
        klein = {naam.casefold(): naam for naam in namen}
        tekst = self._tekst(kolom)
        lijkt = naaste(tekst.casefold(), klein).removeprefix("Bedoelt u ").removesuffix("?")
        remedie = f"Bedoelt u {klein[lijkt]}?" if lijkt else ""
        self._bezwaar(kolom, "is geen bekend cijfer", toon_waarde(tekst), ", ".join(namen), remedie)

    def _met_stand(self, tabel: Cijfertabel, naam: str) -> dict[str, str]:
        """Add the state of an index, in the spelling in which it is known."""
        if not tabel.namen:
            return {}
        if "stand" not in tabel.namen:
            return {tabel.namen[0]: naam}
        stand = self._tekst("stand")
        if not stand:
            self._bezwaar(
                "stand", "ontbreekt", remedie="Schrijf voorlopig of definitief, of een andere stand."
            )
            raise _Bezwaarlijk
        return {tabel.namen[0]: naam, "stand": stand.casefold() if stand.casefold() in _STANDEN else stand}

    def _salaris(self) -> tuple[Cijfertabel, dict[str, str]]:
        """Return the names of a step in a scale of the CAO Jeugdzorg."""
        tabel = TABEL_VAN["cao_jeugdzorg_salarisschalen"]
        aantal = len(self.bezwaren)
        cao = self._tekst("cao") or _CAO
        if cao.casefold() not in {_CAO.casefold(), "jeugdzorg", "jz"}:
            remedie = "Geef bedragen van de CAO Gehandicaptenzorg per inpassingsnummer (ip_nummer)."
            self._bezwaar("cao", "heeft geen eigen schalen", toon_waarde(cao), _CAO, remedie)
        schalen = {rij["schaal"] for rij in tabel.bekend(_CAO)}
        schaal, periodiek = self._tekst("schaal"), self._tekst("periodiek").upper()
        if schaal not in schalen:
            allemaal = ", ".join(sorted(schalen, key=int))
            self._bezwaar("schaal", "is geen bekende schaal", toon_waarde(schaal), allemaal)
        if not _TREDE.fullmatch(periodiek):
            self._bezwaar(
                "periodiek", "is geen periodiek", toon_waarde(periodiek), "een getal, of U1 en verder"
            )
        if len(self.bezwaren) > aantal:
            raise _Bezwaarlijk
        return tabel, {"cao": _CAO, "schaal": schaal, "periodiek": periodiek}

    def _dag(self, tabel: Cijfertabel | None) -> str:
        """Return the first day; an index holds for a whole year."""
        tekst = self._tekst("geldig_vanaf")
        if "geldig_vanaf" in self._overgeslagen:
            return ""
        dag, remedie = _lees_dag(tekst)
        if dag is None:
            leeg = "ontbreekt" if not tekst else "is geen bestaande datum"
            gevonden = toon_waarde(tekst) if tekst else ""
            self._bezwaar("geldig_vanaf", leeg, gevonden, "jjjj-mm-dd, bijvoorbeeld 2026-01-01", remedie)
        elif not _JAREN[0] <= dag.year <= _JAREN[1]:
            self._bezwaar(
                "geldig_vanaf",
                "ligt buiten de grenzen",
                tekst,
                f"de jaren {_JAREN[0]} tot en met {_JAREN[1]}",
            )
        elif tabel is not None and tabel.vrij and (dag.month, dag.day) != (1, 1):
            remedie = f'Een indexcijfer geldt een heel jaar: schrijf "{dag.year}-01-01".'
            self._bezwaar(
                "geldig_vanaf", "is geen eerste dag van een jaar", toon_waarde(tekst), remedie=remedie
            )
        return "" if dag is None else dag.isoformat()

    def _status(self) -> str:
        status = self._tekst("status").casefold() or Herkomst.BRON.value
        if status not in list(Herkomst):
            gevonden, mag = toon_waarde(status), ", ".join(Herkomst)
            self._bezwaar("status", "is geen keuze", gevonden, mag, naaste(status, Herkomst))
        return status

    def _bron(self) -> str:
        bron = self._tekst("bron")
        if not bron and "bron" not in self._overgeslagen:
            self._bezwaar("bron", "heeft geen bron", remedie="Zeg waar het cijfer staat.")
        return bron

    def _waarden(self, tabel: Cijfertabel, naam: str) -> dict[str, str]:
        """Return the values by column, and their unit."""
        if "waarde" in self._overgeslagen:
            return {}
        kolommen = {kolom: (kolom,) for kolom in tabel.waarden}
        if len(tabel.waarden) == 1:
            kolommen = {tabel.waarden[0]: ("waarde", "bedrag")}
        gevuld = [(doel, k) for doel, namen in kolommen.items() for k in namen if self._tekst(k)]
        if not gevuld or len({doel for doel, _ in gevuld}) < len(gevuld):
            melding = "staat er twee keer" if gevuld else "is nog niet ingevuld"
            plek = " en ".join(
                kolom for namen in kolommen.values() for kolom in namen if kolom in self._cellen
            )
            self._bezwaar(
                plek or tabel.waarden[0], melding, remedie="Vul een waarde in, of laat de regel weg."
            )
            return {}
        eenheid = self._eenheid(tabel, naam)
        waarden = {
            doel: self._getal(kolom, eenheid, mag_klein=tabel.is_klein(naam)) for doel, kolom in gevuld
        }
        return dict.fromkeys(tabel.waarden, "") | waarden | {"eenheid": eenheid}

    def _eenheid(self, tabel: Cijfertabel, naam: str) -> str:
        """Return the unit in which the figure is known; a shorter name for it will do."""
        bekend = tabel.eenheden(naam) or ("%",)
        gegeven = self._tekst("eenheid")
        for eenheid in bekend:
            if eenheid.casefold().startswith(gegeven.casefold()):
                return eenheid
        self._bezwaar("eenheid", "is een andere eenheid", toon_waarde(gegeven), " of ".join(bekend))
        return bekend[0]

    def _getal(self, kolom: str, eenheid: str, *, mag_klein: bool) -> str:
        """Return a value as our own files write it."""
        cel = self._cellen[kolom]
        try:
            if self._nederlands and isinstance(cel, str):
                cel = punttekst(cel)
            if eenheid.startswith("%"):
                getal = lees_procent(cel, mag_klein=mag_klein)
                laagst, hoogst = Decimal(-_HELE_PROCENTEN), Decimal(_HELE_PROCENTEN)
            else:
                getal = lees_euro(cel) if eenheid.startswith("EUR") else lees_getal(cel)
                laagst, hoogst = Decimal(0), None
        except PydanticCustomError as fout:
            inhoud = fout.context or {}
            remedie = str(inhoud.get("remedie", ""))
            self._bezwaar(
                kolom,
                str(inhoud["melding"]),
                toon_waarde(self._cellen[kolom]),
                f"een getal, {eenheid}",
                kommaremedie(remedie) if self._nederlands else remedie,
            )
            return ""
        if getal < laagst or (hoogst is not None and not laagst < getal <= hoogst):
            mag = f"meer dan {laagst} tot en met {hoogst}" if hoogst else f"{laagst} of meer"
            self._bezwaar(kolom, "ligt buiten de grenzen", toon_waarde(cel), f"{mag} ({eenheid})")
        return f"{getal:f}"


_STANDEN: Final = frozenset({"voorlopig", "definitief"})


def _hoort_bij(kolom: str, tabel: Cijfertabel) -> bool:
    """Say whether a column may name a figure of a table; `naam` may, where one name is enough."""
    if kolom == "naam":
        return tabel.waarden == ("waarde",) or not tabel.namen
    return tabel.namen[:1] == (kolom,)


def _toon(waarde: str) -> str:
    return waarde or "geen"


def _lees_dag(tekst: str) -> tuple[dt.date | None, str]:
    """Return a day, or None with what should have been written where that is clear."""
    try:
        dag = dt.date.fromisoformat(tekst)
    except ValueError:
        dag = None
    if dag is not None and dag.isoformat() == tekst:
        return dag, ""
    treffer = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", tekst)
    try:
        if treffer:
            dag = dt.date(int(treffer[3]), int(treffer[2]), int(treffer[1]))
    except ValueError:
        dag = None
    return None, f'Schrijf "{dag.isoformat()}".' if dag else ""
