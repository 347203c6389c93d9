"""The sheet Paspoort: what made this workbook, so that a reader can tell formulas and figures apart."""

from __future__ import annotations

from gezinshuis_tarief.kern.bestanden import versie
from gezinshuis_tarief.referentie import vingerafdruk
from gezinshuis_tarief.rekenwijzen.excel import varianten
from gezinshuis_tarief.werkboek.beschrijving import keuringen, namen
from gezinshuis_tarief.werkboek.beschrijving.eigen_onderdelen import verzonden_stukken
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Keuring


def paspoort_van(vulling: Werkboekinhoud) -> dict[str, str]:
    """Return what the passport says, by name."""
    dag = vulling.peildatum
    return {
        "sjabloon": namen.SJABLOON,
        "versie": versie(),
        "peildatum": dag.isoformat() if dag else "onbekend",
        "formules": vulling.vingerafdruk,
        "cijfers": vingerafdruk(),
        "varianten": ", ".join(f"{s}: {naam}" for s, naam in varianten(vulling.opbouw).items()) or "geen",
    }


_BREEDTES = (36, 34, 52)
_UITLEG = {
    "sjabloon": ("Versie van het sjabloon", "bepaalt hoe dit bestand wordt ingelezen"),
    "versie": ("Versie van gezinshuis-tarief", "het programma dat dit werkboek schreef"),
    "peildatum": ("Peildatum", "laatste datum vanaf wanneer een cijfer hierin geldt; per groep"),
    "formules": ("Kenmerk van de formules", "twee werkboeken met hetzelfde kenmerk rekenen gelijk"),
    "cijfers": ("Kenmerk van de referentiecijfers", "cao, premies en indexen van deze versie"),
    "varianten": ("Eigen varianten van bouwstenen", "formules die van de standaard afwijken"),
}


def _ronde() -> Keuring:
    regel = keuringen.tussen("integer", 1, 99)
    return Keuring(regel, "Ronde", "Hier hoort een heel getal van 1 tot en met 99.")


def maak_paspoort(vulling: Werkboekinhoud) -> Blad:
    """Lay the sheet out."""
    cellen = [
        Cel(0, 0, "Paspoort", "titel"),
        Cel(1, 0, "Hiermee is te zien waarmee dit werkboek is gemaakt.", "onder"),
        Cel(3, 0, "Ronde van de onderhandeling", "vet"),
        Cel(3, 1, vulling.ronde, "invoer_getal", naam=namen.RONDE, keuring=_ronde),
        Cel(3, 2, "vul zelf in", "klein"),
    ]
    for rij, (soort, inhoud) in enumerate(paspoort_van(vulling).items(), start=4):
        titel, uitleg = _UITLEG[soort]
        cellen += [
            Cel(rij, 0, titel, "vet"),
            Cel(rij, 1, inhoud, "paspoort", naam=namen.PASPOORTNAMEN[soort]),
            Cel(rij, 2, f"{uitleg}: {vulling.prijspeil}" if soort == "peildatum" else uitleg, "klein"),
        ]
    for stuk, tekst in enumerate(verzonden_stukken(vulling.opbouw)):
        rij = len(namen.PASPOORTNAMEN) + 4 + stuk
        cellen += [
            Cel(rij, 0, "Eigen onderdelen zoals verzonden", "vet"),
            Cel(rij, 1, tekst, "verzonden_steun", naam=namen.verzondennaam(stuk)),
            Cel(
                rij,
                2,
                "hiermee rekent wie dit bestand inleest; in leesbare vorm op Eigen onderdelen",
                "klein",
            ),
        ]
    return Blad(namen.PASPOORT, "#8A8A8A", _BREEDTES, cellen, {0: 30.0}, liggend=True, actief=(3, 1))
