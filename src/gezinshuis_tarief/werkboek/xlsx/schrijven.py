"""The one writer of Excel: writes described sheets with XlsxWriter, each formula with its value beside it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from gezinshuis_tarief.kern.argumenten import Bestandspad, naar_pad
from gezinshuis_tarief.kern.bestanden import BestandFout, schrijf_veilig
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.werkboek.xlsx.adressen import letters_van
from gezinshuis_tarief.werkboek.xlsx.andermans.kanttekeningen import EIGEN_AUTEUR
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Boek, Cel, rijhoogtes
from gezinshuis_tarief.werkboek.xlsx.stijlen import LETTER, STIJLEN
from gezinshuis_tarief.werkboek.xlsx.tekenen import teken

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_OPTIES: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {**LETTER, "locked": False},
}
_FORMULE_HOOGSTENS: Final = 8_192
"""Characters of a formula in a cell; a spreadsheet program does not open a file with a longer one."""
_TE_LANG: Final = "heeft een formule die te lang is voor een cel"
_KORTER: Final = "Verdeel de formule over tussenstappen."
_MAG: Final = dict.fromkeys(
    ("format_cells", "format_columns", "format_rows", "insert_columns", "insert_rows", "sort", "autofilter"),
    True,
)


def schrijf_boek(boek: Boek, pad: Bestandspad, *, overschrijf: bool = False) -> None:
    """Write a workbook aside and put it in place when it is whole.

    Args:
        boek: what is in it.
        pad: the file to make; its folder must exist.
        overschrijf: whether an existing file may be replaced.

    Raises:
        FileExistsError: when the file exists and may not be replaced.
        BestandFout: when it cannot be written.
        InvoerFout: when its name does not end in .xlsx, or a formula is too long for a cell.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 (loaded only when a workbook is written)
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415 (idem)

    from gezinshuis_tarief.werkboek.xlsx.vel import Vel  # noqa: PLC0415 (idem)

    doel = naar_pad(pad, einden=[".xlsx"])
    with schrijf_veilig(doel, overschrijf=overschrijf) as terzijde, TemporaryDirectory() as kladmap:
        try:
            with Workbook(str(terzijde), {**_OPTIES, "tmpdir": kladmap}) as werkboek:
                pen = _Pen(werkboek, Vel, boek)
                for blad in boek.bladen:
                    pen.schrijf(blad)
                _eigenschappen(werkboek, boek)
        except FileCreateError as fout:
            raise BestandFout(doel, fout.args[0]) from None


def _eigenschappen(werkboek: Workbook, boek: Boek) -> None:
    kenmerken: dict[str, Any] = {"title": boek.titel, "subject": boek.onderwerp, "author": boek.maker}
    if boek.dag:
        kenmerken["created"] = dt.datetime(boek.dag.year, boek.dag.month, boek.dag.day, tzinfo=dt.UTC)
    werkboek.set_properties(kenmerken)
    werkboek.set_calc_mode("auto")
    for naam, inhoud in boek.eigenschappen.items():
        werkboek.set_custom_property(naam, inhoud, "text")


class _Pen:
    """Writes sheets into one workbook; a style is made once."""

    def __init__(self, werkboek: Workbook, soort: type[Worksheet], boek: Boek) -> None:
        self._soort, self._werkboek = soort, werkboek
        self._titel, self._kanttekeningen = boek.titel, boek.kanttekeningen
        self._paginakop = boek.paginakop.replace("&", "&&")
        self._stijlen: dict[str, Format] = {}

    def _stijl(self, naam: str) -> Format:
        if naam not in self._stijlen:
            self._stijlen[naam] = self._werkboek.add_format({"locked": True, **STIJLEN[naam]})
        return self._stijlen[naam]

    def schrijf(self, blad: Blad) -> None:
        """Write one sheet."""
        vel = self._werkboek.add_worksheet(blad.naam, worksheet_class=self._soort)
        dicht = self._stijl("buiten")
        for kolom, breedte in enumerate(blad.breedtes):
            vel.set_column(kolom, kolom, breedte, dicht, {"hidden": kolom in blad.verborgen})
        vel.set_column(len(blad.breedtes), len(blad.breedtes), None, dicht)  # and on, see Vel
        for rij, hoogte in (rijhoogtes(blad.cellen, blad.breedtes) | blad.hoogtes).items():
            vel.set_row(rij, hoogte)
        for cel in blad.cellen:
            self._cel(vel, cel)
        self._namen(vel, blad)
        for regel in blad.kleurregels:
            vel.conditional_format(*regel.gebied, {**regel.voorwaarde, "format": self._stijl(regel.opmaak)})
        for grafiek in blad.grafieken:
            teken(self._werkboek, vel, grafiek)
        self._bladzijde(vel, blad)
        if blad.beveiligd:
            vel.protect("", _MAG)
        vel.hide_gridlines(2)

    def _cel(self, vel: Worksheet, cel: Cel) -> None:
        stijl = self._stijl(cel.opmaak)
        if cel.tot_kolom is not None:
            vel.merge_range(cel.rij, cel.kolom, cel.rij, cel.tot_kolom, "", stijl)
        if cel.formule:
            if len(cel.formule) > _FORMULE_HOOGSTENS:
                raise weigering(cel.naam, _TE_LANG, gevonden="", remedie=_KORTER)
            vel.write_formula(cel.rij, cel.kolom, cel.formule, stijl, _als_opgeslagen(cel.inhoud))
        else:
            _schrijf_inhoud(vel, cel, stijl)
        if cel.keuring:
            keuring = cel.keuring()
            opties: dict[str, Any] = {
                **keuring.regel,
                "error_title": "Dit past hier niet",
                "error_message": keuring.melding[:255],
                "error_type": "stop",
            }
            if keuring.uitleg:
                opties |= {"input_title": keuring.titel, "input_message": keuring.uitleg[:255]}
            vel.data_validation(cel.rij, cel.kolom, cel.rij, cel.kolom, opties)

    def _namen(self, vel: Worksheet, blad: Blad) -> None:
        """Define the names of cells and ranges, and put the comments at them."""
        for cel in blad.cellen:
            if cel.naam:
                self._werkboek.define_name(cel.naam, f"={_plek_van(blad.naam, cel.rij, cel.kolom)}")
            if tekst := self._kanttekeningen.get(cel.naam):
                vel.write_comment(
                    cel.rij, cel.kolom, tekst, {"x_scale": 2.2, "y_scale": 1.4, "author": EIGEN_AUTEUR}
                )
        for naam, (rij, kolom, tot_rij, tot_kolom) in blad.gebieden.items():
            begin, einde = _plek_van(blad.naam, rij, kolom), _plek_van("", tot_rij, tot_kolom)
            self._werkboek.define_name(naam, f"={begin}:{einde}")

    def _bladzijde(self, vel: Worksheet, blad: Blad) -> None:
        """Set the sheet up for A4, with its name and page number below."""
        vel.set_tab_color(blad.kleur)
        vel.set_paper(9)
        vel.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        if blad.liggend:
            vel.set_landscape()
        vel.fit_to_pages(1, 1 if blad.op_een_bladzijde else 0)
        if blad.koprijen:
            vel.repeat_rows(*blad.koprijen)
        if self._paginakop:
            vel.set_header(f"&L&9{self._paginakop}"[:255])
        vel.set_footer(f"&L&8{self._titel}&C&8&A&R&8bladzijde &P van &N")
        if blad.bevroren != (0, 0):
            vel.freeze_panes(*blad.bevroren)
        vel.set_selection(*blad.actief, *blad.actief)
        vel.ignore_errors({"number_stored_as_text": "A1:Z999"})  # a source such as "2026" is meant as text
        if blad.drukkolommen:
            vel.print_area(0, 0, max(cel.rij for cel in blad.cellen), blad.drukkolommen - 1)
        if blad.gefilterd:
            vel.autofilter(*blad.gefilterd)


def _schrijf_inhoud(vel: Worksheet, cel: Cel, stijl: Format) -> None:
    """Write a value as what it is; text stays text, whatever it looks like."""
    match cel.inhoud:
        case None:
            vel.write_blank(cel.rij, cel.kolom, None, stijl)
        case str():
            vel.write_string(cel.rij, cel.kolom, cel.inhoud, stijl)
        case dt.date():
            moment = dt.datetime(cel.inhoud.year, cel.inhoud.month, cel.inhoud.day)  # noqa: DTZ001 (a day)
            vel.write_datetime(cel.rij, cel.kolom, moment, stijl)
        case _:
            vel.write_number(cel.rij, cel.kolom, _als_opgeslagen(cel.inhoud), stijl)


def _als_opgeslagen(inhoud: object) -> Any:  # noqa: ANN401 (what XlsxWriter takes)
    """Return a value as a spreadsheet stores it."""
    return float(inhoud) if isinstance(inhoud, Decimal | int) else inhoud


def _plek_van(blad: str, rij: int, kolom: int) -> str:
    """Return where a cell is, as a formula says it; row and column count from 0."""
    plek = f"${letters_van(kolom + 1)}${rij + 1}"
    if not blad:
        return plek
    return f"{blad}!{plek}" if blad.isidentifier() else f"'{blad}'!{plek}"
