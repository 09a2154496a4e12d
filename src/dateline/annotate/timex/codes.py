"""
One code character for each set of categories a token can have.

A grammar over codes is an ordinary regular expression that never sees a letter of the text.
Words come from `lang`; what digits and marks can be is decided here, by their shape.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dateline.lang.rules import LANGUAGES
from dateline.lang.timewords import FIRST_CODE, Meaning, words
from dateline.world.calendar import zone_forms

MARKS = {
    ",": "comma",
    ".": "dot",
    "/": "slash",
    "(": "lp",
    ")": "rp",
    "[": "lb",
    "]": "rb",
    "+": "plus",
    "%": "pct",
    "'": "apos",
    "’": "apos",
    "‘": "apos",
    **dict.fromkeys("-‐‑‒–—−", "dash"),
    **dict.fromkeys("$€£₴₽", "money"),
    **dict.fromkeys("#№", "hash"),
}
"""What each mark is called in the grammar."""
UNKNOWN = chr(FIRST_CODE - 1)
"""The code of a token that no rule asks for."""
BREAK = chr(FIRST_CODE - 2)
"""Stands for a paragraph break: no expression runs across one."""
MOST_HOURS, MOST_DAYS, FIRST_YEAR, LAST_YEAR, MOST_MINUTES = 24, 31, 1000, 2199, 59


def code_of(cats: frozenset[str]) -> str:
    """The code of a set of categories; that of an unknown token where no rule knows the set."""
    return _codes().get(cats, UNKNOWN)


@cache
def _codes() -> dict[frozenset[str], str]:
    """A code for each set of categories that a word, a number or a mark can have."""
    sets = [
        cats_of(meaning)
        for home in LANGUAGES
        for known in _meanings(home)
        for meaning in known.values()
    ]
    sets += [number_cats(digits) for digits in _SAMPLES]
    sets += [*SHAPES.values(), *_SUFFIXED, *(frozenset({name}) for name in MARKS.values())]
    return {cats: chr(FIRST_CODE + at) for at, cats in enumerate(dict.fromkeys(sets))}


def cats_of(meaning: Meaning) -> frozenset[str]:
    """The categories of a word; a unit also has one of its own (`unitY`)."""
    return _cats(tuple(meaning), meaning.get("unit", ""))


@cache
def _cats(names: tuple[str, ...], unit: str) -> frozenset[str]:
    return frozenset((*names, f"unit{unit}") if unit else names)


def number_cats(digits: str) -> frozenset[str]:
    """What a run of digits can be: `int`, `d31`, `h24`, `y4`, `yy`, `y3`, `hhmm`."""
    shape = _NUMBER_SHAPES.get(len(digits))
    return shape(digits) if shape else frozenset({"int", "long"})


def _two(digits: str) -> frozenset[str]:
    value = int(digits)
    cats = {"int", "yy"} if len(digits) > 1 else {"int"}
    cats |= {"h24"} if value <= MOST_HOURS else set()
    return frozenset(cats | ({"d31"} if 1 <= value <= MOST_DAYS else set()))


def _four(digits: str) -> frozenset[str]:
    cats = {"int"}
    if FIRST_YEAR <= int(digits) <= LAST_YEAR:
        cats.add("y4")
    if int(digits[:2]) <= MOST_HOURS and int(digits[2:]) <= MOST_MINUTES:
        cats.add("hhmm")
    return frozenset(cats)


_NUMBER_SHAPES: dict[int, Callable[[str], frozenset[str]]] = {
    1: _two,
    2: _two,
    3: lambda _: frozenset({"int", "y3"}),
    4: _four,
}

SHAPES: dict[str, frozenset[str]] = {
    "iso": frozenset({"iso"}),
    "clock": frozenset({"clock"}),
    "dmy": frozenset({"dmy"}),
    "dm": frozenset({"dm", "decimal"}),
    "dmday": frozenset({"dm", "decimal", "dmday"}),
    "dotclock": frozenset({"dm", "decimal", "dotclock"}),
    "big": frozenset({"int", "long"}),
    "decimal": frozenset({"decimal"}),
    "qshape": frozenset({"qshape"}),
    "roman": frozenset({"roman"}),
    "abbr": frozenset({"abbr"}),
    "zoneab": frozenset({"zoneab"}),
}
"""Tokens whose shape alone says what they are."""


@cache
def _meanings(home: str) -> tuple[dict[str, Meaning], dict[str, Meaning]]:
    """Form → meaning, and the same for forms without a capital; zones of `world` included."""
    found = words(home)
    both = tuple({f: dict(m) for f, m in known.items()} for known in (found.meanings, found.plain))
    for form, kind in zone_forms().items():
        for known in both:
            known.setdefault(form, {})[kind] = form
    return both[0], both[1]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the scan looks words up in, where one language is at home."""

    codes: dict[str, str]
    plain: dict[str, str]
    """For forms that mean less without a capital letter: their code then."""
    meanings: dict[str, Meaning]


@cache
def lexicon(home: str) -> Lexicon:
    """The words of all languages, those that two share read as `home` reads them."""
    meanings, plain = _meanings(home)
    codes = {form: code_of(cats_of(meaning)) for form, meaning in meanings.items()}
    small = {form: code_of(cats_of(plain[form])) if form in plain else UNKNOWN for form in codes}
    return Lexicon(codes, {f: c for f, c in small.items() if c != codes[f]}, meanings)


@cache
def categories(code: str) -> frozenset[str]:
    """The categories that a code stands for."""
    if code == UNKNOWN:
        return frozenset({"unknownw"})
    return next((cats for cats, known in _codes().items() if known == code), frozenset())


@cache
def classes() -> dict[str, str]:
    """Each category as a regular expression that matches the codes that have it."""
    by_cat: dict[str, list[str]] = {}
    for cats, code in _codes().items():
        for cat in cats:
            by_cat.setdefault(cat, []).append(code)
    by_cat["unknownw"] = [UNKNOWN]
    return {cat: "[" + "".join(sorted(codes)) + "]" for cat, codes in by_cat.items()}


_SAMPLES = (
    "0",
    "1",
    "25",
    "00",
    "01",
    "28",
    "32",
    "100",
    "0800",
    "1944",
    "1999",
    "2300",
    "9999",
    "10000",
)
"""Digits of every shape that `number_cats` tells apart."""
_SUFFIXED = (
    frozenset({"ordd", "ordd31"}),
    frozenset({"ordd"}),
    frozenset({"ordd", "y4o"}),
    frozenset({"dec", "dec2"}),
    frozenset({"dec", "dec4"}),
    frozenset({"dec3"}),
    frozenset({"decday", "ordd", "ordd31"}),
    frozenset({"ordgen", "ordd", "ordd31"}),
)


def ordinal_cats(digits: str, *, genitive: bool = False) -> frozenset[str]:
    """
    What digits with the ending of an ordinal can be (`20th`, `1920-му`).

    `genitive` for the ending that a bare day of the month has (`18-го`).
    """
    size = len(digits)
    if size == len("1920") and FIRST_YEAR <= int(digits) <= LAST_YEAR:
        return _SUFFIXED[2]
    if size < len("100") and 1 <= int(digits) <= MOST_DAYS:
        return _SUFFIXED[7 if genitive else 0]
    return _SUFFIXED[1]


def decade_cats(digits: str, *, ordinal: bool = False) -> frozenset[str]:
    """
    What digits with the ending of a decade can be (`1930s`, `30-х`, `460s`).

    `ordinal` for an ending that a day of the month has, too (`30-е`).
    """
    if ordinal and len(digits) == len("30"):
        return _SUFFIXED[6] if int(digits) <= MOST_DAYS else _SUFFIXED[3]
    return {2: _SUFFIXED[3], 4: _SUFFIXED[4]}.get(len(digits), _SUFFIXED[5])
