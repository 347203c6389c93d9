"""The lines of the points on the sheet Gesprek: what is asked, room for an answer, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.sleutels import bouwdeel, waarde_op
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderhandeling.stand import Punt
from gezinshuis_tarief.onderhandeling.weergave import GEEN_EFFECT
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.invoerblad import VOORSTELKOLOM, reden
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.rondewerkboek.verloop import noem
from gezinshuis_tarief.uitkomst.tonen import toon_bij
from gezinshuis_tarief.weergave import kort
from gezinshuis_tarief.werkboek.beschrijving import keuringen
from gezinshuis_tarief.werkboek.xlsx.adressen import adres_van
from gezinshuis_tarief.werkboek.xlsx.blad import Cel, Inhoud, Keuring

ANTWOORDEN: Final = ("akkoord", "voorstel", "houden", "vraag")
"""What can be chosen; the stand of a point follows from it."""
KOPRIJ: Final = 9
_HEEL: Final = 34
"""Characters of a whole part; the rest of it stands on Invoer."""


def kies_partij(titel: str, tekst: str) -> Keuring:
    """Return the choice of one of both parties."""
    return Keuring({"validate": "list", "source": f"={namen.PARTIJEN}"}, titel, tekst, tekst)


def _kopsoort(kolom: int) -> str:
    if kolom in {2, 3, 4, 7, 10}:
        return "kop_rechts"
    return "kop_na_getal" if kolom in {5, 8, 9} else "kop"


class Puntregels:
    """Lays the lines out."""

    def __init__(self, model: Rondemodel, rijen: Mapping[str, int]) -> None:
        self._model, self._rijen = model, rijen
        self._u, self._ander = model.codes[model.voor], model.codes[model.met]

    def cellen(self) -> Iterator[Cel]:
        """Yield the heads and every point."""
        yield from self._koppen()
        for rij, punt in enumerate(self._model.punten, start=KOPRIJ + 1):
            yield from self._regel(rij, punt, rij - KOPRIJ)

    def hoogtes(self) -> dict[int, float]:
        """Return the height of each line, with room for its words and the reasons of the other party."""
        hoogtes = {}
        for rij, punt in enumerate(self._model.punten, start=KOPRIJ + 1):
            smal = 0 if self._model.invoer(punt.sleutel) else _HEEL // 10
            woorden = len(noem(self._model.eigen, punt.sleutel)) // 28
            regels = max(len(self._reden_van_ander(punt)) // 25, woorden, smal, 1) + 1
            hoogtes[rij] = min(13.5 * regels + 3, 200.0)
        return hoogtes

    def _koppen(self) -> Iterator[Cel]:
        model = self._model
        koppen: tuple[str, ...] = (
            "Nr",
            "Punt",
            model.voor,
            model.met,
            "Midden bij akkoord",
            f"Reden van {model.met}",
            "Uw antwoord",
        )
        koppen += ("Uw voorstel", "Uw reden of vraag", "Stand", "Effect midden", "wordt", "sleutel")
        partijen = {2: self._u, 3: self._ander}
        for kolom, kop in enumerate(koppen):
            naam = namen.kopnaam_van_partij(partijen[kolom]) if kolom in partijen else ""
            yield Cel(KOPRIJ, kolom, kop, _kopsoort(kolom), naam=naam)

    def _regel(self, rij: int, punt: Punt, nummer: int) -> Iterator[Cel]:
        """One point."""
        sleutel, model = punt.sleutel, self._model
        deel, invoer = bouwdeel(sleutel), model.invoer(sleutel)
        yield Cel(rij, 0, ALLE[deel].nummer if deel in ALLE else None, "nummer")
        tekst = f"{noem(model.eigen, sleutel)}{' (heropend)' if punt.heropend else ''}"
        tekst = kort(tekst, 200).replace('"', "'")
        eerste = next(s for s, van in model.punt_van.items() if van == sleutel)
        doel = f"{namen.INVOERBLAD}!{adres_van(VOORSTELKOLOM + 1, self._rijen[eerste] + 1)}"
        yield Cel(rij, 1, tekst, "punt", f'=HYPERLINK("#{doel}","{tekst}")')
        opmaak = invoer.opmaak.removeprefix("invoer_") if invoer else "alinea_na_getal"
        for kolom, code, opbouw in ((2, self._u, model.eigen), (3, self._ander, model.ander)):
            yield Cel(
                rij, kolom, _getoond(opbouw, sleutel), opmaak, naam=namen.puntnaam(sleutel, f"waarde.{code}")
            )
        effect = model.effecten[sleutel]
        naam = namen.puntnaam(sleutel, "effect_akkoord")
        yield Cel(rij, 4, GEEN_EFFECT if effect is None else effect, "euro_verschil", naam=naam)
        naam = namen.puntnaam(sleutel, "reden_ander")
        yield Cel(rij, 5, self._reden_van_ander(punt), "alinea_na_getal", naam=naam)
        yield from self._antwoord(rij, sleutel)
        yield from self._gevolg(rij, sleutel, nummer)

    def _reden_van_ander(self, punt: Punt) -> str:
        delen = [punt.redenen.get(self._model.met, "")]
        delen += [f"Vraag: {punt.vragen[self._model.met]}"] if self._model.met in punt.vragen else []
        if eigen := punt.vragen.get(self._model.voor):
            delen.append(f"(U vroeg: {eigen})")
        return " ".join(deel for deel in delen if deel)

    def _antwoord(self, rij: int, sleutel: str) -> Iterator[Cel]:
        """The three yellow cells of a point."""
        invoer = self._model.invoer(sleutel)
        keuring = partial(keuringen.lijst, ANTWOORDEN, "Uw antwoord")
        yield Cel(rij, 6, None, "invoer_tekst", naam=namen.puntnaam(sleutel, "antwoord"), keuring=keuring)
        tekst = "Kies de partij van wie u dit onderdeel in zijn geheel voorstelt."
        heel = partial(kies_partij, "Uw voorstel", tekst)
        naam = namen.puntnaam(sleutel, namen.VOORSTEL)
        keuring = partial(keuringen.keuring, invoer) if invoer else heel
        yield Cel(rij, 7, None, invoer.opmaak if invoer else "invoer_tekst", naam=naam, keuring=keuring)
        yield Cel(rij, 8, None, "invoer_tekst", naam=namen.puntnaam(sleutel, "reden"), keuring=reden)

    def _gevolg(self, rij: int, sleutel: str, nummer: int) -> Iterator[Cel]:
        """What follows from an answer; nobody types it."""
        a, v, r, stand, effect = (
            namen.puntnaam(sleutel, deel) for deel in ("antwoord", namen.VOORSTEL, "reden", "stand", "effect")
        )
        is_heel = self._model.invoer(sleutel) is None
        anders = namen.kopnaam_van_partij(self._ander) if is_heel else namen.waardenaam(self._ander, sleutel)
        formule = (
            f'=IF(AND({v}<>"",OR({a}="akkoord",{a}="houden",{a}="vraag")),"kies één",'
            f'IF({a}="akkoord","akkoord",IF(AND({a}="voorstel",{v}=""),"geef getal",'
            f'IF(AND({v}<>"",{v}={anders}),"akkoord",'
            f'IF(AND(OR({v}<>"",{a}="houden"),{r}=""),"geef reden",'
            f'IF(OR({v}<>"",{a}="houden"),"betwist",'
            f'IF(AND({a}="vraag",{r}=""),"geef vraag",IF({r}<>"","vraag","open"))))))))'
        )
        yield Cel(rij, 9, "open", "woord_midden", formule, stand)
        los, u = namen.tariefnaam(f"punt_{nummer}", "midden"), namen.tariefnaam(self._u, "midden")
        toets = f'OR({stand}="open",{stand}="vraag",{namen.CONTROLE}<>"klopt")'
        yield Cel(rij, 10, "", "euro_verschil", f'=IF({toets},"",ROUND({los}-{u},2))', effect)
        wordt = namen.puntnaam(sleutel, "wordt")
        if is_heel:
            eigen = namen.kopnaam_van_partij(self._u)
            formule = f'=IF({stand}="akkoord",{anders},IF({v}="",{eigen},{v}))'
            yield Cel(rij, 11, self._model.voor, "klein", formule, wordt)
        else:
            bron = namen.waardenaam(namen.VOORSTEL, sleutel)
            waarde = self._model.waarde(self._u, sleutel)
            inhoud: Inhoud = waarde if isinstance(waarde, Decimal | int | str) else ""
            yield Cel(rij, 11, inhoud, "klein", f"={bron}", wordt)
        yield Cel(rij, 12, sleutel, "sleutel")


def _getoond(opbouw: Opbouw, sleutel: str) -> Inhoud:
    """Return a number as it is, anything else in words."""
    waarde = waarde_op(opbouw, sleutel)
    return (
        waarde
        if isinstance(waarde, Decimal | int)
        else kort(toon_bij(opbouw, sleutel).replace("_", " "), _HEEL)
    )
