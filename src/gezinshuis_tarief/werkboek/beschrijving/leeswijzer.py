"""The sheet Leeswijzer: what the workbook is for, what the words mean, how to negotiate with it."""

from __future__ import annotations

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
    (namen.LEESWIJZER, "deze bladzijde"),
    (namen.PASPOORT, "met welke versie, welke formules en welke cijfers het werkboek is gemaakt"),
)
_STATUS = (
    ("vast", "ligt vast in cao of wet; wijzig het alleen met een reden", "vast"),
    ("suggestie", "een voorstel met een bron; afwijken mag en wordt vermeld", "suggestie"),
    ("open", "vullen partijen samen in", "open"),
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
    cellen = [Cel(0, 0, "Leeswijzer", "titel")]
    rij = 2

    def kop(tekst: str) -> None:
        nonlocal rij
        cellen.append(Cel(rij, 0, tekst, "tussenkop", tot_kolom=1))
        rij += 1

    def alineas(teksten: tuple[str, ...]) -> None:
        nonlocal rij
        for tekst in teksten:
            cellen.append(Cel(rij, 0, tekst, "alinea", tot_kolom=1))
            rij += 1
        rij += 1

    kop("Waarvoor")
    alineas(_DOEL)
    kop("De bladen")
    for naam, tekst in _BLADEN:
        cellen += [Cel(rij, 0, naam, "vet"), Cel(rij, 1, tekst, "alinea")]
        rij += 1
    rij += 1
    kop("Status: hoe vrij is een waarde")
    for naam, tekst, opmaak in _STATUS:
        cellen += [Cel(rij, 0, naam, f"legenda_{opmaak}"), Cel(rij, 1, tekst, "alinea")]
        rij += 1
    rij += 1
    kop("Herkomst: wat staat erachter")
    for naam, tekst in _HERKOMST:
        cellen += [Cel(rij, 0, naam, "vet"), Cel(rij, 1, tekst, "alinea")]
        rij += 1
    rij += 1
    kop("Een ronde onderhandelen")
    alineas(_RONDE)
    kop("Goed om te weten")
    alineas(_GOED_OM_TE_WETEN)
    kop("Wat niet bekend is")
    alineas(_ONBEKEND)
    kop("Open normen: de handreiking kan dit anders doen")
    alineas(tuple(f"{n.vraag} Onze lezing: {n.onze_lezing}" for n in vulling.opbouw.alle_open_normen()))
    return Blad(namen.LEESWIJZER, "#8A8A8A", _BREEDTES, cellen, {0: 30.0}, op_een_bladzijde=True)
