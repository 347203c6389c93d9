from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from gezinshuis_tarief import InvoerFout, Opbouw
from gezinshuis_tarief.controle import Afwezigheid, Exploitatie, Leegte, Wisseling, jaarverloop
from gezinshuis_tarief.controle.jaarverloop import Gebeurtenis
from hulp.strategieen import invoer


@pytest.fixture(scope="module")
def exploitatie(voorbeeld: Opbouw) -> Exploitatie:
    """Places 1 laag, 2 and 3 midden, 4 hoog."""
    return Exploitatie.van(voorbeeld.bereken())


@settings(max_examples=15)
@given(invoer())
def test_een_jaar_zonder_gebeurtenissen_is_een_vol_jaar(gegevens: dict[str, Any]) -> None:
    exploitatie = Exploitatie.van(Opbouw.model_validate(gegevens).bereken())
    verloop = jaarverloop(exploitatie)
    assert abs(verloop.resultaat - exploitatie.jaarresultaat()) < Decimal("1e-12")
    assert sum(maand.dagen for maand in verloop.maanden) == exploitatie.dagen_per_jaar


def test_een_lege_plaats_kost_het_verschil_over_de_dagen_van_die_maanden(exploitatie: Exploitatie) -> None:
    """March and April have 61 days."""
    verloop = jaarverloop(exploitatie, Leegte(4, 3, 4))
    dag = exploitatie.dagen["hoog"]
    verlies = (dag.tarief - dag.vertering) * 61
    assert abs(exploitatie.jaarresultaat() - verloop.resultaat - verlies) < Decimal("1e-12")
    assert [maand.bezet for maand in verloop.maanden][1:5] == [4, 3, 3, 4]


def test_afschalen_in_hetzelfde_huis_kost_wat_de_uren_langer_doorlopen(exploitatie: Exploitatie) -> None:
    """From July the child is midden: 184 days at the lower tariff; the hours of hoog end at once or 92 days later."""
    meteen = jaarverloop(exploitatie, Wisseling(4, 7, "midden"))
    later = jaarverloop(exploitatie, Wisseling(4, 7, "midden"), kosten_lopen_door=3)
    hoog, midden = exploitatie.dagen["hoog"], exploitatie.dagen["midden"]
    minder = (hoog.tarief - midden.tarief) * 184
    assert sum(m.opbrengst for m in jaarverloop(exploitatie).maanden) - sum(
        m.opbrengst for m in meteen.maanden
    ) == pytest.approx(minder)
    assert abs(meteen.resultaat - later.resultaat - (hoog.doorlopend - midden.doorlopend) * 92) < Decimal(
        "1e-12"
    )


def test_de_laatste_wisseling_telt(exploitatie: Exploitatie) -> None:
    twee = jaarverloop(exploitatie, Wisseling(1, 2, "hoog"), Wisseling(1, 6, "midden"))
    assert twee.maanden[4].opbrengst / 31 - twee.maanden[6].opbrengst / 31 == (
        exploitatie.dagen["hoog"].tarief - exploitatie.dagen["midden"].tarief
    )


@pytest.mark.parametrize(("vergoed", "gemist"), [(True, 0), (False, 14)])
def test_een_kind_dat_tijdelijk_weg_is(exploitatie: Exploitatie, vergoed: bool, gemist: int) -> None:  # noqa: FBT001
    verloop = jaarverloop(exploitatie, Afwezigheid(1, 8, 14, vergoed))
    dag = exploitatie.dagen["laag"]
    verwacht = exploitatie.jaarresultaat() + dag.vertering * 14 - dag.tarief * gemist
    assert abs(verloop.resultaat - verwacht) < Decimal("1e-12")


def test_het_verloop_als_tekst_en_als_frame(exploitatie: Exploitatie) -> None:
    verloop = jaarverloop(exploitatie, Leegte(1, 12, 12))
    assert verloop.naar_frame()["resultaat"].sum() == pytest.approx(float(verloop.resultaat))
    assert " jaar " in str(verloop)
    assert "<table>" in verloop._repr_html_()


@pytest.mark.parametrize(
    ("gebeurtenissen", "melding"),
    [
        ([Leegte(5, 1, 2)], "1 tot en met 4"),
        ([Leegte(1, 4, 3)], "past niet in een jaar"),
        ([Wisseling(1, 13, "laag")], "past niet in een jaar"),
        ([Wisseling(1, 1, "zwaar")], "is geen keuze"),  # type: ignore[arg-type]
        ([Wisseling(1, 2, "hoog"), Wisseling(1, 2, "midden")], "twee keer"),
        ([Afwezigheid(1, 2, -1, vergoed=True)], "is negatief"),
        ([Afwezigheid(1, 2, 20, vergoed=True), Afwezigheid(1, 2, 9, vergoed=False)], "hoogstens 28"),
        ([Afwezigheid(1, 2, 3, vergoed=True), Leegte(1, 1, 3)], "leeg staat"),
        ([Afwezigheid(1, 13, 3, vergoed=True)], "past niet in een jaar"),
    ],
)
def test_een_gebeurtenis_die_niet_kan_wordt_geweigerd(
    exploitatie: Exploitatie, gebeurtenissen: list[Gebeurtenis], melding: str
) -> None:
    with pytest.raises(InvoerFout, match=melding):
        jaarverloop(exploitatie, *gebeurtenissen)


def test_kosten_lopen_niet_negatief_door(exploitatie: Exploitatie) -> None:
    with pytest.raises(InvoerFout, match="is negatief"):
        jaarverloop(exploitatie, kosten_lopen_door=-1)
