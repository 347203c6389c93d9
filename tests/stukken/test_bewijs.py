"""Receipts: sealed, computed again, compared."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache

import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import InvoerFout, Opbouw, voorbeeld_2026
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.stukken.bewijs import (
    Tariefbewijs,
    lees_bewijs,
    maak_bewijs,
    schrijf_bewijs,
    zegel_van,
)
from gezinshuis_tarief.stukken.naspelen import naspelen, vergelijk_bewijzen
from hulp.strategieen import opbouwen

DAG = dt.date(2026, 3, 2)


def anders_verzegeld(bewijs: Tariefbewijs, **wijzigingen: object) -> Tariefbewijs:
    """A receipt as another version of the library could have made it."""
    inhoud = bewijs.model_dump(mode="json") | wijzigingen
    inhoud["zegel"] = zegel_van(inhoud)
    return lees_bewijs(json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n")


@pytest.fixture(scope="module")
def bewijs() -> Tariefbewijs:
    return maak_bewijs(voorbeeld_2026(), gemaakt_op=DAG)


@pytest.fixture(scope="module")
def tekst(bewijs: Tariefbewijs) -> str:
    return schrijf_bewijs(bewijs)


def test_een_bewijs_heeft_alles_wat_nodig_is(bewijs: Tariefbewijs) -> None:
    assert {zwaarte: bewijs.uitkomst[zwaarte]["tarief"] for zwaarte in bewijs.uitkomst} == {
        "laag": "149.44",
        "midden": "160.34",
        "hoog": "182.12",
    }
    stappen = {stap.sleutel: stap for stap in bewijs.stappen}
    assert stappen["gezinshuis.plaatsen"].waarde == "4"
    assert "÷" in stappen["huisvesting.per_etmaal"].formule
    assert len(bewijs.zegel) == 64


def test_lezen_geeft_terug_wat_er_geschreven_is(bewijs: Tariefbewijs, tekst: str) -> None:
    assert lees_bewijs(tekst) == lees_bewijs(tekst.encode()) == bewijs


@given(opbouwen())
@settings(max_examples=15)
def test_elk_bewijs_speelt_na_tot_dezelfde_centen(opbouw: Opbouw) -> None:
    naspel = naspelen(lees_bewijs(schrijf_bewijs(maak_bewijs(opbouw, gemaakt_op=DAG))))
    assert naspel.klopt
    assert naspel.formules_gelijk
    assert naspel.cijfers_gelijk
    assert naspel.afwijkingen == ()


@cache
def _bytes() -> bytes:
    return schrijf_bewijs(maak_bewijs(voorbeeld_2026(), gemaakt_op=DAG)).encode()


@given(st.data())
@settings(max_examples=60)
def test_elke_gewijzigde_byte_wordt_gemerkt(data: st.DataObject) -> None:
    inhoud = bytearray(_bytes())
    plek = data.draw(st.integers(0, len(inhoud) - 1))
    ander = data.draw(st.integers(0, 255).filter(lambda byte: byte != inhoud[plek]))
    inhoud[plek] = ander
    with pytest.raises(InvoerFout):
        lees_bewijs(bytes(inhoud))


def test_een_bewerkt_bewijs_zegt_dat(tekst: str) -> None:
    assert tekst.count('"tarief": "149.44"') == 1
    for gewijzigd in (tekst.replace('"tarief": "149.44"', '"tarief": "159.44"'), tekst.replace("\n", "\n ")):
        with pytest.raises(
            InvoerFout, match="zegel: klopt niet: het tariefbewijs is na het opmaken gewijzigd"
        ):
            lees_bewijs(gewijzigd)
    with pytest.raises(InvoerFout, match="is geen tariefbewijs"):
        lees_bewijs("{}")


def test_naspelen_zegt_wat_klopt(bewijs: Tariefbewijs) -> None:
    tekst = str(naspelen(bewijs))
    assert "laag € 149,44, midden € 160,34, hoog € 182,12" in tekst
    assert (
        "Alle regels kloppen tot op de cent.\nDe formules zijn dezelfde.\nDe referentiecijfers zijn dezelfde."
        in tekst
    )


def test_naspelen_noemt_de_regels_die_niet_kloppen(bewijs: Tariefbewijs) -> None:
    uitkomst = {z: dict(regels) for z, regels in bewijs.uitkomst.items()}
    uitkomst["laag"] |= {"leegstand": "5.00", "tarief": "148.00"}
    del uitkomst["hoog"]["huisvesting"]
    oud = anders_verzegeld(
        bewijs, uitkomst=uitkomst, formules="0" * 16, cijfers="0" * 16, bibliotheek="0.0.1"
    )
    naspel = naspelen(oud)
    assert not naspel.klopt
    assert [sleutel for sleutel, _, _ in naspel.afwijkingen] == [
        "uitkomst.laag.leegstand",
        "uitkomst.laag.tarief",
        "uitkomst.hoog.huisvesting",
    ]
    tekst = str(naspel)
    assert "  uitkomst.laag.tarief: toen 148.00, nu 149.44" in tekst
    assert "  uitkomst.hoog.huisvesting: toen geen, nu " in tekst
    assert "De formules zijn gewijzigd.\nDe referentiecijfers zijn gewijzigd." in tekst
    inhoud = naspel.als_json()
    assert (inhoud["klopt"], inhoud["bibliotheek_toen"], len(inhoud["afwijkingen"])) == (False, "0.0.1", 3)


def test_twee_bewijzen_scheiden_invoer_cijfers_en_bibliotheek(
    voorbeeld: Opbouw, bewijs: Tariefbewijs
) -> None:
    salaris = "inkomen_gezinshuisouder.loon.bruto_maandsalaris"
    nieuw = voorbeeld.met({"leegstand.bezettingsgraad": "0.93"})
    steun = dict(nieuw.onderbouwing)
    nieuw = nieuw.met({salaris: "4500"}, reden="nieuwe tabel").model_copy(update={"onderbouwing": steun})
    ander = maak_bewijs(nieuw, gemaakt_op=DAG)
    verschillen = vergelijk_bewijzen(bewijs, ander)
    for zwaarte, oorzaken in verschillen.oorzaken.items():
        per_sleutel = verschillen.verschil[zwaarte].per_sleutel()
        assert oorzaken.cijfers == per_sleutel[salaris].bedrag > 0
        assert oorzaken.invoer == per_sleutel["leegstand.bezettingsgraad"].bedrag
        assert oorzaken.bibliotheek == 0
        assert oorzaken.totaal == ander.tarief(zwaarte) - bewijs.tarief(zwaarte)
    # the same inputs, a euro cheaper in an older library
    uitkomst = {z: regels | {"tarief": str(bewijs.tarief(z) - 1)} for z, regels in bewijs.uitkomst.items()}
    oud = anders_verzegeld(bewijs, uitkomst=uitkomst)
    laag = vergelijk_bewijzen(oud, ander).oorzaken["laag"]
    assert laag.bibliotheek == 1
    assert laag.totaal == ander.tarief("laag") - oud.tarief("laag")
    assert "cijfers met bron" in str(verschillen)
    assert verschillen.als_json()["oorzaken"]["laag"]["bibliotheek"] == "0.00"


def test_een_onderhandeling_geeft_alleen_bij_akkoord_een_bewijs(voorbeeld: Opbouw) -> None:
    zaak = Onderhandeling(naam="Linde", peildatum=DAG, partijen=("gemeente", "aanbieder"), basis=voorbeeld)
    hoger = voorbeeld.met({"overhead.opslag": "0.12"})
    zaak = zaak.bod("aanbieder", hoger, indiener="x", datum=DAG, reden="kosten")
    with pytest.raises(InvoerFout, match=r"is nog niet rond; over overhead\.opslag is geen akkoord"):
        maak_bewijs(zaak, gemaakt_op=DAG)
    zaak = zaak.aanvaard("overhead.opslag", "gemeente", indiener="y", datum=DAG)
    bewijs = maak_bewijs(zaak, gemaakt_op=DAG)
    assert bewijs.afspraak is not None
    assert bewijs.afspraak.partijen == ("gemeente", "aanbieder")
    assert bewijs.tarief("laag") == hoger.bereken()["laag"].per_etmaal
    assert lees_bewijs(schrijf_bewijs(bewijs)) == bewijs


def test_een_bewijs_zegt_hoe_oud_zijn_cijfers_zijn(bewijs: Tariefbewijs, tekst: str) -> None:
    """C1: a receipt names the groups, and so does who computes it again."""
    prijspeil = "lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024"
    assert bewijs.prijspeil == prijspeil
    assert f'"prijspeil": "{prijspeil}"' in tekst
    assert f"Prijspeil: {prijspeil}." in str(naspelen(bewijs)).splitlines()


def test_een_ouder_bewijs_zonder_prijspeil_blijft_geldig(bewijs: Tariefbewijs) -> None:
    """C1: its seal is over what it holds, and it is written back as it was."""
    inhoud = bewijs.model_dump(mode="json")
    del inhoud["prijspeil"]
    inhoud["bibliotheek"] = "0.0.9"
    inhoud["zegel"] = zegel_van(inhoud)
    oud = lees_bewijs(tekst := json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n")
    assert oud.prijspeil is None
    assert schrijf_bewijs(oud) == tekst
    assert naspelen(oud).klopt


def zonder_uitkomst(bewijs: Tariefbewijs) -> dict[str, object]:
    uitkomst: dict[str, dict[str, str]] = {z: dict(regels) for z, regels in bewijs.uitkomst.items()}
    del uitkomst["laag"]
    uitkomst["hoog"]["tarief"] = "1e3"
    return {"uitkomst": {**uitkomst, "extra": {"tarief": "1.00"}}}


def test_een_bewijs_zonder_tarief_is_geen_bewijs(bewijs: Tariefbewijs) -> None:
    """R2: sealed again or not."""
    with pytest.raises(InvoerFout) as fout:
        anders_verzegeld(bewijs, **zonder_uitkomst(bewijs))
    assert [str(bezwaar).split(" Vraag")[0] for bezwaar in fout.value.bezwaren] == [
        "uitkomst.laag.tarief: ontbreekt.",
        "uitkomst.hoog.tarief: 1e3 is geen bedrag in euro en centen.",
        "uitkomst.extra: is geen zorgzwaarte. Toegestaan: laag, midden, hoog.",
    ]


def met_stap(bewijs: Tariefbewijs, deel: str, waarde: str) -> list[dict[str, str]]:
    stappen = [stap.model_dump() for stap in bewijs.stappen]
    next(stap for stap in stappen if stap["sleutel"] == "midden.leegstand.per_etmaal")[deel] = waarde
    return stappen


@pytest.mark.parametrize("formules", ["zelfde", "0" * 16])
def test_een_gewijzigde_stap_wordt_gevonden_ook_opnieuw_verzegeld(
    bewijs: Tariefbewijs, formules: str
) -> None:
    """R2: whatever it says of the formulas, a value that we compute otherwise is found."""
    ander = {} if formules == "zelfde" else {"formules": formules, "bibliotheek": "0.0.1"}
    stap = "stappen.midden.leegstand.per_etmaal.waarde"
    vals = naspelen(anders_verzegeld(bewijs, stappen=met_stap(bewijs, "waarde", "999"), **ander))
    assert not vals.klopt
    assert [(sleutel, toen) for sleutel, toen, _ in vals.afwijkingen] == [(stap, "999")]
    leeg = naspelen(anders_verzegeld(bewijs, stappen=[], **ander))
    assert not leeg.klopt
    assert ("stappen.uitkomst.midden.tarief.waarde", "", "160.34") in leeg.afwijkingen


@pytest.mark.parametrize(
    ("wijziging", "sleutel"),
    [
        ({"formules": "0" * 16}, "formules"),
        ({"cijfers": "0" * 16}, "cijfers"),
        ({"prijspeil": "lonen 2030"}, "prijspeil"),
        ({"prijspeil": None}, "prijspeil"),
        ({"bibliotheek": "0.1.0"}, "cijfers"),
    ],
)
def test_wat_een_bewijs_van_zijn_versie_zegt_moet_bij_die_versie_horen(
    bewijs: Tariefbewijs, wijziging: dict[str, object], sleutel: str
) -> None:
    """R2: a version that is known here has known formulas and figures."""
    vals = naspelen(anders_verzegeld(bewijs, **wijziging))
    assert sleutel in {gevonden for gevonden, _, _ in vals.afwijkingen}


@pytest.mark.parametrize(("deel", "waarde"), [("formule", "1 × 1"), ("eenheid", "€ per jaar")])
def test_de_woorden_van_een_stap_worden_nagekeken(bewijs: Tariefbewijs, deel: str, waarde: str) -> None:
    vals = naspelen(anders_verzegeld(bewijs, stappen=met_stap(bewijs, deel, waarde)))
    assert [sleutel for sleutel, _, _ in vals.afwijkingen] == [f"stappen.midden.leegstand.per_etmaal.{deel}"]


def test_wat_narekenen_niet_bewijst_staat_erbij(bewijs: Tariefbewijs) -> None:
    assert "Wie dit bewijs opmaakte, op welke dag" in str(naspelen(bewijs))
