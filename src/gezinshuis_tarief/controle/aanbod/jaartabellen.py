"""What a house keeps in a year, as text: per line, and in whole children."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from decimal import ROUND_HALF_UP, Decimal

from gezinshuis_tarief.controle.aanbod.tariefaanbod import Tariefaanbod
from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.controle.uurinkomen import UREN_PER_FTE, uurinkomen
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon
from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.weergave import als_tekst, tabel


def jaartabellen(aanbod: Tariefaanbod) -> str:
    """Show the year per line and in whole children."""
    jaar, bezetting = aanbod.jaar, aanbod.bezetting
    per_regel = jaar.per_bouwsteen(bezetting)
    bedragen = [[r.regel, *(_heel(x) for x in (r.opbrengst, r.kosten, r.verschil))] for r in per_regel]
    som = [
        sum((getattr(r, veld) for r in per_regel), Decimal(0)) for veld in ("opbrengst", "kosten", "verschil")
    ]
    rijen = [
        [str(k), *(_heel(jaar.maandresultaat(k) * maanden) for maanden in (1, 2, 3, 6, 12))]
        for k in range(len(jaar.plaatsen), -1, -1)
    ]
    return "\n".join(
        [
            als_tekst(
                f"Een jaar bij {toon(bezetting, Eenheid.FRACTIE)} bezetting, in euro",
                tabel(
                    ["regel", "opbrengst", "kosten", "verschil"],
                    [*bedragen, ["samen", *(_heel(x) for x in som)]],
                    totaal=True,
                ),
            ),
            als_tekst(
                "Wat het huis overhoudt, in euro, naar bezette plaatsen en maanden",
                tabel(["bezet", "1 maand", "2 maanden", "3 maanden", "6 maanden", "12 maanden"], rijen),
            ),
            *_kern(jaar),
        ]
    )


def _kern(jaar: Exploitatie) -> Iterator[str]:
    """Say in a sentence each what the tables come to."""
    quitte, kinderen = jaar.break_even(), jaar.kinderen_nodig()
    bij = "bij geen enkele bezetting" if quitte is None else f"bij {nederlands(quitte * 100, 1)}% bezetting"
    genoeg = f"{kinderen} van de {len(jaar.plaatsen)}"
    nodig = "geen enkel aantal kinderen is genoeg" if kinderen is None else genoeg
    yield f"Quitte {bij}. In hele kinderen, een heel jaar lang: {nodig}."
    duurste = jaar.volgorde()[-1]
    per_maand = nederlands(jaar.lege_plaats_per_maand(duurste), 2)
    yield f"Een lege plaats ({duurste}) kost € {per_maand} per maand."
    if jaar.uitkomst.opbouw.gelieerde_zorgorganisatie:
        over = ", ".join(
            f"{z} € {nederlands(rond_op_centen(jaar.na_gelieerde(z)) + 0)}"
            for z in dict.fromkeys(jaar.plaatsen)
        )
        yield f"Na de gelieerde organisatie blijft per etmaal over: {over}."
    with suppress(InvoerFout):  # a bouwsteen 1 of one's own may have no hours
        per_uur = nederlands(uurinkomen(jaar.uitkomst, UREN_PER_FTE), 2)
        yield f"Bouwsteen 1 is € {per_uur} loonkosten per betaald uur (1.872 uur per fte, cao Jeugdzorg)."


def _heel(bedrag: Decimal) -> str:
    """Write whole euros; a loss of less than half a euro is zero, not minus zero."""
    return nederlands(bedrag.quantize(Decimal(1), ROUND_HALF_UP) + 0)
