"""Add reports in the background: what was given, read and kept as `dateline add` does it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import PurePath

from msgspec import Struct
from msgspec.json import encode

from dateline.core.capture import Skipped
from dateline.core.errors import UsageError
from dateline.core.failure import Failure
from dateline.ingest.addresses import is_address
from dateline.run.add import Options, add
from dateline.run.add import Outcome as Added
from dateline.run.linking import link, link_new
from dateline.run.taking import Incoming, take_lines
from dateline.run.ways import Asked, take, take_bytes
from dateline.serve.jobs import Job, Outcome
from dateline.store.log import now
from dateline.store.open import Archive

MOST_ADDRESSES = 50
_ALONE = 1 << 20
"""Bytes up to which starting another process takes longer than reading in this one."""


class Upload(Struct, frozen=True, kw_only=True):
    """Bytes that somebody sent, and what they call them."""

    name: str
    content: bytes


class Given(Struct, frozen=True, kw_only=True):
    """What is to be added, and what is said of all of it."""

    addresses: tuple[str, ...] = ()
    uploads: tuple[Upload, ...] = ()
    pasted: str = ""
    title: str | None = None
    url: str | None = None
    published: str | None = None
    lang: str | None = None

    @property
    def size(self) -> int:
        """Bytes that were sent; an address has none yet."""
        return len(self.pasted) + sum(len(each.content) for each in self.uploads)


def addresses_of(typed: str) -> tuple[str, ...]:
    """
    One address a line.

    Raises:
        UsageError: a line is none (never a path of this machine), or there are too many.
    """
    lines = tuple(line.strip() for line in typed.splitlines() if line.strip())
    for line in lines:
        if not is_address(line) or not line.lower().startswith(("https://", "http://")):
            raise UsageError(f"want addresses that begin with https:// or http://: {line[:80]!r}")
    if len(lines) > MOST_ADDRESSES:
        raise UsageError(f"want at most {MOST_ADDRESSES} addresses at once")
    return lines


def plain_name(name: str | None) -> str:
    """What an upload is called, as a label: no folder of anybody's machine, nothing unprintable."""
    last = PurePath((name or "").replace("\\", "/")).name
    return "".join(c for c in last if c.isprintable())[:120] or "upload"


def adding(archive: Archive, given: Given, job: Job) -> None:
    """Read and keep everything that was given, then link what the archive holds."""
    asked = Asked(fetched=now(), published=given.published, lang=given.lang)
    options = Options(
        published=given.published, lang=given.lang, jobs=1 if given.size <= _ALONE else 2
    )
    job.step = "reading"
    new = 0
    for outcome in add(archive, _incoming(given, asked), options):
        told = _told(outcome)
        new += told.what in ("added", "version", "reread")
        job.tell(told)
    if new:
        job.step = "linking"
        job.counts["incidents"] = len(link_new(archive).events)


def relink(archive: Archive, job: Job) -> None:
    """Draw incidents, copies and contradictions anew."""
    job.step = "linking"
    linked = link(archive)
    job.counts["incidents"] = len(linked.events)


def _incoming(given: Given, asked: Asked) -> Iterator[Incoming]:
    return chain(take(given.addresses, asked), _uploaded(given, asked), _pasted(given, asked))


def _uploaded(given: Given, asked: Asked) -> Iterator[Incoming]:
    for each in given.uploads:
        yield from take_bytes(each.content, name=each.name, asked=asked)


def _pasted(given: Given, asked: Asked) -> Iterable[Incoming]:
    if not given.pasted.strip():
        return ()
    beginning = given.pasted.lstrip()[:200].lower()
    if beginning.startswith(("<!doctype html", "<html")):
        return take_bytes(given.pasted.encode(), name="pasted.html", asked=asked)
    line = {"id": "pasted", "text": given.pasted, "title": given.title, "url": given.url}
    known = {name: value for name, value in line.items() if value}
    return take_lines(
        [encode(known)], name="pasted", fetched=asked.fetched, published=given.published,
        lang=given.lang,
    )  # fmt: skip


def _told(outcome: Added) -> Outcome:
    if isinstance(outcome, Failure):
        return Outcome(name=outcome.path, what="refused", why=outcome.why)
    if isinstance(outcome, Skipped):
        return Outcome(name=outcome.path, what="skipped", why=outcome.why)
    return Outcome(name=outcome.key, what=outcome.what, key=outcome.key)
