"""Every route times everybody: the application's own routes are the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from serve.desks import client_of, desk_in, make
from starlette.routing import Mount

from dateline.serve.app import create_app
from dateline.serve.desk import Desk
from dateline.serve.security.roles import ROLES, Permission, role_may
from dateline.serve.security.sessions import COOKIE, digest_of_secret
from dateline.store.people import Person, begin_session, end_session

PUBLIC = {"/login", "/logout", "/setup", "/healthz", "/preferences"}
ANONYMOUS = "anonymous"
Asked = tuple[str, str, Permission | None]


@cache
def table() -> tuple[Asked, ...]:
    """(method, path, what it needs) of every route; None where a route forgot to say."""
    with TemporaryDirectory() as folder, desk_in(Path(folder)) as desk:
        routes = [each for each in create_app(desk).routes if not isinstance(each, Mount)]
        found = [route for each in routes for route in _inner(each)]
    return tuple(
        sorted((method, route.path, needed(route)) for route in found for method in route.methods)
    )


def _inner(each: Any) -> list[Any]:
    """A route, or those of a router that was taken in."""
    return [each] if isinstance(each, APIRoute) else list(each.original_router.routes)


def needed(route: APIRoute) -> Permission | None:
    """What `allow` was told on the route itself."""
    said = [getattr(each.dependency, "permission", None) for each in route.dependencies]
    permissions = [each for each in said if each is not None]
    return permissions[0] if len(permissions) == 1 else None


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_in(tmp_path_factory.mktemp("matrix")) as made:
        yield made


@pytest.fixture(scope="module")
def people(desk: Desk) -> dict[str, Person]:
    return {role: make(desk, role, role) for role in ROLES}


@pytest.fixture(scope="module")
def client(desk: Desk) -> TestClient:
    return client_of(desk)


def test_every_route_says_what_it_needs() -> None:
    assert [(method, path) for method, path, wanted in table() if wanted is None] == []
    assert len(table()) > 40


def test_only_these_ask_for_nobody() -> None:
    assert {path for _, path, wanted in table() if wanted is Permission.PUBLIC} == PUBLIC


def test_nothing_but_static_files_stands_outside_the_table(desk: Desk) -> None:
    mounted = [each.path for each in create_app(desk).routes if isinstance(each, Mount)]

    assert mounted == ["/static"]


def test_every_change_needs_more_than_reading() -> None:
    """What a reader may post is their own alone: password, tokens, saved searches."""
    own = ("/password", "/tokens", "/searches")
    read = [p for m, p, wanted in table() if m != "GET" and wanted is Permission.READ]

    assert [path for path in read if not path.startswith(own)] == []


@pytest.mark.parametrize("who", [ANONYMOUS, *ROLES])
def test_everybody_reaches_what_their_role_may_and_nothing_else(
    who: str, client: TestClient, desk: Desk, people: dict[str, Person]
) -> None:
    wrong = []
    for method, path, wanted in table():
        assert wanted is not None
        may = wanted is Permission.PUBLIC or (who != ANONYMOUS and role_may(who, wanted))
        if may != _let_in(client, method, path, session(desk, who, people)):
            wrong.append((method, path, who))

    assert wrong == []


def session(desk: Desk, who: str, people: dict[str, Person]) -> dict[str, str]:
    """The cookie of a new session; none for nobody."""
    if who == ANONYMOUS:
        return {}
    secret = f"secret-of-{who}"
    with desk.writing() as connection:
        end_session(connection, digest_of_secret(secret))
        begin_session(
            connection, digest_of_secret(secret), people[who].id, expires="2999-01-01T00:00:00Z"
        )
    return {"Cookie": f"{COOKIE}={secret}"}


def _let_in(client: TestClient, method: str, path: str, headers: dict[str, str]) -> bool:
    """Whether a request gets past the door; what it then finds is another test's business."""
    filled = re.sub(r"\{[^}]+\}", "nobody", path)
    answer = client.request(method, filled, headers=headers)
    to_login = answer.status_code == 303 and answer.headers["location"].startswith("/login?")
    if path in PUBLIC:
        return answer.status_code != 403 or path == "/setup"
    return not to_login and answer.status_code not in (401, 403)
