"""Writes the described workbook with XlsxWriter: live formulas, each with its value beside it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.werkboek.beschrijving import namen, paspoort
from gezinshuis_tarief.werkboek.beschrijving.bladen import maak_bladen
from gezinshuis_tarief.werkboek.beschrijving.grafieken import teken_grafieken
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.xlsx import stijlen as opmaak
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, rijhoogtes
from gezinshuis_tarief.werkboek.xlsx.cellen import als_opgeslagen, plek_van, schrijf_inhoud

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_ZONDER_DATUM: Final = dt.date(2026, 1, 1)
_OPTIES: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {**opmaak.LETTER, "locked": False},
}
_MAG: Final = dict.fromkeys(
    ("format_cells", "format_columns", "format_rows", "insert_columns", "insert_rows", "sort", "autofilter"),
    True,
)


def naar_excel(
    opbouw: Opbouw, pad: str | os.PathLike[str], *, overschrijf: bool = False, ronde: int = 1
) -> None:
    """Write an opbouw as a workbook that calculates by itself; see `Opbouw.naar_excel`."""
    schrijf(Werkboekinhoud(opbouw, ronde=ronde), pad, overschrijf=overschrijf)


def schrijf(  # noqa: PLR0913 (what a workbook is)
    vulling: Werkboekinhoud,
    pad: str | os.PathLike[str],
    *,
    overschrijf: bool = False,
    extra: Sequence[Blad] = (),
    erachter: Callable[[Workbook], None] | None = None,
    kanttekeningen: Mapping[str, str] | None = None,
) -> None:
    """Write a workbook aside and put it in place when it is whole.

    Args:
        vulling: what it shows.
        pad: the file to make; its folder must exist.
        overschrijf: whether an existing file may be replaced.
        extra: sheets before the others, such as the findings in an annotated answer.
        erachter: writes a sheet of another kind behind the others.
        kanttekeningen: comments at the cells of inputs, by key.

    Raises:
        FileExistsError: when the file exists and may not be replaced.
        OSError: when it cannot be written.
        InvoerFout: when a variant of the user's own has a formula that cannot be written in Excel.
    """
    schrijf_bladen(
        (*extra, *maak_bladen(vulling)),
        {**paspoort.paspoort_van(vulling), "ronde": str(vulling.ronde)},
        pad,
        dag=vulling.peildatum or _ZONDER_DATUM,
        overschrijf=overschrijf,
        erachter=erachter,
        kanttekeningen=kanttekeningen,
    )


def schrijf_bladen(  # noqa: PLR0913 (what a workbook is)
    bladen: Sequence[Blad],
    eigenschappen: Mapping[str, str],
    pad: str | os.PathLike[str],
    *,
    dag: dt.date,
    overschrijf: bool = False,
    erachter: Callable[[Workbook], None] | None = None,
    kanttekeningen: Mapping[str, str] | None = None,
) -> None:
    """Write described sheets aside and put the workbook in place when it is whole.

    Args:
        bladen: the sheets; each that is a summary gets its charts.
        eigenschappen: the passport, for the document properties.
        pad: the file to make.
        dag: stands as the day of making; it follows the figures, so that the same input gives the same file.
        overschrijf: whether an existing file may be replaced.
        erachter: writes a sheet of another kind behind the others.
        kanttekeningen: comments at the cells of inputs, by key.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 (loaded only when a workbook is written)

    from gezinshuis_tarief.werkboek.xlsx.vel import Vel  # noqa: PLC0415 (idem)

    with (
        schrijf_veilig(Path(pad), overschrijf=overschrijf) as terzijde,
        Workbook(str(terzijde), _OPTIES) as boek,
    ):
        pen = _Pen(boek, Vel)
        for blad in bladen:
            vel = pen.schrijf(blad, kanttekeningen or {})
            if blad.naam.endswith(namen.SAMENVATTING):
                teken_grafieken(boek, vel)
        if erachter:
            erachter(boek)
        _eigenschappen(boek, eigenschappen, dag)


def _eigenschappen(werkboek: Workbook, eigenschappen: Mapping[str, str], dag: dt.date) -> None:
    """Write the passport in the document properties too."""
    werkboek.set_properties(
        {
            "title": "Tarief gezinshuis",
            "subject": "Opbouw van het tarief per etmaal uit elf bouwstenen",
            "created": dt.datetime(dag.year, dag.month, dag.day, tzinfo=dt.UTC),
        }
    )
    werkboek.set_calc_mode("auto")
    for naam, inhoud in eigenschappen.items():
        werkboek.set_custom_property(f"{namen.EIGENSCHAP}{naam}", inhoud, "text")


class _Pen:
    """Writes sheets into one workbook; a style is made once."""

    def __init__(self, werkboek: Workbook, soort: type[Worksheet]) -> None:
        self._soort = soort
        self._werkboek = werkboek
        self._stijlen: dict[str, Format] = {}

    def _stijl(self, naam: str) -> Format:
        if naam not in self._stijlen:
            self._stijlen[naam] = self._werkboek.add_format({"locked": True, **opmaak.STIJLEN[naam]})
        return self._stijlen[naam]

    def schrijf(self, blad: Blad, kanttekeningen: Mapping[str, str]) -> Worksheet:
        """Write one sheet."""
        vel = self._werkboek.add_worksheet(blad.naam, worksheet_class=self._soort)
        dicht = self._stijl("buiten")
        for kolom, breedte in enumerate(blad.breedtes):
            vel.set_column(kolom, kolom, breedte, dicht)
        vel.set_column(len(blad.breedtes), len(blad.breedtes), None, dicht)  # and on, see Vel
        for rij, hoogte in (rijhoogtes(blad.cellen, blad.breedtes) | blad.hoogtes).items():
            vel.set_row(rij, hoogte)
        for cel in blad.cellen:
            self._cel(vel, cel)
            if cel.naam:
                self._werkboek.define_name(cel.naam, f"={plek_van(blad.naam, cel.rij, cel.kolom)}")
            if cel.naam in kanttekeningen:
                vel.write_comment(
                    cel.rij, cel.kolom, kanttekeningen[cel.naam], {"x_scale": 2.2, "y_scale": 1.4}
                )
        for naam, (rij, kolom, tot_rij, tot_kolom) in blad.gebieden.items():
            begin, einde = plek_van(blad.naam, rij, kolom), plek_van("", tot_rij, tot_kolom)
            self._werkboek.define_name(naam, f"={begin}:{einde}")
        self._kleuren(vel, blad)
        self._bladzijde(vel, blad)
        vel.protect("", _MAG)
        vel.hide_gridlines(2)
        return vel

    def _cel(self, vel: Worksheet, cel: Cel) -> None:
        stijl = self._stijl(cel.opmaak)
        if cel.tot_kolom is not None:
            vel.merge_range(cel.rij, cel.kolom, cel.rij, cel.tot_kolom, "", stijl)
        if cel.formule:
            vel.write_formula(cel.rij, cel.kolom, cel.formule, stijl, als_opgeslagen(cel.inhoud))
        else:
            schrijf_inhoud(vel, cel, stijl)
        if cel.keuring:
            keuring = cel.keuring
            opties: dict[str, Any] = {
                **keuring.regel,
                "error_title": "Dit past hier niet",
                "error_message": keuring.melding[:255],
                "error_type": "stop",
                "ignore_blank": keuring.leeg_mag,
            }
            if keuring.uitleg:
                opties |= {"input_title": keuring.titel, "input_message": keuring.uitleg[:255]}
            vel.data_validation(cel.rij, cel.kolom, cel.rij, cel.kolom, opties)

    def _kleuren(self, vel: Worksheet, blad: Blad) -> None:
        """Colour what follows from the cells: controls, errors, and inputs by status."""
        groen = self._werkboek.add_format({"font_color": opmaak.GROEN})
        rood = self._werkboek.add_format({"font_color": opmaak.ROOD})
        grijs = self._werkboek.add_format({"font_color": "#C4CCD0"})
        for cel in blad.cellen:
            if cel.opmaak == "controle":
                gelijk = {"type": "cell", "criteria": "==", "value": f'"{namen.KLOPT}"', "format": groen}
                ander = {"type": "cell", "criteria": "!=", "value": f'"{namen.KLOPT}"', "format": rood}
                vel.conditional_format(cel.rij, cel.kolom, cel.rij, cel.kolom, gelijk)
                vel.conditional_format(cel.rij, cel.kolom, cel.rij, cel.kolom, ander)
        if blad.naam.endswith(namen.BEREKENING):
            laatste = max(cel.rij for cel in blad.cellen)
            vel.conditional_format(4, 2, laatste, 2, {"type": "errors", "format": grijs})
        if namen.HERKOMST in blad.gebieden:
            self._naar_status(vel, blad)

    def _naar_status(self, vel: Worksheet, blad: Blad) -> None:
        eerste, herkomst, laatste, _ = blad.gebieden[namen.HERKOMST]
        kolommen = list(namen.KOLOMMEN)
        waarde, status = kolommen.index("waarde"), kolommen.index("status")
        for woord, kleur in (("vast", opmaak.VAST), ("suggestie", opmaak.SUGGESTIE)):
            formule = f'=${chr(65 + status)}{eerste + 1}="{woord}"'
            vulling = self._werkboek.add_format({"bg_color": kleur})
            vel.conditional_format(
                eerste, waarde, laatste, waarde, {"type": "formula", "criteria": formule, "format": vulling}
            )
        aanname = self._werkboek.add_format({"font_color": "#B26A00", "bold": True})
        vel.conditional_format(
            eerste,
            herkomst,
            laatste,
            herkomst,
            {"type": "cell", "criteria": "==", "value": '"aanname"', "format": aanname},
        )

    def _bladzijde(self, vel: Worksheet, blad: Blad) -> None:
        """Set the sheet up for A4, with its name and page number below."""
        vel.set_tab_color(blad.kleur)
        vel.set_paper(9)
        vel.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        if blad.liggend:
            vel.set_landscape()
        vel.fit_to_pages(1, 1 if blad.naam.endswith((namen.SAMENVATTING, namen.LEESWIJZER)) else 0)
        if blad.koprijen:
            vel.repeat_rows(*blad.koprijen)
        vel.set_footer("&L&8Tarief gezinshuis&C&8&A&R&8bladzijde &P van &N")
        if blad.bevroren != (0, 0):
            vel.freeze_panes(*blad.bevroren)
        vel.set_selection(*blad.actief, *blad.actief)
        vel.ignore_errors({"number_stored_as_text": "A1:Z999"})  # a source such as "2026" is meant as text
        sleutels = [cel.kolom for cel in blad.cellen if cel.opmaak == "sleutel"]
        if sleutels:
            vel.print_area(0, 0, max(cel.rij for cel in blad.cellen), sleutels[0] - 1)
