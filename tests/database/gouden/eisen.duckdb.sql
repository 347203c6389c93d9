gelieerde_zorgorganisatie.aandeel + winst_marge.percentage
    CAST(FLOOR( ( ( CASE COALESCE("gelieerde_zorgorganisatie.grondslag", 'tarief') WHEN 'tarief' THEN COALESCE("gelieerde_zorgorganisatie.aandeel", 0.0) WHEN 'kostprijs' THEN 0.0 ELSE NULL END + CASE "winst_marge.grondslag" WHEN 'tarief' THEN "winst_marge.percentage" WHEN 'kostprijs' THEN 0.0 ELSE NULL END ) * 10000000000.0 ) + 0.5 ) AS BIGINT) < 10000000000

gezinshuis.plaatsen_laag + plaatsen_midden + plaatsen_hoog
    ( CAST(FLOOR( ( ( "gezinshuis.plaatsen_laag" + "gezinshuis.plaatsen_midden" + "gezinshuis.plaatsen_hoog" ) * 10000000000.0 ) + 0.5 ) AS BIGINT) >= 10000000000 ) AND ( CAST(FLOOR( ( ( "gezinshuis.plaatsen_laag" + "gezinshuis.plaatsen_midden" + "gezinshuis.plaatsen_hoog" ) * 10000000000.0 ) + 0.5 ) AS BIGINT) <= 80000000000 )

gelieerde_zorgorganisatie
    NOT ( ( "gelieerde_zorgorganisatie.aandeel" IS NULL ) OR ( "gelieerde_zorgorganisatie.grondslag" IS NULL ) OR ( "gelieerde_zorgorganisatie.vast_bedrag_per_plaats_per_jaar" IS NULL ) ) OR ( ( "gelieerde_zorgorganisatie.aandeel" IS NULL ) AND ( "gelieerde_zorgorganisatie.grondslag" IS NULL ) AND ( "gelieerde_zorgorganisatie.vast_bedrag_per_plaats_per_jaar" IS NULL ) )
