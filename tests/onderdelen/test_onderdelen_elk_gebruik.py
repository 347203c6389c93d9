"""V4: components of one's own in every use, also where nobody has their classes: read from JSON, to the letter the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import pytest

import gezinshuis_tarief
from gezinshuis_tarief import (
    Aantal,
    EuroPerJaar,
    EuroPerStuk,
    Fractie,
    Fte,
    GeenKeerpunt,
    Huismaten,
    InvoerFout,
    Kostenpost,
    Leegstand,
    Loonkosten,
    Opbouw,
    Rekenwijze,
    bereken_kolommen,
    controleer,
    frame_naar_opbouwen,
    herprijs,
    keerpunt,
    maak_bewijs,
    maak_bijlage,
    naar_json,
    naspelen,
    onderdeel,
    sleutels,
    van_json,
    veld,
    verschil,
    voorbeeld_2026,
)
from gezinshuis_tarief.indexatie.inschaling import Inschaling
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.uitkomst.tonen import toon_bij
from hulp import elk_gebruik
from hulp.elk_gebruik import BEZETTING, GEBRUIK, PRIJS, anders, frame_van
from hulp.onderdelen import EIGEN_LEEGSTAND
from hulp.wijzen import exact, uit_frame


class Vervoer(Kostenpost):
    """Ritten per jeugdige maal de prijs van een rit."""

    ritten_per_jeugdige: Annotated[Aantal, veld("ritten per jeugdige per jaar")]
    prijs_per_rit: Annotated[EuroPerStuk, veld("prijs van een rit")]

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002 (given to every formula)
        return huis.plaatsen * self.ritten_per_jeugdige * self.prijs_per_rit


class Korting(Kostenpost):
    """Wat eraf gaat, op hele centen."""

    deel: Annotated[Fractie, veld("deel dat eraf gaat")]
    bedrag: Annotated[EuroPerJaar, veld("bedrag waarvan het deel eraf gaat")]

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002 (given to every formula)
        korting = wijze.stap("korting", wijze.rond(self.bedrag * self.deel), Eenheid.EURO_PER_JAAR)
        return 0 - korting


class Medewerker(Kostenpost):
    """Deel van een fte op de loonlijst."""

    fte: Annotated[Fte, veld("aanstelling")]
    loon: Loonkosten

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002 (given to every formula)
        return self.fte * self.loon.loonkosten(wijze.onder("loon"))


class EigenLeegstand(Leegstand):
    """Leegstand als deel van de kosten."""

    def per_etmaal(self, kostprijs: Decimal, vaste_kosten: Decimal, wijze: Rekenwijze) -> Decimal:
        over = wijze.kies(self.grondslag, {"kostprijs": kostprijs, "vaste_kosten": vaste_kosten})
        return over * (1 - self.bezettingsgraad)


VOORBEELD = voorbeeld_2026()
KORTING = Korting(naam="korting", deel="0.05", bedrag="1460")
OPBOUW = VOORBEELD.met(
    {
        "eigen_posten": [
            Vervoer(naam="vervoer", ritten_per_jeugdige="120", prijs_per_rit="7.50"),
            KORTING,
            Medewerker(naam="medewerker", fte="0.2", loon=VOORBEELD.gedragswetenschapper.loon),
        ],
        "leegstand": EigenLeegstand(bezettingsgraad="0.95", grondslag="vaste_kosten"),
    },
    reden="proef",
)


@pytest.fixture(scope="module")
def los_proces(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Do everything in a process that has not got the classes."""
    bestand = tmp_path_factory.mktemp("los") / "aanbod.json"
    naar_json(OPBOUW, bestand)
    paden = [Path(gezinshuis_tarief.__file__).parents[1], Path(__file__).parents[1]]
    klaar = subprocess.run(  # noqa: S603 (our own file)
        [sys.executable, elk_gebruik.__file__, str(bestand)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paden)), "PYTHONWARNINGS": "ignore"},
    )
    assert klaar.returncode == 0, klaar.stderr.decode()
    uit: dict[str, str] = json.loads(klaar.stdout)
    return uit


@pytest.mark.parametrize("naam", GEBRUIK)
def test_wie_de_klassen_niet_heeft_krijgt_tot_op_de_letter_hetzelfde(
    naam: str, los_proces: dict[str, str]
) -> None:
    assert los_proces[naam] == str(GEBRUIK[naam](OPBOUW))


def test_wat_er_in_een_los_proces_uitkomt_is_exact(los_proces: dict[str, str]) -> None:
    frame = frame_van(OPBOUW)
    verwacht = exact(frame_naar_opbouwen(frame, basis=OPBOUW))
    assert uit_frame(bereken_kolommen(frame, basis=van_json(naar_json(OPBOUW)))) == verwacht
    for rij in verwacht:
        assert f"'uitkomst.hoog.tarief': {rij['uitkomst.hoog.tarief']!r}" in los_proces["database"]


def test_gewijzigde_eigen_invoer_heeft_een_aandeel_per_sleutel() -> None:
    deel = verschil(OPBOUW, anders(OPBOUW))["midden"]
    regels = deel.per_sleutel()
    assert set(regels) == {PRIJS, BEZETTING, "eigen_posten[1].deel"}
    assert sum(regel.bedrag for regel in regels.values()) == deel.bedrag
    assert regels[BEZETTING].bedrag > 0
    korting = OPBOUW.met({"eigen_posten[1].deel": "0.10"}).bereken()["midden"].per_etmaal
    assert regels["eigen_posten[1].deel"].eerst == pytest.approx(
        korting - OPBOUW.bereken()["midden"].per_etmaal, abs=Decimal("0.01")
    )


def test_een_afronding_binnen_een_formule_telt_in_aandelen_mee() -> None:
    """Shares are of unrounded tariffs, but what a formula itself rounds is rounded in every mixture."""
    klein = OPBOUW.met({"eigen_posten": [Korting(naam="k", deel="0.5", bedrag="0.01")]}, reden="x")
    groot = klein.met({"eigen_posten[0].deel": "0.51", "eigen_posten[0].bedrag": "7300"})
    for tarief in verschil(klein, groot).values():
        assert sum(regel.bedrag for regel in tarief.per_sleutel().values()) == tarief.bedrag
    anders_heel = klein.met({"eigen_posten[0].bedrag": "0.0099"})  # 0.005 rounds up, 0.00495 does not
    (regel,) = verschil(klein, anders_heel)["laag"].per_sleutel().values()
    tarieven = [o.bereken()["laag"].bedragen.onafgerond_tarief for o in (klein, anders_heel)]
    assert float(regel.exact) == pytest.approx(float(tarieven[1] - tarieven[0]), rel=1e-20)


def test_een_huis_met_meer_plaatsen_deelt_in_aandelen_door_hele_getallen() -> None:
    invoer = {"b": {"eenheid": "€ per jaar"}}
    soort = onderdeel(
        "Half", plek="eigen_posten", invoer=invoer, uitkomst="b * (huis.plaatsdagen / huis.dagen)"
    )
    een = VOORBEELD.met({"eigen_posten": [soort(naam="h", b="36500")]})
    twee = een.met({"gezinshuis.plaatsen_hoog": 2, "eigen_posten[0].b": "40000"})
    for tarief in verschil(een, twee).values():
        assert sum(regel.bedrag for regel in tarief.per_sleutel().values()) == tarief.bedrag


def met_andere_formule(uitkomst: str) -> Opbouw:
    soort = onderdeel("EigenLeegstand", **{**EIGEN_LEEGSTAND, "uitkomst": uitkomst})
    return OPBOUW.met({"leegstand": soort(bezettingsgraad="0.95", grondslag="vaste_kosten")}, reden="formule")


def test_een_gewijzigde_formule_is_een_heel_deel_en_is_te_lezen() -> None:
    gedeeld = met_andere_formule("grondslag / bezettingsgraad - grondslag")
    tekst = verschil(OPBOUW, gedeeld)
    (regel,) = tekst["midden"].bijdragen
    assert (regel.sleutel, regel.bedrag) == ("leegstand", tekst["midden"].bedrag)
    assert [wat.heel for wat in regel.wijzigingen] == [True]
    assert "EigenLeegstand = [naar" in str(tekst)
    assert "EigenLeegstand = grondslag ÷ be" in str(tekst)
    getoond = toon_bij(gedeeld, "leegstand")
    assert getoond.startswith(
        "EigenLeegstand = grondslag ÷ bezettingsgraad − grondslag; grondslag = [naar grondslag:"
    )
    assert toon_bij(VOORBEELD, "leegstand") == "bezettingsgraad 95%, grondslag vaste kosten"


def test_de_bijlage_en_het_naspel_tonen_elke_eigen_formule_in_woorden() -> None:
    bewijs = maak_bewijs(OPBOUW, gemaakt_op="2026-02-02")
    bijlage, naspel = str(maak_bijlage(bewijs)), naspelen(bewijs)
    for tekst in (bijlage, str(naspel)):
        assert "huis plaatsen × ritten per jeugdige × prijs per rit" in tekst
        assert "bedrag × deel, afgerond op centen" in tekst
        assert (
            "[naar grondslag: bij kostprijs: kostprijs; bij vaste_kosten: vaste kosten] × (1 − bezettingsgraad)"
            in tekst
        )
    assert "Eigen onderdeel Vervoer, kenmerk " in bijlage
    assert set(naspel.als_json()["onderdelen"]) == {
        "leegstand",
        *(f"eigen_posten[{plek}]" for plek in range(3)),
    }
    gewoon = naspelen(maak_bewijs(VOORBEELD, gemaakt_op="2026-02-02"))
    assert "onderdelen" not in gewoon.als_json()
    assert "eigen onderdelen" not in str(gewoon)


class Kijkt(Kostenpost):
    """Een klasse die niet op te schrijven is."""

    bedrag: Annotated[EuroPerJaar, veld("bedrag")]

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002 (given to every formula)
        return self.bedrag if self.bedrag > 1 else Decimal(0)


def test_wat_niet_op_te_schrijven_is_wordt_met_zijn_waarden_getoond() -> None:
    opbouw = VOORBEELD.met({"eigen_posten": [Kijkt(naam="k", bedrag="2")]})
    assert toon_bij(opbouw, "eigen_posten") == "naam k, bedrag € 2,00 per jaar"


def test_een_afronding_midden_in_een_formule_staat_tussen_haken() -> None:
    soort = onderdeel(
        "Derde",
        plek="eigen_posten",
        invoer={"b": {"eenheid": "€ per jaar"}},
        uitkomst="AFRONDEN(b / 3; 2) * 3",
    )
    opbouw = VOORBEELD.met({"eigen_posten": [soort(naam="d", b="100")]})
    assert "(b ÷ 3, afgerond op centen) × 3" in str(opbouw.uitleg())


def test_een_regel_onder_nul_krijgt_een_bevinding() -> None:
    bevindingen = {b.sleutel: b for b in controleer(OPBOUW) if b.code == "VOL-09"}
    assert set(bevindingen) == {"eigen_posten[1]"}
    assert bevindingen["eigen_posten[1]"].gevonden == "€ -0,05 per etmaal"
    assert bevindingen["eigen_posten[1]"].effect == Decimal("-0.05")
    onder_nul = met_andere_formule("0 - grondslag * (1 - bezettingsgraad)")
    assert "leegstand" in {b.sleutel for b in controleer(onder_nul) if b.code == "VOL-09"}
    assert not [b for b in controleer(VOORBEELD) if b.code == "VOL-09"]


def test_een_post_die_in_een_zorgzwaarte_onder_nul_komt_krijgt_een_bevinding() -> None:
    post = onderdeel(
        "Saldo",
        plek="eigen_posten",
        invoer={"a": {"eenheid": "€ per jaar"}, "b": {"eenheid": "€ per jaar"}},
        uitkomst="a - b",
    )
    opbouw = VOORBEELD.met({"eigen_posten": [post(naam="s", a="1460", b="0")]})
    assert not [b for b in controleer(opbouw) if b.code == "VOL-09"]
    (bevinding,) = (
        b for b in controleer(opbouw.met({"hoog.eigen_posten[0].b": "2920"})) if b.code == "VOL-09"
    )
    assert (bevinding.sleutel, bevinding.effect) == ("eigen_posten[0]", Decimal("-1.00"))


def _keert(uitkomst: str, bedrag: str) -> Opbouw:
    jaarbedrag = {"eenheid": "€ per jaar", "minstens": "0", "hoogstens": "100000"}
    invoer = {"x": jaarbedrag, "top": jaarbedrag}
    soort = onderdeel("Keert", plek="eigen_posten", invoer=invoer, uitkomst=uitkomst)
    return VOORBEELD.met({"eigen_posten": [soort(naam="k", x=bedrag, top="30000")]})


@pytest.mark.parametrize(("nu", "verwacht"), [("4000", 5000), ("30000", 25000)])
def test_een_keerpunt_van_een_formule_die_keert_is_het_naaste(nu: str, verwacht: int) -> None:
    """At both ends the tariff is the same; in between it rises to 15.000 and falls again."""
    opbouw = _keert("MAX(MIN(x; top - x); 0)", nu)
    doel = opbouw.met({"eigen_posten[0].x": verwacht}).bereken()["midden"].bedragen.onafgerond_tarief
    gevonden = keerpunt(opbouw, "eigen_posten[0].x", tarief=f"{doel:.10f}")
    assert gevonden.waarde == pytest.approx(Decimal(verwacht), abs=Decimal("0.001"))
    with pytest.raises(GeenKeerpunt, match="Lager dan"):
        keerpunt(opbouw, "eigen_posten[0].x", tarief="1")


def test_een_keerpunt_waar_de_formule_overheen_springt_is_er_niet() -> None:
    opbouw = _keert("AFRONDEN(x / 10000; 2) * 10000", "200")
    with pytest.raises(GeenKeerpunt, match="springt het tarief daaroverheen"):
        keerpunt(opbouw, "eigen_posten[0].x", tarief="160.37")


def test_herprijs_kent_het_loon_van_een_eigen_onderdeel() -> None:
    plek = Inschaling(schaal="7", periodiek="5")
    herprijsd = herprijs(OPBOUW, "2026-01-01", inschaling={}, eigen={PRIJS: ("8.00", "vervoerder")})
    assert herprijsd.nieuw.onderbouwing_van(PRIJS).bron == "vervoerder"
    mag = r"gedragswetenschapper of eigen_posten\[2\]"
    with pytest.raises(InvoerFout, match=mag):
        herprijs(OPBOUW, "2025-06-01", inschaling={"leegstand": plek})


def test_de_sleutels_van_een_opbouw_zijn_ook_die_van_haar_eigen_onderdelen() -> None:
    (regel,) = sleutels("prijs rit", opbouw=OPBOUW).regels
    assert (regel.sleutel, regel.betekenis, regel.eenheid) == (PRIJS, "prijs van een rit", "€ per stuk")
    assert not sleutels("prijs rit")


def test_een_invoer_zonder_omschrijving_heet_naar_zijn_naam() -> None:
    soort = onderdeel(
        "Huur",
        plek="huisvesting",
        invoer={"huur_per_maand": {"eenheid": "€ per maand"}},
        uitkomst="huur_per_maand * 12",
    )
    opbouw = VOORBEELD.met({"huisvesting": soort(huur_per_maand="1500")}, reden="x")
    assert "huur per maand: € 1.500,00 per maand" in str(opbouw.uitleg())
