"""Writes an opbouw as our workbook: its sheets, its passport, and what is laid beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_aantal
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.werkboek.beschrijving.berekening import maak_berekening
from gezinshuis_tarief.werkboek.beschrijving.eigen_onderdelen import maak_eigen_onderdelen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.leeswijzer import maak_leeswijzer
from gezinshuis_tarief.werkboek.beschrijving.namen import EIGENSCHAP
from gezinshuis_tarief.werkboek.beschrijving.paspoort import maak_paspoort, paspoort_van
from gezinshuis_tarief.werkboek.beschrijving.samenvatting import maak_samenvatting
from gezinshuis_tarief.werkboek.beschrijving.uitgangspunten import maak_uitgangspunten
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Boek
from gezinshuis_tarief.werkboek.xlsx.schrijven import schrijf_boek

_ZONDER_DATUM: Final = dt.date(2026, 1, 1)


def naar_excel(
    opbouw: Opbouw,
    pad: Bestandspad,
    *,
    overschrijf: bool = False,
    ronde: int = 1,
    erachter: Sequence[Blad] = (),
) -> None:
    """Write an opbouw as a workbook that calculates by itself; see `Opbouw.naar_excel`.

    Args:
        opbouw: the inputs.
        pad: the file to make.
        overschrijf: whether an existing file may be replaced.
        ronde: round of the negotiation.
        erachter: sheets behind its own.
    """
    eis_aantal("ronde", "is geen ronde", ronde, 1, "Schrijf een geheel getal van 1 of meer.")
    schrijf(Werkboekinhoud(opbouw, ronde=ronde), pad, overschrijf=overschrijf, erachter=erachter)


def schrijf(  # noqa: PLR0913 (what a workbook is)
    vulling: Werkboekinhoud,
    pad: Bestandspad,
    *,
    overschrijf: bool = False,
    extra: Sequence[Blad] = (),
    erachter: Sequence[Blad] = (),
    kanttekeningen: Mapping[str, str] | None = None,
) -> None:
    """Write a workbook aside and put it in place when it is whole.

    Args:
        vulling: what it shows.
        pad: the file to make; its folder must exist.
        overschrijf: whether an existing file may be replaced.
        extra: sheets before the others, such as the findings in an annotated answer.
        erachter: sheets behind the others.
        kanttekeningen: comments at the cells of inputs, by name.

    Raises:
        FileExistsError: when the file exists and may not be replaced.
        OSError: when it cannot be written.
        InvoerFout: when a variant of the user's own has a formula that cannot be written in Excel.
    """
    boek = tariefboek(
        (*extra, *maak_bladen(vulling), *erachter),
        {**paspoort_van(vulling), "ronde": str(vulling.ronde)},
        dag=vulling.peildatum or _ZONDER_DATUM,
        kanttekeningen=kanttekeningen,
    )
    schrijf_boek(boek, pad, overschrijf=overschrijf)


def maak_bladen(vulling: Werkboekinhoud) -> tuple[Blad, ...]:
    """Describe the whole workbook, in the order in which its sheets are shown."""
    eigen = maak_eigen_onderdelen(vulling)
    return (*maak_rekenbladen(vulling), *eigen, maak_leeswijzer(vulling), maak_paspoort(vulling))


def maak_rekenbladen(vulling: Werkboekinhoud) -> tuple[Blad, Blad, Blad]:
    """Describe the three sheets of one calculation: outcome, inputs and steps."""
    return maak_samenvatting(vulling), maak_uitgangspunten(vulling), maak_berekening(vulling)


def tariefboek(
    bladen: Sequence[Blad],
    paspoort: Mapping[str, str],
    *,
    dag: dt.date,
    kanttekeningen: Mapping[str, str] | None = None,
) -> Boek:
    """Put sheets together as a workbook about a tariff, with its passport in the document properties too.

    Args:
        bladen: the sheets.
        paspoort: what the passport says, by name.
        dag: the day that the figures are of.
        kanttekeningen: comments at cells, by name.
    """
    return Boek(
        bladen,
        "Tarief gezinshuis",
        "Opbouw van het tarief per etmaal uit elf bouwstenen",
        dag,
        {f"{EIGENSCHAP}{naam}": inhoud for naam, inhoud in paspoort.items()},
        kanttekeningen or {},
    )
