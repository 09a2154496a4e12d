"""The way a claim came: from its origin through recordings and channels, this report left out."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claim.draft import Draft
from dateline.core.document import Document
from dateline.core.values import Identified, Speaker


def chain(
    doc: Document, draft: Draft, speaker: Speaker | None, identified: Sequence[Identified]
) -> tuple[str, ...]:
    """Names, origin first; empty where nothing stands between the speaker and this report."""
    return ()
