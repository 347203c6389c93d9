#!/bin/sh
# A negotiation of four rounds, from the command line alone: offers both ways, a contested point,
# a point that is reopened, two copies that become one, agreement, receipt, annex and motivation.
#
# Usage: vier_rondes.sh MAP    (an empty folder for the files)
set -eu
hier=$(cd "$(dirname "$0")" && pwd)
cd "$1"
zaak=linde.json
doe() { gezinshuis-tarief onderhandel "$@"; }
stil() { gezinshuis-tarief onderhandel "$@" >/dev/null; }
vul() { python "$hier/vul_in.py" "$@" && ${BEWAAR_MET:-:} "$1"; } # a person types; BEWAAR_MET may save it again

echo "=== Ronde 1: het openingsbod van de aanbieder en het antwoord van de gemeente"
stil nieuw $zaak --naam "Gezinshuis De Linde" --peildatum 2026-01-01 --basis "$hier/basis.json"
stil bod $zaak --partij aanbieder --indiener "S. Jansen" --datum 2026-01-12 \
    --opbouw "$hier/aanbieder_ronde_1.json" \
    --reden-bij ondersteuning.pedagogisch_uurtarief="offertes van drie zzp'ers, december 2025" \
    --reden-bij gelieerde_zorgorganisatie="bijdrage aan de franchiseorganisatie"
stil bod $zaak --partij gemeente --indiener "K. Bos" --datum 2026-01-19 \
    --zet leegstand.bezettingsgraad=0.94 --zet winst_marge.percentage=0.025 \
    --reden-bij leegstand.bezettingsgraad="bezetting van de afgelopen drie jaar in de regio" \
    --reden-bij winst_marge.percentage="inkoopkader van de regio"
stil akkoord $zaak ondersteuning.pedagogisch_uurtarief --partij gemeente --indiener "K. Bos" --datum 2026-01-19
doe stand $zaak
echo
echo "=== Waar het verschil tussen beide vandaan komt"
doe verschil $zaak gemeente aanbieder --beeld waterval.png

echo
echo "=== Ronde 2: de aanbieder zakt, de gemeente komt met een eigen opslag; ieder in een eigen werkboek"
stil ronde $zaak
stil werkboek $zaak --partij aanbieder -o ronde_2_aanbieder.xlsx
stil werkboek $zaak --partij gemeente -o ronde_2_gemeente.xlsx
vul ronde_2_aanbieder.xlsx "gesprek.ingevuld_namens=aanbieder" \
    "punt.leegstand.bezettingsgraad.voorstel=0.92" "punt.leegstand.bezettingsgraad.reden=tegemoetkoming" \
    "punt.overhead.opslag.voorstel=0.12" "punt.overhead.opslag.reden=tegemoetkoming" \
    "punt.winst_marge.percentage.antwoord=akkoord"
vul ronde_2_gemeente.xlsx "gesprek.ingevuld_namens=gemeente" \
    "punt.overhead.opslag.voorstel=0.11" "punt.overhead.opslag.reden=benchmark van de regio"
stil lees $zaak ronde_2_aanbieder.xlsx --partij aanbieder --indiener "S. Jansen" --datum 2026-01-26
stil lees $zaak ronde_2_gemeente.xlsx --partij gemeente --indiener "K. Bos" --datum 2026-02-02
doe stand $zaak

echo
echo "=== Ronde 3: ieder werkt in een eigen kopie; daarna worden de kopieën één"
stil ronde $zaak
cp $zaak kopie_aanbieder.json
stil bod $zaak --partij gemeente --indiener "K. Bos" --datum 2026-02-09 \
    --zet leegstand.bezettingsgraad=0.92 --reden "wachtlijst is korter geworden"
stil bod kopie_aanbieder.json --partij aanbieder --indiener "S. Jansen" --datum 2026-02-10 \
    --zet gelieerde_zorgorganisatie=geen --reden "de bijdrage zit al in de overhead"
doe verenig $zaak kopie_aanbieder.json

echo
echo "=== Ronde 4: een akkoord wordt heropend, en toch wordt het rond"
stil ronde $zaak
stil bod $zaak --partij aanbieder --indiener "S. Jansen" --datum 2026-02-16 \
    --zet ondersteuning.pedagogisch_uurtarief=50.25 --reden "nieuwe offerte"
doe stand $zaak
stil akkoord $zaak ondersteuning.pedagogisch_uurtarief overhead.opslag \
    --partij aanbieder --indiener "S. Jansen" --datum 2026-02-18
doe stand $zaak

echo
echo "=== Tariefbewijs, bijlage en motivering"
stil bewijs $zaak -o bewijs.json --datum 2026-02-20
doe naspel bewijs.json
doe bijlage bewijs.json -o bijlage.docx
doe bijlage bewijs.json -o bijlage.pdf
doe motivering $zaak -o motivering.docx
doe motivering $zaak
