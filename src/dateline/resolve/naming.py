"""
The people and bodies that a document names, each under its fullest name.

Surnames, first names and repeated titles are tied to the fullest form anywhere in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.core.document import Document
from dateline.core.mentions import Name, NameKind
from dateline.lang.nominative import nominative, person_nominative
from dateline.lang.rules import lists
from dateline.lang.stems import same_name, stem_key
from dateline.lang.words import cut
from dateline.world.actors import Actor, actors_at

_NAMED_KINDS = (NameKind.ORGANISATION, NameKind.PLACE, NameKind.OUTLET, NameKind.UNIT)


@dataclass
class Person:
    """One person of the document."""

    name: str
    role: str | None = None
    actor: Actor | None = None
    phrases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    at: list[Name] = field(default_factory=list)
    side: str | None = None


@dataclass(frozen=True)
class Shown:
    """How one who is no person by name is called in the record."""

    name: str
    named: bool
    actor: Actor | None
    role: str | None = None


class Roster:
    """Looks up who a Name belongs to; built once from all names of a document."""

    def __init__(self, doc: Document, names: Sequence[Name]) -> None:
        self.doc = doc
        self.lists = lists(doc.lang, "names")
        self._courtesies = frozenset(self.lists.get("courtesies", ()))
        self._articles = frozenset(self.lists.get("articles", ()))
        self._persons: dict[Name, Person] = {}
        people: dict[str, list[Person]] = {}
        persons = [name for name in names if name.type is NameKind.PERSON]
        for name in sorted(persons, key=lambda n: (-len(self._words(n)), n.span)):
            self._place(name, people)
        for name in persons:
            self._describe(self._persons[name], name)

    def person(self, name: Name) -> Person | None:
        """The person a Name names; None where it names none."""
        return self._persons.get(name)

    def _words(self, name: Name) -> tuple[str, ...]:
        head = self.doc.quote(name.head)
        return tuple(word.text for word in cut(head) if word.text[0].isalpha())

    def _place(self, name: Name, people: dict[str, list[Person]]) -> None:
        words = self._words(name)
        key = stem_key(self.doc.lang, words[-1]) if words else ""
        for word in words if len(words) == 1 else words[-1:]:
            for person in people.get(stem_key(self.doc.lang, word), ()):
                if self._matches(words, person.words):
                    self._join(name, person)
                    return
        shown = person_nominative(self.doc.lang, words) if len(words) > 1 else words
        person = Person(name=" ".join(shown) or self.doc.quote(name.head), words=words)
        people.setdefault(key, []).append(person)
        if len(words) > 1:
            people.setdefault(stem_key(self.doc.lang, words[0]), []).append(person)
        self._join(name, person)

    def _matches(self, words: Sequence[str], full: Sequence[str]) -> bool:
        """A later, shorter form: each of its words is one of the full name's."""
        return all(any(same_name(self.doc.lang, word, other) for other in full) for word in words)

    def _join(self, name: Name, person: Person) -> None:
        self._persons[name] = person
        person.at.append(name)

    def _describe(self, person: Person, name: Name) -> None:
        person.phrases += (self.doc.quote(name.span),)
        if person.actor is None:
            person.actor = self._actor(person.words)
            if person.actor and len(person.words) == 1:
                person.name = person.actor.name or person.name
        if name.title is None:
            return
        role = self._bare(self.doc.quote(name.title))
        if role and (person.role is None or len(role) > len(person.role)):
            person.role = role

    def _actor(self, words: Sequence[str]) -> Actor | None:
        for at in range(len(words)):
            found = actors_at(self.doc.lang, words, at)
            if found and found[0].kind == "person" and at + found[1] == len(words):
                return found[0]
        return None

    def _bare(self, phrase: str) -> str | None:
        """A title without article and courtesy."""
        words = phrase.split()
        while words and words[0].lower() in self._articles | self._courtesies:
            words = words[1:]
        return nominative(self.doc.lang, " ".join(words)) or None

    def shown(self, name: Name) -> Shown:
        """A body under its name, a group or office as the words have it."""
        phrase = self.doc.quote(name.span)
        actor = self._within(cut(phrase))
        named = name.type in _NAMED_KINDS or (actor is not None and actor[1])
        if not named and self._proper(phrase, name) is None:
            shown = nominative(self.doc.lang, phrase)
            return Shown(shown, False, actor[0] if actor else None)
        if name.type is NameKind.PLACE and actor and actor[0].name:
            return Shown(actor[0].name, True, actor[0])
        if proper := self._proper(phrase, name):
            known = actor[0] if actor else None
            return Shown(proper, True, known, self._call_sign_role(phrase, name))
        words = phrase.split()
        while len(words) > 1 and words[0].lower() in self._articles:
            words = words[1:]
        known = actor[0] if actor else None
        shown = nominative(self.doc.lang, " ".join(words).strip("«»“”"))
        return Shown(shown, self._is_proper(words, known), known)

    def _proper(self, phrase: str, name: Name) -> str | None:
        """`Степной дозор` in `Телеграм-канал «Степной дозор»`: the name that the marks set off."""
        opening = next((at for at, c in enumerate(phrase) if c in "«“"), None)
        kinds = (NameKind.OUTLET, NameKind.ORGANISATION, NameKind.OFFICE)
        if opening is None or name.type not in kinds or phrase[-1] not in "»”":
            return None
        return phrase[opening + 1 : -1].strip("«»“”") or None

    def _call_sign_role(self, phrase: str, name: Name) -> str | None:
        """`комбат` in `комбат «Север»`: who bears a call sign has the office before it."""
        if name.type is not NameKind.OFFICE:
            return None
        return self._bare(phrase.partition("«")[0].partition("“")[0].strip())

    def _is_proper(self, words: Sequence[str], actor: Actor | None) -> bool:
        return actor is not None or any(word[:1].isupper() for word in words)

    def _within(self, words: Iterable[object]) -> tuple[Actor, bool] | None:
        """The first actor that the words name, and whether they are its whole name."""
        texts = [getattr(word, "text", "") for word in words]
        for at in range(len(texts)):
            found = actors_at(self.doc.lang, texts, at)
            if found and found[0].kind != "adj":
                return found[0], found[1] >= len(texts) - 1
        return None
