"""
Build the gazetteer of Ukraine: packs/ukraine_osm/places.idx.

usage: build_ukraine.py --data FOLDER --packs FOLDER

FOLDER of --data holds ua_katottg_settlements.tsv.gz (the state classifier), ua_osm_places.tsv and
ua_osm_admin1..3.geojson (OpenStreetMap, ODbL 1.0), geonames_cities500_world.tsv.gz and
ua_geonames_postal_places.tsv (GeoNames, CC BY 4.0). A settlement's point is OpenStreetMap's, else
GeoNames', where it lies inside the settlement's own hromada, else the middle of that hromada.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from build_areas import inside, outer_rings
from build_world import box_of, table

from dateline.core.place import PlaceKind
from dateline.world.fold import fold
from dateline.world.index import Entry, weight_of, write
from dateline.world.romanise import loose, rewritten

RANK = {"M": 20, "X": 0, "C": 0}
PEOPLE = {"M": 10_000, "X": 2_000, "C": 200}
"""What a town, a township and a village are taken to hold where no source says."""
CITIES = {"UA80": "UA-30", "UA85": "UA-40"}


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


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "packs"):
        ask.add_argument(f"--{name}", type=Path, required=True)
    given = ask.parse_args()
    pack = Pack(given.data, given.packs)
    entries = [*oblasts(pack), *extras(pack), *districts(pack), *settlements(pack)]
    entries += sectors(pack, entries)
    keys = keys_of(entries)
    path = given.packs / "ukraine_osm" / "places.idx"
    write(path, entries, keys, {})
    print(len(entries), "places", len(keys), "names", path.stat().st_size >> 10, "KiB")


def oblasts(pack: Pack) -> list[Entry]:
    shapes = {f["properties"]["iso3166-2"]: f for f in pack.shapes[0]}
    made = []
    for row in pack.oblasts:
        if row["id"] in ("UA-30", "UA-40"):
            continue
        box = box_of([shapes[row["id"]]])
        lat, lon = inner_point(outer_rings(shapes[row["id"]]["geometry"]))
        names = [row["en"], row["uk"], row["ru"], *row["also"].split("|")]
        for english in [row["en"].removesuffix(" Oblast"), *row["also"].split("|")]:
            if english.isascii() and row["id"] != "UA-43":
                names += [f"{english} {word}" for word in ("Oblast", "Region", "Province")]
        made.append(
            Entry(
                id=row["id"],
                kind=PlaceKind.OBLAST,
                country="UA",
                lat=lat,
                lon=lon,
                box=box,
                names=tuple(dict.fromkeys(names)),
                parent="UA",
                rank=150,
            )
        )
    return made


def inner_point(rings: list[Any]) -> tuple[float, float]:
    """A point inside: of a grid over the box, the one furthest from the border."""
    w, s, e, n = box_of([{"geometry": {"type": "Polygon", "coordinates": rings}}])
    corners = [p for ring in rings for p in ring][::5]
    grid = [
        (w + (e - w) * i / 12, s + (n - s) * j / 12) for i in range(1, 12) for j in range(1, 12)
    ]
    held = [p for p in grid if sum(inside(p, ring) for ring in rings) % 2]
    best = max(
        held or [((w + e) / 2, (s + n) / 2)],
        key=lambda p: min((p[0] - x) ** 2 * 0.45 + (p[1] - y) ** 2 for x, y in corners),
    )
    return round(best[1], 4), round(best[0], 4)


FRONT = {
    "en": ("direction", "axis", "sector", "front"),
    "uk": ("напрямок", "напрям"),
    "ru": ("направление",),
}


def sectors(pack: Pack, entries: list[Entry]) -> list[Entry]:
    """A region of some 30 km around the place that a sector of the front is named for."""
    by_name = {}
    for entry in entries:
        if entry.kind is PlaceKind.SETTLEMENT:
            oblast = {"UA-30": "UA80", "UA-40": "UA85"}.get(entry.id, entry.id[:4])
            held = by_name.get((oblast, fold(entry.names[1])))
            if held is None or held.population < entry.population:
                by_name[oblast, fold(entry.names[1])] = entry
    made: dict[str, Entry] = {}
    for row in pack.sectors:
        at = by_name[row["oblast"], fold(row["place"])]
        names = [f"{row['en']} {w}" for w in FRONT["en"]]
        names += [f"{row['uk']} {w}" for w in FRONT["uk"]]
        names += [f"{row['ru']} {w}" for w in FRONT["ru"]]
        names += [f"{row['uk']} фронт", f"{row['ru'].removesuffix('ое')}ий фронт"]
        ident = "ua:front-" + fold(row["en"]).replace(" ", "-")
        box = (at.lon - 0.4, at.lat - 0.27, at.lon + 0.4, at.lat + 0.27)
        made[ident] = Entry(
            id=ident, kind=PlaceKind.REGION, country="UA", lat=at.lat, lon=at.lon, box=box,
            names=tuple(names), parent=at.id, rank=110,
        )  # fmt: skip
    return list(made.values())


def extras(pack: Pack) -> list[Entry]:
    made = []
    for row in pack.extra:
        box = tuple(map(float, row["box"].split(","))) if row["box"] else None
        made.append(
            Entry(
                id=row["id"],
                kind=PlaceKind(row["kind"]),
                country="UA",
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                box=box,
                rank=int(row["rank"]),
                parent=row["parent"],
                names=tuple(row["names"].split("|")),
            )
        )
    return made


def districts(pack: Pack) -> list[Entry]:
    made = []
    for level, kind, rank in ((1, PlaceKind.RAION, 50), (2, PlaceKind.HROMADA, 10)):
        for shape in pack.shapes[level]:
            own = shape["properties"]
            rings = outer_rings(shape["geometry"])
            lat, lon = inner_point(rings)
            code = own["katotth"]
            parent = pack.iso[code[:4]] if level == 1 else pack.by_prefix.get(code[:6])
            made.append(
                Entry(
                    id=code,
                    kind=kind,
                    country="UA",
                    lat=lat,
                    lon=lon,
                    rank=rank,
                    box=box_of([shape]),
                    parent=parent or pack.iso[code[:4]],
                    names=district_names(own, level, pack.old_raions.get(code, "")),
                )
            )
    return made


def district_names(own: dict[str, Any], level: int, old: str) -> tuple[str, ...]:
    """In English first, since that is how a record names it; then as it is called at home."""
    uk = own["name:uk"] or own["name"]
    stem = uk.split(" ")[0]
    latin = rewritten(stem, "kmu2010")
    if level == 1:
        english = (own["name:en"] or latin).removesuffix(" Raion").removesuffix(" District")
        names = [f"{english} Raion", uk, own["name:ru"] or "", own["name:en"] or ""]
        kinds = ("Raion", "District", "district", "raion")
        names += [f"{base} {word}" for base in (english, latin) for word in kinds]
    else:
        names = [f"{latin} hromada", uk, own["name:ru"] or "", f"{stem} громада"]
        names += [own["name:en"] or "", f"{latin} community"]
    names += old.split("|")
    return tuple(dict.fromkeys(n for n in names if n))


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


def adjectives(uk: str, ru: str) -> list[str]:
    """The masculine adjectives of a town's Ukrainian and Russian names, by the usual rules."""
    return [_adjective(uk, "ськ", "ий"), _adjective(ru, "ск", "ий")]


def _adjective(name: str, suffix: str, ending: str) -> str:
    if name.endswith((suffix, "цьк", "цк", "зьк")):
        return name + ending
    if name.endswith("ка") and name[:-2].endswith(("в", "н", "р")):
        return name[:-2] + suffix + ending
    if name.endswith("чук"):
        return name[:-1] + "цький"
    if name.endswith(("а", "я", "и", "ы", "е", "о")):
        stem = name[:-1]
        return (stem[:-1] if stem.endswith("с") else stem) + suffix + ending
    return name + suffix + ending


def keys_of(entries: list[Entry]) -> dict[str, list[tuple[int, int]]]:
    """Folded name to places, best known first; loose keys for names in Latin letters."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    firsts = {fold(n) for e in entries if e.kind is PlaceKind.SETTLEMENT for n in e.names[:3]}
    for at, entry in enumerate(entries):
        town = entry.kind is PlaceKind.SETTLEMENT
        own = {fold(n) for n in entry.names[:3]}
        own |= {fold(n) for n in entry.names if town and n in OWN}
        for name in entry.names:
            key = fold(name)
            # An old name of one town that another place has today is that other place's.
            taken = town and key in firsts and key not in own and name not in KEPT
            if not key or taken:
                continue
            found[key].setdefault(at, int(key not in own))
            if town and len(key) > 5 and key in own:
                found[loose(key)].setdefault(at, 1)
    for at, entry in enumerate(entries):
        if entry.kind is PlaceKind.SETTLEMENT and entry.rank >= RANK["M"]:
            slavic = [n for n in entry.names if not n.isascii()]
            for key in adjectives(slavic[0], slavic[min(1, len(slavic) - 1)]):
                found["@" + fold(key)].setdefault(at, 0)
    weight = [weight_of(entry.rank, entry.population) for entry in entries]
    return {
        key: sorted(places.items(), key=lambda x: (x[1], -weight[x[0]], x[0]))
        for key, places in found.items()
    }


if __name__ == "__main__":
    main()
