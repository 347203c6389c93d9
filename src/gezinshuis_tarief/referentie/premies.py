"""Premiums and pension, figures of one calendar year each; and the minimum wage, one of half a year."""

from __future__ import annotations

from typing import Final

from gezinshuis_tarief.kern.argumenten import Peildatum, naar_dag
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.meldingen import kies_naam
from gezinshuis_tarief.referentie.tijdlijn import Tijdlijn, halfjaarlijks, jaarlijks, lijnen_uit

MINIMUMLOON: Final = "minimumloon_vanaf_21_jaar"


def premies() -> dict[str, Tijdlijn]:
    """The employer premiums by name."""
    return lijnen_uit("werkgeverspremies", "premie")


def ondernemerspremies() -> dict[str, Tijdlijn]:
    """The premiums of who is an entrepreneur, by name."""
    return lijnen_uit("ondernemerspremies", "premie")


def minimumlonen() -> dict[str, Tijdlijn]:
    """The statutory minimum wage, by name."""
    return lijnen_uit("minimumloon", "parameter")


def pensioenen() -> dict[str, Tijdlijn]:
    """The pension figures of PFZW by name."""
    return lijnen_uit("pfzw_premies", "parameter")


def werkgeverspremie(premie: str, peildatum: Peildatum) -> Cijfer:
    """An employer premium or its limit in the calendar year of `peildatum`.

    Args:
        premie: e.g. "AWf_laag", "Aof_hoog", "Wko_opslag", "Whk_gemiddeld", "Zvw_werkgever",
            "max_premieloon"; capitals do not matter.
        peildatum: a date or "jjjj-mm-dd".

    Returns:
        One figure, in % van premieloon or EUR per jaar. Source: the page named in `bron`.

    Raises:
        OnbekendCijfer: unknown name, or no figure found for that year (Zvw 2022, Whk 2022).
        InvoerFout: `peildatum` is no date.
    """
    dag = naar_dag(peildatum)
    naam = kies_naam("De werkgeverspremie", premie, premies())
    return jaarlijks(f"De werkgeverspremie {naam}", premies()[naam], dag)


def ondernemerspremie(premie: str, peildatum: Peildatum) -> Cijfer:
    """A premium of a gezinshuisouder who is an entrepreneur, in the calendar year of `peildatum`.

    Args:
        premie: "Zvw_laag", the low Zvw rate, or "max_bijdrageinkomen", the income over which it is due.
        peildatum: a date or "jjjj-mm-dd".

    Returns:
        One figure, in % van bijdrage-inkomen or EUR per jaar. `toelichting` says where sources differ.

    Raises:
        OnbekendCijfer: unknown name, or no figure found for that year.
        InvoerFout: `peildatum` is no date.
    """
    dag = naar_dag(peildatum)
    naam = kies_naam("De ondernemerspremie", premie, ondernemerspremies())
    return jaarlijks(f"De ondernemerspremie {naam}", ondernemerspremies()[naam], dag)


def minimumloon(peildatum: Peildatum) -> Cijfer:
    """The statutory minimum wage of who is 21 or older, in the half-year of `peildatum`.

    Returns:
        One figure in EUR per uur.

    Raises:
        OnbekendCijfer: no figure found for that half-year.
        InvoerFout: `peildatum` is no date.
    """
    return halfjaarlijks("Het minimumloon", minimumlonen()[MINIMUMLOON], naar_dag(peildatum))


def pensioen(parameter: str, peildatum: Peildatum) -> Cijfer:
    """A pension figure of PFZW in the calendar year of `peildatum`.

    Args:
        parameter: e.g. "OP_premie", "AOW_franchise", "OP_werkgeversdeel_jeugdzorg"; capitals do not matter.
        peildatum: a date or "jjjj-mm-dd".

    Returns:
        One figure, in % of its base or EUR per jaar; `herkomst` tells read from derived. The employer's
        share of 2022 and 2026 is derived from an equal split of the changes.

    Raises:
        OnbekendCijfer: unknown name, or no figure found for that year (AOW_franchise 2025).
        InvoerFout: `peildatum` is no date.
    """
    dag = naar_dag(peildatum)
    naam = kies_naam("Het pensioencijfer", parameter, pensioenen())
    return jaarlijks(f"Het pensioencijfer {naam}", pensioenen()[naam], dag)
