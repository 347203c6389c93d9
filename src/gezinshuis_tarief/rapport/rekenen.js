"use strict";
/* Calculates exactly what the library calculates: the same steps, as trees, over fractions of whole numbers.
   It knows no bouwsteen and no page; it only reads what the library wrote down. */
const Rekenen = (() => {
  const AFWEZIG = null;
  const ZWAARTEN = ["laag", "midden", "hoog"];
  const STIL = new Set([...ZWAARTEN, "uitkomst", "gezinshuis", "gedeeld", "loon"]);
  const STERKTE = { "+": 1, "-": 1, "*": 2, "/": 2 };
  const TEKENS = { "+": " + ", "-": " − ", "*": " × ", "/": " ÷ " };
  const GRENS = 10n ** 9n;

  /* Fractions: [numerator, denominator], the denominator above zero. */
  const abs = (getal) => (getal < 0n ? -getal : getal);
  function ggd(een, ander) {
    while (ander) [een, ander] = [ander, een % ander];
    return een;
  }
  function vereenvoudigd([teller, noemer]) {
    const deler = ggd(abs(teller), noemer);
    return deler > 1n ? [teller / deler, noemer / deler] : [teller, noemer];
  }
  const BEWERKING = {
    "+": ([a, b], [c, d]) => (b === d ? [a + c, b] : [a * d + c * b, b * d]),
    "-": ([a, b], [c, d]) => (b === d ? [a - c, b] : [a * d - c * b, b * d]),
    "*": ([a, b], [c, d]) => [a * c, b * d],
    "/": ([a, b], [c, d]) => {
      if (c === 0n) throw new Error("delen door nul");
      return c < 0n ? [-a * d, -b * c] : [a * d, b * c];
    },
  };
  const kleiner = ([a, b], [c, d]) => a * d < c * b;
  /* Half away from zero, in units of ten to the minus `decimalen`. */
  function rond([teller, noemer], decimalen) {
    const geheel = (2n * abs(teller) * 10n ** BigInt(decimalen) + noemer) / (2n * noemer);
    return teller < 0n ? -geheel : geheel;
  }
  function uitTekst(tekst) {
    const [, teken, heel, deel = "", macht = "0"] = /^([+-]?)([0-9]*)\.?([0-9]*)(?:[eE]([+-]?[0-9]+))?$/.exec(tekst);
    const cijfers = BigInt(heel + deel || "0") * (teken === "-" ? -1n : 1n);
    const schuif = Number(macht) - deel.length;
    return schuif < 0 ? [cijfers, 10n ** BigInt(-schuif)] : [cijfers * 10n ** BigInt(schuif), 1n];
  }

  /* Numbers as Dutch readers write them. */
  function nederlands(geheel, decimalen) {
    const cijfers = String(abs(geheel)).padStart(decimalen + 1, "0");
    const heel = cijfers.slice(0, cijfers.length - decimalen).replace(/\B(?=(\d{3})+$)/g, ".");
    const achter = decimalen ? `,${cijfers.slice(-decimalen)}` : "";
    return `${geheel < 0n ? "-" : ""}${heel}${achter}`;
  }
  function decimalenVan(breuk, hoogstens) {
    const noemer = vereenvoudigd(breuk)[1];
    for (let aantal = 0; aantal < hoogstens; aantal += 1) if (10n ** BigInt(aantal) % noemer === 0n) return aantal;
    return hoogstens;
  }
  function toon(breuk, eenheid) {
    if (eenheid.startsWith("€")) return `€ ${nederlands(rond(breuk, 2), 2)}`;
    const is_fractie = eenheid === "fractie";
    const getal = is_fractie ? [breuk[0] * 100n, breuk[1]] : breuk;
    const decimalen = decimalenVan(getal, 4);
    return nederlands(rond(getal, decimalen), decimalen) + (is_fractie ? "%" : "");
  }
  /* A percentage is moved two places as text, so that nothing is lost on the way. */
  function verschoven(tekst, plaatsen) {
    const [, teken, heel, deel = ""] = /^([+-]?)([0-9]*)\.?([0-9]*)$/.exec(tekst);
    const cijfers = heel + deel;
    const komma = heel.length + plaatsen;
    const ruim = "0".repeat(Math.max(0, 1 - komma)) + cijfers + "0".repeat(Math.max(0, komma - cijfers.length));
    const plek = Math.max(komma, 1);
    return netjes(`${teken}${ruim.slice(0, plek)}.${ruim.slice(plek)}`);
  }
  function netjes(tekst) {
    const [, teken, heel, deel = ""] = /^([+-]?)([0-9]*)\.?([0-9]*)$/.exec(tekst);
    const achter = deel.replace(/0+$/, "");
    const getal = (heel.replace(/^0+(?=\d)/, "") || "0") + (achter ? `.${achter}` : "");
    return teken === "-" && getal !== "0" ? `-${getal}` : getal;
  }
  function alsGetypt(veld, waarde) {
    if (waarde === null) return "";
    if (!veld.e) return waarde;
    let [heel, deel = ""] = (veld.e === "fractie" ? verschoven(waarde, 2) : netjes(waarde)).split(".");
    if (!veld.geld) return deel ? `${heel},${deel}` : heel;
    return `${heel.replace(/\B(?=(\d{3})+$)/g, ".")},${deel.padEnd(2, "0") + (deel.length === 3 ? "0" : "")}`;
  }

  /* Reading what is typed: refused with the words of the library. */
  const bezwaar = (gevonden, melding, remedie, toegestaan = "") => ({ gevonden, melding, remedie, toegestaan });
  function zin({ gevonden, melding, remedie, toegestaan }) {
    const mag = toegestaan ? ` Toegestaan: ${toegestaan}.` : "";
    return `${gevonden ? `${gevonden} ` : ""}${melding}.${mag}${remedie ? ` ${remedie}` : ""}`;
  }
  function punttekst(kaal, teken, gevonden) {
    if (/^[+-]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]*),[0-9]*([eE][+-]?[0-9]{1,3})?$/.test(kaal)) {
      return kaal.replaceAll(".", "").replace(",", ".");
    }
    if (!kaal.includes(".") || !/^[+-]?[0-9.]+([eE][+-]?[0-9]{1,3})?$/.test(kaal)) return kaal;
    const een_punt = kaal.split(".").length === 2;
    const komma = `"${kaal.replaceAll(".", ",")}${teken}"`;
    if (/^[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+$/.test(kaal)) {
      const ook = een_punt ? ` of ${komma}` : "";
      throw bezwaar(gevonden, "is op twee manieren te lezen", `Schrijf "${kaal.replaceAll(".", "")}${teken}"${ook}.`);
    }
    throw bezwaar(gevonden, "heeft een punt", `Schrijf een komma als decimaalteken${een_punt ? `: ${komma}` : ""}.`);
  }
  function leesGetal(veld, getypt) {
    const gevonden = `"${getypt.length > 58 ? `${getypt.slice(0, 58)}…` : getypt}"`;
    const zonder_teken = getypt.trim().replace(/^€\s*/, "");
    const kaal = veld.e === "fractie" ? zonder_teken.replace(/%$/, "").trimEnd() : zonder_teken;
    const teken = zonder_teken.slice(kaal.length);
    const tekst = punttekst(kaal, teken, gevonden);
    if (!/^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?$/.test(tekst)) {
      throw bezwaar(gevonden, "is geen getal", 'Schrijf een getal met een komma als decimaalteken, zoals "0,95".');
    }
    if (veld.geld && /^[+-]?0*[1-9][0-9]*\.[0-9]{3}$/.test(tekst)) {
      const [heel, deel] = tekst.split(".");
      const anders = deel.endsWith("0") ? `${heel},${deel.slice(0, 2)}` : `${heel},${deel}0`;
      const duizenden = BigInt(heel + deel);
      const raad = abs(duizenden) < GRENS ? `"${heel}${deel}" of "${anders}"` : `"${anders}"`;
      throw bezwaar(gevonden, "is op twee manieren te lezen", `Schrijf ${raad}.`);
    }
    const breuk = uitTekst(tekst);
    if (veld.e === "fractie") breuk[1] *= 100n;
    if (abs(breuk[0]) >= GRENS * breuk[1]) {
      throw bezwaar(gevonden, "is te groot", "Schrijf een getal kleiner dan 1.000.000.000.");
    }
    const cijfers = /^[+-]?([0-9.]*)/.exec(tekst)[1].replace(".", "").replace(/^0+/, "");
    if (cijfers.length > 15) throw bezwaar(gevonden, "heeft te veel cijfers", "Schrijf hoogstens 15 cijfers.");
    const [eerst, macht = "0"] = tekst.split(/[eE]/);
    const achter = (eerst.split(".")[1] || "").length - Number(macht) + (veld.e === "fractie" ? 2 : 0);
    if (achter > 10) {
      const hoogstens = veld.e === "fractie" ? 8 : 10;
      throw bezwaar(gevonden, "heeft te veel decimalen", `Schrijf hoogstens ${hoogstens} decimalen.`);
    }
    return binnenGrenzen(veld, breuk, gevonden);
  }
  function binnenGrenzen(veld, breuk, gevonden) {
    if (veld.heel && breuk[0] % breuk[1] !== 0n) throw bezwaar(gevonden, "is geen heel getal", "Schrijf een heel getal.");
    const laagst = veld.laagst === undefined ? null : uitTekst(veld.laagst);
    const te_laag = laagst && (veld.boven ? !kleiner(laagst, breuk) : kleiner(breuk, laagst));
    if (te_laag || (veld.hoogst !== undefined && kleiner(uitTekst(veld.hoogst), breuk))) {
      throw bezwaar(gevonden, "ligt buiten de grenzen", "Kies een waarde binnen de grenzen.", veld.mag);
    }
    const [teller, noemer] = vereenvoudigd(breuk);
    let decimalen = 0;
    while (10n ** BigInt(decimalen) % noemer) decimalen += 1;
    const heel = String((abs(teller) * 10n ** BigInt(decimalen)) / noemer).padStart(decimalen + 1, "0");
    const komma = heel.length - decimalen;
    return netjes(`${teller < 0n ? "-" : ""}${heel.slice(0, komma)}.${heel.slice(komma)}`);
  }
  /* The value as text with a point, or null for a blank; throws an objection. */
  function lees(veld, getypt) {
    if (veld.keuzes) return getypt;
    if (!veld.e) {
      const tekst = getypt;
      if (!tekst.length && !veld.leeg) throw bezwaar("", "is leeg", "Schrijf een tekst.");
      if (veld.tekens && [...tekst].length > veld.tekens) {
        throw bezwaar("", "is te lang", "", `hoogstens ${veld.tekens} tekens`);
      }
      return tekst;
    }
    if (!getypt.trim()) {
      if (veld.leeg) return null;
      throw bezwaar("", "is nog niet ingevuld", "Vul deze waarde in.");
    }
    return leesGetal(veld, getypt);
  }

  /* A tree as it stands with the choices that are made, as the library writes it when it reads only those. */
  const kaal = (boom) => (Array.isArray(boom) && boom[0] === "gekozen" ? kaal(boom[1]) : boom);
  function samen(teken, links, rechts) {
    if (teken === "+" || teken === "-") {
      if (rechts === AFWEZIG || rechts === 0) return links;
      if (teken === "+" && (links === AFWEZIG || links === 0)) return rechts;
    }
    if (links === AFWEZIG || rechts === AFWEZIG) return AFWEZIG;
    if (teken === "*" && (links === 0 || rechts === 0)) return 0;
    if ((teken === "*" || teken === "/") && rechts === 1) return links;
    return [teken, links, rechts];
  }
  function gemaakt(boom, waarden, weg) {
    if (typeof boom === "string") return weg.has(boom) ? AFWEZIG : boom;
    if (!Array.isArray(boom)) return boom;
    const [wat, ...delen] = boom;
    if (wat === "kies") {
      const optie = gemaakt(delen[1][waarden[delen[0]]], waarden, weg);
      return optie === 0 || optie === AFWEZIG ? optie : ["gekozen", optie];
    }
    if (wat === "eigen") {
      const opbouw = gemaakt(delen[1], waarden, weg);
      return waarden[delen[0]] === null ? opbouw : ["eigen", delen[0], opbouw];
    }
    const klaar = delen.map((deel) => gemaakt(deel, waarden, weg));
    if (wat in STERKTE) return samen(wat, ...klaar);
    return klaar.includes(AFWEZIG) ? AFWEZIG : [wat, ...klaar];
  }
  function reken(boom, getal) {
    if (typeof boom === "number") return [BigInt(boom), 1n];
    if (typeof boom === "string") return getal(boom);
    const [wat, een, ander] = boom;
    if (wat === "gekozen") return reken(een, getal);
    if (wat === "eigen") return getal(een);
    const links = reken(een, getal);
    if (wat === "rond") return [rond(links, 2), 100n];
    const rechts = reken(ander, getal);
    if (wat === "minste") return kleiner(rechts, links) ? rechts : links;
    if (wat === "meeste") return kleiner(links, rechts) ? rechts : links;
    return BEWERKING[wat](links, rechts);
  }

  /* Everything that follows from the values: each step with its formula, its outcome and its unit. */
  function bereken(gegevens, stand) {
    const { waarden, gelieerd, posten } = stand;
    const weg = new Set();
    const getallen = new Map();
    const velden = new Map();
    for (const veld of gegevens.velden) velden.set(veld.s, veld);
    const getal = (sleutel) => {
      if (!getallen.has(sleutel)) getallen.set(sleutel, uitTekst(waarden[sleutel]));
      return getallen.get(sleutel);
    };
    const stappen = [];
    for (const nummer of gegevens.varianten[`${gelieerd}${posten ? 1 : 0}`]) {
      const [sleutel, eenheid, boom, mag_weg] = gegevens.stappen[nummer];
      const plek = /(?:^|\.)eigen_posten\[(\d+)\]/.exec(sleutel);
      const formule = plek && Number(plek[1]) >= posten ? AFWEZIG : gemaakt(boom, waarden, weg);
      if (formule === AFWEZIG || (mag_weg && formule === 0)) {
        weg.add(sleutel);
        continue;
      }
      const uitkomst = vereenvoudigd(reken(formule, getal));
      getallen.set(sleutel, uitkomst);
      stappen.push({ sleutel, eenheid, formule, uitkomst });
    }
    return stappen;
  }
  /* The first requirement between inputs that does not hold; null when all do. */
  function geschonden(gegevens, stand) {
    const getal = (sleutel) => uitTekst(stand.waarden[sleutel]);
    for (const eis of gegevens.eisen[stand.gelieerd]) {
      const termen = eis.termen.map((boom) => vereenvoudigd(reken(gemaakt(boom, stand.waarden, new Set()), getal)));
      const som = termen.reduce(BEWERKING["+"]);
      const op = (naam) => [BigInt(eis[naam]), 1n];
      const mis = ("minstens" in eis && kleiner(som, op("minstens")))
        || ("hoogstens" in eis && kleiner(op("hoogstens"), som))
        || ("kleiner_dan" in eis && !kleiner(som, op("kleiner_dan")));
      if (mis) {
        const gevonden = termen.map((term) => nederlands(rond(term, decimalenVan(term, 10)), decimalenVan(term, 10)));
        return { sleutels: eis.sleutels, ...bezwaar(gevonden.join(" + "), eis.melding, eis.remedie, eis.toegestaan) };
      }
    }
    return null;
  }

  /* Formulas in words, with names or with numbers. */
  function benoem(sleutel, vanuit = "") {
    let delen = sleutel.split(".").filter((deel) => !STIL.has(deel));
    let omgeving = vanuit.split(".").slice(0, -1).filter((deel) => !STIL.has(deel));
    while (delen.length > 1 && omgeving.length && delen[0] === omgeving[0]) {
      delen = delen.slice(1);
      omgeving = omgeving.slice(1);
    }
    return delen.join(" ").replaceAll("_", " ");
  }
  function schrijf(boom, naam, diepte = 0) {
    boom = kaal(boom);
    if (typeof boom === "number") return String(boom);
    if (typeof boom === "string") return naam(boom);
    const [wat, ...delen] = boom;
    if (wat === "eigen") return `${naam(delen[0])} (eigen bedrag, in plaats van ${schrijf(delen[1], naam, diepte + 1)})`;
    if (wat in STERKTE) {
      const kant = (deel, is_rechts) => {
        const tekst = schrijf(deel, naam, diepte + 1);
        const kern = kaal(deel);
        if (!Array.isArray(kern) || !(kern[0] in STERKTE)) return tekst;
        const verschil = STERKTE[kern[0]] - STERKTE[wat];
        return verschil < 0 || (is_rechts && verschil === 0) ? `(${tekst})` : tekst;
      };
      return kant(delen[0], false) + TEKENS[wat] + kant(delen[1], true);
    }
    const teksten = delen.map((deel) => schrijf(deel, naam, diepte + 1));
    if (wat === "rond") return diepte ? `(${teksten[0]}, afgerond op centen)` : `${teksten[0]}, afgerond op centen`;
    return `${wat === "minste" ? "laagste" : "hoogste"} van (${teksten.join(" en ")})`;
  }
  function uitleg(gegevens, stand, stappen) {
    const teksten = new Map();
    for (const veld of gegevens.velden) {
      if (veld.e && stand.waarden[veld.s] !== null && stand.waarden[veld.s] !== undefined) {
        teksten.set(veld.s, toon(uitTekst(stand.waarden[veld.s]), veld.e));
      }
    }
    for (const stap of stappen) {
      if (!teksten.has(stap.sleutel)) teksten.set(stap.sleutel, toon(stap.uitkomst, stap.eenheid));
    }
    return stappen.map(({ sleutel, eenheid, formule, uitkomst }) => ({
      sleutel,
      naam: benoem(sleutel),
      formule: schrijf(formule, (naam) => benoem(naam, sleutel)),
      ingevuld: schrijf(formule, (naam) => teksten.get(naam)),
      uitkomst: toon(uitkomst, eenheid),
      eenheid,
    }));
  }

  /* The opbouw as JSON, with what stands behind a value that changed. */
  function alsBewaard(veld, waarde) {
    if (waarde === null || !veld.e) return waarde;
    if (veld.heel) return Number(waarde);
    const [, heel, deel] = /^-?(\d+)\.(\d{3})$/.exec(waarde) || [];
    return veld.geld && heel && heel !== "0" ? `${waarde}0` : waarde;
  }
  const alsTekst = (waarde) => {
    if (waarde === null) return "null";
    const tekst = `"${waarde}"`;
    return ([...tekst].length > 60 ? `${[...tekst].slice(0, 59).join("")}…` : tekst).replace(/^"+|"+$/g, "");
  };
  function gesteund(steun, was, wordt, reden) {
    if (!steun && !reden) return undefined;
    const nu = steun || { status: "open", herkomst: "aanname" };
    const voorstel = nu.afwijking ? nu.afwijking.voorstel : alsTekst(was);
    const { afwijking, ...zonder } = nu;
    const eerste = afwijking ? afwijking.was || nu : nu;
    if (afwijking && alsTekst(wordt) === voorstel) return (({ afwijking: _, ...rest }) => rest)(eerste);
    const onthoud = eerste.status !== "open" || eerste.bron !== undefined || reden;
    const nieuw = { status: zonder.status, herkomst: "aanname" };
    if (!onthoud && !afwijking) return zonder.toelichting ? { ...nieuw, toelichting: zonder.toelichting } : nieuw;
    const { afwijking: _, ...kern } = eerste;
    nieuw.afwijking = { voorstel };
    if (reden) nieuw.afwijking.reden = reden;
    if (kern.bron !== undefined || kern.toelichting !== undefined) nieuw.afwijking.was = kern;
    return nieuw;
  }
  const padVan = (sleutel) => sleutel.split(/[.[]/).map((deel) => (deel.endsWith("]") ? Number(deel.slice(0, -1)) : deel));
  const zwaarteIn = (sleutel) => {
    const eerste = sleutel.split(".", 1)[0];
    return ZWAARTEN.includes(eerste) ? [eerste, sleutel.slice(eerste.length + 1)] : ["", sleutel];
  };
  function zet(opbouw, sleutel, waarde) {
    const [zwaarte, rest] = zwaarteIn(sleutel);
    const pad = zwaarte ? ["per_zorgzwaarte", zwaarte, rest] : padVan(sleutel);
    const laatste = pad.pop();
    let tak = opbouw;
    for (const deel of pad) tak = tak[deel] ??= {};
    if (waarde === null && !zwaarte) delete tak[laatste];
    else tak[laatste] = waarde;
  }
  function gewijzigd(gegevens, stand) {
    return gegevens.velden.filter(({ s, w }) => {
      if (s.startsWith("gelieerde_zorgorganisatie.") && !(stand.gelieerd && gegevens.gelieerd)) return false;
      const plek = /^eigen_posten\[(\d+)\]/.exec(s);
      return !(plek && Number(plek[1]) >= gegevens.posten) && stand.waarden[s] !== w;
    });
  }
  /* The keys of *vast* values that change without a reason. */
  function zonderReden(gegevens, stand) {
    const steun = gegevens.opbouw.onderbouwing || {};
    const vast = (sleutel) => steun[sleutel]?.status === "vast" && !stand.redenen[sleutel];
    const anders = gewijzigd(gegevens, stand).map((veld) => veld.s);
    const weg = gegevens.gelieerd && !stand.gelieerd
      ? Object.keys(steun).filter((sleutel) => sleutel.startsWith("gelieerde_zorgorganisatie.")) : [];
    return [...anders, ...weg].filter(vast);
  }
  function bewaard(gegevens, stand) {
    const opbouw = structuredClone(gegevens.opbouw);
    const steun = opbouw.onderbouwing || {};
    const velden = new Map(gegevens.velden.map((veld) => [veld.s, veld]));
    for (const veld of gewijzigd(gegevens, stand)) {
      const waarde = stand.waarden[veld.s];
      zet(opbouw, veld.s, alsBewaard(veld, waarde));
      const nieuw = gesteund(steun[veld.s], veld.w, waarde, stand.redenen[veld.s]);
      if (nieuw) steun[veld.s] = nieuw;
    }
    const vul = (sleutels) => Object.fromEntries(
      sleutels.map((sleutel) => [sleutel.split(".").pop(), alsBewaard(velden.get(sleutel), stand.waarden[sleutel])]));
    if (!stand.gelieerd) {
      opbouw.gelieerde_zorgorganisatie = null;
      for (const s of Object.keys(steun)) if (s.startsWith("gelieerde_zorgorganisatie.")) delete steun[s];
    } else if (!gegevens.gelieerd) {
      const deel = [...velden.keys()].filter((s) => s.startsWith("gelieerde_zorgorganisatie."));
      opbouw.gelieerde_zorgorganisatie = vul(deel);
    }
    for (let plek = gegevens.posten; plek < stand.posten; plek += 1) {
      opbouw.eigen_posten[plek] = vul([`eigen_posten[${plek}].naam`, `eigen_posten[${plek}].bedrag_per_jaar`]);
    }
    if (Object.keys(steun).length) opbouw.onderbouwing = steun;
    return opbouw;
  }
  function begin(gegevens) {
    const waarden = {};
    for (const veld of gegevens.velden) waarden[veld.s] = veld.w;
    return { waarden, redenen: {}, gelieerd: gegevens.gelieerd, posten: gegevens.posten };
  }

  return { alsGetypt, begin, bereken, bewaard, geschonden, gewijzigd, lees, nederlands, padVan, rond, toon, uitleg,
    uitTekst, verschoven, vereenvoudigd, zin, zonderReden, zwaarteIn, ZWAARTEN };
})();
if (typeof module !== "undefined") module.exports = Rekenen;
