"""Who says it: the noun phrase that an English cue has for its subject or its agent."""

from __future__ import annotations

from dateline.claim.scene import DASHES, STOPS, Scene

_CLAUSE_MARKS = STOPS | DASHES | {":", "(", ")", "[", "]"}
_NOMINAL = ("NN", "JJ", "CD", "DT", "PRP", "POS", "PDT", "FW", "VBN", "WP$", "AFX", "RBS", "RBR")
_LONGEST_PARENTHESIS = 10
_LONGEST_RELATIVE = 12
_FARTHEST_SUBJECT = 3
"""Verbs that may stand between a verb and the subject it shares."""

Pair = tuple[int, int]


def subject(scene: Scene, verb: int, *, depth: int = 0) -> Pair | None:
    """The words `[start, end)` that the verb at `verb` has for its subject; None if none."""
    if depth > _FARTHEST_SUBJECT:
        return None
    at = _before_verb_group(scene, verb)
    before = scene.low(at - 1)
    if at <= scene.lo:
        return None
    if before in scene.grammar.relatives and scene.tag(at - 1) in ("WP", "WDT"):
        return _left_phrase(scene, _skip_comma(scene, at - 1))
    if before in scene.grammar.coordinators:
        far = _main if verb in scene.cues else _shared
        return far(scene, at - 1, depth)
    if before == ",":
        return _behind_comma(scene, verb, at, depth)
    if scene.tag(verb) == "VBG" and at == verb:
        return _main(scene, verb, depth)
    return _left_phrase(scene, at) or _before_relative(scene, at)


def _before_relative(scene: Scene, end: int) -> Pair | None:
    """`A soldier who asked not to be named | complained`: no comma closes the clause."""
    for at in range(end - 1, max(scene.lo, end - _LONGEST_RELATIVE), -1):
        if scene.is_opaque(at) or scene.low(at) in _CLAUSE_MARKS | {","}:
            return None
        if scene.tag(at) == "WP" and scene.low(at) in scene.grammar.relatives:
            phrase = _left_phrase(scene, at)
            return (phrase[0], end) if phrase else None
    return None


def _before_verb_group(scene: Scene, verb: int) -> int:
    """The index of the first auxiliary or adverb of the verb's group, or of what governs it."""
    at = verb
    while at > scene.lo:
        low, tag = scene.low(at - 1), scene.tag(at - 1)
        if tag == "TO":
            at = _governing(scene, at - 1)
        elif (
            (low in scene.grammar.auxiliaries and tag != "POS")
            or tag[:2] in ("RB", "MD")
            or low in scene.grammar.negations
        ):
            at -= 1
        elif (start := _time_before(scene, at)) is not None:
            at = start
        else:
            return at
    return at


def _governing(scene: Scene, at: int) -> int:
    """Before the verb that an infinitive hangs on: `went on | to say`."""
    back = at
    for _ in range(_FARTHEST_SUBJECT):
        if scene.tag(back - 1)[:2] in ("VB", "RB", "RP", "JJ", "IN") and back > scene.lo:
            back -= 1
            if scene.is_finite(back) or scene.tag(back) in ("VBG", "VBN"):
                return back
    return at


def _time_before(scene: Scene, at: int) -> int | None:
    """Where a time expression that ends before `at` begins, with its preposition."""
    for start, span in scene.times.items():
        if start < at and scene.index(span.end) == at:
            return start - 1 if scene.tag(start - 1) == "IN" else start
    return None


def _skip_comma(scene: Scene, at: int) -> int:
    return at - 1 if scene.low(at - 1) == "," else at


def _shared(scene: Scene, end: int, depth: int) -> Pair | None:
    """The subject of the nearest finite verb before `end`."""
    for at in range(end - 1, scene.lo - 1, -1):
        if scene.is_finite(at) and not scene.is_opaque(at):
            return subject(scene, at, depth=depth + 1) or _inverted_subject(scene, at)
    return None


def _main(scene: Scene, end: int, depth: int) -> Pair | None:
    """The subject of a participle: that of the last verb of saying, else of the first verb."""
    for at in range(end - 1, scene.lo - 1, -1):
        if scene.is_finite(at) and at in scene.cues and not scene.is_opaque(at):
            return subject(scene, at, depth=depth + 1) or _inverted_subject(scene, at)
    return _shared(scene, end, depth)


def _inverted_subject(scene: Scene, verb: int) -> Pair | None:
    return right_phrase(scene, verb + 1) if verb in scene.cues else None


def _behind_comma(scene: Scene, verb: int, at: int, depth: int) -> Pair | None:
    """The subject on the far side of a comma: of an aside, or of a participle's main clause."""
    if scene.tag(verb) == "VBG" and at == verb:
        return _main(scene, at - 1, depth)
    opening = at - 2
    while opening > scene.lo and scene.low(opening) != ",":
        if scene.low(opening) in _CLAUSE_MARKS or scene.is_opaque(opening):
            return None
        opening -= 1
    if scene.low(opening) != ",":
        return None
    first = _left_phrase(scene, opening)
    if first and scene.low(first[0] - 1) == "," and scene.tag(first[0]) == "CD":
        first = _left_phrase(scene, first[0] - 1) or first
    return (first[0], at - 1) if first else _shared(scene, at - 1, depth)


def _left_phrase(scene: Scene, end: int) -> Pair | None:
    """The noun phrase that ends before `end`, back to the edge of its clause."""
    start = end
    while start > scene.lo:
        opening = _parenthesis(scene, start)
        if opening < start:
            start = opening
        elif _belongs(scene, start - 1, end):
            start -= 1
        else:
            break
    start = _trimmed(scene, start, end)
    return (start, end) if start < end else None


def _parenthesis(scene: Scene, end: int) -> int:
    """Where the parenthesis that ends before `end` opens; `end` itself where none does."""
    if scene.low(end - 1) != ")":
        return end
    for at in range(end - 2, max(scene.lo, end - _LONGEST_PARENTHESIS) - 1, -1):
        if scene.low(at) == "(":
            return at
    return end


def _belongs(scene: Scene, at: int, end: int) -> bool:
    """Whether the word at `at` can be part of a phrase that runs to `end`."""
    low, tag = scene.low(at), scene.tag(at)
    if scene.is_opaque(at) or low in _CLAUSE_MARKS:
        return False
    if tag.startswith(_NOMINAL) or tag in ("HYPH", "$", "#") or low == "&":
        return True
    if tag == "." or low in ("’", "'", "‘", "“", "”", '"'):
        return at + 1 < end
    if low == ",":
        return _joins_nouns(scene, at)
    if tag == "CC" or low in scene.grammar.coordinators:
        return low not in scene.grammar.contrast and _joins_nouns(scene, at)
    if tag in ("IN", "TO"):
        return low not in scene.grammar.subordinators | scene.grammar.complementisers
    if tag == "VBG":
        return at + 1 < end
    return False


def _joins_nouns(scene: Scene, at: int) -> bool:
    """`Smith and Jones`, `Paris, Texas`: nouns on both sides, and no verb of an earlier clause."""
    nominal = ("NN", "PRP", "CD")
    if not scene.tag(at - 1).startswith(nominal):
        return False
    if scene.low(at) == ",":
        capital = scene.tag(at - 1) == "NNP" and scene.tag(at + 1) == "NNP"
        return capital and at - 2 >= scene.lo and scene.tag(at - 2) == "IN"
    back = at - 1
    while back >= scene.lo and scene.low(back) != "," and not scene.is_opaque(back):
        if scene.is_finite(back):
            return False
        back -= 1
    return scene.low(at - 1) != ","


def _trimmed(scene: Scene, start: int, end: int) -> int:
    """Behind an opening adverb, time or prepositional phrase that no comma sets off."""
    while start < end:
        after_time = scene.time_end(start)
        if after_time > start:
            start = after_time
        elif scene.tag(start) in ("IN", "TO"):
            start = _behind_preposition(scene, start, end)
        elif scene.low(start) in scene.grammar.openers or scene.tag(start) in (
            "CC",
            "VBG",
            "VBN",
            ",",
            ".",
        ):
            start += 1
        else:
            return start
    return start


def _behind_preposition(scene: Scene, start: int, end: int) -> int:
    """Behind the noun phrase that the preposition at `start` governs."""
    at = scene.time_end(start + 1)
    if at > start + 1:
        return at
    at = start + 1
    if scene.tag(at) in ("DT", "PRP$"):
        at += 1
    while at < end and scene.tag(at).startswith(("NN", "JJ", "CD", "VBN")):
        at += 1
        if at < end and scene.tag(at) in ("DT", "PRP", "PRP$"):
            return at
    return end if at >= end else max(at, start + 1)


def right_phrase(scene: Scene, at: int) -> Pair | None:
    """The noun phrase that begins at `at`, with what is joined to it and its appositive."""
    while scene.tag(at).startswith("RB") and at < scene.hi:
        at += 1
    if not scene.tag(at).startswith(_NOMINAL):
        return None
    name = scene.names.get(at)
    if name and name.span.end <= scene.span.end:
        return at, _with_aside(scene, scene.index(name.span.end))
    end = at
    while end < scene.hi and (
        scene.tag(end).startswith(_NOMINAL)
        or scene.low(end) in scene.grammar.phrase_joins | scene.grammar.coordinators
    ):
        end += 1
    while end > at and not scene.tag(end - 1).startswith(("NN", "PRP", "CD", "DT", "FW", "JJ")):
        end -= 1
    if end <= at:
        return None
    return at, _with_aside(scene, end)


def _with_aside(scene: Scene, end: int) -> int:
    """Behind `, a spokesman for the city` or `, 61, who lives there` up to the comma or the end."""
    if scene.low(end) == "(":
        close = next(
            (at for at in range(end, min(end + 8, scene.hi)) if scene.low(at) == ")"), None
        )
        if close:
            end = close + 1
    if scene.low(end) != ",":
        return end
    opens = scene.low(end + 1) in scene.grammar.relatives or scene.tag(end + 1) in (
        "DT",
        "NN",
        "JJ",
        "CD",
        "PRP$",
        "NNS",
    )
    if not opens or scene.is_opaque(end + 1):
        return end
    at = end + 1
    while at < scene.hi and not scene.is_opaque(at) and scene.low(at) not in (",", ".", ";"):
        if (
            at in scene.cues
            and scene.tag(at) in ("VBG", "VBD")
            and scene.low(end + 1) not in scene.grammar.relatives
        ):
            return end
        at += 1
    return at
