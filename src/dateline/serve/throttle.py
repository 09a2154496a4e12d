"""
How often somebody may try to log in: after three misses a wait that doubles.

Kept in memory: one process serves an archive, and a restart costs an attacker as much as us.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic

FREE = 3
"""Misses that cost nothing."""
LONGEST = 15 * 60.0
"""Seconds."""
_KEPT = 10_000
_FORGOTTEN = 60 * 60.0


class Throttle:
    """Counts misses; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._misses: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, *names: str) -> float:
        """Seconds until the next try is heard; 0 for now."""
        with self._lock:
            return max((self._wait(name) for name in names), default=0.0)

    def miss(self, *names: str) -> None:
        """A try that failed."""
        with self._lock:
            for name in names:
                count, at = self._misses.pop(name, (0, 0.0))
                if self._clock() - at > _FORGOTTEN:
                    count = 0
                self._misses[name] = (count + 1, self._clock())
            while len(self._misses) > _KEPT:
                self._misses.popitem(last=False)

    def hit(self, *names: str) -> None:
        """A try that was right: what was missed before is forgotten."""
        with self._lock:
            for name in names:
                self._misses.pop(name, None)

    def _wait(self, name: str) -> float:
        count, at = self._misses.get(name, (0, 0.0))
        if count <= FREE:
            return 0.0
        cost = min(LONGEST, 2.0 ** min(count - FREE, 20))
        return max(0.0, at + cost - self._clock())
