"""How old the figures of a calculation are: the first day of each group, and for which days they are known to hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.componenten.bouwsteen import Kostenblok
from gezinshuis_tarief.kern.argumenten import Peildatum, naar_dag
from gezinshuis_tarief.kern.eenheden import Prijsgroep, voluit
from gezinshuis_tarief.kern.onderbouwing import AANNAME, Onderbouwing
from gezinshuis_tarief.kern.onderdeel import Onderdeel, Waarde
from gezinshuis_tarief.kern.sleutels import takken, zwaarte_in

_EIGEN_BEDRAG = "vast_bedrag_per_jaar"


@dataclass(frozen=True, slots=True)
class Prijsdag:
    """One figure that has a price: since when it holds, and for how long that is known.

    Attributes:
        sleutel: its key.
        vanaf: the first day; None when nobody said so, as of a value that was changed without a source.
        tot: the first day on which it is not known to hold; None without a first day.
        reden: why not, in Dutch.
    """

    sleutel: str
    vanaf: dt.date | None
    tot: dt.date | None = None
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Prijspeilgroep:
    """The figures of one group."""

    groep: Prijsgroep
    cijfers: tuple[Prijsdag, ...]

    @property
    def dagen(self) -> tuple[dt.date, ...]:
        """The first days, oldest first, each once."""
        return tuple(sorted({cijfer.vanaf for cijfer in self.cijfers if cijfer.vanaf}))

    @property
    def zonder_dag(self) -> tuple[str, ...]:
        """The keys of the figures of which no first day is known."""
        return tuple(cijfer.sleutel for cijfer in self.cijfers if not cijfer.vanaf)

    def __str__(self) -> str:
        return self.op(self.cijfers)

    def op(self, cijfers: Iterable[Prijsdag]) -> str:
        """Write the group with the first days of some of its figures: `lonen 1 maart 2025`."""
        dagen = sorted({cijfer.vanaf or dt.date.max for cijfer in cijfers})
        bekend = [self._dag(dag) for dag in dagen if dag < dt.date.max]
        if not bekend:
            return f"{self.groep} zonder datum"
        tekst = bekend[0] if len(bekend) == 1 else f"{bekend[0]} tot {bekend[-1]}"
        return f"{self.groep} {tekst}{', deels zonder datum' if len(bekend) < len(dagen) else ''}"

    def _dag(self, dag: dt.date) -> str:
        heel_jaar = not self.groep.op_de_dag and (dag.month, dag.day) == (1, 1)
        return str(dag.year) if heel_jaar else voluit(dag)


@dataclass(frozen=True, slots=True)
class Prijspeil:
    """How old the figures of a calculation are, group by group; prints as one line."""

    groepen: tuple[Prijspeilgroep, ...]

    def __str__(self) -> str:
        return " · ".join(map(str, self.groepen)) or "geen gedateerde cijfers"

    @property
    def jongste_jaar(self) -> int | None:
        """The year of the latest first day; None when no figure has one."""
        return max((dag.year for groep in self.groepen for dag in groep.dagen), default=None)

    def als_json(self) -> dict[str, dict[str, list[str]]]:
        """Return by group the first days, and the keys of figures without one."""
        return {
            str(deel.groep): {"geldig_vanaf": [str(d) for d in deel.dagen], "zonder_dag": [*deel.zonder_dag]}
            for deel in self.groepen
        }

    def waarschuwingen(self, peildatum: Peildatum) -> tuple[str, ...]:
        """Say in Dutch which figures are not known to hold on a day; nothing when all are.

        A salary holds until the next table or the end of its cao; any other figure in its own calendar year.

        Args:
            peildatum: the day whose prices are asked for: a date, or text in the form jjjj-mm-dd.

        Raises:
            InvoerFout: for what is no day.
        """
        later: list[str] = []
        eerder: list[str] = []
        dag = naar_dag(peildatum)
        nooit: list[str] = []
        for deel in self.groepen:
            oud = [cijfer for cijfer in deel.cijfers if cijfer.tot and cijfer.tot <= dag]
            later += [
                f"{deel.op(cijfer for cijfer in oud if cijfer.reden == reden)} ({reden})"
                for reden in dict.fromkeys(cijfer.reden for cijfer in oud)
            ]
            if nieuw := [cijfer for cijfer in deel.cijfers if cijfer.vanaf and cijfer.vanaf > dag]:
                eerder.append(deel.op(nieuw))
            if deel.zonder_dag:
                nooit.append(f"{deel.groep} ({', '.join(deel.zonder_dag)})")
        op = voluit(dag)
        zinnen = {
            f"Voor {op} zijn deze cijfers niet bekend; gerekend is met oudere": later,
            f"Deze cijfers gelden pas na {op}": eerder,
            "Van deze cijfers is geen begindatum bekend": nooit,
        }
        return tuple(f"{zin}: {', '.join(delen)}." for zin, delen in zinnen.items() if delen)


def prijspeil_van(
    opbouw: Onderdeel, steun: Mapping[str, Onderbouwing], *, zonder: Iterable[str] = ()
) -> Prijspeil:
    """Return how old the figures of a calculation are.

    A group is shown when a figure in it has a first day or lost one, and always when it follows a table: lonen,
    premies and verzorging. What an own figure of a bouwsteen replaces does not count, and neither does 0.

    Args:
        opbouw: the calculation.
        steun: what stands behind its values, by key.
        zonder: keys that are not filled in yet.
    """
    weg = set(zonder)
    per_groep: dict[Prijsgroep, list[Prijsdag]] = {groep: [] for groep in Prijsgroep}
    getoond = set()
    for groep, waarde in _prijzen(opbouw):
        if waarde.sleutel in weg:
            continue
        achter = steun.get(waarde.sleutel, AANNAME)
        cijfer = _prijsdag(groep, waarde.sleutel, achter)
        per_groep[groep].append(cijfer)
        volgt_tabel = waarde.grenzen.prijsgroep not in {None, Prijsgroep.OVERIG}
        if cijfer.vanaf or achter.eerste.geldig_vanaf or volgt_tabel:
            getoond.add(groep)
    return Prijspeil(
        tuple(
            Prijspeilgroep(groep, tuple(cijfers)) for groep, cijfers in per_groep.items() if groep in getoond
        )
    )


def _prijzen(opbouw: Onderdeel) -> Iterator[tuple[Prijsgroep, Waarde]]:
    """Yield every figure that has a price and is used, with its group."""
    delen = dict(takken(opbouw))
    vervangen = [
        f"{sleutel}."
        for sleutel, deel in delen.items()
        if isinstance(deel, Kostenblok) and deel.vast_bedrag_per_jaar is not None and not deel.ook_elders
    ]
    for waarde in opbouw.waarden():
        _, sleutel = zwaarte_in(waarde.sleutel)
        plek, _, naam = sleutel.rpartition(".")
        groep = waarde.grenzen.prijsgroep or _groep_van(plek, delen[plek])
        heeft_prijs = waarde.grenzen.prijsgroep or (waarde.eenheid and waarde.eenheid.is_geld)
        is_vervangen = naam != _EIGEN_BEDRAG and sleutel.startswith(tuple(vervangen))
        if heeft_prijs and waarde.waarde and not is_vervangen:
            yield groep, waarde


def _groep_van(plek: str, deel: Onderdeel) -> Prijsgroep:
    """Return the group of a part; a class of one's own that names none takes that of the room whose place it has."""
    eigen: Prijsgroep = deel.prijsgroep
    return ALLE[plek].prijsgroep if plek in ALLE and eigen is Prijsgroep.OVERIG else eigen


def _prijsdag(groep: Prijsgroep, sleutel: str, steun: Onderbouwing) -> Prijsdag:
    vanaf = steun.geldig_vanaf
    if vanaf is None:
        return Prijsdag(sleutel, None)
    tot, reden = dt.date(vanaf.year + 1, 1, 1), f"alleen bekend voor {vanaf.year}"
    if groep is Prijsgroep.LONEN:
        from gezinshuis_tarief.referentie.salarissen import loon_geldt_tot  # noqa: PLC0415 (loaded only when used)

        tot, reden = loon_geldt_tot(steun.bron or "", vanaf)
    return Prijsdag(sleutel, vanaf, tot, reden)
