"""Which inputs a workbook has beside those of every workbook: by defined name, and by the key on their row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Final

from gezinshuis_tarief.componenten.opslag import EigenOpslag
from gezinshuis_tarief.kern.onderdeel import Waarde
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, excelnaam
from gezinshuis_tarief.model.plat import OPSLAGEN, OUDER, POSTEN
from gezinshuis_tarief.rekenwijzen.excel import ALLEEN_GEGEVEN
from gezinshuis_tarief.werkboek.beschrijving.namen import kolomnaam
from gezinshuis_tarief.werkboek.lezen.verslag import vind
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_MEESTE_POSTEN: Final = 1000
_VAN_ONDERNEMER: Final = (f"{OUDER}.soort", f"{OUDER}.norm.bruto_maandsalaris")


class Invoernamen:
    """The inputs that a workbook names; one is missed too when only its name or only its key on the sheet is lost.

    Args:
        werkboek: the file.
        sleutels: the keys on the sheet with inputs.
    """

    def __init__(self, werkboek: Werkboek, sleutels: Collection[str]) -> None:
        self._werkboek, self._sleutels = werkboek, sleutels

    def _heeft(self, sleutel: str) -> bool:
        return sleutel in self._sleutels or bool(self._werkboek.namen_bij(excelnaam(sleutel)))

    @property
    def posten(self) -> int:
        """How many rows for own cost lines there are, also when some of their names are lost."""
        plekken = (
            plek for plek in range(_MEESTE_POSTEN) if self._werkboek.namen_bij(f"{POSTEN}.{plek}.naam")
        )
        return max(plekken, default=-1) + 1

    @property
    def is_ondernemer(self) -> bool:
        """Whether bouwsteen 1 is that of an entrepreneur."""
        return any(map(self._heeft, _VAN_ONDERNEMER))

    @property
    def gedeeld(self) -> frozenset[str]:
        """The inputs of own percentages, and those that are there when they were given."""
        opslagen = (
            f"{OPSLAGEN}[{plek}].{naam}"
            for plek in range(_MEESTE_POSTEN)
            for naam in EigenOpslag.model_fields
        )
        return frozenset(filter(self._heeft, (*ALLEEN_GEGEVEN, *opslagen)))

    def van_zorgzwaarte(self, velden: Mapping[str, Waarde], stappen: Collection[str]) -> Iterator[str]:
        """Yield the inputs of one zorgzwaarte.

        A step may have the name of such an input in a workbook without them: `midden.leegstand.grondslag`. So a name
        that is also a step counts only with its key on the sheet with inputs, or with its cell there.

        Args:
            velden: the inputs that all zorgzwaartes share, by key.
            stappen: the keys of the steps when there are no inputs of one zorgzwaarte.
        """
        mogelijk = (
            f"{z}.{s}" for z in ZORGZWAARTES for s, veld in velden.items() if not veld.grenzen.is_tekst
        )
        for sleutel in filter(self._heeft, mogelijk):
            cel = vind(self._werkboek, sleutel)
            is_invoer = sleutel in self._sleutels or (cel is not None and cel.blad == self._invoerblad)
            if is_invoer or sleutel not in stappen:
                yield sleutel

    @cached_property
    def _invoerblad(self) -> str | None:
        kop = vind(self._werkboek, kolomnaam("sleutel"))
        return kop.blad if kop else None
