"""A claim in the making: a link with its sentence, before speaker, time and sureness are known."""

from __future__ import annotations

from msgspec import Struct

from dateline.claim.link import Link
from dateline.core.span import Span


class Draft(Struct, frozen=True, kw_only=True):
    """`link` is None in the outlet's own voice, whose `content` is then all there is."""

    sentence: Span
    before: Span | None = None
    """The sentence before it, where there is one."""
    link: Link | None = None
    content: tuple[Span, ...] = ()

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The content, whoever says it."""
        return self.content or (self.link.content if self.link else ())
