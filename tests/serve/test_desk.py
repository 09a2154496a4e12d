"""The workbench on both kinds of database, beside other writers, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from archives import address, fill
from databases import database
from serve.desks import BASE, OWN, client_of, desk_in, log_in, make

from dateline.cli.main import main
from dateline.serve.desk import Desk
from dateline.store.backup import backup, restore
from dateline.store.open import open_archive
from dateline.store.verify import verify
from dateline.store.withdraw import withdraw


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a small archive in each kind of database."""
    if request.param == "sqlite":
        yield from _on(str(tmp_path / "archive.sqlite"))
        return
    with database() as where:
        yield from _on(where)


def _on(where: str) -> Iterator[Desk]:
    with open_archive(where, create=True) as archive:
        fill(archive)
        made = Desk(archive)
        yield made
        made.close()


def test_every_page_comes_from_either_database(desk: Desk) -> None:
    client = client_of(desk)
    key = client.get("/api/v1/documents").json()["documents"][0]["key"]
    paths = (
        "/", "/reports", "/reports?show=open", f"/reports/{key}", f"/reports/{key}/log",
        "/search?q=drones", "/search?place=Sumy", "/search?speaker=x", "/incidents",
        f"/stories/{key}", "/log", "/log/entries", "/log/proof", "/settings", "/people", "/tokens",
        "/searches", "/api/v1/search?q=drones", "/api/v1/incidents", f"/api/v1/documents/{key}",
        "/api/v1/decisions", "/export/jsonl",
    )  # fmt: skip

    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_a_decision_is_kept_copied_and_proven_in_either_database(
    desk: Desk, tmp_path: Path
) -> None:
    make(desk, "olena", "owner")
    client = client_of(desk)
    log_in(client, "olena")
    key = client.get("/api/v1/documents").json()["documents"][0]["key"]
    body = {"kind": "document", "id": key, "act": "comment", "value": "the word sunflower"}
    assert client.post(f"/api/v1/documents/{key}/decisions", json=body).status_code == 200
    client.post("/settings", data={"part": "review", "second_person": "yes"})
    proof = backup(desk.archive, tmp_path / "copy.sqlite")
    restored = restore(tmp_path / "copy.sqlite", str(tmp_path / "again.sqlite"))

    assert (proof.problems, restored.problems) == ((), ())
    with open_archive(str(tmp_path / "again.sqlite")) as archive:
        again = Desk(archive)
        other = client_of(again)
        assert other.get(
            "/", headers={"Cookie": f"dateline={client.cookies['dateline']}"}
        ).is_redirect
        log_in(other, "olena")
        assert "sunflower" in other.get(f"/reports/{key}/log").text
        assert again.project.second_person
        again.close()
    withdraw(desk.archive, key, "asked to")
    assert "sunflower" not in client.get("/log").text
    assert verify(address(desk.archive)).problems == ()


def test_another_process_may_write_meanwhile_and_the_last_one_seals(tmp_path: Path) -> None:
    report = tmp_path / "new.md"
    report.write_text("# Bridge\n\nThe bridge was closed on 5 June 2025, the mayor said.\n")
    with desk_in(tmp_path) as desk:
        client = client_of(desk)
        client.post("/settings", data={"part": "project", "name": "One"})
        assert main(["add", str(report), "--archive", str(desk.archive.path)]) == 0
        client.post("/settings", data={"part": "project", "name": "Two"})
        working = verify(str(desk.archive.path))
        assert (working.problems, working.sealed) == ((), False)
        assert "Bridge" in client.get("/reports").text

    ended = verify(str(tmp_path / "archive.sqlite"))
    assert (ended.problems, ended.sealed) == ((), True)


@pytest.mark.parametrize("local", [True, False])
def test_alone_is_who_is_on_loopback_under_no_other_name(tmp_path: Path, local: bool) -> None:
    names = () if local else ("desk.example.org",)
    with desk_in(tmp_path, allowed=names) as desk, desk.archive.reading() as connection:
        assert desk.is_alone(connection) is local
        assert BASE.startswith("http://127.0.0.1") and OWN


def test_settings_are_seen_by_everybody_at_once(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        client = client_of(desk)
        client.post("/settings", data={"part": "project", "name": "Border desk", "language": "uk"})

        assert desk.project.name == "Border desk"
        assert 'lang="uk"' in client.get("/settings").text
