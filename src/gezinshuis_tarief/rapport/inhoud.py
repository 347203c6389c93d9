"""What the page shows: the first screen, every input by bouwsteen, every step, the findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import Any, Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.controle.bevinding import Rapport
from gezinshuis_tarief.controle.controleren import controleer
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon, voluit
from gezinshuis_tarief.kern.onderbouwing import Onderbouwing
from gezinshuis_tarief.kern.onderdeel import Waarde
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel, eerste_deel, pad_van, zwaarte_in
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import OPSLAGEN, POSTEN
from gezinshuis_tarief.rapport.gegevens import Rekengegevens
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van, toon_voorstel
from gezinshuis_tarief.uitkomst.uitleg import UitlegStap

OPTELLING: Final = "optelling"
"""The part of the page with the steps that belong to no bouwsteen."""
_TITELS: Final = {
    "gezinshuis": "Het gezinshuis",
    POSTEN: "Eigen posten",
    OPSLAGEN: "Eigen opslagen",
    OPTELLING: "Van kosten naar tarief",
}
_KLEUREN: Final = ("zorg", "organisatie", "risico", "zwaarte", "eigen")
_TOT_EN_MET: Final = {6: "zorg", 8: "organisatie", 10: "risico", 11: "zwaarte"}
LEGENDA: Final = dict(
    zip(
        _KLEUREN,
        ("zorg en huis (1–6)", "organisatie (7–8)", "leegstand en marge (9–10)", "zorgzwaarte (11)", "eigen"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Invoerrij:
    """One input: what it is called, what stands in its field, and what stands behind it."""

    nummer: int
    sleutel: str
    omschrijving: str
    getypt: str
    eenheid: str
    waarde: Waarde
    steun: Onderbouwing
    voorstel: str

    @property
    def dag(self) -> str:
        """Since when the figure holds, written out."""
        return voluit(self.steun.geldig_vanaf) if self.steun.geldig_vanaf else ""


@dataclass(frozen=True, slots=True)
class Regelrij:
    """One line of the table: a bouwsteen with its amounts, and where its bar begins and how long it is."""

    sleutel: str
    titel: str
    kleur: str
    bedragen: tuple[str, ...]
    begin: str
    lengte: str
    is_er: bool


@dataclass(frozen=True)
class Rapportinhoud:
    """Everything that the page of one quote shows.

    Attributes:
        gegevens: the quote, as the script calculates it.
        titel: what stands above it.
    """

    gegevens: Rekengegevens
    titel: str

    @property
    def opbouw(self) -> Opbouw:
        """The quote."""
        return self.gegevens.opbouw

    @cached_property
    def tarieven(self) -> dict[str, str]:
        """The tariff of each zorgzwaarte in Dutch notation."""
        return {zwaarte: nederlands(deel.per_etmaal, 2) for zwaarte, deel in self.opbouw.bereken().items()}

    @cached_property
    def plaatsen(self) -> dict[str, int]:
        """The places of each zorgzwaarte."""
        huis = self.opbouw.gezinshuis
        return {zwaarte: getattr(huis, f"plaatsen_{zwaarte}") for zwaarte in ZORGZWAARTES}

    @cached_property
    def regels(self) -> list[Regelrij]:
        """The lines of the table, with the bars of zorgzwaarte midden."""
        uitkomst = self.opbouw.bereken()
        per = {zwaarte: deel.bedragen.afgerond for zwaarte, deel in uitkomst.items()}
        midden = per["midden"]
        namen = [*ALLE, POSTEN, *([OPSLAGEN] if OPSLAGEN in midden else [])]
        lengtes = [midden.get(naam, Decimal(0)) for naam in namen]
        standen = [*accumulate(lengtes, initial=Decimal(0))]
        laagst, hoogst = min(standen), max(standen)
        schaal = (hoogst - laagst) or Decimal(1)
        return [
            Regelrij(
                naam,
                deeltitel(naam),
                _kleur(naam),
                tuple(nederlands(per[zwaarte].get(naam, Decimal(0)), 2) for zwaarte in ZORGZWAARTES),
                f"{(min(stand, stand + lengte) - laagst) / schaal * 100:.2f}",
                f"{abs(lengte) / schaal * 100:.2f}",
                naam in midden,
            )
            for naam, lengte, stand in zip(namen, lengtes, standen, strict=False)
        ]

    @cached_property
    def delen(self) -> dict[str, str]:
        """The parts of the page below the table, with their titles."""
        namen = ["gezinshuis", *ALLE, POSTEN, *([OPSLAGEN] if self.opbouw.eigen_opslagen else []), OPTELLING]
        return {naam: deeltitel(naam) for naam in namen}

    @cached_property
    def invoer(self) -> dict[str, list[Invoerrij]]:
        """The inputs of each part, those that are there or may be switched on."""
        per: dict[str, list[Invoerrij]] = {naam: [] for naam in self.delen}
        for waarde in self.gegevens.velden.values():
            pad = pad_van(waarde.sleutel)
            if pad[0] == POSTEN and isinstance(pad[1], int) and pad[1] >= len(self.opbouw.eigen_posten):
                continue
            per[bouwdeel(waarde.sleutel)].append(self.rij(waarde))
        return per

    def rij(self, waarde: Waarde) -> Invoerrij:
        """Return an input as it is shown."""
        steun = self.opbouw.onderbouwing_van(waarde.sleutel)
        voorstel = (
            toon_voorstel(self.opbouw, waarde.sleutel, steun.afwijking.voorstel) if steun.afwijking else ""
        )
        tekst = omschrijving_van(self.gegevens.geheel, waarde.sleutel)
        naam = self._postnaam(waarde.sleutel)
        return Invoerrij(
            self._nummers[waarde.sleutel],
            waarde.sleutel,
            f"{naam}: {tekst}" if naam and not waarde.sleutel.endswith(".naam") else tekst,
            _getypt(waarde),
            "%" if waarde.eenheid is Eenheid.FRACTIE else str(waarde.eenheid or ""),
            waarde,
            steun,
            voorstel,
        )

    @cached_property
    def _nummers(self) -> dict[str, int]:
        return {sleutel: nummer for nummer, sleutel in enumerate(self.gegevens.velden)}

    def _postnaam(self, sleutel: str) -> str:
        """Return what the line or percentage of one's own is called that an input belongs to."""
        _, kaal = zwaarte_in(sleutel)
        naam, *plek = pad_van(kaal)
        lijst: Sequence[Any] = getattr(self.opbouw, str(naam), ()) if naam in {POSTEN, OPSLAGEN} else ()
        return next((str(deel.naam) for nummer, deel in enumerate(lijst) if nummer == plek[0]), "")

    @cached_property
    def stappen(self) -> dict[str, list[tuple[UitlegStap, str, str]]]:
        """The steps of each part: the step, its zorgzwaarte, and its outcome as shown."""
        per: dict[str, list[tuple[UitlegStap, str, str]]] = {naam: [] for naam in self.delen}
        for stap in self.opbouw.uitleg().stappen:
            deel, zwaarte = self.plek(stap.sleutel)
            per[deel].append((stap, zwaarte, toon(stap.waarde, stap.eenheid)))
        return per

    def plek(self, sleutel: str) -> tuple[str, str]:
        """Return the part of the page that a step stands in, and its zorgzwaarte; empty for what all share."""
        zwaarte, rest = zwaarte_in(sleutel.removeprefix("uitkomst."))
        deel = eerste_deel(rest)
        return (deel if deel in self.delen else OPTELLING), zwaarte or ""

    @cached_property
    def bevindingen(self) -> Rapport:
        """What the checks find in the quote."""
        return controleer(self.opbouw)

    @property
    def aantallen(self) -> tuple[int, int]:
        """How many values are an aanname, of how many."""
        return len(self.opbouw.aannames()), sum(waarde.is_gegeven for waarde in self.opbouw.waarden())

    def nieuwe_post(self) -> Iterator[Invoerrij]:
        """Yield the inputs of a cost line that may be added."""
        begin = f"{POSTEN}[{len(self.opbouw.eigen_posten)}]."
        for waarde in self.gegevens.velden.values():
            if waarde.sleutel.startswith(begin):
                yield self.rij(waarde)


def deeltitel(naam: str) -> str:
    """Return what a part of a page is called: a bouwsteen with its number."""
    return f"{ALLE[naam].nummer} {ALLE[naam].titel}" if naam in ALLE else _TITELS[naam]


def _kleur(naam: str) -> str:
    if naam not in ALLE:
        return "eigen"
    return next(kleur for tot, kleur in _TOT_EN_MET.items() if ALLE[naam].nummer <= tot)


def _getypt(waarde: Waarde) -> str:
    """Return a value as it stands in its field: percentages as percentages, amounts with cents."""
    inhoud = waarde.waarde
    if not isinstance(inhoud, Decimal | int):
        return "" if inhoud is None else str(inhoud)
    getal = Decimal(inhoud) * (100 if waarde.eenheid is Eenheid.FRACTIE else 1)
    tekst = nederlands(getal.normalize() + 0)
    if waarde.eenheid is None or not waarde.eenheid.is_geld:
        return tekst.replace(".", "")
    heel, _, deel = tekst.partition(",")
    return f"{heel},{deel.ljust(2, '0')}{'0' if len(deel) == 3 else ''}"  # noqa: PLR2004 (else it reads as thousands)
