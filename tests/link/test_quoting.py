from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.quoting import printed_in, runs

TEXT = (
    "The mayor spoke on Monday. “We will not leave the city while a single child is here,” he "
    "said. Nobody answered."
)


@pytest.mark.parametrize(
    ("asked", "differ"),
    [
        ("We will not leave the city while a single child is here", ()),
        ("we will not leave the city, while a single CHILD is here!", ()),
        ("We will never leave the city while a single child is here", (("never", "not"),)),
        ("We will not leave the city while a child is here", (("", "single"),)),
        ("We will not leave the old city while a single child is here", (("old", ""),)),
    ],
)
def test_a_passage_is_verbatim_or_named_by_the_words_that_differ(
    asked: str, differ: tuple[tuple[str, str], ...]
) -> None:
    found = printed_in(asked, TEXT)

    assert found is not None
    assert (found.differ, found.verbatim) == (differ, not differ)


@pytest.mark.parametrize(
    "asked",
    [
        "We shall return to the sea next spring",
        "leave the city to its fate, the general told his weary men",
        "not leave town",
        "",
    ],
)
def test_other_words_are_no_quotation_of_it(asked: str) -> None:
    assert printed_in(asked, TEXT) is None


def test_forms_of_letters_and_marks_do_not_count() -> None:
    found = printed_in("«Ещё не всё, – сказал мэр»", "Мэр повторил: “Еще не все”, - сказал мэр.")

    assert found is not None
    assert found.verbatim


@given(st.integers(0, 12), st.integers(3, 9))
def test_any_run_of_a_texts_own_words_stands_there_verbatim(start: int, size: int) -> None:
    words = TEXT.split()[start : start + size]
    found = printed_in(" ".join(words), TEXT)

    assert found is not None
    assert found.verbatim


def test_runs_are_three_words_and_each_comes_once() -> None:
    assert runs("one two three four one two three") == (
        ("one", "two", "three"),
        ("two", "three", "four"),
        ("three", "four", "one"),
        ("four", "one", "two"),
    )
