"""What stands out in a workbook that came back: where, what, what is allowed, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal

from gezinshuis_tarief.kern.eenheden import Eenheid, toon
from gezinshuis_tarief.kern.fouten import Bezwaar, Ernst, InvoerFout
from gezinshuis_tarief.model.opbouw import Opbouw


@dataclass(frozen=True, slots=True)
class Werkboekbevinding:
    """One finding in a workbook.

    Attributes:
        ernst: how heavily it weighs.
        code: a stable word for programs, such as `getal_als_tekst`.
        blad: the sheet; empty when it concerns the whole file.
        cel: the address in that sheet, such as `D17`.
        sleutel: the key of the input or outcome; empty when it concerns none.
        gevonden: what was found, in Dutch.
        toegestaan: what is allowed; may be empty.
        wat_te_doen: what the reader can do about it.
        effect: euro per etmaal that the file differs from the right outcome; None where that is no matter.
    """

    ernst: Ernst
    code: str
    blad: str
    cel: str
    sleutel: str
    gevonden: str
    toegestaan: str
    wat_te_doen: str
    effect: Decimal | None = None

    @property
    def plek(self) -> str:
        """Where it stands, for people: `Uitgangspunten, cel D17`."""
        return f"{self.blad}, cel {self.cel}" if self.cel else self.blad

    @property
    def effect_tekst(self) -> str:
        """The effect with its sign, in Dutch; empty when there is none."""
        if self.effect is None:
            return ""
        teken = "+" if self.effect > 0 else "−" if self.effect < 0 else ""
        return f"{teken}{toon(abs(self.effect), Eenheid.EURO_PER_ETMAAL)} per etmaal"

    def als_json(self) -> dict[str, str | None]:
        """Return all fields as text; the effect with a decimal point."""
        velden = {veld.name: getattr(self, veld.name) for veld in fields(self)[:-1]}
        effect = None if self.effect is None else f"{self.effect:f}"
        return {**velden, "ernst": str(self.ernst), "effect_per_etmaal": effect}

    def als_bezwaar(self) -> Bezwaar:
        """Return it as an objection to an input."""
        waar = f"({self.plek})" if self.plek else ""
        return Bezwaar(
            self.sleutel, waar, gevonden=self.gevonden, toegestaan=self.toegestaan, remedie=self.wat_te_doen
        )

    def __str__(self) -> str:
        waar = " · ".join(deel for deel in (self.plek, self.sleutel) if deel)
        delen = [f"{self.ernst}: {waar or 'het bestand'}: {self.gevonden}."]
        if self.effect is not None:
            delen.append(f"Verschil: {self.effect_tekst}.")
        if self.toegestaan:
            delen.append(f"Toegestaan: {self.toegestaan}.")
        return " ".join([*delen, self.wat_te_doen])


@dataclass(frozen=True, slots=True)
class Concept:
    """What an annotated answer is written from.

    Attributes:
        opbouw: the inputs; where one was refused, a stand-in that is not to be shown.
        leeg: keys of the inputs that were refused or missing.
        opmerkingen: the free notes of the user, by key.
        ronde: round of the negotiation.
        eerst: the inputs as they were sent, so that an answer says so too; None when the file does not say.
        eerst_leeg: keys that were sent blank.
    """

    opbouw: Opbouw
    leeg: frozenset[str]
    opmerkingen: Mapping[str, str]
    ronde: int
    eerst: Opbouw | None = None
    eerst_leeg: frozenset[str] = frozenset()


class WerkboekFout(InvoerFout):
    """A workbook that is refused because of its inputs.

    Attributes:
        bevindingen: every finding, also those that would not have refused it.
        concept: what could be read, for the annotated answer.
    """

    def __init__(self, bevindingen: tuple[Werkboekbevinding, ...], concept: Concept) -> None:
        super().__init__(tuple(b.als_bezwaar() for b in bevindingen if b.ernst is Ernst.FOUT))
        self.bevindingen = bevindingen
        self.concept = concept
