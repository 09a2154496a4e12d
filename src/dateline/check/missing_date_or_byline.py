"""H003: the page does not say when it was published, or by whom."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker
from dateline.lang.rules import LANGUAGES

_FROM_CALLER = "jsonl"
"""A line of JSON has no place for a byline: that it has none says nothing of the page."""
_A_REPORT = 600
"""Code points of body from which a text is a whole report and not a snippet of one."""


@checker("H003", severity=Severity.NOTE)
def missing_date_or_byline(doc: Document, _layers: Layers) -> Iterator[Observation]:
    """
    The page gives no date of publication, or no byline, or neither.

    Why it matters: without a date, "yesterday" and "May 20" mean nothing; without a byline nobody
    answers for the text.

    Speaks of the page: a date that the caller supplies does not silence it. Says nothing of a text
    without a headline, too short to be a whole report, or in a language whose bylines dateline
    cannot read.
    """
    body = sum(len(block.span) for block in doc.blocks_of(Role.BODY))
    if not doc.blocks_of(Role.HEADLINE) or body < _A_REPORT or doc.lang not in LANGUAGES:
        return
    on_page = doc.published_on_page
    missing = [] if on_page else ["date of publication"]
    if on_page and on_page.how.startswith(_FROM_CALLER):
        return
    if doc.byline is None and not doc.blocks_of(Role.BYLINE):
        missing.append("byline")
    if missing:
        yield (f"the page gives no {' and no '.join(missing)}", (), {"missing": ", ".join(missing)})
