"""Tampers with a workbook as a user, a program or someone with bad intent would: in the XML itself.

A workbook library would lose the stored outcomes on saving, and with them what these tests are about.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from hulp.rekenblad import Rekenblad

HOOFD = "xl/workbook.xml"


class Knoeier:
    """The parts of a workbook, to be changed cell by cell and written again."""

    def __init__(self, pad: Path) -> None:
        self._pad = pad
        with zipfile.ZipFile(pad) as zip_:
            self.delen = {naam: zip_.read(naam) for naam in zip_.namelist()}

    def bewaar(self) -> Path:
        """Write the parts back."""
        with zipfile.ZipFile(self._pad, "w", zipfile.ZIP_DEFLATED) as zip_:
            for naam, inhoud in self.delen.items():
                zip_.writestr(naam, inhoud)
        return self._pad

    def plek(self, naam: str) -> tuple[str, str]:
        """Return sheet and address that a name points at."""
        gevonden = re.search(
            rf"<definedName name=\"{re.escape(naam)}\">'?([\w ]+?)'?!\$(\w+)\$(\d+)<", self.tekst(HOOFD)
        )
        assert gevonden, naam
        return gevonden[1], f"{gevonden[2]}{gevonden[3]}"

    def tekst(self, onderdeel: str) -> str:
        return self.delen[onderdeel].decode()

    def bladdeel(self, blad: str) -> str:
        """Return the part that holds a sheet."""
        bladen = re.findall(r'<sheet name="([\w ]+)"', self.tekst(HOOFD))
        return f"xl/worksheets/sheet{bladen.index(blad) + 1}.xml"

    def vervang(self, onderdeel: str, van: str, naar: str) -> Knoeier:
        """Replace the first occurrence of a text in a part."""
        assert van in self.tekst(onderdeel), van
        self.delen[onderdeel] = self.tekst(onderdeel).replace(van, naar, 1).encode()
        return self

    def cel(self, naam: str, inhoud: str, soort: str = "", *, stijl: str | None = None) -> Knoeier:
        """Replace what is inside the cell of a name by raw XML; see `getal`, `tekst_in` and `formule`."""
        blad, adres = self.plek(naam)
        return self.cel_op(blad, adres, inhoud, soort, stijl=stijl)

    def cel_op(
        self, blad: str, adres: str, inhoud: str, soort: str = "", *, stijl: str | None = None
    ) -> Knoeier:
        """Replace what is inside a cell by raw XML."""
        onderdeel = self.bladdeel(blad)
        patroon = rf'<c r="{adres}"(?: s="(\d+)")?[^>]*?(?:/>|>.*?</c>)'
        gevonden = re.search(patroon, self.tekst(onderdeel))
        assert gevonden, adres
        kenmerk = f' t="{soort}"' if soort else ""
        nieuw = f'<c r="{adres}" s="{stijl or gevonden[1] or 0}"{kenmerk}>{inhoud}</c>'
        return self.vervang(onderdeel, gevonden[0], nieuw)

    def getal(self, naam: str, waarde: float | str, *, stijl: str | None = None) -> Knoeier:
        """Type a number."""
        return self.cel(naam, f"<v>{waarde}</v>", stijl=stijl)

    def typ(self, naam: str, tekst: str) -> Knoeier:
        """Type a text."""
        return self.cel(naam, f'<is><t xml:space="preserve">{escape(tekst)}</t></is>', "inlineStr")

    def leeg(self, naam: str) -> Knoeier:
        """Empty a cell."""
        return self.cel(naam, "")

    def formule(self, naam: str, formule: str, waarde: str | None = None) -> Knoeier:
        """Type a formula, with the value it had when the file was saved."""
        opgeslagen = "" if waarde is None else f"<v>{waarde}</v>"
        return self.cel(naam, f"<f>{escape(formule)}</f>{opgeslagen}")

    def naam(self, naam: str, doel: str | None) -> Knoeier:
        """Let a name point elsewhere, or remove it."""
        gevonden = re.search(rf'<definedName name="{re.escape(naam)}">[^<]*</definedName>', self.tekst(HOOFD))
        assert gevonden, naam
        nieuw = "" if doel is None else f'<definedName name="{naam}">{escape(doel)}</definedName>'
        return self.vervang(HOOFD, gevonden[0], nieuw)

    def kolom_op_rij(self, kolom: str, sleutel: str) -> tuple[str, str]:
        """Return sheet and address of a column of Uitgangspunten on the row of an input."""
        rij = re.sub(r"\D", "", self.plek(sleutel)[1])
        blad, kop = self.plek(f"kolom.{kolom}")
        return blad, f"{re.sub(r'[0-9]', '', kop)}{rij}"

    def herreken(self) -> Knoeier:
        """Store the values that a spreadsheet program would give every formula, as saving there does."""
        blad = Rekenblad(self.bewaar())
        blad.typ({})
        for naam in blad.plekken:
            if naam.startswith(("_xlnm", "bereik.", "kolom.", "paspoort.")):
                continue
            onderdeel = self.bladdeel(self.plek(naam)[0])
            adres = self.plek(naam)[1]
            patroon = rf'<c r="{adres}"( s="\d+")?[^>]*>(<f>[^<]*</f>)<v>[^<]*</v>'
            gevonden = re.search(patroon, self.tekst(onderdeel))
            waarde = blad[naam]
            if gevonden and waarde not in {None, ""}:
                soort = "" if isinstance(waarde, int | float) else ' t="str"'
                nieuw = f'<c r="{adres}"{gevonden[1] or ""}{soort}>{gevonden[2]}<v>{escape(str(waarde))}</v>'
                self.vervang(onderdeel, gevonden[0], nieuw)
        return self

    def schuif(self, rijen: int) -> Knoeier:
        """Insert empty rows at the top of Uitgangspunten: every cell and name below moves along."""
        onderdeel = self.bladdeel("Uitgangspunten")

        def lager(tekst: str, patroon: str) -> str:
            return re.sub(patroon, lambda plek: f"{plek[1]}{int(plek[2]) + rijen}{plek[3]}", tekst)

        blad = lager(self.tekst(onderdeel), r'(<row r=")(\d+)(")')
        blad = lager(blad, r'(<c r="[A-Z]+)(\d+)(")')
        self.delen[onderdeel] = blad.encode()
        self.delen[HOOFD] = lager(self.tekst(HOOFD), r"(>Uitgangspunten!\$[A-Z]+\$)(\d+)(<)").encode()
        return self
