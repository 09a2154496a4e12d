"""One line of JSON Lines becomes a Document, or a Failure that names the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from dateline.core.document import Document, Published
from dateline.core.errors import IngestError, UsageError
from dateline.core.failure import Failure
from dateline.ingest.given import language_option, published_option
from dateline.ingest.plain import from_text, refuse_long

T = TypeVar("T")


def document_of_line(
    line: str | bytes, number: int, *, published: Published | None, lang: str | None
) -> Document | Failure:
    """
    The document of an object with `text`, and `id`, `title`, `published`, `lang`, `url` if known.

    `number` counts from 1. `published` and `lang` speak where the line does not. An empty `text`
    is a document without words, not a Failure. A `published` or `lang` that cannot be used leaves a
    note, and the document is read without it.
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
    refuse_long(raw["text"])
    stated, why_no_date = _usable(published_option, _string(raw, "published"), "'published'")
    language, why_no_language = _usable(language_option, _string(raw, "lang"), "'lang'")
    on_page = Published(stated.value, "jsonl published") if stated else None
    doc = from_text(
        raw["text"],
        id=key,
        title=_string(raw, "title"),
        published=on_page or published,
        url=_string(raw, "url"),
        lang=None if language == "und" else language or lang,
    )
    notes = tuple(f"not used: {why}" for why in (why_no_date, why_no_language) if why)
    return msgspec.structs.replace(doc, published_on_page=on_page, notes=notes)


def _usable(
    parse: Callable[..., T | None], stated: str | None, name: str
) -> tuple[T | None, str | None]:
    """What `stated` means, or why nothing: a report is not lost for a bad date beside it."""
    try:
        return parse(stated, option=name), None
    except UsageError as error:
        return None, str(error)


def _string(raw: dict[str, Any], name: str) -> str | None:
    """The string under `name`; None where it is absent, null, empty or "und"."""
    value = raw.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise IngestError(f"want a string or null under {name!r}, got {type(value).__name__}")
    return value
