"""What an import can notice: per code how heavily it weighs, what was found, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.beschrijving.namen import SJABLOON

Meldsoorten = Mapping[str, tuple[Ernst, str, str]]
OORSPRONKELIJK: Final = "Neem de waarden over in het oorspronkelijke werkboek."
UIT_DE_LIJST: Final = "Kies een van deze woorden uit de lijst."
HIER_TELT: Final = "In de uitkomst hier telt de nieuwe berekening."
VERZONDEN_TELT: Final = "In de uitkomst hier telt het onderdeel zoals het is verzonden."
BESPREEK: Final = "Vraag de afzender of dit een voorstel is."
BEREKEN: Final = "Open het bestand in Excel of LibreOffice, laat het rekenen en bewaar het opnieuw."

VOOR_VOORSTEL: Final = frozenset(
    {
        "onderdeelformule_gewijzigd",
        "onderdeel_gewijzigd",
        "onderdeelregel_erbij",
        "formule_gewijzigd",
        "onderdeel_nieuw",
    }
)
"""What may be a proposal, so that the finding says whether it can be taken over."""


def soorten(ernst: Ernst, **zinnen: tuple[str, str]) -> Meldsoorten:
    """Return kinds of findings of one weight; what is between braces is filled in."""
    return {code: (ernst, *zin) for code, zin in zinnen.items()}


WERKBOEKMELDINGEN: Final[Meldsoorten] = {
    **soorten(
        Ernst.FOUT,
        naam_ontbreekt=("de naam {naam} staat niet in het bestand", OORSPRONKELIJK),
        naam_dubbel=("de naam {naam} staat {aantal} keer in het bestand", OORSPRONKELIJK),
        naam_kapot=("de naam {naam} wijst nergens meer naar ({doel})", OORSPRONKELIJK),
        naam_geen_cel=("de naam {naam} wijst niet naar één cel maar naar {doel}", OORSPRONKELIJK),
        naam_gedeeld=("de namen {een} en {ander} wijzen naar dezelfde cel", OORSPRONKELIJK),
        naam_verlegd=(
            "de naam {naam} wijst naar deze cel, maar de regel van {naam} is een andere",
            f"{OORSPRONKELIJK} Sorteer de regels niet.",
        ),
        geen_keuze=("{tekst}", UIT_DE_LIJST),
        geen_status=('"{tekst}" als status', UIT_DE_LIJST),
        geen_herkomst=('"{tekst}" als herkomst', UIT_DE_LIJST),
        onzichtbaar_teken=(
            "deze tekst {wat}",
            "Typ deze tekst opnieuw.",
        ),
        geen_datum=('"{tekst}" als eerste dag', "Typ een datum, zoals 1-1-2026."),
    ),
    **soorten(
        Ernst.WAARSCHUWING,
        paspoort_ontbreekt=(
            f"het paspoort ontbreekt; gelezen als sjabloon {SJABLOON}",
            "Vraag waarom het is verwijderd.",
        ),
        kolom_ontbreekt=(
            "de naam {naam} staat niet in het bestand; die kolom is niet gelezen",
            OORSPRONKELIJK,
        ),
        steun_verzonden_kapot=(
            "{tekst} in de kolom Onderbouwing bij verzending",
            "De onderbouwing is gelezen zoals zij nu in de andere kolommen staat; vraag waarom deze cel is gewijzigd.",
        ),
        sleutel_weg=(
            "de sleutel {naam} staat niet meer in de kolom met sleutels",
            "Zet de sleutel terug op zijn regel.",
        ),
        keuze_anders_geschreven=('"{tekst}", gelezen als {woord}', "Kies het woord uit de lijst."),
        formule_als_invoer=(
            "de formule ={formule}, gelezen als {tekst}",
            "Klopt dit, dan hoeft u niets te doen; de formule zelf wordt niet bewaard.",
        ),
        vast_gewijzigd_zonder_reden=(
            "een andere waarde dan verzonden ({was}), zonder reden",
            "Schrijf de reden in de kolom Reden van afwijking. Bron: {bron}.",
        ),
        vaste_status_gewijzigd=(
            "een waarde die vast is verzonden; de kolom Status zegt nu {tekst}",
            "De waarde blijft vast. Spreek af dat zij vrij is, dan verstuurt de afzender haar zo.",
        ),
        verzonden_kapot=(
            "{tekst} in de kolommen Waarde en Onderbouwing bij verzending",
            "Wat er sinds de verzending veranderde is niet meer te zeggen; vraag waarom die kolommen zijn gewijzigd.",
        ),
        vermomde_invoer=(
            "{tekst}, maar de cel toont dat niet: {waarom}",
            "Geef de cel haar gewone opmaak terug en kijk of de waarde klopt; hier telt de waarde zelf.",
        ),
        rij_ingevoegd=(
            "een ingevoegde rij: {tekst}, {bedrag}; deze telt niet mee",
            "Is dit een eigen post per jaar voor het hele huis? Laat hem dan meetellen met --met-ingevoegd.",
        ),
        rij_zonder_bedrag=(
            "een ingevoegde rij zonder bedrag dat te lezen is: {tekst}",
            "Vraag wat ermee is bedoeld; de tekst is bewaard.",
        ),
        verborgen_invoer=("invoer op {waar}", "Maak het zichtbaar en kijk of de waarde klopt."),
        externe_koppeling=(
            "een koppeling met een ander bestand: {doel}",
            "Verbreek de koppeling; de uitkomst hier gebruikt haar niet.",
        ),
        let_op_gewijzigd=(
            "een andere formule in de kolom Let op",
            "De invoer is hier opnieuw gecontroleerd; de uitkomst verandert er niet door.",
        ),
        uitkomstnaam_weg=(
            "van {aantal} uitkomsten of tussenstappen ontbreekt de naam of de cel, zoals {naam}",
            "De uitkomst is opnieuw berekend; gebruik voor het vervolg het oorspronkelijke werkboek.",
        ),
        onderdelen_niet_verzonden=(
            "de eigen onderdelen zoals verzonden staan niet meer op Paspoort; gelezen zoals op dit blad",
            "Vraag waarom ze zijn verwijderd. De kenmerken hier passen bij de formules.",
        ),
        onderdelenblad_weg=(
            "het blad of zijn kop ontbreekt; {namen} is gelezen zoals verzonden",
            "Vraag waarom het is verwijderd; de uitkomst verandert er niet door.",
        ),
        onderdelenblad_verborgen=("een verborgen blad", "Maak het zichtbaar en kijk of de formules kloppen."),
        onderdeelformule_gewijzigd=("{wat}", f"{VERZONDEN_TELT} {BESPREEK}"),
        onderdeel_gewijzigd=("{wat} in de kolom {kolom}", f"{VERZONDEN_TELT} {BESPREEK}"),
        onderdeelregel_weg=("de regel {regel} ontbreekt", f"{VERZONDEN_TELT} {BESPREEK}"),
        onderdeelregel_erbij=("een regel die niet is verzonden: {tekst}", f"{VERZONDEN_TELT} {BESPREEK}"),
        onderdeel_nieuw=(
            "een nieuw eigen onderdeel: {titel}",
            f"In de uitkomst hier telt het niet mee. {BESPREEK}",
        ),
        formule_vervangen=(
            "{wat} in plaats van een formule",
            "Vraag de afzender waarom; in de uitkomst hier telt de oorspronkelijke formule.",
        ),
        formule_gewijzigd=(
            "de formule ={wat}",
            "Vraag de afzender waarom; in de uitkomst hier telt de oorspronkelijke formule.",
        ),
        controle_zegt_iets_anders=("{wat} bij een controle", f"{HIER_TELT} {BEREKEN}"),
        uitkomst_verouderd=("{wat}; opnieuw berekend is het {juist}", f"{HIER_TELT} {BEREKEN}"),
        tarief_wijkt_af=("{wat} door gewijzigde formules; opnieuw berekend is het {juist}", HIER_TELT),
    ),
    **soorten(
        Ernst.OPMERKING,
        namen_zonder_punt=(
            "{aantal} namen waarin een programma de punt door een onderstreping verving; gelezen als de naam met de punt",
            "De waarden zijn gelezen. Bewaar voor het vervolg met Excel of LibreOffice.",
        ),
        vangnet_weg=(
            "dit programma bewaarde {wat} niet mee, of iemand hief die op",
            "De waarden zijn hier gecontroleerd; gebruik voor het vervolg het oorspronkelijke werkboek.",
        ),
        bouwsteen_8_staat_uit=(
            "{tekst}; dit telt niet mee, want bouwsteen 8 staat uit",
            f"Zet {AANWEZIG} op ja als het mee moet tellen.",
        ),
        reden_zonder_afwijking=(
            'de reden "{reden}" bij een waarde die niet is gewijzigd; de reden is niet bewaard',
            "Schrijf het eerste voorstel erbij, of gebruik de kolom Opmerking.",
        ),
        kopie_van_blad=(
            "een kopie van een blad met invoer; deze kopie is niet gelezen",
            "Vul het oorspronkelijke blad in, of verwijder de kopie.",
        ),
        andere_formules=(
            "formules met een ander kenmerk ({kenmerk}) dan die van deze versie",
            "Verschillen in formules kunnen komen doordat een andere versie het werkboek schreef.",
        ),
    ),
}
