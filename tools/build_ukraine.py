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
from collections import defaultdict
from pathlib import Path
from typing import Any

from build_areas import inside, outer_rings
from ukraine_settlements import KEPT, OWN, RANK, settlements
from ukraine_sources import Pack
from world_sources import box_of

from dateline.core.place import PlaceKind
from dateline.world.fold import fold
from dateline.world.index import Entry, weight_of, write
from dateline.world.romanise import loose, rewritten


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
                country="RU" if row["id"].startswith("ru:") else "UA",
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
