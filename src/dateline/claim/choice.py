"""
Which of the attributions that a sentence could hold it does hold: chosen by learned weights.

The rules of a language (`english`, `slavic`) offer a reading of each cue, and of each verb that no
list knows as one; weights say whether it is a saying at all and who says it. Without weights the
rules' readings of the listed cues are taken as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from dateline.claim.bare import without_cue
from dateline.claim.link import Link
from dateline.claim.scene import Scene
from dateline.claim.sources import candidates
from dateline.claim.traits import Pair, link_traits, source_traits
from dateline.core.mentions import Act, Cue
from dateline.core.span import Span
from dateline.lang.linker import linker_weights
from dateline.lang.rules import lists

Read = Callable[[Scene, Cue, int], Link | None]
_OPEN, _KNOWN = 100, -150
"""Scores from which a verb that no list names, and a listed cue, are taken for a saying; chosen by
`tools/train_linker.py --folds` on the dev half."""
_OPEN_TAGS = ("VBD", "VBZ", "VBP", "VBG", "VBN", "VERB.Fin", "VERB.Conv")


class Offer(NamedTuple):
    """A reading of the cue at word `at`."""

    at: int
    cue: Cue
    link: Link


def chosen(scene: Scene, read: Read) -> Iterator[Link]:
    """The attributions of one scene, in the order of their cues."""
    weights = linker_weights(scene.doc.lang)
    known = list(offers(scene, read, weights))
    if weights is not None:
        known = [offer for offer in known if accepted(scene, offer, weights)]
    found = _without_rivals(known)
    yield from (offer.link for offer in found)
    if not found and (bare := without_cue(scene)):
        yield bare


def offers(scene: Scene, read: Read, weights: Mapping[str, int] | None) -> Iterator[Offer]:
    """What the rules make of each cue, and with weights of each verb that may be one."""
    cues = dict(scene.cues)
    if weights is not None:
        cues |= {at: cue for at, cue in open_cues(scene) if at not in cues}
    for at, cue in sorted(cues.items()):
        link = None if scene.is_opaque(at) else read(scene, cue, at)
        if link:
            yield Offer(at, cue, _with_source(scene, cue, at, link, weights))


def open_cues(scene: Scene) -> Iterator[tuple[int, Cue]]:
    """Each verb that no list names, as a cue of its own."""
    grammar = scene.grammar
    never = frozenset(lists(scene.doc.lang, "grammar").get("no_cues", ()))
    for at in range(scene.lo, scene.hi):
        token = scene.tokens[at]
        if token.tag not in _OPEN_TAGS or token.low in never or token.low in grammar.auxiliaries:
            continue
        yield (
            at,
            Cue(
                span=Span(token.start, token.end),
                made_by="cue/open",
                act=Act.ASSERT,
                lemma=token.low,
                form="verb",
                takes="tqi",
                inflection="ger" if token.tag in ("VBG", "VERB.Conv") else "past",
            ),
        )


def _with_source(
    scene: Scene, cue: Cue, at: int, link: Link, weights: Mapping[str, int] | None
) -> Link:
    """The link with the likeliest of its sources; the rules' own where nothing was learned."""
    offered = [pair for pair in candidates(scene, cue, at, link) if _has_words(scene, pair)]
    if weights is None or len(offered) < 2:
        return link
    best = max(offered, key=lambda pair: (source_score(scene, cue, at, pair, weights), pair or ()))
    return with_source(scene, link, best)


def _has_words(scene: Scene, pair: Pair | None) -> bool:
    """Whether it is more than marks; None, for no source, is a candidate too."""
    return pair is None or any(scene.tokens[at].text[:1].isalnum() for at in range(*pair))


def with_source(scene: Scene, link: Link, source: Pair | None) -> Link:
    """The link with another source, cut out of its content."""
    span = scene.text_span(*source) if source else None
    if span is None:
        return Link(cue=link.cue, source=(), content=link.content, lead=link.lead)
    content = tuple(piece for piece in link.content if not piece.overlaps(span))
    return Link(cue=link.cue, source=(span,), content=content or link.content, lead=link.lead)


def source_score(
    scene: Scene, cue: Cue, at: int, source: Pair | None, weights: Mapping[str, int]
) -> int:
    return sum(weights.get(trait, 0) for trait in source_traits(scene, cue, at, source))


def link_score(scene: Scene, offer: Offer, weights: Mapping[str, int]) -> int:
    return sum(weights.get(trait, 0) for trait in link_traits(scene, *_parts(offer)))


def _parts(offer: Offer) -> tuple[Cue, int, Link]:
    return offer.cue, offer.at, offer.link


def accepted(scene: Scene, offer: Offer, weights: Mapping[str, int]) -> bool:
    """Whether the reading is a saying: a listed cue has the benefit of the doubt, others none."""
    return link_score(scene, offer, weights) >= (_OPEN if _is_open(offer) else _KNOWN)


def _is_open(offer: Offer) -> bool:
    return offer.cue.made_by == "cue/open"


def _without_rivals(found: list[Offer]) -> list[Offer]:
    """Of two readings with the same content the one whose cue is listed, else the first."""
    kept: dict[tuple[Span, ...], Offer] = {}
    for offer in found:
        rival = kept.get(offer.link.content)
        if rival is None or (_is_open(rival) and not _is_open(offer)):
            kept[offer.link.content] = offer
    return sorted(kept.values(), key=lambda offer: offer.at)
