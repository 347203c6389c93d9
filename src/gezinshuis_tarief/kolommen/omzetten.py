"""From opbouwen to a frame and back; the values exactly, the onderbouwing not: a cell holds a value only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.kern.argumenten import eis_soort, toon_ding
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.sleutels import bouwdeel, eerste_deel, plat, waarde_op, zwaarte_in
from gezinshuis_tarief.kolommen.bevindingen import als_fout
from gezinshuis_tarief.kolommen.frames import nieuw_frame, open_frame
from gezinshuis_tarief.kolommen.regels import deels_ingevuld
from gezinshuis_tarief.kolommen.tabel import Kolommentabel
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouwen import Opbouwen
from gezinshuis_tarief.model.plat import OUDER, Indeling, eigen_vormen, kale_naam
from gezinshuis_tarief.onderdelen.vastleggen import wezen

FRAMESOORTEN: Final = ("pandas", "polars", "pyarrow")
NAAMSTIJLEN: Final = ("punten", "kaal")
_REDEN: Final = "waarde uit de tabel"


def naar_frame(opbouwen: Iterable[Opbouw] | Mapping[Any, Opbouw], soort: str, naamstijl: str) -> Any:  # noqa: ANN401 (of that kind)
    """Lay opbouwen out as rows; see `opbouwen_naar_frame`."""
    eis_keuze("soort", soort, FRAMESOORTEN)
    eis_keuze("naamstijl", naamstijl, NAAMSTIJLEN)
    eis_soort("opbouwen", opbouwen, Iterable)
    labels = list(opbouwen) if isinstance(opbouwen, Mapping) else getattr(opbouwen, "labels", None)
    rijen = list(opbouwen.values() if isinstance(opbouwen, Mapping) else opbouwen)
    for plek, opbouw in enumerate(rijen):
        eis_soort(f"opbouwen[{labels[plek] if labels else plek}]", opbouw, Opbouw)
    vorm = _gedeelde_vorm(rijen, labels or range(len(rijen)))
    _weiger_twee_soorten(rijen, labels or range(len(rijen)))
    waarden = [plat(opbouw) for opbouw in rijen]
    gevuld = {
        sleutel
        for rij in waarden
        for sleutel, waarde in rij.items()
        if waarde is not None or zwaarte_in(sleutel)[0]
    }
    velden = Indeling.van(sorted(gevuld), vorm).velden
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
        raise weigering(optie, "is geen keuze", gevonden=toon_ding(gekozen), toegestaan=" of ".join(keuzes))


def _gedeelde_vorm(rijen: Sequence[Opbouw], labels: Sequence[Any]) -> Opbouw | None:
    """Return the first of the opbouwen with components of their own, after checking that all have the same.

    Raises:
        InvoerFout: when a row has another component than the first has.
    """
    vormen = [
        {sleutel: wezen(deel, eerste_deel(sleutel)) for sleutel, deel in eigen_vormen(opbouw).items()}
        for opbouw in rijen
    ]
    eerste = next((plek for plek, vorm in enumerate(vormen) if vorm), None)
    if eerste is None:
        return None
    remedie = "Zet alleen opbouwen met dezelfde eigen onderdelen in één tabel."
    eis_geen(
        Bezwaar(
            f"{sleutel} (rij {label})", f"is een ander onderdeel dan in rij {labels[eerste]}", remedie=remedie
        )
        for label, vorm in zip(labels, vormen, strict=True)
        for sleutel in {**vormen[eerste], **vorm}
        if vorm.get(sleutel) != vormen[eerste].get(sleutel)
    )
    return rijen[eerste]


def _weiger_twee_soorten(rijen: Sequence[Opbouw], labels: Sequence[Any]) -> None:
    """Refuse employees and entrepreneurs in one frame: their bouwsteen 1 has other keys."""
    ouders = [opbouw.inkomen_gezinshuisouder for opbouw in rijen]
    for label, ouder in zip(labels, ouders, strict=True):
        if isinstance(ouder, InkomenOndernemer) is not isinstance(ouders[0], InkomenOndernemer):
            raise weigering(
                f"{OUDER} (rij {label})",
                "is van een andere soort dan in de eerste rij",
                gevonden=type(ouder).__name__,
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
    gedeeld = {sleutel: zwaarte_in(sleutel)[1] for sleutel in kolommen}
    los = [s for s in kolommen if s in optioneel and (gedeeld[s] not in gegeven or waarden[s] is None)]
    delen = dict.fromkeys(map(bouwdeel, los))
    wijzigingen = {
        sleutel: waarden[sleutel]
        for sleutel, samen in gedeeld.items()
        if (sleutel != samen or eerste_deel(sleutel) not in delen)
        and waarden[sleutel] != (gegeven[sleutel] if sleutel in gegeven else waarden[samen])
    }
    return basis.met(wijzigingen | _hele_delen(tabel, waarden, delen), reden=_REDEN)


def _hele_delen(tabel: Kolommentabel, waarden: Mapping[str, Any], delen: Collection[str]) -> dict[str, Any]:
    """Return parts as a whole, None for what a row lacks."""
    if not delen:
        return {}
    invoer = tabel.indeling.als_invoer(waarden)
    return {deel: invoer.get(deel) for deel in delen}
