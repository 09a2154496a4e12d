"""
Which words are whose, in Russian and Ukrainian: the source and the content of each cue in a scene.

Punctuation sets the clause of saying off from what is said, and case marks its subject, so a cue
is read within the stretch between two marks of punctuation.
"""

from __future__ import annotations

from dateline.claim.link import Link
from dateline.claim.scene import DASHES, STOPS, Scene
from dateline.claim.slavic_subject import Pair, subject
from dateline.core.mentions import Act, Cue
from dateline.core.span import Span

_NAMING, _GOVERNS = "N", "p"
"""What a cue can take besides: a thing with what it is called; a phrase behind `на` or `в`."""
_BREAKS = STOPS | DASHES | {",", ":"}
_NEGATIVE = (Act.NOT_CONFIRM, Act.UNVERIFIED, Act.DENY, Act.CONFIRM, Act.DECLINE)


def slavic_link(scene: Scene, cue: Cue, at: int) -> Link | None:
    """What the rules make of the cue at word `at`; None where it introduces nothing."""
    return _LINKERS.get(cue.form, _verb)(scene, cue, at)


def stretch(scene: Scene, at: int) -> Pair:
    """The words around `at` between two marks of punctuation, quotations outside it."""
    start = at
    while start > scene.lo and not _breaks(scene, start - 1):
        start -= 1
    end = at
    while end < scene.hi and not _breaks(scene, end) and not _says_too(scene, at, end):
        end += 1
    return start, end


def _says_too(scene: Scene, cue: int, at: int) -> bool:
    """`відкинув звинувачення та | заявив, що ...`: another verb of saying has its own content."""
    if at <= cue or scene.low(at) not in scene.grammar.coordinators:
        return False
    step = at + 1
    while scene.tag(step).startswith(("ADV", "PART")) and step not in scene.cues:
        step += 1
    follows = scene.cues.get(step)
    return follows is not None and follows.form == "verb" and follows.inflection != "inf"


def _breaks(scene: Scene, at: int) -> bool:
    if scene.is_opaque(at):
        return True
    return scene.low(at) in _BREAKS and not _hyphen(scene, at) and not _around_time(scene, at)


def _around_time(scene: Scene, at: int) -> bool:
    """A comma of `в четверг, 5 июня, губернатор ...` sets no clause off."""
    if scene.low(at) != ",":
        return False
    for start, span in scene.times.items():
        last = scene.index(span.end)
        if start < at < last or (at == last and any(scene.low(i) == "," for i in range(start, at))):
            return True
    if at + 1 in scene.times and at - 1 >= scene.lo:
        end = scene.time_end(at + 1)
        return (
            any(scene.index(span.end) == at for span in scene.times.values())
            and scene.low(end) == ","
        )
    return any(
        scene.index(span.end) == at and scene.low(start - 1) == ","
        for start, span in scene.times.items()
    )


def _hyphen(scene: Scene, at: int) -> bool:
    """A hyphen without spaces is part of a word."""
    if scene.low(at) != "-" or at + 1 >= scene.hi or at <= scene.lo:
        return False
    return scene.tokens[at - 1].end == scene.tokens[at].start


def _verb(scene: Scene, cue: Cue, at: int) -> Link | None:
    start, end = stretch(scene, at)
    behind = scene.index(cue.span.end)
    source = subject(scene, cue, (start, end), at)
    content = _behind(scene, cue, behind, end)
    if not content and _NAMING in cue.takes:
        content = _object(scene, cue, (start, end), behind, source)
    if not content and scene.low(start) in scene.grammar.as_words and start <= scene.lo + 1:
        content = _rest(scene, end + 1)
    lead = False
    if not content:
        content = _before(scene, cue, start, source)
        lead = bool(content)
        content += _resumed(scene, end) if content else []
    if not content:
        content = _object(scene, cue, (start, end), behind, source)
    if not content or (cue.negated and cue.act not in _NEGATIVE):
        return None
    return _link(scene, cue, source, content, lead=lead)


def _link(
    scene: Scene, cue: Cue | None, source: Pair | None, content: list[Span], *, lead: bool = False
) -> Link:
    span = scene.text_span(*source) if source else None
    if span and any(piece.overlaps(span) for piece in content):
        content = [piece for piece in content if not piece.overlaps(span)] or content
    return Link(cue=cue, source=(span,) if span else (), content=tuple(content), lead=lead)


def _behind(scene: Scene, cue: Cue, behind: int, end: int) -> list[Span]:
    """What follows the clause of saying: behind a colon, a conjunction, or as a quotation."""
    at = _past_aside(scene, end)
    low = scene.low(at)
    if low == ":":
        return _rest(scene, at + 1)
    if _opens_quote(scene, at) and at == end:
        return _rest(scene, at)
    if low != ",":
        return []
    follow = scene.low(at + 1)
    if follow in scene.grammar.complementisers:
        return _rest(scene, at + 2 if follow in scene.grammar.dropped else at + 1)
    if _opens_quote(scene, at + 1):
        return _rest(scene, at + 1)
    return []


def _past_aside(scene: Scene, end: int) -> int:
    """Behind a short aside in commas, such as a relative clause of the source."""
    if scene.low(end) != ",":
        return end
    first = scene.low(end + 1)
    if first in scene.grammar.complementisers and first not in scene.grammar.relatives:
        return end
    for at in range(end + 1, min(end + 16, scene.hi)):
        if scene.low(at) in (",", ":"):
            conjunction = scene.low(at + 1) in scene.grammar.complementisers
            return at if scene.low(at) == ":" or conjunction else end
        if at in scene.cues or scene.is_opaque(at):
            return end
    return end


def _opens_quote(scene: Scene, at: int) -> bool:
    quote = scene.inside[at] if scene.lo <= at < scene.hi else None
    return quote is not None and quote.span.start == scene.tokens[at].start


def _rest(scene: Scene, at: int) -> list[Span]:
    span = scene.text_span(at, _clause_end(scene, at))
    return [span] if span else []


def _clause_end(scene: Scene, start: int) -> int:
    """Behind the content that begins at `start`: up to the next clause of saying, or the end."""
    at = start
    while at < scene.hi:
        if scene.is_opaque(at):
            at = max(at + 1, scene.index((scene.inside[at] or scene.quotes[0]).span.end))
            continue
        if at > start + 1 and scene.low(at) in (",", ";") and _new_saying(scene, at + 1):
            return at
        if (
            at > start
            and scene.low(at) in scene.grammar.coordinators
            and at + 1 in scene.cues
            and not scene.is_opaque(at + 1)
        ):
            return at
        at += 1
    return scene.hi


def _new_saying(scene: Scene, at: int) -> bool:
    """Whether the stretch that begins at `at` is a clause of saying of its own."""
    if scene.low(at) in scene.grammar.complementisers | scene.grammar.relatives:
        return scene.low(at) in scene.grammar.as_words and _holds_cue(scene, at)
    return _holds_cue(scene, at)


def _holds_cue(scene: Scene, at: int) -> bool:
    _, end = stretch(scene, at)
    return any(
        step in scene.cues
        and scene.cues[step].form in ("verb", "phrase")
        and scene.cues[step].inflection != "inf"
        for step in range(at, end)
    )


def _before(scene: Scene, cue: Cue, start: int, source: Pair | None) -> list[Span]:
    """The quotation or clause that ends where the clause of saying begins."""
    close = min(start, source[0]) if source else start
    while close > scene.lo and scene.low(close - 1) in DASHES | {",", "("}:
        close -= 1
    if close <= scene.lo or close == start:
        return []
    quote = scene.inside[close - 1]
    first = scene.lo
    while first < close and scene.low(first) in DASHES:
        first += 1
    if scene.low(first) in scene.grammar.contrast and scene.low(first + 1) != ",":
        first += 1
    span = scene.text_span(first, close)
    if span is None:
        return []
    if quote and not quote.scare:
        return [Span(min(span.start, quote.span.start), max(span.end, quote.span.end))]
    if (
        scene.low(start) in scene.grammar.complementisers
        and scene.low(start) not in scene.grammar.as_words
    ):
        return []
    return [span]


def _resumed(scene: Scene, end: int) -> list[Span]:
    """What goes on behind `, — сказал он. —` or `, считает он,`."""
    at = end
    while at < scene.hi and scene.low(at) in DASHES | {",", "."}:
        at += 1
    if at == end or at >= scene.hi or _holds_cue(scene, at):
        return []
    span = scene.text_span(at, scene.hi)
    return [span] if span else []


def _object(scene: Scene, cue: Cue, clause: Pair, behind: int, source: Pair | None) -> list[Span]:
    """`заявил об ударе`, `опроверг потерю села`: a phrase inside the clause of saying."""
    start, end = clause
    floor = max(behind, source[1] if source and source[0] >= behind else behind)
    for at in range(behind, end):
        if scene.low(at) in scene.grammar.about:
            return _phrase_at(scene, at + 1, source)
    if scene.low(start) in scene.grammar.about and scene.low(start + 1) in scene.grammar.deictics:
        span = scene.text_span(start + 1, start + 2)
        return [span] if span else []
    if _GOVERNS in cue.takes and scene.low(floor) in scene.grammar.within:
        return _phrase_at(scene, floor + 1, source)
    if "i" in cue.takes and any(scene.tag(at) == "VERB.Inf" for at in range(floor, end)):
        first = next(at for at in range(floor, end) if scene.tag(at) == "VERB.Inf")
        return _phrase_at(scene, first, source)
    if not {"n", _NAMING} & set(cue.takes) and cue.act not in _NEGATIVE:
        return []
    return _noun_beside(scene, cue, start, (floor, end), source)


def _noun_beside(
    scene: Scene, cue: Cue, start: int, behind: Pair, source: Pair | None
) -> list[Span]:
    """The object right behind the verb, else the one between its subject and the verb."""
    floor, end = behind
    if floor < end:
        return _phrase_at(scene, floor, source)
    left = source[1] if source and source[1] <= scene.index(cue.span.start) else start
    span = scene.text_span(left, scene.index(cue.span.start))
    return [span] if span and source and source[1] == left else []


def _phrase_at(scene: Scene, at: int, source: Pair | None) -> list[Span]:
    end = _clause_end(scene, at)
    if source and source[0] >= at:
        end = min(end, source[0])
    span = scene.text_span(at, end)
    return [span] if span else []


def _phrase(scene: Scene, cue: Cue, at: int) -> Link | None:
    """`По словам X, ...` and `..., по словам X`."""
    end = scene.index(cue.span.end)
    source_end = end
    while source_end < scene.hi and scene.low(source_end) not in (",", ";", ":", ".", "—", "–"):
        if scene.is_opaque(source_end):
            break
        source_end += 1
    source: Pair | None = (end, source_end)
    if source_end == end or cue.lemma.startswith("possessive"):
        inner = next((s for s in range(at, end) if scene.low(s) in scene.grammar.possessives), None)
        source = (inner, inner + 1) if inner is not None else None
        source_end = end if inner is not None else source_end
    if source is None:
        return None
    leads = at <= scene.lo + 1 or scene.low(at - 1) in scene.grammar.coordinators | {";"}
    if leads and scene.low(source_end) in (",", ":", "—", "–"):
        return (
            _link(scene, cue, source, _rest(scene, source_end + 1))
            if _rest(scene, source_end + 1)
            else None
        )
    pieces = [scene.text_span(scene.lo, at), scene.text_span(source_end, scene.hi)]
    content = [span for span in pieces if span]
    return _link(scene, cue, source, content, lead=True) if content else None


def _around(scene: Scene, cue: Cue, at: int) -> Link | None:
    """`Подтвердить это независимо не удалось`: the content stands inside the cue."""
    end = scene.index(cue.span.end)
    close = next(
        (
            step
            for step in range(end - 1, at, -1)
            if scene.low(step) in scene.grammar.negations | scene.grammar.impossible
        ),
        end,
    )
    while close > at + 1 and scene.tag(close - 1).startswith("ADV"):
        close -= 1
    inner = scene.text_span(at + 1, close) or scene.text_span(stretch(scene, at)[0], at)
    content = [inner] if inner else _behind(scene, cue, end, end) or [cue.span]
    return Link(cue=cue, source=(), content=tuple(content))


def _hearsay(scene: Scene, cue: Cue, at: int) -> Link | None:
    pieces = [scene.text_span(scene.lo, at), scene.text_span(scene.index(cue.span.end), scene.hi)]
    content = [span for span in pieces if span]
    return _link(scene, cue, None, content) if content else None


def _noun(scene: Scene, cue: Cue, at: int) -> Link | None:
    return None


_LINKERS = {
    "verb": _verb,
    "passive": _verb,
    "phrase": _phrase,
    "around": _around,
    "hearsay": _hearsay,
    "noun": _noun,
}
