"""Hypothesis strategies: every opbouw that a user could write, with values rich in half cents."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import reject, strategies as st

from gezinshuis_tarief import Brutoloon, InvoerFout, Opbouw
from gezinshuis_tarief.componenten.opslag import OPSLAGGRONDSLAGEN
from gezinshuis_tarief.kern.sleutels import plat

ZICHTBAAR = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"], include_characters="\n\t")
"""What a note may hold."""

ZWAARTES = ("laag", "midden", "hoog")


def getal(laagste: int | str, hoogste: int | str, decimalen: int = 2) -> st.SearchStrategy[str]:
    """Decimals as text, between bounds, with this many digits after the point."""
    schaal = 10**decimalen
    grenzen = st.integers(int(Decimal(laagste) * schaal), int(Decimal(hoogste) * schaal))
    return grenzen.map(lambda heel: f"{Decimal(heel).scaleb(-decimalen):f}")


def fractie(hoogste: str = "1") -> st.SearchStrategy[str]:
    """Fractions; round percentages often, since those meet half cents."""
    rond = st.sampled_from(["0", "0.01", "0.025", "0.05", "0.1", "0.125", "0.2", "0.25", "0.5"])
    return st.one_of(rond.filter(lambda x: Decimal(x) <= Decimal(hoogste)), getal(0, hoogste, 4))


@st.composite
def plaatsen(teken: st.DrawFn) -> dict[str, int]:
    """One to eight places over the zorgzwaartes."""
    totaal = teken(st.integers(1, 8))
    laag = teken(st.integers(0, totaal))
    midden = teken(st.integers(0, totaal - laag))
    return {"plaatsen_laag": laag, "plaatsen_midden": midden, "plaatsen_hoog": totaal - laag - midden}


def loon() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(
        {
            "bruto_maandsalaris": getal(0, 9000),
            "onregelmatigheidstoeslag": fractie("0.5"),
            "vakantietoeslag": fractie("0.2"),
            "eindejaarsuitkering": fractie("0.2"),
            "werkgeverspremies": fractie("0.4"),
            "maximum_premieloon": getal(0, 100000, 0),
            "pensioenpremie_werkgever": fractie("0.3"),
            "pensioenfranchise": getal(0, 60000, 0),
        }
    )


def blok(velden: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """A cost block, now and then with an own figure instead of the build-up."""
    return st.fixed_dictionaries(velden, optional={"vast_bedrag_per_jaar": getal(0, 90000)})


def zorgzwaarte() -> st.SearchStrategy[dict[str, str]]:
    velden = {}
    for zwaarte in ZWAARTES:
        velden[f"extra_uren_gedragswetenschapper_per_week_{zwaarte}"] = getal(0, 4)
        velden[f"extra_uren_begeleiding_per_week_{zwaarte}"] = getal(0, 12)
        velden[f"toeslag_per_etmaal_{zwaarte}"] = getal(0, 50)
    return st.fixed_dictionaries(velden)


def _delen() -> st.SearchStrategy[dict[str, Any]]:
    """All of an opbouw but the house; built once, since building costs more than drawing."""
    jaarbedrag, uren, etmalen = getal(0, 40000), getal(0, 60), getal(0, 90, 1)
    eigen = st.fixed_dictionaries(
        {"naam": st.text("abc é", min_size=1, max_size=9), "bedrag_per_jaar": jaarbedrag}
    )
    aandeel = st.fixed_dictionaries(
        {
            "aandeel": fractie("0.4"),
            "grondslag": st.sampled_from(["tarief", "kostprijs"]),
            "vast_bedrag_per_plaats_per_jaar": getal(0, 3000),
        }
    )
    delen: dict[str, st.SearchStrategy[Any]] = {
        "inkomen_gezinshuisouder": blok(
            {
                "fte_per_plaats": getal("0.05", 1, 3),
                "vervangingsfactor": st.sampled_from(["1", "0.8333", "1.1667", "0.9"]),
                "loon": loon(),
                "overige_kosten_per_fte": getal(0, 5000),
            }
        ),
        "gedragswetenschapper": blok(
            {
                "uren_per_jeugdige_per_week": getal(0, 4),
                "loon": loon(),
                "productieve_uren_per_jaar": getal(800, 1872, 0),
            }
        ),
        "ondersteuning": blok(
            {
                "huishoudelijke_uren_per_week": uren,
                "huishoudelijk_uurtarief": getal(0, 90),
                "pedagogische_uren_per_week": uren,
                "pedagogisch_uurtarief": getal(0, 90),
                "overige_kosten_per_jaar": jaarbedrag,
            }
        ),
        "vervanging_logeren": blok(
            {
                "vervangingsetmalen_per_jaar": etmalen,
                "kosten_per_vervangingsetmaal": getal(0, 600),
                "logeeretmalen_per_jeugdige_per_jaar": etmalen,
                "kosten_per_logeeretmaal": getal(0, 400),
            }
        ),
        "verzorgingskosten": blok(
            {
                "bedrag_per_jeugdige_per_dag": getal(0, 60),
                "bijzondere_kosten_per_jeugdige_per_jaar": getal(0, 4000),
            }
        ),
        "huisvesting": blok(
            {
                "woonlasten_per_jaar": jaarbedrag,
                "energie_en_heffingen_per_jaar": jaarbedrag,
                "onderhoud_en_inventaris_per_jaar": jaarbedrag,
                "aandeel_zorg": fractie(),
            }
        ),
        "overhead": st.fixed_dictionaries(
            {
                "opslag": fractie("0.5"),
                "grondslag": st.sampled_from(["beroepskrachten", "directe_kosten"]),
                "contracteisen_per_jaar": jaarbedrag,
                "vast_bedrag_per_plaats_per_jaar": getal(0, 3000),
            }
        ),
        "gelieerde_zorgorganisatie": st.one_of(st.none(), aandeel),
        "leegstand": st.fixed_dictionaries(
            {
                "bezettingsgraad": st.one_of(
                    st.sampled_from(["1", "0.5", "0.8", "0.95"]), getal("0.4", 1, 3)
                ),
                "grondslag": st.sampled_from(["kostprijs", "vaste_kosten"]),
            }
        ),
        "winst_marge": st.fixed_dictionaries(
            {"percentage": fractie("0.4"), "grondslag": st.sampled_from(["tarief", "kostprijs"])}
        ),
        "zorgzwaarte": zorgzwaarte(),
        "eigen_posten": st.lists(eigen, max_size=3),
    }
    return st.fixed_dictionaries(delen)


DELEN = _delen()
PLAATSEN = plaatsen()


@st.composite
def invoer(teken: st.DrawFn) -> dict[str, Any]:
    """An opbouw in JSON shape."""
    huis: dict[str, Any] = {**teken(PLAATSEN), "dagen_per_jaar": teken(st.sampled_from([365, 366]))}
    huis["weken_per_jaar"] = teken(st.sampled_from(["52", "52.14", "52.18"]))
    return {"gezinshuis": huis, **teken(DELEN)}


def opbouwen() -> st.SearchStrategy[Opbouw]:
    """Any opbouw."""
    return invoer().map(Opbouw.model_validate)


def ondernemer() -> st.SearchStrategy[dict[str, Any]]:
    """Bouwsteen 1 of an entrepreneur."""
    norm = loon().map(lambda velden: {naam: velden[naam] for naam in Brutoloon.model_fields})
    return blok(
        {
            "soort": st.just("ondernemer"),
            "fte_per_huis": getal("0.1", 3),
            "norm": norm,
            "aov_premie": fractie("0.2"),
            "aov_verzekerd_deel": fractie(),
            "pensioenpremie": fractie("0.3"),
            "pensioenfranchise": getal(0, 60000, 0),
            "zvw_bijdrage": fractie("0.1"),
            "zvw_maximum": getal(0, 100000, 0),
            "werkloosheidsreservering": fractie("0.2"),
            "overige_kosten_per_fte": getal(0, 5000),
            "beroepskosten_per_jaar": getal(0, 9000),
        }
    )


ONDERNEMER = ondernemer()
OPSLAGEN = st.lists(
    st.fixed_dictionaries(
        {
            "naam": st.just("opslag"),
            "percentage": fractie("0.2"),
            "grondslag": st.sampled_from(OPSLAGGRONDSLAGEN),
        }
    ),
    max_size=3,
)
GROOTTE = st.one_of(st.none(), st.integers(1, 8))
NIET_PER_ZORGZWAARTE = ("gezinshuis.plaatsen_", "eigen_")


@st.composite
def uitgebreid(teken: st.DrawFn, *, is_ondernemer: bool = False) -> Opbouw:
    """An opbouw with own percentages, a group size, fte for the house, and inputs that differ per zorgzwaarte."""

    def een() -> dict[str, Any]:
        gegeven = teken(invoer())
        gegeven["gezinshuis"]["groepsgrootte"] = teken(GROOTTE)
        if is_ondernemer:
            gegeven["inkomen_gezinshuisouder"] = teken(ONDERNEMER)
        else:
            gegeven["inkomen_gezinshuisouder"]["fte_per_huis"] = teken(st.one_of(st.none(), getal("0.1", 3)))
        return gegeven | {"eigen_opslagen": teken(OPSLAGEN)}

    gegeven, ander = een(), plat(Opbouw.model_validate(een()))
    kaal = plat(Opbouw.model_validate(gegeven))
    mag = [s for s in kaal if s in ander and not s.startswith(NIET_PER_ZORGZWAARTE)]
    sleutels = st.lists(st.sampled_from(mag), max_size=4, unique=True)
    per = {z: {sleutel: ander[sleutel] for sleutel in teken(sleutels)} for z in ZWAARTES}
    verplicht = {
        z: {s: w for s, w in deel.items() if w is not None or kaal[s] is None} for z, deel in per.items()
    }
    try:
        return Opbouw.model_validate({**gegeven, "per_zorgzwaarte": verplicht})
    except InvoerFout:  # shares that together take the whole tariff
        reject()


@st.composite
def eigen_invoer_met_halve_centen(teken: st.DrawFn) -> dict[str, Any]:
    """Changes of inputs of one's own by which many lines end on exactly half a cent."""
    halve = st.integers(0, 4000).map(lambda n: Decimal(2 * n + 1) / 200)
    plaatsdagen = 4 * 365
    return {
        **dict.fromkeys(("gezinshuis.plaatsen_laag", "gezinshuis.plaatsen_hoog"), 0),
        "gezinshuis.plaatsen_midden": 4,
        "huisvesting.huur": teken(halve) * plaatsdagen,
        "huisvesting.huur_per_plaats": teken(halve) * 365,
        "huisvesting.wijze": teken(st.sampled_from(["1 huis", "Per plaats"])),
        "huisvesting.afspraak": teken(st.sampled_from(["", "brief", "1-2"])),
        "overhead.opslag": teken(st.sampled_from(["0", "0.05", "0.25", "0.5"])),
        "overhead.bodem": teken(halve),
        "overhead.plafond": teken(st.none() | halve),
        "leegstand.bezettingsgraad": teken(st.sampled_from(["1", "0.8", "0.5", "0.625"])),
        "leegstand.grondslag": teken(st.sampled_from(["kostprijs", "vaste_kosten"])),
        "winst_marge.percentage": teken(st.sampled_from(["0", "0.05", "0.2", "0.5"])),
        "eigen_posten[0].ritten_per_jeugdige": 365,
        "eigen_posten[0].prijs_per_rit": teken(halve),
        "eigen_posten[2].fte": teken(st.sampled_from(["0", "0.125"])),
    }
