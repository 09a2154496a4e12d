"""
Follow feeds: ask politely whether they have changed, and keep what is new.

A feed is asked with what it said last (ETag, Last-Modified), no more often than it wants, where
its robots.txt allows, and ever more rarely while it fails. Time and sleep come from the caller.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice

from msgspec.structs import replace

from dateline.core.capture import Taken, digest
from dateline.core.errors import IngestError, Unreachable
from dateline.core.failure import Failure
from dateline.ingest.feed import Feed, from_feed, read_feed
from dateline.ingest.fetch import Fetched, Limits, fetch
from dateline.ingest.pieces import Piece, capture
from dateline.ingest.robots import Robots
from dateline.run.add import Options, Tally, add
from dateline.run.following import Standing, Standings
from dateline.store.open import Archive

LEAST = 300.0
"""Seconds; nobody is asked more often."""
_BETWEEN = 1.0
"""Seconds between two pages of one site, unless it asks for more."""
_PAGES_A_STEP = 10


@dataclass(frozen=True, slots=True)
class Manner:
    """How feeds are followed. `every` is in seconds; `pages` reads the pages that entries name."""

    every: float = 900.0
    pages: bool = False
    options: Options = field(default_factory=Options)
    limits: Limits = field(default_factory=Limits)
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Polled:
    """What one poll of a feed came to; `why` where it could not be read; `due` when it is next."""

    url: str
    tally: Tally
    due: float
    unchanged: bool = False
    why: str | None = None


class Follower:
    """Follows feeds into one archive."""

    def __init__(self, archive: Archive, standings: Standings, manner: Manner) -> None:
        self._archive = archive
        self._standings = standings
        self._manner = manner
        self._robots = Robots(manner.limits, now=manner.now)

    def once(self, feeds: Iterable[str]) -> Iterator[Polled]:
        """One poll of each, but of those that failed and whose time has not come."""
        for url in dict.fromkeys(feeds):
            standing = self._standings.of(url)
            if standing.failures and standing.due > self._manner.now():
                yield Polled(
                    url, Tally.empty(), standing.due, why="failed before, asked again later"
                )
            else:
                yield self._poll(standing)

    def forever(self, feeds: Iterable[str]) -> Iterator[Polled]:
        """Each when its time comes, until the caller stops; goes on where a run before stood."""
        urls = list(dict.fromkeys(feeds))
        while urls:
            standing = min(map(self._standings.of, urls), key=lambda each: (each.due, each.url))
            wait = standing.due - self._manner.now()
            if wait > 0:
                self._manner.sleep(wait)
            yield self._poll(standing)

    def _poll(self, standing: Standing) -> Polled:
        tally = Tally.empty()
        now, every = self._manner.now(), max(self._manner.every, LEAST)
        try:
            got = self._asked(standing)
            feed = self._feed(got)
        except IngestError as error:
            wait = error.wait if isinstance(error, Unreachable) else 0
            failed = standing.failed(now, every=every, wait=wait)
            self._standings.keep(failed)
            tally.count(Failure(standing.url, str(error)))
            return Polled(standing.url, tally, failed.due, why=str(error))
        if feed is not None:
            standing = self._kept(standing, feed, tally)
        due = now + max(every, feed.patience if feed else 0)
        self._standings.keep(_read(standing, got, due))
        return Polled(standing.url, tally, due, unchanged=feed is None)

    def _asked(self, standing: Standing) -> Fetched:
        if not self._robots.allows(standing.asked_at):
            raise IngestError("the site's robots.txt does not allow it")
        return fetch(standing.asked_at, limits=self._manner.limits, known=standing.known)

    @staticmethod
    def _feed(got: Fetched) -> Feed | None:
        """None for a feed that says it has not changed."""
        if got.status == 304:
            return None
        return read_feed(got.content, url=got.final_url, media_type=got.media_type)

    def _kept(self, standing: Standing, feed: Feed, tally: Tally) -> Standing:
        """Put what the feed holds into the archive, and say which pages were read."""
        pieces = from_feed(feed, name=standing.url, fetched=self._moment())
        if not self._manner.pages:
            self._add(pieces, tally)
            return standing
        seen = set(standing.seen)
        fresh = (piece for piece in pieces if _mark(piece) not in seen)
        while step := list(islice(fresh, _PAGES_A_STEP)):
            read = [(piece, self._page(piece)) for piece in step]
            self._add((page for _, (page, _) in read), tally)
            for piece, (_, is_done) in read:
                standing = standing.saw(_mark(piece)) if is_done else standing
            self._standings.keep(standing)
        return standing

    def _add(self, pieces: Iterable[Piece], tally: Tally) -> None:
        for outcome in add(self._archive, pieces, self._manner.options):
            tally.count(outcome)

    def _page(self, piece: Piece) -> tuple[Piece, bool]:
        """
        The page that an entry names, and whether it need not be asked for again.

        The entry itself where it names none, or where no program may read the page.
        """
        if not isinstance(piece, Taken) or not piece.pointers:
            return piece, True
        (url,) = piece.pointers
        try:
            if not self._robots.allows(url):
                return piece, True
            self._manner.sleep(max(_BETWEEN, self._robots.delay(url)))
            got = fetch(url, limits=self._manner.limits)
        except IngestError as error:
            return Failure(url, str(error)), not isinstance(error, Unreachable)
        return self._taken(got, url, piece), True

    def _taken(self, got: Fetched, url: str, piece: Taken) -> Taken:
        """The page with what its entry says of time and language, should the page not say it."""
        made = capture(got.content, fetched=self._moment(), container=url, url=url)
        final = got.final_url if got.final_url != url else None
        made = replace(
            made, container=None, final_url=final, media_type=got.media_type, status=got.status
        )
        lang = piece.document.lang if piece.document else "und"
        return Taken(
            capture=made,
            content=got.content,
            published=piece.published,
            lang=None if lang == "und" else lang,
        )

    def _moment(self) -> str:
        return datetime.fromtimestamp(self._manner.now(), tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _mark(piece: Piece) -> str:
    return digest(piece.content)[:16] if isinstance(piece, Taken) else ""


def _read(standing: Standing, got: Fetched, due: float) -> Standing:
    """After a feed was read: what it said is asked with next time."""
    unchanged = got.status == 304
    return replace(
        standing,
        asked_at=got.final_url if got.moved_for_good else standing.asked_at,
        etag=got.etag or (standing.etag if unchanged else None),
        last_modified=got.last_modified or (standing.last_modified if unchanged else None),
        due=due,
        failures=0,
    )
