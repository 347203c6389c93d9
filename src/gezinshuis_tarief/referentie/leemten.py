"""What is known to be missing between the tables that were found.

A table holds until the next one found, unless something says that another came in between.
Each entry tells what that is; its text ends up in the message to the user.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gezinshuis_tarief.referentie.dagen import Periode

GEHANDICAPTENZORG: Final = (
    Periode(
        dt.date(2023, 9, 1),
        dt.date(2024, 12, 1),
        "de lonen stegen per 2023-09-01, 2023-12-01 en 2024-06-01 en die tabellen zijn niet gevonden "
        "(belastingupdate.nl/financien/cao-gehandicaptenzorg-salarisschalen-2024)",
    ),
)

# Remarks, not gaps: the table did hold, but something was paid beside it.
JEUGDZORG_NAAST_DE_TABEL: Final = (
    Periode(
        dt.date(2021, 1, 1),
        dt.date(2022, 1, 1),
        "over 2021 is 2% loonsverhoging in 2022 als eenmalige uitkering betaald; die staat niet in deze tabel "
        "(lad.nl/definitieve-tekst-nieuwe-cao-jeugdzorg-2021-2023)",
    ),
)

_SCHAAL_VERVALLEN: Final = (
    Periode(dt.date(2024, 1, 1), dt.date.max, "deze schaal is per 2024-01-01 vervallen"),
)

CAO_REGELS: Final[Mapping[str, tuple[Periode, ...]]] = MappingProxyType(
    {
        "vakantietoeslag_minimum": (
            Periode(
                dt.date(2022, 1, 1),
                dt.date(2024, 1, 1),
                "de lonen stegen per 2022-01-01 en 2023-01-01 en het minimum van die jaren is niet gevonden",
            ),
        ),
        "periodiekomvang_schaal_1": _SCHAAL_VERVALLEN,
        "periodiekomvang_schaal_2": _SCHAAL_VERVALLEN,
        "periodiekomvang_schaal_3": _SCHAAL_VERVALLEN,
    },
)

FUNCTIES: Final = (
    Periode(
        dt.date(2017, 1, 1),
        dt.date(2020, 1, 1),
        "de gevonden tekst van het oude functieboek loopt tot en met 2016",
    ),
)
