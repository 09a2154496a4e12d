"""
Numbers in running text, in digits or words, and whether they are exact. What they count is open.

The words are those that time expressions are made of (`timex.tsv`) and `numerals.toml`.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import NamedTuple

from dateline.lang.phrases import Phrases
from dateline.lang.rules import LANGUAGES, lists
from dateline.lang.timewords import rows

_TOKEN = re.compile(
    r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\d])|\d+(?:[.,]\d{1,2})?(?!\d)"
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
)
_THOUSANDS = re.compile(r"[,\u00a0\u202f ](?=\d{3}(?!\d))")
_JOIN = re.compile(r"[\s\u00a0-]{0,2}|-and-| and ")
_FROM_TO = re.compile(r"(?<![\w.,:/–-])(\d{1,4})[–-](\d{1,4})(?![\w:/–-]|[.,]\d)")
"""Two bounds of one count, `5–7`."""
_HUNDRED, _THOUSAND = 100, 1000
_ABOUT = 0.15
"""How far "about", "nearly" and "more than" may be from the number, as a part of it."""
_BOUND_WORDS = 3


class Numeral(NamedTuple):
    """A number at `[start, end)`; what it can mean is `low` to `high`, equal when exact."""

    start: int
    end: int
    value: float
    low: float
    high: float
    words: bool
    """True for a number in words."""
    vague: bool = False
    """True for words that tell no number (`dozens`), and for two bounds (`5–7`)."""

    @property
    def exact(self) -> bool:
        return self.low == self.high


class _Token(NamedTuple):
    start: int
    end: int
    low: str


def numerals(text: str) -> list[Numeral]:
    """Every number in text order; a number joined to letters (T-72, Su-34) is none."""
    tokens = [_Token(m.start(), m.end(), fold(m.group())) for m in _TOKEN.finditer(text)]
    out: list[Numeral] = []
    at = 0
    while at < len(tokens):
        end, value = _read(text, tokens, at)
        if value is None:
            at += 1
            continue
        start, stop = tokens[at].start, tokens[end - 1].end
        if not _joined(text, start, stop):
            low, high = _range(value, _bound(tokens, at))
            out.append(Numeral(start, stop, value, low, high, not tokens[at].low[0].isdigit()))
        at = end
    return out


def is_number(word: str) -> bool:
    """Whether a word, folded, is a number ("three", "пятеро")."""
    return word in _words()


def with_vague(text: str, exact: list[Numeral]) -> list[Numeral]:
    """`exact` and the counts without one number (`dozens of`, `5–7`), in text order."""
    pairs = (_vague(m.start(), m.end(), f"{m[1]}-{m[2]}") for m in _FROM_TO.finditer(text))
    ranges = [n for n in pairs if n.low < n.high]
    whole = [n for n in exact if not _any_overlaps(ranges, n)] if ranges else exact
    words = (_vague(hit.start, hit.end, hit.keys[0]) for hit in _vague_words().find(text))
    vague = [*ranges, *(n for n in words if not _any_overlaps(whole, n))]
    return sorted([*whole, *vague]) if vague else exact


def _any_overlaps(others: list[Numeral], one: Numeral) -> bool:
    return any(other.start < one.end and one.start < other.end for other in others)


def _vague(start: int, end: int, bounds: str) -> Numeral:
    low, _, high = bounds.partition("-")
    return Numeral(start, end, float(low), float(low), float(high), words=False, vague=True)


@cache
def _vague_words() -> Phrases:
    return Phrases(
        (bounds, cell)
        for language in LANGUAGES
        for bounds, cell in lists(language, "numerals").get("vague", {}).items()
    )


def without_bound(words: str) -> str:
    """`words` without the bound of a number that they end with (`ранены до` before `30`)."""
    found = list(_TOKEN.finditer(words))
    for size in range(_BOUND_WORDS, 0, -1):
        last = found[-size:]
        if len(last) == size and " ".join(fold(m.group()) for m in last) in _bounds():
            return words[: last[0].start()]
    return words


def fold(word: str) -> str:
    """Lower case, ё as е, one kind of apostrophe."""
    return word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def _joined(text: str, start: int, stop: int) -> bool:
    before, after = text[max(0, start - 2) : start], text[stop : stop + 2]
    return bool(re.search(r"[\w][-.:/–]$|[.:/][\w]?$|[^\W\d_]$", before)) or bool(
        re.match(r"[:/]\d|-\w|\w", after)
    )


def _read(text: str, tokens: list[_Token], at: int) -> tuple[int, float | None]:
    """The token after the number that begins at `at`, and its value; None where there is none."""
    total, group, seen = 0.0, 0.0, False
    here = at
    while here < len(tokens):
        value = _value(tokens[here].low, text[tokens[here].start : tokens[here].end])
        if value is None or (seen and not _follows(text, tokens, here, group, value)):
            break
        if value >= _THOUSAND and seen and not tokens[here].low[0].isdigit():
            total, group = total + (group or 1) * value, 0.0
        elif value == _HUNDRED and seen and group and group < _HUNDRED:
            group *= value
        else:
            group += value
        seen = True
        here += 1
    return here, total + group if seen else None


def _follows(text: str, tokens: list[_Token], here: int, group: float, value: float) -> bool:
    """Whether a further word continues the number ("twenty" + "four", "2" + "million")."""
    gap = text[tokens[here - 1].end : tokens[here].start]
    if not _JOIN.fullmatch(gap) or not (gap or len(tokens[here].low) > 1):
        return False
    if tokens[here].low[0].isdigit():
        return False
    if value >= _THOUSAND:
        return True
    if tokens[here - 1].low[0].isdigit():
        return False
    if value == _HUNDRED:
        return 0 < group < 10
    return value < group and (group % _HUNDRED == 0 or (group % 10 == 0 and value < 10))


def _value(low: str, raw: str) -> float | None:
    if low[0].isdigit():
        digits = _THOUSANDS.sub("", raw).replace(",", ".")
        try:
            return float(digits)
        except ValueError:
            return None
    return _words().get(low)


def _bound(tokens: list[_Token], at: int) -> str:
    """The modifier in the words right before, empty where there is none."""
    for size in range(_BOUND_WORDS, 0, -1):
        if at >= size:
            words = " ".join(token.low for token in tokens[at - size : at])
            if words in _bounds():
                return _bounds()[words]
    return ""


def _range(value: float, bound: str) -> tuple[float, float]:
    if bound == "EQUAL_OR_MORE":
        return value, math.inf
    if bound == "MORE_THAN":
        return value, math.inf
    if bound == "EQUAL_OR_LESS":
        return 0, value
    if bound == "LESS_THAN":
        return value * (1 - 2 * _ABOUT), value
    if bound == "APPROX":
        return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return value, value


@cache
def _words() -> dict[str, float]:
    out: dict[str, float] = {}
    for language in LANGUAGES:
        for row in rows(language):
            if row.cat == "numw" and row.value != "X" and " " not in row.form:
                out.setdefault(fold(row.form), float(row.value))
        for value, forms in lists(language, "numerals").get("number", {}).items():
            for form in forms.split("|"):
                out.setdefault(fold(form), float(value))
    return out


@cache
def _bounds() -> dict[str, str]:
    out: dict[str, str] = {}
    for language in LANGUAGES:
        for row in rows(language):
            if row.cat == "qmod" and row.value:
                out.setdefault(fold(row.form), row.value)
        for name, forms in lists(language, "numerals").get("bound", {}).items():
            for form in forms.split("|"):
                out[fold(form)] = name
    return out
