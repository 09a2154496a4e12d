"""The page in a browser's single-file archive (MHTML, RFC 2557): its first HTML part."""

from __future__ import annotations

import re
from email import message_from_bytes

from dateline.core.errors import EmptyDocument
from dateline.ingest.decode import decode

_HEAD = 4096
_FIRST = re.compile(
    rb"\s*(?:From|MIME-Version|Subject|Date|Snapshot-Content-Location|Content-Type): ",
    re.IGNORECASE,
)
_RELATED = re.compile(rb"Content-Type:\s*multipart/related", re.IGNORECASE)


def is_mhtml(data: bytes) -> bool:
    """Whether `data` begins as a saved page with its pictures does; a mail is none."""
    return bool(_FIRST.match(data)) and bool(_RELATED.search(data[:_HEAD]))


def page_in(data: bytes) -> str:
    """
    The HTML of the page.

    Raises:
        EmptyDocument: no part of the archive is HTML.
    """
    for part in message_from_bytes(data).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return decode(content, part.get_content_charset())
    raise EmptyDocument("a page archive (MHTML) without a page in it")
