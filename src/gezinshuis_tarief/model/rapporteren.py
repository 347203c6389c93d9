"""The report of an opbouw: two verbs of it that live higher up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from gezinshuis_tarief.kern.argumenten import Bestandspad
from gezinshuis_tarief.kern.onderdeel import Onderdeel

if TYPE_CHECKING:
    from gezinshuis_tarief.rapport.schrijven import Rapportbeeld


class Rapporteert(Onderdeel):
    """What can be shown as a page that calculates by itself."""

    def _repr_html_(self) -> str:
        """Show the tariffs in a notebook; `rapport` shows all of it."""
        return cast("Any", self).bereken()._repr_html_()  # type: ignore[no-any-return]

    def naar_html(self, pad: Bestandspad, *, titel: str = "", overschrijf: bool = False) -> None:
        """Write the report: one HTML file that shows the tariff and calculates it again, exactly, in any browser.

        It needs no network and no Python, and sends nothing. Needs the extra `rapport`.

        Args:
            pad: the .html file to make.
            titel: what stands above it, such as the name of the house.
            overschrijf: whether an existing file may be replaced.

        Raises:
            FileExistsError: when the file exists and may not be replaced.
            InvoerFout: when a component of one's own cannot be written down.
        """
        from gezinshuis_tarief.rapport.schrijven import schrijf_html  # noqa: PLC0415 (loaded only when used)

        schrijf_html(cast("Any", self), pad, titel=titel, overschrijf=overschrijf)

    def rapport(self, *, titel: str = "") -> Rapportbeeld:
        """Show the report in a notebook; it calculates there too, also without Python behind it.

        Args:
            titel: what stands above it, such as the name of the house.
        """
        from gezinshuis_tarief.rapport.schrijven import Rapportbeeld, maak_html  # noqa: PLC0415 (idem)

        return Rapportbeeld(maak_html(cast("Any", self), titel=titel))
