"""W18, E11: what other programs change when they save a workbook is no change of anybody's."""

from __future__ import annotations

import re

import pytest

from gezinshuis_tarief import Opbouw, lees_excel
from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.werkboek.xlsx.formuletekst import genormaliseerd
from hulp.knoei import HOOFD, Knoeier


@pytest.mark.parametrize(
    ("een", "ander", "gelijk"),
    [
        ('SUMPRODUCT(--(a.b<>")"))>0', 'SUMPRODUCT(-(-(A_B<>")")))>0', True),
        ("--(a)+--(b)", "-(-(a))+-(-(b))", True),
        ("-(-(a)+1)", "--(a)+1", False),
        ("-(-(a)", "--(a)", False),
        ('IF(a.b="x.y",1,2)', 'IF(a_b="x_y",1,2)', False),
        ("a.b*2", "a.c*2", False),
        ("ABS(x)<0.060001", "abs(x) < 0.0600009999999999999994", True),
        ("ABS(x)<0.060001", "ABS(x)<0.060002", False),
        ("(a*b)+c", "a*b+c", True),
        ("a*(b+c)", "a*b+c", False),
        ("a-(b-c)", "a-b-c", False),
        ("-a^2", "-(a^2)", False),
        ("+a", "a", True),
        ("a%", "(a)%", True),
        ("SUM($A$1:B2,)", "sum($a$1:b2, )", True),
        ("SUM()+'Mijn blad'!A1", "sum()+'mijn blad'!a1", True),
        ("'Blad'!A1", "Blad!A1", True),
        ("(a,b)", "a,b", False),
        ("a+", "a+ ", True),
        ("a b", "a  b", False),
        ("SUM(a", "SUM(a)", False),
        ("{1;2}", "{1;3}", False),
        ("(" * 65 + "a" + ")" * 65, "a", False),
        ("(" * 64 + "a" + ")" * 64, "a", True),
    ],
)  # fmt: skip
def test_een_formule_zoals_een_ander_programma_haar_bewaart(een: str, ander: str, *, gelijk: bool) -> None:
    assert (genormaliseerd(een) == genormaliseerd(ander)) is gelijk


def test_namen_waarin_de_punt_een_onderstreping_werd(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """All names, and the formulas that use them."""
    namen = re.findall(r'<definedName name="([\w.]+)">', knoeier.tekst(HOOFD))
    met_punt = sorted((naam for naam in namen if "." in naam and "_xlnm" not in naam), key=len, reverse=True)
    patroon = re.compile(rf"(?<![\w.])({'|'.join(map(re.escape, met_punt))})(?![\w.])")
    for deel in [d for d in knoeier.delen if d == HOOFD or d.startswith("xl/worksheets/sheet")]:
        tekst = knoeier.tekst(deel)
        for vorm in (r'(<definedName name=")([\w.]+)(">)', r"(<f>)([^<]*)(</f>)"):
            tekst = re.sub(
                vorm, lambda t: t[1] + patroon.sub(lambda n: n[0].replace(".", "_"), t[2]) + t[3], tekst
            )
        knoeier.delen[deel] = tekst.encode()
    gelezen = lees_excel(knoeier.bewaar())
    assert gelezen.opbouw == voorbeeld
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.code, bevinding.ernst) == ("namen_zonder_punt", Ernst.OPMERKING)
    assert "onderstreping" in bevinding.gevonden
