"""The sheet Berekening: every step in words, and a column per situation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from gezinshuis_tarief.formules.spoor import Stap
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel, eerste_deel, excelnaam, zwaarte_in
from gezinshuis_tarief.model.plat import OPSLAGEN, POSTEN
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.rekenwijzen.in_woorden import InWoorden
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van
from gezinshuis_tarief.werkboek.beschrijving import keuringen
from gezinshuis_tarief.werkboek.beschrijving.berekening import in_woorden, noem_in_boek
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.rekencellen import let_op_formule, tussenstappen
from gezinshuis_tarief.werkboek.xlsx.adressen import letters_van
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Inhoud

_KOPRIJ: Final = 3
_EERSTE: Final = 2
_GEEN: Final = "geen"
_TEKSTEN: Final = re.compile(r'("(?:[^"]|"")*")')
_WOORD: Final = re.compile(r"(?<![\w.!$])[a-z_][\w.]*(?![\w.(!])")
_KOLOM: Final = "\N{SECTION SIGN}"
"""Stands for the column in a formula that every column has."""


class Rekenblad:
    """Lays the sheet out; formulas are plain references, which every spreadsheet program evaluates."""

    def __init__(self, model: Rondemodel) -> None:
        self._model = model
        self._kolom = {situatie: _EERSTE + plek for plek, situatie in enumerate(model.situaties)}

    @cached_property
    def _invoer(self) -> list[str]:
        return [AANWEZIG, *self._model.vulling.invoer]

    @cached_property
    def _stappen(self) -> list[Stap]:
        uitkomst = [s for s in self._model.vulling.stappen.values() if s.sleutel.startswith("uitkomst.")]
        return [*tussenstappen(self._model.vulling), *uitkomst]

    @cached_property
    def _rijen(self) -> dict[str, int]:
        """The row of every input and step, by its defined name in a single workbook."""
        namen_ = [excelnaam(sleutel) for sleutel in self._invoer]
        namen_ += [excelnaam(stap.sleutel) for stap in self._stappen]
        eerste = _KOPRIJ + 2
        return {naam: eerste + plek + (plek >= len(self._invoer)) for plek, naam in enumerate(namen_)}

    def blad(self) -> Blad:
        """Return the whole sheet."""
        eind = max(self._rijen.values()) + 1
        breedtes = (44, 60, *[15] * len(self._kolom))
        return Blad(
            namen.REKENBLAD,
            "#3E7C8C",
            breedtes,
            [*self._kop(), *self._invoercellen(), *self._stapcellen(), *self._jaar(eind)],
            {0: 30.0, _KOPRIJ: 42.0},
            liggend=True,
            koprijen=(_KOPRIJ, _KOPRIJ),
            bevroren=(_KOPRIJ + 1, _EERSTE),
            actief=(_KOPRIJ + 1, _EERSTE),
            drukkolommen=_EERSTE + 4,
        )

    def _kop(self) -> Iterator[Cel]:
        yield Cel(0, 0, "Berekening: elke stap, een kolom per situatie", "titel")
        yield Cel(
            1,
            0,
            "Onafgerond tot de laatste regels. Dit blad ligt vast; vul in op Gesprek en Invoer.",
            "onder",
        )
        yield Cel(_KOPRIJ, 0, "Stap", "kop")
        yield Cel(_KOPRIJ, 1, "Formule in woorden", "kop")
        model = self._model
        vast = {
            model.codes[model.voor]: f"{model.voor} bood",
            model.codes[model.met]: f"{model.met} vraagt",
            namen.VOORSTEL: "met de antwoorden",
            namen.AFGESPROKEN: "al afgesproken",
            namen.NIEUW: "alleen nieuwe punten",
        }
        for situatie, kolom in self._kolom.items():
            kop = vast.get(situatie, f"alleen punt {situatie.removeprefix('punt_')}")
            yield Cel(_KOPRIJ, kolom, kop, "kop_rechts")
        for rij, titel in ((_KOPRIJ + 1, "Uitgangspunten"), (_KOPRIJ + 2 + len(self._invoer), "Stappen")):
            for kolom in range(_EERSTE + len(self._kolom)):
                yield Cel(rij, kolom, None if kolom else titel, "sectie")

    def _invoercellen(self) -> Iterator[Cel]:
        for sleutel in self._invoer:
            rij, cel = self._rijen[excelnaam(sleutel)], self._model.vulling.invoer.get(sleutel)
            woorden = omschrijving_van(self._model.vulling.geheel, sleutel) if cel else "bouwsteen 8 telt mee"
            yield Cel(rij, 0, noem_in_boek(sleutel, "", self._model.vulling))
            yield Cel(rij, 1, woorden, "klein_alinea")
            opmaak = cel.opmaak.removeprefix("invoer_") if cel else "tekst"
            for situatie, begin in self._model.situaties.items():
                leeg = self._leeg(sleutel)
                if self._model.is_lege_regel(sleutel):
                    yield Cel(rij, self._kolom[situatie], leeg, opmaak)
                    continue
                waarde = self._model.waarde(begin, sleutel)
                inhoud: Inhoud = leeg if waarde in {None, ""} else waarde  # type: ignore[assignment]
                yield Cel(rij, self._kolom[situatie], inhoud, opmaak, f"={self._neemt(situatie, sleutel)}")

    def _neemt(self, situatie: str, sleutel: str) -> str:
        """Return the formula of the value of an input in one column.

        Where only some answers count, one of a zorgzwaarte without an answer goes along with its own column.
        """
        bron, leeg = self._bron(situatie, sleutel), self._leeg(sleutel)
        naam, getoond = namen.waardenaam(bron, sleutel), f'"{leeg}"' if isinstance(leeg, str) else leeg
        waarde = f'IF({naam}="",{getoond},{naam})'
        u = self._model.codes[self._model.voor]
        gedeeld = None if situatie in self._model.vullingen else self._model.volgt(u, sleutel)
        if gedeeld is None or situatie == namen.VOORSTEL:
            return waarde
        kolom = letters_van(self._kolom[situatie] + 1)
        mee = self.mee(sleutel, f"{kolom}{self._rijen[excelnaam(gedeeld)] + 1}")
        beantwoord = self._beantwoord(sleutel) if bron == namen.VOORSTEL else ""
        return f"IF({beantwoord},{waarde},{mee})" if beantwoord else mee

    def _beantwoord(self, sleutel: str) -> str:
        """Return when an input has an answer of its own; empty when it cannot have one."""
        if sleutel in self._model.punt_van:
            delen = ("stand", "antwoord", namen.VOORSTEL)
            stand, antwoord, voorstel = (namen.puntnaam(sleutel, deel) for deel in delen)
            return f'OR({stand}="akkoord",{antwoord}="houden",{voorstel}<>"")'
        if self._model.is_nieuw_te_maken(sleutel):
            return f'{namen.invoernaam(sleutel, namen.VOORSTEL)}<>""'
        return ""

    def mee(self, sleutel: str, gedeeld: str) -> str:
        """Return the value that an input of one zorgzwaarte takes from what all share, unless that was taken over."""
        model, punt = self._model, zwaarte_in(sleutel)[1]
        u = model.codes[model.voor]
        if punt not in model.punt_van or not model.blijft(u, sleutel):
            return gedeeld
        return f'IF({namen.puntnaam(punt, "stand")}="akkoord",{namen.waardenaam(u, sleutel)},{gedeeld})'

    def _bron(self, situatie: str, sleutel: str) -> str:
        """Return which value of an input a column takes: of a party, of the answers, or of what is agreed."""
        if situatie == namen.AFGESPROKEN:
            return namen.AFSPRAAK
        if situatie in self._model.vullingen or situatie == namen.VOORSTEL:
            return situatie
        if situatie == namen.NIEUW:
            is_anders = sleutel not in self._model.punt_van
        else:
            punt = self._model.punten[int(situatie.removeprefix("punt_")) - 1]
            is_anders = self._model.punt_van.get(sleutel) == punt.sleutel
        return namen.VOORSTEL if is_anders else self._model.codes[self._model.voor]

    def _leeg(self, sleutel: str) -> str | int:
        """Return what a blank counts as: no own figure, no name, or no amount."""
        cel = self._model.vulling.invoer.get(sleutel)
        if cel is None or cel.veld.eenheid is None:
            return _GEEN if bouwdeel(sleutel) in {POSTEN, OPSLAGEN} else ""
        return "" if cel.veld.grenzen.mag_leeg else 0

    def _stapcellen(self) -> Iterator[Cel]:
        for stap in self._stappen:
            rij, vulling = self._rijen[excelnaam(stap.sleutel)], self._model.vulling
            formule = self.verwezen(vulling.formules[stap.sleutel])
            _, zwaarte, regel = (*stap.sleutel.split("."), "", "")[:3]
            opmaak = "euro_onafgerond" if stap.eenheid.is_geld else "getal"
            if stap.sleutel.startswith("uitkomst."):
                opmaak = "euro"
            elif stap.eenheid is Eenheid.FRACTIE:
                opmaak = "procent"
            los = in_woorden(stap.sleutel)
            deel = eerste_deel(stap.sleutel)
            per = zwaarte if deel == "uitkomst" else deel if deel in ZORGZWAARTES else ""
            yield Cel(rij, 0, f"{per}: {los.removeprefix(per).strip()}" if per else los)
            yield Cel(rij, 1, _Woorden(stap.sleutel, vulling).schrijf(stap.formule), "klein_alinea")
            for situatie, begin in self._model.situaties.items():
                kolom = self._kolom[situatie]
                is_tarief = stap.sleutel == f"uitkomst.{zwaarte}.tarief" and regel == "tarief"
                naam = namen.tariefnaam(situatie, zwaarte) if is_tarief else ""
                inhoud = self._model.vullingen[begin].waarden[stap.sleutel]
                yield Cel(rij, kolom, inhoud, opmaak, formule.replace(_KOLOM, letters_van(kolom + 1)), naam)

    def _jaar(self, rij: int) -> Iterator[Cel]:
        """What the whole house costs in a year, from the rounded tariffs."""
        delen = "+".join(f"uitkomst.{z}.tarief*gezinshuis.plaatsen_{z}" for z in ZORGZWAARTES)
        formule = self.verwezen(f"=({delen})*gezinshuis.dagen_per_jaar")
        yield Cel(rij, 0, "Heel het huis per jaar, bij volle bezetting", "vet")
        for situatie, begin in self._model.situaties.items():
            kolom, naam = self._kolom[situatie], namen.tariefnaam(situatie, "jaar")
            inhoud = self._model.tarieven(self._model.vullingen[begin].opbouw)["jaar"]
            yield Cel(rij, kolom, inhoud, "euro", formule.replace(_KOLOM, letters_van(kolom + 1)), naam)
        yield Cel(rij + 1, 0, "", naam=namen.EINDE)

    def verwezen(self, formule: str) -> str:
        """Return a formula over names as one over cells in its own column, whatever column that is."""
        stukken = _TEKSTEN.split(formule)
        stukken[::2] = [_WOORD.sub(self._plek, stuk) for stuk in stukken[::2]]
        nieuw = "".join(stukken)
        # a formula is never blank; what it gives may be
        return re.sub(rf"ISBLANK\(({_KOLOM}\$\d+)\)", r"(LEN(\1)=0)", nieuw)

    def _plek(self, woord: re.Match[str]) -> str:
        rij = self._rijen.get(woord[0])
        return woord[0] if rij is None else f"{_KOLOM}${rij + 1}"

    def let_op(self, sleutel: str) -> str:
        """Return the check on what an input becomes with the answers."""
        return self._buiten(let_op_formule(sleutel, self._model.vulling))

    def eisen(self) -> dict[str, str]:
        """Return the checks on inputs together, by part."""
        return {
            deel: self._buiten(f) for deel, f in keuringen.let_op_eisen(self._model.vulling.geheel).items()
        }

    def _buiten(self, formule: str) -> str:
        """Return a formula over the column of the answers as another sheet writes it."""
        kolom = letters_van(self._kolom[namen.VOORSTEL] + 1)
        return self.verwezen(formule).replace(_KOLOM, f"{namen.REKENBLAD}!{kolom}")


class _Woorden(InWoorden):
    """Writes a formula in words, each key as the sheet calls it."""

    def __init__(self, stap: str, vulling: Werkboekinhoud) -> None:
        super().__init__(lambda sleutel: noem_in_boek(sleutel, stap, vulling))

    def eigen_of(self, sleutel: str, opbouw: str) -> str:
        """Return both: the own figure and the build-up."""
        return f"{self.naam(sleutel)} als dat is ingevuld, anders {opbouw}"
