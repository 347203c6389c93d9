"""The sheet Samenvatting: the tariffs at a glance, the eleven lines, and whether everything agrees."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES
from gezinshuis_tarief.kern.sleutels import excelnaam
from gezinshuis_tarief.rekenwijzen.uitdrukking import verwijzingen
from gezinshuis_tarief.werkboek.beschrijving import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import FOUT, Werkboekinhoud
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Inhoud

REGELS: Final = (*ALLE, "eigen_posten")
GRAFIEKRIJ: Final = 7
_GRAFIEKHOOGTE: Final = 17
EERSTE_REGEL: Final = GRAFIEKRIJ + _GRAFIEKHOOGTE + 2
TOTAALRIJ: Final = EERSTE_REGEL + len(REGELS)
_BREEDTES = (4, 44, 12, 12, 12, 14, 14, 14, 9, 9, 9)
_GROEPEN = (
    ("per jeugdige per etmaal", 2),
    ("per plaats per jaar (onafgerond)", 5),
    ("aandeel in het tarief", 8),
)
_LEEG = '""'
_CENTEN_SPELING = "0.060001"


def maak(vulling: Werkboekinhoud) -> Blad:
    """Lay the sheet out; the charts stand between the tariffs and the lines."""
    cellen = [*_kop(vulling), *_koppen()]
    for plek, regel in enumerate(REGELS):
        cellen += _regel(EERSTE_REGEL + plek, regel, vulling)
    cellen += _totaal(vulling)
    cellen += _controles(TOTAALRIJ + 2, vulling)
    hoogtes = {0: 30.0, 3: 20.0, 4: 40.0, TOTAALRIJ: 20.0}
    return Blad(namen.SAMENVATTING, "#1F4E5F", _BREEDTES, cellen, hoogtes, liggend=False, actief=(4, 2))


def _bewaakt(formule: str, anders: str = namen.INVOER) -> str:
    """Give an amount only when the inputs are complete and within bounds; else say why not."""
    return f'=IF({namen.INVOER}="{namen.KLOPT}",{formule},{anders})'


def _kop(vulling: Werkboekinhoud) -> Iterator[Cel]:
    huis = vulling.opbouw.gezinshuis
    titel = (
        f"Tarief {vulling.van_wie}"
        if vulling.van_wie
        else "Tarief gezinshuis: wat het kost en waaruit het bestaat"
    )
    wijzig = "" if vulling.van_wie else " Wijzig de invoer op Uitgangspunten; alles rekent mee."
    yield Cel(0, 0, titel, "titel")
    plaatsen = "?" if vulling.oordeel != namen.KLOPT else huis.plaatsen
    tekst = f"Huis met {plaatsen} plaatsen. Alle bedragen in euro.{wijzig}"
    formule = (
        f'="Huis met "&IF({namen.INVOER}="{namen.KLOPT}",gezinshuis.plaatsen,"?")&" plaatsen. '
        f'Alle bedragen in euro.{wijzig}"'
    )
    yield Cel(1, 0, tekst, "onder", formule)
    yield Cel(3, 0, "Tarief per jeugdige per etmaal", "kopje", tot_kolom=1)
    yield Cel(4, 0, "bij zorgzwaarte laag, midden en hoog", "kopje_onder", tot_kolom=1)
    for plek, zwaarte in enumerate(ZORGZWAARTES):
        kolom = 2 + 3 * plek
        yield Cel(3, kolom, zwaarte, "kaart_naam", tot_kolom=kolom + 2)
        yield Cel(
            4,
            kolom,
            _uitkomst(vulling, zwaarte, "tarief"),
            "kaart",
            f"=uitkomst.{zwaarte}.tarief",
            naam=namen.kopnaam(zwaarte),
            tot_kolom=kolom + 2,
        )
    yield Cel(5, 0, _aannames(vulling), "onder", _aannames_formule(vulling))


def _aannames(vulling: Werkboekinhoud) -> str:
    aantal = sum(vulling.opbouw.onderbouwing[s].herkomst == "aanname" for s in vulling.opbouw.onderbouwing)
    return f"Let op: {aantal} van de {len(vulling.invoer)} invoercellen staan als aanname gemarkeerd."


def _aannames_formule(vulling: Werkboekinhoud) -> str:
    return (
        f'="Let op: "&COUNTIF({namen.HERKOMST},"aanname")&" van de {len(vulling.invoer)} invoercellen '
        'staan als aanname gemarkeerd."'
    )


def _koppen() -> Iterator[Cel]:
    for titel, kolom in _GROEPEN:
        yield Cel(EERSTE_REGEL - 2, kolom, titel, "groepkop", tot_kolom=kolom + 2)
        for plek, zwaarte in enumerate(ZORGZWAARTES):
            yield Cel(EERSTE_REGEL - 1, kolom + plek, zwaarte, "kop_rechts")
    yield Cel(EERSTE_REGEL - 1, 0, "Nr", "kop")
    yield Cel(EERSTE_REGEL - 1, 1, "Bouwsteen", "kop")


def _uitkomst(vulling: Werkboekinhoud, zwaarte: str, regel: str) -> Inhoud:
    return _of_oordeel(vulling, vulling.waarden[f"uitkomst.{zwaarte}.{regel}"])


def _of_oordeel(vulling: Werkboekinhoud, waarde: Decimal | str) -> Inhoud:
    return waarde if vulling.oordeel == namen.KLOPT else vulling.oordeel


def _of_niets(vulling: Werkboekinhoud, waarde: Decimal | str) -> Inhoud:
    return waarde if vulling.oordeel == namen.KLOPT else ""


def _regel(rij: int, regel: str, vulling: Werkboekinhoud) -> Iterator[Cel]:
    nummer = ALLE[regel].nummer if regel in ALLE else None
    yield Cel(rij, 0, nummer, "nummer")
    yield Cel(rij, 1, ALLE[regel].titel if regel in ALLE else "Eigen posten (buiten de elf)")
    for plek, zwaarte in enumerate(ZORGZWAARTES):
        sleutel = f"uitkomst.{zwaarte}.{regel}"
        yield Cel(
            rij,
            2 + plek,
            _uitkomst(vulling, zwaarte, regel),
            "euro",
            _bewaakt(vulling.formules[sleutel][1:]),
            naam=excelnaam(sleutel),
        )
        yield from _jaar_en_aandeel(rij, plek, zwaarte, regel, vulling)


def _onafgerond(vulling: Werkboekinhoud, zwaarte: str, regel: str) -> str:
    """Return the key of a line before rounding."""
    if regel == "tarief":
        return f"{zwaarte}.onafgerond_tarief"
    return next(iter(verwijzingen(vulling.stappen[f"uitkomst.{zwaarte}.{regel}"].formule)))


def _jaar_en_aandeel(rij: int, plek: int, zwaarte: str, regel: str, vulling: Werkboekinhoud) -> Iterator[Cel]:
    """The same line per year, and as a share of the tariff."""
    onafgerond = _onafgerond(vulling, zwaarte, regel)
    tarief = vulling.waarden[f"uitkomst.{zwaarte}.tarief"]
    afgerond = vulling.waarden[f"uitkomst.{zwaarte}.{regel}"]
    bedrag = vulling.waarden[onafgerond]
    dagen = vulling.opbouw.gezinshuis.dagen_per_jaar
    heel, deel = f"uitkomst.{zwaarte}.tarief", f"uitkomst.{zwaarte}.{regel}"
    yield Cel(
        rij,
        5 + plek,
        _of_niets(vulling, FOUT if isinstance(bedrag, str) else bedrag * dagen),
        "euro" if regel != "tarief" else "euro_totaal",
        _bewaakt(f"{excelnaam(onafgerond)}*gezinshuis.dagen_per_jaar", _LEEG),
        naam=namen.jaarnaam(zwaarte, regel),
    )
    aandeel = FOUT if isinstance(tarief, str) or isinstance(afgerond, str) else _deel(afgerond, tarief)
    yield Cel(
        rij,
        8 + plek,
        _of_niets(vulling, aandeel),
        "procent_een" if regel != "tarief" else "procent_totaal",
        _bewaakt(f"IF({heel}=0,0,{deel}/{heel})", _LEEG),
        naam=namen.aandeelnaam(zwaarte, regel),
    )


def _deel(bedrag: Decimal, geheel: Decimal) -> Decimal:
    return bedrag / geheel if geheel else Decimal(0)


def _totaal(vulling: Werkboekinhoud) -> Iterator[Cel]:
    yield Cel(TOTAALRIJ, 0, None, "totaal")
    yield Cel(TOTAALRIJ, 1, "Tarief", "totaal")
    for plek, zwaarte in enumerate(ZORGZWAARTES):
        sleutel = f"uitkomst.{zwaarte}.tarief"
        yield Cel(
            TOTAALRIJ,
            2 + plek,
            _uitkomst(vulling, zwaarte, "tarief"),
            "euro_totaal",
            _bewaakt(vulling.formules[sleutel][1:]),
            naam=sleutel,
        )
        yield from _jaar_en_aandeel(TOTAALRIJ, plek, zwaarte, "tarief", vulling)


def _controles(rij: int, vulling: Werkboekinhoud) -> Iterator[Cel]:
    """Control totals that say klopt or klopt niet."""
    yield Cel(rij, 0, "Controle", "kopje", tot_kolom=1)
    yield Cel(rij + 1, 0, "De invoer is compleet en ligt binnen de grenzen", tot_kolom=1)
    formule = (
        f'=IF(COUNTIF({namen.LET_OP},"{namen.NOG_INVULLEN}")>0,"{namen.NOG_INVULLEN}",'
        f'IF(SUMPRODUCT(--({namen.LET_OP}<>""))>0,"{namen.NAKIJKEN}","{namen.KLOPT}"))'
    )
    yield Cel(rij + 1, 2, vulling.oordeel, "controle", formule, naam=namen.INVOER)
    yield from _rij_controles(
        rij + 2, "optelling", "Elf bouwstenen en eigen posten zijn samen het tarief", vulling
    )
    yield from _rij_controles(rij + 3, "afronding", "Afronden op centen scheelt hoogstens 6 cent", vulling)
    yield from _rij_controles(rij + 4, "aandelen", "De aandelen zijn samen 100%", vulling)


def _rij_controles(rij: int, soort: str, tekst: str, vulling: Werkboekinhoud) -> Iterator[Cel]:
    yield Cel(rij, 0, tekst, tot_kolom=1)
    for plek, zwaarte in enumerate(ZORGZWAARTES):
        toets = _toets(soort, zwaarte, vulling)
        yield Cel(
            rij,
            2 + plek,
            vulling.oordeel,
            "controle",
            _bewaakt(f'IF({toets},"{namen.KLOPT}","klopt niet")'),
            naam=namen.controlenaam(soort, zwaarte),
        )


def _toets(soort: str, zwaarte: str, vulling: Werkboekinhoud) -> str:
    """Return what must hold."""
    tarief = f"uitkomst.{zwaarte}.tarief"
    onafgerond = f"{zwaarte}.onafgerond_tarief"
    if soort == "optelling":
        som = "+".join(excelnaam(_onafgerond(vulling, zwaarte, regel)) for regel in REGELS)
        return f"ABS({som}-{onafgerond})<0.000001"
    if soort == "afronding":
        return f"ABS({tarief}-{onafgerond})<{_CENTEN_SPELING}"
    som = "+".join(namen.aandeelnaam(zwaarte, regel) for regel in REGELS)
    return f"OR({tarief}=0,ABS({som}-1)<0.000001)"
