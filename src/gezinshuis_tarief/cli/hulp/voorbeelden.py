"""An example for the help of each command within a group; those of the main commands stand in their own table."""

from __future__ import annotations

from typing import Final

import click

_PARTIJ: Final = "--partij gemeente --indiener 'J. Jansen'"
_DAG: Final = "--peildatum 2026-01-01"

VOORBEELDEN: Final = {
    "onderhandel akkoord": f"dossier.json leegstand.bezettingsgraad {_PARTIJ}",
    "onderhandel bewijs": "dossier.json -o bewijs.json",
    "onderhandel bijlage": "bewijs.json -o bijlage.docx --strikt",
    "onderhandel bod": f"dossier.json {_PARTIJ} --zet leegstand.bezettingsgraad=0.95 --reden 'cijfers van 2025'",
    "onderhandel contract": f"dossier.json {_PARTIJ} --contract contract.json",
    "onderhandel houd": f"dossier.json overhead.opslag {_PARTIJ} --reden 'geldt voor alle huizen'",
    "onderhandel lees": f"dossier.json ronde.xlsx {_PARTIJ}",
    "onderhandel motivering": "dossier.json -o motivering.docx",
    "onderhandel naspel": "bewijs.json --handtekening bewijs.handtekening --sleutel mijn.publiek.pem",
    "onderhandel nieuw": f"dossier.json --naam 'De Linde' {_DAG} --basis mijn.json",
    "onderhandel onderteken": "bewijs.json --sleutel mijn.pem -o bewijs.handtekening",
    "onderhandel ronde": "dossier.json",
    "onderhandel sleutelpaar": "-o mijn.pem",
    "onderhandel stand": "dossier.json",
    "onderhandel verenig": "dossier.json kopie.json",
    "onderhandel verschil": "dossier.json gemeente aanbieder --beeld verschil.png",
    "onderhandel vraag": f"dossier.json overhead.opslag {_PARTIJ} --tekst 'graag onderbouwen'",
    "onderhandel werkboek": "dossier.json -o ronde.xlsx --antwoord-voor 2026-03-01",
    "referentie functie": f"Gezinshuisouder {_DAG.replace('2026', '2025')}",
    "referentie index": "OVA 2024 --stand definitief",
    "referentie minimumloon": _DAG,
    "referentie ondernemer": f"Zvw_laag {_DAG}",
    "referentie pensioen": f"AOW_franchise {_DAG}",
    "referentie pleegvergoeding": "9 --peildatum 2024-01-01 --per maand",
    "referentie premie": f"Zvw_werkgever {_DAG}",
    "referentie regel": "vakantietoeslag --peildatum 2025-01-01",
    "referentie salaris": f"jeugdzorg 8 12 {_DAG}",
    "referentie zoek": "Zvw 2026",
}
"""Of each command, named with its group, the words behind it."""


def zet_voorbeeld(opdracht: click.Command, naam: str, woorden: str) -> None:
    """Let the help of a command end with an example, and that of each command in a group too.

    Args:
        opdracht: the command, or the group.
        naam: what is typed for it after the name of the program.
        woorden: the words of the example, without the name of the program.
    """
    opdracht.epilog = f"\b\nVoorbeeld:\n  gezinshuis-tarief {woorden}"
    for deel, onder in opdracht.commands.items() if isinstance(opdracht, click.Group) else ():
        volledig = f"{naam} {deel}"
        zet_voorbeeld(onder, volledig, f"{volledig} {VOORBEELDEN[volledig]}")
