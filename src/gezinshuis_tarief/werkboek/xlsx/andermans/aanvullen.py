"""Adds a sheet and comments to somebody's own workbook; every part that is not named here keeps its bytes.

Splices text into the XML instead of writing it anew, so that what this library does not know stays as it was.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from gezinshuis_tarief.werkboek.xlsx.adressen import splits
from gezinshuis_tarief.werkboek.xlsx.andermans.kanttekeningen import EIGEN_AUTEUR, ONZE_REGEL
from gezinshuis_tarief.werkboek.xlsx.archief import Archief
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_RELATIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKET: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_BLADXML: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SOORTEN: Final = "[Content_Types].xml"
_SOORT: Final = "application/vnd.openxmlformats-officedocument.{}"
KOP: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NA_LEGACY: Final = "legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst"
"""Elements of a sheet that come after the drawing of its comments."""
_VORM: Final = (
    '<v:shape id="_gt{nummer}" type="#_x0000_t202" style="position:absolute;width:260pt;height:70pt;visibility:hidden" '
    'fillcolor="#FFF4CC" o:insetmode="auto" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"><v:textbox/><x:ClientData '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{links},15,{boven},4,{rechts},15,{onder},4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{rij}</x:Row><x:Column>{kolom}</x:Column></x:ClientData></v:shape>"
)
_VML: Final = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/></xml>'
)


def niet_aan_te_vullen(archief: Archief, hoofd: str) -> str:
    """Say in Dutch why a file cannot be added to; empty when it can."""
    if any(deel.startswith("_xmlsignatures/") for deel in archief.onderdelen):
        return "is ondertekend, en elke toevoeging maakt de handtekening ongeldig"
    if any(deel.startswith("xl/threadedComments/") for deel in archief.onderdelen):
        return "heeft gesprekken bij cellen (opmerkingen met antwoorden)"
    if b"purl.oclc.org/ooxml" in archief.lees(hoofd):
        return "is bewaard als Strikt Open XML"
    return ""


class Aanvulling:
    """One file that is added to.

    Args:
        werkboek: the file, as it was read.
    """

    def __init__(self, werkboek: Werkboek) -> None:
        self._werkboek, self._archief = werkboek, werkboek.archief
        self._nieuw: dict[str, str] = {}

    def blad(self, naam: str, inhoud: str) -> None:
        """Add a sheet behind the others, under a name that is still free.

        Args:
            naam: the name that it should have.
            inhoud: the XML of the sheet.
        """
        bezet, vrij, nummer = {b.casefold() for b in self._werkboek.bladnamen}, naam, 1
        while vrij.casefold() in bezet:
            nummer += 1
            vrij = f"{naam} {nummer}"
        hoofd = self._werkboek.hoofd
        deel = self._vrij("xl/worksheets/sheet%d.xml")
        self._nieuw[deel] = inhoud
        self._soort(deel, _SOORT.format("spreadsheetml.worksheet+xml"))
        relatie = self._relatie(hoofd, "worksheet", deel)
        tekst = self._lees(hoofd)
        hoogste = max((int(n) for n in re.findall(r'\bsheetId="(\d{1,9})"', tekst)), default=0)
        sheet = f'name={quoteattr(vrij)} sheetId="{hoogste + 1}" {_rid(tekst)}="{relatie}"'
        self._nieuw[hoofd] = _voor(
            tekst, r"</(?:\w+:)?sheets>", f"<{_prefix(tekst, 'sheets')}sheet {sheet}/>"
        )

    def kanttekeningen(self, blad: str, per_cel: Mapping[str, str]) -> None:
        """Put comments at cells; where somebody's own comment is, ours goes under it.

        Args:
            blad: the sheet.
            per_cel: the texts by address.
        """
        deel = self._werkboek.onderdeel_van(blad)
        bestaand = next(iter(self._werkboek.delen_van(blad, "comments")), None)
        if bestaand is None:
            bestaand = self._vrij("xl/comments%d.xml")
            self._nieuw[bestaand] = (
                f'{KOP}<comments xmlns="{_BLADXML}"><authors></authors><commentList></commentList></comments>'
            )
            self._soort(bestaand, _SOORT.format("spreadsheetml.comments+xml"))
            self._relatie(deel, "comments", bestaand)
        nieuw = self._in_lijst(bestaand, per_cel)
        if nieuw:
            self._tekeningen(deel, blad, nieuw)

    def _in_lijst(self, deel: str, per_cel: Mapping[str, str]) -> list[str]:
        """Write the texts among the comments of a sheet; return the cells that had none yet."""
        tekst = self._lees(deel)
        voor = _prefix(tekst, "commentList")
        bezet = set(re.findall(r'<(?:\w+:)?comment [^>]*?\bref="([A-Z]+\d+)"', tekst))
        for adres in per_cel.keys() & bezet:
            eronder = escape("\n" + ONZE_REGEL + per_cel[adres])
            stuk = f'<{voor}r><{voor}t xml:space="preserve">{eronder}</{voor}t></{voor}r>'
            eigen = re.search(rf'<(?:\w+:)?comment [^>]*?\bref="{adres}"', tekst)
            einde = re.compile(r"</(?:\w+:)?text>").search(tekst, eigen.end()) if eigen else None
            if einde:
                tekst = tekst[: einde.start()] + stuk + tekst[einde.start() :]
        nieuw = [adres for adres in per_cel if adres not in bezet]
        if nieuw:
            auteur = len(re.findall(r"<(?:\w+:)?author[ >/]", tekst))
            tekst = _open(_open(tekst, "authors"), "commentList")
            tekst = _voor(tekst, r"</(?:\w+:)?authors>", f"<{voor}author>{EIGEN_AUTEUR}</{voor}author>")
            erbij = (
                f'<{voor}comment ref="{adres}" authorId="{auteur}"><{voor}text><{voor}r><{voor}t xml:space="preserve">'
                f"{escape(ONZE_REGEL + per_cel[adres])}</{voor}t></{voor}r></{voor}text></{voor}comment>"
                for adres in nieuw
            )
            tekst = _voor(tekst, r"</(?:\w+:)?commentList>", "".join(erbij))
        self._nieuw[deel] = tekst
        return nieuw

    def _tekeningen(self, deel: str, blad: str, adressen: list[str]) -> None:
        """Draw the boxes of comments, without which no program shows them."""
        bladtekst = self._lees(deel)
        heeft = re.search(r"<(?:\w+:)?legacyDrawing\s", bladtekst)
        vml = next(iter(self._werkboek.delen_van(blad, "vmlDrawing")), None) if heeft else None
        if heeft and vml is None:
            return  # its drawing is lost; the comments themselves are there
        if vml is None:
            vml = self._vrij("xl/drawings/vmlDrawing%d.vml")
            self._nieuw[vml] = _VML
            self._soort("", _SOORT.format("vmlDrawing"), "vml")
            relatie = self._relatie(deel, "vmlDrawing", vml)
            voor = _prefix(bladtekst, "worksheet")
            plek = bladtekst.rindex(f"</{voor}sheetData>") if f"</{voor}sheetData>" in bladtekst else 0
            rest = _voor(
                bladtekst[plek:],
                rf"<(?:\w+:)?(?:{_NA_LEGACY})\b|</(?:\w+:)?worksheet>",
                f'<{voor}legacyDrawing {_rid(bladtekst)}="{relatie}"/>',
            )
            self._nieuw[deel] = bladtekst[:plek] + rest
        vormen = "".join(_vorm(nummer, adres) for nummer, adres in enumerate(adressen))
        self._nieuw[vml] = _voor(self._lees(vml), r"</xml>\s*$", vormen)

    def schrijf(self, bron: Path, doel: Path) -> None:
        """Write the file with what was added; parts that nothing was added to are copied as they are."""
        with zipfile.ZipFile(bron) as oud, zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as uit:
            for deel in oud.infolist():
                inhoud = self._nieuw.pop(deel.filename, None)
                uit.writestr(deel, oud.read(deel) if inhoud is None else inhoud, zipfile.ZIP_DEFLATED)
            for naam, inhoud in self._nieuw.items():
                uit.writestr(naam, inhoud)

    def _bestaat(self, deel: str) -> bool:
        return deel in self._nieuw or deel in self._archief.onderdelen

    def _lees(self, deel: str) -> str:
        return self._nieuw[deel] if deel in self._nieuw else self._archief.lees(deel).decode("utf-8-sig")

    def _vrij(self, patroon: str) -> str:
        nummer = 1
        while self._bestaat(patroon % nummer):
            nummer += 1
        return patroon % nummer

    def _relatie(self, deel: str, soort: str, doel: str) -> str:
        """Relate a part to another; return the id of the relation."""
        map_, naam = posixpath.split(deel)
        pad = posixpath.join(map_, "_rels", f"{naam}.rels")
        oud = f'{KOP}<Relationships xmlns="{_PAKKET}"></Relationships>'
        if self._bestaat(pad):
            oud = _open(self._lees(pad), "Relationships")
        nummer = 1
        while f'"rIdGt{nummer}"' in oud:
            nummer += 1
        voor = _prefix(oud, "Relationships")
        erbij = f'<{voor}Relationship Id="rIdGt{nummer}" Type="{_RELATIES}/{soort}" Target="{posixpath.relpath(doel, map_)}"/>'
        self._nieuw[pad] = _voor(oud, r"</(?:\w+:)?Relationships>", erbij)
        return f"rIdGt{nummer}"

    def _soort(self, deel: str, soort: str, uitgang: str = "") -> None:
        """Say what kind of part a new one is, by its name or by its ending."""
        tekst = self._lees(_SOORTEN)
        voor = _prefix(tekst, "Types")
        if not uitgang:
            erbij = f'<{voor}Override PartName="/{deel}" ContentType="{soort}"/>'
            self._nieuw[_SOORTEN] = _voor(tekst, r"</(?:\w+:)?Types>", erbij)
        elif not re.search(rf'Extension="{uitgang}"', tekst, re.IGNORECASE):
            erbij = f'<{voor}Default Extension="{uitgang}" ContentType="{soort}"/>'
            self._nieuw[_SOORTEN] = _voor(tekst, r"<(?:\w+:)?(?:Override|Default)\b", erbij)


def _voor(tekst: str, patroon: str, erbij: str) -> str:
    """Put a text before the first match of a pattern; at the end where there is none."""
    gevonden = re.search(patroon, tekst)
    plek = gevonden.start() if gevonden else len(tekst)
    return tekst[:plek] + erbij + tekst[plek:]


def _open(tekst: str, element: str) -> str:
    """Write an empty element with a separate end, so that something can be put in it."""
    return re.sub(rf"<((?:\w+:)?)({element})((?:\s[^>]*)?)/>", r"<\1\2\3></\1\2>", tekst)


def _prefix(tekst: str, element: str) -> str:
    """Return the prefix with which a file writes an element, such as `x:`."""
    gevonden = re.search(rf"<((?:\w+:)?){element}[\s>/]", tekst)
    return gevonden[1] if gevonden else ""


def _rid(tekst: str) -> str:
    """Return the name of the attribute of a relation, under the prefix that the file has for it."""
    wortel = re.search(
        r"<(?:\w+:)?work(?:book|sheet)\b[^>]*>", tekst
    )  # elsewhere it holds for one element alone
    gevonden = re.search(rf'xmlns:(\w+)="{_RELATIES}"', wortel[0]) if wortel else None
    return f"{gevonden[1]}:id" if gevonden else f'xmlns:r="{_RELATIES}" r:id'


def _vorm(nummer: int, adres: str) -> str:
    kolom, rij = (getal - 1 for getal in splits(adres))
    return _VORM.format(
        nummer=nummer,
        links=kolom + 1,
        boven=max(rij - 1, 0),
        rechts=kolom + 5,
        onder=rij + 4,
        rij=rij,
        kolom=kolom,
    )
