gezinshuis.plaatsen
    "gezinshuis.plaatsen_laag" + "gezinshuis.plaatsen_midden" + "gezinshuis.plaatsen_hoog"

gezinshuis.plaatsdagen
    "gezinshuis.plaatsen" * "gezinshuis.dagen_per_jaar"

inkomen_gezinshuisouder.fte
    "inkomen_gezinshuisouder.fte_per_plaats" * "gezinshuis.plaatsen" * "inkomen_gezinshuisouder.vervangingsfactor"

inkomen_gezinshuisouder.loon.brutojaarloon
    12.0 * "inkomen_gezinshuisouder.loon.bruto_maandsalaris" * ( ( ( 1.0 + "inkomen_gezinshuisouder.loon.vakantietoeslag" ) * ( 1.0 + "inkomen_gezinshuisouder.loon.eindejaarsuitkering" ) ) + "inkomen_gezinshuisouder.loon.onregelmatigheidstoeslag" )

inkomen_gezinshuisouder.loon.premies
    "inkomen_gezinshuisouder.loon.werkgeverspremies" * LEAST( "inkomen_gezinshuisouder.loon.brutojaarloon", "inkomen_gezinshuisouder.loon.maximum_premieloon" )

inkomen_gezinshuisouder.loon.pensioen
    "inkomen_gezinshuisouder.loon.pensioenpremie_werkgever" * GREATEST( "inkomen_gezinshuisouder.loon.brutojaarloon" - "inkomen_gezinshuisouder.loon.pensioenfranchise", 0.0 )

inkomen_gezinshuisouder.loon.loonkosten
    "inkomen_gezinshuisouder.loon.brutojaarloon" + "inkomen_gezinshuisouder.loon.premies" + "inkomen_gezinshuisouder.loon.pensioen"

inkomen_gezinshuisouder.per_jaar
    "inkomen_gezinshuisouder.fte" * ( "inkomen_gezinshuisouder.loon.loonkosten" + "inkomen_gezinshuisouder.overige_kosten_per_fte" )

inkomen_gezinshuisouder.per_etmaal
    "inkomen_gezinshuisouder.per_jaar" / "gezinshuis.plaatsdagen"

gedragswetenschapper.loon.brutojaarloon
    12.0 * "gedragswetenschapper.loon.bruto_maandsalaris" * ( ( ( 1.0 + "gedragswetenschapper.loon.vakantietoeslag" ) * ( 1.0 + "gedragswetenschapper.loon.eindejaarsuitkering" ) ) + "gedragswetenschapper.loon.onregelmatigheidstoeslag" )

gedragswetenschapper.loon.premies
    "gedragswetenschapper.loon.werkgeverspremies" * LEAST( "gedragswetenschapper.loon.brutojaarloon", "gedragswetenschapper.loon.maximum_premieloon" )

gedragswetenschapper.loon.pensioen
    "gedragswetenschapper.loon.pensioenpremie_werkgever" * GREATEST( "gedragswetenschapper.loon.brutojaarloon" - "gedragswetenschapper.loon.pensioenfranchise", 0.0 )

gedragswetenschapper.loon.loonkosten
    "gedragswetenschapper.loon.brutojaarloon" + "gedragswetenschapper.loon.premies" + "gedragswetenschapper.loon.pensioen"

gedragswetenschapper.uurkosten
    "gedragswetenschapper.loon.loonkosten" / "gedragswetenschapper.productieve_uren_per_jaar"

gedragswetenschapper.per_jaar
    "gezinshuis.plaatsen" * "gedragswetenschapper.uren_per_jeugdige_per_week" * "gezinshuis.weken_per_jaar" * "gedragswetenschapper.uurkosten"

gedragswetenschapper.per_etmaal
    "gedragswetenschapper.per_jaar" / "gezinshuis.plaatsdagen"

ondersteuning.per_jaar
    ( "gezinshuis.weken_per_jaar" * ( ( "ondersteuning.huishoudelijke_uren_per_week" * "ondersteuning.huishoudelijk_uurtarief" ) + ( "ondersteuning.pedagogische_uren_per_week" * "ondersteuning.pedagogisch_uurtarief" ) ) ) + "ondersteuning.overige_kosten_per_jaar"

ondersteuning.per_etmaal
    "ondersteuning.per_jaar" / "gezinshuis.plaatsdagen"

vervanging_logeren.per_jaar
    ( "vervanging_logeren.vervangingsetmalen_per_jaar" * "vervanging_logeren.kosten_per_vervangingsetmaal" ) + ( "gezinshuis.plaatsen" * "vervanging_logeren.logeeretmalen_per_jeugdige_per_jaar" * "vervanging_logeren.kosten_per_logeeretmaal" )

vervanging_logeren.per_etmaal
    "vervanging_logeren.per_jaar" / "gezinshuis.plaatsdagen"

verzorgingskosten.per_jeugdige
    ( "verzorgingskosten.bedrag_per_jeugdige_per_dag" * "gezinshuis.dagen_per_jaar" ) + "verzorgingskosten.bijzondere_kosten_per_jeugdige_per_jaar"

verzorgingskosten.per_jaar
    "gezinshuis.plaatsen" * "verzorgingskosten.per_jeugdige"

verzorgingskosten.per_etmaal
    "verzorgingskosten.per_jaar" / "gezinshuis.plaatsdagen"

huisvesting.lasten_per_jaar
    "huisvesting.woonlasten_per_jaar" + "huisvesting.energie_en_heffingen_per_jaar" + "huisvesting.onderhoud_en_inventaris_per_jaar"

huisvesting.per_jaar
    COALESCE( "huisvesting.vast_bedrag_per_jaar", "huisvesting.lasten_per_jaar" * "huisvesting.aandeel_zorg" )

huisvesting.per_etmaal
    "huisvesting.per_jaar" / "gezinshuis.plaatsdagen"

gedeeld.beroepskrachten
    "inkomen_gezinshuisouder.per_etmaal" + "gedragswetenschapper.per_etmaal" + "ondersteuning.per_etmaal" + "vervanging_logeren.per_etmaal"

gedeeld.directe_kosten
    "inkomen_gezinshuisouder.per_etmaal" + "gedragswetenschapper.per_etmaal" + "ondersteuning.per_etmaal" + "vervanging_logeren.per_etmaal" + "verzorgingskosten.per_etmaal" + "huisvesting.per_etmaal"

gedeeld.deel_van_tarief
    CASE "winst_marge.grondslag" WHEN 'tarief' THEN "winst_marge.percentage" WHEN 'kostprijs' THEN 0.0 ELSE NULL END

gedeeld.deel_van_kostprijs
    CASE "winst_marge.grondslag" WHEN 'tarief' THEN 0.0 WHEN 'kostprijs' THEN "winst_marge.percentage" ELSE NULL END

laag.zorgzwaarte.extra_uren_per_etmaal
    ( "gezinshuis.weken_per_jaar" * ( ( "zorgzwaarte.extra_uren_gedragswetenschapper_per_week_laag" * "gedragswetenschapper.uurkosten" ) + ( "zorgzwaarte.extra_uren_begeleiding_per_week_laag" * "ondersteuning.pedagogisch_uurtarief" ) ) ) / "gezinshuis.dagen_per_jaar"

laag.zorgzwaarte.per_etmaal
    "laag.zorgzwaarte.extra_uren_per_etmaal" + "zorgzwaarte.toeslag_per_etmaal_laag"

laag.beroepskrachten
    "gedeeld.beroepskrachten" + "laag.zorgzwaarte.per_etmaal"

laag.directe_kosten
    "gedeeld.directe_kosten" + "laag.zorgzwaarte.per_etmaal"

laag.overhead.grondslag
    CASE "overhead.grondslag" WHEN 'beroepskrachten' THEN "laag.beroepskrachten" WHEN 'directe_kosten' THEN "laag.directe_kosten" ELSE NULL END

laag.overhead.per_etmaal
    ( "overhead.opslag" * "laag.overhead.grondslag" ) + ( ( "overhead.contracteisen_per_jaar" + ( "overhead.vast_bedrag_per_plaats_per_jaar" * "gezinshuis.plaatsen" ) ) / "gezinshuis.plaatsdagen" )

laag.kostprijs
    "laag.directe_kosten" + "laag.overhead.per_etmaal"

laag.vaste_kosten
    "laag.kostprijs" - "verzorgingskosten.per_etmaal"

laag.leegstand.grondslag
    CASE "leegstand.grondslag" WHEN 'kostprijs' THEN "laag.kostprijs" WHEN 'vaste_kosten' THEN "laag.vaste_kosten" ELSE NULL END

laag.leegstand.per_etmaal
    ( "laag.leegstand.grondslag" / "leegstand.bezettingsgraad" ) - "laag.leegstand.grondslag"

laag.integraal
    "laag.kostprijs" + "laag.leegstand.per_etmaal"

laag.onafgerond_tarief
    ( "laag.integraal" * ( 1.0 + "gedeeld.deel_van_kostprijs" ) ) / ( 1.0 - "gedeeld.deel_van_tarief" )

laag.gelieerde_zorgorganisatie.per_etmaal
    0.0

laag.winst_marge.per_etmaal
    "winst_marge.percentage" * CASE "winst_marge.grondslag" WHEN 'tarief' THEN "laag.onafgerond_tarief" WHEN 'kostprijs' THEN "laag.integraal" ELSE NULL END

uitkomst.laag.inkomen_gezinshuisouder
    CAST(CAST(FLOOR( ( CASE WHEN "inkomen_gezinshuisouder.per_etmaal" < 10000000000000.0 THEN "inkomen_gezinshuisouder.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.gedragswetenschapper
    CAST(CAST(FLOOR( ( CASE WHEN "gedragswetenschapper.per_etmaal" < 10000000000000.0 THEN "gedragswetenschapper.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.ondersteuning
    CAST(CAST(FLOOR( ( CASE WHEN "ondersteuning.per_etmaal" < 10000000000000.0 THEN "ondersteuning.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.vervanging_logeren
    CAST(CAST(FLOOR( ( CASE WHEN "vervanging_logeren.per_etmaal" < 10000000000000.0 THEN "vervanging_logeren.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.verzorgingskosten
    CAST(CAST(FLOOR( ( CASE WHEN "verzorgingskosten.per_etmaal" < 10000000000000.0 THEN "verzorgingskosten.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.huisvesting
    CAST(CAST(FLOOR( ( CASE WHEN "huisvesting.per_etmaal" < 10000000000000.0 THEN "huisvesting.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.overhead
    CAST(CAST(FLOOR( ( CASE WHEN "laag.overhead.per_etmaal" < 10000000000000.0 THEN "laag.overhead.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.gelieerde_zorgorganisatie
    CAST(CAST(FLOOR( ( CASE WHEN "laag.gelieerde_zorgorganisatie.per_etmaal" < 10000000000000.0 THEN "laag.gelieerde_zorgorganisatie.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.leegstand
    CAST(CAST(FLOOR( ( CASE WHEN "laag.leegstand.per_etmaal" < 10000000000000.0 THEN "laag.leegstand.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.winst_marge
    CAST(CAST(FLOOR( ( CASE WHEN "laag.winst_marge.per_etmaal" < 10000000000000.0 THEN "laag.winst_marge.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.zorgzwaarte
    CAST(CAST(FLOOR( ( CASE WHEN "laag.zorgzwaarte.per_etmaal" < 10000000000000.0 THEN "laag.zorgzwaarte.per_etmaal" * 100.0 ELSE CAST(NULL AS DOUBLE) END * 1.0000000000000018 ) + 0.5 ) AS BIGINT) / 100.0 AS DECIMAL(18, 2))

uitkomst.laag.tarief
    "uitkomst.laag.inkomen_gezinshuisouder" + "uitkomst.laag.gedragswetenschapper" + "uitkomst.laag.ondersteuning" + "uitkomst.laag.vervanging_logeren" + "uitkomst.laag.verzorgingskosten" + "uitkomst.laag.huisvesting" + "uitkomst.laag.overhead" + "uitkomst.laag.gelieerde_zorgorganisatie" + "uitkomst.laag.leegstand" + "uitkomst.laag.winst_marge" + "uitkomst.laag.zorgzwaarte"
