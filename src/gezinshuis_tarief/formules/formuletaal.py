"""The one language of formulas in files: what a spreadsheet shows, over names instead of cells.

`ALS(grondslag = "kostprijs"; kostprijs; vaste_kosten) / bezettingsgraad`. Dutch and English words, `;` and `,` are read
both, so the formula of a cell and the one in JSON go through the same grammar. A formula holds names and whole numbers
only, so a comma is never a decimal sign. Nothing that is read is executed: it becomes a tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.formules.ontleden import Ontleding
from gezinshuis_tarief.formules.schrijver import Schrijver
from gezinshuis_tarief.formules.uitdrukking import Uitdrukking
from gezinshuis_tarief.formules.woordenlijst import Woordenlijst, formulefout
from gezinshuis_tarief.kern.fouten import InvoerFout, weigering

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

TEKENS_HOOGSTENS: Final = 4_000
_GRAMMATICA: Final = r"""
    start: "="? som
    ?som: product | som "+" product -> plus | som "-" product -> min
    ?product: factor | product "*" factor -> maal | product "/" factor -> gedeeld
    ?factor: GETAL -> getal | NAAM -> naam | "(" som ")" | "-" factor -> tegengesteld | "+" factor
        | NAAM "(" [deel (_SCHEIDING deel)*] ")" -> functie
    ?deel: som | NAAM "=" TEKST -> gelijk
    _SCHEIDING: ";" | ","
    NAAM: /[a-z_][a-z0-9_]*(\[[0-9]{1,3}\])?(\.[a-z0-9_]+(\[[0-9]{1,3}\])?)*/i
    GETAL: /[0-9]+/
    TEKST: /"[^"]*"/
    %ignore /[ \t\r\n]+/
"""
_WOORD: Final = re.compile(r'"[^"]*"')
_BREUK: Final = re.compile(r"(?<![\w.])[0-9]+(?:\.[0-9]+|\s*%)")
_KOMMAGETAL: Final = re.compile(r"(?<![\w.])[0-9]+,[0-9]+")
_MAG: Final = "namen, hele getallen, + - * / ( ), MIN, MAX, AFRONDEN en ALS"
_EIGEN_INVOER: Final = "Maak er een invoer van, met een naam en een eenheid."


def lees_formule(tekst: str, woorden: Woordenlijst) -> Uitdrukking:
    """Read a formula.

    Args:
        tekst: the formula, of at most 4,000 characters.
        woorden: which names it may use, and what they stand for.

    Raises:
        InvoerFout: for anything that is not in the language, an unknown name, or a formula beyond the limits.
    """
    from lark.exceptions import UnexpectedInput  # noqa: PLC0415 (loaded only when there is a formula of one's own)

    _keur_tekens(tekst)
    try:
        boom = _taal().parse(tekst)
    except UnexpectedInput as fout:
        if getal := _KOMMAGETAL.search(tekst):
            raise _los_getal(getal[0]) from None
        token = getattr(fout, "token", None)
        raise _onleesbaar(tekst, 0 if token is not None and token.type == "$END" else fout.column) from None
    formule = _van_onderen(boom, Ontleding(woorden))
    if len(InTekst().schrijf(formule)) > TEKENS_HOOGSTENS:  # a choice that was left out is written out
        raise _te_lang()
    return formule


def _keur_tekens(tekst: str) -> None:
    if len(tekst) > TEKENS_HOOGSTENS:
        raise _te_lang()
    if not tekst.isascii():
        vreemd = next(teken for teken in tekst if not teken.isascii())
        melding = "is een teken dat niet in een formule kan"
        raise weigering("", melding, gevonden=f"{vreemd!r} (U+{ord(vreemd):04X})", toegestaan=_MAG)
    kaal = _WOORD.sub('""', tekst)
    if getal := _BREUK.search(kaal) or (";" in kaal and _KOMMAGETAL.search(kaal)):
        raise _los_getal(getal[0])


def _te_lang() -> InvoerFout:
    return formulefout("is te lang", toegestaan=f"hoogstens {TEKENS_HOOGSTENS} tekens")


def _los_getal(getal: str) -> InvoerFout:
    return formulefout(f"bevat het getal {getal}", toegestaan="namen en hele getallen", remedie=_EIGEN_INVOER)


def _onleesbaar(tekst: str, kolom: int) -> InvoerFout:
    if not kolom:
        return formulefout("houdt te vroeg op", toegestaan=_MAG)
    rest = tekst[kolom - 1 : kolom + 11]
    return formulefout(f"is niet te lezen bij teken {kolom}: {rest!r}", toegestaan=_MAG)


@cache
def _taal() -> Lark:
    from lark import Lark  # noqa: PLC0415 (loaded only when there is a formula of one's own)

    return Lark(_GRAMMATICA, parser="lalr", maybe_placeholders=False)


def _van_onderen(boom: Tree[Token], ontleding: Ontleding) -> Uitdrukking:
    """Fold what was read from the leaves up, so that depth costs no recursion."""
    from lark import Tree  # noqa: PLC0415 (idem)

    klaar: dict[int, object] = {}
    for tak in boom.iter_subtrees():  # children before parents
        delen = [klaar[id(deel)] if isinstance(deel, Tree) else str(deel) for deel in tak.children]
        regel: Callable[..., object] = getattr(ontleding, str(tak.data))
        klaar[id(tak)] = regel(*delen)
    return ontleding.uitkomst(klaar[id(boom)])


class InTekst(Schrijver):
    """Writes a formula in its one fixed form: Dutch words, `;`, spaces around operators, no bracket too many."""

    tekens = {"+": " + ", "-": " - ", "*": " * ", "/": " / "}  # noqa: RUF012 (typed ClassVar in the base)
    _functies: Final[Mapping[str, str]] = {
        "rond": "AFRONDEN({}; 2)",
        "minste": "MIN({})",
        "meeste": "MAX({})",
    }

    def naam(self, sleutel: str) -> str:
        """Return the name itself."""
        return sleutel

    def functie(self, naam: str, delen: list[str]) -> str:
        """Return AFRONDEN, MIN or MAX."""
        return self._functies[naam].format("; ".join(delen))

    def keuze(self, sleutel: str, opties: list[tuple[str, str]]) -> str:
        """Return an ALS per option; options at the end that are equal stand once, behind the last `;`."""
        *eerste, (_, tekst) = opties
        while eerste and eerste[-1][1] == tekst:
            eerste.pop()
        for naam, optie in reversed(eerste):
            tekst = f'ALS({sleutel} = "{naam}"; {optie}; {tekst})'
        return tekst

    def eigen_of(self, sleutel: str, opbouw: str) -> str:
        """Return the own figure where there is one, else the build-up."""
        return f"ALS(ISGETAL({sleutel}); {sleutel}; {opbouw})"
