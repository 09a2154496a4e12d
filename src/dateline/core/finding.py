"""What does not add up, put so that a person can judge it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from dateline.core.span import Span


class Severity(StrEnum):
    """Earned by measured precision: `error` and `warning` only where nine in ten are right."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(Struct, frozen=True, kw_only=True, order=True):
    """
    `evidence` holds the words in question, narrow; empty when it is about the whole page.

    `computed` holds (name, value) pairs that a reader can check by hand.
    """

    code: str
    name: str
    severity: Severity
    message: str
    evidence: tuple[Span, ...] = ()
    computed: tuple[tuple[str, str | int], ...] = ()
