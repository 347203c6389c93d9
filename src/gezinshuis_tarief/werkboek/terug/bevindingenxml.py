"""The sheet Bevindingen in somebody's own file: what changed, what stands out by cause, what came along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.werkboek.terug.meegekomen import Meegekomen
from gezinshuis_tarief.werkboek.terug.oorzaken import Oorzaak
from gezinshuis_tarief.werkboek.terug.wijzigingen import Werkboekwijziging
from gezinshuis_tarief.werkboek.xlsx.adressen import adres_van
from gezinshuis_tarief.werkboek.xlsx.andermans.aanvullen import KOP
from gezinshuis_tarief.werkboek.xlsx.stijlen import LETTER

_BLADXML: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BREEDTES: Final = (64, 26, 22, 22, 10, 10, 10, 60)
_LANGST: Final = 2_000
_VET: Final = f'<rPr><b/><sz val="{LETTER["font_size"]}"/><rFont val="{LETTER["font_name"]}"/></rPr>'
"""A heading in the letter of our own sheets; without a name programs take one of their own."""
_Inhoud = str | int | Decimal | None
_Rij = tuple[Sequence[_Inhoud], bool]
"""What stands on a row, and whether it is a heading."""


def bevindingenxml(
    wijzigingen: Sequence[Werkboekwijziging], oorzaken: Sequence[Oorzaak], meegekomen: Sequence[Meegekomen]
) -> str:
    """Return the XML of the sheet; it needs no style and no shared text of the file that it goes in.

    Args:
        wijzigingen: what changed since the file was sent.
        oorzaken: the findings by cause.
        meegekomen: what came along beside the inputs.
    """
    rijen = [*_veranderd(wijzigingen), *_bevonden(oorzaken), *_erbij(meegekomen)]
    kolommen = "".join(
        f'<col min="{plek}" max="{plek}" width="{breedte}" customWidth="1"/>'
        for plek, breedte in enumerate(_BREEDTES, start=1)
    )
    cellen = "".join(_rij(nummer, *rij) for nummer, rij in enumerate(rijen, start=1))
    koppelingen = "".join(
        f'<hyperlink ref="B{nummer}" location={quoteattr(waar)} display={quoteattr(waar)}/>'
        for nummer, (inhoud, _) in enumerate(rijen, start=1)
        if len(inhoud) > 1 and isinstance(waar := inhoud[1], str) and "!" in waar
    )
    return (
        f'{KOP}<worksheet xmlns="{_BLADXML}"><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
        f"<cols>{kolommen}</cols><sheetData>{cellen}</sheetData>"
        f"{f'<hyperlinks>{koppelingen}</hyperlinks>' if koppelingen else ''}</worksheet>"
    )


def _veranderd(wijzigingen: Sequence[Werkboekwijziging]) -> Iterable[_Rij]:
    yield ("Wat er veranderde sinds de verzending, in euro per etmaal",), True
    if not wijzigingen:
        yield ("Er is geen gewijzigde waarde gevonden.",), False
    else:
        yield ("Wat", "Sleutel", "Was", "Wordt", *ZORGZWAARTES, "Reden"), True
    for wat in wijzigingen:
        label = wat.omschrijving[:1].upper() + wat.omschrijving[1:]
        yield (label, wat.sleutel, wat.was, wat.wordt, *wat.effect.values(), wat.reden), False
    yield (), False


def _bevonden(oorzaken: Sequence[Oorzaak]) -> Iterable[_Rij]:
    yield ("Wat opvalt: een regel per oorzaak",), True
    if not oorzaken:
        yield ("Er is niets bijzonders gevonden.",), False
    else:
        yield ("Wat", "Waar", "Aantal", "€ per etmaal", "Wat u kunt doen"), True
    for oorzaak in oorzaken:
        eerste = oorzaak.bevindingen[0]
        wat = f"{oorzaak.ernst}: {eerste.gevonden if not oorzaak.nul else oorzaak.wat}"
        waar = _koppeling(eerste.blad, eerste.cel)
        yield (wat, waar, len(oorzaak.bevindingen), oorzaak.effect, eerste.wat_te_doen), False
    yield (), False


def _erbij(meegekomen: Sequence[Meegekomen]) -> Iterable[_Rij]:
    if meegekomen:
        yield ("Wat er verder in het bestand staat",), True
    for wat in meegekomen:
        yield (
            (f"{wat.soort}: {wat.tekst}", _koppeling(wat.blad, wat.cel), wat.sleutel or None, wat.bedrag),
            False,
        )


def _koppeling(blad: str, cel: str) -> str | None:
    """Return where a cell is, as a link says it; the sheet alone where there is no cell."""
    kaal = blad.replace("'", "''")
    return f"'{kaal}'!{cel}" if blad and cel else blad or None


def _rij(nummer: int, inhoud: Sequence[_Inhoud], kop: bool) -> str:  # noqa: FBT001 (from a pair)
    cellen = "".join(
        _cel(adres_van(plek, nummer), waarde, kop=kop)
        for plek, waarde in enumerate(inhoud, start=1)
        if waarde is not None
    )
    return f'<row r="{nummer}">{cellen}</row>'


def _cel(adres: str, waarde: str | int | Decimal, *, kop: bool) -> str:
    if not isinstance(waarde, str):
        return f'<c r="{adres}"><v>{waarde}</v></c>'
    kaal = "".join(teken if teken.isprintable() else " " for teken in waarde)[:_LANGST]
    tekst = f'<t xml:space="preserve">{escape(kaal)}</t>'
    return f'<c r="{adres}" t="inlineStr"><is>{f"<r>{_VET}{tekst}</r>" if kop else tekst}</is></c>'
