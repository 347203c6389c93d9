"""How a negotiation looks in a terminal: tariffs, points with the contested first, reasons."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Final

from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderhandeling.stand import Punt, Puntstatus, Stand
from gezinshuis_tarief.uitkomst.eigen_formules import formuleverschil
from gezinshuis_tarief.uitkomst.tonen import toon_bij
from gezinshuis_tarief.weergave import als_tekst, een_regel, html_alinea, html_tabel, kort, met_teken, tabel

VOLGORDE: Final = (Puntstatus.BETWIST, Puntstatus.OPEN, Puntstatus.AKKOORD)
GEEN_EFFECT: Final = "alleen samen"


def prijspeil_tekst(stand: Stand, peildatum: dt.date) -> list[str]:
    """Say how old the figures of every side are, and which of them are not known to hold on the price date."""
    per_tekst: dict[str, list[str]] = {}
    for naam, opbouw in _kanten(stand).items():
        per_tekst.setdefault(str(opbouw.prijspeil), []).append(naam)
    een = len(per_tekst) == 1
    cijfers = [
        f"Cijfers{'' if een else f' ({naam})'}: {tekst}"
        for tekst, namen in per_tekst.items()
        for naam in [", ".join(namen)]
    ]
    return [*cijfers, *(f"Let op: {tekst}" for tekst in prijspeil_waarschuwingen(stand, peildatum))]


def prijspeil_waarschuwingen(stand: Stand, peildatum: dt.date) -> tuple[str, ...]:
    """Say which figures of any side are not known to hold on the price date, each sentence once."""
    zinnen = (zin for opbouw in _kanten(stand).values() for zin in opbouw.prijspeil.waarschuwingen(peildatum))
    return tuple(dict.fromkeys(zinnen))


def _kanten(stand: Stand) -> dict[str, Opbouw]:
    return {"uitgangspunt": stand.basis, **stand.standen}


def stand_tekst(stand: Stand) -> str:
    """Write where the parties stand: tariffs of every side, the points, the reasons."""
    delen = [als_tekst(tabel(["tarief per etmaal", "laag", "midden", "hoog"], tariefrijen(stand)))]
    if not stand.punten:
        geen = "Er zijn geen punten: iedereen is het eens met het uitgangspunt."
        return "\n".join([*delen, geen, *_opmerkingen(stand)])
    delen += [
        als_tekst(tabel(_koppen(stand), _punten(stand), links=3 + len(stand.standen))),
        *_formules(stand),
        *_redenen(stand),
    ]
    return "\n".join([*delen, "", _slot(stand)])


def stand_html(stand: Stand) -> str:
    """Show where the parties stand in a notebook: tariffs of every side, the points, then what parties say."""
    links = 3 + len(stand.standen)
    return "".join(
        [
            html_tabel(["tarief per etmaal", "laag", "midden", "hoog"], tariefrijen(stand)),
            html_tabel(_koppen(stand), _punten(stand), links=links) if stand.punten else "",
            *(html_alinea(regel.strip()) for regel in _redenen(stand)),
            html_alinea(_slot(stand)),
        ]
    )


def tariefrijen(stand: Stand) -> list[list[str]]:
    """Return the name and the tariffs of every side, and of what is agreed where that fits together."""
    kanten: dict[str, Opbouw] = {"uitgangspunt van deze ronde": stand.basis, **stand.standen}
    with suppress(InvoerFout):  # agreed values that only fit with one that is not agreed yet
        kanten["als alleen het akkoord geldt"] = stand.overeengekomen()
    return [
        [naam, *(nederlands(tarief.per_etmaal, 2) for tarief in opbouw.bereken().values())]
        for naam, opbouw in kanten.items()
    ]


def _koppen(stand: Stand) -> list[str]:
    namen = list(stand.standen)
    return ["punt", "status", "uitgangspunt", *namen, *(f"effect {naam}" for naam in namen)]


def op_volgorde(stand: Stand) -> list[Punt]:
    """Return the points as they are talked over: contested first."""
    return sorted(stand.punten, key=lambda punt: VOLGORDE.index(punt.status))


def _punten(stand: Stand) -> list[list[str]]:
    return [
        [
            punt.sleutel,
            f"{punt.status}{' (heropend)' if punt.heropend else ''}",
            kort(toon_bij(stand.basis, punt.sleutel)),
            *(kort(toon_bij(opbouw, punt.sleutel)) for opbouw in stand.standen.values()),
            *(_effect(stand, punt, partij) for partij in stand.standen),
        ]
        for punt in op_volgorde(stand)
    ]


def _effect(stand: Stand, punt: Punt, partij: str) -> str:
    if partij not in punt.wie:
        return ""
    effect = stand.effect(punt.sleutel, partij)
    if effect is None:
        return GEEN_EFFECT
    return f"{met_teken(effect.per_etmaal['midden'])} ({met_teken(effect.per_jaar, 0)}/jaar)"


def _formules(stand: Stand) -> list[str]:
    """Say of each point that changes a formula what it becomes and what it was, which no table has room for."""
    return [
        f"  {punt.sleutel}, {partij}: {verschil}"
        for punt in op_volgorde(stand)
        for partij in punt.wie
        if (verschil := formuleverschil(stand.basis, stand.standen[partij], punt.sleutel))
    ]


def _redenen(stand: Stand) -> list[str]:
    regels = []
    for punt in op_volgorde(stand):
        regels += [
            f"  {punt.sleutel}, {partij}: {een_regel(reden)}" for partij, reden in punt.redenen.items()
        ]
        regels += [
            f"  {punt.sleutel}, vraag van {partij}: {een_regel(tekst)}"
            for partij, tekst in punt.vragen.items()
        ]
    return [*regels, *_opmerkingen(stand)]


def _opmerkingen(stand: Stand) -> list[str]:
    return [f"  {partij} zegt of vraagt: {een_regel(tekst)}" for partij, tekst in stand.opmerkingen.items()]


def _slot(stand: Stand) -> str:
    aantallen = [f"{len(stand.met_status(status))} {status}" for status in VOLGORDE]
    uitleg = (
        "Het effect is dat van dit ene punt op het tarief midden per etmaal, en op het hele huis per jaar; "
        "al het andere als in het uitgangspunt."
    )
    return f"{', '.join(aantallen)}. {uitleg}"
