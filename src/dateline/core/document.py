"""One report as text: the only coordinate system that the rest of dateline points into."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from dateline.core.span import Span


class Role(StrEnum):
    """What a block is for, in the newsroom's own words."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"
    """Menus, comment forms, theme advertisements, unrendered code: kept, never annotated."""


class Block(Struct, frozen=True, order=True):
    """A stretch of the text with one role. Blocks are in text order and never overlap."""

    span: Span
    role: Role
    made_by: str = ""
    """The rule that gave the role (`furniture/shortcode`), so that a person can ask why."""


class Fact(Struct, frozen=True, order=True):
    """Something known of the page, and how it came to be known (`json-ld datePublished`)."""

    value: str
    how: str


class Published(Struct, frozen=True):
    """
    When the report came out, exactly as precisely as is known.

    `value` is ISO 8601: a date (`2025-06-09`), a date-time without a zone whose zone is unknown
    (`2025-06-09T08:00`), or a date-time with its offset (`2025-06-09T08:00:00+03:00`).
    """

    value: str
    how: str

    @property
    def day(self) -> date:
        """The calendar day in the page's own zone."""
        return date.fromisoformat(self.value[:10])

    @property
    def moment(self) -> datetime | None:
        """The instant; None where only the day, or a clock without a zone, is known."""
        if len(self.value) <= len("2025-06-09"):
            return None
        moment = datetime.fromisoformat(self.value)
        return moment if moment.tzinfo else None


class Document(Struct, frozen=True, kw_only=True):
    """
    A report, normalised once and never changed again.

    The headline is a block of `text` like any other, so one `Span` type serves everywhere.
    Text that no block covers (white space between blocks) has no role.
    """

    id: str
    text: str
    lang: str = "und"
    """`en`, `ru`, `uk`, another ISO 639 code where the caller said so, or `und`."""
    lang_how: str = ""
    blocks: tuple[Block, ...] = ()
    title: Fact | None = None
    """None where no headline was found; otherwise its words, which also stand in `text`."""
    byline: Fact | None = None
    outlet: Fact | None = None
    published: Published | None = None
    """What the rest of dateline counts from: the caller's word where given, else the page's."""
    published_on_page: Published | None = None
    """What the page itself says, whatever the caller said; None where it says nothing."""
    url: str | None = None
    notes: tuple[str, ...] = ()
    """What was said of the document and could not be used, for the reader of its record."""
    passed_on_from: tuple[str, ...] = ()
    """Those from whom it was passed on whole (a forwarded post), the first of them first."""
    origin: str = ""
    """The file it was read from, as the caller named it (`-` for standard input); not identity."""

    def quote(self, span: Span) -> str:
        """The words at `span`, exactly as published."""
        return self.text[span.start : span.end]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the code point at `offset`; None between blocks."""
        at = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        if at >= 0 and offset < self.blocks[at].span.end:
            return self.blocks[at]
        return None

    def role_at(self, span: Span) -> Role | None:
        """The role of the block in which `span` starts; None between blocks."""
        block = self.block_at(span.start)
        return block.role if block else None

    def blocks_of(self, *roles: Role) -> tuple[Block, ...]:
        """The blocks with one of these roles, in text order."""
        return tuple(block for block in self.blocks if block.role in roles)

    @property
    def readable(self) -> tuple[Block, ...]:
        """Every block but furniture: where mentions may be found."""
        return tuple(block for block in self.blocks if block.role is not Role.FURNITURE)
