"""Agreed tariffs as lines for a contract administration, in the codes of the iJw message standard."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gezinshuis_tarief.indexatie.bedragen import als_tarieven
from gezinshuis_tarief.kern.argumenten import Bestandspad, Peildatum, eis_soort, naar_dag, naar_pad
from gezinshuis_tarief.kern.bestanden import bewaar_tekst
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen
from gezinshuis_tarief.kern.meldingen import toon_waarde

EENHEID_ETMAAL: Final = "14"
"""iJw code list WJ756: etmaal."""
_KOLOMMEN: Final = ("productcode", "eenheid", "begindatum", "einddatum", "tarief_in_centen")
_CODE: Final = re.compile(r"[0-9A-Z]{5}")


@dataclass(frozen=True, slots=True)
class IjwRegel:
    """One product in one period; the tariff is a whole number of euro cents."""

    productcode: str
    eenheid: str
    begindatum: dt.date
    einddatum: dt.date
    tarief_in_centen: int


def ijw_regels(
    tarieven: Mapping[str, object],
    productcodes: Mapping[str, str],
    begindatum: Peildatum,
    einddatum: Peildatum,
) -> tuple[IjwRegel, ...]:
    """Make a line per product, in the order of the tariffs.

    Args:
        tarieven: euro per etmaal by product, for instance `Indexatie.tarieven(2026)`.
        productcodes: the code of each product, as the municipality uses it: five digits or capitals.
        begindatum: first day.
        einddatum: last day, included.

    Raises:
        InvoerFout: a product without a code, a code of another form or used twice, or days out of order.
    """
    bedragen = als_tarieven(tarieven)
    eis_soort("productcodes", productcodes, Mapping)
    begin, eind = naar_dag(begindatum, "begindatum"), naar_dag(einddatum, "einddatum")
    codes = [productcodes[product] for product in bedragen if product in productcodes]
    bezwaren = [_codebezwaar(product, productcodes.get(product), codes) for product in bedragen]
    bezwaren += [
        Bezwaar(f"productcodes.{product}", "hoort bij geen tarief", toegestaan=", ".join(bedragen))
        for product in productcodes
        if product not in bedragen
    ]
    if eind < begin:
        bezwaren.append(
            Bezwaar(
                "einddatum",
                "ligt vóór de begindatum",
                gevonden=str(eind),
                toegestaan=f"vanaf {begin}",
            )
        )
    eis_geen(filter(None, bezwaren))
    return tuple(
        IjwRegel(productcodes[product], EENHEID_ETMAAL, begin, eind, int(bedrag * 100))
        for product, bedrag in bedragen.items()
    )


def _codebezwaar(product: str, code: object, alle: list[str]) -> Bezwaar | None:
    sleutel = f"productcodes.{product}"
    if code is None:
        return Bezwaar(sleutel, "ontbreekt", remedie="Geef de productcode die de gemeente gebruikt.")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        toegestaan = "vijf cijfers of hoofdletters, als tekst"
        return Bezwaar(sleutel, "is geen productcode", gevonden=toon_waarde(code), toegestaan=toegestaan)
    if alle.count(code) > 1:
        return Bezwaar(
            sleutel,
            "staat bij meer dan een product",
            gevonden=code,
            remedie="Geef elk product een eigen code.",
        )
    return None


def ijw_csv(regels: Iterable[IjwRegel]) -> str:
    """Write the lines as CSV text: a header, semicolons, dates as jjjj-mm-dd."""
    papier = io.StringIO()
    schrijver = csv.writer(papier, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(_KOLOMMEN)
    schrijver.writerows([getattr(regel, kolom) for kolom in _KOLOMMEN] for regel in regels)
    return papier.getvalue()


def schrijf_ijw(regels: Sequence[IjwRegel], pad: Bestandspad, *, overschrijf: bool = False) -> None:
    """Write the CSV file: aside first, then under its own name.

    Raises:
        FileExistsError: the file exists and may not be replaced.
    """
    eis_soort("regels", regels, tuple, list)
    for regel in regels:
        eis_soort("regels", regel, IjwRegel)
    bewaar_tekst(ijw_csv(regels), naar_pad(pad), overschrijf=overschrijf)
