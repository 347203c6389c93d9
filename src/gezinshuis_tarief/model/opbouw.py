"""A full quote: the house, eleven bouwstenen, own cost lines, and what stands behind each value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SerializeAsAny,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    WrapValidator,
    model_serializer,
    model_validator,
)

from gezinshuis_tarief.bouwstenen.gedragswetenschapper import Gedragswetenschapper
from gezinshuis_tarief.bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from gezinshuis_tarief.bouwstenen.huisvesting import Huisvesting
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder import InkomenGezinshuisouder
from gezinshuis_tarief.bouwstenen.leegstand import Leegstand
from gezinshuis_tarief.bouwstenen.ondersteuning import Ondersteuning
from gezinshuis_tarief.bouwstenen.overhead import Overhead
from gezinshuis_tarief.bouwstenen.vervanging_logeren import VervangingLogeren
from gezinshuis_tarief.bouwstenen.verzorgingskosten import Verzorgingskosten
from gezinshuis_tarief.bouwstenen.winst_marge import WinstMarge
from gezinshuis_tarief.bouwstenen.zorgzwaarte import ZorgzwaarteToeslag
from gezinshuis_tarief.componenten.aandeel import over_tarief
from gezinshuis_tarief.componenten.bouwsteen import Bouwsteen, EigenPost, Kostenpost
from gezinshuis_tarief.componenten.gezinshuis import Gezinshuis
from gezinshuis_tarief.kern.argumenten import Bestandspad
from gezinshuis_tarief.kern.eisen import Eis
from gezinshuis_tarief.kern.onderbouwing import AANNAME, Herkomst, Onderbouwing
from gezinshuis_tarief.kern.onderdeel import Onderdeel, OpenNorm
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import veld
from gezinshuis_tarief.model.bronnen import bekende_sleutel
from gezinshuis_tarief.model.prijspeil import Prijspeil, prijspeil_van
from gezinshuis_tarief.model.wijzigen import gewijzigd
from gezinshuis_tarief.onderdelen.meereizen import naar_data, uit_data
from gezinshuis_tarief.onderdelen.plaatsing import bezwaar_tegen_plek

if TYPE_CHECKING:
    from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst
    from gezinshuis_tarief.uitkomst.uitleg import Uitleg


def _of_variant(waarde: Any, deur: Any) -> Any:  # noqa: ANN401 (pydantic's validator signature)
    """Let a variant of one's own through as it is; anything else is the standard room's input."""
    return waarde if isinstance(waarde, Bouwsteen | Kostenpost) else deur(waarde)


def _als_tuple(waarde: Any) -> Any:  # noqa: ANN401 (pydantic's validator signature)
    return tuple(waarde) if isinstance(waarde, list) else waarde


_VERVANGBAAR = WrapValidator(_of_variant)
_EigenPosten = tuple[SerializeAsAny[Annotated[EigenPost, _VERVANGBAAR]], ...]


def _delen_van_tarief(opbouw: Opbouw, wijze: Rekenwijze) -> tuple[Decimal | int, ...]:
    marge, *gelieerd = opbouw.delen(over_tarief, wijze)
    return (gelieerd[0] if gelieerd else 0, marge)


class Opbouw(Onderdeel):
    """A full quote: the house, eleven bouwstenen, own cost lines, and what stands behind the values.

    Changing anything makes a copy, see `met`. The JSON form is described by `model_json_schema()`.
    """

    eisen = (
        Eis(
            sleutels=("gelieerde_zorgorganisatie.aandeel", "winst_marge.percentage"),
            termen=_delen_van_tarief,
            kleiner_dan=1,
            melding="nemen samen het hele tarief",
            toegestaan="als deel van het tarief samen kleiner dan 1",
            remedie="Verlaag een van beide of kies de grondslag kostprijs.",
            kort="met bouwsteen 8 samen minder dan 100%",
        ),
    )

    gezinshuis: Annotated[Gezinshuis, veld("het gezinshuis en zijn plaatsen")]
    inkomen_gezinshuisouder: SerializeAsAny[Annotated[InkomenGezinshuisouder, _VERVANGBAAR]]
    gedragswetenschapper: SerializeAsAny[Annotated[Gedragswetenschapper, _VERVANGBAAR]]
    ondersteuning: SerializeAsAny[Annotated[Ondersteuning, _VERVANGBAAR]]
    vervanging_logeren: SerializeAsAny[Annotated[VervangingLogeren, _VERVANGBAAR]]
    verzorgingskosten: SerializeAsAny[Annotated[Verzorgingskosten, _VERVANGBAAR]]
    huisvesting: SerializeAsAny[Annotated[Huisvesting, _VERVANGBAAR]]
    overhead: SerializeAsAny[Annotated[Overhead, _VERVANGBAAR]]
    gelieerde_zorgorganisatie: GelieerdeZorgorganisatie | None = None
    leegstand: SerializeAsAny[Annotated[Leegstand, _VERVANGBAAR]]
    winst_marge: WinstMarge
    zorgzwaarte: ZorgzwaarteToeslag
    eigen_posten: Annotated[
        _EigenPosten, BeforeValidator(_als_tuple, json_schema_input_type=list[EigenPost])
    ] = ()
    onderbouwing: dict[Annotated[str, AfterValidator(bekende_sleutel)], Onderbouwing] = Field(
        default_factory=dict, exclude_if=lambda inhoud: not inhoud
    )

    @model_validator(mode="before")
    @classmethod
    def _verzamel_onderbouwing(cls, data: Any) -> Any:  # noqa: ANN401 (pydantic's validator signature)
        """Take over the support that parts bring along, for instance from a cao table."""
        if not isinstance(data, dict):
            return data
        meegebracht: dict[str, Onderbouwing] = {}
        kaal: dict[str, Any] = {}
        for naam, inhoud in data.items():
            delen = list(inhoud) if isinstance(inhoud, list | tuple) else [inhoud]
            for plek, deel in enumerate(delen):
                if isinstance(deel, Onderdeel):
                    meegebracht |= deel.meegebracht(f"{naam}." if inhoud is deel else f"{naam}[{plek}].")
                    delen[plek] = deel.kaal()
            kaal[naam] = delen if isinstance(inhoud, list | tuple) else delen[0]
        if not meegebracht:
            return data
        return {**kaal, "onderbouwing": meegebracht | dict(data.get("onderbouwing") or {})}

    @model_validator(mode="before")
    @classmethod
    def _met_eigen_onderdelen(cls, data: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 (pydantic's signature)
        """Make the parts of which a definition came along."""
        return uit_data(data, info.context) if isinstance(data, dict) else data

    @model_serializer(mode="wrap")
    def _met_definities(self, schrijf: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return naar_data(self, schrijf(self))

    @model_validator(mode="after")
    def _op_hun_plek(self) -> Self:
        if fout := bezwaar_tegen_plek(self):
            raise fout
        return self

    def delen(self, over: Callable[[Decimal, str, Rekenwijze], Decimal], wijze: Rekenwijze) -> list[Decimal]:
        """Return the fractions of bouwsteen 10 and, where it is there, 8, as far as their base is the asked one."""
        dragers = [(self.winst_marge.percentage, self.winst_marge.grondslag)]
        if gelieerd := self.gelieerde_zorgorganisatie:
            dragers.append((gelieerd.aandeel, gelieerd.grondslag))
        return [over(deel, grondslag, wijze) for deel, grondslag in dragers]

    @property
    def prijspeil(self) -> Prijspeil:
        """How old its figures are: the first day of each group of them."""
        return prijspeil_van(self, self.onderbouwing)

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
