"""The inputs of a workbook, by defined name: each cell is read, checked, and reported when it is unusual."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Final

from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.kern.onderdeel import Waarde
from gezinshuis_tarief.kern.sleutels import excelnaam
from gezinshuis_tarief.model.plat import GELIEERD
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG, volledig
from gezinshuis_tarief.voorbeelden import voorbeeld_2026
from gezinshuis_tarief.werkboek.lezen.getallen import getal_uit_cel, tekst_uit_cel, uit_float
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind, vind_of_meld
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel, Soort
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_POST: Final = re.compile(r"eigen_posten\.(\d{1,3})\.naam")
Invoerwaarde = Decimal | str | None


@dataclass
class IngelezenInvoer:
    """What was read.

    Attributes:
        posten: rows for own cost lines in the file.
        gelieerd: whether bouwsteen 8 counts.
        waarden: by key; None for an optional input that is blank. A refused input is not in it.
        cellen: the cell of each input by key, as far as it was found.
    """

    posten: int
    gelieerd: bool = False
    waarden: dict[str, Invoerwaarde] = field(default_factory=dict)
    cellen: dict[str, GelezenCel] = field(default_factory=dict)


@lru_cache(maxsize=8)
def velden(posten: int) -> Mapping[str, Waarde]:
    """Return every input a workbook can hold, by key."""
    kaal = voorbeeld_2026().model_copy(update={"eigen_posten": ()})
    return {waarde.sleutel: waarde for waarde in volledig(kaal, posten).waarden()}


def aantal_posten_in(werkboek: Werkboek) -> int:
    """Return how many rows for own cost lines a file has, also when some of their names are lost."""
    plekken = [int(treffer[1]) for naam in werkboek.namen if (treffer := _POST.fullmatch(naam))]
    return max(plekken, default=-1) + 1


def lees_invoer(werkboek: Werkboek, verslag: Verslag) -> IngelezenInvoer:
    """Read every input cell; what cannot be read becomes a fout in the report."""
    invoer = IngelezenInvoer(aantal_posten_in(werkboek))
    invoer.gelieerd = _lees_schakelaar(werkboek, verslag, invoer)
    for sleutel, waarde in velden(invoer.posten).items():
        if not invoer.gelieerd and sleutel.startswith(f"{GELIEERD}."):
            _lees_uitgezet(werkboek, waarde, verslag, invoer)
            continue
        mag_leeg = _mag_leeg(sleutel)
        ernst = Ernst.WAARSCHUWING if mag_leeg else Ernst.FOUT
        cel = vind_of_meld(werkboek, sleutel, verslag, ernst)
        if cel is None:
            if mag_leeg:
                invoer.waarden[sleutel] = None
            continue
        invoer.cellen[sleutel] = cel
        is_leeg = cel.is_leeg if waarde.eenheid else cel.soort is Soort.LEEG
        if mag_leeg and is_leeg:
            invoer.waarden[sleutel] = None
        else:
            lees_cel(cel, waarde, verslag, invoer)
    _controleer_cellen(invoer, verslag)
    return invoer


def _lees_uitgezet(werkboek: Werkboek, waarde: Waarde, verslag: Verslag, invoer: IngelezenInvoer) -> None:
    """Leave a value of bouwsteen 8 behind because its switch says no; notes on its row still come along."""
    cel = vind(werkboek, waarde.sleutel)
    if cel is None:
        return
    invoer.cellen[waarde.sleutel] = cel
    if waarde.eenheid and not cel.is_leeg and uit_float(cel.waarde) != 0:
        verslag.meld(
            Ernst.OPMERKING,
            "bouwsteen_8_staat_uit",
            f"{tekst_uit_cel(cel)}; dit telt niet mee, want bouwsteen 8 staat uit",
            f"Zet {AANWEZIG} op ja als het mee moet tellen.",
            cel=cel,
            sleutel=waarde.sleutel,
        )


def _mag_leeg(sleutel: str) -> bool:
    """Whether a blank cell has a meaning: no own figure, no own cost line."""
    return sleutel.endswith(".vast_bedrag_per_jaar") or sleutel.startswith("eigen_posten[")


def _lees_schakelaar(werkboek: Werkboek, verslag: Verslag, invoer: IngelezenInvoer) -> bool:
    """Read whether bouwsteen 8 counts; a doubtful answer is refused."""
    cel = vind_of_meld(werkboek, AANWEZIG, verslag, Ernst.FOUT)
    if cel is None:
        return False
    invoer.cellen[AANWEZIG] = cel
    return _lees_keuze(cel, AANWEZIG, ("ja", "nee"), verslag) == "ja"


def lees_cel(cel: GelezenCel, waarde: Waarde, verslag: Verslag, invoer: IngelezenInvoer) -> None:
    """Read one filled cell by the kind of its field."""
    sleutel = waarde.sleutel
    if opties := waarde.grenzen.keuzes:
        gelezen: Invoerwaarde = _lees_keuze(cel, sleutel, opties, verslag)
    elif waarde.eenheid is None:
        gelezen = tekst_uit_cel(cel) or None
    else:
        getal = getal_uit_cel(cel, waarde.eenheid)
        gelezen = getal.waarde
        if getal.code:
            ernst = Ernst.FOUT if gelezen is None else Ernst.WAARSCHUWING
            mag = waarde.grenzen.toegestaan if gelezen is None else ""
            verslag.meld(
                ernst, getal.code, getal.gevonden, getal.wat_te_doen, cel=cel, sleutel=sleutel, toegestaan=mag
            )
    if gelezen is not None:
        invoer.waarden[sleutel] = gelezen
        _meld_formule(cel, sleutel, verslag)


def _meld_formule(cel: GelezenCel, sleutel: str, verslag: Verslag) -> None:
    """An input that is a formula counts with the outcome that was stored; its formula is not kept."""
    if cel.formule is not None:
        verslag.meld(
            Ernst.WAARSCHUWING,
            "formule_als_invoer",
            f"de formule ={cel.formule}, gelezen als {tekst_uit_cel(cel)}",
            "Klopt dit, dan hoeft u niets te doen; de formule zelf wordt niet bewaard.",
            cel=cel,
            sleutel=sleutel,
        )


def _lees_keuze(cel: GelezenCel, sleutel: str, opties: tuple[str, ...], verslag: Verslag) -> str | None:
    """Read a choice; capitals and spaces around it are reported, another word is refused."""
    tekst = tekst_uit_cel(cel)
    kaal = tekst.strip().casefold()
    if kaal not in opties:
        gevonden = f'"{tekst}"' if tekst else "een lege cel"
        mag = " of ".join(opties)
        remedie = "Kies een van deze woorden uit de lijst."
        verslag.meld(Ernst.FOUT, "geen_keuze", gevonden, remedie, cel=cel, sleutel=sleutel, toegestaan=mag)
        return None
    if kaal != tekst:
        gevonden = f'"{tekst}", gelezen als {kaal}'
        remedie = "Kies het woord uit de lijst."
        verslag.meld(
            Ernst.WAARSCHUWING, "keuze_anders_geschreven", gevonden, remedie, cel=cel, sleutel=sleutel
        )
    return kaal


def _controleer_cellen(invoer: IngelezenInvoer, verslag: Verslag) -> None:
    """Refuse two inputs in one cell: one of them was led astray."""
    eigenaren: dict[tuple[str, str], str] = {}
    for sleutel, cel in invoer.cellen.items():
        eerste = eigenaren.setdefault((cel.blad, cel.adres), sleutel)
        if eerste != sleutel:
            verslag.meld(
                Ernst.FOUT,
                "naam_gedeeld",
                f"de namen {excelnaam(eerste)} en {excelnaam(sleutel)} wijzen naar dezelfde cel",
                "Neem de waarden over in het oorspronkelijke werkboek.",
                cel=cel,
                sleutel=sleutel,
            )
