"""The shape of a workbook: rows for own cost lines, and the components of one's own as they were sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import count
from typing import Any, Final

from pydantic_core import from_json

from gezinshuis_tarief.componenten.bouwsteen import EigenPost
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderdeel import Waarde
from gezinshuis_tarief.kern.sleutels import eerste_deel, hoort_bij, onbeschreven, vertaald
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import POSTEN
from gezinshuis_tarief.onderdelen.bouwen import UitDefinitie
from gezinshuis_tarief.onderdelen.meereizen import SOORTSLEUTEL, klassen_uit
from gezinshuis_tarief.onderdelen.plaatsing import DEFINITIES
from gezinshuis_tarief.rekenwijzen.excel import volledig, zonder_cel
from gezinshuis_tarief.voorbeelden import voorbeeld_2026
from gezinshuis_tarief.werkboek.beschrijving.eigen_onderdelen import PLAATSEN
from gezinshuis_tarief.werkboek.beschrijving.namen import ONDERDELENKOP, verzondennaam
from gezinshuis_tarief.werkboek.lezen.definitieblad import data_op_blad, meld_definitieblad
from gezinshuis_tarief.werkboek.lezen.getallen import tekst_uit_cel
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind
from gezinshuis_tarief.werkboek.xlsx.archief import bestandsfout
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_MEESTE_POSTEN: Final = 1000
_GEEN_VARIANTEN: Final = frozenset({"", "geen"})
_OPNIEUW: Final = "Vraag de afzender het werkboek opnieuw te sturen, of lees de JSON van de berekening."


@dataclass(frozen=True)
class Vorm:
    """Which inputs a workbook holds.

    Attributes:
        posten: rows for own cost lines in the file.
        eigen: key and class of each component of one's own.
    """

    posten: int
    eigen: tuple[tuple[str, type[UitDefinitie]], ...] = ()

    @property
    def velden(self) -> Mapping[str, Waarde]:
        """Every input, by key."""
        return _velden(self)

    @property
    def plaatsen(self) -> dict[str, str]:
        """The name of each component of one's own, by key."""
        return {sleutel: klasse.__name__ for sleutel, klasse in self.eigen}

    def is_lege_rij(self, sleutel: str) -> bool:
        """Whether an input stands on a row for a standard own cost line, which is no line when it is blank."""
        return eerste_deel(sleutel) == POSTEN and not any(
            hoort_bij(sleutel, eigen) for eigen, _ in self.eigen
        )

    def eigen_data(self) -> dict[str, object]:
        """Return what makes a door build the components of one's own: the definitions, and a soort at each key."""
        if not self.eigen:
            return {}
        soorten = {f"{sleutel}.{SOORTSLEUTEL}": soort for sleutel, soort in self.plaatsen.items()}
        definities = {k.__name__: k.definitie.model_dump(mode="json") for _, k in self.eigen}
        return {**soorten, DEFINITIES: definities}


@lru_cache(maxsize=8)
def _velden(vorm: Vorm) -> Mapping[str, Waarde]:
    opbouw = _als_opbouw(vorm)
    zonder = zonder_cel(opbouw)
    alle = volledig(opbouw, vorm.posten).waarden()
    return {waarde.sleutel: waarde for waarde in alle if waarde.sleutel not in zonder}


def _als_opbouw(vorm: Vorm) -> Opbouw:
    """Return an opbouw of that shape; of its values only counts that they pass the door."""
    eigen: dict[str, Any] = {sleutel: _ingevuld(klasse) for sleutel, klasse in vorm.eigen}
    leeg = EigenPost.model_construct(naam="?", bedrag_per_jaar=Decimal(0))
    posten = tuple(eigen.pop(f"{POSTEN}[{plek}]", leeg) for plek in range(vorm.posten if eigen else 0))
    kaal = dict(voorbeeld_2026().model_copy(update={"onderbouwing": {}}))
    return Opbouw.model_validate({**kaal, POSTEN: posten, **eigen})


def _ingevuld(klasse: type[UitDefinitie]) -> UitDefinitie:
    def waarde(_: str, __: object, grenzen: Grenzen) -> object:
        if grenzen.keuzes or grenzen.eenheid is None:
            return grenzen.keuzes[0] if grenzen.keuzes else "?"
        if grenzen.mag_leeg:
            return None
        getal = min(max(Decimal(1), grenzen.kleinste), grenzen.grootste)
        return int(getal) if grenzen.is_heel else getal

    return vertaald(onbeschreven(klasse), waarde)


def aantal_posten_in(werkboek: Werkboek) -> int:
    """Return how many rows for own cost lines a file has, also when some of their names are lost."""
    plekken = (plek for plek in range(_MEESTE_POSTEN) if werkboek.namen_bij(f"{POSTEN}.{plek}.naam"))
    return max(plekken, default=-1) + 1


def lees_vorm(werkboek: Werkboek, verslag: Verslag, varianten: str) -> Vorm:
    """Read which components of one's own a workbook was sent with; whoever edited their sheet is a finding.

    The locked copy counts. Without it the sheet does, as long as every kenmerk on it fits.

    Args:
        werkboek: the file.
        verslag: where findings are written down.
        varianten: what the passport says of components of one's own.

    Raises:
        InvoerFout: when there are such components and no definition can be trusted, with each objection and its cell.
    """
    posten = aantal_posten_in(werkboek)
    kop = vind(werkboek, ONDERDELENKOP)
    stukken = list(_verzonden_cellen(werkboek))
    if not stukken and kop is None:
        if varianten in _GEEN_VARIANTEN:
            return Vorm(posten)
        melding = f"heeft eigen varianten van bouwstenen ({varianten}), en hun formules staan er niet in"
        raise bestandsfout(werkboek.bestandsnaam, melding, _OPNIEUW)
    cellen: Mapping[str, GelezenCel] = {}
    if kop is None or stukken:
        bron = stukken[0]
        gegeven = _uit_cellen(stukken)
    else:
        bron = kop
        gegeven, cellen = data_op_blad(werkboek, kop)
        verslag.meld("onderdelen_niet_verzonden", kop)
    try:
        vorm = _vorm(gegeven, posten)
    except InvoerFout as fout:
        raise InvoerFout(tuple(_bij(cellen.get(b.sleutel, bron), b) for b in fout.bezwaren)) from None
    meld_definitieblad(werkboek, verslag, vorm.plaatsen, {k.__name__: k.definitie for _, k in vorm.eigen})
    return vorm


def _verzonden_cellen(werkboek: Werkboek) -> Iterator[GelezenCel]:
    """Yield the cells with the locked copy."""
    for stuk in count():
        cel = vind(werkboek, verzondennaam(stuk))
        if cel is None:
            return
        yield cel


def _uit_cellen(stukken: Sequence[GelezenCel]) -> Mapping[str, Any]:
    """Return the locked copy as data; empty when it is none."""
    try:
        gegeven = from_json("".join(map(tekst_uit_cel, stukken)))
    except ValueError:
        gegeven = None
    return gegeven if isinstance(gegeven, Mapping) else {}


def _vorm(gegeven: Mapping[str, Any], posten: int) -> Vorm:
    """Return the shape with what was sent in it.

    Raises:
        InvoerFout: when a definition is refused, or something stands where it cannot.
    """
    definities, plaatsen = gegeven.get(DEFINITIES), gegeven.get(PLAATSEN)
    if not isinstance(definities, Mapping) or not isinstance(plaatsen, Mapping) or not plaatsen:
        raise InvoerFout((Bezwaar(DEFINITIES, "zijn niet meer te lezen"),))
    klassen = klassen_uit(definities)
    eis_geen([*_zonder_kenmerk(definities), *_verkeerd_geplaatst(plaatsen, klassen, posten)])
    vorm = Vorm(posten, tuple((sleutel, klassen[soort]) for sleutel, soort in plaatsen.items()))
    _als_opbouw(vorm)
    return vorm


def _zonder_kenmerk(definities: Mapping[str, Any]) -> Iterator[Bezwaar]:
    """Yield the objections to definitions of which nobody can tell whether they are as they were sent."""
    for naam, inhoud in definities.items():
        if not inhoud.get("kenmerk"):
            yield Bezwaar(f"{DEFINITIES}.{naam}.kenmerk", "ontbreekt")


def _verkeerd_geplaatst(
    plaatsen: Mapping[str, Any], klassen: Mapping[str, type[UitDefinitie]], posten: int
) -> Iterator[Bezwaar]:
    """Yield the objections to where components stand, and to those that stand nowhere."""
    rijen = {f"{POSTEN}[{plek}]" for plek in range(posten)}
    for sleutel, soort in plaatsen.items():
        klasse = klassen.get(soort) if isinstance(soort, str) else None
        bezwaar = Bezwaar(
            f"{PLAATSEN}.{ascii(sleutel)[1:-1][:60]}", "is onbekend", gevonden=ascii(soort)[:60]
        )
        if klasse is None:
            yield bezwaar
        elif sleutel not in (rijen if klasse.definitie.plek == POSTEN else {klasse.definitie.plek}):
            yield replace(bezwaar, melding=f"hoort bij {klasse.definitie.plek}")
    for soort in klassen.keys() - {soort for soort in plaatsen.values() if isinstance(soort, str)}:
        yield Bezwaar(f"{DEFINITIES}.{soort}", "is een definitie die nergens staat")


def _bij(cel: GelezenCel, bezwaar: Bezwaar) -> Bezwaar:
    """Return an objection with the cell where it was found."""
    melding = f"({cel.blad}, cel {cel.adres}) {bezwaar.melding}"
    return replace(bezwaar, melding=melding, remedie=_OPNIEUW)
