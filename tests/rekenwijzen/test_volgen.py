"""The written reading holds the same numbers as the exact one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any, cast

import pandas as pd
import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import (
    Eenheid,
    GelieerdeZorgorganisatie,
    Huismaten,
    Huisvesting,
    InvoerFout,
    Kostenblok,
    Leegstand,
    Opbouw,
    Rekenwijze,
    bereken_kolommen,
)
from gezinshuis_tarief.formules.spoor import Spoor, met_verwijzingen
from gezinshuis_tarief.formules.uitdrukking import (
    Bewerking,
    EigenOf,
    FormuleFout,
    Functie,
    Gekozen,
    Getal,
    NaarKeuze,
    Term,
    Uitdrukking,
    Verwijzing,
    als_uitdrukking,
    verwijzingen,
)
from gezinshuis_tarief.kern.geld import CONTEXT, rond_op_centen
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.meeschrijver import Meeschrijver
from gezinshuis_tarief.rekenwijzen.volgen import volg
from hulp.invoer import in_loondienst
from hulp.strategieen import opbouwen

VERWAARLOOSBAAR = Decimal("1e-60")
A, B = cast("Decimal", Term(Verwijzing("a"))), cast("Decimal", Term(Verwijzing("b")))


def reken(formule: Uitdrukking, waarden: Mapping[str, Any]) -> Decimal:  # noqa: C901, PLR0911 (a kind of node per case)
    """Calculate a formula over inputs and earlier steps."""

    def deel(ander: Uitdrukking) -> Decimal:
        return reken(ander, waarden)

    match formule:
        case Getal(waarde):
            return Decimal(waarde)
        case Verwijzing(sleutel):
            return Decimal(waarden[sleutel])
        case Bewerking("+", links, rechts):
            return deel(links) + deel(rechts)
        case Bewerking("-", links, rechts):
            return deel(links) - deel(rechts)
        case Bewerking("*", links, rechts):
            return deel(links) * deel(rechts)
        case Bewerking("/", links, rechts):
            return deel(links) / deel(rechts)
        case Functie("rond", (bedrag,)):
            return rond_op_centen(deel(bedrag))
        case Functie("minste", (een, ander)):
            return min(deel(een), deel(ander))
        case Functie("meeste", (een, ander)):
            return max(deel(een), deel(ander))
        case NaarKeuze(keuze, opties):
            return deel(dict(opties)[waarden[keuze.sleutel]])
        case Gekozen(_, optie):
            return deel(optie)
        case EigenOf(eigen, _):
            return Decimal(waarden[eigen.sleutel])
    raise TypeError(formule)


def nagerekend(opbouw: Opbouw, *, keuzes: bool) -> dict[str, Any]:
    """Calculate every written step from the inputs."""
    waarden: dict[str, Any] = {waarde.sleutel: waarde.waarde for waarde in opbouw.waarden()}
    for stap in volg(opbouw, keuzes=keuzes).values():
        assert stap.sleutel not in waarden
        waarden[stap.sleutel] = reken(stap.formule, waarden)
    return waarden


@pytest.mark.parametrize("keuzes", [False, True], ids=["gekozen", "alle takken"])
@given(opbouw=opbouwen())
def test_de_geschreven_formules_geven_de_exacte_getallen(opbouw: Opbouw, *, keuzes: bool) -> None:
    schrijver = Meeschrijver()
    with localcontext(CONTEXT):
        stel_samen(opbouw, schrijver)
        waarden = nagerekend(opbouw, keuzes=keuzes)
        for sleutel, bedrag in schrijver.waarden.items():
            assert abs(waarden[sleutel] - bedrag) < VERWAARLOOSBAAR
    for zwaarte, tarief in opbouw.bereken().items():
        assert waarden[f"uitkomst.{zwaarte}.tarief"] == tarief.per_etmaal
        for regel in tarief.regels:
            assert waarden[f"uitkomst.{zwaarte}.{regel.sleutel}"] == regel.per_etmaal


@given(opbouwen(), st.booleans())
def test_een_stap_leest_alleen_invoer_en_eerdere_stappen(opbouw: Opbouw, keuzes: bool) -> None:  # noqa: FBT001
    bekend = {waarde.sleutel for waarde in opbouw.waarden()}
    for sleutel, stap in volg(opbouw, keuzes=keuzes).items():
        assert sleutel == stap.sleutel
        assert set(verwijzingen(stap.formule)) <= bekend
        bekend.add(sleutel)


@given(opbouwen())
def test_met_alle_takken_staat_elke_invoer_in_een_formule(opbouw: Opbouw) -> None:
    gelezen = {s for stap in volg(opbouw, keuzes=True).values() for s in verwijzingen(stap.formule)}
    getallen = {
        w.sleutel for w in opbouw.waarden() if w.waarde is not None and not w.sleutel.endswith(".naam")
    }
    assert getallen <= gelezen


def test_zonder_keuzes_staat_alleen_wat_gekozen_is(voorbeeld: Opbouw) -> None:
    gekozen, alles = volg(voorbeeld), volg(voorbeeld, keuzes=True)
    gekozen_stap = gekozen["laag.leegstand.grondslag"].formule
    assert list(verwijzingen(gekozen_stap)) == ["leegstand.grondslag", "laag.vaste_kosten"]
    assert isinstance(alles["laag.leegstand.grondslag"].formule, NaarKeuze)


def test_een_eigen_bedrag_staat_voor_zijn_opbouw(voorbeeld: Opbouw) -> None:
    formule = volg(voorbeeld.met({"huisvesting.vast_bedrag_per_jaar": "12"}))["huisvesting.per_jaar"].formule
    assert isinstance(formule, EigenOf)
    assert formule.eigen == Verwijzing("huisvesting.vast_bedrag_per_jaar")
    assert not isinstance(volg(voorbeeld)["huisvesting.per_jaar"].formule, EigenOf)


def test_de_eigenheden_van_het_spoor() -> None:
    spoor = Spoor()
    assert als_uitdrukking(spoor.minste(A, 3)) == Functie("minste", (Verwijzing("a"), Getal(3)))
    assert als_uitdrukking(spoor.meeste(A, B)) == Functie("meeste", (Verwijzing("a"), Verwijzing("b")))
    assert als_uitdrukking(spoor.rond(A)) == Functie("rond", (Verwijzing("a"),))
    assert spoor.eigen_of(None, A) is A
    assert als_uitdrukking(spoor.onder("blok").stap("x", A, Eenheid.FTE)) == Verwijzing("blok.x")
    assert als_uitdrukking(spoor.onder("blok").stap("x", B, Eenheid.FTE)) == Verwijzing("blok.x")
    assert [(s.sleutel, s.formule, s.eenheid) for s in spoor.stappen.values()] == [
        ("blok.x", Verwijzing("a"), Eenheid.FTE)
    ]


def test_verwijzingen_komen_in_de_plaats_van_getallen(voorbeeld: Opbouw) -> None:
    nieuw = met_verwijzingen(voorbeeld)
    assert isinstance(nieuw, Opbouw)
    assert als_uitdrukking(nieuw.leegstand.bezettingsgraad) == Verwijzing("leegstand.bezettingsgraad")
    assert nieuw.leegstand.grondslag == "vaste_kosten"
    assert nieuw.huisvesting.vast_bedrag_per_jaar is None
    assert als_uitdrukking(in_loondienst(nieuw).loon.vakantietoeslag) == Verwijzing(
        "inkomen_gezinshuisouder.loon.vakantietoeslag"
    )
    met_keuzes = met_verwijzingen(voorbeeld, keuzes=True)
    assert isinstance(met_keuzes, Opbouw)
    assert als_uitdrukking(met_keuzes.leegstand.grondslag) == Verwijzing("leegstand.grondslag")


class MetIf(Leegstand):
    """A formula that looks at its choice, as Python would, instead of asking the reading."""

    def per_etmaal(self, kostprijs: Decimal, vaste_kosten: Decimal, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        grondslag = kostprijs if self.grondslag == "kostprijs" else vaste_kosten
        return grondslag / self.bezettingsgraad - grondslag


def test_een_formule_met_een_python_if_wordt_geweigerd_waar_zij_andere_centen_zou_geven(
    voorbeeld: Opbouw, tmp_path: Path
) -> None:
    """R12: a value that is looked at raises; it does not compute something else."""
    eigen = voorbeeld.model_copy(update={"leegstand": MetIf(**dict(voorbeeld.leegstand))})
    assert eigen.bereken().als_json() == voorbeeld.bereken().als_json()
    frame = pd.DataFrame({"leegstand.grondslag": ["kostprijs", "vaste_kosten"]})
    with pytest.raises(FormuleFout, match="kijkt er niet naar"):
        bereken_kolommen(frame, basis=eigen)
    with pytest.raises(InvoerFout, match="rekent met haar invoer en kijkt er niet naar"):
        eigen.naar_excel(tmp_path / "eigen.xlsx")


@pytest.mark.parametrize("getal", [Decimal("1.05"), 1.05])
def test_een_los_getal_in_een_formule_is_een_fout(voorbeeld: Opbouw, getal: Any) -> None:  # noqa: ANN401
    class Slordig(Huisvesting):
        def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
            bedrag: Decimal = super().opbouw_per_jaar(huis, wijze) * getal
            return bedrag

    assert issubclass(Slordig, Kostenblok)
    slordig = Slordig(**dict(voorbeeld.huisvesting))
    with pytest.raises(TypeError, match=r"niet met (Decimal\('1\.05'\)|1\.05)"):
        volg(voorbeeld.met({"huisvesting": slordig}))


def test_blok_8_staat_er_alleen_als_het_er_is(voorbeeld: Opbouw) -> None:
    acht = GelieerdeZorgorganisatie(aandeel="0.05", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="365")
    assert "laag.gelieerde_zorgorganisatie.vast_per_etmaal" not in volg(voorbeeld)
    met_acht = voorbeeld.met({"gelieerde_zorgorganisatie": acht})
    assert any(sleutel.endswith("gelieerde_zorgorganisatie.vast_per_etmaal") for sleutel in volg(met_acht))
