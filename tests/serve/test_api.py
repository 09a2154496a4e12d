"""The API: what it gives, what a token may do, and that nothing asked at random breaks it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from serve.desks import BASE, client_of, desk_in, make

from dateline.serve.app import create_app
from dateline.serve.desk import Desk
from dateline.serve.security.sessions import digest_of_secret
from dateline.store.log import now
from dateline.store.people import Token, make_token

API = "/api/v1"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as made:
        yield made


def token_for(desk: Desk, person: str, scope: str, *, ends: str = "2999-01-01T00:00:00Z") -> str:
    """The secret of a new token."""
    secret = f"dtl_{person}_{scope}_{ends}"
    made = Token(
        id=f"token-{scope}-{ends}", person=person, name="test", scope=(scope,), created=now(),
        expires=ends,
    )  # fmt: skip
    with desk.writing() as connection:
        make_token(connection, made, digest_of_secret(secret))
    return secret


def program(desk: Desk, secret: str) -> TestClient:
    """Something that is no browser: a token, and nothing that a browser sends."""
    return TestClient(
        create_app(desk), base_url=BASE, headers={"Authorization": f"Bearer {secret}"}
    )


def first(client: TestClient) -> str:
    return str(client.get(f"{API}/documents").json()["documents"][0]["key"])


def test_a_document_comes_with_the_record_and_what_people_decided(desk: Desk) -> None:
    client = client_of(desk)
    key = first(client)
    claim = client.get(f"{API}/documents/{key}").json()["record"]["claims"][0]["id"]
    body = {"kind": "claim", "id": claim, "act": "reject", "reason": "another day"}
    made = client.post(f"{API}/documents/{key}/decisions", json=body)
    read = client.get(f"{API}/documents/{key}").json()

    assert made.status_code == 200
    assert read["review"]["claims"][claim]["state"] == "rejected"
    assert read["record"]["claims"][0]["id"] == claim
    listed = client.get(f"{API}/documents/{key}/decisions").json()["decisions"]
    assert [each["id"] for each in listed] == [made.json()["decision"]]


def test_lists_go_on_where_the_page_before_ended(desk: Desk) -> None:
    client = client_of(desk)
    every = [each["key"] for each in client.get(f"{API}/documents").json()["documents"]]
    seen: list[str] = []
    before: int | None = 1 << 40
    while before is not None:
        page = client.get(f"{API}/documents?limit=1&before={before}").json()
        seen += [each["key"] for each in page["documents"]]
        before = page["next"]

    assert seen == every


def test_a_program_adds_a_report_and_asks_how_it_goes(desk: Desk) -> None:
    person = make(desk, "olena", "editor")
    client = program(desk, token_for(desk, person.id, "edit"))
    body = {"text": "The bridge was closed, the mayor said.", "published": "2025-06-06"}
    job = client.post(f"{API}/documents", json=body).json()
    while not job["over"]:
        time.sleep(0.1)
        job = client.get(f"{API}/jobs/{job['id']}").json()

    assert job["counts"]["added"] == 1
    assert client.get(f"{API}/documents/{job['added'][0]}").status_code == 200


@pytest.mark.parametrize(
    ("role", "scope", "may"),
    [("owner", "read", False), ("reader", "review", False), ("reviewer", "review", True)],
)
def test_a_token_may_do_what_its_scope_and_its_person_both_may(
    desk: Desk, role: str, scope: str, may: bool
) -> None:
    person = make(desk, "olena", role)
    client = program(desk, token_for(desk, person.id, scope))
    body = {"kind": "document", "id": "", "act": "comment", "value": "seen"}
    answer = client.post(f"{API}/documents/{first(client)}/decisions", json=body)

    assert answer.status_code == (200 if may else 403)


def test_a_token_that_ended_or_was_never_made_lets_nobody_in(desk: Desk) -> None:
    person = make(desk, "olena", "owner")
    ended = token_for(desk, person.id, "own", ends="2020-01-01T00:00:00Z")

    assert program(desk, ended).get(f"{API}/documents").status_code == 401
    assert program(desk, "dtl_nobody").get(f"{API}/documents").status_code == 401


def test_a_bad_token_is_not_made_good_by_sitting_at_the_machine(desk: Desk) -> None:
    assert client_of(desk).get(f"{API}/documents").status_code == 200
    assert program(desk, "dtl_nobody").get(f"{API}/documents").status_code == 401


def test_the_document_of_the_api_names_every_route_of_it(desk: Desk) -> None:
    client = client_of(desk)
    paths = client.get("/openapi.json").json()["paths"]

    assert len(paths) >= 10
    assert all(path.startswith(API) for path in paths)


def test_names_of_private_people_go_out_only_when_asked_for(desk: Desk) -> None:
    client = client_of(desk)
    key, claim = _named(client)
    name = claim["speaker"]["name"]
    body = {"kind": "claim", "id": claim["id"], "act": "private", "value": True}
    assert client.post(f"{API}/documents/{key}/decisions", json=body).status_code == 200

    assert name not in client.get(f"{API}/documents/{key}").text
    assert name in client.get(f"{API}/documents/{key}?private=true").text
    for format in ("jsonl", "csv", "geojson"):
        assert name not in client.get(f"/export/{format}").text


def _named(client: TestClient) -> tuple[str, dict[str, Any]]:
    """A claim of a named speaker."""
    for row in client.get(f"{API}/documents").json()["documents"]:
        for claim in client.get(f"{API}/documents/{row['key']}").json()["record"]["claims"]:
            if claim["speaker"] and claim["speaker"]["named"]:
                return row["key"], claim
    raise AssertionError("no named speaker in the examples")


def test_nothing_that_is_asked_at_random_breaks_it(tmp_path: Path) -> None:
    with desk_in(tmp_path, allowed=("testserver",)) as desk:
        person = make(desk, "olena", "owner")
        headers = {"Authorization": f"Bearer {token_for(desk, person.id, 'own')}"}
        app = create_app(desk)
        schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers=headers)
        for found in schema.get_all_operations():
            operation = found.ok()

            @settings(
                max_examples=12, deadline=None, derandomize=True, database=None,
                phases=[Phase.generate], suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            @given(case=operation.as_strategy())
            def ask(case: Any) -> None:
                case.call_and_validate(headers=headers, checks=[not_a_server_error])

            ask()
