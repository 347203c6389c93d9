"""Employer premiums and pension: figures of one calendar year each."""

from __future__ import annotations

from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.dagen import Peildatum, naar_dag
from gezinshuis_tarief.referentie.meldingen import kies_naam
from gezinshuis_tarief.referentie.tijdlijn import Tijdlijn, jaarlijks, lijnen_uit


def premies() -> dict[str, Tijdlijn]:
    """The employer premiums by name."""
    return lijnen_uit("werkgeverspremies", "premie")


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
        OnbekendCijfer: unknown name, or no figure found for that year (Zvw 2022 and 2024, Whk 2022).
        InvoerFout: `peildatum` is no date.
    """
    dag = naar_dag(peildatum)
    naam = kies_naam("De werkgeverspremie", premie, premies())
    return jaarlijks(f"De werkgeverspremie {naam}", premies()[naam], dag)


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
