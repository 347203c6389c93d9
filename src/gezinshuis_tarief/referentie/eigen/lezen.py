"""From rows to a set of own figures; everything that is wrong with them is said at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, naaste
from gezinshuis_tarief.referentie.bestanden import Rij
from gezinshuis_tarief.referentie.cijfer import aaneen
from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset
from gezinshuis_tarief.referentie.eigen.csvtekst import Bronrijen
from gezinshuis_tarief.referentie.eigen.kolommen import FORMULES, NAAMKOLOMMEN, kolombezwaren, ontbrekende
from gezinshuis_tarief.referentie.eigen.tabellen import CIJFERTABELLEN, TABEL_VAN, Cijfertabel, zelfde
from gezinshuis_tarief.referentie.eigen.waarden import Bronrij

_FORMULE: Final = ("=", "@")
_TREDE: Final = re.compile(r"[0-9]{1,2}|U[0-9]{1,2}")
_CAO: Final = "CAO Jeugdzorg"
_NAMEN_HOOGSTENS: Final = 25
_STANDEN: Final = frozenset({"voorlopig", "definitief"})

_Figuur = tuple[Cijfertabel, dict[str, str]]
"""The table of a figure, and the columns that name it there."""


def cijferset_van(bron: Bronrijen, naam: str) -> Cijferset:
    """Make a set of figures.

    Args:
        bron: the rows, with the columns of our own data files; `naam` may stand for a column that names a figure.
        naam: what the set is called where no column `cijferset` says so.

    Raises:
        InvoerFout: with every objection: row, column, what was found, what is allowed, what to do.
    """
    bezwaren = list(bron.bezwaren)
    gelezen = _Verzameling(naam)
    eerste = bron.rijen[0][1] if bron.rijen else {}
    if bron.rijen:
        bezwaren += kolombezwaren(eerste)
    elif not bezwaren:
        bezwaren.append(
            Bezwaar("", "heeft geen cijfers", gevonden=naam, remedie="Schrijf een regel per cijfer.")
        )
    mist = ontbrekende(eerste)
    for waar, cellen in bron.rijen:
        rij = Bronrij(waar, cellen, bron.nederlands)
        if any(rij.tekst(kolom) for kolom in cellen):
            gelezen.lees(rij, mist)
        bezwaren += rij.bezwaren
    eis_geen(bezwaren)
    return gelezen.als_set()


def cijferset_uit(rijen: Iterable[Mapping[str, object]], naam: str = "") -> Cijferset:
    """Make a set of figures from rows in memory; see `cijferset_van`."""
    return cijferset_van(Bronrijen([(f"rij {nr}", dict(rij)) for nr, rij in enumerate(rijen, start=1)]), naam)


class _Verzameling:
    """The good rows so far, by table and figure."""

    def __init__(self, naam: str) -> None:
        self._naam = naam
        self._rijen: dict[str, dict[tuple[str, ...], Rij]] = {}
        self._plek: dict[tuple[str, ...], str] = {}

    def als_set(self) -> Cijferset:
        """Return the rows as a set; its name is that of its figures."""
        namen = dict.fromkeys(rij["cijferset"] for rijen in self._rijen.values() for rij in rijen.values())
        return Cijferset(" en ".join(namen), {b: tuple(rijen.values()) for b, rijen in self._rijen.items()})

    def lees(self, rij: Bronrij, mist: frozenset[str]) -> None:
        """Read a row as far as there are columns for it, and keep it when nothing is wrong."""
        for kolom in rij.cellen:
            if rij.tekst(kolom).startswith(_FORMULE):
                rij.bezwaar(kolom, "is een formule", rij.tekst(kolom), remedie="Schrijf de uitkomst zelf.")
        if rij.bezwaren:
            return
        figuur = None if "naam" in mist else _figuur(rij)
        rest = {
            "geldig_vanaf": rij.dag(is_jaar=figuur is not None and figuur[0].vrij),
            "status": rij.status(),
            "bron": rij.bron(),
        }
        if figuur is None or "waarde" in mist:
            rij.keur_getallen()
            return
        tabel, namen = figuur
        waarden = rij.waarden(tabel, next(iter(namen.values()), tabel.bestand))
        if not rij.bezwaren and not mist:
            self._bewaar(rij, tabel, namen | rest | waarden)

    def _bewaar(self, rij: Bronrij, tabel: Cijfertabel, gelezen: Rij) -> None:
        """Keep a row; another value for the same figure is refused."""
        naam = rij.tekst("cijferset") or self._naam
        erbij = {
            "bron": f"{gelezen['bron']} (eigen cijfers: {naam})" if naam else gelezen["bron"],
            "toelichting": aaneen(rij.tekst("toelichting"), rij.tekst(FORMULES)),
            "controle": "",
            "cijferset": naam,
        }
        sleutel = tabel.sleutel(gelezen)
        bekend = tabel.bekend(tabel.naam_van(gelezen))
        heel = (bekend[-1] if bekend else {}) | gelezen | erbij
        eerder = self._rijen.setdefault(tabel.bestand, {}).setdefault(sleutel, heel)
        plek = self._plek.setdefault((tabel.bestand, *sleutel), rij.waar)
        for kolom in tabel.waarden:
            if not zelfde(eerder[kolom], gelezen[kolom]):
                wat = " ".join(gelezen[k] for k in tabel.namen) or tabel.bestand
                melding = f"zijn twee waarden voor {wat} per {gelezen['geldig_vanaf']}"
                gevonden = " en ".join(r[kolom] or "geen" for r in (eerder, gelezen))
                rij.bezwaren.append(
                    Bezwaar(
                        f"{plek} en {rij.waar}", melding, gevonden=gevonden, remedie="Laat een van beide weg."
                    )
                )


def _figuur(rij: Bronrij) -> _Figuur | None:
    """Return which figure a row holds; None, with an objection, when it is no known one."""
    gevuld = [kolom for kolom in NAAMKOLOMMEN if rij.tekst(kolom)]
    if len(gevuld) != 1:
        melding = f"noemt meer dan één cijfer ({', '.join(gevuld)})" if gevuld else "noemt geen cijfer"
        rij.bezwaar("", melding, toegestaan=f"precies één van {', '.join(NAAMKOLOMMEN)}")
        return None
    kolom = gevuld[0]
    if kolom == "schaal":
        return _salaris(rij)
    tabellen = [tabel for tabel in CIJFERTABELLEN if _hoort_bij(kolom, tabel)]
    bekend = {naam.casefold(): (tabel, naam) for tabel in tabellen for naam in tabel.bekende_namen()}
    gevraagd = rij.tekst(kolom)
    vrij = (tabellen[0], gevraagd) if tabellen[0].vrij else None
    if gevonden := bekend.get(gevraagd.casefold(), vrij):
        return _met_stand(rij, *gevonden)
    namen = [naam for _, naam in bekend.values()]
    mag = (
        ", ".join(namen)
        if len(namen) <= _NAMEN_HOOGSTENS
        else "een naam uit gezinshuis-tarief referentie zoek"
    )
    lijkt = naaste(gevraagd.casefold(), bekend)
    remedie = next((f"Bedoelt u {naam}?" for klein, (_, naam) in bekend.items() if f" {klein}?" in lijkt), "")
    rij.bezwaar(kolom, "is geen bekend cijfer", gevraagd, toegestaan=mag, remedie=remedie)
    return None


def _hoort_bij(kolom: str, tabel: Cijfertabel) -> bool:
    """Say whether a column may name a figure of a table; `naam` may where it is one name by which to know it."""
    if kolom == "naam":
        return tabel.waarden == ("waarde",) or not tabel.namen
    return tabel.namen[:1] == (kolom,)


def _met_stand(rij: Bronrij, tabel: Cijfertabel, naam: str) -> _Figuur | None:
    """Add the state of an index."""
    if "stand" not in tabel.namen:
        return tabel, dict.fromkeys(tabel.namen, naam)
    stand = rij.tekst("stand")
    if not stand:
        rij.bezwaar("stand", "ontbreekt", remedie="Schrijf voorlopig of definitief, of een andere stand.")
        return None
    klein = stand.casefold()
    return tabel, {tabel.namen[0]: naam, "stand": klein if klein in _STANDEN else stand}


def _salaris(rij: Bronrij) -> _Figuur | None:
    """Return a step in a scale of the CAO Jeugdzorg."""
    tabel = TABEL_VAN["cao_jeugdzorg_salarisschalen"]
    cao, schaal, periodiek = rij.tekst("cao") or _CAO, rij.tekst("schaal"), rij.tekst("periodiek").upper()
    goed = True
    if cao.casefold() not in {_CAO.casefold(), "jeugdzorg", "jz"}:
        remedie = "Geef bedragen van de CAO Gehandicaptenzorg per inpassingsnummer (ip_nummer)."
        rij.bezwaar("cao", "heeft geen eigen schalen", cao, toegestaan=_CAO, remedie=remedie)
        goed = False
    schalen = sorted({bekend["schaal"] for bekend in tabel.bekend(_CAO)}, key=int)
    if schaal not in schalen:
        rij.bezwaar("schaal", "is geen bekende schaal", schaal, toegestaan=", ".join(schalen))
        goed = False
    if not _TREDE.fullmatch(periodiek):
        rij.bezwaar("periodiek", "is geen periodiek", periodiek, toegestaan="een getal, of U1 en verder")
        goed = False
    return (tabel, {"cao": _CAO, "schaal": schaal, "periodiek": periodiek}) if goed else None
