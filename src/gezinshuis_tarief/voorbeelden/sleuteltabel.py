"""The table of keys: what every input is called, counts, allows and means, and what stands behind it by default."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.fouten import uit_extra
from gezinshuis_tarief.kern.sleutels import bouwdeel, eerste_deel, zwaarte_in
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN, OUDER, POSTEN, Indeling
from gezinshuis_tarief.voorbeelden import voorbeeld_2026
from gezinshuis_tarief.weergave import als_tekst, html_tabel, tabel

if TYPE_CHECKING:
    import pandas as pd

    from gezinshuis_tarief.kern.grenzen import Grenzen

_BUITEN: Final = {"gezinshuis": "gezinshuis", POSTEN: "eigen posten", OPSLAGEN: "eigen opslagen"}
_KOPPEN: Final = ("sleutel", "bouwsteen", "eenheid", "toegestaan", "betekenis", "status", "bron")


@dataclass(frozen=True, slots=True)
class Sleutelregel:
    """One input.

    Attributes:
        sleutel: its dotted key: the same in Python, JSON, Excel, columns and databases.
        bouwsteen: number and name, or the part outside the eleven.
        eenheid: what a number counts; "keuze" or "tekst" for the rest.
        toegestaan: bounds or options.
        betekenis: what it means, in one line.
        status: vast, suggestie or open, as in the embedded example.
        bron: the source that comes with the library; empty where there is none.
    """

    sleutel: str
    bouwsteen: str
    eenheid: str
    toegestaan: str
    betekenis: str
    status: str
    bron: str


@dataclass(frozen=True)
class Sleuteltabel:
    """Some or all keys; prints as a table, shows as one in a notebook, gives a DataFrame, CSV and Markdown."""

    regels: tuple[Sleutelregel, ...]

    def __len__(self) -> int:
        return len(self.regels)

    def als_json(self) -> list[dict[str, str]]:
        """Return a dict per key."""
        return [asdict(regel) for regel in self.regels]

    def naar_frame(self) -> pd.DataFrame:
        """Return a row per key."""
        with uit_extra():
            import pandas as pd  # noqa: PLC0415 (loaded only when used)

        return pd.DataFrame(self.als_json(), columns=list(_KOPPEN)).set_index("sleutel")

    def als_csv(self) -> str:
        """Return the table with semicolons, as Dutch spreadsheet programs open it."""
        papier = io.StringIO()
        schrijver = csv.writer(papier, delimiter=";", lineterminator="\n")
        schrijver.writerows([_KOPPEN, *self._rijen()])
        return papier.getvalue()

    def als_markdown(self) -> str:
        """Return the table for a page of documentation."""
        regels = [_KOPPEN, ["---"] * len(_KOPPEN), *self._rijen()]
        return "".join(
            f"| {' | '.join(cel.replace('|', chr(92) + '|') for cel in rij)} |\n" for rij in regels
        )

    def _rijen(self) -> list[list[str]]:
        return [[getattr(regel, kop) for kop in _KOPPEN] for regel in self.regels]

    def __str__(self) -> str:
        rijen = [
            [regel.sleutel, regel.betekenis, regel.eenheid, regel.toegestaan.partition(" (")[0], regel.status]
            for regel in self.regels
        ]
        return als_tekst(tabel(["sleutel", "betekenis", "eenheid", "toegestaan", "status"], rijen, links=5))

    def _repr_html_(self) -> str:
        return html_tabel(_KOPPEN, self._rijen(), links=len(_KOPPEN))


def _velden(opbouw: Opbouw | None) -> dict[str, Grenzen]:
    """Return every input; without an opbouw, what only an entrepreneur has stands behind the rest of bouwsteen 1."""
    delen = [f"{GELIEERD}.aandeel", f"{POSTEN}[0].naam", f"{OPSLAGEN}[0].naam"]
    alle = Indeling.van(delen, opbouw or voorbeeld_2026()).velden
    if opbouw:
        return alle
    ondernemer = Indeling.van([f"{OUDER}.soort"], None).velden
    eerste = {s: grenzen for s, grenzen in alle.items() if eerste_deel(s) in {"gezinshuis", OUDER}}
    van_ondernemer = {s: grenzen for s, grenzen in ondernemer.items() if eerste_deel(s) == OUDER}
    return eerste | {s: van_ondernemer[s] for s in van_ondernemer if s not in eerste} | alle


def sleutels(zoek: str = "", *, opbouw: Opbouw | None = None) -> Sleuteltabel:
    """Return the table of keys, or the rows in which every word occurs.

    >>> [regel.sleutel for regel in sleutels("leegstand bezet").regels]
    ['leegstand.bezettingsgraad']

    Args:
        zoek: words to look for in key, bouwsteen, unit and meaning; empty for all keys.
        opbouw: whose keys, with the inputs of its components of one's own, and with its status and sources; the
            embedded example when left out.
    """
    eis_soort("zoek", zoek, str)
    eis_soort("opbouw", opbouw, Opbouw, type(None))
    voorbeeld = opbouw or voorbeeld_2026()
    regels = []
    for sleutel, grenzen in _velden(opbouw).items():
        (zwaarte, _), deel = zwaarte_in(sleutel), bouwdeel(sleutel)
        steun = voorbeeld.onderbouwing_van(sleutel)
        regels.append(
            Sleutelregel(
                sleutel,
                f"{ALLE[deel].nummer} {ALLE[deel].titel}" if deel in ALLE else _BUITEN[deel],
                str(grenzen.eenheid or ("keuze" if grenzen.keuzes else "tekst")),
                grenzen.toegestaan or (f"hoogstens {grenzen.tekens} tekens" if grenzen.tekens else ""),
                f"{grenzen.omschrijving} (zorgzwaarte {zwaarte})" if zwaarte else grenzen.omschrijving,
                str(steun.status),
                steun.bron or "",
            )
        )
    woorden = zoek.casefold().split()
    return Sleuteltabel(
        tuple(
            regel
            for regel in regels
            if all(
                woord in f"{regel.sleutel} {regel.bouwsteen} {regel.eenheid} {regel.betekenis}".casefold()
                for woord in woorden
            )
        )
    )
