from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import body, claim, record, time

from dateline.core.record import Record
from dateline.link.versions import corrected, silent_correction

HEAD = "Depot hit near Sumy"
BODY = "Three people were killed on May 20, the ministry said."


def _version(head: str = HEAD, text: str = BODY, **known: str) -> Record:
    whole = f"{head}\n\n{text}"
    blocks = (body(whole, head, "headline"), body(whole, text))
    parts = {}
    if "May" in text:
        day = text[text.index("May") : text.index("May") + 6]
        parts["times"] = (time(whole, day, f"2025-05-{day[-2:]}"),)
    who = re.search(r"the \w+ said", whole)
    if who:
        parts["claims"] = (claim(whole, text.split(",")[0], source=(who.span(),)),)
    return record(whole, blocks=blocks, **parts, **known)


@pytest.mark.parametrize(
    ("newer", "changes", "silent"),
    [
        (_version(), [], False),
        (
            _version(text=BODY.replace("Three people", "3 people")),
            [("wording", "Three", "3")],
            False,
        ),
        (_version(text=BODY.replace("Three", "Five")), [("number", "Three", "Five")], True),
        (_version(text=BODY.replace("Three", "23")), [("number", "Three", "23")], True),
        (_version(head="Depot burns near Sumy"), [("headline", "hit", "burns")], True),
        (_version(text=BODY.replace("May 20", "May 21")), [("date", "20", "21")], True),
        (
            _version(text=BODY.replace("the ministry said", "the governor said")),
            [("attribution", "ministry", "governor")],
            True,
        ),
        (
            _version(text=BODY.replace("people were", "persons were")),
            [("wording", "people", "persons")],
            False,
        ),
        (
            _version(published="2025-05-21"),
            [("published", "", "2025-05-21")],
            False,
        ),
        (
            _version(text=BODY.replace("May 20", "May 21") + " Correction: the day was wrong."),
            [("date", "20", "21"), ("wording", "", "Correction: the day was wrong")],
            False,
        ),
        (
            _version(text=BODY.replace("May 20", "May 21") + " Виправлено."),
            [("date", "20", "21"), ("wording", "", "Виправлено")],
            False,
        ),
    ],
)  # fmt: skip
def test_what_changed_is_told_by_what_it_touches(
    newer: Record, changes: list[tuple[str, str, str]], silent: bool
) -> None:
    found = corrected(_version(), newer)

    assert list(found.changes) == changes
    assert (silent_correction(found) is not None) == silent


def test_a_correction_notice_that_was_there_before_owns_up_to_nothing() -> None:
    notice = " Correction: the name was wrong."
    older = _version(text=BODY + notice)
    newer = _version(text=BODY.replace("May 20", "May 21") + notice)

    assert silent_correction(corrected(older, newer)) is not None


def test_what_changes_in_the_page_around_the_report_is_no_change() -> None:
    def page(menu: str) -> Record:
        text = f"{menu}\n\n{BODY}"
        return record(text, blocks=(body(text, menu, "furniture"), body(text, BODY)))

    assert corrected(page("12 comments"), page("340 comments")).changes == ()


@given(st.text("ab 1\n.", max_size=40), st.text("ab 1\n.", max_size=40))
def test_the_same_words_have_no_changes_and_others_have_some(one: str, other: str) -> None:
    changes = corrected(record(f"x {one}"), record(f"x {other}")).changes

    words = [one.replace(".", " ").split(), other.replace(".", " ").split()]
    assert (changes == ()) == (words[0] == words[1])
