"""The check of the values of a table, inside the engine that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import ibis
import ibis.expr.types as ir

from gezinshuis_tarief.database.formule import Databasetabel, Kolom
from gezinshuis_tarief.database.indeling import Tabelindeling
from gezinshuis_tarief.formules.spoor import Spoor
from gezinshuis_tarief.formules.uitdrukking import als_uitdrukking
from gezinshuis_tarief.kern.eisen import TELLEND, heel_of_niet
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.velden import CIJFERS_HOOGSTENS, DECIMALEN_HOOGSTENS, GRENS, decimaal
from gezinshuis_tarief.model.per_zorgzwaarte import eisen_in
from gezinshuis_tarief.weergave import geteld

_RUIM: Final = 10 ** (CIJFERS_HOOGSTENS - DECIMALEN_HOOGSTENS)
"""From here on, the digits that a number may have leave no room for too many decimals."""
_VERSCHILLEND: Final = 100_000
"""How many different floats of one column are looked at one by one, at most."""


@dataclass(frozen=True)
class _Regel:
    """What must hold in every row, the values to show an example of, and how to name it.

    Attributes:
        nader: set where a row that does not hold may still be good; what its field allows decides.
    """

    goed: Kolom
    kolom: Kolom
    sleutel: str
    toegestaan: str
    nader: Grenzen | None = None


def keur(tabel: Databasetabel, indeling: Tabelindeling) -> None:
    """Check every value in one pass inside the engine; only counts and examples come out.

    Raises:
        InvoerFout: per key: in how many rows, an example, and what is allowed.
    """
    regels = [*_per_kolom(tabel, indeling), *tussen_kolommen(tabel, indeling)]
    regels = [regel for regel in regels if isinstance(regel.goed, ir.Column)]  # the basis is good already
    tellingen = _tel(tabel, [(~regel.goed.coalesce(False), regel.kolom) for regel in regels])
    bezwaren = []
    for regel, eerst in zip(regels, tellingen, strict=True):
        nader = eerst[0] and regel.nader
        aantal, voorbeeld = (
            _tel(tabel, [(_toch_fout(tabel, regel, nader), regel.kolom)])[0] if nader else eerst
        )
        if aantal:
            bezwaren.append(_bezwaar(regel, aantal, voorbeeld))
    eis_geen(bezwaren)


def _tel(tabel: Databasetabel, fouten: list[tuple[Kolom, Kolom]]) -> list[tuple[int, str | None]]:
    """Return of each condition in how many rows it holds, and the largest value there; one query for all."""
    maten: dict[str, Any] = {}
    for plek, (fout, kolom) in enumerate(fouten):
        maten[f"aantal_{plek}"] = fout.sum().coalesce(0)
        maten[f"voorbeeld_{plek}"] = kolom.max(where=fout).cast("string")
    gevonden = tabel.aggregate(**maten).to_pyarrow().to_pylist()[0] if maten else {}
    return [(gevonden[f"aantal_{plek}"], gevonden[f"voorbeeld_{plek}"]) for plek in range(len(fouten))]


def _bezwaar(regel: _Regel, aantal: int, voorbeeld: str | None) -> Bezwaar:
    rijen = f"in {geteld(aantal, 'rij', 'rijen')}"
    wat = "leeg" if voorbeeld is None else f"bijvoorbeeld {voorbeeld}"
    return Bezwaar(regel.sleutel, "niet toegestaan", gevonden=f"{rijen} ({wat})", toegestaan=regel.toegestaan)


def _per_kolom(tabel: Databasetabel, indeling: Tabelindeling) -> Iterator[_Regel]:
    for sleutel, veld in indeling.velden.items():
        if veld.is_tekst:
            continue
        kolom = tabel[sleutel]
        goed = kolom.isin(veld.keuzes) if veld.keuzes else _binnen_grenzen(kolom, veld)
        toegestaan, of_leeg = veld.toegestaan, indeling.indeling.mag_leeg(sleutel)
        if of_leeg:
            goed = kolom.isnull() | goed
            toegestaan = f"{toegestaan}, of leeg"
        yield _Regel(goed, kolom, sleutel, toegestaan)
        if kolom.type().is_floating() and not veld.is_heel:
            klein = ibis.ifelse(kolom.abs() < _RUIM, kolom, ibis.null("float64"))
            kort = klein.isnull() | ((klein * float(TELLEND) + 0.5).floor() / float(TELLEND) == kolom)
            mag = f"hoogstens {DECIMALEN_HOOGSTENS} decimalen"
            yield _Regel(kort, kolom, sleutel, mag, veld)


def _binnen_grenzen(kolom: Kolom, veld: Grenzen) -> Kolom:
    goed = kolom.abs() < int(GRENS)
    if veld.laagst is not None:
        goed &= kolom >= veld.laagst if veld.laagst_mag else kolom > veld.laagst
    if veld.hoogst is not None:
        goed &= kolom <= veld.hoogst
    soort = kolom.type()
    if veld.is_heel and not soort.is_integer():
        goed &= kolom == kolom.floor()
    elif soort.is_decimal() and soort.scale > DECIMALEN_HOOGSTENS:
        goed &= kolom == kolom.cast(f"decimal(38, {DECIMALEN_HOOGSTENS})")
    return goed


def _toch_fout(tabel: Databasetabel, regel: _Regel, veld: Grenzen) -> Kolom:
    """Say which floats have too many decimals, of those that are not the nearest to a number with few.

    Such floats (0.1 + 0.2) are rare; the different ones are fetched and judged as every door does.
    """
    los = tabel.filter(~regel.goed).select(getal=regel.kolom).distinct().limit(_VERSCHILLEND).to_pyarrow()
    goed = [getal for getal in los["getal"].to_pylist() if veld.oordeel(decimaal(getal)) is None]
    return ~regel.goed & ~regel.kolom.isin(goed) if goed else ~regel.goed


def tussen_kolommen(tabel: Databasetabel, indeling: Tabelindeling) -> Iterator[_Regel]:
    """Yield what must hold between inputs, and that a row has all of a part, or nothing where that is allowed."""
    formule, spoor = indeling.formule(tabel), Spoor()
    for naam, deel, eis in eisen_in(indeling.verwijzend()):
        som = formule.getal(als_uitdrukking(eis.som(deel, spoor)))
        yield _Regel(eis.houdt((som * float(TELLEND) + 0.5).floor()), som, naam, eis.toegestaan)
    for naam, sleutels in indeling.indeling.mag_ontbreken.items():
        leeg = [tabel[sleutel].isnull() for sleutel in sleutels if sleutel in indeling.velden]
        vast = any(sleutel in indeling.vast for sleutel in sleutels)
        if leeg:
            mag = "alle kolommen gevuld" if vast else "alle kolommen gevuld, of alle leeg"
            yield _Regel(heel_of_niet(leeg, mag_ontbreken=not vast), leeg[0], naam, mag)
