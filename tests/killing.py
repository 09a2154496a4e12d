"""Kill `dateline add` at random moments, and say what is left."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from dateline.core.errors import ArchiveError
from dateline.store.open import open_archive
from dateline.store.read import kept
from dateline.store.verify import verify

PLACES = ("Sumy", "Kharkiv", "Kherson", "Belgorod", "Kursk", "Odesa")


def posts(folder: Path, number: int) -> Path:
    """A file of short posts, all different."""
    path = folder / "posts.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for n in range(number):
            place = PLACES[n % len(PLACES)]
            said = f"{n + 2} drones were shot down near {place}, the governor said."
            post = {"text": said, "published": "2025-06-09", "url": f"https://t.example/{n}"}
            out.write(json.dumps(post) + "\n")
    return path


def command(path: Path, home: Path, jobs: int) -> subprocess.Popen[bytes]:
    """`dateline add` on its own, in a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "dateline", "add", "--jsonl", str(path), "--jobs", str(jobs)],
        env={**os.environ, "DATELINE_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def killed(folder: Path, *, times: int, number: int, seed: int, jobs: int = 1) -> list[str]:
    """
    What was wrong after any of `times` kills at random moments; empty where nothing ever was.

    When all posts are in, the next run begins with a new archive.
    """
    chosen = random.Random(seed)
    path = posts(folder, number)
    start = time.monotonic()
    command(path, folder / "whole", jobs).wait()
    whole, expected = time.monotonic() - start, keys(folder / "whole")
    wrong: list[str] = []
    home, round_ = folder / "home-0", 0
    for n in range(times):
        process = command(path, home, jobs)
        time.sleep(chosen.uniform(0.2, whole))
        process.send_signal(signal.SIGKILL)
        process.wait()
        if (home / "archive.sqlite").exists():
            wrong += [f"kill {n}: {problem}" for problem in _wrong(home, expected)]
            if keys(home) == expected:
                round_ += 1
                home = folder / f"home-{round_}"
    command(path, home, jobs).wait()
    if keys(home) != expected:
        wrong.append("the run after the last kill did not bring all in")
    return wrong + [f"at the end: {problem}" for problem in _wrong(home, expected)]


def _wrong(home: Path, expected: list[str]) -> list[str]:
    try:
        proof = verify(str(home / "archive.sqlite"))
    except ArchiveError as error:
        # Killed before the tables were made: nothing was in, so nothing is lost.
        return [] if "was stopped" in str(error) else [str(error)]
    found = keys(home)
    doubled = [key for key in set(found) if found.count(key) > 1]
    strange = [key for key in found if key not in expected]
    return [*proof.problems, *(f"{key}: doubled or strange" for key in doubled + strange)]


def keys(home: Path) -> list[str]:
    """The keys of every document, in order; none where the archive was not yet made."""
    path = home / "archive.sqlite"
    if not path.exists():
        return []
    with open_archive(str(path), create=True) as archive, archive.reading() as connection:
        return [each.key for each in kept(connection)]
