"""
Read what comes in and keep it: documents are read in processes, one writer writes them.

What is known already is not read again. A batch is written whole or not at all, so a run that was
cut off is simply run again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct
from msgspec.msgpack import encode
from msgspec.structs import replace

from dateline import __version__
from dateline.core.capture import Skipped, Taken
from dateline.core.document import Document, Published
from dateline.core.errors import IngestError
from dateline.core.failure import Failure
from dateline.ingest.given import language_option, published_option
from dateline.ingest.load import from_bytes
from dateline.link.gist import gist
from dateline.pipeline.standard import standard
from dateline.present.record import record
from dateline.run.maker import maker
from dateline.run.pool import spread
from dateline.run.taking import Incoming
from dateline.store.open import Archive
from dateline.store.rows import Prepared, Reading, document_key, prepared, record_id
from dateline.store.write import Maker, Written, known_records, write

Outcome = Written | Failure | Skipped
_BATCH = 32


class Options(Struct, frozen=True, kw_only=True):
    """What the caller says of every report, and how many processes read."""

    published: str | None = None
    lang: str | None = None
    jobs: int = 1


def add(
    archive: Archive, incoming: Iterable[Incoming], options: Options | None = None
) -> Iterator[Outcome]:
    """
    One outcome for each thing that comes in: what is refused or skipped as it comes, what is kept
    once its batch is written.

    Raises:
        UsageError: `published` or `lang` cannot be used.
        ArchiveError: the archive cannot be written.
    """
    asked = options or Options()
    published_option(asked.published), language_option(asked.lang)
    made_by = maker(published=asked.published, lang=asked.lang)
    told: list[Outcome] = []
    batches = _unknown(archive, incoming, made_by, told)
    work = ((batch, made_by.id, asked) for batch in batches)
    with archive.session():
        for outcomes in spread(_prepare_all, work, jobs=asked.jobs):
            yield from _drain(told)
            ready = [one for one in outcomes if isinstance(one, Prepared)]
            yield from (one for one in outcomes if isinstance(one, Failure))
            if ready:
                with archive.writing() as connection:
                    written = write(connection, ready, made_by)
                yield from written
        yield from _drain(told)


def _drain(told: list[Outcome]) -> Iterator[Outcome]:
    now, told[:] = list(told), []
    yield from now


def _unknown(
    archive: Archive, incoming: Iterable[Incoming], made_by: Maker, told: list[Outcome]
) -> Iterator[tuple[Taken, ...]]:
    """Batches of what has to be read; what need not be goes to `told`."""
    rest = iter(incoming)
    while batch := tuple(islice(rest, _BATCH)):
        told.extend(one for one in batch if not isinstance(one, Taken))
        keys = [(one, _key(one)) for one in batch if isinstance(one, Taken)]
        with archive.reading() as connection:
            ids = [record_id(key, made_by.id) for _, key in keys]
            known = known_records(connection, ids)
        unknown: list[Taken] = []
        for (one, key), ident in zip(keys, ids, strict=True):
            if ident in known:
                told.append(Written(key=key, what="known"))
            else:
                unknown.append(one)
        if unknown:
            yield tuple(unknown)


def _key(taken: Taken) -> str:
    return document_key(taken.capture.sha256, taken.capture.url)


def _prepare_all(
    batch: tuple[Taken, ...], pipeline: str, options: Options
) -> list[Prepared | Failure]:
    """Runs in a process of the pool."""
    return [_prepare(taken, pipeline, options) for taken in batch]


def _prepare(taken: Taken, pipeline: str, options: Options) -> Prepared | Failure:
    try:
        doc = taken.document or _made(taken, options)
    except IngestError as error:
        return Failure(taken.capture.container or taken.capture.url or "", str(error))
    given = doc.id if taken.document else None
    reading = _read(replace(doc, id=_key(taken)), pipeline)
    return prepared(taken.capture, taken.content, reading, given=given)


def _read(doc: Document, pipeline: str) -> Reading:
    parts = standard()
    doc, layers = parts(doc)
    return Reading(
        record=record(doc, layers, parts.check(doc, layers), version=__version__),
        gist=encode(gist(doc, layers)),
        pipeline=pipeline,
    )


def _made(taken: Taken, options: Options) -> Document:
    """The document in a page's bytes; the container's date stands in where the page has none."""
    capture = taken.capture
    doc = from_bytes(
        taken.content,
        name=capture.container or capture.url or "",
        published=published_option(options.published),
        lang=language_option(options.lang) or taken.lang,
    )
    if doc.published is None and taken.published:
        doc = replace(doc, published=Published(taken.published, "container"))
    return replace(doc, url=capture.url or doc.url, origin=capture.container or "")


class Tally(Struct):
    """Counts that add up: everything that came in is in one of them."""

    counts: Counter[str]
    skipped: Counter[str]
    refused: list[Failure]

    @classmethod
    def empty(cls) -> Tally:
        """Nothing has come in yet."""
        return cls(Counter(), Counter(), [])

    def count(self, outcome: Outcome) -> None:
        """Put one outcome where it belongs."""
        if isinstance(outcome, Failure):
            self.refused.append(outcome)
        elif isinstance(outcome, Skipped):
            self.skipped[outcome.why] += 1
        else:
            self.counts[outcome.what] += 1

    @property
    def came_in(self) -> int:
        """All that came in: the sum of everything that is counted."""
        return self.counts.total() + self.skipped.total() + len(self.refused)
