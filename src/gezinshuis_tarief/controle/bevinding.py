"""What a check finds, and the report of all findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Ernst, uit_extra
from gezinshuis_tarief.kern.jsontekst import schrijf_json
from gezinshuis_tarief.kern.sleutels import bouwdeel
from gezinshuis_tarief.weergave import een_regel, html_alinea, html_tabel

if TYPE_CHECKING:
    import pandas as pd

_KOPPEN: Final = ("bevinding", "gevonden", "vraag", "effect", "sleutel", "norm")
_TONEN_HOOGSTENS: Final = 100
"""How many findings a notebook shows."""
AANNAME_VAN_ONS: Final = "aanname van deze bibliotheek; geen bron gevonden"


@dataclass(frozen=True, slots=True)
class Vondst:
    """What one check reports.

    Attributes:
        sleutel: the input or bouwsteen it is about.
        gevonden: what the quote holds, in Dutch.
        vraag: a polite question for the other party.
        effect: what the average tariff of the house would change if the norm were followed; euro per etmaal.
        norm: in place of the norm of the check.
        bron: in place of the source of the check.
        ernst: in place of the weight of the check.
    """

    sleutel: str
    gevonden: str
    vraag: str
    effect: Decimal | None = None
    norm: str = ""
    bron: str = ""
    ernst: Ernst | None = None


@dataclass(frozen=True, slots=True)
class Bevinding:
    """A finding, complete: a stable code, how heavy it weighs, where, what, the norm, its source, a question."""

    code: str
    ernst: Ernst
    sleutel: str
    gevonden: str
    norm: str
    bron: str
    effect: Decimal | None
    vraag: str

    @property
    def bouwsteen(self) -> str:
        """The key of the bouwsteen it is about; empty when it is about the whole quote."""
        eerste = bouwdeel(self.sleutel)
        return eerste if eerste in ALLE or eerste in {"gezinshuis", "eigen_posten", "eigen_opslagen"} else ""

    def als_json(self) -> dict[str, Any]:
        """Return the finding as text fields; the effect as text in euro, or null."""
        effect = None if self.effect is None else f"{self.effect:f}"
        return asdict(self) | {"ernst": str(self.ernst), "bouwsteen": self.bouwsteen, "effect": effect}

    def _repr_html_(self) -> str:
        return _html([self])

    def __str__(self) -> str:
        kop = f"[{self.code}] {self.ernst}: {self.sleutel or 'hele offerte'}"
        effect = () if self.effect is None else (f"  effect: {_toon_effect(self.effect)}",)
        regels = (
            kop,
            f"  gevonden: {self.gevonden}",
            f"  norm: {self.norm}",
            f"  bron: {self.bron}",
            *effect,
            f"  vraag: {self.vraag}",
        )
        return "\n".join(map(een_regel, regels))


def _html(bevindingen: Sequence[Bevinding]) -> str:
    """Show findings with the question before the norm, so that nobody has to scroll to it."""
    rijen = [
        [
            f"{b.ernst} {b.code}",
            b.gevonden,
            b.vraag,
            "" if b.effect is None else _toon_effect(b.effect),
            b.sleutel or "hele offerte",
            f"{b.norm} ({b.bron})",
        ]
        for b in bevindingen
    ]
    return html_tabel(_KOPPEN, rijen, links=len(_KOPPEN))


def _toon_effect(effect: Decimal) -> str:
    """Write an effect with its sign: what the tariff changes when the norm is followed."""
    teken = "+" if effect > 0 else "−" if effect < 0 else ""
    return f"{teken}€ {nederlands(abs(effect), 2)} per etmaal (gemiddeld over de plaatsen)"


@dataclass(frozen=True, slots=True)
class Rapport(Sequence[Bevinding]):
    """The findings, heaviest first and then by euro."""

    bevindingen: tuple[Bevinding, ...]

    def van(self, ernst: Ernst) -> tuple[Bevinding, ...]:
        """Return the findings of one weight."""
        return tuple(bevinding for bevinding in self.bevindingen if bevinding.ernst is ernst)

    def __getitem__(self, plek: Any) -> Any:  # noqa: ANN401 (a sequence's own signature)
        return self.bevindingen[plek]

    def __len__(self) -> int:
        return len(self.bevindingen)

    def __iter__(self) -> Iterator[Bevinding]:
        return iter(self.bevindingen)

    @property
    def samenvatting(self) -> str:
        """How many of each weight."""
        return ", ".join(f"{meervoud}: {len(self.van(ernst))}" for ernst, meervoud in _MEERVOUD.items())

    def als_json(self) -> str:
        """Return the findings as JSON text."""
        inhoud = {"bevindingen": [bevinding.als_json() for bevinding in self.bevindingen]}
        return schrijf_json(inhoud).rstrip()

    def naar_frame(self) -> pd.DataFrame:
        """Return a row per finding; the effect as float, NaN where there is none."""
        with uit_extra():
            import pandas as pd  # noqa: PLC0415 (loaded only when used)

        kolommen = ["code", "ernst", "bouwsteen", "sleutel", "gevonden", "norm", "bron", "effect", "vraag"]
        rijen = [
            bevinding.als_json()
            | {"effect": float("nan") if bevinding.effect is None else float(bevinding.effect)}
            for bevinding in self.bevindingen
        ]
        return pd.DataFrame(rijen, columns=kolommen)

    def __str__(self) -> str:
        return "\n\n".join([self.samenvatting, *map(str, self.bevindingen)])

    def _repr_html_(self) -> str:
        meer = len(self) - _TONEN_HOOGSTENS
        rest = html_alinea(f"… en nog {meer}; naar_frame() geeft ze alle.") if meer > 0 else ""
        return html_alinea(self.samenvatting) + _html(self.bevindingen[:_TONEN_HOOGSTENS]) + rest


_MEERVOUD: Final = {
    Ernst.FOUT: "fouten",
    Ernst.WAARSCHUWING: "waarschuwingen",
    Ernst.OPMERKING: "opmerkingen",
}
