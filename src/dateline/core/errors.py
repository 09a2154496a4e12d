"""
Everything dateline raises on purpose, one class for each thing a caller can do about it.

    DatelineError
      IngestError            skip this input, tell the person who supplied it
        UnsupportedMedia       convert it first
        EmptyDocument          nothing to read: a paywall, a script-only page, a deletion
        Unreachable            try again later: the network or the server failed
      UsageError             mend the option or argument named in the message
      ArchiveError           mend, restore or name another archive; the message says which
      LexiconError           mend the data file named in the message
      PipelineError          reorder or add a component; raised while building, never while running
      SpanError              a bug in dateline: an offset does not point into its text

A run over many documents never stops for an `IngestError`: it records a `Failure` and goes on.
Every other exception is a bug and is left to propagate.
"""

from __future__ import annotations

from pathlib import Path


class DatelineError(Exception):
    """The root, for `except DatelineError` at the outermost edge only."""


class IngestError(DatelineError):
    """This input cannot become a document."""


class UnsupportedMedia(IngestError):
    """The bytes are no text, Markdown or HTML."""


class EmptyDocument(IngestError):
    """Nothing to read is left once the page has been taken apart."""


class Unreachable(IngestError):
    """
    The network or a server failed, and may not fail next time.

    `wait` is for how many seconds the server asked not to be asked again; 0 where it did not say.
    """

    def __init__(self, why: str, wait: float = 0) -> None:
        super().__init__(why)
        self.wait = wait


class UsageError(DatelineError):
    """An option or argument cannot be used as given."""


class ArchiveError(DatelineError):
    """The archive cannot be opened, written or trusted as it stands."""


class LexiconError(DatelineError):
    """A data file is wrong: says which file, which entry, and what would be right."""

    def __init__(self, path: Path, entry: str, problem: str) -> None:
        super().__init__(f"{path.name}: entry {entry!r}: {problem}")
        self.path = path
        self.entry = entry


class PipelineError(DatelineError):
    """Components are in an order in which one lacks what it reads."""


class SpanError(DatelineError, ValueError):
    """An offset that does not point into its text."""
