"""
Whether a hit of the grammar dates anything: numbers of men, ages and names are weeded out.

Looks at the tokens next to the hit only.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.annotate.timex.codes import UNKNOWN
from dateline.annotate.timex.grammar import Hit
from dateline.annotate.timex.neighbours import has, is_nominative, is_past, is_verb
from dateline.annotate.timex.tokens import Tokens

LAST_HOUR = 23
YEARS_OF_NOTE = range(1700, 2100)
"""Years that need no preposition to be read as one."""


def fits(hit: Hit, found: Tokens, text: str) -> bool:
    """False for what only looks like a time: `2000 men`, `a second attempt`, `aged 45 years`."""
    if hit.rule.type == "DURATION":
        return not _is_ordinal_second(hit, found)
    guard = _GUARDS.get(hit.rule.name)
    return guard is None or guard(hit, found, text)


def _opens_sentence(hit: Hit, found: Tokens, text: str) -> bool:
    """`Earlier, ...`: only there does the bare word place what follows in time."""
    return text[found.starts[hit.start]].isupper() and has(found, hit.end, "comma")


def _is_no_adjective(hit: Hit, found: Tokens, text: str) -> bool:
    """Not `morning meeting`, `18-го полка`: no plain noun follows."""
    part = next((first for part, _, first, _ in hit.parts if part == "part"), None)
    if part is not None and (has(found, part, "partadv") or not found.forms[part].isascii()):
        return True
    return not _is_noun(found, text, hit.end)


def _is_eve(hit: Hit, found: Tokens, text: str) -> bool:
    """Not `накануне выборов`, `the day after the raid`: no noun follows that it belongs to."""
    if not found.value(hit.start, "deic").startswith("then") or hit.end - hit.start > 1:
        return True
    if any(has(found, hit.end, cat) for cat in ("the", "ofw")):
        return False
    if hit.end >= len(found.codes) or not found.forms[hit.end].isalpha():
        return True
    word = found.forms[hit.end]
    if found.codes[hit.end] != UNKNOWN and not has(found, hit.end, "event"):
        return not has(found, hit.end, "dir") and not has(found, hit.end, "holiday")
    return is_past(word) or (not word.isascii() and is_nominative(word))


def _is_dotted_day(hit: Hit, found: Tokens, text: str) -> bool:
    """`Обмен был 02.06`, not `версия 10.11`, `на 12.05 рубля`, `10.05 points`."""
    before = hit.start - 1
    if has(found, before, "at") and found.home == "en":
        return False
    if has(found, before, "on") or has(found, before, "to"):
        return True
    if _is_noun(found, text, hit.end):
        return False
    if found.home == "en" or any(has(found, before, cat) for cat in ("qpre", "money", "hash")):
        return False
    plain = before < 0 or found.codes[before] != UNKNOWN or not found.forms[before].isalpha()
    return plain or is_past(found.forms[before])


def _opens_log_line(hit: Hit, found: Tokens, text: str) -> bool:
    """`1905 Launch detected`: first in its line, with one above or below that starts likewise."""
    start, end = found.starts[hit.start], found.ends[hit.start]
    above, _, before = text[:start].rpartition("\n")
    if before.strip() or not text[end : end + 1].isspace():
        return False
    others = (above.rpartition("\n")[2], text[end:].partition("\n")[2].partition("\n")[0])
    return any(_is_log_line(line) for line in others)


def _is_log_line(line: str) -> bool:
    return line[:4].isdigit() and line[4:5].isspace() and int(line[:2]) <= LAST_HOUR


def _is_year(hit: Hit, found: Tokens, text: str) -> bool:
    first, after = hit.start, hit.end
    if any(part in ("bc", "mod") for part, *_ in hit.parts) or has(found, after - 1, "yearw"):
        return True
    if any(has(found, first - 1, cat) for cat in ("qpre", "money", "hash", "plus", "slash")):
        return False
    if any(has(found, after, cat) for cat in ("counted", "pct", "money", "unit", "slash", "plus")):
        return False
    return _reads_as_year(found, text, first, after=after)


def _is_ordinal_second(hit: Hit, found: Tokens) -> bool:
    """`A second` attempt is no stretch of time."""
    return (
        hit.end - hit.start == 2
        and has(found, hit.start, "one")
        and has(found, hit.start + 1, "ord")
    )


def dates_nothing(hit: Hit, found: Tokens, text: str) -> bool:
    """True for words that are an age or a name: taken from the text, and no time."""
    if hit.rule.name == "holiday-or-set":
        return _is_title(hit, found, text)
    return _is_age(hit, found, text) or _is_name(hit, found, text)


def _is_name(hit: Hit, found: Tokens, text: str) -> bool:
    """`Движение 26 Июля`: Russian and Ukrainian write a month small, unless it is a name."""
    if hit.rule.name != "date":
        return False
    months = [first for part, _, first, _ in hit.parts if part == "month"]
    return any(
        not found.forms[at].isascii() and at > hit.start and text[found.starts[at]].isupper()
        for at in months
    )


def _is_age(hit: Hit, found: Tokens, text: str) -> bool:
    """Ages date no report: `aged 45`, `ему 45 лет`, `, 45 лет,`, `45-летний` beside a person."""
    last = hit.end - 1
    if hit.rule.type != "DURATION":
        return False
    if hit.rule.name == "range-counts":
        return has(found, last, "unitY") and _is_about_a_person(found, hit.start - 1)
    if _is_difference_of_age(hit, found):
        return True
    if hit.rule.name == "duration-adjective":
        years = found.value(last, "unitadj") == "Y" or found.value(last, "durword").endswith("Y")
        return years and not has(found, last, "plural") and not _measures(found, hit.end)
    if has(found, last, "old"):
        return True
    if not has(found, last, "unitY"):
        return False
    before = hit.start - 1
    set_off = (has(found, before, "comma") or has(found, before, "lp")) and (
        has(found, hit.end, "comma") or has(found, hit.end, "rp")
    )
    alone = _ends_clause(found, hit.end) and _is_named(found, text, before)
    named = alone or has(found, before, "agew") or has(found, before - 1, "agew")
    if _is_one_of_ages(hit, found) or _is_of_a_person(hit, found):
        return True
    return named or has(found, before, "agein") or set_off or has(found, hit.end, "agew")


def _is_about_a_person(found: Tokens, at: int) -> bool:
    """`Девочки от 13 до 16 лет`, `в возрасте от 3 до 7 лет`: a word for one before `from`."""
    return any(has(found, at - back, cat) for back in (1, 2) for cat in ("personw", "agew"))


def _is_difference_of_age(hit: Hit, found: Tokens) -> bool:
    """`Младше его на год`, `на два года старше`: how far two ages lie apart."""
    near = (hit.start - 2, hit.start - 3, hit.start - 4, hit.end)
    return any(has(found, at, "elderw") for at in near)


def _is_one_of_ages(hit: Hit, found: Tokens) -> bool:
    """`Двоє жінок, 67 і 71 року`, `им было 30, 20 и 19 лет`: people's ages, listed."""
    at = hit.start
    while has(found, at - 1, "int") or (
        _parts_numbers(found, at - 1) and has(found, at - 2, "int")
    ):
        at -= 1
    listed = any(_parts_numbers(found, inner) for inner in range(at, hit.end))
    opens = any(has(found, at - 1, cat) for cat in ("comma", "lp", "agew", "personw"))
    return listed and (opens or has(found, at - 2, "agew"))


def _is_of_a_person(hit: Hit, found: Tokens) -> bool:
    """`Женщина 67 лет`: the count stands right behind a word for a person."""
    return has(found, hit.start - 1, "personw") and has(found, hit.start, "int")


def _parts_numbers(found: Tokens, at: int) -> bool:
    return has(found, at, "and") or has(found, at, "comma")


def _ends_clause(found: Tokens, at: int) -> bool:
    return has(found, at, "dot") or has(found, at, "comma")


def _is_named(found: Tokens, text: str, at: int) -> bool:
    """`Коми 52 года.`: whether the word at `at` has a capital and is no verb."""
    return at >= 0 and text[found.starts[at]].isupper() and not is_verb(found.forms[at])


def _is_title(hit: Hit, found: Tokens, text: str) -> bool:
    """`Daily Mail`: a capital, and another behind it."""
    if not text[found.starts[hit.start]].isupper() or hit.end >= len(found.codes):
        return False
    return found.codes[hit.end] == UNKNOWN and text[found.starts[hit.end]].isupper()


def _measures(found: Tokens, at: int) -> bool:
    """Whether a noun for something that lasts follows, an adjective in between allowed."""
    return has(found, at, "spanw") or has(found, at + 1, "spanw")


def _is_noun(found: Tokens, text: str, at: int) -> bool:
    """Whether a small word stands at `at` that is no verb of the past, nor one of the lexicon."""
    if at >= len(found.codes) or found.codes[at] != UNKNOWN or not found.forms[at].isalpha():
        return False
    return text[found.starts[at]].islower() and not is_past(found.forms[at])


def _reads_as_year(found: Tokens, text: str, first: int, *, after: int) -> bool:
    year = int(found.forms[first]) if found.forms[first].isdigit() else 0
    before = has(found, first - 1, "dprep") or has(found, first - 1, "on")
    if year not in YEARS_OF_NOTE:
        return before and has(found, first - 1, "on")
    if before or first == 0 or after >= len(found.codes):
        return True
    following = found.forms[after]
    counts_something = following.isalpha() and text[found.starts[after]].islower()
    known = any(has(found, after, cat) for cat in ("dprep", "and", "to", "on"))
    return known or not counts_something or has(found, first - 1, "the")


_GUARDS: dict[str, Callable[[Hit, Tokens, str], bool]] = {
    "sooner-or-later": _opens_sentence,
    "day-of-month": _is_no_adjective,
    "part": _is_no_adjective,
    "deictic": _is_eve,
    "per-unit": _is_no_adjective,
    "year": _is_year,
    "dotted-day": _is_dotted_day,
    "clock-of-log": _opens_log_line,
}
