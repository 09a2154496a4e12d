"""Settings: what is kept, and that one key never does two things."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.core.errors import UsageError
from dateline.serve.project import KEYS, Project, changed, project_of


def test_only_what_differs_is_kept() -> None:
    asked = {"name": "Border desk", "second_person": True, "blur_private": True}

    assert changed(Project(), asked) == {"name": "Border desk", "second_person": True}


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"keys": {**KEYS, "accept": "r"}}, "'r' is for accept already"),
        ({"keys": {**KEYS, "accept": "aa"}}, "one letter"),
        ({"keys": {**KEYS, "accept": " "}}, "one letter"),
        ({"keys": {"accept": "a"}}, "a key for each"),
        ({"keys": {**KEYS, "explode": "x"}}, "a key for each"),
        ({"language": "de"}, "language"),
        ({"name": ""}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"second_person": "maybe"}, "settings"),
    ],
)
def test_what_cannot_be_is_refused(asked: dict[str, Any], why: str) -> None:
    keys = asked.get("keys")
    given = {**asked, "keys": list(keys.items())} if keys else asked
    with pytest.raises(UsageError, match=why):
        changed(Project(), given)


def test_a_key_may_move_where_no_other_is() -> None:
    keys = {**KEYS, "accept": "y"}

    assert dict(changed(Project(), {"keys": list(keys.items())})["keys"])["accept"] == "y"


@pytest.mark.parametrize("kept", [{"name": 7}, {"keys": "x"}, {"of a newer dateline": True}])
def test_what_was_kept_and_cannot_be_used_is_as_if_never_set(kept: dict[str, Any]) -> None:
    assert project_of(kept) == Project()
