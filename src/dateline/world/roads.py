"""Numbered roads of the packs: what each joins, and the area it lies in. Degrees, WGS84."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from dateline.core.place import Box
from dateline.core.table import parse_table

_TABLE = Path(__file__).parent / "packs" / "ukraine" / "roads.tsv"
COLUMNS = ("road", "course", "box", "area")


class Road(Struct, frozen=True):
    """`area` is the id of what it lies in; of a road known by its area alone no course or box."""

    number: str
    course: str
    box: Box | None
    area: str


@cache
def road(number: str) -> Road | None:
    """The road with this number (`M-30`, `T-05-04`); None where none is known."""
    whole = _roads().get(number)
    if whole is not None:
        return whole
    parts = number.split("-")
    area = _roads().get("-".join(parts[:2])) if len(parts) > len("M-") else None
    return Road(number, "", None, area.area) if area is not None else None


@cache
def _roads() -> dict[str, Road]:
    found = {}
    for row in parse_table(_TABLE, _TABLE.read_text("utf-8"), COLUMNS):
        west, south, east, north = map(float, (row["box"] or "0,0,0,0").split(","))
        box = (west, south, east, north) if row["box"] else None
        found[row["road"]] = Road(row["road"], row["course"], box, row["area"])
    return found
