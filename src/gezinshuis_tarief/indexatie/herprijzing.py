"""The alternative to an index: the same hours and choices at the prices of another day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from gezinshuis_tarief.indexatie.eigen_prijzen import Prijs, eigen_prijzen
from gezinshuis_tarief.indexatie.indexeren import Indexatie
from gezinshuis_tarief.indexatie.inschaling import (
    Inschaling,
    Premiekeuze,
    lonen_in,
    prijsbronnen,
    toets_inschaling,
)
from gezinshuis_tarief.kern.argumenten import Peildatum, eis_soort, naar_dag
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, uit_extra, weigering
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Onderbouwing, Status
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.referentie.cijfer import Cijfer, aaneen
from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset, in_gebruik
from gezinshuis_tarief.referentie.meldingen import zoek_alle
from gezinshuis_tarief.uitkomst.tarief import Regel
from gezinshuis_tarief.weergave import als_tekst, een_regel, html_alinea, html_tabel, tabel

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Prijsverschil:
    """One line in three ways, euro per etmaal: as it was, re-priced and indexed; and why they differ."""

    zorgzwaarte: str
    regel: str
    oud: Decimal
    herprijsd: Decimal
    geindexeerd: Decimal
    oorzaak: str

    @property
    def verschil(self) -> Decimal:
        """How much higher the re-priced amount is than the indexed one."""
        return self.herprijsd - self.geindexeerd


@dataclass(frozen=True, slots=True)
class Herprijzing:
    """A re-priced quote beside the old one; `gewijzigd` holds (old value, new price) by key."""

    oud: Opbouw
    nieuw: Opbouw
    peildatum: dt.date
    gewijzigd: Mapping[str, tuple[Decimal, Prijs]]

    def vergelijk(self, indexatie: Indexatie) -> tuple[Prijsverschil, ...]:
        """Lay the re-priced lines beside the last year of an indexation of the old quote.

        Raises:
            InvoerFout: the indexation is not per bouwsteen, or of other tariffs.
        """
        eerst = {
            z: {r.sleutel: r.per_etmaal for r in tarief.regels} for z, tarief in self.oud.bereken().items()
        }
        if indexatie.stappen[0].regels != eerst:
            remedie = 'Indexeer de uitkomst van de oude opbouw met niveau="per_bouwsteen".'
            raise weigering("indexatie", "hoort niet bij deze opbouw", remedie=remedie)
        herprijsd, geindexeerd = self.nieuw.bereken(), indexatie.stappen[-1].regels
        return tuple(
            self._verschil(zwaarte, regel, eerst[zwaarte][regel.sleutel], geindexeerd[zwaarte][regel.sleutel])
            for zwaarte, tarief in herprijsd.items()
            for regel in tarief.regels
        )

    def _verschil(self, zwaarte: str, regel: Regel, oud: Decimal, geindexeerd: Decimal) -> Prijsverschil:
        """Put one line together, with the inputs that have a new price, or what else moved it."""
        delen = [
            f"{sleutel}: {toon_waarde(was)} → {toon_waarde(prijs.waarde)}"
            for sleutel, (was, prijs) in self.gewijzigd.items()
            if sleutel.startswith(f"{regel.sleutel}.") and was != prijs.waarde
        ]
        anders = "werkt door uit andere regels" if regel.per_etmaal != oud else "geen nieuwe prijs"
        oorzaak = "; ".join(delen) or anders
        return Prijsverschil(zwaarte, regel.sleutel, oud, regel.per_etmaal, geindexeerd, oorzaak)

    def vergelijking_frame(self, indexatie: Indexatie) -> pd.DataFrame:
        """Return `vergelijk` as a frame; amounts as float."""
        with uit_extra():
            import pandas as pd  # noqa: PLC0415 (loaded only when used)

        rijen = [
            (v.zorgzwaarte, v.regel, *map(float, (v.oud, v.herprijsd, v.geindexeerd, v.verschil)), v.oorzaak)
            for v in self.vergelijk(indexatie)
        ]
        kolommen = ["zorgzwaarte", "regel", "oud", "herprijsd", "geindexeerd", "verschil", "oorzaak"]
        return pd.DataFrame(rijen, columns=kolommen).set_index(["zorgzwaarte", "regel"])

    def _repr_html_(self) -> str:
        prijzen = [
            [
                sleutel,
                nederlands(was),
                nederlands(prijs.waarde),
                f"{prijs.onderbouwing.bron or ''} {prijs.onderbouwing.toelichting or ''}".strip(),
            ]
            for sleutel, (was, prijs) in self.gewijzigd.items()
        ]
        oud, nieuw = self.oud.bereken(), self.nieuw.bereken()
        tarieven = [[z, nederlands(oud[z].per_etmaal, 2), nederlands(nieuw[z].per_etmaal, 2)] for z in oud]
        return "".join(
            [
                html_alinea(f"Herprijsd naar {self.peildatum}: {self.nieuw.prijspeil}"),
                *(
                    html_alinea(f"Let op: {zin}")
                    for zin in self.nieuw.prijspeil.waarschuwingen(self.peildatum)
                ),
                html_tabel(["tarief per etmaal", "was", "wordt"], tarieven),
                html_tabel(["sleutel", "was", "wordt", "bron"], prijzen, links=4),
            ]
        )

    def __str__(self) -> str:
        regels = []
        for sleutel, (was, prijs) in self.gewijzigd.items():
            regels += [f"{sleutel}: {nederlands(was)} → {nederlands(prijs.waarde)}"]
            regels += [f"    {een_regel(prijs.onderbouwing.bron or '')}"]
            if prijs.onderbouwing.toelichting:
                regels += [f"    let op: {een_regel(prijs.onderbouwing.toelichting)}"]
        oud, nieuw = self.oud.bereken(), self.nieuw.bereken()
        tarieven = [[z, nederlands(oud[z].per_etmaal, 2), nederlands(nieuw[z].per_etmaal, 2)] for z in oud]
        prijspeil = self.nieuw.prijspeil
        kop = [
            f"Herprijsd naar {self.peildatum}: {prijspeil}",
            *(f"Let op: {tekst}" for tekst in prijspeil.waarschuwingen(self.peildatum)),
        ]
        return "\n".join([*kop, *regels, als_tekst(tabel(["tarief per etmaal", "was", "wordt"], tarieven))])


def herprijs(  # noqa: PLR0913 (all but the first two by name)
    opbouw: Opbouw,
    peildatum: Peildatum,
    *,
    inschaling: Mapping[str, Inschaling],
    premies: Premiekeuze | None = None,
    leeftijd: int | None = None,
    eigen: Mapping[str, tuple[object, str]] | None = None,
    cijfers: Cijferset | None = None,
) -> Herprijzing:
    """Put the prices of another day in a quote: cao salary, premiums, pension, foster-care amount.

    Hours, rates of hired help, housing, percentages and choices stay as they are, also the irregular-hours
    allowance as a fraction of the salary; give them in `eigen` when they change too.

    Args:
        opbouw: the quote.
        peildatum: the day whose prices hold.
        inschaling: by `inkomen_gezinshuisouder`, `gedragswetenschapper` or a component of one's own with a pay,
            such as `eigen_posten[0]`: cao, scale and step. Of a block that is left out nothing changes.
        premies: which premiums add up; those of a small employer when left out.
        leeftijd: age for the foster-care amount as verzorgingskosten; left out it stays as it is.
        eigen: (value, source) by key of the quote, or by name of a figure such as "AWf_laag"; goes before
            `cijfers`, and before the reference data.
        cijfers: a set of own figures to use; see `cijfers_uit`.

    Raises:
        OnbekendCijfer: figures are not known for that day; names all of them.
        InvoerFout: an unknown key, a value that is refused, or a source that is empty.
    """
    eis_soort("opbouw", opbouw, Opbouw)
    eis_soort("inschaling", inschaling, Mapping)
    eis_soort("premies", premies, Premiekeuze, type(None))
    dag = naar_dag(peildatum)
    bezwaren: list[Bezwaar] = []
    prijzen, zelf = eigen_prijzen(opbouw, {} if eigen is None else eigen, dag, bezwaren)
    lonen = lonen_in(opbouw)
    toets_inschaling(inschaling, lonen, bezwaren)
    eis_geen(bezwaren)
    vragen = {
        sleutel: bronnen
        for sleutel, bronnen in prijsbronnen(inschaling, lonen, premies or Premiekeuze(), leeftijd)
        if sleutel not in prijzen
    }
    with ExitStack() as stapel:
        for een in (cijfers, *zelf):
            stapel.enter_context(in_gebruik(een))
        gevonden = zoek_alle(
            partial(zoek_alle, [partial(zoek_op, dag) for zoek_op in bronnen]) for bronnen in vragen.values()
        )
    prijzen |= {sleutel: _prijs(delen) for sleutel, delen in zip(vragen, gevonden, strict=True)}
    was = {waarde.sleutel: waarde.waarde for waarde in opbouw.waarden()}
    nieuw = opbouw.met(
        {sleutel: prijs.waarde for sleutel, prijs in prijzen.items()}, reden=f"herprijsd naar {dag}"
    )
    onderbouwing = nieuw.onderbouwing | {sleutel: prijs.onderbouwing for sleutel, prijs in prijzen.items()}
    nieuw = nieuw.model_copy(update={"onderbouwing": onderbouwing})
    return Herprijzing(opbouw, nieuw, dag, {s: (was[s], prijs) for s, prijs in prijzen.items()})


def _prijs(cijfers: Sequence[Cijfer]) -> Prijs:
    """Add one or more figures up to a price, with what stands behind it."""
    fractie = all(cijfer.eenheid.startswith("%") for cijfer in cijfers)
    waarde = sum((c.als_fractie if fractie else c.waarde for c in cijfers), Decimal(0))
    som = " + ".join(f"{cijfer.naam} {nederlands(cijfer.waarde)}" for cijfer in cijfers)
    echt = len(cijfers) == 1 and cijfers[0].herkomst is Herkomst.BRON
    steun = Onderbouwing(
        status=Status.SUGGESTIE,
        herkomst=Herkomst.BRON if echt else Herkomst.AFGELEID,
        bron=f"{som} ({'; '.join(dict.fromkeys(cijfer.bron for cijfer in cijfers))})",
        geldig_vanaf=max(cijfer.geldig_vanaf for cijfer in cijfers),
        toelichting=aaneen(*(cijfer.toelichting for cijfer in cijfers)) or None,
    )
    return Prijs(waarde, steun)
