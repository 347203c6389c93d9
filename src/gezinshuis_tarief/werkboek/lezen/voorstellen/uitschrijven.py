"""A standard component inside a part, such as its loonkosten, written out as steps of the part itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from gezinshuis_tarief.formules.formuletaal import InTekst
from gezinshuis_tarief.formules.spoor import Spoor, Stap, als_term
from gezinshuis_tarief.formules.uitdrukking import Verwijzing
from gezinshuis_tarief.kern.sleutels import onbeschreven, vertaald
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.plekken import DELEN


class Uitgeschreven(NamedTuple):
    """A definition with what is inside it written out.

    Attributes:
        definitie: the definition; it computes the same.
        stappen: how each of its steps is called in the calculation.
    """

    definitie: Definitie
    stappen: Mapping[str, str]


@cache
def _stappen_van(deel: str, naam: str) -> Mapping[str, Stap]:
    """Return the steps of a standard component under the name of an input."""
    standaard, spoor = DELEN[deel], Spoor()
    verwezen = vertaald(
        onbeschreven(standaard.soort), lambda sleutel, _, __: als_term(Verwijzing(f"{naam}.{sleutel}"))
    )
    getattr(verwezen, standaard.uitkomst)(spoor.onder(naam))
    return MappingProxyType(spoor.stappen)


def schrijf_uit(basis: Definitie, stappen: set[str]) -> Uitgeschreven:
    """Return a definition that has the given steps, as far as they are in a standard component inside it.

    Args:
        basis: the definition of a part.
        stappen: the names of steps in the calculation, without the part.

    Raises:
        InvoerFout: when others read what would have to be written out.
    """
    los = stappen - basis.stappen.keys()
    binnen: dict[str, Stap] = {}
    for naam, veld in basis.invoer.items():
        van_deel = _stappen_van(veld.onderdeel, naam) if veld.onderdeel else {}
        binnen |= van_deel if los & van_deel.keys() else {}
    heet = {sleutel: sleutel.replace(".", "_") for sleutel in binnen}
    namen = {naam: naam for naam in basis.stappen} | {eigen: sleutel for sleutel, eigen in heet.items()}
    if not binnen:
        return Uitgeschreven(basis, namen)

    def lokaal(formule: str) -> str:
        return re.sub(r"[a-z_][\w.]*", lambda treffer: heet.get(treffer[0], treffer[0]), formule)

    data = basis.model_dump(mode="json", exclude={"kenmerk"})
    schrijf = InTekst().schrijf
    eerst = {
        heet[sleutel]: {"eenheid": stap.eenheid, "formule": lokaal(schrijf(stap.formule))}
        for sleutel, stap in binnen.items()
    }
    later = {
        naam: {**stap, "formule": lokaal(stap["formule"])} for naam, stap in data.get("stappen", {}).items()
    }
    data |= {"stappen": eerst | later, "uitkomst": lokaal(data["uitkomst"])}
    return Uitgeschreven(Definitie.model_validate(data), namen)
