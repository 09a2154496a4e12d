#!/usr/bin/env python3
"""
How fast the workbench's pages come, and whether thirty people at once get every one of them.

The archive is made by a seeded recipe: the example reports are read once and kept again and again
under other addresses and days, some thousand of them in incidents. The server is a process of its
own on loopback, as people start it. Times are of this machine.

    bench/serve.py --reports 10000 --people 30 --seconds 30 [--archive postgresql://...]
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import text

from dateline.core.capture import Taken
from dateline.core.event import ClaimRef, Event
from dateline.core.ids import content_id
from dateline.core.record import Record
from dateline.ingest.pieces import capture
from dateline.run.add import Options, add
from dateline.run.maker import maker
from dateline.run.ways import Asked, take
from dateline.store.links import Linked, put
from dateline.store.open import Archive, open_archive
from dateline.store.read import kept
from dateline.store.rows import Prepared, Reading, document_key, prepared
from dateline.store.write import write

ROOT = Path(__file__).parents[1]
AT = "2025-06-10T08:00:00Z"
_BATCH = 250
_IN_ONE = 5
"""Reports of one incident."""


def fill(archive: Archive, reports: int, seed: int = 1) -> int:
    """Keep that many reports, and incidents of a tenth of them; how many claims there are."""
    models = _models()
    chosen, made_by, claims = random.Random(seed), maker(published=None, lang=None), 0
    told: list[Record] = []
    with archive.session():
        for start in range(0, reports, _BATCH):
            batch = [_again(chosen, models, n) for n in range(start, min(reports, start + _BATCH))]
            with archive.writing() as connection:
                write(connection, [one for one, _ in batch], made_by)
            claims += sum(len(record.claims) for _, record in batch)
            told += [record for _, record in batch[::2]]
        with archive.writing() as connection:
            put(connection, Linked(events=tuple(_events(told))))
    return claims


def _models() -> list[Record]:
    """What dateline reads in the example reports."""
    found = [str(path) for path in sorted((ROOT / "examples").glob("*.*"))]
    taken = take([path for path in found if not path.endswith("jsonl")], Asked(fetched=AT))
    with (
        tempfile.TemporaryDirectory() as folder,
        open_archive(str(Path(folder) / "read.sqlite"), create=True) as read,
    ):
        list(add(read, taken, Options()))
        with read.reading() as connection:
            return [one.record for one in kept(connection)]


def _again(chosen: random.Random, models: list[Record], n: int) -> tuple[Prepared, Record]:
    """One of the reports under another address and day."""
    model = chosen.choice(models)
    url = f"https://news{n % 40}.example/{n}"
    content = f"{n} {model.document.text}".encode()
    taken = Taken(capture=capture(content, fetched=AT, container="bench", url=url), content=content)
    key = document_key(taken.capture.sha256, url)
    day = date(2022, 2, 24) + timedelta(days=chosen.randrange(1000))
    claims = tuple(replace(each, id=content_id("claim", key, each.id)) for each in model.claims)
    renamed = dict(
        zip((each.id for each in model.claims), (each.id for each in claims), strict=True)
    )
    record = replace(
        model,
        id=key,
        document=replace(
            model.document, published=day.isoformat(), url=url, outlet=f"News {n % 40}"
        ),
        claims=tuple(replace(c, answers=renamed.get(c.answers or "")) for c in claims),
        frames=tuple(replace(f, by=renamed.get(f.by, f.by)) for f in model.frames),
    )
    reading = Reading(record=record, gist=b"\x80", pipeline=maker(published=None, lang=None).id)
    return prepared(taken.capture, content, reading, given=f"bench-{n}"), record


def _events(records: list[Record]) -> Iterator[Event]:
    for start in range(0, len(records) - _IN_ONE, _IN_ONE):
        same = [record for record in records[start : start + _IN_ONE] if record.claims]
        if len(same) < 2:
            continue
        refs = tuple(
            sorted(
                ClaimRef(r.id, r.claims[n].id) for r in same for n in range(min(2, len(r.claims)))
            )
        )
        day = same[0].document.published
        yield Event(
            id=content_id("event", start), kind="strike", earliest=day, latest=day,
            place="UA-59", place_name="Sumy Oblast", claims=refs, made_by="bench",
        )  # fmt: skip


class Measured(Struct, frozen=True, kw_only=True):
    """Milliseconds by kind of page, and what thirty people at once got."""

    p95: dict[str, float]
    together_p95: float
    answers: int
    errors: dict[str, int]


def pages(archive: Archive) -> dict[str, list[str]]:
    """Addresses of each kind of page, found as a reader finds them."""
    with archive.reading() as connection:
        keys = list(connection.execute(text("SELECT key FROM document ORDER BY key")).scalars())
        events = list(connection.execute(text("SELECT id FROM event ORDER BY id")).scalars())
    chosen = random.Random(2)
    some = [chosen.choice(keys) for _ in range(15)]
    stories = [chosen.choice(events) for _ in range(10)] if events else []
    words = ("Russia", "border", "drone", "Sumy", '"no longer"', "кордон", "граница", "officer")
    return {
        "desk": ["/"] * 8,
        "reports": [f"/reports?after={50 * n}" for n in range(8)],
        "to review": ["/reports?show=open"] * 4 + ["/reports?show=findings"] * 4,
        "report": [f"/reports/{key}" for key in some],
        "log of a report": [f"/reports/{key}/log" for key in some],
        "search": [f"/search?q={quote(word)}" for word in words],
        "search by speaker": ["/search?speaker=Peskov", "/search?speaker=Mash"] * 3,
        "search by place": [
            "/search?place=Sumy",
            "/search?place=UA-12",
            "/search?q=border&place=UA-12",
        ],
        "incidents": ["/incidents", "/incidents?place=UA-59"] * 3,
        "story": [f"/stories/{event}" for event in stories],
        "map": [f"/stories/{event}/map" for event in stories],
        "frames": [f"/stories/{event}/frames" for event in stories[:5]],
        "log": ["/log", "/log/entries"] * 3,
        "api list": ["/api/v1/documents", "/api/v1/documents?limit=200"] * 3,
        "api record": [f"/api/v1/documents/{key}" for key in some],
        "settings": ["/settings", "/tokens", "/add"] * 2,
    }


@contextmanager
def served(where: str) -> Iterator[int]:
    """The port of `dateline serve` in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "dateline", "serve", "--archive", where, "--port", str(port)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            if get(port, "/healthz")[0] == 200:
                break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=60)


def get(port: int, path: str) -> tuple[int, float]:
    """The status (0 where nothing answered) and the milliseconds until the last byte."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        status = answer.status
    except OSError:
        status = 0
    finally:
        connection.close()
    return status, (time.perf_counter() - start) * 1000


def measure(where: str, *, people: int, seconds: float) -> Measured:
    """Each kind of page alone, then `people` at once, each reading one page after another."""
    with open_archive(where) as archive:
        asked = pages(archive)
    with served(where) as port:
        p95 = {kind: _alone(port, kind, paths) for kind, paths in asked.items() if paths}
        until = time.perf_counter() + seconds
        every = [path for paths in asked.values() for path in paths]
        with ThreadPoolExecutor(people) as crowd:
            got = list(crowd.map(lambda n: _reader(port, every, until, n), range(people)))
    answers = [one for each in got for one in each]
    errors = Counter(str(status) for status, _ in answers if status != 200)
    together = ninety_fifth([ms for _, ms in answers])
    print(
        f"{people} people for {seconds:.0f} s: {len(answers):,} pages, "
        f"{len(answers) / seconds:.1f}/s, p95 {together:.0f} ms, errors {dict(errors)}"
    )
    return Measured(p95=p95, together_p95=together, answers=len(answers), errors=dict(errors))


def _alone(port: int, kind: str, paths: list[str]) -> float:
    get(port, paths[0])  # the first of a kind compiles its template
    got = [get(port, path) for path in paths]
    bad = [path for path, (status, _) in zip(paths, got, strict=True) if status != 200]
    took = [ms for _, ms in got]
    print(
        f"  {kind}: median {statistics.median(took):.0f} ms, p95 {ninety_fifth(took):.0f} ms"
        + (f"; not answered: {bad[:3]}" if bad else "")
    )
    return ninety_fifth(took)


def _reader(port: int, every: list[str], until: float, seed: int) -> list[tuple[int, float]]:
    chosen, out = random.Random(seed), []
    while time.perf_counter() < until:
        out.append(get(port, chosen.choice(every)))
        time.sleep(chosen.random())
    return out


def ninety_fifth(took: list[float]) -> float:
    """The 95th percentile; 0 of nothing."""
    ordered = sorted(took)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))] if ordered else 0.0


def main() -> int:
    """0; says what it measured."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[1])
    asked.add_argument("--reports", type=int, default=10_000)
    asked.add_argument("--people", type=int, default=30)
    asked.add_argument("--seconds", type=float, default=30)
    asked.add_argument("--archive", help="where to make it; one that is there is used as it is")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = options.archive or str(Path(folder) / "archive.sqlite")
        with open_archive(where, create=True) as archive:
            with archive.reading() as connection:
                held = next(iter(kept(connection)), None)
            if held is None:
                start = time.perf_counter()
                claims = fill(archive, options.reports)
                took = time.perf_counter() - start
                print(f"{options.reports:,} reports, {claims:,} claims in {took:.0f} s")
        measure(where, people=options.people, seconds=options.seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
