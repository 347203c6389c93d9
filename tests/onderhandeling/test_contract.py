"""Contract data beside the tariff: proposed, agreed, kept, merged, and absent without a trace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gezinshuis_tarief import (
    Contractgegevens,
    InvoerFout,
    Opbouw,
    bewaar_onderhandeling,
    lees_bewijs,
    lees_contract,
    lees_onderhandeling,
    maak_bewijs,
    mag_getekend_worden,
    schrijf_bewijs,
    schrijf_onderhandeling,
    verenig_kopieen,
)
from gezinshuis_tarief.onderhandeling.contract import gezamenlijk
from gezinshuis_tarief.onderhandeling.contractvoorstellen import contracten_van, stel_contract_voor
from hulp.contracten import DAG, volledig_contract, zaak_met


def test_zonder_contractgegevens_staat_er_niets_in_dossier_en_bewijs(voorbeeld: Opbouw) -> None:
    zaak = zaak_met(voorbeeld)
    assert "voorstellen" not in json.loads(schrijf_onderhandeling(zaak))
    bewijs = maak_bewijs(zaak, gemaakt_op=DAG)
    assert not {"contract", "contract_los"} & set(json.loads(schrijf_bewijs(bewijs)))
    los = json.loads(schrijf_bewijs(maak_bewijs(voorbeeld, gemaakt_op=DAG)))
    assert "contract" not in los
    assert Contractgegevens().model_dump(mode="json") == {}


def test_contractgegevens_gaan_heen_en_terug(voorbeeld: Opbouw) -> None:
    contract = volledig_contract(voorbeeld)
    assert lees_contract(contract.model_dump_json()) == contract
    zaak = zaak_met(voorbeeld, contract)
    assert lees_onderhandeling(schrijf_onderhandeling(zaak)) == zaak
    bewijs = maak_bewijs(zaak, gemaakt_op=DAG)
    assert bewijs.contract == contract
    assert lees_bewijs(schrijf_bewijs(bewijs)) == bewijs


def test_akkoord_is_wat_alle_partijen_gelijk_voorstellen(voorbeeld: Opbouw) -> None:
    zaak = zaak_met(voorbeeld)
    zaak = stel_contract_voor(
        zaak, "gemeente", Contractgegevens(nummer="1", bijlageversie="a"), indiener="x", datum=DAG
    )
    assert gezamenlijk(contracten_van(zaak)) == (Contractgegevens(), ("nummer", "bijlageversie"))
    zaak = stel_contract_voor(
        zaak, "aanbieder", Contractgegevens(nummer="1", bijlageversie="b"), indiener="y", datum="2026-02-21"
    )
    assert gezamenlijk(contracten_van(zaak)) == (Contractgegevens(nummer="1"), ("bijlageversie",))
    assert maak_bewijs(zaak, gemaakt_op=DAG).contract_los == ("bijlageversie",)
    verder = zaak.volgende_ronde()
    assert contracten_van(verder) == contracten_van(zaak)


def test_alleen_partijen_stellen_voor_en_alleen_over_partijen(voorbeeld: Opbouw) -> None:
    zaak = zaak_met(voorbeeld)
    with pytest.raises(InvoerFout, match="is geen partij"):
        stel_contract_voor(zaak, "provincie", Contractgegevens(), indiener="x", datum=DAG)
    vreemd = volledig_contract(voorbeeld)
    ander = vreemd.partijen[0].model_copy(update={"partij": "provincie"})
    with pytest.raises(InvoerFout, match="is geen partij"):
        stel_contract_voor(
            zaak, "gemeente", vreemd.model_copy(update={"partijen": (ander,)}), indiener="x", datum=DAG
        )
    met = stel_contract_voor(zaak, "gemeente", Contractgegevens(nummer="1"), indiener="x", datum=DAG)
    inhoud = json.loads(schrijf_onderhandeling(met))
    inhoud["voorstellen"][0]["partij"] = "provincie"
    with pytest.raises(InvoerFout, match=r"voorstellen\[0\]"):
        lees_onderhandeling(json.dumps(inhoud))


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("btw", 1.2),
        ("opzegging", {"termijn_maanden": -1, "tegen": "x", "redenen": "x"}),
        ("ingangsdatum", "1 maart"),
        ("onbekend", 1),
        ("afwezigheid", {"regels": [], "na_verblijf_dagen": 1, "naar_rato": "nee", "melden_binnen_dagen": 1}),
        ("artikelen", {"verlof": "artikel 1"}),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(veld: str, waarde: object) -> None:
    with pytest.raises(InvoerFout, match=veld):
        lees_contract(json.dumps({veld: waarde}))


def test_kopieen_met_voorstellen_worden_verenigd(voorbeeld: Opbouw, tmp_path: Path) -> None:
    zaak = zaak_met(voorbeeld)
    een = stel_contract_voor(zaak, "gemeente", Contractgegevens(nummer="1"), indiener="x", datum=DAG)
    ander = stel_contract_voor(zaak, "aanbieder", Contractgegevens(nummer="1"), indiener="y", datum=DAG)
    samen = verenig_kopieen(een, ander)
    assert gezamenlijk(contracten_van(samen)) == (Contractgegevens(nummer="1"), ())
    assert verenig_kopieen(een, zaak) == een
    botst = stel_contract_voor(zaak, "gemeente", Contractgegevens(nummer="2"), indiener="x", datum=DAG)
    with pytest.raises(InvoerFout, match="voor het contract staan in beide kopieën"):
        verenig_kopieen(een, botst)
    bewaar_onderhandeling(een, tmp_path / "d.json")
    with pytest.raises(InvoerFout, match="bevat zetten die hier niet in staan"):
        bewaar_onderhandeling(zaak, tmp_path / "d.json")
    bewaar_onderhandeling(samen, tmp_path / "d.json")


def test_het_voorbeeldbestand_heeft_alles_en_past_op_het_voorbeeld(voorbeeld: Opbouw) -> None:
    """A file to start from: every part filled in, every open norm of the example decided in its own words."""
    tekst = (Path(__file__).parents[2] / "examples" / "contract.json").read_text(encoding="utf-8")
    contract = lees_contract(tekst)
    assert set(contract.gevuld()) == set(Contractgegevens.model_fields)
    assert {besluit.vraag for besluit in contract.besluiten} == {
        norm.vraag for norm in voorbeeld.alle_open_normen()
    }
    assert mag_getekend_worden(maak_bewijs(zaak_met(voorbeeld, contract), gemaakt_op=DAG)) == ()
