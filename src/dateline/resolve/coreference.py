"""
What a pronoun, a bare title or a repeated body points back to.

Recency and the subject of the last sentence decide, within limits of number and gender. Who the
antecedent is, is the business of `actors`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Cue, Name, NameKind, Quotation, Sentence
from dateline.core.values import Located
from dateline.lang.rules import lists
from dateline.lang.stems import stem
from dateline.lang.words import Word, cut
from dateline.resolve.naming import Roster

_FARTHEST = 6
"""Sentences back among which a pronoun's antecedent is sought."""
_FARTHEST_TITLE = 40
_LONGEST_HEAD = 3
_LONGEST_REST = 2
"""Words behind the head of a title that still points back: `the president of Ukraine`."""
_THINGS = (NameKind.ORGANISATION, NameKind.PLACE, NameKind.UNIT, NameKind.OUTLET, NameKind.FOOTAGE)
_MANY = (NameKind.GROUP, NameKind.ORGANISATION, NameKind.UNIT)


class Mentions:
    """The names of a document by sentence, with the pronouns of its language."""

    def __init__(self, doc: Document, layers: Layers, roster: Roster) -> None:
        self.doc = doc
        self.roster = roster
        self.starts = [sentence.span.start for sentence in layers.of(Sentence)]
        speeches = [item.span for item in layers.of(Quotation) if not item.scare and not item.depth]
        self._opened = [span.start for span in speeches]
        self._closed = [span.end for span in speeches]
        self._places = frozenset(item.span.start for item in layers.of(Located))
        self._beside = frozenset(
            edge
            for item in layers.of(Cue)
            for edge in (("end", item.span.start - 1), ("start", item.span.end + 1))
        )
        self.by_sentence: dict[int, list[Name]] = {}
        for name in layers.of(Name):
            self.by_sentence.setdefault(self.sentence_of(name), []).append(name)
        found = lists(doc.lang, "names")
        self.pronouns = {
            kind: frozenset(found.get(kind, ()))
            for kind in ("masculine", "feminine", "plural", "neuter", "first_person", "definite")
        }
        self.possessives = frozenset(found.get("possessives", ()))
        self.genitive_marks = frozenset(found.get("genitive_marks", ()))
        self.generic: tuple[str, ...] = tuple(found.get("generic_bodies", ())) or ("\0",)
        self._papers = tuple(found.get("papers", ()))
        self.aliases: dict[str, str] = dict(found.get("aliases", {}))
        self.feminine_endings = tuple(found.get("feminine_endings", ()))
        self.masculine_names = frozenset(found.get("masculine_names", ()))

    def paper_at(self, words: Sequence[Word]) -> int | None:
        """Which of the words is a paper that speaks for its author; None where none is."""
        stems = tuple(word[:-1] for word in self._papers if word.endswith("*"))
        return next(
            (
                at
                for at, word in enumerate(words)
                if word.low in self._papers or (stems and word.low.startswith(stems))
            ),
            None,
        )

    def sentence_of(self, name: Name) -> int:
        return bisect_right(self.starts, name.span.start) - 1

    def before(self, name: Name, farthest: int) -> Iterator[Name]:
        """Earlier names: of the same sentence, then sentence by sentence, each from its head."""
        here = self.sentence_of(name)
        yield from (
            other for other in self.by_sentence.get(here, ()) if other.span.end <= name.span.start
        )
        for back in range(here - 1, max(-1, here - 1 - farthest), -1):
            yield from self.by_sentence.get(back, ())

    def is_quoted(self, name: Name) -> bool:
        """Whether it stands inside a quotation of speech."""
        at = bisect_right(self._opened, name.span.start) - 1
        return at >= 0 and name.span.end <= self._closed[at]

    def has_spoken(self, name: Name) -> bool:
        """Whether a cue stands right beside it, so that it is one who says something."""
        return not self._beside.isdisjoint((("end", name.span.end), ("start", name.span.start)))

    def is_person(self, name: Name) -> bool:
        """By a full name, a title or the table of actors; a lone word may be anything."""
        person = self.roster.person(name)
        if person is None:
            return name.type is NameKind.OFFICE and self.has_spoken(name)
        if len(person.words) == 1 and name.head.start in self._places:
            return False
        return bool(len(person.words) > 1 or person.role or person.actor or self.has_spoken(name))

    def is_feminine(self, name: Name) -> bool | None:
        """By the ending of the given name, else of the surname; None where it does not tell."""
        person = self.roster.person(name)
        words = tuple(person.name.split()) if person else ()
        if not words or not self.feminine_endings:
            return None
        if words[0].lower() in self.masculine_names:
            return False
        if len(words) > 1 and self.doc.lang == "en":
            return True if words[0].lower().endswith(self.feminine_endings) else None
        return words[0].lower().endswith(self.feminine_endings) if len(words) > 1 else None


def antecedent(mentions: Mentions, name: Name) -> Name | None:
    """The earlier name that `name` points back to; None where that is itself or is unclear."""
    words = [word.low for word in cut(mentions.doc.quote(name.span))]
    if name.type is NameKind.PRONOUN:
        return _of_pronoun(mentions, name, words[0])
    if name.type in (NameKind.OFFICE, NameKind.ORGANISATION, NameKind.OUTLET, NameKind.UNIT):
        return _of_title(mentions, name, words)
    return None


def _of_pronoun(mentions: Mentions, name: Name, word: str) -> Name | None:
    kinds: tuple[NameKind, ...]
    feminine: bool | None = None
    if word in mentions.pronouns["masculine"]:
        kinds, feminine = (NameKind.PERSON, NameKind.OFFICE), False
    elif word in mentions.pronouns["feminine"]:
        kinds, feminine = (NameKind.PERSON, NameKind.OFFICE), True
    elif word in mentions.pronouns["plural"]:
        kinds = _MANY
    elif word in mentions.pronouns["neuter"]:
        kinds = _THINGS
    else:
        return None
    fit = [
        other
        for other in mentions.before(name, _FARTHEST)
        if other.type in kinds
        if feminine is None or mentions.is_feminine(other) is not (not feminine)
    ]
    return _likeliest(mentions, name, fit, personal=feminine is not None)


def _likeliest(
    mentions: Mentions, name: Name, fit: Sequence[Name], *, personal: bool
) -> Name | None:
    """The first that the narrator names; of persons, one who is surely a person before others."""
    if mentions.is_quoted(name):
        return next(iter(fit), None)
    narrated = [other for other in fit if not mentions.is_quoted(other)]
    sure = [other for other in narrated if personal and mentions.is_person(other)]
    return next(chain(sure, narrated), None)


def _of_title(mentions: Mentions, name: Name, words: Sequence[str]) -> Name | None:
    """`The expert`, `the ministry`: who was introduced by that noun; `an expert` is new."""
    if len(words) == 1 and words[0].startswith(mentions.generic):
        bodies = (o for o in mentions.before(name, _FARTHEST) if _is_state_body(mentions, o))
        return next(bodies, None)
    nouns = _title_nouns(mentions, name, words)
    if not nouns:
        return None
    for other in mentions.before(name, _FARTHEST_TITLE):
        if other.type is NameKind.PRONOUN:
            continue
        if nouns <= _described(mentions, other):
            return other
    return None


def _is_state_body(mentions: Mentions, other: Name) -> bool:
    """A body of the table, or one that has spoken, which `ведомство` alone can stand for."""
    if other.type is not NameKind.ORGANISATION or mentions.is_quoted(other):
        return False
    return mentions.roster.shown(other).actor is not None or mentions.has_spoken(other)


def _title_nouns(mentions: Mentions, name: Name, words: Sequence[str]) -> set[str]:
    """What must describe the antecedent; empty where the phrase introduces somebody new."""
    lang = mentions.doc.lang
    definite = mentions.pronouns["definite"]
    alias = mentions.aliases.get(" ".join(word for word in words if word not in definite))
    if alias and (not definite or words[0] in definite):
        return {stem(lang, alias)}
    if definite and words[0] not in definite:
        return set()
    head = [word.low for word in cut(mentions.doc.quote(name.head))]
    behind = words[len(head) :]
    if len(behind) > _LONGEST_REST or len(head) > _LONGEST_HEAD:
        return set()
    return {stem(lang, word) for word in head if word not in definite}


def _described(mentions: Mentions, other: Name) -> set[str]:
    person = mentions.roster.person(other)
    phrases = person.phrases if person else (mentions.doc.quote(other.span),)
    if other.type is NameKind.OFFICE and mentions.pronouns["definite"]:
        return set()
    return {stem(mentions.doc.lang, word.low) for phrase in phrases for word in cut(phrase)}
