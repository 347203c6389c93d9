"""What changed and what stands out as text, readable in a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.onderbouwing import Status
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.weergave import euro, kort, met_teken
from gezinshuis_tarief.werkboek.terug.meegekomen import Meegekomen, Meegekomensoort
from gezinshuis_tarief.werkboek.terug.oorzaken import Oorzaak
from gezinshuis_tarief.werkboek.terug.verzonden import Verzonden
from gezinshuis_tarief.werkboek.terug.wijzigingen import Werkboekwijziging

_BREED: Final = 80
_BEDRAG: Final = 9
_LABEL: Final = _BREED - len(ZORGZWAARTES) * _BEDRAG
_CELLEN_HOOGSTENS: Final = 6


def wijzigingentekst(wijzigingen: Sequence[Werkboekwijziging], verzonden: Verzonden, opbouw: Opbouw) -> str:
    """Write what changed since the workbook was sent: a line with the euros, and below it from what to what.

    Args:
        wijzigingen: the changes, in the order in which they are shown.
        verzonden: what the file was sent with.
        opbouw: as it came back.

    Returns:
        The text; empty when the file does not say what it was sent with.
    """
    if verzonden.opbouw is None:
        return ""
    ingevuld = _ingevuld(len(verzonden.leeg))
    if not wijzigingen:
        return "\n".join(["Er veranderde geen enkele waarde sinds de verzending.", *ingevuld])
    regels = ["Wat er veranderde sinds de verzending, in euro per etmaal", _rij("", ZORGZWAARTES)]
    nul = [wijziging for wijziging in wijzigingen if not wijziging.gewicht]
    for wijziging in wijzigingen:
        if wijziging.gewicht or wijziging.status is Status.VAST or len(nul) == 1:
            regels += _wijziging(wijziging)
    stil = [wijziging.omschrijving for wijziging in nul if wijziging.status is not Status.VAST]
    if len(nul) > 1 and stil:
        regels += [f"{len(stil)} wijzigingen die het tarief geen cent veranderen:", f"  {'; '.join(stil)}"]
    voor, na = verzonden.opbouw.bereken(), opbouw.bereken()
    bedragen = [(voor[zwaarte].per_etmaal, na[zwaarte].per_etmaal) for zwaarte in ZORGZWAARTES]
    return "\n".join(
        [
            *regels,
            _rij("Samen", [met_teken(naar - van) for van, naar in bedragen]),
            _rij("Tarief zoals verzonden", [met_teken(van).lstrip("+") for van, _ in bedragen]),
            _rij("Tarief zoals ontvangen", [met_teken(naar).lstrip("+") for _, naar in bedragen]),
            *ingevuld,
        ]
    )


def _ingevuld(aantal: int) -> list[str]:
    """Say how many inputs were sent blank."""
    if not aantal:
        return []
    wat = "1 waarde is" if aantal == 1 else f"{aantal} waarden zijn"
    return [f"{wat} leeg verzonden en nu ingevuld; daarvan is er geen eerdere waarde."]


def _rij(label: str, bedragen: Sequence[str]) -> str:
    return f"{kort(label, _LABEL - 1):<{_LABEL}}{''.join(f'{bedrag:>{_BEDRAG}}' for bedrag in bedragen)}"


def _wijziging(wijziging: Werkboekwijziging) -> list[str]:
    """Write one change: what it is with its euros, from what to what, and why."""
    effect = [met_teken(wijziging.effect.get(zwaarte, Decimal(0))) for zwaarte in ZORGZWAARTES]
    label = wijziging.omschrijving[:1].upper() + wijziging.omschrijving[1:]
    regels = [label, _rij("", effect)] if len(label) >= _LABEL else [_rij(label, effect)]
    regels.append(f"  {_op_een_regel(wijziging.was)} → {_op_een_regel(wijziging.wordt)}")
    if wijziging.status is Status.VAST:
        regels.append("  Deze waarde is vast verzonden.")
    if wijziging.reden:
        regels.append(f"  Reden: {_op_een_regel(wijziging.reden)}")
    elif wijziging.status is not Status.OPEN:
        regels.append("  Er staat geen reden bij.")
    return regels


def meegekomentekst(meegekomen: Sequence[Meegekomen]) -> str:
    """Write what came along beside the inputs; empty when nothing did."""
    if not meegekomen:
        return ""
    return "\n".join(["Wat er verder in het bestand staat", *map(_meegekomen, meegekomen)])


def _meegekomen(wat: Meegekomen) -> str:
    waar = " · ".join(filter(None, (f"{wat.blad} {wat.cel}".strip(), wat.sleutel)))
    van = f" (van {_op_een_regel(wat.van)})" if wat.van else ""
    if wat.soort is Meegekomensoort.BLAD:
        return f"  Eigen blad: {_op_een_regel(wat.tekst)}"
    bedrag = "" if wat.bedrag is None else f", {euro(wat.bedrag)} per jaar"
    return f"  {str(wat.soort).capitalize()} ({waar}){van}: {_op_een_regel(wat.tekst)}{bedrag}"


def oorzaaktekst(oorzaak: Oorzaak) -> str:
    """Write findings with one cause as one line; a single finding in full."""
    eerste, *rest = oorzaak.bevindingen
    if not rest:
        return str(eerste)
    plekken = "; ".join(f"{blad} {_cellen(cellen)}".strip() for blad, cellen in oorzaak.plekken.items())
    waar = f" Waar: {plekken}." if plekken else ""
    aantal = f"{len(oorzaak.bevindingen)} keer"
    if oorzaak.nul:
        return (
            f"{oorzaak.ernst}: {aantal} {oorzaak.wat}, zonder dat het tarief een cent verandert.{waar} "
            f"{eerste.wat_te_doen}"
        )
    effect = "" if oorzaak.effect is None else f" Grootste verschil: {eerste.effect_tekst}."
    return f"{oorzaak.ernst}: {aantal} {oorzaak.wat}, zoals {eerste.gevonden}.{effect}{waar} {eerste.wat_te_doen}"


def _cellen(cellen: Sequence[str]) -> str:
    """Return the first cells, and how many more there are."""
    genoemd = [cel for cel in cellen if cel][:_CELLEN_HOOGSTENS]
    meer = len(cellen) - len(genoemd)
    return ", ".join(genoemd) + (f" en {meer} andere" if meer and genoemd else "")


def _op_een_regel(tekst: str) -> str:
    """Return a text that may come from anyone without line ends and control characters."""
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())
