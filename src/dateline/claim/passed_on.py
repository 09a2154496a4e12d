"""A report that somebody passed on whole (a forwarded post): its origin is in every chain."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.core.claim import Claim
from dateline.core.document import Document


def passed_on(doc: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Each claim with those behind its speaker whom the report is passed on from."""
    if not doc.passed_on_from:
        return list(claims)
    return [replace(claim, chain=_longer(claim, doc.passed_on_from)) for claim in claims]


def _longer(claim: Claim, origins: tuple[str, ...]) -> tuple[str, ...]:
    speaker = (claim.speaker.name,) if claim.speaker else ()
    return tuple(dict.fromkeys((*(claim.chain or speaker), *origins)))
