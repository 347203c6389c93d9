"""The script of the report outside a browser: what it calculates, says and saves, beside what the library does."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from gezinshuis_tarief import (
    EigenPost,
    GelieerdeZorgorganisatie,
    InkomenOndernemer,
    InvoerFout,
    Opbouw,
    voorbeeld_2026,
)
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands
from gezinshuis_tarief.kern.onderdeel import Waarde
from gezinshuis_tarief.rapport.gegevens import Rekengegevens
from hulp.onderdelen import met_alles_eigen

KERN: Final = files("gezinshuis_tarief.rapport") / "rekenen.js"
_NODE: Final = Path(__file__).with_suffix(".js")
_PLAATSDAGEN: Final = 4 * 365
REDEN: Final = "proef"


@dataclass(frozen=True)
class Geval:
    """What is changed in a page: typed values by key, bouwsteen 8 on or off, cost lines added."""

    waarden: Mapping[str, Any]
    gelieerd: bool | None = None
    erbij: Sequence[tuple[str, Decimal]] = field(default=())

    def getypt(self, gegevens: Rekengegevens) -> dict[str, Any]:
        """Return it as the script is given it."""
        posten = len(gegevens.opbouw.eigen_posten)
        typen = {s: typ(gegevens.velden[s], waarde) for s, waarde in self.waarden.items()}
        for plek, (naam, bedrag) in enumerate(self.erbij, start=posten):
            sleutel = f"eigen_posten[{plek}]"
            typen |= {f"{sleutel}.naam": naam, f"{sleutel}.bedrag_per_jaar": _euro(bedrag)}
        aan = gegevens.heeft_gelieerd if self.gelieerd is None else self.gelieerd
        return {
            "getypt": typen,
            "gelieerd": int(aan),
            "posten": posten + len(self.erbij),
            "redenen": dict.fromkeys(self.waarden, REDEN),
        }

    def op(self, opbouw: Opbouw) -> Opbouw:
        """Return what the library makes of it.

        Raises:
            InvoerFout: when it refuses the values.
        """
        uit = opbouw.met(self.waarden, reden=REDEN)
        if self.gelieerd is False:
            uit = uit.met({"gelieerde_zorgorganisatie": None}, reden=REDEN)
        elif self.gelieerd and opbouw.gelieerde_zorgorganisatie is None:
            leeg = GelieerdeZorgorganisatie(
                aandeel="0", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="0"
            )
            uit = uit.met({"gelieerde_zorgorganisatie": leeg})
        nieuw = tuple(EigenPost(naam=naam, bedrag_per_jaar=bedrag) for naam, bedrag in self.erbij)
        return uit.met({"eigen_posten": (*uit.eigen_posten, *nieuw)}) if nieuw else uit


def typ(waarde: Waarde, inhoud: object) -> str:
    """Write a value as a Dutch reader of the page types it."""
    if inhoud is None:
        return ""
    if waarde.eenheid is None:
        return str(inhoud)
    getal = Decimal(str(inhoud))
    if waarde.eenheid is Eenheid.FRACTIE:
        return nederlands((getal * 100).normalize() + 0)
    return _euro(getal) if waarde.eenheid.is_geld else nederlands(getal).replace(".", "")


def _euro(bedrag: Decimal) -> str:
    """Write an amount such that nobody can take its decimals for thousands."""
    tekst = nederlands(bedrag)
    achter = len(tekst.partition(",")[2])
    return f"{tekst},00" if not achter else f"{tekst}0" if achter == 3 else tekst


def draai(
    gegevens: Mapping[str, Any], gevallen: Sequence[Mapping[str, Any]], kern: Path | None = None
) -> Any:  # noqa: ANN401 (JSON)
    """Run the script over cases; see `bladzijde.js`."""
    invoer = json.dumps({"gegevens": gegevens, "gevallen": gevallen})
    gedaan = subprocess.run(  # noqa: S603 (our own script)
        ["node", str(_NODE), str(kern or KERN)],  # noqa: S607 (of the machine)
        input=invoer,
        capture_output=True,
        text=True,
        check=False,
    )
    assert gedaan.returncode == 0, gedaan.stderr[-3000:]
    return json.loads(gedaan.stdout)


def trek(gegevens: Rekengegevens, willekeur: random.Random) -> Geval:
    """Draw changes that the library takes; half of them such that many lines end on exactly half a cent."""
    opbouw = gegevens.opbouw
    while True:
        maak = _met_halve_centen if willekeur.random() < 0.5 else _los
        waarden = maak(opbouw, willekeur)
        aan = None if gegevens.gelieerd_ligt_vast else willekeur.choice([None, None, True, False])
        erbij = tuple((f"post {n}", _bedrag(willekeur)) for n in range(willekeur.choice([0, 0, 1, 2])))
        if aan is False:
            waarden = {s: w for s, w in waarden.items() if not s.startswith("gelieerde_zorgorganisatie.")}
        geval = Geval(waarden, aan, erbij)
        try:
            geval.op(opbouw)
        except InvoerFout:
            continue
        return geval


def _bedrag(willekeur: random.Random) -> Decimal:
    return Decimal(2 * willekeur.randrange(4000) + 1) / 200 * willekeur.choice([365, _PLAATSDAGEN])


def _los(opbouw: Opbouw, willekeur: random.Random) -> dict[str, Any]:
    alle = [w for w in opbouw.waarden() if not w.grenzen.is_tekst]
    return {w.sleutel: _waarde(w, willekeur) for w in willekeur.sample(alle, willekeur.randrange(1, 25))}


def _waarde(waarde: Waarde, willekeur: random.Random) -> Any:  # noqa: ANN401 (any value of a field)
    grenzen = waarde.grenzen
    if grenzen.keuzes:
        return willekeur.choice(grenzen.keuzes)
    if grenzen.mag_leeg and willekeur.random() < 0.3:
        return None
    if grenzen.is_heel:
        return willekeur.randint(int(grenzen.kleinste), min(int(grenzen.grootste), 366))
    if grenzen.eenheid is Eenheid.FRACTIE:
        rond = willekeur.choice(["0.01", "0.125", "0.25", "0.5", "0.95", "0.333333", "0.8"])
        return willekeur.choice([Decimal(rond), Decimal(willekeur.randrange(1, 9999)).scaleb(-4)])
    cijfers = willekeur.choice([0, 1, 2, 2, 4])
    getal = (
        Decimal(willekeur.randrange(1, 60_000)) if grenzen.is_geld else Decimal(willekeur.randrange(1, 90))
    )
    return getal + Decimal(willekeur.randrange(10**cijfers)).scaleb(-cijfers)


def _met_halve_centen(opbouw: Opbouw, willekeur: random.Random) -> dict[str, Any]:
    huis = {"gezinshuis.plaatsen_laag": 0, "gezinshuis.plaatsen_midden": 4, "gezinshuis.plaatsen_hoog": 0}
    kies: dict[str, list[str]] = {
        "bezettingsgraad": ["1", "0.8", "0.5", "0.625"],
        "opslag": ["0", "0.05", "0.25", "0.5"],
        "percentage": ["0", "0.2", "0.5", "0.05"],
        "aandeel": ["0", "0.1", "0.25"],
    }
    waarden: dict[str, Any] = {**huis, "gezinshuis.dagen_per_jaar": 365}
    for waarde in opbouw.waarden():
        naam = waarde.sleutel.rpartition(".")[2]
        if naam in {"vast_bedrag_per_jaar", "bedrag_per_jaar", "contracteisen_per_jaar", "huur"}:
            waarden[waarde.sleutel] = _bedrag(willekeur)
        elif naam.startswith("extra_uren"):
            waarden[waarde.sleutel] = Decimal(0)
        elif naam in kies:
            waarden[waarde.sleutel] = Decimal(willekeur.choice(kies[naam]))
        elif waarde.grenzen.keuzes:
            waarden[waarde.sleutel] = willekeur.choice(waarde.grenzen.keuzes)
        elif waarde.eenheid is Eenheid.EURO_PER_ETMAAL:
            waarden[waarde.sleutel] = Decimal(2 * willekeur.randrange(4000) + 1) / 200
    return waarden


_OPSLAGEN: Final = [
    {"naam": grondslag, "percentage": "0.02", "grondslag": grondslag}
    for grondslag in ("beroepskrachten", "directe_kosten", "kostprijs", "integraal", "tarief")
]


def _ondernemer(opbouw: Opbouw) -> Opbouw:
    zelf = InkomenOndernemer.uit_cao(
        "CAO Jeugdzorg",
        schaal=8,
        periodiek=12,
        peildatum="2026-01-01",
        fte_per_huis="1",
        aov_premie="0.05",
        aov_verzekerd_deel="0.7",
        werkloosheidsreservering="0.03",
        overige_kosten_per_fte="500",
        beroepskosten_per_jaar="730",
    )
    return opbouw.met({"inkomen_gezinshuisouder": zelf}, reden="proef")


def vormen() -> dict[str, Opbouw]:
    """Every shape that an opbouw can have."""
    gewoon = voorbeeld_2026()
    verschillend = {
        "hoog.leegstand.bezettingsgraad": "0.9",
        "hoog.leegstand.grondslag": "vaste_kosten",
        "laag.huisvesting.vast_bedrag_per_jaar": "30000",
        "laag.winst_marge.percentage": "0.01",
    }
    acht = {"aandeel": "0.05", "grondslag": "kostprijs", "vast_bedrag_per_plaats_per_jaar": "730"}
    return {
        "voorbeeld": gewoon,
        "eigen onderdelen": met_alles_eigen(),
        "met bouwsteen 8": gewoon.met({"gelieerde_zorgorganisatie": acht}),
        "eigen opslagen": gewoon.met({"eigen_opslagen": _OPSLAGEN}),
        "per zorgzwaarte": gewoon.met(verschillend).met_groepsgrootte(laag=6, hoog=4),
        "acht per zorgzwaarte": gewoon.met({"gelieerde_zorgorganisatie": acht}).met(
            {"hoog.gelieerde_zorgorganisatie.aandeel": "0.1"}
        ),
        "groepsgrootte": gewoon.met({"gezinshuis.groepsgrootte": 5, "eigen_opslagen": _OPSLAGEN[:2]}),
        "ondernemer": _ondernemer(gewoon),
    }
