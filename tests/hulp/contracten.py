"""A negotiation about which nothing is left open, so that its annex may be signed."""

from __future__ import annotations

import datetime as dt

from gezinshuis_tarief import Contractgegevens, Opbouw, controleer
from gezinshuis_tarief.indexatie.clausule import indexeringsclausule
from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.onderhandeling.contractvoorstellen import stel_contract_voor
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.stukken.artikelen import TE_DEKKEN
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs, maak_bewijs

PRIJSPEIL = dt.date(2026, 1, 1)
DAG = dt.date(2026, 2, 20)


def volledig_contract(opbouw: Opbouw) -> Contractgegevens:
    """Everything filled in: what an opbouw asks for is decided, and every warning accepted."""
    clausule = indexeringsclausule()
    normen = opbouw.alle_open_normen()
    gevonden = controleer(
        opbouw,
        peildatum=PRIJSPEIL,
        indexeringsclausule=clausule,
        besloten_normen=frozenset(norm.vraag for norm in normen),
    ).bevindingen
    return Contractgegevens.model_validate(
        {
            "nummer": "JZ-2026-017",
            "bijlageversie": "1.0",
            "partijen": [
                {
                    "partij": "gemeente",
                    "rol": "gemeente",
                    "naam": "Gemeente Voorbeeld",
                    "kvk": "00000001",
                    "vertegenwoordiger": "K. Bos",
                    "functie": "manager inkoop",
                },
                {
                    "partij": "aanbieder",
                    "rol": "aanbieder",
                    "naam": "Stichting De Linde",
                    "kvk": "00000002",
                    "agb": "00000003",
                    "adres": "Lindelaan 1, Voorbeeld",
                    "vertegenwoordiger": "S. Jansen",
                    "functie": "bestuurder",
                },
            ],
            "gezinshuis": {
                "naam": "Gezinshuis De Linde",
                "adres": "Lindelaan 3, Voorbeeld",
                "agb": "00000004",
            },
            "producten": {z: {"code": f"44GH-{z}", "groepsgrootte": 4} for z in ("laag", "midden", "hoog")},
            "etmaal": {
                "begin": "00:00",
                "aankomst_telt": True,
                "vertrek_telt": False,
                "schrikkeldag_betaald": True,
            },
            "ingangsdatum": "2026-03-01",
            "btw": 0,
            "dekking": [
                {"kosten": kosten, "keuze": keuze}
                for kosten, keuze in zip(TE_DEKKEN, ("niet", "in_tarief", "apart", "apart"), strict=True)
            ],
            "besluiten": [{"vraag": n.vraag, "afspraak": f"Zo: {n.onze_lezing}"} for n in normen],
            "verouderd": "Zij aanvaarden dit tot de nieuwe tabel er is.",
            "indexering": {
                "clausule": clausule,
                "eerste_dag": "2027-01-01",
                "bron": "de Nederlandse Zorgautoriteit",
                "inhaal_eerste_jaar": False,
                "verrekenen_binnen_weken": 1,
                "deskundige": "een deskundige die partijen samen aanwijzen",
                "onder_nul": "blijft",
            },
            "afwezigheid": {
                "regels": [
                    {"reden": "Vakantie", "deel": "1", "dagen_per_keer": 14, "dagen_per_jaar": 42},
                    {"reden": "Weglopen", "deel": "0.75", "dagen_per_keer": 1, "dagen_per_jaar": 14},
                ],
                "na_verblijf_dagen": 14,
                "naar_rato": "boven",
                "melden_binnen_dagen": 3,
            },
            "bezetting": {
                "afwezig_telt": True,
                "drempel": "0.05",
                "gevolg": "partijen praten binnen vier weken",
            },
            "zorgzwaartewijziging": {
                "wie": "de gemeente",
                "vanaf": "eerste_van_maand_erna",
                "afbouwdagen": 30,
                "tijdens_geschil": "oude",
            },
            "looptijd": {
                "van": "2026-03-01",
                "tot_en_met": "2029-12-31",
                "verlenging": "twee keer een jaar",
                "na_einde": "de jeugdige vertrekt",
            },
            "opzegging": {
                "termijn_maanden": 6,
                "tegen": "het einde van een kwartaal",
                "redenen": "artikel 12 van de overeenkomst",
            },
            "rangorde": ["de overeenkomst", "deze bijlage", "het tariefbewijs"],
            "herstel_maanden": 12,
            "aanvaard": {b.code: "besproken" for b in gevonden if b.ernst is Ernst.WAARSCHUWING},
        }
    )


def zaak_met(opbouw: Opbouw, contract: Contractgegevens | None = None) -> Onderhandeling:
    """A negotiation that ended in agreement on one changed value, and on contract data where given."""
    zaak = Onderhandeling(
        naam="Gezinshuis De Linde", peildatum=PRIJSPEIL, partijen=("gemeente", "aanbieder"), basis=opbouw
    )
    bod = opbouw.met({"overhead.opslag": "0.11"}, reden="oude reden")
    zaak = zaak.bod("aanbieder", bod, indiener="S. Jansen", datum=DAG, reden="benchmark van de regio")
    zaak = zaak.aanvaard("overhead.opslag", "gemeente", indiener="K. Bos", datum=DAG)
    for partij in zaak.partijen if contract else ():
        zaak = stel_contract_voor(zaak, partij, contract or Contractgegevens(), indiener="x", datum=DAG)
    return zaak


def tekenklaar(opbouw: Opbouw) -> Tariefbewijs:
    """A receipt whose annex may be signed."""
    return maak_bewijs(zaak_met(opbouw, volledig_contract(opbouw)), gemaakt_op=DAG)
