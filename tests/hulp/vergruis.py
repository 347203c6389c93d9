"""Damage: what a door is fed to see that it refuses in Dutch, in time, and never lets something else in silently."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from typing import Any

LELIJK: tuple[bytes, ...] = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\x1b[2J",
    b'"',
    b"<",
    b"&#0;",
    b"9" * 40,
    b"1e999",
    b"-0",
    b"NaN",
    b"=1+1",
    b"[" * 3000,
    b"\n" * 50,
)
WAARDEN: tuple[Any, ...] = (
    None,
    True,
    "",
    "NaN",
    "1e400",
    "12.000",
    "\uff11\uff12",
    "0.1234567890123",
    "\x1b[2J",
    "\ud800",
    "=cmd|' /C calc'!A0",
    -1,
    10**30,
    1.5e300,
    [],
    {},
    [[]] * 3,
    {"a": {"b": {}}},
)
"""What an adversary puts in the place of a value."""


def bytes_kapot(toeval: random.Random, inhoud: bytes) -> bytes:
    """Return bytes with one to four wounds: flipped, cut, doubled or with something ugly in between."""
    kapot = bytearray(inhoud)
    for _ in range(toeval.randint(1, 4)):
        plek = toeval.randrange(len(kapot) + 1)
        tot = min(len(kapot), plek + toeval.choice([1, 2, 30, 3000]))
        match toeval.randrange(4):
            case 0 if plek < len(kapot):
                kapot[plek] ^= 1 << toeval.randrange(8)
            case 1:
                del kapot[plek:tot]
            case 2:
                kapot[plek:plek] = kapot[plek:tot]
            case _:
                kapot[plek:plek] = toeval.choice(LELIJK)
    return bytes(kapot)


def json_kapot(toeval: random.Random, inhoud: bytes) -> bytes:
    """Return JSON that is still JSON, with parts that are gone, elsewhere, or of another kind."""
    boom = json.loads(inhoud)
    for _ in range(toeval.randint(1, 3)):
        houder, sleutel = toeval.choice(list(_plekken(boom)))
        match toeval.randrange(4):
            case 0:
                del houder[sleutel]
            case 1:
                _, ander = toeval.choice(plekken := list(_plekken(boom)))
                bron = next(deel for deel, naam in plekken if naam == ander)
                houder[sleutel] = json.loads(json.dumps(bron[ander]))
            case 2 if isinstance(houder, dict):
                houder[toeval.choice(["x", f"{sleutel} ", str(sleutel).upper(), "\u202e", ""])] = houder[
                    sleutel
                ]
            case _:
                houder[sleutel] = toeval.choice(WAARDEN)
        if not isinstance(boom, dict) or not boom:
            break
    return json.dumps(boom).encode()


def _plekken(deel: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 (any JSON)
    paren = deel.items() if isinstance(deel, dict) else enumerate(deel) if isinstance(deel, list) else ()
    for sleutel, waarde in list(paren):
        yield deel, sleutel
        yield from _plekken(waarde)


def zip_kapot(toeval: random.Random, inhoud: bytes) -> bytes:
    """Return a zip in which one or two parts are damaged, gone, doubled or exchanged."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        delen = [(naam, zip_.read(naam)) for naam in zip_.namelist()]
    for _ in range(toeval.randint(1, 2)):
        plek = toeval.randrange(len(delen))
        naam, deel = delen[plek]
        match toeval.randrange(5):
            case 0:
                del delen[plek]
            case 1:
                delen[plek] = naam, toeval.choice(delen)[1]
            case 2:
                delen[plek] = naam, xml_kapot(toeval, deel)
            case 3:
                delen[plek] = naam.replace("/", "\\"), deel
            case _:
                delen[plek] = naam, bytes_kapot(toeval, deel)
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, deel in delen:
            zip_.writestr(naam, deel)
    return uit.getvalue()


def xml_kapot(toeval: random.Random, deel: bytes) -> bytes:
    """Return XML in which one text or attribute is something else."""
    plekken = list(re.finditer(rb'>([^<>]+)<|"([^"<>]*)"', deel))
    if not plekken:
        return bytes_kapot(toeval, deel)
    gevonden = toeval.choice(plekken)
    groep = 1 if gevonden[1] is not None else 2
    ander = toeval.choice([*LELIJK, toeval.choice(plekken)[0].strip(b'><"')])
    return deel[: gevonden.start(groep)] + ander + deel[gevonden.end(groep) :]
