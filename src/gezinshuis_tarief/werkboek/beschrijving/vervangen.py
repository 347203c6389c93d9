"""The calculation as it would run with some steps replaced by what a file holds there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from functools import cached_property
from typing import cast

from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.model.plat import GELIEERD
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.excel import volledig
from gezinshuis_tarief.rekenwijzen.vervangen import ExactMetVervanging
from gezinshuis_tarief.werkboek.beschrijving.inhoud import FOUT, Werkboekinhoud

_MEEGETELD = f"{GELIEERD}.meegeteld_"


@dataclass(frozen=True)
class Vervangen(Werkboekinhoud):
    """What a workbook shows when the formulas of some steps are replaced.

    Attributes:
        vervangen: values by key of the steps that do not follow their formula.
    """

    vervangen: Mapping[str, Decimal] = field(default_factory=dict)

    @cached_property
    def waarden(self) -> dict[str, Decimal | str]:
        """The value of every step, exact; an error value where it cannot be computed."""
        geheel = volledig(self.opbouw, self.regels)
        gelieerd = {
            sleutel.removeprefix(_MEEGETELD): waarde
            for sleutel, waarde in self.vervangen.items()
            if sleutel.startswith(_MEEGETELD)
        }
        deel = cast("Onderdeel", geheel.gelieerde_zorgorganisatie).model_copy(update=gelieerd)
        schrijver = ExactMetVervanging(self.vervangen)
        with localcontext(CONTEXT) as context:
            context.traps = dict.fromkeys(context.traps, False)
            stel_samen(geheel.model_copy(update={GELIEERD: deel}), schrijver)
        waarden = schrijver.waarden | dict(self._meegeteld(geheel)) | dict(self.vervangen)
        return {sleutel: waarde if waarde.is_finite() else FOUT for sleutel, waarde in waarden.items()}


def tariefverschil(hier: Werkboekinhoud, daar: Werkboekinhoud) -> Decimal | None:
    """Return by how much the tariffs differ most, euro per etmaal; None when one cannot be computed."""
    verschillen = []
    for zwaarte in ZORGZWAARTES:
        een, ander = (vulling.waarden[f"uitkomst.{zwaarte}.tarief"] for vulling in (hier, daar))
        if isinstance(een, str) or isinstance(ander, str):
            return None
        verschillen.append(een - ander)
    return max(verschillen, key=abs)
