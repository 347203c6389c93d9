"""What can be noticed in a negotiation workbook, beside what any workbook can have."""

from __future__ import annotations

from typing import Final

from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.werkboek.lezen.meldingen import (
    UIT_DE_LIJST,
    WERKBOEKMELDINGEN,
    Meldsoorten,
    soorten,
)

RONDEMELDINGEN: Final[Meldsoorten] = {
    **WERKBOEKMELDINGEN,
    **soorten(
        Ernst.FOUT,
        andere_invuller=(
            "ingevuld namens {wie}, en niet namens {partij}",
            "Lees dit werkboek met de partij die het invulde, of kies bovenaan namens wie het is ingevuld.",
        ),
        geen_partij=('"{tekst}"', "Kies uit de lijst."),
        geen_antwoord=('"{tekst}" als antwoord', UIT_DE_LIJST),
        tegenstrijdig=(
            "{wat}",
            "Spreek af welke geldt en maak de andere cellen leeg; de bestanden blijven zoals ze zijn.",
        ),
        antwoord_met_voorstel=(
            "antwoord {antwoord} naast een voorstel",
            "Maak het voorstel leeg, of kies voorstel als antwoord.",
        ),
        antwoord_zonder_voorstel=(
            "antwoord voorstel zonder waarde ernaast",
            "Vul in wat u voorstelt, of kies een ander antwoord.",
        ),
        voorstel_zonder_reden=(
            "een voorstel zonder reden",
            "Schrijf de reden in de kolom Uw reden of vraag.",
        ),
        houden_zonder_reden=(
            "antwoord houden zonder reden",
            "Schrijf in de kolom Uw reden of vraag waarom u uw waarde houdt.",
        ),
        vraag_zonder_reden=(
            "antwoord vraag zonder vraag",
            "Schrijf in de kolom Uw reden of vraag wat u wilt weten.",
        ),
    ),
    **soorten(
        Ernst.WAARSCHUWING,
        dossier_verder=(
            "sinds dit werkboek is gemaakt, ging het dossier in deze ronde verder (zetten erbij: {aantal})",
            "Uw antwoorden gelden op wat u zag; vergelijk de stand hieronder met uw werkboek.",
        ),
        verborgen_invoer=("een voorstel op {waar}", "Maak het zichtbaar en kijk of het voorstel klopt."),
        externe_koppeling=("een koppeling met een ander bestand: {doel}", "Verbreek de koppeling."),
        vaste_cel_gewijzigd=(
            "{staat} op een plek die vastligt",
            "Dit telt niet mee: het dossier houdt wat er stond. Doe een voorstel op Gesprek of Invoer.",
        ),
        naam_weg=(
            "van {aantal} cellen ontbreekt de naam of de cel, of zijn rijen verschoven, zoals {naam}",
            "Gerekend is met het dossier; gebruik voor het vervolg een nieuw werkboek.",
        ),
        reden_zonder_voorstel=(
            'de reden "{reden}" zonder voorstel; niet bewaard',
            "Doe er een voorstel bij, of schrijf het op Gesprek bij Iets anders zeggen of vragen.",
        ),
    ),
    **soorten(
        Ernst.OPMERKING,
        geen_invuller=(
            "niemand koos namens wie dit is ingevuld; gelezen namens {partij}",
            "Kies het voortaan bovenaan op het blad Gesprek.",
        ),
        gelezen_als_vraag=('de tekst "{reden}" zonder antwoord, bewaard als vraag', "U hoeft niets te doen."),
        voorstel_is_al_zo=(
            "een voorstel dat al uw bod is",
            "Laat het voorstel leeg, of stel iets anders voor.",
        ),
    ),
}
