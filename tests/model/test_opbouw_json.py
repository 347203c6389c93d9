"""JSON in and out: the opbouw itself, nothing lost, nothing guessed."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import EigenPost, InvoerFout, Opbouw, naar_json, van_json
from gezinshuis_tarief.kern.jsontekst import lees_json
from gezinshuis_tarief.kern.onderbouwing import Afwijking, Herkomst, Onderbouwing, Status
from gezinshuis_tarief.model.opbouw_json import opbouw_van, opbouwen_van
from hulp.invoer import invoer_nul, met_waarde
from hulp.strategieen import ZICHTBAAR, opbouwen


def onderbouwingen() -> st.SearchStrategy[Onderbouwing]:
    tekst = st.none() | st.text(ZICHTBAAR, max_size=20)
    return st.builds(
        Onderbouwing,
        status=st.sampled_from(Status),
        herkomst=st.sampled_from(Herkomst),
        bron=tekst,
        geldig_vanaf=st.none() | st.dates(),
        toelichting=tekst,
        afwijking=st.none() | st.builds(Afwijking, voorstel=st.text(ZICHTBAAR, max_size=9), reden=tekst),
    )


@given(opbouwen(), st.data())
def test_schrijven_en_lezen_geeft_dezelfde_opbouw(opbouw: Opbouw, data: st.DataObject) -> None:
    sleutels = [waarde.sleutel for waarde in opbouw.waarden()]
    steun = data.draw(st.dictionaries(st.sampled_from(sleutels), onderbouwingen(), max_size=4))
    met_steun = opbouw.model_copy(update={"onderbouwing": steun})
    assert van_json(naar_json(met_steun)) == met_steun
    assert naar_json(van_json(naar_json(met_steun))) == naar_json(met_steun)


def test_het_voorbeeld_komt_heel_terug(voorbeeld: Opbouw) -> None:
    tekst = naar_json(voorbeeld)
    assert van_json(tekst) == van_json(tekst.encode()) == voorbeeld
    assert tekst.endswith("}\n")


@pytest.mark.parametrize("getal", ["0.10", "0.1", "0.950", "1"])
def test_getallen_houden_hun_decimalen(getal: str) -> None:
    for vorm in (getal, f'"{getal}"'):
        tekst = json.dumps(met_waarde(invoer_nul(), "leegstand.bezettingsgraad", "X")).replace('"X"', vorm)
        assert str(van_json(tekst).leegstand.bezettingsgraad) == getal
        assert json.loads(naar_json(van_json(tekst)))["leegstand"]["bezettingsgraad"] == getal


def test_wat_er_niet_is_staat_er_niet(voorbeeld: Opbouw) -> None:
    inhoud = json.loads(naar_json(voorbeeld))
    assert "vast_bedrag_per_jaar" not in inhoud["huisvesting"]
    assert inhoud["gelieerde_zorgorganisatie"] is None
    kaal = json.loads(naar_json(voorbeeld.model_copy(update={"onderbouwing": {}})))
    assert "onderbouwing" not in kaal


def test_een_getal_wordt_niet_door_een_float_gehaald() -> None:
    assert lees_json("0.1000000000000000055511151231257827") == Decimal(
        "0.1000000000000000055511151231257827"
    )


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ('{"a": 1, "b": 2, "a": 1}', "a: staat er twee keer. Laat een van beide weg."),
        (
            '{"a": 1',
            "invoer: houdt te vroeg op bij regel 1, teken 8. Controleer of het bestand volledig is.",
        ),
        (
            '{"a": 1}}',
            "invoer: is geen geldige JSON bij regel 1, teken 9. Controleer of het bestand volledig is.",
        ),
        (b"\xff\xff", "invoer: is geen leesbare tekst. Bewaar het bestand als JSON in UTF-8."),
    ],
)
def test_wat_geen_json_is_wordt_geweigerd(tekst: str | bytes, melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        lees_json(tekst)
    assert str(fout.value) == melding


@pytest.mark.parametrize("inhoud", [[], "x", 3, None])
def test_wat_geen_groep_is_wordt_geweigerd(inhoud: object) -> None:
    with pytest.raises(InvoerFout, match="is geen groep van sleutels en waarden"):
        opbouw_van(inhoud)


def test_bezwaren_in_een_lijst_noemen_hun_plek() -> None:
    goed, slecht = invoer_nul(), met_waarde(invoer_nul(), "leegstand.bezettingsgraad", "0")
    assert len(opbouwen_van([goed, goed])) == 2
    with pytest.raises(InvoerFout) as fout:
        opbouwen_van([goed, slecht, {**goed, "zwembad": 1}])
    assert [b.sleutel for b in fout.value.bezwaren] == ["[1].leegstand.bezettingsgraad", "[2].zwembad"]


def test_een_utf8_kenteken_vooraan_mag(voorbeeld: Opbouw) -> None:
    assert van_json(b"\xef\xbb\xbf" + naar_json(voorbeeld).encode()) == voorbeeld


def test_onderbouwing_met_een_verschreven_sleutel_wordt_geweigerd() -> None:
    invoer: dict[str, Any] = {**invoer_nul(), "onderbouwing": {"leegstand.bezetting": {"bron": "x"}}}
    with pytest.raises(InvoerFout) as fout:
        Opbouw.model_validate(invoer)
    assert str(fout.value) == (
        "onderbouwing.leegstand.bezetting: is geen bekende sleutel. Bedoelt u leegstand.bezettingsgraad?"
    )
    invoer["onderbouwing"] = {"zwembad": {}}
    with pytest.raises(InvoerFout, match="Gebruik een sleutel van deze opbouw"):
        Opbouw.model_validate(invoer)


def test_een_opbouw_wordt_niet_nog_eens_gelezen(voorbeeld: Opbouw) -> None:
    assert Opbouw.model_validate(voorbeeld) == voorbeeld


def test_het_schema_beschrijft_de_invoer() -> None:
    schema = Opbouw.model_json_schema()
    assert "leegstand" in schema["required"]
    assert "gelieerde_zorgorganisatie" not in schema["required"]
    assert schema["$defs"]["Leegstand"]["additionalProperties"] is False


def test_het_schema_kent_eigen_onderdelen() -> None:
    """The form of a file says where a component of one's own can stand, and what its definition holds."""
    schema = Opbouw.model_json_schema()
    velden, los = schema["properties"], schema["$defs"]
    eigen = {"$ref": "#/$defs/EigenOnderdeel"}
    assert velden["leegstand"]["anyOf"] == [{"$ref": "#/$defs/Leegstand"}, eigen]
    assert len(velden["inkomen_gezinshuisouder"]["anyOf"]) == 3
    assert eigen in velden["eigen_posten"]["items"]["anyOf"]
    assert "anyOf" not in velden["winst_marge"]
    assert velden["onderdelen"]["additionalProperties"] == {"$ref": "#/$defs/Definitie"}
    assert los["Definitie"]["required"] == ["plek", "invoer", "uitkomst"]
    verwezen = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))
    assert verwezen <= los.keys()


def test_een_onderbouwde_eigen_post_komt_heel_terug(voorbeeld: Opbouw) -> None:
    post = EigenPost(naam="tuin", bedrag_per_jaar="1").onderbouwd(
        {"bedrag_per_jaar": Onderbouwing(bron="offerte")}
    )
    nieuw = voorbeeld.met({"eigen_posten": [post]})
    assert van_json(naar_json(nieuw)) == nieuw


def test_een_opbouw_wordt_als_bestand_geschreven_en_de_tekst_zonder_pad(
    voorbeeld: Opbouw, tmp_path: Path
) -> None:
    """Writers are alike: a path as text or path, and never over a file unasked (D4)."""
    pad = tmp_path / "o.json"
    naar_json(voorbeeld, pad)
    assert pad.read_text(encoding="utf-8") == naar_json(voorbeeld)
    with pytest.raises(FileExistsError, match="bestaat al en wordt niet overschreven"):
        naar_json(voorbeeld, str(pad))
    naar_json(voorbeeld.met({"leegstand.bezettingsgraad": "0.9"}), str(pad), overschrijf=True)
    assert van_json(pad.read_bytes()).leegstand.bezettingsgraad == Decimal("0.9")
    with pytest.raises(InvoerFout, match=r"moet eindigen op \.json"):
        naar_json(voorbeeld, tmp_path / "o.txt")


@pytest.mark.parametrize("tekst", ["tarief.json", "map/mijn tarief.xlsx", Path("a.json")])
def test_de_naam_van_een_bestand_is_geen_json(tekst: object) -> None:
    with pytest.raises(InvoerFout) as fout:
        lees_json(tekst)
    assert str(fout.value) == (
        "invoer: is de naam van een bestand, geen JSON. "
        f'Lees het bestand eerst: pathlib.Path("{tekst}").read_bytes().'
    )


@pytest.mark.parametrize("tekst", [None, 7, {"gezinshuis": {}}])
def test_wat_geen_tekst_is_is_geen_json(tekst: object) -> None:
    with pytest.raises(InvoerFout, match=r"is geen JSON als tekst\. .*Opbouw\.model_validate"):
        lees_json(tekst)


def test_een_onbekende_sleutel_verbergt_de_andere_bezwaren_niet() -> None:
    invoer = met_waarde(invoer_nul(), "leegstand.bezettingsgraad", "2")
    steun: dict[str, Any] = {"zwembad": {}, "leegstand.bezetting": {}, "leegstand.x": {}, "huisvesting.x": {}}
    with pytest.raises(InvoerFout) as fout:
        Opbouw.model_validate({**invoer, "tuin": 1, "onderbouwing": steun})
    sleutels = [bezwaar.sleutel for bezwaar in fout.value.bezwaren]
    assert sleutels == [
        "leegstand.bezettingsgraad",
        "onderbouwing.zwembad",
        "onderbouwing.huisvesting.x",
        "tuin",
    ]


def test_onderbouwing_van_een_eigen_post_hoort_bij_een_post_die_er_is(voorbeeld: Opbouw) -> None:
    inhoud = voorbeeld.model_dump(mode="json")
    inhoud["eigen_posten"] = [{"naam": "tuin", "bedrag_per_jaar": "1"}]
    inhoud["onderbouwing"] = {"eigen_posten[0].bedrag_per_jaar": {"bron": "offerte"}}
    assert Opbouw.model_validate(inhoud).onderbouwing_van("eigen_posten[0].bedrag_per_jaar").bron == "offerte"
    inhoud["onderbouwing"] = {"eigen_posten[1].bedrag_per_jaar": {"bron": "offerte"}}
    with pytest.raises(InvoerFout, match=r"Bedoelt u eigen_posten\[0\]\.bedrag_per_jaar"):
        Opbouw.model_validate(inhoud)
