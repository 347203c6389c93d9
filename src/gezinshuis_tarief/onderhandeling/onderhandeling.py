"""The history of a negotiation: a base, parties, and rounds of offers; nothing is ever overwritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from gezinshuis_tarief.kern.argumenten import Peildatum, eis_soort, naar_dag, toon_ding
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, in_model, naaste, verzameld, weigering
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import namen_in, waarde_op
from gezinshuis_tarief.kern.velden import Naam, veld
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import neem_over, sleutelverschillen
from gezinshuis_tarief.onderhandeling.stand import Punt, Puntstatus, Stand
from gezinshuis_tarief.onderhandeling.verloop import Begin
from gezinshuis_tarief.onderhandeling.weergave import prijspeil_tekst, stand_tekst
from gezinshuis_tarief.onderhandeling.zetten import Aanvaarding, Bod, Ronde

DOSSIERVERSIE: Final = 1


class Onderhandeling(Onderdeel):
    """A negotiation about one gezinshuis; each step makes a copy that holds all earlier ones.

    Attributes:
        naam: what it is about; also keeps files of different negotiations apart.
        peildatum: the price date of every offer.
        partijen: the parties, for instance gemeente and aanbieder.
        basis: the opbouw that all start from.
        ronden: what happened, oldest first.
    """

    soort: Literal["onderhandeling"] = "onderhandeling"
    versie: Literal[1] = DOSSIERVERSIE
    naam: Annotated[Naam, veld("waarover wordt onderhandeld")]
    peildatum: Annotated[dt.date, veld("het prijspeil van alle biedingen")]
    partijen: Annotated[tuple[Naam, ...], Field(min_length=2), veld("de partijen")]
    basis: Annotated[Opbouw, veld("het gezamenlijke begin")]
    ronden: Annotated[tuple[Ronde, ...], Field(min_length=1), veld("de ronden")] = (Ronde(),)

    @model_validator(mode="after")
    def _namen(self) -> Self:
        if len(set(self.partijen)) < len(self.partijen):
            gevonden = ", ".join(self.partijen)
            raise in_model(
                "bevat een naam twee keer",
                sleutel="partijen",
                gevonden=gevonden,
                remedie="Kies andere namen.",
            )
        for plek, ronde in enumerate(self.ronden):
            for zet in ronde.zetten:
                if zet.partij not in self.partijen:
                    remedie = f"Kies een van de partijen: {', '.join(self.partijen)}."
                    gevonden = f'"{zet.partij}"'
                    raise in_model(
                        "is geen partij", sleutel=f"ronden[{plek}]", gevonden=gevonden, remedie=remedie
                    )
        return self

    @property
    def ronde(self) -> int:
        """The number of the current round."""
        return len(self.ronden)

    @cached_property
    def stand(self) -> Stand:
        """Where the parties stand now: the starting point of this round, and every point."""
        return self.begin.na(self.ronden[-1], open_ronde=True)

    @cached_property
    def begin(self) -> Begin:
        """Where the current round began, by playing the closed ones again."""
        begin = Begin(
            self.basis,
            dict.fromkeys(self.partijen, self.basis),
            frozenset(),
            {partij: {} for partij in self.partijen},
        )
        for ronde in self.ronden[:-1]:
            begin = begin.volgend(ronde)
        return begin

    def bod(  # noqa: PLR0913 (each is part of what an offer is)
        self,
        partij: str,
        opbouw: Opbouw,
        *,
        indiener: str,
        datum: Peildatum,
        reden: str | None = None,
        redenen: Mapping[str, str] | None = None,
        peildatum: Peildatum | None = None,
    ) -> Onderhandeling:
        """Return the negotiation with an offer added; it replaces the party's earlier position.

        Args:
            partij: one of the parties.
            opbouw: the whole calculation as this party wants it.
            indiener: who makes the offer.
            datum: the day of the offer.
            reden: the reason of every change that has none of its own.
            redenen: the reason per key.
            peildatum: the price date of the offer, when it is known.

        Raises:
            InvoerFout: with every objection: another party, house or price date, reasons of what does not change, and
                changes without a reason.
        """
        bezwaren: list[Bezwaar] = []
        dag = self.peildatum
        with verzameld(bezwaren):
            dag = naar_dag(datum, "datum")
        with verzameld(bezwaren):
            self.ken(partij, "bod")
        with verzameld(bezwaren):
            self._vergelijkbaar(opbouw, peildatum)
        with verzameld(bezwaren):
            eis_soort("redenen", redenen, Mapping, type(None))
        eis_geen(bezwaren)
        gewijzigd = [wat.sleutel for wat in sleutelverschillen(self.stand.standen[partij], opbouw)]
        per_sleutel = dict(redenen or {})
        bezwaren += [
            Bezwaar(f"redenen.{sleutel}", "hoort bij geen wijziging", remedie=naaste(sleutel, gewijzigd))
            for sleutel in per_sleutel
            if sleutel not in gewijzigd
        ]
        per_sleutel |= {sleutel: reden for sleutel in gewijzigd if reden and sleutel not in per_sleutel}
        bezwaren += (
            Bezwaar(zonder, "is gewijzigd zonder reden", remedie="Geef een reden.")
            for zonder in gewijzigd
            if zonder not in per_sleutel
        )
        eis_geen(bezwaren)
        return self._met(Bod(partij=partij, datum=dag, indiener=indiener, redenen=per_sleutel, opbouw=opbouw))

    def aanvaard(
        self, sleutel: str, partij: str, *, indiener: str, datum: Peildatum, van: str | None = None
    ) -> Onderhandeling:
        """Return the negotiation in which a party takes over another party's value.

        Args:
            sleutel: the key of a point that is open or betwist.
            partij: the party that accepts.
            indiener: who accepts on its behalf.
            datum: the day.
            van: whose value; needed only when several other parties ask for different ones.

        Raises:
            InvoerFout: when there is nothing to accept at the key, or it is unclear whose value.
        """
        dag = naar_dag(datum, "datum")
        self.ken(partij, "aanvaarding")
        eis_soort("sleutel", sleutel, str)
        punt = self.stand.punt(sleutel)
        if punt is None:
            bekend = [punt.sleutel for punt in self.stand.punten]
            raise weigering(
                sleutel, "is geen punt van onderhandeling", remedie=naaste(sleutel, bekend) or "Zie de stand."
            )
        gever = self._gever(punt, partij, van)
        neem_over(self.stand.standen[partij], {sleutel: self.stand.standen[gever]})
        return self._met(Aanvaarding(partij=partij, datum=dag, indiener=indiener, sleutel=sleutel, van=gever))

    def volgende_ronde(self) -> Onderhandeling:
        """Return the negotiation with a new round, which starts from what is agreed.

        Raises:
            InvoerFout: when nothing happened in this round, or the agreed values do not fit together.
        """
        if not self.ronden[-1].zetten:
            raise weigering(
                "ronde", "is nog leeg", gevonden=self.ronde, remedie="Doe eerst een bod of aanvaard een punt."
            )
        nieuw = self.met_ronden((*self.ronden, Ronde()))
        nieuw.__dict__["begin"] = self.begin.volgend(self.ronden[-1])
        return nieuw

    def met_ronden(self, ronden: tuple[Ronde, ...]) -> Onderhandeling:
        """Return the negotiation with this history; for rounds that were checked before."""
        velden = {naam: getattr(self, naam) for naam in namen_in(type(self))}
        return self.model_construct(**velden | {"ronden": ronden})

    def __str__(self) -> str:
        kop = f"{self.naam}, ronde {self.ronde} (prijspeil {self.peildatum})"
        return "\n".join([kop, *prijspeil_tekst(self.stand, self.peildatum), stand_tekst(self.stand)])

    def _met(self, zet: Bod | Aanvaarding) -> Onderhandeling:
        laatste = self.ronden[-1]
        nieuw = self.met_ronden((*self.ronden[:-1], Ronde(zetten=(*laatste.zetten, zet))))
        nieuw.__dict__["begin"] = self.begin  # the closed rounds are the same
        return nieuw

    def ken(self, partij: str, plek: str) -> None:
        """Refuse a name that is no party."""
        if partij not in self.partijen:
            naam = toon_ding(partij)
            remedie = naaste(naam, list(self.partijen)) or "Kies een van de partijen."
            mag = " of ".join(self.partijen)
            raise weigering(plek, "is geen partij", gevonden=f'"{naam}"', toegestaan=mag, remedie=remedie)

    def _vergelijkbaar(self, opbouw: Opbouw, peildatum: Peildatum | None) -> None:
        """Refuse an offer about another house or of another price date."""
        eis_soort("opbouw", opbouw, Opbouw)
        hier, daar = self.basis.gezinshuis.plaatsen, opbouw.gezinshuis.plaatsen
        if hier != daar:
            melding = f"is een ander aantal plaatsen dan de {hier} van deze onderhandeling; de opbouw verschilt van structuur"
            remedie = "Begin een nieuwe onderhandeling, of bied op hetzelfde huis."
            raise weigering("gezinshuis.plaatsen", melding, gevonden=daar, remedie=remedie)
        dag = self.peildatum if peildatum is None else naar_dag(peildatum)
        if dag != self.peildatum:
            melding = f"is een ander prijspeil dan {self.peildatum}"
            remedie = "Reken het bod om naar het prijspeil van deze onderhandeling."
            raise weigering("peildatum", melding, gevonden=dag, remedie=remedie)

    def _gever(self, punt: Punt, partij: str, van: str | None) -> str:
        anderen = [ander for ander in punt.wie if ander != partij] or [
            p for p in self.partijen if p != partij
        ]
        if van is not None:
            self.ken(van, "van")
            anderen = [van]
        if len(anderen) > 1 and punt.status is Puntstatus.BETWIST:
            raise weigering(
                "van", "ontbreekt", remedie=f"Zeg wiens waarde wordt aanvaard: {' of '.join(anderen)}."
            )
        eigen, ander = self.stand.standen[partij], self.stand.standen[anderen[0]]
        if waarde_op(eigen, punt.sleutel) == waarde_op(ander, punt.sleutel):
            raise weigering(
                punt.sleutel, "is bij beide al dezelfde waarde", remedie="Er is niets te aanvaarden."
            )
        return anderen[0]
