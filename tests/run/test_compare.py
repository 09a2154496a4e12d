"""Pairs of documents, a pair a line, through the whole of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.json import encode

from dateline.run.compare import Answer, compare_jsonl

HIT = "A Russian missile struck a market in Konotop, killing three people, the mayor said."
ROSE = "Число погибших при ракетном ударе по рынку в Конотопе выросло до пяти."


def pair(a: str, b: str, *, published: tuple[str, str] = ("2025-03-05", "2025-03-06")) -> str:
    first, second = ({"text": t, "published": p} for t, p in zip((a, b), published, strict=True))
    return json.dumps({"id": 7, "a": first, "b": second})


def answer(line: str) -> Answer:
    (found,) = compare_jsonl([line])
    assert isinstance(found, Answer)
    return found


def test_a_higher_toll_the_next_day_is_an_update_across_languages() -> None:
    found = answer(pair(HIT, ROSE))

    assert (found.id, found.relation, found.update, found.contradict) == (
        7, "same_incident", True, (),
    )  # fmt: skip


def test_the_same_numbers_on_one_day_contradict() -> None:
    found = answer(pair(HIT, ROSE.replace("выросло до", "-"), published=("2025-03-05",) * 2))

    assert (found.contradict, found.update) == (("number",), False)
    assert [(item.a, item.b) for item in found.wordings] == [("three people", "пяти")]


def test_a_reprint_is_a_copy_and_one_incident() -> None:
    found = answer(pair(HIT, HIT))

    assert found.relation == "same_incident"
    assert (found.copy.label, found.copy.kind, found.copy.direction) == (
        "copy", "whole", "b_from_a",
    )  # fmt: skip


def test_unlike_reports_are_different_and_say_nothing_more() -> None:
    found = answer(pair(HIT, "Parliament in Lisbon voted on pensions."))

    assert (found.relation, found.agree, found.contradict) == ("different", (), ())
    assert (found.copy.label, found.copy.share_of_a) == ("not_copy", 0.0)


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"id": 7}', '{"id": 7, "a": {"text": "x"}, "b": {"text": 3}}',
     '{"id": 7, "a": "x", "b": {"text": "y"}}', b"\xff"],
)  # fmt: skip
def test_a_pair_that_cannot_be_read_is_named_and_the_rest_is_answered(line: Any) -> None:
    unread, good = compare_jsonl([line, pair(HIT, HIT)])

    assert isinstance(unread, tuple)
    assert "line 1" in unread[0].error
    assert isinstance(good, Answer)


def test_an_empty_text_compares_with_anything() -> None:
    assert answer(pair("", HIT)).relation == "different"


def test_processes_change_no_byte() -> None:
    lines = [pair(HIT, ROSE), pair(HIT, HIT)] * 5

    assert encode(list(compare_jsonl(lines))) == encode(list(compare_jsonl(lines, jobs=2)))
