"""Who did it and to whom, in English: by word order, passives, and the prepositions of nouns."""

from __future__ import annotations

from dateline.claim.arguments import (
    RECIPROCAL,
    Arguments,
    Pair,
    Place,
    closed,
    is_spoken_of,
    toward,
)
from dateline.claim.scene import STOPS, Scene
from dateline.claim.subject import subject
from dateline.world.actors import actors_at

_NEAR = 6
"""Words before a verb among which its auxiliaries stand."""
_FAR = 14
"""Words behind a passive or a noun among which `by` stands."""
_PREMODIFIERS = 4
_NOMINAL = ("NN", "JJ", "CD", "DT", "PRP", "POS", "PDT", "VBN", "VBG", "HYPH", "WP$", "$")
_NOUNS = ("NN", "CD", "PRP", "DT")
_GIVING = ("AID", "SANCTION", "AGREE", "MOBILIZE")
"""Classes in which what stands behind `to` is the recipient."""
_SIDES = ("ukraine", "russia", "other-party", "international")


def english_arguments(scene: Scene, place: Place) -> Arguments:
    """What one English happening has for actor and target."""
    if place.trigger.noun:
        return _of_noun(scene, place)
    if _is_passive(scene, place):
        return Arguments(_by(scene, place.end), _nominal(scene, subject(scene, place.at)))
    actor, target = _nominal(scene, subject(scene, place.at)), _object(scene, place)
    if actor and target is None and place.trigger.event in RECIPROCAL:
        return _split(scene, actor)
    return Arguments(actor, target)


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
    event = place.trigger.event
    if (inner := _inside(scene, place)) is not None:
        return inner
    if scene.tag(at) == "TO" and scene.tag(at + 1) == "VB":
        at = _past_time(scene, at + 2)
    found = _phrase(scene, at, spoken=is_spoken_of(place.trigger))
    if found is not None and event in _GIVING:
        return _given_to(scene, found[1], event) or found
    if found is None and scene.low(at) in toward("en", event):
        return _phrase(scene, at + 1)
    return found


def _inside(scene: Scene, place: Place) -> Pair | None:
    """Whom the words enclose (`accused Moscow of`); what they say of themselves is none."""
    found = _phrase(scene, place.at + 1)
    last = place.end if place.trigger.event == "ACCUSE" else place.end - 1
    return found if found is not None and found[1] <= min(last, place.end) else None


def _given_to(scene: Scene, at: int, event: str) -> Pair | None:
    """To whom, behind what is given (`sent tanks to Kyiv`)."""
    at = _past_time(scene, at)
    return _phrase(scene, at + 1) if scene.low(at) in ("to", *toward("en", event)[:1]) else None


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


def _phrase(scene: Scene, at: int, *, spoken: bool = False) -> Pair | None:
    """The noun phrase that begins at `at`, with its place, or with all of what is spoken of."""
    while scene.tag(at).startswith("RB") and scene.time_end(at) == at and at < scene.hi:
        at += 1
    end = _run(scene, at)
    if end <= at:
        return None
    leads = closed("en").carried if spoken else closed("en").placed
    while scene.low(end) in leads:
        behind = _run(scene, end + 1)
        named = spoken or scene.low(end) == leads[-2] or scene.tag(end + 1).startswith("NNP")
        if behind <= end + 1 or not named:
            break
        end = behind
    return _nominal(scene, (at, end))


def _run(scene: Scene, at: int) -> int:
    """Behind the nominal words from `at` on, that end in a noun; `at` where there are none."""
    end = last = at
    while end < scene.hi and scene.time_end(end) == end:
        tag = scene.tag(end)
        if not (
            tag.startswith(_NOMINAL)
            or scene.low(end) in (*scene.grammar.bare, *closed("en").inside)
        ):
            break
        end += 1
        last = end if tag.startswith(_NOUNS) else last
    return last


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
    between = next((s for s in (place.end - 1, at) if scene.low(s) in closed("en").between), None)
    if between is not None:
        return _between(scene, between + 1)
    actor = _by(scene, place.end) or _before_noun(scene, place.at) or _light(scene, place.at)
    if actor and target is None and place.trigger.event in RECIPROCAL:
        return _split(scene, actor)
    return Arguments(actor, target)


def _between(scene: Scene, start: int) -> Arguments:
    """`Russian and American negotiators`: one before the conjunction, one behind it."""
    for at in range(start + 1, min(scene.hi, start + _NEAR)):
        if scene.low(at) in scene.grammar.coordinators:
            return Arguments((start, at), _phrase(scene, at + 1))
    return Arguments(_phrase(scene, start), None)


def _split(scene: Scene, pair: Pair) -> Arguments:
    """`Ukraine and Britain`: the two that a conjunction joins."""
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
