"""The explaining reading: every step in Dutch, with its values, their status and source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Final, Self

from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES
from gezinshuis_tarief.kern.eenheden import Eenheid, toon
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Onderbouwing
from gezinshuis_tarief.kern.onderdeel import OpenNorm
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.exact import CONTEXT, Exact
from gezinshuis_tarief.rekenwijzen.schrijver import Schrijver
from gezinshuis_tarief.rekenwijzen.spoor import Stap, volg
from gezinshuis_tarief.rekenwijzen.uitdrukking import verwijzingen
from gezinshuis_tarief.weergave import stap_tekst, uitleg_html, uitleg_tekst

if TYPE_CHECKING:
    import pandas as pd

    from gezinshuis_tarief.componenten.gezinshuis import Zorgzwaarte
    from gezinshuis_tarief.model.opbouw import Opbouw


class Meeschrijver(Exact):
    """The exact reading that keeps the value of every step."""

    def __init__(self, voorvoegsel: str = "", waarden: dict[str, Decimal] | None = None) -> None:
        self._voorvoegsel = voorvoegsel
        self.waarden: dict[str, Decimal] = {} if waarden is None else waarden

    def onder(self, naam: str) -> Self:
        """Return this reading with `naam.` before the keys of its steps."""
        return type(self)(f"{self._voorvoegsel}{naam}.", self.waarden)

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:
        """Keep the value and return it."""
        uitkomst = super().stap(naam, waarde, eenheid)
        self.waarden[f"{self._voorvoegsel}{naam}"] = uitkomst
        return uitkomst


class InWoorden(Schrijver):
    """Writes a formula in Dutch, with names or with numbers."""

    tekens = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}  # noqa: RUF012 (typed ClassVar in the base)

    def __init__(self, naam: Callable[[str], str]) -> None:
        self._naam = naam

    def naam(self, sleutel: str) -> str:
        """Return the name or the number."""
        return self._naam(sleutel)

    def functie(self, naam: str, delen: list[str]) -> str:
        """Return rounding, smaller or larger in words."""
        if naam == "rond":
            return f"{delen[0]}, afgerond op centen"
        return f"{'laagste' if naam == 'minste' else 'hoogste'} van ({' en '.join(delen)})"

    def keuze(self, sleutel: str, opties: list[tuple[str, str]]) -> str:
        """Return the options in words."""
        takken = "; ".join(f"bij {naam}: {tekst}" for naam, tekst in opties)
        return f"[naar {self.naam(sleutel)}: {takken}]"

    def eigen_of(self, sleutel: str, opbouw: str) -> str:
        """Return the own figure; this reading only meets it when it is filled in."""
        return f"{self.naam(sleutel)} (eigen bedrag, in plaats van {opbouw})"


@dataclass(frozen=True, slots=True)
class UitlegInvoer:
    """One input of a step: what it is, its value as shown, and what stands behind it."""

    sleutel: str
    omschrijving: str
    waarde: str
    eenheid: str
    onderbouwing: Onderbouwing


@dataclass(frozen=True, slots=True)
class UitlegStap:
    """One step: key, name, formula in words, the same with numbers, outcome and unit, and its inputs."""

    sleutel: str
    naam: str
    formule: str
    ingevuld: str
    waarde: Decimal
    eenheid: Eenheid
    invoer: tuple[UitlegInvoer, ...]

    def __str__(self) -> str:
        return stap_tekst(self)


@dataclass(frozen=True, slots=True)
class Uitleg:
    """The whole calculation as steps, with the open norms that it reads in one way.

    Prints as text, shows as a table in a notebook, gives a DataFrame.
    """

    stappen: tuple[UitlegStap, ...]
    invoer: tuple[UitlegInvoer, ...]
    open_normen: tuple[OpenNorm, ...]

    def __str__(self) -> str:
        return uitleg_tekst(self)

    def _repr_html_(self) -> str:
        return uitleg_html(self)

    def stap(self, sleutel: str) -> UitlegStap:
        """Return one step by its key.

        Raises:
            KeyError: when there is no such step.
        """
        for stap in self.stappen:
            if stap.sleutel == sleutel:
                return stap
        raise KeyError(sleutel)

    @property
    def aannames(self) -> tuple[UitlegInvoer, ...]:
        """The inputs that rest on an aanname."""
        return tuple(invoer for invoer in self.invoer if invoer.onderbouwing.herkomst is Herkomst.AANNAME)

    def voor(self, *zorgzwaartes: Zorgzwaarte) -> Uitleg:
        """Return the steps that lead to the tariffs of these zorgzwaartes."""
        andere = set(ZORGZWAARTES) - set(zorgzwaartes)
        stappen = tuple(stap for stap in self.stappen if not andere & set(stap.sleutel.split(".")))
        return replace(self, stappen=stappen)

    def naar_frame(self) -> pd.DataFrame:
        """Return a row per step: sleutel, naam, formule, ingevuld, waarde (float), eenheid."""
        import pandas as pd  # noqa: PLC0415 (loaded only when used)

        rijen = [
            (s.sleutel, s.naam, s.formule, s.ingevuld, float(s.waarde), str(s.eenheid)) for s in self.stappen
        ]
        return pd.DataFrame(rijen, columns=["sleutel", "naam", "formule", "ingevuld", "waarde", "eenheid"])


_STIL: Final = {*ZORGZWAARTES, "uitkomst", "gezinshuis", "gedeeld", "loon"}
"""Parts of keys that a reader does not need to know which value is meant."""


def benoem(sleutel: str, vanuit: str = "") -> str:
    """Call a key by its words, as short as it can be seen from the step it is used in."""
    delen = [deel for deel in sleutel.split(".") if deel not in _STIL]
    omgeving = [deel for deel in vanuit.split(".")[:-1] if deel not in _STIL]
    while len(delen) > 1 and omgeving and delen[0] == omgeving[0]:
        delen, omgeving = delen[1:], omgeving[1:]
    return " ".join(delen).replace("_", " ")


def leg_uit(opbouw: Opbouw) -> Uitleg:
    """Explain an opbouw: the same formulas, read once for their text and once for their numbers."""
    schrijver = Meeschrijver()
    with localcontext(CONTEXT):
        stel_samen(opbouw, schrijver)
    invoer = {
        waarde.sleutel: UitlegInvoer(
            waarde.sleutel,
            waarde.omschrijving,
            toon(Decimal(waarde.waarde), waarde.eenheid) if waarde.eenheid else str(waarde.waarde),
            str(waarde.eenheid or ""),
            opbouw.onderbouwing_van(waarde.sleutel),
        )
        for waarde in opbouw.waarden()
        if waarde.is_gegeven
    }
    sporen = volg(opbouw)
    eenheden = {stap.sleutel: stap.eenheid for stap in sporen.values()}

    def getal(sleutel: str) -> str:
        return (
            invoer[sleutel].waarde
            if sleutel in invoer
            else toon(schrijver.waarden[sleutel], eenheden[sleutel])
        )

    def stap_uit(stap: Stap) -> UitlegStap:
        gebruikt = dict.fromkeys(verwijzingen(stap.formule))
        return UitlegStap(
            stap.sleutel,
            benoem(stap.sleutel),
            InWoorden(lambda sleutel: benoem(sleutel, stap.sleutel)).schrijf(stap.formule),
            InWoorden(getal).schrijf(stap.formule),
            schrijver.waarden[stap.sleutel],
            stap.eenheid,
            tuple(invoer[sleutel] for sleutel in gebruikt if sleutel in invoer),
        )

    return Uitleg(
        tuple(stap_uit(stap) for stap in sporen.values()),
        tuple(invoer.values()),
        tuple(opbouw.alle_open_normen()),
    )
