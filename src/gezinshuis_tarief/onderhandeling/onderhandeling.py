"""The history of a negotiation: a base, parties, and rounds of offers; nothing is ever overwritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from gezinshuis_tarief.kern.argumenten import Peildatum, eis_soort, naar_dag
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, in_model, naaste, verzameld, weigering
from gezinshuis_tarief.kern.sleutels import namen_in
from gezinshuis_tarief.kern.velden import Naam, veld
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import neem_over, sleutelverschillen
from gezinshuis_tarief.onderhandeling.keuren import eis_partij, eis_punt, eis_vergelijkbaar, gever_van
from gezinshuis_tarief.onderhandeling.redenen import getypte_redenen
from gezinshuis_tarief.onderhandeling.stand import Stand
from gezinshuis_tarief.onderhandeling.verloop import Begin
from gezinshuis_tarief.onderhandeling.vertonen import Vertoont
from gezinshuis_tarief.onderhandeling.weergave import prijspeil_tekst, stand_tekst
from gezinshuis_tarief.onderhandeling.zetten import (
    Aanvaarding,
    Bod,
    Contractvoorstel,
    Houden,
    Ronde,
    Vraag,
    Zet,
)

DOSSIERVERSIE: Final = 1


class Onderhandeling(Vertoont):
    """A negotiation about one gezinshuis; each step makes a copy that holds all earlier ones.

    Attributes:
        naam: what it is about; also keeps files of different negotiations apart.
        peildatum: the price date of every offer.
        partijen: the parties, for instance gemeente and aanbieder.
        basis: the opbouw that all start from.
        ronden: what happened, oldest first.
        voorstellen: what parties proposed for the contract beside the tariff, oldest first.
    """

    soort: Literal["onderhandeling"] = "onderhandeling"
    versie: Literal[1] = DOSSIERVERSIE
    naam: Annotated[Naam, veld("waarover wordt onderhandeld")]
    peildatum: Annotated[dt.date, veld("het prijspeil van alle biedingen")]
    partijen: Annotated[tuple[Naam, ...], Field(min_length=2), veld("de partijen")]
    basis: Annotated[Opbouw, veld("het gezamenlijke begin")]
    ronden: Annotated[tuple[Ronde, ...], Field(min_length=1), veld("de ronden")] = (Ronde(),)
    voorstellen: Annotated[tuple[Contractvoorstel, ...], veld("voorstellen voor het contract")] = Field(
        default=(), exclude_if=lambda voorstellen: not voorstellen
    )

    @model_validator(mode="after")
    def _namen(self) -> Self:
        if len(set(self.partijen)) < len(self.partijen):
            wat = {"sleutel": "partijen", "gevonden": ", ".join(self.partijen)}
            raise in_model("bevat een naam twee keer", remedie="Kies andere namen.", **wat)
        zetten = [
            (f"ronden[{plek}]", zet.partij) for plek, ronde in enumerate(self.ronden) for zet in ronde.zetten
        ]
        zetten += [(f"voorstellen[{plek}]", zet.partij) for plek, zet in enumerate(self.voorstellen)]
        for plek, partij in zetten:
            if partij not in self.partijen:
                remedie = f"Kies een van de partijen: {', '.join(self.partijen)}."
                raise in_model("is geen partij", sleutel=plek, gevonden=f'"{partij}"', remedie=remedie)
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
        standen = dict.fromkeys(self.partijen, self.basis)
        begin = Begin(self.basis, standen, frozenset(), {partij: {} for partij in self.partijen})
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
            redenen: the reason per key; where there is none, the one that stands with the value in the opbouw counts,
                such as was typed in a workbook.
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
            eis_partij(self.partijen, partij, "bod")
        with verzameld(bezwaren):
            eis_vergelijkbaar(self.basis, self.peildatum, opbouw, peildatum)
        with verzameld(bezwaren):
            eis_soort("redenen", redenen, Mapping, type(None))
        eis_geen(bezwaren)
        eerder = self.stand.standen[partij]
        gewijzigd = [wat.sleutel for wat in sleutelverschillen(eerder, opbouw)]
        per_sleutel = dict(redenen or {})
        bezwaren += [
            Bezwaar(f"redenen.{sleutel}", "hoort bij geen wijziging", remedie=naaste(sleutel, gewijzigd))
            for sleutel in per_sleutel
            if sleutel not in gewijzigd
        ]
        per_sleutel = {**getypte_redenen(eerder, opbouw, gewijzigd), **per_sleutel}
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
        eis_partij(self.partijen, partij, "aanvaarding")
        eis_soort("sleutel", sleutel, str)
        punt = eis_punt(self.stand, sleutel)
        if van is not None:
            eis_partij(self.partijen, van, "van")
        gever = gever_van(self.stand, punt, partij, van)
        neem_over(self.stand.standen[partij], {sleutel: self.stand.standen[gever]})
        return self._met(Aanvaarding(partij=partij, datum=dag, indiener=indiener, sleutel=sleutel, van=gever))

    def vraag(
        self, sleutel: str, partij: str, *, tekst: str, indiener: str, datum: Peildatum
    ) -> Onderhandeling:
        """Return the negotiation in which a party asks something; no value changes.

        The question stands until another party makes a move at the same key.

        Args:
            sleutel: the key of a point; empty when it is about the whole.
            partij: the party that asks.
            tekst: the question.
            indiener: who asks on its behalf.
            datum: the day.

        Raises:
            InvoerFout: when there is no point at the key, or no question.
        """
        dag = naar_dag(datum, "datum")
        eis_partij(self.partijen, partij, "vraag")
        eis_soort("sleutel", sleutel, str)
        if sleutel:
            eis_punt(self.stand, sleutel)
        return self._met(Vraag(partij=partij, datum=dag, indiener=indiener, sleutel=sleutel, tekst=tekst))

    def houd(
        self, sleutel: str, partij: str, *, reden: str, indiener: str, datum: Peildatum
    ) -> Onderhandeling:
        """Return the negotiation in which a party says why it holds its value; no value changes.

        Args:
            sleutel: the key of a point.
            partij: the party that holds its value.
            reden: why.
            indiener: who says so on its behalf.
            datum: the day.

        Raises:
            InvoerFout: when there is no point at the key, or no reason.
        """
        dag = naar_dag(datum, "datum")
        eis_partij(self.partijen, partij, "houden")
        eis_soort("sleutel", sleutel, str)
        eis_punt(self.stand, sleutel)
        return self._met(Houden(partij=partij, datum=dag, indiener=indiener, sleutel=sleutel, reden=reden))

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

    def _met(self, zet: Zet) -> Onderhandeling:
        laatste = self.ronden[-1]
        nieuw = self.met_ronden((*self.ronden[:-1], Ronde(zetten=(*laatste.zetten, zet))))
        nieuw.__dict__["begin"] = self.begin  # the closed rounds are the same
        return nieuw
