"""Where an import writes down what it notices, and where it finds the cell of a key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.kern.sleutels import excelnaam
from gezinshuis_tarief.werkboek.beschrijving.namen import EIGENSCHAP
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding
from gezinshuis_tarief.werkboek.lezen.getallen import tekst_uit_cel
from gezinshuis_tarief.werkboek.lezen.meldingen import VOOR_VOORSTEL, WERKBOEKMELDINGEN, Meldsoorten
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Celnaam, Werkboek

_LANGST: Final = 200
_LANGSTE_REDEN: Final = 400
_EIGEN_ZINNEN: Final = (Ernst.FOUT, "{gevonden}", "{wat_te_doen}")
_STUURTEKENS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _toonbaar(tekst: str, langst: int = _LANGST) -> str:
    """Return a text that may come from anyone as it can be shown: short, and without control characters."""
    kaal = _STUURTEKENS.sub(" ", tekst)
    return kaal if len(kaal) <= langst else f"{kaal[: langst - 1]}…"


class Verslag:
    """The findings of one import, in the order in which they were met."""

    def __init__(self, soorten: Meldsoorten = WERKBOEKMELDINGEN) -> None:
        self._soorten = soorten
        self._bevindingen: list[Werkboekbevinding] = []

    def meld(  # noqa: PLR0913 (a finding has that many sides)
        self,
        code: str,
        cel: GelezenCel | None = None,
        sleutel: str = "",
        *,
        ernst: Ernst | None = None,
        blad: str = "",
        toegestaan: str = "",
        effect: Decimal | None = None,
        **vul: object,
    ) -> None:
        """Write one finding down; `vul` fills in the sentences of its kind, `ernst` weighs it otherwise."""
        gewoon, *zinnen = self._soorten.get(code, _EIGEN_ZINNEN)
        gevonden, wat_te_doen = (zin.format_map(vul) for zin in zinnen)
        blad, adres = (cel.blad, cel.adres) if cel else (blad, "")
        blad, gevonden, mag, remedie = map(_toonbaar, (blad, gevonden, toegestaan, wat_te_doen))
        bevinding = Werkboekbevinding(
            ernst or gewoon, code, blad, adres, sleutel, gevonden, mag, remedie, effect
        )
        self._bevindingen.append(bevinding)

    def vul_aan(self, sleutels: Collection[str], zin: str) -> None:
        """Add a sentence to what the findings about changed formulas at these keys say."""
        for plek, bevinding in enumerate(self._bevindingen):
            if bevinding.code in VOOR_VOORSTEL and bevinding.sleutel in sleutels:
                remedie = f"{bevinding.wat_te_doen} {_toonbaar(zin, _LANGSTE_REDEN)}"
                self._bevindingen[plek] = replace(bevinding, wat_te_doen=remedie)

    def __iter__(self) -> Iterator[Werkboekbevinding]:
        return iter(self._bevindingen)

    def gesorteerd(self) -> tuple[Werkboekbevinding, ...]:
        """Return the findings, the heaviest first."""
        zwaarte = list(Ernst)
        return tuple(sorted(self._bevindingen, key=lambda bevinding: zwaarte.index(bevinding.ernst)))

    def geweigerd(self) -> set[str]:
        """Return the keys that already have a fout."""
        return {b.sleutel for b in self._bevindingen if b.ernst is Ernst.FOUT}


def vind(werkboek: Werkboek, sleutel: str) -> GelezenCel | None:
    """Return the cell of a key; None when its name is missing or points at no cell."""
    namen = werkboek.namen_bij(excelnaam(sleutel))
    return werkboek.cel(namen[0]) if namen else None


def kenmerk_in(werkboek: Werkboek, naam: str, eigenschap: str) -> str:
    """Return what a cell of the passport says; a document property stands in for a sheet that was removed."""
    cel = vind(werkboek, naam)
    tekst = tekst_uit_cel(cel) if cel else ""
    return tekst or werkboek.eigenschappen.get(f"{EIGENSCHAP}{eigenschap}", "")


def vind_of_meld(werkboek: Werkboek, sleutel: str, verslag: Verslag, ernst: Ernst) -> GelezenCel | None:
    """Return the cell of a key; a name that does not lead to exactly one cell is a finding."""
    naam = excelnaam(sleutel)
    namen = werkboek.namen_bij(naam)
    cel = werkboek.cel(namen[0]) if len(namen) == 1 else None
    if cel is None:
        doel = namen[0].doel if namen else ""
        code = _wat_mankeert(namen)
        verslag.meld(code, None, sleutel, ernst=ernst, naam=naam, aantal=len(namen), doel=doel)
    return cel


def _wat_mankeert(namen: list[Celnaam]) -> str:
    """Say what is wrong with a name that leads to no cell."""
    if not namen:
        return "naam_ontbreekt"
    if len(namen) > 1:
        return "naam_dubbel"
    return "naam_kapot" if "#REF!" in namen[0].doel or namen[0].adres else "naam_geen_cel"


def verborgen_invoer(
    werkboek: Werkboek, cellen: Mapping[str, GelezenCel]
) -> Iterator[tuple[str, GelezenCel, str]]:
    """Yield inputs that the eye does not meet: key, cell, and what hides it."""
    for sleutel, cel in cellen.items():
        blad = werkboek.blad(cel.blad)
        if werkboek.is_verborgen(cel.blad):
            yield sleutel, cel, "een verborgen blad"
        elif blad is not None and blad.is_verborgen(cel.adres):
            yield sleutel, cel, "een verborgen rij of kolom"
