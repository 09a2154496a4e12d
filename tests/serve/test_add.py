"""Adding by upload, paste and address: what is kept, what is refused by name, never opened."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from serve.desks import client_of, desk_in

from dateline.serve.adding import plain_name
from dateline.serve.desk import Desk
from dateline.serve.security.origin import UPLOAD
from dateline.store.read import counts, one

REPORT = b"# Bridge closed\n\nThe bridge was closed on 5 June 2025, the mayor said.\n"
SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as made:
        yield made


@pytest.fixture
def client(desk: Desk) -> TestClient:
    return client_of(desk)


def over(client: TestClient, answer: Any) -> dict[str, Any]:
    assert answer.status_code == 202, answer.text
    for _ in range(300):
        job: dict[str, Any] = client.get(f"/jobs/{answer.json()['id']}", headers=SCRIPT).json()
        if job["over"]:
            assert job["error"] == ""
            return job
        time.sleep(0.1)
    raise AssertionError("the job takes for ever")


def test_an_upload_is_kept_with_its_own_bytes(client: TestClient, desk: Desk) -> None:
    given = {"files": ("../../etc/bridge.md", REPORT, "text/markdown")}
    job = over(client, client.post("/add", files=given, headers=SCRIPT))

    assert job["counts"]["added"] == 1
    with desk.archive.reading() as connection:
        kept = one(connection, job["added"][0])
    assert kept.capture.container == "bridge.md"
    assert kept.record.document.title == "Bridge closed"


def test_what_was_pasted_has_its_headline_address_and_date(client: TestClient, desk: Desk) -> None:
    form = {
        "pasted": "The bridge was closed on Thursday.", "title": "Bridge closed",
        "url": "https://example.org/bridge", "published": "2025-06-06", "lang": "en",
    }  # fmt: skip
    job = over(client, client.post("/add", data=form, headers=SCRIPT))

    with desk.archive.reading() as connection:
        document = one(connection, job["added"][0]).record.document
    assert (document.title, document.url) == ("Bridge closed", "https://example.org/bridge")
    assert (document.published, document.lang) == ("2025-06-06", "en")


def test_what_is_refused_is_named_with_its_reason(client: TestClient) -> None:
    given = [
        ("files", ("good.md", REPORT, "text/markdown")),
        ("files", ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200), "image/png")),
    ]
    job = over(client, client.post("/add", files=given, headers=SCRIPT))

    assert job["counts"]["added"] == 1
    assert [each["name"] for each in job["refused"]] == ["picture.png"]
    assert all(each["why"] for each in job["refused"])
    page = client.get(f"/jobs/{job['id']}").text
    assert "picture.png" in page


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://[::1]/", "http://2130706433/", "http://localhost/x"]
)
def test_no_address_leads_inside(client: TestClient, address: str) -> None:
    job = over(client, client.post("/add", data={"addresses": address}, headers=SCRIPT))

    assert job["counts"] == {"refused": 1}


@pytest.mark.parametrize("typed", ["/etc/passwd", "file:///etc/passwd", "../archive.sqlite", "-"])
def test_no_path_of_this_machine_is_opened(client: TestClient, desk: Desk, typed: str) -> None:
    answer = client.post("/add", data={"addresses": typed}, headers=SCRIPT)

    assert answer.status_code == 422
    with desk.archive.reading() as connection:
        assert counts(connection)["document"] == 4


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("../../etc/passwd", "passwd"), ("C:\\Users\\olena\\draft.md", "draft.md"),
        ("a\x00b\x1b[31m.md", "ab[31m.md"), ("", "upload"), ("..", ".."), ("x" * 500, "x" * 120),
    ],
)  # fmt: skip
def test_the_name_of_an_upload_is_a_label_and_no_path(name: str, label: str) -> None:
    assert plain_name(name) == label


def test_what_is_too_large_is_refused_before_it_is_read(client: TestClient) -> None:
    stated = client.post("/add", content=b"x", headers={"Content-Length": str(UPLOAD + 1)})

    def endless() -> Iterator[bytes]:
        for _ in range(70):
            yield bytes(1 << 20)

    form = {"Content-Type": "multipart/form-data; boundary=b"}
    unstated = client.post("/add", content=endless(), headers=form)
    small = client.post("/login", content=bytes(2 << 20), headers={"Content-Type": "text/plain"})
    assert (stated.status_code, unstated.status_code, small.status_code) == (413, 413, 413)


def test_nothing_given_is_told(client: TestClient) -> None:
    assert client.post("/add", data={}, headers=SCRIPT).status_code == 422
    assert "nothing to add" in client.post("/add", data={"title": "x"}).text


def test_a_day_that_is_none_is_told(client: TestClient) -> None:
    form = {"pasted": "Words.", "published": "yesterday"}

    assert client.post("/add", data=form, headers=SCRIPT).status_code == 422
