"""Distrusts the arithmetic of a workbook: every formula and every stored outcome is held against ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.kern.sleutels import sleutel_van_naam
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.rekencellen import let_op_formule, rekencellen
from gezinshuis_tarief.werkboek.beschrijving.vervangen import Vervangen, tariefverschil
from gezinshuis_tarief.werkboek.lezen.bevindingen import Concept
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind
from gezinshuis_tarief.werkboek.lezen.waarden_vergelijken import (
    TARIEFKOPPEN,
    Paar,
    Waardevergelijking,
    toon_cel,
)
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek


class Narekening:
    """One comparison of a file with what we wrote and calculate.

    Args:
        concept: what was read; as long as an input is missing, no outcome can be compared.
    """

    def __init__(self, werkboek: Werkboek, verslag: Verslag, concept: Concept, posten: int) -> None:
        self._werkboek, self._verslag = werkboek, verslag
        self._is_compleet = not concept.leeg
        self._juist = Werkboekinhoud(concept.opbouw, posten=posten)
        self._onze = rekencellen(self._juist)

    def meld(self, kenmerk: str) -> None:
        """Write every difference down.

        Args:
            kenmerk: what the passport says of the formulas that the file was written with.
        """
        if kenmerk not in {"", self._juist.vingerafdruk}:
            ons = self._juist.vingerafdruk
            self._verslag.meld("andere_formules", toegestaan=ons, kenmerk=kenmerk)
        paren = list(self._paren())
        ingegrepen = [paar for paar in paren if not paar.is_gelijk]
        for paar in ingegrepen:
            self._meld_ingreep(paar)
        if self._is_compleet:
            vervangen = {paar.sleutel: paar.getal for paar in ingegrepen if paar.getal is not None}
            bestand = rekencellen(self._met(vervangen)) if vervangen else self._onze
            vergelijking = Waardevergelijking(self._verslag, self._onze, bestand)
            vergelijking.meld(paar for paar in paren if paar.is_gelijk)

    def meld_controles(self, cellen: Mapping[str, GelezenCel]) -> None:
        """Name each check on an input that is no longer ours; it does not touch the outcome.

        Args:
            cellen: the cell with the check, by key of the input.
        """
        for sleutel, cel in cellen.items():
            onze = let_op_formule(sleutel, self._juist)
            if not cel.heeft_formule(onze):
                self._verslag.meld("let_op_gewijzigd", cel, sleutel, toegestaan=onze)

    def _met(self, vervangen: Mapping[str, Decimal]) -> Werkboekinhoud:
        return Vervangen(self._juist.opbouw, posten=self._juist.posten, vervangen=vervangen)

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
        if paar.naam in TARIEFKOPPEN:
            juist = paar.onze.waarde
            return rond_op_centen(paar.getal - juist) if isinstance(juist, Decimal) else None
        if paar.sleutel not in self._juist.waarden:
            return None
        verschil = tariefverschil(self._met({paar.sleutel: paar.getal}), self._juist)
        return None if verschil is None else rond_op_centen(verschil)
