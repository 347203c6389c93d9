"""A cost line of one's own without a class: its formula is text, and travels with the quote."""

from gezinshuis_tarief import naar_json, onderdeel, van_json, voorbeeld_2026

Vervoer = onderdeel(
    "Vervoer",
    plek="eigen_posten",
    uitleg="Ritten per jeugdige maal de prijs van een rit.",
    invoer={"ritten": {"eenheid": "aantal"}, "prijs_per_rit": {"eenheid": "€ per stuk"}},
    uitkomst="huis.plaatsen * ritten * prijs_per_rit",
)
offerte = voorbeeld_2026().met(
    {"eigen_posten": [Vervoer(naam="vervoer", ritten="120", prijs_per_rit="7.50")]}
)
ontvangen = van_json(naar_json(offerte))  # the other party needs no class
print(ontvangen.bereken()["midden"].per_etmaal, ontvangen == offerte)
print(ontvangen.met({"eigen_posten[0].prijs_per_rit": "6.90"}).bereken()["midden"].per_etmaal)
print(ontvangen.uitleg().stap("eigen_posten[0].per_jaar"))
