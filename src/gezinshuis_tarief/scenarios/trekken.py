"""Frames of scenarios: all combinations, or random draws; only what varies becomes a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from gezinshuis_tarief.kern.argumenten import eis_aantal, eis_soort, naar_veldwaarde
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, uit_extra, verzameld, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.scenarios.sleutels import Getalinvoer, eis_lijst, veld_van
from gezinshuis_tarief.scenarios.verdelingen import Keuze, Verdeling

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

_X = TypeVar("_X")


def raster(opbouw: Opbouw, waarden: Mapping[str, Sequence[Getalinvoer]]) -> pd.DataFrame:
    """Return a row for every combination of values, the last key changing fastest.

    Compute it with `bereken_kolommen(frame, basis=opbouw)`: what does not vary comes from the basis.

    Args:
        opbouw: the quote that the scenarios start from.
        waarden: per key the values to combine, for instance {"leegstand.bezettingsgraad": ["0.90", "0.95"]}.

    Raises:
        InvoerFout: with every objection: unknown keys, and values that their field refuses.
    """
    with uit_extra():
        import numpy as np  # noqa: PLC0415 (loaded only when used)
        import pandas as pd  # noqa: PLC0415

    kolommen = _per_sleutel(opbouw, "waarden", waarden, _reeks)
    lengtes = [len(reeks) for reeks in kolommen.values()]
    plekken = np.indices(lengtes).reshape(len(lengtes), -1)
    return pd.DataFrame(
        {sleutel: reeks.take(plek) for (sleutel, reeks), plek in zip(kolommen.items(), plekken, strict=True)}
    )


def _per_sleutel(
    opbouw: Opbouw, naam: str, per_sleutel: Mapping[str, _X], maak: Callable[[str, Grenzen, _X], Any]
) -> dict[str, Any]:
    """Make a column for every key.

    Raises:
        InvoerFout: with the objections to all of them.
    """
    eis_soort("opbouw", opbouw, Opbouw)
    eis_soort(naam, per_sleutel, Mapping)
    kolommen: dict[str, Any] = {}
    bezwaren: list[Bezwaar] = []
    for sleutel, inhoud in per_sleutel.items():
        with verzameld(bezwaren):
            kolommen[sleutel] = maak(sleutel, veld_van(opbouw, sleutel), inhoud)
    eis_geen(bezwaren)
    return kolommen


def _reeks(sleutel: str, veld: Grenzen, waarden: Sequence[Getalinvoer]) -> Any:  # noqa: ANN401 (array or categories)
    with uit_extra():
        import numpy as np  # noqa: PLC0415 (loaded only when used)

    eis_lijst(sleutel, waarden)
    if veld.keuzes:
        return _keuzes(sleutel, veld, waarden)
    getallen: list[float] = []
    bezwaren: list[Bezwaar] = []
    for waarde in waarden:
        with verzameld(bezwaren):
            getallen.append(_als_float(sleutel, waarde, veld))
    eis_geen(bezwaren)
    return np.array(getallen)


def _als_float(sleutel: str, waarde: object, veld: Grenzen) -> float:
    leeg = waarde is None and veld.mag_leeg
    return float("nan") if leeg else float(naar_veldwaarde(sleutel, waarde, veld))


def _keuzes(sleutel: str, veld: Grenzen, waarden: Sequence[object]) -> pd.Categorical:
    with uit_extra():
        import pandas as pd  # noqa: PLC0415 (loaded only when used)

    eis_geen(
        Bezwaar(sleutel, "is geen keuze", gevonden=toon_waarde(waarde), toegestaan=veld.toegestaan)
        for waarde in waarden
        if waarde not in veld.keuzes
    )
    return pd.Categorical(list(waarden), categories=list(veld.keuzes))


def steekproef(
    opbouw: Opbouw,
    verdelingen: Mapping[str, Verdeling],
    n: int,
    zaad: int,
    *,
    samenhang: Mapping[tuple[str, str], float] | None = None,
) -> pd.DataFrame:
    """Draw n scenarios; the same zaad gives the same draws, also when other keys are added.

    Numbers are drawn with six decimals, within what their field allows; see each distribution for how.
    Correlated keys keep their own distribution: their draws are put in the order of correlated normal
    numbers (Iman and Conover), which makes a Gaussian copula.

    Args:
        opbouw: the quote that the scenarios start from.
        verdelingen: per key its distribution.
        n: number of draws.
        zaad: seed.
        samenhang: correlation of pairs of keys, between −1 and 1; pairs that are not named have none.

    Raises:
        InvoerFout: for an unknown key, a distribution that does not fit, or correlations that cannot go together.
    """
    with uit_extra():
        import numpy as np  # noqa: PLC0415 (loaded only when used)
        import pandas as pd  # noqa: PLC0415

    eis_aantal("n", "is geen aantal", n, 1, "Trek minstens een scenario.")
    eis_aantal("zaad", "is geen zaad", zaad, 0, "Kies een geheel getal van 0 of meer.")
    kolommen = _per_sleutel(opbouw, "verdelingen", verdelingen, partial(_trek, n=n, zaad=zaad))
    if samenhang:
        for sleutel, volgorde in _rangen(list(kolommen), samenhang, n, zaad).items():
            gesorteerd = kolommen[sleutel].take(np.argsort(kolommen[sleutel], kind="stable"))
            kolommen[sleutel] = gesorteerd.take(volgorde)
    return pd.DataFrame(kolommen)


def _trek(sleutel: str, veld: Grenzen, verdeling: Verdeling, *, n: int, zaad: int) -> Any:  # noqa: ANN401 (idem)
    with uit_extra():
        import numpy as np  # noqa: PLC0415 (loaded only when used)

    if not callable(getattr(verdeling, "trek", None)) or isinstance(verdeling, type):
        remedie = "Geef een Gelijkmatig, Driehoek, Normaal of Keuze."
        raise weigering(sleutel, "is geen verdeling", gevonden=toon_waarde(verdeling), remedie=remedie)
    toeval = np.random.default_rng([zaad, *sleutel.encode()])
    if not isinstance(verdeling, Keuze):
        if veld.keuzes or veld.is_heel:
            raise weigering(
                sleutel,
                "past niet bij deze sleutel",
                gevonden=type(verdeling).__name__,
                remedie="Gebruik Keuze.",
            )
    elif veld.keuzes:
        keuze = _keuzes(sleutel, veld, verdeling.waarden)
        return keuze.take(toeval.choice(len(keuze), n, p=verdeling.kansen_per_waarde(sleutel)))
    return verdeling.trek(sleutel, veld, toeval, n)


def _rangen(
    sleutels: list[str], samenhang: Mapping[tuple[str, str], float], n: int, zaad: int
) -> dict[str, NDArray[np.intp]]:
    """Return per correlated key the ranks of correlated normal numbers."""
    with uit_extra():
        import numpy as np  # noqa: PLC0415 (loaded only when used)

    genoemd = [sleutel for sleutel in sleutels if any(sleutel in paar for paar in samenhang)]
    matrix = np.eye(len(genoemd))
    for (een, ander), rho in samenhang.items():
        paar = f"{een} en {ander}"
        if een not in genoemd or ander not in genoemd or een == ander:
            raise weigering(paar, "zijn geen twee sleutels van deze steekproef")
        if not -1 <= rho <= 1:
            raise weigering(
                paar, "is geen samenhang", gevonden=rho, remedie="Kies een getal van −1 tot en met 1."
            )
        i, j = genoemd.index(een), genoemd.index(ander)
        matrix[i, j] = matrix[j, i] = rho
    eigen, richting = np.linalg.eigh(matrix)
    if eigen.min() < -1e-9:  # noqa: PLR2004 (rounding of the eigenvalues)
        raise weigering(
            "samenhang",
            "kan niet samen bestaan",
            gevonden=", ".join(genoemd),
            remedie="Kies samenhangen die bij elkaar passen.",
        )
    normaal = np.random.default_rng([zaad]).standard_normal((n, len(genoemd)))
    samen = normaal @ (richting * np.sqrt(np.maximum(eigen, 0))).T
    return {
        sleutel: np.argsort(np.argsort(samen[:, plek], kind="stable"), kind="stable")
        for plek, sleutel in enumerate(genoemd)
    }
