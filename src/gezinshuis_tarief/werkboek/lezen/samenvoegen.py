"""Puts an opbouw together from what the cells of a workbook gave, through the same door as any input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final

from gezinshuis_tarief.componenten.bouwsteen import EigenPost
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.eisen import losse_sleutels
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kern.onderbouwing import AANNAME, Onderbouwing, Status, Wijzigingsbron
from gezinshuis_tarief.kern.sleutels import (
    PER_ZORGZWAARTE,
    bouwdeel,
    hoort_bij,
    pad_van,
    sleutel_van_pad,
    uitgevouwen,
    zwaarte_in,
)
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD, POSTEN
from gezinshuis_tarief.model.wijzigen import na_wijziging
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.lezen.bevindingen import Concept
from gezinshuis_tarief.werkboek.lezen.getallen import waarde_uit_cel
from gezinshuis_tarief.werkboek.lezen.invoer import IngelezenInvoer, Invoerwaarde
from gezinshuis_tarief.werkboek.lezen.onderbouwingskolommen import Onderbouwingskolommen
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag

_VERKEERDE_CEL: Final = {"naam_gedeeld", "naam_verlegd"}
"""Findings that say a value may be another's."""
_EIGEN: Final = ("bron", "geldig_vanaf", "herkomst", "toelichting")
"""What somebody may type beside a value that changes."""


class OpbouwUitCellen:
    """Joins values and support; rows for own cost lines that stayed blank close up."""

    def __init__(self, invoer: IngelezenInvoer, steun: Onderbouwingskolommen, verslag: Verslag) -> None:
        self._invoer, self._vorm, self._steun, self._verslag = invoer, invoer.vorm, steun, verslag

    @cached_property
    def _posten(self) -> dict[int, int]:
        """The place in the opbouw of each row for an own cost line that is filled in."""
        van_zorgzwaarte = [s for s in self._vorm.erbij if bouwdeel(s) == POSTEN]

        def velden(plek: int) -> Iterator[str]:
            post = f"{POSTEN}[{plek}]"
            yield from (f"{post}.{veld}" for veld in ("naam", "bedrag_per_jaar"))
            yield from (s for s in van_zorgzwaarte if hoort_bij(zwaarte_in(s)[1], post))

        gevuld = [
            plek
            for plek in range(self._vorm.posten)
            if not self._vorm.is_lege_rij(f"{POSTEN}[{plek}]")
            or any(self._invoer.waarden.get(sleutel, "geweigerd") is not None for sleutel in velden(plek))
        ]
        return {plek: nieuw for nieuw, plek in enumerate(gevuld)}

    def _in_opbouw(self, sleutel: str) -> str | None:
        """Return the key that an input has in the opbouw; None for a blank own cost line."""
        return _verplaatst(sleutel, self._posten)

    def _in_bestand(self, sleutel: str) -> str:
        """Return the key that an input of the opbouw has in the file."""
        return _verplaatst(sleutel, self._rijen) or sleutel

    @property
    def _rijen(self) -> dict[int, int]:
        """The row in the file of each own cost line of the opbouw."""
        return {nieuw: plek for plek, nieuw in self._posten.items()}

    def opbouw(self) -> Opbouw | None:
        """Return the opbouw; None when an input is refused, which is then in the report."""
        opbouw = None
        try:
            opbouw = self._bouw(self._invoer.waarden)
        except InvoerFout as fout:
            for bezwaar in (*fout.bezwaren, *self._buiten_grenzen_van_een_zorgzwaarte()):
                self._meld_bezwaar(bezwaar)
        return None if self._verslag.geweigerd() else opbouw

    def _buiten_grenzen_van_een_zorgzwaarte(self) -> Iterator[Bezwaar]:
        """Object to values of one zorgzwaarte, which the door of an opbouw only looks at when all shared ones are good."""
        for sleutel, waarde in self._invoer.waarden.items():
            zwaarte, gedeeld = zwaarte_in(sleutel)
            veld = self._vorm.velden.get(gedeeld) if zwaarte else None
            if veld and isinstance(waarde, Decimal) and (oordeel := veld.grenzen.oordeel(waarde)):
                yield Bezwaar(sleutel, oordeel[0], toegestaan=veld.grenzen.toegestaan, remedie=oordeel[1])

    def _bouw(self, waarden: Mapping[str, Invoerwaarde]) -> Opbouw:
        """Validate values as one opbouw."""
        gegeven: dict[str, object] = {f"{POSTEN}[{plek}]": {} for plek in self._posten.values()}
        for sleutel, waarde in {**waarden, **self._vorm.eigen_data()}.items():
            plek = self._in_opbouw(sleutel)
            # a blank of one zorgzwaarte says something too: there the own amount that all share does not count
            if plek is not None and (waarde is not None or zwaarte_in(sleutel)[0]):
                gegeven[plek] = waarde
        invoer = {POSTEN: [], **uitgevouwen(gegeven)}
        return Opbouw.model_validate({**invoer, "onderbouwing": self._onderbouwing})

    def zoals_bestand(self, opbouw: Opbouw) -> Opbouw:
        """Return an opbouw with its own cost lines on the rows they have in the file, and blank ones between them."""
        leeg = EigenPost.model_construct(naam="", bedrag_per_jaar=Decimal(0))
        posten = [leeg] * (max(self._posten, default=-1) + 1)
        for plek, nieuw in self._posten.items():
            posten[plek] = opbouw.eigen_posten[nieuw]
        per = {
            zwaarte: {self._in_bestand(sleutel): waarde for sleutel, waarde in deel.items()}
            for zwaarte, deel in opbouw.per_zorgzwaarte.items()
        }
        return opbouw.model_copy(update={POSTEN: tuple(posten), PER_ZORGZWAARTE: per})

    def concept(self, ronde: int) -> Concept:
        """Return what could be read, with a stand-in for what is missing or refused."""
        waarden = dict(self._invoer.waarden)
        weg = {sleutel for sleutel in self._gevraagd if sleutel not in waarden}
        weg |= {bevinding.sleutel for bevinding in self._verslag if bevinding.code in _VERKEERDE_CEL}
        opbouw = None
        while opbouw is None:
            waarden |= {sleutel: self._plaatsvervanger(sleutel) for sleutel in weg}
            try:
                opbouw = self._bouw(waarden)
            except InvoerFout as fout:
                nieuw = {
                    self._in_bestand(deel) for b in fout.bezwaren for deel in losse_sleutels(b.sleutel)
                } - weg
                if not nieuw:
                    raise
                weg |= nieuw
        leeg = {self._in_opbouw(sleutel) or sleutel for sleutel in weg}
        if AANWEZIG in self._verslag.geweigerd():
            leeg.add(AANWEZIG)
        return Concept(opbouw, frozenset(leeg), self.opmerkingen(), ronde)

    @property
    def _gevraagd(self) -> Iterator[str]:
        """The inputs that the opbouw asks for."""
        for sleutel in self._vorm.velden:
            if self._in_opbouw(sleutel) and (self._invoer.gelieerd or bouwdeel(sleutel) != GELIEERD):
                yield sleutel

    def _plaatsvervanger(self, sleutel: str) -> Invoerwaarde:
        """Return a value that passes the door, for a cell that will be blank."""
        return "?" if sleutel.endswith("].naam") else self._vorm.velden[sleutel].waarde

    def opmerkingen(self) -> dict[str, str]:
        """Return the notes by key; one at a blank own cost line keeps the key of its row."""
        return {self._in_opbouw(s) or s: tekst for s, tekst in self._steun.opmerkingen.items()}

    @cached_property
    def _onderbouwing(self) -> dict[str, Onderbouwing]:
        steun = {sleutel: self._na_wijziging(sleutel) for sleutel in self._gevraagd}
        return {self._in_opbouw(sleutel) or sleutel: deel for sleutel, deel in steun.items() if deel}

    def _na_wijziging(self, sleutel: str) -> Onderbouwing | None:
        """Return what stands behind a value, recording a change of it as `Opbouw.met` would."""
        nu, toen = self._steun.onderbouwing.get(sleutel), self._steun.bij_verzending.get(sleutel)
        was, reden = self._verzonden(sleutel), self._steun.redenen.get(sleutel)
        wordt = self._invoer.waarden.get(sleutel, was)
        if was is None or was == wordt:
            if reden and not (nu and nu.afwijking):
                cel = self._invoer.cellen.get(sleutel)
                self._verslag.meld("reden_zonder_afwijking", cel, sleutel, reden=reden)
            return self._nog_vast(sleutel, _met_eerste_steun(nu, toen), toen)
        if nu is None and toen is None:
            return None
        nu, toen = nu or AANNAME, toen or AANNAME
        if toen.status is Status.VAST and not reden:
            self._verslag.meld(
                "vast_gewijzigd_zonder_reden",
                self._invoer.cellen.get(sleutel),
                sleutel,
                toegestaan="een vaste waarde wijzigen, met een reden",
                was=nederlands(was) if isinstance(was, Decimal) else was,
                bron=toen.bron or "niet vermeld",
            )
        zelf = {veld: getattr(nu, veld) for veld in _EIGEN if getattr(nu, veld) != getattr(toen, veld)}
        bij = na_wijziging(toen, was, wordt, Wijzigingsbron(reden=reden, **zelf))
        return bij if toen.status is Status.VAST else bij.model_copy(update={"status": nu.status})

    def _nog_vast(
        self, sleutel: str, nu: Onderbouwing | None, toen: Onderbouwing | None
    ) -> Onderbouwing | None:
        """Return the support of a value that stayed: what was vast when it was sent stays so, whatever its cell says."""
        if toen is None or toen.status is not Status.VAST or (nu and nu.status is Status.VAST):
            return nu
        if self._steun.heeft_kolom("status"):  # without it there is one finding for the column
            zegt = str(nu.status) if nu else "niets"
            cel = self._invoer.cellen.get(sleutel)
            self._verslag.meld("vaste_status_gewijzigd", cel, sleutel, tekst=zegt)
        return toen if nu is None else nu.model_copy(update={"status": Status.VAST})

    def _verzonden(self, sleutel: str) -> Decimal | str | None:
        """Return the value an input was sent with; None when it was blank or is not known."""
        cel = self._steun.verzonden.get(sleutel)
        return None if cel is None else waarde_uit_cel(cel)

    def _meld_bezwaar(self, bezwaar: Bezwaar) -> None:
        """Write down what the door refused, unless the cell was refused already."""
        delen = [self._in_bestand(deel) for deel in losse_sleutels(bezwaar.sleutel)]
        geweigerd = self._verslag.geweigerd()
        if geweigerd & set(delen) or any(sleutel.startswith(f"{delen[0]}.") for sleutel in geweigerd):
            return  # the cell itself, or every cell of the part, was said already
        waarde = self._invoer.waarden.get(delen[0]) if len(delen) == 1 else None
        gevonden = nederlands(waarde) if isinstance(waarde, Decimal) else bezwaar.gevonden
        code, melding, remedie = "geweigerd", f"{gevonden} {bezwaar.melding}", bezwaar.remedie
        if bezwaar.melding == "ontbreekt":
            code, melding = "leeg", "een lege cel"
        elif "grenzen" in bezwaar.melding or len(delen) > 1:
            code = "buiten_grenzen"
            remedie = "Vul een waarde binnen de grenzen in." if len(delen) == 1 else remedie
        self._verslag.meld(
            code,
            next((self._invoer.cellen[deel] for deel in delen if deel in self._invoer.cellen), None),
            delen[0] if len(delen) == 1 else bezwaar.sleutel,
            toegestaan=bezwaar.toegestaan,
            gevonden=melding,
            wat_te_doen=remedie,
        )


def _met_eerste_steun(nu: Onderbouwing | None, toen: Onderbouwing | None) -> Onderbouwing | None:
    """Return the support of a value that stayed, with what stood behind the first offer, which no column shows."""
    if nu and nu.afwijking and toen and toen.afwijking and nu.afwijking.voorstel == toen.afwijking.voorstel:
        afwijking = nu.afwijking.model_copy(update={"was": toen.afwijking.was})
        return nu.model_copy(update={"afwijking": afwijking})
    return nu


def _verplaatst(sleutel: str, plekken: Mapping[int, int]) -> str | None:
    """Return a key with its own cost line at another place; None when that has none."""
    zwaarte, gedeeld = zwaarte_in(sleutel)
    deel, *rest = pad_van(gedeeld)
    if deel != POSTEN or not rest:
        return sleutel
    plek = plekken.get(int(rest[0]))
    voor = (zwaarte,) if zwaarte else ()
    return None if plek is None else sleutel_van_pad((*voor, deel, plek, *rest[1:]))
