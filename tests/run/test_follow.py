"""Following feeds: politeness, what is asked again and what is not, and going on after a crash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from servers import Site, says, site

from dateline.core.failure import Failure
from dateline.run.follow import Follower, Manner, Polled
from dateline.run.following import Standing, Standings
from dateline.store.open import Archive, open_archive
from dateline.store.read import kept

ENTRY = """<item><title>Bridge {n} hit</title><link>{link}</link><guid>{n}</guid>
<pubDate>Mon, 09 Jun 2025 0{n}:00:00 +0300</pubDate>
<description>A bridge was hit near Sumy, the governor said, and {n} people were hurt.</description>
</item>"""
ROBOTS = "User-agent: *\nDisallow: /private\n"


def feed(*numbers: int, link: str = "https://a.example/{n}", ttl: int = 0) -> str:
    items = "".join(ENTRY.format(n=n, link=link.format(n=n)) for n in numbers)
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>'
        f"<ttl>{ttl}</ttl>{items}</channel></rss>"
    )


class Clock:
    """Time that only sleeping moves."""

    def __init__(self) -> None:
        self.seconds = 1_749_456_000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(str(tmp_path / "archive.sqlite"), create=True) as made:
        yield made


@pytest.fixture
def clock() -> Clock:
    return Clock()


def follower(
    archive: Archive, tmp_path: Path, there: Site, clock: Clock, **more: object
) -> Follower:
    manner = Manner(limits=there.limits(), now=clock.now, sleep=clock.sleep, **more)  # type: ignore[arg-type]
    return Follower(archive, Standings(tmp_path / "follow", archive="a"), manner)


def only(polls: Iterator[Polled]) -> Polled:
    (polled,) = polls
    return polled


def test_entries_are_kept_with_the_time_and_offset_that_the_feed_states(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    with site({"/rss": says(feed(1, 2))}) as there:
        polled = only(follower(archive, tmp_path, there, clock).once([f"{there.url}/rss"]))

    with archive.reading() as connection:
        held = {each.record.document.url: each.record.document for each in kept(connection)}
    assert polled.tally.counts["added"] == 2
    assert held["https://a.example/1"].published == "2025-06-09T01:00:00+03:00"
    assert held["https://a.example/1"].outlet == "News"
    assert there.asked == ["/robots.txt", "/rss"]


def test_a_feed_is_asked_only_whether_it_has_changed(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    stamp = "Mon, 09 Jun 2025 05:00:00 GMT"
    pages = {"/rss": says(feed(1), ETag='"one"', Last_Modified=stamp)}
    with site(pages) as there:
        only(follower(archive, tmp_path, there, clock).once([f"{there.url}/rss"]))
        pages["/rss"] = says(b"", status=304)
        polled = only(follower(archive, tmp_path, there, clock).once([f"{there.url}/rss"]))
        only(follower(archive, tmp_path, there, clock).once([f"{there.url}/rss"]))

    assert polled.unchanged
    for asked in (there.headers[3], there.headers[5]):
        assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"one"', stamp)


def test_what_a_feed_still_holds_is_known_and_what_is_new_is_added(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    pages = {"/rss": says(feed(1, 2))}
    with site(pages) as there:
        following = follower(archive, tmp_path, there, clock)
        only(following.once([f"{there.url}/rss"]))
        pages["/rss"] = says(feed(2, 3))
        polled = only(following.once([f"{there.url}/rss"]))

    assert dict(polled.tally.counts) == {"known": 1, "added": 1}
    assert there.asked.count("/robots.txt") == 1


def test_a_site_that_fails_is_asked_ever_more_rarely_and_never_before_it_wants(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    pages = {"/rss": says("", status=503)}
    with site(pages) as there:
        following = follower(archive, tmp_path, there, clock)
        polls = following.forever([f"{there.url}/rss"])
        pauses = [next(polls).due - clock.now() for _ in range(9)]
        pages["/rss"] = says("", status=429, Retry_After="200000")
        asked_to_wait = next(polls).due - clock.now()
        pages["/rss"] = says(feed(1))
        next(polls)
        refused = only(following.once([f"{there.url}/rss"]))

    assert pauses == [1800, 3600, 7200, 14400, 28800, 57600, 86400, 86400, 86400]
    assert asked_to_wait == 200_000
    assert refused.why is None


def test_one_round_does_not_ask_a_site_whose_time_has_not_come(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    with site({"/rss": says("", status=503)}) as there:
        following = follower(archive, tmp_path, there, clock)
        only(following.once([f"{there.url}/rss"]))
        polled = only(following.once([f"{there.url}/rss"]))

    assert there.asked == ["/robots.txt", "/rss"]
    assert polled.why and "later" in polled.why


def test_a_feed_is_read_no_more_often_than_it_wants(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    with site({"/rss": says(feed(1, ttl=120)), "/often": says(feed(2))}) as there:
        following = follower(archive, tmp_path, there, clock, every=1.0)
        due = [
            poll.due - clock.now()
            for poll in following.once([f"{there.url}/rss", f"{there.url}/often"])
        ]

    assert due == [7200, 300]


def test_what_robots_txt_forbids_is_not_asked_for(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    pages = {"/robots.txt": says(ROBOTS), "/private/rss": says(feed(1))}
    with site(pages) as there:
        polled = only(follower(archive, tmp_path, there, clock).once([f"{there.url}/private/rss"]))

    assert there.asked == ["/robots.txt"]
    assert polled.why == "the site's robots.txt does not allow it"


def test_while_robots_txt_cannot_be_read_nothing_is_asked_for(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    pages = {"/robots.txt": says("", status=500), "/rss": says(feed(1))}
    with site(pages) as there:
        only(follower(archive, tmp_path, there, clock).once([f"{there.url}/rss"]))

    assert there.asked == ["/robots.txt"]


PAGE = """<html><head><title>Bridge hit</title></head><body><article><h1>Bridge {n} hit</h1>
<p>A bridge was hit near Sumy, the governor said in a long page about bridge number {n} and the
people who were hurt there.</p><p>The ministry did not confirm it.</p></article></body></html>"""


def test_pages_are_read_slowly_once_each_and_only_where_robots_allow(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    pages = {"/robots.txt": says(f"{ROBOTS}Crawl-delay: 5\n")}
    with site(pages) as there:
        pages["/rss"] = says(
            feed(1, 2, link=there.url + "/{n}").replace("/2</link>", "/private/2</link>")
        )
        pages["/1"] = says(PAGE.format(n=1), Content_Type="text/html")
        following = follower(archive, tmp_path, there, clock, pages=True)
        first = only(following.once([f"{there.url}/rss"]))
        again = only(following.once([f"{there.url}/rss"]))

    with archive.reading() as connection:
        held = {each.capture.url: each for each in kept(connection)}
    assert (first.tally.came_in, again.tally.came_in) == (2, 0)
    assert set(held) == {f"{there.url}/1", f"feed:{there.url}/private/2"}
    assert held[f"{there.url}/1"].record.document.published == "2025-06-09T01:00:00+03:00"
    assert there.asked == ["/robots.txt", "/rss", "/1", "/rss"]
    assert clock.slept == [5]


def test_a_page_that_failed_for_now_is_asked_for_again_and_one_that_is_gone_is_not(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    pages = {"/1": says("", status=503), "/2": says("", status=410)}
    with site(pages) as there:
        pages["/rss"] = says(feed(1, 2, link=there.url + "/{n}"))
        following = follower(archive, tmp_path, there, clock, pages=True)
        first = only(following.once([f"{there.url}/rss"]))
        only(following.once([f"{there.url}/rss"]))

    assert len(first.tally.refused) == 2
    assert [path for path in there.asked if path in pages].count("/1") == 2
    assert there.asked.count("/2") == 1


def test_a_run_that_was_cut_off_before_it_wrote_where_it_stood_loses_and_doubles_nothing(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    with site({"/rss": says(feed(1, 2, 3), ETag='"x"')}) as there:
        url = f"{there.url}/rss"
        only(follower(archive, tmp_path, there, clock).once([url]))
        for path in (tmp_path / "follow").iterdir():
            path.write_bytes(path.read_bytes()[:40])
        polled = only(follower(archive, tmp_path, there, clock).once([url]))

    with archive.reading() as connection:
        assert len(list(kept(connection))) == 3
    assert dict(polled.tally.counts) == {"known": 3}
    assert "If-None-Match" not in there.headers[-1]


def test_a_run_goes_on_where_the_one_before_stood(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    with site({"/rss": says(feed(1))}) as there:
        next(follower(archive, tmp_path, there, clock).forever([f"{there.url}/rss"]))
        clock.seconds += 100
        next(follower(archive, tmp_path, there, clock).forever([f"{there.url}/rss"]))

    assert clock.slept == [800]


def test_two_archives_do_not_share_where_a_feed_stands(tmp_path: Path) -> None:
    one, other = (Standings(tmp_path, archive=name) for name in ("one", "other"))
    one.keep(Standing(url="https://a.example/rss", asked_at="https://a.example/rss", etag="x"))

    assert one.of("https://a.example/rss").etag == "x"
    assert other.of("https://a.example/rss").etag is None


@pytest.mark.parametrize("content", ["<html><body>no feed</body></html>", "", "{}"])
def test_a_page_that_is_no_feed_is_a_failure(
    archive: Archive, tmp_path: Path, clock: Clock, content: str
) -> None:
    with site({"/rss": says(content)}) as there:
        polled = only(follower(archive, tmp_path, there, clock).once([f"{there.url}/rss"]))

    assert polled.tally.refused == [Failure(f"{there.url}/rss", polled.why or "")]


def test_a_feed_that_moved_for_good_is_asked_where_it_is(
    archive: Archive, tmp_path: Path, clock: Clock
) -> None:
    from servers import moves

    with site({"/old": moves("/new", 301), "/new": says(feed(1))}) as there:
        following = follower(archive, tmp_path, there, clock)
        only(following.once([f"{there.url}/old"]))
        only(following.once([f"{there.url}/old"]))

    assert there.asked == ["/robots.txt", "/old", "/new", "/new"]
