"""Plain text becomes a Document: nothing is added to it and nothing taken away."""

from __future__ import annotations

import re

from dateline.core.document import Document, Fact, Published
from dateline.core.errors import UnsupportedMedia
from dateline.core.ids import content_id

MAX_TEXT = 500_000
"""Code points of one report; that is a book of three hundred pages."""
MAX_LINE = 100_000
"""Code points without a line break; a paragraph of sixty pages is none."""
_SURROGATES = re.compile("[\ud800-\udfff]")


def from_text(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    published: Published | None = None,
    url: str | None = None,
    lang: str | None = None,
) -> Document:
    """
    A Document without blocks yet; `read.layout` gives it those.

    With `title`, the text is the title, a blank line, then `text`; without it, exactly `text`,
    save that a lone surrogate, which no file can hold, becomes U+FFFD.
    """
    whole = _SURROGATES.sub("\ufffd", f"{title}\n\n{text}" if title else text)
    return Document(
        id=id or content_id("doc", whole, published and published.value, url),
        text=whole,
        title=Fact(whole[: len(title)], "given") if title else None,
        published=published,
        url=url,
        lang=lang or "und",
        lang_how="given" if lang else "",
    )


def refuse_long(text: str) -> None:
    """
    Nothing, for a text that one report can have.

    Raises:
        UnsupportedMedia: it has more than MAX_TEXT code points, or more than MAX_LINE without a
            line break.
    """
    if len(text) > MAX_TEXT:
        raise UnsupportedMedia(
            f"{len(text):,} characters of text: want one report, at most {MAX_TEXT:,}"
        )
    longest = max(map(len, text.splitlines()), default=0)
    if longest > MAX_LINE:
        raise UnsupportedMedia(
            f"a line of {longest:,} characters: want paragraphs, each at most {MAX_LINE:,}"
        )
