"""The settlements of Ukraine for `build_ukraine.py`: one entry of the classifier, one place."""

from __future__ import annotations

from typing import Any

from build_areas import inside
from ukraine_sources import Pack

from dateline.core.place import PlaceKind
from dateline.world.fold import fold
from dateline.world.index import Entry
from dateline.world.romanise import rewritten

RANK = {"M": 20, "X": 0, "C": 0}


PEOPLE = {"M": 10_000, "X": 2_000, "C": 200}
"""What a town, a township and a village are taken to hold where no source says."""


CITIES = {"UA80": "UA-30", "UA85": "UA-40"}


def settlements(pack: Pack) -> list[Entry]:
    osm = osm_by_place(pack)
    known = geonames_by_place(pack)
    made = []
    for oblast, iso in CITIES.items():
        made.append(big_city(pack, oblast, iso, known))
    for row in pack.settlements:
        code = row["katottg"]
        hromada = pack.by_prefix.get(code[:9]) or pack.by_prefix.get(code[:6], "")
        key = (hromada, fold(row["name_uk"]))
        mapped = osm.get(row["katottg"]) or osm.get(key) or {}
        named = known.get(key, {})
        if not named.get("population"):
            named = nearest_city(pack, row, mapped) or named
        point = point_of(mapped, named, row, pack.hromada_box.get(hromada))
        if point is None:
            continue
        counted = max(int(mapped.get("population") or 0), int(named.get("population") or 0))
        people = counted or PEOPLE[row["category"]]
        if row["name_uk"] in {
            o["capital"] for o in pack.oblasts if o["katottg"] == row["katottg"][:4]
        }:
            rank = 70
        else:
            rank = RANK[row["category"]] or int(code[:6] in pack.front)
        place = row["katottg"][:4], fold(row["name_uk"])
        towns = row["category"] != "C"
        more = pack.more.get((*place, False), []), pack.more.get((*place, towns), [])
        made.append(
            Entry(
                id=row["katottg"],
                kind=PlaceKind.SETTLEMENT,
                country="UA",
                lat=point[0],
                lon=point[1],
                population=people,
                rank=rank,
                parent=hromada or pack.iso[row["katottg"][:4]],
                names=settlement_names(row["name_uk"], mapped, named, more),
            )
        )
    return made


def nearest_city(pack: Pack, row: dict[str, str], mapped: dict[str, str]) -> dict[str, str]:
    """GeoNames' city of this name within some 8 km of the mapped point, 20 of the hromada's."""
    point = mapped.get("lat") or row["hromada_lat"], mapped.get("lon") or row["hromada_lon"]
    if not point[0] or not point[1]:
        return {}
    lat, lon, name = float(point[0]), float(point[1]), row["name_uk"]
    near = 0.08 if mapped.get("lat") else 0.2
    return next(
        (
            city
            for city in pack.city_names.get(fold(name), [])
            if abs(float(city["lat"]) - lat) < near and abs(float(city["lon"]) - lon) < near * 1.5
        ),
        {},
    )


def big_city(pack: Pack, oblast: str, iso: str, known: dict[Any, Any]) -> Entry:
    row = next(r for r in pack.oblasts if r["id"] == iso)
    city = max(
        (c for c in pack.cities if c["name"] in ("Kyiv", "Sevastopol")),
        key=lambda c: (c["name"] == row["en"], int(c["population"] or 0)),
    )
    names = [row["en"], row["uk"], row["ru"], *pack.more.get((oblast, fold(row["uk"]), False), [])]
    return Entry(
        id=iso, kind=PlaceKind.SETTLEMENT, country="UA", lat=float(city["lat"]),
        lon=float(city["lon"]), population=int(city["population"]), parent="UA",
        rank=120 if iso == "UA-30" else 70, names=tuple(dict.fromkeys(names)),
    )  # fmt: skip


def settlement_names(
    uk: str, mapped: dict[str, str], named: dict[str, str], more: tuple[list[str], list[str]]
) -> tuple[str, ...]:
    """Its own names, marked as such, then old ones and those in other languages."""
    spelt, old = more
    ru = mapped.get("name_ru") or rewritten(uk, "uk-to-ru")
    letters = rewritten(uk, "uk-letters")
    own = [rewritten(uk, "kmu2010"), uk, ru, rewritten(ru, "bgn-ru"), *spelt]
    OWN.update(own)
    KEPT.update(old)
    names = [*own, letters, rewritten(letters, "bgn-ru"), *old]
    if mapped.get("name_en"):
        names.append(mapped["name_en"])
    names += [n.strip() for n in mapped.get("old_name", "").split(";")]
    names += [n for n in mapped.get("names", "").split("|") if plain(n)]
    if int(named.get("population") or 0) > 5000:
        names += [n for n in named.get("alternatenames", "").split("|") if plain(n)]
    return tuple(dict.fromkeys(n for n in names if len(n) > 1))


def plain(name: str) -> bool:
    """Written in Latin or East Slavic letters."""
    return (
        all(c < "\u0250" or "\u0400" <= c <= "\u04ff" or c in "’ʼ" for c in name) and len(name) > 3
    )


def point_of(
    mapped: dict[str, str], named: dict[str, str], row: dict[str, str], box: Any
) -> tuple[float, float] | None:
    for source, lat, lon in (
        (mapped, "lat", "lon"), (named, "lat", "lon"), (row, "hromada_lat", "hromada_lon"),
    ):  # fmt: skip
        if source.get(lat):
            return float(source[lat]), float(source[lon])
    if box:
        return (box[1] + box[3]) / 2, (box[0] + box[2]) / 2
    return None


def hromadas_at(pack: Pack, lat: float, lon: float) -> list[str]:
    found = []
    for code, (w, s, e, n) in pack.hromada_box.items():
        if not (w <= lon <= e and s <= lat <= n):
            continue
        if sum(inside((lon, lat), ring) for ring in pack.hromada_shape[code]) % 2:
            found.append(code)
    return found


def osm_by_place(pack: Pack) -> dict[Any, dict[str, str]]:
    found: dict[Any, dict[str, str]] = {}
    for row in pack.osm:
        if row["kind"] not in ("settlement", "borough") or not row["lat"] or not row["name_uk"]:
            continue
        if row["katotth"]:
            found.setdefault(row["katotth"], row)
        for code in hromadas_at(pack, float(row["lat"]), float(row["lon"])):
            for name in {row["name_uk"], *row["names"].split("|")}:
                found.setdefault((code, fold(name)), row)
    return found


def geonames_by_place(pack: Pack) -> dict[Any, dict[str, str]]:
    found: dict[Any, dict[str, str]] = {}
    for city in pack.cities:
        codes = hromadas_at(pack, float(city["lat"]), float(city["lon"]))
        for name in [city["name"], *city["alternatenames"].split("|")]:
            for code in codes:
                found.setdefault((code, fold(name)), city)
    for row in pack.postal:
        for code in hromadas_at(pack, float(row["lat"]), float(row["lon"])):
            found.setdefault((code, fold(row["name_uk"])), row)
    return found


KEPT: set[str] = set()
"""Old and imposed names of the pack's own table: kept though another place has them too."""


OWN: set[str] = set()
"""Names that are settlements' own in some spelling, and not old, imposed or foreign."""
