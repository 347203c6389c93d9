"""W7: reasons typed beside a value travel with a bid."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gezinshuis_tarief import InvoerFout, Opbouw
from gezinshuis_tarief.onderhandeling.bestand import bewaar_onderhandeling, lees_onderhandeling
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.zetten import Bod
from hulp.knoei import Knoeier
from hulp.opdracht import draai

OPSLAG = "overhead.opslag"
TOESLAG = "inkomen_gezinshuisouder.loon.vakantietoeslag"
DAG = dt.date(2026, 2, 2)


def zaak_van(basis: Opbouw) -> Onderhandeling:
    dag = dt.date(2026, 1, 1)
    return Onderhandeling(naam="De Linde", peildatum=dag, partijen=("gemeente", "aanbieder"), basis=basis)


def bod_in(zaak: Onderhandeling) -> Bod:
    (zet,) = zaak.ronden[-1].zetten
    assert isinstance(zet, Bod)
    return zet


def test_redenen_uit_een_werkboek(knoeier: Knoeier, voorbeeld: Opbouw, tmp_path: Path) -> None:
    for sleutel, tekst in {OPSLAG: "eigen begroting", TOESLAG: "afspraak in de regio"}.items():
        knoeier.cel_op(*knoeier.kolom_op_rij("reden", sleutel), f"<is><t>{tekst}</t></is>", "inlineStr")
    pad = str(knoeier.getal(OPSLAG, 0.12).getal(TOESLAG, 0.07).bewaar())
    dossier = tmp_path / "d.json"
    bewaar_onderhandeling(zaak_van(voorbeeld), dossier)
    wie = ("--partij", "gemeente", "--indiener", "J. de Vries", "--datum", "2026-02-02")
    uitkomst = draai("onderhandel", "bod", str(dossier), *wie, "--opbouw", pad)
    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert bod_in(lees_onderhandeling(dossier.read_bytes())).redenen == {
        OPSLAG: "eigen begroting",
        TOESLAG: "afspraak in de regio",
    }


def test_een_eigen_reden_gaat_voor_en_een_oude_telt_niet(voorbeeld: Opbouw) -> None:
    basis = voorbeeld.met({TOESLAG: "0.07"}, reden="cao 2025")
    zaak, nu = zaak_van(basis), basis.met({TOESLAG: "0.06", OPSLAG: "0.12"}, reden="begroting")
    na = zaak.bod("gemeente", nu, indiener="ik", datum=DAG, redenen={OPSLAG: "mijn eigen"}, reden="rest")
    assert bod_in(na).redenen == {OPSLAG: "mijn eigen", TOESLAG: "begroting"}
    zonder = basis.met({TOESLAG: "0.06"}, reden="cao 2025")
    with pytest.raises(InvoerFout, match="is gewijzigd zonder reden"):
        zaak.bod("gemeente", zonder, indiener="ik", datum=DAG)
