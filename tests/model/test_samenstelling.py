"""Components of one's own together with inputs per zorgzwaarte, own percentages and group sizes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from gezinshuis_tarief import (
    InkomenOndernemer,
    InvoerFout,
    Opbouw,
    bereken_kolommen,
    controleer,
    lees_bewijs,
    maak_bewijs,
    naar_json,
    naspelen,
    onderdeel,
    schrijf_bewijs,
    van_json,
    verschil,
)
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, plat
from gezinshuis_tarief.onderdelen.plaatsing import eigen_delen
from hulp.invoer import ONDERNEMER

FRACTIE = {"eenheid": "fractie", "meer_dan": "0", "hoogstens": "1"}
VERVOER: Any = onderdeel(
    "Vervoer",
    plek="eigen_posten",
    invoer={
        "ritten": {"eenheid": "aantal", "minstens": "0"},
        "prijs": {"eenheid": "€ per stuk", "minstens": "0"},
    },
    uitkomst="huis.plaatsen * ritten * prijs",
)
LEEGSTAND: Any = onderdeel(
    "EigenLeegstand",
    plek="leegstand",
    invoer={"bezet": FRACTIE, "grondslag": {"keuzes": ["kostprijs", "vaste_kosten"]}},
    stappen={
        "grondslag": {
            "eenheid": "€ per etmaal",
            "formule": 'ALS(grondslag = "kostprijs"; kostprijs; vaste_kosten)',
        },
        "grondslagbedrag": {"eenheid": "€ per etmaal", "formule": "grondslag * (1 - bezet)"},
    },
    uitkomst="grondslagbedrag",
)
OVERHEAD: Any = onderdeel(
    "EigenOverhead",
    plek="overhead",
    invoer={"deel": FRACTIE, "basis": {"keuzes": ["smal", "breed"]}},
    stappen={
        "basis": {
            "eenheid": "€ per etmaal",
            "formule": 'ALS(basis = "smal"; beroepskrachten; directe_kosten)',
        }
    },
    uitkomst="basis * deel / huis.plaatsen",
)
VARIABEL: dict[str, list[object]] = {
    "hoog.eigen_posten[0].ritten": [200.0, 10.0],
    "laag.overhead.basis": ["breed", "smal"],
    "hoog.leegstand.grondslag": ["vaste_kosten", "kostprijs"],
    "eigen_opslagen[0].percentage": [0.02, 0.03],
}


@pytest.fixture
def gedeeld(voorbeeld: Opbouw) -> Opbouw:
    """Return an opbouw with components of one's own and an own percentage, the same for every zorgzwaarte."""
    return voorbeeld.met(
        {
            "eigen_posten": [VERVOER(naam="vervoer", ritten="120", prijs="7.50")],
            "leegstand": LEEGSTAND(bezet="0.95", grondslag="kostprijs"),
            "overhead": OVERHEAD(deel="0.4", basis="smal"),
            "eigen_opslagen": [{"naam": "risico", "percentage": "0.02", "grondslag": "kostprijs"}],
        }
    )


@pytest.fixture
def verschillend(gedeeld: Opbouw) -> Opbouw:
    anders = {sleutel: str(waarden[0]) for sleutel, waarden in VARIABEL.items()}
    return gedeeld.met(anders).met_groepsgrootte(laag=6, hoog=3)


def tarieven(opbouw: Opbouw) -> list[Decimal]:
    return [tarief.per_etmaal for tarief in opbouw.bereken().values()]


def test_een_eigen_onderdeel_rekent_met_de_invoer_en_de_groep_van_zijn_zorgzwaarte(
    gedeeld: Opbouw, verschillend: Opbouw
) -> None:
    assert tarieven(verschillend) == [Decimal("141.33"), Decimal("166.08"), Decimal("206.61")]
    assert tarieven(verschillend)[1] == tarieven(gedeeld)[1]
    hoog = {
        "eigen_posten[0].ritten": "200",
        "leegstand.grondslag": "vaste_kosten",
        "gezinshuis.groepsgrootte": 3,
    }
    assert tarieven(verschillend)[2] == tarieven(gedeeld.met(hoog))[2]
    post = verschillend.bereken()["hoog"]["eigen_posten"].per_etmaal
    assert post == (Decimal(200) * Decimal("7.50") / 365).quantize(Decimal("0.01"))


@pytest.mark.parametrize("gecompileerd", [False, True])
@pytest.mark.parametrize("naamstijl", ["punten", "kaal"])
def test_kolommen_van_eigen_invoer_per_zorgzwaarte_geven_dezelfde_centen(
    verschillend: Opbouw, naamstijl: str, *, gecompileerd: bool
) -> None:
    frame = pd.DataFrame(VARIABEL)
    if naamstijl == "kaal":
        frame.columns = pd.Index(
            [
                "hoog_eigen_posten_0_ritten",
                "laag_overhead_basis",
                "hoog_leegstand_grondslag",
                "eigen_opslagen_0_percentage",
            ]
        )
    uit = bereken_kolommen(frame, basis=verschillend, gecompileerd=gecompileerd)
    for rij in range(2):
        exact = verschillend.met({sleutel: str(waarden[rij]) for sleutel, waarden in VARIABEL.items()})
        gevonden = [float(uit[f"uitkomst.{zwaarte}.tarief"].iloc[rij]) for zwaarte in ZORGZWAARTES]
        assert np.array_equal(gevonden, [float(tarief) for tarief in tarieven(exact)])


def test_een_kale_naam_maakt_ook_zonder_basis_de_delen_die_erbij_horen(voorbeeld: Opbouw) -> None:
    """A zorgzwaarte, own percentages and an entrepreneur are seen in names without dots."""
    anders = voorbeeld.met(
        {
            "inkomen_gezinshuisouder": ONDERNEMER,
            "eigen_opslagen": [{"naam": "risico", "percentage": "0.02", "grondslag": "integraal"}],
            "hoog.leegstand.bezettingsgraad": "0.90",
        },
        reden="proef",
    )
    rij = {sleutel: waarde for sleutel, waarde in plat(anders).items() if waarde is not None}
    kaal = {
        sleutel.replace(".", "_").replace("[", "_").replace("]", ""): [
            float(waarde) if isinstance(waarde, Decimal | int) else waarde
        ]
        for sleutel, waarde in rij.items()
    }
    uit = bereken_kolommen(pd.DataFrame(kaal))
    gevonden = [float(uit[f"uitkomst.{zwaarte}.tarief"].iloc[0]) for zwaarte in ZORGZWAARTES]
    assert np.array_equal(gevonden, [float(tarief) for tarief in tarieven(anders)])


def test_geen_stap_van_een_eigen_onderdeel_heet_als_een_invoer_of_een_andere_stap(
    verschillend: Opbouw,
) -> None:
    """With inputs per zorgzwaarte `hoog.leegstand.grondslag` is an input; a step of that name gets another one."""
    stappen = {stap.sleutel: stap for stap in verschillend.uitleg().stappen}
    assert stappen.keys().isdisjoint(plat(verschillend))
    assert {"hoog.leegstand.grondslagbedrag", "hoog.leegstand.grondslagbedragbedrag"} <= stappen.keys()
    assert "laag.overhead.basisbedrag" in stappen


def test_een_opbouw_met_alles_tegelijk_reist(verschillend: Opbouw) -> None:
    tekst = naar_json(verschillend)
    gelezen = van_json(tekst)
    assert gelezen == verschillend
    assert naar_json(gelezen) == tekst
    assert tarieven(gelezen) == tarieven(verschillend)
    bewijs = lees_bewijs(schrijf_bewijs(maak_bewijs(verschillend, gemaakt_op="2026-01-01")))
    assert naspelen(bewijs).klopt


def test_verschillen_en_controles_kennen_alles_tegelijk(gedeeld: Opbouw, verschillend: Opbouw) -> None:
    tekst = str(verschil(gedeeld, verschillend))
    assert "door gezinshuis groepsgrootte" in tekst
    assert verschillend.prijspeil == gedeeld.prijspeil
    assert "niet getoetst: een eigen variant heeft geen leegstand.bezettingsgraad" in str(
        controleer(verschillend)
    )


def test_een_waarde_per_zorgzwaarte_gaat_door_de_deur_van_het_eigen_onderdeel(gedeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout) as fout:
        gedeeld.met(
            {
                "hoog.eigen_posten[0].ritten": "-1",
                "laag.leegstand.grondslag": "tarief",
                "laag.leegstand.bezettingsgraad": "0.9",
            }
        )
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == [
        "laag.leegstand.bezettingsgraad",
        "laag.leegstand.grondslag",
        "hoog.eigen_posten[0].ritten",
    ]


def test_een_ondernemer_is_geen_eigen_onderdeel(voorbeeld: Opbouw) -> None:
    """The entrepreneur is ours: no definition travels, and no component of one's own can take the name."""
    anders = voorbeeld.met({"inkomen_gezinshuisouder": ONDERNEMER}, reden="proef")
    assert list(eigen_delen(anders)) == []
    assert "onderdelen" not in naar_json(anders)
    assert isinstance(van_json(naar_json(anders)).inkomen_gezinshuisouder, InkomenOndernemer)
    with pytest.raises(InvoerFout, match="is de naam van een standaardonderdeel"):
        onderdeel("InkomenOndernemer", plek="eigen_posten", invoer={}, uitkomst="0")
