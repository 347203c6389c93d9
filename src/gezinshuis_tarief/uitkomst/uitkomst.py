"""What comes out of a calculation: a Tarief per zorgzwaarte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import localcontext
from typing import TYPE_CHECKING, Any

from gezinshuis_tarief.kern.argumenten import zoek_deel
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import uit_extra
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.uitkomst.tarief import Tarief, genummerd, regels_van_tarief
from gezinshuis_tarief.uitkomst.uitleg import Uitleg
from gezinshuis_tarief.weergave import als_tekst, html_alinea, html_tabel, tabel

if TYPE_CHECKING:
    import pandas as pd


def bereken_opbouw(opbouw: Opbouw) -> Uitkomst:
    """Compute the tariff per zorgzwaarte, exactly; see `Opbouw.bereken`."""
    with localcontext(CONTEXT):
        tarieven = {
            zwaarte: Tarief(zwaarte, deel.tarief, regels_van_tarief(opbouw, zwaarte, deel), deel, opbouw)
            for zwaarte, deel in stel_samen(opbouw, Exact()).items()
        }
    return Uitkomst(opbouw, tarieven)


@dataclass(frozen=True, slots=True)
class Uitkomst(Mapping["Zorgzwaarte", Tarief]):
    """The tariffs of an opbouw by zorgzwaarte: `uitkomst["midden"].per_etmaal`."""

    opbouw: Opbouw
    tarieven: Mapping[Zorgzwaarte, Tarief]

    def __getitem__(self, zorgzwaarte: Zorgzwaarte) -> Tarief:
        return zoek_deel("zorgzwaarte", zorgzwaarte, self.tarieven)

    def __iter__(self) -> Iterator[Zorgzwaarte]:
        return iter(self.tarieven)

    def __len__(self) -> int:
        return len(self.tarieven)

    def alleen(self, zorgzwaartes: Sequence[Zorgzwaarte]) -> Uitkomst:
        """Return these zorgzwaartes only; all of them when none is named."""
        tarieven = {z: tarief for z, tarief in self.items() if not zorgzwaartes or z in zorgzwaartes}
        return Uitkomst(self.opbouw, tarieven)

    def uitleg(self) -> Uitleg:
        """Explain every step."""
        return self.opbouw.uitleg()

    def als_json(self) -> dict[str, Any]:
        """Return `{"uitkomst": {"laag": {…}, …}}`, see Tarief.als_json."""
        return {"uitkomst": {zwaarte: tarief.als_json() for zwaarte, tarief in self.items()}}

    def naar_frame(self) -> pd.DataFrame:
        """Return a row per line and zorgzwaarte, see Tarief.naar_frame."""
        with uit_extra():
            import pandas as pd  # noqa: PLC0415 (loaded only when used)

        delen = {str(zwaarte): tarief.naar_frame() for zwaarte, tarief in self.items()}
        return pd.concat(delen, names=["zorgzwaarte", "sleutel"])

    def __str__(self) -> str:
        return _tekst(self)

    def _repr_html_(self) -> str:
        return html_tabel(["bouwsteen", *self], _rijen(self)) + html_alinea(
            f"Prijspeil: {self.opbouw.prijspeil}"
        )


def _rijen(uitkomst: Uitkomst) -> list[list[str]]:
    """Return a row per line with its amount per zorgzwaarte, and the tariff last."""
    tarieven = list(uitkomst.values())
    rijen = [
        [
            genummerd(regel.nummer, regel.titel),
            *(nederlands(t[regel.sleutel].per_etmaal, 2) for t in tarieven),
        ]
        for regel in tarieven[0].regels
    ]
    return [*rijen, ["   Tarief per etmaal", *(nederlands(t.per_etmaal, 2) for t in tarieven)]]


def _tekst(uitkomst: Uitkomst) -> str:
    """Show all tariffs side by side, or one tariff in full."""
    if len(uitkomst) == 1:
        return str(*uitkomst.values())
    kop = f"Tarief per jeugdige per etmaal, in euro (huis met {uitkomst.opbouw.gezinshuis.plaatsen} plaatsen)"
    overzicht = tabel(["bouwsteen", *uitkomst], _rijen(uitkomst), totaal=True)
    return als_tekst(kop, overzicht, f"Prijspeil: {uitkomst.opbouw.prijspeil}")
