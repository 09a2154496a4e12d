"""
Cut a window into tokens and give each its code; words that belong together become one token.

What the tokens mean together is the grammar's business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.annotate.timex.codes import (
    BREAK,
    MARKS,
    SHAPES,
    UNKNOWN,
    code_of,
    decade_cats,
    lexicon,
    number_cats,
    ordinal_cats,
)
from dateline.lang.rules import LANGUAGES
from dateline.lang.timewords import rows

MOST_ABBREVIATION = 5
APOSTROPHES = str.maketrans("’ʼ‘`", "''''")


@dataclass(slots=True)
class Tokens:
    """Parallel lists: where each token starts and ends in the text, and its looked-up form."""

    codes: str
    starts: list[int]
    ends: list[int]
    forms: list[str]
    home: str

    def value(self, at: int, cat: str) -> str:
        """What the token at `at` says as a `cat`."""
        return lexicon(self.home).meanings.get(self.forms[at], {}).get(cat, "")


def tokens(text: str, low: str, window: tuple[int, int], *, home: str) -> Tokens:
    """The tokens of one window; `low` is `text` in lower case, offset by offset."""
    words = lexicon(home)
    known, plain = words.codes, words.plain
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    forms: list[str] = []
    for match in _pattern().finditer(low, *window):
        kind = match.lastgroup
        start, end = match.span()
        form = match.group()
        if kind == "word":
            code = known.get(form)
            if code is None:
                code, form, end = _odd_word(text, form, (start, end), known)
            elif form in plain and not text[start].isupper():
                code = plain[form]
        elif kind == "name":
            code = UNKNOWN
        elif kind == "mark":
            code = _mark(form)
        else:
            code, form = _numeric(kind or "", form)
        codes.append(code)
        starts.append(start)
        ends.append(end)
        forms.append(form)
    found = Tokens("".join(codes), starts, ends, forms, home)
    return _joined(found, text)


@cache
def _pattern() -> re.Pattern[str]:
    """Numbers of every shape first, then words, then marks; white space parts them."""
    ordinals, decades = _suffixes("ordsuffix"), _suffixes("decsuffix")
    return re.compile(
        r"(?P<iso>\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?)?(?!\d))"
        r"|(?P<dmy>\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\d))"
        r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
        r"|(?P<big>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d))"
        r"|(?P<dm>\d{1,2}\.\d\d(?![\d.]))"
        r"|(?P<decimal>\d{1,9}[.,]\d{1,9}(?!\d))"
        rf"|(?P<dec>\d{{1,3}}0(?:{decades})(?![^\W_]))"
        rf"|(?P<ord>\d{{1,4}}(?:{ordinals})(?![^\W_]))"
        r"|(?P<digits>\d+)"
        r"|(?P<name>[^\W\d_]+\d\w*|[^\W\d_]{1,2}-\d+\w*)"
        r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
        r"|(?P<mark>\n\s*\n|[^\w\s])"
    )


def _suffixes(cat: str) -> str:
    forms = {row.form for language in LANGUAGES for row in rows(language) if row.cat == cat}
    latin = {form for form in forms if form.isascii() or form[0] in "'’"}
    cyrillic = forms - latin
    return "|".join(
        [
            *sorted(map(re.escape, latin), key=len, reverse=True),
            "-?(?:" + "|".join(sorted(map(re.escape, cyrillic), key=len, reverse=True)) + ")",
        ]
    )


@cache
def _mark(form: str) -> str:
    if form[0] == "\n":
        return BREAK
    return code_of(frozenset({MARKS[form]})) if form in MARKS else UNKNOWN


@lru_cache(4096)
def _numeric(kind: str, form: str) -> tuple[str, str]:
    """The code of a number token and its digits alone, where it has an ending."""
    if kind in SHAPES:
        return code_of(SHAPES[kind]), form
    digits = re.match(r"\d+", form)
    bare = digits.group() if digits else form
    if kind == "dec":
        ordinal = form[len(bare) :].lstrip("-") in _both_endings()
        return code_of(decade_cats(bare, ordinal=ordinal)), bare
    return code_of(ordinal_cats(bare) if kind == "ord" else number_cats(bare)), bare


@cache
def _both_endings() -> frozenset[str]:
    """Endings that decades and ordinals share."""
    forms = [
        {row.form for language in LANGUAGES for row in rows(language) if row.cat == cat}
        for cat in ("ordsuffix", "decsuffix")
    ]
    return frozenset(forms[0] & forms[1])


def _odd_word(
    text: str, form: str, span: tuple[int, int], known: dict[str, str]
) -> tuple[str, str, int]:
    """A word that is not in the lexicon as it stands: an apostrophe, a numeral, an abbreviation."""
    start, end = span
    straight = form.translate(APOSTROPHES) if not form.isalpha() else form
    if straight in known:
        return known[straight], straight, end
    if straight.endswith("'s"):
        return known.get(straight[:-2], UNKNOWN), straight[:-2], end - 2
    if end - start <= MOST_ABBREVIATION and text[start:end].isupper():
        kind = "roman" if form in ROMANS else "zoneab" if _ends_as_zone(form) else "abbr"
        return code_of(SHAPES[kind]), form, end
    return UNKNOWN, form, end


def _ends_as_zone(form: str) -> bool:
    """EST, PKT, IDT: abbreviations of zones end in T, for time."""
    return len(form) in (3, 4) and form[-1] == "t"


def _romans() -> dict[str, int]:
    """I to XXX in Latin letters, and as typed on a Cyrillic keyboard."""
    units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    latin = {
        "x" * tens + unit: tens * 10 + at for tens in range(3) for at, unit in enumerate(units)
    }
    del latin[""]
    cyrillic = str.maketrans("ix", "іх")
    half = str.maketrans("x", "х")
    return {
        spelt: number
        for form, number in latin.items()
        for spelt in (form, form.translate(cyrillic), form.translate(half))
    }


ROMANS = _romans()


@cache
def _phrases(home: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (all words, form) of each phrase that starts so, longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form in lexicon(home).codes:
        parts = tuple(_owner(match.group(), home) for match in _pattern().finditer(form))
        if len(parts) > 1:
            by_first.setdefault(parts[0], []).append((parts, form))
    return {
        first: tuple(sorted(found, key=lambda item: (-len(item[0]), item[0])))
        for first, found in by_first.items()
    }


def _owner(word: str, home: str) -> str:
    """`russia's` as the tokens have it: without the ending, unless it is a word of its own."""
    return word[:-2] if word.endswith("'s") and word not in lexicon(home).codes else word


def _joined(found: Tokens, text: str) -> Tokens:
    """Each phrase of the lexicon as one token."""
    phrases, words = _phrases(found.home), lexicon(found.home)
    if not any(form in phrases for form in found.forms):
        return found
    codes: list[str] = []
    out = Tokens("", [], [], [], found.home)
    at, size = 0, len(found.forms)
    while at < size:
        form, width = found.forms[at], 1
        code = found.codes[at]
        for parts, whole in phrases.get(form, ()):
            if found.forms[at : at + len(parts)] == list(parts):
                if whole in words.plain and not text[found.starts[at]].isupper():
                    continue
                form, width, code = whole, len(parts), words.codes[whole]
                break
        codes.append(code)
        out.starts.append(found.starts[at])
        out.ends.append(found.ends[at + width - 1])
        out.forms.append(form)
        at += width
    out.codes = "".join(codes)
    return out
