"""Indices: provisional and definitive figures told apart."""

from __future__ import annotations

from typing import Final

from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.meldingen import ZELF_OPGEVEN, kies_naam
from gezinshuis_tarief.referentie.tijdlijn import Tijdlijn, alle_cijfers, lijnen_uit

_VASTGESTELD: Final = frozenset({"definitief", "gepubliceerd", "jaargemiddelde"})


def reeksen() -> dict[str, Tijdlijn]:
    """The index series by name."""
    return lijnen_uit("indexcijfers", "reeks")


def _niet_bekend(naam: str, jaar: int, stand: str | None, cijfers: tuple[Cijfer, ...]) -> OnbekendCijfer:
    """The error that names what is known of the year itself and of the nearest years before and after it."""
    jaren = {cijfer.geldig_vanaf.year for cijfer in cijfers}
    dichtbij = {
        jaar,
        max((j for j in jaren if j < jaar), default=jaar),
        min((j for j in jaren if j > jaar), default=jaar),
    }
    genoemd = ", ".join(
        f"{cijfer.geldig_vanaf.year} {cijfer.stand} {cijfer.in_woorden}"
        + (f" ({cijfer.cijferset})" if cijfer.cijferset else "")
        for cijfer in cijfers
        if cijfer.geldig_vanaf.year in dichtbij
    )
    gevraagd = f" met stand '{stand}'" if stand else ""
    return OnbekendCijfer(
        f"{naam} {jaar}{gevraagd} is niet bekend. Dichtstbij bekend van {naam}: {genoemd}.",
        remedie=ZELF_OPGEVEN,
    )


def _kies_stand(naam: str, jaar: int, cijfers: tuple[Cijfer, ...]) -> Cijfer:
    """Without a stand: the definitive figure, or else the only one there is, with a remark."""
    definitief = [cijfer for cijfer in cijfers if cijfer.stand == "definitief"]
    if definitief:
        return definitief[0]
    if len(cijfers) > 1:
        standen = ", ".join(f"'{cijfer.stand}'" for cijfer in cijfers)
        raise OnbekendCijfer(
            f"Van {naam} {jaar} is geen definitief cijfer bekend, wel de standen {standen}. Noem de stand erbij.",
        )
    enige = cijfers[0]
    if enige.stand in _VASTGESTELD:
        return enige
    return enige.met_toelichting(f"alleen de stand '{enige.stand}' is gevonden; een definitief cijfer niet")


def indexcijfer(reeks: str, jaar: int, stand: str | None = None) -> Cijfer:
    """The figure of an index series for one year.

    Args:
        reeks: e.g. "OVA", "PPC", "NZa kapitaallasten"; capitals do not matter.
        jaar: the calendar year.
        stand: the state asked for, e.g. "definitief" or "voorlopig"; only that one is given. Without it the
            definitive figure; is there none, then the only one known, and `toelichting` says that it is not
            definitive; are there several, then an error, so that nobody takes one for the other.

    Returns:
        One figure in %, with its `stand`. Source: the publication named in `bron`.

    Raises:
        OnbekendCijfer: unknown series, year or stand, or more than one stand to choose from.
    """
    naam = kies_naam("De indexreeks", reeks, reeksen())
    alle = reeksen()[naam].cijfers
    van_jaar = tuple(cijfer for cijfer in alle if cijfer.geldig_vanaf.year == jaar)
    if not van_jaar:
        raise _niet_bekend(naam, jaar, stand, alle)
    if stand is None:
        return _kies_stand(naam, jaar, van_jaar)
    for cijfer in van_jaar:
        if cijfer.stand.casefold() == stand.strip().casefold():
            return cijfer
    raise _niet_bekend(naam, jaar, stand, alle)


def indexcijfers(reeks: str | None = None) -> tuple[Cijfer, ...]:
    """All figures of one index series, oldest first, or of all series.

    Raises:
        OnbekendCijfer: unknown series; names the nearest ones.
    """
    if reeks is None:
        return alle_cijfers(reeksen())
    return reeksen()[kies_naam("De indexreeks", reeks, reeksen())].cijfers
