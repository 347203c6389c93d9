"""The picture of a difference: a waterfall from the one tariff to the other."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from gezinshuis_tarief.kern.argumenten import Bestandspad, naar_pad
from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import uit_extra
from gezinshuis_tarief.verschil.bijdrage import Tariefverschil
from gezinshuis_tarief.weergave import met_teken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from gezinshuis_tarief.grafieken import Grafiek

OMHOOG, OMLAAG, _TARIEF = "#b5532a", "#2a7a6f", "#44546a"
"""Colours that stay apart for colour-blind readers; signs stand beside them."""
_HELE_EUROS: Final = 5
"""A difference from which the axis counts whole euros."""


class _Staaf(NamedTuple):
    begin: Decimal
    lengte: Decimal
    kleur: str
    tekst: str


def teken_waterval(deel: Tariefverschil, pad: Bestandspad | None, *, overschrijf: bool = False) -> Grafiek:
    """Draw the difference as a waterfall, and write it as PNG or SVG when there is a name, by its ending.

    Raises:
        InvoerFout: when the name ends otherwise.
        FileExistsError: when the file is there already and may not be replaced.
    """
    doel = None if pad is None else naar_pad(pad, einden=[".png", ".svg"])
    regels = [regel for regel in deel.bijdragen if regel.bedrag]
    with uit_extra():
        from gezinshuis_tarief.grafieken import Grafiek  # noqa: PLC0415 (loaded only when used)

        figuur = Grafiek(figsize=(9, 1.6 + 0.45 * len(regels)), layout="constrained")
    vlak = figuur.subplots()
    standen = [*accumulate([regel.bedrag for regel in regels], initial=deel.van)]
    namen = ["van", *(regel.titel for regel in regels), "naar"]
    staven = [_Staaf(Decimal(0), deel.van, _TARIEF, nederlands(deel.van, 2))]
    for begin, regel in zip(standen, regels, strict=False):
        kleur = OMHOOG if regel.bedrag > 0 else OMLAAG
        staven.append(_Staaf(begin, regel.bedrag, kleur, met_teken(regel.bedrag)))
    staven.append(_Staaf(Decimal(0), deel.naar, _TARIEF, nederlands(deel.naar, 2)))
    for plek, staaf in enumerate(staven):
        _zet(vlak, plek, staaf)
    _opmaak(vlak, namen, [float(stand) for stand in standen])
    vlak.set_title(
        f"Van € {nederlands(deel.van, 2)} naar € {nederlands(deel.naar, 2)}, zorgzwaarte {deel.zorgzwaarte}"
    )
    if doel is not None:
        with schrijf_veilig(doel, overschrijf=overschrijf) as terzijde:
            figuur.savefig(terzijde, format=doel.suffix.removeprefix("."), dpi=110)
    return figuur


def _zet(vlak: Axes, plek: int, staaf: _Staaf) -> None:
    """Draw one bar with its amount at its right end."""
    vlak.barh(plek, float(staaf.lengte), left=float(staaf.begin), color=staaf.kleur, height=0.62)
    rechts = float(max(staaf.begin, staaf.begin + staaf.lengte))
    vlak.annotate(staaf.tekst, (rechts, plek), xytext=(4, 0), textcoords="offset points", va="center")


def _opmaak(vlak: Axes, namen: list[str], standen: list[float]) -> None:
    """Cut the axis just below the lowest point, say so, and leave out what distracts."""
    laagste, hoogste = min(standen), max(standen)
    ruimte = max(hoogste - laagste, 1.0)
    vlak.set_xlim(max(0.0, laagste - 0.35 * ruimte), hoogste + 0.25 * ruimte)
    vlak.set_yticks(range(len(namen)), namen)
    vlak.invert_yaxis()
    decimalen = 0 if ruimte > _HELE_EUROS else 2
    vlak.xaxis.set_major_formatter(lambda waarde, _: nederlands(Decimal(str(round(waarde, 6))), decimalen))
    vlak.set_xlabel("€ per jeugdige per etmaal (de as begint niet bij nul)")
    for kant in ("top", "right", "left"):
        vlak.spines[kant].set_visible(False)
    vlak.tick_params(axis="y", length=0)
