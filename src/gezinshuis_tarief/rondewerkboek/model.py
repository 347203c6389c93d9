"""What a round looks like in a workbook: a calculation per party, and one that follows the proposals."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen
from gezinshuis_tarief.kern.sleutels import bouwdeel, excelnaam, zwaarte_in
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD
from gezinshuis_tarief.onderdelen.plaatsing import alle_delen
from gezinshuis_tarief.onderdelen.vastleggen import wezen
from gezinshuis_tarief.onderhandeling.bestand import schrijf_onderhandeling
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.stand import Punt
from gezinshuis_tarief.onderhandeling.weergave import op_volgorde
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG, aantal_posten, erbij_in, volledig
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Invoercel, Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.namen import KOLOMKOPPEN
from gezinshuis_tarief.werkboek.beschrijving.voorvoegsel import met_voorvoegsel
from gezinshuis_tarief.werkboek.schrijven import maak_rekenbladen
from gezinshuis_tarief.werkboek.xlsx.adressen import letters_van
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Inhoud

_GELDT: Final = letters_van(list(KOLOMKOPPEN).index("verzonden") + 1)
_GEEN: Final = "geen"
_ONDERNEMER: Final = "is niet bij elke partij dat van een ondernemer"


@dataclass(frozen=True)
class Rondemodel:
    """The round of a negotiation as it stands, ready to be laid out.

    Raises:
        InvoerFout: when a party has a component of its own where another has a different one, or the standard.
    """

    zaak: Onderhandeling

    def __post_init__(self) -> None:
        opbouwen = [*self.zaak.stand.standen.values(), self.nu]
        posten = max(map(aantal_posten, opbouwen))
        vormen: dict[str, set[object]] = {}
        for opbouw in opbouwen:
            for sleutel, plek, deel in alle_delen(volledig(opbouw, posten)):
                vormen.setdefault(sleutel, set()).add(wezen(deel, plek))
        eis_geen(
            Bezwaar(
                sleutel,
                f"{_ONDERNEMER if InkomenOndernemer in soorten else 'is een eigen variant die niet elke partij heeft'}; "
                "twee formules voor één regel kan een werkboek niet aan",
                remedie="Onderhandel hierover met onderhandel bod --opbouw bod.json.",
            )
            for sleutel, soorten in vormen.items()
            if len(soorten) > 1
        )

    @cached_property
    def codes(self) -> dict[str, str]:
        """The word of each party in names of cells and sheets."""
        return namen.codes(self.zaak.partijen)

    @cached_property
    def punten(self) -> tuple[Punt, ...]:
        """The points, contested first."""
        return tuple(op_volgorde(self.zaak.stand))

    @cached_property
    def nu(self) -> Opbouw:
        """What holds without proposals: what is agreed, and the starting point for the rest."""
        return self.zaak.stand.overeengekomen()

    @cached_property
    def vullingen(self) -> dict[str, Werkboekinhoud]:
        """The calculation of each party, and the one of the proposals, by their words."""
        opbouwen = {self.codes[partij]: opbouw for partij, opbouw in self.zaak.stand.standen.items()}
        van_wie = {self.codes[partij]: f"van {partij}" for partij in self.zaak.partijen}
        opbouwen[namen.VOORSTEL] = self.nu
        van_wie[namen.VOORSTEL] = "met de voorstellen"
        posten = max(aantal_posten(opbouw) for opbouw in opbouwen.values())
        erbij = frozenset[str]().union(*map(erbij_in, opbouwen.values()))
        return {
            woord: Werkboekinhoud(
                opbouw, posten=posten, erbij=erbij, van_wie=van_wie[woord], ronde=self.zaak.ronde
            )
            for woord, opbouw in opbouwen.items()
        }

    @cached_property
    def rekenbladen(self) -> tuple[Blad, ...]:
        """The sheets of every calculation, the one of the proposals first."""
        volgorde = [namen.VOORSTEL, *self.codes.values()]
        return tuple(blad for woord in volgorde for blad in self._bladen(woord))

    @cached_property
    def kenmerk(self) -> str:
        """Sixteen hexadecimal digits that only this negotiation has, at this moment."""
        return hashlib.sha256(schrijf_onderhandeling(self.zaak).encode()).hexdigest()[:16]

    def invoer(self, sleutel: str) -> Invoercel | None:
        """Return the input that a point is about; None when it is about a whole part."""
        return self.vullingen[namen.VOORSTEL].invoer.get(sleutel)

    def _bladen(self, woord: str) -> list[Blad]:
        vulling = self.vullingen[woord]
        bladen = maak_rekenbladen(vulling)
        return met_voorvoegsel(bladen, woord, self._sturing(bladen[1]) if woord == namen.VOORSTEL else None)

    def _sturing(self, blad: Blad) -> dict[str, tuple[str, Inhoud]]:
        """Return the formula of each input that a proposal can change, and what it gives for a blank."""
        rijen = {cel.naam: cel.rij + 1 for cel in blad.cellen if cel.naam}
        # what has no value of its own for a zorgzwaarte follows the proposal for what all share
        mee = {s: f"{namen.VOORSTEL}.{excelnaam(zwaarte_in(s)[1])}" for s in self._zonder_eigen_waarde()}
        formules: dict[str, tuple[str, Inhoud]] = {
            excelnaam(s): (f'=IF({gedeeld}="","",{gedeeld})', "") for s, gedeeld in mee.items()
        }
        for punt in self.punten:
            cel = namen.puntnaam(punt.sleutel, namen.VOORSTEL)
            is_los = self.invoer(punt.sleutel) is not None
            for sleutel in [punt.sleutel] if is_los else self._delen(punt.sleutel):
                naam = excelnaam(sleutel)
                geldt = mee.get(sleutel, f"${_GELDT}${rijen[naam]}")
                if is_los:
                    formules[naam] = f'=IF({cel}="",IF({geldt}="","",{geldt}),{cel})', ""
                else:
                    leeg = 0 if self._is_getal(sleutel) else _GEEN
                    formules[naam] = f"={self._geheel(sleutel, cel, geldt)}", leeg
        return formules

    def _zonder_eigen_waarde(self) -> Iterator[str]:
        """Yield the inputs of one zorgzwaarte that some party has, and that now is what all share."""
        for sleutel in self.vullingen[namen.VOORSTEL].invoer:
            zwaarte, gedeeld = zwaarte_in(sleutel)
            if zwaarte and gedeeld not in self.nu.per_zorgzwaarte.get(zwaarte, {}):
                yield sleutel

    def _delen(self, sleutel: str) -> Iterator[str]:
        """Yield the inputs in a whole part, as far as any party fills them."""
        if sleutel == GELIEERD:
            yield AANWEZIG
        opbouwen = [vulling.opbouw for vulling in self.vullingen.values()]
        gevuld = {f"eigen_posten[{i}]" for o in opbouwen for i in range(len(o.eigen_posten))}
        for deel in self.vullingen[namen.VOORSTEL].invoer:
            post = zwaarte_in(deel)[1].rpartition(".")[0]
            is_leeg = post.startswith("eigen_posten[") and post not in gevuld
            if bouwdeel(deel) == sleutel and not is_leeg:
                yield deel

    def _geheel(self, sleutel: str, cel: str, geldt: str) -> str:
        """Return the value of the party whose name is proposed; what holds now without a proposal."""
        if sleutel == AANWEZIG:
            tekst = f'"{self.vullingen[namen.VOORSTEL].aanwezig}"'
        else:
            tekst = self._gevuld(sleutel, geldt)
        for code in reversed(tuple(self.codes.values())):
            eigen = f"{code}.{excelnaam(sleutel)}"
            waarde = eigen if sleutel == AANWEZIG else self._gevuld(sleutel, eigen)
            tekst = f"IF({cel}={namen.kopnaam_van_partij(code)},{waarde},{tekst})"
        return tekst

    def _gevuld(self, sleutel: str, naam: str) -> str:
        """Return what a blank cell counts as where a whole part may be absent: no amount, or no name."""
        return f"N({naam})" if self._is_getal(sleutel) else f'IF({naam}="","{_GEEN}",{naam})'

    def _is_getal(self, sleutel: str) -> bool:
        invoer = self.invoer(sleutel)
        return invoer is not None and invoer.veld.eenheid is not None
