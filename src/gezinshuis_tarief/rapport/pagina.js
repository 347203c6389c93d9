/* The page: reads what is typed, lets `Rekenen` calculate, and shows what comes out. */
if (typeof document !== "undefined") (() => {
  const een = (vraag, in_ = document) => in_.querySelector(vraag);
  const alle = (vraag, in_ = document) => [...in_.querySelectorAll(vraag)];
  const bij = (id) => document.getElementById(id);
  const gegevens = JSON.parse(bij("gegevens").textContent);
  const velden = new Map(gegevens.velden.map((veld) => [veld.s, veld]));
  const delen = alle("[data-deel]").map((deel) => deel.dataset.deel);
  const fouten = new Map();
  let stand = Rekenen.begin(gegevens);
  let begin = structuredClone(gegevens);
  let ingediend = true;
  document.documentElement.classList.add("script");

  const invoer = (sleutel) => alle("input[name], select[name]").find(({ name }) => name === sleutel);
  const rij = (sleutel) => alle("[data-rij]").find(({ dataset }) => dataset.rij === sleutel);
  const met = (tekst, kind, soort) => {
    const knoop = document.createElement(kind);
    knoop.textContent = tekst;
    if (soort) knoop.className = soort;
    return knoop;
  };
  const meervoud = (aantal, enkel, meer) => `${aantal} ${aantal === 1 ? enkel : meer}`;

  function toonFouten(eis) {
    const teksten = new Map([...fouten].map(([sleutel, fout]) => [sleutel, Rekenen.zin(fout)]));
    if (eis) for (const sleutel of eis.sleutels) teksten.set(sleutel, Rekenen.zin(eis));
    for (const deel of alle("[data-rij]")) {
      const tekst = teksten.get(deel.dataset.rij);
      const plek = een(".fout", deel);
      plek.hidden = !tekst;
      plek.textContent = tekst || "";
      const vak = een(".vak input, .vak select", deel);
      if (tekst) vak.setAttribute("aria-invalid", "true");
      else vak.removeAttribute("aria-invalid");
    }
    document.body.classList.toggle("verouderd", teksten.size > 0);
    bij("verouderd").hidden = !teksten.size;
    bij("bewaar").disabled = teksten.size > 0;
    return teksten.size;
  }
  function toonStaven(stappen) {
    const zwaarte = bij("opbouw").dataset.zwaarte;
    const bedrag = new Map(stappen.map(({ sleutel, uitkomst }) => [sleutel, uitkomst]));
    const centen = (naam) => Number(Rekenen.rond(bedrag.get(`uitkomst.${zwaarte}.${naam}`) || [0n, 1n], 2));
    const rijen = alle("[data-regel]");
    const standen = rijen.reduce((tot, { dataset }) => [...tot, tot.at(-1) + centen(dataset.regel)], [0]);
    const laagst = Math.min(...standen);
    const schaal = Math.max(...standen) - laagst || 1;
    rijen.forEach((regel, plek) => {
      const [van, tot] = [standen[plek], standen[plek + 1]];
      const staaf = een("[data-staaf]", regel);
      staaf.setAttribute("x", `${((Math.min(van, tot) - laagst) / schaal) * 100}%`);
      staaf.setAttribute("width", `${(Math.abs(tot - van) / schaal) * 100}%`);
      staaf.classList.toggle("min", tot < van);
      regel.hidden = !bedrag.has(`uitkomst.${zwaarte}.${regel.dataset.regel}`);
    });
  }
  function toonUitleg(stappen) {
    const per = new Map(delen.map((deel) => [deel, []]));
    for (const stap of Rekenen.uitleg(gegevens, stand, stappen)) {
      const [zwaarte, rest] = Rekenen.zwaarteIn(stap.sleutel.replace(/^uitkomst\./, ""));
      const deel = rest.split(/[.[]/, 1)[0];
      per.get(per.has(deel) ? deel : "optelling").push([stap, zwaarte]);
    }
    for (const lijst of alle("[data-uitleg]")) {
      const regels = per.get(lijst.dataset.uitleg).map(([stap, zwaarte]) => {
        const blok = document.createElement("div");
        const naam = met(stap.naam, "dt");
        if (zwaarte) naam.append(" ", met(zwaarte, "span", "z"));
        const uitkomst = met(`= ${stap.uitkomst} `, "dd", "u");
        uitkomst.append(met(stap.eenheid.replace("€ ", ""), "span"));
        blok.append(naam, met(stap.formule, "dd"));
        if (stap.ingevuld !== stap.formule) blok.append(met(`= ${stap.ingevuld}`, "dd"));
        blok.append(uitkomst);
        return blok;
      });
      lijst.replaceChildren(...regels);
      lijst.parentElement.hidden = !regels.length;
    }
  }
  function toonWijzigingen() {
    const anders = new Set(Rekenen.gewijzigd(gegevens, stand).map((veld) => veld.s));
    for (const deel of alle("[data-rij]")) {
      const sleutel = deel.dataset.rij;
      const is_anders = anders.has(sleutel);
      deel.classList.toggle("gewijzigd", is_anders);
      const was = een(".was", deel);
      was.hidden = !is_anders;
      if (is_anders) {
        const veld = velden.get(sleutel);
        const waarde = Rekenen.alsGetypt(veld, veld.w).replaceAll("_", " ") || "leeg";
        was.textContent = `aanname; was ${waarde}${veld.e === "fractie" && veld.w !== null ? "%" : ""}`;
      }
      const reden = een(".reden", deel);
      if (reden) reden.hidden = !is_anders;
    }
    const erbij = stand.posten - gegevens.posten;
    const aantal = anders.size + erbij + (stand.gelieerd !== gegevens.gelieerd ? 1 : 0);
    bij("stand").textContent = aantal ? `${meervoud(aantal, "waarde", "waarden")} gewijzigd` : "niets gewijzigd";
    bij("terug").disabled = !aantal && !fouten.size;
    for (const plek of alle(".ingediend")) plek.hidden = ingediend && !aantal;
    telAannames(anders);
  }
  function telAannames(anders) {
    const steun = gegevens.opbouw.onderbouwing || {};
    let gegeven = 0;
    let aannames = 0;
    for (const { s, e, keuzes } of gegevens.velden) {
      if (!e && !keuzes) continue;
      const plek = /^eigen_posten\[(\d+)\]/.exec(s);
      const weg = (s.startsWith("gelieerde_zorgorganisatie.") && !stand.gelieerd) || (plek && Number(plek[1]) >= stand.posten);
      if (weg || stand.waarden[s] === null) continue;
      gegeven += 1;
      if (anders.has(s) || !steun[s] || (steun[s].herkomst || "aanname") === "aanname") aannames += 1;
    }
    bij("aannames").textContent = aannames;
    bij("waarden").textContent = gegeven;
  }
  function herreken() {
    const eis = fouten.size ? null : Rekenen.geschonden(gegevens, stand);
    toonWijzigingen();
    if (toonFouten(eis)) return;
    const stappen = Rekenen.bereken(gegevens, stand);
    const teksten = new Map(stappen.map(({ sleutel, uitkomst }) => [sleutel, Rekenen.nederlands(Rekenen.rond(uitkomst, 2), 2)]));
    for (const plek of alle("[data-sleutel], [data-ook]")) {
      plek.textContent = teksten.get(plek.dataset.sleutel || plek.dataset.ook) || "0,00";
    }
    let samen = 0;
    for (const plek of alle("[data-plaatsen]")) {
      const aantal = Number(stand.waarden[`gezinshuis.plaatsen_${plek.dataset.plaatsen}`]);
      plek.textContent = meervoud(aantal, "plaats", "plaatsen");
      samen += aantal;
    }
    bij("plaatsen").textContent = samen;
    toonStaven(stappen);
    toonUitleg(stappen);
  }

  function getypt({ target }) {
    if (target.name === "zorgzwaarte") {
      bij("opbouw").dataset.zwaarte = target.value;
      if (!document.body.classList.contains("verouderd")) toonStaven(Rekenen.bereken(gegevens, stand));
      return;
    }
    if (target.name === gegevens.aanwezig) {
      stand.gelieerd = target.value === "ja" ? 1 : 0;
      bij("gelieerd").hidden = !stand.gelieerd;
      if (!stand.gelieerd) for (const sleutel of fouten.keys()) if (sleutel.startsWith("gelieerde_zorgorganisatie.")) fouten.delete(sleutel);
    } else if (target.name.startsWith("reden:")) {
      const reden = target.value.trim();
      if (reden) stand.redenen[target.name.slice(6)] = reden;
      else delete stand.redenen[target.name.slice(6)];
      bij("f-balk").hidden = true;
      return;
    } else {
      const veld = velden.get(target.name);
      if (!veld) return;
      fouten.delete(veld.s);
      try {
        stand.waarden[veld.s] = Rekenen.lees(veld, target.value);
      } catch (fout) {
        if (!fout.melding) throw fout;
        fouten.set(veld.s, fout);
      }
    }
    bij("f-balk").hidden = true;
    herreken();
  }

  function zetPosten(aantal) {
    const plek = bij("posten-erbij");
    const eerste = begin.posten;
    const staan = alle("[data-post]", plek).length;
    for (let nummer = eerste + staan; nummer < aantal; nummer += 1) {
      const blok = document.createElement("div");
      blok.dataset.post = nummer;
      blok.append(bij("post").content.cloneNode(true));
      const was = `eigen_posten[${eerste}]`;
      for (const deel of alle("*", blok)) {
        for (const { name, value } of [...deel.attributes]) if (value.includes(was)) deel.setAttribute(name, value.replaceAll(was, `eigen_posten[${nummer}]`));
        for (const naam of ["id", "for", "aria-describedby"]) {
          const waarde = deel.getAttribute(naam);
          if (waarde) deel.setAttribute(naam, waarde.replaceAll(/\S+/g, `$&-${nummer}`));
        }
      }
      for (const vak of alle(".vak input", blok)) vak.value = Rekenen.alsGetypt(velden.get(vak.name), stand.waarden[vak.name]);
      plek.append(blok);
    }
    for (const blok of alle("[data-post]", plek)) if (Number(blok.dataset.post) >= aantal) blok.remove();
    stand.posten = aantal;
    bij("post-eraf").hidden = aantal <= gegevens.posten;
    bij("post-erbij").disabled = velden.get(`eigen_posten[${aantal}].naam`) === undefined;
  }
  function postErbij() {
    const nummer = stand.posten;
    stand.waarden[`eigen_posten[${nummer}].naam`] = "nieuwe post";
    stand.waarden[`eigen_posten[${nummer}].bedrag_per_jaar`] = "0";
    zetPosten(nummer + 1);
    herreken();
    const naam = invoer(`eigen_posten[${nummer}].naam`);
    naam.focus();
    naam.select();
  }
  function postEraf() {
    const begint = `eigen_posten[${stand.posten - 1}].`;
    for (const sleutel of fouten.keys()) if (sleutel.startsWith(begint)) fouten.delete(sleutel);
    zetPosten(stand.posten - 1);
    herreken();
    bij("post-erbij").focus();
  }

  function vulVelden() {
    fouten.clear();
    for (const vak of alle("[data-rij] .vak input, [data-rij] .vak select")) {
      const veld = velden.get(vak.name);
      if (veld) vak.value = Rekenen.alsGetypt(veld, stand.waarden[veld.s]);
    }
    for (const vak of alle(".reden input")) vak.value = stand.redenen[vak.name.slice(6)] || "";
    invoer(gegevens.aanwezig).value = stand.gelieerd ? "ja" : "nee";
    bij("gelieerd").hidden = !stand.gelieerd;
    bij("f-balk").hidden = true;
    zetPosten(stand.posten);
    herreken();
  }
  function terug() {
    stand = Rekenen.begin(gegevens);
    vulVelden();
  }

  function meld(tekst) {
    bij("f-balk").textContent = tekst;
    bij("f-balk").hidden = false;
  }
  function bewaar() {
    const nodig = Rekenen.zonderReden(gegevens, stand);
    if (nodig.length) {
      meld(`${meervoud(nodig.length, "waarde is", "waarden zijn")} vast door cao of wet. Geef een reden als u ervan afwijkt.`);
      const vak = invoer(`reden:${nodig[0]}`);
      if (vak) {
        vak.closest("details").open = true;
        vak.focus();
      }
      return;
    }
    const tekst = `${JSON.stringify(Rekenen.bewaard(gegevens, stand), null, 1)}\n`;
    const adres = URL.createObjectURL(new Blob([tekst], { type: "application/json" }));
    const knoop = document.createElement("a");
    knoop.href = adres;
    knoop.download = "opbouw.json";
    knoop.click();
    setTimeout(() => URL.revokeObjectURL(adres), 1000);
  }

  /* What is opened becomes the offer that further changes are held against; its parts must be those of this page. */
  function steunTekst(veld, steun) {
    if (!veld.e && !veld.keuzes) return [];
    if (veld.w === null) return [met("niet ingevuld", "span", "herkomst")];
    const { status = "open", herkomst = "aanname", bron, geldig_vanaf: vanaf, toelichting, afwijking } = steun || {};
    const dag = vanaf && new Date(`${vanaf}T00:00:00Z`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    const was = afwijking && `voorstel was ${afwijking.voorstel}${afwijking.reden ? `; reden: ${afwijking.reden}` : ""}`;
    const teksten = [bron, dag && `geldt vanaf ${dag}`, toelichting, was].filter(Boolean);
    return [met(status, "span", `status ${status}`), " ", met(herkomst, "span", "herkomst"), ...teksten.map((tekst) => met(tekst, "span", "bron"))];
  }
  function waardeIn(opbouw, sleutel) {
    const [zwaarte, rest] = Rekenen.zwaarteIn(sleutel);
    const pad = zwaarte ? ["per_zorgzwaarte", zwaarte, rest] : Rekenen.padVan(rest);
    return pad.reduce((tak, deel) => (tak === null || tak === undefined ? undefined : tak[deel]), opbouw);
  }
  function vormVan(opbouw, posten) {
    const per = Object.entries(opbouw.per_zorgzwaarte || {}).map(([zwaarte, deel]) => [zwaarte, Object.keys(deel).sort()]).sort();
    const soorten = Object.keys(opbouw).filter((naam) => !["eigen_posten", "onderbouwing"].includes(naam)).sort().map((naam) => opbouw[naam]?.soort || "");
    const eigen = (opbouw.eigen_posten || []).map((post) => post.soort || "").slice(0, posten);
    const rest = (opbouw.eigen_posten || []).slice(posten).some((post) => post.soort);
    return JSON.stringify([per, soorten, eigen, rest, (opbouw.eigen_opslagen || []).length, opbouw.onderdelen || {}]);
  }
  function open(tekst) {
    const opbouw = JSON.parse(tekst);
    if (!opbouw || typeof opbouw !== "object" || !opbouw.gezinshuis) throw new Error("geen opbouw");
    const posten = (opbouw.eigen_posten || []).length;
    const past = posten >= begin.posten && posten <= begin.posten + 10 && vormVan(opbouw, begin.posten) === vormVan(begin.opbouw, begin.posten);
    if (!past) throw new Error("andere vorm");
    const gelieerd = opbouw.gelieerde_zorgorganisatie ? 1 : 0;
    const waarden = new Map();
    for (const veld of gegevens.velden) {
      const plek = /^eigen_posten\[(\d+)\]/.exec(veld.s);
      const hoort = (!plek || Number(plek[1]) < posten) && (gelieerd || !veld.s.startsWith("gelieerde_zorgorganisatie."));
      const nul = begin.velden.find(({ s }) => s === veld.s).w;
      if (!hoort) {
        waarden.set(veld.s, nul);
        continue;
      }
      let inhoud = waardeIn(opbouw, veld.s);
      const standaard = { "gezinshuis.dagen_per_jaar": "365", "gezinshuis.weken_per_jaar": "52" }[veld.s];
      if (inhoud === undefined) inhoud = standaard ?? (veld.leeg ? null : undefined);
      if (inhoud === undefined) throw new Error(veld.s);
      if (inhoud === null || !veld.e) waarden.set(veld.s, Rekenen.lees(veld, inhoud ?? ""));
      else waarden.set(veld.s, Rekenen.lees(veld, Rekenen.alsGetypt(veld, Rekenen.verschoven(String(inhoud), 0))));
    }
    const nieuw = { waarden: Object.fromEntries(waarden), gelieerd };
    const eis = Rekenen.geschonden(gegevens, nieuw);
    if (eis) throw eis;
    for (const veld of gegevens.velden) veld.w = waarden.get(veld.s);
    Object.assign(gegevens, { opbouw: { onderbouwing: {}, eigen_posten: [], ...opbouw }, posten, gelieerd });
    for (const deel of alle("[data-rij]")) {
      const veld = velden.get(deel.dataset.rij);
      const plek = een(".steun", deel);
      if (plek) plek.replaceChildren(...steunTekst(veld, gegevens.opbouw.onderbouwing[veld.s]));
    }
    ingediend = false;
    terug();
  }
  async function kiesBestand({ target }) {
    const [bestand] = target.files;
    if (!bestand) return;
    try {
      open(await bestand.text());
    } catch (fout) {
      const waarom = fout.melding ? ` ${Rekenen.zin(fout)}` : "";
      meld(`${bestand.name} past niet op deze pagina.${waarom} Open een bestand dat met deze pagina is bewaard, of maak een nieuw rapport.`);
    }
    target.value = "";
  }

  function openAlles() {
    const knop = bij("open-alles");
    const dicht = knop.getAttribute("aria-pressed") === "false";
    for (const deel of alle("#invoer details")) deel.open = dicht;
    knop.setAttribute("aria-pressed", String(dicht));
    knop.textContent = dicht ? "Alles sluiten" : "Alles openen";
  }
  function naarDeel() {
    const deel = bij(decodeURIComponent(location.hash.slice(1)));
    if (deel?.tagName === "DETAILS") deel.open = true;
  }

  /* Print every input, also of the parts that are closed. */
  function voorDruk() {
    for (const deel of alle(".deel:not([open]), .meer:not([open])")) {
      deel.open = true;
      deel.dataset.dicht = "";
    }
  }
  function naDruk() {
    for (const deel of alle("[data-dicht]")) {
      deel.open = false;
      delete deel.dataset.dicht;
    }
  }
  window.addEventListener("beforeprint", voorDruk);
  window.addEventListener("afterprint", naDruk);
  document.addEventListener("input", getypt);
  document.addEventListener("click", ({ target }) => {
    const naar = target.closest?.("a[href^='#d-']");
    if (naar) bij(naar.getAttribute("href").slice(1)).open = true;
  });
  bij("terug").addEventListener("click", terug);
  bij("bewaar").addEventListener("click", bewaar);
  bij("open-alles").addEventListener("click", openAlles);
  bij("afdrukken").addEventListener("click", () => window.print());
  bij("bestand").addEventListener("change", kiesBestand);
  bij("post-erbij").addEventListener("click", postErbij);
  bij("post-eraf").addEventListener("click", postEraf);
  window.addEventListener("hashchange", naarDeel);
  naarDeel();
  zetPosten(stand.posten);
})();
