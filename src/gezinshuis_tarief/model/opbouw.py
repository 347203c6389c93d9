"""A full quote: the house, eleven bouwstenen, own cost lines, and what stands behind each value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import (
    AfterValidator,
    Field,
    SerializeAsAny,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    model_serializer,
    model_validator,
)

from gezinshuis_tarief.bouwstenen.gedragswetenschapper import Gedragswetenschapper
from gezinshuis_tarief.bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from gezinshuis_tarief.bouwstenen.huisvesting import Huisvesting
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder import InkomenGezinshuisouder
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.bouwstenen.leegstand import Leegstand
from gezinshuis_tarief.bouwstenen.ondersteuning import Ondersteuning
from gezinshuis_tarief.bouwstenen.overhead import Overhead
from gezinshuis_tarief.bouwstenen.vervanging_logeren import VervangingLogeren
from gezinshuis_tarief.bouwstenen.verzorgingskosten import Verzorgingskosten
from gezinshuis_tarief.bouwstenen.winst_marge import WinstMarge
from gezinshuis_tarief.bouwstenen.zorgzwaarte import ZorgzwaarteToeslag
from gezinshuis_tarief.componenten.bouwsteen import EigenPost
from gezinshuis_tarief.componenten.gezinshuis import Gezinshuis
from gezinshuis_tarief.componenten.opslag import EigenOpslag
from gezinshuis_tarief.kern.argumenten import Bestandspad
from gezinshuis_tarief.kern.onderbouwing import AANNAME, Herkomst, Normbesluiten, Onderbouwing
from gezinshuis_tarief.kern.onderdeel import OpenNorm
from gezinshuis_tarief.kern.sleutels import PER_ZORGZWAARTE, Zorgzwaarte, vertaald
from gezinshuis_tarief.kern.velden import veld
from gezinshuis_tarief.model.bronnen import bekende_sleutel
from gezinshuis_tarief.model.deuren import VAN_SOORT, VERVANGBAAR, als_lijst, met_onderbouwing
from gezinshuis_tarief.model.per_zorgzwaarte import lees_per_zorgzwaarte
from gezinshuis_tarief.model.prijspeil import Prijspeil, prijspeil_van
from gezinshuis_tarief.model.rapporteren import Rapporteert
from gezinshuis_tarief.model.tariefdelen import DELEN_VAN_TARIEF
from gezinshuis_tarief.model.wijzigen import gewijzigd
from gezinshuis_tarief.onderdelen.meereizen import naar_data, uit_data
from gezinshuis_tarief.onderdelen.plaatsing import bezwaar_tegen_plek
from gezinshuis_tarief.onderdelen.schema import MetEigenOnderdelen

if TYPE_CHECKING:
    from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst
    from gezinshuis_tarief.uitkomst.uitleg import Uitleg


class Opbouw(MetEigenOnderdelen, Rapporteert):
    """A full quote: the house, eleven bouwstenen, own cost lines, and what stands behind the values.

    Changing anything makes a copy, see `met`. The JSON form is described by `model_json_schema()`.
    """

    eisen = (DELEN_VAN_TARIEF,)

    gezinshuis: Annotated[Gezinshuis, veld("het gezinshuis en zijn plaatsen")]
    inkomen_gezinshuisouder: SerializeAsAny[Annotated[InkomenGezinshuisouder | InkomenOndernemer, VAN_SOORT]]
    gedragswetenschapper: SerializeAsAny[Annotated[Gedragswetenschapper, VERVANGBAAR]]
    ondersteuning: SerializeAsAny[Annotated[Ondersteuning, VERVANGBAAR]]
    vervanging_logeren: SerializeAsAny[Annotated[VervangingLogeren, VERVANGBAAR]]
    verzorgingskosten: SerializeAsAny[Annotated[Verzorgingskosten, VERVANGBAAR]]
    huisvesting: SerializeAsAny[Annotated[Huisvesting, VERVANGBAAR]]
    overhead: SerializeAsAny[Annotated[Overhead, VERVANGBAAR]]
    gelieerde_zorgorganisatie: GelieerdeZorgorganisatie | None = None
    leegstand: SerializeAsAny[Annotated[Leegstand, VERVANGBAAR]]
    winst_marge: WinstMarge
    zorgzwaarte: ZorgzwaarteToeslag
    eigen_posten: Annotated[
        tuple[SerializeAsAny[Annotated[EigenPost, VERVANGBAAR]], ...], als_lijst(EigenPost)
    ] = ()
    eigen_opslagen: Annotated[
        tuple[EigenOpslag, ...],
        als_lijst(EigenOpslag),
        Field(exclude_if=lambda opslagen: not opslagen),
    ] = ()
    per_zorgzwaarte: dict[str, dict[str, Any]] = Field(
        default_factory=dict, exclude_if=lambda anders: not anders
    )
    onderbouwing: dict[Annotated[str, AfterValidator(bekende_sleutel)], Onderbouwing] = Field(
        default_factory=dict, exclude_if=lambda inhoud: not inhoud
    )
    besluiten: Normbesluiten = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _met_wat_meekomt(cls, data: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 (pydantic's signature)
        """Make the parts of which a definition came along, and take over the support that parts bring along."""
        return met_onderbouwing(uit_data(data, info.context)) if isinstance(data, dict) else data

    @model_serializer(mode="wrap")
    def _met_definities(self, schrijf: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return naar_data(self, schrijf(self))

    @model_validator(mode="after")
    def _op_hun_plek(self) -> Self:
        if fout := bezwaar_tegen_plek(self):
            raise fout
        return self

    @model_validator(mode="after")
    def _lees_per_zorgzwaarte(self) -> Self:
        if self.per_zorgzwaarte:  # as its doors read it; a frozen component has no other way to keep that
            self.__dict__[PER_ZORGZWAARTE] = lees_per_zorgzwaarte(self)
        return self

    @property
    def prijspeil(self) -> Prijspeil:
        """How old its figures are: the first day of each group of them."""
        return prijspeil_van(self, self.onderbouwing)

    def voor(self, zorgzwaarte: Zorgzwaarte) -> Self:
        """Return the opbouw as it holds for one zorgzwaarte: itself where nothing differs.

        The values are put in place as they are: a reading may hand over columns or references.
        """
        anders = self.per_zorgzwaarte.get(zorgzwaarte)
        if not anders:
            return self
        zonder = self.model_copy(update={PER_ZORGZWAARTE: {}})
        return vertaald(zonder, lambda sleutel, waarde, _: anders.get(sleutel, waarde))

    def met_groepsgrootte(
        self, laag: int | None = None, midden: int | None = None, hoog: int | None = None
    ) -> Self:
        """Return a copy in which the cost of a zorgzwaarte is spread over a group of its own size.

        >>> from gezinshuis_tarief import voorbeeld_2026
        >>> voorbeeld_2026().met_groepsgrootte(laag=6, midden=5, hoog=4).bereken()["hoog"].per_etmaal
        Decimal('182.12')

        Args:
            laag: places that a group of zorgzwaarte laag has; left out it stays as it is.
            midden: the same for midden.
            hoog: the same for hoog.

        Raises:
            InvoerFout: for a size outside 1 to 8.
        """
        grootten = {"laag": laag, "midden": midden, "hoog": hoog}
        return self.met({f"{z}.gezinshuis.groepsgrootte": n for z, n in grootten.items() if n is not None})

    def zoals_het_staat(self) -> Self:
        """Return the opbouw of the house itself: all its places together, the same for every zorgzwaarte."""
        huis = self.gezinshuis.model_copy(update={"groepsgrootte": None})
        gelijk = self.gezinshuis.groepsgrootte is None and not self.per_zorgzwaarte
        return self if gelijk else self.model_copy(update={"gezinshuis": huis, PER_ZORGZWAARTE: {}})

    def bereken(self) -> Uitkomst:
        """Compute the tariff per zorgzwaarte, exactly."""
        from gezinshuis_tarief.uitkomst.uitkomst import bereken_opbouw  # noqa: PLC0415 (rests on this)

        return bereken_opbouw(self)

    def uitleg(self) -> Uitleg:
        """Explain every step in Dutch: name, formula in words, values with unit, status and source."""
        from gezinshuis_tarief.uitkomst.uitleg import leg_uit  # noqa: PLC0415 (rests on this)

        return leg_uit(self)

    def met(  # noqa: PLR0913 (what a source consists of)
        self,
        wijzigingen: Mapping[str, object],
        *,
        reden: str | None = None,
        bron: str | None = None,
        geldig_vanaf: dt.date | str | None = None,
        herkomst: Herkomst | str | None = None,
        toelichting: str | None = None,
        bronnen: Mapping[str, Mapping[str, object]] | None = None,
    ) -> Self:
        """Return a copy with other values, by dotted key or by whole part.

        A changed value loses its source and becomes an aanname, unless the change brings its own. What was offered
        first is recorded; a value that goes back to it gets its source back too. A *vast* value needs a reason.

        >>> from gezinshuis_tarief import voorbeeld_2026
        >>> met_bron = voorbeeld_2026().met({"leegstand.bezettingsgraad": "0.90"}, bron="telling regio 2025")
        >>> met_bron.onderbouwing_van("leegstand.bezettingsgraad").bron
        'telling regio 2025'

        Args:
            wijzigingen: for instance {"leegstand.bezettingsgraad": "0.90"} or {"huisvesting": Huisvesting(…)}.
            reden: why; required when a *vast* value changes.
            bron: where the new values come from.
            geldig_vanaf: first day of the new values.
            herkomst: bron, afgeleid or aanname; bron when there is a source.
            toelichting: free remark.
            bronnen: the same per key, for instance {"leegstand.bezettingsgraad": {"bron": "telling 2025"}}.

        Raises:
            InvoerFout: with every objection at once: unknown keys, refused values, sources that are none, and *vast*
                values changed without a reason.
        """
        brengt = {
            "bron": bron,
            "geldig_vanaf": geldig_vanaf,
            "herkomst": herkomst,
            "toelichting": toelichting,
            "reden": reden,
        }
        kaal = self.model_copy(update={"onderbouwing": {}})
        nieuw, onderbouwing = gewijzigd(
            kaal, self.onderbouwing, wijzigingen, brengt, {} if bronnen is None else bronnen
        )
        return nieuw.model_copy(update={"onderbouwing": onderbouwing})

    def naar_excel(self, pad: Bestandspad, *, overschrijf: bool = False, ronde: int = 1) -> None:
        """Write a workbook that calculates by itself, to negotiate in and to read back.

        Args:
            pad: the .xlsx file to make.
            overschrijf: whether an existing file may be replaced.
            ronde: round of the negotiation, shown in the passport.

        Raises:
            FileExistsError: when the file exists and may not be replaced.
            InvoerFout: when a variant of one's own has a formula that cannot be written in Excel.
        """
        from gezinshuis_tarief.werkboek.schrijven import naar_excel  # noqa: PLC0415 (loaded only when used)

        naar_excel(self, pad, overschrijf=overschrijf, ronde=ronde)

    def alle_open_normen(self) -> tuple[OpenNorm, ...]:
        """Return the choices that the handreiking may make differently, each once, with our reading."""
        return tuple(dict.fromkeys(norm for deel in self.onderdelen() for norm in deel.open_normen))

    def alle_waarschuwingen(self) -> tuple[str, ...]:
        """Return what is allowed but unusual in any part, in Dutch."""
        return tuple(tekst for deel in self.onderdelen() for tekst in deel.waarschuwingen())

    def aannames(self) -> tuple[str, ...]:
        """Return the keys of the values that are filled in without a source."""
        return tuple(
            waarde.sleutel
            for waarde in self.waarden()
            if waarde.is_gegeven and self.onderbouwing_van(waarde.sleutel).herkomst is Herkomst.AANNAME
        )

    def onderbouwing_van(self, sleutel: str) -> Onderbouwing:
        """Return status and source of a value; an open aanname where nothing is recorded."""
        return self.onderbouwing.get(sleutel, AANNAME)
