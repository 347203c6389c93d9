"""Whole tables in the engine that holds them: the same formulas as SQL, through Ibis.

Steps stay steps: each level of the calculation is a subquery over the one below it, so that shared
parts are computed once. Databases calculate in binary floats, so a result that lies too near half a
cent to be sure of is marked, and only those rows are computed again exactly.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Final

import ibis
import pyarrow as pa

from gezinshuis_tarief.database.formule import GELD, Databasetabel, IbisFormule, Kolom
from gezinshuis_tarief.database.indeling import Tabelindeling
from gezinshuis_tarief.database.keuring import keur
from gezinshuis_tarief.formules.spoor import Stap
from gezinshuis_tarief.formules.uitdrukking import Functie, Verwijzing, verwijzingen
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw

TWIJFEL: Final = "uitkomst.twijfel"
"""Column that is true where rounding is too close to call in binary floats."""
_BEZETTING: Final = "leegstand.bezettingsgraad"
_TE_GROOT: Final = Decimal(10) ** 16
_BAND: Final = 100 * 1024 * 2.0**-53
"""Doubtful band in cents per euro of the amounts that could carry an error.

Every input is within 46 units of 2**-53 of the decimal it stands for (a float holds at least 15
digits), and every operation adds one unit; no line takes more than 1,024 of them together.
"""


def bereken_tabel(
    tabel: Databasetabel, *, basis: Opbouw | None = None, herbereken: bool = True
) -> Databasetabel:
    """Compute the tariffs of every row of an Ibis table, in the engine that holds it.

    The values are checked first, by one query of counts. Then the outcomes are computed into a temporary
    table of the engine, and the rows in doubt, a handful, are fetched and computed again exactly.

    Args:
        tabel: a row per house or scenario, with the dotted keys as columns; columns without a dot in
            their name are carried along. An empty `vast_bedrag_per_jaar`, an empty bouwsteen 8 and an
            empty own line mean that there is none. A float stands for the decimal of its first 15 digits.
        basis: an opbouw that gives the inputs that are no column; without it every input must be one.
        herbereken: whether to settle the rows in doubt. Otherwise they are only marked, nothing is stored,
            and the outcomes are computed when the result is used, for instance by `to_parquet`.

    Returns:
        the table with `uitkomst.<zorgzwaarte>.<bouwsteen>` and `.tarief` behind its own columns, in
        whole cents, and `uitkomst.twijfel`: true where binary floats could not decide a cent. With
        `herbereken` those rows too equal the exact reading; without it only the others do.

    Raises:
        InvoerFout: for missing or unknown keys, wrong types, values out of bounds, a room with a formula
            of its own in the basis, or a tariff beyond sixteen digits.
    """
    indeling = Tabelindeling.van(tabel, basis)
    keur(tabel, indeling)
    uit = uitkomsten(tabel, indeling)
    return _herberekend(uit, indeling) if herbereken else uit


def _herberekend(uit: Databasetabel, indeling: Tabelindeling) -> Databasetabel:
    """Replace the rows in doubt by their exact outcome.

    The outcomes are stored first: a filter on computed columns makes Spark write each formula out in full
    within the next, and would compute everything twice elsewhere.
    """
    uit = uit.cache()
    rijen = uit.filter(uit[TWIJFEL]).to_pyarrow().to_pylist()
    if not rijen:
        return uit
    exact = [rij | _passend(indeling.exact(rij)) for rij in rijen]
    schema = uit.schema()
    herberekend = ibis.memtable(pa.Table.from_pylist(exact, schema=schema.to_pyarrow()), schema=schema)
    return uit.filter(~uit[TWIJFEL]).union(herberekend)


def _passend(uitkomsten: dict[str, Decimal]) -> dict[str, Decimal]:
    """Refuse a tariff that no column of money can hold."""
    for sleutel, bedrag in uitkomsten.items():
        if bedrag >= _TE_GROOT:
            remedie = "Controleer de hoogste bedragen en de kleinste delers van de invoer."
            raise weigering(sleutel, "is te groot voor een tarief", gevonden=f"{bedrag:.3e}", remedie=remedie)
    return uitkomsten


def uitkomsten(tabel: Databasetabel, indeling: Tabelindeling) -> Databasetabel:
    """Return the table with the outcomes and `uitkomst.twijfel` behind its own columns; nothing runs."""
    stappen = indeling.stappen()
    niveaus = _niveaus(stappen)
    rest = tabel
    for _, groep in groupby(sorted(stappen, key=lambda sleutel: niveaus[sleutel]), key=niveaus.__getitem__):
        formule = indeling.formule(rest)
        rest = rest.mutate(**{sleutel: _stap(stappen[sleutel], formule) for sleutel in groep})
    rest = rest.mutate(
        **{
            f"{zwaarte}.band": _band(indeling.formule(rest), zwaarte, indeling.indeling.velden)
            for zwaarte in ZORGZWAARTES
        }
    )
    rest = rest.mutate(**{TWIJFEL: _twijfel(indeling.formule(rest), stappen)})
    uit = [sleutel for sleutel in stappen if sleutel.startswith("uitkomst.")]
    return rest.select(*tabel.columns, *uit, TWIJFEL)


def _niveaus(stappen: Mapping[str, Stap]) -> dict[str, int]:
    """Return how many steps lie below each step; a step is a column one level above what it uses."""
    niveaus: dict[str, int] = {}
    for sleutel, stap in stappen.items():
        niveaus[sleutel] = 1 + max((niveaus.get(deel, 0) for deel in verwijzingen(stap.formule)), default=0)
    return niveaus


def _stap(stap: Stap, formule: IbisFormule) -> Kolom:
    waarde = formule.getal(stap.formule)
    return waarde.cast(GELD) if stap.sleutel.startswith("uitkomst.") else waarde


def _twijfel(formule: IbisFormule, stappen: Mapping[str, Stap]) -> Kolom:
    """Say whether any line lies within the band around half a cent; each line is looked at once."""
    bedragen: dict[Verwijzing, Kolom] = {}
    for zwaarte in ZORGZWAARTES:
        band = formule.getal(Verwijzing(f"{zwaarte}.band"))
        for bedrag in _afgeronde(stappen, zwaarte):
            centen = formule.centen(bedrag)
            ver = (centen - centen.floor() - 0.5).abs() > band
            bedragen.setdefault(bedrag, ver.coalesce(False))  # what could not be computed is not far
    return ~ibis.and_(*bedragen.values())


def _afgeronde(stappen: Mapping[str, Stap], zwaarte: Zorgzwaarte) -> list[Verwijzing]:
    """Return the amounts that are rounded for one zorgzwaarte."""
    return [
        bedrag
        for sleutel, stap in stappen.items()
        if sleutel.startswith(f"uitkomst.{zwaarte}.") and isinstance(stap.formule, Functie)
        for bedrag in stap.formule.delen
        if isinstance(bedrag, Verwijzing)
    ]


def _band(formule: IbisFormule, zwaarte: Zorgzwaarte, invoer: Container[str]) -> Kolom:
    """Return how far a line of this zorgzwaarte can be off, in cents.

    Costs are sums and products of what is not negative: they keep their relative error. Two
    differences magnify it: kostprijs − verzorgingskosten divided by the bezettingsgraad (hence
    kostprijs / bezettingsgraad) and 1 − the shares of the tariff (hence tarief / integraal, which is
    at least 1 over that difference).
    """

    def waarde(sleutel: str) -> Kolom:
        return formule.getal(Verwijzing(sleutel))

    tarief, integraal = waarde(f"{zwaarte}.onafgerond_tarief"), waarde(f"{zwaarte}.integraal")
    eigen = f"{zwaarte}.{_BEZETTING}"
    bezetting = waarde(eigen if eigen in invoer else _BEZETTING)
    bedragen = waarde(f"{zwaarte}.kostprijs") / bezetting + tarief
    return ibis.ifelse(tarief > 0.0, bedragen * (tarief / integraal.nullif(0.0)) * _BAND, 0.0)
