"""Sums that people type in a cell, such as =365/7: their exact value, where no program stored one."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

_LANGST: Final = 100
_CIJFERS: Final = 40
_REKENSOM: Final = re.compile(rf"[\d.+\-*/()% ]{{1,{_LANGST}}}", re.ASCII)
_PROCENT: Final = re.compile(r"(\d+(?:\.\d+)?|\))\s*%")
_TWEE: Final[Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def uitkomst_van_rekensom(formule: str) -> Decimal | None:
    """Return what a sum of numbers alone gives, in forty digits; None when it is another formula or has no value.

    Args:
        formule: the formula as it stands in a file, without `=`.
    """
    if not _REKENSOM.fullmatch(formule):
        return None
    try:
        som = _PROCENT.sub(r"\1/100", formule.strip())
        uitkomst = _waarde(ast.parse(som, mode="eval").body, som)
    except (SyntaxError, ValueError, ZeroDivisionError, RecursionError):
        return None
    with localcontext(prec=_CIJFERS):
        return Decimal(uitkomst.numerator) / Decimal(uitkomst.denominator)


def _waarde(knoop: ast.expr, som: str) -> Fraction:
    """Calculate one node; a number is read from its text, for Python's own is binary."""
    match knoop:
        case ast.Constant():
            return Fraction(ast.get_source_segment(som, knoop) or "")
        case ast.UnaryOp(op=ast.USub(), operand=binnen):
            return -_waarde(binnen, som)
        case ast.UnaryOp(op=ast.UAdd(), operand=binnen):
            return _waarde(binnen, som)
        case ast.BinOp(left=links, op=wat, right=rechts) if type(wat) in _TWEE:
            return _TWEE[type(wat)](_waarde(links, som), _waarde(rechts, som))
        case _:
            raise ValueError
