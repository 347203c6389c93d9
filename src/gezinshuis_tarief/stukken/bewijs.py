"""The receipt of a tariff: everything that is needed to compute it again, sealed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from gezinshuis_tarief.kern.argumenten import Peildatum, eis_soort, naar_dag, zoek_deel
from gezinshuis_tarief.kern.bestanden import versie
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, weigering
from gezinshuis_tarief.kern.jsontekst import lees_json, schrijf_json
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, waarde_op
from gezinshuis_tarief.kern.velden import VAN_ONS, veld
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import sleutelverschillen
from gezinshuis_tarief.onderhandeling.bestand import controleer_soort
from gezinshuis_tarief.onderhandeling.contract import Contractgegevens, gezamenlijk
from gezinshuis_tarief.onderhandeling.contractvoorstellen import contracten_van
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.stand import Puntstatus
from gezinshuis_tarief.onderhandeling.zetten import Bod
from gezinshuis_tarief.referentie import vingerafdruk as vingerafdruk_cijfers
from gezinshuis_tarief.rekenwijzen.in_woorden import InWoorden
from gezinshuis_tarief.rekenwijzen.volgen import volg

SOORT: Final = "tariefbewijs"
_VERSIE: Final = 1
_BEDRAG: Final = re.compile(r"-?[0-9]+\.[0-9]{2}")
_STAPPEN_OP: Final = Decimal("1e-10")


class Afspraak(Onderdeel):
    """Which negotiation a tariff was agreed in."""

    naam: Annotated[str, veld("waarover is onderhandeld")]
    peildatum: Annotated[dt.date, veld("het prijspeil")]
    partijen: Annotated[tuple[str, ...], veld("de partijen")]
    ronden: Annotated[int, veld("het aantal ronden")]
    redenen: Annotated[dict[str, str], veld("per sleutel de reden van het aanvaarde bod")] = Field(
        default={}, exclude_if=lambda redenen: not redenen
    )


class Stapbewijs(Onderdeel):
    """One step: its key, formula in words, value and unit."""

    sleutel: str
    formule: str
    waarde: str
    eenheid: str


class Tariefbewijs(Onderdeel):
    """A tariff with its inputs, sources, steps, and the marks of the formulas and figures behind it.

    Attributes:
        gemaakt_op: the day it was made.
        bibliotheek: the version of this library that computed it.
        formules: fingerprint of the formulas as they were read.
        cijfers: fingerprint of the reference figures that came with the library.
        prijspeil: how old the figures in the opbouw are, group by group; older receipts do not say so.
        afspraak: the negotiation, where there was one.
        contract: what parties agreed beside the tariff, where they did.
        contract_los: what they proposed for the contract without agreeing on it.
        opbouw: every input with its support.
        uitkomst: the lines and the tariff per zorgzwaarte, as text.
        stappen: every step of the calculation.
        zegel: SHA-256 over all of the above.
    """

    soort: Literal["tariefbewijs"] = SOORT
    versie: Literal[1] = _VERSIE
    gemaakt_op: dt.date
    bibliotheek: str
    formules: str
    cijfers: str
    prijspeil: str | None = Field(default=None, exclude_if=lambda tekst: tekst is None)
    afspraak: Afspraak | None
    contract: Contractgegevens | None = Field(default=None, exclude_if=lambda contract: contract is None)
    contract_los: tuple[str, ...] = Field(default=(), exclude_if=lambda los: not los)
    opbouw: Opbouw
    uitkomst: dict[str, dict[str, str]]
    stappen: tuple[Stapbewijs, ...]
    zegel: str

    def tarief(self, zorgzwaarte: str) -> Decimal:
        """Return a recorded tariff, euro per etmaal."""
        return Decimal(zoek_deel("zorgzwaarte", zorgzwaarte, self.uitkomst)["tarief"])


def maak_bewijs(wat: Opbouw | Onderhandeling, *, gemaakt_op: Peildatum) -> Tariefbewijs:
    """Make the receipt of an opbouw, or of a negotiation that has ended in agreement.

    Args:
        wat: the opbouw, or the negotiation.
        gemaakt_op: the day of the receipt.

    Raises:
        InvoerFout: when a point of the negotiation is still open or betwist.
    """
    eis_soort("wat", wat, Opbouw, Onderhandeling)
    dag = naar_dag(gemaakt_op, "gemaakt_op")
    if isinstance(wat, Onderhandeling):
        opbouw = afgesproken(wat)
        afspraak = Afspraak(
            naam=wat.naam,
            peildatum=wat.peildatum,
            partijen=wat.partijen,
            ronden=wat.ronde,
            redenen=redenen_van(wat, opbouw),
        )
        contract, los = gezamenlijk(contracten_van(wat))
    else:
        opbouw, afspraak = wat, None
        contract, los = Contractgegevens(), ()
    velden: dict[str, Any] = {
        "gemaakt_op": dag,
        "bibliotheek": versie(),
        "formules": vingerafdruk_formules(opbouw),
        "cijfers": vingerafdruk_cijfers(),
        "prijspeil": str(opbouw.prijspeil),
        "afspraak": afspraak,
        "contract": contract if contract.gevuld() else None,
        "contract_los": los,
        "opbouw": opbouw,
        "uitkomst": uitkomst_van(opbouw),
        "stappen": _stappen(opbouw),
    }
    zonder = Tariefbewijs.model_construct(**velden, zegel="")
    return Tariefbewijs(**velden, zegel=zegel_van(zonder.model_dump(mode="json")))


def afgesproken(onderhandeling: Onderhandeling) -> Opbouw:
    """Return the agreed opbouw.

    Raises:
        InvoerFout: when a point is still open or betwist.
    """
    stand = onderhandeling.stand
    los = [punt.sleutel for punt in stand.punten if punt.status is not Puntstatus.AKKOORD]
    if los:
        melding = f"is nog niet rond; over {', '.join(los)} is geen akkoord"
        raise weigering("onderhandeling", melding, remedie="Zie de stand.")
    return stand.overeengekomen()


def redenen_van(zaak: Onderhandeling, opbouw: Opbouw) -> dict[str, str]:
    """Return, for each value that an agreement changed, the reasons given in the offers of that value; "" for none."""
    redenen = {}
    for wat in sleutelverschillen(zaak.basis, opbouw):
        teksten = [
            f"{zet.partij}: {zet.redenen[wat.sleutel]}"
            for ronde in zaak.ronden
            for zet in ronde.zetten
            if isinstance(zet, Bod)
            and wat.sleutel in zet.redenen
            and waarde_op(zet.opbouw, wat.sleutel) == waarde_op(opbouw, wat.sleutel)
        ]
        redenen[wat.sleutel] = "; ".join(dict.fromkeys(teksten))
    return redenen


def uitkomst_van(opbouw: Opbouw) -> dict[str, dict[str, str]]:
    """Return the lines and the tariff per zorgzwaarte, as text."""
    return {
        zwaarte: {
            **{regel.sleutel: str(regel.per_etmaal) for regel in tarief.regels},
            "tarief": str(tarief.per_etmaal),
        }
        for zwaarte, tarief in opbouw.bereken().items()
    }


def vingerafdruk_formules(opbouw: Opbouw) -> str:
    """Return sixteen hexadecimal digits that change as soon as a formula of this opbouw changes."""
    schrijver = InWoorden(lambda sleutel: sleutel)
    regels = [
        f"{stap.sleutel} = {schrijver.schrijf(stap.formule)}" for stap in volg(opbouw, keuzes=True).values()
    ]
    return hashlib.sha256("\n".join(regels).encode()).hexdigest()[:16]


def _stappen(opbouw: Opbouw) -> tuple[Stapbewijs, ...]:
    return tuple(
        Stapbewijs(
            sleutel=stap.sleutel,
            formule=stap.formule,
            waarde=f"{stap.waarde.quantize(_STAPPEN_OP).normalize():f}",
            eenheid=str(stap.eenheid),
        )
        for stap in opbouw.uitleg().stappen
    )


def zegel_van(inhoud: dict[str, Any]) -> str:
    """Return the SHA-256 over the content of a receipt, written in one fixed way, without its seal."""
    kaal = {naam: deel for naam, deel in inhoud.items() if naam != "zegel"}
    vast = json.dumps(kaal, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(vast.encode()).hexdigest()


def schrijf_bewijs(bewijs: Tariefbewijs) -> str:
    """Write a receipt as JSON text; reading it back gives the same receipt."""
    eis_soort("bewijs", bewijs, Tariefbewijs)
    return schrijf_json(bewijs.model_dump(mode="json"))


def lees_bewijs(tekst: str | bytes) -> Tariefbewijs:
    """Read a receipt from JSON text, and refuse one of which a single character was changed.

    Raises:
        InvoerFout: when it is no receipt, of an unknown version, or not as it was written.
    """
    inhoud = lees_json(tekst)
    controleer_soort(inhoud, SOORT, _VERSIE)
    bytes_ = tekst.encode() if isinstance(tekst, str) else tekst
    letterlijk = json.loads(bytes_)
    if letterlijk.get("zegel") != zegel_van(letterlijk) or schrijf_json(letterlijk).encode() != bytes_:
        melding = "klopt niet: het tariefbewijs is na het opmaken gewijzigd"
        remedie = "Vraag het oorspronkelijke bestand op, of maak een nieuw bewijs."
        raise weigering("zegel", melding, remedie=remedie)
    bewijs = Tariefbewijs.model_validate(inhoud, context=VAN_ONS)
    eis_geen(_geen_bedrag(bewijs))
    return bewijs


def _geen_bedrag(bewijs: Tariefbewijs) -> Iterator[Bezwaar]:
    """Object to an outcome that lacks a tariff, or holds what is no amount in euro and cents."""
    for zwaarte in ZORGZWAARTES:
        bedragen = {"tarief": "", **bewijs.uitkomst.get(zwaarte, {})}
        for sleutel, bedrag in bedragen.items():
            if not _BEDRAG.fullmatch(bedrag):
                remedie = "Vraag een bewijs op dat met gezinshuis-tarief is opgemaakt."
                melding = "is geen bedrag in euro en centen" if bedrag else "ontbreekt"
                yield Bezwaar(f"uitkomst.{zwaarte}.{sleutel}", melding, gevonden=bedrag, remedie=remedie)
    for vreemd in bewijs.uitkomst.keys() - set(ZORGZWAARTES):
        yield Bezwaar(f"uitkomst.{vreemd}", "is geen zorgzwaarte", toegestaan=", ".join(ZORGZWAARTES))
