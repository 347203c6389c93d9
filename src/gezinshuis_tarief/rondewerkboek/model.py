"""What a round looks like in a workbook: for whom it is, what is asked, and the calculations in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, weigering
from gezinshuis_tarief.kern.sleutels import (
    ZORGZWAARTES,
    bouwdeel,
    pad_van,
    sleutel_van_pad,
    waarde_op,
    zwaarte_in,
)
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD, POSTEN
from gezinshuis_tarief.model.verschillen import neem_over
from gezinshuis_tarief.onderdelen.plaatsing import alle_delen
from gezinshuis_tarief.onderdelen.vastleggen import wezen
from gezinshuis_tarief.onderhandeling.bestand import schrijf_onderhandeling
from gezinshuis_tarief.onderhandeling.keuren import eis_partij
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.stand import Punt
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG, aantal_posten, erbij_in, volledig
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Invoercel, Werkboekinhoud

_ONDERNEMER: Final = "is niet bij elke partij dat van een ondernemer"


def wie_is_aan_zet(zaak: Onderhandeling) -> str:
    """Return the party whose answer is awaited: another one than moved last, the first when nobody did."""
    laatste = next((ronde.zetten[-1].partij for ronde in reversed(zaak.ronden) if ronde.zetten), None)
    return next(partij for partij in zaak.partijen if partij != laatste)


def tegenpartij(zaak: Onderhandeling, voor: str) -> str:
    """Return the other party; of several, the one that moved last, else the first."""
    zetten = [zet.partij for ronde in reversed(zaak.ronden) for zet in reversed(ronde.zetten)]
    return next(partij for partij in (*zetten, *zaak.partijen) if partij != voor)


@dataclass(frozen=True)
class Rondemodel:
    """The round of a negotiation as it stands, ready to be laid out for one party.

    Attributes:
        zaak: the negotiation.
        voor: the party that is to answer.
        met: the party whose offer is answered.

    Raises:
        InvoerFout: for an unknown party, and when a party has a component of its own where another has a
            different one, or the standard.
    """

    zaak: Onderhandeling
    voor: str
    met: str

    def __post_init__(self) -> None:
        for plek, partij in (("voor", self.voor), ("met", self.met)):
            eis_partij(self.zaak.partijen, partij, plek)
        if self.voor == self.met:
            remedie = "Noem de andere partij."
            raise weigering("met", "is dezelfde partij", gevonden=self.met, remedie=remedie)
        vormen: dict[str, set[object]] = {}
        for opbouw in self._opbouwen:
            for sleutel, plek, deel in alle_delen(volledig(opbouw, self._posten, self._erbij)):
                vormen.setdefault(sleutel, set()).add(wezen(deel, plek))
        eis_geen(
            Bezwaar(
                sleutel,
                f"{_ONDERNEMER if InkomenOndernemer in soorten else 'is een eigen variant die niet elke partij heeft'}; "
                "twee formules voor één regel kan een werkboek niet aan",
                remedie="Onderhandel hierover met onderhandel bod --opbouw bod.json.",
            )
            for sleutel, soorten in vormen.items()
            if len(soorten) > 1
        )

    @cached_property
    def codes(self) -> dict[str, str]:
        """The word in names of cells of the party that answers, and of the other."""
        return namen.codes((self.voor, self.met))

    @cached_property
    def eigen(self) -> Opbouw:
        """What the party that answers offered."""
        return self.zaak.stand.standen[self.voor]

    @cached_property
    def ander(self) -> Opbouw:
        """What the other party asks."""
        return self.zaak.stand.standen[self.met]

    @cached_property
    def nu(self) -> Opbouw:
        """What is agreed, and the starting point for the rest."""
        return self.zaak.stand.overeengekomen()

    @cached_property
    def _opbouwen(self) -> list[Opbouw]:
        """Every calculation whose inputs need a row: of a point between others too."""
        return [*self.zaak.stand.standen.values(), self.nu]

    @cached_property
    def _posten(self) -> int:
        return max(map(aantal_posten, self._opbouwen))

    @cached_property
    def _erbij(self) -> frozenset[str]:
        return frozenset[str]().union(*map(erbij_in, self._opbouwen))

    @cached_property
    def punten(self) -> tuple[Punt, ...]:
        """What the two parties want differently, what does most to the tariff first."""
        punten = [
            p for p in self.zaak.stand.punten if self._waarden(p.sleutel)[0] != self._waarden(p.sleutel)[1]
        ]
        return tuple(sorted(punten, key=lambda punt: -abs(self.effecten[punt.sleutel] or Decimal(0))))

    def _waarden(self, sleutel: str) -> tuple[object, object]:
        return waarde_op(self.eigen, sleutel), waarde_op(self.ander, sleutel)

    @cached_property
    def effecten(self) -> Mapping[str, Decimal | None]:
        """What taking over each value does to the offer, euro per etmaal midden; None when it needs another change."""
        begin, effecten = self.eigen.bereken()["midden"].per_etmaal, dict[str, Decimal | None]()
        for punt in self.zaak.stand.punten:
            try:
                na = neem_over(self.eigen, {punt.sleutel: self.ander}).bereken()
            except InvoerFout:
                effecten[punt.sleutel] = None
            else:
                effecten[punt.sleutel] = na["midden"].per_etmaal - begin
        return effecten

    @cached_property
    def vullingen(self) -> dict[str, Werkboekinhoud]:
        """The calculation of both parties and of what is agreed, by their words."""
        opbouwen = {
            self.codes[self.voor]: self.eigen,
            self.codes[self.met]: self.ander,
            namen.AFGESPROKEN: self.nu,
        }
        return {
            code: Werkboekinhoud(opbouw, posten=self._posten, erbij=self._erbij, ronde=self.zaak.ronde)
            for code, opbouw in opbouwen.items()
        }

    @cached_property
    def vulling(self) -> Werkboekinhoud:
        """The calculation of the party that answers, whose cells and formulas every column has."""
        return self.vullingen[self.codes[self.voor]]

    @cached_property
    def situaties(self) -> dict[str, str]:
        """Each column of the calculation: its word, and the word of the calculation it starts from."""
        eigen, ander = self.codes[self.voor], self.codes[self.met]
        vast = {eigen: eigen, ander: ander, namen.VOORSTEL: eigen, namen.AFGESPROKEN: namen.AFGESPROKEN}
        los = {f"punt_{nummer}": eigen for nummer in range(1, len(self.punten) + 1)}
        return vast | {namen.NIEUW: eigen} | los

    @cached_property
    def kenmerk(self) -> str:
        """Sixteen hexadecimal digits that only this negotiation has, at this moment, whatever its contract says."""
        zaak = self.zaak.model_copy(update={"voorstellen": ()})
        return hashlib.sha256(schrijf_onderhandeling(zaak).encode()).hexdigest()[:16]

    @cached_property
    def punt_van(self) -> dict[str, str]:
        """The key of the point that each input belongs to; inputs without one are in none."""
        gevonden = {}
        for punt in self.punten:
            for sleutel in [punt.sleutel] if self.invoer(punt.sleutel) else self.delen(punt.sleutel):
                gevonden[sleutel] = punt.sleutel
        return gevonden

    def invoer(self, sleutel: str) -> Invoercel | None:
        """Return the input that a point is about; None when it is about a whole part."""
        return self.vulling.invoer.get(sleutel)

    def delen(self, sleutel: str) -> Iterator[str]:
        """Yield the inputs in a whole part."""
        if sleutel == GELIEERD:
            yield AANWEZIG
        yield from (deel for deel in self.vulling.invoer if bouwdeel(deel) == sleutel)

    def waarde(self, code: str, sleutel: str) -> object:
        """Return what stands at an input in one calculation; None for a blank."""
        vulling = self.vullingen[code]
        return vulling.aanwezig if sleutel == AANWEZIG else vulling.invoer[sleutel].waarde

    def is_nieuw_te_maken(self, sleutel: str) -> bool:
        """Whether an input can become a new point on the sheet Invoer."""
        if sleutel in self.punt_van or sleutel == AANWEZIG:
            return False
        deel = sleutel_van_pad(pad_van(zwaarte_in(sleutel)[1])[:-1])
        return waarde_op(self.eigen, deel) is not None

    def is_lege_regel(self, sleutel: str) -> bool:
        """Whether an input is of a row for an own cost line that no party fills."""
        posten = max(len(vulling.opbouw.eigen_posten) for vulling in self.vullingen.values())
        deel, plek = pad_van(zwaarte_in(sleutel)[1])[:2]
        return deel == POSTEN and isinstance(plek, int) and plek >= posten

    def volgt(self, code: str, sleutel: str) -> str | None:
        """Return the input that all share and that one of a zorgzwaarte follows in a calculation.

        None when it has a value of its own there, and when it moves with a whole part.
        """
        zwaarte, gedeeld = zwaarte_in(sleutel)
        is_heel = self.punt_van.get(sleutel, sleutel) != sleutel
        if zwaarte is None or is_heel or _heeft_eigen(self.vullingen[code].opbouw, sleutel):
            return None
        return gedeeld

    def blijft(self, code: str, sleutel: str) -> bool:
        """Whether an input of one zorgzwaarte stays as it was when the value that all share is taken over.

        So it is where whoever the value is taken from has its own for that zorgzwaarte; see `neem_over`. What is
        agreed is taken from the first party.
        """
        bronnen = [self.ander]
        if code == namen.AFGESPROKEN and next(p for p in self.zaak.partijen if p in self.codes) == self.voor:
            bronnen.append(self.eigen)
        return any(_heeft_eigen(bron, sleutel) for bron in bronnen)

    def tarieven(self, opbouw: Opbouw) -> dict[str, Decimal]:
        """Return the tariffs, and what the whole house costs in a year."""
        uitkomst, huis = opbouw.bereken(), opbouw.gezinshuis
        bedragen = {str(zwaarte): uitkomst[zwaarte].per_etmaal for zwaarte in ZORGZWAARTES}
        per_dag = sum((bedragen[z] * getattr(huis, f"plaatsen_{z}") for z in bedragen), Decimal(0))
        return bedragen | {"jaar": per_dag * huis.dagen_per_jaar}


def _heeft_eigen(opbouw: Opbouw, sleutel: str) -> bool:
    """Whether the value at a key of one zorgzwaarte is its own there."""
    zwaarte, gedeeld = zwaarte_in(sleutel)
    return zwaarte is not None and gedeeld in opbouw.per_zorgzwaarte.get(zwaarte, {})
