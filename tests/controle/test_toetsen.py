"""Every check has a case that triggers it and a neighbour that just does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest

from gezinshuis_tarief import Loonkosten, Onderbouwing, Opbouw, onderdeel, voorbeeld_2026
from gezinshuis_tarief.controle import CONTROLES, Contracteis, Exploitatie, controleer
from gezinshuis_tarief.indexatie import Inschaling, indexeringsclausule
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.referentie import schaal
from hulp.invoer import ONDERNEMER, in_loondienst

VOORBEELD = voorbeeld_2026()
OUDER, GW = "inkomen_gezinshuisouder", "gedragswetenschapper"
CENT = Decimal("0.01")
UREN = 1872
VRAGEN = frozenset(norm.vraag for norm in VOORBEELD.alle_open_normen())
GELIEERD = {"aandeel": "0.1", "grondslag": "tarief", "vast_bedrag_per_plaats_per_jaar": "0"}
IN_EIGEN_WOORDEN = "De tarieven stijgen elk jaar per 1 januari met de OVA, afgerond op hele centen."
BINNEN_DE_CAO = {"peildatum": dt.date(2025, 12, 31)}
UURKOSTEN = VOORBEELD.gedragswetenschapper.uurkosten(Exact())


@dataclass(frozen=True)
class Geval:
    """Changes to the example, and what comes with it."""

    wijzigingen: dict[str, Any] = field(default_factory=dict)
    dossier: dict[str, Any] = field(default_factory=dict)
    opbouw: Opbouw = VOORBEELD

    def codes(self) -> list[str]:
        opbouw = self.opbouw.met(self.wijzigingen, reden="geval") if self.wijzigingen else self.opbouw
        return [bevinding.code for bevinding in controleer(opbouw, **self.dossier)]


def met_onderbouwing(**anders: dict[str, Any]) -> Opbouw:
    """The example with this support for every value, but for the keys named (with _ for .)."""
    bron = Onderbouwing(bron="opgave", geldig_vanaf=dt.date(2026, 1, 1), herkomst="bron", status="suggestie")
    steun = {w.sleutel: bron for w in VOORBEELD.waarden() if w.waarde is not None} | anders.get("steun", {})
    return VOORBEELD.model_copy(update={"onderbouwing": steun})


def zonder_steun() -> Opbouw:
    return VOORBEELD.model_copy(update={"onderbouwing": {}})


def loonkosten_van(bruto: Decimal) -> Decimal:
    loon: Loonkosten = in_loondienst(VOORBEELD).loon.model_copy(update={"bruto_maandsalaris": bruto})
    return loon.loonkosten(Exact())


def ondernemer(vast: Decimal) -> Geval:
    """An entrepreneur of one fte with an own figure."""
    return Geval({OUDER: {**ONDERNEMER, "vast_bedrag_per_jaar": str(vast)}})


def lager(korting: Decimal) -> dict[str, Any]:
    """Offered tariffs: those of the example, all three lowered by the same amount."""
    return {"tarieven": {z: (t.per_etmaal - korting).quantize(CENT) for z, t in VOORBEELD.bereken().items()}}


def gelieerd_aangeboden(korting: str) -> Geval:
    opbouw = VOORBEELD.met({"gelieerde_zorgorganisatie": GELIEERD})
    tarieven = {z: t.per_etmaal - Decimal(korting) for z, t in opbouw.bereken().items()}
    return Geval(opbouw=opbouw, dossier={"tarieven": tarieven})


def ruimte_na_gelieerde() -> Decimal:
    """What a tariff may fall until 90% of it no longer covers the cost, for the zorgzwaarte with least room."""
    uitkomst = VOORBEELD.met({"gelieerde_zorgorganisatie": GELIEERD}).bereken()
    return min(t.per_etmaal - t.bedragen.kostprijs / Decimal("0.9") for t in uitkomst.values()).quantize(CENT)


MIN_OUDER = loonkosten_van(in_loondienst(VOORBEELD).loon.bruto_maandsalaris) * Decimal("0.25") * 4 * 5 / 6
SCHAAL_7 = min(c.waarde for c in schaal("jeugdzorg", 7, "2026-01-01"))
LAAGSTE_7 = loonkosten_van(SCHAAL_7)
HOOGSTE_10 = max(c.waarde for c in schaal("jeugdzorg", 10, "2026-01-01"))
LAAGSTE_11 = min(c.waarde for c in schaal("jeugdzorg", 11, "2026-01-01"))
EXPLOITATIE = Exploitatie.van(VOORBEELD.bereken())
PLAATSDAGEN = 4 * 365
VOL = EXPLOITATIE.jaarresultaat() / PLAATSDAGEN
EIGEN = EXPLOITATIE.jaarresultaat(Decimal("0.95")) / PLAATSDAGEN / Decimal("0.95")
# A lower tariff costs the year 48 months of a place, and a month that stands empty one of them less.
LEEG = (VOL - EXPLOITATIE.lege_plaats_per_maand("hoog") / PLAATSDAGEN) * 48 / 47
RUIMTE = ruimte_na_gelieerde()

KORTING = onderdeel(
    "Korting", plek="eigen_posten", invoer={"bedrag": {"eenheid": "€ per jaar"}}, uitkomst="0 - bedrag"
)

GEVALLEN: dict[str, tuple[list[Geval], list[Geval]]] = {
    "VOL-01": (
        [Geval({"verzorgingskosten.vast_bedrag_per_jaar": "7.29"})],
        [Geval({"verzorgingskosten.vast_bedrag_per_jaar": "7.30"})],
    ),
    "VOL-02": (
        [Geval({"huisvesting.vast_bedrag_per_jaar": "7.29"})],
        [Geval({"huisvesting.vast_bedrag_per_jaar": "7.30"})],
    ),
    "VOL-03": (
        [Geval({"leegstand.bezettingsgraad": "1"}), Geval({"winst_marge.percentage": "0"})],
        [Geval({"leegstand.bezettingsgraad": "0.9999", "winst_marge.percentage": "0.0001"})],
    ),
    "VOL-04": (
        [
            Geval(dossier={"indexeringsclausule": " "}),
            Geval(dossier={"indexeringsclausule": "De tarieven worden niet geïndexeerd."}),
            Geval(dossier={"indexeringsclausule": f"{IN_EIGEN_WOORDEN} In 2027 is er geen indexering."}),
            Geval(dossier={"indexeringsclausule": IN_EIGEN_WOORDEN.replace("OVA", "loonstijging")}),
        ],
        [
            Geval(dossier={"indexeringsclausule": indexeringsclausule()}),
            Geval(dossier={"indexeringsclausule": IN_EIGEN_WOORDEN}),
        ],
    ),
    "VOL-05": (
        [Geval(), Geval(opbouw=met_onderbouwing(steun={"overhead.opslag": Onderbouwing()}))],
        [Geval(opbouw=met_onderbouwing())],
    ),
    "VOL-06": (
        [Geval(), Geval(dossier={"besloten_normen": VRAGEN - {next(iter(VRAGEN))}})],
        [Geval(dossier={"besloten_normen": VRAGEN})],
    ),
    "VOL-07": (
        [Geval({f"{OUDER}.loon.vakantietoeslag": "0.0801"})],
        [Geval({f"{OUDER}.loon.vakantietoeslag": "0.080"})],
    ),
    "VOL-08": (
        [Geval(dossier={"indexeringsclausule": IN_EIGEN_WOORDEN})],
        [
            Geval(),
            Geval(dossier={"indexeringsclausule": indexeringsclausule()}),
            Geval(dossier={"indexeringsclausule": IN_EIGEN_WOORDEN.replace("januari", "het jaar")}),
        ],
    ),
    "VOL-09": (
        [Geval({"eigen_posten": [KORTING(naam="k", bedrag="7.30")]})],
        [Geval({"eigen_posten": [KORTING(naam="k", bedrag="0")]})],
    ),
    "CON-01": (
        [
            Geval(
                {"overhead.contracteisen_per_jaar": "0"},
                {"contracteisen": (Contracteis("keurmerk", "overhead.contracteisen_per_jaar"),)},
            ),
            Geval(
                dossier={"contracteisen": (Contracteis("SROI", "overhead.vast_bedrag_per_plaats_per_jaar"),)}
            ),
        ],
        [
            Geval(
                {"overhead.contracteisen_per_jaar": "0.01"},
                {"contracteisen": (Contracteis("keurmerk", "overhead.contracteisen_per_jaar"),)},
            )
        ],
    ),
    "CON-02": (
        [
            Geval(
                dossier={
                    "contracteisen": (
                        Contracteis("a", "overhead.contracteisen_per_jaar", Decimal("1500.01")),
                    )
                }
            )
        ],
        [
            Geval(
                dossier={
                    "contracteisen": (
                        Contracteis("a", "overhead.contracteisen_per_jaar", Decimal(1000)),
                        Contracteis("b", "overhead.contracteisen_per_jaar", Decimal(500)),
                    )
                }
            )
        ],
    ),
    "CON-03": ([Geval()], [Geval(dossier={"contracteisen": ()})]),
    "KWA-01": (
        [
            Geval({"verzorgingskosten.bijzondere_kosten_per_jeugdige_per_jaar": "0"}),
            Geval({f"{OUDER}.overige_kosten_per_fte": "0"}),
            Geval({"ondersteuning.vast_bedrag_per_jaar": "0"}),
        ],
        [
            Geval({"verzorgingskosten.bijzondere_kosten_per_jeugdige_per_jaar": "0.01"}),
            Geval({f"{OUDER}.overige_kosten_per_fte": "0", f"{OUDER}.vast_bedrag_per_jaar": "90000"}),
        ],
    ),
    "DUB-01": (
        [Geval({"overhead.grondslag": "directe_kosten"})],
        [
            Geval({"overhead.grondslag": "directe_kosten", "overhead.opslag": "0"}),
            Geval({"overhead.grondslag": "directe_kosten", "huisvesting.vast_bedrag_per_jaar": "0"}),
        ],
    ),
    "DUB-02": (
        [Geval({f"{OUDER}.vervangingsfactor": "1.0001"})],
        [
            Geval({f"{OUDER}.vervangingsfactor": "1"}),
            Geval(
                {f"{OUDER}.vervangingsfactor": "1.1", "vervanging_logeren.vervangingsetmalen_per_jaar": "0"}
            ),
        ],
    ),
    "DUB-03": (
        [
            Geval({"ondersteuning.pedagogisch_uurtarief": UURKOSTEN.quantize(CENT) + CENT}),
            Geval({"ondersteuning.huishoudelijk_uurtarief": UURKOSTEN.quantize(CENT) + CENT}),
        ],
        [
            Geval({"ondersteuning.pedagogisch_uurtarief": UURKOSTEN.quantize(CENT) - CENT}),
            Geval({"ondersteuning.pedagogisch_uurtarief": "200", "winst_marge.percentage": "0"}),
        ],
    ),
    "DUB-04": (
        [Geval({f"{OUDER}.vast_bedrag_per_jaar": MIN_OUDER.quantize(CENT) - CENT})],
        [
            Geval({f"{OUDER}.vast_bedrag_per_jaar": MIN_OUDER.quantize(CENT) + CENT}),
            Geval({f"{OUDER}.vast_bedrag_per_jaar": "0", "winst_marge.percentage": "0"}),
        ],
    ),
    "DUB-05": (
        [
            Geval(dossier={"tegenpartij": VOORBEELD.met({"winst_marge.grondslag": "kostprijs"})}),
            Geval(dossier={"tegenpartij": VOORBEELD.met({"overhead.grondslag": "directe_kosten"})}),
        ],
        [
            Geval(dossier={"tegenpartij": VOORBEELD.met({"winst_marge.percentage": "0.05"})}),
            Geval(dossier={"tegenpartij": VOORBEELD.met({"gelieerde_zorgorganisatie": GELIEERD})}),
        ],
    ),
    "DUB-06": (
        [Geval({"gelieerde_zorgorganisatie": GELIEERD})],
        [
            Geval({"gelieerde_zorgorganisatie": {**GELIEERD, "aandeel": "0"}}),
            Geval(
                {
                    "gelieerde_zorgorganisatie": GELIEERD,
                    "overhead.opslag": "0",
                    "overhead.contracteisen_per_jaar": "0",
                }
            ),
        ],
    ),
    "LOO-01": (
        [
            Geval({f"{OUDER}.loon.bruto_maandsalaris": "4375.21"}, BINNEN_DE_CAO),
            Geval({f"{OUDER}.loon.bruto_maandsalaris": "4375.20"}, {"peildatum": dt.date(2026, 1, 1)}),
            Geval(dossier={"inschaling": {GW: Inschaling(schaal="11", periodiek="11")}}),
        ],
        [
            Geval({f"{OUDER}.loon.bruto_maandsalaris": "4375.20"}, BINNEN_DE_CAO),
            Geval(opbouw=zonder_steun(), dossier={"peildatum": dt.date(2026, 1, 1)}),
            Geval(opbouw=zonder_steun()),
        ],
    ),
    "LOO-02": (
        [
            Geval({f"{OUDER}.loon.bruto_maandsalaris": HOOGSTE_10 + CENT}),
            Geval({f"{GW}.loon.bruto_maandsalaris": LAAGSTE_11 - CENT}),
        ],
        [
            Geval({f"{OUDER}.loon.bruto_maandsalaris": HOOGSTE_10}),
            Geval({f"{GW}.loon.bruto_maandsalaris": LAAGSTE_11}),
            Geval(
                {f"{OUDER}.loon.bruto_maandsalaris": HOOGSTE_10 + CENT},
                {"inschaling": {OUDER: Inschaling(cao="gehandicaptenzorg", schaal="40", periodiek="1")}},
            ),
            Geval({f"{OUDER}.loon.bruto_maandsalaris": "9000", f"{OUDER}.vast_bedrag_per_jaar": "90000"}),
            Geval(opbouw=zonder_steun()),
        ],
    ),
    "LOO-03": (
        [
            Geval({f"{OUDER}.loon.werkgeverspremies": "0.1560"}),
            Geval({f"{GW}.loon.werkgeverspremies": "0.2806"}),
        ],
        [
            Geval({f"{OUDER}.loon.werkgeverspremies": "0.1561"}),
            Geval({f"{GW}.loon.werkgeverspremies": "0.2805"}),
            Geval(opbouw=zonder_steun()),
        ],
    ),
    "LOO-04": (
        [Geval({f"{OUDER}.loon.maximum_premieloon": "79410"})],
        [Geval({f"{OUDER}.loon.maximum_premieloon": "79409.00"}), Geval(opbouw=zonder_steun())],
    ),
    "LOO-05": (
        [Geval({f"{GW}.loon.pensioenpremie_werkgever": "0.1344"})],
        [Geval({f"{GW}.loon.pensioenpremie_werkgever": "0.13450"}), Geval(opbouw=zonder_steun())],
    ),
    "LOO-06": (
        [Geval({f"{GW}.loon.pensioenfranchise": "17282"})],
        [Geval({f"{GW}.loon.pensioenfranchise": "17283.00"}), Geval(opbouw=zonder_steun())],
    ),
    "LOO-07": (
        [
            Geval({f"{OUDER}.loon.eindejaarsuitkering": "0.0831"}),
            Geval({f"{GW}.loon.vakantietoeslag": "0.079"}),
        ],
        [Geval({f"{OUDER}.loon.eindejaarsuitkering": "0.0830"}), Geval(opbouw=zonder_steun())],
    ),
    "LOO-08": (
        [
            Geval({f"{OUDER}.loon.onregelmatigheidstoeslag": "0.1106"}),
            Geval({f"{OUDER}.loon.onregelmatigheidstoeslag": "0.14"}),
        ],
        [
            Geval({f"{OUDER}.loon.onregelmatigheidstoeslag": "0.1105"}),
            Geval(
                {f"{OUDER}.loon.onregelmatigheidstoeslag": "0.14", f"{OUDER}.vast_bedrag_per_jaar": "90000"}
            ),
            Geval({f"{OUDER}.loon.bruto_maandsalaris": "0"}),
        ],
    ),
    "LOO-09": (
        [Geval({f"{GW}.productieve_uren_per_jaar": "1614.5"})],
        [Geval({f"{GW}.productieve_uren_per_jaar": "1614.4"}), Geval(opbouw=zonder_steun())],
    ),
    "LOO-10": (
        [Geval({f"{OUDER}.fte_per_plaats": "0.251"})],
        [Geval({f"{OUDER}.fte_per_plaats": "0.250"}), Geval(opbouw=zonder_steun())],
    ),
    "LOO-11": (
        [Geval({f"{OUDER}.vervangingsfactor": "1.1667"}), Geval({f"{OUDER}.vervangingsfactor": "0.8333"})],
        [
            *(Geval({f"{OUDER}.vervangingsfactor": factor}) for factor in ("1.1666", "0.8334")),
            *(Geval({f"{OUDER}.vervangingsfactor": factor}) for factor in ("1.166667", "0.8333333333")),
        ],
    ),
    "VRZ-01": (
        [
            Geval(
                {"verzorgingskosten.bedrag_per_jeugdige_per_dag": "33.36"}, {"peildatum": dt.date(2024, 3, 1)}
            ),
            Geval(
                {"verzorgingskosten.bedrag_per_jeugdige_per_dag": "23.31"}, {"peildatum": dt.date(2024, 3, 1)}
            ),
            Geval(),
            Geval(dossier={"peildatum": dt.date(2022, 1, 1)}),
        ],
        [
            Geval(
                {"verzorgingskosten.bedrag_per_jeugdige_per_dag": "33.35"}, {"peildatum": dt.date(2024, 3, 1)}
            ),
            Geval(
                {"verzorgingskosten.bedrag_per_jeugdige_per_dag": "23.32"}, {"peildatum": dt.date(2024, 3, 1)}
            ),
            Geval({"verzorgingskosten.vast_bedrag_per_jaar": "40000"}),
            Geval(opbouw=zonder_steun()),
        ],
    ),
    "HUI-01": (
        [
            Geval({"gezinshuis.plaatsen_hoog": 5}),
            Geval({"gezinshuis.plaatsen_laag": 0, "gezinshuis.plaatsen_midden": 6}),
        ],
        [Geval({"gezinshuis.plaatsen_hoog": 4}), Geval({"gezinshuis.plaatsen_midden": 5})],
    ),
    "HUI-02": (
        [
            Geval({"gezinshuis.plaatsen_midden": 3}),
            Geval(
                {
                    "gezinshuis.plaatsen_laag": 0,
                    "gezinshuis.plaatsen_midden": 4,
                    "gezinshuis.plaatsen_hoog": 4,
                }
            ),
        ],
        [Geval(), Geval({"gezinshuis.plaatsen_hoog": 0, "gezinshuis.plaatsen_midden": 4})],
    ),
    "AAN-01": (
        [Geval({"winst_marge.percentage": "0.0701"})],
        [Geval({"winst_marge.percentage": "0.07"}), Geval({"winst_marge.percentage": 0})],
    ),
    "AAN-02": (
        [Geval({"overhead.opslag": "0.3001"}), Geval({"overhead.opslag": "0.0499"})],
        [
            Geval({"overhead.opslag": "0.30"}),
            Geval({"overhead.opslag": "0.05"}),
            Geval({"overhead.opslag": 0}),
        ],
    ),
    "AAN-03": (
        [Geval({"overhead.vast_bedrag_per_plaats_per_jaar": 25000})],
        [Geval({"overhead.opslag": "0.30"})],
    ),
    "AAN-04": (
        [Geval({"leegstand.bezettingsgraad": "0.79"}), Geval({"hoog.leegstand.bezettingsgraad": "0.7"})],
        [Geval({"leegstand.bezettingsgraad": "0.80"}), Geval({"leegstand.bezettingsgraad": 1})],
    ),
    "AAN-05": (
        [
            Geval({f"ondersteuning.{veld}": "14.70"})
            for veld in ("pedagogisch_uurtarief", "huishoudelijk_uurtarief")
        ],
        [
            Geval({"ondersteuning.pedagogisch_uurtarief": "14.71"}),
            Geval({"ondersteuning.huishoudelijk_uurtarief": 10, "ondersteuning.vast_bedrag_per_jaar": 20000}),
        ],
    ),
    "AAN-06": (
        [
            Geval({f"{OUDER}.loon.bruto_maandsalaris": "2294.75"}),
            Geval({OUDER: {**ONDERNEMER, "norm": {**ONDERNEMER["norm"], "bruto_maandsalaris": "2000"}}}),
        ],
        [
            Geval({f"{OUDER}.loon.bruto_maandsalaris": "2294.76"}),
            Geval({f"{GW}.loon.bruto_maandsalaris": "1", f"{GW}.vast_bedrag_per_jaar": 9000}),
        ],
    ),
    "AAN-07": (
        [Geval({f"{GW}.productieve_uren_per_jaar": uren}) for uren in ("1319", "1451")],
        [Geval({f"{GW}.productieve_uren_per_jaar": uren}) for uren in ("1320", "1450")],
    ),
    "AAN-08": (
        [Geval({"vervanging_logeren.vervangingsetmalen_per_jaar": 27})],
        [
            Geval({"vervanging_logeren.vervangingsetmalen_per_jaar": 28}),
            Geval({"vervanging_logeren.vervangingsetmalen_per_jaar": 0, f"{OUDER}.vervangingsfactor": "1.1"}),
        ],
    ),
    "AAN-09": (
        [Geval({"vervanging_logeren.vervangingsetmalen_per_jaar": 75})],
        [
            Geval({"vervanging_logeren.vervangingsetmalen_per_jaar": 76}),
            Geval({"vervanging_logeren.vervangingsetmalen_per_jaar": 27}),
        ],
    ),
    "AAN-10": (
        [
            Geval({"huisvesting.vast_bedrag_per_jaar": 0}),
            Geval({"huisvesting.vast_bedrag_per_jaar": "40362.00"}),  # 27,645 per day
        ],
        [Geval({"huisvesting.vast_bedrag_per_jaar": "40354.40"})],  # 27,64 per day
    ),
    "AAN-11": (
        [
            Geval({"zorgzwaarte.toeslag_per_etmaal_midden": 19}),
            Geval(dossier={"tarieven": {"laag": 150, "midden": 149, "hoog": 151}}),
        ],
        [
            Geval({"zorgzwaarte.toeslag_per_etmaal_midden": 18}),
            Geval(dossier={"tarieven": dict.fromkeys(("laag", "midden", "hoog"), 170)}),
        ],
    ),
    "AAN-12": (
        [Geval({OUDER: ONDERNEMER | {"aov_premie": premie}}) for premie in ("0.0399", "0.0901")],
        [Geval({OUDER: ONDERNEMER | {"aov_premie": premie}}) for premie in ("0.04", "0.09")] + [Geval()],
    ),
    "PRI-01": (
        [Geval(opbouw=zonder_steun())],
        [Geval(opbouw=zonder_steun(), dossier={"peildatum": dt.date(2026, 1, 1)})],
    ),
    "PRI-02": ([Geval()], [Geval(opbouw=met_onderbouwing()), Geval(opbouw=zonder_steun())]),
    "LEV-01": (
        [Geval(dossier=lager(VOL + CENT * 7))],
        [Geval(dossier=lager(VOL + CENT * 4)), Geval()],
    ),
    "LEV-02": (
        [
            Geval(dossier=lager(EIGEN + CENT * 7)),
            Geval(dossier={"tarieven": dict.fromkeys(("laag", "midden", "hoog"), Decimal(20))}),
        ],
        [Geval(dossier=lager(EIGEN + CENT * 4)), Geval()],
    ),
    "LEV-03": (
        [Geval(dossier=lager(LEEG + CENT * 2))],
        [Geval(dossier=lager(LEEG - CENT * 2)), Geval(dossier=lager(VOL + 1))],
    ),
    "LEV-04": (
        [
            Geval({f"{OUDER}.vast_bedrag_per_jaar": LAAGSTE_7.quantize(CENT) - CENT}),
            Geval({f"{OUDER}.vast_bedrag_per_jaar": "0"}),
            Geval(
                {f"{OUDER}.loon.bruto_maandsalaris": SCHAAL_7 - CENT, f"{OUDER}.overige_kosten_per_fte": 9000}
            ),
        ],
        [
            Geval({f"{OUDER}.loon.bruto_maandsalaris": SCHAAL_7, f"{OUDER}.overige_kosten_per_fte": 0}),
            Geval({f"{OUDER}.vast_bedrag_per_jaar": LAAGSTE_7.quantize(CENT) + CENT}),
            Geval(opbouw=zonder_steun()),
        ],
    ),
    "LEV-05": (
        [gelieerd_aangeboden(f"{RUIMTE + Decimal('0.10')}")],
        [gelieerd_aangeboden(f"{RUIMTE - Decimal('0.10')}"), Geval()],
    ),
    "LEV-06": (
        [ondernemer(UREN * Decimal("14.71") - CENT), ondernemer(Decimal(1))],
        [ondernemer(UREN * Decimal("14.71")), Geval({f"{OUDER}.vast_bedrag_per_jaar": "1"})],
    ),
}

RAAK = [(code, geval) for code, (raak, _) in GEVALLEN.items() for geval in raak]
NET_NIET = [(code, geval) for code, (_, net_niet) in GEVALLEN.items() for geval in net_niet]


def _namen(gevallen: list[tuple[str, Geval]]) -> list[str]:
    return [code for code, _ in gevallen]


@pytest.mark.parametrize(("code", "geval"), RAAK, ids=_namen(RAAK))
def test_dit_wordt_gevonden(code: str, geval: Geval) -> None:
    assert code in geval.codes()


@pytest.mark.parametrize(("code", "geval"), NET_NIET, ids=_namen(NET_NIET))
def test_dit_net_niet(code: str, geval: Geval) -> None:
    assert code not in geval.codes()


def test_elke_controle_heeft_gevallen_en_een_eigen_code() -> None:
    codes = [controle.code for controle in CONTROLES]
    assert list(GEVALLEN) == sorted(codes, key=codes.index)
    assert len(set(codes)) == len(codes)
    assert all(raak and net_niet for raak, net_niet in GEVALLEN.values())
