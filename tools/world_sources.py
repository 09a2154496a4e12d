"""What the builders of the world's gazetteer share: tables, cities, boxes."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path
from typing import Any

from dateline.core.place import Box

MANY = 100_000


SOME = 2_000


SCRIPTS = ("LATIN", "CYRILLIC")


SKIPPED = {"UA"}
"""Ukraine's divisions and settlements are in a pack of their own."""


def table(path: Path) -> list[dict[str, str]]:
    lines = [x for x in path.read_text("utf-8").splitlines() if x and not x.startswith("#")]
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:]]


def read_cities(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def box_of(features: list[Any]) -> Box:
    """The smallest box; its west is greater than its east where it crosses the antimeridian."""
    spans, south, north = [], 90.0, -90.0
    for feature in features:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
            xs = [x for x, *_ in polygon[0]]
            ys = [y for _, y, *_ in polygon[0]]
            spans.append((min(xs), max(xs)))
            south, north = min(south, *ys), max(north, *ys)
    spans.sort()
    gap, west, east, reach = spans[0][0] + 360 - max(e for _, e in spans), 0.0, 0.0, spans[0][1]
    west, east = spans[0][0], max(e for _, e in spans)
    for start, end in spans[1:]:
        if start - reach > gap:
            gap, west, east = start - reach, start, reach
        reach = max(reach, end)
    return (round(west, 3), round(south, 3), round(east, 3), round(north, 3))
