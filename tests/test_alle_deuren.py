"""One value, one verdict: whichever way it comes in, the same inputs are let in and the same keys objected to.

What a field allows is written here by hand, from the table of keys, and not read from the code.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import ibis
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gezinshuis_tarief import (
    GelieerdeZorgorganisatie,
    InkomenOndernemer,
    InvoerFout,
    Opbouw,
    WerkboekFout,
    bereken_kolommen,
    frame_naar_opbouwen,
    lees_excel,
    van_json,
    voorbeeld_2026,
)
from gezinshuis_tarief.database.tabel import bereken_tabel
from gezinshuis_tarief.kern.sleutels import excelnaam, hoort_bij, onbeschreven, plat, uitgevouwen
from gezinshuis_tarief.kolommen.bestand import reken_bestand
from hulp.knoei import Knoeier
from hulp.opdracht import draai

_ACHT = GelieerdeZorgorganisatie(aandeel="0.05", grondslag="kostprijs", vast_bedrag_per_plaats_per_jaar="730")
BASIS = voorbeeld_2026().met(
    {
        "gelieerde_zorgorganisatie": _ACHT,
        "eigen_posten": [{"naam": "tuin", "bedrag_per_jaar": "1200"}],
        "winst_marge.grondslag": "kostprijs",
    }
)
BASIS = BASIS.met(
    {
        "eigen_opslagen": [{"naam": "risico", "percentage": "0.01", "grondslag": "kostprijs"}],
        "hoog.leegstand.bezettingsgraad": "0.9",
    }
)
IN_WERKBOEK = BASIS.met({"gezinshuis.groepsgrootte": 4, "inkomen_gezinshuisouder.fte_per_huis": "1"})
"""With the inputs that have a cell only where they were given."""
KAAL = BASIS.model_copy(update={"onderbouwing": {}})
WAARDEN = plat(KAAL)
STAP = Decimal("1e-10")
BOVEN_NUL = {
    "gezinshuis.weken_per_jaar",
    "inkomen_gezinshuisouder.fte_per_plaats",
    "inkomen_gezinshuisouder.vervangingsfactor",
    "gedragswetenschapper.productieve_uren_per_jaar",
    "inkomen_gezinshuisouder.fte_per_huis",
    "leegstand.bezettingsgraad",
    "hoog.leegstand.bezettingsgraad",
}
OPTIONEEL = ("vast_bedrag_per_jaar", "groepsgrootte", "fte_per_huis")
FRACTIES = (
    "opslag",
    "aandeel",
    "aandeel_zorg",
    "bezettingsgraad",
    "percentage",
    "vakantietoeslag",
    "eindejaarsuitkering",
)
FRACTIES_VAN_LOON = ("onregelmatigheidstoeslag", "werkgeverspremies", "pensioenpremie_werkgever")
KEUZES = {sleutel for sleutel in WAARDEN if sleutel.endswith(".grondslag")}
NAMEN = {"eigen_posten[0].naam", "eigen_opslagen[0].naam"}
GETALLEN = [sleutel for sleutel in WAARDEN if sleutel not in KEUZES | NAMEN]
NIETS = float("nan")


@dataclass(frozen=True)
class Geval:
    """One value at one key: whether it is let in, and what else the row then holds."""

    soort: str
    sleutel: str
    waarde: Any
    mag: bool
    rest: tuple[tuple[str, Any], ...] = ()

    @property
    def waarden(self) -> dict[str, Any]:
        return {**WAARDEN, **dict(self.rest), self.sleutel: self.waarde}


def _grenzen(sleutel: str) -> tuple[Decimal, Decimal, Decimal]:
    """Return the lowest, the highest and the step that the table of keys allows."""
    if sleutel == "gezinshuis.dagen_per_jaar":
        return Decimal(365), Decimal(366), Decimal(1)
    if sleutel == "gezinshuis.groepsgrootte":
        return Decimal(1), Decimal(8), Decimal(1)
    if sleutel.startswith("gezinshuis.plaatsen"):
        return Decimal(0), Decimal(8), Decimal(1)
    hoogst = (
        Decimal(1) if sleutel.rpartition(".")[2] in (*FRACTIES, *FRACTIES_VAN_LOON) else Decimal(999_999_999)
    )
    return STAP if sleutel in BOVEN_NUL else Decimal(0), hoogst, STAP if hoogst == 1 else Decimal(1)


def _getal(sleutel: str) -> Iterator[Geval]:
    laagst, hoogst, stap = _grenzen(sleutel)
    plaatsen = sleutel.startswith("gezinshuis.plaatsen")
    rest = tuple(
        (f"gezinshuis.plaatsen_{z}", 0) for z in ("laag", "midden", "hoog") if not sleutel.endswith(z)
    )
    optioneel = sleutel.endswith(OPTIONEEL)
    net_onder = laagst - (STAP if stap == STAP or laagst < 1 else stap)
    yield Geval("ondergrens", sleutel, laagst, mag=True)
    yield Geval("bovengrens", sleutel, hoogst, mag=True, rest=rest if plaatsen else ())
    yield Geval("net onder", sleutel, net_onder, mag=False)
    yield Geval("net boven", sleutel, hoogst + stap, mag=False)
    yield Geval("elf decimalen", sleutel, Decimal("0.00000000001") + max(laagst, Decimal(0)), mag=False)
    yield Geval("zestien cijfers", sleutel, Decimal("0.1234567890123456"), mag=False)
    yield Geval("leeg", sleutel, None, mag=optioneel)
    yield Geval("geen getal", sleutel, NIETS, mag=False)
    yield Geval("tekst", sleutel, "veel", mag=False)


def _keuze(sleutel: str) -> Iterator[Geval]:
    yield Geval("ondergrens", sleutel, WAARDEN[sleutel], mag=True)
    yield Geval("leeg", sleutel, None, mag=False)
    yield Geval("tekst", sleutel, "veel", mag=False)


GEVALLEN = [geval for sleutel in GETALLEN for geval in _getal(sleutel)]
GEVALLEN += [geval for sleutel in KEUZES for geval in _keuze(sleutel)]
SOORTEN = list(dict.fromkeys(geval.soort for geval in GEVALLEN))
Bezwaren = dict[int, list[str]]
"""Per case that is refused, the keys that are objected to."""
Deur = Callable[[list[Geval], Path], Bezwaren]


def _een_voor_een(gevallen: list[Geval], deur: Callable[[Geval], object]) -> Bezwaren:
    bezwaren = {}
    for plek, geval in enumerate(gevallen):
        try:
            deur(geval)
        except InvoerFout as fout:
            bezwaren[plek] = [bezwaar.sleutel for bezwaar in fout.bezwaren]
    return bezwaren


def _tekst(waarde: object) -> object:
    return f"{waarde:f}" if isinstance(waarde, Decimal) else waarde


def met(gevallen: list[Geval], _: Path) -> Bezwaren:
    return _een_voor_een(gevallen, lambda geval: KAAL.met({**dict(geval.rest), geval.sleutel: geval.waarde}))


def python(gevallen: list[Geval], _: Path) -> Bezwaren:
    return _een_voor_een(gevallen, lambda geval: Opbouw.model_validate(uitgevouwen(geval.waarden)))


def json_met_tekst(gevallen: list[Geval], _: Path) -> Bezwaren:
    def lees(geval: Geval) -> Opbouw:
        return van_json(json.dumps(uitgevouwen({s: _tekst(w) for s, w in geval.waarden.items()})))

    return _een_voor_een(gevallen, lees)


def json_met_getallen(gevallen: list[Geval], _: Path) -> Bezwaren:
    def lees(geval: Geval) -> Opbouw:
        kaal = {s: _tekst(w) for s, w in geval.waarden.items()}
        los = _tekst(geval.waarde) if isinstance(geval.waarde, Decimal) else json.dumps(geval.waarde)
        return van_json(json.dumps(uitgevouwen({**kaal, geval.sleutel: "HIER"})).replace('"HIER"', str(los)))

    return _een_voor_een(gevallen, lees)


def opdrachtregel(gevallen: list[Geval], _: Path) -> Bezwaren:
    invoer = [uitgevouwen({s: _tekst(w) for s, w in geval.waarden.items()}) for geval in gevallen]
    bezwaren: Bezwaren = {}
    for regel in draai("bereken", "--json", "-", invoer=invoer).stderr.splitlines():
        if regel.startswith("["):
            plek, rest = regel.removeprefix("[").split("].", maxsplit=1)
            bezwaren.setdefault(int(plek), []).append(rest.partition(": ")[0])
    return bezwaren


def _frame(gevallen: list[Geval]) -> pd.DataFrame:
    return pd.DataFrame([geval.waarden for geval in gevallen], dtype=object)


def _uit_rijen(sleutels: list[tuple[int, str]]) -> Bezwaren:
    bezwaren: Bezwaren = {}
    for rij, sleutel in sleutels:
        bezwaren.setdefault(rij, []).append(sleutel)
    return bezwaren


def frame_als_opbouwen(gevallen: list[Geval], _: Path) -> Bezwaren:
    return _een_voor_een(gevallen, lambda geval: frame_naar_opbouwen(_frame([geval])))


def kolommen(gevallen: list[Geval], _: Path) -> Bezwaren:
    bezwaren = bereken_kolommen(_frame(gevallen), fouten="markeer").bezwaren
    return _uit_rijen(list(zip(bezwaren.index, bezwaren["kolom"], strict=True)))


def _drijvend(gevallen: list[Geval]) -> pd.DataFrame:
    return _frame(gevallen).astype(dict.fromkeys(GETALLEN, "float64"))


def kolommen_float64(gevallen: list[Geval], _: Path) -> Bezwaren:
    bezwaren = bereken_kolommen(_drijvend(gevallen), fouten="markeer").bezwaren
    return _uit_rijen(list(zip(bezwaren.index, bezwaren["kolom"], strict=True)))


def _bestand(bron: Path) -> Bezwaren:
    fouten = bron.with_suffix(".fouten.csv")
    reken_bestand(bron, bron.with_suffix(".uit.csv"), markeer=fouten)
    gelezen = pd.read_csv(fouten)
    return _uit_rijen(
        [(int(rij) - 1, kolom) for rij, kolom in zip(gelezen["rij"], gelezen["kolom"], strict=True)]
    )


def csv(gevallen: list[Geval], map_: Path) -> Bezwaren:
    bron = map_ / "huizen.csv"
    _frame(gevallen).map(_tekst).to_csv(bron, index=False)
    return _bestand(bron)


def parquet(gevallen: list[Geval], map_: Path) -> Bezwaren:
    bron = map_ / "huizen.parquet"
    pq.write_table(pa.Table.from_pandas(_drijvend(gevallen), preserve_index=False), bron)
    return _bestand(bron)


def duckdb(gevallen: list[Geval], _: Path) -> Bezwaren:
    """A database says which keys are wrong, not in which rows: here every row is about another key."""
    motor = ibis.duckdb.connect()
    tabel = pa.Table.from_pandas(_drijvend(gevallen), preserve_index=False)
    sleutels = _een_voor_een(gevallen[:1], lambda _: bereken_tabel(motor.create_table("huizen", tabel))).get(
        0, []
    )
    return {
        plek: [sleutel]
        for plek, geval in enumerate(gevallen)
        for sleutel in sleutels
        if hoort_bij(geval.sleutel, sleutel)
    }


def werkboek(gevallen: list[Geval], map_: Path) -> Bezwaren:
    """All cells at once: the findings name the keys."""
    pad = map_ / "tarief.xlsx"
    IN_WERKBOEK.naar_excel(pad)
    knoeier = Knoeier(pad)
    for geval in gevallen:
        for sleutel, waarde in (*geval.rest, (geval.sleutel, geval.waarde)):
            _typ(knoeier, excelnaam(sleutel), waarde)
    try:
        lees_excel(knoeier.bewaar())
    except WerkboekFout as fout:
        gevonden = {b.sleutel for b in fout.bevindingen if b.ernst == "fout"}
        return {plek: [g.sleutel] for plek, g in enumerate(gevallen) if g.sleutel in gevonden}
    return {}


def _typ(knoeier: Knoeier, naam: str, waarde: object) -> None:
    if waarde is None:
        knoeier.leeg(naam)
    elif waarde is NIETS:
        knoeier.cel(naam, "<v>#NUM!</v>", "e")
    elif isinstance(waarde, str):
        knoeier.typ(naam, waarde)
    else:
        knoeier.getal(naam, str(_tekst(waarde)))


DEUREN: list[Deur] = [
    met,
    python,
    json_met_tekst,
    json_met_getallen,
    opdrachtregel,
    frame_als_opbouwen,
    kolommen,
]
DEUREN += [kolommen_float64, csv, parquet, duckdb, werkboek]
ALLEEN_GETALLEN = {kolommen_float64, parquet, duckdb}
"""Doors whose columns hold numbers only: no text, and a blank is how they say that there is no number."""
LEEG_IS_NAN = {frame_als_opbouwen, kolommen, kolommen_float64, csv, parquet, duckdb}
"""Frames: a NaN is a blank there."""


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("deur", DEUREN, ids=[deur.__name__ for deur in DEUREN])
def test_elke_deur_geeft_hetzelfde_oordeel_bij_dezelfde_sleutel(
    deur: Deur, soort: str, tmp_path: Path
) -> None:
    gevallen = [geval for geval in GEVALLEN if geval.soort == soort]
    if deur in ALLEEN_GETALLEN:
        gevallen = [geval for geval in gevallen if not isinstance(geval.waarde, str) or geval.mag]
    if deur is werkboek and soort == "bovengrens":  # one file: only one number of places can be the highest
        gevallen = [
            g for g in gevallen if g.sleutel not in {"gezinshuis.plaatsen_midden", "gezinshuis.plaatsen_hoog"}
        ]
    if deur is werkboek and soort == "ondergrens":  # and not all of them the lowest
        gevallen = [g for g in gevallen if g.sleutel != "gezinshuis.plaatsen_laag"]
    if not gevallen:
        assert soort == "tekst"
        return
    bezwaren = deur(gevallen, tmp_path)
    for plek, geval in enumerate(gevallen):
        mag = geval.mag
        if geval.waarde is NIETS and deur in LEEG_IS_NAN:
            mag = geval.sleutel.endswith(OPTIONEEL)
        sleutels = bezwaren.get(plek, [])
        assert bool(sleutels) is not mag, (geval, sleutels)
        assert all(hoort_bij(geval.sleutel, sleutel.partition(" (rij")[0]) for sleutel in sleutels), (
            geval,
            sleutels,
        )


def test_de_gevallen_dekken_elke_sleutel() -> None:
    lijst = (Path(__file__).parent / "huisregels" / "sleutels.txt").read_text(encoding="utf-8").splitlines()
    van_ondernemer = {
        f"inkomen_gezinshuisouder.{sleutel}" for sleutel in plat(onbeschreven(InkomenOndernemer))
    }
    sleutels = {regel.split("\t")[0] for regel in lijst} | {"hoog.leegstand.bezettingsgraad"}
    gevallen = {geval.sleutel for geval in GEVALLEN}
    assert gevallen | NAMEN == sleutels - (van_ondernemer - gevallen)
