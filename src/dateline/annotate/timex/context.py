"""
The words around an expression: its article, its tense, the event it counts from.

What it means is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from dateline.annotate.timex.codes import classes
from dateline.annotate.timex.neighbours import has, is_future, is_past, is_verb
from dateline.annotate.timex.parts import Draft
from dateline.annotate.timex.tokens import Tokens
from dateline.core.span import Span
from dateline.core.time import Base, Says, period

TENSE_REACH = 8
"""Tokens on either side in which a verb's tense counts for an expression."""
CLOSE = 3
"""Tokens within which a verb before `until Saturday` is the one that it belongs to."""
BEHIND = 2
"""So many tokens nearer must a verb behind an expression be than one before it."""
AUXILIARIES = 2
"""Tokens between which a participle may follow its auxiliary."""
ENDS = frozenset(".!?;")
"""Marks beyond which a verb says nothing of an expression."""
BARE = ("y4", "month", "wd", "clock", "hhmm", "iso", "dmy")
"""What an article before it belongs to something else."""
EVENT_REACH = 6
"""Tokens after `two weeks after` in which the event must be named."""


Verb = tuple[int, int] | None
"""Tokens away, and 1 for the future or -1 for the past."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the surroundings add to a draft."""

    span: Span
    says: Says
    type: str | None = None
    value: str | None = None
    event: Span | None = None
    predicated: bool = False


def surroundings(draft: Draft, found: Tokens, text: str) -> Around:
    """The span with its article, the tense, and the event that a stretch counts from."""
    first, end = draft.first, draft.end
    if has(found, first - 1, "the") and _takes_article(draft, found):
        first -= 1
    says = _says(draft, found)
    if draft.says.base is not Base.EVENT:
        return Around(_span(found, first, end), says)
    return _counted_from(draft, found, (first, end), says)


def _takes_article(draft: Draft, found: Tokens) -> bool:
    """`The morning of`, `the 20th of`, but not `the 1973 war`, `the May offensive`."""
    if draft.type == "SET" or "REF" in draft.value:
        return False
    return not any(has(found, draft.first, cat) for cat in BARE)


def _span(found: Tokens, first: int, end: int) -> Span:
    return Span(found.starts[first], found.ends[end - 1])


def _says(draft: Draft, found: Tokens) -> Says:
    aside = has(found, draft.first - 1, "aside") or (
        has(found, draft.first - 1, "lp") and has(found, draft.end, "rp")
    )
    says = draft.says
    side = tense(draft, found) if "X" in draft.value or aside else 0
    return replace(says, tense=side or says.tense, aside=aside)


def tense(draft: Draft, found: Tokens) -> int:
    """
    That of the nearest verb in the sentence that tells it: 1 for the future, -1 for the past.

    A verb before an expression is its own more often than one behind it.
    """
    back = _verb(found, draft.first - 1, -1)
    ahead = _verb(found, draft.end, 1)
    if has(found, draft.first - 1, "aheadp"):
        return _until(draft, back, ahead)
    if back and ahead:
        return back[1] if back[0] <= ahead[0] + BEHIND else ahead[1]
    if back or ahead:
        return (back or ahead or (0, 0))[1]
    if has(found, draft.first - 1, "sincew"):
        return -1
    if has(found, draft.first - 1, "aheadwd") and _may_begin(draft, found):
        return -1 if _goes_on(found, draft.first - 2) else 1
    return 1 if _is_called_next(found, draft.first - 1) else 0


def _until(draft: Draft, back: Verb, ahead: Verb) -> int:
    """
    `Until Friday`, `by May`: to come, unless the verb that belongs to it is of the past.

    A week day until which something was put off is to come all the same.
    """
    if draft.value.startswith("XXXX-XX-XXT") and (back or ahead):
        return (back or ahead or (0, 0))[1]
    if back and (back[0] <= CLOSE or not ahead) and back[1] < 0:
        return 1 if draft.value.startswith("XXXX-WXX-") else 0
    return -1 if ahead and not back and ahead[1] < 0 else 1


def _may_begin(draft: Draft, found: Tokens) -> bool:
    """`From Sunday`, and not `from Sunday's strike`: a week day that owns nothing behind it."""
    if not draft.value.startswith("XXXX-WXX-"):
        return False
    owns = (
        draft.end < len(found.starts)
        and found.starts[draft.end] - found.ends[draft.end - 1] > len(" ")
        and found.forms[draft.end][0].isalpha()
    )
    return not owns


def _goes_on(found: Tokens, at: int) -> bool:
    """`Рухаються з понеділка`: whether a verb of the present stands before, in the clause."""
    for near in range(at, max(at - TENSE_REACH, -1), -1):
        if found.forms[near] in ENDS:
            return False
        if is_verb(found.forms[near]):
            return True
    return False


def _is_called_next(found: Tokens, at: int) -> bool:
    """`Наступна зустріч — неділя`: whether what happens then is called the next one."""
    for near in range(at, max(at - TENSE_REACH, -1), -1):
        if found.forms[near] in ENDS:
            return False
        if found.value(near, "dir") == "next":
            return True
    return False


def _verb(found: Tokens, at: int, step: int) -> tuple[int, int] | None:
    """(tokens away, tense) of the first telling verb in a direction, within the sentence."""
    future = classes()["future"]
    for away in range(TENSE_REACH):
        if not 0 <= at < len(found.codes) or found.forms[at] in ENDS:
            return None
        if found.codes[at] in future or is_future(found.forms[at]):
            return away, 1
        if is_past(found.forms[at]):
            return away, 1 if _is_participle_of_future(found, at) else -1
        at += step
    return None


def _is_participle_of_future(found: Tokens, at: int) -> bool:
    """`Will be signed`, `are to be handed over`: a word for the future stands shortly before."""
    return any(has(found, at - near, "future") for near in range(1, AUXILIARIES + 1))


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
