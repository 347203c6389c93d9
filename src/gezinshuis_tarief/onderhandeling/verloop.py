"""How a negotiation unfolds: from where a round begins, through what the parties do, to where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import neem_over
from gezinshuis_tarief.onderhandeling.stand import Puntstatus, Stand
from gezinshuis_tarief.onderhandeling.zetten import Bod, Ronde


@dataclass(frozen=True, slots=True)
class Begin:
    """Where a round begins: what all parties hold, what is agreed, and the reasons so far."""

    uitgangspunt: Opbouw
    posities: dict[str, Opbouw]
    akkoord: frozenset[str]
    redenen: dict[str, dict[str, str]]

    def na(self, ronde: Ronde, *, open_ronde: bool) -> Stand:
        """Play a round: where the parties stand after it.

        In an open round a value that was agreed in between counts as agreed too, so that it shows when
        it is changed again; a closed round counts by how it ended.
        """
        posities, akkoord = dict(self.posities), self.akkoord
        redenen = {partij: dict(teksten) for partij, teksten in self.redenen.items()}
        for zet in ronde.zetten:
            if isinstance(zet, Bod):
                posities[zet.partij] = zet.opbouw
                redenen[zet.partij] |= zet.redenen
            else:
                posities[zet.partij] = neem_over(posities[zet.partij], {zet.sleutel: posities[zet.van]})
                redenen[zet.partij][zet.sleutel] = f"aanvaard van {zet.van}"
            if open_ronde:
                akkoord |= _akkoord(Stand(self.uitgangspunt, dict(posities)))
        return Stand(self.uitgangspunt, posities, akkoord, redenen)

    def volgend(self, ronde: Ronde) -> Begin:
        """Return where the next round begins."""
        samen = self.na(ronde, open_ronde=False)
        return Begin(
            samen.overeengekomen(),
            dict(samen.standen),
            self.akkoord | _akkoord(samen),
            {partij: dict(teksten) for partij, teksten in samen.redenen.items()},
        )


def _akkoord(samen: Stand) -> frozenset[str]:
    return frozenset(punt.sleutel for punt in samen.met_status(Puntstatus.AKKOORD))
