"""Who did it and to whom, in English: by word order, passives, and the prepositions of nouns."""

from __future__ import annotations

from dateline.claim.arguments import Arguments, Pair, Place, closed, toward
from dateline.claim.scene import STOPS, Scene
from dateline.claim.subject import right_phrase, subject
from dateline.world.actors import actors_at

_NEAR = 6
"""Words before a verb among which its auxiliaries stand."""
_FAR = 14
"""Words behind a passive or a noun among which `by` stands."""
_PREMODIFIERS = 4
_SIDES = ("ukraine", "russia", "other-party", "international")


def english_arguments(scene: Scene, place: Place) -> Arguments:
    """What one English happening has for actor and target."""
    if place.trigger.noun:
        return _of_noun(scene, place)
    if _is_passive(scene, place):
        return Arguments(_by(scene, place.end), _nominal(scene, subject(scene, place.at)))
    return Arguments(_nominal(scene, subject(scene, place.at)), _object(scene, place))


def _is_passive(scene: Scene, place: Place) -> bool:
    """`was hit`, or a participle with no object behind it (`the village shelled by`)."""
    if scene.tag(place.at) not in ("VBN", "VBD", "JJ"):
        return False
    for step in range(place.at - 1, max(scene.lo, place.at - _NEAR) - 1, -1):
        low, tag = scene.low(step), scene.tag(step)
        if low in scene.grammar.be:
            return True
        if not tag.startswith("RB") and low not in scene.grammar.negations:
            if low in scene.grammar.auxiliaries:
                return False
            break
    behind = scene.low(place.end)
    return scene.tag(place.at) != "VBD" and (behind in closed("en").doers or not behind)


def _object(scene: Scene, place: Place) -> Pair | None:
    """What stands behind the verb, or behind a preposition that leads to it."""
    at = _past_time(scene, place.end)
    if (found := _phrase(scene, at)) is not None:
        return found
    if scene.low(at) in toward("en", place.trigger.event):
        return _phrase(scene, at + 1)
    return None


def _past_time(scene: Scene, at: int) -> int:
    """Behind an adverb and a time expression (`shelled overnight on Monday`)."""
    while at < scene.hi:
        end = scene.time_end(at)
        if scene.tag(at) == "IN" and scene.time_end(at + 1) > at + 1:
            end = scene.time_end(at + 1)
        if end == at and not scene.tag(at).startswith(("RB", "RP")):
            break
        at = max(end, at + 1)
    return at


def _phrase(scene: Scene, at: int) -> Pair | None:
    if scene.time_end(at) > at:
        return None
    return _placed(scene, _cut(scene, _nominal(scene, right_phrase(scene, at))))


def _placed(scene: Scene, pair: Pair | None) -> Pair | None:
    """The phrase with the place it stands in (`a hospital in Kherson`)."""
    if pair is None:
        return None
    end = pair[1]
    names = scene.tag(end + 1).startswith("NNP") and scene.time_end(end + 1) == end + 1
    if scene.low(end) in closed("en").placed and names:
        end += 2
        while scene.tag(end).startswith("NNP") and scene.time_end(end) == end:
            end += 1
    return pair[0], end


def _cut(scene: Scene, pair: Pair | None) -> Pair | None:
    """The phrase up to a time expression, or up to `with` or `for` behind its first noun."""
    if pair is None:
        return None
    start, end = pair
    for at in range(start + 1, end):
        if scene.low(at) in closed("en").cut:
            return start, at
        if scene.time_end(at) > at:
            return start, at - (scene.tag(at - 1) == "IN")
    return pair


def _nominal(scene: Scene, pair: Pair | None) -> Pair | None:
    """The phrase, unless it is a word that stands for no one in particular."""
    if pair is None or pair[0] >= pair[1]:
        return None
    if pair[1] - pair[0] == 1 and scene.low(pair[0]) in closed("en").no_phrase:
        return None
    return pair


def _by(scene: Scene, at: int) -> Pair | None:
    """The agent behind `by` in the rest of the clause."""
    for step in range(at, min(scene.hi, at + _FAR)):
        if scene.low(step) in STOPS or scene.is_finite(step):
            return None
        if scene.low(step) in closed("en").doers:
            return _phrase(scene, step + 1)
    return None


def _of_noun(scene: Scene, place: Place) -> Arguments:
    """`a Russian strike on Odesa`, `the shelling of Nikopol by artillery`."""
    target = None
    at = _past_time(scene, place.end)
    if scene.low(at) in closed("en").doers and (pair := _phrase(scene, at + 1)):
        at = _past_time(scene, pair[1])
    if scene.low(at) in toward("en", place.trigger.event):
        target = _phrase(scene, at + 1)
    if target and scene.low(at) in closed("en").between:
        return _split(scene, target)
    actor = _by(scene, place.end) or _before_noun(scene, place.at) or _light(scene, place.at)
    return Arguments(actor, target)


def _split(scene: Scene, pair: Pair) -> Arguments:
    """`between Russian and American negotiators`: the two that a conjunction joins."""
    for at in range(pair[0] + 1, pair[1] - 1):
        if scene.low(at) in scene.grammar.coordinators:
            return Arguments((pair[0], at), (at + 1, pair[1]))
    return Arguments(pair, None)


def _before_noun(scene: Scene, at: int) -> Pair | None:
    """The side that a noun is given to: `Russia's attack`, `Ukrainian drone strikes`."""
    start = at
    while start > scene.lo and at - start < _PREMODIFIERS:
        if not scene.tag(start - 1).startswith(("NN", "JJ", "POS", "CD")):
            break
        start -= 1
    texts = [token.text for token in scene.tokens[start:at]]
    for step in range(len(texts)):
        found = actors_at("en", texts, step)
        if found and found[0].side in _SIDES:
            return start + step, start + step + found[1]
    return None


def _light(scene: Scene, at: int) -> Pair | None:
    """`The brigade launched an attack`: the subject of the verb that has the noun for object."""
    for step in range(at - 1, max(scene.lo, at - _NEAR) - 1, -1):
        if scene.low(step) in closed("en").light:
            return _nominal(scene, subject(scene, step))
        if not scene.tag(step).startswith(("NN", "JJ", "DT", "CD", "RP", "IN", "VBN")):
            return None
    return None
