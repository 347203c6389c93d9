"""Between which bounds a value is usual: bands as data, each with its source and day, and replaceable by one's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Annotated, Final, Literal

from gezinshuis_tarief.kern.argumenten import eis_soort, naar_dag
from gezinshuis_tarief.kern.eenheden import Eenheid, toon, voluit
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, naaste, verzameld
from gezinshuis_tarief.kern.jsontekst import lees_lijst
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.velden import Aantal, Woord, veld

GEMETEN: Final[Mapping[str, Eenheid]] = {
    "winst_marge.percentage": Eenheid.FRACTIE,
    "overhead.opslag": Eenheid.FRACTIE,
    "overhead.aandeel": Eenheid.FRACTIE,
    "leegstand.bezettingsgraad": Eenheid.FRACTIE,
    "gedragswetenschapper.productieve_uren_per_jaar": Eenheid.UREN_PER_JAAR,
    "vervanging_logeren.verlof": Eenheid.ETMALEN_PER_JAAR,
    "vervanging_logeren.verlof_en_weekenden": Eenheid.ETMALEN_PER_JAAR,
    "huisvesting.per_etmaal": Eenheid.EURO_PER_ETMAAL,
    "gezinshuis.plaatsen_laag": Eenheid.AANTAL_PLAATSEN,
    "gezinshuis.plaatsen_midden": Eenheid.AANTAL_PLAATSEN,
    "gezinshuis.plaatsen_hoog": Eenheid.AANTAL_PLAATSEN,
    "inkomen_gezinshuisouder.aov_premie": Eenheid.FRACTIE,
}
"""What has a band, with its unit; most are inputs, the others follow from the outcome."""


@dataclass(frozen=True, slots=True)
class Band:
    """The bounds between which a value is usual; outside them is a question, never a verdict.

    Attributes:
        maat: what is measured; one of `GEMETEN`.
        laagste: the lowest usual value, itself included; None where there is none. Fractions for percentages.
        hoogste: the highest usual value, itself included; None where there is none.
        bron: where the bounds come from, or that they are an aanname.
        geldig_vanaf: the day of the source.
        herkomst: read in the source, derived from it, or an aanname.
    """

    maat: str
    laagste: Decimal | None
    hoogste: Decimal | None
    bron: str
    geldig_vanaf: dt.date
    herkomst: Herkomst

    def binnen(self, waarde: Decimal) -> Decimal:
        """Return the value, or the bound it passes."""
        if self.laagste is not None and waarde < self.laagste:
            return self.laagste
        return self.hoogste if self.hoogste is not None and waarde > self.hoogste else waarde

    @property
    def in_woorden(self) -> str:
        """The bounds in Dutch, and that they are an aanname when they are."""
        onder, boven = (
            None if grens is None else toon(grens, GEMETEN[self.maat])
            for grens in (self.laagste, self.hoogste)
        )
        if onder and boven:
            tekst = f"{onder} tot en met {boven}"
        else:
            tekst = f"minstens {onder}" if onder else f"hoogstens {boven}"
        eenheid = GEMETEN[self.maat]
        los = eenheid is Eenheid.FRACTIE or eenheid.is_geld
        aanname = " (aanname)" if self.herkomst is Herkomst.AANNAME else ""
        return f"{tekst}{'' if los else f' {eenheid}'}{aanname}"

    @property
    def herkomst_in_woorden(self) -> str:
        """The source with its day."""
        return f"{self.bron}; van {voluit(self.geldig_vanaf)}"


class _Bandinvoer(Onderdeel):
    """A band as it stands in a file."""

    maat: Annotated[Woord, veld("wat wordt gemeten")]
    laagste: Annotated[Aantal | None, veld("laagste gewone waarde")] = None
    hoogste: Annotated[Aantal | None, veld("hoogste gewone waarde")] = None
    bron: Annotated[Woord, veld("waar de band vandaan komt")]
    geldig_vanaf: Annotated[Woord, veld("dag van de bron, als jjjj-mm-dd")]
    herkomst: Annotated[Literal["bron", "afgeleid", "aanname"], veld("gelezen, afgeleid of aangenomen")]


def lees_banden(tekst: str | bytes) -> tuple[Band, ...]:
    """Read bands from JSON: `[{"maat": "winst_marge.percentage", "hoogste": "0.05", "bron": …}]`.

    Raises:
        InvoerFout: with every objection, by place in the list.
    """
    voorbeeld = '[{"maat": "winst_marge.percentage", "hoogste": "0.05", …}]'
    banden = lees_lijst(tekst, "banden", voorbeeld, lambda deel: _band(_Bandinvoer.model_validate(deel)))
    eis_banden(banden)
    return banden


def _band(deel: _Bandinvoer) -> Band:
    """Turn what stands in a file into a band; what can be refused together is."""
    bezwaren: list[Bezwaar] = []
    dag = dt.date.min
    with verzameld(bezwaren):
        dag = naar_dag(deel.geldig_vanaf, "geldig_vanaf")
    if deel.maat not in GEMETEN:
        remedie = naaste(deel.maat, GEMETEN) or f"Bekend zijn: {', '.join(GEMETEN)}."
        bezwaren.append(Bezwaar("maat", "heeft geen band", gevonden=deel.maat, remedie=remedie))
    if deel.laagste is None and deel.hoogste is None:
        bezwaren.append(Bezwaar("laagste", "en hoogste ontbreken", remedie="Geef minstens een van beide."))
    elif deel.laagste is not None and deel.hoogste is not None and deel.laagste > deel.hoogste:
        gevonden = f"{deel.laagste} en {deel.hoogste}"
        bezwaren.append(Bezwaar("laagste", "ligt boven hoogste", gevonden=gevonden))
    eis_geen(bezwaren)
    return Band(deel.maat, deel.laagste, deel.hoogste, deel.bron, dag, Herkomst(deel.herkomst))


def eis_banden(banden: Iterable[Band]) -> None:
    """Refuse what is no band, and two bands for one maat.

    Raises:
        InvoerFout: with every objection.
    """
    eis_soort("banden", banden, tuple, list)
    bezwaren: list[Bezwaar] = []
    gezien: set[str] = set()
    for band in banden:
        with verzameld(bezwaren):
            eis_soort("banden", band, Band)
            if band.maat in gezien:
                bezwaren.append(Bezwaar("banden", "heeft twee banden voor één maat", gevonden=band.maat))
            gezien.add(band.maat)
    eis_geen(bezwaren)


@cache
def standaardbanden() -> tuple[Band, ...]:
    """Return the bands of the library; the file has the form of one's own."""
    return lees_banden((files(__package__) / "banden.json").read_bytes())


def banden_met(eigen: Iterable[Band] = ()) -> dict[str, Band]:
    """Return a band for every maat: one's own where given, else that of the library."""
    return {band.maat: band for band in (*standaardbanden(), *eigen)}
