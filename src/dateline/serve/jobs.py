"""
Work that takes longer than a page: done one after the other by one thread, watched while it runs.

The archive has one writer, so one thread is enough. Jobs live as long as the process: what they
added is in the archive and in its log.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from logging import getLogger
from queue import Queue
from secrets import token_hex
from threading import Lock, Thread

from msgspec import Struct

from dateline.core.errors import DatelineError
from dateline.store.log import now

_LOG = getLogger(__name__)
_KEPT = 100
_MOST = 1_000
"""Outcomes of a job that are told one by one; of more, only how many."""
WAITING = 50
"""Jobs that may wait: more would be somebody's mistake, or worse."""


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of one thing: `what` is a word for it, `why` the reason of a refusal."""

    name: str
    what: str
    key: str | None = None
    why: str = ""


class Job(Struct, kw_only=True):
    """A piece of work; `counts` are outcomes by what became of them."""

    id: str
    kind: str
    by: str
    title: str
    at: str
    state: str = "waiting"
    """waiting, running, done or failed."""
    step: str = ""
    counts: dict[str, int] = {}
    outcomes: list[Outcome] = []
    error: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("done", "failed")

    @property
    def refused(self) -> list[Outcome]:
        """What could not be taken, with its reason."""
        return [one for one in self.outcomes if one.what == "refused"]

    def tell(self, outcome: Outcome) -> None:
        """One more thing is done."""
        self.counts[outcome.what] = self.counts.get(outcome.what, 0) + 1
        if len(self.outcomes) < _MOST or outcome.what == "refused":
            self.outcomes.append(outcome)


Work = Callable[[Job], None]


class Jobs:
    """The jobs of a process; `close` lets the one that runs come to its end."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: Queue[tuple[Job, Work] | None] = Queue()
        self._lock = Lock()
        self._thread: Thread | None = None

    def begin(self, kind: str, title: str, work: Work, *, by: str) -> Job | None:
        """The job that will do `work`; None where too many wait already."""
        with self._lock:
            if self._queue.qsize() >= WAITING:
                return None
            job = Job(id=token_hex(8), kind=kind, by=by, title=title, at=now())
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT and next(iter(self._jobs.values())).over:
                self._jobs.popitem(last=False)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="dateline-jobs", daemon=True)
                self._thread.start()
        self._queue.put((job, work))
        return job

    def get(self, ident: str) -> Job | None:
        """The job with this id, as long as it is remembered."""
        return self._jobs.get(ident)

    def every(self) -> list[Job]:
        """The jobs that are remembered, the newest first."""
        return list(self._jobs.values())[::-1]

    def close(self) -> None:
        """Wait for the job that runs; those that wait are dropped."""
        with self._lock:
            while not self._queue.empty():
                self._queue.get_nowait()
            thread, self._thread = self._thread, None
        if thread is not None:
            self._queue.put(None)
            thread.join(timeout=60)

    def _run(self) -> None:
        while (given := self._queue.get()) is not None:
            job, work = given
            job.state = "running"
            try:
                work(job)
                job.state = "done"
            except DatelineError as error:
                job.error, job.state = str(error), "failed"
            except Exception as error:
                # A bug in one job must not end the thread that does all others.
                _LOG.exception("job %s", job.id)
                job.error, job.state = f"a bug in dateline: {type(error).__name__}", "failed"
