"""The annotated answer: a fresh workbook with the values and notes that came, and what was found in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_soort
from gezinshuis_tarief.kern.sleutels import excelnaam
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.namen import BEVINDINGEN
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding, WerkboekFout
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen
from gezinshuis_tarief.werkboek.schrijven import schrijf
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel

_KOPPEN: Final = {
    "ernst": "Ernst",
    "blad": "Blad",
    "cel": "Cel",
    "sleutel": "Sleutel",
    "gevonden": "Gevonden",
    "toegestaan": "Toegestaan",
    "wat_te_doen": "Wat te doen",
    "effect": "Verschil per etmaal",
}
_BREEDTES: Final = (14, 16, 8, 34, 44, 28, 44, 14)
_KOPRIJ: Final = 3


def schrijf_opmerkingen(
    gelezen: Gelezen | WerkboekFout, pad: Bestandspad, *, overschrijf: bool = False
) -> None:
    """Write the answer to a workbook that came back; the file itself is left alone.

    Values that were refused are blank in it, with what stood there in a comment at the cell.

    Args:
        gelezen: what `lees_excel` returned or raised.
        pad: the .xlsx file to make.
        overschrijf: whether an existing file may be replaced.

    Raises:
        FileExistsError: when the file exists and may not be replaced.
    """
    eis_soort("gelezen", gelezen, Gelezen, WerkboekFout)
    concept = gelezen.concept
    vulling = Werkboekinhoud(
        concept.opbouw, leeg=concept.leeg, notities=concept.opmerkingen, ronde=concept.ronde
    )
    schrijf(
        vulling,
        pad,
        overschrijf=overschrijf,
        extra=[bevindingenblad(gelezen.bevindingen)],
        kanttekeningen=_kanttekeningen(gelezen.bevindingen),
    )


def bevindingenblad(bevindingen: Sequence[Werkboekbevinding]) -> Blad:
    """Lay out the sheet with one row per finding."""
    cellen = [Cel(0, 0, "Bevindingen", "titel"), Cel(1, 0, _inleiding(bevindingen), "onder")]
    cellen += [Cel(_KOPRIJ, plek, kop, "kop") for plek, kop in enumerate(_KOPPEN.values())]
    for rij, bevinding in enumerate(bevindingen, start=_KOPRIJ + 1):
        teksten = [bevinding.als_json()[veld] for veld in _KOPPEN if veld != "effect"]
        cellen += [Cel(rij, plek, tekst, "alinea" if plek else "vet") for plek, tekst in enumerate(teksten)]
        cellen.append(Cel(rij, len(teksten), bevinding.effect, "euro"))
    return Blad(
        BEVINDINGEN,
        "#B3261E",
        _BREEDTES,
        cellen,
        {0: 30.0, _KOPRIJ: 30.0},
        liggend=True,
        koprijen=(_KOPRIJ, _KOPRIJ),
        bevroren=(_KOPRIJ + 1, 0),
    )


def _inleiding(bevindingen: Sequence[Werkboekbevinding]) -> str:
    if not bevindingen:
        return "Er is niets bijzonders gevonden in het ontvangen bestand."
    return "Gevonden bij het inlezen. Blad en cel zijn die van het ontvangen bestand, dat zelf niet is gewijzigd."


def _kanttekeningen(bevindingen: Sequence[Werkboekbevinding]) -> dict[str, str]:
    """Return the comment at each cell that is named after a key; several findings share one."""
    teksten: dict[str, list[str]] = {}
    for bevinding in bevindingen:
        naam = excelnaam(bevinding.sleutel.split(" + ")[0])
        effect = f" Verschil: {bevinding.effect_tekst}." if bevinding.effect is not None else ""
        tekst = f"{bevinding.ernst}: {bevinding.gevonden}.{effect} {bevinding.wat_te_doen}"
        teksten.setdefault(naam, []).append(tekst)
    return {naam: "\n\n".join(delen) for naam, delen in teksten.items() if naam}
