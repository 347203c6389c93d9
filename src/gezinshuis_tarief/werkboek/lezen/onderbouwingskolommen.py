"""What stands behind each input in a workbook: status, source and notes, on the row of its key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from string import digits
from typing import Final, TypeVar

from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.kern.onderbouwing import AANNAME, Afwijking, Herkomst, Onderbouwing, Status
from gezinshuis_tarief.werkboek.beschrijving.namen import INVOERKOLOMMEN, kolomnaam
from gezinshuis_tarief.werkboek.lezen.getallen import lees_dag, tekst_uit_cel
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind
from gezinshuis_tarief.werkboek.xlsx.adressen import splits
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenBlad, GelezenCel, Soort
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_Woord = TypeVar("_Woord", bound=StrEnum)
_KOLOMMEN: Final = ("sleutel", "waarde", "let_op", "verzonden", *INVOERKOLOMMEN)
_OORSPRONKELIJK: Final = "Neem de waarden over in het oorspronkelijke werkboek."


@dataclass
class Onderbouwingskolommen:
    """The rows of Uitgangspunten as they are in this file.

    Attributes:
        onderbouwing: by key, where anything is recorded.
        opmerkingen: the free notes of the user, by key.
        redenen: reasons that stand beside no earlier proposal, by key.
        verzonden: the cells with the value each input was sent with, by key.
        let_op: the cells with the check on each input, by key.
    """

    werkboek: Werkboek
    verslag: Verslag
    onderbouwing: dict[str, Onderbouwing] = field(default_factory=dict)
    opmerkingen: dict[str, str] = field(default_factory=dict)
    redenen: dict[str, str] = field(default_factory=dict)
    verzonden: dict[str, GelezenCel] = field(default_factory=dict)
    let_op: dict[str, GelezenCel] = field(default_factory=dict)

    @cached_property
    def _koppen(self) -> Mapping[str, GelezenCel]:
        """The cells that head the columns."""
        gevonden = {kolom: vind(self.werkboek, kolomnaam(kolom)) for kolom in _KOLOMMEN}
        return {kolom: cel for kolom, cel in gevonden.items() if cel is not None}

    @cached_property
    def _letters(self) -> Mapping[str, str]:
        """The letters of each column, as in an address."""
        return {kolom: cel.adres.rstrip(digits) for kolom, cel in self._koppen.items()}

    @cached_property
    def _blad(self) -> GelezenBlad | None:
        kop = self._koppen.get("sleutel")
        return self.werkboek.blad(kop.blad) if kop else None

    @cached_property
    def _rijen(self) -> Mapping[str, int]:
        """The row of each key, by the text in the column of keys; the first where one stands twice."""
        letters = self._letters["sleutel"]
        rijen: dict[str, int] = {}
        for adres, cel in (self._blad.cellen if self._blad else {}).items():
            if cel.soort is Soort.TEKST and adres.rstrip(digits) == letters:
                rijen.setdefault(cel.waarde.strip(), int(adres.removeprefix(letters)))
        return rijen

    @cached_property
    def _sleutels(self) -> Mapping[int | None, str]:
        return {rij: sleutel for sleutel, rij in self._rijen.items()}

    def lees(self, cellen: Mapping[str, GelezenCel]) -> None:
        """Read the row of every input; a row that cannot be found, or is another's, is a finding."""
        for kolom in _KOLOMMEN:
            if kolom not in self._koppen:
                self.verslag.meld(
                    Ernst.WAARSCHUWING,
                    "kolom_ontbreekt",
                    f"de naam {kolomnaam(kolom)} staat niet in het bestand; die kolom is niet gelezen",
                    _OORSPRONKELIJK,
                )
        for sleutel, cel in cellen.items():
            rij = self._rij(sleutel, cel)
            if rij is not None:
                self._lees_rij(sleutel, rij)

    def _rij(self, sleutel: str, cel: GelezenCel) -> int | None:
        """Return the row with the support of an input, and check that its value stands there too."""
        if self._blad is None:
            return None
        rij = self._rijen.get(sleutel)
        if rij is None:
            gevonden = f"de sleutel {sleutel} staat niet meer in de kolom met sleutels"
            remedie = "Zet de sleutel terug op zijn regel."
            self.verslag.meld(Ernst.WAARSCHUWING, "sleutel_weg", gevonden, remedie, cel=cel, sleutel=sleutel)
            rij_van_waarde = splits(cel.adres)[1] if cel.blad == self._blad.naam else None
            return rij_van_waarde if rij_van_waarde not in self._sleutels else None
        if ander := self._ander(cel, rij):
            gevonden = f"de naam {sleutel} wijst naar deze cel, maar de regel van {sleutel} is een andere"
            remedie = f"{_OORSPRONKELIJK} Sorteer de regels niet."
            self.verslag.meld(
                Ernst.FOUT, "naam_verlegd", gevonden, remedie, cel=cel, sleutel=sleutel, toegestaan=ander
            )
        return rij

    def _ander(self, cel: GelezenCel, rij: int) -> str:
        """Return what speaks against a value that stands away from its row; empty when it was just moved."""
        hoort = self._cel(rij, "waarde")
        if hoort is None or (hoort.blad, hoort.adres) == (cel.blad, cel.adres):
            return ""
        kolom, rij_van_waarde = splits(cel.adres)
        in_kolom = cel.blad == hoort.blad and kolom == splits(hoort.adres)[0]
        if in_kolom and rij_van_waarde in self._sleutels:
            return f"de waarde op rij {rij}; op deze rij staat {self._sleutels[rij_van_waarde]}"
        return "" if hoort.is_leeg else f"de waarde in cel {hoort.adres}, waar {tekst_uit_cel(hoort)} staat"

    def _cel(self, rij: int, kolom: str) -> GelezenCel | None:
        if self._blad is None or kolom not in self._letters:
            return None
        return self._blad.cel(f"{self._letters[kolom]}{rij}")

    def _tekst(self, rij: int, kolom: str) -> str | None:
        cel = self._cel(rij, kolom)
        return (tekst_uit_cel(cel) or None) if cel else None

    def _lees_rij(self, sleutel: str, rij: int) -> None:
        if opmerking := self._tekst(rij, "opmerking"):
            self.opmerkingen[sleutel] = opmerking
        if verzonden := self._cel(rij, "verzonden"):
            self.verzonden[sleutel] = verzonden
        if let_op := self._cel(rij, "let_op"):
            self.let_op[sleutel] = let_op
        if not any(self._tekst(rij, kolom) for kolom in INVOERKOLOMMEN if kolom != "opmerking"):
            return
        dag = self._cel(rij, "geldig_vanaf")
        voorstel, reden = self._tekst(rij, "voorstel"), self._tekst(rij, "reden")
        if reden and not voorstel:
            self.redenen[sleutel] = reden
        self.onderbouwing[sleutel] = Onderbouwing(
            status=self._woord(sleutel, rij, "status", Status, AANNAME.status),
            herkomst=self._woord(sleutel, rij, "herkomst", Herkomst, AANNAME.herkomst),
            bron=self._tekst(rij, "bron"),
            geldig_vanaf=self._dag(sleutel, dag) if dag else None,
            toelichting=self._tekst(rij, "toelichting"),
            afwijking=Afwijking(voorstel=voorstel, reden=reden) if voorstel else None,
        )

    def _woord(self, sleutel: str, rij: int, kolom: str, soort: type[_Woord], leeg: _Woord) -> _Woord:
        """Read a word from a short list; another word is refused."""
        cel = self._cel(rij, kolom)
        tekst = tekst_uit_cel(cel).strip().casefold() if cel else ""
        if tekst in list(soort):
            return soort(tekst)
        if tekst:
            mag = " of ".join(soort)
            remedie = "Kies een van deze woorden uit de lijst."
            gevonden = f'"{tekst}" als {kolom}'
            self.verslag.meld(
                Ernst.FOUT, f"geen_{kolom}", gevonden, remedie, cel=cel, sleutel=sleutel, toegestaan=mag
            )
        return leeg

    def _dag(self, sleutel: str, cel: GelezenCel) -> dt.date | None:
        """Read a day; anything that is no day is refused."""
        if cel.soort is Soort.LEEG:
            return None
        dag = lees_dag(cel.waarde) if cel.soort in {Soort.DATUM, Soort.TEKST} else None
        if dag is None:
            gevonden = f'"{tekst_uit_cel(cel)}" als eerste dag'
            remedie = "Typ een datum, zoals 1-1-2026."
            self.verslag.meld(
                Ernst.FOUT, "geen_datum", gevonden, remedie, cel=cel, sleutel=sleutel, toegestaan="een datum"
            )
        return dag
