"""Keeps a workbook of the current template version, filled in every corner.

Run it once, when a version is about to be used by others; from then on the copy stays as it is, and
only a new version gets a new one.
"""

from __future__ import annotations

from pathlib import Path

from gezinshuis_tarief import EigenPost, GelieerdeZorgorganisatie, naar_json, voorbeeld_2026
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.namen import SJABLOON
from gezinshuis_tarief.werkboek.schrijven import schrijf

if __name__ == "__main__":
    opbouw = voorbeeld_2026().met(
        {
            "gelieerde_zorgorganisatie": GelieerdeZorgorganisatie(
                aandeel="0.025", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="250"
            ),
            "eigen_posten": (EigenPost(naam="Tuinproject", bedrag_per_jaar="1200.5"),),
            "huisvesting.vast_bedrag_per_jaar": "14250",
            "inkomen_gezinshuisouder.loon.vakantietoeslag": "0.0825",
        },
        reden="afspraak in de regio",
    )
    doel = Path(__file__).parent / f"v{SJABLOON}.xlsx"
    notities = {"leegstand.bezettingsgraad": "Waarom niet 97%?"}
    schrijf(Werkboekinhoud(opbouw, notities=notities, ronde=2), doel, overschrijf=True)
    doel.with_suffix(".json").write_text(naar_json(opbouw), encoding="utf-8")
