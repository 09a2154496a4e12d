"""
The class and mode of a happening in its sentence: an intention, a threat, and by what means.

PLOVER codes a cooperation that is still to come as AGREE, and a blow that its own author announces
as THREATEN. The weapon named beside a blow tells its mode.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.claim.arguments import Arguments, Place, closed
from dateline.claim.scene import DASHES, STOPS, Scene
from dateline.core.claim import Claim
from dateline.core.happened import Trigger
from dateline.lang.phrases import Phrases
from dateline.lang.rules import LANGUAGES, lists

_TO_COME = ("AID", "CONSULT", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE")
_BLOWS = ("ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE")
_THREATS = {
    "ASSAULT": "violence",
    "COERCE": "restrict",
    "SANCTION": "relations",
    "PROTEST": "relations",
    "MOBILIZE": "violence",
}
_BEFORE = 5
_RELATIVE = ("WDT", "WP", "WRB")
_MEANS = {
    "drone": "drone",
    "missile": "heavy-weapons",
    "artillery": "heavy-weapons",
    "bomb": "aerial",
    "mine": "explosives",
}
"""Classes of weapon in `events.toml`, and the mode of a blow by them."""


class Kind(NamedTuple):
    event: str
    mode: str


def kind_of(scene: Scene, place: Place, claim: Claim, found: Arguments) -> Kind:
    """The class and mode, the sentence around the words considered."""
    trigger = place.trigger
    if trigger.event in _TO_COME and not trigger.noun and _is_intended(scene, place.at, claim):
        return Kind("AGREE", "")
    if trigger.event in _BLOWS and _is_announced(scene, place, found):
        return Kind("THREATEN", _THREATS[trigger.event])
    mode = trigger.mode
    if trigger.event == "ASSAULT" and (not mode or trigger.weak):
        mode = _means(scene, place)
    return Kind(trigger.event, mode)


def _is_intended(scene: Scene, at: int, claim: Claim) -> bool:
    """Whether a word of intention stands before the verb in its clause, or the claim foretells."""
    words = closed(scene.doc.lang).future
    for step in range(at - 1, max(scene.lo, at - _BEFORE) - 1, -1):
        if scene.low(step) in words:
            return True
        if scene.low(step) in STOPS or scene.low(step) == ",":
            break
    first = not any(scene.is_finite(step) for step in range(scene.lo, at))
    return claim.future and first and scene.doc.lang != "en"


def _is_announced(scene: Scene, place: Place, found: Arguments) -> bool:
    """Whether who speaks says of itself that it will strike (`it would attack`)."""
    if found.actor is None or scene.low(found.actor[0]) not in closed(scene.doc.lang).selves:
        return False
    words = closed(scene.doc.lang).future
    return any(
        scene.low(step) in words for step in range(max(scene.lo, place.at - _BEFORE), place.at)
    )


def _means(scene: Scene, place: Place) -> str:
    """The mode that the nearest weapon of the clause tells; empty where none is named."""
    lo, hi = _clause(scene, place)
    if hi <= lo:
        return ""
    first, last = scene.tokens[lo].start, scene.tokens[hi - 1].end
    middle = scene.tokens[place.at].start - first
    hits = _weapons().find(scene.doc.text[first:last])
    near = min(hits, key=lambda hit: (abs(hit.start - middle), hit.start), default=None)
    return _MEANS[near.keys[0]] if near else ""


def _clause(scene: Scene, place: Place) -> tuple[int, int]:
    lo, hi = place.at, place.end
    while lo > scene.lo and scene.low(lo - 1) not in STOPS | DASHES:
        lo -= 1
    while hi < scene.hi and scene.low(hi) not in STOPS | DASHES:
        hi += 1
    return lo, hi


@cache
def _weapons() -> Phrases:
    return Phrases(
        (name, cell)
        for language in LANGUAGES
        for name, cell in lists(language, "events").get("weapons", {}).items()
        if name in _MEANS
    )


def standing(scene: Scene, trigger: Trigger, *, is_saying: bool) -> tuple[int, ...]:
    """How far from the main verb of its sentence it stands: 0, 1 beside it, 2 in an aside."""
    if is_saying:
        return (0,)
    at = scene.index(trigger.span.start)
    if _in_aside(scene, at):
        return (2,)
    if trigger.noun or _is_dependent(scene, at):
        return (1,)
    return (0,)


def _is_dependent(scene: Scene, at: int) -> bool:
    """An infinitive or participle that hangs on another verb."""
    tag, before = scene.tag(at), scene.tag(at - 1)
    if tag == "VB":
        return before == "TO"
    if tag == "VBN":
        return before.startswith(("NN", "PRP", "CD", ","))
    if tag == "VBG":
        return not scene.tag(at - 1).startswith("VB") and not before.startswith("RB")
    return tag in ("VERB.Inf", "VERB.Conv", "VERB") and not scene.low(at).endswith(
        closed(scene.doc.lang).passive or ("\0",)
    )


def _in_aside(scene: Scene, at: int) -> bool:
    """Behind `after` or a relative pronoun in its own clause."""
    words = closed(scene.doc.lang).asides_to
    for step in range(at - 1, max(scene.lo, at - 2 * _BEFORE) - 1, -1):
        low = scene.low(step)
        if (
            low in words
            or scene.tag(step) in _RELATIVE
            or low in scene.grammar.relatives - {"that"}
        ):
            return True
        if low == "," or low in STOPS or scene.is_finite(step) or scene.tag(step) == "VERB.Fin":
            return False
    return False
