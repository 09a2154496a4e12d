"""The body of a request as fields, whether a form of a page sent it or a program's JSON."""

from __future__ import annotations

from typing import Any

from fastapi import HTTPException, Request
from msgspec import DecodeError
from msgspec.json import decode
from starlette.datastructures import UploadFile

_MOST_FIELDS = 200


async def fields(request: Request) -> dict[str, Any]:
    """
    What was sent, by name; of a form, the last value of each name, and no files.

    Raises:
        HTTPException: 400, it is neither a form nor an object of JSON.
    """
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "application/json":
        try:
            found = decode(await request.body())
        except (DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise HTTPException(400, f"the body is no JSON: {error}") from error
        if not isinstance(found, dict):
            raise HTTPException(400, "want an object")
        return _clean(found)
    if kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        async with request.form(max_files=0, max_fields=_MOST_FIELDS) as form:
            return _clean({k: v for k, v in form.multi_items() if not isinstance(v, UploadFile)})
    if not kind:
        return {}
    raise HTTPException(415, "want a form, or application/json")


def _clean(found: dict[str, Any]) -> dict[str, Any]:
    """Refuses NUL and halves of code points anywhere: no database holds them as text."""
    if any(not _storable(each) for item in found.items() for each in item):
        raise HTTPException(400, "the body holds a character that no text has")
    return found


def _storable(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" not in value and not any("\ud800" <= c <= "\udfff" for c in value)
    if isinstance(value, dict):
        return all(_storable(each) for item in value.items() for each in item)
    if isinstance(value, list):
        return all(_storable(each) for each in value)
    return True
