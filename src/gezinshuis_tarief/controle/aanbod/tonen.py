"""How an offered tariff beside the cost of a house looks: text, a notebook and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.controle.aanbod.dekking import Regeldekking
from gezinshuis_tarief.controle.aanbod.maatregelen import Maatregel
from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon
from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.uitkomst.tarief import genummerd
from gezinshuis_tarief.weergave import als_tekst, html_alinea, html_tabel, met_teken, tabel

_TARIEVEN: Final = ("zorgzwaarte", "plaatsen", "offerte", "aangeboden", "verschil", "resultaat per jaar")
_LAGEN: Final = ("bouwsteen", "offerte", "samen", "gedekt", "niet gedekt")
_HULP: Final = ("één stap", "per jaar", "per etmaal", "stappen tot quitte")


@dataclass(frozen=True, slots=True)
class Delen:
    """What is shown; see `Tariefaanbod`."""

    jaar: Exploitatie
    bezetting: Decimal
    per_zorgzwaarte: Mapping[Zorgzwaarte, Decimal]
    resultaat: Decimal
    per_etmaal: Decimal
    dekking: Sequence[Regeldekking]
    maatregelen: Sequence[Maatregel]
    gevraagd_per_uur: Decimal | None
    per_uur: Decimal | None
    bruto_per_uur: Decimal | None


def stand_van(resultaat: Decimal) -> str:
    """Name a result: tekort, overschot or quitte, to the cent."""
    centen = rond_op_centen(resultaat)
    return "tekort" if centen < 0 else "overschot" if centen > 0 else "quitte"


def _bedrag(bedrag: Decimal) -> str:
    return nederlands(rond_op_centen(bedrag), 2).replace("-", "−")


def _tekort_of_over(resultaat: Decimal) -> str:
    stand = stand_van(resultaat)
    return stand if stand == "quitte" else f"een {stand} van € {_bedrag(abs(resultaat))}"


def _kop(delen: Delen) -> Iterator[str]:
    """Say first what it comes to."""
    bij = toon(delen.bezetting, Eenheid.FRACTIE)
    if stand_van(delen.resultaat) == "quitte":
        yield f"Bij {bij} bezetting speelt het huis quitte."
    else:
        per_jaar = f"{_tekort_of_over(delen.resultaat)} per jaar"
        yield f"Bij {bij} bezetting heeft het huis {per_jaar}, € {_bedrag(abs(delen.per_etmaal))} per betaald etmaal."
    yield f"Het hele jaar vol: {_tekort_of_over(delen.jaar.jaarresultaat())}."
    mist = [d for d in delen.dekking if rond_op_centen(d.tekort) > 0]
    if mist:
        namen = ", ".join(
            f"{d.nummer or ''} {d.titel}{' (deels)' if d.gedekt > 0 else ''}".strip() for d in mist
        )
        yield f"Niet of niet helemaal gedekt: {namen}."
    else:
        yield "Het tarief dekt alle regels van de offerte."


def _slot(delen: Delen) -> Iterator[str]:
    """Say when the house breaks even and what is left per hour."""
    quitte, maanden = delen.jaar.break_even(), delen.jaar.quitte_in_maanden()
    plaatsen = len(delen.jaar.plaatsen)
    if quitte is None or maanden is None:
        yield "Met geen enkel aantal kinderen speelt het huis een jaar lang quitte."
    else:
        kinderen, aantal = maanden
        rest = f" en {kinderen - 1} de andere maanden" if 0 < aantal < 12 else ""  # noqa: PLR2004 (months)
        heel = f"{kinderen} van de {plaatsen} plaatsen bezet, {aantal} van de 12 maanden{rest}"
        yield f"Quitte bij {nederlands(quitte * 100, 1)}% bezetting; in hele kinderen: {heel}."
    if delen.per_uur is None or delen.gevraagd_per_uur is None:
        return
    ondernemer = isinstance(delen.jaar.uitkomst.opbouw.inkomen_gezinshuisouder, InkomenOndernemer)
    wat = "ondernemerskosten" if ondernemer else "loonkosten"
    yield (
        f"Voor de gezinshuisouder blijft € {_bedrag(delen.per_uur)} {wat} per betaald uur over, als alle andere "
        f"kosten zijn betaald (offerte: € {_bedrag(delen.gevraagd_per_uur)})."
    )
    if delen.bruto_per_uur is not None:
        hoe = "inkomen vóór belasting" if ondernemer else "bruto, met toeslagen"
        yield f"Dat is € {_bedrag(delen.bruto_per_uur)} per uur {hoe}."


def _tarieven(delen: Delen) -> list[list[str]]:
    uitkomst, plaatsen = delen.jaar.uitkomst, delen.jaar.plaatsen

    def rij(naam: str, aantal: int, gevraagd: Decimal, tarief: Decimal, over: Decimal) -> list[str]:
        verschil = met_teken(rond_op_centen(tarief - gevraagd))
        return [naam, str(aantal), _bedrag(gevraagd), _bedrag(tarief), verschil, _bedrag(over)]

    rijen = [
        rij(z, plaatsen.count(z), uitkomst[z].per_etmaal, delen.jaar.dagen[z].tarief, over)
        for z, over in delen.per_zorgzwaarte.items()
    ]
    gevraagd, tarief = (
        sum(bedragen, Decimal(0)) / len(plaatsen)
        for bedragen in (
            [uitkomst[z].per_etmaal for z in plaatsen],
            [delen.jaar.dagen[z].tarief for z in plaatsen],
        )
    )
    return [*rijen, rij("huis (gemiddeld)", len(plaatsen), gevraagd, tarief, delen.resultaat)]


def _lagen(delen: Delen) -> list[list[str]]:
    return [
        [genummerd(d.nummer, d.titel), *map(_bedrag, (d.bedrag, d.samen, d.gedekt, d.tekort))]
        for d in delen.dekking
    ]


def _hulp(delen: Delen) -> list[list[str]]:
    return [
        [
            m.naam,
            _bedrag(m.per_jaar),
            _bedrag(m.per_etmaal),
            "niet genoeg" if m.nodig is None else str(m.nodig),
        ]
        for m in delen.maatregelen
    ]


def als_tekst_van(delen: Delen) -> str:
    """Write the verdict in money first, then the tables behind it."""
    stukken: list[Any] = [*_kop(delen), tabel(_TARIEVEN, _tarieven(delen), totaal=True)]
    stukken += ["Wat het tarief dekt, in euro per etmaal, gemiddeld over de plaatsen"]
    stukken += [tabel(_LAGEN, _lagen(delen))]
    if delen.maatregelen:
        stukken += ["Wat één stap waard is, in euro", tabel(_HULP, _hulp(delen))]
    return als_tekst(*stukken, *_slot(delen))


def aanbod_html(delen: Delen) -> str:
    """Write the same for a notebook."""
    stukken = [*map(html_alinea, _kop(delen)), html_tabel(_TARIEVEN, _tarieven(delen))]
    stukken.append(html_tabel(_LAGEN, _lagen(delen)))
    if delen.maatregelen:
        stukken.append(html_tabel(_HULP, _hulp(delen)))
    return "".join([*stukken, *map(html_alinea, _slot(delen))])


def _cent(bedrag: Decimal | None) -> str | None:
    return None if bedrag is None else f"{rond_op_centen(bedrag):f}"


def als_json(delen: Delen) -> dict[str, Any]:
    """Write all of it as text fields; amounts in whole cents."""
    jaar, uitkomst = delen.jaar, delen.jaar.uitkomst
    quitte, maanden = jaar.break_even(), jaar.quitte_in_maanden()
    return {
        "stand": stand_van(delen.resultaat),
        "bezetting": f"{delen.bezetting:f}",
        "resultaat": {z: _cent(over) for z, over in delen.per_zorgzwaarte.items()}
        | {"huis": _cent(delen.resultaat)},
        "resultaat_per_etmaal": _cent(delen.per_etmaal),
        "resultaat_vol_huis": _cent(jaar.jaarresultaat()),
        "tarief": {z: _cent(jaar.dagen[z].tarief) for z in delen.per_zorgzwaarte},
        "tarief_offerte": {z: _cent(uitkomst[z].per_etmaal) for z in delen.per_zorgzwaarte},
        "niet_gedekt": [
            {
                "sleutel": d.sleutel,
                "bedrag": _cent(d.bedrag),
                "gedekt": _cent(d.gedekt),
                "tekort": _cent(d.tekort),
            }
            for d in delen.dekking
            if rond_op_centen(d.tekort) > 0
        ],
        "maatregelen": [
            {
                "sleutel": m.sleutel,
                "naam": m.naam,
                "per_jaar": _cent(m.per_jaar),
                "per_etmaal": _cent(m.per_etmaal),
                "nodig": m.nodig,
            }
            for m in delen.maatregelen
        ],
        "quitte": {
            "bezetting": None if quitte is None else f"{quitte:.4f}",
            "kinderen": maanden and maanden[0],
            "maanden": maanden and maanden[1],
        },
        "per_uur": {
            "offerte": _cent(delen.gevraagd_per_uur),
            "blijft": _cent(delen.per_uur),
            "bruto": _cent(delen.bruto_per_uur),
        },
    }
