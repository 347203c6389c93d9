from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from gezinshuis_tarief import EigenPost, Huismaten, Huisvesting, InvoerFout, Kostenpost, Opbouw, Rekenwijze
from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.sleutels import excelnaam, sleutel_van_naam
from gezinshuis_tarief.rekenwijzen.excel import formules, varianten, volledig

GOUDEN = Path(__file__).parent / "gouden"
CELVERWIJZING = re.compile(r"[A-Za-z]{1,3}[0-9]+|[RrCc]|[Rr][0-9]*[Cc][0-9]*")
NAAM = re.compile(r"[A-Za-z_\\][A-Za-z0-9_.\\]*")


class EigenHuis(Huisvesting):
    """A house with its cost counted twice, to see that a variant's own formula is exported."""

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        return 2 * super().opbouw_per_jaar(huis, wijze)


class Ondoorzichtig(Huisvesting):
    """A formula that needs to know the number itself."""

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        return Decimal(float(self.woonlasten_per_jaar))


class PerPlaats(Kostenpost):
    """An own line with a formula of its own."""

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        return 100 * huis.plaatsen


def als(opbouw: Opbouw, huis: type[Huisvesting]) -> Opbouw:
    return opbouw.met({"huisvesting": huis(**dict(opbouw.huisvesting))})


def deel_van(sleutel: str) -> str:
    """Return the golden file a formula stands in: its bouwsteen, the house, or the composition."""
    delen = [
        deel for deel in re.split(r"[.\[]", sleutel) if deel not in {"laag", "midden", "hoog", "uitkomst"}
    ]
    if sleutel.startswith("uitkomst.") or len(delen) == 1 or delen[0] == "gedeeld":
        return "samenstelling"
    return delen[0]


@pytest.mark.parametrize("deel", [*ALLE, "gezinshuis", "eigen_posten", "samenstelling"])
def test_de_formules_zijn_zoals_ze_waren(voorbeeld: Opbouw, deel: str) -> None:
    regels = [
        f"{excelnaam(s)} {formule}" for s, formule in formules(voorbeeld).items() if deel_van(s) == deel
    ]
    gouden = GOUDEN / f"{deel}.xlsx-formule.txt"
    assert "\n".join(regels) + "\n" == gouden.read_text(encoding="utf-8")


def test_elke_formule_staat_in_een_gouden_bestand(voorbeeld: Opbouw) -> None:
    teksten = [bestand.read_text(encoding="utf-8") for bestand in GOUDEN.glob("*.xlsx-formule.txt")]
    gouden = [regel.split(" ")[0] for tekst in teksten for regel in tekst.splitlines()]
    assert sorted(gouden) == sorted(map(excelnaam, formules(voorbeeld)))


def test_elke_naam_mag_in_excel_en_lijkt_op_geen_cel(voorbeeld: Opbouw) -> None:
    sleutels = [*formules(voorbeeld), *(waarde.sleutel for waarde in volledig(voorbeeld).waarden())]
    for sleutel in sleutels:
        naam = excelnaam(sleutel)
        assert NAAM.fullmatch(naam), naam
        assert not CELVERWIJZING.fullmatch(naam), naam
        assert len(naam) <= 255


def test_een_naam_en_een_sleutel_zijn_elkaars_omgekeerde(voorbeeld: Opbouw) -> None:
    for sleutel in formules(voorbeeld):
        assert sleutel_van_naam(excelnaam(sleutel)) == sleutel
    assert excelnaam("eigen_posten[11].naam") == "eigen_posten.11.naam"


def test_formules_hangen_niet_af_van_wat_is_ingevuld(voorbeeld: Opbouw) -> None:
    anders = voorbeeld.met(
        {
            "huisvesting.vast_bedrag_per_jaar": "0",
            "winst_marge.grondslag": "kostprijs",
            "eigen_posten": [EigenPost(naam="tuin", bedrag_per_jaar="100")],
        }
    )
    assert formules(anders) == formules(voorbeeld)


def test_afronden_staat_alleen_waar_een_regel_op_centen_komt(voorbeeld: Opbouw) -> None:
    for sleutel, formule in formules(voorbeeld).items():
        is_regel = sleutel.startswith("uitkomst.") and not sleutel.endswith(".tarief")
        assert formule.count("ROUND(") == (1 if is_regel else 0), sleutel


def test_een_keuze_zonder_geldig_woord_geeft_geen_bedrag(voorbeeld: Opbouw) -> None:
    formule = formules(voorbeeld)["laag.winst_marge.per_etmaal"]
    assert formule == (
        '=winst_marge.percentage*IF(winst_marge.grondslag="tarief",laag.onafgerond_tarief,'
        'IF(winst_marge.grondslag="kostprijs",laag.integraal,NA()))'
    )


def test_meer_eigen_posten_krijgen_meer_regels(voorbeeld: Opbouw) -> None:
    posten = [EigenPost(naam=f"post {i}", bedrag_per_jaar="1") for i in range(12)]
    gevonden = formules(voorbeeld.met({"eigen_posten": posten}))
    assert "eigen_posten[11].per_jaar" in gevonden
    assert "eigen_posten[12].per_jaar" not in gevonden


def test_een_eigen_variant_krijgt_zijn_eigen_formule(voorbeeld: Opbouw) -> None:
    opbouw = als(voorbeeld, EigenHuis).met({"eigen_posten": [PerPlaats(naam="kosten per plaats")]})
    gevonden = formules(opbouw)
    assert gevonden["huisvesting.per_jaar"] == (
        "=IF(ISNUMBER(huisvesting.vast_bedrag_per_jaar),huisvesting.vast_bedrag_per_jaar,"
        "2*(huisvesting.lasten_per_jaar*huisvesting.aandeel_zorg))"
    )
    assert gevonden["eigen_posten[0].per_jaar"] == "=100*gezinshuis.plaatsen"
    assert varianten(opbouw) == {"huisvesting": "EigenHuis", "eigen_posten[0]": "PerPlaats"}


def test_een_variant_die_niet_te_schrijven_is_wordt_geweigerd_met_zijn_naam(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout) as fout:
        formules(als(voorbeeld, Ondoorzichtig))
    (bezwaar,) = fout.value.bezwaren
    assert (bezwaar.sleutel, bezwaar.gevonden) == ("huisvesting", "Ondoorzichtig")
    assert bezwaar.melding == "is niet als Excel-formule te schrijven"
