"""Whole tables in the engine that holds them: the same formulas as SQL, through Ibis.

Steps stay steps: each level of the calculation is a subquery over the one below it, so that shared
parts are computed once. Databases calculate in binary floats, so a result that lies too near half a
cent to be sure of is marked, and only those rows are computed again exactly.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

import ibis
import numpy as np
import pyarrow as pa

from gezinshuis_tarief.database.formule import GELD, Databasetabel, IbisFormule, Kolom
from gezinshuis_tarief.database.indeling import Tabelindeling
from gezinshuis_tarief.database.keuring import keur
from gezinshuis_tarief.formules.spoor import Stap
from gezinshuis_tarief.formules.uitdrukking import Functie, Verwijzing, verwijzingen
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.foutgrens import Foutband, Foutgrens

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
        InvoerFout: for missing or unknown keys, wrong types, values out of bounds, or a tariff beyond
            sixteen digits.
    """
    indeling = Tabelindeling.van(tabel, basis)
    keur(tabel, indeling)
    uit = uitkomsten(tabel, indeling, banden(tabel, indeling) if indeling.heeft_eigen_formules else ())
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
        if abs(bedrag) >= _TE_GROOT:
            remedie = "Controleer de hoogste bedragen en de kleinste delers van de invoer."
            raise weigering(sleutel, "is te groot voor een tarief", gevonden=f"{bedrag:.3e}", remedie=remedie)
    return uitkomsten


def uitkomsten(
    tabel: Databasetabel, indeling: Tabelindeling, per_afronding: Sequence[float] = ()
) -> Databasetabel:
    """Return the table with the outcomes and `uitkomst.twijfel` behind its own columns; nothing runs.

    Args:
        tabel: the table.
        indeling: how it is read.
        per_afronding: the bands around half a cent, see `banden`; those of the standard formulas when left out.
    """
    stappen = indeling.stappen()
    niveaus = _niveaus(stappen)
    rest = tabel
    for _, groep in groupby(sorted(stappen, key=lambda sleutel: niveaus[sleutel]), key=niveaus.__getitem__):
        formule = indeling.formule(rest)
        rest = rest.mutate(**{sleutel: _stap(stappen[sleutel], formule) for sleutel in groep})
    if per_afronding:
        twijfel = _twijfel(indeling.formule(rest), zip(_afgeronde(stappen), per_afronding, strict=True))
    else:
        formule, invoer = indeling.formule(rest), indeling.indeling.velden
        rest = rest.mutate(**{f"{zwaarte}.band": _band(formule, zwaarte, invoer) for zwaarte in ZORGZWAARTES})
        formule = indeling.formule(rest)
        regels = [(z, bedrag) for z in ZORGZWAARTES for bedrag in _afgeronde(stappen, f"uitkomst.{z}.")]
        twijfel = _twijfel(
            formule, ((bedrag, formule.getal(Verwijzing(f"{z}.band"))) for z, bedrag in regels)
        )
    rest = rest.mutate(**{TWIJFEL: twijfel})
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
    if stap.sleutel.startswith("uitkomst."):
        return waarde.cast(GELD)
    is_afgerond = isinstance(stap.formule, Functie) and stap.formule.naam == "rond"
    return waarde.cast("float64") if is_afgerond else waarde  # the formulas go on with it


def _twijfel(formule: IbisFormule, afrondingen: Iterable[tuple[Verwijzing, Kolom | float]]) -> Kolom:
    """Say whether any amount lies within its band around half a cent; each is looked at once."""
    ver: dict[Verwijzing, Kolom] = {}
    for bedrag, band in afrondingen:
        if bedrag not in ver:
            centen = formule.centen(bedrag)
            buiten = (centen - centen.floor() - 0.5).abs() > band
            ver[bedrag] = buiten.coalesce(False)  # what could not be computed is not far
    return ~ibis.and_(*ver.values())


def _afgeronde(stappen: Mapping[str, Stap], onder: str = "") -> list[Verwijzing]:
    """Return the amounts that are rounded in the steps whose key begins so, in order of rounding."""
    return [
        bedrag
        for sleutel, stap in stappen.items()
        if sleutel.startswith(onder) and isinstance(stap.formule, Functie) and stap.formule.naam == "rond"
        for bedrag in stap.formule.delen
        if isinstance(bedrag, Verwijzing)
    ]


def banden(tabel: Databasetabel, indeling: Tabelindeling) -> list[float]:
    """Return how far each amount that is rounded can be off, in cents, with formulas of one's own.

    Follows from the smallest and largest of each column, by one query; see `foutgrens`.
    """
    maten: dict[str, Kolom] = {}
    getallen = [sleutel for sleutel, veld in indeling.velden.items() if veld.eenheid is not None]
    for plek, sleutel in enumerate(getallen):
        getal = tabel[sleutel].cast("float64")
        getal = getal.coalesce(0.0) if sleutel in indeling.indeling.optioneel else getal
        maten |= {f"laagst_{plek}": getal.min(), f"hoogst_{plek}": getal.max()}
    gevonden = tabel.aggregate(**maten).to_pyarrow().to_pylist()[0] if maten else {}
    uitersten = {
        sleutel: Foutband.van_invoer(*(_of_geen(gevonden[f"{kant}_{plek}"]) for kant in ("laagst", "hoogst")))
        for plek, sleutel in enumerate(getallen)
    }
    wijze = Foutgrens()
    with np.errstate(all="ignore"):
        stel_samen(indeling.marges(uitersten), wijze)
    return [0.5 - float(drempel) for drempel in wijze.drempels]


def _of_geen(getal: float | None) -> np.float64:
    """Return a number of numpy, which takes the least of nothing for nothing."""
    return np.float64(np.nan if getal is None else getal)


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
