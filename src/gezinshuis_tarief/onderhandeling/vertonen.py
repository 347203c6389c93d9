"""How a negotiation is shown outside a terminal: a verb of it that lives higher up."""

from __future__ import annotations

from typing import Any, cast

from gezinshuis_tarief.kern.argumenten import Bestandspad
from gezinshuis_tarief.kern.onderdeel import Onderdeel


class Vertoont(Onderdeel):
    """What can be shown as a page of the state of the talks."""

    def _repr_html_(self) -> str:
        """Show where the parties stand in a notebook."""
        from gezinshuis_tarief.onderhandeling.weergave import stand_html  # noqa: PLC0415 (idem)

        return stand_html(cast("Any", self).stand)

    def naar_html(self, pad: Bestandspad, *, titel: str = "", overschrijf: bool = False) -> None:
        """Write the state of the talks as one HTML file, without a script. Needs the extra `rapport`.

        Args:
            pad: the .html file to make.
            titel: what stands above it; without it the name of the negotiation.
            overschrijf: whether an existing file may be replaced.

        Raises:
            FileExistsError: when the file exists and may not be replaced.
        """
        from gezinshuis_tarief.rapport.gesprek import schrijf_gesprek  # noqa: PLC0415 (loaded only when used)

        schrijf_gesprek(cast("Any", self), pad, titel=titel, overschrijf=overschrijf)
