"""The language of formulas in files: what is read, how it is written, and what is refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import InvoerFout, Opbouw
from gezinshuis_tarief.formules.formuletaal import InTekst, lees_formule
from gezinshuis_tarief.formules.uitdrukking import (
    NUL,
    Bewerking,
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Uitdrukking,
    Verwijzing,
)
from gezinshuis_tarief.formules.woordenlijst import Woordenlijst
from gezinshuis_tarief.kern.sleutels import excelnaam
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG, formules, volg_volledig, volledig

A, B, C, E = map(Verwijzing, "abce")
WOORDEN = Woordenlijst(
    {naam: naam for naam in ("a", "b", "c", "e", "huis.plaatsen", "minimum", "grondslag")},
    {"k": ("p", "q", "r"), "m": ("x", "y"), "grondslag": ("kostprijs", "vaste_kosten")},
    kan_leeg={"e"},
    anders={"notitie": "dat een tekst is"},
)


def lees(tekst: str) -> Uitdrukking:
    return lees_formule(tekst, WOORDEN)


def schrijf(boom: Uitdrukking) -> str:
    return InTekst().schrijf(boom)


def keuze(**opties: Uitdrukking) -> NaarKeuze:
    return NaarKeuze(Verwijzing("k"), tuple(opties.items()))


@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ("a", A),
        ("=a", A),
        ("  a\n", A),
        ("A", A),
        ("((a))", A),
        ("+a", A),
        ("12", Getal(12)),
        ("-3", Getal(-3)),
        ("-a", Bewerking("-", NUL, A)),
        ("--a", A),
        ("-(0 - a)", A),
        ("a + b * c", Bewerking("+", A, Bewerking("*", B, C))),
        ("(a + b) * c", Bewerking("*", Bewerking("+", A, B), C)),
        ("a - (b - c)", Bewerking("-", A, Bewerking("-", B, C))),
        ("a - b - c", Bewerking("-", Bewerking("-", A, B), C)),
        ("a / (b / c)", Bewerking("/", A, Bewerking("/", B, C))),
        ("-a * b", Bewerking("*", Bewerking("-", NUL, A), B)),
        ("minimum * huis.plaatsen", Bewerking("*", Verwijzing("minimum"), Verwijzing("huis.plaatsen"))),
        ("MIN(a; b)", Functie("minste", (A, B))),
        ("max(a,b)", Functie("meeste", (A, B))),
        ("MIN(a; b; c)", Functie("minste", (Functie("minste", (A, B)), C))),
        ("MAX(a; 0)", Functie("meeste", (A, NUL))),
        ("AFRONDEN(a; 2)", Functie("rond", (A,))),
        ('AFRONDEN(ALS(k = "p"; a; b); 2)', Functie("rond", (keuze(p=A, q=B, r=B),))),
        ("ROUND(12*a,2)", Functie("rond", (Bewerking("*", Getal(12), A),))),
        ("ALS(ISGETAL(e); e; a)", EigenOf(E, A)),
        ("IF(ISNUMBER(e),e,a)", EigenOf(E, A)),
        ('ALS(k = "p"; a; b)', keuze(p=A, q=B, r=B)),
        ('ALS(k = "r"; a; ALS(k = "p"; b; c))', keuze(p=B, q=C, r=A)),
        ('IF(k="p",a,IF(k="q",b,IF(k="r",c,NA())))', keuze(p=A, q=B, r=C)),
        ('ALS(k = "q"; ALS(k = "p"; a; b); c)', keuze(p=C, q=B, r=C)),
        ('ALS(k = "q"; ALS(k = "q"; a; NB()); c)', keuze(p=C, q=A, r=C)),
        ('ALS(k = "p"; a; a)', A),
        (
            'ALS(grondslag = "kostprijs"; grondslag; a)',
            NaarKeuze(Verwijzing("grondslag"), (("kostprijs", Verwijzing("grondslag")), ("vaste_kosten", A))),
        ),
    ],
)
def test_een_formule_wordt_een_boom(tekst: str, boom: Uitdrukking) -> None:
    assert lees(tekst) == boom


@pytest.mark.parametrize(
    ("tekst", "vast"),
    [
        ("(a)+((b*c))", "a + b * c"),
        ("=ROUND(MIN(a,b),2)", "AFRONDEN(MIN(a; b); 2)"),
        ("-a", "0 - a"),
        ('if(k="p",a,b)', 'ALS(k = "p"; a; b)'),
        ('ALS(k = "r"; a; ALS(k = "p"; b; c))', 'ALS(k = "p"; b; ALS(k = "q"; c; a))'),
        ('ALS(k = "r"; a; b)', 'ALS(k = "p"; b; ALS(k = "q"; b; a))'),
        ("ALS(ISGETAL(e); e; a / b)", "ALS(ISGETAL(e); e; a / b)"),
        ("3 - -2 * a", "3 - -2 * a"),
    ],
)
def test_een_formule_heeft_een_vaste_vorm(tekst: str, vast: str) -> None:
    assert schrijf(lees(tekst)) == vast


def bomen() -> st.SearchStrategy[Uitdrukking]:
    namen = st.sampled_from([A, B, C, Verwijzing("huis.plaatsen")])
    blad = namen | st.integers(-50, 1_000_000).map(Getal)

    def met_naam(deel: st.SearchStrategy[Uitdrukking]) -> st.SearchStrategy[Uitdrukking]:
        return deel.filter(lambda boom: any(teken.islower() for teken in schrijf(boom)))  # equal options fold

    def groter(deel: st.SearchStrategy[Uitdrukking]) -> st.SearchStrategy[Uitdrukking]:
        twee = st.tuples(deel, deel)
        return st.one_of(
            st.builds(Bewerking, st.sampled_from("+-*"), deel, deel),
            st.builds(Bewerking, st.just("/"), deel, namen),
            st.builds(Functie, st.sampled_from(["minste", "meeste"]), st.tuples(deel, namen)),
            st.builds(Functie, st.just("rond"), st.tuples(met_naam(deel))),
            st.builds(EigenOf, st.just(E), deel),
            twee.map(lambda paar: NaarKeuze(Verwijzing("m"), (("x", paar[0]), ("y", paar[1])))),
        )

    return st.recursive(blad, groter, max_leaves=25)


@given(bomen())
def test_wat_geschreven_is_wordt_als_hetzelfde_gelezen(boom: Uitdrukking) -> None:
    gelezen = lees(schrijf(boom))
    assert lees(schrijf(gelezen)) == gelezen
    assert schrijf(lees(schrijf(gelezen))) == schrijf(gelezen)


def test_elke_standaardformule_is_in_de_taal_te_schrijven(voorbeeld: Opbouw) -> None:
    geheel = volledig(voorbeeld)
    stappen = volg_volledig(voorbeeld)
    keuzes = {waarde.sleutel: waarde.grenzen.keuzes for waarde in geheel.waarden() if waarde.grenzen.keuzes}
    getallen = {waarde.sleutel: waarde.sleutel for waarde in geheel.waarden() if waarde.eenheid} | {
        sleutel: sleutel for sleutel in stappen
    }
    eigen = [sleutel for sleutel in getallen if sleutel.endswith("vast_bedrag_per_jaar")]
    woorden = Woordenlijst(getallen, keuzes | {AANWEZIG: ("ja", "nee")}, eigen)
    for stap in stappen.values():
        assert lees_formule(schrijf(stap.formule), woorden) == stap.formule

    naar_sleutel = {excelnaam(sleutel): sleutel for sleutel in getallen}
    in_excel = Woordenlijst(
        naar_sleutel, {excelnaam(sleutel): opties for sleutel, opties in woorden.keuzes.items()}, eigen
    )
    for sleutel, formule in formules(voorbeeld).items():
        assert lees_formule(formule, in_excel) == stappen[sleutel].formule


EINDELOOS = "+".join(["a"] * 60)
GEWEIGERD = {
    "leeg": ("", "houdt te vroeg op"),
    "alleen spaties": ("   ", "houdt te vroeg op"),
    "halverwege": ("a +", "houdt te vroeg op"),
    "haakje te weinig": ("(a", "houdt te vroeg op"),
    "haakje te veel": ("a)", "is niet te lezen bij teken 2: ')'"),
    "twee namen": ("a b", "is niet te lezen bij teken 3: 'b'"),
    "puntkomma los": ("a; b", "is niet te lezen bij teken 2"),
    "punt": ("0.95 * a", "bevat het getal 0.95"),
    "procent": ("95 % * a", "bevat het getal 95 %"),
    "komma": ("a * 1,5", "bevat het getal 1,5"),
    "komma tussen puntkomma's": ("MIN(a; 1,5)", "bevat het getal 1,5"),
    "groot getal": ("9999999 * a", "bevat een te groot getal"),
    "heel groot getal": ("9" * 3000, "bevat een te groot getal"),
    "getal door getal": ("a * (3 / 12)", "deelt een getal door een getal"),
    "onbekende naam": ("a * minimun", "onbekende naam minimun. Bedoelt u minimum?"),
    "onbekende naam zonder buur": ("zwembad", "Bekend zijn: a, b, c"),
    "een tekst": ("a * notitie", "leest notitie, dat een tekst is"),
    "een keuze als getal": (
        "k * a",
        'rekent met k, dat een keuze is en geen getal. Schrijf ALS(k = "p"; …; …)',
    ),
    "onbekende bewerking": ("SOM(a; b)", "onbekende bewerking SOM"),
    "machtsverheffen": ("a ^ 2", "is niet te lezen bij teken 3"),
    "machtsverheffen in Python": ("a ** 2", "is niet te lezen bij teken 4"),
    "celverwijzing": ("SUM(A1:B2)", "is niet te lezen"),
    "ander blad": ("Blad1!A1", "is niet te lezen"),
    "werkboek op internet": ("'[http://x/y.xlsx]B'!A1", "is niet te lezen"),
    "macro": ('CALL("kernel32")', "is niet te lezen"),
    "Python": ("__import__('os').system('x')", "is niet te lezen"),
    "attribuut": ("a.__class__", "onbekende naam a.__class__"),
    "lambda": ("lambda: 0", "is niet te lezen"),
    "nul-teken": ("a\x00", "is niet te lezen"),
    "letter die lijkt": ("\u0430 * b", "'\u0430' (U+0430) is een teken dat niet in een formule kan"),
    "brede letter": ("\uff41", "(U+FF41)"),
    "omgekeerde leesrichting": ("a\u202e", "(U+202E)"),
    "maalteken": ("a × b", "'×' (U+00D7)"),
    "te veel tekens": ("a" * 4001, "is te lang. Toegestaan: hoogstens 4000 tekens"),
    "honderdduizend haakjes": ("(" * 100_000 + "a" + ")" * 100_000, "is te lang"),
    "een miljoen knopen": ("a+" * 500_000 + "a", "is te lang"),
    "te diep": (EINDELOOS, "is te diep genest. Toegestaan: hoogstens 40 lagen"),
    "te diep rechts": ("a-(" * 50 + "a" + ")" * 50, "is te diep genest"),
    "te groot": (
        "+".join([f"({'+'.join(['a'] * 30)})"] * 30),
        "is te groot. Toegestaan: hoogstens 500 namen",
    ),
    "min van een": ("MIN(a)", "vraagt MIN van te weinig"),
    "max van getallen": ("MAX(1; 2)", "vraagt MAX van te weinig"),
    "afronden op drie": ("AFRONDEN(a; 3)", "rondt anders af dan op centen"),
    "afronden zonder plaatsen": ("AFRONDEN(a)", "rondt anders af dan op centen"),
    "een getal afronden": ("AFRONDEN(5; 2)", "rondt anders af dan op centen"),
    "geen uitkomst": ("NB()", "heeft geen uitkomst"),
    "nb met iets": ("NB(a)", "geeft NB iets mee"),
    "keuze zonder einde": ('ALS(k = "p"; a; NB())', "heeft geen uitkomst bij k = q of r"),
    "keuze die nergens heen gaat": ('ALS(k = "q"; ALS(k = "p"; a; NB()); c)', "geen uitkomst bij k = q"),
    "onbekend woord": ('ALS(k = "z"; a; b)', 'vraagt of k "z" is. Toegestaan: p of q of r'),
    "getal als keuze": ('ALS(a = "p"; a; b)', "vergelijkt a, dat geen keuze is"),
    "als zonder voorwaarde": ("ALS(a; b; c)", "schrijft ALS anders dan hier kan"),
    "als met twee delen": ('ALS(k = "p"; a)', "schrijft ALS anders dan hier kan"),
    "als zonder iets": ("ALS()", "schrijft ALS anders dan hier kan"),
    "voorwaarde als getal": ('MIN(k = "p"; a)', "rekent met een voorwaarde"),
    "isgetal als getal": ("a * ISGETAL(e)", "rekent met een voorwaarde"),
    "isgetal van een som": ("ALS(ISGETAL(a + b); a; b)", "vraagt ISGETAL van iets anders dan een naam"),
    "isgetal van iets dat er altijd is": (
        "ALS(ISGETAL(a); a; b)",
        "vraagt of a is ingevuld, maar dat is altijd zo",
    ),
    "isgetal van een ander": ("ALS(ISGETAL(e); a; b)", "schrijft ALS anders dan hier kan"),
    "wat leeg kan zijn": ("a + e", "rekent met e, dat leeg kan zijn. Schrijf ALS(ISGETAL(e); e; …)"),
    "wat leeg kan zijn in de opbouw": ("ALS(ISGETAL(e); e; e * 2)", "rekent met e, dat leeg kan zijn"),
}


@pytest.mark.parametrize(("tekst", "melding"), GEWEIGERD.values(), ids=GEWEIGERD)
def test_wat_niet_in_de_taal_is_wordt_snel_en_met_reden_geweigerd(tekst: str, melding: str) -> None:
    lees("a")  # the language is loaded
    begin = time.perf_counter()
    with pytest.raises(InvoerFout) as fout:
        lees(tekst)
    assert time.perf_counter() - begin < 0.5
    assert melding in str(fout.value)


@pytest.mark.parametrize(
    "tekst", ["(" * 1990 + "a" + ")" * 1990, "-" * 3998 + "a"], ids=["haakjes", "minnen"]
)
def test_diepte_die_wegvalt_is_geen_diepte(tekst: str) -> None:
    assert lees(tekst) == A


def test_een_keuze_met_twintig_woorden_is_niet_te_groot() -> None:
    woorden = Woordenlijst({"a": "a"}, {"k": tuple(f"w{n}" for n in range(20))})
    tekst = "0"
    for n in range(20):
        tekst = f'ALS(k = "w{n}"; a * {n + 2} + a * {n + 3}; {tekst})'
    boom = lees_formule(tekst, woorden)
    assert isinstance(boom, NaarKeuze)
    assert len(boom.opties) == 20
    assert lees_formule(schrijf(boom), woorden) == boom


def test_keuzes_in_keuzes_worden_niet_eindeloos_uitgeschreven() -> None:
    keuzes = {f"k{n}": tuple(f"w{m}" for m in range(20)) for n in range(12)}
    tekst = "a"
    for naam in keuzes:
        tekst = f'ALS({naam} = "w0"; b; {tekst})'
    with pytest.raises(InvoerFout, match="is te groot"):
        lees_formule(tekst, Woordenlijst({"a": "a", "b": "b"}, keuzes))


def test_wat_uitgeschreven_te_lang_wordt_is_te_lang() -> None:
    lang = "a" * 60
    woorden = Woordenlijst({lang: lang}, {"k": ("p", "q", "r", "s")})
    som = "+".join([lang] * 30)
    assert len(som) < 4000
    with pytest.raises(InvoerFout, match="is te lang"):
        lees_formule(f'ALS(k = "s"; {lang}; {som})', woorden)
