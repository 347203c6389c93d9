"""The check of the values of a table, inside the engine that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import ibis
import ibis.expr.types as ir
from annotated_types import Ge, Gt, Le

from gezinshuis_tarief.componenten.gezinshuis import PLAATSEN_HOOGSTENS, ZORGZWAARTES
from gezinshuis_tarief.database.formule import Databasetabel, IbisFormule, Kolom, mag_leeg
from gezinshuis_tarief.database.indeling import Tabelindeling
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kern.meldingen import grenzen, keuzes, metadata_van
from gezinshuis_tarief.kern.velden import GRENS
from gezinshuis_tarief.model.plat import GELIEERD, POSTEN, is_keuze, is_tekst
from gezinshuis_tarief.rekenwijzen.uitdrukking import NUL, NaarKeuze, Verwijzing

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

_KLEINER_DAN_1 = 1 - 5e-11  # fractions have ten decimals at most; floats blur the last of them


class _Regel(NamedTuple):
    """What must hold in every row, the values to show an example of, and how to name it."""

    goed: Kolom
    kolom: Kolom
    sleutel: str
    toegestaan: str


def keur(tabel: Databasetabel, indeling: Tabelindeling) -> None:
    """Check every value in one pass inside the engine; only counts and examples come out.

    Raises:
        InvoerFout: per key: in how many rows, an example, and what is allowed.
    """
    regels = [*_per_kolom(tabel, indeling), *_over_kolommen(tabel, indeling)]
    regels = [regel for regel in regels if isinstance(regel.goed, ir.Column)]  # the basis is good already
    maten = {}
    for plek, regel in enumerate(regels):
        fout = ~regel.goed.coalesce(False)  # what cannot be compared is not good
        maten[f"aantal_{plek}"] = fout.sum().coalesce(0)
        maten[f"voorbeeld_{plek}"] = regel.kolom.max(where=fout).cast("string")
    gevonden = tabel.aggregate(**maten).to_pyarrow().to_pylist()[0]
    bezwaren = tuple(
        _bezwaar(regel, aantal, gevonden[f"voorbeeld_{plek}"])
        for plek, regel in enumerate(regels)
        if (aantal := gevonden[f"aantal_{plek}"])
    )
    if bezwaren:
        raise InvoerFout(bezwaren)


def _bezwaar(regel: _Regel, aantal: int, voorbeeld: str | None) -> Bezwaar:
    rijen = "in 1 rij" if aantal == 1 else f"in {aantal} rijen"
    wat = "leeg" if voorbeeld is None else f"bijvoorbeeld {voorbeeld}"
    return Bezwaar(regel.sleutel, "niet toegestaan", gevonden=f"{rijen} ({wat})", toegestaan=regel.toegestaan)


def _per_kolom(tabel: Databasetabel, indeling: Tabelindeling) -> Iterator[_Regel]:
    for sleutel, veld in indeling.velden.items():
        if is_tekst(veld):
            continue
        kolom = tabel[sleutel]
        goed = kolom.isin(keuzes(veld)) if is_keuze(veld) else _binnen_grenzen(kolom, veld)
        toegestaan = grenzen(veld)
        if mag_leeg(sleutel) or (not veld.is_required() and veld.default is None):
            goed = kolom.isnull() | goed
            toegestaan = f"{toegestaan}, of leeg"
        yield _Regel(goed, kolom, sleutel, toegestaan)


def _binnen_grenzen(kolom: Kolom, veld: FieldInfo) -> Kolom:
    goed = kolom.abs() < int(GRENS)
    for grens in metadata_van(veld):
        match grens:
            case Gt():
                goed &= kolom > grens.gt
            case Ge():
                goed &= kolom >= grens.ge
            case Le():
                goed &= kolom <= grens.le
    if veld.annotation is int and not kolom.type().is_integer():
        goed &= kolom == kolom.floor()
    return goed


def _over_kolommen(tabel: Databasetabel, indeling: Tabelindeling) -> Iterator[_Regel]:
    """Yield what must hold between inputs, as the opbouw itself asks."""
    formule = IbisFormule(tabel, indeling.vast)
    sleutels = [f"gezinshuis.plaatsen_{zwaarte}" for zwaarte in ZORGZWAARTES]
    laag, midden, hoog = (formule.getal(Verwijzing(sleutel)) for sleutel in sleutels)
    plaatsen = laag + midden + hoog
    toegestaan = f"samen minstens 1 en hoogstens {PLAATSEN_HOOGSTENS} plaatsen"
    yield _Regel(plaatsen.between(1, PLAATSEN_HOOGSTENS), plaatsen, " + ".join(sleutels), toegestaan)

    delen = ["winst_marge.percentage"]
    if GELIEERD in indeling.indeling.onderdelen:
        delen.append(f"{GELIEERD}.aandeel")
    aandeel = sum(_deel_van_tarief(formule, sleutel) for sleutel in delen)
    toegestaan = "als deel van het tarief samen kleiner dan 1"
    yield _Regel(aandeel < _KLEINER_DAN_1, aandeel, " + ".join(delen), toegestaan)
    yield from _delen_die_mogen_ontbreken(tabel, indeling)


def _delen_die_mogen_ontbreken(tabel: Databasetabel, indeling: Tabelindeling) -> Iterator[_Regel]:
    """Yield that a row has all of a part or nothing; and all of it when the basis gives some."""
    posten = range(len(indeling.indeling.posten))
    for deel in (GELIEERD, *(f"{POSTEN}[{plek}]" for plek in posten)):
        leeg = [tabel[sleutel].isnull() for sleutel in indeling.velden if sleutel.startswith(f"{deel}.")]
        if not leeg:
            continue
        if any(sleutel.startswith(f"{deel}.") for sleutel in indeling.vast):
            goed, toegestaan = ~ibis.or_(*leeg), "alle kolommen gevuld"
        else:
            goed, toegestaan = ~ibis.or_(*leeg) | ibis.and_(*leeg), "alle kolommen gevuld, of alle leeg"
        yield _Regel(goed, leeg[0], deel, toegestaan)


def _deel_van_tarief(formule: IbisFormule, sleutel: str) -> Kolom:
    grondslag = Verwijzing(f"{sleutel.rsplit('.', 1)[0]}.grondslag")
    return formule.getal(NaarKeuze(grondslag, (("tarief", Verwijzing(sleutel)), ("kostprijs", NUL))))
