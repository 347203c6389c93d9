"""From what stands in the yellow cells to moves in the negotiation."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from gezinshuis_tarief.kern.sleutels import hoort_bij, waarde_op
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import sleutelverschillen
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.rondewerkboek.rijen import Ronderij
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag


class ZettenUitWerkboek:
    """Turns what was written into an acceptance, a question or a reason per point, and one offer."""

    def __init__(self, model: Rondemodel, indiener: str, datum: dt.date, verslag: Verslag) -> None:
        self._model, self._zaak, self._partij = model, model.zaak, model.voor
        self._indiener, self._datum, self._verslag = indiener, datum, verslag
        self._aanvaard: list[str] = []
        self._houdt: dict[str, str] = {}
        self._vraagt: dict[str, str] = {}
        self._rijen: dict[str, Ronderij] = {}
        self._voorstellen: dict[str, Ronderij] = {}

    def keur(self, rijen: dict[str, Ronderij], opmerking: str) -> None:
        """Sort the lines out, and report what does not go together."""
        punten = {punt.sleutel for punt in self._model.punten}
        self._rijen = rijen
        for sleutel, rij in rijen.items():
            if sleutel in self._verslag.geweigerd():
                continue
            if rij.voorstel is not None:
                self._keur_voorstel(sleutel, rij)
            elif sleutel not in punten:
                self._verslag.meld("reden_zonder_voorstel", rij.cel, sleutel, reden=rij.reden)
            else:
                self._keur_antwoord(sleutel, rij)
        if opmerking:
            self._vraagt[""] = opmerking

    def _keur_antwoord(self, sleutel: str, rij: Ronderij) -> None:
        """Take an answer without a number."""
        if rij.antwoord == "akkoord":
            self._aanvaard.append(sleutel)
        elif rij.antwoord == "voorstel":
            self._verslag.meld("antwoord_zonder_voorstel", rij.cel, sleutel)
        elif not rij.reden:
            self._verslag.meld(f"{rij.antwoord}_zonder_reden", rij.cel, sleutel)
        elif rij.antwoord == "houden":
            self._houdt[sleutel] = rij.reden
            if self._gaat_mee(sleutel):
                self._voorstellen[sleutel] = replace(rij, voorstel=self._eigen(sleutel))
        else:
            self._vraagt[sleutel] = rij.reden
            if not rij.antwoord:
                self._verslag.meld("gelezen_als_vraag", rij.cel, sleutel, reden=rij.reden)

    def _keur_voorstel(self, sleutel: str, rij: Ronderij) -> None:
        eigen, ander = (waarde_op(opbouw, sleutel) for opbouw in (self._model.eigen, self._model.ander))
        doel = self._doel(sleutel, rij)
        if rij.antwoord not in {"", "voorstel"}:
            self._verslag.meld("antwoord_met_voorstel", rij.cel, sleutel, antwoord=rij.antwoord)
        elif doel == eigen and not self._gaat_mee(sleutel):
            self._verslag.meld("voorstel_is_al_zo", rij.cel, sleutel)
        elif doel == ander != eigen:
            self._aanvaard.append(sleutel)
        elif not rij.reden:
            self._verslag.meld("voorstel_zonder_reden", rij.cel, sleutel)
        else:
            self._voorstellen[sleutel] = rij

    def _gaat_mee(self, sleutel: str) -> bool:
        """Whether an input of one zorgzwaarte would change along with what is answered for all."""
        model = self._model
        gedeeld = model.volgt(model.codes[self._partij], sleutel)
        rij = self._rijen.get(gedeeld or "")
        if gedeeld is None or rij is None:
            return False
        if rij.antwoord == "akkoord" or rij.voorstel == waarde_op(model.ander, gedeeld):
            return not model.blijft(model.codes[self._partij], sleutel)
        return rij.voorstel is not None

    def _eigen(self, sleutel: str) -> Decimal | str | None:
        waarde = waarde_op(self._model.eigen, sleutel)
        return waarde if isinstance(waarde, str) or waarde is None else Decimal(str(waarde))

    def _doel(self, sleutel: str, rij: Ronderij) -> object:
        """Return what is proposed: a value, or the whole part of a party."""
        if self._model.invoer(sleutel) is None:
            return waarde_op(self._zaak.stand.standen[str(rij.voorstel)], sleutel)
        return rij.voorstel

    def zet(self) -> Onderhandeling:
        """Return the negotiation with the moves; unchanged when there are none."""
        zaak = self._zaak
        for sleutel, tekst in self._vraagt.items():
            zaak = zaak.vraag(sleutel, self._partij, tekst=tekst, indiener=self._indiener, datum=self._datum)
        for sleutel, reden in self._houdt.items():
            zaak = zaak.houd(sleutel, self._partij, reden=reden, indiener=self._indiener, datum=self._datum)
        for sleutel in self._aanvaard:
            zaak = zaak.aanvaard(
                sleutel, self._partij, van=self._model.met, indiener=self._indiener, datum=self._datum
            )
        if not self._voorstellen:
            return zaak
        eigen = zaak.stand.standen[self._partij]
        nieuw = self._opbouw(eigen)
        redenen = self._redenen(eigen, nieuw)
        return zaak.bod(self._partij, nieuw, indiener=self._indiener, datum=self._datum, redenen=redenen)

    def _redenen(self, eigen: Opbouw, nieuw: Opbouw) -> dict[str, str]:
        """Return the reason of each key that changes."""
        return {
            wat.sleutel: rij.reden
            for wat in sleutelverschillen(eigen, nieuw)
            for sleutel, rij in self._voorstellen.items()
            if hoort_bij(wat.sleutel, sleutel)
        }

    def _opbouw(self, eigen: Opbouw) -> Opbouw:
        """Return the offer; the values together, for one may only fit with another."""
        waarden = {sleutel: rij.voorstel for sleutel, rij in self._voorstellen.items()}
        bronnen = {sleutel: {"reden": rij.reden} for sleutel, rij in self._voorstellen.items()}
        return eigen.met(waarden, bronnen=bronnen)
