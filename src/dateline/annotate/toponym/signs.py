"""
Is a name of the gazetteer meant as a place here?

Each sign in the words around it adds or takes away; what remains has to reach a threshold.
The signs are those that a careful reader uses; their weights were set by hand on the first halves
of two public sets. What the place does in its sentence, and which place it is, is told elsewhere.
"""

from __future__ import annotations

from dateline.annotate.toponym.lexicon import Lexicon
from dateline.annotate.toponym.match import ADJECTIVE, Match
from dateline.annotate.toponym.scene import SPACE, Scene, quoted
from dateline.annotate.toponym.tokens import Token
from dateline.core.place import PlaceKind

THRESHOLD = 1.5
_SURE, _HALF = 3.0, -5.0
_FAMOUS, _KNOWN_ABROAD = 3_000_000, 300_000
_INITIALS = 4
_LONG_NAME = 3
"""Words above which a name can hardly be anything else."""
_TOWN, _KNOWN = 20, 100
_AREAS = (PlaceKind.COUNTRY, PlaceKind.OBLAST, PlaceKind.REGION, PlaceKind.SEA, PlaceKind.LINE)
_WEIGHTS = ((2_400_000, 2.6), (1_000_000, 2.0), (300_000, 1.5), (100_000, 1.0), (20_000, 0.4))


def score(match: Match, seen: Scene) -> float:
    """How much speaks for a place: THRESHOLD or more is enough."""
    if match.key.startswith(ADJECTIVE):
        return _SURE
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
        total = _town_fame(match, word, terms)
    if match.ordinary and not (word.upper and len(word.key) <= _INITIALS):
        sure = not word.opens or bool(match.of_kind(PlaceKind.COUNTRY))
        total -= 1.0 if total > 3 and sure else 2.5
    elif match.person and match.weight < _FAMOUS:
        total -= 1.0
    return total


def _town_fame(match: Match, word: Token, terms: Lexicon) -> float:
    total = next((worth for least, worth in _WEIGHTS if match.weight >= least), 0.0)
    if match.words > 1 and not match.ordinary:
        total += 1.2
    if match.key.isascii():
        if _slavic_place(match, terms):
            return total + 1.2
        return total if match.first_names else total - 0.7
    if word.opens:
        if match.inflected:
            return total - 0.3
        return total + (1.6 if _written_as_place(match, terms) else 0.0)
    # Slavic writing gives capitals to names alone: at home a town inside a sentence is one.
    home = [p for p in match.places if p.country in terms.home]
    if any(p.rank >= _TOWN for p in home):
        return total + 1.5
    if home:
        return total + (1.6 if match.key.endswith(terms.place_endings) else 0.6)
    return total + 0.5 if match.weight >= _KNOWN_ABROAD else total - 1.5


def _written_as_place(match: Match, terms: Lexicon) -> bool:
    """`Роботине звільнено`: at home, and ending as places do; a capital tells nothing here."""
    if match.ordinary or match.person or len(match.key) <= _INITIALS + 1:
        return False
    return match.key.endswith(terms.place_endings) and any(
        p.country in terms.home for p in match.places
    )


def _slavic_place(match: Match, terms: Lexicon) -> bool:
    """`Torske`, `Zarichne`: so written, and a place of a country whose places are."""
    return match.key.endswith(terms.place_endings) and any(
        p.country in terms.place_countries and len(match.key) > _INITIALS for p in match.places
    )


def _before(match: Match, seen: Scene) -> float:
    word = seen.word(match.first - 1)
    own = seen.words[match.first]
    if word is None or own.glue == "\n":
        return 0.0
    if own.glue == "-":
        return _hyphen(match, word, seen)
    if own.glue not in SPACE and not quoted(own.glue):
        return 0.3 if own.glue in (", ", " (", "/") and match.first - 1 in seen.by_last else 0.0
    for words, worth in (
        (seen.terms.strong, 2.4),
        (seen.terms.before, 1.5),
        (seen.terms.weak, 1.0),
    ):
        if word.key in words:
            return worth
    if own.glue.strip() and not match.key.isascii():
        return -1.5  # in quotation marks, and nothing says where: a weapon's or a firm's name
    return _name_before(match, word, seen)


def _name_before(match: Match, word: Token, seen: Scene) -> float:
    """`X and Y`: a place beside a place; `Fine X`: who knows what."""
    if word.key in seen.terms.joiners and match.first - 2 in seen.by_last:
        return 1.0
    if word.key in seen.terms.owners:
        return 0.0
    unknown = word.capital and match.first - 1 not in seen.by_last
    if not unknown or word.key in seen.terms.heads:
        return 0.0
    if word.opens:
        return 0.0  # its capital is the sentence's
    if not match.key.isascii() and len(word.key) > 1:
        return -2.5 if word.key not in seen.terms.facilities else 0.0
    return -1.5


def _hyphen(match: Match, word: Token, seen: Scene) -> float:
    """`D-Ohio` names a place; `Дубово-Василевка` is one name, of which half was found."""
    if not match.key.isascii() and word.capital:
        return _HALF
    return 3.0 if word.key in seen.terms.parties and word.capital else 0.0


def _after(match: Match, seen: Scene) -> float:
    word = seen.following(match)
    if word is None:
        return _alone(match, seen)
    if word.glue == "-" and word.capital and not match.key.isascii():
        return _HALF
    if word.key in seen.terms.people:
        return 1.2
    return _capital_after(match, word, seen) if word.capital else 0.0


def _alone(match: Match, seen: Scene) -> float:
    """`Кременчуг. Россия ударила`: a name that is a whole sentence, as headlines begin."""
    after = seen.word(match.last + 1)
    if after is None or not seen.words[match.first].opens or not after.opens:
        return 0.0
    return 1.5 if not match.key.isascii() and not match.ordinary else 0.0


def _capital_after(match: Match, word: Token, seen: Scene) -> float:
    """A longer name goes on: a body of the place's, a street, or who knows what."""
    if match.words > _LONG_NAME:
        return 0.0
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
        if titled and match.weight < _FAMOUS:
            total -= 3.0
    if match.words == 1 and match.key in seen.surnames and not _area(match):
        total -= 3.0
    after = seen.word(match.last + 1)
    says = after is not None and after.key in seen.terms.saying and match.person
    if says and _before(match, seen) < 1.0:
        total -= 1.5
    return total


def _area(match: Match) -> bool:
    known = 0 if match.words > _LONG_NAME else _KNOWN
    return any(p.kind in _AREAS and p.rank >= known for p in match.places)


def _at_home(match: Match, terms: Lexicon) -> bool:
    """A country or region at large, or a division of where texts of this language play."""
    areas = [p for p in match.places if p.kind in _AREAS and p.rank >= _KNOWN]
    return any(p.kind is not PlaceKind.OBLAST or p.country in terms.home for p in areas)
