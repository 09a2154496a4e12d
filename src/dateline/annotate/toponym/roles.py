"""What an accepted name does in its sentence: a place, a side, a unit's or a body's name."""

from __future__ import annotations

from dateline.annotate.toponym.called import is_bearer, quoted_unit
from dateline.annotate.toponym.match import ADJECTIVE, Match
from dateline.annotate.toponym.metonym import acts, channel, speaks
from dateline.annotate.toponym.scene import SPACE, Scene, quoted
from dateline.core.mentions import PlaceRole
from dateline.core.place import PlaceKind

_RULED = (PlaceKind.REGION, PlaceKind.OBLAST)


def role(match: Match, seen: Scene) -> PlaceRole:
    """What an accepted name does in its sentence."""
    if _unit(match, seen) or quoted_unit(match, seen):
        return PlaceRole.UNIT
    if is_bearer(match, seen) or channel(match, seen) or _named_body(match, seen):
        return PlaceRole.ORGANISATION
    if _subject(match, seen) or acts(match, seen) or _side(match, seen):
        return PlaceRole.ACTOR
    if _organisation(match, seen):
        return PlaceRole.ORGANISATION
    return PlaceRole.LOCATION


def _subject(match: Match, seen: Scene) -> bool:
    """`Kyiv said`, `Odesa Police`: the word that follows makes it one who speaks or acts."""
    after = seen.following(match)
    if after is None:
        return False
    if after.capital and after.key in seen.terms.governing:
        return True
    if after.key in seen.terms.saying and speaks(match):
        return True
    return after.key in seen.terms.acting and match.places[0].kind is PlaceKind.COUNTRY


def _side(match: Match, seen: Scene) -> bool:
    """It owns or commands what the words beside it name, or it is a side by the grammar."""
    return (
        _possesses(match, seen)
        or _owner(match, seen)
        or _forces(match, seen)
        or _slavic_side(match, seen)
    )


def _forces(match: Match, seen: Scene) -> bool:
    """`DPR forces`, `бойовики ДНР`: an entity that claims to be a state, as a side."""
    if match.places[0].kind is not PlaceKind.REGION or not seen.words[match.last].upper:
        return False
    before, after = seen.word(match.first - 1), seen.following(match)
    beside = after if match.key.isascii() else before
    return beside is not None and beside.key in seen.terms.forces


def _possesses(match: Match, seen: Scene) -> bool:
    """`Ukraine's general staff`: the country, or the capital for it, as a side."""
    word = seen.word(match.last + 1)
    if word is None or not seen.words[match.last].owns or word.glue != " ":
        return False
    return word.key in seen.terms.possessed and speaks(match)


def _slavic_side(match: Match, seen: Scene) -> bool:
    """
    In Russian and Ukrainian a country is a place after a preposition or a word for ground.

    Anywhere else (`атака РФ`, `США о взрывах`) it is a side.
    """
    if match.key.isascii() or match.places[0].kind is not PlaceKind.COUNTRY:
        return False
    word, glue = seen.word(match.first - 1), seen.words[match.first].glue
    if glue == ", " and match.first - 1 in seen.by_last:
        return _slavic_side(seen.by_last[match.first - 1], seen)
    if word is None or glue not in SPACE:
        after = seen.following(match)
        return after is not None and not after.capital
    listed = seen.by_last.get(match.first - 2)
    if word.key in seen.terms.joiners and listed is not None:
        return _slavic_side(listed, seen)
    ground = seen.terms.strong | seen.terms.weak | seen.terms.territory
    return word.key not in ground and match.first - 1 not in seen.by_last


def _owner(match: Match, seen: Scene) -> bool:
    """`ВС РФ`, `подконтрольном Киеву`: the country, or its capital, as a side."""
    word, glue = seen.word(match.first - 1), seen.words[match.first].glue
    if word is None or not (glue in SPACE or quoted(glue)) or word.key not in seen.terms.owners:
        return False
    return speaks(match) or match.places[0].kind in _RULED


def _unit(match: Match, seen: Scene) -> bool:
    before = seen.word(match.first - 1)
    if (
        before is not None
        and before.key in seen.terms.units
        and seen.words[match.first].glue != " "
    ):
        return quoted(seen.words[match.first].glue)
    after = seen.following(match)
    if after is None or (
        match.of_kind(PlaceKind.COUNTRY) and after.text in seen.terms.unit_capitals
    ):
        return False
    for step in range(1, 4):
        word = seen.word(match.last + step)
        if word is None or word.glue not in SPACE:
            return False
        if word.key in seen.terms.units and (word.capital or step == 1):
            return True
        if word.text in seen.terms.unit_capitals and step == 1:
            return True
        if not (word.capital or word.text.isdigit()):
            return False
    return False


def _named_body(match: Match, seen: Scene) -> bool:
    """`Kyiv School of Economics`, `the Hague tribunal`: a body that is called after the place."""
    after, of, subject = (seen.word(match.last + step) for step in (1, 2, 3))
    if after is None or after.glue != " " or seen.words[match.last].owns:
        return False
    if after.key in seen.terms.small_bodies:
        return True
    if of is None or subject is None or not (after.capital and subject.capital):
        return False
    return after.key in seen.terms.named_bodies and of.key in seen.terms.linking


def _organisation(match: Match, seen: Scene) -> bool:
    if match.key in seen.terms.bodies:
        return True
    if seen.words[match.last].owns:
        return False
    for step in range(1, 5):
        word = seen.word(match.last + step)
        if word is None or word.glue not in SPACE or not word.capital:
            break
        if word.key in seen.terms.organisations:
            return True
    of, head = seen.word(match.first - 1), seen.word(match.first - 2)
    if of is None or head is None or of.key not in seen.terms.linking:
        return False
    return head.capital and head.key in seen.terms.organisation_of


def adjective(match: Match, seen: Scene) -> bool:
    """`Кировском районе` where no such district is known: no town is meant by the adjective."""
    word = seen.word(match.last + 1)
    if word is None or word.glue not in SPACE or match.key.isascii():
        return False
    if match.key.startswith(ADJECTIVE):
        return False
    if word.key in seen.terms.streets:
        return True
    if match.key in seen.terms.adjectives and (match.inflected or match.last + 1 in seen.by_first):
        return word.key not in seen.terms.strong | seen.terms.weak | seen.terms.joiners
    allowed = seen.terms.heads.get(word.key)
    if allowed is None or word.key in seen.terms.front:
        return word.key in seen.terms.front
    return not any(p.kind.value in allowed for p in match.places)
