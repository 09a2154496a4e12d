"""
Parts of speech by an averaged perceptron, for the languages that have weights.

After Collins (2002); the greedy left-to-right form and its features follow Honnibal's
description (2013). Weights are whole numbers in `tagger.msgpack`, made by
`tools/train_tagger.py`. Training is not its business.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import Decoder

from dateline.lang.rules import HERE
from dateline.lang.words import Word

_START = ("<s>", "<s>")


class Weights(Struct, frozen=True):
    """Tags in order of their number; certain words; and for each feature (tag, weight) pairs."""

    tags: tuple[str, ...]
    certain: dict[str, int]
    features: dict[str, tuple[int, ...]]
    """Tag numbers and weights by turns: one flat row decodes four times faster than pairs."""


@cache
def weights(language: str) -> Weights | None:
    """The weights of `lang/<language>/tagger.msgpack`; None where the language has none."""
    path: Path = HERE / language / "tagger.msgpack"
    return Decoder(Weights).decode(path.read_bytes()) if path.exists() else None


def tags(language: str, words: Sequence[Word]) -> list[str]:
    """A Penn Treebank tag for each word of one sentence; all empty without weights."""
    model = weights(language)
    if model is None:
        return [""] * len(words)
    before, before2 = _START
    out: list[str] = []
    for at, word in enumerate(words):
        if at and word.low == words[at - 1].low and not word.low.isalnum():
            out.append(before)  # A wall of marks teaches nothing that its first mark does not.
            continue
        known = model.certain.get(word.low)
        tag = model.tags[_best(model, words, at, (before, before2)) if known is None else known]
        out.append(tag)
        before, before2 = tag, before
    return out


def _best(model: Weights, words: Sequence[Word], at: int, before: tuple[str, str]) -> int:
    scores = [0] * len(model.tags)
    table = model.features
    for feature in features(words, at, before):
        row = table.get(feature)
        if row:
            for place in range(0, len(row), 2):
                scores[row[place]] += row[place + 1]
    return scores.index(max(scores))


def features(words: Sequence[Word], at: int, before: tuple[str, str]) -> Iterator[str]:
    """The features of one word, `before` being the tags of the last word and the one before."""
    last, last2 = before
    word = words[at]
    low = word.low
    prev = words[at - 1].low if at else "<s>"
    following = words[at + 1].low if at + 1 < len(words) else "</s>"
    yield "b"
    yield "w" + low
    yield "4" + low[-4:]
    yield "3" + low[-3:]
    yield "2" + low[-2:] + low[0]
    yield "t" + last
    yield "u" + last + " " + last2
    yield "v" + last + " " + low
    yield "p" + prev
    yield "r" + prev[-2:] + " " + low[-3:]
    yield "q" + prev[-3:]
    yield "n" + following
    yield "m" + following[-3:]
    yield "o" + (words[at + 2].low if at + 2 < len(words) else "</s>")
    yield "s" + shape(word.text) + ("0" if at == 0 else "1")
    yield "z" + low[-2:] + " " + following[-2:]


def shape(text: str) -> str:
    """`X` capitals, `Xx` capitalised, `x` lower, `9` with a digit, `.` no letter; `-` if joined."""
    if any(letter.isdigit() for letter in text):
        return "9"
    if not text[0].isalpha():
        return "."
    kind = "x" if text[0].islower() else "X" if text.isupper() else "Xx"
    return kind + "-" * ("-" in text)
