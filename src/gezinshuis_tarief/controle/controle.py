"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from gezinshuis_tarief.controle.bevinding import Vondst
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.kern.fouten import Ernst

Toets: TypeAlias = Callable[[Toetsdossier], Iterable[Vondst]]


@dataclass(frozen=True, slots=True)
class Controle:
    """One check.

    Attributes:
        code: stable; users switch a check off by it.
        ernst: how heavy its findings weigh.
        titel: what it looks for, in Dutch.
        norm: what the quote is held against; a finding may state it more precisely.
        bron: where the norm stands, or that it is an aanname.
        toets: the function; it yields what it finds.
        nodig: inputs it reads that a variant of one's own may lack; without them it is not applied.
    """

    code: str
    ernst: Ernst
    titel: str
    norm: str
    bron: str
    toets: Toets
    nodig: tuple[str, ...] = ()
