"""
What is seen of an attribution that is offered: its cue, its source, its content, and their places.

Each trait is a short string that a weight can stand beside (`lang/*/linker.tsv`). None names a
person or a body, so that weights learned on one text say something of another.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.link import Link
from dateline.claim.scene import MARKS, Scene
from dateline.core.document import Role
from dateline.core.mentions import Cue, NameKind
from dateline.lang.rules import lists

_LETTERS = 6
_FAR = 6
_LENGTHS = (1, 2, 4, 7, 12, 20)
Pair = tuple[int, int]


def agreement(scene: Scene, at: int) -> str:
    """Gender or number that the ending of the Slavic verb at `at` shows; empty where none does."""
    found = lists(scene.doc.lang, "tag_repairs").get("agreement", {})
    low = scene.low(at)
    return next((kind for kind, endings in found.items() if low.endswith(tuple(endings))), "")


def source_traits(scene: Scene, cue: Cue, at: int, source: Pair | None) -> Iterator[str]:
    """Of a source that is offered for the cue at `at`; None offers that nobody is named."""
    verb = agreement(scene, at)
    yield "s:form " + cue.form + cue.inflection
    if source is None:
        yield "s:none " + cue.inflection + verb
        yield "s:none " + cue.form
        return
    start, end = source
    behind = scene.index(cue.span.end)
    right = start >= behind
    gap = start - behind if right else at - end
    near = f"{'r' if right else 'l'}{min(max(gap, 0), _FAR)}"
    kind = _kind(scene, start)
    case = scene.tag(start)
    yield "s:near " + near
    yield "s:near " + near + kind
    yield "s:near " + near + case
    yield "s:kind " + kind + case
    yield "s:before " + _place(scene, start - 1)
    yield "s:before " + _place(scene, start - 1) + near[0] + verb
    yield "s:agree " + verb + _head_ending(scene, start, end) + near[0]
    yield "s:after " + near[0] + _place(scene, end)
    yield f"s:length {near[0]}{_bucket(end - start)}"
    if right and _place(scene, at - 1) in (",", "-"):
        yield "s:inverted " + near


def _head_ending(scene: Scene, start: int, end: int) -> str:
    """The last letters of the first noun."""
    for at in range(start, end):
        if scene.tag(at).startswith(("NOUN", "PROPN", "PRON", "NN", "PRP")):
            return scene.low(at)[-1:]
    return scene.low(start)[-1:]


def _kind(scene: Scene, at: int) -> str:
    name = scene.names.get(at)
    return str(name.type) if name else "-"


def _place(scene: Scene, at: int) -> str:
    """A word of a closed class, a mark, or no more than the class of the word."""
    if not scene.lo <= at < scene.hi:
        return "edge"
    low, tag = scene.low(at), scene.tag(at)
    if low in MARKS:
        return "quote"
    if not low[0].isalnum():
        return "-" if low in ("—", "–", "-", "--") else low
    return tag.partition(".")[0]


def _bucket(size: int) -> int:
    return sum(size > limit for limit in _LENGTHS)


def link_traits(scene: Scene, cue: Cue, at: int, link: Link) -> Iterator[str]:
    """Of a whole attribution that is offered."""
    made = cue.made_by.removeprefix("cue/")
    start = scene.index(link.content[0].start)
    end = scene.index(link.content[-1].end)
    side = "lead" if end <= at else "tail" if start > at else "both"
    where = side + _place(scene, start - 1 if side == "tail" else end)
    kind = _kind(scene, scene.index(link.source[0].start)) if link.source else "none"
    finite = "fin" if _has_verb(scene, start, end) else "nom"
    open_ = "open" if made.startswith("open") else "known"
    yield "a:bias " + open_
    yield "a:made " + made
    yield "a:form " + cue.form + cue.inflection + open_
    yield "a:word " + scene.low(at)[:_LETTERS]
    yield "a:word " + scene.low(at)[:_LETTERS] + side + finite
    yield "a:where " + where + open_
    yield "a:where " + where + finite + cue.act
    yield "a:kind " + kind + open_ + finite
    yield "a:kind " + kind + side
    yield "a:act " + cue.act + side + finite
    yield "a:before " + _place(scene, at - 1) + cue.inflection
    yield "a:after " + _place(scene, scene.index(cue.span.end)) + open_
    yield f"a:length {_bucket(end - start)}{side}{finite}"
    yield "a:opens " + _place(scene, start) + side + open_
    yield "a:quoted " + _quoted(scene, start, end) + open_
    yield "a:role " + _role(scene) + open_ + kind
    if link.source:
        yield from _seat(scene, link, at)


def _seat(scene: Scene, link: Link, at: int) -> Iterator[str]:
    """Where the source sits, and what begins it."""
    start = scene.index(link.source[0].start)
    low = scene.low(start)
    relative = low in scene.grammar.relatives
    yield f"a:seat {'r' if start > at else 'l'}{min(abs(start - at), _FAR)}"
    yield "a:seat " + _place(scene, start - 1)
    if relative:
        yield "a:relative"
    if scene.names.get(start) and scene.names[start].type is NameKind.PRONOUN:
        yield "a:pronoun " + low


def _has_verb(scene: Scene, start: int, end: int) -> bool:
    return any(
        scene.is_finite(at) or scene.tag(at).startswith(("VERB.Fin", "AUX"))
        for at in range(start, min(end, start + 40))
    )


def _quoted(scene: Scene, start: int, end: int) -> str:
    opens = scene.low(start) in MARKS
    closes = end > start and scene.low(end - 1) in MARKS
    return f"{opens:d}{closes:d}{any(scene.is_opaque(at) for at in range(start, end)):d}"


def _role(scene: Scene) -> str:
    return "headline" if scene.doc.role_at(scene.span) is Role.HEADLINE else "body"
