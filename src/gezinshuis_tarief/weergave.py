"""How outcomes look: text for a terminal, HTML for a notebook."""

from __future__ import annotations

import html
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from gezinshuis_tarief.componenten.bouwsteen import ELEMENTEN
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon
from gezinshuis_tarief.kern.onderbouwing import Herkomst

if TYPE_CHECKING:
    from rich.console import RenderableType

    from gezinshuis_tarief.rekenwijzen.uitleg import Uitleg, UitlegInvoer, UitlegStap
    from gezinshuis_tarief.uitkomst.uitkomst import Tarief, Uitkomst

_BREED = 200  # tables take only what they need; text is never broken


def als_tekst(*delen: RenderableType) -> str:
    """Render tables and text without colours, as wide as a document."""
    from rich.console import Console  # noqa: PLC0415 (loaded only when something is shown)

    papier = io.StringIO()
    console = Console(file=papier, width=_BREED, color_system=None, highlight=False, force_jupyter=False)
    for deel in delen:
        console.print(deel, markup=False)
    return "\n".join(regel.rstrip() for regel in papier.getvalue().splitlines())


def tabel(
    koppen: Sequence[str], rijen: Iterable[Sequence[str]], *, links: int = 1, totaal: bool = False
) -> RenderableType:
    """Make a table: the first `links` columns to the left, numbers to the right, the last row as total."""
    from rich import box  # noqa: PLC0415 (loaded only when something is shown)
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    vel = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for plek, kop in enumerate(koppen):
        vel.add_column(kop, justify="left" if plek < links else "right", no_wrap=True)
    alle = [*rijen]
    for plek, rij in enumerate(alle):
        laatste = totaal and plek == len(alle) - 1
        if laatste:
            vel.add_section()
        vel.add_row(*map(Text, rij), style="bold" if laatste else None)
    return vel


def html_tabel(koppen: Sequence[str], rijen: Iterable[Sequence[str]], *, links: int = 1) -> str:
    """Make an HTML table; every cell is escaped."""

    def cel(soort: str, plek: int, tekst: str) -> str:
        kant = "left" if plek < links else "right"
        return f'<{soort} style="text-align:{kant}">{html.escape(tekst)}</{soort}>'

    kop = "".join(cel("th", plek, tekst) for plek, tekst in enumerate(koppen))
    lijf = "".join(
        f"<tr>{''.join(cel('td', plek, tekst) for plek, tekst in enumerate(rij))}</tr>" for rij in rijen
    )
    return f"<table><thead><tr>{kop}</tr></thead><tbody>{lijf}</tbody></table>"


def _titel(nummer: int | None, titel: str) -> str:
    return f"{nummer:>2} {titel}" if nummer else f"   {titel}"


def uitkomst_rijen(uitkomst: Uitkomst) -> list[list[str]]:
    """Return a row per line with its amount per zorgzwaarte, and the tariff last."""
    tarieven = list(uitkomst.values())
    rijen = [
        [_titel(regel.nummer, regel.titel), *(nederlands(t[regel.sleutel].per_etmaal, 2) for t in tarieven)]
        for regel in tarieven[0].regels
    ]
    return [*rijen, ["   Tarief per etmaal", *(nederlands(t.per_etmaal, 2) for t in tarieven)]]


def tarief_rijen(tarief: Tarief) -> list[list[str]]:
    """Return a row per line: per etmaal, per place per year, per house per year, share."""
    rijen = [
        [
            _titel(regel.nummer, regel.titel),
            nederlands(regel.per_etmaal, 2),
            nederlands(regel.per_plaats_per_jaar, 2),
            nederlands(regel.per_jaar, 2),
            f"{nederlands(regel.aandeel * 100, 1)}%",
        ]
        for regel in tarief.regels
    ]
    jaar = tarief.bedragen.onafgerond_tarief * tarief.opbouw.gezinshuis.dagen_per_jaar
    totaal = [jaar, jaar * tarief.opbouw.gezinshuis.plaatsen]
    return [
        *rijen,
        ["   Tarief", nederlands(tarief.per_etmaal, 2), *(nederlands(x, 2) for x in totaal), "100,0%"],
    ]


_TARIEFKOPPEN = ("bouwsteen", "per etmaal", "per plaats per jaar", "per huis per jaar", "aandeel")


def _elementen_rijen(tarief: Tarief) -> list[list[str]]:
    return [
        [f"{letter or '–'} {ELEMENTEN[letter]}", nederlands(bedrag, 2)]
        for letter, bedrag in tarief.elementen().items()
    ]


def uitkomst_tekst(uitkomst: Uitkomst) -> str:
    """Show all tariffs side by side, or one tariff in full."""
    huis = uitkomst.opbouw.gezinshuis
    if len(uitkomst) > 1:
        kop = f"Tarief per jeugdige per etmaal, in euro (huis met {huis.plaatsen} plaatsen)"
        return als_tekst(kop, tabel(["bouwsteen", *uitkomst], uitkomst_rijen(uitkomst), totaal=True))
    (tarief,) = uitkomst.values()
    return als_tekst(
        f"Zorgzwaarte {tarief.zorgzwaarte}, in euro; jaarbedragen als alle {huis.plaatsen} plaatsen "
        "deze zorgzwaarte hebben",
        tabel(_TARIEFKOPPEN, tarief_rijen(tarief), totaal=True),
        "Verdeling over Besluit Jeugdwet art. 2.3, per etmaal (onze indeling)",
        tabel(["element", "per etmaal"], _elementen_rijen(tarief)),
    )


def uitkomst_html(uitkomst: Uitkomst) -> str:
    """Show all tariffs side by side as a table."""
    return html_tabel(["bouwsteen", *uitkomst], uitkomst_rijen(uitkomst))


def tarief_html(tarief: Tarief) -> str:
    """Show one tariff in full as tables."""
    return html_tabel(_TARIEFKOPPEN, tarief_rijen(tarief)) + html_tabel(
        ["element van Besluit Jeugdwet art. 2.3 (onze indeling)", "per etmaal"], _elementen_rijen(tarief)
    )


def invoer_tekst(invoer: UitlegInvoer) -> str:
    """Say what a value is and what stands behind it; an aanname is called one."""
    steun = invoer.onderbouwing
    herkomst = str(steun.herkomst).upper() if steun.herkomst is Herkomst.AANNAME else str(steun.herkomst)
    delen = [f"{invoer.omschrijving}: {invoer.waarde}"]
    if invoer.eenheid and not invoer.eenheid.startswith("€"):
        delen[0] += "" if invoer.eenheid == Eenheid.FRACTIE else f" {invoer.eenheid}"
    elif invoer.eenheid:
        delen[0] += invoer.eenheid.removeprefix("€")
    delen.append(f"{steun.status}, {herkomst}")
    if steun.bron:
        delen.append(steun.bron)
    if steun.geldig_vanaf:
        delen.append(f"geldig vanaf {steun.geldig_vanaf}")
    if steun.toelichting:
        delen.append(steun.toelichting)
    if steun.afwijking:
        reden = steun.afwijking.reden or "geen reden gegeven"
        delen.append(f"was {steun.afwijking.voorstel}; {reden}")
    return " | ".join(delen)


def stap_tekst(stap: UitlegStap) -> str:
    """Write one step: formula, numbers, outcome, and the support of its inputs."""
    regels = [f"{stap.sleutel} = {stap.formule}"]
    if stap.ingevuld != stap.formule:
        regels.append(f"    = {stap.ingevuld}")
    regels.append(f"    = {toon(stap.waarde, stap.eenheid)} ({stap.eenheid})")
    regels += [f"      · {invoer_tekst(invoer)}" for invoer in stap.invoer]
    return "\n".join(regels)


def uitleg_tekst(uitleg: Uitleg) -> str:
    """Write every step, and the open norms that the calculation reads in one way."""
    regels = [stap_tekst(stap) for stap in uitleg.stappen]
    regels += ["", "Open normen: de handreiking kan dit anders doen; dit is onze lezing."]
    regels += [f"  · {norm.vraag} {norm.onze_lezing}" for norm in uitleg.open_normen]
    return "\n".join(regels)


def uitleg_html(uitleg: Uitleg) -> str:
    """Show every step as a row."""
    rijen = [
        [
            stap.sleutel,
            stap.formule,
            stap.ingevuld,
            "; ".join(invoer_tekst(invoer) for invoer in stap.invoer),
            toon(stap.waarde, stap.eenheid),
        ]
        for stap in uitleg.stappen
    ]
    koppen = ["stap", "formule", "ingevuld", "invoer, status en bron", "uitkomst"]
    return html_tabel(koppen, rijen, links=4)
