"""Tariffs over several years, each indexed from the year before and rounded to cents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from gezinshuis_tarief.indexatie.afspraak import Indexafspraak
from gezinshuis_tarief.indexatie.bedragen import als_tarieven
from gezinshuis_tarief.indexatie.cijfers import EigenCijfer, Indexstand, als_set
from gezinshuis_tarief.indexatie.jaarindex import Jaarindex, jaarindex
from gezinshuis_tarief.kern.argumenten import eis_soort, toon_ding
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, uit_extra, weigering
from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset, in_gebruik
from gezinshuis_tarief.referentie.meldingen import zoek_alle
from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst
from gezinshuis_tarief.weergave import als_tekst, html_alinea, html_tabel, tabel

if TYPE_CHECKING:
    import pandas as pd

Basis = Literal["geindexeerd", "nieuw"]
_TARIEF: Final = "tarief"
_JAREN_HOOGSTENS: Final = 30
_KOPPEN: Final = ("jaar", "product", "index", "tarief per etmaal", "erbij")


@dataclass(frozen=True, slots=True)
class Indexstap:
    """One year: the percentage per line and the lines per product, in whole cents."""

    jaar: int
    indexen: Mapping[str, Jaarindex]
    regels: Mapping[str, Mapping[str, Decimal]]

    @property
    def tarieven(self) -> dict[str, Decimal]:
        """The tariff per product: the sum of its rounded lines."""
        return {product: sum(regels.values(), Decimal(0)) for product, regels in self.regels.items()}


@dataclass(frozen=True, slots=True)
class Indexatie:
    """Tariffs from the base year on. `stappen[0]` is the base year itself, without an index.

    `waarschuwingen` says in Dutch what is unusual, such as a base year that is not that of the quote.
    """

    afspraak: Indexafspraak
    stappen: tuple[Indexstap, ...]
    waarschuwingen: tuple[str, ...] = ()

    def tarieven(self, jaar: int) -> dict[str, Decimal]:
        """Return the tariff per product in a year.

        Raises:
            InvoerFout: a year that was not computed.
        """
        for stap in self.stappen:
            if stap.jaar == jaar:
                return stap.tarieven
        eerste, laatste = self.stappen[0].jaar, self.stappen[-1].jaar
        raise weigering(
            "jaar", "is niet berekend", gevonden=str(jaar), toegestaan=f"{eerste} tot en met {laatste}"
        )

    def rijen(self) -> list[tuple[int, str, Decimal | None, Decimal, Decimal | None]]:
        """Return (jaar, product, index in percent, tarief, erbij) per year and product.

        With a percentage per line the index is what the tariff really rose, two decimals.
        """
        rijen: list[tuple[int, str, Decimal | None, Decimal, Decimal | None]] = []
        vorige: dict[str, Decimal] = {}
        for stap in self.stappen:
            for product, tarief in stap.tarieven.items():
                was = vorige.get(product)
                erbij = None if was is None else tarief - was
                rijen.append((stap.jaar, product, _stijging(stap, was, tarief), tarief, erbij))
            vorige = stap.tarieven
        return rijen

    def naar_frame(self) -> pd.DataFrame:
        """Return a row per year and product: index_procent, tarief, erbij; floats, NaN in the base year."""
        with uit_extra():
            import pandas as pd  # noqa: PLC0415 (loaded only when used)

        rijen = [
            (jaar, product, *(float("nan") if x is None else float(x) for x in getallen))
            for jaar, product, *getallen in self.rijen()
        ]
        kolommen = ["jaar", "product", "index_procent", "tarief", "erbij"]
        return pd.DataFrame(rijen, columns=kolommen).set_index(["jaar", "product"])

    def uitleg(self) -> str:
        """Say per year which figures were used; each different percentage once."""
        delen = [_niveautekst(self.afspraak)]
        for stap in self.stappen[1:]:
            per_tekst: dict[str, list[str]] = {}
            for regel, index in stap.indexen.items():
                per_tekst.setdefault(index.uitleg(), []).append(regel)
            for tekst, regels in per_tekst.items():
                delen.append(tekst if regels == [_TARIEF] else f"{tekst}\n  voor: {', '.join(regels)}")
        return "\n".join(delen)

    def _tekstrijen(self) -> list[list[str]]:
        return [
            [
                str(jaar),
                product,
                "–" if procent is None else f"{nederlands(procent, 2)}%",
                nederlands(tarief, 2),
                "–" if erbij is None else nederlands(erbij, 2),
            ]
            for jaar, product, procent, tarief, erbij in self.rijen()
        ]

    def __str__(self) -> str:
        let_op = (f"Let op: {tekst}" for tekst in self.waarschuwingen)
        return als_tekst(*let_op, "Tarief per jaar, in euro", tabel(_KOPPEN, self._tekstrijen(), links=2))

    def _repr_html_(self) -> str:
        let_op = "".join(html_alinea(f"Let op: {tekst}") for tekst in self.waarschuwingen)
        return let_op + html_tabel(_KOPPEN, self._tekstrijen(), links=2)


def _stijging(stap: Indexstap, was: Decimal | None, tarief: Decimal) -> Decimal | None:
    if was is None:
        return None
    if set(stap.indexen) == {_TARIEF}:
        return stap.indexen[_TARIEF].procent
    return (tarief / was - 1) * 100 if was else None


def _niveautekst(afspraak: Indexafspraak) -> str:
    if afspraak.niveau == "per_tarief":
        return "Elk tarief is met het percentage verhoogd en op centen afgerond (half naar boven)."
    return (
        "Elke regel is met haar eigen percentage verhoogd en op centen afgerond (half naar boven); "
        "het tarief is de som van de afgeronde regels."
    )


def indexeer(  # noqa: PLR0913 (all but the first by name)
    tarieven: Uitkomst | Mapping[str, object],
    *,
    basisjaar: int,
    tot_en_met: int,
    basis: Basis,
    afspraak: Indexafspraak | None = None,
    stand: Indexstand = "voorlopig",
    eigen: Sequence[EigenCijfer] = (),
    cijfers: Cijferset | None = None,
) -> Indexatie:
    """Index tariffs year by year.

    Args:
        tarieven: an outcome, or euro per etmaal by product; `per_bouwsteen` needs an outcome.
        basisjaar: the year whose prices the tariffs hold.
        tot_en_met: the last year to index to.
        basis: `geindexeerd` when the tariffs were themselves indexed with a provisional figure, so that the
            first year catches up; `nieuw` when they were freshly calculated, so that there is nothing to catch up.
        afspraak: the agreement; what VNG advises when left out.
        stand: take provisional or definitive figures of each year itself.
        eigen: own index figures, each with its source.
        cijfers: a set of own figures to use; see `cijfers_uit`.

    Raises:
        OnbekendCijfer: figures are not known; names all of them, with what is known nearby.
        InvoerFout: no tariffs, an amount that is not in whole cents, or years out of order.
    """
    eis_soort("tarieven", tarieven, Mapping)
    eis_soort("afspraak", afspraak, Indexafspraak, type(None))
    afspraak = afspraak or Indexafspraak()
    _toets_jaren(basisjaar, tot_en_met, basis)
    regels = _regels(tarieven, afspraak)
    stappen = [Indexstap(basisjaar, {}, regels)]
    namen = list(dict.fromkeys(regel for product in regels.values() for regel in product))
    jaren = range(basisjaar + 1, tot_en_met + 1)
    with in_gebruik(cijfers), in_gebruik(als_set(eigen)):
        gevonden = zoek_alle(
            partial(
                jaarindex,
                jaar,
                afspraak=afspraak,
                gewichten=afspraak.gewichten_van(regel),
                stand=stand,
                met_inhaal=basis == "geindexeerd" or jaar > basisjaar + 1,
            )
            for jaar in jaren
            for regel in namen
        )
    for jaar, *van_jaar in zip(
        jaren, *(gevonden[plek :: len(namen)] for plek in range(len(namen))), strict=True
    ):
        indexen = dict(zip(namen, van_jaar, strict=True))
        regels = {
            product: {regel: rond_op_centen(bedrag * indexen[regel].factor) for regel, bedrag in oud.items()}
            for product, oud in regels.items()
        }
        stappen.append(Indexstap(jaar, indexen, regels))
    return Indexatie(afspraak, tuple(stappen), tuple(_ander_jaar(tarieven, basisjaar)))


def _ander_jaar(tarieven: object, basisjaar: int) -> Iterator[str]:
    """Say that the latest figures of a quote are not those of the base year."""
    peil = tarieven.opbouw.prijspeil if isinstance(tarieven, Uitkomst) else None
    if peil and peil.jongste_jaar not in {None, basisjaar}:
        yield f"het basisjaar is {basisjaar}, maar de jongste cijfers in de offerte zijn van {peil.jongste_jaar} ({peil})."


def _regels(
    tarieven: Uitkomst | Mapping[str, object], afspraak: Indexafspraak
) -> dict[str, dict[str, Decimal]]:
    """Return the lines that are indexed and rounded, per product."""
    if isinstance(tarieven, Uitkomst):
        if afspraak.niveau == "per_bouwsteen":
            return {z: {r.sleutel: r.per_etmaal for r in tarief.regels} for z, tarief in tarieven.items()}
        return {zwaarte: {_TARIEF: tarief.per_etmaal} for zwaarte, tarief in tarieven.items()}
    if afspraak.niveau == "per_bouwsteen":
        remedie = 'Geef de uitkomst van een opbouw, of kies niveau="per_tarief".'
        raise weigering("tarieven", "hebben geen regels per bouwsteen", remedie=remedie)
    return {product: {_TARIEF: bedrag} for product, bedrag in als_tarieven(tarieven).items()}


def _toets_jaren(basisjaar: int, tot_en_met: int, basis: str) -> None:
    bezwaren = [
        Bezwaar(naam, "is geen jaar", gevonden=toon_waarde(jaar), remedie="Schrijf een jaartal, zoals 2026.")
        for naam, jaar in (("basisjaar", basisjaar), ("tot_en_met", tot_en_met))
        if not isinstance(jaar, int)
    ]
    eis_geen(bezwaren)
    if not basisjaar < tot_en_met <= basisjaar + _JAREN_HOOGSTENS:
        toegestaan = f"{basisjaar + 1} tot en met {basisjaar + _JAREN_HOOGSTENS}"
        bezwaren.append(
            Bezwaar(
                "tot_en_met", "past niet bij het basisjaar", gevonden=str(tot_en_met), toegestaan=toegestaan
            )
        )
    if basis not in ("geindexeerd", "nieuw"):
        bezwaren.append(
            Bezwaar("basis", "is geen keuze", gevonden=toon_ding(basis), toegestaan="geindexeerd of nieuw")
        )
    eis_geen(bezwaren)
