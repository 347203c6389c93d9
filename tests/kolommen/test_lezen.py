"""What a frame may hold, and what is said about what it may not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import (
    InvoerFout,
    KolommenFout,
    Opbouw,
    bereken_kolommen,
    opbouwen_naar_frame,
    voorbeeld_2026,
)
from gezinshuis_tarief.kern.sleutels import plat
from gezinshuis_tarief.model.plat import Indeling
from hulp.strategieen import invoer
from hulp.wijzen import exact, uit_frame

BEZETTING = "leegstand.bezettingsgraad"
UREN = "ondersteuning.pedagogische_uren_per_week"


@pytest.fixture
def frame(voorbeeld: Opbouw) -> pd.DataFrame:
    return opbouwen_naar_frame({f"huis {letter}": voorbeeld for letter in "abc"})


def fout_van(frame: pd.DataFrame) -> KolommenFout:
    with pytest.raises(KolommenFout) as vangst:
        bereken_kolommen(frame)
    return vangst.value


@pytest.mark.parametrize(
    ("kolom", "waarde", "tekst"),
    [
        (BEZETTING, 0.0, "0.0 ligt buiten de grenzen. Toegestaan: groter dan 0 en hoogstens 1 (fractie)."),
        (BEZETTING, 95.0, "95.0 ligt buiten de grenzen."),
        (
            BEZETTING,
            np.nan,
            "is nog niet ingevuld. Toegestaan: groter dan 0 en hoogstens 1 (fractie). Vul deze waarde in.",
        ),
        (BEZETTING, np.inf, "is geen eindig getal."),
        (UREN, -1.0, "-1.0 ligt buiten de grenzen. Toegestaan: minstens 0"),
        (
            UREN,
            1e9,
            "is te groot. Toegestaan: minstens 0 (uur per week). Schrijf een getal kleiner dan 1.000.000.000.",
        ),
        (
            "gezinshuis.dagen_per_jaar",
            364,
            "364 ligt buiten de grenzen. Toegestaan: minstens 365 en hoogstens 366",
        ),
        ("gezinshuis.plaatsen_laag", 1.5, "1.5 is geen heel getal."),
        ("leegstand.grondslag", "tarief", '"tarief" is geen keuze. Toegestaan: kostprijs of vaste_kosten.'),
        ("leegstand.grondslag", None, "is nog niet ingevuld."),
        ("leegstand.grondslag", [1], "is geen keuze."),
        (
            UREN,
            "6,5",
            'heeft een komma. Toegestaan: minstens 0 (uur per week). Schrijf een punt als decimaalteken: "6.5".',
        ),
        (UREN, True, "is geen getal."),
        (UREN, dt.date(2026, 1, 1), "is geen getal."),
        (UREN, Decimal("1.23456789012"), "heeft te veel decimalen."),
        (UREN, Decimal("NaN"), "is nog niet ingevuld."),
    ],
)
def test_een_foute_cel_wordt_genoemd_met_kolom_rij_waarde_en_grens(
    frame: pd.DataFrame, kolom: str, waarde: object, tekst: str
) -> None:
    frame[kolom] = pd.Series(
        [frame[kolom].iloc[0], waarde, frame[kolom].iloc[2]], index=frame.index, dtype=object
    )
    fout = fout_van(frame)
    assert fout.aantal == len(fout.bezwaren) == 1
    assert str(fout).startswith(f"{kolom} (rij huis b): ")
    assert tekst in str(fout)


def test_plaatsen_en_delen_worden_over_kolommen_heen_beoordeeld(frame: pd.DataFrame) -> None:
    frame["gezinshuis.plaatsen_hoog"] = [0, 6, 1]
    frame["winst_marge.percentage"] = [0.03, 0.03, 0.6]
    frame["gelieerde_zorgorganisatie.aandeel"] = [np.nan, 0.0, 0.4]
    frame["gelieerde_zorgorganisatie.grondslag"] = [None, "tarief", "tarief"]
    frame["gelieerde_zorgorganisatie.vast_bedrag_per_plaats_per_jaar"] = [np.nan, 0.0, 0.0]
    eerste, tweede = fout_van(frame).bezwaren
    assert str(eerste) == (
        "gezinshuis.plaatsen_laag + plaatsen_midden + plaatsen_hoog (rij huis b): 9 ligt buiten de grenzen. "
        "Toegestaan: samen minstens 1 en hoogstens 8 plaatsen. Pas het aantal plaatsen per zorgzwaarte aan."
    )
    assert str(tweede) == (
        "gelieerde_zorgorganisatie.aandeel + winst_marge.percentage (rij huis c): 0.4 + 0.6 nemen samen het hele "
        "tarief. Toegestaan: als deel van het tarief samen kleiner dan 1. Verlaag een van beide of kies de "
        "grondslag kostprijs."
    )


def test_delen_net_onder_het_hele_tarief_mogen(voorbeeld: Opbouw) -> None:
    frame = pd.DataFrame({"winst_marge.percentage": [0.9999999999]})
    uit = bereken_kolommen(frame, basis=voorbeeld)
    ruim = voorbeeld.met({"winst_marge.percentage": "0.9999999999"}, reden="grens")
    assert (
        uit_frame(uit)[0].items()
        >= {f"uitkomst.{z}.tarief": t.per_etmaal for z, t in ruim.bereken().items()}.items()
    )


def test_een_deel_is_heel_ingevuld_of_helemaal_niet(frame: pd.DataFrame) -> None:
    frame["eigen_posten[0].naam"] = ["fietsen", None, "tuin"]
    frame["eigen_posten[0].bedrag_per_jaar"] = [100.0, np.nan, np.nan]
    fout = fout_van(frame)
    assert str(fout) == (
        "eigen_posten[0] (rij huis c): is maar deels ingevuld. Vul alle kolommen van dit deel in, of geen."
    )
    frame["eigen_posten[0].naam"] = ["x" * 81, "", "tuin"]
    frame["eigen_posten[0].bedrag_per_jaar"] = 5
    lang, leeg = fout_van(frame).bezwaren
    assert (lang.melding, leeg.melding) == ("is geen naam", "is geen naam")
    assert leeg.remedie == "Schrijf een tekst van 1 tot en met 80 tekens."


def test_kolommen_zijn_alle_bekend_en_alle_aanwezig(frame: pd.DataFrame) -> None:
    scheef = frame.rename(columns={BEZETTING: "leegstand.bezetingsgraad"}).assign(gemeente="Ede")
    scheef.insert(0, UREN, 1.0, allow_duplicates=True)
    for keuze in ("weiger", "markeer"):
        with pytest.raises(InvoerFout) as vangst:
            bereken_kolommen(scheef, fouten=keuze)
        assert str(vangst.value).splitlines() == [
            f"{UREN}: staat er twee keer. Laat een van beide weg.",
            "leegstand.bezetingsgraad: is geen bekende kolom. Bedoelt u leegstand.bezettingsgraad?",
            "leegstand.bezettingsgraad: ontbreekt. Voeg deze kolom toe.",
        ]


def test_fouten_worden_geweigerd_of_gemarkeerd_en_niets_anders(frame: pd.DataFrame) -> None:
    with pytest.raises(InvoerFout, match=r"fouten: negeer is geen keuze\. Toegestaan: weiger of markeer"):
        bereken_kolommen(frame, fouten="negeer")  # type: ignore[call-overload]


def test_dagen_en_weken_mogen_wegblijven_zoals_in_json(frame: pd.DataFrame) -> None:
    zonder = frame.drop(columns=["gezinshuis.dagen_per_jaar", "gezinshuis.weken_per_jaar"])
    pd.testing.assert_frame_equal(bereken_kolommen(zonder), bereken_kolommen(frame))


def test_veel_bezwaren_worden_geteld_en_de_eerste_getoond(frame: pd.DataFrame) -> None:
    groot = frame.sample(60, replace=True, random_state=1).reset_index(drop=True)
    fout = fout_van(groot.assign(**{BEZETTING: 95.0, UREN: -1.0}))
    assert (fout.aantal, len(fout.bezwaren)) == (120, 20)
    assert [bezwaar.sleutel for bezwaar in fout.bezwaren[:3]] == [
        f"{UREN} (rij 0)",
        f"{BEZETTING} (rij 0)",
        f"{UREN} (rij 1)",
    ]
    assert str(fout).endswith("invoer: nog 100 bezwaren zijn niet getoond.")


def test_markeren_geeft_de_goede_rijen_naast_de_bezwaren(frame: pd.DataFrame) -> None:
    goed = bereken_kolommen(frame)
    stuk = frame.assign(**{BEZETTING: [0.95, 9.5, 0.95], UREN: [6, -1, np.nan]})
    uitkomsten, bezwaren = bereken_kolommen(stuk, fouten="markeer")
    pd.testing.assert_frame_equal(uitkomsten, goed.loc[["huis a"]])
    assert bezwaren.index.tolist() == ["huis b", "huis b", "huis c"]
    assert bezwaren["kolom"].tolist() == [UREN, BEZETTING, UREN]
    assert bezwaren["melding"].tolist() == ["ligt buiten de grenzen"] * 2 + ["is nog niet ingevuld"]
    alles, geen = bereken_kolommen(frame, fouten="markeer")
    pd.testing.assert_frame_equal(alles, goed)
    assert geen.empty
    niets, _ = bereken_kolommen(frame.assign(**{BEZETTING: 2.0}), fouten="markeer")
    assert niets.empty
    assert niets.columns.equals(goed.columns)


@pytest.mark.parametrize(
    "als",
    [
        lambda reeks: reeks.astype("Float64"),
        lambda reeks: reeks.astype(pd.ArrowDtype(pa.float64())),
        lambda reeks: reeks.map(lambda x: Decimal(str(x))).astype(object),
        lambda reeks: reeks.map(lambda x: Decimal(str(x))).astype(pd.ArrowDtype(pa.decimal128(14, 4))),
        lambda reeks: reeks.map(str),
        lambda reeks: reeks.map(str).astype(pd.ArrowDtype(pa.string())),
        lambda reeks: reeks.map(np.float64).astype(object),
    ],
    ids=["nullable", "arrow", "Decimal", "arrow-decimal", "tekst", "arrow-tekst", "numpy in object"],
)
def test_elke_soort_kolom_geeft_hetzelfde(frame: pd.DataFrame, als: Callable[[Any], Any]) -> None:
    getallen = [str(kolom) for kolom in frame if pd.api.types.is_float_dtype(frame[kolom].dtype)]
    anders = frame.assign(**{kolom: als(frame[kolom]) for kolom in getallen})
    geheel = ["gezinshuis.plaatsen_laag", "gezinshuis.dagen_per_jaar"]
    anders[geheel] = anders[geheel].astype("Int64")
    anders["leegstand.grondslag"] = anders["leegstand.grondslag"].astype(pd.ArrowDtype(pa.string()))
    pd.testing.assert_frame_equal(bereken_kolommen(anders), bereken_kolommen(frame))


def test_lege_waarden_van_elke_soort_ontbreken(frame: pd.DataFrame) -> None:
    frame[UREN] = pd.Series([6, None, 6], dtype="Int64", index=frame.index)
    frame[BEZETTING] = pd.Series([0.95, None, 0.95], dtype=pd.ArrowDtype(pa.float64()), index=frame.index)
    keuzes = pa.array(["kostprijs", None, "kostprijs"])
    frame["leegstand.grondslag"] = pd.Series(pd.arrays.ArrowExtensionArray(keuzes), index=frame.index)
    assert [bezwaar.melding for bezwaar in fout_van(frame).bezwaren] == ["is nog niet ingevuld"] * 3


def test_een_kolom_zonder_enig_eigen_bedrag_verandert_niets(frame: pd.DataFrame) -> None:
    leeg = frame.assign(**{"huisvesting.vast_bedrag_per_jaar": np.nan})
    pd.testing.assert_frame_equal(bereken_kolommen(leeg), bereken_kolommen(frame))


def test_float32_wordt_geweigerd_omdat_er_geen_centen_in_passen(frame: pd.DataFrame) -> None:
    with pytest.raises(InvoerFout, match=r"leegstand.bezettingsgraad: float32 heeft te weinig cijfers"):
        bereken_kolommen(frame.astype({BEZETTING: "float32"}))


def test_ruis_in_het_zestiende_cijfer_is_geen_bezwaar(voorbeeld: Opbouw) -> None:
    ruis = pd.DataFrame(
        {BEZETTING: [1.0000000000000002, 0.95], "gezinshuis.plaatsen_laag": [1.0000000000000002, 1]}
    )
    schoon = pd.DataFrame({BEZETTING: [1, 0.95], "gezinshuis.plaatsen_laag": [1, 1]})
    verwacht = bereken_kolommen(schoon, basis=voorbeeld)
    pd.testing.assert_frame_equal(bereken_kolommen(ruis, basis=voorbeeld), verwacht)


def test_een_leeg_frame_geeft_een_leeg_frame(frame: pd.DataFrame) -> None:
    uit = bereken_kolommen(frame.iloc[:0])
    assert uit.shape == (0, 36)
    assert bereken_kolommen(frame).columns.equals(uit.columns)


VELDEN = Indeling.van(["gelieerde_zorgorganisatie.aandeel"], voorbeeld_2026()).velden
VREEMD = [
    "0",
    "-0.01",
    "1",
    "1.01",
    "366",
    "364",
    "9",
    "0.5",
    "999999999",
    "1000000000",
    "kostprijs",
    "",
    "1e-10",
]


@given(invoer(), st.sampled_from(sorted(VELDEN)), st.sampled_from(VREEMD))
def test_het_frame_weigert_wat_de_deur_weigert(inhoud: dict[str, Any], sleutel: str, waarde: str) -> None:
    """Also the other way: what the door takes, the frame takes, with the same cents."""
    inhoud["eigen_posten"] = []
    inhoud["gelieerde_zorgorganisatie"] = {
        "aandeel": "0.1",
        "grondslag": "tarief",
        "vast_bedrag_per_plaats_per_jaar": "5",
    }
    frame = opbouwen_naar_frame([Opbouw.model_validate(inhoud)])
    plek: Any = inhoud
    *pad, laatste = sleutel.split(".")
    for deel in pad:
        plek = plek[deel]
    plek[laatste] = waarde
    frame[sleutel] = pd.Series([waarde], dtype=object)
    try:
        opbouw = Opbouw.model_validate(inhoud)
    except InvoerFout as fout:
        (bezwaar,) = fout.bezwaren
        gevonden = fout_van(frame).bezwaren[0]
        assert gevonden.sleutel == f"{bezwaar.sleutel} (rij 0)"
        assert (gevonden.melding, gevonden.toegestaan) == (bezwaar.melding, bezwaar.toegestaan)
        assert gevonden.remedie == bezwaar.remedie
    else:
        assert uit_frame(bereken_kolommen(frame)) == exact([opbouw])
        assert plat(opbouw)[sleutel] is not None
