"""Formulas that were changed on the sheet with the calculation, as components of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, Final, NamedTuple

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.componenten.bouwsteen import Bouwsteen
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import InvoerFout, weigering
from gezinshuis_tarief.kern.sleutels import pad_van, sleutel_van_pad, waarde_op, zwaarte_in
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.meereizen import definities
from gezinshuis_tarief.onderdelen.plekken import EIGEN_CIJFER, PLEKKEN, POST, STANDAARD
from gezinshuis_tarief.onderdelen.vastleggen import definitie_van
from gezinshuis_tarief.werkboek.lezen.voorstellen.excelformule import Formulelezer, Losgetal, Werkboeknamen
from gezinshuis_tarief.werkboek.lezen.voorstellen.uitschrijven import schrijf_uit
from gezinshuis_tarief.werkboek.lezen.voorstellen.voorstel import Voorstel, maak_voorstel, vervangend_deel
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel

_ANDERS: Final = "Anders"


class Formuleplaats(NamedTuple):
    """Where a formula of the calculation belongs.

    Attributes:
        deel: the key of the part in the file.
        stap: the name of the step in its definition; empty for the outcome.
        zwaarte: whose formula it is; None for one that all share.
    """

    deel: str
    stap: str
    zwaarte: str | None


def plaats_van(sleutel: str) -> Formuleplaats:
    """Return where a formula belongs.

    Raises:
        InvoerFout: when it belongs to no part that a component of one's own can replace.
    """
    zwaarte, rest = zwaarte_in(sleutel)
    eerste, *verder = pad_van(rest)
    if eerste == POST and verder and isinstance(verder[0], int):
        deel, verder = f"{POST}[{verder[0]}]", verder[1:]
    else:
        deel = str(eerste)
    if eerste not in PLEKKEN or deel == POST:
        kamer = ALLE.get(deel)
        wat = f"bouwsteen {kamer.nummer}" if kamer else "wat de bouwstenen samen geven"
        raise weigering(sleutel, f"een eigen formule voor {wat} kan niet")
    plek, stap = PLEKKEN[str(eerste)], sleutel_van_pad(verder)
    uitkomst = "per_etmaal" if plek.per_zorgzwaarte else "per_jaar"
    if stap == "per_etmaal" != uitkomst:
        raise weigering(sleutel, "de verdeling van jaarkosten over etmalen is geen deel van de bouwsteen")
    return Formuleplaats(deel, "" if stap == uitkomst else stap, zwaarte)


@dataclass(frozen=True)
class GewijzigdeFormules:
    """The formulas on the sheet with the calculation that are not ours.

    Attributes:
        cellen: the cell of each, by key of the step.
        namen: what stands in the workbook.
        in_bestand: the calculation with its own lines on the rows of the file.
        opbouw: the calculation as it was read.
    """

    cellen: Mapping[str, GelezenCel]
    namen: Werkboeknamen
    in_bestand: Opbouw
    opbouw: Opbouw

    def delen(self) -> Iterator[tuple[list[str], Voorstel | InvoerFout]]:
        """Yield the steps of each part that changed, with its proposal or why there is none."""
        per_deel: dict[str, dict[str, Formuleplaats]] = {}
        for sleutel in self.cellen:
            try:
                plaats = plaats_van(sleutel)
            except InvoerFout as fout:
                yield [sleutel], fout
            else:
                per_deel.setdefault(plaats.deel, {})[sleutel] = plaats
        for deel, plaatsen in per_deel.items():
            try:
                yield [*plaatsen], self._voorstel(deel, plaatsen)
            except InvoerFout as fout:
                yield [*plaatsen], fout

    def _voorstel(self, deel: str, plaatsen: Mapping[str, Formuleplaats]) -> Voorstel:
        """Return the proposal of one part; a loose number counts what makes the units fit."""
        huidig: Any = waarde_op(self.in_bestand, deel)
        sleutel = self._in_opbouw(deel, huidig)
        basis = definitie_van(type(huidig), str(pad_van(deel)[0]))
        self._eis_overal(deel, plaatsen)
        basis, stappen = schrijf_uit(basis, {plaats.stap for plaats in plaatsen.values()})
        eigen_bedrag = getattr(huidig, EIGEN_CIJFER, None) is not None
        lezer = Formulelezer(deel, basis, stappen, self.namen, eigen_bedrag)
        lokaal = _eigen_stappen(deel, stappen, plaatsen)
        fouten = []
        for los in _lezingen(basis, lokaal):
            try:
                formules = self._formules(lezer, lokaal, los)
                definitie = _met_formules(basis, formules, los, _uitleg(huidig))
                nieuw = vervangend_deel(self._naam(type(huidig), sleutel), definitie, huidig, los.waarden)
                was, wordt = (_in_woorden(d, formules) for d in (basis, definitie))
                return maak_voorstel(sleutel, was, wordt, self.opbouw, {sleutel: nieuw})
            except InvoerFout as fout:
                fouten.append(fout)
        raise fouten[0]

    def _in_opbouw(self, deel: str, huidig: object) -> str:
        """Return the key of a part in the calculation, where blank own lines have closed up."""
        if pad_van(deel)[0] != POST:
            return deel
        for plek, post in enumerate(self.opbouw.eigen_posten):
            if post is huidig:
                return f"{POST}[{plek}]"
        raise weigering(deel, "deze eigen post is niet ingevuld")

    def _eis_overal(self, deel: str, plaatsen: Mapping[str, Formuleplaats]) -> None:
        """Refuse a step that was changed for some zorgzwaartes only: a component has one formula."""
        stappen = {plaats.stap for plaats in plaatsen.values()}
        for sleutel in self.namen.stappen:
            try:
                plaats = plaats_van(sleutel)
            except InvoerFout:
                continue
            if plaats.deel == deel and plaats.stap in stappen and sleutel not in plaatsen:
                raise weigering(
                    deel,
                    f"de formule is niet bij elke zorgzwaarte gewijzigd; {sleutel} is nog zoals verzonden",
                )

    def _formules(
        self, lezer: Formulelezer, plaatsen: Mapping[str, Formuleplaats], los: Losgetal
    ) -> dict[str, str]:
        """Return the formula of each step that changed; one and the same for every zorgzwaarte."""
        formules: dict[str, str] = {}
        for sleutel, plaats in plaatsen.items():
            cel = self.cellen[sleutel]
            formule = lezer.lees(
                cel.formule or "", cel.blad, plaats.zwaarte, los, is_uitkomst=not plaats.stap
            )
            if formules.setdefault(plaats.stap, formule) != formule:
                raise weigering(sleutel, "de formule is niet bij elke zorgzwaarte dezelfde")
        return formules

    def _naam(self, klasse: type[object], sleutel: str) -> str:
        """Return a name for the component that nothing else in the calculation has."""
        nummer = "".join(str(int(plek) + 1) for plek in pad_van(sleutel)[1:])
        naam = (
            f"Eigen{klasse.__name__.removeprefix('Eigen')}{nummer}"
            if klasse in STANDAARD
            else klasse.__name__
        )
        bezet = definities(_zonder(self.opbouw, sleutel))
        while naam in bezet:
            naam += _ANDERS
        return naam


def _eigen_stappen(
    deel: str, stappen: Mapping[str, str], plaatsen: Mapping[str, Formuleplaats]
) -> dict[str, Formuleplaats]:
    """Return where each formula belongs, by the name that its step has in the definition."""
    heet = {"": "", **{sleutel: naam for naam, sleutel in stappen.items()}}
    if vreemd := [sleutel for sleutel, plaats in plaatsen.items() if plaats.stap not in heet]:
        raise weigering(vreemd[0], f"{plaatsen[vreemd[0]].stap} is geen stap van {deel} zelf")
    return {sleutel: plaats._replace(stap=heet[plaats.stap]) for sleutel, plaats in plaatsen.items()}


def _uitleg(huidig: object) -> str | None:
    """Return what to say of a standard part with another formula; None for one of one's own, which says it itself."""
    if type(huidig) not in STANDAARD:
        return None
    wat = f"Bouwsteen {huidig.nummer} ({huidig.titel})" if isinstance(huidig, Bouwsteen) else "Een eigen post"
    return f"{wat} met een formule uit een werkboek."


def _met_formules(
    basis: Definitie, formules: Mapping[str, str], los: Losgetal, uitleg: str | None
) -> Definitie:
    """Return a definition with other formulas; the steps that did not change stay."""
    data = basis.model_dump(mode="json", exclude={"kenmerk"})
    data["uitleg"] = basis.uitleg if uitleg is None else uitleg
    data["invoer"] |= los.invoer
    for stap, formule in formules.items():
        if not stap:
            data["uitkomst"] = formule
        else:
            data["stappen"][stap]["formule"] = formule
    definitie = Definitie.model_validate(data)
    if definitie.kenmerk == basis.kenmerk:
        raise weigering("", "de formule rekent hetzelfde als de verzonden formule")
    return definitie


def _zonder(opbouw: Opbouw, sleutel: str) -> Opbouw:
    """Return a calculation without a part, to see what the others are called."""
    deel, *nummer = pad_van(sleutel)
    if not nummer:
        return opbouw.model_copy(update={str(deel): None})
    posten = tuple(post for plek, post in enumerate(opbouw.eigen_posten) if plek != nummer[0])
    return opbouw.model_copy(update={POST: posten})


def _lezingen(basis: Definitie, plaatsen: Mapping[str, Formuleplaats]) -> Iterator[Losgetal]:
    """Yield what a loose number may count: nothing, or what the changed step does."""
    eenheden = {p.stap: basis.stappen[p.stap].eenheid for p in plaatsen.values() if p.stap in basis.stappen}
    yield Losgetal(Eenheid.FACTOR)
    for eenheid in dict.fromkeys([*eenheden.values(), basis.waar.eenheid]):
        for maal_is_factor, ook_hele in product((True, False), (False, True)):
            yield Losgetal(eenheid, ook_hele, maal_is_factor)


def _in_woorden(definitie: Definitie, stappen: Mapping[str, str]) -> str:
    """Return the formulas of steps, each with its name; that of the outcome has none."""
    return "; ".join(
        f"{stap} = {definitie.stappen[stap].formule}" if stap else definitie.uitkomst for stap in stappen
    )
