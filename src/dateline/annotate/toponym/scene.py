"""A document as the judges of place names see it: its words, its people, the names found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.annotate.toponym.lexicon import Lexicon
from dateline.annotate.toponym.match import Match
from dateline.annotate.toponym.tokens import Token

SPACE = frozenset((" ", "\u00a0", "-"))
_QUOTES = frozenset(" \"'«»“”„‘’")


@dataclass(frozen=True, slots=True)
class Scene:
    """The document as a judge sees it: its words, its people, the language's terms."""

    words: Sequence[Token]
    terms: Lexicon
    inside_people: frozenset[int]
    surnames: frozenset[str]
    found: Sequence[Match]
    by_last: dict[int, Match] = field(default_factory=dict)
    by_first: dict[int, Match] = field(default_factory=dict)

    def word(self, at: int) -> Token | None:
        """The word, None beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def following(self, match: Match) -> Token | None:
        """The word that goes on after the name, over a space; None after a possessive s."""
        word = self.word(match.last + 1)
        if word is None or word.glue not in SPACE or self.words[match.last].owns:
            return None
        return word


def scene(
    words: Sequence[Token], terms: Lexicon, found: Sequence[Match],
    known: tuple[frozenset[int], frozenset[str]],
) -> Scene:  # fmt: skip
    """The scene of one document; `known` is what `people` found."""
    return Scene(
        words, terms, known[0], known[1], found,
        {m.last: m for m in found}, {m.first: m for m in found},
    )  # fmt: skip


def quoted(glue: str) -> bool:
    """Whether nothing but spaces and quotation marks lies between two words."""
    return bool(glue) and set(glue) <= _QUOTES
