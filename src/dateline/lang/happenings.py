"""
The words that name a happening in one language: `happenings.tsv`, each inflected form written out.

A cell holds phrases parted by `|`. The first word says how it is inflected: `shell~` regularly,
`ban~~` with its last letter doubled, `hit!` as `[irregular]` of `happenings.toml` lists, and
`удар*` with any ending. In what follows `*` does the same, `..` stands for up to six words, and
`{a,b}` for either word. Finding them in text is the business of `annotate.trigger`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from dateline.core.errors import LexiconError
from dateline.lang.numerals import fold
from dateline.lang.phrases import variants
from dateline.lang.rules import HERE, lists, table

COLUMNS = ("event", "mode", "form", "words")
NOTHING = "-"
"""The event of words that look like a happening and name none."""
GAP = ".."
_DOUBLED, _REGULAR, _IRREGULAR = "~~", "~", "!"
_HISSING = ("s", "x", "z", "ch", "sh")
_VOWELS = frozenset("aeiou")


class Pattern(NamedTuple):
    """Words in a row; `rank` is the row of the table, earlier rows win among equals."""

    event: str
    mode: str
    form: str
    words: tuple[str, ...]
    rank: int

    @property
    def size(self) -> int:
        """How many words it names."""
        return sum(word != GAP for word in self.words)


@cache
def patterns(language: str) -> Mapping[str, tuple[Pattern, ...]]:
    """Patterns by their first word, `*` for any ending; empty without a lexicon."""
    found: dict[str, list[Pattern]] = {}
    for rank, row in enumerate(table(language, "happenings", COLUMNS)):
        for first, rest in _phrases(language, row["words"]):
            pattern = Pattern(row["event"], row["mode"], row["form"], (first, *rest), rank)
            found.setdefault(first, []).append(pattern)
    return {first: tuple(same) for first, same in found.items()}


def _phrases(language: str, cell: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for phrase in variants(cell):
        first, *rest = fold(phrase).split()
        for form in _forms(language, first):
            yield form, tuple(rest)


def _forms(language: str, word: str) -> tuple[str, ...]:
    if word.endswith(_DOUBLED):
        base = word.removesuffix(_DOUBLED)
        return base, f"{base}s", f"{base}{base[-1]}ed", f"{base}{base[-1]}ing"
    if word.endswith(_REGULAR):
        return regular(word.removesuffix(_REGULAR))
    if word.endswith(_IRREGULAR):
        base = word.removesuffix(_IRREGULAR)
        forms = lists(language, "happenings").get("irregular", {}).get(base)
        if forms is None:
            raise LexiconError(HERE / language / "happenings.toml", "irregular", f"no {base!r}")
        return tuple(dict.fromkeys(forms.split()))
    return (word,)


def regular(base: str) -> tuple[str, ...]:
    """
    The forms of a regular English verb.

    >>> regular("raze"), regular("deploy"), regular("occupy"), regular("torch")
    ... # doctest: +NORMALIZE_WHITESPACE
    (('raze', 'razes', 'razed', 'razing'), ('deploy', 'deploys', 'deployed', 'deploying'),
     ('occupy', 'occupies', 'occupied', 'occupying'), ('torch', 'torches', 'torched', 'torching'))
    """
    if base.endswith("e"):
        return base, f"{base}s", f"{base}d", f"{base.removesuffix('e')}ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        stem = base.removesuffix("y")
        return base, f"{stem}ies", f"{stem}ied", f"{base}ing"
    plural = "es" if base.endswith(_HISSING) else "s"
    return base, f"{base}{plural}", f"{base}ed", f"{base}ing"
