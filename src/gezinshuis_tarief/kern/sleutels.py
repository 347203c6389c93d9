"""The dotted key: taken apart and put together, and every walk over a tree of components by it.

A key is the path of a value: `eigen_posten[0].naam` leads through the field `eigen_posten` and its first part to
`naam`. A tree is a component: its fields hold values, components, or tuples of components. One field may hold values
that differ per zorgzwaarte, by the key they differ at: `hoog.leegstand.bezettingsgraad` is such a value, of `hoog`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final, Literal, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kern.grenzen import Grenzen, grenzen_van, modellen_in

Pad = tuple[str | int, ...]
Zorgzwaarte = Literal["laag", "midden", "hoog"]
ZORGZWAARTES: Final[tuple[Zorgzwaarte, ...]] = get_args(Zorgzwaarte)
PER_ZORGZWAARTE: Final = "per_zorgzwaarte"
"""The field with values that differ for one zorgzwaarte, by the key they differ at."""
_DEEL: Final = re.compile(r"\[([0-9]+)\]|([^.\[\]]+)")
_M = TypeVar("_M", bound=BaseModel)


def pad_van(sleutel: str) -> Pad:
    """Take a key apart: `eigen_posten[0].naam` gives ("eigen_posten", 0, "naam").

    A text that is written as no key is one name, which nothing has.
    """
    pad = tuple(int(plek) if plek else naam for plek, naam in _DEEL.findall(sleutel))
    return pad if sleutel_van_pad(pad) == sleutel else (sleutel,)


def sleutel_van_pad(pad: Iterable[str | int]) -> str:
    """Put a key together; the reverse of `pad_van`."""
    return "".join(f"[{deel}]" if isinstance(deel, int) else f".{deel}" for deel in pad).removeprefix(".")


def eerste_deel(sleutel: str) -> str:
    """Return the part of the tree a key stands in: a bouwsteen, the house, or the own lines."""
    return sleutel.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]


def zwaarte_in(sleutel: str) -> tuple[Zorgzwaarte | None, str]:
    """Take the zorgzwaarte off a key: `hoog.leegstand.bezettingsgraad` is a value of `hoog`; None where there is none."""
    eerste, _, rest = sleutel.partition(".")
    return (eerste, rest) if eerste in ZORGZWAARTES else (None, sleutel)


def bouwdeel(sleutel: str) -> str:
    """Return the part of the tree an input stands in, also when it is that of one zorgzwaarte."""
    return eerste_deel(zwaarte_in(sleutel)[1])


def hoort_bij(sleutel: str, geheel: str) -> bool:
    """Whether a key is, or stands in, another one."""
    return sleutel == geheel or sleutel.startswith((f"{geheel}.", f"{geheel}["))


def bezwaren_onder(pad: Iterable[str | int], fout: InvoerFout) -> list[Bezwaar]:
    """Return the objections to a part as seen from the whole, in which the part stands at a path."""
    voor = sleutel_van_pad(pad)
    return [
        replace(b, sleutel=f"{voor}{'' if not voor or b.sleutel[:1] in {'', '['} else '.'}{b.sleutel}")
        for b in fout.bezwaren
    ]


def excelnaam(sleutel: str) -> str:
    """Return the defined name of a key, which knows no brackets: `eigen_posten.0.naam`."""
    return sleutel.replace("[", ".").replace("]", "")


def sleutel_van_naam(naam: str) -> str:
    """Return the key that a defined name stands for; the reverse of `excelnaam`."""
    return sleutel_van_pad(int(deel) if deel.isdecimal() else deel for deel in naam.split("."))


class _Veld(NamedTuple):
    naam: str
    grenzen: Grenzen
    modellen: tuple[type[BaseModel], ...]
    """The kinds of component it may hold, the usual one first; none for a value."""
    is_lijst: bool
    mag_ontbreken: bool


@cache
def _velden(soort: type[BaseModel]) -> tuple[_Veld, ...]:
    """Return the fields of a kind of component; the only place that asks pydantic for them."""
    return tuple(
        _Veld(
            naam,
            grenzen_van(veld),
            tuple(modellen_in(veld.annotation)),
            get_origin(veld.annotation) in {tuple, dict},
            not veld.is_required() and veld.default is None,
        )
        for naam, veld in soort.model_fields.items()
    )


def namen_in(soort: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields of a kind of component."""
    return tuple(veld.naam for veld in _velden(soort))


def bladeren(deel: BaseModel, voor: str = "") -> Iterator[tuple[str, Any, Grenzen]]:
    """Yield every value in a tree: its key, itself, and what its field allows; `voor` goes before each key."""
    for veld in _velden(type(deel)):
        inhoud = getattr(deel, veld.naam)
        if isinstance(inhoud, BaseModel):
            yield from bladeren(inhoud, f"{voor}{veld.naam}.")
        elif isinstance(inhoud, tuple):
            for plek, post in enumerate(inhoud):
                yield from bladeren(post, f"{voor}{veld.naam}[{plek}].")
        elif veld.naam == PER_ZORGZWAARTE:
            yield from _afwijkend(deel)
        elif not veld.modellen:
            yield f"{voor}{veld.naam}", inhoud, veld.grenzen


def _afwijkend(boom: BaseModel) -> Iterator[tuple[str, Any, Grenzen]]:
    """Yield the values of a tree that hold for one zorgzwaarte, as `bladeren` does."""
    for zwaarte, anders in getattr(boom, PER_ZORGZWAARTE).items():
        for sleutel, waarde in anders.items():
            if grenzen := grenzen_bij(boom, sleutel):
                yield f"{zwaarte}.{sleutel}", waarde, grenzen


def grenzen_bij(boom: BaseModel, sleutel: str) -> Grenzen | None:
    """Return what the value at a key of this very tree allows; None where it has no such value."""
    *pad, naam = pad_van(sleutel) or ("",)
    deel = waarde_op(boom, sleutel_van_pad(pad)) if pad else boom
    velden = _velden(type(deel)) if isinstance(deel, BaseModel) else ()
    return next((veld.grenzen for veld in velden if veld.naam == naam and not veld.modellen), None)


def plat(deel: BaseModel) -> dict[str, Any]:
    """Return every value in a tree by its key."""
    return {sleutel: waarde for sleutel, waarde, _ in bladeren(deel)}


def takken(deel: _M, voor: str = "") -> Iterator[tuple[str, _M]]:
    """Yield every component in a tree with its key, beginning with the tree itself."""
    yield voor, deel
    for veld in _velden(type(deel)):
        inhoud = getattr(deel, veld.naam)
        sleutel = f"{voor}.{veld.naam}" if voor else veld.naam
        if isinstance(inhoud, BaseModel):
            yield from takken(inhoud, sleutel)  # type: ignore[misc] # components hold components of their own kind
        elif isinstance(inhoud, tuple):
            for plek, post in enumerate(inhoud):
                yield from takken(post, f"{sleutel}[{plek}]")


def vertaald(deel: _M, vertaal: Callable[[str, Any, Grenzen], object], voor: str = "") -> _M:
    """Return a tree of the same shape in which each value is what `vertaal` makes of it; nothing is checked."""
    velden: dict[str, Any] = {}
    for veld in _velden(type(deel)):
        sleutel, inhoud = f"{voor}{veld.naam}", getattr(deel, veld.naam)
        if isinstance(inhoud, BaseModel):
            inhoud = vertaald(inhoud, vertaal, f"{sleutel}.")
        elif isinstance(inhoud, tuple):
            inhoud = tuple(vertaald(post, vertaal, f"{sleutel}[{plek}].") for plek, post in enumerate(inhoud))
        elif veld.naam == PER_ZORGZWAARTE:
            nieuw = {blad: vertaal(blad, waarde, grenzen) for blad, waarde, grenzen in _afwijkend(deel)}
            inhoud = uitgevouwen(nieuw).get(PER_ZORGZWAARTE, {})
        elif not veld.modellen:
            inhoud = vertaal(sleutel, inhoud, veld.grenzen)
        velden[veld.naam] = inhoud
    return type(deel).model_construct(**velden)


def onbeschreven(soort: type[_M]) -> _M:
    """Return a component of a kind with every part that must be there, and no value at all."""
    velden: dict[str, Any] = {}
    for veld in _velden(soort):
        if veld.naam == PER_ZORGZWAARTE:
            velden[veld.naam] = {}
        elif not veld.modellen or veld.mag_ontbreken:
            velden[veld.naam] = None
        else:
            velden[veld.naam] = () if veld.is_lijst else onbeschreven(veld.modellen[0])
    return soort.model_construct(**velden)


def model_op(soort: type[BaseModel], pad: Pad) -> type[BaseModel] | None:
    """Follow a path through kinds of components; None where it leaves them."""
    for deel in pad:
        veld = next((veld for veld in _velden(soort) if veld.naam == deel), None)
        if veld is None:
            continue  # a place in a list, or the name of a kind
        if not veld.modellen:
            return None
        soort = veld.modellen[0]
    return soort


def grenzen_op(soort: type[BaseModel], pad: Pad) -> Grenzen | None:
    """Return what the field at a path allows; None where no field is."""
    omgeving = model_op(soort, pad[:-1]) if pad else None
    return (
        next((veld.grenzen for veld in _velden(omgeving) if veld.naam == pad[-1]), None) if omgeving else None
    )


def waarde_op(boom: object, sleutel: str) -> object:
    """Return the value or the whole part at a key; None when the tree does not have it.

    A zorgzwaarte in which a value does not differ has the value that all share.
    """
    zwaarte, rest = zwaarte_in(sleutel)
    if zwaarte:
        anders = getattr(boom, PER_ZORGZWAARTE, {}).get(zwaarte, {})
        return anders[rest] if rest in anders else waarde_op(boom, rest)
    for deel in pad_van(sleutel):
        if isinstance(boom, tuple):
            boom = boom[deel] if isinstance(deel, int) and deel < len(boom) else None
        else:
            boom = getattr(boom, str(deel), None)
    return boom


def uitgevouwen(waarden: Mapping[str, object]) -> dict[str, Any]:
    """Return values by key in the shape that a door takes: groups in groups, and lists that close up."""
    boom: dict[Any, Any] = {}
    for sleutel, waarde in waarden.items():
        zwaarte, rest = zwaarte_in(sleutel)
        *pad, laatste = (PER_ZORGZWAARTE, zwaarte, rest) if zwaarte else pad_van(sleutel)
        tak = boom
        for deel in pad:
            tak = tak.setdefault(deel, {})
        tak[laatste] = waarde

    def lijsten(tak: Any) -> Any:  # noqa: ANN401 (a group, a list or a value)
        if not isinstance(tak, dict) or not tak:
            return tak
        if all(isinstance(deel, int) for deel in tak):
            return [lijsten(tak[plek]) for plek in sorted(tak)]
        return {naam: lijsten(onder) for naam, onder in tak.items()}

    return {naam: lijsten(tak) for naam, tak in boom.items()}
