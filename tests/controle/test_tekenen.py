"""May it be signed: eleven reasons, each of which makes an annex a concept, and none when all is settled."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from gezinshuis_tarief import Contractgegevens, Opbouw, getoetste_bijlage, mag_getekend_worden
from gezinshuis_tarief.onderhandeling.contractvoorstellen import stel_contract_voor
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs, maak_bewijs, zegel_van
from gezinshuis_tarief.stukken.bijlage import maak_bijlage
from hulp.contracten import DAG, tekenklaar, volledig_contract, zaak_met


@pytest.fixture(scope="module")
def klaar() -> Tariefbewijs:
    from gezinshuis_tarief import voorbeeld_2026  # noqa: PLC0415

    return tekenklaar(voorbeeld_2026())


def _met(bewijs: Tariefbewijs, **wijzigingen: Any) -> tuple[str, ...]:  # noqa: ANN401 (any field of the contract)
    """The reasons when a part of the contract is otherwise."""
    contract = (bewijs.contract or Contractgegevens()).model_dump(mode="json") | wijzigingen
    kaal = {naam: waarde for naam, waarde in contract.items() if waarde is not None}
    return mag_getekend_worden(bewijs.model_copy(update={"contract": Contractgegevens(**kaal)}))


def test_wat_rond_is_mag_getekend_worden_en_heet_nergens_concept(klaar: Tariefbewijs) -> None:
    stuk = getoetste_bijlage(klaar)
    assert stuk.redenen == mag_getekend_worden(klaar) == ()
    assert stuk.open_velden == ()
    tekst = str(stuk)
    for zin in (
        "De gemeente: Gemeente Voorbeeld, KvK-nummer 00000001, vertegenwoordigd door K. Bos, manager inkoop, hierna: de gemeente.",
        "Gezinshuis De Linde, Lindelaan 3, Voorbeeld, AGB-code 00000004",
        "Een etmaal loopt van 00:00 uur",
        "De dag van aankomst telt wel mee, de dag van vertrek telt niet mee.",
        "vanaf 1 maart 2026: € ",
        "Over het tarief is geen btw verschuldigd.",
        "verrekent het verschil binnen 1 week.",
        "voor het eerst geïndexeerd op 1 januari 2027",
        "geldt geen inhaal",
        "dan blijft het tarief gelijk.",
        "Dit geldt pas na een verblijf van 14 dagen.",
        "naar boven afgerond op hele dagen",
        "95% van de plaatsdagen bezet is: 1.387 van de 1.460 etmalen",
        "telt wel als bezet",
        "meer dan 5 procentpunt af, dan geldt: partijen praten binnen vier weken.",
        "Het nieuwe tarief geldt vanaf de eerste dag van de maand na de beslissing.",
        "dan geldt tot de uitkomst het oude tarief.",
        "van 1 maart 2026 tot en met 31 december 2029. Verlengen: twee keer een jaar.",
        "met een termijn van 6 maanden",
        "eerst de overeenkomst, dan deze bijlage, dan het tariefbewijs.",
        "Namens Stichting De Linde",
    ):
        assert zin in tekst, zin
    assert "CONCEPT" not in tekst
    assert ["Weglopen", "75%", "1", "dag", "14", "dagen"] in [regel.split() for regel in tekst.splitlines()]
    assert stuk.auteur == "Gemeente Voorbeeld en Stichting De Linde"


@pytest.mark.parametrize(
    ("veld", "waarde", "reden"),
    [
        ("nummer", None, "1 veld staat nog open, gemarkeerd in de tekst: contractnummer."),
        ("besluiten", [], "Over deze open normen is niet samen besloten: Telt een jaar 52 weken"),
        ("verouderd", None, "lonen 1 maart 2025 (de CAO Jeugdzorg liep tot en met 31 december 2025)"),
        ("ingangsdatum", "2027-03-01", None),
        ("ingangsdatum", "2025-03-01", "Het prijspeil is van 2026 en het tarief gaat in 2025 in"),
        ("partijen", [], "Niet bekend is wie dit zijn: gemeente, aanbieder."),
        ("indexering", None, "Er is geen indexering afgesproken"),
        ("aanvaard", {}, "De toets geeft waarschuwingen waarvan niet staat waarom partijen ze aanvaarden: "),
        ("nummer", "x" * 70, "Deze woorden zijn te lang voor een bladzijde: xxxxxxxxxxxxxxxxxxxx…"),
        ("nummer", "a\x07b", "Er staan tekens in die geen papier kan tonen."),
        ("opzegging", None, "geen artikel van de overeenkomst genoemd dat het regelt: opzegging."),
        ("zorgzwaartewijziging", None, "regelt: verandering van zorgzwaarte."),
    ],
)
def test_elke_reden_maakt_er_een_concept_van(
    klaar: Tariefbewijs, veld: str, waarde: object, reden: str | None
) -> None:
    redenen = _met(klaar, **{veld: waarde})
    if reden is None:
        assert redenen == ()
    else:
        assert any(reden in tekst for tekst in redenen), redenen


def test_partijen_moeten_verschillen_en_een_rol_hebben(klaar: Tariefbewijs) -> None:
    partijen = (klaar.contract or Contractgegevens()).model_dump(mode="json")["partijen"]
    zelfde = [partijen[0], partijen[1] | {"kvk": partijen[0]["kvk"]}]
    assert _met(klaar, partijen=zelfde) == ("Twee partijen hebben hetzelfde KvK-nummer.",)
    rollen = [partijen[0], partijen[1] | {"rol": "gemeente"}]
    assert _met(klaar, partijen=rollen) == ("Niet is gezegd wie de gemeente is en wie de aanbieder.",)


@pytest.mark.parametrize(
    ("onderwerp", "zin"),
    [
        ("afwezigheid", "8.1  Dit is geregeld in artikel 7 van de overeenkomst."),
        ("bezetting", "9.2  Dit is geregeld in artikel 7 van de overeenkomst."),
        ("zorgzwaartewijziging", "10.1  Dit is geregeld in artikel 7 van de overeenkomst."),
        ("looptijd", "11.1  Dit is geregeld in artikel 7 van de overeenkomst."),
        ("opzegging", "11.2  Voor opzegging: dit is geregeld in artikel 7 van de overeenkomst."),
        ("rangorde", "12.1  Dit is geregeld in artikel 7 van de overeenkomst. Binnen deze bijlage"),
    ],
)
def test_een_artikel_van_de_overeenkomst_mag_het_ook_regelen(
    klaar: Tariefbewijs, onderwerp: str, zin: str
) -> None:
    contract = klaar.contract or Contractgegevens()
    leeg: object = () if onderwerp == "rangorde" else None
    anders = contract.model_copy(
        update={onderwerp: leeg, "artikelen": {onderwerp: "artikel 7 van de overeenkomst"}}
    )
    stuk = getoetste_bijlage(klaar.model_copy(update={"contract": anders}))
    assert stuk.redenen == ()
    assert zin in str(stuk)


def test_zonder_onderhandeling_of_akkoord_is_het_een_concept(voorbeeld: Opbouw) -> None:
    los = mag_getekend_worden(maak_bewijs(voorbeeld, gemaakt_op=DAG))
    assert los[0] == "Achter dit tariefbewijs staat geen onderhandeling: er is geen akkoord vastgelegd."
    assert any(reden.startswith("Deze waarden hebben geen bron en zijn niet afgesproken (") for reden in los)
    zaak = zaak_met(voorbeeld, volledig_contract(voorbeeld))
    anders = volledig_contract(voorbeeld).model_copy(update={"nummer": "ander"})
    zaak = stel_contract_voor(zaak, "gemeente", anders, indiener="x", datum=DAG)
    assert "Over deze contractgegevens is geen akkoord: nummer." in mag_getekend_worden(
        maak_bewijs(zaak, gemaakt_op=DAG)
    )


def test_een_bewijs_dat_anders_uitkomt_of_andere_formules_had(klaar: Tariefbewijs) -> None:
    uitkomst = {z: dict(regels) for z, regels in klaar.uitkomst.items()}
    uitkomst["laag"]["tarief"] = "1.00"
    anders = klaar.model_copy(update={"uitkomst": uitkomst, "formules": "0" * 16})
    redenen = mag_getekend_worden(anders)
    assert redenen == (
        "Bij narekenen komt een ander tarief uit dan in het bewijs.",
        "De formules zijn anders dan toen het bewijs werd gemaakt; de stappen kunnen verschillen.",
    )


def test_een_bijlage_die_niet_is_getoetst_is_een_concept(klaar: Tariefbewijs) -> None:
    assert maak_bijlage(klaar).redenen == ("De berekening is niet getoetst.",)


def test_een_fout_van_de_toets_laat_zich_niet_aanvaarden(klaar: Tariefbewijs) -> None:
    from gezinshuis_tarief import Bevinding, Ernst  # noqa: PLC0415

    fout = Bevinding("TST-01", Ernst.FOUT, "", "", "", "", None, "")
    wens = dataclasses.replace(fout, code="TST-02", ernst=Ernst.WAARSCHUWING)
    contract = (klaar.contract or Contractgegevens()).model_copy(
        update={"aanvaard": {"TST-01": "mag", "TST-02": "mag"}}
    )
    redenen = maak_bijlage(klaar.model_copy(update={"contract": contract}), bevindingen=[fout, wens]).redenen
    assert redenen == ("De toets geeft fouten: TST-01.",)


def test_het_zegel_houdt_ook_de_contractgegevens_vast(klaar: Tariefbewijs) -> None:
    inhoud = klaar.model_dump(mode="json")
    assert zegel_van(inhoud) == klaar.zegel
    inhoud["contract"]["nummer"] = "ander"
    assert zegel_van(inhoud) != klaar.zegel
