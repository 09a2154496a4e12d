"""
A user's own files as places of a pack: a GeoNames dump, a CSV table, or GeoJSON (OpenStreetMap).

Every row that cannot be used is refused by file and line, so that a pack is whole or not made.
Writing the pack to disk is the business of the command.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from msgspec import DecodeError
from msgspec.json import decode

from dateline.core.errors import LexiconError
from dateline.core.place import Box, PlaceKind
from dateline.world.fold import fold
from dateline.world.index import Entry

_GEONAMES_CELLS = 19
_GEONAMES = {
    "P": PlaceKind.SETTLEMENT, "A": PlaceKind.REGION, "H": PlaceKind.FEATURE,
    "T": PlaceKind.FEATURE, "L": PlaceKind.REGION, "S": PlaceKind.FEATURE,
    "R": PlaceKind.FEATURE, "V": PlaceKind.FEATURE, "U": PlaceKind.SEA,
}  # fmt: skip
_GEONAMES_CODES = {
    "ADM1": PlaceKind.OBLAST, "ADM2": PlaceKind.RAION, "ADM3": PlaceKind.HROMADA,
    "PCLI": PlaceKind.COUNTRY,
}  # fmt: skip
_OSM_LEVELS = {
    "2": PlaceKind.COUNTRY, "4": PlaceKind.OBLAST, "6": PlaceKind.RAION, "7": PlaceKind.HROMADA,
}  # fmt: skip
_CSV = ("id", "name", "kind", "country", "lat", "lon")
"""The columns a CSV has to have; `names` (split by |), `population`, `parent`, `box` may follow."""


def entries(path: Path) -> list[Entry]:
    """
    The places in one file; its suffix tells what it is: .txt, .csv, .tsv, .geojson or .json.

    Raises:
        LexiconError: a row, by its line, has the wrong cells or no place on earth.
    """
    text = path.read_text("utf-8-sig")
    if path.suffix in (".geojson", ".json"):
        return list(_from_geojson(path, text))
    if path.suffix == ".txt":
        return list(_from_geonames(path, text))
    return list(_from_table(path, text, "\t" if path.suffix == ".tsv" else ","))


def keys(places: Iterable[Entry]) -> dict[str, list[tuple[int, int]]]:
    """Folded name to (number, 1 where it is not the first name), best known first."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    rows = list(places)
    for at, entry in enumerate(rows):
        for nth, name in enumerate(entry.names):
            found[fold(name)].setdefault(at, int(nth > 0))
    return {
        key: sorted(found[key].items(), key=lambda x: (x[1], -rows[x[0]].population, x[0]))
        for key in sorted(found)
        if key
    }


def _from_geonames(path: Path, text: str) -> Iterator[Entry]:
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != _GEONAMES_CELLS:
            problem = f"want {_GEONAMES_CELLS} cells of a GeoNames dump, got {len(cells)}"
            raise LexiconError(path, f"line {number}", problem)
        kind = _GEONAMES_CODES.get(cells[7]) or _GEONAMES.get(cells[6])
        if kind is None:
            continue
        names = (cells[1], cells[2], *cells[3].split(","))
        yield _entry(
            (path, f"line {number}"),
            f"gn:{cells[0]}", kind=kind,
            names=names, row={"country": cells[8], "lat": cells[4], "lon": cells[5],
                              "population": cells[14]},
        )  # fmt: skip


def _from_table(path: Path, text: str, separator: str) -> Iterator[Entry]:
    reader = csv.DictReader(StringIO(text), delimiter=separator)
    missing = [column for column in _CSV if column not in (reader.fieldnames or ())]
    if missing:
        raise LexiconError(path, "line 1", f"want the columns {', '.join(_CSV)}")
    for row in reader:
        entry = f"line {reader.line_num}"
        if row["kind"] not in set(PlaceKind):
            raise LexiconError(
                path, entry, f"kind {row['kind']!r} is none of {', '.join(PlaceKind)}"
            )
        names = (row["name"], *(row.get("names") or "").split("|"))
        kind = PlaceKind(row["kind"])
        yield _entry((path, entry), row["id"], kind=kind, names=names, row=row)


def _from_geojson(path: Path, text: str) -> Iterator[Entry]:
    try:
        features = decode(text)["features"]
    except (DecodeError, KeyError, TypeError) as error:
        raise LexiconError(path, "file", "want a GeoJSON FeatureCollection") from error
    for number, feature in enumerate(features, 1):
        own: dict[str, Any] = feature.get("properties") or {}
        entry = f"feature {number}"
        if not own.get("name"):
            continue
        points = list(_points(path, entry, feature.get("geometry") or {}))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys)) if len(points) > 1 else None
        yield _entry(
            (path, entry),
            str(own.get("@id") or feature.get("id") or f"{path.stem}:{number}"),
            kind=_osm_kind(own), box=box,
            names=(own["name"], *(str(v) for k, v in sorted(own.items()) if "name" in k and v)),
            row={"country": own.get("country", ""), "lat": (min(ys) + max(ys)) / 2,
                 "lon": (min(xs) + max(xs)) / 2, "population": own.get("population")},
        )  # fmt: skip


def _osm_kind(own: dict[str, Any]) -> PlaceKind:
    if own.get("place"):
        return PlaceKind.SETTLEMENT
    return _OSM_LEVELS.get(str(own.get("admin_level")), PlaceKind.FEATURE)


def _points(path: Path, entry: str, geometry: dict[str, Any]) -> Iterator[tuple[float, float]]:
    """Every point of a geometry, however deep its coordinates are nested."""
    todo = [geometry.get("coordinates")]
    found = False
    while todo:
        at = todo.pop()
        if isinstance(at, list) and at and isinstance(at[0], int | float):
            found = True
            yield float(at[0]), float(at[1])
        elif isinstance(at, list):
            todo += at
    if not found:
        raise LexiconError(path, entry, "has a geometry without a point")


def _entry(
    where: tuple[Path, str],
    ident: str,
    *,
    kind: PlaceKind,
    names: Iterable[str],
    row: dict[str, Any],
    box: Box | None = None,
) -> Entry:
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
        population = int(float(row.get("population") or 0))
    except (TypeError, ValueError) as error:
        raise LexiconError(*where, f"has no numbers where it needs them: {error}") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180) or (lat, lon) == (0.0, 0.0):
        raise LexiconError(*where, f"{lat}, {lon} is no place: want latitude, longitude")
    known = tuple(dict.fromkeys(name.strip() for name in names if name and name.strip()))
    if not ident or not known:
        raise LexiconError(*where, "has no id or no name")
    return Entry(
        id=ident,
        kind=kind,
        country=str(row.get("country") or ""),
        lat=lat,
        lon=lon,
        names=known,
        population=population,
        parent=str(row.get("parent") or "") or None,
        box=box,
    )
