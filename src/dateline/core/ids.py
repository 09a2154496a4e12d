"""Identifiers made from content: the same thing has the same id on every machine."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from msgspec.json import encode


def content_id(prefix: str, *parts: Any) -> str:
    """`prefix-` and sixteen hex digits of the SHA-256 of `parts`, which must encode to JSON."""
    return f"{prefix}-{sha256(encode(parts)).hexdigest()[:16]}"
