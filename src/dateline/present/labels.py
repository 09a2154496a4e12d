"""Where names and numbers stand on a map so that none covers another."""

from __future__ import annotations

from dateline.core.place import Area, PlaceKind
from dateline.present.projection import WIDTH, Frame, grid
from dateline.world.boundaries import holds
from dateline.world.gazetteer import gazetteer

_MARKER = 13.0
_NAME = (75.0, 24.0)
"""Half the room that a country's name takes, with a number beside it."""


def free_place(at: tuple[float, float], taken: list[tuple[float, float]]) -> tuple[float, float]:
    """`at`, or the nearest place beside it that covers no number already there."""
    x, y = at
    for step in range(1, 9):
        if all(abs(x - a) + abs(y - b) >= 2 * _MARKER for a, b in taken):
            break
        x, y = at[0] + (step % 3 - 1) * 2 * _MARKER, at[1] + (step // 3 * 2 - 1) * 1.2 * _MARKER
    return min(max(x, _MARKER), WIDTH - _MARKER), max(y, _MARKER)


def country_names(
    base: tuple[Area, ...], frame: Frame, numbers: list[tuple[float, float]], named: dict[str, Area]
) -> list[tuple[float, float, str]]:
    """Each country's name near the middle of what is in sight of it, clear of what is marked."""
    marked = [a for a in named.values() if a.kind is not PlaceKind.COUNTRY]
    points = [p for p in grid(frame) if not any(_near(frame.xy(*p), number) for number in numbers)]
    out = []
    for code, parts in sorted(_countries(base).items()):
        inside = [p for p in points if any(holds(part, *p) for part in parts)]
        clear = [p for p in inside if not any(_covers(of, p, frame) for of in marked)]
        name = _country_name(code, parts)
        if len(inside) > 3 and name:
            lon = sum(p[0] for p in inside) / len(inside)
            lat = sum(p[1] for p in inside) / len(inside)
            best = min(clear or inside, key=lambda p: (abs(p[0] - lon) + abs(p[1] - lat), p))
            x, y = frame.xy(*best)
            middle = min(max(x, _NAME[0]), WIDTH - _NAME[0])
            out.append((round(middle, 1), round(y, 1), name))
    return out


def _covers(of: Area, point: tuple[float, float], frame: Frame) -> bool:
    """Whether a name written at the point would run into the area."""
    half = _NAME[0] / 2 / frame.unit / frame.east
    return any(holds(of, point[0] + aside, point[1]) for aside in (-half, 0.0, half))


def _near(at: tuple[float, float], number: tuple[float, float]) -> bool:
    """Whether a name written there would run into the number."""
    return abs(at[0] - number[0]) < _NAME[0] and abs(at[1] - number[1]) < _NAME[1]


def _countries(base: tuple[Area, ...]) -> dict[str, list[Area]]:
    """The outline of each country, or where there is none those of its divisions."""
    whole = {a.country: [a] for a in base if a.kind is PlaceKind.COUNTRY}
    parts: dict[str, list[Area]] = {}
    for of in base:
        if of.country not in whole:
            parts.setdefault(of.country, []).append(of)
    return whole | parts


def _country_name(code: str, parts: list[Area]) -> str:
    if parts[0].kind is PlaceKind.COUNTRY:
        return parts[0].name
    known = gazetteer().place(code)
    return known.name if known else ""
