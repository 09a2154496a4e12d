"""
Many documents, in this process or in a pool: one outcome for each, in the order they came in.

The bytes of a record do not depend on `jobs`: stages are pure, and a test compares them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from dateline import __version__
from dateline.core.document import Document
from dateline.core.failure import Failure
from dateline.core.record import Record, RecordDocument
from dateline.ingest.given import language_option, published_option
from dateline.ingest.jsonl import document_of_line
from dateline.run.inputs import load_file
from dateline.run.local import read_document
from dateline.run.pool import spread

T = TypeVar("T")
Outcome = Record | Failure
_BATCH = 8


def read_many(
    files: Iterable[str | Path],
    *,
    published: str | None = None,
    lang: str | None = None,
    jobs: int = 1,
) -> Iterator[Outcome]:
    """
    One record or Failure for each of `files` (see `find_files`), in order.

    Raises:
        UsageError: `published` or `lang` cannot be used; before anything is read.
    """
    published_option(published), language_option(lang)
    batches = (
        (batch, published, lang) for batch in _batches((str(file) for file in files), _BATCH)
    )
    return chain.from_iterable(spread(_read_files, batches, jobs=jobs))


def read_jsonl(
    lines: Iterable[str | bytes],
    *,
    published: str | None = None,
    lang: str | None = None,
    jobs: int = 1,
) -> Iterator[Outcome]:
    """
    One record or Failure for each line that is not blank, in order; see docs/howto/inputs.md.

    `published` and `lang` speak for lines that say nothing of their own. `empty_record` makes
    what stands in the output in the place of a Failure.

    Raises:
        UsageError: `published` or `lang` cannot be used; before anything is read.
    """
    published_option(published), language_option(lang)
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    batches = ((batch, published, lang) for batch in _batches(numbered, _BATCH))
    return chain.from_iterable(spread(_read_lines, batches, jobs=jobs))


def empty_record(failure: Failure) -> Record:
    """
    A record of nothing, with the reason in its notes, under the document's id or `line-3`.

    It stands where the record of a line that could not be read would have stood, so that output
    lines and input lines stay side by side.
    """
    nothing = RecordDocument(
        text="",
        lang="und",
        title=None,
        byline=None,
        outlet=None,
        published=None,
        url=None,
        blocks=(),
        how={},
    )
    return Record(
        id=failure.id or failure.path.replace(" ", "-"),
        dateline=__version__,
        document=nothing,
        times=(),
        places=(),
        claims=(),
        frames=(),
        findings=(),
        notes=(f"not read: {failure}",),
    )


def _batches(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    rest = iter(items)
    while batch := tuple(islice(rest, size)):
        yield batch


def _read_files(batch: tuple[str, ...], published: str | None, lang: str | None) -> list[Outcome]:
    return [_read(load_file(path, published=published, lang=lang)) for path in batch]


def _read_lines(
    batch: tuple[tuple[int, str | bytes], ...], published: str | None, lang: str | None
) -> list[Outcome]:
    when, language = published_option(published), language_option(lang)
    return [
        _read(document_of_line(line, number, published=when, lang=language))
        for number, line in batch
    ]


def _read(loaded: Document | Failure) -> Outcome:
    return loaded if isinstance(loaded, Failure) else read_document(loaded)
