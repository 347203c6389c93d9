from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import Eenheid, Huismaten, InvoerFout, Kostenblok, Opbouw, Rekenwijze, onderdeel
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
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.onderdelen.plekken import PLEKKEN, Plek
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
    assert {bevinding.code for bevinding in rapport} == {"LOO-01", "VOL-05", "VRZ-01", "AAN-09", "PRI-02"}
    assert {bevinding.code for bevinding in rapport.van(Ernst.WAARSCHUWING)} == {"LOO-01", "VRZ-01"}


def test_het_zwaarste_staat_vooraan(voorbeeld: Opbouw) -> None:
    rapport = controleer(voorbeeld.met({"verzorgingskosten.vast_bedrag_per_jaar": "0"}))
    assert [b.ernst for b in rapport] == sorted((b.ernst for b in rapport), key=list(Ernst).index)
    assert rapport[0].code == "VOL-01"
    assert len(rapport) == sum(len(rapport.van(ernst)) for ernst in Ernst)


def test_binnen_een_ernst_staat_het_duurste_vooraan_en_de_telling_bovenaan(voorbeeld: Opbouw) -> None:
    rapport = controleer(voorbeeld.met({"winst_marge.percentage": "0.45", "overhead.opslag": "0.6"}))
    for ernst in Ernst:
        bedragen = [abs(b.effect or Decimal(0)) for b in rapport.van(ernst)]
        assert bedragen == sorted(bedragen, reverse=True)
    assert rapport.van(Ernst.WAARSCHUWING)[0].code == "AAN-01"
    assert str(rapport).splitlines()[0] == rapport.samenvatting
    assert rapport._repr_html_().startswith(f"<p>{rapport.samenvatting}</p>")


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
    assert zvw.ernst is Ernst.WAARSCHUWING
    assert zvw.gevonden.startswith("niet getoetst: De werkgeverspremie Zvw_werkgever is niet bekend")


def test_een_peildatum_zonder_pleegvergoeding_in_drie_jaar_wordt_gezegd(voorbeeld: Opbouw) -> None:
    rapport = controleer(voorbeeld, peildatum=dt.date(2028, 5, 1))
    (pleeg,) = [b for b in rapport if b.code == "VRZ-01"]
    assert pleeg.gevonden.startswith("niet getoetst: De pleegvergoeding")


@pytest.mark.parametrize("dag", [dt.date(2027, 1, 1), dt.date(2030, 1, 1)])
def test_na_het_einde_van_de_cao_is_de_laatste_tabel_geen_norm_meer(voorbeeld: Opbouw, dag: dt.date) -> None:
    """C3: LOO-01 says what it cannot test, also for the salary that stands in that table."""
    rapport = controleer(voorbeeld, peildatum=dag)
    loon = [b for b in rapport if b.code == "LOO-01"]
    assert [b.bouwsteen for b in loon] == ["inkomen_gezinshuisouder", "gedragswetenschapper"]
    assert loon[0].gevonden == (
        f"€ 4.375,20 per maand; niet getoetst voor 1 januari {dag.year}: "
        "de CAO Jeugdzorg liep tot en met 31 december 2025"
    )
    assert loon[0].norm.endswith("een vergelijking, geen norm")
    assert loon[0].effect is None
    assert {b.code for b in rapport if b.gevonden.startswith("niet getoetst") or b in loon} >= {
        "LOO-01", "LOO-03", "LOO-04", "LOO-05", "LOO-06"
    }  # fmt: skip
    assert all(
        b.ernst is Ernst.WAARSCHUWING
        for b in rapport
        if "niet getoetst" in b.gevonden and b.code[:3] != "CON"
    )


def test_zonder_schaal_zegt_de_toets_van_de_functie_dat_de_cao_is_afgelopen(voorbeeld: Opbouw) -> None:
    """C3: a salary without a stated step is untested too; one with a step is said to be so once."""
    sleutel = "inkomen_gezinshuisouder.loon.bruto_maandsalaris"
    zonder = voorbeeld.met({sleutel: "4375.21"}, reden="eigen").model_copy(update={"onderbouwing": {}})
    dag = dt.date(2026, 1, 1)
    loon = [b for b in controleer(zonder, peildatum=dag) if b.code == "LOO-02"]
    assert ["niet getoetst" in b.gevonden for b in loon] == [True, True]
    assert [b for b in controleer(voorbeeld, peildatum=dag) if b.code == "LOO-02"] == []
    hoog = voorbeeld.met({sleutel: "9000"}, bron="CAO Jeugdzorg schaal 8 periodiek 12")
    (buiten,) = [b for b in controleer(hoog, peildatum=dag) if b.code == "LOO-02"]
    assert "niet getoetst" in buiten.gevonden


def test_geen_prijspeil_en_geen_pleegvergoeding_van_het_jaar_zijn_waarschuwingen(voorbeeld: Opbouw) -> None:
    """C3: what cannot be tested for a date fails under --strikt."""
    kaal = voorbeeld.model_copy(update={"onderbouwing": {}})
    (peil,) = [b for b in controleer(kaal) if b.code == "PRI-01"]
    (pleeg,) = [b for b in controleer(voorbeeld) if b.code == "VRZ-01"]
    (binnen,) = [
        b
        for b in controleer(
            voorbeeld.met({"verzorgingskosten.bedrag_per_jeugdige_per_dag": "99"}),
            peildatum=dt.date(2024, 6, 1),
        )
        if b.code == "VRZ-01"
    ]
    assert (peil.ernst, pleeg.ernst) == (Ernst.WAARSCHUWING, Ernst.WAARSCHUWING)
    assert binnen.ernst is Ernst.OPMERKING


def test_een_tekst_die_indexering_uitsluit_is_geen_clausule(voorbeeld: Opbouw) -> None:
    """C3: any text used to count as an index clause."""
    (clausule,) = [
        b
        for b in controleer(
            voorbeeld,
            indexeringsclausule="Er vindt jaarlijks per 1 mei geen indexering plaats; OVA, centen afgerond.",
        )
        if b.code == "VOL-04"
    ]
    assert clausule.ernst is Ernst.WAARSCHUWING
    assert clausule.gevonden == 'de meegegeven tekst sluit indexering geheel of deels uit: "geen indexering"'
    codes = {b.code for b in controleer(voorbeeld, indexeringsclausule="Wij indexeren netjes.")}
    assert "VOL-04" in codes
    assert "VOL-08" not in codes


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


@pytest.mark.parametrize("plek", PLEKKEN.values(), ids=PLEKKEN)
def test_elke_eigen_variant_met_alleen_wat_moet_gaat_door_alle_controles(
    plek: Plek, voorbeeld: Opbouw
) -> None:
    oud = getattr(voorbeeld, plek.sleutel)
    moet = {
        naam: {"eenheid": hoort} if isinstance(hoort, Eenheid) else {"onderdeel": "loonkosten"}
        for naam, hoort in plek.gelezen.items()
    }
    klasse: Any = onderdeel("Eigen", plek=plek.sleutel, invoer=moet, uitkomst="0")
    waarden = {naam: getattr(oud, naam) for naam in moet}
    deel = [klasse(naam="post")] if plek.kamer is None else klasse(**waarden)
    rapport = controleer(voorbeeld.met({plek.sleutel: deel}, reden="eigen variant"))
    niet = {b.code for b in rapport if "een eigen variant heeft geen" in b.gevonden}
    assert ("DUB-01" in niet, "LEV-02" in niet) == (plek.sleutel == "overhead", plek.sleutel == "leegstand")


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


def test_een_peildatum_mag_als_tekst_en_een_code_los(voorbeeld: Opbouw) -> None:
    """Every verb reads a day in one way (D4)."""
    tekst = controleer(voorbeeld, peildatum="2027-01-01", zonder="VOL-05")
    assert tekst == controleer(voorbeeld, peildatum=dt.date(2027, 1, 1), zonder=["VOL-05"])
    assert tekst != controleer(voorbeeld, zonder=["VOL-05"])


def test_alles_van_een_andere_soort_wordt_in_een_keer_gemeld(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout) as fout:
        controleer(voorbeeld, peildatum="morgen", tegenpartij=voorbeeld.bereken(), inschaling=3)  # type: ignore[arg-type]
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == ["tegenpartij", "inschaling", "peildatum"]
    with pytest.raises(
        InvoerFout, match=r"contracteisen: een dict|contracteisen: \{ … \} is geen Contracteis"
    ):
        controleer(voorbeeld, contracteisen=({"naam": "x"},))  # type: ignore[arg-type]
    with pytest.raises(InvoerFout, match=r"uitkomst\.opbouw"):
        controleer(voorbeeld.bereken())  # type: ignore[arg-type]


def test_aangeboden_tarieven_mogen_elk_getal_zijn(voorbeeld: Opbouw) -> None:
    """A float is welcome wherever a number is (D2)."""
    tarieven = {"laag": 150.25, "midden": "160.34", "hoog": 182}
    exact = {"laag": Decimal("150.25"), "midden": Decimal("160.34"), "hoog": Decimal(182)}
    assert controleer(voorbeeld, tarieven=tarieven) == controleer(voorbeeld, tarieven=exact)  # type: ignore[arg-type]
