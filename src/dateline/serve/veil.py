"""
Records without the names of people who were marked as private.

The name is taken out of speakers and chains and blotted out in the text, letter for letter, so
that every offset still points where it did. The archive itself keeps what was published.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from dateline.core.kept import Kept
from dateline.core.record import Record, RecordClaim, RecordSpeaker

BLOT = "█"
PRIVATE = "a private person"
_LETTERS = 3
"""Of a name's words, those that are blotted out: a shorter one stands in too many others."""


def veiled(kept: Kept, private: frozenset[str]) -> Kept:
    """The document without the names of the speakers of these claims."""
    names = private_names(kept.record, private)
    return replace(kept, record=without(kept.record, names)) if names else kept


def private_names(record: Record, private: frozenset[str]) -> frozenset[str]:
    """The names, as the record has them and as its words have them, of these claims' speakers."""
    found: set[str] = set()
    for claim in record.claims:
        if claim.id in private and claim.speaker is not None and claim.speaker.named:
            found.add(claim.speaker.name)
    return frozenset(found)


def without(record: Record, names: frozenset[str]) -> Record:
    """The record with these names blotted out wherever they stand."""
    text = blotted(record.document.text, names)
    document = replace(
        record.document,
        text=text,
        title=blotted(record.document.title, names) if record.document.title else None,
        byline=blotted(record.document.byline, names) if record.document.byline else None,
    )
    claims = tuple(_claim(claim, names) for claim in record.claims)
    findings = tuple(
        replace(each, message=blotted(each.message, names)) for each in record.findings
    )
    return replace(record, document=document, claims=claims, findings=findings)


def _claim(claim: RecordClaim, names: frozenset[str]) -> RecordClaim:
    speaker = claim.speaker
    if speaker is not None and speaker.name in names:
        speaker = RecordSpeaker(name=PRIVATE, role=speaker.role, named=False, side=speaker.side)
    chain = tuple(PRIVATE if name in names else name for name in claim.chain)
    return replace(claim, speaker=speaker, chain=chain)


def blotted(text: str, names: frozenset[str]) -> str:
    """`text` with every word of these names, in any ending, letter for letter blotted out."""
    words = {word for name in names for word in re.findall(r"\w+", name) if len(word) > _LETTERS}
    if not words:
        return text
    stems = sorted((re.escape(word[: max(_LETTERS + 1, len(word) - 2)]) for word in words), key=len)
    looked = re.compile(rf"\b(?:{'|'.join(reversed(stems))})\w*", re.IGNORECASE)
    return looked.sub(lambda found: BLOT * len(found[0]), text)
