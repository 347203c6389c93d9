"""The definitions that go along with a calculation: in `onderdelen`, and a `soort` at each part that is one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar, cast

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, alle_in_model, eis_geen, in_model, weigering
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import bezwaren_onder, model_op, pad_van
from gezinshuis_tarief.onderdelen.bouwen import UitDefinitie, klasse_van
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.namen import bezwaar_tegen_naam
from gezinshuis_tarief.onderdelen.plaatsing import DEFINITIES, alle_delen, eigen_delen
from gezinshuis_tarief.onderdelen.plekken import PLEKKEN, POST, STANDAARD
from gezinshuis_tarief.onderdelen.vastleggen import definitie_van, onschrijfbaar

_M = TypeVar("_M", bound=Onderdeel)
SOORTSLEUTEL: Final = "soort"
KLASSEN: Final = "klassen"
"""Where a validation context holds the reader's own classes; they are used where they compute the same."""
DEFINITIES_HOOGSTENS: Final = 20
FORMULETEKENS_HOOGSTENS: Final = 40_000
"""So many characters in all formulas of a file together; it keeps reading one well under a second."""


def definities(opbouw: Onderdeel) -> dict[str, Definitie]:
    """Return the definition of every component of one's own, by name.

    Args:
        opbouw: the calculation.

    Raises:
        InvoerFout: when one cannot be written down, or two of one name differ.
    """
    uit: dict[str, Definitie] = {}
    bezwaren: list[Bezwaar] = []
    for sleutel, plek, deel in alle_delen(opbouw):
        try:
            _eis_bekende_delen(deel)
            if type(deel) not in STANDAARD:
                naam, definitie = _naam_van(type(deel)), definitie_van(type(deel), plek)
                if uit.setdefault(naam, definitie).kenmerk != definitie.kenmerk:
                    raise weigering(
                        naam, "is de naam van twee verschillende onderdelen", remedie=_ANDERE_NAAM
                    )
        except InvoerFout as fout:
            bezwaren += bezwaren_onder((sleutel,), fout)
    if not bezwaren and (bezwaar := _te_veel({naam: deel.model_dump() for naam, deel in uit.items()})):
        bezwaren.append(bezwaar)
    eis_geen(bezwaren)
    return uit


def _te_veel(gegeven: Mapping[str, Any]) -> Bezwaar | None:
    """Return the objection to more definitions, or longer ones, than a file may hold."""
    if len(gegeven) > DEFINITIES_HOOGSTENS:
        mag = f"hoogstens {DEFINITIES_HOOGSTENS} onderdelen"
        return Bezwaar(DEFINITIES, "is te veel", gevonden=str(len(gegeven)), toegestaan=mag)
    tekens = sum(map(_formuletekens, gegeven.values()))
    if tekens > FORMULETEKENS_HOOGSTENS:
        mag = f"hoogstens {FORMULETEKENS_HOOGSTENS} tekens in alle formules samen"
        return Bezwaar(DEFINITIES, "is te lang", gevonden=f"{tekens} tekens", toegestaan=mag)
    return None


def _formuletekens(definitie: object) -> int:
    """Return how long the formulas of a definition are together, whatever else is wrong with it."""
    if not isinstance(definitie, Mapping):
        return 0
    stappen = definitie.get("stappen")
    delen = stappen.values() if isinstance(stappen, Mapping) else ()
    formules = [deel.get("formule") for deel in delen if isinstance(deel, Mapping)]
    return sum(len(tekst) for tekst in (*formules, definitie.get("uitkomst")) if isinstance(tekst, str))


_ANDERE_NAAM: Final = "Geef een van beide een andere naam."


def _eis_bekende_delen(deel: Onderdeel) -> None:
    """Refuse a standard part inside a component that was replaced by something else: it would be lost."""
    for naam, inhoud in deel:
        if isinstance(inhoud, Onderdeel) and type(inhoud) is not model_op(type(deel), (naam,)):
            raise onschrijfbaar(type(inhoud), f"{naam} is een eigen klasse", "Neem de standaard.")


def _naam_van(klasse: type[Onderdeel]) -> str:
    if bezwaar := bezwaar_tegen_naam(klasse.__name__):
        raise InvoerFout((bezwaar,))
    return klasse.__name__


def klassen_uit(gegeven: Mapping[str, Any]) -> dict[str, type[UitDefinitie]]:
    """Return the class of each definition in a file, by name.

    Raises:
        InvoerFout: with every objection, by key.
    """
    if bezwaar := _te_veel(gegeven):
        raise InvoerFout((bezwaar,))
    lezer = _Lezer(gegeven, {}, None)
    eis_geen(lezer.bezwaren)
    return cast("dict[str, type[UitDefinitie]]", lezer.bekend)


def zoals_ontvangen(opbouw: _M) -> _M:
    """Return a calculation as whoever receives it has it: every component of one's own made from its definition.

    Raises:
        InvoerFout: as `definities`.
    """
    if all(isinstance(deel, UitDefinitie) for _, _, deel in eigen_delen(opbouw)):
        return opbouw
    return type(opbouw).model_validate(opbouw.model_dump(mode="json"))


def naar_data(opbouw: Onderdeel, inhoud: dict[str, Any]) -> dict[str, Any]:
    """Add the definitions, and each own part's soort, to what is written; nothing where all is standard.

    Raises:
        InvoerFout: as `definities`.
    """
    alle = definities(opbouw)
    if not alle:
        return inhoud
    for sleutel, plek, deel in eigen_delen(opbouw):
        soort = {SOORTSLEUTEL: type(deel).__name__}
        if plek == POST:
            _, nummer = pad_van(sleutel)
            inhoud[POST][nummer] = soort | inhoud[POST][nummer]
        else:
            inhoud[plek] = soort | inhoud[plek]
    return {**inhoud, DEFINITIES: {naam: deel.model_dump(mode="json") for naam, deel in alle.items()}}


def uit_data(data: Mapping[str, Any], context: Mapping[str, Any] | None) -> dict[str, Any]:
    """Turn each part with the soort of a definition into a component.

    Args:
        data: the calculation as it stands in a file.
        context: the context in which values are read; under `KLASSEN` the classes of the reader's own.

    Raises:
        ValidationError: with every objection, for the door of a model.
    """
    gegeven = data.get(DEFINITIES, {})
    if not isinstance(gegeven, Mapping):
        raise in_model("is geen groep van namen en definities", sleutel=DEFINITIES, gevonden="")
    if bezwaar := _te_veel(gegeven):
        raise alle_in_model([bezwaar])
    eigen: Iterable[type[Onderdeel]] = (context or {}).get(KLASSEN, ())
    lezer = _Lezer(gegeven, {klasse.__name__: klasse for klasse in eigen}, context)
    uit = {naam: lezer.lees(naam, naam, deel) for naam, deel in data.items() if naam != DEFINITIES}
    posten = uit.get(POST)
    if isinstance(posten, Sequence) and not isinstance(posten, str):
        uit[POST] = [lezer.lees(f"{POST}[{plek}]", POST, post) for plek, post in enumerate(posten)]
    if bezwaren := lezer.bezwaren or list(lezer.los()):
        raise alle_in_model(bezwaren)
    return uit


class _Lezer:
    """Reads the parts of one file, and gathers the objections to them."""

    def __init__(
        self,
        gegeven: Mapping[str, Any],
        klassen: Mapping[str, type[Onderdeel]],
        context: Mapping[str, Any] | None,
    ) -> None:
        self.bezwaren: list[Bezwaar] = []
        self._eigen, self._context, self._gebruikt = klassen, context, set[str]()
        self.bekend: dict[str, type[Onderdeel] | None] = {}
        for naam, inhoud in gegeven.items():
            self.bekend[naam] = self._klasse(naam, inhoud)

    def _klasse(self, naam: str, inhoud: object) -> type[Onderdeel] | None:
        """Return the class of a definition; None, and an objection, when it is none."""
        if bezwaar := bezwaar_tegen_naam(naam):
            self.bezwaren += bezwaren_onder((DEFINITIES,), InvoerFout((bezwaar,)))
            return None
        try:
            definitie = Definitie.model_validate(inhoud)
            eigen = self._eigen.get(naam)
            return klasse_van(naam, definitie) if eigen is None else _zelfde(eigen, definitie)
        except InvoerFout as fout:
            self.bezwaren += bezwaren_onder((DEFINITIES, naam), fout)
            return None

    def lees(self, sleutel: str, plek: str, deel: Any) -> Any:  # noqa: ANN401 (whatever a file holds)
        """Return the component that a part with a soort of one's own is; any other part as it is."""
        soort = deel.get(SOORTSLEUTEL) if isinstance(deel, Mapping) else None
        if plek not in ALLE.keys() | {POST} or not isinstance(soort, str) or not soort[:1].isupper():
            return deel
        self._gebruikt.add(soort)
        if soort not in self.bekend:
            remedie = f"Zet de definitie van {soort:.60} in {DEFINITIES}."
            self.bezwaren.append(
                Bezwaar(f"{sleutel}.{SOORTSLEUTEL}", "is onbekend", gevonden=f"{soort:.60}", remedie=remedie)
            )
            return None
        klasse = self.bekend[soort]
        if klasse is None:
            return None
        hoort = definitie_van(klasse, plek if plek in PLEKKEN else None).plek
        if hoort != plek:
            self.bezwaren.append(Bezwaar(f"{sleutel}.{SOORTSLEUTEL}", f"hoort bij {hoort}", gevonden=soort))
            return None
        waarden = {naam: waarde for naam, waarde in deel.items() if naam != SOORTSLEUTEL}
        try:
            return klasse.model_validate(waarden, context=self._context)
        except InvoerFout as fout:
            self.bezwaren += bezwaren_onder((sleutel,), fout)
            return None

    def los(self) -> Iterator[Bezwaar]:
        """Yield the objections to definitions that nothing uses."""
        for naam in self.bekend.keys() - self._gebruikt:
            remedie = f"Laat haar weg, of geef een onderdeel soort {naam}."
            yield Bezwaar(f"{DEFINITIES}.{naam}", "is een definitie die nergens staat", remedie=remedie)


def _zelfde(klasse: type[Onderdeel], definitie: Definitie) -> type[Onderdeel]:
    """Return the reader's own class when it computes what was received.

    Raises:
        InvoerFout: when it does not, with both formulas.
    """
    eigen = definitie_van(klasse, definitie.plek)
    if eigen.kenmerk == definitie.kenmerk:
        return klasse
    raise weigering(
        "",
        f"is anders dan uw klasse {klasse.__name__}, die {eigen.in_een_regel()} rekent",
        gevonden=definitie.in_een_regel(),
        remedie="Lees zonder deze klasse om met de ontvangen formule te rekenen.",
    )
