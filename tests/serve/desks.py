"""Workbenches to test on: one archive with the example reports, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from fastapi.testclient import TestClient

from dateline.run.add import add
from dateline.run.linking import link
from dateline.run.ways import Asked, take
from dateline.serve.app import create_app
from dateline.serve.desk import Desk
from dateline.serve.security.passwords import hashed
from dateline.store.open import open_archive
from dateline.store.people import Person, make_person

EXAMPLES = Path(__file__).parents[2] / "examples"
BASE = "http://127.0.0.1:8421"
OWN = {"Sec-Fetch-Site": "same-origin"}
PASSWORD = "a long enough password"


@cache
def example() -> Path:
    """An archive with the example reports, made once for a run of the tests."""
    path = Path(mkdtemp(prefix="dateline-tests-")) / "archive.sqlite"
    with open_archive(str(path), create=True) as archive:
        reports = sorted(str(path) for path in EXAMPLES.glob("*.*"))
        list(add(archive, take([r for r in reports if "jsonl" not in r], Asked(fetched=AT))))
        link(archive)
    return path


AT = "2025-06-10T08:00:00Z"


@cache
def kept_password() -> str:
    """The hash of PASSWORD: making one costs what it should."""
    return hashed(PASSWORD)


@contextmanager
def desk_in(
    folder: Path, *, host: str = "127.0.0.1", allowed: tuple[str, ...] = ()
) -> Iterator[Desk]:
    """A desk on a copy of the example archive."""
    path = folder / "archive.sqlite"
    shutil.copy(example(), path)
    with open_archive(str(path)) as archive:
        desk = Desk(archive, host=host, allowed=allowed)
        try:
            yield desk
        finally:
            desk.close()


def client_of(desk: Desk, *, base: str = BASE) -> TestClient:
    """A browser that sends what a browser sends with forms of our pages."""
    return TestClient(create_app(desk), base_url=base, headers=OWN, follow_redirects=False)


def make(desk: Desk, login: str, role: str) -> Person:
    """A person with PASSWORD."""
    with desk.writing() as connection:
        return make_person(
            connection, login, login.title(), role=role, password=kept_password(), by="a test"
        )


def log_in(client: TestClient, login: str) -> None:
    """Log in as somebody that `make` made."""
    answer = client.post("/login", data={"login": login, "password": PASSWORD})
    assert answer.status_code == 303, answer.text
