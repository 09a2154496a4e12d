"""
The way a claim came: from its origin through recordings and channels, this report left out.

Links are read off the sentence of the cue, outside its content: the channel that somebody wrote
on or told, the origin that an outlet cites, the recording in which somebody speaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from dateline.claim.draft import Draft
from dateline.claim.near import Near
from dateline.claim.passed_on import passed_on
from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.mentions import Name, NameKind
from dateline.core.span import Span
from dateline.core.values import Identified, Speaker
from dateline.lang.rules import lists
from dateline.lang.words import Word, cut

_CHANNELS = (NameKind.OUTLET,)
_LONGEST_ORIGIN = 9
_NEAR_CUE = 1000
"""Code points to each side of a cue: longer than any sentence that a person wrote."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The names of a document and whom they refer to."""

    names: Near[Name]
    identified: Mapping[Span, Identified]

    def called(self, name: Name) -> str | None:
        """What the record calls one who is named; None where nobody knows."""
        found = self.identified.get(name.span)
        return found.speaker.name if found else None

    def is_recording(self, doc: Document, source: Sequence[Span]) -> bool:
        """A recording vouches for nothing: it passes on what is seen and heard in it."""
        recordings = frozenset(lists(doc.lang, "names").get("recordings", ()))
        return any(
            name.type is NameKind.FOOTAGE
            and any(word.low in recordings for word in cut(doc.quote(name.head)))
            for name in (self.names.overlapping(source[0]) if source else ())
        )

    def within(self, span: Span, *kinds: NameKind) -> list[Name]:
        return [name for name in self.names.inside(span) if name.type in kinds]


def chain(
    doc: Document, draft: Draft, speaker: Speaker | None, sources: Sources
) -> tuple[str, ...]:
    """Names, origin first; empty where nothing stands between the speaker and this report."""
    if draft.link is None or speaker is None:
        return ()
    origin = _cited(doc, draft, sources)
    channels = _channels(doc, draft, sources)
    footage = _recording(doc, draft, sources)
    if footage:
        own = () if sources.is_recording(doc, draft.link.source) else (speaker.name,)
        return _distinct((*own, footage, *channels))
    if origin:
        return _distinct((origin, speaker.name))
    return _distinct((speaker.name, *channels)) if channels else ()


def citing(language: str) -> frozenset[str]:
    """Words that introduce the origin of what another passes on: a link, no record of its own."""
    return frozenset(lists(language, "chain").get("citing", ()))


def _distinct(links: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(links))


def _outside(draft: Draft, span: Span) -> bool:
    return not any(piece.overlaps(span) for piece in draft.pieces)


def _cited(doc: Document, draft: Draft, sources: Sources) -> str | None:
    """The origin behind `citing`, `со ссылкой на`."""
    words = _around(doc, draft)
    for phrase in lists(doc.lang, "chain").get("citing", ()):
        parts = phrase.split()
        for at in range(len(words) - len(parts)):
            if [word.low for word in words[at : at + len(parts)]] == parts:
                return _origin(doc, words[at + len(parts) :], sources)
    return None


def _around(doc: Document, draft: Draft) -> list[Word]:
    """The words of the sentence about the cue: a wall of text is no sentence."""
    at = draft.link.cue.span if draft.link and draft.link.cue else draft.pieces[0]
    start = max(draft.sentence.start, at.start - _NEAR_CUE)
    end = min(draft.sentence.end, at.end + _NEAR_CUE)
    return cut(doc.text, start, end)


def _origin(doc: Document, words: Sequence[Word], sources: Sources) -> str | None:
    """The phrase up to the next mark; by its name in the record, where it has one."""
    end = next(
        (at for at, word in enumerate(words[:_LONGEST_ORIGIN]) if word.text in ",.;:—“”"),
        min(len(words), _LONGEST_ORIGIN),
    )
    if end == 0:
        return None
    span = Span(words[0].start, words[end - 1].end)
    for name in sources.names.overlapping(span):
        if name.span.start == span.start and (called := sources.called(name)):
            return called
    return doc.quote(span)


def _channels(doc: Document, draft: Draft, sources: Sources) -> list[str]:
    """Outlets in the cue's sentence that are neither source nor content."""
    link = draft.link
    if link is None or link.cue is None:
        return []
    found: list[str] = []
    for name in sources.within(draft.sentence, *_CHANNELS):
        clause = name.span.start - link.cue.span.end
        inside_source = any(span.overlaps(name.span) for span in link.source)
        if not _outside(draft, name.span) or (
            inside_source and not _carried(doc, link.source, name)
        ):
            continue
        if -120 < clause < 60 and (called := sources.called(name)):
            found.append(_bare(doc, called))
    return found


def _carried(doc: Document, source: Sequence[Span], name: Name) -> bool:
    """`a video broadcast on Russia-1`: the channel inside the source phrase."""
    carried = frozenset(lists(doc.lang, "chain").get("carried", ()))
    before = cut(doc.text, source[0].start, name.span.start)
    return any(word.low in carried for word in before)


def _bare(doc: Document, called: str) -> str:
    """A channel without possessive and generic noun."""
    dropped = frozenset(lists(doc.lang, "chain").get("dropped", ()))
    words = [word for word in called.split() if word.lower() not in dropped]
    return " ".join(words) or called


def _recording(doc: Document, draft: Draft, sources: Sources) -> str | None:
    """The recording that speaks, or in which the speaker is seen (`In the footage, ...`)."""
    recordings = frozenset(lists(doc.lang, "names").get("recordings", ()))
    link = draft.link
    for name in sources.within(draft.sentence, NameKind.FOOTAGE):
        head = [word.low for word in cut(doc.text, name.head.start, name.head.end)]
        if not recordings & set(head) or not _outside(draft, name.span):
            continue
        is_source = link is not None and any(span.overlaps(name.span) for span in link.source)
        opens = name.span.start - draft.sentence.start < len("In the new ") + 4
        if is_source or opens:
            return next(word for word in head if word in recordings)
    return None


def joined(doc: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, tied where one recording is the source of one and the stage of another."""
    claims = passed_on(doc, claims)
    recordings = frozenset(lists(doc.lang, "names").get("recordings", ()))
    speaking = [claim for claim in claims if _link_at(claim, recordings) == 1]
    shown = [claim for claim in claims if _link_at(claim, recordings) == 0]
    if len(speaking) != 1 or not shown:
        return claims
    origin = speaking[0].chain[0]
    channels = shown[0].chain[1:]
    return [
        replace(claim, chain=(origin, *claim.chain))
        if claim in shown
        else replace(claim, chain=_distinct((*claim.chain, *channels)))
        if claim in speaking
        else claim
        for claim in claims
    ]


def _link_at(claim: Claim, recordings: frozenset[str]) -> int | None:
    """Where in the chain a recording stands; None where none does."""
    return next((at for at, link in enumerate(claim.chain) if link in recordings), None)
