"""Loonkosten from reference figures: cao, scale, step and day fill values, status and source."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Final

from gezinshuis_tarief.kern.argumenten import Peildatum
from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Onderbouwing, Status
from gezinshuis_tarief.referentie import (
    Cijfer,
    cao_regel,
    ondernemerspremie,
    pensioen,
    salaris,
    werkgeverspremie,
)
from gezinshuis_tarief.referentie.meldingen import zoek_alle
from gezinshuis_tarief.referentie.salarissen import cao_naam

_PREMIES_KLEIN = ("AWf_laag", "Aof_laag", "Wko_opslag", "Whk_gemiddeld", "Zvw_werkgever")
_PREMIES_GROOT = ("AWf_laag", "Aof_hoog", "Wko_opslag", "Whk_gemiddeld", "Zvw_werkgever")
_CAO_JEUGDZORG = "CAO Jeugdzorg"
_AANNAMES_ONDERNEMER: Final = {
    "aov_premie": ("0.07", "CBS 2017, over alle zelfstandigen: gemiddeld 7%; voor gezinshuizen een aanname"),
    "aov_verzekerd_deel": ("0.80", "80% van het norminkomen is gebruikelijk; een aanname"),
    "werkloosheidsreservering": ("0", "geen reservering; een keuze van partijen"),
    "overige_kosten_per_fte": ("0", "nog invullen: scholing en reiskosten"),
    "beroepskosten_per_jaar": ("0", "nog invullen: verzekering, administratie"),
}


_Bronnen = dict[str, Callable[[], tuple[Decimal, Onderbouwing]]]
_Gevonden = tuple[dict[str, object], dict[str, Onderbouwing]]


def cijfers_uit_cao(
    plek: tuple[str, str | int, str | int],
    peildatum: Peildatum,
    *,
    kleine_werkgever: bool,
    eigen: dict[str, object],
) -> _Gevonden:
    """Return the fields of a Loonkosten and what stands behind each; see `Loonkosten.uit_cao`."""
    premies = _PREMIES_KLEIN if kleine_werkgever else _PREMIES_GROOT
    return _gevonden(
        {
            **_brutoloon(plek, peildatum, eigen),
            "werkgeverspremies": lambda: _som(
                zoek_alle(partial(werkgeverspremie, naam, peildatum) for naam in premies)
            ),
            "maximum_premieloon": lambda: _vast(werkgeverspremie("max_premieloon", peildatum)),
            "pensioenpremie_werkgever": lambda: _suggestie(
                pensioen("OP_werkgeversdeel_jeugdzorg", peildatum)
            ),
            "pensioenfranchise": lambda: _vast(pensioen("AOW_franchise", peildatum)),
        },
        eigen,
    )


def cijfers_van_ondernemer(
    plek: tuple[str, str | int, str | int], peildatum: Peildatum, *, eigen: dict[str, object]
) -> _Gevonden:
    """Return the fields of an InkomenOndernemer and what stands behind each; see `InkomenOndernemer.uit_cao`."""
    return _gevonden(
        {
            **_brutoloon(plek, peildatum, eigen),
            "pensioenpremie": lambda: _suggestie(pensioen("OP_werkgeversdeel_jeugdzorg", peildatum)),
            "pensioenfranchise": lambda: _vast(pensioen("AOW_franchise", peildatum)),
            "zvw_bijdrage": lambda: _vast(ondernemerspremie("Zvw_laag", peildatum)),
            "zvw_maximum": lambda: _vast(ondernemerspremie("max_bijdrageinkomen", peildatum)),
            **{naam: partial(_aanname, *aanname) for naam, aanname in _AANNAMES_ONDERNEMER.items()},
        },
        eigen,
    )


def _brutoloon(
    plek: tuple[str, str | int, str | int], peildatum: Peildatum, eigen: dict[str, object]
) -> _Bronnen:
    """Return how to look up the fields of a Brutoloon."""
    bronnen: _Bronnen = {"bruto_maandsalaris": lambda: _suggestie(salaris(*plek, peildatum))}
    if cao_naam(plek[0]) == _CAO_JEUGDZORG:
        bronnen["vakantietoeslag"] = lambda: _vast(cao_regel("vakantietoeslag", peildatum))
        bronnen["eindejaarsuitkering"] = lambda: _vast(cao_regel("eindejaarsuitkering", peildatum))
    elif ontbreekt := {"vakantietoeslag", "eindejaarsuitkering"} - eigen.keys():
        raise OnbekendCijfer(
            f"Bij {salaris(*plek, peildatum).naam} zijn {' en '.join(sorted(ontbreekt))} niet bekend.",
            remedie="Geef ze mee, met hun bron: "
            'Loonkosten.uit_cao(…, vakantietoeslag="0.08", eindejaarsuitkering="0.083").',
        )
    return bronnen


def _gevonden(bronnen: _Bronnen, eigen: dict[str, object]) -> _Gevonden:
    """Look up what is not one's own, all of it at once."""
    vragen = {veld: bron for veld, bron in bronnen.items() if veld not in eigen}
    gevonden = dict(zip(vragen, zoek_alle(vragen.values()), strict=True))
    waarden = {veld: waarde for veld, (waarde, _) in gevonden.items()}
    return {**waarden, **eigen}, {veld: steun for veld, (_, steun) in gevonden.items()}


def _aanname(waarde: str, toelichting: str) -> tuple[Decimal, Onderbouwing]:
    return Decimal(waarde), Onderbouwing(
        status=Status.OPEN, herkomst=Herkomst.AANNAME, toelichting=toelichting
    )


def _waarde(cijfer: Cijfer) -> Decimal:
    return cijfer.als_fractie if cijfer.eenheid.startswith("%") else cijfer.waarde


def _steun(cijfer: Cijfer, status: Status) -> Onderbouwing:
    return Onderbouwing(
        status=status,
        herkomst=cijfer.herkomst,
        bron=f"{cijfer.naam}; {cijfer.bron}",
        geldig_vanaf=cijfer.geldig_vanaf,
        toelichting=cijfer.toelichting or None,
    )


def _vast(cijfer: Cijfer) -> tuple[Decimal, Onderbouwing]:
    return _waarde(cijfer), _steun(cijfer, Status.VAST)


def _suggestie(cijfer: Cijfer) -> tuple[Decimal, Onderbouwing]:
    return _waarde(cijfer), _steun(cijfer, Status.SUGGESTIE)


def _som(cijfers: list[Cijfer]) -> tuple[Decimal, Onderbouwing]:
    """Add percentages; the sum is derived, and its parts are its source."""
    totaal = sum((cijfer.als_fractie for cijfer in cijfers), Decimal(0))
    delen = " + ".join(f"{cijfer.naam} {cijfer.waarde}" for cijfer in cijfers)
    return totaal, Onderbouwing(
        status=Status.SUGGESTIE,
        herkomst=Herkomst.AFGELEID,
        bron=f"som: {delen}; {'; '.join(dict.fromkeys(cijfer.bron for cijfer in cijfers))}",
        geldig_vanaf=max(cijfer.geldig_vanaf for cijfer in cijfers),
        toelichting="Whk verschilt per werkgever; Aof hangt af van de loonsom van de werkgever",
    )
