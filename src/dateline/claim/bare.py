"""Attributions without a word of saying: a source and a colon, or a dash and the source."""

from __future__ import annotations

from dateline.claim.link import Link
from dateline.claim.scene import DASHES, MARKS, Scene
from dateline.core.document import Role
from dateline.core.mentions import Name, NameKind
from dateline.core.span import Span

_NO_SOURCES = (NameKind.FOOTAGE, NameKind.PRONOUN, NameKind.OTHER)
_FEWEST_WORDS = 3
_LONGEST_SOURCE = 5
_LONGEST_TOPIC = 7


def without_cue(scene: Scene) -> Link | None:
    """`Governor: “...”`, and, as headlines have it, `... — governor`; None where neither is."""
    return _before_colon(scene) or _behind_dash(scene) or _behind_colon(scene)


def _first_word(scene: Scene) -> int:
    """Behind the signs (`⚡️`, `❗`) that a post opens with."""
    at = scene.lo
    while at < scene.hi and not scene.low(at)[0].isalnum() and scene.low(at) not in MARKS:
        at += 1
    return at


def _before_colon(scene: Scene) -> Link | None:
    """`Name: content` and `Name on the talks: content`."""
    at = _first_word(scene)
    name = scene.names.get(at)
    if name is None or not _speaks(scene, name):
        return None
    behind = scene.index(name.span.end)
    colon = _topic_end(scene, behind)
    if scene.low(colon) != ":" or colon + 1 >= scene.hi:
        return None
    content = _what_follows(scene, colon + 1)
    return Link(cue=None, source=(name.span,), content=(content,)) if content else None


def _speaks(scene: Scene, name: Name) -> bool:
    """Whether the name can stand for one who speaks: no place that is but a place in a list."""
    if name.type in _NO_SOURCES:
        return False
    return name.type is not NameKind.PLACE or scene.doc.role_at(scene.span) is Role.HEADLINE


def _topic_end(scene: Scene, at: int) -> int:
    """Behind `о переговорах`, `on Moscow’s memorandum`, `– про мирний план`; `at` if none."""
    end = at + 1 if scene.low(at) in DASHES else at
    if scene.low(end) not in scene.grammar.about:
        return at
    for step in range(end + 1, min(end + _LONGEST_TOPIC, scene.hi)):
        if scene.low(step) == ":":
            return step
        if not (scene.low(step)[0].isalnum() or scene.low(step) in ("’", "'", "’s", "'s")):
            return at
    return at


def _what_follows(scene: Scene, at: int) -> Span | None:
    """The quotation that opens there, else all words to the end, where they are enough."""
    quote = scene.inside[at]
    if quote is not None and quote.span.start == scene.tokens[at].start and not quote.scare:
        return quote.span
    return scene.text_span(at, scene.hi) if scene.hi - at >= _FEWEST_WORDS else None


def _behind_dash(scene: Scene) -> Link | None:
    """`content — source` at the end of a sentence."""
    for at in range(scene.hi - 1, scene.lo + 1, -1):
        if scene.is_opaque(at):
            return None
        if scene.low(at) in DASHES and scene.tokens[at - 1].end < scene.tokens[at].start:
            return _closing(scene, at)
    return None


def _closing(scene: Scene, dash: int) -> Link | None:
    end = scene.hi - (scene.low(scene.hi - 1) == ".")
    name = scene.names.get(dash + 1)
    named = name is not None and name.type not in _NO_SOURCES
    if named and name is not None and scene.index(name.span.end) >= end:
        source: Span | None = name.span
    else:
        source = _unlisted(scene, dash + 1, end)
    if source is None or (scene.is_opaque(dash - 1) is False and dash - scene.lo < _FEWEST_WORDS):
        return None
    content = scene.text_span(scene.lo, dash)
    return Link(cue=None, source=(source,), content=(content,)) if content else None


def _unlisted(scene: Scene, start: int, end: int) -> Span | None:
    """A few words without a verb behind a headline's last dash, what stands before being said."""
    if scene.doc.role_at(scene.span) is not Role.HEADLINE or not 0 < end - start <= _LONGEST_SOURCE:
        return None
    verbs = ("VERB", "AUX", "VB", "MD", "SCONJ", "ADV", "PRON", "PUNCT")
    if any(scene.tag(at).startswith(verbs) or at in scene.times for at in range(start, end)):
        return None
    said = any(
        scene.is_finite(a) or scene.tag(a).startswith(("VERB", "AUX"))
        for a in range(scene.lo, start)
    )
    return scene.text_span(start, end) if said else None


def _behind_colon(scene: Scene) -> Link | None:
    """`Airport closed: Rosaviatsia`: a headline whose last words name who says it."""
    for at in range(scene.hi - 2, scene.lo + _FEWEST_WORDS, -1):
        if scene.low(at) != ":" or scene.is_opaque(at):
            continue
        name = scene.names.get(at + 1)
        if name is None or name.type in (*_NO_SOURCES, NameKind.PLACE):
            return None
        content = scene.text_span(scene.lo, at)
        whole = scene.index(name.span.end) >= scene.hi
        return (
            Link(cue=None, source=(name.span,), content=(content,)) if whole and content else None
        )
    return None
