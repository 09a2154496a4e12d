"""What ties a cue to its source and its content, as every language's linker gives it."""

from __future__ import annotations

from msgspec import Struct

from dateline.core.mentions import Cue
from dateline.core.span import Span


class Link(Struct, frozen=True, kw_only=True):
    """One attribution: `source` is empty where the text names none."""

    cue: Cue | None
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    lead: bool = False
    """Whether the content stands before the cue, so that a quotation can go on behind it."""
