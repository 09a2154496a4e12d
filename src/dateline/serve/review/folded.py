"""What people decided about one document of the archive, and which names they keep private."""

from __future__ import annotations

from sqlalchemy import Connection

from dateline.core.kept import Kept
from dateline.serve.project import project_of
from dateline.serve.review.overlay import Overlay, overlay
from dateline.store.decisions import decisions_of, live, names, with_act
from dateline.store.settings import settings


def decided(connection: Connection, kept: Kept) -> Overlay:
    """The decisions about a document, folded over its newest record."""
    made = decisions_of(connection, kept.key)
    if not made:
        return Overlay()
    second = project_of(settings(connection)).second_person
    return overlay(kept.record, made, names(connection), second_person=second)


def private_claims(connection: Connection) -> frozenset[str]:
    """The claims whose speaker somebody marked as a private person, in the whole archive."""
    marks: dict[str, bool] = {}
    for one in live(with_act(connection, "private")):
        marks[one.subject] = bool(one.said and one.said.value)
    return frozenset(subject for subject, is_private in marks.items() if is_private)
