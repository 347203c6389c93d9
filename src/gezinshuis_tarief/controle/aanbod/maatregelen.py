"""What one step would be worth at an offered tariff, and how many of it close the gap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import partial
from typing import Final, TypeAlias

from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.indexatie.inschaling import inschaling_in, lonen_in
from gezinshuis_tarief.kern.fouten import InvoerFout, OnbekendCijfer
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, waarde_op
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.referentie.salarissen import schaal

_PUNT: Final = Decimal("0.01")
_UREN: Final = {
    "ondersteuning.pedagogische_uren_per_week": "pedagogische ondersteuning",
    "ondersteuning.huishoudelijke_uren_per_week": "huishoudelijke hulp",
}
_PER_JEUGDIGE: Final = "gedragswetenschapper.uren_per_jeugdige_per_week"
_OPSLAG: Final = "overhead.opslag"
_WIE: Final = {"inkomen_gezinshuisouder": "gezinshuisouder", "gedragswetenschapper": "gedragswetenschapper"}

NaStappen: TypeAlias = Callable[[int], dict[str, object] | None]
"""The inputs after so many steps; None when there are not so many."""


@dataclass(frozen=True, slots=True)
class Maatregel:
    """One way to make the gap smaller.

    Attributes:
        sleutel: the input that changes; `bezetting` for the occupancy that is counted on.
        naam: the step in Dutch.
        per_jaar: what one step adds to the result of the year, euro.
        per_etmaal: the same spread over the paid etmalen of the house as it stands.
        nodig: how many whole steps close the gap; None when what is there is not enough.
    """

    sleutel: str
    naam: str
    per_jaar: Decimal
    per_etmaal: Decimal
    nodig: int | None


def maatregelen_van(jaar: Exploitatie, bezetting: Decimal) -> tuple[Maatregel, ...]:
    """Return what helps, worth most first; each is the quote calculated again with that one change.

    Args:
        jaar: the house at the offered tariffs.
        bezetting: the occupancy that is counted on.

    Returns:
        Nothing when there is no gap. Tariffs, occupancy and all other inputs stay as they are.
    """
    nu = jaar.jaarresultaat(bezetting)
    if nu >= 0:
        return ()
    etmalen = len(jaar.plaatsen) * jaar.dagen_per_jaar * bezetting
    gevonden = []
    for sleutel, naam, resultaat in (*_met_wijziging(jaar, bezetting), _bezetting(jaar, bezetting)):
        na_een = resultaat(1)
        if na_een is not None and na_een > nu:
            waard = na_een - nu
            per_etmaal = waard / etmalen if etmalen else Decimal(0)
            gevonden.append(Maatregel(sleutel, naam, waard, per_etmaal, _nodig(nu, waard, resultaat)))
    return tuple(sorted(gevonden, key=lambda maatregel: maatregel.per_jaar, reverse=True))


def _nodig(nu: Decimal, waard: Decimal, resultaat: Callable[[int], Decimal | None]) -> int | None:
    """Count the steps; steps are not all worth the same, so the count is tried."""
    aantal = max(1, int((-nu / waard).to_integral_value(ROUND_CEILING)))
    uit = resultaat(aantal)
    while aantal > 1 and (minder := resultaat(aantal - 1)) is not None and minder >= 0:
        aantal, uit = aantal - 1, minder
    while uit is not None and uit < 0:
        aantal += 1
        uit = resultaat(aantal)
    return None if uit is None else aantal


def _bezetting(jaar: Exploitatie, bezetting: Decimal) -> tuple[str, str, Callable[[int], Decimal | None]]:
    def resultaat(aantal: int) -> Decimal | None:
        meer = bezetting + aantal * _PUNT
        return jaar.jaarresultaat(meer) if meer <= 1 else None

    return "bezetting", "één procentpunt meer bezetting", resultaat


def _met_wijziging(
    jaar: Exploitatie, bezetting: Decimal
) -> Iterator[tuple[str, str, Callable[[int], Decimal | None]]]:
    """Yield each step with the result of the year after so many of it."""
    opbouw = jaar.uitkomst.opbouw
    tarieven = {z: dag.tarief for z, dag in jaar.dagen.items()}

    def resultaat(zet: NaStappen, aantal: int) -> Decimal | None:
        if (wijzigingen := zet(aantal)) is None:
            return None
        try:
            anders = opbouw.met(wijzigingen, reden="stap").bereken()
        except InvoerFout:  # more places than a house may have, or than an input allows
            return None
        return Exploitatie.van(anders, tarieven).jaarresultaat(bezetting)

    for sleutel, naam, zet in (*_plaatsen(jaar), *_uren(opbouw), *_opslag(opbouw), *_treden(opbouw)):
        yield sleutel, naam, partial(resultaat, zet)


def _plaatsen(jaar: Exploitatie) -> Iterator[tuple[str, str, NaStappen]]:
    for zwaarte in ZORGZWAARTES:
        if aantal := jaar.plaatsen.count(zwaarte):
            sleutel = f"gezinshuis.plaatsen_{zwaarte}"
            yield sleutel, f"één plaats meer ({zwaarte})", partial(_erbij, sleutel, aantal)


def _erbij(sleutel: str, nu: int, aantal: int) -> dict[str, object]:
    return {sleutel: nu + aantal}


def _eraf(sleutel: str, nu: Decimal, stap: Decimal, aantal: int) -> dict[str, object] | None:
    over = nu - stap * aantal
    return {sleutel: over} if over >= 0 else None


def _uren(opbouw: Opbouw) -> Iterator[tuple[str, str, NaStappen]]:
    waarden = {waarde.sleutel: waarde.waarde for waarde in opbouw.waarden()}
    for sleutel, wat in _UREN.items():
        if isinstance(nu := waarden.get(sleutel), Decimal):
            yield sleutel, f"één uur per week minder {wat}", partial(_eraf, sleutel, nu, Decimal(1))
    if isinstance(nu := waarden.get(_PER_JEUGDIGE), Decimal):
        naam = "een kwartier per jeugdige per week minder gedragswetenschapper"
        yield _PER_JEUGDIGE, naam, partial(_eraf, _PER_JEUGDIGE, nu, Decimal("0.25"))


def _opslag(opbouw: Opbouw) -> Iterator[tuple[str, str, NaStappen]]:
    if isinstance(nu := getattr(opbouw.overhead, "opslag", None), Decimal):
        yield _OPSLAG, "één procentpunt minder overhead", partial(_eraf, _OPSLAG, nu, _PUNT)


def _treden(opbouw: Opbouw) -> Iterator[tuple[str, str, NaStappen]]:
    """Yield one step down in the cao for each pay of which the source says where it stands."""
    for deel, plek in lonen_in(opbouw).items():
        sleutel = f"{plek}.bruto_maandsalaris"
        steun = opbouw.onderbouwing_van(sleutel).eerste
        if deel not in _WIE or not steun.geldig_vanaf or not (staat := inschaling_in(steun.bron or "")):
            continue
        try:
            bedragen = [cijfer.waarde for cijfer in schaal(staat.cao, staat.schaal, steun.geldig_vanaf)]
        except OnbekendCijfer:
            continue
        nu = Decimal(str(waarde_op(opbouw, sleutel)))
        lager = sorted((bedrag for bedrag in bedragen if bedrag < nu), reverse=True)
        yield sleutel, f"één periodiek lager ({_WIE[deel]})", partial(_trede, sleutel, lager)


def _trede(sleutel: str, lager: list[Decimal], aantal: int) -> dict[str, object] | None:
    return {sleutel: lager[aantal - 1]} if aantal <= len(lager) else None
