"""Pictures for a negotiation: what moves the tariff, how it may fall out, and what it is made of.

Each function returns a matplotlib Figure of its own (extra `grafieken`) and leaves all else alone. It
shows itself in a notebook and is saved with `figuur.savefig("naam.png")`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, uit_extra, weigering
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.model.plat import OPSLAGEN, POSTEN

with uit_extra():
    from matplotlib.figure import Figure
    from matplotlib.ticker import FuncFormatter, MaxNLocator

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

HUIZEN_HOOGSTENS: Final = 60
"""More bars than this no longer have names that can be read."""
_BLAUW: Final = "#0072B2"
_ORANJE: Final = "#D55E00"
_GRIJS: Final = "#555555"
_MEDIAAN: Final = 50
_REGELHOOGTE: Final = 0.32  # inch per bar
# Twelve lines: the ten colours of Paul Tol's scheme "muted", that people with any colour vision tell
# apart, and two with a pattern.
_KLEUREN: Final = (
    ("#332288", ""),
    ("#88CCEE", ""),
    ("#44AA99", ""),
    ("#117733", ""),
    ("#999933", ""),
    ("#DDCC77", ""),
    ("#CC6677", ""),
    ("#882255", ""),
    ("#AA4499", ""),
    ("#DDDDDD", ""),
    ("#88CCEE", "///"),
    ("#DDCC77", "///"),
)


_LEEG: Final = "Reken eerst door, bijvoorbeeld met bereken_kolommen(frame)."


class Grafiek(Figure):
    """A picture that a notebook shows by itself, whatever it has loaded."""

    def _repr_png_(self) -> bytes:
        plaatje = BytesIO()
        self.savefig(plaatje, format="png")
        return plaatje.getvalue()


def teken_gevoeligheid(
    gevoeligheid: pd.DataFrame, *, zorgzwaarte: Zorgzwaarte = "midden", hoogstens: int = 15, titel: str = ""
) -> Grafiek:
    """Draw what one step of each input does to the tariff, the largest on top (a tornado).

    Args:
        gevoeligheid: what `gevoeligheid(opbouw)` gives.
        zorgzwaarte: whose tariff.
        hoogstens: how many inputs to show.
        titel: above the picture; empty for a title of its own.

    Raises:
        InvoerFout: when the frame is another one.
    """
    _eis_kolommen(
        gevoeligheid, ["omschrijving", "stap", zorgzwaarte], "Geef wat gevoeligheid(opbouw) oplevert."
    )
    volgorde = gevoeligheid[zorgzwaarte].abs().sort_values(ascending=False, kind="stable").index
    grootste = gevoeligheid.loc[volgorde].head(hoogstens)
    figuur, assen = _vlak(
        len(grootste), titel or f"Wat een stap doet met het tarief, zorgzwaarte {zorgzwaarte}"
    )
    effecten = [float(effect) for effect in grootste[zorgzwaarte]]
    kleuren = [_ORANJE if effect > 0 else _BLAUW for effect in effecten]
    assen.barh(range(len(effecten)), effecten, color=kleuren, height=0.7)
    for plek, effect in enumerate(effecten):
        kant, plaats = ("left", (4, 0)) if effect > 0 else ("right", (-4, 0))
        tekst = f"{'+' if effect > 0 else '−'} {_euro(abs(effect))}"
        assen.annotate(tekst, (effect, plek), plaats, textcoords="offset points", va="center", ha=kant)
    teksten = zip(grootste.index, grootste["omschrijving"], grootste["stap"], strict=True)
    namen = [f"{_blok(str(sleutel))}: {wat}\n{stap}" for sleutel, wat, stap in teksten]
    assen.set_yticks(range(len(effecten)), namen, fontsize=8.5)
    assen.set_ylim(len(effecten) - 0.4, -0.6)
    assen.margins(x=0.25)
    assen.axvline(0, color=_GRIJS, linewidth=0.8)
    assen.set_xlabel("verschil in € per jeugdige per etmaal")
    return figuur


def teken_bouwstenen(
    uitkomsten: pd.DataFrame, *, zorgzwaarte: Zorgzwaarte = "midden", titel: str = ""
) -> Grafiek:
    """Draw what each tariff is made of: a bar per house, a part per bouwsteen, the tariff at its end.

    Args:
        uitkomsten: columns `uitkomst.<zorgzwaarte>.<bouwsteen>` and `.tarief`; the index names the houses.
        zorgzwaarte: whose tariff.
        titel: above the picture; empty for a title of its own.

    Raises:
        InvoerFout: when the outcomes are not there, or there are no or more than 60 houses.
    """
    stap = f"uitkomst.{zorgzwaarte}."
    _eis_kolommen(uitkomsten, [f"{stap}{naam}" for naam in (*ALLE, "tarief")], _LEEG)
    _eis_aantal(len(uitkomsten))
    figuur, assen = _vlak(len(uitkomsten), titel or f"Opbouw van het tarief, zorgzwaarte {zorgzwaarte}")
    links = [0.0] * len(uitkomsten)
    namen = [*ALLE, *(naam for naam in (POSTEN, OPSLAGEN) if f"{stap}{naam}" in uitkomsten)]
    for naam, (kleur, patroon) in zip(namen, _KLEUREN, strict=False):
        breedtes = [float(bedrag) for bedrag in uitkomsten[f"{stap}{naam}"]]
        if any(breedtes):
            assen.barh(
                range(len(links)),
                breedtes,
                left=links,
                label=_titel(naam),
                height=0.78,
                color=kleur,
                hatch=patroon,
                edgecolor="white",
                linewidth=0.6,
            )
        links = [begin + breedte for begin, breedte in zip(links, breedtes, strict=True)]
    for plek, tarief in enumerate(uitkomsten[f"{stap}tarief"]):
        assen.annotate(_euro(tarief), (float(tarief), plek), (4, 0), textcoords="offset points", va="center")
    assen.set_yticks(range(len(links)), [str(naam) for naam in uitkomsten.index])
    assen.set_xlim(0, max(links) * 1.12 or 1)
    assen.set_ylim(len(links) - 0.4, -0.6)  # the first house on top
    if assen.containers:
        figuur.legend(loc="outside right center", frameon=False, title="Bouwsteen")
    return figuur


def teken_verdeling(
    tarieven: pd.Series[float],
    *,
    percentielen: Sequence[int] = (5, 50, 95),
    titel: str = "Verdeling van het tarief",
) -> Grafiek:
    """Draw how the tariff falls out over a sample of scenarios, with percentiles.

    Args:
        tarieven: a tariff per scenario, for instance `uitkomsten["uitkomst.midden.tarief"]`.
        percentielen: which to mark.
        titel: above the picture.

    Raises:
        InvoerFout: when there are no tariffs.
    """
    if tarieven.empty:
        raise weigering("tarieven", "is leeg", remedie=_LEEG)
    bedragen = tarieven.astype("float64")
    figuur, assen = _vlak(11, titel)
    assen.hist(
        bedragen,
        bins="auto" if bedragen.min() < bedragen.max() else 1,
        color=_BLAUW,
        edgecolor="white",
        linewidth=0.4,
    )
    assen.set_ylabel("aantal scenario's")
    assen.yaxis.set_major_formatter(FuncFormatter(lambda waarde, _: nederlands(Decimal(round(waarde)))))
    assen.set_ylim(0, assen.get_ylim()[1] * (1.1 + 0.08 * len(percentielen)))
    for rang, percentiel in enumerate(percentielen):
        bedrag = float(bedragen.quantile(percentiel / 100))
        hoogte = 0.97 - 0.07 * rang
        assen.axvline(
            bedrag, ymax=hoogte, color=_ORANJE, linewidth=1.6, linestyle=("--", "-")[percentiel == _MEDIAAN]
        )
        tekst = f"{percentiel}% tot en met {_euro(bedrag)}"
        assen.annotate(
            tekst,
            (bedrag, hoogte),
            (5, 0),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            va="top",
        )
    return figuur


def _vlak(regels: int, titel: str) -> tuple[Grafiek, Axes]:
    """Return a figure with room for so many bars, euro along the bottom."""
    figuur = Grafiek(figsize=(10, 1.6 + _REGELHOOGTE * max(regels, 11)), layout="constrained")
    assen = figuur.add_subplot()
    figuur.suptitle(titel, x=0.01, ha="left", fontsize=13, fontweight="bold")
    assen.set_xlabel("€ per jeugdige per etmaal")
    assen.xaxis.set_major_locator(MaxNLocator(8))
    assen.xaxis.set_major_formatter(FuncFormatter(lambda waarde, _: nederlands(Decimal(f"{waarde:.10g}"))))
    assen.spines[["top", "right"]].set_visible(False)
    assen.grid(axis="x", color="#DDDDDD", linewidth=0.6)
    assen.set_axisbelow(True)
    return figuur, assen


def _euro(bedrag: object) -> str:
    return f"€ {nederlands(Decimal(f'{bedrag:.10g}' if isinstance(bedrag, float) else str(bedrag)), 2)}"


def _titel(naam: str) -> str:
    return (
        f"{ALLE[naam].nummer} {ALLE[naam].titel}".removesuffix(" (optioneel)")
        if naam in ALLE
        else "Eigen posten"
    )


def _blok(sleutel: str) -> str:
    """Return the name of the part a key belongs to."""
    naam = sleutel.split(".", 1)[0]
    return _titel(naam) if naam in ALLE else naam.split("[", 1)[0].replace("_", " ").capitalize()


def _eis_kolommen(frame: pd.DataFrame, nodig: Sequence[str], remedie: str) -> None:
    eis_geen(Bezwaar(kolom, "ontbreekt", remedie=remedie) for kolom in nodig if kolom not in frame)


def _eis_aantal(aantal: int) -> None:
    if not 1 <= aantal <= HUIZEN_HOOGSTENS:
        toegestaan = f"minstens 1 en hoogstens {HUIZEN_HOOGSTENS} huizen in één grafiek"
        raise weigering(
            "uitkomsten",
            "huizen",
            gevonden=str(aantal),
            toegestaan=toegestaan,
            remedie="Kies er enkele uit: frame.head(30).",
        )
