"""From a class to its definition: what can be written down is, and what cannot is refused with the reason."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, cast

import pytest
from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator

from gezinshuis_tarief import (
    Aantal,
    DagenPerJaar,
    EigenPost,
    EuroPerJaar,
    EuroPerStuk,
    Factor,
    Fractie,
    Gedragswetenschapper,
    Huismaten,
    Huisvesting,
    InvoerFout,
    Kostenblok,
    Kostenpost,
    Leegstand,
    Loonkosten,
    Onderdeel,
    Ondersteuning,
    Overhead,
    Plaatsen,
    Rekenwijze,
    WinstMarge,
    definitie_van,
    veld,
)
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.eisen import Eis
from gezinshuis_tarief.onderdelen.bouwen import klasse_van
from gezinshuis_tarief.onderdelen.plekken import PLEKKEN
from gezinshuis_tarief.onderdelen.vastleggen import wezen

Formule = Any
"""A formula of a test: a function of the component, the house and the reading."""


def post(formule: Formule, **velden: Any) -> type[Kostenpost]:  # noqa: ANN401 (types of fields)
    """Return an own line with this formula over some inputs."""

    class Post(Kostenpost):
        aantal: Annotated[Aantal, veld("aantal")]
        prijs: Annotated[EuroPerStuk, veld("prijs")]
        bedrag: Annotated[EuroPerJaar, veld("bedrag")]
        deel: Annotated[Fractie, veld("deel")]
        keuze: Annotated[Literal["een", "twee"], veld("keuze")]
        opmerking: Annotated[str, StringConstraints(max_length=80), veld("opmerking")]
        loon: Loonkosten
        mogelijk: Annotated[EuroPerJaar | None, veld("mogelijk")] = None

        def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
            return cast("Decimal", formule(self, huis, wijze))

    return type("Post", (Post,), {"__annotations__": velden, "__module__": __name__}) if velden else Post


def uitkomst(formule: Formule) -> str:
    return definitie_van(post(formule)).in_een_regel()


def met_stap(deel: Any, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ANN401 (a component of a test)
    tussen = wijze.onder("binnen").stap("tussen", deel.aantal * huis.plaatsen, Eenheid.AANTAL)
    bedrag: Decimal = deel.bedrag
    return wijze.stap("samen", tussen * deel.prijs, Eenheid.EURO_PER_JAAR) + bedrag


@pytest.mark.parametrize(
    ("formule", "tekst"),
    [
        (lambda zelf, _, __: zelf.bedrag, "bedrag"),
        (lambda zelf, huis, _: huis.plaatsen * zelf.aantal * zelf.prijs, "huis.plaatsen * aantal * prijs"),
        (lambda zelf, huis, _: zelf.bedrag / huis.dagen * huis.dagen, "bedrag / huis.dagen * huis.dagen"),
        (lambda zelf, _, __: 12 * zelf.bedrag / (1 + zelf.deel), "12 * bedrag / (1 + deel)"),
        (lambda zelf, _, __: Decimal(3) * zelf.bedrag - 0, "3 * bedrag"),
        (lambda zelf, _, wijze: wijze.minste(zelf.bedrag, 5000), "MIN(bedrag; 5000)"),
        (lambda zelf, _, wijze: wijze.rond(zelf.bedrag * zelf.deel), "AFRONDEN(bedrag * deel; 2)"),
        (
            lambda zelf, _, wijze: wijze.kies(zelf.keuze, {"een": zelf.bedrag, "twee": zelf.bedrag * 2}),
            'ALS(keuze = "een"; bedrag; bedrag * 2)',
        ),
        (
            lambda zelf, _, wijze: wijze.eigen_of(zelf.mogelijk, zelf.bedrag) * 2,
            "ALS(ISGETAL(mogelijk); mogelijk; bedrag) * 2",
        ),
        (
            lambda zelf, _, wijze: zelf.deel * zelf.loon.loonkosten(wijze.onder("loon")),
            "deel * loon.loonkosten",
        ),
        (lambda zelf, _, __: zelf.loon.maximum_premieloon, "loon.maximum_premieloon"),
        (met_stap, "binnen.tussen = aantal * huis.plaatsen; samen = binnen.tussen * prijs; samen + bedrag"),
    ],
)
def test_een_formule_wordt_opgeschreven(formule: Formule, tekst: str) -> None:
    assert uitkomst(formule) == tekst


def test_velden_worden_invoer() -> None:
    invoer = definitie_van(post(lambda zelf, _, __: zelf.bedrag)).model_dump(mode="json")["invoer"]
    assert invoer == {
        "aantal": {"omschrijving": "aantal", "eenheid": "aantal", "minstens": "0"},
        "prijs": {"omschrijving": "prijs", "eenheid": "€ per stuk", "minstens": "0"},
        "bedrag": {"omschrijving": "bedrag", "eenheid": "€ per jaar", "minstens": "0"},
        "deel": {"omschrijving": "deel", "eenheid": "fractie", "minstens": "0", "hoogstens": "1"},
        "keuze": {"omschrijving": "keuze", "keuzes": ["een", "twee"]},
        "opmerking": {"omschrijving": "opmerking", "tekst": 80},
        "loon": {"omschrijving": "", "onderdeel": "loonkosten"},
        "mogelijk": {"omschrijving": "mogelijk", "eenheid": "€ per jaar", "minstens": "0", "mag_leeg": True},
    }


def als_waarde(zelf: Any, _: Huismaten, __: Rekenwijze) -> Decimal:  # noqa: ANN401 (a component of a test)
    if zelf.keuze == "een":
        return zelf.bedrag  # type: ignore[no-any-return] # idem
    return zelf.bedrag * 2  # type: ignore[no-any-return] # idem


ONSCHRIJFBAAR: dict[str, tuple[Formule, str]] = {
    "if op een keuze": (als_waarde, "kijkt er niet naar"),
    "if op een getal": (lambda zelf, _, __: zelf.bedrag or 0, "kijkt er niet naar"),
    "max van Python": (lambda zelf, _, __: max(zelf.bedrag, 5), "kijkt er niet naar"),
    "abs": (lambda zelf, _, __: abs(zelf.bedrag), "kijkt er niet naar"),
    "tekst": (lambda zelf, _, __: zelf.bedrag * len(zelf.opmerking), "kijkt er niet naar"),
    "opzoeken naar keuze": (lambda zelf, _, __: {"een": zelf.bedrag}[zelf.keuze], "kijkt er niet naar"),
    "macht": (lambda zelf, _, __: zelf.bedrag**2, "de formule is zonder getallen niet te lezen"),
    "min ervoor": (lambda zelf, _, __: -zelf.bedrag, "de formule is zonder getallen niet te lezen"),
    "quantize": (lambda zelf, _, __: zelf.bedrag.quantize(Decimal(1)), "zonder getallen niet te lezen"),
    "float": (lambda zelf, _, __: zelf.bedrag * 1.05, "met velden en hele getallen, niet met 1.05"),
    "los getal": (
        lambda zelf, _, __: zelf.bedrag * Decimal("1.05"),
        "met velden en hele getallen, niet met Decimal",
    ),
    "keuze die een woord mist": (
        lambda zelf, _, wijze: wijze.kies(zelf.keuze, {"een": zelf.bedrag}),
        "rekent niet bij elke",
    ),
    "isinstance": (
        lambda zelf, _, __: zelf.bedrag * (2 if isinstance(zelf.bedrag, Decimal) else 3),
        "de klasse geeft",
    ),
    "is None": (
        lambda zelf, _, __: zelf.bedrag if zelf.mogelijk is None else zelf.mogelijk,
        "rekent met mogelijk, dat leeg kan zijn",
    ),
    "deler die nul kan zijn": (
        lambda zelf, _, __: zelf.bedrag / zelf.deel,
        "deel is een deler die nul kan zijn",
    ),
    "verkeerde eenheid": (lambda zelf, _, __: zelf.aantal, "waar € per jaar hoort"),
    "verzonnen veld": (lambda zelf, _, __: zelf.zwembad, "zonder getallen niet te lezen"),
    "groot getal": (lambda zelf, _, __: 2_000_000 * zelf.bedrag, "bevat een te groot getal"),
    "getal als tekst": (
        lambda zelf, _, wijze: wijze.kies("een", {"een": zelf.bedrag}),
        "niet met 'een'",
    ),
}


@pytest.mark.parametrize(("formule", "melding"), ONSCHRIJFBAAR.values(), ids=ONSCHRIJFBAAR)
def test_wat_niet_als_formule_te_schrijven_is_wordt_geweigerd(formule: Formule, melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        definitie_van(post(formule))
    assert str(fout.value).startswith("Post")
    assert melding in str(fout.value)


class MetControle(Kostenpost):
    bedrag: Annotated[EuroPerJaar, veld("bedrag")]

    @field_validator("bedrag")
    @classmethod
    def _hoog_genoeg(cls, waarde: Decimal) -> Decimal:
        return waarde

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002 (given to every formula)
        return self.bedrag


class MetModelcontrole(EigenPost):
    @model_validator(mode="after")
    def _hoog_genoeg(self) -> MetModelcontrole:
        return self


class MetEis(EigenPost):
    eisen = (
        Eis(
            sleutels=("a",),
            termen=lambda zelf, _: (zelf.bedrag_per_jaar,),
            minstens=1,
            melding="",
            toegestaan="",
            remedie="",
            kort="",
        ),
    )


class Blok(Kostenblok):
    bedrag: Annotated[EuroPerJaar, veld("bedrag")]

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002 (given to every formula)
        return self.bedrag


class MetJaarbedrag(Blok):
    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002 (given to every formula)
        return self.bedrag


class AnderUur(Gedragswetenschapper):
    def uurkosten(self, wijze: Rekenwijze) -> Decimal:
        return super().uurkosten(wijze) * 2


class Binnen(Onderdeel):
    bedrag: Annotated[EuroPerJaar, veld("bedrag")]


def zelf_bedrag(zelf: Any, _: Huismaten, __: Rekenwijze) -> Decimal:  # noqa: ANN401 (a component of a test)
    return zelf.bedrag  # type: ignore[no-any-return] # idem


VELDEN: dict[str, tuple[dict[str, Any], str]] = {
    "zonder eenheid": ({"x": Decimal}, "Post.x: heeft geen eenheid"),
    "met controle": (
        {"x": Annotated[EuroPerJaar, AfterValidator(lambda x: x)]},
        "Post.x: heeft een controle of grens",
    ),
    "met andere grens": ({"x": Annotated[EuroPerJaar, Field(lt=5)]}, "Post.x: heeft een controle of grens"),
    "eigen deel": (
        {"x": Binnen},
        "Post.x: is een onderdeel (Binnen) dat niet mee kan. Toegestaan: Loonkosten",
    ),
    "lege keuze": (
        {"x": Annotated[Literal["a"] | None, veld("x")]},
        "Post.x: mag leeg blijven, en is geen getal",
    ),
    "woorden van een keuze": ({"x": Annotated[Literal['a"'], veld("x")]}, "Post.invoer.x.keuzes[0]"),
    "naam": ({"dagen_x": Factor, "als": Factor}, "Post.invoer.als: is al de naam van iets anders"),
}


@pytest.mark.parametrize(("velden", "melding"), VELDEN.values(), ids=VELDEN)
def test_een_veld_dat_niet_mee_kan_wordt_geweigerd(velden: dict[str, Any], melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        definitie_van(post(zelf_bedrag, **velden))
    assert melding in str(fout.value)


@pytest.mark.parametrize(
    ("klasse", "plek", "melding"),
    [
        (MetControle, None, "MetControle: heeft een eigen controle"),
        (MetModelcontrole, None, "MetModelcontrole: heeft een eigen controle"),
        (MetEis, None, "MetEis: heeft een eigen controle"),
        (MetJaarbedrag, "huisvesting", "per_jaar is overschreven. Schrijf de formule in opbouw_per_jaar"),
        (AnderUur, None, "uurkosten is anders dan in de standaard"),
        (Blok, "gedragswetenschapper", "uurkosten is anders dan in de standaard"),
        (Blok, "ondersteuning", "mist wat bouwsteen 11 (zorgzwaarte) ervan leest"),
        (Blok, None, "Blok: past op meer dan één plek"),
        (Blok, "leegstand", "Blok: past niet op leegstand"),
        (EigenPost, "huisvesting", "EigenPost: past niet op huisvesting"),
        (WinstMarge, "winst_marge", "een eigen winst_marge kan dat nog niet"),
    ],
)
def test_een_klasse_die_niet_mee_kan_wordt_geweigerd(
    klasse: type[Onderdeel], plek: str | None, melding: str
) -> None:
    with pytest.raises(InvoerFout) as fout:
        definitie_van(klasse, plek)
    assert melding in str(fout.value)


def test_een_blok_past_waar_het_hoort() -> None:
    assert definitie_van(Blok, "huisvesting").plek == "huisvesting"
    assert definitie_van(Blok, plek="verzorgingskosten").kenmerk != definitie_van(Blok, "huisvesting").kenmerk


@pytest.mark.parametrize("plek", PLEKKEN.values(), ids=PLEKKEN)
def test_elke_standaardkamer_is_op_te_schrijven(plek: Any) -> None:  # noqa: ANN401 (a place)
    kamer = type("Eigen", (plek.standaard,), {"__module__": __name__, "__doc__": "Eigen."})
    definitie = definitie_van(kamer)
    assert (definitie.plek, definitie.uitleg, definitie.waarschuwingen()) == (plek.sleutel, "Eigen.", ())


class Heel(Kostenpost):
    """In hele plaatsen en dagen."""

    plaatsen: Annotated[Plaatsen, veld("plaatsen")]
    dagen: Annotated[DagenPerJaar, veld("dagen")]
    prijs: Annotated[EuroPerJaar, veld("prijs")]

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        return self.plaatsen * self.prijs * huis.dagen / self.dagen / wijze.meeste(huis.plaatsen, 1)


def test_hele_getallen_delen_precies() -> None:
    assert definitie_van(Heel).uitkomst == "plaatsen * prijs * huis.dagen / dagen / MAX(huis.plaatsen; 1)"


def test_wat_een_definitie_is_blijft_die() -> None:
    klasse = klasse_van("Heel", definitie_van(Heel))
    assert definitie_van(klasse) is klasse.definitie
    assert klasse.definitie == definitie_van(Heel)


def test_het_wezen_van_een_onderdeel_is_zijn_kenmerk_of_zijn_klasse(voorbeeld: Any) -> None:  # noqa: ANN401 (an opbouw)
    eigen = Blok(bedrag="1")
    assert wezen(eigen, "huisvesting") == definitie_van(Blok, "huisvesting").kenmerk
    assert wezen(voorbeeld.huisvesting, "huisvesting") is Huisvesting
    assert wezen(voorbeeld.winst_marge, "winst_marge") is WinstMarge
    assert wezen(MetJaarbedrag(bedrag="1"), "huisvesting") is MetJaarbedrag


class VanAlles(Leegstand):
    """Met een formule die per bouwsteen leest wat er te lezen is."""

    def per_etmaal(self, kostprijs: Decimal, vaste_kosten: Decimal, wijze: Rekenwijze) -> Decimal:
        return wijze.minste(super().per_etmaal(kostprijs, vaste_kosten, wijze), kostprijs)


class Minder(Overhead):
    """Overhead, en niets over dure kosten."""

    def per_etmaal(
        self, beroepskrachten: Decimal, directe_kosten: Decimal, huis: Huismaten, wijze: Rekenwijze
    ) -> Decimal:
        return super().per_etmaal(wijze.minste(beroepskrachten, 100), directe_kosten, huis, wijze)


class Meer(Ondersteuning):
    """Ondersteuning, verdubbeld."""

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        return super().opbouw_per_jaar(huis, wijze) * 2


@pytest.mark.parametrize(
    ("klasse", "uitkomst"),
    [
        (VanAlles, "MIN(grondslag / bezettingsgraad - grondslag; kostprijs)"),
        (
            Minder,
            "opslag * grondslag + (contracteisen_per_jaar + vast_bedrag_per_plaats_per_jaar * huis.plaatsen) / huis.plaatsdagen",
        ),
        (Meer, None),
    ],
)
def test_een_klasse_van_een_kamer_weet_haar_plek(klasse: type[Onderdeel], uitkomst: str | None) -> None:
    definitie = definitie_van(klasse)
    assert uitkomst in {None, definitie.uitkomst}
