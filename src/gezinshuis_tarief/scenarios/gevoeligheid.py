"""The effect of one natural step of every input, ranked."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands
from gezinshuis_tarief.kern.fouten import InvoerFout, uit_extra
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.referentie.salarissen import alle_salarissen

if TYPE_CHECKING:
    import pandas as pd

    from gezinshuis_tarief.kern.onderdeel import Waarde

_STAPPEN: Final = {
    Eenheid.AANTAL: ("1", "1"),
    Eenheid.AANTAL_PLAATSEN: ("1", "1 plaats"),
    Eenheid.DAGEN_PER_JAAR: ("1", "1 dag per jaar"),
    Eenheid.WEKEN_PER_JAAR: ("1", "1 week per jaar"),
    Eenheid.FTE: ("0.01", "0,01 fte"),
    Eenheid.FTE_PER_PLAATS: ("0.01", "0,01 fte per plaats"),
    Eenheid.FTE_PER_HUIS: ("0.01", "0,01 fte per huis"),
    Eenheid.FACTOR: ("0.01", "0,01"),
    Eenheid.FRACTIE: ("0.01", "1 procentpunt"),
    Eenheid.UREN_PER_WEEK: ("1", "1 uur per week"),
    Eenheid.UREN_PER_JAAR: ("1", "1 uur per jaar"),
    Eenheid.ETMALEN_PER_JAAR: ("1", "1 etmaal per jaar"),
    Eenheid.EURO_PER_STUK: ("1", "€ 1 per stuk"),
    Eenheid.EURO_PER_UUR: ("1", "€ 1 per uur"),
    Eenheid.EURO_PER_ETMAAL: ("1", "€ 1 per etmaal"),
    Eenheid.EURO_PER_JAAR: ("1000", "€ 1.000 per jaar"),
    Eenheid.EURO_PER_FTE: ("100", "€ 100 per fte per jaar"),
    Eenheid.EURO_PER_PLAATS: ("100", "€ 100 per plaats per jaar"),
    Eenheid.EURO_PER_JEUGDIGE: ("100", "€ 100 per jeugdige per jaar"),
}


def gevoeligheid(opbouw: Opbouw) -> pd.DataFrame:
    """Return for every number its effect on the tariffs when it makes one natural step.

    A step goes up; down where up is not allowed. A cao salary goes one periodiek further, another salary 1%.
    A number that can go neither way is left out.

    Returns:
        a row per key, largest effect first: `omschrijving`, `stap`, and per zorgzwaarte the difference of the
        unrounded tariff in euro per etmaal, computed exactly.
    """
    with uit_extra():
        import pandas as pd  # noqa: PLC0415 (loaded only when used)

    eis_soort("opbouw", opbouw, Opbouw)
    kaal = opbouw.model_copy(update={"onderbouwing": {}})
    nul = _tarieven(kaal)
    rijen = {}
    for waarde in opbouw.waarden():
        if waarde.eenheid is None or waarde.waarde is None:
            continue
        for stap, tekst in _stappen(opbouw, waarde):
            try:
                ander = kaal.met({waarde.sleutel: waarde.waarde + stap})
            except InvoerFout:
                continue
            verschil = [float(hoog - laag) for hoog, laag in zip(_tarieven(ander), nul, strict=True)]
            rijen[waarde.sleutel] = [waarde.omschrijving, tekst, *verschil]
            break
    kolommen = ["omschrijving", "stap", *ZORGZWAARTES]
    frame = pd.DataFrame.from_dict(rijen, orient="index", columns=kolommen).rename_axis("sleutel")
    grootste = frame[list(ZORGZWAARTES)].abs().max(axis="columns")
    return frame.loc[grootste.sort_values(ascending=False, kind="stable").index]


def _tarieven(opbouw: Opbouw) -> list[Decimal]:
    return [tarief.bedragen.onafgerond_tarief for tarief in opbouw.bereken().values()]


def _stappen(opbouw: Opbouw, waarde: Waarde) -> list[tuple[Decimal, str]]:
    """Return the steps to try, each with its name."""
    if waarde.eenheid is Eenheid.EURO_PER_MAAND:
        if periodiek := _periodiek(opbouw, waarde):
            return [periodiek]
        stap = (waarde.waarde / 100).quantize(Decimal("0.01"))
        grootte, naam = stap, f"1% (€ {nederlands(stap, 2)} per maand)"
    else:
        tekst, naam = _STAPPEN[waarde.eenheid or Eenheid.FACTOR]
        grootte = Decimal(tekst)
    return [(grootte, f"+ {naam}"), (-grootte, f"− {naam}")]


def _periodiek(opbouw: Opbouw, waarde: Waarde) -> tuple[Decimal, str] | None:
    """Return the step to the next periodiek of a cao salary, or back from the last; None for another salary.

    The scale is the one that was offered first: a changed salary has lost its source, and may still stand in it.
    """
    steun = opbouw.onderbouwing_van(waarde.sleutel).eerste
    if steun.herkomst is Herkomst.AANNAME or steun.bron is None:
        return None
    tabel = alle_salarissen()
    for plek, cijfer in enumerate(tabel):
        schaal, periodiek = cijfer.naam.rsplit(" ", 1)
        genoemd = (
            f"schaal {schaal.rsplit(' ', 1)[0].rsplit(' ', 1)[-1]} " in f"{steun.bron} {steun.toelichting}"
        )
        if cijfer.waarde == waarde.waarde and cijfer.geldig_vanaf == steun.geldig_vanaf and genoemd:
            buren = (("+", plek + 1), ("−", plek - 1))
            return next(
                (
                    (tabel[buur].waarde - waarde.waarde, f"{teken} 1 periodiek ({periodiek} naar {naar})")
                    for teken, buur in buren
                    if 0 <= buur < len(tabel) and tabel[buur].naam.startswith(f"{schaal} ")
                    for naar in [tabel[buur].naam.rsplit(" ", 1)[-1]]
                ),
                None,
            )
    return None
