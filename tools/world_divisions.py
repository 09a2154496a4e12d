"""First-order divisions for `build_world.py`: Natural Earth's outlines, GeoNames' names."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from world_sources import SKIPPED, box_of, table

from dateline.core.place import Box, PlaceKind
from dateline.world.fold import fold
from dateline.world.index import Entry


def division_names(cities: list[dict[str, str]], path: Path) -> dict[tuple[str, ...], str]:
    """(country, admin1) and (country, admin1, admin2) to the name most of its cities carry."""
    at: dict[tuple[str, str, str], tuple[str, str]] = {}
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            spot = (row["cc"], f"{float(row['lat']):.2f}", f"{float(row['lon']):.2f}")
            at[spot] = row["admin1"], row["admin2"]
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for city in cities:
        spot = (city["cc"], f"{float(city['lat']):.2f}", f"{float(city['lon']):.2f}")
        first, second = at.get(spot, ("", ""))
        if first and city["admin1"]:
            votes[city["cc"], city["admin1"]][first] += 1
        if second and city["admin2"]:
            votes[city["cc"], city["admin1"], city["admin2"]][second] += 1
    return {key: count.most_common(1)[0][0] for key, count in votes.items()}


def middle(members: list[dict[str, str]]) -> tuple[float, float]:
    lats = sorted(float(m["lat"]) for m in members)
    lons = sorted(float(m["lon"]) for m in members)
    return lats[len(lats) // 2], lons[len(lons) // 2]


def extent(members: list[dict[str, str]], margin: float) -> Box:
    lats = [float(m["lat"]) for m in members]
    lons = [float(m["lon"]) for m in members]
    return (
        round(min(lons) - margin, 3), round(min(lats) - margin, 3),
        round(max(lons) + margin, 3), round(max(lats) + margin, 3),
    )  # fmt: skip


TYPES = {
    "RU": ("Oblast", "Region", "Republic", "Krai"), "BY": ("Region", "Oblast"),
    "KZ": ("Region", "Oblast"), "US": (), "CA": (), "AU": (),
}  # fmt: skip


MOSCOW = {"RU-MOW": "RU 48", "RU-MOS": "RU 47"}
"""Natural Earth gives the city and the oblast each other's code of GeoNames."""


def gn_code(own: dict[str, Any]) -> str:
    if own["iso_3166_2"] in MOSCOW:
        return MOSCOW[own["iso_3166_2"]]
    return (own["gn_a1_code"] or "").replace(".", " ").strip()


def divisions(
    shapes: list[Any], cities: list[dict[str, str]], upper: dict[tuple[str, ...], str], path: Path
) -> list[Entry]:
    """First-order divisions: Natural Earth's outlines where GeoNames knows the same division."""
    by_code: dict[str, list[dict[str, str]]] = defaultdict(list)
    for city in cities:
        if city["admin1"]:
            by_code[f"{city['cc']} {city['admin1']}"].append(city)
    made, done, used = [], set(), set()
    also = {row["id"]: tuple(row["also"].split("|")) for row in table(path)}
    for shape in shapes:
        own = shape["properties"]
        code = own["iso_3166_2"].rstrip("~")
        if not code or code[:2] in SKIPPED or code.startswith("-") or not own["name"]:
            continue
        members = by_code.get(gn_code(own), [])
        first = bool(members) and gn_code(own) not in done and mostly_in(members, shape)
        if first:
            done.add(gn_code(own))
        country = code[:2]
        english = upper.get((country, gn_code(own)[3:])) if first else None
        made.append(
            Entry(
                id=code if code not in used else f"ne:{own['adm1_code']}",
                kind=PlaceKind.OBLAST if first or len(by_code) == 0 else PlaceKind.RAION,
                country=country,
                lat=own["latitude"],
                lon=own["longitude"],
                box=box_of([shape]),
                parent=country,
                rank=140 if first else 40,
                names=apart(division_aliases(own, english, first), own, members)
                + also.get(code, ()),
            )
        )
        used.add(code)
    for code, members in by_code.items():
        country, first_code = code.split(" ", 1)
        name = upper.get((country, first_code))
        if code in done or not name or country in SKIPPED:
            continue
        lat, lon = middle(members)
        ident = {"GB ENG": "GB-ENG", "GB SCT": "GB-SCT", "GB WLS": "GB-WLS", "GB NIR": "GB-NIR"}
        made.append(
            Entry(
                id=ident.get(code, f"gn1:{country}.{first_code}"),
                kind=PlaceKind.OBLAST,
                country=country,
                lat=lat,
                lon=lon,
                box=extent(members, 0.15),
                parent=country,
                names=(name,),
                rank=150 if country == "GB" else 120,
            )
        )
    return made


def mostly_in(members: list[dict[str, str]], shape: Any) -> bool:
    """Whether most of the cities that GeoNames gives the division lie in the outline's box."""
    w, s, e, n = box_of([shape])
    held = sum(
        s - 0.1 <= float(m["lat"]) <= n + 0.1 and (w > e or w - 0.1 <= float(m["lon"]) <= e + 0.1)
        for m in members
    )
    _MATCHED[gn_code(shape["properties"])] = shape["properties"]["iso_3166_2"].rstrip("~")
    return held * 5 >= len(members) * 4 or not _MATCHED.pop(gn_code(shape["properties"]))


_MATCHED: dict[str, str] = {}


def apart(
    names: tuple[str, ...], own: dict[str, Any], members: list[dict[str, str]]
) -> tuple[str, ...]:
    """The names, a longer one first where the short one is also that of its chief town."""
    chief = {fold(m["name"]) for m in members if m["fcode"] in ("PPLA", "PPLC")}
    if fold(names[0]) not in chief:
        return names
    sort = "Oblast" if country_of(own) in ("RU", "BY", "KZ") else own["type_en"].split("|")[0]
    return (f"{names[0]} {sort or 'Province'}", *names)


def country_of(own: dict[str, Any]) -> str:
    return str(own["iso_3166_2"][:2])


def division_aliases(own: dict[str, Any], english: str | None, first: bool) -> tuple[str, ...]:
    country = own["iso_3166_2"][:2]
    names = [own["name_en"] or own["name"], own["name"], english or ""]
    names += [n for n in (own["name_alt"] or "").split("|") if len(n) > 3 and first]
    names += [own["name_uk"] or "", own["name_ru"] or "", own["name_local"] or ""]
    if country in ("US", "CA", "AU"):
        names += [own["abbrev"] or "", own["postal"] or ""]
    for kind in TYPES.get(country, ("Province", "Region", "State", "District")):
        names += [f"{n} {kind}" for n in (own["name_en"], own["name"]) if n]
    return tuple(dict.fromkeys(n for n in names if n))


def parents() -> dict[str, str]:
    """GeoNames' code of a division to the id that `divisions` gives it."""
    return dict(_MATCHED)
