"""
Who could be the source of a cue: the rules' own choice, every noun phrase of its clause, nobody.

Which of them it is, is the business of `choice`.
"""

from __future__ import annotations

from dateline.claim.link import Link
from dateline.claim.scene import Scene
from dateline.claim.traits import Pair
from dateline.core.mentions import Cue

_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "X", "VERB.Part")
_SLAVIC = ("ru", "uk")
_BREAKS = frozenset((",", ";", ":", "—", "–", "-", ".", "!", "?", "…"))
_FORMS = ("verb", "passive")


def candidates(scene: Scene, cue: Cue, at: int, link: Link) -> list[Pair | None]:
    """The rules' choice first; the others in text order."""
    own: Pair | None = None
    if link.source:
        own = scene.index(link.source[0].start), scene.index(link.source[0].end)
    if scene.doc.lang not in _SLAVIC or cue.form not in _FORMS:
        return [own]
    behind = scene.index(cue.span.end)
    start, end = _clause(scene, at, behind)
    found: list[Pair | None] = [own, None] if own else [own]
    near = (*_chunks(scene, start, at), *_chunks(scene, behind, end), *_before_aside(scene, start))
    for pair in near:
        if pair not in found and not (own and pair[0] < own[1] and own[0] < pair[1]):
            found.append(pair)
    return found


def _clause(scene: Scene, at: int, behind: int) -> Pair:
    """The words between two marks around the cue, quotations outside."""
    start = at
    while start > scene.lo and not _stops(scene, start - 1):
        start -= 1
    while behind < scene.hi and not _stops(scene, behind):
        behind += 1
    return start, behind


def _before_aside(scene: Scene, start: int) -> list[Pair]:
    """`Сильвия, сестра погибшего, | призналась`: the phrase before the pair of commas."""
    if scene.low(start - 1) != ",":
        return []
    opening = start - 2
    while opening > scene.lo and not _stops(scene, opening):
        opening -= 1
    if scene.low(opening) != "," or opening == start - 2:
        return []
    first = opening
    while first > scene.lo and not _stops(scene, first - 1):
        first -= 1
    verbal = any(scene.tag(at).startswith(("VERB.Fin", "AUX")) for at in range(first, opening))
    return [] if verbal or first == opening else [(first, start - 1)]


def _stops(scene: Scene, at: int) -> bool:
    return scene.is_opaque(at) or scene.low(at) in _BREAKS


def _chunks(scene: Scene, start: int, end: int) -> list[Pair]:
    """Runs of nominal words, each name whole."""
    found: list[Pair] = []
    at = start
    while at < end:
        name = scene.names.get(at)
        close = min(scene.index(name.span.end), end) if name else at
        after_time = scene.time_end(at)
        if close > at:
            found.append((at, close))
            at = close
        elif after_time > at:
            at = after_time
        elif _nominal(scene, at):
            close = at + 1
            while close < end and _nominal(scene, close) and close not in scene.names:
                close += 1
            found.append((at, close))
            at = close
        else:
            at += 1
    return found


def _nominal(scene: Scene, at: int) -> bool:
    if scene.is_opaque(at) or not scene.tokens[at].text[0].isalnum():
        return False
    return scene.tag(at).startswith(_NOMINAL) or scene.inside[at] is not None
