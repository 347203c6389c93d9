"""The explanation of a calculation: every step in Dutch, with its values, their status and source."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Any

from gezinshuis_tarief.formules.spoor import Stap
from gezinshuis_tarief.formules.uitdrukking import verwijzingen
from gezinshuis_tarief.kern.argumenten import zoek_deel
from gezinshuis_tarief.kern.eenheden import Eenheid, toon
from gezinshuis_tarief.kern.fouten import uit_extra
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Onderbouwing
from gezinshuis_tarief.kern.onderdeel import OpenNorm
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.in_woorden import InWoorden, benoem
from gezinshuis_tarief.rekenwijzen.meeschrijver import Meeschrijver
from gezinshuis_tarief.rekenwijzen.volgen import volg
from gezinshuis_tarief.weergave import een_regel, html_tabel

if TYPE_CHECKING:
    import pandas as pd


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
        return _stap_tekst(self)


@dataclass(frozen=True, slots=True)
class Uitleg:
    """The whole calculation as steps, with the open norms that it reads in one way.

    Prints as text, shows as a table in a notebook, gives a DataFrame.
    """

    stappen: tuple[UitlegStap, ...]
    invoer: tuple[UitlegInvoer, ...]
    open_normen: tuple[OpenNorm, ...]

    def __str__(self) -> str:
        return _tekst(self)

    def _repr_html_(self) -> str:
        return _html(self)

    def stap(self, sleutel: str) -> UitlegStap:
        """Return one step by its key.

        Raises:
            OnbekendeNaam: when there is no such step.
        """
        return zoek_deel("stap van deze berekening", sleutel, {stap.sleutel: stap for stap in self.stappen})

    @property
    def aannames(self) -> tuple[UitlegInvoer, ...]:
        """The inputs that rest on an aanname."""
        return tuple(invoer for invoer in self.invoer if invoer.onderbouwing.herkomst is Herkomst.AANNAME)

    def voor(self, *zorgzwaartes: Zorgzwaarte) -> Uitleg:
        """Return the steps that lead to the tariffs of these zorgzwaartes."""
        andere = set(ZORGZWAARTES) - set(zorgzwaartes)
        stappen = tuple(stap for stap in self.stappen if not andere & set(stap.sleutel.split(".")))
        return replace(self, stappen=stappen)

    def als_json(self) -> dict[str, Any]:
        """Return steps, inputs and open norms as JSON holds them; numbers of steps as text, to ten decimals."""
        return {
            "stappen": [
                {
                    "sleutel": stap.sleutel,
                    "naam": stap.naam,
                    "formule": stap.formule,
                    "ingevuld": stap.ingevuld,
                    "waarde": f"{round(stap.waarde, 10).normalize():f}",
                    "eenheid": str(stap.eenheid),
                    "invoer": [invoer.sleutel for invoer in stap.invoer],
                }
                for stap in self.stappen
            ],
            "invoer": [
                {
                    "sleutel": invoer.sleutel,
                    "omschrijving": invoer.omschrijving,
                    "waarde": invoer.waarde,
                    "eenheid": invoer.eenheid,
                    **invoer.onderbouwing.model_dump(mode="json"),
                }
                for invoer in self.invoer
            ],
            "open_normen": [asdict(norm) for norm in self.open_normen],
        }

    def naar_frame(self) -> pd.DataFrame:
        """Return a row per step: sleutel, naam, formule, ingevuld, waarde (float), eenheid."""
        with uit_extra():
            import pandas as pd  # noqa: PLC0415 (loaded only when used)

        rijen = [
            (s.sleutel, s.naam, s.formule, s.ingevuld, float(s.waarde), str(s.eenheid)) for s in self.stappen
        ]
        return pd.DataFrame(rijen, columns=["sleutel", "naam", "formule", "ingevuld", "waarde", "eenheid"])


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


def _invoer_tekst(invoer: UitlegInvoer) -> str:
    """Say what a value is and what stands behind it; an aanname is called one."""
    steun = invoer.onderbouwing
    herkomst = str(steun.herkomst).upper() if steun.herkomst is Herkomst.AANNAME else str(steun.herkomst)
    delen = [f"{invoer.omschrijving}: {invoer.waarde}"]
    if invoer.eenheid and not invoer.eenheid.startswith("€"):
        delen[0] += "" if invoer.eenheid == Eenheid.FRACTIE else f" {invoer.eenheid}"
    elif invoer.eenheid:
        delen[0] += invoer.eenheid.removeprefix("€")
    delen.append(f"{steun.status}, {herkomst}")
    if steun.bron:
        delen.append(steun.bron)
    if steun.geldig_vanaf:
        delen.append(f"geldig vanaf {steun.geldig_vanaf}")
    if steun.toelichting:
        delen.append(steun.toelichting)
    if steun.afwijking:
        reden = steun.afwijking.reden or "geen reden gegeven"
        delen.append(f"was {steun.afwijking.voorstel}; {reden}")
    return een_regel(" | ".join(delen))


def _stap_tekst(stap: UitlegStap) -> str:
    """Write one step: formula, numbers, outcome, and the support of its inputs."""
    regels = [f"{stap.sleutel} = {stap.formule}"]
    if stap.ingevuld != stap.formule:
        regels.append(f"    = {stap.ingevuld}")
    regels.append(f"    = {toon(stap.waarde, stap.eenheid)} ({stap.eenheid})")
    regels += [f"      · {_invoer_tekst(invoer)}" for invoer in stap.invoer]
    return "\n".join(regels)


def _tekst(uitleg: Uitleg) -> str:
    """Write every step, and the open norms that the calculation reads in one way."""
    regels = [_stap_tekst(stap) for stap in uitleg.stappen]
    regels += ["", "Open normen: de handreiking kan dit anders doen; dit is onze lezing."]
    regels += [f"  · {norm.vraag} {norm.onze_lezing}" for norm in uitleg.open_normen]
    return "\n".join(regels)


def _html(uitleg: Uitleg) -> str:
    """Show every step as a row."""
    rijen = [
        [
            stap.sleutel,
            stap.formule,
            stap.ingevuld,
            "; ".join(_invoer_tekst(invoer) for invoer in stap.invoer),
            toon(stap.waarde, stap.eenheid),
        ]
        for stap in uitleg.stappen
    ]
    koppen = ["stap", "formule", "ingevuld", "invoer, status en bron", "uitkomst"]
    return html_tabel(koppen, rijen, links=4)
