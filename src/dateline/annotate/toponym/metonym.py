"""Names that stand in a sentence for something else: a capital for its government, an hour, a
broadcaster. What a place is by its grammar alone (a unit, a body, an owner) is told by `roles`."""

from __future__ import annotations

from dateline.annotate.toponym.match import Match
from dateline.annotate.toponym.scene import SPACE, Scene
from dateline.annotate.toponym.tokens import Token
from dateline.core.place import PlaceKind

_CAPITAL = 120
"""The rank from which on a town is the capital of a country."""
_BETWEEN = 3


def speaks(match: Match) -> bool:
    """Countries, and capitals that stand for them, say things; other places do not."""
    first = match.places[0]
    return first.kind is PlaceKind.COUNTRY or (
        first.kind is PlaceKind.SETTLEMENT and first.rank >= _CAPITAL
    )


def acts(match: Match, seen: Scene) -> bool:
    """`Moscow has denied`, `Київ заявляє`, `Kyiv and Moscow accuse`: no ground is meant."""
    if not speaks(match) or _placed(match, seen):
        return False
    if _blamed(match, seen):
        return True
    if seen.words[match.last].owns or (match.inflected and not match.key.isascii()):
        return False
    return _verb(match.last + 1, seen) or _listed(match, seen) or _spoken_of(match, seen)


def _spoken_of(match: Match, seen: Scene) -> bool:
    """`Kyiv said Moscow had broken it`: what one capital says that another did."""
    after = seen.following(match)
    if after is None or after.capital or after.glue != " " or _undergoes(match.last + 1, seen):
        return False
    at, glue = match.first - 1, seen.words[match.first].glue
    if _key(at, seen) in seen.terms.that:
        at, glue = at - 1, seen.words[at].glue
    if glue not in (" ", ", ") or _key(at, seen) not in seen.terms.metonym:
        return False
    while _key(at, seen) in seen.terms.metonym | seen.terms.auxiliaries:
        at -= 1
    before = seen.by_last.get(at)
    return before is not None and speaks(before) and acts(before, seen)


def _undergoes(at: int, seen: Scene) -> bool:
    """`was struck`, `is under fire`, `пережил`: things happen to it, so it is ground."""
    if _key(at, seen).endswith(seen.terms.passive or ("\n",)):
        return True
    if _key(at, seen) not in seen.terms.undergoing:
        return False
    return not _key(at + 1, seen).endswith(seen.terms.progressive or ("\n",))


def _key(at: int, seen: Scene) -> str:
    word = seen.word(at)
    return word.key if word is not None else ""


def _blamed(match: Match, seen: Scene) -> bool:
    """`accused Kyiv of it`: whom somebody holds responsible."""
    before = seen.word(match.first - 1)
    if before is None or seen.words[match.first].glue != " ":
        return False
    return before.key in seen.terms.blamed and not _goes_on(match, seen)


def _placed(match: Match, seen: Scene) -> bool:
    """`In Kyiv, said the mayor`: a word for being there stands before."""
    before = seen.word(match.first - 1)
    if before is None or seen.words[match.first].glue not in SPACE:
        return False
    listed = seen.by_last.get(match.first - 2)
    if before.key in seen.terms.joiners and listed is not None:
        return _placed(listed, seen)
    if before.key in seen.terms.articles:
        before = seen.word(match.first - 2) or before
    if before.key in seen.terms.around:
        before = seen.word(match.first - 3) or before
    return before.key in seen.terms.strong | seen.terms.weak | seen.terms.before.keys()


def _goes_on(match: Match, seen: Scene) -> bool:
    after = seen.following(match)
    return seen.words[match.last].owns or (after is not None and after.capital)


def _verb(at: int, seen: Scene) -> bool:
    for step in range(_BETWEEN + 1):
        word = seen.word(at + step)
        if word is None or word.glue != " " or word.capital:
            return False
        if word.key in seen.terms.metonym:
            return True
        if word.key not in seen.terms.auxiliaries:
            return False
    return False


def _listed(match: Match, seen: Scene) -> bool:
    """The first of two that act together."""
    joiner = seen.following(match)
    other = seen.by_first.get(match.last + 2)
    if joiner is None or other is None or joiner.key not in seen.terms.joiners:
        return False
    return speaks(other) and not other.inflected and _verb(other.last + 1, seen)


def clock(match: Match, seen: Scene) -> bool:
    """`5 p.m. Kyiv time`, `о 9:00 за Києвом`: whose hour it is, not where anything happens."""
    after = seen.following(match)
    if after is not None and after.key in seen.terms.clock and not after.capital:
        return not _placed(match, seen)
    by, minutes, hour = (seen.word(match.first - back) for back in (1, 2, 3))
    if by is None or minutes is None or hour is None or not speaks(match):
        return False
    numbers = minutes.text.isdigit() and hour.text.isdigit() and minutes.glue == ":"
    return numbers and by.key in seen.terms.clock_by


def channel(match: Match, seen: Scene) -> bool:
    """`Russia-1`, `телеканал «Россия 24»`: a broadcaster."""
    number = seen.word(match.last + 1)
    if number is None or seen.words[match.last].upper:
        return False
    if match.places[0].kind is not PlaceKind.COUNTRY or number.key not in seen.terms.channels:
        return False
    if number.glue == "-":
        return True
    return number.glue == " " and _broadcasts(match, seen.word(match.last + 2), seen)


def _broadcasts(match: Match, after: Token | None, seen: Scene) -> bool:
    before = seen.word(match.first - 1)
    if before is not None and before.key in seen.terms.media:
        return True
    if after is None or after.glue != " ":
        return after is not None and after.glue[:1] in "»”\"'"
    return after.key in seen.terms.saying | seen.terms.media


def city_district(match: Match, seen: Scene) -> bool:
    """
    `Подільському районі Києва`, `the Obolon district of Kyiv`: part of the town named with it.

    Only where no place of the name is known to lie in that town.
    """
    last, word = match.last, seen.word(match.last + 1)
    if word is not None and word.glue == " " and "raion" in seen.terms.heads.get(word.key, ()):
        last += 1
    elif "raion" not in seen.terms.heads.get(seen.words[last].key, ()):
        return False
    town = _town_after(last + 1, seen) or _town_before(match, seen)
    if town is None or town.places[0].kind is not PlaceKind.SETTLEMENT:
        return False
    ident = town.places[0].id
    return not any(ident in place.within for place in match.places)


def _town_after(at: int, seen: Scene) -> Match | None:
    word, first = seen.word(at), at
    while word is not None and word.glue == " " and not word.capital:
        linking = word.key in seen.terms.linking or word.key in seen.terms.articles
        if not linking and "settlement" not in seen.terms.before.get(word.key, ()):
            return None
        at += 1
        word = seen.word(at)
    if word is None or word.glue != " " or (at == first and word.key.isascii()):
        return None
    return seen.by_first.get(at)


def _town_before(match: Match, seen: Scene) -> Match | None:
    before = seen.word(match.first - 1)
    if before is None or not before.owns or seen.words[match.first].glue not in ("'s ", "’s "):
        return None
    return seen.by_last.get(match.first - 1)
