"""What a language says about the words around place names: one loaded table for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.lang.rules import lists, table
from dateline.world.fold import fold


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`lang/<language>/places.toml` as sets and maps; empty where the language lacks a table."""

    home: frozenset[str]
    heads: Mapping[str, tuple[str, ...]]
    lemma: Mapping[str, str]
    before: Mapping[str, tuple[str, ...]]
    joined: frozenset[str]
    joined_capital: frozenset[str]
    front: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    regional: frozenset[str]
    units: frozenset[str]
    unit_capitals: frozenset[str]
    organisations: frozenset[str]
    organisation_of: frozenset[str]
    named_bodies: frozenset[str]
    small_bodies: frozenset[str]
    linking: frozenset[str]
    auxiliaries: frozenset[str]
    metonym: frozenset[str]
    that: frozenset[str]
    undergoing: frozenset[str]
    progressive: tuple[str, ...]
    passive: tuple[str, ...]
    blamed: frozenset[str]
    around: frozenset[str]
    clock: frozenset[str]
    clock_by: frozenset[str]
    channels: frozenset[str]
    media: frozenset[str]
    parties: frozenset[str]
    phrases: frozenset[str]
    generic: frozenset[str]
    generic_before: frozenset[str]
    bodies: frozenset[str]
    governing: frozenset[str]
    streets: frozenset[str]
    never_streets: frozenset[str]
    titles: frozenset[str]
    saying: frozenset[str]
    acting: frozenset[str]
    possessed: frozenset[str]
    owners: frozenset[str]
    territory: frozenset[str]
    banks: frozenset[str]
    facilities: frozenset[str]
    people: frozenset[str]
    small: frozenset[str]
    articles: frozenset[str]
    joiners: frozenset[str]
    plural_heads: frozenset[str]
    never: frozenset[str]
    adjectives: frozenset[str]
    abbreviations: Mapping[str, str]
    vicinity_links: frozenset[str]
    vicinity_km: Mapping[str, float]
    vicinity_bearing: Mapping[str, int]
    vicinity_alone: frozenset[str]
    roads: frozenset[str]
    road_letters: Mapping[str, str]
    bearers: frozenset[str]
    clubs: frozenset[str]
    forces: frozenset[str]
    borders: frozenset[str]
    border_links: frozenset[str]
    border_stops: frozenset[str]
    given: frozenset[str]
    inflection: Mapping[str, tuple[str, ...]]
    demonym_endings: frozenset[str]
    place_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    adjective_base: str
    adjective_people: frozenset[str]
    adjective_towns: tuple[str, ...]
    adjective_changes: Mapping[str, tuple[str, ...]]
    respelt: Mapping[str, str]
    place_countries: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language around place names."""
    file = lists(language, "places")

    def words(section: str, key: str = "words") -> frozenset[str]:
        return frozenset(map(fold, file.get(section, {}).get(key, ())))

    def written(section: str, key: str = "words") -> frozenset[str]:
        return frozenset(file.get(section, {}).get(key, ()))

    def kinds(section: str) -> Mapping[str, tuple[str, ...]]:
        return {fold(word): tuple(value) for word, value in _map(file, section).items()}

    return Lexicon(
        home=written("home", "countries"),
        heads=kinds("heads"),
        lemma={fold(word): head for word, head in _map(file, "lemma").items()},
        before=kinds("before"),
        joined=words("joined"),
        joined_capital=written("joined_capital"),
        front=words("front"),
        strong=words("near", "strong"),
        weak=words("near", "weak"),
        regional=words("regional"),
        units=words("units"),
        unit_capitals=written("units", "capitals"),
        organisations=words("organisations"),
        organisation_of=words("organisations", "of"),
        named_bodies=words("organisations", "named"),
        small_bodies=words("organisations", "small"),
        linking=words("organisations", "linking"),
        auxiliaries=words("metonym", "auxiliaries"),
        metonym=words("metonym", "verbs"),
        that=words("metonym", "that"),
        undergoing=words("metonym", "undergoing"),
        progressive=tuple(sorted(words("metonym", "progressive"))),
        passive=tuple(sorted(words("metonym", "passive"))),
        blamed=words("metonym", "blamed"),
        around=words("metonym", "around"),
        clock=words("clock", "time"),
        clock_by=words("clock", "by"),
        channels=words("clock", "channels"),
        media=words("clock", "media"),
        parties=words("near", "parties"),
        phrases=words("phrases"),
        generic=written("generic"),
        generic_before=written("generic", "before"),
        bodies=words("bodies"),
        governing=words("governing"),
        streets=words("streets"),
        never_streets=words("streets", "never"),
        titles=words("titles"),
        saying=words("saying"),
        acting=words("acting"),
        possessed=words("possessed"),
        owners=words("owners"),
        territory=words("territory"),
        banks=words("banks"),
        facilities=words("facilities"),
        people=words("people"),
        small=words("small"),
        articles=words("small", "articles"),
        joiners=words("lists", "joiners"),
        plural_heads=words("lists", "plurals"),
        never=words("never"),
        adjectives=words("never", "adjectives"),
        abbreviations=dict(_map(file, "abbreviations")),
        vicinity_links=words("vicinity", "links"),
        vicinity_km={fold(w): float(n) for w, n in _map(_map(file, "vicinity"), "km").items()},
        vicinity_bearing={
            fold(w): int(n) for w, n in _map(_map(file, "vicinity"), "bearing").items()
        },
        vicinity_alone=words("vicinity", "alone"),
        roads=words("roads"),
        road_letters=dict(_map(_map(file, "roads"), "letters")),
        bearers=words("bearers"),
        clubs=words("clubs"),
        forces=words("forces"),
        borders=words("border"),
        border_links=words("border", "links"),
        border_stops=words("border", "stops"),
        given=frozenset(fold(row["name"]) for row in table(language, "given_names", ("name",))),
        inflection=_endings(_map(file, "inflection")),
        demonym_endings=words("endings", "demonym"),
        place_countries=written("endings", "countries"),
        place_endings=tuple(sorted(words("endings", "place"))),
        adjective_endings=tuple(sorted(words("adjective", "endings"))),
        adjective_people=words("adjective", "people"),
        adjective_base=str(file.get("adjective", {}).get("base", "")),
        adjective_towns=tuple(file.get("adjective", {}).get("towns", ())),
        adjective_changes={
            end: tuple(old) for end, old in _map(_map(file, "adjective"), "changes").items()
        },
        respelt={fold(word): fold(known) for word, known in _map(file, "respelt").items()},
    )


def _endings(table: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    """Ending of a form to endings of a name, both as the gazetteer folds letters."""
    merged: dict[str, list[str]] = {}
    for ending, names in table.items():
        merged.setdefault(fold(ending), []).extend(map(fold, names))
    return {ending: tuple(dict.fromkeys(names)) for ending, names in merged.items()}


def _map(file: Mapping[str, Any], section: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = file.get(section, {})
    return found


@cache
def demonym_table(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Folded whole forms to place ids, and stems (before a `*`) to place ids."""
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    for row in table(language, "demonyms", ("place", "forms")):
        for form in row["forms"].split("|"):
            key = fold(form)
            if not form.endswith("*"):
                whole[key] = row["place"]
            elif language == "en":
                whole[key] = row["place"]
                whole[key + "s"] = row["place"]
            else:
                stems[key] = row["place"]
    return whole, stems
