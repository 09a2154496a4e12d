"""
Which words are whose, in English: the source and the content of each cue in a scene.

A cue stands before its content ("X said that ..."), behind it ("..., said X"), or inside it.
How sure the content is made to sound is the business of `certainty`.
"""

from __future__ import annotations

from dateline.claim.chain import citing
from dateline.claim.extent import before, behind
from dateline.claim.link import Link
from dateline.claim.scene import MARKS, STOPS, Scene
from dateline.claim.subject import Pair, right_phrase, subject
from dateline.core.mentions import Act, Cue
from dateline.core.span import Span

_FEWEST_HEADLINE_WORDS = 3
_LONGEST_ABBREVIATION = 3
_CLOSING = frozenset("”\"’'»")


def english_link(scene: Scene, cue: Cue, at: int) -> Link | None:
    """What the rules make of the cue at word `at`; None where it introduces nothing."""
    return _LINKERS[cue.form](scene, cue, at)


def _verb(scene: Scene, cue: Cue, at: int) -> Link | None:
    end = scene.index(cue.span.end)
    passes_on = scene.tag(at) == "VBG" and scene.low(at) in citing(scene.doc.lang)
    if passes_on or (cue.negated and cue.act not in _NEGATIVE) or _is_reduced(scene, at):
        return None
    found = subject(scene, at)
    if _is_of_itself(scene, cue, end) or (found and _is_bare_determiner(scene, found)):
        return None
    inverted = _inverted(scene, cue, at, end)
    if inverted and (found is None or scene.low(at - 1) != "," or _closes_behind(scene, inverted)):
        return inverted
    if found and (trailing := _trailing(scene, cue, found, end)):
        return trailing
    if inverted:
        return inverted
    content = behind(scene, cue, end)
    if not content or (found is None and not _can_lack_subject(scene, cue, at)):
        return None
    return _link(scene, cue, found, content)


def _is_of_itself(scene: Scene, cue: Cue, end: int) -> bool:
    """`declined to be named`: about the source, and says nothing of what happened."""
    passive = scene.tag(end) == "TO" and scene.low(end + 1) in scene.grammar.be
    return cue.act is Act.DECLINE and passive


def _is_bare_determiner(scene: Scene, source: Pair) -> bool:
    """`The` alone is nobody: the tagger has taken its noun for a verb of saying."""
    start, end = source
    return end - start == 1 and scene.tag(start) == "DT" and scene.low(start) in scene.grammar.bare


def _closes_behind(scene: Scene, link: Link) -> bool:
    """Whether a named source behind the cue is the last thing of its clause."""
    if not link.source:
        return False
    behind_source = scene.index(link.source[0].end)
    named = scene.index(link.source[0].start) in scene.names
    return named and (_closes(scene, behind_source) or scene.low(behind_source) == ",")


def _is_reduced(scene: Scene, at: int) -> bool:
    """`the clip posted by a channel`, `Asked about losses, ...`: a participle without auxiliary."""
    if scene.tag(at) != "VBN":
        return False
    step = at - 1
    while scene.tag(step).startswith("RB"):
        step -= 1
    if scene.tag(step) in ("DT", "PRP$", "JJ", "CD"):
        return True
    if scene.time_end(at + 2) > at + 2 or scene.low(at + 1) in scene.grammar.that:
        return False
    return scene.tag(at + 1) in ("IN", "TO") and scene.low(step) not in scene.grammar.auxiliaries


def _can_lack_subject(scene: Scene, cue: Cue, at: int) -> bool:
    """A participle, or the first word: `..., adding that`; `Said X`."""
    stands = scene.tag(at) == "VBG" or at == scene.lo
    return stands and bool({"t", "q"} & set(cue.takes))


_NEGATIVE = (Act.NOT_CONFIRM, Act.UNVERIFIED, Act.DENY, Act.CONFIRM, Act.DECLINE)


def _link(
    scene: Scene, cue: Cue, source: Pair | None, content: list[Span], *, lead: bool = False
) -> Link:
    span = scene.text_span(*source) if source else None
    return Link(cue=cue, source=(span,) if span else (), content=tuple(content), lead=lead)


def _ends_content(scene: Scene, at: int) -> bool:
    """Whether what stands before `at` is set off from it: by a comma, or a closing mark."""
    token = scene.low(at - 1)
    if token == ",":
        return True
    quote = scene.inside[at - 1] if at - 1 >= scene.lo else None
    return token in _CLOSING and quote is not None and quote.span.end == scene.tokens[at - 1].end


def _inverted(scene: Scene, cue: Cue, at: int, end: int) -> Link | None:
    """`..., said the governor`: the cue between its content and its source."""
    if not {"q", "t"} & set(cue.takes) or at <= scene.lo:
        return None
    if not _ends_content(scene, at) or scene.tag(at) == "VBG":
        return None
    if scene.low(end) in scene.grammar.complementisers or scene.low(end) in MARKS:
        return None
    source = right_phrase(scene, end)
    content = before(scene, at) if source else []
    if not source or not content or not _is_statement(scene, at):
        return None
    if "a" in cue.takes and not (_closes(scene, source[1]) and scene.low(at - 1) == ","):
        return None
    return _link(scene, cue, source, content + _resumed(scene, source[1]), lead=True)


def _is_statement(scene: Scene, end: int) -> bool:
    """Whether a clause or a quotation stands before `end`, and no mere adverbial."""
    close = end - 2 if scene.low(end - 1) == "," else end - 1
    if close >= scene.lo and scene.is_opaque(close):
        return True
    return scene.has_main_verb(scene.lo, close + 1)


def _is_adverbial(scene: Scene) -> bool:
    return scene.low(scene.lo) in scene.grammar.subordinators or scene.tag(scene.lo) in (
        "VBG",
        "IN",
    )


def _trailing(scene: Scene, cue: Cue, source: Pair, end: int) -> Link | None:
    """`..., the governor said.`: content, source, cue; perhaps more content behind."""
    start = source[0]
    if start <= scene.lo or not _ends_content(scene, start):
        return None
    if "q" not in cue.takes and "t" not in cue.takes:
        return None
    quoted = scene.is_opaque(start - 1) or scene.is_opaque(start - 2)
    follow = [] if quoted and _closes(scene, end) else behind(scene, cue, end)
    resumed = _resumed(scene, end)
    if follow and not quoted:
        return None
    stated = _is_statement(scene, start) or _is_headline(scene, start, end)
    if not quoted and not stated and not resumed:
        return None
    content = before(scene, start)
    return _link(scene, cue, source, content + (resumed or follow), lead=True) if content else None


def _is_headline(scene: Scene, start: int, end: int) -> bool:
    """`Three killed in strike, governor says`: words without a finite verb, and then the end."""
    long_enough = start - scene.lo > _FEWEST_HEADLINE_WORDS
    return long_enough and end >= scene.hi and not _is_adverbial(scene)


def _closes(scene: Scene, at: int) -> bool:
    return at >= scene.hi or scene.low(at) in STOPS


def _resumed(scene: Scene, at: int) -> list[Span]:
    """What goes on behind `..., he said,`: the second piece of interrupted content."""
    comma = next(
        (
            step
            for step in range(at, min(at + 14, scene.hi))
            if scene.low(step) in (",", ":", ".") or scene.low(step) in MARKS
        ),
        None,
    )
    if comma is None or scene.low(comma) == ".":
        return []
    start = comma + (scene.low(comma) in (",", ":"))
    while scene.low(start) in scene.grammar.coordinators:
        start += 1
    if start >= scene.hi:
        return []
    quote = scene.inside[start]
    if quote and quote.span.start == scene.tokens[start].start and not quote.scare:
        return [quote.span]
    if scene.tag(start) in ("VBG", "IN", "WP", "WDT", "WRB") or start in scene.cues:
        return []
    span = scene.text_span(start, scene.hi)
    return [span] if span and scene.has_finite(start, scene.hi) else []


def _phrase(scene: Scene, cue: Cue, at: int) -> Link | None:
    """`According to X, ...` and `..., according to X`."""
    end = scene.index(cue.span.end)
    if cue.lemma == "possessive":
        return _possessive(scene, cue, at, end)
    source_end = end
    while source_end < scene.hi and not _ends_source(scene, source_end):
        source_end += 1
    name = scene.names.get(end)
    if name and scene.low(source_end) == ",":
        source_end = max(source_end, scene.index(name.span.end))
    if source_end == end:
        return None
    source: Pair | None = (end, source_end)
    leads = at <= scene.lo + 1 or (
        scene.low(at - 1) in scene.grammar.coordinators and at <= scene.lo + 2
    )
    if leads and scene.low(source_end) == ",":
        tail = scene.text_span(source_end + 1, scene.hi)
        return _link(scene, cue, source, [tail]) if tail else None
    content = before(scene, at)
    if cue.act in (Act.UNVERIFIED, Act.NOT_CONFIRM):
        source = None if cue.act is Act.UNVERIFIED else source
        content = content or behind(scene, cue, end)
    return _link(scene, cue, source, content, lead=True) if content else None


def _possessive(scene: Scene, cue: Cue, at: int, end: int) -> Link | None:
    """`The operation, in his view, was poorly planned`: the source stands inside the cue."""
    whose = next((s for s in range(at, end) if scene.low(s) in scene.grammar.possessives), None)
    if whose is None:
        return None
    pieces = [scene.text_span(scene.lo, at), scene.text_span(end, scene.hi)]
    return _link(scene, cue, (whose, whose + 1), [span for span in pieces if span], lead=True)


def _ends_source(scene: Scene, at: int) -> bool:
    """The source of a phrase runs to a comma, a stop, or a conjunction that a clause follows."""
    low = scene.low(at)
    if low == "." and len(scene.low(at - 1)) <= _LONGEST_ABBREVIATION and at + 1 < scene.hi:
        return False
    return low in STOPS or low == "," or low in scene.grammar.complementisers


def _passive(scene: Scene, cue: Cue, at: int) -> Link | None:
    """`was not confirmed by X`: the subject is what is spoken of, the agent is the source."""
    end = scene.index(cue.span.end)
    agent = right_phrase(scene, end) if scene.low(end - 1) in scene.grammar.agents else None
    if agent is None and cue.act not in (Act.NOT_CONFIRM, Act.UNVERIFIED):
        return None
    spoken_of = subject(scene, at)
    if spoken_of is None:
        return None
    # Who fails to confirm says just that: the whole clause is the record's content.
    whole = agent is not None and cue.act is Act.NOT_CONFIRM
    span = scene.text_span(spoken_of[0], agent[1] if agent and whole else spoken_of[1])
    return _link(scene, cue, agent, [span]) if span else None


def _noun(scene: Scene, cue: Cue, at: int) -> Link | None:
    """`Moscow’s claim that ...`: the source possesses the cue."""
    end = scene.index(cue.span.end)
    low = scene.low(end)
    fits = (low in scene.grammar.that and scene.tag(end) in ("IN", "WDT", "DT")) or (
        scene.tag(end) == "TO" and "i" in cue.takes and scene.tag(end + 1) == "VB"
    )
    if not fits:
        return None
    content = behind(scene, cue, end)
    source = _possessor(scene, at)
    return _link(scene, cue, source, content) if content and source else None


def _possessor(scene: Scene, at: int) -> Pair | None:
    for step in range(at - 1, max(scene.lo - 1, at - 5), -1):
        if scene.tag(step) == "PRP$":
            return step, step + 1
        if scene.tag(step) == "POS":
            start = step
            while start > scene.lo and scene.tag(start - 1).startswith(("NN", "JJ", "DT", "PRP$")):
                start -= 1
            return (start, step) if start < step else None
    return None


def _hearsay(scene: Scene, cue: Cue, at: int) -> Link | None:
    """`reportedly`: the clause around it is the content, its source is missing."""
    first = scene.text_span(scene.lo, at)
    second = scene.text_span(scene.index(cue.span.end), scene.hi)
    pieces = [span for span in (first, second) if span]
    return _link(scene, cue, None, pieces) if pieces else None


def _impersonal(scene: Scene, cue: Cue, at: int) -> Link | None:
    """`It was reported that ...`."""
    content = behind(scene, cue, scene.index(cue.span.end))
    return _link(scene, cue, None, content) if content else None


_LINKERS = {
    "verb": _verb,
    "phrase": _phrase,
    "passive": _passive,
    "noun": _noun,
    "hearsay": _hearsay,
    "raising": _hearsay,
    "impersonal": _impersonal,
}
