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
    matches = list(_pattern().finditer(low, *window))
    forms = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    codes = [known.get(form, "") for form in forms]
    for at, code in enumerate(codes):
        if code:
            continue
        form = forms[at]
        if form.isalpha() and (len(form) > MOST_ABBREVIATION or text[starts[at]].islower()):
            codes[at] = UNKNOWN
        else:
            codes[at], forms[at], ends[at] = _unlisted(text, matches[at], known)
    for at, form in enumerate(forms if not plain.keys().isdisjoint(forms) else ()):
        if form in plain and not text[starts[at]].isupper():
            codes[at] = plain[form]
    return _joined(Tokens("".join(codes), starts, ends, forms, home), text)


def _unlisted(text: str, match: re.Match[str], known: dict[str, str]) -> tuple[str, str, int]:
    """Code, form and end of a number, a mark, or a word that the lexicon does not have."""
    kind, form = match.lastgroup, match[0]
    start, end = match.span()
    if kind in ("word", "long"):
        return _odd_word(text, form, (start, end), known)
    if kind == "name":
        return UNKNOWN, form, end
    if kind == "mark":
        return _mark(form), form, end
    return *_numeric(kind or "", form), end


@cache
def _pattern() -> re.Pattern[str]:
    """Long words first, being most; then numbers of every shape, words, and marks."""
    ordinals, decades = _suffixes("ordsuffix"), _suffixes("decsuffix")
    return re.compile(
        r"(?P<long>(?>[^\W\d_]{3,}(?:['’ʼ][^\W\d_]+)*)(?!\d))"
        r"|(?P<iso>\d{4}(?:-\d\d-|/\d\d/|\.\d\d\.)\d\d(?:t\d\d:\d\d(?::\d\d)?)?(?!\d))"
        r"|(?P<dmy>\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d))"
        r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d|:\d))"
        rf"|(?P<dec>\d{{1,3}}0(?:{decades})(?![^\W_]))"
        rf"|(?P<ord>\d{{1,4}}(?:,\d{{3}})?(?:{ordinals})(?![^\W_]))"
        r"|(?P<big>\d{1,3}(?:,\d{3})+(?![\da-z])|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d))"
        r"|(?P<dmday>(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?!\d|\.\d))"
        r"|(?P<dotclock>(?:[01]?\d|2[0-3])\.(?:00|1[3-9]|[2-5]\d)(?!\d|\.\d))"
        r"|(?P<dm>\d{1,2}\.\d\d(?!\d|\.\d))"
        r"|(?P<decimal>\d{1,9}[.,]\d{1,9}(?!\d))"
        r"|(?P<digits>\d+)"
        r"|(?P<qshape>[qк][1-4](?!\w))"
        r"|(?P<name>[^\W\d_]+\d\w*|[^\W\d_]{1,2}-\d+\w*)"
        r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
        r"|(?P<mark>\n\s*\n|\n(?=\s*\d{1,2}[:.]\d\d)|[^\w\s])"
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
        return code_of(SHAPES[kind]), form[1:] if kind == "qshape" else form
    digits = re.match(r"[\d,]+", form)
    bare = digits.group().replace(",", "") if digits else form
    if kind == "dec":
        ordinal = form[len(bare) :].lstrip("-") in _endings("ordsuffix")
        return code_of(decade_cats(bare, ordinal=ordinal)), bare
    if kind == "ord":
        genitive = form[len(bare) :].lstrip("-") in _endings("genday")
        return code_of(ordinal_cats(bare, genitive=genitive)), bare
    return code_of(number_cats(bare)), bare


@cache
def _endings(cat: str) -> frozenset[str]:
    return frozenset(row.form for lang in LANGUAGES for row in rows(lang) if row.cat == cat)


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


Phrases = dict[str, dict[str, tuple[tuple[list[str], str], ...]]]


@cache
def _phrases(home: str) -> Phrases:
    """First word → second word → (all words, form) of each phrase, longest first."""
    found: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
    for form in lexicon(home).codes:
        parts = [_owner(match.group(), home) for match in _pattern().finditer(form)]
        if len(parts) > 1:
            found.setdefault(parts[0], {}).setdefault(parts[1], []).append((parts, form))
    return {
        first: {
            second: tuple(sorted(phrases, key=lambda item: (-len(item[0]), item[0])))
            for second, phrases in seconds.items()
        }
        for first, seconds in found.items()
    }


def _owner(word: str, home: str) -> str:
    """`russia's` as the tokens have it: without the ending, unless it is a word of its own."""
    return word[:-2] if word.endswith("'s") and word not in lexicon(home).codes else word


def _joined(found: Tokens, text: str) -> Tokens:
    """Each phrase of the lexicon as one token."""
    phrases, forms = _phrases(found.home), found.forms
    last = len(forms) - 1
    places = [at for at in range(last) if (s := phrases.get(forms[at])) and forms[at + 1] in s]
    joins: list[tuple[int, int, str]] = []
    end = 0
    for at in places:
        if at >= end and (whole := _phrase_at(found, text, at)):
            end = at + whole[0]
            joins.append((at, *whole))
    return _with_joins(found, joins) if joins else found


def _phrase_at(found: Tokens, text: str, at: int) -> tuple[int, str] | None:
    """(tokens, form) of the longest phrase that starts at a token; None where none does."""
    forms, words = found.forms, lexicon(found.home)
    for parts, whole in _phrases(found.home)[forms[at]][forms[at + 1]]:
        if forms[at : at + len(parts)] == parts:
            if whole in words.plain and not text[found.starts[at]].isupper():
                continue
            return len(parts), whole
    return None


def _with_joins(found: Tokens, joins: list[tuple[int, int, str]]) -> Tokens:
    words = lexicon(found.home)
    codes: list[str] = []
    out = Tokens("", [], [], [], found.home)
    at = 0
    for start, width, whole in [*joins, (len(found.forms), 0, "")]:
        codes.append(found.codes[at:start])
        out.starts += found.starts[at:start]
        out.ends += found.ends[at:start]
        out.forms += found.forms[at:start]
        if width:
            codes.append(words.codes[whole])
            out.starts.append(found.starts[start])
            out.ends.append(found.ends[start + width - 1])
            out.forms.append(whole)
        at = start + width
    out.codes = "".join(codes)
    return out
