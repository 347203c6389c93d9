"""C8: gezinshuisouders who are entrepreneurs, as a standard variant of bouwsteen 1."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from gezinshuis_tarief import (
    InkomenOndernemer,
    InvoerFout,
    OnbekendCijfer,
    Opbouw,
    cijfers_uit,
    controleer,
    frame_naar_opbouwen,
    herprijs,
    naar_json,
    opbouwen_naar_frame,
    van_json,
)
from gezinshuis_tarief.controle import uurinkomen
from gezinshuis_tarief.indexatie.inschaling import Inschaling
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.model.plat import eigen_vormen
from hulp.invoer import ONDERNEMER

SLEUTEL = "inkomen_gezinshuisouder"


@pytest.fixture
def ondernemer(voorbeeld: Opbouw) -> Opbouw:
    return voorbeeld.met({SLEUTEL: ONDERNEMER}, reden="ondernemer")


def codes(opbouw: Opbouw, **wijzigingen: Any) -> set[str]:  # noqa: ANN401 (whatever `met` takes)
    anders = opbouw.met({f"{SLEUTEL}.{naam}": waarde for naam, waarde in wijzigingen.items()}, reden="proef")
    return {bevinding.code for bevinding in controleer(anders, peildatum=dt.date(2026, 3, 1)).bevindingen}


def test_c8_een_ondernemer_draagt_zelf_wat_een_werkgever_draagt(ondernemer: Opbouw) -> None:
    assert [str(t.per_etmaal) for t in ondernemer.bereken().values()] == ["145.76", "156.66", "178.46"]
    assert (
        ondernemer.bereken()["midden"].elementen()["a"] > ondernemer.bereken()["midden"][SLEUTEL].per_etmaal
    )
    assert not eigen_vormen(ondernemer)
    assert van_json(naar_json(ondernemer)) == ondernemer
    assert ondernemer.met({f"{SLEUTEL}.vast_bedrag_per_jaar": "70000"}).bereken()["laag"][
        SLEUTEL
    ].per_etmaal == (Decimal("47.95"))


def test_de_uitleg_noemt_elke_last(ondernemer: Opbouw) -> None:
    uitleg = ondernemer.uitleg()
    assert uitleg.stap(f"{SLEUTEL}.aov").formule == "aov premie × aov verzekerd deel × norminkomen"
    namen = {
        stap.sleutel.removeprefix(f"{SLEUTEL}.")
        for stap in uitleg.stappen
        if stap.sleutel.startswith(SLEUTEL)
    }
    assert {"norminkomen", "aov", "pensioen", "zvw", "reservering", "ondernemerskosten"} <= namen
    assert any("25,9%" in norm.onze_lezing for norm in uitleg.open_normen)


def test_de_soort_kiest_de_sleutels(voorbeeld: Opbouw) -> None:
    loon = voorbeeld.inkomen_gezinshuisouder.model_dump()
    with pytest.raises(InvoerFout, match=f"{SLEUTEL}.loon: is geen bekende sleutel"):
        voorbeeld.met({SLEUTEL: {**ONDERNEMER, "loon": loon}})
    with pytest.raises(InvoerFout, match=f"{SLEUTEL}.soort: .* is geen keuze"):
        voorbeeld.met({SLEUTEL: {**ONDERNEMER, "soort": "loondienst"}})
    with pytest.raises(InvoerFout, match=r'norm\.bruto_maandsalaris: "-1" ligt buiten'):
        voorbeeld.met({SLEUTEL: {**ONDERNEMER, "norm": {**ONDERNEMER["norm"], "bruto_maandsalaris": "-1"}}})
    assert voorbeeld.met({SLEUTEL: InkomenOndernemer.model_validate(ONDERNEMER)}, reden="?") == voorbeeld.met(
        {SLEUTEL: ONDERNEMER}, reden="?"
    )


def test_uit_cao_vult_met_bron_of_zegt_dat_het_een_aanname_is(voorbeeld: Opbouw) -> None:
    blok = InkomenOndernemer.uit_cao(
        "CAO Jeugdzorg", 8, "12", "2026-01-01", fte_per_huis="1", aov_premie="0.08"
    )
    assert (blok.zvw_bijdrage, blok.zvw_maximum) == (Decimal("0.0485"), Decimal(79409))
    assert (blok.pensioenpremie, blok.pensioenfranchise) == (Decimal("0.1345"), Decimal(17283))
    assert (blok.aov_premie, blok.aov_verzekerd_deel) == (Decimal("0.08"), Decimal("0.80"))
    opbouw = voorbeeld.met({SLEUTEL: blok}, reden="ondernemer")
    assert opbouw.onderbouwing_van(f"{SLEUTEL}.zvw_bijdrage").bron
    assert opbouw.onderbouwing_van(f"{SLEUTEL}.norm.bruto_maandsalaris").bron
    steun = opbouw.onderbouwing_van(f"{SLEUTEL}.aov_verzekerd_deel")
    assert (steun.herkomst, steun.bron) == (Herkomst.AANNAME, None)
    assert f"{SLEUTEL}.aov_premie" in opbouw.aannames()
    assert str(opbouw.prijspeil) == "lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024"
    anders = opbouw.met({f"{SLEUTEL}.zvw_maximum": "80000"}, reden="raming")
    assert "premies 1 januari 2026, deels zonder datum" in str(anders.prijspeil)


def test_uit_cao_noemt_alles_wat_niet_bekend_is_en_rekent_met_eigen_cijfers() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        InkomenOndernemer.uit_cao("CAO Jeugdzorg", 8, "12", "2027-01-01", fte_per_huis="1")
    assert len(fout.value.meldingen) == 4
    eigen = cijfers_uit(
        [
            {"geldig_vanaf": "2027-01-01", "naam": naam, "waarde": waarde, "bron": "raming regio"}
            for naam, waarde in (
                ("Zvw_laag", "5.05%"),
                ("max_bijdrageinkomen", "82000"),
                ("OP_werkgeversdeel_jeugdzorg", "13.45%"),
                ("AOW_franchise", "17700"),
            )
        ]
    )
    blok = InkomenOndernemer.uit_cao("CAO Jeugdzorg", 8, "12", "2027-01-01", fte_per_huis="1", cijfers=eigen)
    assert (blok.zvw_bijdrage, blok.zvw_maximum) == (Decimal("0.0505"), Decimal(82000))
    assert (blok.pensioenpremie, blok.pensioenfranchise) == (Decimal("0.1345"), Decimal(17700))


def test_controles_kennen_de_ondernemer(ondernemer: Opbouw, voorbeeld: Opbouw) -> None:
    gewoon = codes(ondernemer)
    assert not gewoon & {"DUB-02", "DUB-04", "LEV-04", "LEV-06", "LOO-10", "LOO-11"}
    assert not any("eigen variant" in b.gevonden for b in controleer(ondernemer).bevindingen)
    assert "LEV-06" in codes(ondernemer, **{"norm.bruto_maandsalaris": "1700"})
    assert "LEV-06" in codes(ondernemer, vast_bedrag_per_jaar="20000")
    assert "LEV-04" in codes(ondernemer, vast_bedrag_per_jaar="20000")
    assert "DUB-04" in codes(ondernemer, fte_per_huis="0.5")
    assert "DUB-02" in codes(ondernemer, fte_per_huis="1.2")
    assert "LOO-08" in codes(ondernemer, **{"norm.onregelmatigheidstoeslag": "0.02"})
    assert "LOO-10" in codes(voorbeeld, fte_per_huis="1.5")
    assert "LOO-10" not in codes(voorbeeld, fte_per_huis="1")
    assert uurinkomen(ondernemer.bereken(), Decimal(1872)) > 40


def test_een_te_grote_groep_is_een_vraag(voorbeeld: Opbouw) -> None:
    bevindingen = controleer(voorbeeld.met_groepsgrootte(laag=6, midden=5, hoog=6)).bevindingen
    assert [b.sleutel for b in bevindingen if b.code == "HUI-01"] == ["hoog.gezinshuis.groepsgrootte"]


def test_herprijzen_zet_de_cijfers_van_het_jaar(ondernemer: Opbouw) -> None:
    plek = Inschaling(cao="jeugdzorg", schaal="8", periodiek="12")
    nieuw = herprijs(ondernemer, "2026-01-01", inschaling={SLEUTEL: plek}).nieuw.inkomen_gezinshuisouder
    assert isinstance(nieuw, InkomenOndernemer)
    assert nieuw.zvw_bijdrage == Decimal("0.0485")


def test_ondernemers_en_loondienst_staan_niet_in_een_tabel(ondernemer: Opbouw, voorbeeld: Opbouw) -> None:
    frame = opbouwen_naar_frame([ondernemer])
    assert frame_naar_opbouwen(frame)[0] == ondernemer.model_copy(update={"onderbouwing": {}})
    with pytest.raises(InvoerFout, match="Maak een tabel van ondernemers"):
        opbouwen_naar_frame({"a": ondernemer, "b": voorbeeld})
    assert isinstance(frame, pd.DataFrame)
