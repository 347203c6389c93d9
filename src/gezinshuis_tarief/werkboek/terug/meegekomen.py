"""What somebody put in a workbook beside its inputs: nothing of it is lost, and what has an amount is offered.

Everything on our sheets that we do not write there is theirs: rows without a key, texts beside the table, comments at
cells, sheets of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.werkboek.beschrijving import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.lezen.getallen import getal_uit_cel, tekst_uit_cel
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind
from gezinshuis_tarief.werkboek.schrijven import maak_bladen
from gezinshuis_tarief.werkboek.xlsx.adressen import splits
from gezinshuis_tarief.werkboek.xlsx.andermans.kanttekeningen import lees_kanttekeningen
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenBlad, GelezenCel, Soort
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_VRIJ_BLAD: Final = (namen.SAMENVATTING, namen.BEREKENING, namen.LEESWIJZER)
"""Sheets of ours on which only texts and formulas of ours stand."""
_ONZE_BLADEN: Final = frozenset(
    {*_VRIJ_BLAD, namen.UITGANGSPUNTEN, namen.PASPOORT, namen.EIGEN_ONDERDELEN, "Indexatie"}
)
_NAAMREGEL: Final = "post"
"""How the row begins on which the name of an own cost line is typed, above the row of its amount."""
_HOOGSTENS: Final = 500


class Meegekomensoort(StrEnum):
    """What somebody put in a workbook."""

    RIJ = "ingevoegde rij"
    AANTEKENING = "aantekening"
    KANTTEKENING = "opmerking bij een cel"
    OPMERKING = "opmerking bij een invoer"
    BLAD = "eigen blad"


@dataclass(frozen=True, slots=True)
class Meegekomen:
    """One thing that came along with the inputs.

    Attributes:
        soort: what it is.
        blad: the sheet.
        cel: the address in that sheet; empty for a whole sheet.
        tekst: what it says; the name of what an inserted row is about.
        sleutel: the key of the input on whose row it stands; empty elsewhere.
        bedrag: the amount on an inserted row, euro per year; None where there is none that can be read.
        van: who is named as its author.
    """

    soort: Meegekomensoort
    blad: str
    cel: str
    tekst: str
    sleutel: str = ""
    bedrag: Decimal | None = None
    van: str = ""

    def als_json(self) -> dict[str, Any]:
        """Return all fields as text."""
        return {
            "soort": str(self.soort),
            "blad": self.blad,
            "cel": self.cel,
            "sleutel": self.sleutel,
            "tekst": self.tekst,
            "bedrag": None if self.bedrag is None else f"{self.bedrag:f}",
            "van": self.van,
        }


def lees_meegekomen(
    werkboek: Werkboek,
    verslag: Verslag,
    inhoud: Werkboekinhoud,
    opmerkingen: Mapping[str, str],
) -> tuple[Meegekomen, ...]:
    """Return what came along; an inserted row is a finding too, since its amount does not count.

    Args:
        werkboek: the file.
        verslag: where findings are written down.
        inhoud: what we would write with the same inputs.
        opmerkingen: the notes in the column for them, by key.
    """
    lezer = _Lezer(werkboek, inhoud)
    gevonden = [
        Meegekomen(Meegekomensoort.OPMERKING, "", "", tekst, sleutel)
        for sleutel, tekst in opmerkingen.items()
    ]
    gevonden += lezer.uitgangspunten()
    gevonden += lezer.losse_teksten()
    sleutel_op = {
        (cel.blad, cel.adres): sleutel for sleutel in inhoud.invoer if (cel := vind(werkboek, sleutel))
    }
    for naam in werkboek.bladnamen:
        if naam in _ONZE_BLADEN:
            gevonden += [
                Meegekomen(
                    Meegekomensoort.KANTTEKENING,
                    naam,
                    k.adres,
                    k.tekst,
                    sleutel_op.get((naam, k.adres), ""),
                    van=k.auteur,
                )
                for k in lees_kanttekeningen(werkboek, naam)
            ]
        elif not naam.startswith(namen.BEVINDINGEN):
            gevonden.append(Meegekomen(Meegekomensoort.BLAD, naam, "", naam))
    for rij in gevonden:
        if rij.soort is Meegekomensoort.RIJ:
            cel = GelezenCel(rij.blad, rij.cel)
            code = "rij_ingevoegd" if rij.bedrag is not None else "rij_zonder_bedrag"
            verslag.meld(code, cel, tekst=rij.tekst, bedrag=_bedragtekst(rij.bedrag))
    return tuple(gevonden[:_HOOGSTENS])


def _bedragtekst(bedrag: Decimal | None) -> str:
    return "" if bedrag is None else f"{bedrag:f}".replace(".", ",")


class _Lezer:
    """Looks for what we did not write."""

    def __init__(self, werkboek: Werkboek, inhoud: Werkboekinhoud) -> None:
        self._werkboek, self._inhoud = werkboek, inhoud
        self._teksten: frozenset[str] | None = None

    def _is_van_ons(self, tekst: str) -> bool:
        """Whether we write a text somewhere; our sheets are only made when there is something to compare."""
        if self._teksten is None:
            cellen = (cel for blad in maak_bladen(self._inhoud) for cel in blad.cellen)
            self._teksten = frozenset(_kaal(str(cel.inhoud)) for cel in cellen if not cel.formule)
        return _kaal(tekst) in self._teksten

    def uitgangspunten(self) -> Iterator[Meegekomen]:
        """Yield rows that have no key, and texts beside those that have one."""
        koppen = {kolom: vind(self._werkboek, namen.kolomnaam(kolom)) for kolom in namen.KOLOMKOPPEN}
        kop = koppen["sleutel"]
        blad = None if kop is None else self._werkboek.blad(kop.blad)
        if kop is None or blad is None:
            return
        bekend = {splits(cel.adres)[0] for cel in koppen.values() if cel}
        kolom_sleutel, kopregel = splits(kop.adres)
        naam = ""
        for rij, cellen in sorted(_per_rij(blad).items()):
            sleutel = tekst_uit_cel(cellen[kolom_sleutel]).strip() if kolom_sleutel in cellen else ""
            if sleutel and rij != kopregel:
                erbuiten = [cel for kolom, cel in cellen.items() if kolom not in bekend]
                yield from self._aantekeningen(erbuiten, sleutel)
                naam = ""
            elif rij != kopregel:
                eigen = [cel for cel in cellen.values() if self._is_eigen(cel)]
                regel, naam = _rij(eigen, naam)
                yield from regel

    def _is_eigen(self, cel: GelezenCel) -> bool:
        if cel.soort is Soort.TEKST and cel.formule is None:
            return bool(cel.waarde.strip()) and not self._is_van_ons(cel.waarde)
        return cel.soort is Soort.GETAL

    def _aantekeningen(self, cellen: list[GelezenCel], sleutel: str = "") -> Iterator[Meegekomen]:
        for cel in cellen:
            tekst = tekst_uit_cel(cel).strip()
            if tekst and cel.formule is None and not self._is_van_ons(tekst):
                yield Meegekomen(Meegekomensoort.AANTEKENING, cel.blad, cel.adres, tekst, sleutel)

    def losse_teksten(self) -> Iterator[Meegekomen]:
        """Yield texts and numbers on the other sheets of ours that are no value of a name."""
        genoemd = {(n.blad, n.adres) for alle in self._werkboek.namen.values() for n in alle if n.adres}
        for naam in _VRIJ_BLAD:
            blad = self._werkboek.blad(naam)
            cellen = [] if blad is None else list(blad.cellen.values())
            yield from self._aantekeningen([cel for cel in cellen if (cel.blad, cel.adres) not in genoemd])


def _rij(eigen: list[GelezenCel], naam: str) -> tuple[list[Meegekomen], str]:
    """Return what stands on a row without a key, and the name that the next row may have an amount for."""
    teksten = [cel for cel in eigen if cel.soort is Soort.TEKST]
    bedragen = [(cel, getal_uit_cel(cel, Eenheid.EURO_PER_JAAR).waarde) for cel in eigen]
    met_bedrag = [(cel, bedrag) for cel, bedrag in bedragen if bedrag is not None]
    woorden = [cel for cel in teksten if cel not in [cel for cel, _ in met_bedrag]]
    if met_bedrag and (woorden or naam):
        cel, bedrag = met_bedrag[0]
        wat = naam or tekst_uit_cel(woorden[0]).strip()
        rest = [tekst_uit_cel(w).strip() for w in woorden[1:]] if not naam else []
        soort = Meegekomensoort.RIJ
        return [Meegekomen(soort, cel.blad, cel.adres, " · ".join([wat, *rest]), bedrag=bedrag)], ""
    if len(woorden) > 1 and woorden[0].waarde.strip().casefold().startswith(_NAAMREGEL):
        return [], tekst_uit_cel(woorden[1]).strip()
    soort = Meegekomensoort.RIJ if len(woorden) > 1 else Meegekomensoort.AANTEKENING
    tekst = " · ".join(tekst_uit_cel(cel).strip() for cel in (woorden or eigen))
    return [Meegekomen(soort, eigen[0].blad, eigen[0].adres, tekst)] if eigen else [], ""


def _per_rij(blad: GelezenBlad) -> dict[int, dict[int, GelezenCel]]:
    rijen: dict[int, dict[int, GelezenCel]] = {}
    for adres, cel in blad.cellen.items():
        kolom, rij = splits(adres)
        rijen.setdefault(rij, {})[kolom] = cel
    return rijen


def _kaal(tekst: str) -> str:
    """Return a text without what programs change when they save it: the kind and number of spaces."""
    return " ".join(tekst.split())
