"""A place on the PostgreSQL that `tools/test` started."""

from __future__ import annotations

import os
from itertools import count

import pytest
from sqlalchemy import create_engine, text

_NUMBER = count()


class database:  # noqa: N801
    """A schema of its own, dropped at the end; skips where `tools/test` could start no server."""

    def __enter__(self) -> str:
        server = os.environ.get("DATELINE_TEST_POSTGRES")
        if not server:
            why = os.environ.get("DATELINE_NO_POSTGRES", "tools/test starts one")
            pytest.skip(f"no PostgreSQL with PostGIS: {why}")
        self.name = f"archive_{os.getpid()}_{next(_NUMBER)}"
        address = server.replace("postgresql://", "postgresql+psycopg://", 1)
        self.engine = create_engine(address)
        with self.engine.begin() as connection:
            connection.execute(text("CREATE SCHEMA IF NOT EXISTS gis"))
            connection.execute(text("CREATE EXTENSION IF NOT EXISTS postgis SCHEMA gis"))
            connection.execute(text(f"CREATE SCHEMA {self.name}"))
        return f"{server}&options=-csearch_path%3D{self.name},gis"

    def __exit__(self, *_: object) -> None:
        with self.engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {self.name} CASCADE"))
        self.engine.dispose()
