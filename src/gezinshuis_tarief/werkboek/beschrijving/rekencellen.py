"""Every named formula with the value it has: what the sheets place, and what reading holds a file against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.formules.spoor import Stap
from gezinshuis_tarief.formules.uitdrukking import verwijzingen
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte, excelnaam
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN, POSTEN
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.beschrijving import keuringen, namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import FOUT, Werkboekinhoud
from gezinshuis_tarief.werkboek.xlsx.blad import Cel, Inhoud

_CONTROLES: Final = ("optelling", "afronding", "aandelen")
_LEEG: Final = '""'
_CENTEN_SPELING: Final = "0.060001"


@dataclass(frozen=True, slots=True)
class Rekencel:
    """A formula under a defined name, and what it gives now."""

    naam: str
    formule: str
    waarde: Inhoud

    def op(self, rij: int, kolom: int, opmaak: str, tot_kolom: int | None = None) -> Cel:
        """Return the cell at a place."""
        return Cel(rij, kolom, self.waarde, opmaak, self.formule, self.naam, tot_kolom=tot_kolom)


def tariefregels(vulling: Werkboekinhoud) -> tuple[str, ...]:
    """Return the lines of the tariff: the eleven, own cost lines, and own percentages where there are any."""
    return (*ALLE, POSTEN, *([OPSLAGEN] if vulling.geheel.eigen_opslagen else []))


def rekencellen(vulling: Werkboekinhoud) -> dict[str, Rekencel]:
    """Return every named formula by its name: those of Samenvatting, then those of Berekening."""
    return tariefcellen(vulling) | {
        cel.naam: cel for cel in (stapcel(stap, vulling) for stap in tussenstappen(vulling))
    }


def tariefcellen(vulling: Werkboekinhoud) -> dict[str, Rekencel]:
    """Return the formulas of Samenvatting by name: tariffs, lines, and controls."""
    cellen = []
    for zwaarte in ZORGZWAARTES:
        tarief = f"uitkomst.{zwaarte}.tarief"
        waarde = _waarde(vulling, vulling.waarden[tarief], vulling.oordeel)
        cellen.append(Rekencel(namen.kopnaam(zwaarte), f"={tarief}", waarde))
    for regel in (*tariefregels(vulling), "tarief"):
        for zwaarte in ZORGZWAARTES:
            cellen += _regel(zwaarte, regel, vulling)
    cellen += _controles(vulling)
    return {cel.naam: cel for cel in cellen}


def tussenstappen(vulling: Werkboekinhoud) -> list[Stap]:
    """Return the steps in order of calculation, bouwsteen 8 and what is shared just before the zorgzwaartes."""
    achteraan = (GELIEERD, "gedeeld", *ZORGZWAARTES)
    plek = {deel: nummer for nummer, deel in enumerate(achteraan, start=1)}
    stappen = [stap for stap in vulling.stappen.values() if not stap.sleutel.startswith("uitkomst.")]
    return sorted(stappen, key=lambda stap: plek.get(stap.sleutel.partition(".")[0], 0))


def stapcel(stap: Stap, vulling: Werkboekinhoud) -> Rekencel:
    """Return the formula of one step."""
    sleutel = stap.sleutel
    return Rekencel(excelnaam(sleutel), vulling.formules[sleutel], vulling.waarden[sleutel])


def let_op_formule(sleutel: str, vulling: Werkboekinhoud) -> str:
    """Return the check that stands beside an input."""
    return keuringen.let_op_aanwezig() if sleutel == AANWEZIG else keuringen.let_op(vulling.invoer[sleutel])


def _bewaakt(formule: str, anders: str = namen.INVOER) -> str:
    """Give an amount only when the inputs are complete and within bounds; else say why not."""
    return f'=IF({namen.INVOER}="{namen.KLOPT}",{formule},{anders})'


def _waarde(vulling: Werkboekinhoud, waarde: Decimal | str, anders: str) -> Inhoud:
    """Return what a guarded formula gives now."""
    return waarde if vulling.oordeel == namen.KLOPT else anders


def _onafgerond(vulling: Werkboekinhoud, zwaarte: str, regel: str) -> str:
    """Return the key of a line before rounding."""
    if regel == "tarief":
        return f"{zwaarte}.onafgerond_tarief"
    return next(iter(verwijzingen(vulling.stappen[f"uitkomst.{zwaarte}.{regel}"].formule)))


def _regel(zwaarte: Zorgzwaarte, regel: str, vulling: Werkboekinhoud) -> Iterator[Rekencel]:
    """One line per etmaal, per year, and as a share of the tariff."""
    heel, deel = f"uitkomst.{zwaarte}.tarief", f"uitkomst.{zwaarte}.{regel}"
    onafgerond = _onafgerond(vulling, zwaarte, regel)
    tarief, afgerond, bedrag = (vulling.waarden[sleutel] for sleutel in (heel, deel, onafgerond))
    uitkomst = _waarde(vulling, afgerond, vulling.oordeel)
    yield Rekencel(excelnaam(deel), _bewaakt(vulling.formules[deel][1:]), uitkomst)
    dagen = vulling.opbouw.voor(zwaarte).gezinshuis.dagen_per_jaar
    in_een_jaar = f"{zwaarte}.gezinshuis.dagen_per_jaar"
    if in_een_jaar not in vulling.invoer:
        in_een_jaar = "gezinshuis.dagen_per_jaar"
    yield Rekencel(
        namen.jaarnaam(zwaarte, regel),
        _bewaakt(f"{excelnaam(onafgerond)}*{in_een_jaar}", _LEEG),
        _waarde(vulling, FOUT if isinstance(bedrag, str) else bedrag * dagen, ""),
    )
    aandeel: Decimal | str = FOUT
    if not isinstance(tarief, str) and not isinstance(afgerond, str):
        aandeel = afgerond / tarief if tarief else Decimal(0)
    yield Rekencel(
        namen.aandeelnaam(zwaarte, regel),
        _bewaakt(f"IF({heel}=0,0,{deel}/{heel})", _LEEG),
        _waarde(vulling, aandeel, ""),
    )


def _controles(vulling: Werkboekinhoud) -> Iterator[Rekencel]:
    """Control totals that say klopt or klopt niet."""
    formule = (
        f'=IF(COUNTIF({namen.LET_OP},"{namen.NOG_INVULLEN}")>0,"{namen.NOG_INVULLEN}",'
        f'IF(SUMPRODUCT(--({namen.LET_OP}<>""))>0,"{namen.NAKIJKEN}","{namen.KLOPT}"))'
    )
    yield Rekencel(namen.INVOER, formule, vulling.oordeel)
    for soort in _CONTROLES:
        for zwaarte in ZORGZWAARTES:
            toets = _bewaakt(f'IF({_toets(soort, zwaarte, vulling)},"{namen.KLOPT}","klopt niet")')
            yield Rekencel(namen.controlenaam(soort, zwaarte), toets, vulling.oordeel)


def _toets(soort: str, zwaarte: str, vulling: Werkboekinhoud) -> str:
    """Return what must hold."""
    tarief, onafgerond = f"uitkomst.{zwaarte}.tarief", f"{zwaarte}.onafgerond_tarief"
    if soort == "optelling":
        som = "+".join(excelnaam(_onafgerond(vulling, zwaarte, regel)) for regel in tariefregels(vulling))
        return f"ABS({som}-{onafgerond})<0.000001"
    if soort == "afronding":
        return f"ABS({tarief}-{onafgerond})<{_CENTEN_SPELING}"
    som = "+".join(namen.aandeelnaam(zwaarte, regel) for regel in tariefregels(vulling))
    return f"OR({tarief}=0,ABS({som}-1)<0.000001)"
