"""
Who a name, title or pronoun refers to, with role and side.

Names introduce persons and bodies; later surnames, titles and pronouns point back to them
(`coreference`). A side is the one that somebody speaks for. Finding the phrases is
not its business.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Cue, Name, NameKind, Quotation, Sentence
from dateline.core.parts import component
from dateline.core.values import Identified, Located, Speaker
from dateline.resolve.coreference import Mentions, antecedent
from dateline.resolve.naming import Roster
from dateline.resolve.papers import last_speaker, owner
from dateline.resolve.sides import Sides


@component(version=2, reads=(Sentence, Quotation, Name, Cue), writes=(Identified,))
def actors(doc: Document, layers: Layers) -> Iterator[Identified]:
    """One Identified for each name that can be told, pronouns included."""
    names = layers.of(Name)
    roster = Roster(doc, names)
    sides = Sides(doc, layers.of(Located))
    mentions = Mentions(doc, layers, roster)
    known: dict[Name, Speaker] = {}
    for name in names:
        meant = _holder(names, owner(mentions, name)) or name
        found = antecedent(mentions, meant) or last_speaker(mentions, meant)
        if found is None and meant in known:
            found = meant
        speaker = known.get(found) if found else _introduced(doc, meant, roster, sides)
        if speaker is None:
            continue
        known[name] = speaker
        yield Identified(
            span=name.span,
            made_by="actors/coreference" if found else "actors/name",
            speaker=speaker,
            antecedent=found.span if found else None,
            reason=_reason(doc, name, found),
        )


def _holder(names: Sequence[Name], part: Name | None) -> Name | None:
    """The name of the document that the owner of a paper is; the owner's words where it is none."""
    if part is None:
        return None
    held = (name for name in names if name.span == part.span)
    return next(held, part)


def _reason(doc: Document, name: Name, found: Name | None) -> str:
    return f"refers to {doc.quote(found.head)!r}" if found else f"named as {name.type}"


def _introduced(doc: Document, name: Name, roster: Roster, sides: Sides) -> Speaker | None:
    """Who the words themselves name; None for a pronoun, which names nobody."""
    if name.type is NameKind.PRONOUN:
        return None
    person = roster.person(name)
    if person:
        if person.side is None:
            person.side = sides.of_person(person.at, person.phrases, person.actor)
        return Speaker(name=person.name, role=person.role, named=True, side=person.side)
    shown = roster.shown(name)
    return Speaker(
        name=shown.name,
        role=shown.role,
        named=shown.named,
        side=sides.of(name, (doc.quote(name.span),), shown.actor),
    )
