"""What stands above the inputs of a part: its formula in words where it has one of its own, its bases, its open norms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.componenten.gezinshuis import Gezinshuis
from gezinshuis_tarief.kern.sleutels import bouwdeel, pad_van, zwaarte_in
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN, OUDER, POSTEN
from gezinshuis_tarief.onderdelen.plaatsing import eigen_delen
from gezinshuis_tarief.werkboek.beschrijving import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud

_BEROEPSKRACHTEN: Final = (
    "Grondslag: beroepskrachten is bouwsteen 1 tot en met 4 en 11; directe_kosten is bouwsteen 1 tot en met "
    "6, 11 en de eigen posten."
)
_GRONDSLAG: Final[dict[str, tuple[str, ...]]] = {
    "overhead": (_BEROEPSKRACHTEN,),
    "leegstand": (
        (
            "Grondslag: kostprijs is alles tot en met overhead; vaste_kosten is dat zonder de verzorgingskosten. "
            "Leegstand kost grondslag ÷ bezettingsgraad − grondslag."
        ),
    ),
    GELIEERD: (
        "Grondslag: tarief is het hele tarief, deze vergoeding inbegrepen; kostprijs is alle kosten met leegstand.",
    ),
    "winst_marge": (
        "Grondslag: tarief is het hele tarief, de marge inbegrepen; kostprijs is alle kosten met leegstand.",
    ),
    OPSLAGEN: (
        _BEROEPSKRACHTEN,
        (
            "Kostprijs is dat met overhead en de opslagen daarover; integraal is kostprijs met leegstand; tarief is "
            "het hele tarief."
        ),
        "Een opslag telt mee in elke latere grondslag; opslagen over dezelfde grondslag tellen niet in elkaar mee.",
        "Zet een percentage op 0 om een opslag te laten vervallen.",
    ),
}
"""What a percentage is taken over, where parties choose that."""
_ONDERNEMER: Final = (
    "De gezinshuisouder is ondernemer: fte per huis × (norminkomen + premie arbeidsongeschiktheid + pensioen + "
    "bijdrage Zvw + reservering + overige kosten per fte) + kosten van het beroep. Werkgeverspremies zijn er niet."
)
_PER_ZORGZWAARTE: Final = (
    "Een regel die met een zorgzwaarte begint, geldt alleen daar; de regel erboven geldt voor de andere "
    "zorgzwaartes. Moet het overal gelijk zijn, vul dan overal hetzelfde in."
)


def vooraf(deel: str, vulling: Werkboekinhoud) -> Iterator[str]:
    """Yield what a reader must know of a part before its inputs: how it differs from the standard, and what it rests on."""
    if any(zwaarte_in(sleutel)[0] and bouwdeel(sleutel) == deel for sleutel in vulling.invoer):
        yield _PER_ZORGZWAARTE
    yield from [*_eigen(deel, vulling)] or _standaard(deel, vulling)


def _eigen(deel: str, vulling: Werkboekinhoud) -> Iterator[str]:
    """Yield what each component of one's own in a part is, and where its formula stands; nothing for standard parts."""
    hier = {s: type(eigen) for s, plek, eigen in eigen_delen(vulling.opbouw) if plek == deel}
    for klasse in dict.fromkeys(hier.values()):
        rijen = [f"{int(pad_van(s)[1]) + 1}" for s in hier if deel == POSTEN and hier[s] is klasse]
        waar = f" (post {' en '.join(rijen)})" if rijen else ""
        uitleg = getattr(klasse, "definitie").uitleg  # noqa: B009 (a class made from a definition has one)
        yield f"{klasse.__name__}{waar} is een eigen onderdeel, zie het blad {namen.EIGEN_ONDERDELEN}. {uitleg}".strip()


def _standaard(deel: str, vulling: Werkboekinhoud) -> Iterator[str]:
    """Yield what its percentage is taken over, and the open norms of a part, in words."""
    ouder = vulling.opbouw.inkomen_gezinshuisouder
    if deel == OUDER and isinstance(ouder, InkomenOndernemer):
        yield _ONDERNEMER
    yield from _GRONDSLAG.get(deel, ())
    normen = {
        "gezinshuis": Gezinshuis.open_normen,
        OUDER: tuple(norm for onderdeel in ouder.onderdelen() for norm in onderdeel.open_normen),
    }
    for norm in normen.get(deel, ALLE[deel].open_normen if deel in ALLE else ()):
        yield f"Open norm: {norm.vraag} Onze lezing: {norm.onze_lezing}"
