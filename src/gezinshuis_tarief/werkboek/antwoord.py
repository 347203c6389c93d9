"""The annotated answer: the sender's own file with remarks, or a fresh workbook with the values and notes that came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_soort, naar_pad
from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.kern.sleutels import excelnaam
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.namen import BEVINDINGEN
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding, WerkboekFout
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen
from gezinshuis_tarief.werkboek.schrijven import schrijf
from gezinshuis_tarief.werkboek.terug.bevindingenxml import bevindingenxml
from gezinshuis_tarief.werkboek.terug.meegekomen import Meegekomen, Meegekomensoort
from gezinshuis_tarief.werkboek.terug.oorzaken import oorzaken
from gezinshuis_tarief.werkboek.xlsx.andermans.aanvullen import Aanvulling, niet_aan_te_vullen
from gezinshuis_tarief.werkboek.xlsx.andermans.opendocument import ODS, als_xlsx
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek, lees_werkboek

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
_KANTTEKENINGEN: Final = 25
"""As many findings with one cause get a remark at their cell; the sheet says how many there are."""


def schrijf_opmerkingen(
    gelezen: Gelezen | WerkboekFout,
    pad: Bestandspad,
    *,
    ontvangen: Bestandspad | None = None,
    overschrijf: bool = False,
) -> str:
    """Write the answer to a workbook that came back; the file itself is left alone.

    With `ontvangen` the answer is that very file, with remarks at its cells and a sheet of findings; all else in it keeps
    its bytes. Without, or when nothing can be added to that file, it is a fresh workbook in which values that were
    refused are blank, with what stood there in a comment at the cell; it still says with what values the file was first
    sent, and lists what came along.

    Args:
        gelezen: what `lees_excel` returned or raised.
        pad: the .xlsx file to make.
        ontvangen: the file that was read; the answer to an .ods file is an .xlsx file.
        overschrijf: whether an existing file may be replaced.

    Returns:
        Why the answer is a fresh workbook although the file was given, in Dutch; empty when it is not.

    Raises:
        FileExistsError: when the file exists and may not be replaced.
        InvoerFout: when the file that was read is no workbook any more.
    """
    eis_soort("gelezen", gelezen, Gelezen, WerkboekFout)
    waarom = ""
    if ontvangen is not None and naar_pad(ontvangen).suffix.lower() == ODS:
        with als_xlsx(naar_pad(ontvangen)) as omgezet:
            return schrijf_opmerkingen(gelezen, pad, ontvangen=omgezet, overschrijf=overschrijf)
    if ontvangen is not None:
        werkboek = lees_werkboek(ontvangen)
        waarom = niet_aan_te_vullen(werkboek.archief, werkboek.hoofd)
        if not waarom:
            aanvulling = _aangevuld(werkboek, gelezen)
            with schrijf_veilig(naar_pad(pad, einden=[".xlsx"]), overschrijf=overschrijf) as terzijde:
                aanvulling.schrijf(naar_pad(ontvangen), terzijde)
            return ""
    concept = gelezen.concept
    vulling = Werkboekinhoud(
        concept.opbouw,
        leeg=concept.leeg,
        notities=concept.opmerkingen,
        ronde=concept.ronde,
        eerst=concept.eerst,
        eerst_leeg=concept.eerst_leeg,
    )
    schrijf(
        vulling,
        pad,
        overschrijf=overschrijf,
        extra=[bevindingenblad(gelezen.bevindingen, _meegekomen(gelezen))],
        kanttekeningen=_kanttekeningen(gelezen.bevindingen),
    )
    return waarom


def _aangevuld(werkboek: Werkboek, gelezen: Gelezen | WerkboekFout) -> Aanvulling:
    """Add the findings to somebody's own file: a sheet, and a remark at each cell that they are about."""
    groepen = oorzaken(gelezen.bevindingen)
    aanvulling = Aanvulling(werkboek)
    per_blad: dict[str, dict[str, list[str]]] = {}
    for groep in groepen:
        for bevinding in () if groep.nul else groep.bevindingen[:_KANTTEKENINGEN]:
            if bevinding.cel and werkboek.blad(bevinding.blad):
                per_cel = per_blad.setdefault(bevinding.blad, {})
                per_cel.setdefault(bevinding.cel, []).append(_in_kanttekening(bevinding))
    for blad, per_cel in per_blad.items():
        aanvulling.kanttekeningen(blad, {cel: "\n\n".join(teksten) for cel, teksten in per_cel.items()})
    wijzigingen = gelezen.wijzigingen if isinstance(gelezen, Gelezen) else ()
    aanvulling.blad(BEVINDINGEN, bevindingenxml(wijzigingen, groepen, _meegekomen(gelezen)))
    return aanvulling


def _meegekomen(gelezen: Gelezen | WerkboekFout) -> tuple[Meegekomen, ...]:
    return gelezen.meegekomen if isinstance(gelezen, Gelezen) else ()


def _in_kanttekening(bevinding: Werkboekbevinding) -> str:
    effect = f" Verschil: {bevinding.effect_tekst}." if bevinding.effect is not None else ""
    return f"{bevinding.ernst}: {bevinding.gevonden}.{effect} {bevinding.wat_te_doen}"


def bevindingenblad(bevindingen: Sequence[Werkboekbevinding], meegekomen: Sequence[Meegekomen] = ()) -> Blad:
    """Lay out the sheet with one row per finding, and below them what came along, which this workbook does not hold."""
    cellen = [Cel(0, 0, "Bevindingen", "titel"), Cel(1, 0, _inleiding(bevindingen), "onder")]
    cellen += [Cel(_KOPRIJ, plek, kop, "kop") for plek, kop in enumerate(_KOPPEN.values())]
    for rij, bevinding in enumerate(bevindingen, start=_KOPRIJ + 1):
        teksten = [bevinding.als_json()[veld] for veld in _KOPPEN if veld != "effect"]
        cellen += [Cel(rij, plek, tekst, "alinea" if plek else "vet") for plek, tekst in enumerate(teksten)]
        cellen.append(Cel(rij, len(teksten), bevinding.effect, "euro"))
    cellen += _erbij(_KOPRIJ + len(bevindingen) + 2, meegekomen)
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


def _erbij(rij: int, meegekomen: Sequence[Meegekomen]) -> Iterator[Cel]:
    """Lay out what came along and is no note that stays, each with the sheet and the cell where it stood."""
    los = [wat for wat in meegekomen if wat.soort is not Meegekomensoort.OPMERKING]
    if los:
        yield Cel(rij, 0, "Wat er verder in het ontvangen bestand staat", "vet")
    for plek, wat in enumerate(los, start=rij + 1):
        for kolom, tekst in enumerate((str(wat.soort), wat.blad, wat.cel, wat.sleutel, wat.tekst, wat.van)):
            yield Cel(plek, kolom, tekst or None, "alinea")
        yield Cel(plek, len(_KOPPEN) - 1, wat.bedrag, "euro")


def _inleiding(bevindingen: Sequence[Werkboekbevinding]) -> str:
    if not bevindingen:
        return "Er is niets bijzonders gevonden in het ontvangen bestand."
    return "Gevonden bij het inlezen. Blad en cel zijn die van het ontvangen bestand, dat zelf niet is gewijzigd."


def _kanttekeningen(bevindingen: Sequence[Werkboekbevinding]) -> dict[str, str]:
    """Return the comment at each cell that is named after a key; several findings share one."""
    teksten: dict[str, list[str]] = {}
    for bevinding in bevindingen:
        naam = excelnaam(bevinding.sleutel.split(" + ")[0])
        teksten.setdefault(naam, []).append(_in_kanttekening(bevinding))
    return {naam: "\n\n".join(delen) for naam, delen in teksten.items() if naam}
