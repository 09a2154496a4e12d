"""
What a running workbench stands on: its archive, its settings, and who may do without a password.

One process serves an archive. It holds the archive's writing session from its first write until
it ends, so that the seal is made once and not at every decision; other processes may write
meanwhile, as they take turns.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from secrets import token_hex
from threading import RLock

from fastapi import Request
from sqlalchemy import Connection

from dateline.serve.jobs import Jobs
from dateline.serve.project import Project, project_of
from dateline.serve.throttle import Throttle
from dateline.store.open import Archive
from dateline.store.people import anybody
from dateline.store.settings import settings

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Desk:
    """Made once for a process; close it when the server stops."""

    def __init__(
        self, archive: Archive, *, host: str = "127.0.0.1", allowed: tuple[str, ...] = ()
    ) -> None:
        self.archive = archive
        self.host = host
        self.hosts = LOOPBACK | {host.lower()} | {name.lower() for name in allowed}
        self.is_local = host in LOOPBACK and not set(allowed) - LOOPBACK
        """Only this machine can ask: nobody else's name leads here."""
        self.code = token_hex(8)
        """Whoever can read it where the server was started may make the first owner."""
        self.throttle = Throttle()
        self.jobs = Jobs()
        self.place = str(archive.path or "") or archive.engine.url.render_as_string(
            hide_password=False
        )
        """Where a job opens the archive for itself."""
        self._stack = ExitStack()
        self._lock = RLock()
        self._is_writing = False
        self._people = False
        self._project: Project | None = None

    def is_alone(self, connection: Connection) -> bool:
        """Whether whoever asks is the one at this machine: loopback, and no people made."""
        return self.is_local and not self.has_people(connection)

    def has_people(self, connection: Connection) -> bool:
        """Whether people were made; once there are, there always are."""
        if not self._people:
            self._people = anybody(connection)
        return self._people

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction of the archive's only writer; hold it briefly."""
        with self._lock:
            if not self._is_writing:
                self._stack.enter_context(self.archive.session())
                self._is_writing = True
        with self.archive.writing() as connection:
            yield connection
        self._project = None

    @property
    def project(self) -> Project:
        """The settings as they are now."""
        if self._project is None:
            with self.archive.reading() as connection:
                self._project = project_of(settings(connection))
        return self._project

    def close(self) -> None:
        """Let the job that runs end, and seal what was written."""
        self.jobs.close()
        self._stack.close()
        self._is_writing = False


def the_desk(request: Request) -> Desk:
    """The desk that this request came to."""
    desk: Desk = request.app.state.desk
    return desk
