"""H003: the page does not say when it was published, or by whom."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker

_A_REPORT = 600
"""Code points of body from which a text is a whole report and not a snippet of one."""


@checker("H003", severity=Severity.NOTE)
def missing_date_or_byline(doc: Document, _layers: Layers) -> Iterator[Observation]:
    """
    The page gives no date of publication, or no byline, or neither.

    Why it matters: without a date, "yesterday" and "May 20" mean nothing; without a byline nobody
    answers for the text.

    Speaks of the page: a date that the caller supplies does not silence it. Says nothing of a text
    without a headline, or too short to be a whole report.
    """
    body = sum(len(block.span) for block in doc.blocks_of(Role.BODY))
    if not doc.blocks_of(Role.HEADLINE) or body < _A_REPORT:
        return
    missing = []
    if doc.published_on_page is None:
        missing.append("date of publication")
    if doc.byline is None and not doc.blocks_of(Role.BYLINE):
        missing.append("byline")
    if missing:
        yield (f"the page gives no {' and no '.join(missing)}", (), {"missing": ", ".join(missing)})
