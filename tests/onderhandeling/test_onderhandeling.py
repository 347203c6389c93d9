"""Offers, acceptances and rounds; what is refused, and that nothing is lost."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import GelieerdeZorgorganisatie, InvoerFout, Opbouw, voorbeeld_2026
from gezinshuis_tarief.onderhandeling.bestand import (
    bewaar_onderhandeling,
    lees_onderhandeling,
    schrijf_onderhandeling,
    verenig_kopieen,
)
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.stand import Puntstatus

DAG = dt.date(2026, 2, 2)
BEZETTING = "leegstand.bezettingsgraad"
OPSLAG = "overhead.opslag"


def nieuw(basis: Opbouw | None = None) -> Onderhandeling:
    return Onderhandeling(
        naam="Gezinshuis De Linde",
        peildatum=dt.date(2026, 1, 1),
        partijen=("gemeente", "aanbieder"),
        basis=basis or voorbeeld_2026(),
    )


def doe_bod(
    zaak: Onderhandeling, partij: str, wijzigingen: dict[str, Any], reden: str = "omdat"
) -> Onderhandeling:
    opbouw = zaak.stand.standen[partij].met(wijzigingen, reden=reden)
    return zaak.bod(partij, opbouw, indiener="J. de Vries", datum=DAG, reden=reden)


def neem_aan(zaak: Onderhandeling, sleutel: str, partij: str, van: str | None = None) -> Onderhandeling:
    return zaak.aanvaard(sleutel, partij, indiener="A. Bakker", datum=DAG, van=van)


@pytest.fixture
def zaak() -> Onderhandeling:
    return doe_bod(
        doe_bod(nieuw(), "aanbieder", {BEZETTING: "0.9", OPSLAG: "0.12"}), "gemeente", {BEZETTING: "0.94"}
    )


def statussen(zaak: Onderhandeling) -> dict[str, str]:
    return {
        punt.sleutel: f"{punt.status}{' heropend' if punt.heropend else ''}" for punt in zaak.stand.punten
    }


def test_een_bod_leidt_tot_punten_met_redenen(zaak: Onderhandeling) -> None:
    assert statussen(zaak) == {OPSLAG: "open", BEZETTING: "betwist"}
    punt = zaak.stand.punt(BEZETTING)
    assert punt is not None
    assert punt.redenen == {"gemeente": "omdat", "aanbieder": "omdat"}


def test_aanvaarden_leidt_tot_akkoord_en_de_volgende_ronde_begint_daarmee(zaak: Onderhandeling) -> None:
    klaar = neem_aan(neem_aan(zaak, OPSLAG, "gemeente"), BEZETTING, "aanbieder")
    assert statussen(klaar) == {OPSLAG: "akkoord", BEZETTING: "akkoord"}
    assert klaar.stand.is_akkoord
    verder = klaar.volgende_ronde()
    assert verder.ronde == 2
    assert verder.stand.punten == ()
    assert str(verder.stand.basis.leegstand.bezettingsgraad) == "0.94"
    assert str(verder.stand.basis.overhead.opslag) == "0.12"


def test_wat_niet_akkoord_is_blijft_op_tafel(zaak: Onderhandeling) -> None:
    verder = neem_aan(zaak, OPSLAG, "gemeente").volgende_ronde()
    assert statussen(verder) == {BEZETTING: "betwist"}
    assert str(verder.stand.basis.leegstand.bezettingsgraad) == "0.95"


def test_aanvaarden_kan_ook_toegeven_aan_het_beginpunt_zijn(zaak: Onderhandeling) -> None:
    assert OPSLAG not in statussen(neem_aan(zaak, OPSLAG, "aanbieder"))


def test_wat_akkoord_was_wijzigen_heropent_het_zichtbaar(zaak: Onderhandeling) -> None:
    klaar = neem_aan(zaak, OPSLAG, "gemeente")
    in_ronde = doe_bod(klaar, "aanbieder", {OPSLAG: "0.14"})
    later = doe_bod(klaar.volgende_ronde(), "aanbieder", {OPSLAG: "0.14"})
    assert statussen(in_ronde)[OPSLAG] == "betwist heropend"
    assert statussen(later)[OPSLAG] == "open heropend"
    weer_akkoord = neem_aan(later, OPSLAG, "gemeente")
    assert statussen(weer_akkoord)[OPSLAG] == "akkoord"


def test_drie_partijen_moeten_alle_akkoord_zijn_en_zeggen_met_wiens_waarde() -> None:
    basis = voorbeeld_2026()
    zaak = Onderhandeling(naam="Regio", peildatum=DAG, partijen=("stad", "dorp", "aanbieder"), basis=basis)
    zaak = doe_bod(doe_bod(zaak, "aanbieder", {OPSLAG: "0.12"}), "dorp", {OPSLAG: "0.11"})
    with pytest.raises(InvoerFout, match="Zeg wiens waarde wordt aanvaard: dorp of aanbieder"):
        neem_aan(zaak, OPSLAG, "stad")
    zaak = neem_aan(zaak, OPSLAG, "stad", van="aanbieder")
    assert statussen(zaak) == {OPSLAG: "betwist"}
    assert statussen(neem_aan(zaak, OPSLAG, "dorp", van="stad")) == {OPSLAG: "akkoord"}


def test_een_heel_deel_kan_worden_aanvaard(blok_acht: GelieerdeZorgorganisatie) -> None:
    zaak = doe_bod(nieuw(), "aanbieder", {"gelieerde_zorgorganisatie": blok_acht})
    zaak = neem_aan(zaak, "gelieerde_zorgorganisatie", "gemeente")
    assert zaak.stand.overeengekomen().gelieerde_zorgorganisatie == blok_acht


def test_redenen_worden_per_sleutel_bewaard() -> None:
    zaak = nieuw()
    ander = zaak.basis.met({OPSLAG: "0.12", BEZETTING: "0.9"})
    zaak = zaak.bod(
        "aanbieder", ander, indiener="x", datum=DAG, reden="in het algemeen", redenen={OPSLAG: "benchmark"},
        peildatum=dt.date(2026, 1, 1),
    )  # fmt: skip
    assert [zet.model_dump()["redenen"] for zet in zaak.ronden[0].zetten] == [
        {OPSLAG: "benchmark", BEZETTING: "in het algemeen"}
    ]


def test_weigeringen_zijn_nederlands_en_veranderen_niets(zaak: Onderhandeling) -> None:
    voor = schrijf_onderhandeling(zaak)
    basis = zaak.basis
    groter = basis.met({"gezinshuis.plaatsen_hoog": 2})
    gelijk = neem_aan(zaak, OPSLAG, "gemeente")
    bod: dict[str, Any] = {"indiener": "x", "datum": DAG}
    gevallen: list[tuple[Callable[[], object], str]] = [
        (
            lambda: zaak.bod("gemente", basis, **bod),
            r'bod: "gemente" is geen partij\. .*Bedoelt u gemeente\?',
        ),
        (
            lambda: zaak.bod("gemeente", groter, **bod),
            "een ander aantal plaatsen dan de 4.*verschilt van structuur",
        ),
        (lambda: zaak.bod("gemeente", basis, **bod, peildatum=DAG), "een ander prijspeil dan 2026-01-01"),
        (lambda: zaak.bod("gemeente", basis, **bod), f"{BEZETTING}: is gewijzigd zonder reden"),
        (
            lambda: zaak.bod("gemeente", basis, **bod, reden="x", redenen={OPSLAG: "y"}),
            f"redenen.{OPSLAG}: hoort bij geen wijziging",
        ),
        (
            lambda: neem_aan(zaak, "overhead.opslagg", "gemeente"),
            "geen punt van onderhandeling. Bedoelt u overhead",
        ),
        (lambda: neem_aan(zaak, "x", "gemeente"), "x: is geen punt van onderhandeling. Zie de stand"),
        (lambda: neem_aan(zaak, OPSLAG, "regio"), '"regio" is geen partij'),
        (lambda: neem_aan(zaak, OPSLAG, "gemeente", van="niemand"), '"niemand" is geen partij'),
        (lambda: neem_aan(gelijk, OPSLAG, "gemeente"), "is bij beide al dezelfde waarde"),
        (lambda: nieuw().volgende_ronde(), "is nog leeg"),
    ]
    for doe, melding in gevallen:
        with pytest.raises(InvoerFout, match=melding):
            doe()
    assert schrijf_onderhandeling(zaak) == voor


def test_akkoorden_die_niet_samen_passen_worden_voor_de_volgende_ronde_geweigerd() -> None:
    def zoals(aandeel: str, marge: str) -> dict[str, Any]:
        acht = GelieerdeZorgorganisatie(
            aandeel=aandeel, grondslag="tarief", vast_bedrag_per_plaats_per_jaar="0"
        )
        return {"gelieerde_zorgorganisatie": acht, "winst_marge.percentage": marge}

    zaak = nieuw(voorbeeld_2026().met(zoals("0.1", "0.5")))
    zaak = doe_bod(
        zaak, "gemeente", {"gelieerde_zorgorganisatie.aandeel": "0.6", "winst_marge.percentage": "0.1"}
    )
    zaak = doe_bod(
        zaak, "aanbieder", {"gelieerde_zorgorganisatie.aandeel": "0.6", "winst_marge.percentage": "0.2"}
    )
    with pytest.raises(InvoerFout, match="nemen samen het hele tarief"):
        zaak.volgende_ronde()


@pytest.mark.parametrize(
    ("wijzig", "melding"),
    [
        ({"partijen": ["a", "a"]}, "partijen: a, a bevat een naam twee keer"),
        ({"partijen": ["a"]}, "heeft te weinig delen"),
        ({"versie": 2}, "versie: 2 is een andere versie van dit bestand dan 1"),
        ({"soort": "opbouw"}, "is geen onderhandeling"),
        ({"naam": ""}, 'naam: "" is leeg'),
        ({"ronden": [{"zetten": [{"soort": "bot"}]}]}, "onbekende soort"),
        ({"ronden": [{"zetten": [{}]}]}, "heeft geen soort"),
        ({"extra": 1}, "extra: is geen bekende sleutel"),
        ({"peildatum": "1 januari"}, "is geen datum"),
    ],
)
def test_een_beschadigd_bestand_wordt_in_het_nederlands_geweigerd(
    wijzig: dict[str, Any], melding: str
) -> None:
    inhoud = json.loads(schrijf_onderhandeling(nieuw())) | wijzig
    with pytest.raises(InvoerFout, match=melding):
        lees_onderhandeling(json.dumps(inhoud))


def test_een_onbekende_partij_in_een_bestand_wordt_geweigerd(zaak: Onderhandeling) -> None:
    with pytest.raises(
        InvoerFout, match=r'ronden\[0\]: "gemeente" is geen partij. Kies een van de partijen: a, aanb'
    ):
        lees_onderhandeling(
            json.dumps(json.loads(schrijf_onderhandeling(zaak)) | {"partijen": ["a", "aanbieder"]})
        )
    with pytest.raises(InvoerFout, match="is geen onderhandeling"):
        lees_onderhandeling("[]")


@given(
    st.lists(
        st.tuples(st.sampled_from(["gemeente", "aanbieder"]), st.sampled_from(["0.9", "0.91", "0.95"])),
        max_size=5,
    )
)
@settings(max_examples=20, deadline=None)
def test_lezen_geeft_terug_wat_er_geschreven_is(biedingen: list[tuple[str, str]]) -> None:
    zaak = nieuw()
    for partij, graad in biedingen:
        zaak = doe_bod(zaak, partij, {BEZETTING: graad}).volgende_ronde()
    terug = lees_onderhandeling(schrijf_onderhandeling(zaak))
    assert terug == zaak
    assert schrijf_onderhandeling(terug) == schrijf_onderhandeling(zaak)
    assert statussen(terug) == statussen(zaak)
    assert terug.stand.basis == zaak.stand.basis


def test_een_bestand_groeit_alleen(zaak: Onderhandeling, tmp_path: Path) -> None:
    pad = tmp_path / "linde.json"
    bewaar_onderhandeling(nieuw(), pad)
    bewaar_onderhandeling(zaak, pad)
    with pytest.raises(InvoerFout, match=r"linde\.json: bevat zetten die hier niet in staan"):
        bewaar_onderhandeling(nieuw(), pad)
    ander = lees_onderhandeling(schrijf_onderhandeling(zaak).replace("De Linde", "Anders"))
    with pytest.raises(InvoerFout, match="naam: Gezinshuis De Linde is van een andere onderhandeling"):
        bewaar_onderhandeling(ander, pad)
    with pytest.raises(InvoerFout, match="basis: is van een andere onderhandeling"):
        bewaar_onderhandeling(nieuw(voorbeeld_2026().met({OPSLAG: "0.2"})), pad)
    assert lees_onderhandeling(pad.read_bytes()) == zaak
    assert [bestand.name for bestand in tmp_path.iterdir()] == ["linde.json"]


def test_twee_kopieen_van_een_ronde_worden_er_een() -> None:
    begin = nieuw()
    een = doe_bod(begin, "gemeente", {BEZETTING: "0.94"})
    ander = doe_bod(begin, "aanbieder", {BEZETTING: "0.9"})
    assert (
        statussen(verenig_kopieen(een, ander))
        == statussen(verenig_kopieen(ander, een))
        == {BEZETTING: "betwist"}
    )
    assert len(verenig_kopieen(een, ander).ronden[0].zetten) == 2
    assert verenig_kopieen(een, een) == verenig_kopieen(een, begin) == een


def test_kopieen_die_niet_een_kunnen_worden_zeggen_waarom(zaak: Onderhandeling) -> None:
    begin = nieuw()
    een, ander = doe_bod(begin, "gemeente", {OPSLAG: "0.2"}), doe_bod(begin, "gemeente", {OPSLAG: "0.3"})
    with pytest.raises(InvoerFout, match="van gemeente staan in beide kopieën, en verschillen"):
        verenig_kopieen(een, ander)
    with pytest.raises(InvoerFout, match="1 en 2 zijn verschillende ronden"):
        verenig_kopieen(een, een.volgende_ronde())
    with pytest.raises(InvoerFout, match="van eerdere ronden verschillen"):
        verenig_kopieen(een.volgende_ronde(), doe_bod(begin, "aanbieder", {OPSLAG: "0.3"}).volgende_ronde())
    aanvaard = neem_aan(zaak, OPSLAG, "gemeente")
    hoger = doe_bod(zaak, "aanbieder", {OPSLAG: "0.2"})
    for paar in ((aanvaard, hoger), (hoger, aanvaard)):
        with pytest.raises(
            InvoerFout, match=f"van gemeente aanvaarden {OPSLAG} van aanbieder, die in de andere"
        ):
            verenig_kopieen(*paar)


def test_een_akkoord_punt_houdt_zijn_status(zaak: Onderhandeling) -> None:
    punt = neem_aan(zaak, OPSLAG, "gemeente").stand.punt(OPSLAG)
    assert punt is not None
    assert punt.status is Puntstatus.AKKOORD
    assert punt.redenen["gemeente"] == "aanvaard van aanbieder"


@pytest.mark.parametrize("jaar", [2027, 2030])
def test_een_onderhandeling_waarschuwt_voor_een_prijspeil_na_haar_cijfers(jaar: int) -> None:
    """C1: `--peildatum 2027-01-01` over wages of 2025 is no longer silent, and 2030 neither."""
    zaak = nieuw().model_copy(update={"peildatum": dt.date(jaar, 1, 1)})
    kop, cijfers, let_op, *_ = str(zaak).splitlines()
    assert kop == f"Gezinshuis De Linde, ronde 1 (prijspeil {jaar}-01-01)"
    assert cijfers == "Cijfers: lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024"
    assert let_op.startswith(f"Let op: Voor 1 januari {jaar} zijn deze cijfers niet bekend")


def test_elke_partij_met_eigen_cijfers_heeft_een_eigen_regel() -> None:
    """C1: the day of the starting point does not stand for what a party changed."""
    regels = str(
        doe_bod(nieuw(), "gemeente", {"verzorgingskosten.bedrag_per_jeugdige_per_dag": "20"})
    ).splitlines()
    assert regels[1].startswith("Cijfers (uitgangspunt, aanbieder): lonen 1 maart 2025 ·")
    assert regels[2].startswith("Cijfers (gemeente): ")
    assert regels[2].endswith("verzorging zonder datum")


def test_alle_bezwaren_tegen_een_bod_komen_in_een_keer(zaak: Onderhandeling) -> None:
    anders = zaak.basis.met({"overhead.opslag": "0.11", "leegstand.bezettingsgraad": "0.9"})
    with pytest.raises(InvoerFout) as fout:
        zaak.bod("niemand", anders, indiener="x", datum="morgen", peildatum="2020-01-01", redenen=[])  # type: ignore[arg-type]
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == ["datum", "bod", "peildatum", "redenen"]
    redenen = {"zwembad": "x", "overhead.opslag": "x"}
    with pytest.raises(InvoerFout) as fout:
        zaak.bod(zaak.partijen[0], anders, indiener="x", datum="2026-02-01", redenen=redenen)
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == [
        "redenen.zwembad",
        "leegstand.bezettingsgraad",
    ]
