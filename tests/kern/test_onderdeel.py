"""Every component is frozen and strict, and knows its values by dotted key."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from pydantic_core import PydanticSerializationError

from gezinshuis_tarief import EigenPost, InkomenGezinshuisouder, InvoerFout, Leegstand, Onderbouwing, Opbouw
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.onderbouwing import Afwijking, Herkomst, Status, Wijzigingsbron
from hulp.invoer import LOON
from hulp.strategieen import opbouwen

LEEG = Leegstand(bezettingsgraad="0.95", grondslag="kostprijs")


def test_bouwen_weigert_met_alle_bezwaren() -> None:
    with pytest.raises(InvoerFout) as fout:
        Leegstand(bezettingsgraad="2", grondslag="niets")
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == ["bezettingsgraad", "grondslag"]
    with pytest.raises(InvoerFout, match="is geen bekende sleutel"):
        Leegstand.model_validate({"bezetting": "1"})


def test_een_deel_in_een_deel_noemt_zijn_hele_sleutel() -> None:
    with pytest.raises(InvoerFout) as fout:
        InkomenGezinshuisouder(
            fte_per_plaats="0.25",
            vervangingsfactor="1",
            loon={**dict(LOON), "vakantietoeslag": "8%"},
            overige_kosten_per_fte="0",
        )
    assert str(fout.value) == (
        'loon.vakantietoeslag: "8%" is een percentage als tekst. '
        'Toegestaan: minstens 0 en hoogstens 1 (fractie). Schrijf de fractie: "0.08".'
    )


def test_een_onderdeel_verandert_niet() -> None:
    with pytest.raises(
        InvoerFout, match=r"bezettingsgraad: verandert niet op zijn plaats\. Maak een gewijzigde kopie"
    ):
        LEEG.bezettingsgraad = Decimal(1)  # type: ignore[misc]
    assert LEEG.bezettingsgraad == Decimal("0.95")


def test_waarden_hebben_sleutel_eenheid_en_omschrijving(voorbeeld: Opbouw) -> None:
    waarden = {waarde.sleutel: waarde for waarde in voorbeeld.waarden()}
    graad = waarden["leegstand.bezettingsgraad"]
    assert graad.waarde == Decimal("0.95")
    assert graad.eenheid is Eenheid.FRACTIE
    assert graad.omschrijving == "deel van de plaatsdagen dat bezet is"
    assert graad.is_gegeven
    assert waarden["leegstand.grondslag"].eenheid is None
    assert waarden["leegstand.grondslag"].is_gegeven
    assert not waarden["huisvesting.vast_bedrag_per_jaar"].is_gegeven
    assert not any(sleutel.startswith("onderbouwing") for sleutel in waarden)


def test_een_naam_is_geen_gegeven_waarde() -> None:
    naam, bedrag = EigenPost(naam="tuin", bedrag_per_jaar="1").waarden("eigen_posten[0].")
    assert (naam.sleutel, naam.is_gegeven) == ("eigen_posten[0].naam", False)
    assert (bedrag.sleutel, bedrag.is_gegeven) == ("eigen_posten[0].bedrag_per_jaar", True)


@given(opbouwen())
def test_elke_sleutel_komt_een_keer_voor(opbouw: Opbouw) -> None:
    sleutels = [waarde.sleutel for waarde in opbouw.waarden()]
    assert len(sleutels) == len(set(sleutels))


def test_onderdelen_noemt_alles_wat_erin_zit(voorbeeld: Opbouw) -> None:
    met_post = voorbeeld.met({"eigen_posten": [{"naam": "a", "bedrag_per_jaar": "1"}]})
    soorten = [type(deel).__name__ for deel in met_post.onderdelen()]
    assert soorten[:4] == ["Opbouw", "Gezinshuis", "InkomenGezinshuisouder", "Loonkosten"]
    assert soorten.count("Loonkosten") == 2
    assert soorten[-1] == "EigenPost"


def test_onderbouwd_maakt_een_kopie_en_kaal_haalt_het_eraf() -> None:
    steun = Onderbouwing(bron="onderzoek")
    onderbouwd = LEEG.onderbouwd({"bezettingsgraad": steun})
    assert dict(LEEG.meegebracht()) == {}
    assert dict(onderbouwd.meegebracht("leegstand.")) == {"leegstand.bezettingsgraad": steun}
    assert dict(onderbouwd.kaal().meegebracht()) == {}
    assert onderbouwd.kaal() == LEEG


def test_een_deel_in_een_deel_brengt_zijn_onderbouwing_mee() -> None:
    steun = Onderbouwing(bron="onderzoek")
    blok = InkomenGezinshuisouder(
        fte_per_plaats="0.25",
        vervangingsfactor="1",
        loon=LOON.onderbouwd({"vakantietoeslag": steun}),
        overige_kosten_per_fte="0",
    )
    assert dict(blok.meegebracht()) == {"loon.vakantietoeslag": steun}
    assert dict(blok.kaal().meegebracht()) == {}


def test_een_eigen_post_brengt_zijn_onderbouwing_mee(voorbeeld: Opbouw) -> None:
    steun = Onderbouwing(herkomst=Herkomst.BRON, bron="offerte")
    post = EigenPost(naam="tuin", bedrag_per_jaar="1").onderbouwd({"bedrag_per_jaar": steun})
    nieuw = voorbeeld.met({"eigen_posten": [post]})
    assert nieuw.onderbouwing_van("eigen_posten[0].bedrag_per_jaar") == steun


def test_een_opbouw_is_te_kopieren_en_te_bewaren(voorbeeld: Opbouw) -> None:
    assert copy.deepcopy(voorbeeld) == pickle.loads(pickle.dumps(voorbeeld)) == voorbeeld  # noqa: S301 (our own)


def test_onderbouwing_onthoudt_het_eerste_voorstel() -> None:
    steun = Onderbouwing(status=Status.SUGGESTIE, herkomst=Herkomst.BRON, bron="cao")
    een = steun.bij_wijziging("0.25", "0.30", Wijzigingsbron())
    twee = een.bij_wijziging("0.30", "0.35", Wijzigingsbron(reden="ervaring"))
    assert een.afwijking == Afwijking(voorstel="0.25", reden=None, was=steun)
    assert twee.afwijking == Afwijking(voorstel="0.25", reden="ervaring", was=steun)
    assert (twee.herkomst, twee.bron) == (Herkomst.AANNAME, None)
    assert twee.bij_wijziging("0.35", "0.25", Wijzigingsbron()) == steun
    assert steun.afwijking is None


def test_wat_geen_data_is_wordt_geen_data(voorbeeld: Opbouw) -> None:
    vreemd = voorbeeld.huisvesting.model_copy(update={"aandeel_zorg": object()})
    with pytest.raises(PydanticSerializationError):
        vreemd.model_dump(mode="json")


def test_gelijk_is_van_dezelfde_soort_met_dezelfde_waarden(voorbeeld: Opbouw) -> None:
    huis = voorbeeld.huisvesting
    assert huis == huis.model_copy()
    assert hash(huis) == hash(huis.model_copy())
    assert huis != huis.model_copy(update={"aandeel_zorg": Decimal(0)})
    assert huis != voorbeeld.leegstand
    assert huis != "huis"
