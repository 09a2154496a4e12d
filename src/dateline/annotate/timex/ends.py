"""
The zone and the day of a range of clock times: stated at one end, they are of both.

Which zone the words mean is not decided here.
"""

from __future__ import annotations

from itertools import pairwise

from dateline.annotate.timex.neighbours import has
from dateline.annotate.timex.parts import Draft
from dateline.annotate.timex.tokens import Tokens

OPEN_DAY = "XXXX-XX-XX"
Found = tuple[Draft, str]


def with_shared_zones(drafts: tuple[Found, ...], found: Tokens) -> tuple[Found, ...]:
    """The drafts, each end of `from 9:00 to 21:00 Kyiv time` with the zone."""
    for (first, _), (second, _) in pairwise(drafts):
        if bool(first.zone) != bool(second.zone) and _are_a_range(first, second, found):
            first.zone = second.zone = first.zone or second.zone
        if _lacks_the_day(first, second) and _are_a_range(first, second, found):
            first.value = second.value.partition("T")[0] + first.value[len(OPEN_DAY) :]
            first.says = second.says
    return drafts


def _lacks_the_day(first: Draft, second: Draft) -> bool:
    """`From 9 to 11 p.m. on Tuesday`: the day stands at the second end, and is that of both."""
    if not first.value.startswith(OPEN_DAY) or second.value.startswith(OPEN_DAY):
        return False
    return first.value.partition("T")[2] < second.value.partition("T")[2]


def _are_a_range(first: Draft, second: Draft, found: Tokens) -> bool:
    if not (_is_clock(first) and _is_clock(second)):
        return False
    if second.first - first.end != 1:
        return False
    if has(found, first.end, "dash"):
        return True
    return has(found, first.end, "to") and has(found, first.first - 1, "from")


def _is_clock(draft: Draft) -> bool:
    return draft.type == "TIME" and draft.value.partition("T")[2][:1].isdigit()
