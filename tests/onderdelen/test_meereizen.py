"""Components of one's own along with a calculation: whoever has not got the class computes the same cents."""

from __future__ import annotations

import datetime as dt
import json
import os
import runpy
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import StringConstraints

import gezinshuis_tarief
from gezinshuis_tarief import (
    Aantal,
    Bod,
    EuroPerJaar,
    EuroPerStuk,
    Gedragswetenschapper,
    GezinshuisTariefFout,
    Huismaten,
    InvoerFout,
    Kostenblok,
    Kostenpost,
    Leegstand,
    Loonkosten,
    Onderhandeling,
    Opbouw,
    Overhead,
    Rekenwijze,
    Verzorgingskosten,
    WinstMarge,
    definitie_van,
    lees_bewijs,
    lees_onderhandeling,
    maak_bewijs,
    naar_json,
    naspelen,
    onderdeel,
    schrijf_bewijs,
    schrijf_onderhandeling,
    van_json,
    veld,
    verenig_kopieen,
    voorbeeld_2026,
)
from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.grenzen import grenzen_van
from gezinshuis_tarief.model.verschillen import sleutelverschillen
from gezinshuis_tarief.onderdelen.bouwen import UitDefinitie
from gezinshuis_tarief.onderdelen.meereizen import naar_data
from gezinshuis_tarief.onderdelen.plaatsing import bezwaar_tegen_plek

VOORBEELDEN = Path(__file__).parents[2] / "examples"


class Vervoer(Kostenpost):
    """Ritten per jeugdige maal de prijs van een rit."""

    ritten_per_jeugdige: Annotated[Aantal, veld("ritten per jeugdige per jaar")]
    prijs_per_rit: Annotated[EuroPerStuk, veld("prijs van een rit")]
    vervoerder: Annotated[str, StringConstraints(max_length=80), veld("wie er rijdt")]

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        ritten = wijze.stap("ritten", huis.plaatsen * self.ritten_per_jeugdige, Eenheid.AANTAL)
        return ritten * self.prijs_per_rit


class EigenLeegstand(Leegstand):
    """Leegstand als deel van de kosten."""

    def per_etmaal(self, kostprijs: Decimal, vaste_kosten: Decimal, wijze: Rekenwijze) -> Decimal:
        return wijze.kies(self.grondslag, {"kostprijs": kostprijs, "vaste_kosten": vaste_kosten}) * (
            1 - self.bezettingsgraad
        )


class EigenOverhead(Overhead):
    """Overhead, hoogstens een vast bedrag per etmaal."""

    def per_etmaal(
        self, beroepskrachten: Decimal, directe_kosten: Decimal, huis: Huismaten, wijze: Rekenwijze
    ) -> Decimal:
        return wijze.minste(super().per_etmaal(beroepskrachten, directe_kosten, huis, wijze), beroepskrachten)


class Inkomen(Kostenblok):
    """Afgesproken inkomen."""

    inkomen: Annotated[EuroPerJaar, veld("inkomen dat partijen afspreken")]

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002 (given to every formula)
        return self.inkomen


class MetIf(Kostenpost):
    bedrag: Annotated[EuroPerJaar, veld("bedrag")]

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002 (given to every formula)
        return self.bedrag if self.bedrag > 1 else Decimal(0)


VERVOER = Vervoer(naam="vervoer", ritten_per_jeugdige="120", prijs_per_rit="7.50", vervoerder="Taxi Jansen")
DELEN: dict[str, dict[str, Any]] = {
    "post": {"eigen_posten": [VERVOER]},
    "leegstand": {"leegstand": EigenLeegstand(bezettingsgraad="0.95", grondslag="vaste_kosten")},
    "overhead": {"overhead": EigenOverhead(**dict(voorbeeld_2026().overhead))},
    "inkomen": {"inkomen_gezinshuisouder": Inkomen(inkomen="90000")},
}
DELEN["alles"] = {naam: deel for delen in DELEN.values() for naam, deel in delen.items()}


def voorbeelden() -> dict[str, Opbouw]:
    """Return an opbouw with each kind of component of one's own, and those of the examples."""
    opbouwen = {naam: voorbeeld_2026().met(delen, reden="proef") for naam, delen in DELEN.items()}
    for nummer, sleutel in ((1, "inkomen_gezinshuisouder"), (2, "eigen_posten"), (3, "eigen_posten")):
        (bestand,) = VOORBEELDEN.glob(f"0{nummer}_*.py")
        ruimte = runpy.run_path(str(bestand))
        deel = (
            ruimte["ondernemer"][sleutel] if nummer == 1 else [ruimte.get("vervoer") or ruimte["medewerker"]]
        )
        opbouwen[bestand.stem] = voorbeeld_2026().met({sleutel: deel}, reden="proef")
    return opbouwen


OPBOUWEN = voorbeelden()


@pytest.mark.parametrize("opbouw", OPBOUWEN.values(), ids=OPBOUWEN)
def test_wat_geschreven_is_wordt_zonder_de_klasse_gelezen(opbouw: Opbouw) -> None:
    tekst = naar_json(opbouw)
    gelezen = van_json(tekst)
    assert gelezen == opbouw
    assert opbouw == gelezen
    assert naar_json(gelezen) == tekst
    assert sleutelverschillen(opbouw, gelezen) == ()
    assert gelezen.bereken().als_json() == opbouw.bereken().als_json()
    assert str(gelezen.uitleg()) == str(opbouw.uitleg())
    assert list(gelezen.waarden()) == list(opbouw.waarden())
    for zwaarte, tarief in opbouw.bereken().items():
        assert [r.onafgerond for r in gelezen.bereken()[zwaarte].regels] == [
            r.onafgerond for r in tarief.regels
        ]


LOS_PROCES = """
import sys
from gezinshuis_tarief import naar_json, van_json
opbouw = van_json(open(sys.argv[1], encoding="utf-8").read())
assert not any("test_meereizen" in naam for naam in sys.modules)
anders = opbouw.met({"eigen_posten[0].prijs_per_rit": "8.00", "leegstand.bezettingsgraad": "0.9"}, reden="bod")
sys.stdout.reconfigure(encoding="utf-8")
for deel in (opbouw, anders):
    sys.stdout.write(naar_json(deel) + "\\x00" + str(deel.bereken().als_json()) + "\\x00" + str(deel.uitleg()) + "\\x00")
"""


def test_een_los_proces_leest_rekent_legt_uit_wijzigt_en_schrijft(tmp_path: Path) -> None:
    opbouw = OPBOUWEN["alles"]
    bestand = tmp_path / "aanbod.json"
    bestand.write_text(naar_json(opbouw), encoding="utf-8")
    uitvoer = subprocess.run(  # noqa: S603 (our own line)
        [sys.executable, "-c", LOS_PROCES, str(bestand)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(gezinshuis_tarief.__file__).parents[1])},
    ).stdout.decode()
    delen = uitvoer.replace("\r\n", "\n").split("\x00")
    anders = opbouw.met(
        {"eigen_posten[0].prijs_per_rit": "8.00", "leegstand.bezettingsgraad": "0.9"}, reden="bod"
    )
    verwacht = [
        tekst
        for deel in (opbouw, anders)
        for tekst in (naar_json(deel), str(deel.bereken().als_json()), str(deel.uitleg()))
    ]
    assert delen[:-1] == verwacht
    assert van_json(delen[3]) == anders


def test_in_het_bestand_staat_wat_er_gerekend_wordt() -> None:
    inhoud = json.loads(naar_json(OPBOUWEN["post"]))
    assert list(inhoud)[-1] == "onderdelen"
    assert inhoud["eigen_posten"][0] == {
        "soort": "Vervoer",
        "naam": "vervoer",
        "ritten_per_jeugdige": "120",
        "prijs_per_rit": "7.50",
        "vervoerder": "Taxi Jansen",
    }
    assert inhoud["onderdelen"] == {
        "Vervoer": {
            "plek": "eigen_posten",
            "uitleg": "Ritten per jeugdige maal de prijs van een rit.",
            "invoer": {
                "ritten_per_jeugdige": {
                    "omschrijving": "ritten per jeugdige per jaar",
                    "eenheid": "aantal",
                    "minstens": "0",
                },
                "prijs_per_rit": {
                    "omschrijving": "prijs van een rit",
                    "eenheid": "€ per stuk",
                    "minstens": "0",
                },
                "vervoerder": {"omschrijving": "wie er rijdt", "tekst": 80},
            },
            "stappen": {"ritten": {"eenheid": "aantal", "formule": "huis.plaatsen * ritten_per_jeugdige"}},
            "uitkomst": "ritten * prijs_per_rit",
            "kenmerk": definitie_van(Vervoer).kenmerk,
        }
    }


def test_een_bestand_zonder_eigen_onderdelen_verandert_geen_byte(voorbeeld: Opbouw) -> None:
    inhoud: dict[str, Any] = {"gezinshuis": {}, "eigen_posten": []}
    assert naar_data(voorbeeld, inhoud) is inhoud
    assert {"onderdelen", "soort"} & set(json.loads(naar_json(voorbeeld))) == set()


def test_een_eigen_klasse_wordt_gebruikt_als_zij_hetzelfde_berekent() -> None:
    tekst = naar_json(OPBOUWEN["alles"])
    assert isinstance(van_json(tekst).eigen_posten[0], UitDefinitie)
    gelezen = van_json(tekst, klassen=(Vervoer, Inkomen, Leegstand))
    soorten: list[type] = [
        type(deel) for deel in (gelezen.eigen_posten[0], gelezen.inkomen_gezinshuisouder, gelezen.leegstand)
    ]
    assert soorten[:2] == [Vervoer, Inkomen]
    assert issubclass(soorten[2], UitDefinitie)
    assert gelezen == van_json(tekst) == OPBOUWEN["alles"]


def test_een_eigen_klasse_die_iets_anders_berekent_wordt_geweigerd() -> None:
    class Anders(Vervoer):
        def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
            return super().per_jaar(huis, wijze) * 2

    anders = type("Vervoer", (Anders,), {"__module__": __name__})
    with pytest.raises(InvoerFout) as fout:
        van_json(naar_json(OPBOUWEN["post"]), klassen=[anders])
    assert str(fout.value) == (
        "onderdelen.Vervoer: ritten = huis.plaatsen * ritten_per_jeugdige; ritten * prijs_per_rit is anders dan uw klasse "
        "Vervoer, die ritten = huis.plaatsen * ritten_per_jeugdige; ritten * prijs_per_rit * 2 rekent. Lees zonder deze "
        "klasse om met de ontvangen formule te rekenen."
    )


class EigenLoon(Loonkosten):
    def loonkosten(self, wijze: Rekenwijze) -> Decimal:
        return super().loonkosten(wijze) * 2


def eigen_loon() -> dict[str, Any]:
    oud = voorbeeld_2026().gedragswetenschapper
    return {
        "gedragswetenschapper": Gedragswetenschapper(**{**dict(oud), "loon": EigenLoon(**dict(oud.loon))})
    }


class Marge(WinstMarge):
    pass


ONLEESBAAR: dict[str, tuple[dict[str, Any], str]] = {
    "if": (
        {"eigen_posten": [MetIf(naam="x", bedrag="5")]},
        "eigen_posten[0].MetIf: kan niet mee in een bestand",
    ),
    "plek die nog niet kan": (
        {"winst_marge": Marge(**dict(voorbeeld_2026().winst_marge))},
        "winst_marge.Marge: kan niet mee in een bestand: een eigen winst_marge kan dat nog niet",
    ),
    "naam van de standaard": (
        {"leegstand": type("Leegstand", (EigenLeegstand,), {})(bezettingsgraad="1", grondslag="kostprijs")},
        "leegstand.Leegstand: is de naam van een standaardonderdeel",
    ),
    "naam die geen naam is": (
        {"eigen_posten": [type("_Rit", (Vervoer,), {})(**dict(VERVOER))]},
        "eigen_posten[0]: '_Rit' is geen naam van een onderdeel",
    ),
    "twee van een naam": (
        {
            "inkomen_gezinshuisouder": Inkomen(inkomen="1"),
            "huisvesting": Inkomen(inkomen="2"),
        },
        "huisvesting.Inkomen: is de naam van twee verschillende onderdelen. Geef een van beide een andere naam",
    ),
    "eigen loon": (
        eigen_loon(),
        "gedragswetenschapper.EigenLoon: kan niet mee in een bestand: loon is een eigen klasse",
    ),
}


@pytest.mark.parametrize(("delen", "melding"), ONLEESBAAR.values(), ids=ONLEESBAAR)
def test_wat_niet_mee_kan_wordt_bij_het_schrijven_geweigerd(delen: dict[str, Any], melding: str) -> None:
    opbouw = voorbeeld_2026().met(delen, reden="proef")
    assert opbouw.bereken()
    with pytest.raises(InvoerFout) as fout:
        naar_json(opbouw)
    assert melding in str(fout.value)
    with pytest.raises(GezinshuisTariefFout):
        maak_bewijs(opbouw, gemaakt_op=dt.date(2026, 1, 1))


def test_wat_niet_te_lezen_is_wordt_niet_geschreven(voorbeeld: Opbouw) -> None:
    klassen: list[Any] = [
        onderdeel(f"Post{nummer}", plek="eigen_posten", invoer={}, uitkomst="0") for nummer in range(21)
    ]
    posten = [klasse(naam="post") for klasse in klassen]
    assert van_json(naar_json(voorbeeld.met({"eigen_posten": posten[:20]})))
    with pytest.raises(InvoerFout, match="onderdelen: 21 is te veel"):
        naar_json(voorbeeld.met({"eigen_posten": posten}))


def test_alle_bezwaren_tegen_het_schrijven_staan_bij_elkaar() -> None:
    delen = {"eigen_posten": [MetIf(naam="x", bedrag="5"), VERVOER, MetIf(naam="y", bedrag="5")]}
    with pytest.raises(InvoerFout) as fout:
        naar_json(voorbeeld_2026().met(delen))
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == [
        "eigen_posten[0].MetIf",
        "eigen_posten[2].MetIf",
    ]


@pytest.mark.parametrize(
    ("delen", "melding"),
    [
        (
            {"huisvesting": VERVOER},
            "huisvesting: Vervoer past hier niet. Toegestaan: een Kostenblok met opbouw_per_jaar",
        ),
        (
            {"leegstand": Inkomen(inkomen="1")},
            "leegstand: Inkomen past hier niet. Toegestaan: een Bouwsteen met per_etmaal",
        ),
        (
            {"eigen_posten": [Inkomen(inkomen="1")]},
            "eigen_posten[0]: Inkomen past hier niet. Toegestaan: een Kostenpost",
        ),
        (
            {"gedragswetenschapper": Inkomen(inkomen="1")},
            "gedragswetenschapper: Inkomen heeft geen loon en productieve_uren_per_jaar en uurkosten, en bouwsteen 11",
        ),
    ],
)
def test_een_onderdeel_past_alleen_op_zijn_plek(delen: dict[str, Any], melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        voorbeeld_2026().met(delen, reden="proef")
    assert melding in str(fout.value)


def test_eigen_onderdelen_samen_blijven_binnen_wat_te_beslissen_is(voorbeeld: Opbouw) -> None:
    deler = {"eenheid": "fractie", "meer_dan": "0"}
    posten = []
    for nummer in range(3):
        Deler = onderdeel(  # noqa: N806 (a class)
            f"Deler{nummer}",
            plek="eigen_posten",
            invoer={"bedrag": {"eenheid": "€ per jaar"}, "a": deler, "b": deler},
            uitkomst="bedrag / a / b",
        )
        posten.append(Deler(naam="deler", bedrag="100", a="0.3", b="0.7"))
    assert voorbeeld.met({"eigen_posten": posten[:2]}).bereken()
    with pytest.raises(InvoerFout) as fout:
        voorbeeld.met({"eigen_posten": posten})
    assert str(fout.value) == (
        "onderdelen: kunnen samen 120 cijfers in delers nodig hebben. Toegestaan: hoogstens 100. Deel door minder "
        "invoer, of geef de delers kleinere grenzen."
    )


def test_een_kamer_die_nog_niet_mee_kan_staat_waar_zij_staat() -> None:
    delen = {"winst_marge": Marge(**dict(voorbeeld_2026().winst_marge))}
    assert bezwaar_tegen_plek(voorbeeld_2026().met(delen, reden="proef")) is None


@pytest.mark.parametrize("opbouw", OPBOUWEN.values(), ids=OPBOUWEN)
def test_een_tariefbewijs_neemt_de_definities_mee(opbouw: Opbouw) -> None:
    bewijs = maak_bewijs(opbouw, gemaakt_op=dt.date(2026, 1, 1))
    tekst = schrijf_bewijs(bewijs)
    gelezen = lees_bewijs(tekst)
    assert gelezen == bewijs
    assert schrijf_bewijs(gelezen) == tekst
    assert naspelen(gelezen).klopt
    assert naspelen(gelezen).formules_gelijk
    assert json.loads(tekst)["opbouw"]["onderdelen"]


def test_een_onderhandeling_neemt_de_definities_mee(voorbeeld: Opbouw) -> None:
    begin = Onderhandeling(
        naam="proef", basis=voorbeeld, peildatum=dt.date(2026, 1, 1), partijen=("aanbieder", "gemeente")
    )
    opbouw = voorbeeld.met(DELEN["post"] | DELEN["leegstand"], reden="proef")
    onderhandeling = begin.bod("aanbieder", opbouw, indiener="A", datum=dt.date(2026, 1, 2), reden="voorstel")
    gelezen = lees_onderhandeling(schrijf_onderhandeling(onderhandeling))
    assert gelezen == onderhandeling
    assert schrijf_onderhandeling(gelezen) == schrijf_onderhandeling(onderhandeling)
    assert verenig_kopieen(gelezen, onderhandeling) == onderhandeling
    assert {punt.sleutel for punt in gelezen.stand.punten} == {"eigen_posten", "leegstand"}
    zet = gelezen.ronden[0].zetten[0]
    assert isinstance(zet, Bod)
    assert UitDefinitie in type(zet.opbouw.leegstand).__mro__
    akkoord = gelezen
    for sleutel in ("eigen_posten", "leegstand"):
        akkoord = akkoord.aanvaard(sleutel, "gemeente", indiener="B", datum=dt.date(2026, 1, 3))
    bewijs = maak_bewijs(akkoord, gemaakt_op=dt.date(2026, 1, 4))
    assert bewijs.opbouw.bereken().als_json() == opbouw.bereken().als_json()
    assert lees_bewijs(schrijf_bewijs(bewijs)) == bewijs


def test_een_prijsgroep_reist_mee_en_telt_niet_in_het_kenmerk(voorbeeld: Opbouw) -> None:
    """C1: whoever has not got the class sees the same price level."""

    class EigenVerzorging(Verzorgingskosten):
        def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
            return super().opbouw_per_jaar(huis, wijze) * 2

    eigen = voorbeeld.met(
        {"verzorgingskosten": EigenVerzorging(**voorbeeld.verzorgingskosten.model_dump())}, reden="proef"
    )
    terug = van_json(naar_json(eigen))
    assert str(terug.prijspeil) == str(eigen.prijspeil)
    assert terug == eigen
    velden = type(terug.verzorgingskosten).model_fields
    assert grenzen_van(velden["bijzondere_kosten_per_jeugdige_per_jaar"]).prijsgroep is Prijsgroep.OVERIG
