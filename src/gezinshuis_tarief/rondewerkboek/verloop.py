"""The sheet Verloop: offers by round, what was agreed in each, and the waterfall between the two offers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.stand import Punt, Puntstatus, Stand, raakt
from gezinshuis_tarief.onderhandeling.verloop import Begin
from gezinshuis_tarief.onderhandeling.zetten import Aanvaarding, Bod, Houden, Ronde, Zet
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van, titel_van, toon_bij
from gezinshuis_tarief.verschil.verschil import verschil
from gezinshuis_tarief.weergave import met_teken
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Celgrafiek, Inhoud, Reeks

_BREEDTES: Final = (9, 44, 15, 15, 15, 50, 13, 13, 13)
_HULP: Final = 6
_KLEUREN: Final = {"vast": "#44546A", "hoger": "#B5532A", "lager": "#2A7A6F"}


@dataclass(frozen=True, slots=True)
class Afspraak:
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


def _standen(zaak: Onderhandeling) -> Iterator[tuple[int, Ronde, Stand]]:
    """Yield each round with where it ended."""
    begin = Begin(
        zaak.basis, dict.fromkeys(zaak.partijen, zaak.basis), frozenset(), {p: {} for p in zaak.partijen}
    )
    for nummer, ronde in enumerate(zaak.ronden[:-1], start=1):
        yield nummer, ronde, begin.na(ronde, open_ronde=False)
        begin = begin.volgend(ronde)
    yield zaak.ronde, zaak.ronden[-1], zaak.stand


def afspraken(zaak: Onderhandeling) -> list[Afspraak]:
    """Return what was agreed, the last round first."""
    gevonden = [
        _afspraak(nummer, ronde, stand, punt)
        for nummer, ronde, stand in _standen(zaak)
        for punt in stand.met_status(Puntstatus.AKKOORD)
    ]
    return gevonden[::-1]


def _afspraak(nummer: int, ronde: Ronde, stand: Stand, punt: Punt) -> Afspraak:
    van, sleutel = stand.standen[punt.wie[0]], punt.sleutel
    nam_over = [z for z in ronde.zetten if isinstance(z, Aanvaarding) and raakt(z.sleutel, sleutel)]
    hoe = (
        f"{nam_over[-1].partij} nam de waarde van {nam_over[-1].van} over" if nam_over else "partijen gelijk"
    )
    effect = stand.effect(sleutel, punt.wie[0])
    bedrag = effect.per_etmaal["midden"] if effect else None
    return Afspraak(nummer, _noem(stand, sleutel), toon_bij(van, sleutel), hoe, bedrag)


def _noem(stand: Stand, sleutel: str) -> str:
    titel = titel_van(stand.basis.bereken()["midden"], sleutel.partition(".")[0])
    return f"{titel}: {omschrijving_van(stand.basis, sleutel)}" if "." in sleutel else f"{titel} (geheel)"


def wijzigingen(model: Rondemodel) -> list[tuple[str, Decimal]]:
    """Return what the other party changed since the round began: words, and euro per etmaal midden."""
    begin = model.zaak.begin.posities[model.met]
    delen = [
        (wat, f"{bijdrage.titel}: {wat.titel}")
        for bijdrage in verschil(begin, model.ander)["midden"].bijdragen
        for wat in (bijdrage.delen or [bijdrage])
    ]
    regels = [
        (tekst if wat.titel not in tekst[: len(wat.titel)] else wat.titel, wat.bedrag) for wat, tekst in delen
    ]
    return sorted(regels, key=lambda regel: -abs(regel[1]))


def maak_verloop(model: Rondemodel) -> Blad:
    """Lay the sheet out."""
    cellen = [
        Cel(0, 0, "Verloop: van bod naar bod", "titel"),
        Cel(1, 0, "Elke ronde met wat partijen boden, wat is afgesproken en wat er is gezegd.", "onder"),
    ]
    rij = 3
    for deel in (_biedingen(model), _afgesproken(model), _gezegd(model)):
        for regel in deel:
            cellen += [Cel(rij, kolom, *cel) for kolom, cel in enumerate(regel)]
            rij += 1
        rij += 1
    onder, hulp = rij, [*_waterval(model)]
    for plek, (titel, bodem, hoog) in enumerate(hulp):
        cellen.append(Cel(onder + plek, 1, titel, "rij"))
        for kolom, soort in enumerate(("bodem", *_KLEUREN), start=_HULP):
            bedrag = bodem if soort == "bodem" else hoog.get(soort, Decimal(0))
            cellen.append(Cel(onder + plek, kolom, bedrag, "euro"))
    einde = onder + len(hulp) - 1
    reeksen = [
        Reeks(soort, kleur, (onder, 1, einde, 1), (onder, kolom, einde, kolom))
        for kolom, (soort, kleur) in enumerate({"bodem": "", **_KLEUREN}.items(), start=_HULP)
    ]
    titel = f"Van het bod van {model.voor} naar dat van {model.met}, € per etmaal midden; de as begint niet bij nul"
    laagste = min(bodem or max(hoog.values()) for _, bodem, hoog in hulp)
    grafiek = Celgrafiek(
        "waterval",
        titel,
        titel,
        reeksen,
        onder + len(hulp) + 1,
        0,
        10,
        900,
        vanaf=int(laagste * Decimal("0.95")),
    )
    return Blad(
        namen.VERLOOP, "#7A6F9B", (*_BREEDTES, 13), cellen, {0: 30.0}, liggend=True, grafieken=[grafiek],
        drukkolommen=6,
    )  # fmt: skip


_Celinhoud = tuple[Inhoud, str]


def _biedingen(model: Rondemodel) -> Iterator[list[_Celinhoud]]:
    koppen = ("Ronde", "Tarief per jeugdige per etmaal", *ZORGZWAARTES)
    yield [(kop, "kop_rechts" if kop in ZORGZWAARTES else "kop") for kop in koppen]
    zaak = model.zaak
    for nummer, _, stand in _standen(zaak):
        kanten = {"uitgangspunt": stand.basis, **{f"bod van {p}": o for p, o in stand.standen.items()}}
        for wie, opbouw in kanten.items():
            bedragen = [opbouw.bereken()[zwaarte].per_etmaal for zwaarte in ZORGZWAARTES]
            yield [(nummer, "aantal"), (wie, "alinea_na_getal"), *((bedrag, "euro") for bedrag in bedragen)]


def _afgesproken(model: Rondemodel) -> Iterator[list[_Celinhoud]]:
    koppen = ("Ronde", "Afgesproken", "Waarde", "Effect midden", "", "Hoe")
    yield [(kop, "kop_rechts" if kop in {"Waarde", "Effect midden"} else "kop") for kop in koppen]
    for a in afspraken(model.zaak)[::-1]:
        effect: Inhoud = "alleen samen" if a.effect is None else a.effect
        yield [
            (a.ronde, "aantal"), (a.wat, "alinea_na_getal"), (a.waarde, "tekst_rechts"), (effect, "euro_verschil"),
            (None, "tekst"), (a.hoe, "alinea"),
        ]  # fmt: skip


def _gezegd(model: Rondemodel) -> Iterator[list[_Celinhoud]]:
    koppen = ("Ronde", "Wie deed wat", "Datum", "", "", "Reden of vraag")
    yield [(kop, "kop") for kop in koppen]
    for nummer, ronde in enumerate(model.zaak.ronden, start=1):
        for zet in ronde.zetten:
            for wat, tekst in _in_woorden(zet):
                yield [
                    (nummer, "aantal"), (f"{zet.partij} {wat}", "alinea_na_getal"), (dag(zet.datum), "tekst"),
                    (None, "tekst"), (None, "tekst"), (tekst, "alinea"),
                ]  # fmt: skip


def _in_woorden(zet: Zet) -> Iterator[tuple[str, str]]:
    if isinstance(zet, Bod):
        yield from ((f"biedt {sleutel}", reden) for sleutel, reden in zet.redenen.items())
    elif isinstance(zet, Aanvaarding):
        yield f"aanvaardt {zet.sleutel} van {zet.van}", ""
    elif isinstance(zet, Houden):
        yield f"houdt {zet.sleutel}", zet.reden
    else:
        yield (f"vraagt bij {zet.sleutel}" if zet.sleutel else "zegt of vraagt"), zet.tekst


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
