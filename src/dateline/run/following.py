"""
Where following a feed stands, kept on disk so that a run that was cut off goes on.

Written whole or not at all, and only after what came in is in the archive: a feed that was read
but not written down is read again, and what it held is known by then.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

_MOST_SEEN = 5_000
_LONGEST_PAUSE = 86_400.0


class Standing(Struct, frozen=True, kw_only=True):
    """One feed: its address, what to ask next time and when (seconds since 1970)."""

    url: str
    asked_at: str
    """Where it is asked for: `url`, unless it moved for good."""
    etag: str | None = None
    last_modified: str | None = None
    due: float = 0
    failures: int = 0
    """How often in a row it could not be read."""
    seen: tuple[str, ...] = ()
    """Digests of the entries whose pages were read, the newest last."""

    @property
    def known(self) -> dict[str, str]:
        """The headers that ask for the feed only if it has changed."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}

    def failed(self, now: float, *, every: float, wait: float) -> Standing:
        """After a failure: twice as long as before, at most a day, never less than was asked."""
        failures = self.failures + 1
        pause = min(every * 2.0 ** min(failures, 20), _LONGEST_PAUSE)
        return replace(self, failures=failures, due=now + max(pause, wait))

    def saw(self, entry: str) -> Standing:
        """With one more entry whose page need not be read again."""
        return replace(self, seen=(*self.seen, entry)[-_MOST_SEEN:])


class Standings:
    """The standings of feeds in one folder, each in a file of its own."""

    def __init__(self, folder: Path, *, archive: str) -> None:
        self._folder = folder
        self._archive = archive

    def of(self, url: str) -> Standing:
        """What is known of a feed; a fresh standing where nothing is, or its file is broken."""
        try:
            held = msgspec.json.decode(self._path(url).read_bytes(), type=Standing)
        except (OSError, msgspec.DecodeError, UnicodeError):
            return Standing(url=url, asked_at=url)
        return held if held.url == url else Standing(url=url, asked_at=url)

    def keep(self, standing: Standing) -> None:
        """Write it down, in one step that a crash cannot cut in half."""
        path = self._path(standing.url)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = path.with_suffix(f".{os.getpid()}.part")
        with beside.open("wb") as file:
            file.write(msgspec.json.encode(standing))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)

    def _path(self, url: str) -> Path:
        """By archive too: what one archive holds, another may lack."""
        name = sha256(f"{self._archive}\n{url}".encode()).hexdigest()[:32]
        return self._folder / f"{name}.json"
