"use strict";
/* Runs the calculating part of the page outside a browser: cases in, outcomes out, as JSON. */
const Rekenen = require(process.argv[2]);
const { gegevens, gevallen } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const velden = new Map(gegevens.velden.map((veld) => [veld.s, veld]));
const uit = gevallen.map(({ getypt, gelieerd, posten, redenen, uitleg, bewaar }) => {
  const stand = Rekenen.begin(gegevens);
  Object.assign(stand, { gelieerd: gelieerd ?? stand.gelieerd, posten: posten ?? stand.posten, redenen: redenen ?? {} });
  for (const [sleutel, tekst] of Object.entries(getypt)) {
    try {
      stand.waarden[sleutel] = Rekenen.lees(velden.get(sleutel), tekst);
    } catch (fout) {
      return { sleutel, bezwaar: Rekenen.zin(fout) };
    }
  }
  const eis = Rekenen.geschonden(gegevens, stand);
  if (eis) return { sleutel: eis.sleutels.join(" + "), bezwaar: Rekenen.zin(eis) };
  const stappen = Rekenen.bereken(gegevens, stand);
  const bedragen = stappen.filter(({ sleutel }) => sleutel.startsWith("uitkomst."));
  return {
    bedragen: Object.fromEntries(bedragen.map(({ sleutel, uitkomst }) => [sleutel, Rekenen.toon(uitkomst, "€").slice(2)])),
    uitleg: uitleg ? Rekenen.uitleg(gegevens, stand, stappen) : null,
    bewaard: bewaar ? Rekenen.bewaard(gegevens, stand) : null,
    vast: Rekenen.zonderReden(gegevens, stand),
  };
});
process.stdout.write(JSON.stringify(uit));
