"""What is refused before it reaches a route, and what every answer tells the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from serve.desks import BASE, client_of, desk_in, log_in, make
from starlette.datastructures import Headers as Sent

from dateline.serve.app import create_app
from dateline.serve.desk import Desk
from dateline.serve.security.headers import CSP, HEADERS
from dateline.serve.security.origin import host_of, is_own


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_in(tmp_path_factory.mktemp("gate"), allowed=("Desk.example.org",)) as made:
        make(made, "olena", "owner")
        yield made


@pytest.fixture(scope="module")
def client(desk: Desk) -> TestClient:
    made = client_of(desk)
    log_in(made, "olena")
    return made


@pytest.mark.parametrize(
    "path",
    ["/", "/login", "/healthz", "/nope", "/reports", "/static/built/app.css", "/static/nope",
     "/static/../app.py", "/openapi.json", "/api/v1/documents", "/export/csv", "/jobs/nope"],
)  # fmt: skip
def test_every_answer_carries_every_header(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "server" not in answer.headers


def test_also_an_answer_that_is_a_refusal_or_a_bug(desk: Desk) -> None:
    app = create_app(desk)
    client = TestClient(app, base_url=BASE, raise_server_exceptions=False)

    def broken() -> None:
        raise RuntimeError("a secret word of the code")

    app.add_api_route("/broken", broken)
    for answer in (
        client.get("/broken"), client.get("/", headers={"Host": "evil.example"}),
        client.post("/login"), client.get(f"/{'x' * 9000}"),
    ):  # fmt: skip
        assert answer.status_code in (500, 421, 403, 414)
        assert answer.headers["content-security-policy"] == CSP
        assert "secret word" not in answer.text
        assert "Traceback" not in answer.text


@pytest.mark.parametrize("word", ["unsafe-inline", "unsafe-eval", "*", "http:", "https:"])
def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(word: str) -> None:
    assert word not in CSP
    assert CSP.startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8421", 200), ("localhost", 200), ("desk.example.org", 200),
        ("DESK.example.org.", 200), ("[::1]:8421", 200), ("evil.example", 421),
        ("evil.desk.example.org", 421), ("127.0.0.1.evil.example", 421), ("", 421),
        ("127.0.0.1@evil.example", 421), ("desk.example.org:80:90", 421), ("[::1", 421),
    ],
)  # fmt: skip
def test_only_names_of_ours_are_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8421"}, False),
        ({"origin": "http://127.0.0.1:8421"}, True),
        ({"origin": "https://127.0.0.1:8421"}, False),
        ({"origin": "http://127.0.0.1:8422"}, False),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "null"}, False),
        ({}, False),
    ],
)
def test_a_change_comes_from_a_page_of_ours(headers: dict[str, str], own: bool) -> None:
    assert is_own(Sent({"host": "127.0.0.1:8421", **headers}), "http") is own


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_no_change_from_elsewhere_reaches_a_route(client: TestClient, method: str) -> None:
    answer = client.request(method, "/settings", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert "page of this workbench" in answer.text


def test_a_made_up_token_does_not_open_the_door_for_a_cookie(client: TestClient) -> None:
    """A token frees from the origin check; so with one, cookies count for nothing."""
    headers = {"Authorization": "Bearer made-up", "Sec-Fetch-Site": "cross-site"}
    answer = client.post("/settings", headers=headers, data={"part": "project", "name": "taken"})

    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("header", "name"),
    [("a.example:80", "a.example"), ("[::1]:9", "::1"), ("A.example.", "a.example"), ("a:b:c", "")],
)
def test_a_host_header_is_a_name_and_a_port(header: str, name: str) -> None:
    assert host_of(header) == name


@pytest.mark.parametrize("path", ["/reports/%00", "/search?q=%00", "/api/v1/documents/a%00b"])
def test_no_address_holds_a_nul(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 400


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd",
     "/static/built/../../desk.py", "/static/%2e%2e%2f%2e%2e%2f__init__.py"],
)  # fmt: skip
def test_no_static_address_leads_out_of_its_folder(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (404, 405)


@pytest.mark.parametrize(
    "body",
    [b"\xff\xfe", b"{", b"[]", b'"x"', b'{"act": "\\ud800"}', b'{"act": "a\\u0000b"}', b"[" * 9000],
)
def test_a_body_that_is_none_is_refused(client: TestClient, body: bytes) -> None:
    sent = {"Content-Type": "application/json", "Accept": "application/json"}
    answer = client.post("/reports/doc-0000/decisions", content=body, headers=sent)

    assert answer.status_code in (400, 404, 422)
