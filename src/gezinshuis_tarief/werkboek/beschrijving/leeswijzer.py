"""The sheet Leeswijzer: what the workbook is for, what the words mean, how to negotiate with it."""

from __future__ import annotations

from collections.abc import Sequence

from gezinshuis_tarief.onderdelen.plaatsing import eigen_delen
from gezinshuis_tarief.werkboek.beschrijving import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel

_BREEDTES = (22, 78)
_DOEL = (
    (
        "Dit werkboek rekent een tarief per jeugdige per etmaal uit voor een gezinshuis, opgebouwd uit de elf "
        "bouwstenen van de Handreiking tariefstelling gezinshuiszorg (2021)."
    ),
    (
        "Gemeente en aanbieder vullen dezelfde cellen en zien dezelfde uitkomst, tot op de cent. Alles rekent in "
        "dit bestand zelf; er is geen ander programma nodig."
    ),
)
_BLADEN = (
    (namen.SAMENVATTING, "het tarief per zorgzwaarte, de elf regels per etmaal en per jaar, en de controles"),
    (
        namen.UITGANGSPUNTEN,
        "alle invoer, per bouwsteen, met status, herkomst, bron en ruimte voor opmerkingen",
    ),
    (namen.BEREKENING, "elke stap van de berekening in woorden, met zijn bedrag"),
    (namen.EIGEN_ONDERDELEN, "de formules en de invoer die afwijken van de standaard, met hun grenzen"),
    (namen.LEESWIJZER, "deze bladzijde"),
    (namen.PASPOORT, "met welke versie, welke formules en welke cijfers het werkboek is gemaakt"),
)
_STATUS = (
    ("vast", "ligt vast in cao of wet; wijzig het alleen met een reden"),
    ("suggestie", "een voorstel met een bron; afwijken mag en wordt vermeld"),
    ("open", "vullen partijen samen in"),
)
_HERKOMST = (
    ("bron", "gelezen in de bron die ernaast staat"),
    ("afgeleid", "uitgerekend uit een bron"),
    ("aanname", "zonder bron; vraag waarop het berust"),
)
_RONDE = (
    "1. Kijk op Samenvatting naar het tarief en naar de regels die het meeste wegen.",
    "2. Wijzig op Uitgangspunten de gekleurde cellen. Plakken mag; de kolom Let op blijft waarschuwen.",
    "3. Wijkt u af van iets wat vast is of een suggestie, schrijf dan in dezelfde rij het eerste voorstel en uw reden.",
    (
        "4. Schrijf vragen in de kolom Opmerking en stuur het bestand terug. Bij inlezen worden alle formules en "
        "uitkomsten nagerekend."
    ),
    "5. Rijen en kolommen toevoegen, bladen verplaatsen en eigen bladen maken mag: invoer wordt op naam gevonden.",
)
_GOED_OM_TE_WETEN = (
    "Een eigen bedrag per jaar bij bouwsteen 1 tot en met 6 gaat voor de opbouw, ook als het 0 is. Leeg betekent: reken met de opbouw.",
    "Bouwsteen 8 telt alleen mee bij ja. Bij nee blijven de waarden staan.",
    "Elk percentage zegt waarvan het een deel is. Een opslag op de kosten en een deel van het tarief zijn niet hetzelfde.",
    "De bladen zijn beveiligd zonder wachtwoord, tegen vergissingen. Opheffen kan via Controleren, Beveiliging blad opheffen.",
    "Afgerond wordt een keer: elke regel per etmaal op centen. Het tarief is de som van de afgeronde regels.",
)
_ONBEKEND = (
    "De bedragen, percentages en uren van de handreiking zelf zijn niet gelezen; geen cijfer hier komt daaruit.",
    "De verdeling van een tarief over de wettelijke kostprijselementen is onze indeling.",
)


def maak_leeswijzer(vulling: Werkboekinhoud) -> Blad:
    """Lay the sheet out."""
    is_eigen = any(eigen_delen(vulling.opbouw))
    bladen = tuple(regel for regel in _BLADEN if is_eigen or regel[0] != namen.EIGEN_ONDERDELEN)
    normen = tuple(f"{n.vraag} Onze lezing: {n.onze_lezing}" for n in vulling.opbouw.alle_open_normen())
    delen: tuple[tuple[str, Sequence[str | tuple[str, str]]], ...] = (
        ("Waarvoor", _DOEL),
        ("De bladen", bladen),
        ("Status: hoe vrij is een waarde", _STATUS),
        ("Herkomst: wat staat erachter", _HERKOMST),
        ("Een ronde onderhandelen", _RONDE),
        ("Goed om te weten", _GOED_OM_TE_WETEN),
        ("Wat niet bekend is", _ONBEKEND),
        ("Open normen: de handreiking kan dit anders doen", normen),
    )
    cellen = [Cel(0, 0, "Leeswijzer", "titel")]
    rij = 2
    for kop, regels in delen:
        cellen.append(Cel(rij, 0, kop, "tussenkop", tot_kolom=1))
        for regel in regels:
            rij += 1
            if isinstance(regel, str):
                cellen.append(Cel(rij, 0, regel, "alinea", tot_kolom=1))
            else:
                opmaak = f"legenda_{regel[0]}" if regels is _STATUS else "vet"
                cellen += [Cel(rij, 0, regel[0], opmaak), Cel(rij, 1, regel[1], "alinea")]
        rij += 2
    return Blad(namen.LEESWIJZER, "#8A8A8A", _BREEDTES, cellen, {0: 30.0}, op_een_bladzijde=True)
