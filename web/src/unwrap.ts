// Lines that cross the 180th meridian, so that their longitudes go on (179, 181) and do not jump round the world (179, -179).
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";

export function unwrapped(line: Position[]): Position[] {
  let turn = 0;
  return line.map(([lon = 0, lat = 0], n) => {
    const before = line[n - 1]?.[0] ?? lon;
    if (lon - before > 180) turn -= 360;
    else if (before - lon > 180) turn += 360;
    return [lon + turn, lat];
  });
}

// A ring round a pole ends a turn further on: it is closed as it was.
const ring = (line: Position[]): Position[] => {
  const made = unwrapped(line);
  return made[0]?.[0] === made.at(-1)?.[0] ? made : [...made, made[0] ?? []];
};

function whole(geometry: Geometry): Geometry {
  if (geometry.type === "MultiLineString") return { ...geometry, coordinates: geometry.coordinates.map(unwrapped) };
  if (geometry.type === "Polygon") return { ...geometry, coordinates: geometry.coordinates.map(ring) };
  if (geometry.type === "MultiPolygon") return { ...geometry, coordinates: geometry.coordinates.map((part) => part.map(ring)) };
  return geometry;
}

export function unwrap<T extends Feature | FeatureCollection>(shape: T): T {
  if (shape.type === "FeatureCollection") return { ...shape, features: shape.features.map((one) => unwrap(one)) };
  return { ...shape, geometry: whole(shape.geometry) };
}
