"""The sheet Uitgangspunten: every input by bouwsteen, with what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import groupby

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder import InkomenGezinshuisouder
from gezinshuis_tarief.componenten.gezinshuis import Gezinshuis
from gezinshuis_tarief.componenten.loonkosten import Loonkosten
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Status
from gezinshuis_tarief.kern.sleutels import eerste_deel, excelnaam, pad_van
from gezinshuis_tarief.model.plat import GELIEERD, POSTEN
from gezinshuis_tarief.onderdelen.plaatsing import eigen_delen
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.beschrijving import keuringen, namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Invoercel, Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.rekencellen import let_op_formule
from gezinshuis_tarief.werkboek.xlsx.adressen import adres_van
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Inhoud, Keuring, Kleurregel

_KOPRIJ = 3
_PLAATS = {naam: plek for plek, naam in enumerate(namen.KOLOMKOPPEN)}
_BREEDTES = (46, 16, 20, 13, 10, 10, 32, 11, 25, 11, 18, 20, 46, 13, 16)
_DEEL_VAN = re.compile(r"deel van (.+)")

_UITLEG_GRONDSLAG = {
    "overhead": (
        "Grondslag: beroepskrachten is bouwsteen 1 tot en met 4 en 11; directe_kosten is bouwsteen 1 tot en "
        "met 6, 11 en de eigen posten."
    ),
    "leegstand": (
        "Grondslag: kostprijs is alles tot en met overhead; vaste_kosten is dat zonder de verzorgingskosten. "
        "Leegstand kost grondslag ÷ bezettingsgraad − grondslag."
    ),
    "gelieerde_zorgorganisatie": (
        "Grondslag: tarief is het hele tarief, deze vergoeding inbegrepen; kostprijs is alle kosten met leegstand."
    ),
    "winst_marge": (
        "Grondslag: tarief is het hele tarief, de marge inbegrepen; kostprijs is alle kosten met leegstand."
    ),
}
"""What a percentage is taken over, where parties choose that."""
_STEUNKEURINGEN: dict[str, Callable[[], Keuring]] = {
    "status": cache(partial(keuringen.lijst, tuple(map(str, Status)), "")),
    "herkomst": cache(partial(keuringen.lijst, tuple(map(str, Herkomst)), "")),
    "geldig_vanaf": cache(keuringen.datum),
}


def maak_uitgangspunten(vulling: Werkboekinhoud) -> Blad:
    """Lay the sheet out."""
    cellen = list(_kop(vulling))
    rij = _KOPRIJ + 1
    hoogtes = {_KOPRIJ: 30.0}
    toetsen = keuringen.let_op_eisen(vulling.opbouw)
    for deel, groep in groupby(vulling.invoer.values(), key=lambda cel: eerste_deel(cel.sleutel)):
        cellen += _sectiekop(rij, deel, toetsen)
        hoogtes[rij] = 22
        rij += 1
        for norm in [*_eigen_vooraf(deel, vulling)] or _vooraf(deel):
            cellen.append(Cel(rij, 0, norm, "norm"))
            rij += 1
        if deel == GELIEERD:
            cellen += _schakelaar(rij, vulling)
            rij += 1
        # the own figure of a bouwsteen comes last
        for cel in sorted(groep, key=lambda cel: cel.veld.grenzen.mag_leeg):
            cellen += _regel(rij, cel, vulling)
            rij += 1
        rij += 1
    laatste = rij - 2
    gebieden = {
        naam: (_KOPRIJ + 1, _PLAATS[kolom], laatste, _PLAATS[kolom]) for kolom, naam in namen.GEBIEDEN.items()
    }
    return Blad(
        namen.UITGANGSPUNTEN,
        "#E3B23C",
        _BREEDTES,
        cellen,
        hoogtes,
        liggend=True,
        koprijen=(_KOPRIJ, _KOPRIJ),
        bevroren=(_KOPRIJ + 1, 2),
        actief=(_KOPRIJ + 2, 1),
        gebieden=gebieden,
        kleurregels=() if vulling.van_wie else _kleurregels(_KOPRIJ + 1, laatste),
        drukkolommen=_PLAATS["sleutel"],
    )


def _kleurregels(eerste: int, laatste: int) -> list[Kleurregel]:
    """Colour inputs by their status, and call out what is assumed."""
    waarde, herkomst = ((eerste, plek, laatste, plek) for plek in (_PLAATS["waarde"], _PLAATS["herkomst"]))
    status = adres_van(_PLAATS["status"] + 1, eerste + 1)
    return [
        *(
            Kleurregel(waarde, {"type": "formula", "criteria": f'=${status}="{woord}"'}, f"als_{woord}")
            for woord in ("vast", "suggestie")
        ),
        Kleurregel(herkomst, {"type": "cell", "criteria": "==", "value": '"aanname"'}, "als_aanname"),
    ]


def _kop(vulling: Werkboekinhoud) -> Iterator[Cel]:
    uitleg = (
        "Wijzig de gekleurde cellen; de rest rekent mee. Geel is open, groen een suggestie, blauw ligt vast "
        "in cao of wet: wijzig dat alleen met een reden ernaast."
    )
    yield Cel(0, 0, f"Uitgangspunten {vulling.van_wie}".strip(), "titel")
    yield Cel(1, 0, "Dit blad ligt vast." if vulling.van_wie else uitleg, "onder")
    for naam, plek in _PLAATS.items():
        yield Cel(_KOPRIJ, plek, namen.KOLOMKOPPEN[naam], "kop", naam=namen.kolomnaam(naam))


def _sectiekop(rij: int, deel: str, toetsen: Mapping[str, str]) -> Iterator[Cel]:
    if deel in ALLE:
        titel = f"{ALLE[deel].nummer}. {ALLE[deel].titel}"
    else:
        titel = "Gezinshuis" if deel == "gezinshuis" else "Eigen posten (kosten buiten de elf bouwstenen)"
    for naam, plek in _PLAATS.items():
        if naam == "let_op" and deel in toetsen:
            yield Cel(rij, plek, "", "sectie_let_op", toetsen[deel])
        else:
            yield Cel(rij, plek, titel if plek == 0 else None, "sectie")


def _eigen_vooraf(deel: str, vulling: Werkboekinhoud) -> Iterator[str]:
    """Yield what each component of one's own in a part is, and where its formula stands; nothing for standard parts."""
    hier = {s: type(eigen) for s, plek, eigen in eigen_delen(vulling.opbouw) if plek == deel}
    for klasse in dict.fromkeys(hier.values()):
        rijen = [f"{int(pad_van(s)[1]) + 1}" for s in hier if deel == POSTEN and hier[s] is klasse]
        waar = f" (post {' en '.join(rijen)})" if rijen else ""
        uitleg = getattr(klasse, "definitie").uitleg  # noqa: B009 (a class made from a definition has one)
        yield f"{klasse.__name__}{waar} is een eigen onderdeel, zie het blad {namen.EIGEN_ONDERDELEN}. {uitleg}".strip()


def _vooraf(deel: str) -> Iterator[str]:
    """Yield what its percentage is taken over, and the open norms of a part, in words."""
    if deel in _UITLEG_GRONDSLAG:
        yield _UITLEG_GRONDSLAG[deel]
    normen = {
        "gezinshuis": Gezinshuis.open_normen,
        "inkomen_gezinshuisouder": (*InkomenGezinshuisouder.open_normen, *Loonkosten.open_normen),
    }
    for norm in normen.get(deel, ALLE[deel].open_normen if deel in ALLE else ()):
        yield f"Open norm: {norm.vraag} Onze lezing: {norm.onze_lezing}"


def _schakelaar(rij: int, vulling: Werkboekinhoud) -> Iterator[Cel]:
    """The switch of bouwsteen 8: its values stay when it says nee."""
    keuring = partial(keuringen.lijst, ("ja", "nee"), "Bouwsteen 8 meetellen?")
    yield Cel(rij, _PLAATS["omschrijving"], "Telt deze bouwsteen mee? (bij nee blijven de waarden staan)")
    yield Cel(rij, _PLAATS["waarde"], vulling.aanwezig, "invoer_tekst", naam=AANWEZIG, keuring=keuring)
    yield Cel(rij, _PLAATS["eenheid"], "keuze: ja of nee", "klein")
    let_op = namen.NOG_INVULLEN if vulling.aanwezig is None else ""
    yield Cel(rij, _PLAATS["let_op"], let_op, "let_op", let_op_formule(AANWEZIG, vulling))
    yield Cel(rij, _PLAATS["sleutel"], AANWEZIG, "sleutel")


def _regel(rij: int, cel: Invoercel, vulling: Werkboekinhoud) -> Iterator[Cel]:
    """One input with its support."""
    yield Cel(rij, _PLAATS["omschrijving"], _omschrijving(cel))
    naam, keuring = excelnaam(cel.sleutel), partial(keuringen.keuring, cel)
    yield Cel(rij, _PLAATS["waarde"], cel.waarde, cel.opmaak, naam=naam, keuring=keuring)
    yield Cel(rij, _PLAATS["eenheid"], _eenheid(cel), "klein")
    let_op = namen.NOG_INVULLEN if cel.verplicht and cel.waarde is None else ""
    yield Cel(rij, _PLAATS["let_op"], let_op, "let_op", let_op_formule(cel.sleutel, vulling))
    for kolom, inhoud, steunkeuring in _steun(cel, vulling):
        opmaak = "steun_datum" if kolom == "geldig_vanaf" else "steun"
        yield Cel(rij, _PLAATS[kolom], inhoud, opmaak, keuring=steunkeuring)
    yield Cel(rij, _PLAATS["sleutel"], cel.sleutel, "sleutel")
    yield Cel(rij, _PLAATS["verzonden"], cel.waarde, cel.opmaak.replace("invoer", "verzonden"))
    if steun := vulling.opbouw.onderbouwing.get(cel.sleutel):
        yield Cel(rij, _PLAATS["steun_verzonden"], steun.model_dump_json(), "verzonden_steun")


def _steun(
    cel: Invoercel, vulling: Werkboekinhoud
) -> Iterator[tuple[str, Inhoud, Callable[[], Keuring] | None]]:
    """Yield what stands behind an input, column by column; blank where nothing is recorded."""
    inhoud = dict[str, Inhoud](opmerking=vulling.notities.get(cel.sleutel))
    if steun := vulling.opbouw.onderbouwing.get(cel.sleutel):
        inhoud |= {
            "status": str(steun.status),
            "herkomst": str(steun.herkomst),
            "bron": steun.bron,
            "geldig_vanaf": steun.geldig_vanaf,
            "toelichting": steun.toelichting,
        }
        if steun.afwijking:
            inhoud |= {"voorstel": steun.afwijking.voorstel, "reden": steun.afwijking.reden}
    for kolom in namen.INVOERKOLOMMEN:
        yield kolom, inhoud.get(kolom), _STEUNKEURINGEN.get(kolom)


def _omschrijving(cel: Invoercel) -> str:
    deel, *rest = pad_van(cel.sleutel)
    tekst = cel.veld.omschrijving
    if deel == POSTEN:
        return f"Post {int(rest[0]) + 1}: {tekst}"
    return f"{tekst[:1].upper()}{tekst[1:]}{' (leeg = opbouw)' if cel.veld.grenzen.mag_leeg else ''}"


def _eenheid(cel: Invoercel) -> str:
    """Say what a value counts; a percentage says of what."""
    if opties := cel.veld.grenzen.keuzes:
        return f"keuze: {' of '.join(opties)}"
    if cel.veld.eenheid is Eenheid.FRACTIE:
        gevonden = _DEEL_VAN.search(cel.veld.omschrijving)
        return f"% van {gevonden[1].split(',')[0]}" if gevonden else "%"
    return str(cel.veld.eenheid or namen.TEKST)
