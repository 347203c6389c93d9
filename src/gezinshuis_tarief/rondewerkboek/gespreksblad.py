"""The sheet Gesprek: the tariffs, what is asked, room for answers, and what is agreed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Final

from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, grenzen_op
from gezinshuis_tarief.onderhandeling.contract import Contractgegevens, gezamenlijk
from gezinshuis_tarief.onderhandeling.contractvoorstellen import contracten_van
from gezinshuis_tarief.onderhandeling.weergave import GEEN_EFFECT, prijspeil_tekst
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.invoerblad import Invoerblad, reden
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.rondewerkboek.puntregels import KOPRIJ, Puntregels, kies_partij
from gezinshuis_tarief.rondewerkboek.verloop import afspraken, dag, laatste_dag, wijzigingen
from gezinshuis_tarief.weergave import geteld, kort
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Kleurregel

_BREEDTES: Final = (4, 33, 12, 12, 11, 25, 11, 12, 28, 11, 11, 12, 12)
_TARIEFKOP: Final = 3
_OP_EEN_BLADZIJDE: Final = 8
_MERK: Final = {"akkoord": "als_akkoord", "betwist": "als_betwist", "vraag": "als_vraag", "open": "als_open"}
_TE_DOEN: Final = ("geef reden", "geef getal", "geef vraag", "kies één")
_PIJL: Final = "\N{RIGHTWARDS ARROW}"


class Gespreksblad:
    """Lays the sheet out."""

    def __init__(self, model: Rondemodel, invoerblad: Invoerblad, antwoord_voor: str = "") -> None:
        self._model, self._antwoord_voor = model, antwoord_voor
        self._punten = Puntregels(model, invoerblad.rijen())
        self._u, self._ander = model.codes[model.voor], model.codes[model.met]
        self._laatste = KOPRIJ + max(1, len(model.punten))

    def blad(self) -> Blad:
        """Return the whole sheet."""
        model = self._model
        cellen = [*self._kop(), *self._tarieven(), *self._gewijzigd(), *self._punten.cellen()]
        if not model.punten:
            geen = "Er zijn geen punten tussen u beiden. Typ uw voorstel in de gele cellen op Invoer."
            cellen.append(Cel(KOPRIJ + 1, 1, geen, tot_kolom=8))
        cellen += self._samen(self._laatste + 1)
        onder = [*self._onderaan(self._laatste + 5)]
        cellen += onder
        stand = (KOPRIJ + 1, 9, self._laatste, 9)
        kleuren = [
            Kleurregel(stand, {"type": "cell", "criteria": "==", "value": f'"{woord}"'}, opmaak)
            for woord, opmaak in {**_MERK, **dict.fromkeys(_TE_DOEN, "als_te_doen")}.items()
        ]
        hoogtes = {0: 28.0, KOPRIJ: 30.0}
        hoogtes |= {c.rij: 30.0 for c in onder if c.naam in namen.OPMERKINGEN}
        return Blad(
            namen.GESPREK,
            "#1F4E5F",
            _BREEDTES,
            cellen,
            hoogtes | self._punten.hoogtes(),
            liggend=True,
            gebieden={
                namen.PARTIJEN: (KOPRIJ, 2, KOPRIJ, 3),
                namen.STANDEN: stand,
                namen.EFFECTEN: (KOPRIJ + 1, 10, self._laatste, 10),
            },
            koprijen=(KOPRIJ, KOPRIJ),
            bevroren=(KOPRIJ + 1, 2),
            actief=(KOPRIJ + 1 if model.punten else 0, 6),
            kleurregels=kleuren,
            drukkolommen=11,
            op_een_bladzijde=len(model.punten) <= _OP_EEN_BLADZIJDE,
            verborgen=(11, 12),
            gefilterd=(KOPRIJ, 0, self._laatste, 10) if model.punten else None,
        )

    def _kop(self) -> Iterator[Cel]:
        model, zaak = self._model, self._model.zaak
        yield Cel(0, 0, f"{zaak.naam}: wat kost een etmaal?", "titel")
        yield Cel(0, 5, "Ingevuld namens:", "rechts")
        tekst = "Kies namens wie u dit werkboek invult."
        keuring = partial(kies_partij, "Ingevuld namens", tekst)
        yield Cel(0, 6, None, "invoer_tekst", naam=namen.INVULLER, keuring=keuring, tot_kolom=7)
        for kolom, doel in ((8, namen.INVOERBLAD), (9, namen.VERLOOP)):
            yield Cel(0, kolom, f"{doel} {_PIJL}", "koppeling", f'=HYPERLINK("#{doel}!A1","{doel} {_PIJL}")')
        verstuurd = laatste_dag(zaak, model.met)
        delen = [
            f"Van {model.met} aan {model.voor}",
            f"ronde {zaak.ronde}",
            f"bod van {dag(verstuurd)}" if verstuurd else f"{model.met} deed nog geen bod",
            f"prijspeil {dag(zaak.peildatum)}",
        ]
        delen += [f"antwoord graag vóór {self._antwoord_voor}"] if self._antwoord_voor else []
        yield Cel(1, 0, " · ".join(delen), "onder")
        aantal = len(model.punten)
        zin = f"Gevraagd: uw antwoord op {geteld(aantal, 'punt', 'punten')}. {aantal} open"
        zin = f"{zin}, akkoord 0, betwist 0, vraag 0. Kies bovenaan namens wie u dit invult."
        yield Cel(2, 0, zin, "vet_rij", self._zin(zin), "zin.gevraagd")

    def _zin(self, begin: str) -> str:
        """Return the live sentence on what is asked and what is still missing."""
        vast = begin.partition(". ")[0]
        tel = {w: f'COUNTIF({namen.STANDEN},"{w}")' for w in (*_MERK, *_TE_DOEN)}
        mist = "+".join(tel[woord] for woord in _TE_DOEN)
        wie = f'IF({namen.INVULLER}=""," Kies bovenaan namens wie u dit invult.","")'
        delen = [
            f'"{vast}. "',
            tel["open"],
            '" open, akkoord "',
            tel["akkoord"],
            '", betwist "',
            tel["betwist"],
        ]
        delen += ['", vraag "', tel["vraag"], '"."', f'IF({mist}>0," Nog niet af: "&({mist})&".","")', wie]
        return "=" + "&".join(delen)

    def _tarieven(self) -> Iterator[Cel]:
        """The tariffs: of each side, live with the answers, what is between them, and what is agreed."""
        model, rij = self._model, _TARIEFKOP
        yield Cel(rij, 0, "Tarief per jeugdige per etmaal", "kop_rij")
        yield Cel(rij, 1, None, "kop_rij")
        for plek, zwaarte in enumerate(ZORGZWAARTES):
            yield Cel(rij, 2 + plek, zwaarte, "kop_rij_rechts")
        yield Cel(rij, 5, "heel het huis, per jaar", "kop_rij_rechts")
        eigen, ander = model.tarieven(model.eigen), model.tarieven(model.ander)
        uit_elkaar = {naam: ander[naam] - eigen[naam] for naam in eigen}
        kanten: tuple[tuple[str, str, dict[str, Decimal]], ...] = (
            (self._ander, f"{model.met} vraagt", ander),
            (self._u, f"U bood ({model.voor})", eigen),
            (namen.VOORSTEL, "Met uw antwoorden hieronder", eigen),
            ("verschil", "Nog uit elkaar", uit_elkaar),
            (namen.AFGESPROKEN, "Al afgesproken, de rest zoals bij de start", model.tarieven(model.nu)),
        )
        for wat, titel, bedragen in kanten:
            rij += 1
            dik = "_dik" if wat == namen.VOORSTEL else ""
            yield Cel(rij, 0, titel, f"rij{dik}")
            yield Cel(rij, 1, None, f"rij{dik}")
            for plek, welk in enumerate(bedragen):
                soort = "hele_euro" if welk == "jaar" else "euro"
                opmaak = f"rij_{soort}{'_verschil' if wat == 'verschil' else dik}"
                formule = self._totaal(wat, welk)
                yield Cel(rij, 2 + plek, bedragen[welk], opmaak, formule, namen.totaalnaam(wat, welk))

    def _totaal(self, wat: str, zwaarte: str) -> str:
        if wat == "verschil":
            ander, met = (namen.totaalnaam(w, zwaarte) for w in (self._ander, namen.VOORSTEL))
            return f'=IF(ISNUMBER({met}),ROUND({ander}-{met},2),"")'
        tarief = namen.tariefnaam(wat, zwaarte)
        if wat in {namen.VOORSTEL, namen.AFGESPROKEN}:
            return f'=IF({namen.CONTROLE}="klopt",{tarief},{namen.CONTROLE})'
        return f"={tarief}"

    def _gewijzigd(self) -> Iterator[Cel]:
        """What the other party changed last, largest first."""
        yield Cel(_TARIEFKOP, 7, f"Wat {self._model.met} het laatst wijzigde", "kop_rij")
        yield Cel(_TARIEFKOP, 8, None, "kop_rij")
        yield Cel(_TARIEFKOP, 9, None, "kop_rij")
        yield Cel(_TARIEFKOP, 10, "midden", "kop_rij_rechts")
        rij = _TARIEFKOP
        for titel, bedrag in wijzigingen(self._model)[:5]:
            rij += 1
            yield Cel(rij, 7, kort(titel, 60), "rij")
            yield Cel(rij, 10, bedrag, "rij_euro_verschil")

    def _samen(self, rij: int) -> Iterator[Cel]:
        """What the answers do together, new points and what points do to each other included."""
        u = namen.tariefnaam(self._u, "midden")
        klopt = f'{namen.CONTROLE}<>"klopt"'
        nieuw = f'=IF({klopt},"",ROUND({namen.tariefnaam(namen.NIEUW, "midden")}-{u},2))'
        samen = f'=IF({klopt},"",ROUND({namen.tariefnaam(namen.VOORSTEL, "midden")}-{u},2))'
        samenloop = f'=IF({klopt},"",ROUND(samen.effect-nieuw.effect-SUM({namen.EFFECTEN}),2))'
        tekst = f'="Nieuwe punten op Invoer: "&COUNTA({namen.VOORSTELLEN})'
        regels = (
            ("Nieuwe punten op Invoer: 0", tekst, nieuw, "nieuw"),
            ("Samenloop: wat de punten samen meer of minder doen dan los", "", samenloop, "samenloop"),
            ("Samen: wat uw antwoorden doen, zorgzwaarte midden", "", samen, "samen"),
        )
        for plek, (titel, titelformule, formule, naam) in enumerate(regels):
            is_slot = naam == "samen"
            for kolom in range(11 if is_slot else 0):
                if kolom not in {1, 10}:
                    yield Cel(rij + plek, kolom, None, "totaal")
            yield Cel(rij + plek, 1, titel, "totaal" if is_slot else "rij", titelformule, f"{naam}.titel")
            opmaak = "euro_verschil_totaal" if is_slot else "euro_verschil"
            yield Cel(rij + plek, 10, Decimal(0), opmaak, formule, f"{naam}.effect")

    def _onderaan(self, rij: int) -> Iterator[Cel]:
        """Room for anything else, what is agreed, and how old the figures are."""
        yield Cel(rij, 0, "Iets anders zeggen of vragen? Schrijf het hier; het reist mee.", "kopje")
        for naam in namen.OPMERKINGEN:
            rij += 1
            yield Cel(rij, 0, None, "invoer_tekst", naam=naam, tot_kolom=10, keuring=reden)
        rij += 2
        yield Cel(rij, 0, "Al afgesproken", "kopje")
        for afspraak in afspraken(self._model.zaak):
            rij += 1
            yield Cel(rij, 1, afspraak.wat, "alinea")
            yield Cel(rij, 2, afspraak.waarde, "tekst_rechts", tot_kolom=3)
            yield Cel(rij, 5, f"ronde {afspraak.ronde}: {afspraak.hoe}", "alinea_na_getal", tot_kolom=9)
            effect = GEEN_EFFECT if afspraak.effect is None else afspraak.effect
            yield Cel(rij, 10, effect, "euro_verschil")
        for opmerking in (f"{wie}: {zin}" for wie, zin in self._model.zaak.stand.opmerkingen.items()):
            rij += 1
            yield Cel(rij, 1, f"Gezegd door {opmerking}", "alinea", tot_kolom=10)
        rij += 1
        for tekst in prijspeil_tekst(self._model.zaak.stand, self._model.zaak.peildatum):
            rij += 1
            yield Cel(rij, 0, tekst, "klein_alinea", tot_kolom=10)
        for tekst in self._contract():
            rij += 1
            yield Cel(rij, 0, tekst, "klein_alinea", tot_kolom=10)

    def _contract(self) -> Iterator[str]:
        """Say what parties propose for the contract; that is talked over in the dossier, not in cells."""
        samen, los = gezamenlijk(contracten_van(self._model.zaak))
        for kop, velden in (("gelijk voorgesteld", samen.gevuld()), ("nog niet gelijk", los)):
            grenzen = [grenzen_op(Contractgegevens, (naam,)) for naam in velden]
            if woorden := ", ".join(deel.omschrijving for deel in grenzen if deel):
                yield f"Voor het contract {kop}: {woorden}."
