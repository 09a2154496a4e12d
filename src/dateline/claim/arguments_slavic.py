"""
Who did it and to whom, in Russian and Ukrainian: by case, and by order where case tells nothing.

A nominative acts, an accusative or a phrase with `по` suffers, an instrumental acts in a passive
or beside a nominalisation. Inanimate nominative and accusative look alike, so of two such phrases
the one before an active verb acts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dateline.claim.arguments import (
    RECIPROCAL,
    Arguments,
    Pair,
    Place,
    closed,
    is_spoken_of,
    toward,
)
from dateline.claim.scene import Scene
from dateline.claim.slavic import stretch
from dateline.lang.numerals import without_bound
from dateline.world.actors import actors_at

_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "X", "SYM")
_NEAR = 4
_FEMININE = frozenset("ая")


class _Chunk(NamedTuple):
    """Words `[start, end)` of one noun phrase, its case, and the preposition before it."""

    start: int
    end: int
    case: str
    before: str
    genitive: int
    """Where the genitive that hangs on its head begins; `end` where there is none."""

    @property
    def pair(self) -> Pair:
        return self.start, self.end


def slavic_arguments(scene: Scene, place: Place) -> Arguments:
    """What one Russian or Ukrainian happening has for actor and target."""
    start, end = stretch(scene, place.at)
    left = list(_chunks(scene, start, place.at))
    behind = list(_chunks(scene, place.end, max(end, place.end)))
    if place.trigger.noun:
        return _of_noun(scene, place, left, behind)
    within = _chunks(scene, place.at + 1, max(end, place.end))
    split = [c for c in within if c.start < place.end and (c.case == "Dat" or c.end > place.end)]
    right = [*split, *(c for c in behind if not split or c.start >= split[-1].end)]
    if _is_passive(scene, place):
        actor = _first(right, _acts_in_passive) or _first(left[::-1], _acts_in_passive)
        near = [*left[::-1], *right]
        target = _first([c for c in near if not c.before], _is_nominative) or _first(
            [c for c in near if c.case != "Gen"], _suffers_in_passive
        )
        return Arguments(actor, target or _toward(scene, place, [*right, *left[::-1]]))
    return _of_active(scene, place, left, right)


def _chunks(scene: Scene, start: int, end: int) -> Iterator[_Chunk]:
    """The noun phrases of a stretch; times and adverbs are none."""
    at = start
    while at < end:
        time = scene.time_end(at)
        if time > at or not _is_nominal(scene, at):
            at = max(time, at + 1)
            continue
        close, genitive = _close(scene, at, end)
        before = _preposition(scene, at)
        case = _case(scene, at, close)
        case = "Dat" if case == "Loc" and not before else case
        yield _Chunk(at, close, case, before, genitive)
        at = close


def _preposition(scene: Scene, at: int) -> str:
    """The preposition right before; one that bounds a number (`около 200`) is none."""
    before = scene.low(at - 1) if scene.tag(at - 1).startswith("ADP") else ""
    bounds = scene.tag(at).startswith("NUM") and not without_bound(before)
    return "" if bounds else before


def _is_nominal(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    if scene.low(at) in closed(scene.doc.lang).asides or not token.text[0].isalnum():
        return False
    named = token.text[0].isupper() and actors_at(scene.doc.lang, [token.text], 0) is not None
    return token.tag.startswith(_NOMINAL) or named or _is_slip(scene, at)


def _is_slip(scene: Scene, at: int) -> bool:
    """A noun right behind a verb or adjective that the tagger takes for one more verb."""
    if scene.tag(at) != "VERB.Fin" or at <= scene.lo:
        return False
    return scene.tag(at - 1).startswith(("VERB.Fin", "ADJ")) and scene.tag(at + 1).endswith(".Gen")


def _close(scene: Scene, at: int, end: int) -> Pair:
    """Behind the head noun and the genitives and names that hang on it; where those begin."""
    case = _case(scene, at, end)
    head = genitive = -1
    close = at
    while close < end:
        if scene.low(close) in ("«", "»", '"', "“", "”", "„") and head >= 0:
            close += 1
            continue
        if not _is_nominal(scene, close) or scene.time_end(close) > close:
            break
        own = scene.tag(close).partition(".")[2]
        noun = scene.tag(close).startswith(("NOUN", "PROPN", "X", "VERB"))
        if head >= 0 and not _hangs_on(scene, close, own):
            break
        if head >= 0 and genitive < 0:
            genitive = close
        if noun and head < 0 and own in (case, ""):
            head = close
        close += 1
    return max(close, at + 1), (genitive if genitive >= 0 else close)


def _hangs_on(scene: Scene, at: int, case: str) -> bool:
    """Whether a word behind a head noun is part of its phrase."""
    return case == "Gen" or scene.tokens[at].text[0].isupper()


def _case(scene: Scene, start: int, end: int) -> str:
    """The case of the first word that has one, numerals last."""
    numeral = ""
    for at in range(start, end):
        kind, _, case = scene.tag(at).partition(".")
        if scene.low(at).endswith(closed(scene.doc.lang).instrumental):
            return "Ins"
        if scene.tokens[at].text.isupper() or kind == "VERB":
            return numeral
        if case and kind != "NUM":
            return "Nom" if case == "Acc" and _opens_feminine(scene, at) else case
        if not kind.startswith(_NOMINAL) and not scene.tokens[at].text[0].isupper():
            break
        numeral = numeral or case
    return numeral


def _opens_feminine(scene: Scene, at: int) -> bool:
    """A name in -a at the head of its clause, which no accusative is."""
    token = scene.tokens[at]
    opens = at == scene.lo or scene.tag(at - 1) == "PUNCT"
    return opens and token.text[0].isupper() and token.low.endswith(tuple(_FEMININE))


def _first(chunks: Sequence[_Chunk], fits: Callable[[_Chunk], bool]) -> Pair | None:
    return next((chunk.pair for chunk in chunks if fits(chunk)), None)


def _acts_in_passive(chunk: _Chunk) -> bool:
    return not chunk.before and chunk.case == "Ins"


def _suffers_in_passive(chunk: _Chunk) -> bool:
    return not chunk.before and chunk.case in ("Nom", "Acc", "Gen", "")


def _is_passive(scene: Scene, place: Place) -> bool:
    return scene.low(place.at).endswith(closed(scene.doc.lang).passive)


def _of_active(
    scene: Scene, place: Place, left: Sequence[_Chunk], right: Sequence[_Chunk]
) -> Arguments:
    bare_left = [c for c in left if not c.before and c.case != "Ins"]
    bare_right = [c for c in right if not c.before and c.case not in ("Ins", "Loc")]
    actor = _actor(bare_left, bare_right)
    rest = [c for c in (*right, *left[::-1]) if actor is None or c.pair != actor]
    target = _toward(scene, place, rest)
    if target and is_spoken_of(place.trigger) and target[0] >= place.end:
        target = target[0], _carried(scene, target[1], stretch(scene, place.at)[1])
    joined = _joined_to(scene, actor) if actor else None
    if actor and joined and place.trigger.event in RECIPROCAL:
        return Arguments(joined, actor)
    return Arguments((joined[0], actor[1]) if actor and joined else actor, target)


def _carried(scene: Scene, at: int, end: int) -> int:
    """Behind all of what is spoken of: up to a verb or the end of the clause."""
    while at < end and not scene.tag(at).startswith(("VERB", "AUX")):
        at += 1
    return at


def _joined_to(scene: Scene, pair: Pair) -> Pair | None:
    """The one word before `and` that shares the verb (`Россия и Белоруссия провели`)."""
    start = pair[0]
    if start - 2 < scene.lo or scene.low(start - 1) not in scene.grammar.coordinators:
        return None
    return (start - 2, start - 1) if scene.tag(start - 2).endswith(".Nom") else None


def _actor(left: Sequence[_Chunk], right: Sequence[_Chunk]) -> Pair | None:
    """The nominative before the verb, else the one behind it; else by order."""
    before, behind = left[::-1], list(right)
    told = _first(before, _is_nominative) or _first(behind, _is_nominative)
    if told:
        return told
    if before and behind:
        accusative = before[0].case in ("Acc", "Gen", "Dat")
        return behind[0].pair if accusative and behind[0].case == "Acc" else before[0].pair
    return None


def _is_nominative(chunk: _Chunk) -> bool:
    return chunk.case == "Nom"


def _toward(scene: Scene, place: Place, chunks: Sequence[_Chunk]) -> Pair | None:
    """To whom or what: by the ways that the class has, likeliest first, then the bare object."""
    for way in toward(scene.doc.lang, place.trigger.event):
        for chunk in chunks:
            if way in ("dat", "acc"):
                fits = not chunk.before and chunk.case in _CASES[way]
            else:
                fits = chunk.before == way
            if fits:
                return chunk.pair
        if way == closed(scene.doc.lang).toward[0]:
            bare = _first(chunks, _suffers_in_passive)
            if bare:
                return bare
    return None


_CASES = {"dat": ("Dat",), "acc": ("Acc", "Gen", "Nom", "")}


def _of_noun(
    scene: Scene, place: Place, left: Sequence[_Chunk], right: Sequence[_Chunk]
) -> Arguments:
    """`удар ВСУ по Белгороду`, `захоплення російськими військами села`."""
    near = right[0] if right and right[0].start == place.end and not right[0].before else None
    agent = _first([c for c in right if c is near or not near], _acts_in_passive)
    prepared = _first([c for c in right if c is not near], lambda c: _leads(scene, place, c))
    if near and near.case == "Ins":
        target = prepared or ((near.genitive, near.end) if near.genitive < near.end else None)
        return Arguments((near.start, near.genitive), target)
    subjective = scene.low(place.at).startswith(closed(scene.doc.lang).subjective)
    if near and (subjective or prepared):
        return Arguments(near.pair, prepared)
    actor = agent or _adjective(scene, place.at) or _light(scene, place, left)
    return Arguments(actor, near.pair if near else prepared)


def _leads(scene: Scene, place: Place, chunk: _Chunk) -> bool:
    return bool(chunk.before) and chunk.before in toward(scene.doc.lang, place.trigger.event)


def _adjective(scene: Scene, at: int) -> Pair | None:
    """`российский удар`: the side in an adjective right before the noun."""
    for step in range(at - 1, max(scene.lo, at - _NEAR) - 1, -1):
        if not scene.tag(step).startswith("ADJ"):
            return None
        found = actors_at(scene.doc.lang, [scene.tokens[step].text], 0)
        if found:
            return step, step + 1
    return None


def _light(scene: Scene, place: Place, left: Sequence[_Chunk]) -> Pair | None:
    """`войска начали наступление`: the subject of the verb that has the noun for object."""
    for step in range(place.at - 1, max(scene.lo, place.at - _NEAR) - 1, -1):
        if scene.low(step) in closed(scene.doc.lang).light:
            before = [chunk for chunk in left if chunk.end <= step and not chunk.before]
            return _first(before[::-1], _suffers_in_passive)
    return None
