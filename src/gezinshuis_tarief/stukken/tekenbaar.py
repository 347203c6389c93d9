"""May this be signed: the eleven reasons why an annex is still a concept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol, runtime_checkable

from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.onderhandeling.contract import ONDERWERPEN
from gezinshuis_tarief.stukken.artikelen import contract_van, namen_van
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs, vingerafdruk_formules
from gezinshuis_tarief.stukken.delen import GEEN_TEKST, Deel, teksten_in
from gezinshuis_tarief.stukken.naspelen import naspelen
from gezinshuis_tarief.stukken.rekenwerk import zonder_steun
from gezinshuis_tarief.weergave import geteld

_LANGSTE_WOORD: Final = 60
"""Longer words do not fit in the column of a table."""
_NOEMEN: Final = 5
"""So many open fields are named; the others are marked where they stand."""
_NAMEN: Final = {
    "zorgzwaartewijziging": "verandering van zorgzwaarte",
    "looptijd": "duur",
}


@runtime_checkable
class Toetsuitkomst(Protocol):
    """What a finding of the check says about itself."""

    @property
    def code(self) -> str:
        """The code of the check."""
        ...

    @property
    def ernst(self) -> Ernst:
        """How heavy it weighs."""
        ...


def redenen_tegen(
    bewijs: Tariefbewijs,
    delen: Sequence[Deel],
    open_velden: Sequence[str],
    bevindingen: Iterable[Toetsuitkomst] | None,
) -> tuple[str, ...]:
    """Return, in Dutch, everything that stands in the way of a signature; nothing when all is settled.

    Args:
        bewijs: the receipt.
        delen: the parts of the annex.
        open_velden: what the annex still has to be filled in with.
        bevindingen: what the check of the opbouw found; None when it was not checked.
    """
    redenen = [
        *_akkoord(bewijs),
        *_velden(open_velden),
        *_normen(bewijs),
        *_prijspeil(bewijs),
        *_partijen(bewijs),
        *_indexering(bewijs),
        *_narekenen(bewijs),
        *_toets(bewijs, bevindingen),
        *_zonder_steun(bewijs),
        *_tekens(delen),
        *_onderwerpen(bewijs),
    ]
    return tuple(redenen)


def _akkoord(bewijs: Tariefbewijs) -> Iterator[str]:
    if bewijs.afspraak is None:
        yield "Achter dit tariefbewijs staat geen onderhandeling: er is geen akkoord vastgelegd."
    elif bewijs.contract_los:
        yield f"Over deze contractgegevens is geen akkoord: {', '.join(bewijs.contract_los).replace('_', ' ')}."


def _velden(open_velden: Sequence[str]) -> Iterator[str]:
    if open_velden:
        soorten = list(dict.fromkeys(open_velden))
        meer = f" en {len(soorten) - _NOEMEN} andere" if len(soorten) > _NOEMEN else ""
        aantal_velden = geteld(len(open_velden), "veld staat", "velden staan")
        yield f"{aantal_velden} nog open, gemarkeerd in de tekst: {', '.join(soorten[:_NOEMEN])}{meer}."


def _normen(bewijs: Tariefbewijs) -> Iterator[str]:
    contract = contract_van(bewijs)
    open_normen = [n.vraag for n in bewijs.opbouw.alle_open_normen() if contract.besluit(n.vraag) is None]
    if open_normen:
        yield f"Over deze open normen is niet samen besloten: {' '.join(open_normen)}"


def _prijspeil(bewijs: Tariefbewijs) -> Iterator[str]:
    if bewijs.afspraak is None:
        return
    contract, dag = contract_van(bewijs), bewijs.afspraak.peildatum
    if contract.verouderd is None:
        for waarschuwing in bewijs.opbouw.prijspeil.waarschuwingen(dag):
            yield f"{waarschuwing} Partijen hebben dat niet aanvaard."
    ingang, index = contract.ingangsdatum, contract.indexering
    if ingang and ingang.year != dag.year and not (index and index.eerste_dag <= ingang):
        yield f"Het prijspeil is van {dag.year} en het tarief gaat in {ingang.year} in, zonder indexering daartussen."


def _partijen(bewijs: Tariefbewijs) -> Iterator[str]:
    contract = contract_van(bewijs)
    wie = {naam: contract.partij(naam) for naam in namen_van(bewijs)}
    onbekend = [naam for naam, partij in wie.items() if partij is None]
    if onbekend:
        yield f"Niet bekend is wie dit zijn: {', '.join(onbekend)}."
    rollen = {partij.rol for partij in wie.values() if partij}
    if not onbekend and rollen != {"gemeente", "aanbieder"}:
        yield "Niet is gezegd wie de gemeente is en wie de aanbieder."
    nummers = [partij.kvk for partij in wie.values() if partij]
    if len(set(nummers)) < len(nummers):
        yield "Twee partijen hebben hetzelfde KvK-nummer."


def _indexering(bewijs: Tariefbewijs) -> Iterator[str]:
    if contract_van(bewijs).indexering is None:
        yield "Er is geen indexering afgesproken met reeks, eerste dag en wat geldt als een cijfer ontbreekt."


def _narekenen(bewijs: Tariefbewijs) -> Iterator[str]:
    if not naspelen(bewijs).klopt:
        yield "Bij narekenen komt een ander tarief uit dan in het bewijs."
    if vingerafdruk_formules(bewijs.opbouw) != bewijs.formules:
        yield "De formules zijn anders dan toen het bewijs werd gemaakt; de stappen kunnen verschillen."


def _toets(bewijs: Tariefbewijs, bevindingen: Iterable[Toetsuitkomst] | None) -> Iterator[str]:
    if bevindingen is None:
        yield "De berekening is niet getoetst."
        return
    aanvaard, gevonden = contract_van(bewijs).aanvaard, list(bevindingen)
    for ernst, wat, wel in ((Ernst.FOUT, "fouten", ()), (Ernst.WAARSCHUWING, "waarschuwingen", aanvaard)):
        codes = dict.fromkeys(b.code for b in gevonden if b.ernst is ernst and b.code not in wel)
        if codes:
            rest = " waarvan niet staat waarom partijen ze aanvaarden" if ernst is Ernst.WAARSCHUWING else ""
            yield f"De toets geeft {wat}{rest}: {', '.join(codes)}."


def _zonder_steun(bewijs: Tariefbewijs) -> Iterator[str]:
    los = zonder_steun(bewijs)
    if los:
        yield f"Deze waarden hebben geen bron en zijn niet afgesproken ({len(los)}): {', '.join(los)}."


def _tekens(delen: Sequence[Deel]) -> Iterator[str]:
    teksten = [tekst for deel in delen for tekst in teksten_in(deel)]
    if any(map(GEEN_TEKST.search, teksten)):
        yield "Er staan tekens in die geen papier kan tonen."
    lang = dict.fromkeys(woord for tekst in teksten for woord in tekst.split() if len(woord) > _LANGSTE_WOORD)
    if lang:
        yield f"Deze woorden zijn te lang voor een bladzijde: {', '.join(f'{w[:20]}…' for w in lang)}"


def _onderwerpen(bewijs: Tariefbewijs) -> Iterator[str]:
    contract = contract_van(bewijs)
    leeg = [naam for naam in ONDERWERPEN if not getattr(contract, naam) and naam not in contract.artikelen]
    if leeg:
        namen = ", ".join(_NAMEN.get(naam, naam) for naam in leeg)
        yield f"Niet geregeld, en geen artikel van de overeenkomst genoemd dat het regelt: {namen}."
