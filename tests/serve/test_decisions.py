"""Deciding by form and by script: what is kept, what stays as it was, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from serve.desks import client_of, desk_in, log_in, make
from sqlalchemy import text

from dateline.core.kept import Kept
from dateline.serve.desk import Desk
from dateline.store.read import find, one
from dateline.store.verify import verify
from dateline.store.withdraw import withdraw


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as made:
        yield made


@pytest.fixture
def client(desk: Desk) -> TestClient:
    return client_of(desk)


@pytest.fixture
def kept(desk: Desk) -> Kept:
    with desk.archive.reading() as connection:
        key = connection.execute(
            text("SELECT key FROM document WHERE name LIKE '%border%'")
        ).scalar_one()
        return one(connection, key)


def decide(client: TestClient, kept: Kept, claim: int, act: str, **more: Any) -> Any:
    body = {"subject": {"kind": "claim", "id": kept.record.claims[claim].id}, "act": act, **more}
    return client.post(
        f"/reports/{kept.key}/decisions", json=body, headers={"Accept": "application/json"}
    )


def state(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["subject_state"]
    return found


def test_accepting_a_claim_names_the_next_that_is_open(client: TestClient, kept: Kept) -> None:
    answer = decide(client, kept, 0, "accept")

    assert state(answer)["state"] == "accepted"
    assert answer.json()["next"] == kept.record.claims[1].id


def test_an_edit_stands_beside_what_the_machine_read(
    client: TestClient, kept: Kept, desk: Desk
) -> None:
    answer = decide(client, kept, 1, "edit", field="happened", value="2025-05-20", reason="typo")

    value = state(answer)["values"]["happened"]
    assert (value["human"], value["machine"]) == ("2025-05-20", kept.record.claims[1].happened)
    assert (value["who"], value["why"]) == ("owner (local)", "typo")
    with desk.archive.reading() as connection:
        assert one(connection, find(connection, kept.key)).record == kept.record


def test_a_form_with_every_field_keeps_only_those_that_were_changed(
    client: TestClient, kept: Kept
) -> None:
    claim = kept.record.claims[1]
    form = {
        "kind": "claim", "id": claim.id, "act": "edit", "next": f"/reports/{kept.key}#c2",
        "value.status": claim.status, "value.happened": "1999-05-20",
    }  # fmt: skip
    answer = client.post(f"/reports/{kept.key}/decisions", data=form)

    assert (answer.status_code, answer.headers["location"]) == (303, f"/reports/{kept.key}#c2")
    again = client.post(f"/reports/{kept.key}/decisions", data=form)
    assert again.status_code == 422


@pytest.mark.parametrize("act", ["accept", "reject"])
def test_undo_takes_a_decision_back_and_undoing_that_brings_it_again(
    client: TestClient, kept: Kept, act: str
) -> None:
    decide(client, kept, 0, act)
    undone = decide(client, kept, 0, "undo")
    assert state(undone)["state"] == "open"

    again = decide(client, kept, 0, "undo", undoes=undone.json()["decision"])
    assert state(again)["state"] == {"accept": "accepted", "reject": "rejected"}[act]


def test_every_act_can_be_undone(client: TestClient, kept: Kept) -> None:
    text_of = kept.record.document.text
    start, end = kept.record.claims[2].content[0]
    second = " ".join(text_of[start:end].split()[2:5])
    acts: list[tuple[str, dict[str, Any]]] = [
        ("accept", {}), ("reject", {}), ("edit", {"field": "role", "value": "officer"}),
        ("split", {"value": second}), ("merge", {"value": kept.record.claims[3].id}),
        ("link", {"value": kept.record.claims[4].id}), ("comment", {"value": "look here"}),
        ("assign", {"value": "Olena"}), ("rate", {"field": "source", "value": "B"}),
        ("private", {"value": "yes"}), ("signoff", {}),
    ]  # fmt: skip
    fresh = {"deciders": [], "last": 0, "changed": 0}
    for act, given in acts:
        assert decide(client, kept, 2, act, **given).status_code == 200, act
        after = state(decide(client, kept, 2, "undo"))
        assert {**after, "last": 0, "changed": 0} == {**NOTHING, **fresh}, act


NOTHING: dict[str, Any] = {
    "state": "open", "values": {}, "comments": [], "links": [], "signoffs": [], "assignee": None,
    "private": False, "graphic": False, "rating": {}, "parts": [], "merged_into": None,
}  # fmt: skip


def test_splitting_cuts_where_the_words_begin(client: TestClient, kept: Kept) -> None:
    claim = kept.record.claims[2]
    body = kept.record.document.text
    start, end = claim.content[0]
    second = " ".join(body[start:end].split()[2:5])
    first, rest = state(decide(client, kept, 2, "split", value=second))["parts"]

    assert first[0][0] == claim.content[0][0]
    assert body[rest[0][0] :].startswith(second)
    assert first[-1][1] == rest[0][0]


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("edit", {"field": "happened", "value": "2025-02-30"}),
        ("edit", {"field": "happened", "value": "last Tuesday"}),
        ("edit", {"field": "status", "value": "fake"}),
        ("edit", {"field": "id", "value": "x"}),
        ("edit", {"field": "role", "value": 7}),
        ("rate", {"field": "source", "value": "G"}),
        ("rate", {"field": "worth", "value": "A"}),
        ("link", {"value": "claim-of-nobody"}),
        ("split", {"value": "words that are not there"}),
        ("flag", {"value": "yes"}),
        ("comment", {"value": ""}),
        ("undo", {}),
        ("burn", {}),
    ],
)
def test_what_cannot_be_decided_is_refused(
    client: TestClient, kept: Kept, act: str, given: dict[str, Any]
) -> None:
    assert decide(client, kept, 0, act, **given).status_code == 422


def test_no_decision_is_made_on_what_is_not_there(client: TestClient, kept: Kept) -> None:
    body = {"subject": {"kind": "claim", "id": "nobody"}, "act": "accept"}
    answer = client.post(f"/reports/{kept.key}/decisions", json=body)
    other = client.post("/reports/doc-0000/decisions", json=body)

    assert (answer.status_code, other.status_code) == (404, 404)


def test_two_people_cannot_decide_unseen_on_one_claim(desk: Desk, kept: Kept) -> None:
    make(desk, "olena", "reviewer")
    make(desk, "ivan", "reviewer")
    one_browser, other = client_of(desk), client_of(desk)
    log_in(one_browser, "olena")
    log_in(other, "ivan")
    decide(one_browser, kept, 0, "accept", expects=0)

    assert decide(other, kept, 0, "reject", expects=0).status_code == 409
    assert decide(other, kept, 1, "reject", expects=0).status_code == 200
    assert decide(one_browser, kept, 0, "reject", expects=0).status_code == 200


def test_a_sign_off_is_a_second_persons_where_the_project_asks(desk: Desk, kept: Kept) -> None:
    from dateline.store.settings import set_settings

    make(desk, "olena", "reviewer")
    make(desk, "ivan", "reviewer")
    with desk.writing() as connection:
        set_settings(connection, {"second_person": True}, by="a test")
    first, second = client_of(desk), client_of(desk)
    log_in(first, "olena")
    log_in(second, "ivan")
    decide(first, kept, 0, "accept")

    assert decide(first, kept, 0, "signoff").status_code == 422
    signed = state(decide(second, kept, 0, "signoff"))
    assert [one["who"] for one in signed["signoffs"]] == ["Ivan"]
    changed = state(decide(first, kept, 0, "edit", field="role", value="officer"))
    assert changed["signoffs"] == []


def test_the_log_tells_who_what_when_why_and_verifies(client: TestClient, kept: Kept) -> None:
    decide(client, kept, 0, "reject", reason="the footage shows another day")

    page = client.get(f"/reports/{kept.key}/log").text
    assert "the footage shows another day" in page
    assert "owner (local)" in page
    assert "the footage shows another day" in client.get("/log").text
    assert "holds" in client.get("/log/proof").text


def test_a_changed_decision_is_found(client: TestClient, desk: Desk, kept: Kept) -> None:
    decide(client, kept, 0, "reject", reason="first")
    with desk.archive.writing() as connection:
        connection.execute(text("UPDATE decision SET body = replace(body, 'first', 'other')"))

    assert "words were changed" in client.get("/log/proof").text
    desk.close()
    assert any("words were changed" in each for each in verify(str(desk.archive.path)).problems)


def test_withdrawing_takes_the_words_of_decisions_and_keeps_the_chain(
    client: TestClient, desk: Desk, kept: Kept
) -> None:
    decide(client, kept, 0, "comment", value="the witness Petrenko called")
    withdraw(desk.archive, kept.key, "asked to")
    page = client.get("/log").text

    assert "Petrenko" not in page
    assert "withdrawn" in page
    desk.close()
    assert verify(str(desk.archive.path)).problems == ()
    assert b"Petrenko" not in Path(str(desk.archive.path)).read_bytes()
