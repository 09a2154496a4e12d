"""Attributions without a word of saying: a source and a colon, or a dash and the source."""

from __future__ import annotations

from dateline.claim.link import Link
from dateline.claim.scene import DASHES, Scene
from dateline.core.mentions import NameKind

_NO_SOURCES = (NameKind.FOOTAGE, NameKind.PRONOUN)
_FEWEST_WORDS = 3


def without_cue(scene: Scene) -> Link | None:
    """`Governor: “...”`, and, as headlines have it, `... — governor`; None where neither is."""
    return _before_colon(scene) or _behind_dash(scene)


def _before_colon(scene: Scene) -> Link | None:
    name = scene.names.get(scene.lo)
    if name is None or name.type in _NO_SOURCES:
        return None
    colon = scene.index(name.span.end)
    quote = scene.inside[colon + 1] if colon + 1 < scene.hi else None
    if scene.low(colon) != ":" or quote is None:
        return None
    if quote.span.start != scene.tokens[colon + 1].start:
        return None
    return Link(cue=None, source=(name.span,), content=(quote.span,))


def _behind_dash(scene: Scene) -> Link | None:
    for at in range(scene.hi - 1, scene.lo + _FEWEST_WORDS, -1):
        if scene.is_opaque(at):
            return None
        if scene.low(at) in DASHES and scene.tokens[at - 1].end < scene.tokens[at].start:
            name = scene.names.get(at + 1)
            if name is None or name.type in _NO_SOURCES or scene.index(name.span.end) < scene.hi:
                return None
            content = scene.text_span(scene.lo, at)
            return Link(cue=None, source=(name.span,), content=(content,)) if content else None
    return None
