"""`gezinshuis-tarief onderhandel`: keep a negotiation in a file, from first offer to annex."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

import click

from gezinshuis_tarief.cli.bewijs import (
    bewijs,
    bijlage,
    contract_zet,
    motivering,
    naspel,
    onderteken,
    sleutelpaar,
)
from gezinshuis_tarief.cli.dossier import (
    Namens,
    bewaar,
    dossier_argument,
    lees_dossier,
    namens_opties,
    stand_als_json,
    toon_stand,
)
from gezinshuis_tarief.cli.opties import PAD, Datum, dag_optie, json_optie, lijst_optie, overschrijf_optie
from gezinshuis_tarief.cli.rondewerkboek import lees, werkboek
from gezinshuis_tarief.cli.uitvoer import lees_opbouw, weiger
from gezinshuis_tarief.cli.vergelijk import Beeld, beeld_optie, toon_verschil, zorgzwaarte_optie
from gezinshuis_tarief.kern.bestanden import BestandFout
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderhandeling.bestand import verenig_kopieen
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling


@click.group(options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT …")
def onderhandel() -> None:
    """Onderhandel over een tarief: biedingen, ronden, akkoord, bewijs en bijlage.

    Alles staat in één dossier, dat alleen groeit. Begin met: onderhandel nieuw
    """


@onderhandel.command(options_metavar="[OPTIES]")
@dossier_argument
@click.option("--naam", metavar="NAAM", required=True, help="Waarover wordt onderhandeld.")
@dag_optie("Het prijspeil.", type=Datum(), required=True)
@click.option(
    "--partij",
    "partijen",
    metavar="PARTIJ",
    multiple=True,
    default=("gemeente", "aanbieder"),
    show_default=True,
    help="Mag vaker.",
)
@click.option(
    "--basis", required=True, metavar="OPBOUW", help="De opbouw waar partijen van uitgaan (json of xlsx)."
)
@stand_als_json
def nieuw(  # noqa: PLR0913 (what a negotiation starts from)
    dossier: Path, naam: str, peildatum: dt.date, partijen: Sequence[str], basis: str, *, als_json: bool
) -> None:
    """Begin een onderhandeling in een nieuw DOSSIER.json."""
    zaak = Onderhandeling(naam=naam, peildatum=peildatum, partijen=tuple(partijen), basis=lees_opbouw(basis))
    if dossier.exists():
        raise BestandFout(dossier, FileExistsError(), vervang="")
    bewaar(zaak, dossier, als_json=als_json)


@onderhandel.command(options_metavar="[OPTIES]")
@dossier_argument
@namens_opties
@click.option("--opbouw", metavar="OPBOUW", help="De volledige berekening van deze partij (json of xlsx).")
@lijst_optie("--zet", "zetten", "SLEUTEL=WAARDE", "Wijzig één waarde; mag vaker. Of =geen.")
@click.option("--reden", metavar="TEKST", help="De reden van elke wijziging die geen eigen reden heeft.")
@lijst_optie("--reden-bij", "redenen", "SLEUTEL=TEKST", "De reden van één wijziging.")
@dag_optie("Het prijspeil van het bod.", type=Datum())
@stand_als_json
def bod(  # noqa: PLR0913 (the options of the command line)
    dossier: Path,
    *,
    namens: Namens,
    opbouw: str | None,
    zetten: Sequence[str],
    reden: str | None,
    redenen: Sequence[str],
    peildatum: dt.date | None,
    als_json: bool,
) -> None:
    """Doe een bod: een hele opbouw, of wijzigingen op wat deze partij eerder bood."""
    zaak = lees_dossier(dossier)
    begin = lees_opbouw(opbouw) if opbouw else zaak.stand.standen.get(namens.partij, zaak.basis)
    eigen = _paren(redenen, "--reden-bij")
    na = zaak.bod(
        namens.partij,
        _gewijzigd(begin, _paren(zetten, "--zet"), reden, eigen),
        indiener=namens.indiener,
        datum=namens.datum,
        reden=reden,
        redenen=eigen,
        peildatum=peildatum,
    )
    bewaar(na, dossier, als_json=als_json)


def _paren(teksten: Sequence[str], optie: str) -> dict[str, str]:
    """Read options of the form SLEUTEL=WAARDE; of a key that is given twice one value would be lost."""
    paren: dict[str, str] = {}
    for tekst in teksten:
        sleutel, is_paar, waarde = tekst.partition("=")
        if not is_paar:
            weiger(f"{optie} {tekst}: schrijf SLEUTEL=WAARDE, bijvoorbeeld leegstand.bezettingsgraad=0.95.")
        if sleutel in paren:
            weiger(f"{optie} {sleutel}: staat er twee keer. Laat een van beide weg.")
        paren[sleutel] = waarde
    return paren


def _gewijzigd(opbouw: Opbouw, zetten: dict[str, str], reden: str | None, redenen: dict[str, str]) -> Opbouw:
    """Apply the changes together, each with its own reason."""
    waarden = {sleutel: None if tekst == "geen" else tekst for sleutel, tekst in zetten.items()}
    eigen = {sleutel: {"reden": tekst} for sleutel, tekst in redenen.items() if sleutel in zetten}
    return opbouw.met(waarden, reden=reden, bronnen=eigen)


@onderhandel.command(options_metavar="[OPTIES]")
@dossier_argument
@stand_als_json
def stand(dossier: Path, *, als_json: bool) -> None:
    """Laat zien waar partijen staan: tarieven, punten, redenen."""
    toon_stand(lees_dossier(dossier), als_json=als_json)


@onderhandel.command("verschil", options_metavar="[OPTIES]")
@dossier_argument
@click.argument("van")
@click.argument("naar")
@beeld_optie
@overschrijf_optie
@zorgzwaarte_optie
@json_optie()
def tussen(dossier: Path, van: str, naar: str, *, als_json: bool, **beeld: Unpack[Beeld]) -> None:
    """Verklaar het verschil tussen twee partijen, of tussen een partij en het uitgangspunt.

    VAN en NAAR zijn namen van partijen, of het woord uitgangspunt.
    """
    stand = lees_dossier(dossier).stand
    kanten = {**stand.standen, "uitgangspunt": stand.basis}
    for naam in (van, naar):
        if naam not in kanten:
            weiger(f"{naam}: is geen partij. Kies uit: {', '.join(kanten)}.")
    toon_verschil(kanten[van], kanten[naar], als_json=als_json, **beeld)


@onderhandel.command(options_metavar="[OPTIES]")
@dossier_argument
@click.argument("sleutels", nargs=-1, required=True, metavar="SLEUTEL…")
@namens_opties
@click.option("--van", metavar="PARTIJ", help="Van welke partij de waarde wordt aanvaard, als er meer zijn.")
@stand_als_json
def akkoord(
    dossier: Path, sleutels: Sequence[str], *, namens: Namens, van: str | None, als_json: bool
) -> None:
    """Aanvaard de waarde van de andere partij bij een of meer sleutels."""
    zaak = lees_dossier(dossier)
    for sleutel in sleutels:
        zaak = zaak.aanvaard(sleutel, namens.partij, indiener=namens.indiener, datum=namens.datum, van=van)
    bewaar(zaak, dossier, als_json=als_json)


@onderhandel.command(options_metavar="[OPTIES]")
@dossier_argument
@click.argument("sleutel")
@namens_opties
@click.option("--reden", metavar="TEKST", required=True, help="Waarom deze partij haar waarde houdt.")
@stand_als_json
def houd(dossier: Path, sleutel: str, *, namens: Namens, reden: str, als_json: bool) -> None:
    """Houd de eigen waarde bij een SLEUTEL, met een reden; er verandert geen bedrag."""
    zaak = lees_dossier(dossier)
    na = zaak.houd(sleutel, namens.partij, reden=reden, indiener=namens.indiener, datum=namens.datum)
    bewaar(na, dossier, als_json=als_json)


@onderhandel.command(options_metavar="[OPTIES]")
@dossier_argument
@click.argument("sleutel", required=False, default="")
@namens_opties
@click.option("--tekst", metavar="TEKST", required=True, help="De vraag, bijvoorbeeld: graag onderbouwen.")
@stand_als_json
def vraag(dossier: Path, sleutel: str, *, namens: Namens, tekst: str, als_json: bool) -> None:
    """Vraag iets bij een SLEUTEL, of over het geheel; er verandert geen bedrag."""
    zaak = lees_dossier(dossier)
    na = zaak.vraag(sleutel, namens.partij, tekst=tekst, indiener=namens.indiener, datum=namens.datum)
    bewaar(na, dossier, als_json=als_json)


@onderhandel.command(options_metavar="[OPTIES]")
@dossier_argument
@stand_als_json
def ronde(dossier: Path, *, als_json: bool) -> None:
    """Sluit de ronde: de volgende begint bij wat is afgesproken."""
    bewaar(lees_dossier(dossier).volgende_ronde(), dossier, als_json=als_json)


@onderhandel.command("verenig", options_metavar="[OPTIES]")
@dossier_argument
@click.argument("kopie", type=PAD, metavar="KOPIE.json")
@stand_als_json
def verenig_kopie(dossier: Path, kopie: Path, *, als_json: bool) -> None:
    """Voeg de zetten in een kopie van deze ronde toe aan DOSSIER.json."""
    bewaar(verenig_kopieen(lees_dossier(dossier), lees_dossier(kopie)), dossier, als_json=als_json)


for opdracht in (
    werkboek,
    lees,
    contract_zet,
    bewijs,
    naspel,
    bijlage,
    motivering,
    sleutelpaar,
    onderteken,
):
    onderhandel.add_command(opdracht)
