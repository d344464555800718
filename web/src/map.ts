// The map: claims at their places, filtered by a stretch of days and by type; uncertain places as areas.
import "maplibre-gl/dist/maplibre-gl.css";
import * as maplibre from "maplibre-gl";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, MultiLineString, Topology } from "topojson-specification";
import { circle } from "./circle";
import { glyphs } from "./glyphs";
import { Slider } from "./slider";
import { unwrap } from "./unwrap";

interface MapEvent {
  report: string; claim: string; place: string; lat: number; lon: number; radius: number | null;
  type: string; start: string | null; end: string | null; question: string | null; status: string | null;
}
interface World extends Topology {
  objects: { land: GeometryCollection; coast: MultiLineString; borders: MultiLineString; undetermined: MultiLineString };
  added: GeoJSON.Position[][]; // lines that are not final and are not in the topology
  names: FeatureCollection;
}

const EXACT = 2; // kilometres: up to so far off a place is drawn as a point
const KINDS = ["control", "attack", "movement", "casualties", "other"];
const NAMES: Record<string, string> = { attack: "strikes", movement: "movements", other: "the rest" };
// A claim at two places is one claim.
const claims = (events: MapEvent[]) => new Set(events.map((event) => `${event.report}/${event.claim}`)).size;
const kindOf = (event: MapEvent) => (KINDS.includes(event.type) ? event.type : "other");
const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

function style(world: World): maplibre.StyleSpecification {
  const source = (data: unknown) => ({ type: "geojson" as const, data: data as GeoJSON.GeoJSON });
  return {
    version: 8,
    sources: {
      land: source(unwrap(feature(world, world.objects.land))),
      coast: source(unwrap(feature(world, world.objects.coast))),
      borders: source(feature(world, world.objects.borders)),
      undetermined: source({ type: "GeometryCollection", geometries: [feature(world, world.objects.undetermined).geometry, { type: "MultiLineString", coordinates: world.added }] }),
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": css("--sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": css("--land"), "fill-antialias": false } },
      { id: "coast", type: "line", source: "coast", paint: { "line-color": css("--coast"), "line-width": 0.6 } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": css("--border"), "line-width": 1 } },
      { id: "undetermined", type: "line", source: "undetermined", paint: { "line-color": css("--border"), "line-width": 1, "line-dasharray": [3, 2] } },
    ],
  };
}

function labels(map: maplibre.Map, names: FeatureCollection): void {
  const made = names.features.map((feature) => {
    const element = document.createElement("span");
    element.className = "country";
    element.textContent = String(feature.properties?.["name"]);
    element.setAttribute("aria-hidden", "true");
    const at = (feature.geometry as GeoJSON.Point).coordinates as [number, number];
    return { size: Number(feature.properties?.["size"]), at, element, marker: new maplibre.Marker({ element }).setLngLat(at), shown: false };
  });
  const update = () => {
    const bounds = map.getBounds();
    const scale = 2 ** map.getZoom();
    for (const one of made) {
      const wanted = one.size * scale * scale > 1500 && bounds.contains(one.at);
      if (wanted !== one.shown) {
        one.shown = wanted;
        if (wanted) one.marker.addTo(map);
        else one.marker.remove();
      }
    }
  };
  map.on("moveend", update);
  update();
}

interface Group { key: string; events: MapEvent[]; kind: string; open: boolean }

function grouped(events: MapEvent[]): Group[] {
  const held = new globalThis.Map<string, Group>();
  for (const event of events) {
    const kind = kindOf(event);
    const key = `${event.lat},${event.lon},${event.radius ?? ""},${kind}`;
    const group = held.get(key) ?? { key, events: [], kind, open: false };
    group.events.push(event);
    group.open ||= event.status !== null;
    held.set(key, group);
  }
  return [...held.values()];
}

function features(groups: Group[]): { points: FeatureCollection; areas: FeatureCollection } {
  const points: Feature[] = [];
  const areas: Feature<Geometry>[] = [];
  const seen = new globalThis.Map<string, number>();
  for (const [index, group] of groups.entries()) {
    const first = group.events[0];
    if (!first || first.radius === null) continue;
    const properties = { index, kind: group.kind, count: group.events.length, open: group.open };
    const spot = `${first.lat},${first.lon},${first.radius}`;
    const place = seen.get(spot) ?? 0;
    seen.set(spot, place + 1);
    if (first.radius > EXACT) {
      areas.push({ type: "Feature", properties, geometry: circle(first.lon, first.lat, first.radius) });
    } else {
      const icon = `${group.kind}${group.open ? "-open" : ""}`;
      points.push({ type: "Feature", properties: { ...properties, icon, place }, geometry: { type: "Point", coordinates: [first.lon, first.lat] } });
    }
  }
  return { points: { type: "FeatureCollection", features: points }, areas: { type: "FeatureCollection", features: areas } };
}

const colours = (): maplibre.ExpressionSpecification =>
  ["match", ["get", "kind"], ...KINDS.slice(0, -1).flatMap((kind) => [kind, css(`--k-${kind}`)]), css("--k-other")] as unknown as maplibre.ExpressionSpecification;

function layers(map: maplibre.Map): void {
  const empty = { type: "geojson" as const, data: NOTHING };
  // A rim may be off by a pixel, and reaches no further than its width over the edge of a tile: an eighth less to draw.
  map.addSource("areas", { ...empty, tolerance: 1, buffer: 16 });
  map.addSource("points", empty);
  const size: maplibre.ExpressionSpecification = ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, 0.7, 10, 1.5];
  map.addLayer({ id: "areas", type: "fill", source: "areas", paint: { "fill-color": colours(), "fill-opacity": 0.1, "fill-antialias": false } });
  map.addLayer({ id: "rims", type: "line", source: "areas", paint: { "line-color": colours(), "line-width": ["case", ["get", "open"], 2.2, 1], "line-dasharray": [4, 2] } });
  map.addLayer({
    id: "points", type: "symbol", source: "points",
    layout: {
      "icon-image": ["get", "icon"], "icon-size": size, "icon-allow-overlap": true, "icon-ignore-placement": true,
      "icon-offset": ["match", ["get", "place"], 0, ["literal", [0, 0]], 1, ["literal", [16, 0]], 2, ["literal", [-16, 0]], 3, ["literal", [0, 16]], ["literal", [0, -16]]],
    },
  });
}

class Desk {
  private groups: Group[] = [];
  private readonly slider: Slider | null;
  constructor(private readonly map: maplibre.Map, private readonly box: HTMLElement, private readonly events: MapEvent[]) {
    this.slider = Slider.over(document, events.map((event) => event.end ?? event.start), () => this.draw());
    for (const input of document.querySelectorAll("[data-type], [data-open]")) input.addEventListener("change", () => this.draw());
    for (const layer of ["points", "areas"]) {
      map.on("click", layer, (event) => this.pick(event));
      map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
      map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
    }
  }
  draw(): void {
    const types = new Set([...document.querySelectorAll<HTMLInputElement>("[data-type]:checked")].map((input) => input.value));
    const open = document.querySelector<HTMLInputElement>("[data-open]")?.checked ?? false;
    const inside = this.events.filter((event) => types.has(kindOf(event)) && (!open || event.status !== null) && (this.slider?.holds(event.start, event.end) ?? true));
    performance.mark("map-draws");
    this.groups = grouped(inside);
    const { points, areas } = features(this.groups);
    this.map.getSource<maplibre.GeoJSONSource>("points")?.setData(points);
    this.map.getSource<maplibre.GeoJSONSource>("areas")?.setData(areas);
    this.box.dataset["drawn"] = String(inside.length);
    this.slider?.say(claims(inside), this.address());
    this.map.once("idle", () => performance.measure("map-drawn", "map-draws"));
  }
  // Where the claims stand that are shown now, or those of one group.
  private address(group?: Group): string {
    const types = group ? [group.kind] : [...document.querySelectorAll<HTMLInputElement>("[data-type]:checked")].map((input) => input.value);
    const given = new URL(this.box.dataset["claims"] ?? "", location.href);
    const first = group?.events[0];
    if (first) {
      given.searchParams.set("place", first.place);
      given.searchParams.set("spot", `${first.lat},${first.lon}`);
    }
    if (types.length < KINDS.length) given.searchParams.set("kinds", types.join(",") || "none");
    if (document.querySelector<HTMLInputElement>("[data-open]")?.checked) given.searchParams.set("open", "1");
    for (const [name, day] of Object.entries(this.slider?.bounds() ?? {})) if (day) given.searchParams.set(name, day);
    return given.pathname + given.search;
  }
  private pick(event: maplibre.MapLayerMouseEvent): void {
    const found = event.features?.[0];
    const group = found && this.groups[Number(found.properties["index"])];
    const section = document.querySelector<HTMLElement>("[data-picked]");
    const body = document.querySelector<HTMLElement>("[data-picked-body]");
    if (!group || !section || !body) return;
    body.replaceChildren(...this.lines(group));
    section.hidden = false;
    section.scrollIntoView({ block: "nearest" });
  }
  private lines(group: Group): HTMLElement[] {
    const first = group.events[0];
    const heading = document.createElement("p");
    const place = document.createElement("a");
    place.href = `${this.box.dataset["places"] ?? ""}/${encodeURIComponent(first?.place ?? "")}`;
    place.textContent = first?.place ?? "";
    const all = document.createElement("a");
    all.href = this.address(group);
    const count = claims(group.events);
    all.textContent = `${count.toLocaleString(navigator.language)} ${count === 1 ? "claim" : "claims"}`;
    heading.append(place, ": ", all, ` (${NAMES[group.kind] ?? group.kind})`);
    const list = document.createElement("ul");
    list.className = "picked-list";
    for (const event of group.events.slice(0, 30)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${this.box.dataset["claim"] ?? ""}/${encodeURIComponent(event.report)}#${encodeURIComponent(event.claim)}`;
      link.textContent = `${event.end ?? "no day known"} · ${event.type}${event.status ? ` · ${event.status}` : ""}`;
      item.append(link);
      list.append(item);
    }
    const elsewhere = document.createElement("p");
    elsewhere.className = "faint";
    elsewhere.append("The same place elsewhere: ");
    const { lat, lon } = first ?? { lat: 0, lon: 0 };
    for (const [name, href] of [
      ["OpenStreetMap", `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=10/${lat}/${lon}`],
      ["Copernicus", `https://browser.dataspace.copernicus.eu/?zoom=11&lat=${lat}&lng=${lon}`],
      ["Other maps", `geo:${lat},${lon}`],
    ] as const) {
      const link = document.createElement("a");
      link.href = href;
      link.rel = "noopener noreferrer";
      link.textContent = name;
      elsewhere.append(link, " ");
    }
    return [heading, list, elsewhere];
  }
}

// The stretch of the world that the events are in, with the whole of places that are not known exactly.
function frame(events: MapEvent[]): maplibre.LngLatBounds | null {
  const held = events.filter((event) => event.radius !== null);
  if (!held.length) return null;
  const bounds = new maplibre.LngLatBounds();
  for (const event of held) {
    const north = (event.radius ?? 0) / 111; // a degree of latitude is about so many kilometres
    const east = north / Math.max(0.1, Math.cos((event.lat * Math.PI) / 180));
    bounds.extend([event.lon - east, Math.max(-89, event.lat - north)]);
    bounds.extend([event.lon + east, Math.min(89, event.lat + north)]);
  }
  return bounds;
}

async function open(box: HTMLElement): Promise<void> {
  const data = box.dataset;
  maplibre.setWorkerUrl(new URL(data["worker"] ?? "", location.href).href);
  const events = data["events"] ? (fetch(data["events"]).then((answer) => answer.json()) as Promise<{ items: MapEvent[] }>) : null;
  const world = data["style"] ? null : ((await (await fetch(data["world"] ?? "")).json()) as World);
  const single = data["lat"] !== undefined;
  const items = events ? (await events).items : [];
  // Framed from the start: a map that is moved once it stands is drawn twice.
  const bounds = frame(items);
  const map = new maplibre.Map({
    container: box, style: world ? style(world) : (data["style"] ?? ""), attributionControl: { compact: true, customAttribution: world ? "Natural Earth, Visionscarto" : [] },
    center: [Number(data["lon"] ?? 20), Number(data["lat"] ?? 25)], zoom: single ? 4 : 1, dragRotate: false, pitchWithRotate: false,
    cooperativeGestures: single, fadeDuration: 0, ...(bounds ? { bounds, fitBoundsOptions: { padding: 60, maxZoom: 7 } } : {}),
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new maplibre.ScaleControl(), "bottom-left");
  await new Promise((done) => map.once("load", done));
  box.querySelector("[data-loading]")?.remove();
  glyphs(map, KINDS, css);
  layers(map);
  if (world) labels(map, world.names);
  if (events) {
    new Desk(map, box, items).draw();
  } else if (single) {
    const radius = Number(data["radius"] || 0);
    const one: MapEvent = { report: "", claim: "", place: "", lat: Number(data["lat"]), lon: Number(data["lon"]), radius, type: "other", start: null, end: null, question: null, status: null };
    const { points, areas } = features(grouped([one]));
    map.getSource<maplibre.GeoJSONSource>("points")?.setData(points);
    map.getSource<maplibre.GeoJSONSource>("areas")?.setData(areas);
  }
  map.once("idle", () => {
    box.dataset["ready"] = "true";
  });
  map.triggerRepaint();
}

for (const box of document.querySelectorAll<HTMLElement>("[data-map]")) {
  open(box).catch((error: unknown) => {
    const line = document.createElement("p");
    line.className = "loading";
    line.textContent = "The map cannot be drawn here; the list below holds the same.";
    box.replaceChildren(line);
    console.warn(error);
  });
}
