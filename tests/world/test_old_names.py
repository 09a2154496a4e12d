"""Old names and the years in which they were official: a table is the specification."""

from __future__ import annotations

import pytest

from dateline.world.old_names import old_name

BAKHMUT = "UA14020010010059145"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Artemivsk", "an old name (official 1924 to 2016)"),
        ("Артемовске", "a party's form of an old name (official 1924 to 2016)"),
        ("Артемівську", "an old name (official 1924 to 2016)"),
    ],
)
def test_a_case_form_of_an_old_name_is_known(written: str, told: str) -> None:
    found = old_name(written, BAKHMUT)

    assert found is not None
    assert told in found.told


@pytest.mark.parametrize("written", ["Bakhmut", "Бахмуті", "Artem", "Арт"])
def test_the_present_name_and_strangers_are_none(written: str) -> None:
    assert old_name(written, BAKHMUT) is None
