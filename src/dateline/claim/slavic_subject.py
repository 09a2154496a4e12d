"""Who says it: the noun phrase that a Russian or Ukrainian verb of saying has for its subject."""

from __future__ import annotations

from dateline.claim.scene import Scene
from dateline.core.mentions import Cue, Name, NameKind

_LONGEST = 8
Pair = tuple[int, int]
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "X")


def subject(scene: Scene, cue: Cue, clause: Pair, at: int) -> Pair | None:
    """The words `[start, end)` of the subject within the clause of saying; None if it has none."""
    start, end = clause
    behind = scene.index(cue.span.end)
    lead = start > scene.lo and start == at
    beside = lead or scene.low(start) in scene.grammar.about
    if cue.inflection == "pass":
        return _document(scene, start, end)
    return (
        _to_the_right(scene, behind, end, lead=beside)
        or _to_the_left(scene, start, at)
        or _across_aside(scene, start, at)
        or _office_in(scene, start, at)
        or _office_in(scene, behind, end)
        or _shared(scene, cue, at)
        or _any_phrase(scene, behind, end)
        or _any_phrase(scene, start, at)
        or (_whole(scene, behind, end) if lead else _whole(scene, start, at))
    )


def _whole(scene: Scene, start: int, end: int) -> Pair | None:
    """All words of the clause beside the verb, where they begin like a noun phrase."""
    while start < end and scene.tag(start).startswith(("ADV", "CCONJ", "PART", "SCONJ")):
        start += 1
    if start >= end or not scene.tag(start).startswith(_NOMINAL) or end - start > _LONGEST:
        return None
    governed = any(scene.tag(at).startswith(("VERB", "AUX")) for at in range(start, end))
    return None if governed or scene.time_end(start) > start else (start, end)


def _any_phrase(scene: Scene, start: int, end: int) -> Pair | None:
    """Nominal words that no Name covers, where no preposition governs them."""
    while start < end and not _can_open(scene, start):
        start = scene.time_end(start) if scene.time_end(start) > start else start + 1
        if scene.tag(start - 1).startswith("ADP"):
            while (
                start < end
                and scene.tag(start).startswith(_NOMINAL)
                and not scene.tag(start).endswith(".Nom")
            ):
                start += 1
    close = start
    while close < end and not scene.tag(close).startswith(("VERB.Fin", "ADP", "SCONJ", "ADV")):
        close += 1
    told = any(
        scene.tag(at).endswith(".Nom") or scene.tag(at).startswith("PROPN")
        for at in range(start, close)
    )
    return (start, close) if start < close and told else None


def _can_open(scene: Scene, at: int) -> bool:
    tag = scene.tag(at)
    case = tag.partition(".")[2]
    return tag.startswith(_NOMINAL) and case in ("", "Nom") and scene.time_end(at) == at


def _names(scene: Scene, start: int, end: int) -> list[tuple[int, Name]]:
    return [
        (at, name)
        for at, name in sorted(scene.names.items())
        if start <= at < end and not scene.is_opaque(at)
    ]


def _is_nominative(scene: Scene, at: int, name: Name) -> bool:
    """By the case of the phrase's first noun, and by what stands before it."""
    before = scene.tag(at - 1)
    if before.startswith("ADP") or scene.low(at - 1) in scene.grammar.within:
        return False
    if name.type is NameKind.PRONOUN:
        return scene.tag(at).endswith(".Nom") or scene.low(at) in scene.grammar.nominatives
    last = scene.index(name.span.end)
    cases = [
        scene.tag(step).partition(".")[2]
        for step in range(at, last)
        if not scene.tokens[step].text.isascii()
    ]
    told = [case for case in cases if case]
    return not told or told[0] == "Nom" or (name.type is NameKind.PERSON and told[-1] == "Nom")


def _to_the_right(scene: Scene, behind: int, end: int, *, lead: bool) -> Pair | None:
    for at, name in _names(scene, behind, end):
        adjacent = at == behind and lead and not scene.tag(at).endswith(".Dat")
        if adjacent or _is_nominative(scene, at, name):
            return at, max(scene.index(name.span.end), at + 1)
    return None


def _to_the_left(scene: Scene, start: int, at: int) -> Pair | None:
    found = [
        (step, name) for step, name in _names(scene, start, at) if _is_nominative(scene, step, name)
    ]
    if not found:
        return None
    step, name = found[0]
    return step, min(max(scene.index(name.span.end), step + 1), at)


def _across_aside(scene: Scene, start: int, at: int) -> Pair | None:
    """`Водитель, которого все зовут Михалычем, рассказывает`: the phrase before the comma pair."""
    if scene.low(start - 1) != "," or start <= scene.lo:
        return None
    opening = start - 2
    while opening > scene.lo and scene.low(opening) != ",":
        if scene.is_opaque(opening) or opening in scene.cues:
            return None
        opening -= 1
    if scene.low(opening) != ",":
        return None
    for step, name in reversed(_names(scene, scene.lo, opening)):
        if scene.index(name.span.end) == opening and _is_nominative(scene, step, name):
            return step, start - 1
    return None


def _document(scene: Scene, start: int, end: int) -> Pair | None:
    """`говорится в сообщении`: the paper in which it is said."""
    return _office_in(scene, start, end)


def _office_in(scene: Scene, start: int, end: int) -> Pair | None:
    """`В штабе уточнили`: the body behind the preposition."""
    for at, name in _names(scene, start, end):
        if scene.low(at - 1) in scene.grammar.within and name.type in (
            NameKind.ORGANISATION,
            NameKind.UNIT,
            NameKind.FOOTAGE,
            NameKind.OUTLET,
            NameKind.PLACE,
        ):
            return at, max(scene.index(name.span.end), at + 1)
    return None


def _shared(scene: Scene, cue: Cue, at: int) -> Pair | None:
    """`заявил ... и добавил`: the subject of the cue before, in the same sentence."""
    before = [step for step in scene.cues if step < at and not scene.is_opaque(step)]
    joined = bool(before) and scene.low(at - 1) in scene.grammar.coordinators
    if not joined and cue.inflection != "ger":
        return None
    for place, name in _names(scene, scene.lo, at):
        if _is_nominative(scene, place, name):
            return place, max(scene.index(name.span.end), place + 1)
    return None
