"""The report as one HTML file: made from a template, with a policy that names its one script and one style by hash."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_soort, naar_pad
from gezinshuis_tarief.kern.bestanden import bewaar_tekst, versie
from gezinshuis_tarief.kern.fouten import uit_extra
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN, POSTEN
from gezinshuis_tarief.rapport.gegevens import Rekengegevens
from gezinshuis_tarief.rapport.inhoud import LEGENDA, OPTELLING, Rapportinhoud

if TYPE_CHECKING:
    from jinja2 import Environment

TITEL: Final = "Tarief van een gezinshuis"
"""What stands above a report without a title of its own."""
_HOOGTE: Final = 900
"""Pixels that a report gets in a notebook."""
_VEILIG: Final = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
"""What could end a script, or a line of it, in a text that stands in one."""


@dataclass(frozen=True, slots=True)
class Rapportbeeld:
    """A report in a notebook: the page in a frame of its own, which works without Python too."""

    html: str

    def __repr__(self) -> str:
        return "rapport; zie het in een notebook, of bewaar het met opbouw.naar_html(pad)"

    def _repr_html_(self) -> str:
        return (
            '<iframe sandbox="allow-scripts allow-downloads" title="Rapport" '
            f'width="100%" height="{_HOOGTE}" srcdoc="{html.escape(self.html)}"></iframe>'
        )


def schrijf_html(opbouw: Opbouw, pad: Bestandspad, *, titel: str = "", overschrijf: bool = False) -> None:
    """Write the report of an opbouw; see `Opbouw.naar_html`."""
    doel = naar_pad(pad, einden=[".html", ".htm"])
    bewaar_tekst(maak_html(opbouw, titel=titel), doel, overschrijf=overschrijf)


def maak_html(opbouw: Opbouw, *, titel: str = "") -> str:
    """Return the report of an opbouw as the text of one page.

    Raises:
        InvoerFout: when a component of one's own cannot be written down.
        ExtraOntbreekt: without the extra `rapport`.
    """
    eis_soort("opbouw", opbouw, Opbouw)
    eis_soort("titel", titel, str)
    gegevens = Rekengegevens(opbouw)
    return vul_in(
        "pagina.html.j2",
        ("rekenen.js", "pagina.js"),
        inhoud=Rapportinhoud(gegevens, titel.strip() or TITEL),
        titel=titel.strip() or TITEL,
        gegevens=gegevens.als_json(),
        legenda=LEGENDA,
        namen={"gelieerd": GELIEERD, "posten": POSTEN, "opslagen": OPSLAGEN, "optelling": OPTELLING},
        zwaartes=ZORGZWAARTES,
    )


def vul_in(sjabloon: str, scripts: tuple[str, ...], **delen: Any) -> str:  # noqa: ANN401 (whatever a template shows)
    """Fill a template; every text is escaped, and only the script and the style of this package may do anything."""
    omgeving = sjabloonomgeving()
    from markupsafe import Markup  # noqa: PLC0415 (comes with what fills templates)

    stijl, script = lees_deel("rapport.css"), "".join(map(lees_deel, scripts))
    beleid = (
        f"default-src 'none'; script-src {_kenmerk(script)}; style-src {_kenmerk(stijl)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return omgeving.get_template(sjabloon).render(
        beleid=beleid,
        stijl=Markup(stijl),  # noqa: S704 (our own file)
        script=Markup(script),  # noqa: S704 (idem)
        versie=versie(),
        **delen,
    )


def _kenmerk(tekst: str) -> str:
    """Return how a policy names a script or a style."""
    if not tekst:
        return "'none'"
    return f"'sha256-{base64.b64encode(hashlib.sha256(tekst.encode()).digest()).decode()}'"


@cache
def lees_deel(naam: str) -> str:
    """Return a file of this package."""
    return (files(__package__) / naam).read_text(encoding="utf-8")


@cache
def sjabloonomgeving() -> Environment:
    """Return what fills templates: every text is escaped, a name that is not there is an error.

    Raises:
        ExtraOntbreekt: without the extra `rapport`.
    """
    with uit_extra():
        from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 (loaded only when used)
    from markupsafe import Markup  # noqa: PLC0415 (comes with it)

    omgeving = Environment(
        loader=FunctionLoader(lees_deel),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def als_gegevens(inhoud: object) -> str:
        tekst = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":"))
        return Markup(tekst.translate(_VEILIG))  # noqa: S704 (what could end a script is escaped)

    omgeving.filters["gegevens"] = als_gegevens
    return omgeving
