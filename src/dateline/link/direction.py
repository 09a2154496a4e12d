"""
Who has it from whom: by a named source, by time, by length. Unknown where nothing tells.

A text that names the other's newsroom as its source has it from there, whatever the clocks say;
else the earlier is the origin; else a part is taken from the whole.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache, lru_cache

from dateline.core.event import CopyKind, Direction
from dateline.lang.phrases import Phrases, stem
from dateline.lang.rules import LANGUAGES, lists
from dateline.link.overlap import Shared
from dateline.link.printed import Printed
from dateline.link.timing import lead
from dateline.link.tokens import tokens
from dateline.world.actors import actors_at
from dateline.world.fold import fold

Told = tuple[Direction, str]
_LEAD = 160
"""Letters at the head of a text in which an agency signs it."""
_SIGNED = re.compile(r"\(([^\W\d_][^()\n]{1,30})\)|^[^\n.]{0,40}?/([^/\n]{2,30})/", re.MULTILINE)
_NEAR = 4
"""Words between an agency and the word that cites it."""


def direction(a: Printed, b: Printed, found: Shared) -> Told:
    """Where the common text of `a` and `b` comes from, and on what ground that is told."""
    told = _by_signature(a, b) or _by_time(a, b) or _by_citation(a, b) or _by_length(found)
    return told or (Direction.UNKNOWN, "")


def _by_signature(a: Printed, b: Printed) -> Told | None:
    """One names as its source the newsroom that signed the other."""
    signed_a, signed_b = signatures(a), signatures(b)
    from_b = [name for name in signed_b - signed_a if cites(a, name)]
    from_a = [name for name in signed_a - signed_b if cites(b, name)]
    if bool(from_a) == bool(from_b):
        return None
    if from_b:
        return Direction.A_FROM_B, f"names {min(from_b)} as its source"
    return Direction.B_FROM_A, f"names {min(from_a)} as its source"


def _by_citation(a: Printed, b: Printed) -> Told | None:
    """Only one of them says that it has its words from a newsroom."""
    in_a, in_b = cited(a), cited(b)
    if in_a and not in_b:
        return Direction.A_FROM_B, f"names {min(in_a)} as its source"
    if in_b and not in_a:
        return Direction.B_FROM_A, f"names {min(in_b)} as its source"
    return None


def _by_time(a: Printed, b: Printed) -> Told | None:
    gap = lead(a, b)
    if not gap:
        return None
    how = f"later by {_said(abs(gap))}"
    return (Direction.B_FROM_A if gap > timedelta() else Direction.A_FROM_B), how


def _said(gap: timedelta) -> str:
    minutes = int(gap.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // 1440} days"


def _by_length(found: Shared) -> Told | None:
    gap = found.share_of_a - found.share_of_b
    if found.kind is CopyKind.CUT and abs(gap) > 0.1:
        from_b = gap > 0
        return (Direction.A_FROM_B if from_b else Direction.B_FROM_A), "a part of the longer text"
    if found.kind is CopyKind.SPLICED and abs(gap) > 0.1:
        into_b = gap > 0
        return (Direction.B_FROM_A if into_b else Direction.A_FROM_B), "set into a longer text"
    return None


def signatures(report: Printed) -> frozenset[str]:
    """The newsrooms that the report is by, folded: its outlet, or an agency in its first line."""
    lead = report.text[:_LEAD] + "\n" + _body_lead(report)
    names = [name for match in _SIGNED.finditer(lead) for name in match.groups() if name]
    if report.outlet:
        names.append(report.outlet)
    return frozenset(folded for name in names if (folded := fold(name)))


def cites(report: Printed, newsroom: str) -> bool:
    """Whether the newsroom, a folded name, stands beside a word that hands its text on."""
    words = tokens(report.text)
    name = [stem(word) for word in newsroom.split()]
    lows = [stem(word.low) for word in words]
    for at in range(len(words) - len(name) + 1):
        if lows[at : at + len(name)] == name and _beside_cue(report, at, len(name)):
            return True
    return False


def cited(report: Printed) -> frozenset[str]:
    """The known newsrooms, as written, that the report hands on and is not itself by."""
    words = tokens(report.text)
    raw = [report.text[word.start : word.end] for word in words]
    own = signatures(report)
    out: set[str] = set()
    for at in range(len(words)):
        hit = actors_at(report.lang, raw[at : at + _NEAR], 0)
        if hit and hit[0].kind == "outlet" and _beside_cue(report, at, hit[1]):
            out.add(" ".join(raw[at : at + hit[1]]))
    return frozenset(name for name in out if fold(name) not in own)


def _beside_cue(report: Printed, at: int, size: int) -> bool:
    words = tokens(report.text)
    low = words[max(0, at - _NEAR)].start
    high = words[min(len(words) - 1, at + size - 1 + _NEAR)].start
    return any(low <= cue <= high for cue in _cues(report.text))


def _body_lead(report: Printed) -> str:
    start = max((span.end for span in report.head), default=0)
    return report.text[start : start + _LEAD].lstrip()


@lru_cache(maxsize=64)
def _cues(text: str) -> tuple[int, ...]:
    return tuple(hit.start for hit in _cue_phrases().find(text))


@cache
def _cue_phrases() -> Phrases:
    return Phrases(
        (name, cell)
        for language in LANGUAGES
        for name, cell in lists(language, "boilerplate").get("agency", {}).items()
    )
