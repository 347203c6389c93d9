"""An independent judge: the model in whole fractions, written from its description, not from our formulas."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Oordeel:
    """Lines before and after rounding, and both tariffs, of one zorgzwaarte."""

    onafgerond: dict[str, Fraction]
    afgerond: dict[str, Fraction]
    onafgerond_tarief: Fraction
    tarief: Fraction


def halve_omhoog(bedrag: Fraction) -> Fraction:
    """Round a non-negative amount to cents, a half upward."""
    centen = bedrag * 100
    heel, rest = divmod(centen.numerator, centen.denominator)
    return Fraction(heel + (1 if 2 * rest >= centen.denominator else 0), 100)


def loonkosten(loon: dict[str, Any]) -> Fraction:
    w = {naam: Fraction(str(waarde)) for naam, waarde in loon.items()}
    bruto = (
        12
        * w["bruto_maandsalaris"]
        * ((1 + w["vakantietoeslag"]) * (1 + w["eindejaarsuitkering"]) + w["onregelmatigheidstoeslag"])
    )
    premies = w["werkgeverspremies"] * min(bruto, w["maximum_premieloon"])
    pensioen = w["pensioenpremie_werkgever"] * max(Fraction(0), bruto - w["pensioenfranchise"])
    return bruto + premies + pensioen


def jaarbedragen(invoer: dict[str, Any]) -> dict[str, Fraction]:
    """Bouwsteen 1–6, euro per house per year."""
    huis = invoer["gezinshuis"]
    g = sum(int(huis[f"plaatsen_{zwaarte}"]) for zwaarte in ("laag", "midden", "hoog"))
    d, w = int(huis.get("dagen_per_jaar", 365)), Fraction(str(huis.get("weken_per_jaar", 52)))

    def x(blok: str, veld: str) -> Fraction:
        return Fraction(str(invoer[blok][veld]))

    een, twee, drie = "inkomen_gezinshuisouder", "gedragswetenschapper", "ondersteuning"
    vier, vijf, zes = "vervanging_logeren", "verzorgingskosten", "huisvesting"
    bedragen = {
        een: x(een, "fte_per_plaats")
        * g
        * x(een, "vervangingsfactor")
        * (loonkosten(invoer[een]["loon"]) + x(een, "overige_kosten_per_fte")),
        twee: g * x(twee, "uren_per_jeugdige_per_week") * w * uurkosten(invoer),
        drie: w
        * (
            x(drie, "huishoudelijke_uren_per_week") * x(drie, "huishoudelijk_uurtarief")
            + x(drie, "pedagogische_uren_per_week") * x(drie, "pedagogisch_uurtarief")
        )
        + x(drie, "overige_kosten_per_jaar"),
        vier: x(vier, "vervangingsetmalen_per_jaar") * x(vier, "kosten_per_vervangingsetmaal")
        + g * x(vier, "logeeretmalen_per_jeugdige_per_jaar") * x(vier, "kosten_per_logeeretmaal"),
        vijf: g
        * (x(vijf, "bedrag_per_jeugdige_per_dag") * d + x(vijf, "bijzondere_kosten_per_jeugdige_per_jaar")),
        zes: (
            x(zes, "woonlasten_per_jaar")
            + x(zes, "energie_en_heffingen_per_jaar")
            + x(zes, "onderhoud_en_inventaris_per_jaar")
        )
        * x(zes, "aandeel_zorg"),
    }
    for blok in bedragen:
        eigen = invoer[blok].get("vast_bedrag_per_jaar")
        if eigen is not None:
            bedragen[blok] = Fraction(str(eigen))
    return bedragen


def uurkosten(invoer: dict[str, Any]) -> Fraction:
    blok = invoer["gedragswetenschapper"]
    return loonkosten(blok["loon"]) / Fraction(str(blok["productieve_uren_per_jaar"]))


def oordeel(invoer: dict[str, Any], zwaarte: str) -> Oordeel:
    """Judge one zorgzwaarte of an opbouw in JSON shape."""
    huis = invoer["gezinshuis"]
    g = sum(int(huis[f"plaatsen_{naam}"]) for naam in ("laag", "midden", "hoog"))
    d, w = int(huis.get("dagen_per_jaar", 365)), Fraction(str(huis.get("weken_per_jaar", 52)))
    b = {blok: bedrag / (g * d) for blok, bedrag in jaarbedragen(invoer).items()}
    posten = invoer.get("eigen_posten") or []
    eigen = sum((Fraction(str(post["bedrag_per_jaar"])) for post in posten), Fraction(0)) / (g * d)

    extra = invoer["zorgzwaarte"]
    b11 = w / d * (
        Fraction(str(extra[f"extra_uren_gedragswetenschapper_per_week_{zwaarte}"])) * uurkosten(invoer)
        + Fraction(str(extra[f"extra_uren_begeleiding_per_week_{zwaarte}"]))
        * Fraction(str(invoer["ondersteuning"]["pedagogisch_uurtarief"]))
    ) + Fraction(str(extra[f"toeslag_per_etmaal_{zwaarte}"]))

    zeven = invoer["overhead"]
    vier_blokken = ("inkomen_gezinshuisouder", "gedragswetenschapper", "ondersteuning", "vervanging_logeren")
    grondslag7 = {
        "beroepskrachten": sum(b[blok] for blok in vier_blokken) + b11,
        "directe_kosten": sum(b.values()) + b11 + eigen,
    }[zeven["grondslag"]]
    b7 = Fraction(str(zeven["opslag"])) * grondslag7 + (
        Fraction(str(zeven["contracteisen_per_jaar"]))
        + Fraction(str(zeven["vast_bedrag_per_plaats_per_jaar"])) * g
    ) / (g * d)

    kostprijs = sum(b.values()) + eigen + b11 + b7
    negen = invoer["leegstand"]
    grondslag9 = kostprijs - (b["verzorgingskosten"] if negen["grondslag"] == "vaste_kosten" else 0)
    b9 = grondslag9 * (1 / Fraction(str(negen["bezettingsgraad"])) - 1)
    integraal = kostprijs + b9

    acht = invoer.get("gelieerde_zorgorganisatie") or {
        "aandeel": "0",
        "grondslag": "tarief",
        "vast_bedrag_per_plaats_per_jaar": "0",
    }
    tien = invoer["winst_marge"]
    a, m = Fraction(str(acht["aandeel"])), Fraction(str(tien["percentage"]))
    vast8 = Fraction(str(acht["vast_bedrag_per_plaats_per_jaar"])) / d
    over_kostprijs = sum(
        (deel for deel, blok in ((a, acht), (m, tien)) if blok["grondslag"] == "kostprijs"), Fraction(0)
    )
    over_tarief = a + m - over_kostprijs
    tarief = (integraal * (1 + over_kostprijs) + vast8) / (1 - over_tarief)
    regels = {
        **b,
        "overhead": b7,
        "gelieerde_zorgorganisatie": vast8 + a * (tarief if acht["grondslag"] == "tarief" else integraal),
        "leegstand": b9,
        "winst_marge": m * (tarief if tien["grondslag"] == "tarief" else integraal),
        "zorgzwaarte": b11,
        **({"eigen_posten": eigen} if posten else {}),
    }
    afgerond = {sleutel: halve_omhoog(bedrag) for sleutel, bedrag in regels.items()}
    return Oordeel(regels, afgerond, tarief, sum(afgerond.values(), Fraction(0)))
