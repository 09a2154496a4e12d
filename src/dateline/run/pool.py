"""Spread batches over processes and give the results back in order. Knows no stage."""

from __future__ import annotations

import ctypes
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")
_WAITING = 4
"""Batches in hand for each process: input is read no further ahead than that."""


def spread(
    work: Callable[..., T], batches: Iterable[tuple[Any, ...]], *, jobs: int = 1
) -> Iterator[T]:
    """`work(*batch)` for each batch, in order, in `jobs` processes; in this one for 1."""
    if jobs <= 1:
        for batch in batches:
            yield work(*batch)
        return
    waiting: deque[Future[T]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), _end_with_the_caller) as pool:
        try:
            for batch in batches:
                waiting.append(pool.submit(work, *batch))
                if len(waiting) >= jobs * _WAITING:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _end_with_the_caller() -> None:
    """A process whose caller was killed would wait for work for ever (Linux: PR_SET_PDEATHSIG)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
