"""Cities, counties and the keys of all names for `build_world.py`."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from world_divisions import extent, middle, parents
from world_sources import MANY, SKIPPED, SOME

from dateline.core.place import PlaceKind
from dateline.world.fold import fold
from dateline.world.index import ORDINARY, PERSON, Entry, weight_of

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
