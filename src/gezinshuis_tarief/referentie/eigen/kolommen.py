"""The columns of a file with own figures: those of the library's own data files, and `naam` for any of their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from gezinshuis_tarief.kern.fouten import Bezwaar, naaste

NAAMKOLOMMEN: Final = ("naam", "premie", "parameter", "reeks", "schaal", "ip_nummer", "leeftijd_van")
"""Precisely one of these says which figure a row holds."""
WAARDEKOLOMMEN: Final = ("waarde", "bedrag", "per_dag", "per_maand")
FORMULES: Final = "\0formules"
"""Where a reader of sheets says which values came from a formula; no column of a file."""
_VERPLICHT: Final = ("geldig_vanaf", "bron")
_OVERIGE: Final = ("eenheid", "stand", "status", "toelichting", "cijferset", "cao", "periodiek")
_ZONDER_BETEKENIS: Final = ("controle", "leeftijd_tot_en_met")
"""Columns of our own files that follow from the others."""
_ALLE: Final = (*_VERPLICHT, *NAAMKOLOMMEN, *WAARDEKOLOMMEN, *_OVERIGE, *_ZONDER_BETEKENIS)


def ontbrekende(kolommen: Mapping[str, object]) -> frozenset[str]:
    """Return the columns that should be there; of a group of which one will do, the first."""
    groepen = (*((kolom,) for kolom in _VERPLICHT), NAAMKOLOMMEN, WAARDEKOLOMMEN)
    return frozenset(groep[0] for groep in groepen if not set(groep) & set(kolommen))


def kolombezwaren(kolommen: Mapping[str, object]) -> Iterator[Bezwaar]:
    """Yield an objection to every column that is unknown, and to every one that is missing."""
    for kolom in kolommen:
        if kolom not in {*_ALLE, FORMULES}:
            yield Bezwaar(
                f"kolom {kolom or '(zonder naam)'}",
                "is geen bekende kolom",
                toegestaan=", ".join(_ALLE),
                remedie=naaste(kolom, _ALLE),
            )
    for kolom in sorted(ontbrekende(kolommen)):
        groep = next((g for g in (NAAMKOLOMMEN, WAARDEKOLOMMEN) if g[0] == kolom), (kolom,))
        yield Bezwaar(
            f"kolom {kolom}", "ontbreekt", toegestaan=" of ".join(groep), remedie="Voeg deze kolom toe."
        )
