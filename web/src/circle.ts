// A circle on the globe, as a ring of points.
import type { Polygon } from "geojson";

const STEPS = 32; // off by half a hundredth of the radius, and a third less to draw than 48
const EARTH = 6371; // kilometres

export function circle(lon: number, lat: number, radius: number): Polygon {
  const angle = radius / EARTH;
  const phi = (lat * Math.PI) / 180;
  const ring: [number, number][] = [];
  for (let n = 0; n <= STEPS; n++) {
    const bearing = (2 * Math.PI * n) / STEPS;
    const y = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing));
    const x = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * Math.sin(y));
    ring.push([lon + (x * 180) / Math.PI, (y * 180) / Math.PI]);
  }
  return { type: "Polygon", coordinates: [ring] };
}
