"""What a check is, and the one table of checks: their codes, weights, norms and sources; the guide's table is made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from gezinshuis_tarief.controle.banden import Band, standaardbanden
from gezinshuis_tarief.controle.bevinding import AANNAME_VAN_ONS, Vondst
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.controle.toetsen import (
    aannemelijk,
    contract,
    dubbel,
    inzet,
    levensvatbaar,
    loon,
    volledigheid,
)
from gezinshuis_tarief.kern.fouten import Ernst

Toets: TypeAlias = Callable[[Toetsdossier], Iterable[Vondst]]


@dataclass(frozen=True, slots=True)
class Controle:
    """One check.

    Attributes:
        code: stable; users switch a check off by it.
        ernst: how heavy its findings weigh.
        titel: what it looks for, in Dutch.
        norm: what the quote is held against; a finding may state it more precisely.
        bron: where the norm stands, or that it is an aanname.
        toets: the function; it yields what it finds.
        nodig: inputs it reads that a variant of one's own may lack; without them it is not applied.
    """

    code: str
    ernst: Ernst
    titel: str
    norm: str
    bron: str
    toets: Toets
    nodig: tuple[str, ...] = ()


_F, _W, _O = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.OPMERKING
_BESLUIT: Final = "Besluit Jeugdwet art. 2.3 (Stb. 2024, 69); de indeling van de bouwstenen is de onze"
_CAO: Final = "CAO Jeugdzorg (zie de bevinding)"
_CAO_OUDERS: Final = "CAO Jeugdzorg, bijlage 3 (gezinshuisouders)"
_MODEL: Final = "opbouw van de offerte zelf"
_KWALITEIT: Final = (
    "Kwaliteitscriteria Gezinshuizen (2019), vier bouwstenen; de koppeling aan regels is de onze"
)
_OUDER, _GW = "inkomen_gezinshuisouder", "gedragswetenschapper"
_LOON: Final = (f"{_OUDER}.loon.bruto_maandsalaris", f"{_GW}.loon.bruto_maandsalaris")
_FTE: Final = (f"{_OUDER}.fte_per_plaats", f"{_OUDER}.vervangingsfactor", _LOON[0])

_BANDEN: Final[dict[str, Band]] = {band.maat: band for band in standaardbanden()}


def _in_band(  # noqa: PLR0913, PLR0917 (a row of the table)
    code: str, ernst: Ernst, titel: str, maat: str, toets: Toets, nodig: tuple[str, ...] = ()
) -> Controle:
    """Make the check of a band; the table shows the band of the library with its source."""
    return Controle(
        code, ernst, titel, _BANDEN[maat].in_woorden, _BANDEN[maat].herkomst_in_woorden, toets, nodig
    )


# fmt: off
CONTROLES: Final[tuple[Controle, ...]] = (
    Controle("VOL-01", _F, "wettelijk element zonder kosten", "elk element van art. 2.3 heeft kosten", _BESLUIT, volledigheid.element_zonder_kosten),
    Controle("VOL-02", _W, "lege bouwsteen", "bouwsteen 1 tot en met 7 zijn gevuld", _BESLUIT, volledigheid.lege_bouwsteen),
    Controle("VOL-03", _O, "geen leegstand of marge", "iemand draagt het risico van leegstand en tegenslag", AANNAME_VAN_ONS, volledigheid.risico_zonder_regel),
    Controle("VOL-04", _W, "geen indexeringsclausule, of een tekst die te weinig zegt", "element d van art. 2.3: kosten voor indexering", _BESLUIT, volledigheid.geen_indexering),
    Controle("VOL-05", _O, "waarden zonder bron", "elke waarde heeft een bron of berekening", AANNAME_VAN_ONS, volledigheid.aannames),
    Controle("VOL-06", _O, "open norm zonder besluit", "partijen hebben over elke open norm besloten", AANNAME_VAN_ONS, volledigheid.open_norm),
    Controle("VOL-07", _W, "vaste waarde gewijzigd", "een waarde volgens cao of wet verandert alleen met een reden", "bron van de waarde", volledigheid.vaste_waarde_gewijzigd),
    Controle("VOL-08", _O, "indexeringsclausule in eigen woorden", "beide partijen rekenen met de clausule hetzelfde uit", AANNAME_VAN_ONS, volledigheid.clausule_in_eigen_woorden),
    Controle("VOL-09", _W, "regel onder nul", "geen regel en geen eigen post is lager dan € 0,00", _MODEL, volledigheid.negatieve_regel),
    Controle("CON-01", _W, "contracteis zonder kostenregel", "elke contracteis heeft een regel die haar betaalt", "contract", contract.eis_zonder_kosten),
    Controle("CON-02", _W, "contracteisen duurder dan hun regel", "de regel is minstens de som van zijn eisen", "contract", contract.eisen_boven_de_regel),
    Controle("CON-03", _O, "contracteisen niet meegegeven", "de eisen van het contract zijn bekend", AANNAME_VAN_ONS, contract.geen_lijst_met_eisen),
    Controle("KWA-01", _W, "kwaliteitscriterium zonder kosten", "elk kwaliteitscriterium heeft regels die het betalen", _KWALITEIT, contract.kwaliteit_zonder_kosten, (f"{_OUDER}.overige_kosten_per_fte", "verzorgingskosten.bijzondere_kosten_per_jeugdige_per_jaar")),
    Controle("DUB-01", _W, "overhead ook over huisvesting", "huisvesting telt één keer", _MODEL, dubbel.overhead_over_huisvesting, ("overhead.opslag", "overhead.grondslag")),
    Controle("DUB-02", _W, "vervanging in factor en in bouwsteen 4", "elke dag vervanging telt één keer", _CAO_OUDERS, dubbel.vervanging_dubbel, (f"{_OUDER}.vervangingsfactor", "vervanging_logeren.vervangingsetmalen_per_jaar")),
    Controle("DUB-03", _W, "marge in een uurtarief", "een uurtarief bevat geen winst die ook in bouwsteen 10 staat", AANNAME_VAN_ONS, dubbel.marge_in_uurtarief, ("ondersteuning.huishoudelijk_uurtarief",)),
    Controle("DUB-04", _W, "inkomen in de marge", "het inkomen van de gezinshuisouder staat in bouwsteen 1; laagste: 5/6 van 0,25 fte per plaats", _CAO_OUDERS, dubbel.inkomen_in_marge, _FTE),
    Controle("DUB-05", _W, "grondslag verschilt tussen partijen", "een percentage heeft voor beide partijen dezelfde grondslag", _MODEL, dubbel.grondslag_verschilt),
    Controle("DUB-06", _O, "overhead naast gelieerde organisatie", "elke taak wordt één keer betaald", AANNAME_VAN_ONS, dubbel.overhead_en_gelieerd),
    Controle("LOO-01", _W, "salaris past niet bij schaal en periodiek", "de salaristabel op de peildatum", _CAO, loon.salaris_bij_trede, _LOON),
    Controle("LOO-02", _W, "salaris buiten de schalen van de functie", "de schalen van de functie op de peildatum", _CAO, loon.salaris_buiten_schalen, _LOON),
    Controle("LOO-03", _W, "werkgeverspremies buiten de band", "de premies van het jaar", "gepubliceerde premies (zie de bevinding)", loon.premies_buiten_band, _LOON),
    Controle("LOO-04", _W, "maximum premieloon van een ander jaar", "het maximum van het jaar", "gepubliceerde premies (zie de bevinding)", loon.maximum_premieloon, _LOON),
    Controle("LOO-05", _W, "pensioenpremie van een ander jaar", "de premie van het jaar", "PFZW (zie de bevinding)", loon.pensioenpremie, _LOON),
    Controle("LOO-06", _W, "pensioenfranchise van een ander jaar", "de franchise van het jaar", "PFZW (zie de bevinding)", loon.pensioenfranchise, _LOON),
    Controle("LOO-07", _W, "vakantietoeslag of eindejaarsuitkering anders dan de cao", "het percentage in de cao", _CAO, loon.cao_toeslagen, _LOON),
    Controle("LOO-08", _W, "onregelmatigheidstoeslag anders dan de cao", "de vaste toeslag voor gezinshuisouders", _CAO_OUDERS, loon.onregelmatigheidstoeslag, _LOON),
    Controle("LOO-09", _W, "te veel productieve uren", "de jaaruren van de cao min verlof en feestdagen", _CAO, inzet.productieve_uren, (f"{_GW}.productieve_uren_per_jaar",)),
    Controle("LOO-10", _W, "fte per plaats anders dan de cao", "0,25 fte per geplaatste jeugdige", _CAO_OUDERS, inzet.fte_per_plaats, _FTE),
    Controle("LOO-11", _W, "vervangingsfactor buiten de cao", "minstens 5/6 en hoogstens 7/6", _CAO_OUDERS, inzet.vervangingsfactor, _FTE),
    Controle("VRZ-01", _O, "verzorgingskosten naast de pleegvergoeding", "de pleegvergoeding van het jaar, als vergelijking", "pleegvergoeding (zie de bevinding)", inzet.verzorgingskosten, ("verzorgingskosten.bedrag_per_jeugdige_per_dag",)),
    Controle("HUI-01", _W, "te veel plaatsen met één zorgzwaarte", "hoogstens 6 laag, 5 midden, 4 hoog", "regionale maxima; " + AANNAME_VAN_ONS, inzet.plaatsen_per_zorgzwaarte),
    Controle("HUI-02", _W, "te veel plaatsen bij de zwaarste zorgzwaarte", "samen hoogstens 6 als alles laag is, 5 met midden, 4 met hoog", _BANDEN["gezinshuis.plaatsen_hoog"].herkomst_in_woorden, aannemelijk.plaatsen_bij_de_zwaarste),
    _in_band("AAN-01", _W, "marge buiten de band", "winst_marge.percentage", aannemelijk.marge, ("winst_marge.percentage",)),
    _in_band("AAN-02", _W, "overheadpercentage buiten de band", "overhead.opslag", aannemelijk.overhead_opslag, ("overhead.opslag",)),
    _in_band("AAN-03", _W, "overhead is een te groot deel van de kostprijs", "overhead.aandeel", aannemelijk.overhead_aandeel),
    _in_band("AAN-04", _W, "bezettingsgraad buiten de band", "leegstand.bezettingsgraad", aannemelijk.bezetting, ("leegstand.bezettingsgraad",)),
    Controle("AAN-05", _W, "uurtarief onder het minimumloon", "minstens het wettelijk minimumloon van de dag", "Wet minimumloon (zie de bevinding)", aannemelijk.uurtarief_onder_minimumloon, ("ondersteuning.huishoudelijk_uurtarief", "ondersteuning.pedagogisch_uurtarief")),
    Controle("AAN-06", _W, "salaris onder het minimumloon", "minstens het wettelijk minimumloon van de dag", "Wet minimumloon (zie de bevinding)", aannemelijk.uurloon_onder_minimumloon),
    _in_band("AAN-07", _W, "productieve uren buiten de band", "gedragswetenschapper.productieve_uren_per_jaar", aannemelijk.productieve_uren_in_band, (f"{_GW}.productieve_uren_per_jaar",)),
    _in_band("AAN-08", _W, "vervanging dekt het verlof niet", "vervanging_logeren.verlof", aannemelijk.vervanging_voor_verlof, ("vervanging_logeren.vervangingsetmalen_per_jaar",)),
    _in_band("AAN-09", _O, "vervanging dekt de vrije weekenden niet", "vervanging_logeren.verlof_en_weekenden", aannemelijk.vervanging_voor_weekenden, ("vervanging_logeren.vervangingsetmalen_per_jaar",)),
    _in_band("AAN-10", _W, "huisvesting is nul of buiten de band", "huisvesting.per_etmaal", aannemelijk.huisvesting_in_band),
    Controle("AAN-11", _W, "lichtere zorgzwaarte duurder dan een zwaardere", "een zwaardere zorgzwaarte kost minstens zoveel als een lichtere", _MODEL, aannemelijk.lichter_is_duurder),
    _in_band("AAN-12", _W, "AOV-premie buiten de band", "inkomen_gezinshuisouder.aov_premie", aannemelijk.aov_premie),
    Controle("PRI-01", _W, "geen prijspeil", "de offerte noemt de datum van haar prijzen", AANNAME_VAN_ONS, inzet.geen_prijspeil),
    Controle("PRI-02", _O, "prijzen van verschillende jaren", "alle bedragen hebben hetzelfde prijspeil", AANNAME_VAN_ONS, inzet.prijzen_van_verschillende_jaren),
    Controle("LEV-01", _F, "verlies bij een vol huis", "een vol huis maakt geen verlies", _MODEL, levensvatbaar.verlies_bij_vol_huis),
    Controle("LEV-02", _W, "verlies bij de eigen bezettingsgraad", "bij de bezettingsgraad van de offerte is er geen verlies", _MODEL, levensvatbaar.verlies_bij_eigen_bezetting, ("leegstand.bezettingsgraad",)),
    Controle("LEV-03", _O, "geen ruimte voor een lege plaats", "een jaar kan één lege plaats gedurende één maand dragen", AANNAME_VAN_ONS, levensvatbaar.lege_plaats),
    Controle("LEV-04", _W, "inkomen per uur onder de cao", "minstens de loonkosten van de laagste trede van schaal 7", _CAO, levensvatbaar.uurinkomen_onder_cao, _FTE),
    Controle("LEV-05", _W, "te weinig over na de gelieerde organisatie", "wat overblijft dekt de eigen kosten van het huis", _MODEL, levensvatbaar.te_weinig_na_gelieerde),
    Controle("LEV-06", _W, "ondernemer onder het minimumloon", "minstens het wettelijk minimumloon per betaald uur", "Wet minimumloon (zie de bevinding)", levensvatbaar.uurinkomen_onder_minimumloon),
)
# fmt: on
"""Every check, in the order of the report: code, ernst, titel, norm, bron, function, inputs it needs."""


def als_markdown(controles: Iterable[Controle] = CONTROLES) -> str:
    """Write the table of checks for the guide."""
    rijen = ["| code | ernst | waar het op let | norm | bron |", "|---|---|---|---|---|"]
    rijen += [f"| {c.code} | {c.ernst} | {c.titel} | {c.norm} | {c.bron} |" for c in controles]
    return "\n".join(rijen) + "\n"
