"""The sheet Verloop: offers by round, what was agreed in each, and the waterfall between the two offers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.stand import Punt, Puntstatus, Stand, raakt
from gezinshuis_tarief.onderhandeling.verloop import Begin
from gezinshuis_tarief.onderhandeling.zetten import Aanvaarding, Bod, Houden, Ronde, Zet
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van, toon_bij
from gezinshuis_tarief.verschil.verschil import verschil
from gezinshuis_tarief.weergave import met_teken
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Celgrafiek, Inhoud, Reeks

_BREEDTES: Final = (8, 52, 16, 16, 16, 40, 30, 12, 12, 12, 12)
_HULP: Final = 6
_GRAFIEKRIJEN: Final = 18
"""Rows that the chart takes."""
_KLEUREN: Final = {"vast": "#44546A", "hoger": "#B5532A", "lager": "#2A7A6F"}


@dataclass(frozen=True, slots=True)
class Rondeafspraak:
    """What was agreed: in which round, how, and what it did by itself to the tariff midden."""

    ronde: int
    wat: str
    waarde: str
    hoe: str
    effect: Decimal | None


def dag(datum: dt.date) -> str:
    """Write a day as people do."""
    return f"{datum:%d-%m-%Y}"


def laatste_dag(zaak: Onderhandeling, partij: str) -> dt.date | None:
    """Return the day of the last move of a party."""
    dagen = [zet.datum for ronde in zaak.ronden for zet in ronde.zetten if zet.partij == partij]
    return dagen[-1] if dagen else None


def _begin_van_laatste_bod(model: Rondemodel) -> Opbouw:
    """Return where the other party stood when the last round began in which it moved."""
    begin = model.zaak.basis
    vorige = begin
    for _, ronde, stand in _standen(model.zaak):
        if any(zet.partij == model.met for zet in ronde.zetten):
            begin = vorige
        vorige = stand.standen[model.met]
    return begin


def _standen(zaak: Onderhandeling) -> Iterator[tuple[int, Ronde, Stand]]:
    """Yield each round with where it ended."""
    begin = Begin(
        zaak.basis, dict.fromkeys(zaak.partijen, zaak.basis), frozenset(), {p: {} for p in zaak.partijen}
    )
    for nummer, ronde in enumerate(zaak.ronden[:-1], start=1):
        yield nummer, ronde, begin.na(ronde, open_ronde=False)
        begin = begin.volgend(ronde)
    yield zaak.ronde, zaak.ronden[-1], zaak.stand


def afspraken(zaak: Onderhandeling) -> list[Rondeafspraak]:
    """Return what was agreed, the last round first."""
    gevonden = [
        _afspraak(nummer, ronde, stand, punt)
        for nummer, ronde, stand in _standen(zaak)
        for punt in stand.met_status(Puntstatus.AKKOORD)
    ]
    return gevonden[::-1]


def _afspraak(nummer: int, ronde: Ronde, stand: Stand, punt: Punt) -> Rondeafspraak:
    van, sleutel = stand.standen[punt.wie[0]], punt.sleutel
    nam_over = [z for z in ronde.zetten if isinstance(z, Aanvaarding) and raakt(z.sleutel, sleutel)]
    hoe = (
        f"{nam_over[-1].partij} nam de waarde van {nam_over[-1].van} over" if nam_over else "partijen gelijk"
    )
    effect = stand.effect(sleutel, punt.wie[0])
    bedrag = effect.per_etmaal["midden"] if effect else None
    return Rondeafspraak(nummer, noem(stand.basis, sleutel), toon_bij(van, sleutel), hoe, bedrag)


def noem(opbouw: Opbouw, sleutel: str) -> str:
    """Call a key by its bouwsteen and its words."""
    deel = bouwdeel(sleutel)
    titel = ALLE[deel].titel if deel in ALLE else deel.replace("_", " ").capitalize()
    return f"{titel}: {omschrijving_van(opbouw, sleutel)}" if "." in sleutel else f"{titel} (geheel)"


def wijzigingen(model: Rondemodel) -> list[tuple[str, Decimal]]:
    """Return what the other party changed in the last round in which it moved: words, and euro per etmaal midden."""
    begin = _begin_van_laatste_bod(model)
    regels = [
        (noem(model.ander, wat.sleutel), wat.bedrag)
        for bijdrage in verschil(begin, model.ander)["midden"].bijdragen
        for wat in (bijdrage.delen or [bijdrage])
    ]
    return sorted(regels, key=lambda regel: -abs(regel[1]))


def maak_verloop(model: Rondemodel) -> Blad:
    """Lay the sheet out: offers, the waterfall between them, what was agreed, and what was said."""
    cellen = [
        Cel(0, 0, "Verloop: van bod naar bod", "titel"),
        Cel(1, 0, "Elke ronde met wat partijen boden, wat is afgesproken en wat er is gezegd.", "onder"),
    ]
    rij = 3
    for regel in _biedingen(model):
        cellen += _op(rij, regel)
        rij += 1
    grafiek, hulp = _tekening(model, rij + 1)
    cellen += hulp
    rij += 1 + max(_GRAFIEKRIJEN, len(hulp))
    for deel in (_afgesproken(model), _gezegd(model)):
        for regel in deel:
            cellen += _op(rij, regel)
            rij += 1
        rij += 1
    return Blad(
        namen.VERLOOP,
        "#7A6F9B",
        _BREEDTES,
        cellen,
        {0: 30.0},
        liggend=True,
        grafieken=[grafiek],
        drukkolommen=_HULP,
        verborgen=tuple(range(_HULP, len(_BREEDTES))),
    )


def _tekening(model: Rondemodel, rij: int) -> tuple[Celgrafiek, list[Cel]]:
    """Return the waterfall, and the hidden cells that it draws."""
    staven, cellen = [*_waterval(model)], []
    for plek, (titel, bodem, hoog) in enumerate(staven, start=rij):
        cellen.append(Cel(plek, _HULP, titel))
        for kolom, soort in enumerate(("bodem", *_KLEUREN), start=_HULP + 1):
            cellen.append(
                Cel(plek, kolom, bodem if soort == "bodem" else hoog.get(soort, Decimal(0)), "euro")
            )
    einde = rij + len(staven) - 1
    reeksen = [
        Reeks(soort, kleur, (rij, _HULP, einde, _HULP), (rij, kolom, einde, kolom))
        for kolom, (soort, kleur) in enumerate({"bodem": "", **_KLEUREN}.items(), start=_HULP + 1)
    ]
    titel = f"Van het bod van {model.voor} naar dat van {model.met}, € per etmaal midden; de as begint niet bij nul"
    laagste = min(bodem or max(hoog.values()) for _, bodem, hoog in staven)
    vanaf = int(laagste * Decimal("0.95"))
    return Celgrafiek("waterval", titel, titel, reeksen, rij, 0, 10, 960, vanaf=vanaf), cellen


_Regel = dict[int, tuple[Inhoud, str]]
"""Per column what stands there and how it looks; a text at the end runs on to the edge."""


def _op(rij: int, regel: _Regel) -> Iterator[Cel]:
    laatste = max(regel)
    for kolom, (inhoud, opmaak) in regel.items():
        verder = kolom == laatste and isinstance(inhoud, str) and kolom < _HULP - 1
        yield Cel(rij, kolom, inhoud, opmaak, tot_kolom=_HULP - 1 if verder else None)


def _biedingen(model: Rondemodel) -> Iterator[_Regel]:
    yield (
        {0: ("Ronde", "kop"), 1: ("Tarief per jeugdige per etmaal", "kop")}
        | {2 + plek: (zwaarte, "kop_rechts") for plek, zwaarte in enumerate(ZORGZWAARTES)}
        | {5: (None, "kop")}
    )
    for nummer, _, stand in _standen(model.zaak):
        kanten = {"uitgangspunt": stand.basis, **{f"bod van {p}": o for p, o in stand.standen.items()}}
        for wie, opbouw in kanten.items():
            uitkomst = opbouw.bereken()
            regel: _Regel = {0: (nummer, "aantal"), 1: (wie, "alinea_na_getal")}
            yield regel | {2 + plek: (uitkomst[z].per_etmaal, "euro") for plek, z in enumerate(ZORGZWAARTES)}


def _afgesproken(model: Rondemodel) -> Iterator[_Regel]:
    yield {
        0: ("Ronde", "kop"), 1: ("Afgesproken", "kop"), 2: ("Waarde", "kop_rechts"),
        3: ("Effect midden", "kop_rechts"), 4: ("Hoe", "kop_na_getal"),
    }  # fmt: skip
    for a in afspraken(model.zaak)[::-1]:
        effect: Inhoud = "alleen samen" if a.effect is None else a.effect
        yield {
            0: (a.ronde, "aantal"), 1: (a.wat, "alinea_na_getal"), 2: (a.waarde, "tekst_rechts"),
            3: (effect, "euro_verschil"), 4: (a.hoe, "alinea_na_getal"),
        }  # fmt: skip


def _gezegd(model: Rondemodel) -> Iterator[_Regel]:
    yield {0: ("Ronde", "kop"), 1: ("Wie deed wat", "kop"), 2: ("Datum", "kop"), 3: ("Reden of vraag", "kop")}
    for nummer, ronde, stand in _standen(model.zaak):
        for zet in ronde.zetten:
            for wat, tekst in _in_woorden(zet, stand):
                yield {
                    0: (nummer, "aantal"), 1: (f"{zet.partij} {wat}", "alinea_na_getal"),
                    2: (dag(zet.datum), "tekst"), 3: (tekst, "alinea"),
                }  # fmt: skip


def _in_woorden(zet: Zet, stand: Stand) -> Iterator[tuple[str, str]]:
    if isinstance(zet, Bod):
        yield from ((f"biedt: {noem(stand.basis, sleutel)}", reden) for sleutel, reden in zet.redenen.items())
    elif isinstance(zet, Aanvaarding):
        yield f"aanvaardt van {zet.van}: {noem(stand.basis, zet.sleutel)}", ""
    elif isinstance(zet, Houden):
        yield f"houdt: {noem(stand.basis, zet.sleutel)}", zet.reden
    else:
        yield (f"vraagt bij {noem(stand.basis, zet.sleutel)}" if zet.sleutel else "zegt of vraagt"), zet.tekst


def _waterval(model: Rondemodel) -> Iterator[tuple[str, Decimal, dict[str, Decimal]]]:
    """Yield the bars: words, where each begins, and how high it is by colour."""
    deel = verschil(model.eigen, model.ander)["midden"]
    stand = deel.van
    yield f"{model.voor} bood {stand}".replace(".", ","), Decimal(0), {"vast": stand}
    for regel in deel.bijdragen:
        if regel.bedrag:
            bodem = min(stand, stand + regel.bedrag)
            soort = "hoger" if regel.bedrag > 0 else "lager"
            yield f"{regel.titel} {met_teken(regel.bedrag)}", bodem, {soort: abs(regel.bedrag)}
            stand += regel.bedrag
    yield f"{model.met} vraagt {deel.naar}".replace(".", ","), Decimal(0), {"vast": deel.naar}
