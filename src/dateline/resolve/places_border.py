"""
The border of an area is a line: of two that are named together, the part that they share.

It keeps the area's id and kind, which say whose border it is; its point, box and precision are
those of the line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from dateline.core.mentions import Toponym
from dateline.core.place import PlaceKind
from dateline.core.values import Located
from dateline.world.borders import border

_BORDER = "border"
_FEW = 4
"""Words that may stand between the names of two whose border is meant."""


def lines(text: str, names: Sequence[Toponym], found: Sequence[Located]) -> list[Located]:
    """The places, those whose border is meant as lines; in the same order."""
    out = list(found)
    meant = [at for at, item in enumerate(names) if _BORDER in item.kinds and found[at].id]
    for at in meant:
        beside = (to for to in (at - 1, at + 1) if to in meant and _near(text, found, at, to))
        pair = next(beside, None)
        other = found[pair].id if pair is not None else _country_beyond(found, found[at])
        out[at] = _line(found[at], other)
    return out


def _near(text: str, found: Sequence[Located], at: int, to: int) -> bool:
    first, last = found[min(at, to)], found[max(at, to)]
    between = text[first.span.end : last.span.start]
    return len(between.split()) <= _FEW and not set(between) & set(".;!?\n")


def _country_beyond(found: Sequence[Located], place: Located) -> str | None:
    """`the border with Belarus`: the country that the text speaks of most; else none."""
    if place.place_kind != PlaceKind.COUNTRY:
        return None
    named = Counter(p.country for p in found if p.country and p.country != place.country)
    best = min(named.items(), key=lambda x: (-x[1], x[0]), default=None)
    return best[0] if best else None


def _line(place: Located, other: str | None) -> Located:
    shared = border(place.id or "", other) if other else None
    line = shared or border(_outlined(place))
    words = f"its border with {other}, a line" if shared else "its border, a line"
    reason = f"{words}; {place.reason}"
    if line is None:
        return replace(place, precision="line", reason=reason)
    return replace(
        place, precision="line", lat=round(line.lat, 5), lon=round(line.lon, 5), bbox=line.box,
        reason=reason,
    )  # fmt: skip


def _outlined(place: Located) -> str:
    """The id that an outline is known by: of the DPR, the oblast it is part of."""
    return (place.iso3166_2 if place.place_kind == PlaceKind.REGION else place.id) or ""
