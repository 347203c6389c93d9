"""The sheet Eigen onderdelen as it came back: held against what was sent, line by line, and read when nothing else is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import zip_longest
from typing import Any, Final

from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.plaatsing import DEFINITIES
from gezinshuis_tarief.onderdelen.plekken import DELEN
from gezinshuis_tarief.werkboek.beschrijving.eigen_onderdelen import (
    KENMERK,
    KEUZE,
    OF_LEEG,
    PLAATSEN,
    TEKST_TOT,
    TUSSEN_KEUZES,
    Definitieregel,
    definitieregels,
)
from gezinshuis_tarief.werkboek.beschrijving.namen import EIGEN_ONDERDELEN, ONDERDELENKOP, ONDERDELENKOPPEN
from gezinshuis_tarief.werkboek.lezen.getallen import tekst_uit_cel
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind
from gezinshuis_tarief.werkboek.xlsx.adressen import adres_van, splits
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_RIJEN_HOOGSTENS: Final = 4_000
_SLEUTELVELDEN: Final = 3
"""Onderdeel, regel and naam together say which line it is."""
_FORMULES: Final = frozenset({"stap", "uitkomst"})
_TEKSTVELD: Final = Definitieregel._fields.index("tekst")
_Rij = tuple[GelezenCel, ...]


def meld_definitieblad(
    werkboek: Werkboek, verslag: Verslag, plaatsen: Mapping[str, str], alle: Mapping[str, Definitie]
) -> None:
    """Write down every cell of the sheet that no longer says what was sent.

    Args:
        werkboek: the file.
        verslag: where findings are written down.
        plaatsen: the name of each component of one's own, by the key where it stands.
        alle: the definitions as they were sent, by name.
    """
    kop = vind(werkboek, ONDERDELENKOP)
    verzonden = {regel[:_SLEUTELVELDEN]: regel for regel in definitieregels(plaatsen, alle)}
    if kop is None:
        verslag.meld("onderdelenblad_weg", blad=EIGEN_ONDERDELEN, namen=", ".join(alle))
        return
    if werkboek.is_verborgen(kop.blad):
        verslag.meld("onderdelenblad_verborgen", kop)
    over = list(verzonden.values())
    los: list[_Rij] = []
    for rij in regels_onder(werkboek, kop):
        onderdeel, soort, naam = map(tekst_uit_cel, rij[:_SLEUTELVELDEN])
        regel = verzonden.pop((onderdeel, soort, naam), None)
        if regel is None:
            los.append(rij)
        else:
            _meld_rij(verslag, rij, regel)
    weg = [regel for regel in over if regel[:_SLEUTELVELDEN] in verzonden]
    for rij_of_niets, regel_of_niets in zip_longest(los, weg):
        if rij_of_niets is None:
            verslag.meld(
                "onderdeelregel_weg", kop, _sleutel(regel_of_niets), regel=_in_woorden(regel_of_niets)
            )
        elif regel_of_niets is None or len(los) != len(weg):
            tekst = _zichtbaar(" | ".join(filter(None, map(tekst_uit_cel, rij_of_niets))))
            verslag.meld("onderdeelregel_erbij", rij_of_niets[0], tekst=tekst)
            if regel_of_niets is not None:
                verslag.meld(
                    "onderdeelregel_weg", kop, _sleutel(regel_of_niets), regel=_in_woorden(regel_of_niets)
                )
        else:  # a line of which the name was changed
            _meld_rij(verslag, rij_of_niets, regel_of_niets)


def regels_onder(
    werkboek: Werkboek, kop: GelezenCel, kolommen: int = len(ONDERDELENKOPPEN)
) -> Iterator[_Rij]:
    """Yield the lines below the heads that hold anything."""
    blad = werkboek.blad(kop.blad)
    if blad is None:
        return
    kolom, eerste = splits(kop.adres)
    laatste = max((splits(adres)[1] for adres in blad.cellen), default=eerste)
    for rij in range(eerste + 1, min(laatste, eerste + _RIJEN_HOOGSTENS) + 1):
        cellen = tuple(blad.cel(adres_van(kolom + plek, rij)) for plek in range(kolommen))
        if not all(cel.is_leeg for cel in cellen):
            yield cellen


def _meld_rij(verslag: Verslag, rij: _Rij, regel: Definitieregel) -> None:
    """Write down the cells of a line that say something else than was sent."""
    for plek, (cel, inhoud) in enumerate(zip(rij, regel, strict=True)):
        hoort = _als_tekst(inhoud)
        if cel.formule is None and _kaal(tekst_uit_cel(cel)) == _kaal(hoort):
            continue
        is_formule = regel.regel in _FORMULES and plek == _TEKSTVELD
        wat = _zichtbaar(tekst_uit_cel(cel)) or "een lege cel"
        if cel.formule is not None:
            wat = f"de Excel-formule ={cel.formule}"
        elif is_formule and not cel.is_leeg:
            wat = f"de formule {wat}"
        verslag.meld(
            "onderdeelformule_gewijzigd" if is_formule else "onderdeel_gewijzigd",
            cel,
            _sleutel(regel),
            toegestaan=hoort or "een lege cel",
            wat=wat,
            kolom=ONDERDELENKOPPEN[plek],
        )


def _als_tekst(inhoud: object) -> str:
    """Return what a cell with it shows."""
    if isinstance(inhoud, Decimal):
        return f"{inhoud:f}".replace(".", ",")
    return "" if inhoud is None else str(inhoud)


def _kaal(tekst: str) -> str:
    """Return a text without what programs change when they save it: control characters and the number of spaces."""
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())


def _zichtbaar(tekst: str) -> str:
    """Return a text in which letters that only look like others are seen for what they are."""
    vreemd = sorted({teken for teken in tekst if teken.isalpha() and ord(teken) > ord("ÿ")})
    return f"{tekst} (met {', '.join(f'U+{ord(teken):04X}' for teken in vreemd)})" if vreemd else tekst


def _sleutel(regel: Definitieregel) -> str:
    """Return the key of what a line is about, as in a file."""
    eigen = {
        "invoer": f"invoer.{regel.naam}",
        "stap": f"stappen.{regel.naam}.formule",
        "uitkomst": "uitkomst",
    }
    return ".".join(filter(None, (DEFINITIES, regel.onderdeel, eigen.get(regel.regel))))


def _in_woorden(regel: Definitieregel) -> str:
    naam = "" if regel.naam == regel.regel else f" {regel.naam}"
    return f"{regel.regel}{naam} van {regel.onderdeel}"


def data_op_blad(werkboek: Werkboek, kop: GelezenCel) -> tuple[dict[str, Any], dict[str, GelezenCel]]:
    """Return the components of one's own on the sheet as data, as in the locked copy; nothing in it is judged yet.

    Beside it stands the cell of each formula and description, by key.
    """
    cellen: dict[str, GelezenCel] = {}
    plaatsen: dict[str, str] = {}
    definities: dict[str, dict[str, Any]] = {}
    for rij in regels_onder(werkboek, kop):
        soort, regel, naam, tekst, eenheid, *grenzen, keuzes = (tekst_uit_cel(cel).strip() for cel in rij)
        cellen[_sleutel(Definitieregel(soort, regel, naam))] = rij[_TEKSTVELD]
        definitie = definities.setdefault(soort, {"invoer": {}, "stappen": {}})
        match regel:
            case "onderdeel":
                definitie |= {"plek": naam, "uitleg": tekst, "kenmerk": keuzes.removeprefix(KENMERK)}
            case "plaats":
                plaatsen[naam] = soort
            case "invoer":
                definitie["invoer"][naam] = {"omschrijving": tekst} | invoer_op_blad(eenheid, grenzen, keuzes)
            case "stap":
                definitie["stappen"][naam] = {"eenheid": eenheid, "formule": tekst}
            case "uitkomst":
                definitie["uitkomst"] = tekst
    return {PLAATSEN: plaatsen, DEFINITIES: definities}, cellen


def invoer_op_blad(eenheid: str, grenzen: list[str], keuzes: str) -> dict[str, Any]:
    """Return the kind and the bounds of an input as data."""
    if eenheid == KEUZE:
        return {"keuzes": keuzes.split(TUSSEN_KEUZES)}
    voor, na = TEKST_TOT
    if eenheid.startswith(voor) and eenheid.endswith(na):
        return {"tekst": eenheid.removeprefix(voor).removesuffix(na)}
    if eenheid in DELEN:
        return {"onderdeel": eenheid}
    getallen = dict(zip(("minstens", "meer_dan", "hoogstens"), grenzen, strict=True))
    gegeven = {wat: grens.replace(",", ".") for wat, grens in getallen.items() if grens}
    leeg = {"mag_leeg": True} if eenheid.endswith(OF_LEEG) else {}
    return {"eenheid": eenheid.removesuffix(OF_LEEG)} | gegeven | leeg
