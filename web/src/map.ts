// The map of a story: our own areas as ground, the places of its claims above, one day or all days,
// and a dated map of a reality layer beneath if one is chosen. Everything comes from this origin.
import "maplibre-gl/dist/maplibre-gl.css";
import type * as GeoJSON from "geojson";
import {
  Map as View, NavigationControl, ScaleControl, setWorkerUrl,
  type ExpressionSpecification, type GeoJSONSource, type LngLatBoundsLike, type StyleSpecification,
} from "maplibre-gl";

setWorkerUrl("/static/built/maplibre-worker.js");

interface Entry { number: number; speaker: string | null; status: string; from: string | null; until: string | null; words: string }
interface Place { name: string; geometry: string; precision: string | null; status: string; point: [number, number]; lines: Entry[] }
type Feature = GeoJSON.Feature<GeoJSON.Geometry, Place>;
type Features = GeoJSON.FeatureCollection<GeoJSON.Geometry, Place>;

const EMPTY: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
const frame = document.querySelector<HTMLElement>("[data-map]");
if (frame) void draw(frame);

async function fetched<T>(url: string): Promise<T> {
  const answer = await fetch(url, { headers: { accept: "application/geo+json" } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json() as Promise<T>;
}

/** The colours of the page in use, light or dark, as MapLibre can read them. */
function colours(): (name: string) => string {
  const probe = document.createElement("i");
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const read = (name: string): string => {
    probe.style.setProperty("color", `var(--${name})`);
    return style.color;
  };
  queueMicrotask(() => probe.remove());
  return read;
}

function hatching(colour: string): ImageData {
  const side = 12;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (const shift of [-side, 0, side]) { pen.moveTo(shift, side); pen.lineTo(shift + side, 0); }
  pen.stroke();
  return pen.getImageData(0, 0, side, side);
}

function ground(paint: (name: string) => string, base: GeoJSON.FeatureCollection): StyleSpecification {
  const contested: ExpressionSpecification = ["!=", ["get", "status"], "plain"];
  return {
    version: 8,
    sources: {
      base: { type: "geojson", data: base, tolerance: 0.2 },
      labels: { type: "geojson", data: labels(base) },
      layer: { type: "geojson", data: EMPTY },
      places: { type: "geojson", data: EMPTY },
      spots: { type: "geojson", data: EMPTY },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": paint("water") } },
      { id: "land", type: "fill", source: "base", paint: { "fill-color": paint("land"), "fill-antialias": false } },
      { id: "layer-fill", type: "fill", source: "layer", paint: { "fill-color": paint("soft"), "fill-opacity": 0.28 } },
      { id: "layer-edge", type: "line", source: "layer", paint: { "line-color": paint("soft"), "line-width": 1 } },
      // Countries are drawn more coarsely than their divisions: near by, only the divisions are true.
      { id: "divisions", type: "line", source: "base", minzoom: 3.2, filter: ["all", ["!=", ["get", "kind"], "country"], ["==", ["get", "status"], "plain"]], paint: { "line-color": paint("rule"), "line-width": 1 } },
      { id: "borders", type: "line", source: "base", filter: ["all", ["==", ["get", "kind"], "country"], ["==", ["get", "status"], "plain"]], paint: { "line-color": paint("border"), "line-width": 1.2, "line-opacity": ["interpolate", ["linear"], ["zoom"], 5, 1, 6.5, 0.25] } },
      { id: "contested", type: "fill", source: "base", filter: contested, paint: { "fill-pattern": "hatch", "fill-opacity": 0.5 } },
      { id: "contested-edge", type: "line", source: "base", filter: contested, paint: { "line-color": paint("hatch"), "line-width": 1.2, "line-dasharray": [4, 3] } },
      { id: "divisions-named", type: "symbol", source: "labels", minzoom: 4.8, filter: ["!=", ["get", "kind"], "country"], layout: { "text-field": ["get", "name"], "text-size": 11, "text-max-width": 7 }, paint: { "text-color": paint("soft"), "text-halo-color": paint("land"), "text-halo-width": 1 } },
      { id: "countries-named", type: "symbol", source: "labels", maxzoom: 6, filter: ["==", ["get", "kind"], "country"], layout: { "text-field": ["upcase", ["get", "name"]], "text-size": 11, "text-letter-spacing": 0.12, "text-max-width": 7 }, paint: { "text-color": paint("soft"), "text-halo-color": paint("land"), "text-halo-width": 1 } },
      { id: "area", type: "fill", source: "places", filter: ["!=", ["geometry-type"], "Point"], paint: { "fill-color": paint("named"), "fill-opacity": 0.55 } },
      { id: "area-edge", type: "line", source: "places", filter: ["!=", ["geometry-type"], "Point"], paint: { "line-color": paint("certain"), "line-width": 1.6, "line-dasharray": ["case", ["==", ["get", "geometry"], "outline"], ["literal", [1, 0]], ["literal", [3, 2]]] } },
      { id: "spot", type: "circle", source: "spots", paint: { "circle-radius": ["+", 7, ["min", 9, ["*", 1.5, ["sqrt", ["get", "count"]]]]], "circle-color": paint("accent"), "circle-opacity": ["case", ["get", "exact"], 0.95, 0.55], "circle-stroke-color": paint("paper"), "circle-stroke-width": 2 } },
      { id: "spot-count", type: "symbol", source: "spots", layout: { "text-field": ["to-string", ["get", "count"]], "text-size": 12, "text-allow-overlap": true }, paint: { "text-color": paint("on-accent") } },
      { id: "names", type: "symbol", source: "spots", layout: { "text-field": ["get", "name"], "text-size": 13, "text-anchor": "top", "text-offset": [0, 1.1], "text-optional": true }, paint: { "text-color": paint("ink"), "text-halo-color": paint("paper"), "text-halo-width": 1.6 } },
    ],
  };
}

/** Where the name of each area is written. */
function labels(base: GeoJSON.FeatureCollection): GeoJSON.FeatureCollection {
  const named = base.features.filter((feature) => Array.isArray(feature.properties?.["label"]));
  return { type: "FeatureCollection", features: named.map((feature) => ({
    type: "Feature", properties: feature.properties,
    geometry: { type: "Point", coordinates: feature.properties?.["label"] as number[] },
  })) };
}

async function draw(frame: HTMLElement): Promise<void> {
  const box = frame.querySelector<HTMLElement>(".map") as HTMLElement;
  const said = frame.dataset as Record<string, string>;
  const [base, all] = await Promise.all([
    fetched<GeoJSON.FeatureCollection>(said["base"] ?? ""),
    fetched<Features>(said["places"] ?? ""),
  ]);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new View({
    container: box,
    style: ground(colours(), base),
    bounds: around(all.features),
    fitBoundsOptions: { padding: 70, maxZoom: 7.2 },
    attributionControl: false,
    fadeDuration: still ? 0 : 200,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 12,
    locale: { "NavigationControl.ZoomIn": said["wordsZoomIn"] ?? "", "NavigationControl.ZoomOut": said["wordsZoomOut"] ?? "" },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }));
  map.setMissingStyleImageResolver((id) => {
    if (id === "hatch") map.addImage("hatch", hatching(colours()("hatch")));
  });
  await map.once("load");
  const days = (said["days"] ?? "").split(",").filter(Boolean);
  show(map, all, null);
  controls(frame, map, all, days, said);
  map.on("click", "spot", (event) => {
    const name: unknown = event.features?.[0]?.properties["name"];
    const row = [...document.querySelectorAll("th[scope=row]")].find((cell) => cell.firstChild?.textContent === name);
    row?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  });
  map.on("mouseenter", "spot", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "spot", () => { map.getCanvas().style.cursor = ""; });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    map.setStyle(ground(colours(), base), { diff: false });
    void map.once("styledata").then(() => show(map, all, null));
  });
  frame.dataset["ready"] = "true";
}

/** The box around every place; a country is left out while there is anything smaller. */
function around(features: Feature[]): LngLatBoundsLike {
  const points = features.filter((f) => f.properties.precision !== "country");
  const used = points.length ? points : features;
  let [west, south, east, north] = [180, 85, -180, -85];
  for (const feature of used) {
    for (const [x, y] of corners(feature)) {
      west = Math.min(west, x); east = Math.max(east, x);
      south = Math.min(south, y); north = Math.max(north, y);
    }
  }
  return [[west - 0.4, south - 0.3], [east + 0.4, north + 0.3]];
}

function corners(feature: Feature): [number, number][] {
  const flat = (at: unknown): [number, number][] => {
    if (!Array.isArray(at)) return [];
    return typeof at[0] === "number" ? [[at[0], at[1] as number]] : at.flatMap(flat);
  };
  return feature.geometry.type === "GeometryCollection" ? [feature.properties.point] : flat(feature.geometry.coordinates);
}

/** Those places that have a claim on `day`, or every place. Undated claims show with all days only. */
function show(map: View, all: Features, day: string | null): void {
  const there = (entry: Entry): boolean => day === null || (entry.from !== null && entry.from <= day && day <= (entry.until ?? entry.from));
  const kept = all.features
    .map((feature) => ({ ...feature, properties: { ...feature.properties, lines: feature.properties.lines.filter(there) } }))
    .filter((feature) => feature.properties.lines.length);
  const spots: GeoJSON.Feature[] = kept.map(({ properties: p }) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: p.point },
    properties: { name: p.name, count: p.lines.length, exact: p.geometry === "point" },
  }));
  map.getSource<GeoJSONSource>("places")?.setData({ type: "FeatureCollection", features: kept } as GeoJSON.FeatureCollection);
  map.getSource<GeoJSONSource>("spots")?.setData({ type: "FeatureCollection", features: spots });
}

function controls(frame: HTMLElement, map: View, all: Features, days: string[], said: Record<string, string>): void {
  const bar = frame.querySelector<HTMLElement>(".map-controls");
  const slider = bar?.querySelector<HTMLInputElement>("#day");
  const told = bar?.querySelector<HTMLOutputElement>("output");
  const layer = bar?.querySelector<HTMLSelectElement>("#layer");
  const note = bar?.querySelector<HTMLElement>(".layer-note");
  if (!bar || !slider || !told) return;
  const chosen = (): string | null => days[Number(slider.value)] ?? null;
  const beneath = async (): Promise<void> => {
    const name = layer?.value ?? "";
    const day = chosen() ?? days.at(-1);
    let ground = EMPTY;
    let words = "";
    if (name && day) {
      const option = layer?.selectedOptions[0]?.dataset ?? {};
      try {
        const found = await fetched<GeoJSON.FeatureCollection & { day: string }>(`/map/layers/${encodeURIComponent(name)}/${day}.geojson`);
        ground = found;
        words = `${(said["wordsLayer"] ?? "").replace("{layer}", name).replace("{day}", found.day)}: ${option["maps"] ?? ""} · ${option["author"] ?? ""} · ${option["licence"] ?? ""}`;
      } catch {
        words = said["wordsNone"] ?? "";
      }
    }
    map.getSource<GeoJSONSource>("layer")?.setData(ground);
    if (note) note.textContent = words;
  };
  const changed = (): void => {
    const day = chosen();
    told.textContent = day ?? said["wordsAll"] ?? "";
    slider.setAttribute("aria-valuetext", told.textContent);
    show(map, all, day);
    void beneath();
  };
  slider.addEventListener("input", changed);
  layer?.addEventListener("change", () => void beneath());
  bar.hidden = false;
  changed();
}
