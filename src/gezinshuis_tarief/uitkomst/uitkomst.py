"""What comes out: a Tarief per zorgzwaarte, with a line per bouwsteen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.componenten.bouwsteen import ELEMENTEN
from gezinshuis_tarief.rekenwijzen.exact import rond_op_centen
from gezinshuis_tarief.weergave import tarief_html, uitkomst_html, uitkomst_tekst

if TYPE_CHECKING:
    import pandas as pd

    from gezinshuis_tarief.componenten.gezinshuis import Zorgzwaarte
    from gezinshuis_tarief.model.opbouw import Opbouw
    from gezinshuis_tarief.model.samenstelling import Bedragen
    from gezinshuis_tarief.rekenwijzen.uitleg import Uitleg


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of a tariff.

    Attributes:
        sleutel: key of the bouwsteen, or `eigen_posten`.
        nummer: place in the handreiking; None for own lines.
        titel: name as shown.
        per_etmaal: euro per child per etmaal in whole cents; these add up to the tariff.
        onafgerond: the same before rounding.
        per_plaats_per_jaar: unrounded, euro.
        per_jaar: unrounded, euro per house, all its places at this zorgzwaarte.
        aandeel: fraction of the tariff; 0 when the tariff is 0.
    """

    sleutel: str
    nummer: int | None
    titel: str
    per_etmaal: Decimal
    onafgerond: Decimal
    per_plaats_per_jaar: Decimal
    per_jaar: Decimal
    aandeel: Decimal


@dataclass(frozen=True, slots=True)
class Tarief:
    """The tariff of one zorgzwaarte, euro per child per etmaal, and the lines it is the sum of."""

    zorgzwaarte: Zorgzwaarte
    per_etmaal: Decimal
    regels: tuple[Regel, ...]
    bedragen: Bedragen
    opbouw: Opbouw

    def __getitem__(self, sleutel: str) -> Regel:
        """Return the line of a bouwsteen by its key.

        Raises:
            KeyError: when there is no such line.
        """
        for regel in self.regels:
            if regel.sleutel == sleutel:
                return regel
        raise KeyError(sleutel)

    def elementen(self) -> dict[str, Decimal]:
        """Split the tariff over the elements of Besluit Jeugdwet art. 2.3 (our mapping, afgeleid).

        Returns:
            euro per etmaal by letter a–d, and by "" what the law gives no element of its own; they add
            up to the tariff. The allowance in bouwsteen 11 is b, its hours are a; indexing (d) is in no
            line of this model.
        """
        verdeling = dict.fromkeys(ELEMENTEN, Decimal("0.00"))
        for regel in self.regels:
            element = ALLE[regel.sleutel].element if regel.sleutel in ALLE else ""
            verdeling[element] += regel.per_etmaal
        toeslag = rond_op_centen(self.opbouw.zorgzwaarte.voor(self.zorgzwaarte).toeslag)
        verdeling["a"] -= toeslag
        verdeling["b"] += toeslag
        return verdeling

    def uitleg(self) -> Uitleg:
        """Explain the steps that lead to this tariff."""
        return self.opbouw.uitleg().voor(self.zorgzwaarte)

    def als_json(self) -> dict[str, Any]:
        """Return `{"bouwstenen": {sleutel: "59.55", …}, "tarief": "149.44"}`, amounts as text."""
        return {
            "bouwstenen": {regel.sleutel: str(regel.per_etmaal) for regel in self.regels},
            "tarief": str(self.per_etmaal),
        }

    def naar_frame(self) -> pd.DataFrame:
        """Return a row per line, indexed by key; amounts in euro as float."""
        import pandas as pd  # noqa: PLC0415 (loaded only when used)

        kolommen = ["per_etmaal", "per_plaats_per_jaar", "per_jaar", "aandeel"]
        rijen = [[float(getattr(regel, kolom)) for kolom in kolommen] for regel in self.regels]
        frame = pd.DataFrame(rijen, columns=kolommen, index=[regel.sleutel for regel in self.regels])
        frame.insert(0, "bouwsteen", [regel.titel for regel in self.regels])
        return frame

    def __str__(self) -> str:
        return uitkomst_tekst(Uitkomst(self.opbouw, {self.zorgzwaarte: self}))

    def _repr_html_(self) -> str:
        return tarief_html(self)


@dataclass(frozen=True, slots=True)
class Uitkomst(Mapping["Zorgzwaarte", Tarief]):
    """The tariffs of an opbouw by zorgzwaarte: `uitkomst["midden"].per_etmaal`."""

    opbouw: Opbouw
    tarieven: Mapping[Zorgzwaarte, Tarief]

    @classmethod
    def van(cls, opbouw: Opbouw, bedragen: Mapping[Zorgzwaarte, Bedragen]) -> Uitkomst:
        """Build the outcome from the exact amounts per zorgzwaarte."""
        tarieven: dict[Zorgzwaarte, Tarief] = {
            zwaarte: Tarief(zwaarte, deel.tarief, _regels(opbouw, deel), deel, opbouw)
            for zwaarte, deel in bedragen.items()
        }
        return cls(opbouw, tarieven)

    def __getitem__(self, zorgzwaarte: Zorgzwaarte) -> Tarief:
        return self.tarieven[zorgzwaarte]

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
        import pandas as pd  # noqa: PLC0415 (loaded only when used)

        delen = {str(zwaarte): tarief.naar_frame() for zwaarte, tarief in self.items()}
        return pd.concat(delen, names=["zorgzwaarte", "sleutel"])

    def __str__(self) -> str:
        return uitkomst_tekst(self)

    def _repr_html_(self) -> str:
        return uitkomst_html(self)


def _regels(opbouw: Opbouw, bedragen: Bedragen) -> tuple[Regel, ...]:
    """Make the lines, in the order of the eleven with own lines last."""
    plaatsen, dagen = opbouw.gezinshuis.plaatsen, opbouw.gezinshuis.dagen_per_jaar
    regels = []
    for sleutel, per_etmaal in bedragen.afgerond.items():
        bouwsteen = ALLE.get(sleutel)
        onafgerond = bedragen.onafgerond[sleutel]
        regels.append(
            Regel(
                sleutel,
                bouwsteen.nummer if bouwsteen else None,
                bouwsteen.titel
                if bouwsteen
                else f"Eigen posten: {', '.join(post.naam for post in opbouw.eigen_posten)}",
                per_etmaal,
                onafgerond,
                onafgerond * dagen,
                onafgerond * dagen * plaatsen,
                per_etmaal / bedragen.tarief if bedragen.tarief else Decimal(0),
            )
        )
    return tuple(regels)
