"""Is anything counted twice, or does a percentage mean different things to the parties?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.controle.bevinding import Vondst
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.rekenwijze import Exact, Rekenwijze

_FTE_PER_PLAATS: Final = Decimal("0.25")
_LAAGSTE_FTE: Final = _FTE_PER_PLAATS * 5 / 6


def overhead_over_huisvesting(dossier: Toetsdossier) -> Iterator[Vondst]:
    """DUB-01: the overhead percentage also goes over housing, which has a line of its own."""
    overhead = dossier.opbouw.overhead
    wonen = dossier.uitkomst["laag"]["huisvesting"].per_etmaal
    if overhead.opslag and overhead.grondslag == "directe_kosten" and wonen:
        yield Vondst(
            "overhead.grondslag",
            f"de opslag gaat over directe_kosten, waar huisvesting (€ {nederlands(wonen, 2)} per etmaal) in zit",
            "Zit er ook huisvesting in het overheadpercentage? Dan telt zij dubbel met bouwsteen 6.",
            dossier.effect({"overhead.grondslag": "beroepskrachten"}),
        )


def vervanging_dubbel(dossier: Toetsdossier) -> Iterator[Vondst]:
    """DUB-02: parents are paid extra hours to arrange replacement, and replacement is hired as well.

    An entrepreneur has no factor: more fte than the cao counts may be the same hours.
    """
    blok = dossier.opbouw.vervanging_logeren
    ingekocht = blok.vervangingsetmalen_per_jaar * blok.kosten_per_vervangingsetmaal
    if not ingekocht or blok.vast_bedrag_per_jaar is not None:
        return
    tekst = f"én € {nederlands(ingekocht, 2)} per jaar ingekochte vervanging"
    vraag = "Regelen de ouders zelf de vervanging of wordt die ingekocht? Welke dagen dekt elk van beide?"
    if (ouder := dossier.loondienst) and ouder.vervangingsfactor > 1:
        sleutel = "inkomen_gezinshuisouder.vervangingsfactor"
        gevonden = f"vervangingsfactor {nederlands(ouder.vervangingsfactor)} {tekst}"
        yield Vondst(sleutel, gevonden, vraag, dossier.effect({sleutel: "1"}))
    volgens_cao = _FTE_PER_PLAATS * dossier.opbouw.gezinshuis.plaatsen
    if (ondernemer := dossier.ondernemer) and ondernemer.fte_per_huis > volgens_cao:
        sleutel = "inkomen_gezinshuisouder.fte_per_huis"
        fte = f"{nederlands(ondernemer.fte_per_huis)} fte waar de cao er {nederlands(volgens_cao)} telt"
        yield Vondst(sleutel, f"{fte} {tekst}", vraag, dossier.effect({sleutel: volgens_cao}))


def marge_in_uurtarief(dossier: Toetsdossier) -> Iterator[Vondst]:
    """DUB-03: an hourly rate above what a gedragswetenschapper costs, beside a margin."""
    exact: Rekenwijze = Exact()
    grens = dossier.opbouw.gedragswetenschapper.uurkosten(exact)
    for veld in ("huishoudelijk_uurtarief", "pedagogisch_uurtarief"):
        tarief: Decimal = getattr(dossier.opbouw.ondersteuning, veld)
        if tarief > grens and dossier.opbouw.winst_marge.percentage:
            yield Vondst(
                f"ondersteuning.{veld}",
                f"€ {nederlands(tarief, 2)} per uur, naast een marge van "
                f"{nederlands(dossier.opbouw.winst_marge.percentage * 100)}%",
                "Waaruit bestaat dit uurtarief? Zit er al winst of overhead in?",
                dossier.effect({f"ondersteuning.{veld}": grens.quantize(Decimal("0.01"))}),
                norm=f"hoogstens de uurkosten van de gedragswetenschapper in deze offerte: € {nederlands(grens, 2)}",
            )


def inkomen_in_marge(dossier: Toetsdossier) -> Iterator[Vondst]:
    """DUB-04: less pay than the lowest the cao allows, beside a margin that may hold the owner's pay."""
    opbouw, exact = dossier.opbouw.zoals_het_staat(), Exact()
    blok = opbouw.inkomen_gezinshuisouder
    if isinstance(blok, InkomenOndernemer):
        per_fte, volgens = blok.ondernemerskosten(exact), "het laagste met de fte van de cao"
    else:
        per_fte, volgens = blok.loon.loonkosten(exact), "het laagste volgens de cao"
    minimum = _LAAGSTE_FTE * opbouw.gezinshuis.plaatsen * per_fte
    inkomen = blok.per_jaar(opbouw.gezinshuis.maten(exact), exact)
    if inkomen < minimum and dossier.uitkomst["laag"]["winst_marge"].per_etmaal:
        yield Vondst(
            "inkomen_gezinshuisouder",
            f"€ {nederlands(inkomen, 2)} per jaar, minder dan {volgens} "
            f"(€ {nederlands(minimum, 2)}), naast een marge",
            "Zit het inkomen van de gezinshuisouder in de marge? Zet het dan in bouwsteen 1.",
        )


def grondslag_verschilt(dossier: Toetsdossier) -> Iterator[Vondst]:
    """DUB-05: a percentage whose base the other party reads differently."""
    if dossier.tegenpartij is None:
        return
    ander = {waarde.sleutel: waarde.waarde for waarde in dossier.tegenpartij.waarden()}
    for sleutel in (sleutel for sleutel in dossier.waarden if sleutel.endswith(".grondslag")):
        hier, daar = dossier.waarden.get(sleutel), ander.get(sleutel)
        if hier and daar and hier != daar:
            yield Vondst(
                sleutel,
                f"hier {hier}, bij de andere partij {daar}",
                "Over welke grondslag gaat dit percentage? Spreek één grondslag af voor u de hoogte bespreekt.",
                dossier.effect({sleutel: daar}),
            )


def overhead_en_gelieerd(dossier: Toetsdossier) -> Iterator[Vondst]:
    """DUB-06: overhead of the house and a fee for an organisation that may do the same work."""
    gelieerd = dossier.opbouw.gelieerde_zorgorganisatie
    if gelieerd is None:
        return
    laag = dossier.uitkomst["laag"]
    vergoeding, overhead = laag["gelieerde_zorgorganisatie"].per_etmaal, laag["overhead"].per_etmaal
    if vergoeding and overhead:
        yield Vondst(
            "gelieerde_zorgorganisatie",
            f"€ {nederlands(vergoeding, 2)} voor de gelieerde organisatie naast € {nederlands(overhead, 2)} overhead",
            "Welke taken doet de gelieerde organisatie, en welke het huis zelf? Worden taken twee keer betaald?",
            dossier.effect({"gelieerde_zorgorganisatie": None}),
        )
