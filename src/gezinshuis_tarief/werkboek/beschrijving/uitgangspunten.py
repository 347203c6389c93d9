"""The sheet Uitgangspunten: every input by bouwsteen, with what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Status
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel, excelnaam, pad_van, zwaarte_in
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN, POSTEN
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG, ALLEEN_GEGEVEN
from gezinshuis_tarief.werkboek.beschrijving import keuringen, namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Invoercel, Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.rekencellen import let_op_formule
from gezinshuis_tarief.werkboek.beschrijving.toelichting import vooraf
from gezinshuis_tarief.werkboek.xlsx.adressen import adres_van
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Inhoud, Keuring, Kleurregel

_KOPRIJ = 3
_PLAATS = {naam: plek for plek, naam in enumerate(namen.KOLOMKOPPEN)}
_BREEDTES = (46, 16, 20, 13, 10, 10, 32, 11, 25, 11, 18, 20, 46, 13, 16)
_DEEL_VAN = re.compile(r"deel van (.+)")

_TITELS = {
    "gezinshuis": "Gezinshuis",
    POSTEN: "Eigen posten (kosten buiten de elf bouwstenen)",
    OPSLAGEN: "Eigen opslagen (percentages buiten de elf bouwstenen)",
}
NUMMERS = {POSTEN: "Post", OPSLAGEN: "Opslag"}
_STEUNKEURINGEN: dict[str, Callable[[], Keuring]] = {
    "status": cache(partial(keuringen.lijst, tuple(map(str, Status)), "")),
    "herkomst": cache(partial(keuringen.lijst, tuple(map(str, Herkomst)), "")),
    "geldig_vanaf": cache(keuringen.datum),
}


def maak_uitgangspunten(vulling: Werkboekinhoud) -> Blad:
    """Lay the sheet out."""
    cellen = list(_kop())
    rij = _KOPRIJ + 1
    hoogtes = {_KOPRIJ: 30.0}
    toetsen = keuringen.let_op_eisen(vulling.geheel)
    for deel, groep in per_deel(vulling).items():
        cellen += _sectiekop(rij, deel, toetsen)
        hoogtes[rij] = 22
        rij += 1
        for norm in vooraf(deel, vulling):
            cellen.append(Cel(rij, 0, norm, "norm"))
            rij += 1
        if deel == GELIEERD:
            cellen += _schakelaar(rij, vulling)
            rij += 1
        for cel in groep:
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
        kleurregels=_kleurregels(_KOPRIJ + 1, laatste),
        drukkolommen=_PLAATS["sleutel"],
    )


def per_deel(vulling: Werkboekinhoud) -> dict[str, list[Invoercel]]:
    """Return the inputs of each part in the order of its rows.

    The own figure of a bouwsteen comes last, and what holds for one zorgzwaarte comes under what all share.
    """
    delen: dict[str, list[Invoercel]] = {}
    for cel in vulling.invoer.values():
        delen.setdefault(bouwdeel(cel.sleutel), []).append(cel)
    for groep in delen.values():
        plek = {cel.sleutel: nummer for nummer, cel in enumerate(groep)}
        groep.sort(key=lambda cel: (_is_eigen_bedrag(cel), plek[zwaarte_in(cel.sleutel)[1]]))
    return delen


def _is_eigen_bedrag(cel: Invoercel) -> bool:
    """Whether it may be blank, and then the build-up counts."""
    return cel.veld.grenzen.mag_leeg and zwaarte_in(cel.sleutel)[1] not in ALLEEN_GEGEVEN


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


def _kop() -> Iterator[Cel]:
    uitleg = (
        "Wijzig de gekleurde cellen; de rest rekent mee. Geel is open, groen een suggestie, blauw ligt vast "
        "in cao of wet: wijzig dat alleen met een reden ernaast."
    )
    yield Cel(0, 0, "Uitgangspunten", "titel")
    yield Cel(1, 0, uitleg, "onder")
    for naam, plek in _PLAATS.items():
        yield Cel(_KOPRIJ, plek, namen.KOLOMKOPPEN[naam], "kop", naam=namen.kolomnaam(naam))


def _sectiekop(rij: int, deel: str, toetsen: Mapping[str, str]) -> Iterator[Cel]:
    titel = f"{ALLE[deel].nummer}. {ALLE[deel].titel}" if deel in ALLE else _TITELS[deel]
    for naam, plek in _PLAATS.items():
        if naam == "let_op" and deel in toetsen:
            yield Cel(rij, plek, "", "sectie_let_op", toetsen[deel])
        else:
            yield Cel(rij, plek, titel if plek == 0 else None, "sectie")


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
    yield Cel(rij, _PLAATS["omschrijving"], _omschrijving(cel, vulling))
    naam, keuring = excelnaam(cel.sleutel), partial(keuringen.keuring, cel)
    yield Cel(rij, _PLAATS["waarde"], cel.waarde, cel.opmaak, naam=naam, keuring=keuring)
    yield Cel(rij, _PLAATS["eenheid"], _eenheid(cel), "klein")
    let_op = namen.NOG_INVULLEN if cel.verplicht and cel.waarde is None else ""
    yield Cel(rij, _PLAATS["let_op"], let_op, "let_op", let_op_formule(cel.sleutel, vulling))
    for kolom, inhoud, steunkeuring in _steun(cel, vulling):
        opmaak = "steun_datum" if kolom == "geldig_vanaf" else "steun"
        yield Cel(rij, _PLAATS[kolom], inhoud, opmaak, keuring=steunkeuring)
    yield Cel(rij, _PLAATS["sleutel"], cel.sleutel, "sleutel")
    toen = vulling.verzonden.invoer.get(cel.sleutel)
    yield Cel(
        rij, _PLAATS["verzonden"], toen.waarde if toen else None, cel.opmaak.replace("invoer", "verzonden")
    )
    if steun := vulling.verzonden.opbouw.onderbouwing.get(cel.sleutel):
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


def _omschrijving(cel: Invoercel, vulling: Werkboekinhoud) -> str:
    """Say what an input is, for which zorgzwaarte when it is that of one, and for which not when others have their own."""
    zwaarte, gedeeld = zwaarte_in(cel.sleutel)
    deel, *rest = pad_van(gedeeld)
    tekst = cel.veld.omschrijving
    if deel in NUMMERS:
        tekst = f"{NUMMERS[deel]} {int(rest[0]) + 1}: {tekst}"
    elif _is_eigen_bedrag(cel):
        tekst = f"{tekst} (leeg = opbouw)"
    if zwaarte:
        return f"Zorgzwaarte {zwaarte}: {tekst}"
    tekst = f"{tekst[:1].upper()}{tekst[1:]}"
    over = [z for z in ZORGZWAARTES if f"{z}.{gedeeld}" not in vulling.invoer]
    if len(over) == len(ZORGZWAARTES):
        return tekst
    geldt = f"geldt voor {' en '.join(over)}" if over else "elke zorgzwaarte heeft een eigen waarde"
    return f"{tekst} ({geldt})"


def _eenheid(cel: Invoercel) -> str:
    """Say what a value counts; a percentage says of what."""
    if opties := cel.veld.grenzen.keuzes:
        return f"keuze: {' of '.join(opties)}"
    if cel.veld.eenheid is Eenheid.FRACTIE:
        gevonden = _DEEL_VAN.search(cel.veld.omschrijving)
        return f"% van {gevonden[1].split(',')[0]}" if gevonden else "%"
    return str(cel.veld.eenheid or namen.TEKST)
