"""The sheet Berekening: every step a row, in words and with its amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.formules.spoor import Stap
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, eerste_deel, zwaarte_in
from gezinshuis_tarief.rekenwijzen.in_woorden import InWoorden, benoem
from gezinshuis_tarief.werkboek.beschrijving import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.rekencellen import stapcel, tussenstappen
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Kleurregel

_KOPRIJ = 3
_KOPPEN = ("Stap", "Formule in woorden", "Uitkomst", "Eenheid", "Sleutel")
_BREEDTES = (34, 78, 16, 22, 50)
_POST = re.compile(r"eigen (post|opslag)en\[(\d+)\]")


_ZONDER_11 = ("beroepskrachten", "directe_kosten")
"""What is added up before bouwsteen 11; the sums with it have the same names."""


class _VoorWerkboek(InWoorden):
    """Formulas in words with everything that may still change."""

    def eigen_of(self, sleutel: str, opbouw: str) -> str:
        """Return both: the own figure and the build-up."""
        return f"{self.naam(sleutel)} als dat is ingevuld, anders {opbouw}"


def maak_berekening(vulling: Werkboekinhoud) -> Blad:
    """Lay the sheet out."""
    cellen = [*_kop()]
    rij = _KOPRIJ + 1
    hoogtes = {_KOPRIJ: 22.0}
    for deel, groep in groupby(tussenstappen(vulling), key=lambda stap: eerste_deel(stap.sleutel)):
        titel = _titel(deel, vulling)
        cellen += [Cel(rij, plek, None if plek else titel, "sectie") for plek in range(5)]
        hoogtes[rij] = 22
        rij += 1
        for stap in groep:
            cellen += _regel(rij, stap, vulling)
            rij += 1
        rij += 1
    return Blad(
        namen.BEREKENING,
        "#3E7C8C",
        _BREEDTES,
        cellen,
        hoogtes,
        liggend=True,
        koprijen=(_KOPRIJ, _KOPRIJ),
        bevroren=(_KOPRIJ + 1, 1),
        actief=(_KOPRIJ + 2, 2),
        kleurregels=[Kleurregel((_KOPRIJ + 1, 2, rij - 2, 2), {"type": "errors"}, "als_leeg")],
        drukkolommen=len(_KOPPEN) - 1,
    )


def _kop() -> Iterator[Cel]:
    yield Cel(0, 0, "Berekening", "titel")
    yield Cel(
        1,
        0,
        "Elke stap onafgerond, in de volgorde van het rekenen. Afgerond wordt alleen op Samenvatting, "
        "een keer per regel.",
        "onder",
    )
    waarschuwing = "De invoer is nog niet compleet of niet in orde: deze stappen zijn nog geen uitkomst."
    yield Cel(2, 0, "", "alarm", f'=IF({namen.INVOER}="{namen.KLOPT}","","{waarschuwing}")')
    for plek, kop in enumerate(_KOPPEN):
        yield Cel(_KOPRIJ, plek, kop, "kop_rechts" if kop == "Uitkomst" else "kop")


def _titel(deel: str, vulling: Werkboekinhoud) -> str:
    if deel in ALLE:
        return f"{ALLE[deel].nummer}. {ALLE[deel].titel}"
    if deel in vulling.geheel.per_zorgzwaarte:
        return f"Zorgzwaarte {deel}: alles opnieuw met de eigen invoer, per jeugdige per etmaal"
    if deel in ZORGZWAARTES:
        return f"Zorgzwaarte {deel}: bouwsteen 7 tot en met 11, per jeugdige per etmaal"
    if deel == "gedeeld":
        return "Wat de zorgzwaartes delen"
    return deel.replace("_", " ").capitalize()


def in_woorden(sleutel: str, vanuit: str = "") -> str:
    """Call a key by its words; own cost lines count from 1, and a shared step is not its own namesake."""
    woorden = _POST.sub(lambda plek: f"eigen {plek[1]} {int(plek[2]) + 1}", benoem(sleutel, vanuit))
    if zwaarte_in(sleutel)[1].startswith("gedeeld.") and not sleutel.startswith("gedeeld."):
        return f"{woorden} (nog zonder bouwsteen 11)" if sleutel.endswith(_ZONDER_11) else woorden
    is_naamgenoot = sleutel != vanuit and sleutel.split(".")[1:] == vanuit.split(".")[1:]
    return f"gedeelde {woorden}" if is_naamgenoot and sleutel.startswith("gedeeld.") else woorden


def noem_in_boek(sleutel: str, vanuit: str, vulling: Werkboekinhoud) -> str:
    """Call a key by its words, and say when it is an input of one zorgzwaarte."""
    woorden, zwaarte = in_woorden(sleutel, vanuit), zwaarte_in(sleutel)[0]
    return f"{woorden} bij {zwaarte}" if zwaarte and sleutel in vulling.invoer else woorden


def _regel(rij: int, stap: Stap, vulling: Werkboekinhoud) -> Iterator[Cel]:
    woorden = _VoorWerkboek(lambda sleutel: noem_in_boek(sleutel, stap.sleutel, vulling)).schrijf(
        stap.formule
    )
    los = eerste_deel(stap.sleutel) in (*ZORGZWAARTES, "eigen_posten")
    naam = in_woorden(stap.sleutel, "" if los else stap.sleutel)
    opmaak = "euro_onafgerond" if stap.eenheid.is_geld else "getal"
    if stap.eenheid is Eenheid.FRACTIE:
        opmaak = "procent"
    yield Cel(rij, 0, naam)
    yield Cel(rij, 1, woorden, "klein")
    yield stapcel(stap, vulling).op(rij, 2, opmaak)
    yield Cel(rij, 3, str(stap.eenheid), "klein")
    yield Cel(rij, 4, stap.sleutel, "sleutel")
