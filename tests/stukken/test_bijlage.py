"""The annex and the motivation: what is in them, and that Word and PDF hold the same words."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path

import docx
import pytest

from gezinshuis_tarief import (
    EigenPost,
    GelieerdeZorgorganisatie,
    GezinshuisTariefFout,
    InvoerFout,
    Onderbouwing,
    Opbouw,
)
from gezinshuis_tarief.kern.onderbouwing import Afwijking, Herkomst
from gezinshuis_tarief.model.verschillen import sleutelverschillen
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.stukken.bewijs import maak_bewijs
from gezinshuis_tarief.stukken.bijlage import INDEXERING, maak_bijlage
from gezinshuis_tarief.stukken.delen import Alinea, Documenttabel, Handtekeningen, Kop
from gezinshuis_tarief.stukken.document import Document
from gezinshuis_tarief.stukken.motivering import maak_motivering

DAG = dt.date(2026, 3, 2)


@pytest.fixture
def akkoord(voorbeeld: Opbouw, blok_acht: GelieerdeZorgorganisatie) -> Onderhandeling:
    zaak = Onderhandeling(
        naam="De Linde & <co>", peildatum=DAG, partijen=("gemeente", "aanbieder"), basis=voorbeeld
    )
    bod = voorbeeld.met(
        {
            "overhead.opslag": "0.12",
            "overhead.grondslag": "directe_kosten",
            "ondersteuning.vast_bedrag_per_jaar": "26000",
            "inkomen_gezinshuisouder.loon.vakantietoeslag": "0.085",
            "gelieerde_zorgorganisatie": blok_acht,
        },
        reden="nieuwe afspraak",
    )
    zaak = zaak.bod(
        "aanbieder",
        bod,
        indiener="S. Jansen",
        datum=DAG,
        reden="x",
        redenen={verschil.sleutel: "jaarrekening 2024" for verschil in sleutelverschillen(voorbeeld, bod)},
    )
    for punt in zaak.stand.punten:
        zaak = zaak.aanvaard(punt.sleutel, "gemeente", indiener="K. Bos", datum=DAG)
    return zaak


def test_de_bijlage_heeft_wat_een_contract_nodig_heeft(akkoord: Onderhandeling) -> None:
    bewijs = maak_bewijs(akkoord, gemaakt_op=DAG)
    document = maak_bijlage(bewijs)
    tekst = str(document)
    assert tekst.startswith("CONCEPT – niet tekenen\n\nBijlage tarief – De Linde & <co>\n====")
    for nummer in range(1, 15):
        assert f"\nArtikel {nummer}. " in tekst
    for nummer in range(1, 12):
        assert f"\n{nummer} " in tekst
    assert INDEXERING in tekst
    assert bewijs.zegel in tekst.replace(" ", "")
    assert (
        document.code == f"{bewijs.zegel[:4]} {bewijs.zegel[4:8]} {bewijs.zegel[8:12]} {bewijs.zegel[12:16]}"
    )
    assert "12 × bruto maandsalaris" in tekst
    assert "CAO Jeugdzorg (december 2024)" in tekst
    assert "Namens gemeente:\n  Naam: ____" in tekst
    assert "2 maart 2026" in tekst
    assert "2026-03-02" not in tekst
    laag = f"{bewijs.uitkomst['laag']['tarief']}".replace(".", ",")
    assert (
        f"Tarief per jeugdige per etmaal  {laag}".split()
        == next(regel for regel in tekst.splitlines() if regel.startswith("Tarief per jeugdige")).split()[:6]
    )


def test_de_bijlage_toont_afwijkingen_met_de_reden_van_het_aanvaarde_bod(akkoord: Onderhandeling) -> None:
    tekst = str(maak_bijlage(maak_bewijs(akkoord, gemaakt_op=DAG)))
    regels = [" ".join(regel.split()) for regel in tekst.splitlines()]
    assert "vakantietoeslag, deel van het salaris 8% 8,5% aanbieder: jaarrekening 2024" in regels
    assert "wijkt af van 8%: aanbieder: jaarrekening 2024" in tekst
    assert "nieuwe afspraak" not in tekst


def test_er_staan_geen_sleutels_meervouden_en_kringen_in_de_bijlage(akkoord: Onderhandeling) -> None:
    """C6: words of people, not of programs; a sum that holds another is not called the same."""
    tekst = str(maak_bijlage(maak_bewijs(akkoord, gemaakt_op=DAG)))
    assert not re.search(r"[a-z]+_[a-z]+", tekst)
    assert "1 plaatsen" not in tekst
    assert "winst marge" not in tekst
    assert "aanname van partijen" not in tekst
    assert "beroepskrachten zonder zorgzwaarte + zorgzwaarte per etmaal" in tekst
    assert "1 plaats laag, 2 plaatsen midden en 1 plaats hoog" in tekst


def test_zonder_afwijkingen_of_onderhandeling_zegt_de_bijlage_dat(voorbeeld: Opbouw) -> None:
    document = maak_bijlage(maak_bewijs(voorbeeld, gemaakt_op=DAG), indexering="Wij indexeren niet.")
    tekst = str(document)
    assert "Er zijn geen afwijkingen" in tekst
    assert "Wij indexeren niet." in tekst
    assert re.search(r"8 Gelieerde zorgorganisatie \(optioneel\)\n\.+\n\nNiet van toepassing\.", tekst)
    assert Handtekeningen(("gemeente", "aanbieder")) in document.delen
    assert document.redenen[0].startswith("Achter dit tariefbewijs staat geen onderhandeling")


def test_eigen_posten_en_eigen_bedragen_staan_in_de_bijlage(voorbeeld: Opbouw) -> None:
    opbouw = voorbeeld.met(
        {
            "huisvesting.vast_bedrag_per_jaar": "15000",
            "leegstand.bezettingsgraad": "0.94",
            "eigen_posten": (EigenPost(naam="Vervoer", bedrag_per_jaar="1460"),),
        }
    )
    steun = opbouw.onderbouwing | {
        "huisvesting.vast_bedrag_per_jaar": Onderbouwing(afwijking=Afwijking(voorstel="null")),
        "leegstand.grondslag": Onderbouwing(herkomst=Herkomst.BRON),
    }
    bewijs = maak_bewijs(opbouw.model_copy(update={"onderbouwing": steun}), gemaakt_op=DAG)
    tekst = str(maak_bijlage(bewijs))
    assert "Vervoer" in tekst
    assert "wijkt af van geen: geen reden gegeven" in tekst


def test_de_motivering_vertelt_hoe_het_zo_kwam(akkoord: Onderhandeling) -> None:
    tekst = str(maak_motivering(akkoord))
    assert "gemeente en aanbieder hebben in één ronde overeenstemming bereikt" in tekst
    assert "Zorgzwaarte midden: van € 160,34 naar" in tekst
    assert "aanbieder: jaarrekening 2024" in tekst
    assert "gemeente (K. Bos)      aanvaardt overhead.opslag van aanbieder" in tekst
    assert "aanbieder (S. Jansen)  bod van € " in tekst
    assert "huisvesting.woonlasten_per_jaar" in tekst


def test_de_motivering_van_een_ongewijzigd_tarief(voorbeeld: Opbouw) -> None:
    bron = Onderbouwing(herkomst=Herkomst.BRON, bron="afspraak")
    basis = voorbeeld.model_copy(update={"onderbouwing": {w.sleutel: bron for w in voorbeeld.waarden()}})
    zaak = Onderhandeling(naam="x", peildatum=DAG, partijen=("a", "b"), basis=basis)
    tekst = str(maak_motivering(zaak))
    assert "Er is niets gewijzigd: het uitgangspunt is het tarief." in tekst
    assert "Geen: elke waarde heeft een bron." in tekst


def test_zonder_akkoord_is_er_geen_motivering(voorbeeld: Opbouw) -> None:
    zaak = Onderhandeling(naam="x", peildatum=DAG, partijen=("a", "b"), basis=voorbeeld)
    zaak = zaak.bod("a", voorbeeld.met({"overhead.opslag": "0.2"}), indiener="x", datum=DAG, reden="y")
    with pytest.raises(InvoerFout, match="is nog niet rond"):
        maak_motivering(zaak)


@pytest.fixture
def klein() -> Document:
    return Document(
        "Titel & <b>",
        (
            Kop("Kop"),
            Kop("Onderkop", 2),
            Alinea("€ 1 × 2 − <i>3</i>"),
            Documenttabel(
                ("wat", "bedrag"), (("a <b>", "1,00"), ("samen", "1,00")), (0.5, 0.5), getallen=1, totaal=True
            ),
            Documenttabel(("een", "twee"), tuple((str(i), "x") for i in range(7)), (0.5, 0.5)),
            Handtekeningen(("gemeente", "aanbieder")),
        ),
    )


def test_word_heeft_dezelfde_woorden(klein: Document, tmp_path: Path) -> None:
    klein.bewaar(tmp_path / "a.docx")
    word = docx.Document(str(tmp_path / "a.docx"))
    alineas = [alinea.text for alinea in word.paragraphs]
    assert alineas[:4] == ["Titel & <b>", "Kop", "Onderkop", "€ 1 × 2 − <i>3</i>"]
    cellen = [[cel.text for cel in regel.cells] for regel in word.tables[0].rows]
    assert cellen == [["wat", "bedrag"], ["a <b>", "1,00"], ["samen", "1,00"]]
    assert [cel.text for cel in word.tables[2].rows[0].cells] == [
        "Ondertekening",
        "Namens gemeente",
        "Namens aanbieder",
    ]
    assert word.core_properties.language == "nl-NL"


def test_de_pdf_wordt_geschreven(klein: Document, tmp_path: Path) -> None:
    klein.bewaar(tmp_path / "a.pdf")
    inhoud = (tmp_path / "a.pdf").read_bytes()
    assert inhoud.startswith(b"%PDF")
    assert b"/Lang" in inhoud


def test_tekst_wordt_niet_ongevraagd_vervangen(klein: Document, tmp_path: Path) -> None:
    klein.bewaar(tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == str(klein)
    with pytest.raises(FileExistsError):
        klein.bewaar(tmp_path / "a.txt")


def test_een_andere_soort_bestand_wordt_geweigerd(klein: Document, tmp_path: Path) -> None:
    for naam in ("a.doc", "a"):
        with pytest.raises(GezinshuisTariefFout, match=r"moet eindigen op \.docx, \.pdf, \.html of \.txt"):
            klein.bewaar(tmp_path / naam)


@pytest.mark.parametrize(("naam", "modules"), [("a.docx", ("docx", "word")), ("a.pdf", ("typst", "pdf"))])
def test_om_de_extra_wordt_gevraagd(
    klein: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, naam: str, modules: tuple[str, str]
) -> None:
    module, schrijver = modules
    for geladen in [geladen for geladen in sys.modules if geladen.partition(".")[0] == module]:
        monkeypatch.setitem(sys.modules, geladen, None)
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, f"gezinshuis_tarief.stukken.opmaak.{schrijver}", raising=False)
    with pytest.raises(GezinshuisTariefFout, match=r"gezinshuis-tarief\[bijlage\]"):
        klein.bewaar(tmp_path / naam)
    assert list(tmp_path.iterdir()) == []


def test_bijlage_en_motivering_noemen_de_cijfers_en_wat_niet_bekend_is(akkoord: Onderhandeling) -> None:
    """C1: beside the price date stand the groups, and a warning when they do not reach that day."""
    bewijs = maak_bewijs(akkoord, gemaakt_op=DAG)
    for stuk in (maak_bijlage(bewijs), maak_motivering(akkoord)):
        assert "Cijfers waarmee is gerekend: lonen 1 maart 2025 · premies 1 januari 2026 ·" in str(stuk)
        assert "Voor 2 maart 2026 zijn deze cijfers niet bekend; gerekend is met oudere: lonen" in str(stuk)
    los = str(maak_bijlage(maak_bewijs(akkoord.basis, gemaakt_op=DAG)))
    assert "Cijfers waarmee is gerekend: " in los
    assert "zijn deze cijfers niet bekend" not in los
