"""
Put claims together: who said what, when, where, how sure, and the outlet's own voice.

Every field is taken from an item and its words are named in `grounds`; a field that no item
grounds stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.claim.answers import answered
from dateline.claim.chain import joined
from dateline.claim.choice import Read, chosen
from dateline.claim.draft import Draft
from dateline.claim.english import english_link
from dateline.claim.finish import Finisher
from dateline.claim.gather import gathered
from dateline.claim.link import Link
from dateline.claim.near import Near, items_near
from dateline.claim.own_voice import own_voice
from dateline.claim.scene import Known, Scene, grammar
from dateline.claim.slavic import slavic_link
from dateline.core.claim import Claim
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Cue, Name, Quotation, Sentence
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.core.values import Dated, Identified, Located

READERS: Mapping[str, Read] = {"en": english_link, "ru": slavic_link, "uk": slavic_link}
READ = (Role.BODY, Role.HEADLINE, Role.CAPTION)


@component(version=2, reads=(Sentence, Quotation, Name, Cue, Identified), writes=(Claim,))
def claims(doc: Document, layers: Layers) -> Iterator[Claim]:
    """Each attribution, then the outlet's own voice; answers point at what they answer."""
    drafts = gathered(doc, layers.of(Quotation), list(_attributions(doc, layers)))
    drafts += own_voice(doc, layers.of(Sentence), drafts)
    finish = Finisher(
        doc, layers.of(Name), layers.of(Identified), layers.of(Dated), layers.of(Located)
    )
    yield from answered(doc, joined(doc, [finish(draft) for draft in drafts]))


def _attributions(doc: Document, layers: Layers) -> Iterator[Draft]:
    read = READERS.get(doc.lang)
    if read is None:
        return
    found = known(layers)
    before: Span | None = None
    for sentence in layers.of(Sentence):
        if doc.role_at(sentence.span) not in READ:
            continue
        for link in chosen(Scene(doc, sentence.span, found), read):
            yield Draft(
                link=link,
                sentence=sentence.span,
                before=before,
                content=_meant(doc, link, before) or (),
            )
        before = sentence.span


def known(layers: Layers) -> Known:
    """What a sentence is read with: the items of a document by their places."""
    return Known(
        items_near(layers.of(Quotation)),
        items_near(layers.of(Cue)),
        items_near(layers.of(Name)),
        Near([item.span for item in layers.of(Dated)], lambda span: span),
    )


def _meant(doc: Document, link: Link, before: Span | None) -> tuple[Span, ...] | None:
    """The sentence before, where the content is but `this` or `об этом`; None otherwise."""
    (first, *others) = link.content
    if before is None or others or doc.quote(first).lower() not in grammar(doc.lang).deictics:
        return None
    if doc.role_at(before) is not Role.BODY:
        return None
    end = before.end - (doc.text[before.end - 1] == ".")
    return (Span(before.start, end),) if end > before.start else None
