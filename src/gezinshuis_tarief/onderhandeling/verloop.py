"""How a negotiation unfolds: from where a round begins, through what the parties do, to where it ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import neem_over
from gezinshuis_tarief.onderhandeling.stand import Puntstatus, Stand, raakt
from gezinshuis_tarief.onderhandeling.zetten import Aanvaarding, Bod, Houden, Ronde, Vraag


@dataclass(frozen=True, slots=True)
class Begin:
    """Where a round begins: what all parties hold, what is agreed, and the reasons so far."""

    uitgangspunt: Opbouw
    posities: dict[str, Opbouw]
    akkoord: frozenset[str]
    redenen: dict[str, dict[str, str]]
    vragen: dict[str, dict[str, str]] = field(default_factory=dict)

    def na(self, ronde: Ronde, *, open_ronde: bool) -> Stand:
        """Play a round: where the parties stand after it.

        In an open round a value that was agreed in between counts as agreed too, so that it shows when
        it is changed again; a closed round counts by how it ended.
        """
        posities, akkoord = dict(self.posities), self.akkoord
        redenen = {partij: dict(teksten) for partij, teksten in self.redenen.items()}
        vragen = {partij: dict(teksten) for partij, teksten in self.vragen.items()}
        for zet in ronde.zetten:
            if isinstance(zet, Vraag):
                vragen.setdefault(zet.partij, {})[zet.sleutel] = zet.tekst
                continue
            if isinstance(zet, Bod):
                posities[zet.partij] = zet.opbouw
                redenen[zet.partij] |= zet.redenen
            elif isinstance(zet, Houden):
                redenen[zet.partij][zet.sleutel] = zet.reden
            else:
                posities[zet.partij] = neem_over(posities[zet.partij], {zet.sleutel: posities[zet.van]})
                redenen[zet.partij][zet.sleutel] = f"aanvaard van {zet.van}"
            _beantwoord(vragen, zet)
            if open_ronde:
                akkoord |= _akkoord(Stand(self.uitgangspunt, dict(posities)))
        return Stand(self.uitgangspunt, posities, akkoord, redenen, vragen)

    def volgend(self, ronde: Ronde) -> Begin:
        """Return where the next round begins."""
        samen = self.na(ronde, open_ronde=False)
        return Begin(
            samen.overeengekomen(),
            dict(samen.standen),
            self.akkoord | _akkoord(samen),
            {partij: dict(teksten) for partij, teksten in samen.redenen.items()},
            {partij: dict(teksten) for partij, teksten in samen.vragen.items()},
        )


def _beantwoord(vragen: dict[str, dict[str, str]], zet: Bod | Houden | Aanvaarding) -> None:
    """Take away the questions that a move answers: those of others, and one's own where one accepts."""
    sleutels = zet.redenen if isinstance(zet, Bod) else [zet.sleutel]
    for partij, teksten in vragen.items():
        if partij != zet.partij or isinstance(zet, Aanvaarding):
            for gevraagd in [s for s in teksten if s and any(raakt(s, sleutel) for sleutel in sleutels)]:
                del teksten[gevraagd]


def _akkoord(samen: Stand) -> frozenset[str]:
    return frozenset(punt.sleutel for punt in samen.met_status(Puntstatus.AKKOORD))
