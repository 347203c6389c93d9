"""Distrusts the arithmetic of a workbook: every formula and every stored outcome is held against ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Final

from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon
from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, sleutel_van_naam
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.namen import NAKIJKEN, NOG_INVULLEN, kopnaam
from gezinshuis_tarief.werkboek.beschrijving.rekencellen import Rekencel, let_op_formule, rekencellen
from gezinshuis_tarief.werkboek.lezen.bevindingen import Concept
from gezinshuis_tarief.werkboek.lezen.getallen import tekst_uit_cel, uit_float
from gezinshuis_tarief.werkboek.lezen.meldingen import BEREKEN, HIER_TELT
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind
from gezinshuis_tarief.werkboek.lezen.vorm import Vorm
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel, Soort
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_TARIEFKOPPEN: Final = frozenset(kopnaam(zwaarte) for zwaarte in ZORGZWAARTES)
_TARIEVEN: Final = tuple(f"uitkomst.{zwaarte}.tarief" for zwaarte in ZORGZWAARTES)
_SPELING: Final = Decimal("1e-9")
"""Relative difference that binary arithmetic may leave in an unrounded step."""


@dataclass(frozen=True)
class Paar:
    """A formula cell as we wrote it and as it came back."""

    naam: str
    onze: Rekencel
    cel: GelezenCel

    @property
    def sleutel(self) -> str:
        """The key of the step."""
        return sleutel_van_naam(self.naam)

    @cached_property
    def getal(self) -> Decimal | None:
        """The stored value as a number."""
        return uit_float(self.cel.waarde) if self.cel.soort is Soort.GETAL else None

    @property
    def verschil(self) -> Decimal | None:
        """What the stored value differs from the right one, euro per etmaal; None where that is no matter."""
        if self.getal is None or not isinstance(self.onze.waarde, Decimal):
            return None
        return rond_op_centen(self.getal - self.onze.waarde)

    @property
    def is_uitkomst(self) -> bool:
        """Whether people read it as an amount per etmaal."""
        return self.naam.startswith("uitkomst.") or self.naam in _TARIEFKOPPEN

    def is_waarde_van(self, cel: Rekencel) -> bool:
        """Whether the stored value is the calculated one: outcomes to the cent, steps to the binary digit."""
        if self.getal is None or not isinstance(cel.waarde, Decimal):
            return False
        if self.is_uitkomst:
            return rond_op_centen(self.getal) == cel.waarde
        return abs(self.getal - cel.waarde) <= _SPELING * max(Decimal(1), abs(cel.waarde))


class Narekening:
    """One comparison of a file with what we wrote and calculate.

    Args:
        concept: what was read; as long as an input is missing, no outcome can be compared.
        vorm: which inputs the file holds.
    """

    def __init__(self, werkboek: Werkboek, verslag: Verslag, concept: Concept, vorm: Vorm) -> None:
        self._werkboek, self._verslag = werkboek, verslag
        self._is_compleet = not concept.leeg
        self._juist = Werkboekinhoud(concept.opbouw, posten=vorm.posten, erbij=vorm.erbij)
        self._onze = rekencellen(self._juist)
        self.gewijzigd: dict[str, GelezenCel] = {}
        """Cells with another formula than ours, by key of the step; once they have been reported."""

    @property
    def inhoud(self) -> Werkboekinhoud:
        """What the file would show as we write it."""
        return self._juist

    @property
    def onze_inhoud(self) -> Werkboekinhoud:
        """What we would write with the same inputs."""
        return self._juist

    def meld(self, kenmerk: str) -> None:
        """Write every difference down.

        Args:
            kenmerk: what the passport says of the formulas that the file was written with.
        """
        if kenmerk not in {"", self._juist.vingerafdruk}:
            ons = self._juist.vingerafdruk
            self._verslag.meld("andere_formules", toegestaan=ons, kenmerk=kenmerk)
        goed: list[Paar] = []
        ingegrepen: list[Paar] = []
        for paar in self._paren():
            (goed if paar.cel.heeft_formule(paar.onze.formule) else ingegrepen).append(paar)
        for paar in ingegrepen:
            self._meld_ingreep(paar)
        self.gewijzigd = {paar.sleutel: paar.cel for paar in ingegrepen if paar.cel.formule is not None}
        if self._is_compleet:
            vervangen = {paar.sleutel: paar.getal for paar in ingegrepen if paar.getal is not None}
            met_ingrepen = replace(self._juist, vervangen=vervangen)
            self._meld_waarden(goed, rekencellen(met_ingrepen) if vervangen else self._onze)

    def meld_controles(self, cellen: Mapping[str, GelezenCel]) -> None:
        """Name each check on an input that is no longer ours; it does not touch the outcome.

        Args:
            cellen: the cell with the check, by key of the input.
        """
        for sleutel, cel in cellen.items():
            onze = let_op_formule(sleutel, self._juist)
            if not cel.heeft_formule(onze):
                self._verslag.meld("let_op_gewijzigd", cel, sleutel, toegestaan=onze)

    def _paren(self) -> Iterator[Paar]:
        """Yield every formula cell that is still there; lost names are one finding together."""
        weg = []
        for naam, onze in self._onze.items():
            cel = vind(self._werkboek, naam)
            if cel is None:
                weg.append(naam)
            else:
                yield Paar(naam, onze, cel)
        if weg:
            sleutel = sleutel_van_naam(weg[0])
            self._verslag.meld("uitkomstnaam_weg", None, sleutel, aantal=len(weg), naam=weg[0])

    def _meld_ingreep(self, paar: Paar) -> None:
        """Name a formula that was changed or replaced, with what that does to the tariff."""
        formule = paar.cel.formule
        self._verslag.meld(
            "formule_vervangen" if formule is None else "formule_gewijzigd",
            paar.cel,
            paar.sleutel,
            toegestaan=paar.onze.formule,
            effect=self._effect(paar),
            wat=toon_cel(paar.cel) if formule is None else formule,
        )

    def _effect(self, paar: Paar) -> Decimal | None:
        """Return what a changed cell alone does to the tariff, euro per etmaal."""
        if paar.getal is None or not self._is_compleet:
            return None
        if paar.naam in _TARIEFKOPPEN:
            return paar.verschil
        if paar.sleutel not in self._juist.waarden:
            return None
        hier, daar = replace(self._juist, vervangen={paar.sleutel: paar.getal}).waarden, self._juist.waarden
        verschillen = []
        for tarief in _TARIEVEN:
            een, ander = hier[tarief], daar[tarief]
            if isinstance(een, str) or isinstance(ander, str):
                return None
            verschillen.append(een - ander)
        return rond_op_centen(max(verschillen, key=abs))

    def _meld_waarden(self, paren: Sequence[Paar], zoals_bestand: Mapping[str, Rekencel]) -> None:
        """Write down what is stale, missing, an error, or carried along by a changed formula.

        Args:
            paren: the cells whose formula is ours.
            zoals_bestand: what these give with the other formulas as they are in the file.
        """
        leeg, kapot, oud, zonder = [], [], [], []
        for paar in paren:
            if paar.cel.soort is Soort.LEEG and zoals_bestand[paar.naam].waarde not in ("", None):
                leeg.append(paar)
            elif paar.cel.soort is Soort.FOUT:
                kapot.append(paar)
            elif paar.cel.waarde in {NOG_INVULLEN, NAKIJKEN}:
                zonder.append(paar)
            elif isinstance(paar.onze.waarde, str):
                self._meld_controle(paar)
            elif not paar.is_waarde_van(zoals_bestand[paar.naam]):
                oud.append(paar)
            elif paar.naam in _TARIEVEN and not paar.is_waarde_van(paar.onze):
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
        hoort = str(paar.onze.waarde)
        if tekst_uit_cel(paar.cel) != hoort:
            wat = toon_cel(paar.cel)
            self._verslag.meld("controle_zegt_iets_anders", paar.cel, paar.sleutel, toegestaan=hoort, wat=wat)

    def _meld_verschil(self, code: str, paar: Paar) -> None:
        """A stored outcome that its own formula does not give, or that follows from changed formulas."""
        juist, wat = paar.onze.waarde, toon_cel(paar.cel)
        toonbaar = toon(juist, Eenheid.EURO_PER_ETMAAL) if isinstance(juist, Decimal) else str(juist)
        self._verslag.meld(code, paar.cel, paar.sleutel, effect=paar.verschil, wat=wat, juist=toonbaar)

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


def toon_cel(cel: GelezenCel) -> str:
    """Show a stored value: an amount as it reads, anything else as text."""
    getal = uit_float(cel.waarde) if cel.soort is Soort.GETAL else None
    if getal is not None:
        return f"het getal {nederlands(getal)}"
    return f'"{tekst_uit_cel(cel)}"' if cel.waarde else "een lege cel"
