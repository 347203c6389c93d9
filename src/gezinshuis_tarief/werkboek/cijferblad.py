"""A file with own figures, as CSV or as a sheet of a workbook, read into a set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Final

from gezinshuis_tarief.kern.argumenten import Bestandspad, naar_pad, toon_ding
from gezinshuis_tarief.kern.fouten import Bezwaar, weigering
from gezinshuis_tarief.referentie.cijfer import aaneen
from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset
from gezinshuis_tarief.referentie.eigen.csvtekst import Bronrijen, dubbele_kolommen, lees_csv
from gezinshuis_tarief.referentie.eigen.kolommen import FORMULES
from gezinshuis_tarief.referentie.eigen.lezen import cijferset_uit, cijferset_van
from gezinshuis_tarief.werkboek.lezen.getallen import lees_dag, uit_float
from gezinshuis_tarief.werkboek.xlsx.adressen import splits
from gezinshuis_tarief.werkboek.xlsx.archief import bestandsfout, lees_begrensd
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenBlad, GelezenCel, Soort
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import lees_werkboek

_WERKBOEKEN: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
"""All but the first are refused for what they are."""
_DECIMALEN: Final = 10
_LEESBAAR: Final = frozenset({Soort.GETAL, Soort.DATUM, Soort.TEKST})
_DAGKOLOM: Final = "geldig_vanaf"


def cijfers_uit(bron: Bestandspad | Iterable[Mapping[str, object]]) -> Cijferset:
    """Load dated figures of one's own.

    The file has the columns of the library's own data files, with commas, or with semicolons and decimal commas; an
    .xlsx has them on the first sheet whose first row names `geldig_vanaf`. Use the set in a `with`, within which every
    look-up uses it, or as the argument `cijfers` of `uit_cao`, `herprijs`, `indexeer` and `controleer`.

    Args:
        bron: the file, whose name is that of the set where no column `cijferset` gives one; or rows by column.

    Raises:
        InvoerFout: with every objection: row, column, what was found, what is allowed and what to do.
    """
    if not isinstance(bron, str | bytes | PathLike):
        regels = [] if isinstance(bron, Mapping) or not isinstance(bron, Iterable) else list(bron)
        if not regels or not all(isinstance(regel, Mapping) for regel in regels):
            remedie = (
                'Geef de naam van een bestand, zoals "regio.csv", of regels: [{"naam": …, "waarde": …}].'
            )
            raise weigering(
                "bron", "is geen bestand en geen lijst van regels", gevonden=toon_ding(bron), remedie=remedie
            )
        return cijferset_uit(regels)
    pad = naar_pad(bron, "bron")
    rijen = (
        _uit_werkboek(pad)
        if pad.suffix.lower() in _WERKBOEKEN
        else lees_csv(lees_begrensd(pad, "bestand (.csv of .xlsx)"), pad.name)
    )
    return cijferset_van(rijen, pad.stem)


def _uit_werkboek(pad: Path) -> Bronrijen:
    """Read the sheet that holds figures."""
    werkboek = lees_werkboek(pad)
    bladen = [blad for naam in werkboek.bladnamen if (blad := werkboek.blad(naam))]
    for blad in bladen:
        if _DAGKOLOM in (koppen := _koppen(blad)).values():
            return _rijen(blad, koppen)
    remedie = "Zet op de eerste rij van een blad de kolommen: geldig_vanaf, naam, waarde, bron."
    raise bestandsfout(pad.name, "heeft geen blad met een kolom geldig_vanaf", remedie)


def _koppen(blad: GelezenBlad) -> dict[int, str]:
    eerste = {splits(adres)[0]: cel for adres, cel in blad.cellen.items() if splits(adres)[1] == 1}
    return {kolom: cel.waarde.strip() for kolom, cel in sorted(eerste.items()) if cel.waarde.strip()}


def _rijen(blad: GelezenBlad, koppen: dict[int, str]) -> Bronrijen:
    per_rij: dict[int, dict[str, object]] = {}
    bezwaren = list(dubbele_kolommen(list(koppen.values())))
    for adres, cel in blad.cellen.items():
        kolom, rij = splits(adres)
        if rij == 1 or cel.is_leeg:
            continue
        if kolom not in koppen:
            remedie = "Geef de kolom op de eerste rij een naam, of maak de cel leeg."
            bezwaren.append(_bezwaar(cel, "staat in een kolom zonder naam", remedie))
        elif cel.soort not in _LEESBAAR:
            bezwaren.append(_bezwaar(cel, "is geen getal of tekst", "Typ de waarde zelf in de cel."))
        else:
            inhoud = per_rij.setdefault(rij, dict.fromkeys(koppen.values()))
            inhoud[koppen[kolom]] = _waarde(cel, koppen[kolom])
            if cel.formule is not None:
                bij = f"{koppen[kolom]} uit de formule ={cel.formule}"
                inhoud[FORMULES] = aaneen(str(inhoud.get(FORMULES) or ""), bij)
    rijen = [(f"{blad.naam} rij {rij}", inhoud) for rij, inhoud in sorted(per_rij.items())]
    return Bronrijen(rijen, bezwaren=bezwaren)


def _bezwaar(cel: GelezenCel, melding: str, remedie: str) -> Bezwaar:
    gevonden = cel.waarde or f"={cel.formule}"
    return Bezwaar(f"{cel.blad} {cel.adres}", melding, gevonden=gevonden, remedie=remedie)


def _waarde(cel: GelezenCel, kolom: str) -> object:
    """Return what a cell holds: text, an exact number, a percentage as it shows, or in the column of days a day."""
    is_dag = kolom == _DAGKOLOM or cel.soort is Soort.DATUM
    if is_dag and cel.soort is not Soort.TEKST and (dag := lees_dag(cel.waarde)):
        return dag
    getal = uit_float(cel.waarde) if cel.soort is Soort.GETAL else None
    if getal is None:
        return cel.waarde
    getal = getal * 100 if cel.is_procent else getal
    getal = round(getal, _DECIMALEN) if cel.formule is not None else getal
    return f"{getal.normalize():f}%" if cel.is_procent else getal
