"""The opbouw as it was sent: from the columns in which a workbook keeps every value and what stood behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gezinshuis_tarief.kern.sleutels import bouwdeel
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD
from gezinshuis_tarief.werkboek.lezen.getallen import waarde_uit_cel
from gezinshuis_tarief.werkboek.lezen.invoer import IngelezenInvoer, Invoerwaarde
from gezinshuis_tarief.werkboek.lezen.onderbouwingskolommen import Onderbouwingskolommen
from gezinshuis_tarief.werkboek.lezen.samenvoegen import OpbouwUitCellen
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel


@dataclass(frozen=True, slots=True)
class Verzonden:
    """What a workbook was sent with.

    Attributes:
        opbouw: the inputs as they were sent; what was sent blank and must be filled has the value that it has now.
            None when the file does not say, or no longer says so in a way that can be read.
        leeg: keys that were sent blank and are filled in now.
    """

    opbouw: Opbouw | None = None
    leeg: tuple[str, ...] = ()


def lees_verzonden(invoer: IngelezenInvoer, steun: Onderbouwingskolommen, verslag: Verslag) -> Verzonden:
    """Put together what was sent; columns that cannot be read any more are a finding.

    Args:
        invoer: the inputs as they are now.
        steun: the rows of the file, already read.
        verslag: where findings are written down.
    """
    waarden, leeg = _waarden(invoer, steun.verzonden)
    if not steun.verzonden or len(waarden) < len(invoer.vorm.velden):
        return Verzonden()  # an older workbook, or one in which something was blank and still is
    velden = invoer.vorm.velden
    achtste = {sleutel for sleutel in waarden if bouwdeel(sleutel) == GELIEERD}
    gelieerd = any(waarden[sleutel] is not None and not velden[sleutel].grenzen.keuzes for sleutel in achtste)
    if not gelieerd:
        waarden = {sleutel: waarde for sleutel, waarde in waarden.items() if sleutel not in achtste}
    toen = replace(invoer, gelieerd=gelieerd, waarden=waarden)
    rijen = replace(steun, verslag=Verslag(), onderbouwing=steun.bij_verzending, redenen={}, verzonden={})
    opbouw = OpbouwUitCellen(toen, rijen, rijen.verslag).opbouw()
    if opbouw is None:
        eerste = next(iter(rijen.verslag))
        cel = steun.verzonden.get(eerste.sleutel)
        verslag.meld("verzonden_kapot", cel, eerste.sleutel, tekst=eerste.gevonden)
        return Verzonden()
    return Verzonden(opbouw, tuple(leeg))


def _waarden(
    invoer: IngelezenInvoer, verzonden: Mapping[str, GelezenCel]
) -> tuple[dict[str, Invoerwaarde], list[str]]:
    """Return the value each input was sent with, and the keys of those that were blank and may not be."""
    waarden: dict[str, Invoerwaarde] = {}
    leeg: list[str] = []
    for sleutel, veld in invoer.vorm.velden.items():
        cel = verzonden.get(sleutel)
        was = None if cel is None else waarde_uit_cel(cel)
        nu = invoer.waarden.get(sleutel)
        vrij = veld.grenzen.mag_leeg or invoer.vorm.is_lege_rij(sleutel) or bouwdeel(sleutel) == GELIEERD
        if was is None and nu is not None and not vrij:
            was = nu
            leeg.append(sleutel)
        if was is not None or vrij:
            waarden[sleutel] = was
    return waarden, leeg
