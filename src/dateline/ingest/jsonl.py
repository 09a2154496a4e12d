"""One line of JSON Lines becomes a Document, or a Failure that names the line."""

from __future__ import annotations

from typing import Any

import msgspec

from dateline.core.document import Document, Published
from dateline.core.errors import IngestError, UsageError
from dateline.core.failure import Failure
from dateline.ingest.given import language_option, published_option
from dateline.ingest.plain import from_text


def document_of_line(
    line: str | bytes, number: int, *, published: Published | None, lang: str | None
) -> Document | Failure:
    """
    The document of an object with `text`, and `id`, `title`, `published`, `lang`, `url` if known.

    `number` counts from 1. `published` and `lang` speak where the line does not. An empty `text`
    is a document without words, not a Failure.
    """
    name = f"line {number}"
    try:
        raw = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError) as error:
        return Failure(name, f"not JSON: {error}")
    if not isinstance(raw, dict):
        return Failure(name, f"want an object with 'text', got {type(raw).__name__}")
    key = _id(raw)
    try:
        return _document(raw, key, published=published, lang=lang)
    except (IngestError, UsageError) as error:
        return Failure(name, str(error), key)


def _id(raw: dict[str, Any]) -> str | None:
    key = raw.get("id")
    if isinstance(key, str | int) and not isinstance(key, bool) and key != "":
        return str(key)
    return None


def _document(
    raw: dict[str, Any], key: str | None, *, published: Published | None, lang: str | None
) -> Document:
    if not isinstance(raw.get("text"), str):
        raise IngestError("want a string under 'text'")
    stated = published_option(_string(raw, "published"), option="'published'")
    language = language_option(_string(raw, "lang"), option="'lang'")
    on_page = Published(stated.value, "jsonl published") if stated else None
    doc = from_text(
        raw["text"],
        id=key,
        title=_string(raw, "title"),
        published=on_page or published,
        url=_string(raw, "url"),
        lang=None if language == "und" else language or lang,
    )
    return msgspec.structs.replace(doc, published_on_page=on_page)


def _string(raw: dict[str, Any], name: str) -> str | None:
    """The string under `name`; None where it is absent, null, empty or "und"."""
    value = raw.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise IngestError(f"want a string or null under {name!r}, got {type(value).__name__}")
    return value
