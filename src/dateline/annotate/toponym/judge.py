"""
Is a name of the gazetteer meant as a place here, and what does it do in its sentence?

Each sign in the words around it adds or takes away; what remains has to reach a threshold.
The signs are those that a careful reader uses; their weights were set by hand on the first half
of two public sets. Which of several places it is, is not decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.annotate.toponym.lexicon import Lexicon
from dateline.annotate.toponym.match import Match
from dateline.annotate.toponym.tokens import Token
from dateline.core.mentions import PlaceRole
from dateline.core.place import PlaceKind

THRESHOLD = 1.5
_INITIALS = 4
_TOWN, _KNOWN = 20, 100
_AREAS = (PlaceKind.COUNTRY, PlaceKind.OBLAST, PlaceKind.REGION, PlaceKind.SEA, PlaceKind.LINE)
_WEIGHTS = ((2_400_000, 2.6), (1_000_000, 2.0), (300_000, 1.5), (100_000, 1.0), (20_000, 0.4))
_SPACE = frozenset((" ", "\u00a0", "-"))


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
        if word is None or word.glue not in _SPACE or self.words[match.last].owns:
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


def score(match: Match, seen: Scene) -> float:
    """How much speaks for a place: THRESHOLD or more is enough."""
    total = (
        _fame(match, seen.words[match.first], seen.terms)
        + _before(match, seen)
        + _after(match, seen)
        + _hierarchy(match, seen)
    )
    return total + _person(match, seen)


def _fame(match: Match, word: Token, terms: Lexicon) -> float:
    if _area(match):
        strange = not match.key.isascii() and not _at_home(match, terms)
        total = 1.0 if strange else 3.5
    else:
        total = next((worth for least, worth in _WEIGHTS if match.weight >= least), 0.0)
        if match.words > 1 and not match.ordinary:
            total += 1.2
        if not match.first_names:
            total -= 0.7
        if match.inflected:
            total -= 0.3
        slavic = not match.key.isascii() and not word.opens
        if slavic and any(p.rank >= _TOWN for p in match.places):
            total += 1.5
    if match.ordinary and not (word.upper and len(word.key) <= _INITIALS):
        sure = not word.opens or bool(match.of_kind(PlaceKind.COUNTRY))
        total -= 1.0 if total > 3 and sure else 2.5
    elif match.person and match.weight < 3_000_000:
        total -= 1.0
    return total


def _before(match: Match, seen: Scene) -> float:
    word = seen.word(match.first - 1)
    own = seen.words[match.first]
    if word is None or own.glue == "\n":
        return 0.0
    if own.glue not in _SPACE:
        return 0.3 if own.glue in (", ", " (", "/") and match.first - 1 in seen.by_last else 0.0
    if own.glue == "-":
        return 3.0 if word.key in seen.terms.parties and word.capital else 0.0
    key = word.key
    if key in seen.terms.strong:
        return 2.4
    if key in seen.terms.before:
        return 1.5
    if key in seen.terms.weak:
        return 1.0
    if word.capital and not word.opens and match.first - 1 not in seen.by_last:
        return -1.5 if key not in seen.terms.heads else 0.0
    return 0.0


def _after(match: Match, seen: Scene) -> float:
    word = seen.following(match)
    if word is None:
        return 0.0
    if word.key in seen.terms.people:
        return 1.2
    return _capital_after(match, word, seen) if word.capital else 0.0


def _capital_after(match: Match, word: Token, seen: Scene) -> float:
    """A longer name goes on: a body of the place's, a street, or who knows what."""
    if word.key in seen.terms.never_streets:
        return -5.0
    for words, worth in (
        (seen.terms.governing, 1.0),
        (seen.terms.heads, 0.5),
        (seen.terms.streets, -3.0),
    ):
        if word.key in words:
            return worth
    return 0.0 if match.last + 1 in seen.by_first else -1.5


def _hierarchy(match: Match, seen: Scene) -> float:
    """`Cottonport, La.` and `Pokrovsk, Donetsk Oblast`: the name after the comma holds it."""
    after = seen.by_first.get(match.last + 1)
    if after is not None and seen.words[after.first].glue in (", ", " (", " - "):
        above = {p.id for p in after.places}
        if any(above.intersection(p.within) for p in match.places):
            return 4.0
    before = seen.by_last.get(match.first - 1)
    if before is not None and seen.words[match.first].glue in (", ", " ("):
        own = {p.id for p in match.places}
        if any(own.intersection(p.within) for p in before.places):
            return 2.5
    return 0.0


def _person(match: Match, seen: Scene) -> float:
    if match.words == 1 and match.first in seen.inside_people:
        return -5.0
    total = 0.0
    before = seen.word(match.first - 1)
    if before is not None and seen.words[match.first].glue in (" ", ". "):
        titled = before.key in seen.terms.titles and before.capital
        if titled and match.weight < 3_000_000:
            total -= 3.0
    if match.words == 1 and match.key in seen.surnames and not _area(match):
        total -= 3.0
    after = seen.word(match.last + 1)
    if after is not None and after.key in seen.terms.saying and match.person:
        total -= 1.5
    return total


def _area(match: Match) -> bool:
    return any(p.kind in _AREAS and p.rank >= _KNOWN for p in match.places)


def _at_home(match: Match, terms: Lexicon) -> bool:
    """A country or region at large, or a division of where texts of this language play."""
    areas = [p for p in match.places if p.kind in _AREAS and p.rank >= _KNOWN]
    return any(p.kind is not PlaceKind.OBLAST or p.country in terms.home for p in areas)


def adjective(match: Match, seen: Scene) -> bool:
    """`Кировском районе` where no such district is known: no town is meant by the adjective."""
    word = seen.word(match.last + 1)
    if word is None or word.glue not in _SPACE or match.key.isascii():
        return False
    allowed = seen.terms.heads.get(word.key)
    if allowed is None or word.key in seen.terms.front:
        return word.key in seen.terms.front
    return not any(p.kind.value in allowed for p in match.places)


def role(match: Match, seen: Scene) -> PlaceRole:
    """What an accepted name does in its sentence."""
    if _unit(match, seen):
        return PlaceRole.UNIT
    after = seen.following(match)
    if after is not None:
        if after.capital and after.key in seen.terms.governing:
            return PlaceRole.ACTOR
        if after.key in seen.terms.saying and _speaks(match):
            return PlaceRole.ACTOR
    if _organisation(match, seen):
        return PlaceRole.ORGANISATION
    return PlaceRole.LOCATION


def _speaks(match: Match) -> bool:
    """Countries, and capitals that stand for them, say things; other places do not."""
    return any(
        p.kind is PlaceKind.COUNTRY or (p.kind is PlaceKind.SETTLEMENT and p.rank >= 120)
        for p in match.places[:1]
    )


def _unit(match: Match, seen: Scene) -> bool:
    after = seen.following(match)
    if after is None or (
        match.of_kind(PlaceKind.COUNTRY) and after.text in seen.terms.unit_capitals
    ):
        return False
    for step in range(1, 4):
        word = seen.word(match.last + step)
        if word is None or word.glue not in _SPACE:
            return False
        if word.key in seen.terms.units and (word.capital or step == 1):
            return True
        if word.text in seen.terms.unit_capitals and step == 1:
            return True
        if not (word.capital or word.text.isdigit()):
            return False
    return False


def _organisation(match: Match, seen: Scene) -> bool:
    if match.key in seen.terms.bodies:
        return True
    if seen.words[match.last].owns:
        return False
    for step in range(1, 5):
        word = seen.word(match.last + step)
        if word is None or word.glue not in _SPACE or not word.capital:
            break
        if word.key in seen.terms.organisations:
            return True
    of, head = seen.word(match.first - 1), seen.word(match.first - 2)
    if of is None or head is None or of.key not in seen.terms.linking:
        return False
    return head.capital and head.key in seen.terms.organisation_of
