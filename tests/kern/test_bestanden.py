"""Files are written aside first, then put in place, and never over an existing one unasked."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from gezinshuis_tarief.kern.bestanden import BestandFout, bewaar_tekst, lees_bestand, schrijf_veilig


def test_een_bestand_komt_heel_op_zijn_plek(tmp_path: Path) -> None:
    doel = tmp_path / "uit.json"
    with schrijf_veilig(doel) as terzijde:
        assert terzijde.parent == tmp_path
        assert terzijde.suffix == ".json"
        terzijde.write_text("heel", encoding="utf-8")
        assert not doel.exists()
    assert doel.read_text(encoding="utf-8") == "heel"
    assert list(tmp_path.iterdir()) == [doel]


@pytest.mark.parametrize("overschrijf", [False, True])
def test_een_mislukking_laat_niets_achter(tmp_path: Path, *, overschrijf: bool) -> None:
    doel = tmp_path / "uit.json"
    with (  # noqa: PT012 (the block itself fails)
        pytest.raises(RuntimeError, match="halverwege"),
        schrijf_veilig(doel, overschrijf=overschrijf) as terzijde,
    ):
        terzijde.write_text("half", encoding="utf-8")
        raise RuntimeError("halverwege")
    assert list(tmp_path.iterdir()) == []


def test_een_mislukking_laat_het_bestaande_staan(tmp_path: Path) -> None:
    doel = tmp_path / "uit.json"
    doel.write_text("oud", encoding="utf-8")
    with pytest.raises(RuntimeError, match="halverwege"), schrijf_veilig(doel, overschrijf=True):
        raise RuntimeError("halverwege")
    assert doel.read_text(encoding="utf-8") == "oud"
    assert list(tmp_path.iterdir()) == [doel]


def test_een_bestaand_bestand_wordt_niet_ongevraagd_vervangen(tmp_path: Path) -> None:
    doel = tmp_path / "uit.json"
    doel.write_text("oud", encoding="utf-8")
    with pytest.raises(FileExistsError), schrijf_veilig(doel):
        pytest.fail("er mag niets geschreven worden")
    assert doel.read_text(encoding="utf-8") == "oud"
    with schrijf_veilig(doel, overschrijf=True) as terzijde:
        terzijde.write_text("nieuw", encoding="utf-8")
    assert doel.read_text(encoding="utf-8") == "nieuw"
    assert list(tmp_path.iterdir()) == [doel]


def test_een_bestand_dat_intussen_verschijnt_blijft_staan(tmp_path: Path) -> None:
    doel = tmp_path / "uit.json"
    with pytest.raises(FileExistsError), schrijf_veilig(doel) as terzijde:  # noqa: PT012 (the block itself fails)
        terzijde.write_text("nieuw", encoding="utf-8")
        doel.write_text("van een ander", encoding="utf-8")
    assert doel.read_text(encoding="utf-8") == "van een ander"
    assert list(tmp_path.iterdir()) == [doel]


@pytest.fixture(params=[0o022, 0o077, 0o002])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    was = os.umask(request.param)
    yield request.param
    os.umask(was)


@pytest.mark.parametrize("overschrijf", [False, True])
def test_de_rechten_volgen_de_umask(tmp_path: Path, umask: int, *, overschrijf: bool) -> None:
    doel = tmp_path / "uit.json"
    with schrijf_veilig(doel, overschrijf=overschrijf):
        pass
    assert doel.stat().st_mode & 0o777 == 0o666 & ~umask
    assert os.umask(umask) == umask


def geen_koppeling(doel: Path, bron: Path) -> None:
    raise OSError(95, "Operation not supported", str(doel), None, str(bron))


def test_zonder_koppelingen_krijgt_het_bestand_toch_zijn_naam(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", geen_koppeling)
    doel = tmp_path / "uit.txt"
    with schrijf_veilig(doel) as terzijde:
        terzijde.write_text("nieuw")
    assert [pad.name for pad in tmp_path.iterdir()] == ["uit.txt"]
    assert doel.read_text() == "nieuw"


def test_zonder_koppelingen_blijft_staan_wat_er_intussen_kwam(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", geen_koppeling)
    doel = tmp_path / "uit.txt"
    with pytest.raises(FileExistsError), schrijf_veilig(doel) as terzijde:  # noqa: PT012 (it fails at the end)
        terzijde.write_text("nieuw")
        doel.write_text("van een ander")
    assert [pad.name for pad in tmp_path.iterdir()] == ["uit.txt"]
    assert doel.read_text() == "van een ander"


def test_wat_niet_te_schrijven_is_zegt_waarom_in_het_nederlands(tmp_path: Path) -> None:
    (tmp_path / "er.json").write_text("x", encoding="utf-8")
    for pad, reden in (
        (
            tmp_path / "er.json",
            "bestaat al en wordt niet overschreven. Kies een andere naam of geef overschrijf=True.",
        ),
        (tmp_path / "weg" / "a.json", "bestaat niet. Controleer de naam en de map."),
        (tmp_path / "er.json" / "a.json", "staat niet in een map. Controleer de naam en de map."),
    ):
        with pytest.raises(BestandFout) as fout:
            bewaar_tekst("x", pad)
        assert str(fout.value) == f"{pad}: {reden}"
        assert fout.value.filename == str(pad)
    with pytest.raises(BestandFout, match="is een map"):
        bewaar_tekst("x", tmp_path, overschrijf=True)
    with pytest.raises(BestandFout, match="bestaat niet"):
        lees_bestand(tmp_path / "weg")


def test_een_fout_wordt_niet_twee_keer_verteld(tmp_path: Path) -> None:
    eerst = BestandFout(tmp_path, FileExistsError())
    assert str(BestandFout("a", eerst, vervang="--overschrijf")).endswith("naam of geef --overschrijf.")
    assert str(BestandFout("a", eerst, vervang="")).endswith("Kies een andere naam.")


def test_een_verwijzing_blijft_een_verwijzing_en_rechten_blijven(tmp_path: Path) -> None:
    """R3: what the link points at is written, and who may read it stays as it was."""
    (tmp_path / "elders").mkdir()
    echt, wijzer = tmp_path / "elders" / "echt.json", tmp_path / "wijzer.json"
    echt.write_text("oud", encoding="utf-8")
    echt.chmod(0o600)
    wijzer.symlink_to(echt)
    bewaar_tekst("nieuw", wijzer, overschrijf=True)
    assert wijzer.is_symlink()
    assert echt.read_text(encoding="utf-8") == "nieuw"
    assert echt.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        bewaar_tekst("nieuwer", wijzer)


def test_een_lange_naam_kan_en_een_te_lange_zegt_dat(tmp_path: Path) -> None:
    lang = tmp_path / f"{'n' * 245}.json"
    bewaar_tekst("x", lang)
    assert lang.read_text(encoding="utf-8") == "x"
    with pytest.raises(BestandFout, match="gaat niet open"):
        bewaar_tekst("x", tmp_path / f"{'n' * 300}.json")


def test_wat_een_afgebroken_run_achterliet_ruimt_de_volgende_op(tmp_path: Path) -> None:
    """R6: after an hour no run is still writing it."""
    oud, vers = tmp_path / ".gezinshuis-tarief-oud.json", tmp_path / ".gezinshuis-tarief-vers.json"
    for rest in (oud, vers):
        rest.touch()
    os.utime(oud, (0, 0))
    bewaar_tekst("x", tmp_path / "uit.json")
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [vers.name, "uit.json"]


@pytest.mark.parametrize("nummer", [errno.ENOSPC, errno.EFBIG])
def test_een_volle_schijf_zegt_dat_en_laat_niets_achter(tmp_path: Path, nummer: int) -> None:
    """R6: whatever writes finds out at whatever moment."""
    doel = tmp_path / "uit.json"
    with (
        pytest.raises(BestandFout, match=r"de schijf is vol\. Maak ruimte"),
        schrijf_veilig(doel),
    ):
        raise OSError(nummer, "vol")
    assert list(tmp_path.iterdir()) == []


def test_een_ander_bestand_dat_intussen_niet_open_gaat_houdt_zijn_naam(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as fout, schrijf_veilig(tmp_path / "uit.json"):
        (tmp_path / "bron.csv").read_bytes()
    assert fout.value.filename == str(tmp_path / "bron.csv")
    assert list(tmp_path.iterdir()) == []
