"""The contract annex: fourteen articles and a list of values, all from a receipt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.stukken.afspraken import (
    artikel_afwezigheid,
    artikel_bezetting,
    artikel_indexering,
    artikel_zwaarte,
)
from gezinshuis_tarief.stukken.artikelen import (
    artikel_dekking,
    artikel_onderwerp,
    artikel_partijen,
    artikel_tarief,
    contract_van,
    kenmerken,
    korte_code,
    namen_van,
)
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs, schrijf_bewijs
from gezinshuis_tarief.stukken.delen import Meegezonden
from gezinshuis_tarief.stukken.document import Document
from gezinshuis_tarief.stukken.rekenwerk import (
    artikel_berekening,
    artikel_rekenafspraken,
    lijst_van_waarden,
)
from gezinshuis_tarief.stukken.slot import (
    artikel_duur,
    artikel_narekenen,
    artikel_ondertekening,
    artikel_rangorde,
)
from gezinshuis_tarief.stukken.tekenbaar import Toetsuitkomst, redenen_tegen

INDEXERING: Final = (
    "Partijen indexeren de tarieven jaarlijks per 1 januari. De loongevoelige delen volgen de loonontwikkeling "
    "in de cao Jeugdzorg en de werkgeverslasten, de overige delen de prijsontwikkeling. Partijen leggen voor 1 "
    "oktober vast welke indexcijfers zij gebruiken en waar die zijn gepubliceerd."
)
"""What stands in a concept as long as parties have agreed no clause of their own."""


def maak_bijlage(
    bewijs: Tariefbewijs,
    *,
    indexering: str = INDEXERING,
    bevindingen: Sequence[Toetsuitkomst] | None = None,
) -> Document:
    """Write the annex to a contract from a receipt; a concept as long as anything stands in the way of a signature.

    Args:
        bewijs: the receipt of the agreed tariff.
        indexering: the clause on indexation, for a receipt that holds none.
        bevindingen: what the check of the opbouw found (`controleer(bewijs.opbouw)`); without it the annex is a
            concept. `mag_getekend_worden` checks by itself.
    """
    eis_soort("bewijs", bewijs, Tariefbewijs)
    eis_soort("indexering", indexering, str)
    eis_soort("bevindingen", bevindingen, tuple, list, type(None))
    for bevinding in bevindingen or ():
        eis_soort("bevindingen", bevinding, Toetsuitkomst)
    delen = (
        *kenmerken(bewijs),
        *artikel_partijen(bewijs),
        *artikel_onderwerp(bewijs),
        *artikel_tarief(bewijs),
        *artikel_dekking(bewijs),
        *artikel_berekening(bewijs),
        *artikel_rekenafspraken(bewijs),
        *artikel_indexering(bewijs, indexering),
        *artikel_afwezigheid(bewijs),
        *artikel_bezetting(bewijs),
        *artikel_zwaarte(bewijs),
        *artikel_duur(bewijs),
        *artikel_rangorde(bewijs),
        *artikel_narekenen(bewijs),
        *artikel_ondertekening(bewijs),
        *lijst_van_waarden(bewijs),
    )
    huis = contract_van(bewijs).gezinshuis
    naam = huis.naam if huis else bewijs.afspraak.naam if bewijs.afspraak else "gezinshuis"
    titel = f"Bijlage tarief – {naam}"
    return Document(
        titel,
        delen,
        code=korte_code(bewijs.zegel),
        auteur=" en ".join(_auteurs(bewijs)),
        datum=bewijs.gemaakt_op,
        redenen=redenen_tegen(bewijs, delen, Document(titel, delen).open_velden, bevindingen),
        bijlage=Meegezonden(
            "tariefbewijs.json", "Tariefbewijs met alle waarden, bronnen en stappen", schrijf_bewijs(bewijs)
        ),
    )


def _auteurs(bewijs: Tariefbewijs) -> list[str]:
    contract = contract_van(bewijs)
    wie = {naam: contract.partij(naam) for naam in namen_van(bewijs)}
    return [partij.naam if partij else naam for naam, partij in wie.items()]
