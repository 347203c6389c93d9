"""From what stands in the yellow cells to moves in the negotiation."""

from __future__ import annotations

import datetime as dt

from gezinshuis_tarief.kern.sleutels import hoort_bij, waarde_op
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import neem_over, sleutelverschillen
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.stand import Punt, Puntstatus
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.rondewerkboek.rijen import Ronderij
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag


class ZettenUitWerkboek:
    """Turns what was written into an acceptance per point and one offer."""

    def __init__(
        self, zaak: Onderhandeling, partij: str, indiener: str, datum: dt.date, verslag: Verslag
    ) -> None:
        zaak.ken(partij, "partij")
        self._zaak, self._partij, self._indiener, self._datum = zaak, partij, indiener, datum
        self._verslag = verslag
        self._aanvaard: list[str] = []
        self._voorstellen: dict[str, Ronderij] = {}

    def keur(self, rijen: dict[str, Ronderij], model: Rondemodel) -> None:
        """Sort the lines out, and report what does not go together."""
        for punt in model.punten:
            rij = rijen.get(punt.sleutel)
            if rij is None or punt.sleutel in self._verslag.geweigerd():
                continue
            if rij.voorstel is not None:
                self._keur_voorstel(punt, rij)
            elif rij.status is Puntstatus.AKKOORD and punt.status is not Puntstatus.AKKOORD:
                self._aanvaard.append(punt.sleutel)
            else:
                self._keur_rest(punt, rij)

    def _keur_rest(self, punt: Punt, rij: Ronderij) -> None:
        """Name what was written without a proposal, and so changes nothing."""
        if rij.status not in {punt.status, None}:
            self._verslag.meld(
                "status_zonder_voorstel", rij.cel, punt.sleutel, nieuw=rij.status, oud=punt.status
            )
        if rij.reden:
            self._verslag.meld("reden_zonder_voorstel", rij.cel, punt.sleutel, reden=rij.reden)

    def _keur_voorstel(self, punt: Punt, rij: Ronderij) -> None:
        eigen = self._zaak.stand.standen[self._partij]
        if self._doel(punt.sleutel, rij) == waarde_op(eigen, punt.sleutel):
            self._verslag.meld("voorstel_is_al_zo", rij.cel, punt.sleutel)
        elif rij.status is Puntstatus.AKKOORD and punt.status is not Puntstatus.AKKOORD:
            self._verslag.meld("akkoord_met_voorstel", rij.cel, punt.sleutel)
        elif not rij.reden:
            self._verslag.meld("voorstel_zonder_reden", rij.cel, punt.sleutel)
        else:
            self._voorstellen[punt.sleutel] = rij

    def _doel(self, sleutel: str, rij: Ronderij) -> object:
        """Return what is proposed: a value, or the whole part of a party."""
        stand = self._zaak.stand.standen
        return waarde_op(stand[str(rij.voorstel)], sleutel) if self._is_heel(sleutel, rij) else rij.voorstel

    def _is_heel(self, sleutel: str, rij: Ronderij) -> bool:
        return rij.voorstel in self._zaak.stand.standen and "." not in sleutel

    def zet(self) -> Onderhandeling:
        """Return the negotiation with the moves; unchanged when there are none."""
        zaak = self._zaak
        for sleutel in self._aanvaard:
            zaak = zaak.aanvaard(sleutel, self._partij, indiener=self._indiener, datum=self._datum)
        if not self._voorstellen:
            return zaak
        eigen = zaak.stand.standen[self._partij]
        nieuw = self._opbouw(eigen)
        redenen = self._redenen(eigen, nieuw)
        return zaak.bod(self._partij, nieuw, indiener=self._indiener, datum=self._datum, redenen=redenen)

    def _redenen(self, eigen: Opbouw, nieuw: Opbouw) -> dict[str, str]:
        """Return the reason of each key that changes; those in a whole part share its reason."""
        return {
            wat.sleutel: rij.reden
            for wat in sleutelverschillen(eigen, nieuw)
            for sleutel, rij in self._voorstellen.items()
            if hoort_bij(wat.sleutel, sleutel)
        }

    def _opbouw(self, eigen: Opbouw) -> Opbouw:
        standen = self._zaak.stand.standen
        heel = {s: standen[str(r.voorstel)] for s, r in self._voorstellen.items() if self._is_heel(s, r)}
        if heel:
            eigen = neem_over(eigen, heel)
        for sleutel, rij in self._voorstellen.items():
            if sleutel not in heel:
                eigen = eigen.met({sleutel: rij.voorstel}, reden=rij.reden)
        return eigen
