"""
The words around an expression: whether it is one at all, its article, its tense, its event.

What it means is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline.annotate.timex.codes import UNKNOWN, classes
from dateline.annotate.timex.compose import Draft
from dateline.annotate.timex.grammar import Hit
from dateline.annotate.timex.tokens import Tokens
from dateline.core.span import Span
from dateline.core.time import Base, Says, period
from dateline.lang.timewords import past_words

TENSE_REACH = 8
"""Tokens on either side in which a verb's tense counts for an expression."""
SHORTEST_VERB = 5
"""Letters of a word that an ending alone can make a past verb."""
ENDS = frozenset(".!?;")
"""Marks beyond which a verb says nothing of an expression."""
EVENT_REACH = 6
"""Tokens after `two weeks after` in which the event must be named."""
YEARS_OF_NOTE = range(1700, 2100)


@dataclass(frozen=True, slots=True)
class Around:
    """What the surroundings add to a draft."""

    span: Span
    says: Says
    type: str | None = None
    value: str | None = None
    event: Span | None = None
    predicated: bool = False


def has(found: Tokens, at: int, cat: str) -> bool:
    """Whether there is a token at `at` and it can be a `cat`."""
    return 0 <= at < len(found.codes) and found.codes[at] in classes().get(cat, "")


def fits(hit: Hit, found: Tokens, text: str) -> bool:
    """False for numbers that date nothing: `2000 men`, `no. 1914`, `1,200-1500`."""
    if hit.rule.name == "sooner-or-later":
        return text[found.starts[hit.start]].isupper() and has(found, hit.end, "comma")
    if hit.rule.name == "day-of-month":
        return not _is_noun(found, text, hit.end)
    if hit.rule.type == "DURATION":
        return not (_is_ordinal_second(hit, found) or _is_age(hit, found, text))
    if hit.rule.name in ("part", "per-unit"):
        return not _describes(found, text, hit.end)
    if hit.rule.name == "date":
        return not _is_named_after_a_day(hit, found, text)
    if hit.rule.name != "year":
        return True
    first, after = hit.start, hit.end
    if any(part in ("bc", "mod") for part, *_ in hit.parts) or has(found, after - 1, "yearw"):
        return True
    if any(has(found, first - 1, cat) for cat in ("qpre", "money", "hash", "plus", "slash")):
        return False
    if any(has(found, after, cat) for cat in ("counted", "pct", "money", "unit", "slash", "plus")):
        return False
    return _reads_as_year(found, text, first, after)


def _is_ordinal_second(hit: Hit, found: Tokens) -> bool:
    """`A second` attempt is no stretch of time."""
    return hit.end - hit.start == 2 and has(found, hit.start, "one") and has(found, hit.start + 1, "ord")


def _is_named_after_a_day(hit: Hit, found: Tokens, text: str) -> bool:
    """`Движение 26 Июля`: Russian and Ukrainian write a month small, unless it is a name."""
    months = [first for part, _, first, _ in hit.parts if part == "month"]
    return any(
        not found.forms[at].isascii() and at > hit.start and text[found.starts[at]].isupper()
        for at in months
    )


def _is_age(hit: Hit, found: Tokens, text: str) -> bool:
    """Ages date nobody's report: `aged 45`, `ему 45 лет`, `, 45 лет,`, `45-летний` beside a person."""
    last = hit.end - 1
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
    alone = has(found, hit.end, "dot") and before >= 0 and text[found.starts[before]].isupper()
    named = alone or has(found, before, "agew") or has(found, before - 1, "agew")
    return named or has(found, before, "agein") or set_off or has(found, hit.end, "agew")


def _measures(found: Tokens, at: int) -> bool:
    """Whether a noun for something that lasts follows, an adjective in between allowed."""
    return has(found, at, "spanw") or has(found, at + 1, "spanw")


def _describes(found: Tokens, text: str, at: int) -> bool:
    """`Morning meeting`: whether a plain noun follows, which the word describes."""
    return _is_noun(found, text, at)


def _is_noun(found: Tokens, text: str, at: int) -> bool:
    """Whether a small word stands at `at` that is no verb of the past, nor one of the lexicon."""
    if at >= len(found.codes) or found.codes[at] != UNKNOWN or not found.forms[at].isalpha():
        return False
    return text[found.starts[at]].islower() and not _is_past(found.forms[at])


def _reads_as_year(found: Tokens, text: str, first: int, after: int) -> bool:
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


def surroundings(draft: Draft, found: Tokens, text: str) -> Around:
    """The span with its article, the tense, and the event that a stretch counts from."""
    first, end = draft.first, draft.end
    if has(found, first - 1, "the") and draft.type != "SET" and not draft.value[:4].isdigit() and "REF" not in draft.value:
        first -= 1
    says = _says(draft, found)
    if draft.says.base is not Base.EVENT:
        return Around(_span(found, first, end), says)
    return _counted_from(draft, found, (first, end), says)


def _span(found: Tokens, first: int, end: int) -> Span:
    return Span(found.starts[first], found.ends[end - 1])


def _says(draft: Draft, found: Tokens) -> Says:
    aside = has(found, draft.first - 1, "aside") or (
        has(found, draft.first - 1, "lp") and has(found, draft.end, "rp")
    )
    says = draft.says
    tense = _tense(draft, found) if "X" in draft.value or aside else 0
    return Says(says.base, says.shift, says.unit, says.lean, tense, aside)


def _tense(draft: Draft, found: Tokens) -> int:
    """That of the nearest verb in the sentence that tells it: 1 for the future, -1 for the past."""
    future = classes()["future"]
    back, ahead = draft.first - 1, draft.end
    for _ in range(TENSE_REACH):
        for at in (back, ahead):
            if 0 <= at < len(found.codes):
                if found.codes[at] in future:
                    return 1
                if _is_past(found.forms[at]):
                    return -1
        back = _next(found, back, -1)
        ahead = _next(found, ahead, 1)
    return 1 if has(found, draft.first - 1, "aheadp") else 0


def _next(found: Tokens, at: int, step: int) -> int:
    """The token after `at` in a direction; out of the window once the sentence has ended."""
    if not 0 <= at < len(found.codes) or found.forms[at] in ENDS:
        return -1 if step < 0 else len(found.codes)
    return at + step


@lru_cache(8192)
def _is_past(word: str) -> bool:
    words, endings = past_words()
    return word in words or (len(word) >= SHORTEST_VERB and word.endswith(endings))


def _counted_from(draft: Draft, found: Tokens, tokens: tuple[int, int], says: Says) -> Around:
    """`two weeks after the crossing`: up to the noun that names the event, if one does."""
    first, end = tokens
    predicated = any(has(found, first - back, "came") for back in (1, 2))
    at = next((at for at in range(end, end + EVENT_REACH) if not _within_phrase(found, at)), end)
    named = has(found, at, "event")
    event = _span(found, end, at + 1) if named else None
    span = _span(found, first, at + 1 if named else end)
    if not predicated or draft.count is None or says.unit is None:
        return Around(span, says, event=event)
    value = period(draft.count[1], says.unit)
    return Around(span, says, "DURATION", value, event=event, predicated=True)


def _within_phrase(found: Tokens, at: int) -> bool:
    """Whether the event's noun can still come: no mark and no event yet."""
    return at < len(found.codes) and found.forms[at][0].isalpha() and not has(found, at, "event")
