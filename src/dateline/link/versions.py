"""
Two readings of one address: which words changed, and whether the newer says that it was corrected.

A change is told by what it touches: headline, number, date, attribution, else wording. Which of
the two is right is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from dateline.core.document import Role
from dateline.core.event import Corrected
from dateline.core.finding import Finding, Severity
from dateline.core.record import Record
from dateline.lang.numerals import numerals
from dateline.lang.rules import LANGUAGES, lists
from dateline.link.tokens import Token, tokens
from dateline.world.fold import fold

Run = tuple[int, int]
"""First token, and one past the last."""
SILENT = frozenset({"headline", "number", "date", "attribution"})
"""What a reader of the first version would have wanted to be told."""
_LONGEST = 240
"""Letters of a wording that are kept; the documents hold the rest."""


def corrected(older: Record, newer: Record) -> Corrected:
    """What changed from `older` to `newer`; no changes where the words are the same."""
    old, new = _words(older), _words(newer)
    changes: list[tuple[str, str, str]] = []
    told = False
    for before, after in _different(old, new):
        what = _touched(older, old, before) | _touched(newer, new, after)
        kind = _kind(what, _numbers(older, old, before) != _numbers(newer, new, after))
        changes.append((kind, _quote(older, old, before), _quote(newer, new, after)))
        told = told or _owns_up(new[after[0] : after[1]])
    if older.document.published != newer.document.published:
        stated = (older.document.published or "", newer.document.published or "")
        changes.append(("published", *stated))
    return Corrected(older=older.id, newer=newer.id, changes=tuple(changes), told=told)


def silent_correction(found: Corrected) -> Finding | None:
    """The finding about what changed without a word, if anything that matters did."""
    silent = [change for change in found.changes if change[0] in SILENT]
    if found.told or not silent:
        return None
    what = "; ".join(f"{kind}: {old!r} became {new!r}" for kind, old, new in silent)
    return Finding(
        code="S010",
        name="silent-correction",
        severity=Severity.NOTE,
        message=f"{what}, and the page does not say that it was changed",
        computed=(("older", found.older), ("newer", found.newer)),
    )


def _words(record: Record) -> tuple[Token, ...]:
    """The words of a report without those of the page around it."""
    doc = record.document
    furniture = [(b.start, b.end) for b in doc.blocks if b.role == Role.FURNITURE]
    return tuple(
        token
        for token in tokens(doc.text)
        if not any(start <= token.start < end for start, end in furniture)
    )


def _different(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[Run, Run]]:
    head = 0
    while head < min(len(old), len(new)) and old[head].low == new[head].low:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail].low == new[-1 - tail].low:
        tail += 1
    a = [token.low for token in old[head : len(old) - tail]]
    b = [token.low for token in new[head : len(new) - tail]]
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield (i + head, j + head), (k + head, m + head)


def _touched(record: Record, words: Sequence[Token], run: Run) -> set[str]:
    """What the words of a run stand in; for an empty run, nothing."""
    if run[0] == run[1]:
        return set()
    start, end = words[run[0]].start, words[run[1] - 1].end
    claims = record.claims
    places = {
        "headline": ((b.start, b.end) for b in record.document.blocks if b.role == Role.HEADLINE),
        "date": ((time.start, time.end) for time in record.times),
        "attribution": (pair for claim in claims for pair in (*claim.source, *claim.cue)),
    }
    return {what for what, pairs in places.items() if _meets(pairs, start, end)}


def _meets(pairs: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in pairs)


def _kind(touched: set[str], numbers_differ: bool) -> str:
    if "headline" in touched:
        return "headline"
    if numbers_differ:
        return "date" if "date" in touched else "number"
    return next((what for what in ("attribution", "date") if what in touched), "wording")


def _numbers(record: Record, words: Sequence[Token], run: Run) -> list[object]:
    """The numbers in a run: in words and digits by their value, joined ones as written."""
    said = _said(record, words, run)
    found = numerals(said)
    joined = [
        token.low
        for token in words[run[0] : run[1]]
        if any(map(str.isdigit, token.low)) and not token.low.isdigit()
    ]
    return [*(number.value for number in found), *joined]


def _said(record: Record, words: Sequence[Token], run: Run) -> str:
    if run[0] == run[1]:
        return ""
    return record.document.text[words[run[0]].start : words[run[1] - 1].end]


def _quote(record: Record, words: Sequence[Token], run: Run) -> str:
    flat = " ".join(_said(record, words, run).split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def _owns_up(added: Sequence[Token]) -> bool:
    """Whether new words say that the report was changed."""
    said = f" {' '.join(token.low for token in added)} "
    return any(f" {phrase} " in said for phrase in _phrases())


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(
        fold(phrase)
        for language in LANGUAGES
        for phrase in lists(language, "corrections").get("phrases", ())
    )
