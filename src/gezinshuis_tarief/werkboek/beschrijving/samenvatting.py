"""The sheet Samenvatting: the tariffs at a glance, the eleven lines, and whether everything agrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel, zwaarte_in
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN, POSTEN
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.beschrijving import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.rekencellen import Rekencel, tariefcellen, tariefregels
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Celgrafiek, Kleurregel, Reeks
from gezinshuis_tarief.werkboek.xlsx.stijlen import DONKER, KLEUREN

_GRAFIEKRIJ: Final = 8
_GRAFIEKHOOGTE: Final = 17
_EERSTE_REGEL: Final = _GRAFIEKRIJ + _GRAFIEKHOOGTE + 2
_BREEDTES = (4, 44, 12, 12, 12, 14, 14, 14, 9, 9, 9)
_GROEPEN = (
    ("per jeugdige per etmaal", 2),
    ("per plaats per jaar (onafgerond)", 5),
    ("aandeel in het tarief", 8),
)
_BUITEN_DE_ELF: Final = {POSTEN: "Eigen posten", OPSLAGEN: "Eigen opslagen"}
_CONTROLES: Final = {
    "optelling": "Elf bouwstenen en eigen posten zijn samen het tarief",
    "afronding": "Afronden op centen scheelt hoogstens 6 cent",
    "aandelen": "De aandelen zijn samen 100%",
}


def maak_samenvatting(vulling: Werkboekinhoud) -> Blad:
    """Lay the sheet out; the charts stand between the tariffs and the lines."""
    formules = tariefcellen(vulling)
    cellen = [*_kop(vulling, formules), *_koppen()]
    regels = tariefregels(vulling)
    totaalrij = _EERSTE_REGEL + len(regels)
    for plek, regel in enumerate(regels):
        cellen += _regel(_EERSTE_REGEL + plek, regel, formules)
    cellen += _totaal(totaalrij, formules)
    controles = list(_controles(totaalrij + 2, formules, regels))
    kleurregels = [
        Kleurregel(
            (cel.rij, cel.kolom, cel.rij, cel.kolom),
            {"type": "cell", "criteria": teken, "value": f'"{namen.KLOPT}"'},
            opmaak,
        )
        for cel in controles
        if cel.opmaak == "controle"
        for teken, opmaak in (("==", "als_goed"), ("!=", "als_fout"))
    ]
    return Blad(
        namen.SAMENVATTING,
        "#1F4E5F",
        _BREEDTES,
        [*cellen, *controles],
        {0: 30.0, 3: 20.0, 4: 40.0, totaalrij: 20.0},
        actief=(4, 2),
        kleurregels=kleurregels,
        grafieken=(_opbouwgrafiek(regels), _regelgrafiek(totaalrij - 1)),
        op_een_bladzijde=True,
    )


def _kop(vulling: Werkboekinhoud, formules: Mapping[str, Rekencel]) -> Iterator[Cel]:
    huis = vulling.opbouw.gezinshuis
    yield Cel(0, 0, "Tarief gezinshuis: wat het kost en waaruit het bestaat", "titel")
    plaatsen = "?" if vulling.oordeel != namen.KLOPT else huis.plaatsen
    slot = " plaatsen. Alle bedragen in euro. Wijzig de invoer op Uitgangspunten; alles rekent mee."
    samen = "gezinshuis.plaatsen"
    if "gezinshuis.groepsgrootte" in vulling.invoer or vulling.geheel.per_zorgzwaarte:
        # then that step is the size of a group, or stands under each zorgzwaarte
        samen = "+".join(f"gezinshuis.plaatsen_{zwaarte}" for zwaarte in ZORGZWAARTES)
    formule = f'="Huis met "&IF({namen.INVOER}="{namen.KLOPT}",{samen},"?")&"{slot}"'
    yield Cel(1, 0, f"Huis met {plaatsen}{slot}", "onder", formule)
    yield Cel(3, 0, "Tarief per jeugdige per etmaal", "kopje", tot_kolom=1)
    yield Cel(4, 0, "bij zorgzwaarte laag, midden en hoog", "kopje_onder", tot_kolom=1)
    for plek, zwaarte in enumerate(ZORGZWAARTES):
        kolom = 2 + 3 * plek
        yield Cel(3, kolom, zwaarte, "kaart_naam", tot_kolom=kolom + 2)
        yield formules[namen.kopnaam(zwaarte)].op(4, kolom, "kaart", tot_kolom=kolom + 2)
    yield from _hoe_zeker(vulling)


def _hoe_zeker(vulling: Werkboekinhoud) -> Iterator[Cel]:
    """How much of it is assumed, and how old its figures are; both follow what is typed."""
    waarde, herkomst, eenheid, vanaf, sleutel, verzonden = (
        namen.GEBIEDEN[kolom]
        for kolom in ("waarde", "herkomst", "eenheid", "geldig_vanaf", "sleutel", "verzonden")
    )
    ook = "*" if any(zwaarte_in(s)[0] and bouwdeel(s) == GELIEERD for s in vulling.invoer) else ""
    telt = f'IF({AANWEZIG}="ja","<>*.aanwezig","<>{ook}{GELIEERD}.*")'  # the switch itself never
    gevuld = f'{waarde},"<>",{eenheid},"<>{namen.TEKST}",{sleutel},{telt}'
    onderbouwd = "".join(f',{herkomst},"<>{soort}"' for soort in (Herkomst.BRON, Herkomst.AFGELEID))
    aannames, ingevuld, mist = vulling.aantallen
    formule = (
        f'="Aannames: "&COUNTIFS({gevuld}{onderbouwd})&" van de "&COUNTIFS({gevuld})&" ingevulde waarden. '
        f'Nog in te vullen: "&COUNTIF({namen.LET_OP},"{namen.NOG_INVULLEN}")&"."'
    )
    tekst = f"Aannames: {aannames} van de {ingevuld} ingevulde waarden. Nog in te vullen: {mist}."
    yield Cel(5, 0, tekst, "onder", formule)
    cijfers = f"Cijfers bij verzending: {vulling.prijspeil}"
    gewijzigd = f'SUMPRODUCT(({vanaf}<>"")*({waarde}<>{verzonden}))'
    formule = f'="{cijfers}"&IF({gewijzigd}=0,"","; daarna gewijzigd: "&{gewijzigd}&" waarde(n) met een begindatum")'
    yield Cel(6, 0, cijfers, "onder", formule)


def _koppen() -> Iterator[Cel]:
    for titel, kolom in _GROEPEN:
        yield Cel(_EERSTE_REGEL - 2, kolom, titel, "groepkop", tot_kolom=kolom + 2)
        for plek, zwaarte in enumerate(ZORGZWAARTES):
            yield Cel(_EERSTE_REGEL - 1, kolom + plek, zwaarte, "kop_rechts")
    yield Cel(_EERSTE_REGEL - 1, 0, "Nr", "kop")
    yield Cel(_EERSTE_REGEL - 1, 1, "Bouwsteen", "kop")


def _regel(rij: int, regel: str, formules: Mapping[str, Rekencel]) -> Iterator[Cel]:
    nummer = ALLE[regel].nummer if regel in ALLE else None
    yield Cel(rij, 0, nummer, "nummer")
    titel = ALLE[regel].titel if regel in ALLE else f"{_BUITEN_DE_ELF[regel]} (buiten de elf)"
    yield Cel(rij, 1, titel)
    yield from _bedragen(rij, regel, formules, "euro", "procent_een")


def _totaal(rij: int, formules: Mapping[str, Rekencel]) -> Iterator[Cel]:
    yield Cel(rij, 0, None, "totaal")
    yield Cel(rij, 1, "Tarief", "totaal")
    yield from _bedragen(rij, "tarief", formules, "euro_totaal", "procent_totaal")


def _bedragen(
    rij: int, regel: str, formules: Mapping[str, Rekencel], euro: str, procent: str
) -> Iterator[Cel]:
    """A line per etmaal, per year, and as a share of the tariff."""
    for plek, zwaarte in enumerate(ZORGZWAARTES):
        yield formules[f"uitkomst.{zwaarte}.{regel}"].op(rij, 2 + plek, euro)
        yield formules[namen.jaarnaam(zwaarte, regel)].op(rij, 5 + plek, euro)
        yield formules[namen.aandeelnaam(zwaarte, regel)].op(rij, 8 + plek, procent)


def _controles(rij: int, formules: Mapping[str, Rekencel], regels: Sequence[str]) -> Iterator[Cel]:
    yield Cel(rij, 0, "Controle", "kopje", tot_kolom=1)
    yield Cel(rij + 1, 0, "De invoer is compleet en ligt binnen de grenzen", tot_kolom=1)
    yield formules[namen.INVOER].op(rij + 1, 2, "controle")
    for onder, (soort, tekst) in enumerate(_CONTROLES.items(), start=rij + 2):
        wat = tekst.replace(" en eigen posten", ", eigen posten en opslagen") if OPSLAGEN in regels else tekst
        yield Cel(onder, 0, wat, tot_kolom=1)
        for plek, zwaarte in enumerate(ZORGZWAARTES):
            yield formules[namen.controlenaam(soort, zwaarte)].op(onder, 2 + plek, "controle")


def _opbouwgrafiek(regels: Sequence[str]) -> Celgrafiek:
    """The build-up of the tariff per zorgzwaarte, a colour per line."""
    koppen = (_EERSTE_REGEL - 1, 2, _EERSTE_REGEL - 1, 4)
    reeksen = [
        Reeks(
            ALLE[regel].titel if regel in ALLE else _BUITEN_DE_ELF[regel],
            KLEUREN[plek],
            koppen,
            (_EERSTE_REGEL + plek, 2, _EERSTE_REGEL + plek, 4),
        )
        for plek, regel in enumerate(regels)
    ]
    tekst = "Gestapelde kolommen: het tarief per etmaal bij zorgzwaarte laag, midden en hoog, opgebouwd uit elf bouwstenen en eigen posten. De bedragen staan in de tabel eronder."
    titel = "Opbouw van het tarief per etmaal"
    return Celgrafiek("kolommen", titel, tekst, reeksen, _GRAFIEKRIJ, 0, naar_rechts=4, breedte=610)


def _regelgrafiek(laatste: int) -> Celgrafiek:
    """The lines of the middle tariff as bars, in the order of the eleven, down to the last row of them."""
    groepen, waarden = ((_EERSTE_REGEL, kolom, laatste, kolom) for kolom in (1, 3))
    reeks = Reeks("Zorgzwaarte midden", DONKER, groepen, waarden)
    titel = "Waar het tarief bij midden uit bestaat"
    tekst = "Liggende staven: de bedragen per etmaal van elke bouwsteen bij zorgzwaarte midden. De bedragen staan in de tabel eronder."
    return Celgrafiek("staven", titel, tekst, [reeks], _GRAFIEKRIJ, 5, naar_rechts=20, breedte=490)
