"""
What a page says besides the report: forms, prompts, links, notices and page code.

The words are data (`lang/*/furniture.toml`), and so is how much of a line each rule takes. Only
what stands between two pieces of furniture at the end of a page is judged by where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from dateline.core.document import Block, Role
from dateline.core.span import Span
from dateline.lang.rules import LANGUAGES, Rule, lists, rules

_LONGEST_LINE = 320
"""A paragraph longer than this is reporting, whatever it says of newsletters."""
_LONGEST_BETWEEN, _MOST_BETWEEN = 400, 2
_MOST_AFTER = 600
"""Code points of other text that may follow what ends a report."""
_LONGEST_LINK, _MOST_LINKS = 160, 6
_LONGEST_TAIL = 120
_PARAGRAPH = 100
_LONGEST_LABEL, _MOST_WORDS, _MENU = 25, 3, 6
"""A label on a page, and how many of them in a row are a menu."""
_LONGEST_CODE_LINE = 5000
_CODE = re.compile(r"[\[{<%$*]")
_ORNAMENT = re.compile(r"^[^\w\"'“„«‘(\[{<#@$%©-]+|[^\w\"'”»’)\]}>.!?…:*]+$")
"""Emoji, arrows and bullets around a line; some of them hold a variation selector."""
_ENDED = re.compile(r"[.!?…][\"'”’»)]*$")


class Piece(NamedTuple):
    """A block, and what the rule that made it furniture says of its neighbours."""

    block: Block
    kind: str = ""

    @property
    def is_furniture(self) -> bool:
        return self.block.role is Role.FURNITURE


def furnish(text: str, blocks: list[Block]) -> list[Block]:
    """`blocks` with furniture marked among the body blocks, and split off where it is inline."""
    pieces = [piece for block in blocks for piece in _pieces(text, block)]
    pieces = _with_links(text, pieces)
    if not any(block.made_by.startswith("html/") for block in blocks):
        pieces = _with_menus(text, pieces)
    return [piece.block for piece in _with_neighbours(text, pieces)]


def _pieces(text: str, block: Block) -> Iterator[Piece]:
    if block.role is not Role.BODY:
        yield Piece(block)
        return
    line = text[block.span.start : block.span.end]
    rule = _rule_of(line) if len(line) <= _LONGEST_LINE else None
    if rule:
        yield Piece(_furniture(block.span, rule.name), rule.type)
    elif len(line) <= _LONGEST_CODE_LINE and _CODE.search(line):
        yield from _without_code(line, block)
    else:
        yield Piece(block)


def _furniture(span: Span, rule: str) -> Block:
    return Block(span, Role.FURNITURE, f"furniture/{rule}")


def _rule_of(line: str) -> Rule | None:
    """The first rule that takes the whole line."""
    bare = _ORNAMENT.sub("", line)
    for rule in _whole_rules():
        if rule.regex.fullmatch(line) or (bare != line and rule.regex.fullmatch(bare)):
            return rule
    low = line.lower()
    for triggers, searching in _searching_rules():
        if triggers.find_matches_as_indexes(low):
            for rule in searching:
                if rule.regex.search(line):
                    return rule
    return None


@cache
def _whole_rules() -> tuple[Rule, ...]:
    """Those that take a line only as a whole, of every language."""
    every = (rule for lang in (*LANGUAGES, "und") for rule in rules(lang, "furniture"))
    return tuple(rule for rule in every if rule.type.startswith("alone"))


@cache
def _searching_rules() -> tuple[tuple[AhoCorasick, tuple[Rule, ...]], ...]:
    """Those that find a part of a line, by language, with the words that they need one of."""
    return tuple(
        (
            AhoCorasick(sorted(lists(lang, "furniture")["lists"]["trigger"])),
            tuple(r for r in rules(lang, "furniture") if r.type in ("line", "closing")),
        )
        for lang in (*LANGUAGES, "und")
    )


@cache
def _code_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in rules("und", "furniture") if rule.type == "inline")


def _without_code(line: str, block: Block) -> Iterator[Piece]:
    """The line in pieces: page code, and the words around it."""
    found = sorted(
        (match.start(), match.end(), rule.name)
        for rule in _code_rules()
        for match in rule.regex.finditer(line)
    )
    if found and not any(map(str.isalnum, _outside(line, found))):
        yield Piece(_furniture(block.span, found[0][2]), "closing")
        return
    at = 0
    for start, end, name in found:
        if start >= at:
            yield from _words(line, at, start, block)
            yield Piece(_furniture(Span(start, end).shifted(block.span.start), name))
            at = end
    yield from _words(line, at, len(line), block)


def _outside(line: str, found: list[tuple[int, int, str]]) -> str:
    kept, at = [], 0
    for start, end, _ in found:
        kept.append(line[at:start] if start > at else "")
        at = max(at, end)
    return "".join(kept) + line[at:]


def _words(line: str, start: int, end: int, block: Block) -> Iterator[Piece]:
    words = line[start:end]
    if words.strip():
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        yield Piece(Block(Span(first, last).shifted(block.span.start), block.role, block.made_by))


def _with_links(text: str, pieces: list[Piece]) -> list[Piece]:
    """The short lines under a heading of links ("Related articles") are links."""
    out, left, begun = [], 0, False
    for piece in pieces:
        words = text[piece.block.span.start : piece.block.span.end]
        begun = begun or is_paragraph(piece.block, words)
        if piece.kind.endswith("list"):
            left = _MOST_LINKS if begun and len(words) <= _LONGEST_LINK / 4 else 0
        elif left and piece.block.role is Role.BODY:
            if len(words) > _LONGEST_LINK or _ENDED.search(words):
                left = 0
            else:
                left -= 1
                piece = Piece(_furniture(piece.block.span, "links"))
        out.append(piece)
    return out


def is_paragraph(block: Block, words: str) -> bool:
    """Whether a block can only be running text."""
    long = len(words) >= _PARAGRAPH and block.role in (Role.BODY, Role.DATELINE)
    return long and bool(_ENDED.search(words))


def _with_menus(text: str, pieces: list[Piece]) -> list[Piece]:
    """Runs of labels before the first paragraph and behind the last one are menus."""
    words = [text[piece.block.span.start : piece.block.span.end] for piece in pieces]
    running = [at for at, piece in enumerate(pieces) if is_paragraph(piece.block, words[at])]
    if not running:
        return pieces
    out = list(pieces)
    for first, last in ((0, running[0]), (running[-1] + 1, len(pieces))):
        run: list[int] = []
        for at in range(first, last + 1):
            if at < last and (pieces[at].is_furniture or _is_label(words[at])):
                run.append(at)
                continue
            if len(run) >= _MENU and not _is_listed(words, run[0]):
                for label in run:
                    if not pieces[label].is_furniture:
                        out[label] = Piece(_furniture(pieces[label].block.span, "menu"))
            run = []
    return out


def _is_label(words: str) -> bool:
    """Few words and no figure: losses and scores are reporting, however short their lines."""
    few = len(words) <= _LONGEST_LABEL and len(words.split()) <= _MOST_WORDS
    return few and words[-1] != ":" and not any(map(str.isdigit, words))


def _is_listed(words: list[str], first: int) -> bool:
    """Whether the line before the run announces a list."""
    return first > 0 and words[first - 1].endswith(":")


def _with_neighbours(text: str, pieces: list[Piece]) -> list[Piece]:
    """Once the report is over, the little that stands between furniture is furniture."""
    over = _end_of_report(pieces)
    out = pieces[: over + 1]
    gap: list[Piece] = []
    for piece in pieces[over + 1 :]:
        if not piece.is_furniture:
            gap.append(piece)
            continue
        out.extend(_between(gap, _LONGEST_BETWEEN))
        out.append(piece)
        gap = []
    titles = all(not _ENDED.search(text[p.block.span.start : p.block.span.end]) for p in gap)
    out.extend(_between(gap, _LONGEST_TAIL) if titles else gap)
    return out


def _end_of_report(pieces: list[Piece]) -> int:
    """Where the first piece stands that ends a report and is followed by hardly any other text."""
    rest = 0
    over = len(pieces)
    for at in range(len(pieces) - 1, -1, -1):
        if "closing" in pieces[at].kind:
            over = at
        elif not pieces[at].is_furniture:
            rest += len(pieces[at].block.span)
            if rest > _MOST_AFTER:
                break
    return over


def _between(gap: list[Piece], longest: int) -> list[Piece]:
    if len(gap) > _MOST_BETWEEN or any(len(piece.block.span) > longest for piece in gap):
        return gap
    return [Piece(_furniture(piece.block.span, "between")) for piece in gap]
