// Outlines of countries for maps: Natural Earth 1:50m as rings of degrees with two decimals, simplified.
// usage: node outlines.mjs TARGET.json
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { filter, filterAttachedWeight, presimplify, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const world = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json"), "utf8"));
const alpha3 = new Map(require("i18n-iso-countries/codes.json").map(([, three, number]) => [number, three]));
// States that Natural Earth draws and ISO 3166-1 does not number.
const unnumbered = new Map([["Kosovo", "XKX"]]);

// Square degrees: a corner that spans less is left out, an island that is smaller too unless it is all of a country.
const CORNER = 0.015;
const ISLAND = 0.03;

const weighed = presimplify(world);
const simple = filter(simplify(weighed, CORNER), filterAttachedWeight(weighed, ISLAND));
const whole = new Map(feature(world, world.objects.countries).features.map((one) => [one.properties.name, one]));

const rings = (geometry) =>
  (geometry?.type === "Polygon" ? geometry.coordinates : (geometry?.coordinates ?? []).flat())
    .map((ring) => ring.map((point) => point.map((degrees) => Math.round(degrees * 100) / 100)))
    .map((ring) => ring.filter((point, at) => at === 0 || String(point) !== String(ring[at - 1])))
    .filter((ring) => ring.length > 3);

const countries = feature(simple, simple.objects.countries).features.map(({ id, properties, geometry }) => {
  const drawn = rings(geometry);
  return {
    code: alpha3.get(id) ?? unnumbered.get(properties.name) ?? null,
    name: properties.name,
    rings: drawn.length ? drawn : rings(whole.get(properties.name).geometry),
  };
});
countries.sort((one, other) => (one.name < other.name ? -1 : 1));
writeFileSync(process.argv[2], JSON.stringify({ source: "Natural Earth 1:50m, public domain", countries }) + "\n");
