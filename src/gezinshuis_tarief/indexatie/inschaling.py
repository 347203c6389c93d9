"""Where employees stand in a cao table, and which figures the prices of an opbouw follow from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Annotated, Final, cast

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.componenten.loonkosten import Loonkosten
from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.fouten import Bezwaar, verzameld
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import takken
from gezinshuis_tarief.kern.velden import Woord, veld
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import OUDER
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.pleegvergoedingen import pleegvergoeding
from gezinshuis_tarief.referentie.premies import ondernemerspremie, pensioen, werkgeverspremie
from gezinshuis_tarief.referentie.salarissen import salaris

_NORM: Final = f"{OUDER}.norm"
"""What stands in the place of a pay where the gezinshuisouders are entrepreneurs."""
_IN_BRON: Final = re.compile(
    r"CAO (Jeugdzorg|Gehandicaptenzorg).*\b(?:schaal|FWG) (\d+) (?:periodiek|regel) (\w+)"
)


class Inschaling(Onderdeel):
    """Where an employee stands in a cao table; this cannot be read off an amount."""

    cao: Annotated[Woord, veld("jeugdzorg of gehandicaptenzorg")] = "jeugdzorg"
    schaal: Annotated[Woord, veld("salarisschaal")]
    periodiek: Annotated[Woord, veld("periodiek in de schaal")]


def inschaling_in(bron: str) -> Inschaling | None:
    """Return scale and step as they stand in the source of a salary; None when it names none."""
    gevonden = _IN_BRON.search(bron)
    if gevonden is None:
        return None
    cao, nummer, trede = gevonden.groups()
    return Inschaling(cao=cao.lower(), schaal=nummer, periodiek=trede)


class Premiekeuze(Onderdeel):
    """Which employer premiums add up to `werkgeverspremies`; these are the employer's own."""

    premies: Annotated[tuple[Woord, ...], veld("namen van de premies")] = (
        "AWf_laag",
        "Aof_laag",
        "Wko_opslag",
        "Whk_gemiddeld",
        "Zvw_werkgever",
    )


def lonen_in(opbouw: Opbouw) -> dict[str, str]:
    """Return the key of every pay, by the name of the part it stands in: `eigen_posten[1]` for its `loon`."""
    delen = takken(cast("Onderdeel", opbouw))
    norm = {OUDER: _NORM} if isinstance(opbouw.inkomen_gezinshuisouder, InkomenOndernemer) else {}
    return norm | {s.removesuffix(".loon"): s for s, deel in delen if isinstance(deel, Loonkosten)}


def toets_inschaling(
    inschaling: Mapping[str, object], lonen: Collection[str], bezwaren: list[Bezwaar]
) -> None:
    """Object to a block that has no salary of a cao, and to what is no place in a scale."""
    for blok, plek in inschaling.items():
        if blok not in lonen:
            mag = " of ".join(lonen)
            bezwaren.append(
                Bezwaar(f"inschaling.{blok}", "heeft geen loon volgens een cao-tabel", toegestaan=mag)
            )
        with verzameld(bezwaren):
            eis_soort(f"inschaling.{blok}", plek, Inschaling)


def prijsbronnen(
    inschaling: Mapping[str, Inschaling], lonen: Mapping[str, str], premies: Premiekeuze, leeftijd: int | None
) -> Iterator[tuple[str, list[Callable[[dt.date], Cijfer]]]]:
    """Yield each input that has a reference figure, with how to look up the figures it is the sum of."""
    for blok, plek in inschaling.items():
        loon = f"{lonen[blok]}."
        yield f"{loon}bruto_maandsalaris", [partial(salaris, plek.cao, plek.schaal, plek.periodiek)]
        if lonen[blok] == _NORM:
            yield f"{blok}.pensioenpremie", [partial(pensioen, "OP_werkgeversdeel_jeugdzorg")]
            yield f"{blok}.pensioenfranchise", [partial(pensioen, "AOW_franchise")]
            yield f"{blok}.zvw_bijdrage", [partial(ondernemerspremie, "Zvw_laag")]
            yield f"{blok}.zvw_maximum", [partial(ondernemerspremie, "max_bijdrageinkomen")]
            continue
        yield f"{loon}werkgeverspremies", [partial(werkgeverspremie, naam) for naam in premies.premies]
        yield f"{loon}maximum_premieloon", [partial(werkgeverspremie, "max_premieloon")]
        yield f"{loon}pensioenpremie_werkgever", [partial(pensioen, "OP_werkgeversdeel_jeugdzorg")]
        yield f"{loon}pensioenfranchise", [partial(pensioen, "AOW_franchise")]
    if leeftijd is not None:
        yield "verzorgingskosten.bedrag_per_jeugdige_per_dag", [partial(pleegvergoeding, leeftijd)]
