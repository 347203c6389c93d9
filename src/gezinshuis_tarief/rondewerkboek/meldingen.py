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

_DOE_EEN_VOORSTEL: Final = "Doe er een voorstel bij, met een reden."

RONDEMELDINGEN: Final[Meldsoorten] = {
    **WERKBOEKMELDINGEN,
    **soorten(
        Ernst.FOUT,
        geen_partij=('"{tekst}"', "Kies uit de lijst."),
        geen_status=("{tekst}", UIT_DE_LIJST),
        tegenstrijdig=(
            "{wat}",
            "Spreek af welke geldt en maak de andere cellen leeg; de bestanden blijven zoals ze zijn.",
        ),
        akkoord_met_voorstel=(
            "status akkoord naast een voorstel",
            "Maak het voorstel leeg om te aanvaarden, of zet de status terug.",
        ),
        voorstel_zonder_reden=("een voorstel zonder reden", "Schrijf de reden in de kolom Uw reden."),
    ),
    **soorten(
        Ernst.WAARSCHUWING,
        verborgen_invoer=("een voorstel op {waar}", "Maak het zichtbaar en kijk of het voorstel klopt."),
        externe_koppeling=("een koppeling met een ander bestand: {doel}", "Verbreek de koppeling."),
        vaste_cel_gewijzigd=(
            "{staat} op een plek die vastligt",
            "Dit telt niet mee: het dossier houdt wat er stond. Doe een voorstel op het blad Onderhandelen.",
        ),
        naam_weg=(
            "van {aantal} cellen ontbreekt de naam of de cel, zoals {naam}",
            "Gerekend is met het dossier; gebruik voor het vervolg een nieuw werkboek.",
        ),
        status_zonder_voorstel=(
            "status {nieuw} in plaats van {oud}, zonder voorstel; niet bewaard",
            _DOE_EEN_VOORSTEL,
        ),
        reden_zonder_voorstel=('de reden "{reden}" zonder voorstel; niet bewaard', _DOE_EEN_VOORSTEL),
    ),
    **soorten(
        Ernst.OPMERKING,
        voorstel_is_al_zo=(
            "een voorstel dat al uw bod is",
            "Laat het voorstel leeg, of stel iets anders voor.",
        ),
    ),
}
