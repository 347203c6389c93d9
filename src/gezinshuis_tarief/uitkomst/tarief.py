"""The tariff of one zorgzwaarte, with a line per bouwsteen."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.componenten.bouwsteen import ELEMENTEN
from gezinshuis_tarief.kern.argumenten import zoek_deel
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import uit_extra
from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.tariefdelen import Bedragen
from gezinshuis_tarief.uitkomst.uitleg import Uitleg
from gezinshuis_tarief.weergave import als_tekst, html_alinea, html_tabel, tabel

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of a tariff.

    Attributes:
        sleutel: key of the bouwsteen, `eigen_posten` or `eigen_opslagen`.
        nummer: place in the handreiking; None for own lines.
        titel: name as shown.
        per_etmaal: euro per child per etmaal in whole cents; these add up to the tariff.
        onafgerond: the same before rounding.
        per_plaats_per_jaar: unrounded, euro.
        per_jaar: unrounded, euro per house, all its places at this zorgzwaarte.
        aandeel: fraction of the tariff; 0 when the tariff is 0.
    """

    sleutel: str
    nummer: int | None
    titel: str
    per_etmaal: Decimal
    onafgerond: Decimal
    per_plaats_per_jaar: Decimal
    per_jaar: Decimal
    aandeel: Decimal

    def _repr_html_(self) -> str:
        naam = f"{self.nummer or ''} {self.titel}".strip()
        bedragen = (self.per_etmaal, self.per_plaats_per_jaar, self.per_jaar)
        rij = [naam, *(nederlands(bedrag, 2) for bedrag in bedragen), f"{nederlands(self.aandeel * 100, 1)}%"]
        koppen = ["regel", "per etmaal", "per plaats per jaar", "per huis per jaar", "aandeel"]
        return html_tabel(koppen, [rij])


@dataclass(frozen=True, slots=True)
class Tarief:
    """The tariff of one zorgzwaarte, euro per child per etmaal, and the lines it is the sum of."""

    zorgzwaarte: Zorgzwaarte
    per_etmaal: Decimal
    regels: tuple[Regel, ...]
    bedragen: Bedragen
    opbouw: Opbouw

    def __getitem__(self, sleutel: str) -> Regel:
        """Return the line of a bouwsteen by its key.

        Raises:
            OnbekendeNaam: when there is no such line.
        """
        return zoek_deel("regel van dit tarief", sleutel, {regel.sleutel: regel for regel in self.regels})

    def elementen(self) -> dict[str, Decimal]:
        """Split the tariff over the elements of Besluit Jeugdwet art. 2.3 (our mapping, afgeleid).

        Returns:
            euro per etmaal by letter a–d, and by "" what the law gives no element of its own; they add
            up to the tariff. The allowance in bouwsteen 11 is b, its hours are a; indexing (d) is in no
            line of this model.
        """
        verdeling = dict.fromkeys(ELEMENTEN, Decimal("0.00"))
        for regel in self.regels:
            element = ALLE[regel.sleutel].element if regel.sleutel in ALLE else ""
            verdeling[element] += regel.per_etmaal
        hier = self.opbouw.voor(self.zorgzwaarte)
        toeslag = rond_op_centen(hier.zorgzwaarte.voor(self.zorgzwaarte).toeslag)
        verdeling["a"] -= toeslag
        verdeling["b"] += toeslag
        return verdeling

    def uitleg(self) -> Uitleg:
        """Explain the steps that lead to this tariff."""
        return self.opbouw.uitleg().voor(self.zorgzwaarte)

    def als_json(self) -> dict[str, Any]:
        """Return `{"bouwstenen": {sleutel: "59.55", …}, "tarief": "149.44"}`, amounts as text."""
        return {
            "bouwstenen": {regel.sleutel: str(regel.per_etmaal) for regel in self.regels},
            "tarief": str(self.per_etmaal),
        }

    def naar_frame(self) -> pd.DataFrame:
        """Return a row per line, indexed by key; amounts in euro as float."""
        with uit_extra():
            import pandas as pd  # noqa: PLC0415 (loaded only when used)

        kolommen = ["per_etmaal", "per_plaats_per_jaar", "per_jaar", "aandeel"]
        rijen = [[float(getattr(regel, kolom)) for kolom in kolommen] for regel in self.regels]
        frame = pd.DataFrame(rijen, columns=kolommen, index=[regel.sleutel for regel in self.regels])
        frame.insert(0, "bouwsteen", [regel.titel for regel in self.regels])
        return frame

    def __str__(self) -> str:
        return _tekst(self)

    def _repr_html_(self) -> str:
        return _html(self)


def regels_van_tarief(opbouw: Opbouw, zwaarte: Zorgzwaarte, bedragen: Bedragen) -> tuple[Regel, ...]:
    """Make the lines, in the order of the eleven with own lines last."""
    plaatsen, dagen = opbouw.gezinshuis.plaatsen, opbouw.voor(zwaarte).gezinshuis.dagen_per_jaar
    eigen = {
        "eigen_posten": f"Eigen posten: {', '.join(post.naam for post in opbouw.eigen_posten)}",
        "eigen_opslagen": f"Eigen opslagen: {', '.join(opslag.naam for opslag in opbouw.eigen_opslagen)}",
    }
    regels = []
    for sleutel, per_etmaal in bedragen.afgerond.items():
        bouwsteen = ALLE.get(sleutel)
        onafgerond = bedragen.onafgerond[sleutel]
        regels.append(
            Regel(
                sleutel,
                bouwsteen.nummer if bouwsteen else None,
                bouwsteen.titel if bouwsteen else eigen[sleutel],
                per_etmaal,
                onafgerond,
                onafgerond * dagen,
                onafgerond * dagen * plaatsen,
                per_etmaal / bedragen.tarief if bedragen.tarief else Decimal(0),
            )
        )
    return tuple(regels)


def genummerd(nummer: int | None, titel: str) -> str:
    """Write a title behind its number, or in line with those that have one."""
    """Return a title with its number before it, or room for one."""
    return f"{nummer:>2} {titel}" if nummer else f"   {titel}"


def _rijen(tarief: Tarief) -> list[list[str]]:
    """Return a row per line: per etmaal, per place per year, per house per year, share."""
    rijen = [
        [
            genummerd(regel.nummer, regel.titel),
            nederlands(regel.per_etmaal, 2),
            nederlands(regel.per_plaats_per_jaar, 2),
            nederlands(regel.per_jaar, 2),
            f"{nederlands(regel.aandeel * 100, 1)}%",
        ]
        for regel in tarief.regels
    ]
    dagen = tarief.opbouw.voor(tarief.zorgzwaarte).gezinshuis.dagen_per_jaar
    jaar = tarief.bedragen.onafgerond_tarief * dagen
    totaal = [jaar, jaar * tarief.opbouw.gezinshuis.plaatsen]
    return [
        *rijen,
        ["   Tarief", nederlands(tarief.per_etmaal, 2), *(nederlands(x, 2) for x in totaal), "100,0%"],
    ]


_KOPPEN = ("bouwsteen", "per etmaal", "per plaats per jaar", "per huis per jaar", "aandeel")


def _elementen_rijen(tarief: Tarief) -> list[list[str]]:
    return [
        [f"{letter or '–'} {ELEMENTEN[letter]}", nederlands(bedrag, 2)]
        for letter, bedrag in tarief.elementen().items()
    ]


def _html(tarief: Tarief) -> str:
    """Show one tariff in full as tables."""
    elementen = html_tabel(
        ["element van Besluit Jeugdwet art. 2.3 (onze indeling)", "per etmaal"], _elementen_rijen(tarief)
    )
    prijspeil = html_alinea(f"Prijspeil: {tarief.opbouw.prijspeil}")
    return html_tabel(_KOPPEN, _rijen(tarief)) + elementen + prijspeil


def _tekst(tarief: Tarief) -> str:
    """Show one tariff in full."""
    return als_tekst(
        f"Zorgzwaarte {tarief.zorgzwaarte}, in euro; jaarbedragen als alle {tarief.opbouw.gezinshuis.plaatsen} plaatsen "
        "deze zorgzwaarte hebben",
        tabel(_KOPPEN, _rijen(tarief), totaal=True),
        "Verdeling over Besluit Jeugdwet art. 2.3, per etmaal (onze indeling)",
        tabel(["element", "per etmaal"], _elementen_rijen(tarief)),
        f"Prijspeil: {tarief.opbouw.prijspeil}",
    )
