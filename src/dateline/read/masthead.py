"""
The lines around a report that say who wrote it, when it came out and where it was filed.

Only whole lines near the head or the foot count: a date in running text is never taken for the
day of publication. The forms are data (`lang/*/masthead.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.core.document import Block, Fact, Published, Role
from dateline.core.span import Span
from dateline.lang.printed import day_in, masthead_rules, parts_of, printed_date
from dateline.lang.rules import Rule

_LONGEST_LINE = 160
_HEAD_LINES, _FOOT_LINES = 8, 4
_SHORTEST_CAPTION, _LONGEST_CAPTION = 20, 500
_WORDS = re.compile(r"\w+")
_STOPS = '.!?…:;,"”»'


class Masthead(NamedTuple):
    """The blocks with their roles, and what the lines say; None where they say nothing."""

    blocks: list[Block]
    byline: Fact | None = None
    outlet: Fact | None = None
    published: Published | None = None


def read_masthead(text: str, blocks: list[Block], known: Fact | None = None) -> Masthead:
    """
    Bylines, date lines, captions and the dateline marked, and their words as facts.

    `known` is the byline that the page told otherwise; a line that only repeats it is one.
    """
    blocks = _with_captions(text, blocks)
    byline: Fact | None = None
    dates: list[tuple[str, Published]] = []
    for at in _masthead_lines(text, blocks):
        block = blocks[at]
        line = text[block.span.start : block.span.end]
        name = _byline_of(line)
        if found := printed_date(line):
            dates.append((found.label, Published(found.value, f"printed: {line}")))
        if name:
            byline = byline or Fact(name, f"printed: {line}")
            blocks[at] = Block(block.span, Role.BYLINE, "masthead/byline")
        elif found:
            blocks[at] = Block(block.span, Role.DATELINE, f"masthead/{found.label}")
        elif known and _letters(line) == _letters(known.value):
            blocks[at] = Block(block.span, Role.BYLINE, "masthead/known-byline")
        elif any(rule.regex.fullmatch(line) for rule in masthead_rules("contributors")):
            blocks[at] = Block(block.span, Role.BYLINE, "masthead/contributors")
    blocks, outlet, filed = _with_dateline(text, blocks)
    return Masthead(blocks, byline, outlet, _publication(dates) or filed)


def _letters(words: str) -> list[str]:
    return _WORDS.findall(words.lower())


def _with_captions(text: str, blocks: list[Block]) -> list[Block]:
    """Credit lines, and the short line above one that has no full stop, are captions."""
    out: list[Block] = []
    for block in blocks:
        marked = _as_caption(text, block)
        above = out[-1] if out else None
        if marked is not block and above and above.role is Role.BODY:
            words = text[above.span.start : above.span.end]
            short = _SHORTEST_CAPTION <= len(words) <= _LONGEST_LINE and words[-1] not in _STOPS
            if short and len(out) > 1 and not _byline_of(words):
                out[-1] = Block(above.span, Role.CAPTION, "masthead/above-credit")
        out.append(marked)
    return out


def _as_caption(text: str, block: Block) -> Block:
    if block.role is not Role.BODY or len(block.span) > _LONGEST_CAPTION:
        return block
    line = text[block.span.start : block.span.end]
    rule = next((rule for rule in masthead_rules("caption") if rule.regex.fullmatch(line)), None)
    return Block(block.span, Role.CAPTION, f"masthead/{rule.name}") if rule else block


def _masthead_lines(text: str, blocks: list[Block]) -> Iterator[int]:
    """Indexes of the body lines at the head, up to the first paragraph, and of the last few."""
    body = [at for at, block in enumerate(blocks) if block.role is Role.BODY]
    head = 0
    for at in body[:_HEAD_LINES]:
        if len(blocks[at].span) > _LONGEST_LINE:
            break
        head += 1
        yield at
    for at in body[max(head, len(body) - _FOOT_LINES) :]:
        if len(blocks[at].span) <= 2 * _LONGEST_LINE:
            yield at


def _byline_of(line: str) -> str | None:
    """The names in a byline; a line that is more than a byline is none."""
    for rule in masthead_rules("byline"):
        for part in (line, parts_of(line)[0]):
            if match := rule.regex.fullmatch(part):
                return match["name"].strip(" ,")
    return None


def _publication(dates: list[tuple[str, Published]]) -> Published | None:
    """
    The labelled date, else the bare one.

    None where there are several bare ones (a chronicle), or only the day of an update.
    """
    for kind in ("label", "date"):
        found = [published for label, published in dates if label == kind]
        if found and (kind == "label" or len(found) == 1):
            return found[0]
    return None


def _with_dateline(
    text: str, blocks: list[Block]
) -> tuple[list[Block], Fact | None, Published | None]:
    """The place and day that open the first paragraph, split off it; the agency, the full day."""
    body = [at for at, block in enumerate(blocks) if block.role is Role.BODY]
    for at in body[:3]:
        span = blocks[at].span
        for rule in masthead_rules("dateline"):
            match = rule.regex.match(text, span.start, span.end)
            if match and match.end() < span.end:
                words = match[0].rstrip()
                head = Span(span.start, span.start + len(words))
                split = [
                    Block(head, Role.DATELINE, rule_name(rule)),
                    Block(Span(match.end(), span.end), Role.BODY, blocks[at].made_by),
                ]
                name, day = match.groupdict().get("outlet"), day_in(words)
                return (
                    [*blocks[:at], *split, *blocks[at + 1 :]],
                    Fact(name, f"printed: {words}") if name else None,
                    Published(day, f"printed: {words}") if day else None,
                )
    return blocks, None, None


def rule_name(rule: Rule) -> str:
    """How a block names the rule that made it."""
    return f"masthead/{rule.name}"
