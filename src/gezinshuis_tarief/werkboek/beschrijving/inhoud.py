"""What goes into a workbook: an opbouw, which of its cells are blank, and every value computed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import UserString
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from functools import cached_property
from typing import Any

from gezinshuis_tarief.componenten.bouwsteen import EigenPost
from gezinshuis_tarief.formules.spoor import Stap
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.kern.onderdeel import Waarde
from gezinshuis_tarief.kern.sleutels import (
    bouwdeel,
    pad_van,
    sleutel_van_pad,
    vertaald,
    waarde_op,
    zwaarte_in,
)
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN
from gezinshuis_tarief.model.prijspeil import Prijspeil, prijspeil_van
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.onderdelen.meereizen import zoals_ontvangen
from gezinshuis_tarief.rekenwijzen.excel import (
    AANWEZIG,
    ALLEEN_GEGEVEN,
    InExcel,
    aantal_posten,
    volg_volledig,
    volledig,
    zonder_cel,
)
from gezinshuis_tarief.rekenwijzen.vervangen import ExactMetVervanging
from gezinshuis_tarief.werkboek.beschrijving.namen import KLOPT, NOG_INVULLEN

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
            grenzen = self.veld.grenzen
            is_eigen = grenzen.is_vrij or any(keuze[:1].isdecimal() for keuze in grenzen.keuzes)
            return "invoer_woord" if is_eigen else "invoer_tekst"  # a word such as 1-2 must not become a day
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
        erbij: keys of inputs that it has a cell for though the opbouw may hold them no more, or not yet: of own
            percentages, of one zorgzwaarte, or that may be left out.
        vervangen: values by key of the steps that do not follow their formula.
        eerst: what was sent first, when that is another opbouw; the columns of what was sent hold it.
        eerst_leeg: keys that were blank in it.

    Raises:
        InvoerFout: when a component of one's own cannot be written down.
    """

    opbouw: Opbouw
    leeg: frozenset[str] = frozenset()
    notities: Mapping[str, str] = field(default_factory=dict)
    ronde: int = 1
    posten: int = 0
    erbij: Collection[str] = frozenset()
    vervangen: Mapping[str, Decimal] = field(default_factory=dict)
    eerst: Opbouw | None = None
    eerst_leeg: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Take the opbouw as whoever receives the workbook has it."""
        # what a class of one's own says beyond its definition does not travel, so it is not shown either
        object.__setattr__(self, "opbouw", zoals_ontvangen(self.opbouw))
        bij_notities = (sleutel for sleutel in ALLEEN_GEGEVEN if sleutel in self.notities)
        object.__setattr__(self, "erbij", frozenset((*self.erbij, *bij_notities)))

    @cached_property
    def regels(self) -> int:
        """Rows for own cost lines: as many as asked, and never fewer than there are lines."""
        return max(self.posten, aantal_posten(self.opbouw))

    @cached_property
    def geheel(self) -> Opbouw:
        """The full structure, with 0 where the opbouw holds nothing."""
        return volledig(self.opbouw, self.regels, self.erbij)

    @cached_property
    def stappen(self) -> dict[str, Stap]:
        """Every step of the full structure."""
        return volg_volledig(self.opbouw, self.regels, self.erbij)

    @cached_property
    def formules(self) -> dict[str, str]:
        """The formula of every step, with `=`."""
        schrijver = InExcel()
        return {sleutel: f"={schrijver.schrijf(stap.formule)}" for sleutel, stap in self.stappen.items()}

    @cached_property
    def invoer(self) -> dict[str, Invoercel]:
        """Every input cell by key, in the order of the model."""
        cellen, zonder = {}, zonder_cel(self.opbouw, self.erbij)
        for waarde in self.geheel.waarden():
            sleutel = waarde.sleutel
            if sleutel in zonder:
                continue
            is_gegeven = bool(waarde.grenzen.keuzes) or waarde_op(self.opbouw, sleutel) is not None
            is_leeg = sleutel in self.leeg or not is_gegeven or waarde.waarde == ""
            verplicht = is_gegeven and not self._mag_leeg(waarde)
            cellen[sleutel] = Invoercel(sleutel, None if is_leeg else waarde.waarde, waarde, verplicht)
        return cellen

    @cached_property
    def verzonden(self) -> Werkboekinhoud:
        """What the columns of what was sent hold: this very workbook, or the one that a chain of answers began with."""
        if self.eerst is None:
            return self
        erbij = {*self.erbij, *self.invoer}
        return Werkboekinhoud(self.eerst, leeg=self.eerst_leeg, posten=self.regels, erbij=erbij)

    def _mag_leeg(self, waarde: Waarde) -> bool:
        """Whether an input may be blanked: an own figure, a free text, or a cost line, which is then simply no line."""
        deel = waarde_op(self.opbouw, sleutel_van_pad(pad_van(zwaarte_in(waarde.sleutel)[1])[:2]))
        return waarde.grenzen.mag_leeg or waarde.grenzen.is_vrij or isinstance(deel, EigenPost)

    @property
    def aanwezig(self) -> str | None:
        """What the switch of bouwsteen 8 says."""
        if AANWEZIG in self.leeg:
            return None
        return "nee" if self.opbouw.gelieerde_zorgorganisatie is None else "ja"

    @cached_property
    def waarden(self) -> dict[str, Decimal | str]:
        """The value of every step, exact; an error value where it cannot be computed."""
        schrijver = ExactMetVervanging(self.vervangen)
        with localcontext(CONTEXT) as context:
            context.traps = dict.fromkeys(context.traps, False)  # what cannot be divided becomes no number
            stel_samen(vertaald(self.geheel, self._zoals_gelezen), schrijver)
        gelieerd = (deel for deel in self.geheel.waarden() if bouwdeel(deel.sleutel) == GELIEERD)
        meegeteld = {_meegeteld(deel.sleutel): deel.waarde for deel in gelieerd if deel.eenheid}
        waarden = schrijver.waarden | meegeteld | dict(self.vervangen)
        return {sleutel: waarde if waarde.is_finite() else FOUT for sleutel, waarde in waarden.items()}

    def _zoals_gelezen(self, sleutel: str, waarde: object, grenzen: Grenzen) -> object:
        """Return an input as formulas see it: a blank number counts as 0 where it is asked, a blank choice as none.

        The base of an own percentage is still open to formulas, so that every sum it may count in is a step.
        """
        is_leeg = sleutel in self.leeg
        if grenzen.keuzes:
            tekst = "" if is_leeg else str(waarde)
            return UserString(tekst) if bouwdeel(sleutel) == OPSLAGEN else tekst
        if is_leeg:
            return None if grenzen.mag_leeg else "" if isinstance(waarde, str) else Decimal(0)
        return self.vervangen.get(_meegeteld(sleutel), waarde)

    @cached_property
    def oordeel(self) -> str:
        """What the control on the inputs says."""
        return NOG_INVULLEN if self.aantallen[2] else KLOPT

    @cached_property
    def peildatum(self) -> dt.date | None:
        """The last first day of any figure in it; None when no figure has one."""
        dagen = [steun.geldig_vanaf for steun in self.opbouw.onderbouwing.values() if steun.geldig_vanaf]
        return max(dagen, default=None)

    @cached_property
    def prijspeil(self) -> Prijspeil:
        """How old the figures in it are; what is not filled in yet is none."""
        return prijspeil_van(self.opbouw, self.opbouw.onderbouwing, zonder=self.leeg)

    @cached_property
    def aantallen(self) -> tuple[int, int, int]:
        """How many inputs are an aanname, how many are filled in, and how many still must be."""
        gevuld = [
            s
            for s, cel in self.invoer.items()
            if cel.waarde is not None
            and not cel.veld.grenzen.is_tekst
            and (self.aanwezig == "ja" or bouwdeel(s) != GELIEERD)
        ]
        aannames = [s for s in gevuld if self.opbouw.onderbouwing_van(s).herkomst is Herkomst.AANNAME]
        mist = [cel for cel in self.invoer.values() if cel.verplicht and cel.waarde is None]
        return len(aannames), len(gevuld), len(mist) + (self.aanwezig is None)

    @cached_property
    def vingerafdruk(self) -> str:
        """Sixteen hexadecimal digits that change as soon as any formula changes."""
        tekst = "\n".join(f"{sleutel}{formule}" for sleutel, formule in sorted(self.formules.items()))
        return hashlib.sha256(tekst.encode()).hexdigest()[:16]


def _meegeteld(sleutel: str) -> str:
    """Return the key of the step that lets a value of bouwsteen 8 count."""
    deel, _, naam = sleutel.rpartition(".")
    return f"{deel}.meegeteld_{naam}"
