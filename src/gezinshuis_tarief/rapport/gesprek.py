"""The state of a negotiation as a page: the tariffs of every side, each point with its reasons, and what is agreed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_soort, naar_pad
from gezinshuis_tarief.kern.bestanden import bewaar_tekst
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import sleutelverschillen
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.stand import Punt, Puntstatus, Stand
from gezinshuis_tarief.onderhandeling.weergave import (
    GEEN_EFFECT,
    VOLGORDE,
    op_volgorde,
    prijspeil_waarschuwingen,
    tariefrijen,
)
from gezinshuis_tarief.onderhandeling.zetten import Aanvaarding, Bod, Houden, Vraag, Zet
from gezinshuis_tarief.rapport.inhoud import deeltitel
from gezinshuis_tarief.rapport.naast import omschreven
from gezinshuis_tarief.rapport.schrijven import vul_in
from gezinshuis_tarief.uitkomst.eigen_formules import formuleverschil
from gezinshuis_tarief.uitkomst.tonen import toon_bij
from gezinshuis_tarief.weergave import geteld, met_teken


class Kantregel(NamedTuple):
    """What one party wants at a point, what that alone does, and why."""

    partij: str
    waarde: str
    per_dag: str
    per_jaar: str
    reden: str
    vraag: str
    formule: str


class Puntbeeld(NamedTuple):
    """One point between the parties."""

    sleutel: str
    titel: str
    status: str
    uitgangspunt: str
    kanten: tuple[Kantregel, ...]


@dataclass(frozen=True)
class Gespreksinhoud:
    """What the page of a negotiation shows.

    Attributes:
        zaak: the negotiation.
    """

    zaak: Onderhandeling

    @property
    def stand(self) -> Stand:
        """Where the parties stand now."""
        return self.zaak.stand

    @property
    def kanten(self) -> tuple[Opbouw, ...]:
        """Every calculation on the table."""
        return (self.stand.basis, *self.stand.standen.values())

    @property
    def tarieven(self) -> list[list[str]]:
        """The name and the tariffs of every side, and of what is agreed."""
        return tariefrijen(self.stand)

    @property
    def aantallen(self) -> dict[str, int]:
        """How many points there are of each status."""
        return {str(status): len(self.stand.met_status(status)) for status in VOLGORDE}

    @property
    def prijspeilen(self) -> tuple[str, ...]:
        """How old the figures of the sides are, each sentence once."""
        return tuple(dict.fromkeys(str(opbouw.prijspeil) for opbouw in self.kanten))

    @property
    def waarschuwingen(self) -> tuple[str, ...]:
        """Which figures are not known to hold on the price date."""
        return prijspeil_waarschuwingen(self.stand, self.zaak.peildatum)

    @property
    def punten(self) -> list[Puntbeeld]:
        """Every point, contested first."""
        return [
            Puntbeeld(
                punt.sleutel,
                self._titel(punt.sleutel),
                f"{punt.status}{', eerder afgesproken en heropend' if punt.heropend else ''}",
                _waarde(self.stand.basis, punt.sleutel),
                tuple(self._kant(punt, partij) for partij in self.stand.standen),
            )
            for punt in op_volgorde(self.stand)
        ]

    def _titel(self, sleutel: str) -> str:
        tekst = omschreven(*self.kanten, sleutel=sleutel)
        deel = bouwdeel(sleutel)
        return f"{deeltitel(deel)}: {tekst}" if deel in ALLE and deel != sleutel else tekst

    def _kant(self, punt: Punt, partij: str) -> Kantregel:
        opbouw = self.stand.standen[partij]
        per_dag = per_jaar = ""
        if partij in punt.wie:
            effect = self.stand.effect(punt.sleutel, partij)
            per_dag = GEEN_EFFECT if effect is None else met_teken(effect.per_etmaal["midden"])
            per_jaar = GEEN_EFFECT if effect is None else met_teken(effect.per_jaar, 0)
        return Kantregel(
            partij,
            _waarde(opbouw, punt.sleutel),
            per_dag,
            per_jaar,
            punt.redenen.get(partij, ""),
            punt.vragen.get(partij, ""),
            formuleverschil(self.stand.basis, opbouw, punt.sleutel) if partij in punt.wie else "",
        )

    @cached_property
    def akkoord(self) -> Opbouw | None:
        """What is agreed as a calculation; none when it only fits with a value that is not agreed yet."""
        try:
            return self.stand.overeengekomen()
        except InvoerFout:
            return None

    @property
    def regels(self) -> list[tuple[str, tuple[str, ...]]]:
        """The lines of what is agreed, per zorgzwaarte."""
        if self.akkoord is None:
            return []
        per_zwaarte = [tarief.bedragen.afgerond for tarief in self.akkoord.bereken().values()]
        return [
            (deeltitel(naam), tuple(nederlands(bedragen[naam], 2) for bedragen in per_zwaarte))
            for naam in per_zwaarte[0]
        ]

    @property
    def totaal(self) -> tuple[str, ...]:
        """The tariffs of what is agreed."""
        if self.akkoord is None:
            return ()
        return tuple(nederlands(tarief.per_etmaal, 2) for tarief in self.akkoord.bereken().values())

    @property
    def afgesproken(self) -> list[tuple[str, str, str]]:
        """What is agreed, of this round and earlier ones: its name, what it was and what it is."""
        begin, nu = self.zaak.basis, self.akkoord
        if nu is None:
            return []
        return [
            (
                omschreven(begin, nu, sleutel=wat.sleutel),
                _waarde(begin, wat.sleutel),
                _waarde(nu, wat.sleutel),
            )
            for wat in sleutelverschillen(begin, nu)
        ]

    @property
    def verloop(self) -> list[tuple[int, str, str]]:
        """What happened, oldest first: the round, the day and who did what."""
        return [
            (nummer, f"{zet.datum:%d-%m-%Y}", f"{zet.partij} ({zet.indiener}) {self._gedaan(zet)}")
            for nummer, ronde in enumerate(self.zaak.ronden, start=1)
            for zet in ronde.zetten
        ]

    def _gedaan(self, zet: Zet) -> str:
        if isinstance(zet, Bod):
            aantal = len(zet.redenen)
            return f"deed een bod met {geteld(aantal, 'wijziging', 'wijzigingen')}"
        waar = omschreven(*self.kanten, sleutel=zet.sleutel) if zet.sleutel else "het geheel"
        if isinstance(zet, Aanvaarding):
            return f"aanvaardde van {zet.van}: {waar}"
        if isinstance(zet, Houden):
            return f"houdt vast aan {waar}: {zet.reden}"
        assert isinstance(zet, Vraag)  # noqa: S101 (the last kind of move)
        return f"vraagt over {waar}: {zet.tekst}"


def schrijf_gesprek(
    zaak: Onderhandeling, pad: Bestandspad, *, titel: str = "", overschrijf: bool = False
) -> None:
    """Write the state of a negotiation as one HTML file; see `Onderhandeling.naar_html`."""
    doel = naar_pad(pad, einden=[".html", ".htm"])
    bewaar_tekst(maak_gesprek(zaak, titel=titel), doel, overschrijf=overschrijf)


def maak_gesprek(zaak: Onderhandeling, *, titel: str = "") -> str:
    """Return the state of a negotiation as the text of one page, which holds no script.

    Args:
        zaak: the negotiation.
        titel: what stands above it; without it the name of the negotiation.

    Raises:
        InvoerFout: for what is no negotiation.
    """
    eis_soort("zaak", zaak, Onderhandeling)
    eis_soort("titel", titel, str)
    return vul_in(
        "gesprek.html.j2",
        (),
        inhoud=Gespreksinhoud(zaak),
        titel=titel.strip() or zaak.naam,
        zwaartes=ZORGZWAARTES,
        betekenis=_BETEKENIS,
    )


_BETEKENIS = {
    str(Puntstatus.BETWIST): "partijen willen verschillende waarden",
    str(Puntstatus.OPEN): "niet alle partijen vragen om deze waarde",
    str(Puntstatus.AKKOORD): "alle partijen hebben dezelfde nieuwe waarde",
}


def _waarde(opbouw: Opbouw, sleutel: str) -> str:
    """Show a value; on a narrow screen an amount does not leave its sign behind."""
    return toon_bij(opbouw, sleutel).replace("€ ", "€\N{NO-BREAK SPACE}")
