"""What is checked: the quote, and what belongs with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TypedDict

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder import InkomenGezinshuisouder
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.controle.banden import Band, banden_met, eis_banden
from gezinshuis_tarief.controle.eisen import Contracteis
from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.indexatie.inschaling import Inschaling
from gezinshuis_tarief.kern.argumenten import Peildatum, eis_soort, naar_dag
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, naaste, verzameld
from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.kern.onderdeel import OpenNorm
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst


class GeenPrijspeil(Exception):
    """The quote says nowhere of which day its prices are; PRI-01 reports it."""


class Dossierdelen(TypedDict, total=False):
    """What may be handed over with a quote; see `Toetsdossier`."""

    peildatum: Peildatum | None
    contracteisen: tuple[Contracteis, ...] | None
    indexeringsclausule: str
    inschaling: Mapping[str, Inschaling]
    tegenpartij: Opbouw | None
    tarieven: Mapping[Zorgzwaarte, object] | None
    besloten_normen: frozenset[str]
    banden: tuple[Band, ...]


@dataclass(frozen=True)
class Toetsdossier:
    """A quote with what belongs to it; what is not handed over cannot be checked, and the report says so.

    Attributes:
        opbouw: the quote.
        peildatum: the day whose prices it should hold; left out the latest first day in its onderbouwing.
        contracteisen: the requirements; None when no list was handed over.
        indexeringsclausule: the text; empty when there is none.
        inschaling: cao, scale and step by block, when stated.
        tegenpartij: the quote of the other party, to compare definitions with.
        tarieven: offered tariffs by zorgzwaarte; left out those of the quote.
        besloten_normen: the questions (`OpenNorm.vraag`) on which parties have decided.
        banden: bands of one's own, such as a region's, each in place of that of the library.
    """

    opbouw: Opbouw
    _: KW_ONLY
    peildatum: Peildatum | None = None
    contracteisen: tuple[Contracteis, ...] | None = None
    indexeringsclausule: str = ""
    inschaling: Mapping[str, Inschaling] = field(default_factory=dict)
    tegenpartij: Opbouw | None = None
    tarieven: Mapping[Zorgzwaarte, object] | None = None
    besloten_normen: frozenset[str] = frozenset()
    banden: tuple[Band, ...] = ()

    def __post_init__(self) -> None:
        """Read the day, and refuse what is of another kind or leads nowhere."""
        bezwaren = self._andere_soorten()
        eis_geen(bezwaren)
        bekend = list(self.waarden)
        bezwaren += [
            Bezwaar(
                f"contracteis {eis.naam}",
                "is geen bekende sleutel",
                gevonden=eis.sleutel,
                remedie=naaste(eis.sleutel, bekend),
            )
            for eis in self.contracteisen or ()
            if eis.sleutel not in self.waarden
        ]
        vragen = [norm.vraag for norm in self.opbouw.alle_open_normen()]
        bezwaren += [
            Bezwaar(
                "besloten_normen",
                "is geen open norm van deze opbouw",
                gevonden=norm,
                remedie=naaste(norm, vragen),
            )
            for norm in sorted(self.besloten_normen - set(vragen))
        ]
        with verzameld(bezwaren):
            _ = self.exploitatie
        eis_geen(bezwaren)

    def _andere_soorten(self) -> list[Bezwaar]:
        """Return the objections to what is of another kind than it should be."""
        bezwaren: list[Bezwaar] = []
        for naam, *soorten in (
            ("opbouw", Opbouw),
            ("tegenpartij", Opbouw, type(None)),
            ("inschaling", Mapping),
            ("tarieven", Mapping, type(None)),
            ("indexeringsclausule", str),
            ("contracteisen", tuple, list, type(None)),
            ("besloten_normen", frozenset, set),
        ):
            with verzameld(bezwaren):
                eis_soort(str(naam), getattr(self, str(naam)), *soorten)
        for eis in (self.contracteisen or ()) if not bezwaren else ():
            with verzameld(bezwaren):
                eis_soort("contracteisen", eis, Contracteis)
        with verzameld(bezwaren):
            eis_banden(self.banden)
        with verzameld(bezwaren):
            _ = self.peildatum is None or naar_dag(self.peildatum)
        return bezwaren

    @cached_property
    def waarden(self) -> dict[str, object]:
        """Every input by its key."""
        return {waarde.sleutel: waarde.waarde for waarde in self.opbouw.waarden()}

    @cached_property
    def _banden(self) -> dict[str, Band]:
        return banden_met(self.banden)

    def band(self, maat: str) -> Band:
        """Return the band of a maat: one's own where given, else that of the library."""
        return self._banden[maat]

    @cached_property
    def uitkomst(self) -> Uitkomst:
        """The tariffs of the quote."""
        return self.opbouw.bereken()

    @cached_property
    def exploitatie(self) -> Exploitatie:
        """The house's year at the offered tariffs, or at those of the quote."""
        return Exploitatie.van(self.uitkomst, self.tarieven)

    @cached_property
    def peil(self) -> dt.date | None:
        """The price level: as given, else the latest first day of any figure; None when none has one."""
        dagen = [steun.geldig_vanaf for steun in self.opbouw.onderbouwing.values() if steun.geldig_vanaf]
        if self.peildatum is not None:
            return naar_dag(self.peildatum)
        return max(dagen, default=None)

    @property
    def dag(self) -> dt.date:
        """The price level, for a check that is nothing without one.

        Raises:
            GeenPrijspeil: there is none; the check is then left out.
        """
        if self.peil is None:
            raise GeenPrijspeil
        return self.peil

    @property
    def ondernemer(self) -> InkomenOndernemer | None:
        """Bouwsteen 1 when the gezinshuisouder is an entrepreneur."""
        blok = self.opbouw.inkomen_gezinshuisouder
        return blok if isinstance(blok, InkomenOndernemer) else None

    @property
    def loondienst(self) -> InkomenGezinshuisouder | None:
        """Bouwsteen 1 when the gezinshuisouder is an employee."""
        blok = self.opbouw.inkomen_gezinshuisouder
        return None if isinstance(blok, InkomenOndernemer) else blok

    def is_besloten(self, norm: OpenNorm) -> bool:
        """Whether parties have decided on an open norm: as was told with the quote, or as the quote itself says."""
        besloten = self.besloten_normen | self.opbouw.besluiten.keys()
        return norm.vraag in besloten or norm.naam in besloten

    def kost_niets(self, regel: str) -> bool:
        """Whether a line of the tariff is zero for every zorgzwaarte."""
        return all(tarief[regel].per_etmaal == 0 for tarief in self.uitkomst.values())

    def effect(self, wijzigingen: Mapping[str, object]) -> Decimal | None:
        """Return what the average tariff changes with other values; None when the quote refuses them."""
        try:
            anders = self.opbouw.met(wijzigingen, reden="controle").bereken()
        except InvoerFout:
            return None
        return _gemiddeld_tarief(anders) - _gemiddeld_tarief(self.uitkomst)


def _gemiddeld_tarief(uitkomst: Uitkomst) -> Decimal:
    """Return the average tariff over the places of the house, in whole cents."""
    huis = uitkomst.opbouw.gezinshuis
    plaatsen = {"laag": huis.plaatsen_laag, "midden": huis.plaatsen_midden, "hoog": huis.plaatsen_hoog}
    som = sum((tarief.per_etmaal * plaatsen[zwaarte] for zwaarte, tarief in uitkomst.items()), Decimal(0))
    return rond_op_centen(som / huis.plaatsen)
