"""
Make a decision: under the archive's one writer, so that nobody decides on what they have not seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection

from dateline.core.errors import UsageError
from dateline.core.kept import Kept
from dateline.serve.desk import Desk
from dateline.serve.failing import Conflict, NotThere
from dateline.serve.project import project_of
from dateline.serve.review.asked import Asked, Asking, drafts
from dateline.serve.review.overlay import CHANGES, Overlay, Reviewed, overlay
from dateline.store.decisions import Decision, Draft, append, decisions_of, names
from dateline.store.people import Person
from dateline.store.read import find, one
from dateline.store.settings import settings


class Done(Struct, frozen=True, kw_only=True):
    """What was decided, how its subject stands now, and the next claim that is open."""

    decisions: tuple[Decision, ...]
    state: Reviewed
    next: str | None
    last: int


def decide(desk: Desk, key: str, asked: Asked, person: Person) -> Done:
    """
    Keep the decision.

    Raises:
        NotThere: no such report, or no such thing in it.
        Conflict: another person decided on it since the caller looked.
        UsageError: it cannot be decided so.
    """
    with desk.writing() as connection:
        kept = kept_of(connection, key)
        made = decisions_of(connection, kept.key)
        second = project_of(settings(connection)).second_person
        who = names(connection)
        before = overlay(kept.record, made, who, second_person=second)
        human = before.claims[asked.id].values if asked.id in before.claims else {}
        asking = Asking(connection=connection, kept=kept, person=person.id, made=made, human=human)
        wanted = drafts(asked, asking)
        _check_unseen(wanted[0], made, asked.expects)
        if asked.act == "signoff" and second:
            _check_second(asked, person, before)
        new = append(connection, wanted)
        after = overlay(kept.record, [*made, *new], who, second_person=second)
    return Done(
        decisions=tuple(new),
        state=_state(after, kept, new[-1]),
        next=next_open(kept, after, new[-1].subject),
        last=after.last,
    )


def kept_of(connection: Connection, key: str) -> Kept:
    """
    The report that is called so.

    Raises:
        NotThere: none is.
    """
    try:
        return one(connection, find(connection, key))
    except UsageError as error:
        raise NotThere(str(error)) from error


def _check_unseen(draft: Draft, made: Iterable[Decision], expects: int | None) -> None:
    if expects is None:
        return
    for each in made:
        if each.subject == draft.subject and each.n > expects and each.person != draft.person:
            raise Conflict("another person decided here meanwhile: look again")


def _check_second(asked: Asked, person: Person, before: Overlay) -> None:
    """The second of two pairs of eyes is not the first."""
    if asked.kind == "document":
        under: list[Any] = [*before.claims.values(), before.document]
    else:
        under = [before.claims.get(asked.id)]
    if any(person.id in each.deciders for each in under if each is not None):
        raise UsageError("a second person signs off here: you decided on it yourself")


def _state(after: Overlay, kept: Kept, new: Decision) -> Reviewed:
    if new.kind == "document":
        return after.document or Reviewed()
    if new.kind == "claim":
        return after.claims.get(new.subject, Reviewed())
    if new.kind == "finding":
        found = (each for each in after.findings.values() if each.last == new.n)
        return next(found, Reviewed())
    return after.values.get(new.subject, Reviewed())


def next_open(kept: Kept, after: Overlay, subject: str) -> str | None:
    """The next claim after `subject` that nobody decided on, from the start again at the end."""
    idents = [claim.id for claim in kept.record.claims]
    at = idents.index(subject) + 1 if subject in idents else 0
    for ident in (*idents[at:], *idents[:at]):
        if ident not in after.claims or after.claims[ident].state == "open":
            return ident
    return None


def is_change(decision: Decision) -> bool:
    """Whether it says something of the subject itself, not of the work on it."""
    return decision.act in CHANGES
