"""
Names: the noun phrases that can be a source, with their head and title.

Persons, bodies, offices, units, groups, outlets, recordings, pronouns, and places that stand for
a government. Who they are is the business of `resolve.actors`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dateline.annotate.name_english import english_names
from dateline.annotate.name_slavic import slavic_names
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Name, Sentence
from dateline.core.parts import component

Finder = Callable[[Document, Sentence], Iterator[Name]]
_FINDERS: Mapping[str, Finder] = {
    "en": english_names,
    "ru": slavic_names,
    "uk": slavic_names,
}


@component(version=2, reads=(Sentence,), writes=(Name,))
def name(doc: Document, layers: Layers) -> Iterator[Name]:
    """Each phrase once, the longest at its place; nothing where the language has no rules."""
    finder = _FINDERS.get(doc.lang)
    if finder is None:
        return
    for sentence in layers.of(Sentence):
        yield from finder(doc, sentence)
