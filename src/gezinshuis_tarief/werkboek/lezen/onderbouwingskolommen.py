"""What stands behind each input in a workbook: status, source and notes, on the row of its key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from string import digits
from typing import Final, TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.onderbouwing import AANNAME, Afwijking, Herkomst, Onderbouwing, Status
from gezinshuis_tarief.kern.velden import eis_zichtbaar
from gezinshuis_tarief.werkboek.beschrijving.namen import INVOERKOLOMMEN, kolomnaam
from gezinshuis_tarief.werkboek.lezen.getallen import lees_dag, tekst_uit_cel
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind
from gezinshuis_tarief.werkboek.xlsx.adressen import splits
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenBlad, GelezenCel, Soort
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_Woord = TypeVar("_Woord", bound=StrEnum)
_KOLOMMEN: Final = ("sleutel", "waarde", "let_op", "verzonden", "steun_verzonden", *INVOERKOLOMMEN)


@dataclass
class Onderbouwingskolommen:
    """The rows of Uitgangspunten as they are in this file.

    Attributes:
        onderbouwing: by key, where anything is recorded now.
        bij_verzending: by key, where anything was recorded when it was sent.
        opmerkingen: the free notes of the user, by key.
        redenen: the reasons to depart from what was offered, by key.
        verzonden: the cells with the value each input was sent with, by key.
        let_op: the cells with the check on each input, by key.
    """

    werkboek: Werkboek
    verslag: Verslag
    onderbouwing: dict[str, Onderbouwing] = field(default_factory=dict)
    bij_verzending: dict[str, Onderbouwing] = field(default_factory=dict)
    opmerkingen: dict[str, str] = field(default_factory=dict)
    redenen: dict[str, str] = field(default_factory=dict)
    verzonden: dict[str, GelezenCel] = field(default_factory=dict)
    let_op: dict[str, GelezenCel] = field(default_factory=dict)

    @cached_property
    def _koppen(self) -> Mapping[str, GelezenCel]:
        """The cells that head the columns."""
        gevonden = {kolom: vind(self.werkboek, kolomnaam(kolom)) for kolom in _KOLOMMEN}
        return {kolom: cel for kolom, cel in gevonden.items() if cel is not None}

    def heeft_kolom(self, kolom: str) -> bool:
        """Whether a column can still be found."""
        return kolom in self._koppen

    @cached_property
    def _letters(self) -> Mapping[str, str]:
        """The letters of each column, as in an address."""
        return {kolom: cel.adres.rstrip(digits) for kolom, cel in self._koppen.items()}

    @cached_property
    def _blad(self) -> GelezenBlad | None:
        kop = self._koppen.get("sleutel")
        return self.werkboek.blad(kop.blad) if kop else None

    @cached_property
    def rijen(self) -> Mapping[str, int]:
        """The row of each key, by the text in the column of keys; the first where one stands twice."""
        letters = self._letters.get("sleutel", "")
        rijen: dict[str, int] = {}
        for adres, cel in (self._blad.cellen if self._blad else {}).items():
            if cel.soort is Soort.TEKST and adres.rstrip(digits) == letters:
                rijen.setdefault(cel.waarde.strip(), int(adres.removeprefix(letters)))
        return rijen

    @cached_property
    def _sleutels(self) -> Mapping[int | None, str]:
        return {rij: sleutel for sleutel, rij in self.rijen.items()}

    def lees(self, cellen: Mapping[str, GelezenCel], *, zonder: Collection[str] = ()) -> None:
        """Read the row of every input; a row that cannot be found, or is another's, is a finding.

        Args:
            cellen: the cell of each input, by key.
            zonder: columns that workbooks of its template had not yet.
        """
        for kolom in _KOLOMMEN:
            if kolom not in self._koppen and kolom not in zonder:
                self.verslag.meld("kolom_ontbreekt", naam=kolomnaam(kolom))
        if self._blad is None:
            return
        for sleutel, cel in cellen.items():
            rij = self.rijen.get(sleutel)
            if rij is None:
                self.verslag.meld("sleutel_weg", cel, sleutel, naam=sleutel)
                rij = splits(cel.adres)[1] if cel.blad == self._blad.naam else None
                if rij is None or rij in self._sleutels:
                    continue
            elif ander := self._ander(cel, rij, self._blad):
                self.verslag.meld("naam_verlegd", cel, sleutel, toegestaan=ander, naam=sleutel)
            self._lees_rij(sleutel, self._blad, rij)

    def _ander(self, cel: GelezenCel, rij: int, blad: GelezenBlad) -> str:
        """Return what speaks against a value that stands away from its row; empty when it was just moved."""
        if "waarde" not in self._letters:
            return ""
        hoort = blad.cel(f"{self._letters['waarde']}{rij}")
        if (hoort.blad, hoort.adres) == (cel.blad, cel.adres):
            return ""
        kolom, rij_van_waarde = splits(cel.adres)
        in_kolom = cel.blad == hoort.blad and kolom == splits(hoort.adres)[0]
        if in_kolom and rij_van_waarde in self._sleutels:
            return f"de waarde op rij {rij}; op deze rij staat {self._sleutels[rij_van_waarde]}"
        return "" if hoort.is_leeg else f"de waarde in cel {hoort.adres}, waar {tekst_uit_cel(hoort)} staat"

    def _lees_rij(self, sleutel: str, blad: GelezenBlad, rij: int) -> None:
        cellen = {kolom: blad.cel(f"{letters}{rij}") for kolom, letters in self._letters.items()}
        for kolom, gevonden in (("verzonden", self.verzonden), ("let_op", self.let_op)):
            if kolom in cellen:
                gevonden[sleutel] = cellen[kolom]
        teksten = {
            kolom: tekst
            for kolom, cel in cellen.items()
            if kolom in INVOERKOLOMMEN and (tekst := self._zichtbaar(sleutel, cel))
        }
        if opmerking := teksten.pop("opmerking", None):
            self.opmerkingen[sleutel] = opmerking
        nu = self._steun_nu(sleutel, cellen, teksten) if teksten else None
        if nu:
            self.onderbouwing[sleutel] = nu
        if toen := self._steun_toen(sleutel, cellen.get("steun_verzonden"), nu):
            self.bij_verzending[sleutel] = toen

    def _zichtbaar(self, sleutel: str, cel: GelezenCel) -> str:
        """Return the text of a cell; one that hides what it says is refused."""
        try:
            return eis_zichtbaar(tekst_uit_cel(cel))
        except PydanticCustomError as fout:
            self.verslag.meld("onzichtbaar_teken", cel, sleutel, wat=(fout.context or {})["melding"])
            return ""

    def _steun_toen(
        self, sleutel: str, cel: GelezenCel | None, nu: Onderbouwing | None
    ) -> Onderbouwing | None:
        """Return the support as it was sent; as it is now where that can no longer be read."""
        if cel is None:
            return nu
        tekst = tekst_uit_cel(cel)
        try:
            return Onderbouwing.model_validate_json(tekst) if tekst else None
        except ValidationError:
            gevonden = "geen onderbouwing zoals die is verzonden"
            self.verslag.meld("steun_verzonden_kapot", cel, sleutel, tekst=gevonden)
            return nu

    def _steun_nu(
        self, sleutel: str, cellen: Mapping[str, GelezenCel], teksten: Mapping[str, str]
    ) -> Onderbouwing:
        """Return the support as the columns have it now."""
        voorstel, reden = teksten.get("voorstel"), teksten.get("reden")
        if reden:
            self.redenen[sleutel] = reden
        return Onderbouwing(
            status=self._woord(sleutel, cellen.get("status"), Status, AANNAME.status),
            herkomst=self._woord(sleutel, cellen.get("herkomst"), Herkomst, AANNAME.herkomst),
            bron=teksten.get("bron"),
            geldig_vanaf=self._dag(sleutel, cellen.get("geldig_vanaf")),
            toelichting=teksten.get("toelichting"),
            afwijking=Afwijking(voorstel=voorstel, reden=reden) if voorstel else None,
        )

    def _woord(self, sleutel: str, cel: GelezenCel | None, soort: type[_Woord], leeg: _Woord) -> _Woord:
        """Read a word from a short list; another word is refused."""
        tekst = tekst_uit_cel(cel).strip().casefold() if cel else ""
        if tekst in list(soort):
            return soort(tekst)
        if tekst:
            mag = " of ".join(soort)
            self.verslag.meld(f"geen_{soort.__name__.lower()}", cel, sleutel, toegestaan=mag, tekst=tekst)
        return leeg

    def _dag(self, sleutel: str, cel: GelezenCel | None) -> dt.date | None:
        """Read a day; anything that is no day is refused."""
        if cel is None or cel.soort is Soort.LEEG:
            return None
        dag = lees_dag(cel.waarde) if cel.soort in {Soort.DATUM, Soort.TEKST} else None
        if dag is None:
            self.verslag.meld("geen_datum", cel, sleutel, toegestaan="een datum", tekst=tekst_uit_cel(cel))
        return dag
