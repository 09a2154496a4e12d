#!/usr/bin/env python3
"""
How fast the archive takes short posts in, and answers: posts a second, search p95, story.

The posts are made by a seeded recipe from headlines (`--headlines`: a file with one a line), or
from the sentences below. Times are of this machine; CPU seconds are given beside them.

    bench/archive.py --posts 100000 --jobs 2 [--archive postgresql://...] [--headlines FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from dateline.run.add import Options, Tally, add
from dateline.run.linking import link
from dateline.run.taking import take_lines
from dateline.store.log import now
from dateline.store.open import Archive, open_archive
from dateline.store.overview import frames, incidents, speakers
from dateline.store.search import Filter, search
from dateline.store.story import story
from dateline.store.verify import verify

T = TypeVar("T")
HEADLINES = (
    "Three drones were shot down near Belgorod, the governor said",
    "Russian forces shelled a depot in Kherson, officials say",
    "Kyiv denied that its troops had left the village near Pokrovsk",
    "Explosions were heard in Kharkiv on Monday morning, 7 people wounded",
    "В Белгородской области сбили 12 беспилотников, сообщил губернатор",
    "Минобороны РФ заявило об ударе по складу в Одессе",
    "Взрывы прогремели в Курске, пострадали 4 человека",
    "Вночі над Сумщиною збили 9 безпілотників, повідомили в ОВА",
    "У Харкові пролунали вибухи, поранено 3 людей",
    "Генштаб не підтвердив заяву про відхід з села на Донеччині",
)
QUERIES = (
    "drone", "Kharkiv", "харьков", "вибухи", "сбили беспилотник", "\"shot down\"", "depot -Kherson",
    "губернатор", "Одесса склад", "wounded morning", "ОВА", "Белгород", "удар", "explosion",
)  # fmt: skip


def posts(number: int, headlines: list[str], seed: int = 1) -> Iterator[bytes]:
    """Short posts as JSON Lines: a headline with other numbers, a tail of another, a day."""
    chosen = random.Random(seed)
    first = date(2022, 2, 24)
    for n in range(number):
        head = "".join(
            str(chosen.randint(1, 60)) if char.isdigit() else char
            for char in chosen.choice(headlines)
        )
        tail = chosen.choice(headlines).split(",")[0]
        day = first + timedelta(days=chosen.randrange(1000))
        post = {
            "id": f"post-{n}",
            "text": f"{head}. {tail}." if chosen.random() < 0.4 else f"{head}.",
            "published": f"{day}T{chosen.randrange(24):02}:{chosen.randrange(60):02}:00+00:00",
            "url": f"https://t.example/channel{chosen.randrange(40)}/{n}",
        }
        yield json.dumps(post, ensure_ascii=False).encode()


def cpu() -> float:
    """CPU seconds of this process and of those it started and that have ended."""
    mine, theirs = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime


def fill(archive: Archive, lines: Iterator[bytes], jobs: int) -> float:
    """Add the posts, say how fast; posts a second."""
    tally = Tally.empty()
    start, spent = time.perf_counter(), cpu()
    incoming = take_lines(lines, name="posts", fetched=now())
    for outcome in add(archive, incoming, Options(jobs=jobs)):
        tally.count(outcome)
    took = time.perf_counter() - start
    rate = tally.came_in / took
    print(
        f"add: {tally.came_in:,} came in, {dict(tally.counts)}; {took:.1f} s, "
        f"{rate:.0f}/s on {jobs} processes, {cpu() - spent:.1f} CPU-s"
    )
    return rate


def timed(what: str, work: Sequence[T], run: Callable[[T], object]) -> float:
    """The 95th percentile in milliseconds of `run` on each of `work`; says the median too."""
    took = []
    for one in work:
        start = time.perf_counter()
        run(one)
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    p95 = took[min(len(took) - 1, int(len(took) * 0.95))] if took else 0.0
    print(f"{what}: median {statistics.median(took or [0]):.1f} ms, p95 {p95:.1f} ms")
    return p95


def ask(archive: Archive) -> dict[str, float]:
    """The 95th percentile of every question, in milliseconds; stories of incidents where linked."""
    asked = [
        Filter(place="Kharkiv"),
        Filter(place="UA-63", since="2023-01-01", until="2023-02-01"),
        Filter(words="drone", place="Belgorod"),
        Filter(status="denied"),
        Filter(speaker="Минобороны", since="2023-01-01"),
        Filter(box=(36.0, 49.5, 36.6, 50.2), since="2023-01-01", until="2023-03-01"),
    ]
    with archive.reading() as connection:
        search(connection, Filter(words="warm", place="Kharkiv"))
        keys = [hit.id for hit in search(connection, Filter(since="2022-01-01"), limit=40).hits]
        events = sorted(incidents(connection, Filter(), limit=500), key=lambda i: -i.reports)
        ids = [each.event.id for each in events[:40]]
        return {
            "search": timed(
                "search words", [*QUERIES] * 5, lambda q: search(connection, Filter(words=q))
            ),
            "filters": timed("search filters", asked * 5, lambda f: search(connection, f)),
            "story": timed("story of a document", keys, lambda key: story(connection, key)),
            "incident": timed("story of an incident", ids, lambda i: story(connection, i)),
            "speakers": timed("speakers", [None] * 3, lambda n: speakers(connection, n, Filter())),
            "frames": timed("frames", [None] * 3, lambda n: frames(connection, n, Filter())),
        }


def main() -> None:
    """Fill, link, ask and verify; leave nothing behind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--headlines", type=Path)
    parser.add_argument("--archive", help="an empty database, or a file that is kept")
    parser.add_argument("--link", action="store_true", help="link too, which takes long")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = args.archive or str(Path(folder, "archive.sqlite"))
        with open_archive(where, create=True) as archive:
            lines = list(HEADLINES)
            if args.headlines:
                lines = [x for x in args.headlines.read_text("utf-8").splitlines() if x.strip()]
            fill(archive, posts(args.posts, lines), args.jobs)
            if archive.path:
                print(f"file: {archive.path.stat().st_size / 1e6:.0f} MB")
            if args.link:
                start = time.perf_counter()
                found = link(archive)
                took = time.perf_counter() - start
                made = f"{len(found.events):,} incidents, {len(found.links):,} links"
                print(f"link: {made}; {took:.1f} s")
            ask(archive)
        start = time.perf_counter()
        proof = verify(where)
        print(f"verify: {len(proof.problems)} problems; {time.perf_counter() - start:.1f} s")
        print(f"load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
