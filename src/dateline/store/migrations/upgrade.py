"""
Bring the tables of an archive to the newest revision, inside the caller's transaction.

A new revision is a file `versions/rNNNN_name.py` with `revision`, `down_revision` and `upgrade()`;
raise `schema.REVISION` with it. A test compares what the revisions make with the models.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

_FOLDER = Path(__file__).parent


def upgrade(connection: Connection) -> None:
    """Run the revisions that this archive has not seen; all of them for an empty database."""
    script = ScriptDirectory(str(_FOLDER))

    def steps(revision: Any, context: MigrationContext) -> Iterable[Any]:
        return script._upgrade_revs("head", revision)

    context = MigrationContext.configure(
        connection, opts={"fn": steps, "transactional_ddl": False, "script": script}
    )
    with Operations.context(context):
        context.run_migrations()
