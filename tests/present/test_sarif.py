"""SARIF is checked against the schema that OASIS publishes (tests/present/schemas)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from records import checked, finding

from dateline.core.finding import Severity
from dateline.core.parts import Checker
from dateline.present.checked import Checked
from dateline.present.sarif import log

TEXT = "Перше.\nTwo words 🚀 here."
CHECKER = Checker("T009", "a-test", Severity.WARNING, (), "A test.\n\nMore of it.", lambda *_: ())


@cache
def schema() -> Draft4Validator:
    path = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
    return Draft4Validator(json.loads(path.read_text(encoding="utf-8")))


def made(*read: Checked, failures: tuple[str, ...] = ()) -> dict[str, Any]:
    whole = json.loads(json.dumps(log(read, (CHECKER,), version="1.0", failures=failures)))
    assert list(schema().iter_errors(whole)) == []
    run: dict[str, Any] = whole["runs"][0]
    return run


def test_a_finding_has_its_place_its_rule_and_its_other_words() -> None:
    run = made(checked(TEXT, findings=(finding(TEXT, "🚀 here", "words"),)))

    (result,) = run["results"]
    (other,) = result["relatedLocations"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 11, 17)
    assert region["snippet"] == {"text": "🚀 here"}
    assert other["physicalLocation"]["region"]["charOffset"] == 11
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a.txt", "a.txt"),
        ("dir/два слова.txt", "dir/%D0%B4%D0%B2%D0%B0%20%D1%81%D0%BB%D0%BE%D0%B2%D0%B0.txt"),
        ("/tmp/a.txt", "file:///tmp/a.txt"),
        ("-", "stdin"),
    ],
)
def test_a_file_name_becomes_a_uri(name: str, uri: str) -> None:
    run = made(checked(TEXT, name=name, findings=(finding(TEXT),)))

    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri
    assert location["region"] == {"startLine": 1, "startColumn": 1}


def test_the_fingerprint_stays_when_the_words_move_and_changes_with_them() -> None:
    def fingerprint(text: str, words: str) -> str:
        run = made(checked(text, findings=(finding(text, words),)))
        mark: str = run["results"][0]["partialFingerprints"]["finding/v1"]
        return mark

    assert fingerprint("a word", "word") == fingerprint("\n\nmore, a word", "word")
    assert fingerprint("a word", "word") != fingerprint("a word", "a")


def test_what_could_not_be_read_is_told() -> None:
    run = made(failures=("b.txt: no such file",))

    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "b.txt: no such file"
    assert run["invocations"][0]["executionSuccessful"] is False


def test_a_finding_of_an_unlisted_checker_is_still_valid() -> None:
    made(checked(TEXT, findings=(finding(TEXT, code="X001"),)))
