"""Things and bodies that are only called after a place: a ship, an hotel, a club, a grouping."""

from __future__ import annotations

from dateline.annotate.toponym.match import Match
from dateline.annotate.toponym.scene import SPACE, Scene, quoted


def is_bearer(match: Match, seen: Scene) -> bool:
    """`the cruiser Moskva`, `готель «Україна»`, `Dynamo Kyiv`, `«Шахтар» Донецьк`."""
    return _introduced(match, seen) or _club(match, seen)


def quoted_unit(match: Match, seen: Scene) -> bool:
    """`the 'Dnepr' grouping`: a name in marks before a word for a unit."""
    after = seen.word(match.last + 1)
    if after is None or after.key not in seen.terms.units:
        return False
    before = seen.words[match.first].glue
    return _marked(before) and _marked(after.glue)


def _introduced(match: Match, seen: Scene) -> bool:
    before, glue = seen.word(match.first - 1), seen.words[match.first].glue
    if before is None or before.key not in seen.terms.bearers:
        return False
    if match.key.isascii():
        return not seen.words[match.last].owns and (glue == " " or quoted(glue))
    return _marked(glue) or (glue == " " and not match.inflected)


def _club(match: Match, seen: Scene) -> bool:
    before, after = seen.word(match.first - 1), seen.word(match.last + 1)
    glue = seen.words[match.first].glue
    if before is not None and before.capital and before.key in seen.terms.clubs:
        return glue in SPACE or quoted(glue)
    joined = after is not None and (after.glue in SPACE or quoted(after.glue))
    return joined and after is not None and after.capital and after.key in seen.terms.clubs


def _marked(glue: str) -> bool:
    return quoted(glue) and bool(glue.strip())
