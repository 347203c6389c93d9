"""They offer 140, 150 and 170 per etmaal: can this house live on it?"""

from gezinshuis_tarief import bij_uurinkomen, exploitatie, voorbeeld_2026

huis = voorbeeld_2026()  # your own: van_json(...) or lees_excel(...).opbouw
aanbod = exploitatie(huis, tarief={"laag": 140, "midden": 150, "hoog": 170})
print(aanbod)
print("Voor € 32,50 bruto per betaald uur is nodig:")
print({z: str(t.per_etmaal) for z, t in bij_uurinkomen(huis, "32.50").bereken().items()})
