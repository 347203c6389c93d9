"""The sheets of the workbook, one file each, in the order in which they are shown."""

from __future__ import annotations

from gezinshuis_tarief.opbouw import Opbouw
from gezinshuis_tarief.werkboek.bladen import berekening, leeswijzer, paspoort, samenvatting, uitgangspunten
from gezinshuis_tarief.werkboek.indeling import Blad, formules_in
from gezinshuis_tarief.werkboek.vulling import Vulling


def maak_bladen(vulling: Vulling) -> tuple[Blad, ...]:
    """Describe the whole workbook."""
    return tuple(
        deel.maak(vulling) for deel in (samenvatting, uitgangspunten, berekening, leeswijzer, paspoort)
    )


def verwachte_formules(opbouw: Opbouw, posten: int = 0) -> dict[str, str]:
    """Return the formula of every named cell that holds one, as written: starting with `=`.

    Args:
        opbouw: the inputs; formulas do not depend on their values, only on variants and on own cost lines.
        posten: rows for own cost lines in the file, when there are more than a new workbook has.
    """
    return formules_in(maak_bladen(Vulling(opbouw, posten=posten)))
