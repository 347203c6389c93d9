"""What goes into a workbook: an opbouw, which of its cells are blank, and every value computed."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, localcontext
from functools import cached_property
from typing import Any, cast

from gezinshuis_tarief.componenten.bouwsteen import EigenPost
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.onderdeel import Onderdeel, Waarde
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG, InExcel, aantal_posten, volg_volledig, volledig
from gezinshuis_tarief.rekenwijzen.lege_cellen import ExactMetLegeCellen
from gezinshuis_tarief.rekenwijzen.spoor import Stap
from gezinshuis_tarief.werkboek.beschrijving.namen import KLOPT, NOG_INVULLEN

_POST = re.compile(r"eigen_posten\[(\d+)\]\.")
FOUT = "#DIV/0!"
"""What a step shows that cannot be computed yet."""


@dataclass(frozen=True, slots=True)
class Invoercel:
    """One input cell: its key, its value (None: blank), its field, and whether it may stay blank."""

    sleutel: str
    waarde: Any
    veld: Waarde
    verplicht: bool

    @property
    def opmaak(self) -> str:
        """The style of the cell it is typed in."""
        eenheid = self.veld.eenheid
        if eenheid is None:
            return "invoer_tekst"
        if eenheid is Eenheid.FRACTIE:
            return "invoer_procent"
        return "invoer_euro" if eenheid.is_geld else "invoer_getal"


@dataclass(frozen=True)
class Werkboekinhoud:
    """Everything a workbook shows.

    Attributes:
        opbouw: the inputs.
        leeg: keys whose cells are blank, for a starting workbook.
        notities: free remarks by key.
        ronde: round of the negotiation.
        posten: rows for own cost lines.
        van_wie: whose calculation it is, such as "van de gemeente"; empty in a workbook of one's own.
    """

    opbouw: Opbouw
    leeg: frozenset[str] = frozenset()
    notities: Mapping[str, str] = field(default_factory=dict)
    ronde: int = 1
    posten: int = 0
    van_wie: str = ""

    @cached_property
    def regels(self) -> int:
        """Rows for own cost lines: as many as asked, and never fewer than there are lines."""
        return max(self.posten, aantal_posten(self.opbouw))

    @cached_property
    def stappen(self) -> dict[str, Stap]:
        """Every step of the full structure."""
        return volg_volledig(self.opbouw, self.regels)

    @cached_property
    def formules(self) -> dict[str, str]:
        """The formula of every step, with `=`."""
        schrijver = InExcel()
        return {sleutel: f"={schrijver.schrijf(stap.formule)}" for sleutel, stap in self.stappen.items()}

    @cached_property
    def invoer(self) -> dict[str, Invoercel]:
        """Every input cell by key, in the order of the model."""
        cellen = {}
        for waarde in volledig(self.opbouw, self.regels).waarden():
            sleutel = waarde.sleutel
            leeg = sleutel in self.leeg or self._niet_gegeven(sleutel)
            inhoud = None if leeg or waarde.waarde == "" else waarde.waarde
            cellen[sleutel] = Invoercel(sleutel, inhoud, waarde, verplicht=self._verplicht(waarde))
        return cellen

    def _niet_gegeven(self, sleutel: str) -> bool:
        """Whether the full structure holds this input while the opbouw does not."""
        if post := _POST.match(sleutel):
            return int(post[1]) >= len(self.opbouw.eigen_posten)
        return self.opbouw.gelieerde_zorgorganisatie is None and sleutel in {
            f"{GELIEERD}.aandeel",
            f"{GELIEERD}.vast_bedrag_per_plaats_per_jaar",
        }

    def _verplicht(self, waarde: Waarde) -> bool:
        if self._niet_gegeven(waarde.sleutel) or waarde.sleutel.endswith(".vast_bedrag_per_jaar"):
            return False
        post = _POST.match(waarde.sleutel)
        if post and isinstance(self.opbouw.eigen_posten[int(post[1])], EigenPost):
            return False  # a line with neither name nor amount is simply no line
        return waarde.waarde is not None

    @property
    def aanwezig(self) -> str | None:
        """What the switch of bouwsteen 8 says."""
        if AANWEZIG in self.leeg:
            return None
        return "nee" if self.opbouw.gelieerde_zorgorganisatie is None else "ja"

    @cached_property
    def waarden(self) -> dict[str, Decimal | str]:
        """The value of every step, exact; an error value where it cannot be computed yet."""
        schrijver = ExactMetLegeCellen()
        geheel = volledig(self.opbouw, self.regels)
        with localcontext(_soepel()):
            stel_samen(cast("Opbouw", _met_nullen(geheel, self.leeg)), schrijver)
        waarden = schrijver.waarden | dict(self._meegeteld(geheel))
        return {sleutel: waarde if waarde.is_finite() else FOUT for sleutel, waarde in waarden.items()}

    def _meegeteld(self, geheel: Opbouw) -> Iterator[tuple[str, Decimal]]:
        for waarde in cast("Onderdeel", geheel.gelieerde_zorgorganisatie).waarden():
            if waarde.eenheid:
                yield f"{GELIEERD}.meegeteld_{waarde.sleutel}", waarde.waarde

    @cached_property
    def oordeel(self) -> str:
        """What the control on the inputs says."""
        mist = any(cel.verplicht and cel.waarde is None for cel in self.invoer.values())
        return NOG_INVULLEN if mist or self.aanwezig is None else KLOPT

    @cached_property
    def peildatum(self) -> dt.date | None:
        """The last first day of any figure in it; None when no figure has one."""
        dagen = [steun.geldig_vanaf for steun in self.opbouw.onderbouwing.values() if steun.geldig_vanaf]
        return max(dagen, default=None)

    @cached_property
    def vingerafdruk(self) -> str:
        """Sixteen hexadecimal digits that change as soon as any formula changes."""
        tekst = "\n".join(f"{sleutel}{formule}" for sleutel, formule in sorted(self.formules.items()))
        return hashlib.sha256(tekst.encode()).hexdigest()[:16]


def _soepel() -> Context:
    """Return the exact context without its alarms: what cannot be divided becomes no number."""
    context = CONTEXT.copy()
    context.traps[DivisionByZero] = False
    context.traps[InvalidOperation] = False
    return context


def _met_nullen(onderdeel: Onderdeel, leeg: frozenset[str], voorvoegsel: str = "") -> Onderdeel:
    """Return the component as a spreadsheet sees it: a blank number counts as 0, a blank choice as none."""
    velden: dict[str, Any] = {}
    for naam in type(onderdeel).model_fields:
        sleutel, inhoud = f"{voorvoegsel}{naam}", getattr(onderdeel, naam)
        if isinstance(inhoud, Onderdeel):
            velden[naam] = _met_nullen(inhoud, leeg, f"{sleutel}.")
        elif sleutel in leeg:
            velden[naam] = "" if isinstance(inhoud, str) else Decimal(0)
        else:
            velden[naam] = inhoud
    return type(onderdeel).model_construct(**velden)
