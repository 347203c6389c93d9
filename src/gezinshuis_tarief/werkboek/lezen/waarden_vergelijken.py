"""Holds the outcomes that a file stored against those that its own formulas should have given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon
from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.kern.sleutels import sleutel_van_naam
from gezinshuis_tarief.werkboek.beschrijving.namen import NAKIJKEN, NOG_INVULLEN, kopnaam
from gezinshuis_tarief.werkboek.beschrijving.rekencellen import Rekencel
from gezinshuis_tarief.werkboek.lezen.getallen import tekst_uit_cel, uit_float
from gezinshuis_tarief.werkboek.lezen.meldingen import BEREKEN, HIER_TELT
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel, Soort

TARIEFKOPPEN: Final = frozenset(kopnaam(zwaarte) for zwaarte in ZORGZWAARTES)
_TARIEVEN: Final = frozenset(f"uitkomst.{zwaarte}.tarief" for zwaarte in ZORGZWAARTES)
_SPELING: Final = Decimal("1e-9")
"""Relative difference that binary arithmetic may leave in an unrounded step."""


@dataclass(frozen=True, slots=True)
class Paar:
    """A formula cell as we wrote it and as it came back."""

    naam: str
    onze: Rekencel
    cel: GelezenCel

    @property
    def sleutel(self) -> str:
        """The key of the step."""
        return sleutel_van_naam(self.naam)

    @property
    def is_gelijk(self) -> bool:
        """Whether the formula is still ours."""
        return self.cel.heeft_formule(self.onze.formule)

    @property
    def getal(self) -> Decimal | None:
        """The stored value as a number."""
        return uit_float(self.cel.waarde) if self.cel.soort is Soort.GETAL else None

    @property
    def is_uitkomst(self) -> bool:
        """Whether people read it as an amount per etmaal."""
        return self.naam.startswith("uitkomst.") or self.naam in TARIEFKOPPEN


class Waardevergelijking:
    """Compares stored values with the right ones, and with those that the changed formulas lead to."""

    def __init__(
        self, verslag: Verslag, juist: Mapping[str, Rekencel], zoals_bestand: Mapping[str, Rekencel]
    ) -> None:
        self._verslag = verslag
        self._juist, self._zoals_bestand = juist, zoals_bestand

    def meld(self, paren: Iterable[Paar]) -> None:
        """Write down what is stale, missing, an error, or carried along by a changed formula."""
        leeg, kapot, oud, zonder = [], [], [], []
        for paar in paren:
            if paar.cel.soort is Soort.LEEG and self._zoals_bestand[paar.naam].waarde not in ("", None):
                leeg.append(paar)
            elif paar.cel.soort is Soort.FOUT:
                kapot.append(paar)
            elif paar.cel.waarde in {NOG_INVULLEN, NAKIJKEN}:
                zonder.append(paar)
            elif isinstance(self._juist[paar.naam].waarde, str):
                self._meld_controle(paar)
            elif not _zelfde(paar, self._zoals_bestand[paar.naam]):
                oud.append(paar)
            elif paar.naam in _TARIEVEN and not _zelfde(paar, self._juist[paar.naam]):
                self._meld_verschil("tarief_wijkt_af", paar)
        for paar in (p for p in oud if p.is_uitkomst):
            self._meld_verschil("uitkomst_verouderd", paar)
        stappen = [p for p in oud if not p.is_uitkomst]
        self._meld_samen(stappen, "tussenstap_verouderd", "niet bij de invoer horen")
        self._meld_samen(kapot, "uitkomst_foutwaarde", "een foutwaarde tonen")
        self._meld_samen(leeg, "niet_berekend", "geen berekende waarde hebben")
        self._meld_samen(zonder, "geen_uitkomst", "om invoer vragen in plaats van een uitkomst te tonen")

    def _meld_controle(self, paar: Paar) -> None:
        """A control total that says something else than ours."""
        hoort = str(self._juist[paar.naam].waarde)
        if tekst_uit_cel(paar.cel) != hoort:
            wat = toon_cel(paar.cel)
            self._verslag.meld("controle_zegt_iets_anders", paar.cel, paar.sleutel, toegestaan=hoort, wat=wat)

    def _meld_verschil(self, code: str, paar: Paar) -> None:
        """A stored outcome that its own formula does not give, or that follows from changed formulas."""
        juist = self._juist[paar.naam].waarde
        effect, toonbaar = None, str(juist)
        if isinstance(juist, Decimal):
            toonbaar = toon(juist, Eenheid.EURO_PER_ETMAAL)
            effect = None if paar.getal is None else rond_op_centen(paar.getal - juist)
        wat = toon_cel(paar.cel)
        self._verslag.meld(code, paar.cel, paar.sleutel, effect=effect, wat=wat, juist=toonbaar)

    def _meld_samen(self, paren: list[Paar], code: str, wat: str) -> None:
        """Write cells that share a cause down as one finding, at the first of them."""
        if paren:
            eerste = paren[0]
            self._verslag.meld(
                code,
                eerste.cel,
                eerste.sleutel,
                ernst=Ernst.WAARSCHUWING,
                gevonden=f"{len(paren)} cellen met een formule die {wat}; de eerste is deze ({eerste.naam})",
                wat_te_doen=f"{HIER_TELT} {BEREKEN}",
            )


def _zelfde(paar: Paar, onze: Rekencel) -> bool:
    """Whether a stored value is the calculated one: outcomes to the cent, steps to the binary digit."""
    if paar.getal is None or not isinstance(onze.waarde, Decimal):
        return False
    if paar.is_uitkomst:
        return rond_op_centen(paar.getal) == onze.waarde
    return abs(paar.getal - onze.waarde) <= _SPELING * max(Decimal(1), abs(onze.waarde))


def toon_cel(cel: GelezenCel) -> str:
    """Show a stored value: an amount as it reads, anything else as text."""
    getal = uit_float(cel.waarde) if cel.soort is Soort.GETAL else None
    if getal is not None:
        return f"het getal {nederlands(getal)}"
    return f'"{tekst_uit_cel(cel)}"' if cel.waarde else "een lege cel"
