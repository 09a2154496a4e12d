"""What `build_ukraine.py` reads: the classifier, OpenStreetMap, GeoNames and the pack's tables."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from build_areas import outer_rings
from world_sources import box_of, table

from dateline.world.fold import fold


class Pack:
    """What is read from the sources, by code and by name."""

    def __init__(self, data: Path, packs: Path) -> None:
        self.oblasts = table(packs / "ukraine" / "oblasts.tsv")
        self.iso = {row["katottg"]: row["id"] for row in self.oblasts}
        self.more = names_by_place(packs / "ukraine" / "names.tsv")
        self.extra = table(packs / "ukraine" / "places.tsv")
        self.sectors = table(packs / "ukraine" / "sectors.tsv")
        self.front = {row["katottg"][:6] for row in table(packs / "ukraine" / "front.tsv")}
        self.shapes = [load(data / f"ua_osm_admin{level}.geojson") for level in (1, 2, 3)]
        self.settlements = rows_of(data / "ua_katottg_settlements.tsv.gz")
        self.osm = rows_of(data / "ua_osm_places.tsv")
        cities = rows_of(data / "geonames_cities500_world.tsv.gz")
        self.cities = [row for row in cities if row["cc"] == "UA"]
        self.city_names: dict[str, list[dict[str, str]]] = defaultdict(list)
        for city in self.cities:
            for name in {fold(n) for n in [city["name"], *city["alternatenames"].split("|")]}:
                self.city_names[name].append(city)
        self.postal = rows_of(data / "ua_geonames_postal_places.tsv")
        crimea = [f for f in self.shapes[1] if f["properties"]["katotth"].startswith("UA01")]
        self.hromada_shape = {
            f["properties"]["katotth"]: outer_rings(f["geometry"])
            for f in (*self.shapes[2], *crimea)  # no hromadas of Crimea are mapped
        }
        self.old_raions = {
            row["katottg"]: row["names"] for row in table(packs / "ukraine" / "raions_old.tsv")
        }
        self.hromada_box = {
            code: box_of([{"geometry": {"type": "Polygon", "coordinates": rings}}])
            for code, rings in self.hromada_shape.items()
        }
        self.by_prefix = {
            code[:size]: code
            for level, size in ((1, 6), (2, 9))
            for code in (f["properties"]["katotth"] for f in self.shapes[level])
            if code
        }


def load(path: Path) -> list[Any]:
    return list(json.loads(path.read_text("utf-8"))["features"])


def rows_of(path: Path) -> list[dict[str, str]]:
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def names_by_place(path: Path) -> dict[tuple[str, str, bool], list[str]]:
    """(oblast, name, whether for towns alone): spellings hold for villages of the name too."""
    found: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
    for row in table(path):
        towns = row["sort"] != "spelling"
        found[row["oblast"], fold(row["place"]), towns].append(row["name"])
    return found
