"""
What is new in a story since a moment: reports that came in, what they claim, deny and update.

Reports count as new by when this archive took them in, not by when they were published.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec import Struct
from sqlalchemy import Connection, bindparam, text

from dateline.core.kept import Kept
from dateline.serve.story.telling import Dispute, Line, Telling

_DAY = timedelta(days=1)


class Digest(Struct, frozen=True, kw_only=True):
    """Everything new in a story; `since` is a UTC instant."""

    since: str
    reports: tuple[Kept, ...]
    claims: tuple[Line, ...]
    """Lines that no earlier report has."""
    answers: tuple[Line, ...]
    """Those of them that deny or do not confirm a line."""
    repeats: tuple[Line, ...]
    """Older lines that a new report repeats."""
    updates: tuple[Dispute, ...]
    disputes: tuple[Dispute, ...]

    @property
    def is_empty(self) -> bool:
        return not self.reports


def yesterday(now: str) -> str:
    """The same time a day before a UTC instant such as the log writes."""
    then = datetime.fromisoformat(now).astimezone(UTC) - _DAY
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")


def digest(connection: Connection, told: Telling, *, since: str) -> Digest:
    """What came into the story after `since`."""
    added = _added(connection, [kept.key for kept in told.reports])
    fresh = {key for key, at in added.items() if at > since}
    new = tuple(line for line in told.lines if line.kept.key in fresh)
    numbers = {line.number for line in new}
    touched = [each for each in told.disputes if {each.a, each.b} & numbers]
    return Digest(
        since=since,
        reports=tuple(kept for kept in told.reports if kept.key in fresh),
        claims=new,
        answers=tuple(line for line in new if line.answers),
        repeats=tuple(
            line
            for line in told.lines
            if line.number not in numbers and any(r.document in fresh for r in line.repeats)
        ),
        updates=tuple(each for each in touched if each.update),
        disputes=tuple(each for each in touched if not each.update),
    )


def _added(connection: Connection, keys: list[str]) -> dict[str, str]:
    """When each document came in, UTC, as the log has it."""
    sql = text("SELECT subject, at FROM log WHERE act = 'add' AND subject IN :keys")
    rows = connection.execute(sql.bindparams(bindparam("keys", expanding=True)), {"keys": keys})
    return {row.subject: row.at for row in rows}
