"""The sheet Onderhandelen: the tariffs on top, the points below, and room for proposals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import groupby
from typing import Final

from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel, excelnaam, waarde_op
from gezinshuis_tarief.onderhandeling.stand import Punt, Puntstatus
from gezinshuis_tarief.onderhandeling.weergave import GEEN_EFFECT, prijspeil_tekst
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van, titel_van, toon_bij
from gezinshuis_tarief.weergave import kort
from gezinshuis_tarief.werkboek.beschrijving import keuringen
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Inhoud, Keuring

_UITLEG: Final = (
    "Vul alleen de gele cellen in: een voorstel met uw reden, of status akkoord om de waarde van de ander te "
    "aanvaarden. Bovenaan ziet u wat het tarief met de voorstellen wordt. Leeg voorstel: er verandert niets."
)
_STATUSSEN: Final = tuple(map(str, Puntstatus))


def _reden() -> Keuring:
    regel = keuringen.tussen("length", 1, 2000)
    return Keuring(regel, "Reden", "Schrijf een reden van hoogstens 2000 tekens.")


def _partij() -> Keuring:
    tekst = "Kies de partij van wie u dit onderdeel in zijn geheel voorstelt."
    return Keuring({"validate": "list", "source": f"={namen.PARTIJEN}"}, "Voorstel", tekst, tekst)


class Rondeblad:
    """Lays the sheet out; where its columns are depends on how many parties there are."""

    def __init__(self, model: Rondemodel) -> None:
        self._model, self._stand = model, model.zaak.stand
        self._codes = model.codes
        aantal = len(self._codes)
        self._eerste = 3
        self._verschil = self._eerste + aantal
        self._effect = self._verschil + 1
        self._redenen = self._effect + len(ZORGZWAARTES) * aantal
        self._voorstel = self._redenen + 1
        self._reden = self._voorstel + 1
        self._sleutel = self._reden + 1
        self._prijspeil = prijspeil_tekst(self._stand, model.zaak.peildatum)
        self._tarief = self._stand.basis.bereken()["midden"]

    def blad(self) -> Blad:
        """Return the whole sheet."""
        zaak = self._model.zaak
        cellen = [
            Cel(0, 0, f"Onderhandelen: {zaak.naam}", "titel"),
            Cel(1, 0, f"Ronde {zaak.ronde}, prijspeil {zaak.peildatum}. {_UITLEG}", "onder"),
            *(Cel(rij, 0, tekst, "onder") for rij, tekst in enumerate(self._prijspeil, start=2)),
            *self._tarieven(),
        ]
        kop = max(cel.rij for cel in cellen) + 3
        cellen += self._koppen(kop)
        rij = kop + 1
        for status, groep in groupby(self._model.punten, key=lambda punt: punt.status):
            punten = list(groep)
            titel = f"{str(status).capitalize()} ({len(punten)})"
            cellen += [Cel(rij, k, None if k else titel, "sectie") for k in range(self._sleutel)]
            for plek, punt in enumerate(punten, start=rij + 1):
                cellen += self._regel(plek, punt)
            rij += len(punten) + 1
        if not self._model.punten:
            cellen.append(Cel(rij, 0, "Er zijn geen punten: iedereen is het eens met het uitgangspunt."))
        aantal = len(self._codes)
        breedtes = (44, 11, 16, *[18] * aantal, 12, *[9] * 3 * aantal, 40, 15, 34, 40)
        return Blad(
            namen.ONDERHANDELEN,
            "#B26A00",
            breedtes,
            cellen,
            {0: 30.0, kop: 42.0},
            liggend=True,
            gebieden={namen.PARTIJEN: (kop, self._eerste, kop, self._verschil - 1)},
            koprijen=(kop - 1, kop),
            bevroren=(kop + 1, 1),
            actief=(kop + 2 if self._model.punten else 0, self._voorstel if self._model.punten else 0),
            drukkolommen=self._sleutel,
        )

    def _tarieven(self) -> Iterator[Cel]:
        """The tariffs: of each side, of what holds now, and live of the proposals."""
        rij = 3 + len(self._prijspeil)
        yield Cel(rij, 0, "Tarief per jeugdige per etmaal", "kop")
        yield Cel(rij, 1, None, "kop")
        for plek, zwaarte in enumerate(ZORGZWAARTES):
            yield Cel(rij, 2 + plek, zwaarte, "kop_rechts")
        rij += 1
        kanten = {
            "uitgangspunt": ("Uitgangspunt van deze ronde", self._stand.basis),
            **{
                code: (f"Bod van {partij}", self._stand.standen[partij])
                for partij, code in self._codes.items()
            },
            "nu": ("Wat nu geldt: het akkoord, anders het uitgangspunt", self._model.nu),
            namen.VOORSTEL: ("Met de voorstellen", self._model.nu),
        }
        for wat, (titel, opbouw) in kanten.items():
            uitkomst = opbouw.bereken()
            is_voorstel = wat == namen.VOORSTEL
            yield Cel(rij, 0, titel, "totaal" if is_voorstel else "tekst")
            if is_voorstel:
                yield Cel(rij, 1, None, "totaal")
            for plek, zwaarte in enumerate(ZORGZWAARTES):
                formule = f"={wat}.uitkomst.{zwaarte}.tarief" if wat in self._model.vullingen else ""
                bedrag, naam = uitkomst[zwaarte].per_etmaal, namen.totaalnaam(wat, zwaarte)
                opmaak = "euro_totaal" if is_voorstel else "euro"
                yield Cel(rij, 2 + plek, bedrag, opmaak, formule, naam)
            rij += 1
        yield Cel(rij, 0, "Wat de voorstellen doen")
        for plek, zwaarte in enumerate(ZORGZWAARTES):
            met, nu = (namen.totaalnaam(wat, zwaarte) for wat in (namen.VOORSTEL, "nu"))
            formule = f'=IF(ISNUMBER({met}),ROUND({met}-{nu},2),"")'
            naam = namen.totaalnaam("effect", zwaarte)
            yield Cel(rij, 2 + plek, Decimal(0), "euro_verschil", formule, naam)

    def _koppen(self, rij: int) -> Iterator[Cel]:
        for kolom, kop in {
            0: "Punt",
            1: "Status",
            self._redenen: "Redenen tot nu toe",
            self._voorstel: "Voorstel",
            self._reden: "Uw reden",
            self._sleutel: "Sleutel",
        }.items():
            yield Cel(rij, kolom, kop, "kop")
        yield Cel(rij, 2, "Uitgangspunt", "kop_rechts")
        yield Cel(rij, self._verschil, "Verschil (hoogste − laagste)", "kop_rechts")
        for plek, (partij, code) in enumerate(self._codes.items()):
            yield Cel(rij, self._eerste + plek, partij, "kop_rechts", naam=namen.kopnaam_van_partij(code))
            kolom = self._effect + 3 * plek
            yield Cel(
                rij - 1, kolom, f"effect van {kort(partij, 14)}, per etmaal", "groepkop", tot_kolom=kolom + 2
            )
            for stap, zwaarte in enumerate(ZORGZWAARTES):
                yield Cel(rij, kolom + stap, zwaarte, "kop_rechts")

    def _regel(self, rij: int, punt: Punt) -> Iterator[Cel]:
        """One point."""
        basis, sleutel = self._stand.basis, punt.sleutel
        titel = titel_van(self._tarief, bouwdeel(sleutel))
        heel = self._model.invoer(sleutel) is None
        omschrijving = titel if heel else f"{titel}: {omschrijving_van(basis, sleutel)}"
        yield Cel(rij, 0, f"{omschrijving}{' (heropend)' if punt.heropend else ''}")
        status = partial(keuringen.lijst, _STATUSSEN, "Status")
        naam = namen.puntnaam(sleutel, "status")
        yield Cel(rij, 1, str(punt.status), "invoer_tekst", naam=naam, keuring=status)
        yield from self._waarden(rij, sleutel)
        for plek, (partij, code) in enumerate(self._codes.items()):
            yield from self._effecten(rij, self._effect + 3 * plek, punt, partij, code)
        redenen = "; ".join(f"{partij}: {reden}" for partij, reden in punt.redenen.items())
        yield Cel(rij, self._redenen, redenen, "klein", naam=namen.puntnaam(sleutel, "redenen"))
        yield self._voorstelcel(rij, sleutel)
        naam = namen.puntnaam(sleutel, "reden")
        yield Cel(rij, self._reden, None, "invoer_tekst", naam=naam, keuring=_reden)
        yield Cel(rij, self._sleutel, sleutel, "sleutel")

    def _waarden(self, rij: int, sleutel: str) -> Iterator[Cel]:
        """The value at the starting point and of each party, and how far these are apart."""
        invoer = self._model.invoer(sleutel)
        opmaak = invoer.opmaak.removeprefix("invoer_") if invoer else "klein"
        getal = invoer is not None and invoer.veld.eenheid is not None
        naam = namen.puntnaam(sleutel, "uitgangspunt")
        yield Cel(rij, 2, self._toon(waarde_op(self._stand.basis, sleutel), sleutel), opmaak, naam=naam)
        bedragen = []
        for plek, (partij, code) in enumerate(self._codes.items()):
            waarde = waarde_op(self._stand.standen[partij], sleutel)
            bron = f"{code}.{excelnaam(sleutel)}"
            formule = f'=IF(ISNUMBER({bron}),{bron},"geen")' if getal else f"={bron}"
            inhoud = self._toon(waarde, sleutel) if invoer else toon_bij(self._stand.standen[partij], sleutel)
            naam = namen.puntnaam(sleutel, f"waarde.{code}")
            yield Cel(rij, self._eerste + plek, inhoud, opmaak, formule if invoer else "", naam)
            bedragen += [Decimal(waarde)] if isinstance(waarde, Decimal | int) else []
        if getal:
            cellen = ",".join(namen.puntnaam(sleutel, f"waarde.{code}") for code in self._codes.values())
            formule = f'=IF(COUNT({cellen})<2,"",MAX({cellen})-MIN({cellen}))'
            verschil: Inhoud = max(bedragen) - min(bedragen) if len(bedragen) > 1 else ""
            yield Cel(rij, self._verschil, verschil, opmaak, formule, namen.puntnaam(sleutel, "verschil"))

    def _toon(self, waarde: object, sleutel: str) -> Inhoud:
        if waarde is None:
            return "geen"
        return waarde if isinstance(waarde, Decimal | int | str) else toon_bij(self._stand.basis, sleutel)

    def _effecten(self, rij: int, kolom: int, punt: Punt, partij: str, code: str) -> Iterator[Cel]:
        """What the value of a party does by itself; nothing where it left the value as it was."""
        if partij not in punt.wie:
            return
        effect = self._stand.effect(punt.sleutel, partij)
        for plek, zwaarte in enumerate(ZORGZWAARTES):
            naam = namen.puntnaam(punt.sleutel, f"effect.{code}.{zwaarte}")
            inhoud: Inhoud = GEEN_EFFECT if effect is None else effect.per_etmaal[zwaarte]
            yield Cel(rij, kolom + plek, inhoud, "klein" if effect is None else "euro_verschil", naam=naam)

    def _voorstelcel(self, rij: int, sleutel: str) -> Cel:
        invoer = self._model.invoer(sleutel)
        naam = namen.puntnaam(sleutel, namen.VOORSTEL)
        opmaak = invoer.opmaak if invoer else "invoer_tekst"
        keuring = partial(keuringen.keuring, invoer) if invoer else _partij
        return Cel(rij, self._voorstel, None, opmaak, naam=naam, keuring=keuring)
