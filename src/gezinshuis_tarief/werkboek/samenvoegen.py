"""Puts an opbouw together from what the cells of a workbook gave, through the same door as any input."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kern.onderbouwing import Onderbouwing
from gezinshuis_tarief.opbouw import Opbouw
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.bevindingen import Ernst
from gezinshuis_tarief.werkboek.invoer_lezen import Invoer
from gezinshuis_tarief.werkboek.steun_lezen import Steun
from gezinshuis_tarief.werkboek.verslag import Verslag

_POST: Final = re.compile(r"eigen_posten\[(\d+)\]")


class Samenvoeging:
    """Joins values and support; rows for own cost lines that stayed blank close up."""

    def __init__(self, invoer: Invoer, steun: Steun, verslag: Verslag) -> None:
        self._invoer, self._steun, self._verslag = invoer, steun, verslag

    @cached_property
    def _posten(self) -> dict[int, int]:
        """The place in the opbouw of each row for an own cost line that is filled in."""
        gevuld = [
            plek
            for plek in range(self._invoer.posten)
            if any(
                self._invoer.waarden.get(f"eigen_posten[{plek}].{veld}", "geweigerd") is not None
                for veld in ("naam", "bedrag_per_jaar")
            )
        ]
        return {plek: nieuw for nieuw, plek in enumerate(gevuld)}

    def _in_opbouw(self, sleutel: str) -> str | None:
        """Return the key that an input has in the opbouw; None for a blank own cost line."""
        treffer = _POST.match(sleutel)
        if treffer is None:
            return sleutel
        nieuw = self._posten.get(int(treffer[1]))
        return None if nieuw is None else f"eigen_posten[{nieuw}]{sleutel[treffer.end() :]}"

    def _in_bestand(self, sleutel: str) -> str:
        """Return the key that an input of the opbouw has in the file."""
        treffer = _POST.match(sleutel)
        if treffer is None:
            return sleutel
        oud = {nieuw: plek for plek, nieuw in self._posten.items()}[int(treffer[1])]
        return f"eigen_posten[{oud}]{sleutel[treffer.end() :]}"

    def opbouw(self) -> Opbouw | None:
        """Return the opbouw; None when an input is refused, which is then in the report."""
        boom: dict[str, Any] = {"eigen_posten": [{} for _ in self._posten]}
        for sleutel, waarde in self._invoer.waarden.items():
            plek = self._in_opbouw(sleutel)
            if plek is not None and waarde is not None:
                _zet(boom, plek, waarde)
        boom["onderbouwing"] = self._onderbouwing()
        opbouw = None
        try:
            opbouw = Opbouw.model_validate(boom)
        except InvoerFout as fout:
            for bezwaar in fout.bezwaren:
                self._meld_bezwaar(bezwaar)
        return None if any(b.ernst is Ernst.FOUT for b in self._verslag) else opbouw

    def opmerkingen(self) -> dict[str, str]:
        """Return the notes by key; one at a blank own cost line keeps the key of its row."""
        return {self._in_opbouw(s) or s: tekst for s, tekst in self._steun.opmerkingen.items()}

    def _onderbouwing(self) -> dict[str, Onderbouwing]:
        gevonden = {}
        for sleutel, steun in self._steun.onderbouwing.items():
            plek = self._in_opbouw(sleutel)
            if plek is not None and sleutel != AANWEZIG:
                gevonden[plek] = steun
        return gevonden

    def _meld_bezwaar(self, bezwaar: Bezwaar) -> None:
        """Write down what the door refused, unless the cell was refused already."""
        sleutel = self._in_bestand(bezwaar.sleutel.split(" + ")[0])
        if sleutel in self._verslag.geweigerd():
            return
        waarde = self._invoer.waarden.get(sleutel)
        enkel = sleutel == self._in_bestand(bezwaar.sleutel)
        gevonden = nederlands(waarde) if enkel and isinstance(waarde, Decimal) else bezwaar.gevonden
        remedie = "Vul een waarde binnen de grenzen in." if enkel else bezwaar.remedie
        code = "buiten_grenzen" if "grenzen" in bezwaar.melding or not enkel else "geweigerd"
        self._verslag.meld(
            Ernst.FOUT,
            code,
            f"{gevonden or 'dit'} {bezwaar.melding}",
            remedie,
            cel=self._invoer.cellen.get(sleutel),
            sleutel=bezwaar.sleutel if not enkel else sleutel,
            toegestaan=bezwaar.toegestaan,
        )


def _zet(boom: dict[str, Any], sleutel: str, waarde: object) -> None:
    """Put a value at a dotted key."""
    *pad, laatste = sleutel.split(".")
    tak: Any = boom
    for deel in pad:
        treffer = _POST.fullmatch(deel)
        tak = tak["eigen_posten"][int(treffer[1])] if treffer else tak.setdefault(deel, {})
    tak[laatste] = waarde
