"""
What people decided about the claims of a story, laid beside what the machine read.

Also: names of private persons, which views blur and exports leave out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection

from dateline.core.kept import Kept
from dateline.serve.review.folded import decided, private_claims
from dateline.serve.review.overlay import Reviewed
from dateline.serve.story.telling import Line, Telling
from dateline.serve.veil import blotted, private_names, without


class Judged(Struct, frozen=True, kw_only=True):
    """`reviewed` by claim; a claim that nobody decided on has no entry. `private` are names."""

    reviewed: Mapping[tuple[str, str], Reviewed]
    private: frozenset[str]

    def of(self, line: Line) -> Reviewed:
        """Where the work on this line stands."""
        return self.reviewed.get((line.kept.key, line.claim.id)) or Reviewed()

    def state(self, line: Line) -> str:
        """open, accepted, rejected or edited."""
        return self.of(line).state

    def is_private(self, line: Line) -> bool:
        """Whether its speaker's name is a private person's."""
        speaker = line.claim.speaker
        return speaker is not None and speaker.name in self.private

    def standing(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The lines that nobody rejected."""
        return tuple(line for line in lines if self.state(line) != "rejected")

    def covered(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The lines with the names of private persons masked."""
        return tuple(_covered(line, self.private) for line in lines)


def judged(connection: Connection, told: Telling) -> Judged:
    """All decisions about the claims of a story's reports."""
    reviewed = {
        (kept.key, ident): found
        for kept in told.reports
        for ident, found in decided(connection, kept).claims.items()
    }
    return Judged(reviewed=reviewed, private=names_kept_back(connection, told.reports))


def names_kept_back(connection: Connection, reports: Iterable[Kept]) -> frozenset[str]:
    """The names in these reports of speakers whom somebody marked as private persons."""
    marked = private_claims(connection)
    return frozenset(name for kept in reports for name in private_names(kept.record, marked))


def without_names(kept: Kept, names: frozenset[str]) -> Kept:
    """The same report with these names blotted out, letter for letter, so that offsets hold."""
    return replace(kept, record=without(kept.record, names)) if names else kept


def _covered(line: Line, names: frozenset[str]) -> Line:
    kept = without_names(line.kept, names)
    claim = next(each for each in kept.record.claims if each.id == line.claim.id)
    return replace(line, kept=kept, claim=claim, words=blotted(line.words, names))
