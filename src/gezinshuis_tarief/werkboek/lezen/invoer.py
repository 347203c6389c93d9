"""The inputs of a workbook, by defined name: each cell is read, checked, and reported when it is unusual."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.kern.grenzen import KLEINSTE_STAP
from gezinshuis_tarief.kern.onderdeel import Waarde
from gezinshuis_tarief.kern.sleutels import bouwdeel, excelnaam
from gezinshuis_tarief.model.plat import GELIEERD
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.lezen.getallen import getal_uit_cel, tekst_uit_cel, uit_float
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind, vind_of_meld
from gezinshuis_tarief.werkboek.lezen.vorm import Vorm
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel, Soort
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

Invoerwaarde = Decimal | str | None


@dataclass
class IngelezenInvoer:
    """What was read.

    Attributes:
        vorm: which inputs the file holds.
        gelieerd: whether bouwsteen 8 counts.
        waarden: by key; None for an optional input that is blank. A refused input is not in it.
        cellen: the cell of each input by key, as far as it was found.
    """

    vorm: Vorm
    gelieerd: bool = False
    waarden: dict[str, Invoerwaarde] = field(default_factory=dict)
    cellen: dict[str, GelezenCel] = field(default_factory=dict)


def lees_invoer(werkboek: Werkboek, verslag: Verslag, vorm: Vorm) -> IngelezenInvoer:
    """Read every input cell; what cannot be read becomes a fout in the report."""
    invoer = IngelezenInvoer(vorm)
    if schakelaar := vind_of_meld(werkboek, AANWEZIG, verslag, Ernst.FOUT):
        invoer.cellen[AANWEZIG] = schakelaar
        invoer.gelieerd = _lees_keuze(schakelaar, AANWEZIG, ("ja", "nee"), verslag) == "ja"
    for sleutel, waarde in vorm.velden.items():
        is_uitgezet = bouwdeel(sleutel) == GELIEERD and not invoer.gelieerd
        mag_leeg = vorm.is_lege_rij(sleutel) or waarde.grenzen.mag_leeg
        ernst = Ernst.WAARSCHUWING if mag_leeg else Ernst.FOUT
        cel = vind(werkboek, sleutel) if is_uitgezet else vind_of_meld(werkboek, sleutel, verslag, ernst)
        if cel:
            invoer.cellen[sleutel] = cel
        if is_uitgezet:
            _meld_uitgezet(cel, waarde, verslag)
        elif mag_leeg and (cel is None or (cel.is_leeg if waarde.eenheid else cel.soort is Soort.LEEG)):
            invoer.waarden[sleutel] = None
        elif cel and (gelezen := lees_cel(cel, waarde, verslag)) is not None:
            invoer.waarden[sleutel] = gelezen
    _controleer_cellen(invoer, verslag)
    return invoer


def _meld_uitgezet(cel: GelezenCel | None, waarde: Waarde, verslag: Verslag) -> None:
    """A value of bouwsteen 8 stays behind when its switch says no; notes on its row still come along."""
    if cel and waarde.eenheid and not cel.is_leeg and uit_float(cel.waarde) != 0:
        verslag.meld("bouwsteen_8_staat_uit", cel, waarde.sleutel, tekst=tekst_uit_cel(cel))


def lees_cel(cel: GelezenCel, waarde: Waarde, verslag: Verslag) -> Invoerwaarde:
    """Read one filled cell by the kind of its field; None when it is refused, which is then in the report.

    An input that is a formula counts with the outcome that was stored, or with that of its sum where nobody stored one,
    in as many decimals as an input may have; its formula is not kept.
    """
    sleutel = waarde.sleutel
    if opties := waarde.grenzen.keuzes:
        gelezen: Invoerwaarde = _lees_keuze(cel, sleutel, opties, verslag)
    elif waarde.eenheid is None:
        gelezen = tekst_uit_cel(cel) or ("" if waarde.grenzen.is_vrij else None)
    else:
        getal = getal_uit_cel(cel, waarde.eenheid)
        gelezen = getal.waarde
        if getal.code:
            ernst, mag = Ernst.WAARSCHUWING, ""
            if gelezen is None:
                ernst, mag = Ernst.FOUT, waarde.grenzen.toegestaan
            verslag.meld(
                getal.code,
                cel,
                sleutel,
                ernst=ernst,
                toegestaan=mag,
                gevonden=getal.gevonden,
                wat_te_doen=getal.wat_te_doen,
            )
    if gelezen is None or cel.formule is None:
        return gelezen
    tekst = tekst_uit_cel(cel)
    if isinstance(gelezen, Decimal):
        gelezen = _met_haalbare_decimalen(gelezen)
        tekst = f"{gelezen:f}".replace(".", ",")
    verslag.meld("formule_als_invoer", cel, sleutel, formule=cel.formule, tekst=tekst)
    return gelezen


def _met_haalbare_decimalen(getal: Decimal) -> Decimal:
    """Round what a formula gave to the decimals of an input, such as a week of =365/7."""
    kort = getal.quantize(KLEINSTE_STAP, ROUND_HALF_UP)
    return getal if kort == getal else kort.normalize()


def _lees_keuze(cel: GelezenCel, sleutel: str, opties: tuple[str, ...], verslag: Verslag) -> str | None:
    """Read a choice; capitals and spaces around it are reported, another word is refused."""
    tekst = tekst_uit_cel(cel)
    if tekst in opties:
        return tekst
    kaal = {optie.strip().casefold(): optie for optie in opties}.get(tekst.strip().casefold())
    if kaal is None:
        gevonden = f'"{tekst}"' if tekst else "een lege cel"
        verslag.meld("geen_keuze", cel, sleutel, toegestaan=" of ".join(opties), tekst=gevonden)
        return None
    verslag.meld("keuze_anders_geschreven", cel, sleutel, tekst=tekst, woord=kaal)
    return kaal


def _controleer_cellen(invoer: IngelezenInvoer, verslag: Verslag) -> None:
    """Refuse two inputs in one cell: one of them was led astray."""
    eigenaren: dict[tuple[str, str], str] = {}
    for sleutel, cel in invoer.cellen.items():
        eerste = eigenaren.setdefault((cel.blad, cel.adres), sleutel)
        if eerste != sleutel:
            verslag.meld("naam_gedeeld", cel, sleutel, een=excelnaam(eerste), ander=excelnaam(sleutel))
