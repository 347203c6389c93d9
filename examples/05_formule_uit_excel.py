"""A formula that the other party changed in Excel comes back as a proposal, with what it does to the tariff."""

from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from gezinshuis_tarief import lees_excel, voorbeeld_2026

with TemporaryDirectory() as map_:
    pad = Path(map_) / "tarief.xlsx"
    voorbeeld_2026().naar_excel(pad)
    boek = openpyxl.load_workbook(pad)  # the other party, who types this in Excel
    for z in ("laag", "midden", "hoog"):
        ((blad, adres),) = boek.defined_names[f"{z}.leegstand.per_etmaal"].destinations
        boek[blad][adres] = f"={z}.leegstand.grondslag*(1-leegstand.bezettingsgraad)"
    boek.save(pad)
    gelezen = lees_excel(pad)
(voorstel,) = gelezen.voorstellen
print(voorstel)
print("nog niets overgenomen:", gelezen.opbouw == voorbeeld_2026())
print("overgenomen:", voorstel.opbouw.bereken()["midden"].per_etmaal)
print(voorstel.opbouw.uitleg().stap("midden.leegstand.per_etmaal"))
