"""Reference figures for a gezinshuis tariff, each with its unit, first day and source.

Two kinds of time: cao tables hold until the next one found, yearly figures hold in their own year only. A
figure that is not known on the day asked is an error that names the nearest days, never a zero or a guess.

cijfer: one figure, with all that belongs to it.
dagen: spans of days.
tijdlijn: which figure holds on a day.
bestanden: the tables in `gegevens`, read once, and their fingerprint.
salarissen: the salary tables of both cao's.
cao: rules and functions of the cao Jeugdzorg, and until when a cao runs.
premies: premiums of employers and entrepreneurs, pension, minimum wage.
indexen: indices, provisional and definitive.
pleegvergoedingen: foster-care amounts.
inpassingsnummers: amounts of the CAO Gehandicaptenzorg by number.
kaders: frames without amounts: legal cost elements, bouwstenen, unit codes, counts.
leemten: what is known to be missing from the tables.
meldingen: what is said about a figure that is not known.
eigen/: dated figures of one's own, used before those of the library.
zoeken: search over all figures and their names.
"""

from __future__ import annotations

from gezinshuis_tarief.referentie.bestanden import vingerafdruk
from gezinshuis_tarief.referentie.cao import Functieschaal, cao_regel, functieschaal
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset
from gezinshuis_tarief.referentie.indexen import indexcijfer, indexcijfers
from gezinshuis_tarief.referentie.inpassingsnummers import inpassingsbedrag
from gezinshuis_tarief.referentie.kaders import (
    Bouwsteenkoppeling,
    Eenheidscode,
    Kostprijselement,
    Telling,
    bouwstenen_koppeling,
    gezinshuizen_telling,
    ijw_eenheden,
    kostprijselementen,
)
from gezinshuis_tarief.referentie.pleegvergoedingen import pleegvergoeding, pleegvergoeding_toeslag
from gezinshuis_tarief.referentie.premies import (
    minimumloon,
    ondernemerspremie,
    pensioen,
    werkgeverspremie,
)
from gezinshuis_tarief.referentie.salarissen import salaris, schaal
from gezinshuis_tarief.referentie.zoeken import namen, tabellen, zoek

__all__ = [
    "Bouwsteenkoppeling",
    "Cijfer",
    "Cijferset",
    "Eenheidscode",
    "Functieschaal",
    "Kostprijselement",
    "Telling",
    "bouwstenen_koppeling",
    "cao_regel",
    "functieschaal",
    "gezinshuizen_telling",
    "ijw_eenheden",
    "indexcijfer",
    "indexcijfers",
    "inpassingsbedrag",
    "kostprijselementen",
    "minimumloon",
    "namen",
    "ondernemerspremie",
    "pensioen",
    "pleegvergoeding",
    "pleegvergoeding_toeslag",
    "salaris",
    "schaal",
    "tabellen",
    "vingerafdruk",
    "werkgeverspremie",
    "zoek",
]
