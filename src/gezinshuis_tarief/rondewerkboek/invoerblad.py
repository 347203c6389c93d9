"""The sheet Invoer: every input of both parties, and yellow cells for what is not a point yet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.sleutels import pad_van, zwaarte_in
from gezinshuis_tarief.model.plat import GELIEERD
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.rondewerkboek.rekenblad import Rekenblad
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van
from gezinshuis_tarief.weergave import kort
from gezinshuis_tarief.werkboek.beschrijving import keuringen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Invoercel
from gezinshuis_tarief.werkboek.beschrijving.uitgangspunten import NUMMERS, per_deel
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Inhoud, Keuring

_KOPRIJ: Final = 3
VOORSTELKOLOM: Final = 5
_LET_OP: Final = 7
_UITLEG: Final = "Geel is om in te vullen: wat u hier voorstelt, wordt een nieuw punt. Wat al een punt is, beantwoordt u op Gesprek."
_BREEDTES: Final = (50, 17, 15, 17, 16, 15, 38, 20, 12, 30, 12, 12, 30)
_SLEUTEL: Final = 12


def reden() -> Keuring:
    """Return the validation of a reason or a question."""
    return Keuring(
        keuringen.tussen("length", 1, 2000), "Reden", "Schrijf een tekst van hoogstens 2000 tekens."
    )


class Invoerblad:
    """Lays the sheet out."""

    def __init__(self, model: Rondemodel, rekenblad: Rekenblad) -> None:
        self._model, self._rekenblad = model, rekenblad
        self._u, self._ander = model.codes[model.voor], model.codes[model.met]

    def _groepen(self) -> Iterator[tuple[str, list[str]]]:
        for deel, cellen in per_deel(self._model.vulling).items():
            gevuld = [cel.sleutel for cel in cellen if not self._model.is_lege_regel(cel.sleutel)]
            if gevuld:
                yield deel, [*([AANWEZIG] if deel == GELIEERD else []), *gevuld]

    def rijen(self) -> dict[str, int]:
        """Return the row of every input."""
        rij, gevonden = _KOPRIJ + 1, dict[str, int]()
        for _, sleutels in self._groepen():
            gevonden |= {sleutel: rij + plek for plek, sleutel in enumerate(sleutels, start=1)}
            rij += len(sleutels) + 1
        return gevonden

    def blad(self) -> Blad:
        """Return the whole sheet."""
        rijen = self.rijen()
        laatste = max(rijen.values())
        cellen = [*self._kop()]
        eisen = self._rekenblad.eisen()
        for deel, sleutels in self._groepen():
            boven = rijen[sleutels[0]] - 1
            titel = (
                f"{ALLE[deel].nummer}. {ALLE[deel].titel}"
                if deel in ALLE
                else deel.replace("_", " ").capitalize()
            )
            cellen += [Cel(boven, k, None if k else titel, "sectie") for k in range(_SLEUTEL)]
            if deel in eisen:
                cellen.append(Cel(boven, _LET_OP, "", "sectie_toets", eisen[deel]))
            for sleutel in sleutels:
                cellen += self._regel(rijen[sleutel], sleutel)
        return Blad(
            namen.INVOERBLAD,
            "#E3B23C",
            _BREEDTES,
            cellen,
            {0: 30.0, _KOPRIJ: 42.0},
            liggend=True,
            koprijen=(_KOPRIJ, _KOPRIJ),
            bevroren=(_KOPRIJ + 1, 1),
            actief=(_KOPRIJ + 2, VOORSTELKOLOM),
            gebieden={
                namen.VOORSTELLEN: (_KOPRIJ + 1, VOORSTELKOLOM, laatste, VOORSTELKOLOM),
                namen.TOETSEN: (_KOPRIJ + 1, _LET_OP, laatste, _LET_OP),
            },
            drukkolommen=10,
            verborgen=(10, 11, 12),
            gefilterd=(_KOPRIJ, 0, laatste, 9),
        )

    def _kop(self) -> Iterator[Cel]:
        yield Cel(0, 0, "Invoer: alle uitgangspunten per bouwsteen", "titel")
        yield Cel(
            0,
            6,
            "\N{LEFTWARDS ARROW} naar Gesprek",
            "koppeling",
            '=HYPERLINK("#Gesprek!A1","\N{LEFTWARDS ARROW} naar Gesprek")',
        )
        yield Cel(1, 0, _UITLEG, "onder")
        toets = f'=IF(SUMPRODUCT(--({namen.TOETSEN}<>""))>0,"kijk bij Let op","klopt")'
        yield Cel(2, _LET_OP, "klopt", "onder", toets, namen.CONTROLE)
        koppen: tuple[str, ...] = (
            "Wat",
            "Eenheid",
            "U bood",
            f"{self._model.met} vraagt",
            "Nu afgesproken of start",
            "Uw voorstel",
        )
        koppen += ("Uw reden of vraag", "Let op", "Vrijheid", "Bron", "wordt", "afgesproken", "sleutel")
        for kolom, kop in enumerate(koppen):
            yield Cel(
                _KOPRIJ,
                kolom,
                kop,
                _kopsoort(kolom),
            )

    def _regel(self, rij: int, sleutel: str) -> Iterator[Cel]:
        """One input."""
        model, cel = self._model, self._model.vulling.invoer.get(sleutel)
        woorden = omschrijving_van(model.vulling.geheel, sleutel) if cel else "telt deze bouwsteen mee?"
        deel, plek = pad_van(zwaarte_in(sleutel)[1])[:2]
        if isinstance(plek, int):
            woorden = f"{NUMMERS[str(deel)].lower()} {plek + 1}: {woorden}"
        yield Cel(rij, 0, woorden[:1].upper() + woorden[1:])
        yield Cel(rij, 1, _eenheid(cel), "klein_alinea")
        opmaak = cel.opmaak.removeprefix("invoer_") if cel else "tekst"
        for kolom, code in ((2, self._u), (3, self._ander), (4, namen.AFGESPROKEN)):
            yield Cel(rij, kolom, self._inhoud(code, sleutel), opmaak, naam=namen.waardenaam(code, sleutel))
        yield from self._voorstel(rij, sleutel)
        yield Cel(rij, _LET_OP, "", "toets", self._rekenblad.let_op(sleutel))
        if steun := model.eigen.onderbouwing.get(sleutel):
            yield Cel(rij, 8, str(steun.status), "klein_alinea")
            yield Cel(rij, 9, kort(steun.bron or str(steun.herkomst), 70), "klein_alinea")
        wordt = namen.waardenaam(namen.VOORSTEL, sleutel)
        yield Cel(rij, 10, self._of_leeg(self._u, sleutel), opmaak, self._wordt(sleutel), wordt)
        afspraak = self._of_leeg(namen.AFGESPROKEN, sleutel)
        yield Cel(
            rij, 11, afspraak, opmaak, self._afgesproken(sleutel), namen.waardenaam(namen.AFSPRAAK, sleutel)
        )
        yield Cel(rij, _SLEUTEL, sleutel, "sleutel")

    def _inhoud(self, code: str, sleutel: str) -> Inhoud:
        waarde = self._model.waarde(code, sleutel)
        return waarde if isinstance(waarde, Decimal | int | str) else None

    def _of_leeg(self, code: str, sleutel: str) -> Inhoud:
        inhoud = self._inhoud(code, sleutel)
        return "" if inhoud is None else inhoud

    def _voorstel(self, rij: int, sleutel: str) -> Iterator[Cel]:
        """The yellow cells of what can become a new point; a link to the answer of what is one."""
        cel = self._model.vulling.invoer.get(sleutel)
        if sleutel in self._model.punt_van:
            tekst = "op Gesprek \N{RIGHTWARDS ARROW}"
            doel = namen.puntnaam(self._model.punt_van[sleutel], "antwoord")
            yield Cel(rij, VOORSTELKOLOM + 1, tekst, "koppeling", f'=HYPERLINK("#{doel}","{tekst}")')
        elif cel and self._model.is_nieuw_te_maken(sleutel):
            naam = namen.invoernaam(sleutel, namen.VOORSTEL)
            keuring = partial(keuringen.keuring, cel)
            yield Cel(rij, VOORSTELKOLOM, None, cel.opmaak, naam=naam, keuring=keuring)
            naam = namen.invoernaam(sleutel, "reden")
            yield Cel(rij, VOORSTELKOLOM + 1, None, "invoer_tekst", naam=naam, keuring=reden)

    def _wordt(self, sleutel: str) -> str:
        """Return the formula of what an input becomes with the answers."""
        u, ander = (_of_niets(namen.waardenaam(code, sleutel)) for code in (self._u, self._ander))
        if gedeeld := self._model.volgt(self._u, sleutel):
            u = self._rekenblad.mee(sleutel, _of_niets(namen.waardenaam(namen.VOORSTEL, gedeeld)))
        if punt := self._model.punt_van.get(sleutel):
            if punt != sleutel:
                wordt, met = namen.puntnaam(punt, "wordt"), namen.kopnaam_van_partij(self._ander)
                return f"=IF({wordt}={met},{ander},{u})"
            voorstel, stand = (namen.puntnaam(punt, deel) for deel in (namen.VOORSTEL, "stand"))
            if gedeeld:
                houdt = f'{namen.puntnaam(punt, "antwoord")}="houden"'
                u = f"IF({houdt},{_of_niets(namen.waardenaam(self._u, sleutel))},{u})"
            return f'=IF({stand}="akkoord",{ander},IF({voorstel}="",{u},{voorstel}))'
        if not self._model.is_nieuw_te_maken(sleutel):
            return f"={u}"
        voorstel = namen.invoernaam(sleutel, namen.VOORSTEL)
        return f'=IF({voorstel}="",{u},{voorstel})'

    def _afgesproken(self, sleutel: str) -> str:
        """Return the formula of what is agreed: what is accepted here, else what was agreed before."""
        eerder = _of_niets(namen.waardenaam(namen.AFGESPROKEN, sleutel))
        gedeeld = self._model.volgt(namen.AFGESPROKEN, sleutel)
        if gedeeld and not self._model.blijft(namen.AFGESPROKEN, sleutel):
            eerder = _of_niets(namen.waardenaam(namen.AFSPRAAK, gedeeld))
        punt = self._model.punt_van.get(sleutel)
        if punt is None:
            return f"={eerder}"
        wordt = _of_niets(namen.waardenaam(namen.VOORSTEL, sleutel))
        return f'=IF({namen.puntnaam(punt, "stand")}="akkoord",{wordt},{eerder})'


def _kopsoort(kolom: int) -> str:
    if kolom > VOORSTELKOLOM:
        return "kop_na_getal"
    return "kop_rechts" if kolom > 1 else "kop"


def _eenheid(cel: Invoercel | None) -> str:
    if cel is None:
        return "ja of nee"
    return "%" if cel.veld.eenheid is Eenheid.FRACTIE else str(cel.veld.eenheid or "tekst of keuze")


def _of_niets(naam: str) -> str:
    """Return the value of a cell, and nothing where it is blank."""
    return f'IF({naam}="","",{naam})'
