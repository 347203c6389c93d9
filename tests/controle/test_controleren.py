from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import Huismaten, InvoerFout, Kostenblok, Opbouw, Rekenwijze
from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES
from gezinshuis_tarief.controle import (
    CONTROLES,
    Contracteis,
    Controle,
    Ernst,
    Toetsdossier,
    Vondst,
    als_markdown,
    controleer,
)
from gezinshuis_tarief.controle.toetsen.contract import KWALITEITSCRITERIA
from gezinshuis_tarief.indexatie import indexeringsclausule
from hulp.strategieen import invoer

GOUDEN = Path(__file__).parent / "voorbeeld.txt"


def test_het_voorbeeld_krijgt_precies_de_bevindingen_die_zijn_aannames_verdienen(voorbeeld: Opbouw) -> None:
    assert str(controleer(voorbeeld)) + "\n" == GOUDEN.read_text(encoding="utf-8")


def test_elke_bevinding_noemt_norm_bron_en_een_vraag(voorbeeld: Opbouw) -> None:
    for bevinding in controleer(voorbeeld):
        assert bevinding.norm
        assert bevinding.bron
        assert bevinding.vraag.endswith(("?", "vast.")), bevinding.vraag


def test_met_clausule_en_lijst_van_eisen_verdwijnen_die_bevindingen(voorbeeld: Opbouw) -> None:
    rapport = controleer(
        voorbeeld,
        indexeringsclausule=indexeringsclausule(),
        contracteisen=(),
        besloten_normen=frozenset(norm.vraag for norm in voorbeeld.alle_open_normen()),
    )
    assert {bevinding.code for bevinding in rapport} == {"VOL-05", "VRZ-01", "PRI-02"}
    assert rapport.van(Ernst.WAARSCHUWING) == ()


def test_het_zwaarste_staat_vooraan(voorbeeld: Opbouw) -> None:
    rapport = controleer(voorbeeld.met({"verzorgingskosten.vast_bedrag_per_jaar": "0"}))
    assert [b.ernst for b in rapport] == sorted((b.ernst for b in rapport), key=list(Ernst).index)
    assert rapport[0].code == "VOL-01"
    assert len(rapport) == sum(len(rapport.van(ernst)) for ernst in Ernst)


def test_een_effect_is_wat_het_tarief_verandert_als_de_norm_wordt_gevolgd(voorbeeld: Opbouw) -> None:
    afwijkend = voorbeeld.met({"overhead.grondslag": "directe_kosten"})
    (bevinding,) = [b for b in controleer(afwijkend) if b.code == "DUB-01"]
    gemiddeld = [
        (u["laag"].per_etmaal + 2 * u["midden"].per_etmaal + u["hoog"].per_etmaal) / 4
        for u in (voorbeeld.bereken(), afwijkend.bereken())
    ]
    assert bevinding.effect is not None
    assert abs(bevinding.effect - (gemiddeld[0] - gemiddeld[1])) <= Decimal("0.01")
    assert bevinding.effect < 0
    assert "effect: −€ " in str(bevinding)


def test_een_controle_gaat_uit_met_haar_code(voorbeeld: Opbouw) -> None:
    codes = {b.code for b in controleer(voorbeeld, zonder={"VOL-05", "VOL-06"})}
    assert codes == {b.code for b in controleer(voorbeeld)} - {"VOL-05", "VOL-06"}


def test_een_onbekende_code_wordt_geweigerd_met_een_voorstel(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout, match=r"VOL-5 is geen bekende code\. Bedoelt u VOL-05"):
        controleer(voorbeeld, zonder=["VOL-5"])


def eigen_toets(dossier: Toetsdossier) -> Iterator[Vondst]:
    if dossier.opbouw.winst_marge.percentage > Decimal("0.02"):
        yield Vondst("winst_marge.percentage", "marge boven 2%", "Waarom is deze marge nodig?")


def test_gebruikers_voegen_eigen_controles_toe(voorbeeld: Opbouw) -> None:
    eigen = Controle("EIGEN-01", Ernst.FOUT, "marge", "hoogstens 2%", "inkoopbeleid 2026", eigen_toets)
    bevinding = controleer(voorbeeld, extra=[eigen])[0]
    assert (bevinding.code, bevinding.bouwsteen, bevinding.bron) == (
        "EIGEN-01",
        "winst_marge",
        "inkoopbeleid 2026",
    )
    with pytest.raises(InvoerFout, match="al in gebruik"):
        controleer(voorbeeld, extra=[eigen, eigen])


def test_een_cijfer_dat_niet_bekend_is_wordt_gezegd_en_niet_verzwegen(voorbeeld: Opbouw) -> None:
    rapport = controleer(voorbeeld, peildatum=dt.date(2022, 5, 1))
    (zvw,) = [b for b in rapport if b.code == "LOO-03"]
    assert zvw.ernst is Ernst.OPMERKING
    assert zvw.gevonden.startswith("niet getoetst: De werkgeverspremie Zvw_werkgever is niet bekend")


def test_een_peildatum_zonder_pleegvergoeding_in_drie_jaar_wordt_gezegd(voorbeeld: Opbouw) -> None:
    rapport = controleer(voorbeeld, peildatum=dt.date(2028, 5, 1))
    (pleeg,) = [b for b in rapport if b.code == "VRZ-01"]
    assert pleeg.gevonden.startswith("niet getoetst: De pleegvergoeding")


class VastInkomen(Kostenblok):
    """A variant without fte and pay."""

    nummer = 1
    titel = "Inkomen gezinshuisouder(s)"
    element = "a"

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        return huis.plaatsen * 22000


def test_een_eigen_variant_zonder_loon_wordt_niet_getoetst_en_dat_staat_er(voorbeeld: Opbouw) -> None:
    rapport = controleer(voorbeeld.met({"inkomen_gezinshuisouder": VastInkomen()}, reden="eigen variant"))
    loon = [b for b in rapport if b.code == "LOO-01"]
    assert [b.gevonden for b in loon] == [
        "niet getoetst: een eigen variant heeft geen inkomen_gezinshuisouder.loon.bruto_maandsalaris"
    ]


@pytest.mark.parametrize(
    ("dossier", "melding"),
    [
        ({"contracteisen": (Contracteis("SROI", "overhead.contracteis"),)}, "geen bekende sleutel"),
        ({"besloten_normen": frozenset({"Wat kost het?"})}, "geen open norm"),
        ({"tarieven": {"laag": Decimal(100)}}, "niet volledig"),
    ],
)
def test_een_dossier_dat_nergens_op_slaat_wordt_geweigerd(
    voorbeeld: Opbouw, dossier: dict[str, Any], melding: str
) -> None:
    with pytest.raises(InvoerFout, match=melding):
        controleer(voorbeeld, **dossier)


def test_een_norm_die_het_tarief_onmogelijk_maakt_heeft_geen_effect(voorbeeld: Opbouw) -> None:
    dossier = Toetsdossier(voorbeeld)
    assert dossier.effect({"winst_marge.percentage": "1"}) is None


def test_het_rapport_als_json_en_als_frame(voorbeeld: Opbouw) -> None:
    rapport = controleer(voorbeeld)
    inhoud = json.loads(rapport.als_json())["bevindingen"]
    assert len(inhoud) == len(rapport)
    assert {"code", "ernst", "bouwsteen", "sleutel", "gevonden", "norm", "bron", "effect", "vraag"} == set(
        inhoud[0]
    )
    frame = rapport.naar_frame()
    assert list(frame["code"]) == [b.code for b in rapport]
    leegstand = frame[(frame["code"] == "VOL-06") & (frame["bouwsteen"] == "leegstand")]
    assert list(leegstand["effect"]) == [1.49]
    assert "VOL-04" in rapport._repr_html_()


def test_elke_controle_is_een_toets_met_een_regel_uitleg_die_haar_code_noemt() -> None:
    for controle in CONTROLES:
        assert (controle.toets.__doc__ or "").startswith(f"{controle.code}: ")


def test_de_tabel_in_de_handleiding_is_die_van_de_code() -> None:
    handleiding = (Path(__file__).parents[2] / "docs" / "offerte_controleren.md").read_text(encoding="utf-8")
    assert als_markdown() in handleiding
    for criterium in KWALITEITSCRITERIA:
        regels = ", ".join(f"`{regel}`" for regel in criterium.regels)
        assert f"| {criterium.naam} | {regels} |" in handleiding


@settings(max_examples=40)
@given(invoer(), st.sampled_from([None, "0.00", "20.00", "150.00"]))
def test_elke_opbouw_is_te_controleren(gegevens: dict[str, Any], bod: str | None) -> None:
    tarieven = {zwaarte: Decimal(bod) for zwaarte in ZORGZWAARTES} if bod else None
    opbouw = Opbouw.model_validate(gegevens)
    rapport = controleer(opbouw, peildatum=dt.date(2026, 1, 1), tarieven=tarieven)
    for bevinding in rapport:
        assert bevinding.effect is None or bevinding.effect == bevinding.effect.quantize(Decimal("0.01"))
        assert "E+" not in str(bevinding)
