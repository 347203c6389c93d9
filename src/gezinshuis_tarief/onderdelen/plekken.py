"""Where a component of one's own can stand: the room or the own lines, and what its formula may read there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from gezinshuis_tarief.bouwstenen import ALLE, KOSTENBLOKKEN
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.componenten.bouwsteen import Bouwsteen, EigenPost, Kostenblok, Kostenpost
from gezinshuis_tarief.componenten.loonkosten import Loonkosten
from gezinshuis_tarief.formules.bereik import Bereik
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.onderdeel import Onderdeel

POST: Final = "eigen_posten"
EIGEN_CIJFER: Final = "vast_bedrag_per_jaar"
"""The own figure of bouwsteen 1–6, which stands beside every formula and is no input of one."""


class Leesbaar(NamedTuple):
    """What a formula may read under a name: its unit, and its bounds."""

    eenheid: Eenheid
    bereik: Bereik


_MILJARD: Final = Decimal(10) ** 9
HUIS: Final[Mapping[str, Leesbaar]] = {
    "huis.plaatsen": Leesbaar(Eenheid.AANTAL_PLAATSEN, Bereik(Decimal(1), Decimal(8), kan_nul=False)),
    "huis.plaatsdagen": Leesbaar(
        Eenheid.ETMALEN_PER_JAAR, Bereik(Decimal(365), Decimal(8 * 366), kan_nul=False)
    ),
    "huis.dagen": Leesbaar(Eenheid.DAGEN_PER_JAAR, Bereik(Decimal(365), Decimal(366), kan_nul=False)),
    "huis.weken": Leesbaar(Eenheid.WEKEN_PER_JAAR, Bereik(Decimal(0), _MILJARD, kan_nul=False, decimalen=10)),
}
_GRONDSLAG: Final = Leesbaar(Eenheid.EURO_PER_ETMAAL, Bereik(Decimal(0), _MILJARD, kan_nul=True, graad=1))


@dataclass(frozen=True)
class Plek:
    """A place for a component of one's own.

    Attributes:
        sleutel: its key.
        soort: what the component must be.
        standaard: the component that stands there otherwise.
        methode: where its formula is.
        grondslagen: the bases it may read besides the house, euro per etmaal; read-only and in order.
        leest_huis: whether it may read the sizes of the house.
        gelezen: inputs that other rooms read of it, with what they must be.
        vaste_stappen: the formula of a step that other rooms read too.
    """

    sleutel: str
    soort: type[Onderdeel]
    standaard: type[Onderdeel]
    methode: str
    grondslagen: tuple[str, ...] = ()
    leest_huis: bool = True
    gelezen: Mapping[str, Eenheid | type[Onderdeel]] = field(default_factory=dict)
    vaste_stappen: Mapping[str, str] = field(default_factory=dict)

    @property
    def eenheid(self) -> Eenheid:
        """The unit of what it yields."""
        return Eenheid.EURO_PER_ETMAAL if self.per_zorgzwaarte else Eenheid.EURO_PER_JAAR

    @property
    def per_zorgzwaarte(self) -> bool:
        """Whether its steps are written once per zorgzwaarte."""
        return bool(self.grondslagen)

    @property
    def namen(self) -> dict[str, Leesbaar]:
        """What every formula there may read."""
        huis = HUIS if self.leest_huis else {}
        return {**huis, **dict.fromkeys(self.grondslagen, _GRONDSLAG)}

    @property
    def kamer(self) -> type[Bouwsteen] | None:
        """The room it replaces; None for an own line."""
        return ALLE.get(self.sleutel)


_GELEZEN: Final[Mapping[str, Mapping[str, Eenheid | type[Onderdeel]]]] = {
    "gedragswetenschapper": {"loon": Loonkosten, "productieve_uren_per_jaar": Eenheid.UREN_PER_JAAR},
    "ondersteuning": {"pedagogisch_uurtarief": Eenheid.EURO_PER_UUR},
}
"""What bouwsteen 11 reads of bouwsteen 2 and 3."""
_VAST: Final = {"gedragswetenschapper": {"uurkosten": "loon.loonkosten / productieve_uren_per_jaar"}}

PLEKKEN: Final[Mapping[str, Plek]] = {
    POST: Plek(POST, Kostenpost, EigenPost, "per_jaar"),
    **{
        sleutel: Plek(
            sleutel,
            Kostenblok,
            ALLE[sleutel],
            "opbouw_per_jaar",
            gelezen=_GELEZEN.get(sleutel, {}),
            vaste_stappen=_VAST.get(sleutel, {}),
        )
        for sleutel in KOSTENBLOKKEN
    },
    "overhead": Plek(
        "overhead", Bouwsteen, ALLE["overhead"], "per_etmaal", ("beroepskrachten", "directe_kosten")
    ),
    "leegstand": Plek(
        "leegstand",
        Bouwsteen,
        ALLE["leegstand"],
        "per_etmaal",
        ("kostprijs", "vaste_kosten"),
        leest_huis=False,
    ),
}


STANDAARD: Final[frozenset[type[Onderdeel]]] = frozenset({*ALLE.values(), InkomenOndernemer, EigenPost})
"""What stands at a place when nothing there is one's own."""


class Standaarddeel(NamedTuple):
    """A standard component that may be an input, with the method that gives its outcome."""

    soort: type[Onderdeel]
    uitkomst: str
    naam: Leesbaar


DELEN: Final[Mapping[str, Standaarddeel]] = {
    "loonkosten": Standaarddeel(
        Loonkosten,
        "loonkosten",
        Leesbaar(Eenheid.EURO_PER_FTE, Bereik(Decimal(0), Decimal(10) ** 12, kan_nul=True, decimalen=40)),
    )
}
