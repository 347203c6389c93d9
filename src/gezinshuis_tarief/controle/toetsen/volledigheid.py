"""Is the quote complete? The legal elements, empty lines, indexation, what is assumed or undecided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from typing import Final, cast

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.componenten.bouwsteen import ELEMENTEN
from gezinshuis_tarief.controle.bevinding import Vondst
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.indexatie.clausule import (
    ONDERDELEN,
    lees_clausule,
    ontbreekt_in,
    ontkenning_in,
    open_in,
)
from gezinshuis_tarief.kern.eenheden import Eenheid, toon
from gezinshuis_tarief.kern.geld import CONTEXT, rond_op_centen
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Status
from gezinshuis_tarief.kern.onderdeel import Onderdeel, OpenNorm
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel, eerste_deel, takken, zwaarte_in
from gezinshuis_tarief.model.plat import POSTEN

_KOSTEN: Final = tuple(ALLE)[:7]
_RISICO: Final = ("leegstand", "winst_marge")


def element_zonder_kosten(dossier: Toetsdossier) -> Iterator[Vondst]:
    """VOL-01: an element of art. 2.3 that no euro of the tariff covers, for a zorgzwaarte with places."""
    for zwaarte in dict.fromkeys(dossier.exploitatie.plaatsen):
        for letter, bedrag in dossier.uitkomst[zwaarte].elementen().items():
            if letter in {"a", "b", "c"} and bedrag <= 0:
                yield Vondst(
                    f"uitkomst.{zwaarte}",
                    f"geen kosten voor element {letter}: {ELEMENTEN[letter]}",
                    f"Waar zitten bij zorgzwaarte {zwaarte} de {ELEMENTEN[letter]}?",
                )


def lege_bouwsteen(dossier: Toetsdossier) -> Iterator[Vondst]:
    """VOL-02: one of bouwsteen 1–7 that comes to nothing."""
    for sleutel in _KOSTEN:
        if dossier.kost_niets(sleutel):
            titel = ALLE[sleutel].titel
            yield Vondst(
                sleutel,
                f"{titel} is € 0,00",
                f"Zijn er geen kosten voor {titel}, of zitten die in een andere regel?",
            )


def risico_zonder_regel(dossier: Toetsdossier) -> Iterator[Vondst]:
    """VOL-03: no amount for empty places or for risk and continuity."""
    for sleutel in _RISICO:
        if dossier.kost_niets(sleutel):
            titel = ALLE[sleutel].titel
            yield Vondst(sleutel, f"{titel} is € 0,00", f"Wie draagt het risico dat {titel.lower()} afdekt?")


def geen_indexering(dossier: Toetsdossier) -> Iterator[Vondst]:
    """VOL-04: no indexation clause came with the quote, or a text that does not say enough to be one."""
    vraag = "Hoe en wanneer wordt het tarief geïndexeerd, met welke gewichten en welke verrekening?"
    tekst = dossier.indexeringsclausule
    if not tekst.strip():
        yield Vondst("", "bij de offerte is geen indexeringsclausule meegegeven", vraag)
    elif lees_clausule(tekst) is None:
        if zin := ontkenning_in(tekst):
            yield Vondst("", f'de meegegeven tekst sluit indexering geheel of deels uit: "{zin}"', vraag)
        if mist := ontbreekt_in(tekst):
            yield Vondst(
                "", f"clausule gegeven, niet getoetst: zij noemt geen {' en geen '.join(mist)}", vraag
            )


def clausule_in_eigen_woorden(dossier: Toetsdossier) -> Iterator[Vondst]:
    """VOL-08: a clause in words of its own names what it should, but nobody has computed with it."""
    tekst = dossier.indexeringsclausule
    if tekst.strip() and not (lees_clausule(tekst) or ontkenning_in(tekst) or ontbreekt_in(tekst)):
        zwijgt = open_in(tekst)
        zegt_niet = f"; zij zegt niets over {', over '.join(zwijgt)}" if zwijgt else ""
        yield Vondst(
            "",
            f"clausule gegeven, niet getoetst: zij noemt een {', een '.join(ONDERDELEN)}; of zij sluitend is, is "
            f"niet na te gaan{zegt_niet}",
            "Rekenen beide partijen met deze tekst hetzelfde tarief uit voor volgend jaar?",
        )


def aannames(dossier: Toetsdossier) -> Iterator[Vondst]:
    """VOL-05: values without a source, gathered per bouwsteen."""
    per_deel: dict[str, list[str]] = {}
    for sleutel, waarde in dossier.waarden.items():
        steun = dossier.opbouw.onderbouwing_van(sleutel)
        if steun.herkomst is Herkomst.AANNAME and steun.status is Status.OPEN and waarde is not None:
            kort = sleutel if zwaarte_in(sleutel)[0] else sleutel.partition(".")[2] or sleutel
            per_deel.setdefault(bouwdeel(sleutel), []).append(kort)
    for deel, namen in per_deel.items():
        aantal = "1 waarde is een aanname" if len(namen) == 1 else f"{len(namen)} waarden zijn een aanname"
        yield Vondst(
            deel,
            f"{aantal}: {', '.join(namen)}",
            "Waarop zijn deze waarden gebaseerd? Kunt u een bron of berekening geven?",
        )


def open_norm(dossier: Toetsdossier) -> Iterator[Vondst]:
    """VOL-06: a choice the handreiking may make differently, on which parties have not decided."""
    gezien: set[OpenNorm] = set()
    for sleutel, onderdeel in takken(cast("Onderdeel", dossier.opbouw)):
        for norm in onderdeel.open_normen:
            if norm not in gezien and not dossier.is_besloten(norm):
                naam = eerste_deel(sleutel)
                yield Vondst(
                    naam,
                    f"{norm.vraag} Gerekend is: {norm.onze_lezing}",
                    f"Zijn partijen het eens? Leg de keuze dan als besluit '{norm.naam or norm.vraag}' vast.",
                    _effect_van_andere_lezing(dossier, naam),
                )
            gezien.add(norm)


def _effect_van_andere_lezing(dossier: Toetsdossier, naam: str) -> Decimal | None:
    """Return what the other reading would do, where it is one input."""
    anders = _ANDERE_LEZING.get(naam, {}).get(str(dossier.waarden.get(_KEUZE.get(naam, ""))))
    return None if anders is None else dossier.effect({_KEUZE[naam]: anders})


_KEUZE: Final[Mapping[str, str]] = {
    "gezinshuis": "gezinshuis.weken_per_jaar",
    "leegstand": "leegstand.grondslag",
    "gelieerde_zorgorganisatie": "gelieerde_zorgorganisatie.grondslag",
}
_ANDERE_LEZING: Final[Mapping[str, Mapping[str, str]]] = {
    "gezinshuis": {"52": "52.1428571429"},
    "leegstand": {"vaste_kosten": "kostprijs", "kostprijs": "vaste_kosten"},
    "gelieerde_zorgorganisatie": {"tarief": "kostprijs", "kostprijs": "tarief"},
}


def vaste_waarde_gewijzigd(dossier: Toetsdossier) -> Iterator[Vondst]:
    """VOL-07: a value fixed by cao or law that was changed."""
    for sleutel, steun in dossier.opbouw.onderbouwing.items():
        if steun.status is Status.VAST and steun.afwijking:
            yield Vondst(
                sleutel,
                f"{dossier.waarden[sleutel]} in plaats van {steun.afwijking.voorstel}; "
                f"reden: {steun.afwijking.reden or 'niet gegeven'}",
                "Waarom is van deze vaste waarde afgeweken?",
                dossier.effect({sleutel: steun.afwijking.voorstel}),
                bron=steun.bron or "",
            )


def negatieve_regel(dossier: Toetsdossier) -> Iterator[Vondst]:
    """VOL-09: a line, or a cost line of one's own, that takes money off; only a formula of one's own can."""
    opbouw = dossier.opbouw
    with localcontext(CONTEXT):
        laagste = {
            regel.sleutel: min(tarief[regel.sleutel].onafgerond for tarief in dossier.uitkomst.values())
            for regel in dossier.uitkomst["laag"].regels
            if regel.sleutel != POSTEN
        }
        for eigen in map(opbouw.voor, ZORGZWAARTES):
            huis = eigen.gezinshuis.maten(Exact())
            for plek, post in enumerate(eigen.eigen_posten):
                sleutel, bedrag = f"{POSTEN}[{plek}]", post.per_jaar(huis, Exact()) / huis.plaatsdagen
                laagste[sleutel] = min(bedrag, laagste.get(sleutel, bedrag))
    for sleutel, bedrag in laagste.items():
        if bedrag < 0:
            yield Vondst(
                sleutel,
                f"{toon(rond_op_centen(bedrag), Eenheid.EURO_PER_ETMAAL)} per etmaal",
                "Is hier een korting bedoeld, en zo ja: waarover, en hoe hoog kan zij worden?",
                rond_op_centen(bedrag),
            )
