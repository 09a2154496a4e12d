"""
Quotations: every text gives some, whatever its marks do.

Apostrophes are told from single quotation marks, one quotation may run over paragraphs, and one
that never closes is closed where its paragraph or sentence ends, with `closed` False. Who said the
words is not its business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.annotate.dialogue import dialogues, without_asides
from dateline.annotate.marks import Mark, Part, marks
from dateline.core.document import Block, Document
from dateline.core.layers import Layers
from dateline.core.mentions import Quotation
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.rules import lists

_DEEPEST = 4
_SCARE_WORDS = 4
_SIGHT = 40
"""Marks looked at ahead: enough for any sentence that a person wrote."""
_LONGEST_BRIDGE = 3
"""Paragraphs without any mark that an open quotation may run over."""


@component(version=1, writes=(Quotation,))
def quotation(doc: Document, layers: Layers) -> Iterator[Quotation]:
    """Each quotation once, inner ones with their depth; marks and dialogue dashes alike."""
    settings = lists(doc.lang, "quotation") or lists("en", "quotation")
    reader = _Reader(doc.text, settings["pairs"])
    blocks = doc.readable
    for at, block in enumerate(blocks):
        reader.read(block, blocks[at + 1 : at + 1 + _LONGEST_BRIDGE])
    if not settings["dialogue_dash"]:
        yield from reader.found
        return
    yield from (without_asides(doc, item) for item in reader.found)
    yield from dialogues(doc, reader.found)


@dataclass
class _Open:
    """A quotation whose closing mark has not been seen."""

    mark: str
    start: int
    inner: int
    pieces: list[Span] = field(default_factory=list)


class _Reader:
    """Walks the marks of one document, holding what is open."""

    def __init__(self, text: str, pairs: dict[str, str]) -> None:
        self.text = text
        self.pairs = pairs
        self.stack: list[_Open] = []
        self.found: list[Quotation] = []

    def read(self, block: Block, following: tuple[Block, ...]) -> None:
        found = marks(self.text, block.span, self.pairs, self._open_marks())
        first = next(iter(found), None)
        if self.stack:
            self._continue(block, first)
            if first and first.start == block.span.start and first.part is Part.OPENS:
                found = found[1:]
        for at, mark in enumerate(found):
            self._take(mark, found, at)
        self._leave(block, following)

    def _open_marks(self) -> str:
        return "".join(entry.mark for entry in self.stack)

    def _continue(self, block: Block, first: Mark | None) -> None:
        """The next paragraph of an open quotation: behind its repeated mark, where it has one."""
        repeated = first and first.start == block.span.start and first.part is Part.OPENS
        self.stack[0].inner = first.end if first and repeated else block.span.start

    def _take(self, mark: Mark, found: list[Mark], at: int) -> None:
        if mark.part is Part.CLOSES:
            self._close(mark)
            return
        if (
            self.stack
            and self.stack[-1].mark == mark.text
            and not self._nests(mark, found[at : at + _SIGHT])
        ):
            self._repair(self._last_stop(self.stack[-1].inner, mark.start))
        if len(self.stack) < _DEEPEST:
            self.stack.append(_Open(mark.text, mark.start, mark.end))

    def _nests(self, mark: Mark, rest: list[Mark]) -> bool:
        """Whether enough marks follow to close both this one and the one around it."""
        balance = 0
        for later in rest:
            if later.text == mark.text and later.part is Part.OPENS:
                balance -= 1
            elif later.text in self.pairs[mark.text]:
                balance += 1
        return balance > 0

    def _close(self, mark: Mark) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if mark.text in self.pairs[self.stack[depth].mark]:
                while len(self.stack) > depth + 1:
                    self.stack.pop()
                self._finish(self.stack.pop(), mark.start, mark.end, closed=True)
                return

    def _repair(self, end: int) -> None:
        entry = self.stack.pop()
        self._finish(entry, end, end, closed=False)

    def _last_stop(self, start: int, end: int) -> int:
        """Behind the first mark of punctuation that ends a sentence there, else the end."""
        for at in range(start, end - 1):
            if self.text[at] in ".!?…" and self.text[at + 1].isspace():
                return at + 1
        return start + len(self.text[start:end].rstrip())

    def _finish(self, entry: _Open, end: int, after: int, *, closed: bool) -> None:
        if end > entry.inner:
            entry.pieces.append(Span(entry.inner, end))
        if not entry.pieces:
            return
        words = self.text[entry.inner : end]
        self.found.append(
            Quotation(
                span=Span(entry.start, max(after, entry.pieces[-1].end)),
                made_by="quotation/marks" if closed else "quotation/repaired",
                pieces=tuple(entry.pieces),
                depth=len(self.stack),
                closed=closed,
                scare=len(entry.pieces) == 1 and _is_scare(words),
            )
        )

    def _leave(self, block: Block, following: tuple[Block, ...]) -> None:
        """Keep the outermost open where it goes on in the next paragraph; repair the others."""
        while len(self.stack) > 1:
            self._repair(block.span.end)
        if not self.stack:
            return
        entry = self.stack[0]
        if self._goes_on(entry, following):
            if block.span.end > entry.inner:
                entry.pieces.append(Span(entry.inner, block.span.end))
            return
        end = block.span.end if entry.inner <= block.span.start or entry.pieces else None
        self._repair(end or self._unclosed_end(entry, block))

    def _unclosed_end(self, entry: _Open, block: Block) -> int:
        """A whole paragraph where the mark opens it; else to the end of the sentence."""
        if entry.start == block.span.start:
            return block.span.end
        return self._last_stop(entry.inner, block.span.end)

    def _goes_on(self, entry: _Open, following: tuple[Block, ...]) -> bool:
        for block in following:
            found = marks(self.text, block.span, self.pairs, entry.mark)
            if found:
                first = found[0]
                if first.part is Part.CLOSES:
                    return first.text in self.pairs[entry.mark]
                return first.start == block.span.start and first.text == entry.mark
        return False


def _is_scare(words: str) -> bool:
    """A term or a name in marks: a few words that end as no spoken sentence does."""
    inner = words.strip()
    return len(inner.split()) <= _SCARE_WORDS and inner[-1:] not in (",", ".", "!", "?", "…")
