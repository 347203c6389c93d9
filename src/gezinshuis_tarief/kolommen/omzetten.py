"""From opbouwen to a frame and back; the values exactly, the onderbouwing not: a cell holds a value only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.sleutels import eerste_deel, plat, waarde_op, zwaarte_in
from gezinshuis_tarief.kolommen.bevindingen import als_fout
from gezinshuis_tarief.kolommen.frames import nieuw_frame, open_frame
from gezinshuis_tarief.kolommen.regels import deels_ingevuld
from gezinshuis_tarief.kolommen.tabel import Kolommentabel
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouwen import Opbouwen
from gezinshuis_tarief.model.plat import OUDER, Indeling, eigen_vormen, kale_naam

FRAMESOORTEN: Final = ("pandas", "polars", "pyarrow")
NAAMSTIJLEN: Final = ("punten", "kaal")
_REDEN: Final = "waarde uit de tabel"


def naar_frame(opbouwen: Iterable[Opbouw] | Mapping[Any, Opbouw], soort: str, naamstijl: str) -> Any:  # noqa: ANN401 (of that kind)
    """Lay opbouwen out as rows; see `opbouwen_naar_frame`."""
    eis_keuze("soort", soort, FRAMESOORTEN)
    eis_keuze("naamstijl", naamstijl, NAAMSTIJLEN)
    labels = list(opbouwen) if isinstance(opbouwen, Mapping) else getattr(opbouwen, "labels", None)
    rijen = list(opbouwen.values() if isinstance(opbouwen, Mapping) else opbouwen)
    for plek, opbouw in enumerate(rijen):
        _weiger_eigen_vormen(opbouw, str(labels[plek] if labels else plek))
    _weiger_twee_soorten(rijen, labels)
    waarden = [plat(opbouw) for opbouw in rijen]
    gevuld = {
        sleutel
        for rij in waarden
        for sleutel, waarde in rij.items()
        if waarde is not None or zwaarte_in(sleutel)[0]
    }
    velden = Indeling.van(sorted(gevuld), None).velden
    kolommen = {
        kale_naam(sleutel) if naamstijl == "kaal" else sleutel: (
            [waarde_op(opbouw, sleutel) for opbouw in rijen],
            veld,
        )
        for sleutel, veld in velden.items()
        if sleutel in gevuld or veld.is_verplicht
    }
    return _pandas(kolommen, labels) if soort == "pandas" else nieuw_frame(kolommen, labels, soort)


def eis_keuze(optie: str, gekozen: str, keuzes: Sequence[str]) -> None:
    """Refuse an option that is none of these.

    Raises:
        InvoerFout: with the options there are.
    """
    if gekozen not in keuzes:
        raise weigering(optie, "is geen keuze", gevonden=gekozen, toegestaan=" of ".join(keuzes))


def _weiger_eigen_vormen(opbouw: Opbouw, label: str) -> None:
    eis_geen(
        Bezwaar(
            f"{naam} (rij {label})",
            "is een eigen vorm en heeft geen kolommen",
            gevonden=type(deel).__name__,
            remedie="Geef deze opbouw als basis en alleen wat varieert als kolom.",
        )
        for naam, deel in eigen_vormen(opbouw).items()
    )


def _weiger_twee_soorten(rijen: Sequence[Opbouw], labels: Sequence[Any] | None) -> None:
    """Refuse employees and entrepreneurs in one frame: their bouwsteen 1 has other keys."""
    for plek, opbouw in enumerate(rijen):
        soort = type(opbouw.inkomen_gezinshuisouder)
        if soort is not type(rijen[0].inkomen_gezinshuisouder):
            raise weigering(
                f"{OUDER} (rij {labels[plek] if labels else plek})",
                "is van een andere soort dan in de eerste rij",
                gevonden=soort.__name__,
                remedie="Maak een tabel van ondernemers en een van huizen in loondienst.",
            )


def _pandas(kolommen: Mapping[str, tuple[list[Any], Grenzen]], labels: list[Any] | None) -> Any:  # noqa: ANN401
    import pandas as pd  # noqa: PLC0415 (loaded only when used)

    def reeks(waarden: list[Any], veld: Grenzen) -> Any:  # noqa: ANN401 (a series of any kind)
        if veld.keuzes:
            return pd.Series(pd.Categorical(waarden, categories=list(veld.keuzes)))
        if veld.is_tekst:
            return pd.Series(waarden, dtype=object)
        if veld.is_heel and None not in waarden:
            return pd.Series(waarden, dtype="int64")
        return pd.Series([None if waarde is None else float(waarde) for waarde in waarden], dtype="float64")

    frame = pd.DataFrame({sleutel: reeks(waarden, veld) for sleutel, (waarden, veld) in kolommen.items()})
    return frame.set_axis(labels, axis="index") if labels else frame


def naar_opbouwen(frame: object, basis: Opbouw | None) -> Opbouwen:
    """Turn every row into an opbouw; see `frame_naar_opbouwen`."""
    tabel = Kolommentabel.van(open_frame(frame), basis)
    bevindingen = [*tabel.celbevindingen(), *deels_ingevuld(tabel)]
    gegeven = plat(basis) if basis else {}
    afgekeurd = {int(rij) for bevinding in bevindingen for rij in bevinding.rijen}
    opbouwen, bezwaren = [], []
    for plek, label in enumerate(tabel.labels):
        if plek in afgekeurd:
            continue
        try:
            opbouwen.append(_opbouw(tabel, plek, basis, gegeven))
        except InvoerFout as fout:
            bezwaren += [
                replace(bezwaar, sleutel=f"{bezwaar.sleutel} (rij {label})") for bezwaar in fout.bezwaren
            ]
    if bevindingen or bezwaren:
        raise als_fout(bevindingen, tabel.labels, vooraf=bezwaren)
    return Opbouwen(opbouwen, tabel.labels)


def _opbouw(tabel: Kolommentabel, rij: int, basis: Opbouw | None, gegeven: Mapping[str, Any]) -> Opbouw:
    """Return the opbouw of a row: a new one, or the basis with the values of the row that differ from its own.

    A part that the basis or the row lacks is set as a whole.
    """
    waarden = tabel.celwaarden(rij)
    if basis is None:
        return Opbouw.model_validate(tabel.indeling.als_invoer(waarden))
    optioneel = tabel.indeling.optioneel
    kolommen = [*tabel.getallen, *tabel.keuzes, *tabel.namen]
    los = [s for s in kolommen if s in optioneel and (s not in gegeven or waarden[s] is None)]
    delen = dict.fromkeys(map(eerste_deel, los))
    wijzigingen = {
        sleutel: waarden[sleutel]
        for sleutel in kolommen
        if eerste_deel(sleutel) not in delen and waarden[sleutel] != gegeven[sleutel]
    }
    return basis.met(wijzigingen | _hele_delen(tabel, basis, waarden, delen), reden=_REDEN)


def _hele_delen(
    tabel: Kolommentabel, basis: Opbouw, waarden: Mapping[str, Any], delen: Collection[str]
) -> dict[str, Any]:
    """Return parts as a whole, None for what a row lacks; a part with a form of its own cannot be made anew."""
    if not delen:
        return {}
    eis_geen(
        Bezwaar(naam, "is een eigen vorm en kan niet ontbreken", remedie="Vul dit deel in elke rij in.")
        for naam in eigen_vormen(basis)
        if eerste_deel(naam) in delen
    )
    invoer = tabel.indeling.als_invoer(waarden)
    return {deel: invoer.get(deel) for deel in delen}
