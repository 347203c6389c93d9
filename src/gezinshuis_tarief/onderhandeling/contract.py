"""What a contract needs beside the tariff; every part may be left open until one signs."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final, Literal, get_args

from annotated_types import Ge, Le
from pydantic import Field, StringConstraints

from gezinshuis_tarief.kern.jsontekst import lees_json
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte, namen_in
from gezinshuis_tarief.kern.velden import Fractie, Groepsgrootte, veld

Contracttekst = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
Kvknummer = Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")]
Agbcode = Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")]
Dagtal = Annotated[int, Ge(0), Le(366)]
Maandtal = Annotated[int, Ge(0), Le(120)]
Onderwerp = Literal["afwezigheid", "bezetting", "zorgzwaartewijziging", "looptijd", "opzegging", "rangorde"]
ONDERWERPEN: Final[tuple[Onderwerp, ...]] = get_args(Onderwerp)
"""What an annex settles, or leaves to an article of the contract that it names."""


def _leeg(waarde: object) -> bool:
    return waarde in (None, (), {})


def _mag_leeg(begin: Any = None) -> Any:  # noqa: ANN401 (pydantic types its Field so)
    return Field(default=begin, exclude_if=_leeg)


class Contractpartij(Onderdeel):
    """Who a party of the negotiation is in law, and who signs for it."""

    partij: Annotated[Contracttekst, veld("de partij, zoals in de onderhandeling genoemd")]
    rol: Annotated[Literal["gemeente", "aanbieder"], veld("of dit de gemeente is of de aanbieder")]
    naam: Annotated[Contracttekst, veld("de naam van de rechtspersoon")]
    kvk: Annotated[Kvknummer, veld("het KvK-nummer, acht cijfers")]
    agb: Annotated[Agbcode | None, veld("de AGB-code, acht cijfers")] = _mag_leeg()
    adres: Annotated[Contracttekst | None, veld("het adres")] = _mag_leeg()
    vertegenwoordiger: Annotated[Contracttekst, veld("wie tekent")]
    functie: Annotated[Contracttekst, veld("de functie van wie tekent")]


class Huisgegevens(Onderdeel):
    """Where the house is."""

    naam: Annotated[Contracttekst, veld("de naam van het gezinshuis")]
    adres: Annotated[Contracttekst, veld("het adres van het gezinshuis")]
    agb: Annotated[Agbcode | None, veld("de AGB-code van de vestiging")] = _mag_leeg()


class Contractproduct(Onderdeel):
    """Under which code a zorgzwaarte is declared, and how many may live in the house."""

    code: Annotated[Contracttekst, veld("de productcode")]
    groepsgrootte: Annotated[Groepsgrootte, veld("hoeveel jeugdigen er hoogstens wonen")]


class Etmaalafspraak(Onderdeel):
    """When an etmaal begins, and whether the days of arrival, departure and 29 February are paid."""

    begin: Annotated[
        str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"), veld("het tijdstip, 00:00")
    ]
    aankomst_telt: Annotated[bool, veld("of de dag van aankomst telt")]
    vertrek_telt: Annotated[bool, veld("of de dag van vertrek telt")]
    schrikkeldag_betaald: Annotated[bool, veld("of 29 februari wordt betaald")]


class Dekking(Onderdeel):
    """Whether a kind of cost is in the tariff, paid beside it, or not paid."""

    kosten: Annotated[Contracttekst, veld("de soort kosten")]
    keuze: Annotated[Literal["in_tarief", "apart", "niet"], veld("waar het wordt betaald")]


class Besluit(Onderdeel):
    """What parties decide on a question that the handreiking leaves open."""

    vraag: Annotated[Contracttekst, veld("de vraag, zoals de uitleg die stelt")]
    afspraak: Annotated[Contracttekst, veld("wat partijen afspreken")]


class Indexeringsafspraak(Onderdeel):
    """The clause on indexation, and what it needs to be carried out."""

    clausule: Annotated[str, StringConstraints(min_length=1, max_length=8000), veld("de clausule")]
    eerste_dag: Annotated[dt.date, veld("de eerste dag waarop wordt geïndexeerd")]
    bron: Annotated[Contracttekst, veld("waar de cijfers worden gepubliceerd")]
    inhaal_eerste_jaar: Annotated[bool, veld("of het eerste jaar een inhaal kent")]
    verrekenen_binnen_weken: Annotated[
        int, Ge(1), Le(52), veld("binnen hoeveel weken een later cijfer wordt verrekend")
    ]
    deskundige: Annotated[Contracttekst, veld("wie beslist als een cijfer wegvalt")]
    onder_nul: Annotated[Literal["daalt", "blijft"], veld("wat een percentage onder nul doet")]


class Afwezigheidsregel(Onderdeel):
    """What is paid while a jeugdige is away, and for how long."""

    reden: Annotated[Contracttekst, veld("waarom de jeugdige er niet is")]
    deel: Annotated[Fractie, veld("welk deel van het tarief wordt betaald")]
    dagen_per_keer: Annotated[Dagtal, veld("hoeveel dagen hoogstens achter elkaar")]
    dagen_per_jaar: Annotated[Dagtal, veld("hoeveel dagen hoogstens per kalenderjaar")]


class Afwezigheidsafspraak(Onderdeel):
    """Paid absence: per reason, from when in a stay, and when it must be told."""

    regels: Annotated[tuple[Afwezigheidsregel, ...], Field(min_length=1), veld("per reden wat wordt betaald")]
    na_verblijf_dagen: Annotated[Dagtal, veld("na hoeveel dagen verblijf")]
    naar_rato: Annotated[Literal["boven", "beneden", "nee"], veld("afronding bij een deel van een jaar")]
    melden_binnen_dagen: Annotated[Dagtal, veld("binnen hoeveel dagen langere afwezigheid wordt gemeld")]


class Bezettingsafspraak(Onderdeel):
    """What counts as occupied, and what follows when the year turns out otherwise."""

    afwezig_telt: Annotated[bool, veld("of betaalde afwezigheid als bezet telt")]
    drempel: Annotated[Fractie, veld("vanaf welk verschil, als fractie")]
    gevolg: Annotated[Contracttekst, veld("wat er dan gebeurt")]


class Zorgzwaartewijziging(Onderdeel):
    """Who decides on another zorgzwaarte, and which tariff holds meanwhile."""

    wie: Annotated[Contracttekst, veld("wie beslist")]
    vanaf: Annotated[
        Literal["dag_van_besluit", "eerste_van_maand_erna"], veld("wanneer het nieuwe tarief ingaat")
    ]
    afbouwdagen: Annotated[Dagtal, veld("hoeveel dagen het oude tarief nog geldt bij een verlaging")]
    tijdens_geschil: Annotated[Literal["oude", "nieuwe"], veld("welk tarief geldt bij een geschil")]


class Contractduur(Onderdeel):
    """From when to when, how it is prolonged, and what holds afterwards."""

    van: Annotated[dt.date, veld("de eerste dag")]
    tot_en_met: Annotated[dt.date, veld("de laatste dag")]
    verlenging: Annotated[Contracttekst, veld("of en hoe wordt verlengd")]
    na_einde: Annotated[Contracttekst, veld("tot wanneer het laatste tarief daarna geldt")]


class Opzegging(Onderdeel):
    """Notice: how long, towards which day, and why."""

    termijn_maanden: Annotated[Maandtal, veld("de termijn in maanden")]
    tegen: Annotated[Contracttekst, veld("tegen welke dag")]
    redenen: Annotated[Contracttekst, veld("de redenen, of waar die staan")]


class Contractgegevens(Onderdeel):
    """Everything an annex needs beside the tariff.

    Attributes:
        artikelen: per subject of `ONDERWERPEN` the article of the contract that settles it instead.
        aanvaard: per code of the check why parties accept what it warns for.
        verouderd: what parties do about figures that are older than the price level.
        herstel_maanden: within how many months a mistake in the calculation can be reported.
    """

    nummer: Annotated[Contracttekst | None, veld("het contractnummer")] = _mag_leeg()
    bijlageversie: Annotated[Contracttekst | None, veld("de versie van de bijlage")] = _mag_leeg()
    partijen: Annotated[tuple[Contractpartij, ...], veld("wie partijen zijn")] = _mag_leeg(())
    gezinshuis: Annotated[Huisgegevens | None, veld("het gezinshuis")] = _mag_leeg()
    producten: Annotated[dict[Zorgzwaarte, Contractproduct], veld("de producten")] = _mag_leeg({})
    etmaal: Annotated[Etmaalafspraak | None, veld("het etmaal")] = _mag_leeg()
    ingangsdatum: Annotated[dt.date | None, veld("de eerste dag van het tarief")] = _mag_leeg()
    btw: Annotated[Fractie | None, veld("de btw als fractie; 0 is geen")] = _mag_leeg()
    dekking: Annotated[tuple[Dekking, ...], veld("wat apart wordt betaald")] = _mag_leeg(())
    besluiten: Annotated[tuple[Besluit, ...], veld("besluiten over open normen")] = _mag_leeg(())
    verouderd: Annotated[Contracttekst | None, veld("afspraak over oudere cijfers")] = _mag_leeg()
    indexering: Annotated[Indexeringsafspraak | None, veld("de indexering")] = _mag_leeg()
    afwezigheid: Annotated[Afwezigheidsafspraak | None, veld("de afwezigheid")] = _mag_leeg()
    bezetting: Annotated[Bezettingsafspraak | None, veld("de bezetting")] = _mag_leeg()
    zorgzwaartewijziging: Annotated[Zorgzwaartewijziging | None, veld("andere zorgzwaarte")] = _mag_leeg()
    looptijd: Annotated[Contractduur | None, veld("de looptijd")] = _mag_leeg()
    opzegging: Annotated[Opzegging | None, veld("de opzegging")] = _mag_leeg()
    rangorde: Annotated[tuple[Contracttekst, ...], veld("wat voorgaat, eerst het hoogste")] = _mag_leeg(())
    herstel_maanden: Annotated[Maandtal | None, veld("herstel van een rekenfout")] = _mag_leeg()
    artikelen: Annotated[
        dict[Onderwerp, Contracttekst],
        veld("welk artikel van de overeenkomst iets regelt"),
    ] = _mag_leeg({})
    aanvaard: Annotated[dict[str, Contracttekst], veld("per code de reden van aanvaarding")] = _mag_leeg({})

    def gevuld(self) -> dict[str, Any]:
        """Return what is filled in, by name."""
        return {naam: waarde for naam in namen_in(type(self)) if not _leeg(waarde := getattr(self, naam))}

    def besluit(self, vraag: str) -> str | None:
        """Return what parties decided on a question; None when they did not."""
        return next((deel.afspraak for deel in self.besluiten if deel.vraag == vraag), None)

    def partij(self, naam: str) -> Contractpartij | None:
        """Return who a party of the negotiation is."""
        return next((partij for partij in self.partijen if partij.partij == naam), None)


def lees_contract(tekst: str | bytes) -> Contractgegevens:
    """Read contract data from JSON text.

    Raises:
        InvoerFout: with every objection, by key.
    """
    return Contractgegevens.model_validate(lees_json(tekst))


def gezamenlijk(voorstellen: dict[str, Contractgegevens]) -> tuple[Contractgegevens, tuple[str, ...]]:
    """Return what all parties propose alike, and the names of what only some do, or each otherwise."""
    gevuld = {partij: gegevens.gevuld() for partij, gegevens in voorstellen.items()}
    namen = [naam for naam in namen_in(Contractgegevens) if any(naam in deel for deel in gevuld.values())]
    samen: dict[str, Any] = {}
    los = []
    for naam in namen:
        waarden = [deel.get(naam) for deel in gevuld.values()]
        if all(waarde == waarden[0] for waarde in waarden):
            samen[naam] = waarden[0]
        else:
            los.append(naam)
    return Contractgegevens(**samen), tuple(los)
