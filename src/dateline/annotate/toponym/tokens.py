"""Cut a document's readable blocks into the words that place names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.core.document import Block, Document
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.world.fold import fold_word

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*|\d+")
_POSSESSIVE = re.compile(r"(.+)['’ʼ][sS]$")
_ENDS = re.compile(r"[.!?…\n]|[\"”»]\s")


class Token(NamedTuple):
    """
    One word. `key` is it folded, without a possessive s; `whole` with it.

    `glue` is the text between the word before and it, "\\n" at the start of a block.
    """

    start: int
    end: int
    text: str
    key: str
    whole: str
    glue: str
    capital: bool
    upper: bool
    opens: bool
    """First of its sentence: a capital there tells nothing."""
    owns: bool
    """Written with a possessive s: what follows is another name."""


def tokens(doc: Document, layers: Layers) -> list[Token]:
    """Every word of the readable blocks, in text order."""
    starts = {sentence.span.start for sentence in layers.of(Sentence)}
    return [token for block in doc.readable for token in _of_block(doc.text, block, starts)]


def _of_block(text: str, block: Block, starts: set[int]) -> Iterator[Token]:
    last = -1
    for match in _WORD.finditer(text, block.span.start, block.span.end):
        word, start, end = match[0], match.start(), match.end()
        glue = text[last:start] if last >= 0 else "\n"
        own = _POSSESSIVE.match(word)
        bare = own[1] if own else word
        opens = last < 0 or start in starts or bool(_ENDS.search(glue))
        yield Token(
            start, start + len(bare), bare, fold_word(bare.replace(".", "")),
            fold_word(word.replace(".", "")), glue, word[0].isupper(),
            bare.isupper() and len(bare) > 1, opens, own is not None,
        )  # fmt: skip
        last = end
