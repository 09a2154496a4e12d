from __future__ import annotations

from typing import Any

import pytest
from records import claim, record, time

from dateline.present.chronology import Entry, chronology

TEXT = "On May 20, and again on May 20, in May and in summer; earlier; for two weeks; since June 8."


def only(words: str, value: str, **parts: Any) -> Entry:
    made = chronology(record(TEXT, times=(time(TEXT, words, value, **parts),)))
    (entry,) = (*made.dated, *made.undated)
    return entry


def test_a_day_is_exact_and_a_month_is_a_bar_as_long_as_it() -> None:
    month = {"earliest": "2025-05-01", "latest": "2025-05-31"}

    made = chronology(
        record(
            TEXT,
            times=(time(TEXT, "May 20", "2025-05-20"), time(TEXT, "in May", "2025-05", **month)),
        )
    )

    bar, day = made.dated
    assert (day.exact, bar.exact) == (True, False)
    assert bar.left < day.left < day.right < bar.right


def test_mentions_of_one_day_are_one_entry() -> None:
    again = TEXT.index("May 20", 10)
    second = time(TEXT, "May 20", "2025-05-20", type="DATE")
    second = type(second)(
        **{f: getattr(second, f) for f in second.__struct_fields__ if f not in ("start", "end")},
        start=again,
        end=again + 6,
    )

    made = chronology(record(TEXT, times=(time(TEXT, "May 20", "2025-05-20"), second)))

    assert [entry.numbers for entry in made.dated] == [(1, 2)]


@pytest.mark.parametrize("value", ["XXXX-05-20", "PAST_REF"])
def test_what_has_no_year_or_no_date_is_put_on_no_axis(value: str) -> None:
    made = chronology(record(TEXT, times=(time(TEXT, "May 20", value),)))

    assert made.dated == ()
    assert len(made.undated) == 1


def test_a_duration_is_no_point_in_time() -> None:
    made = chronology(record(TEXT, times=(time(TEXT, "two weeks", "P2W", type="DURATION"),)))

    assert made.dated == made.undated == ()


def test_claims_stand_with_the_time_they_are_dated_to() -> None:
    claims = (
        claim(TEXT, "On May 20", happened="2025-05-20"),
        claim(TEXT, "in summer", said="2025-05-20"),
    )

    made = chronology(record(TEXT, times=(time(TEXT, "May 20", "2025-05-20"),), claims=claims))

    assert (made.dated[0].happened, made.dated[0].said) == ((1,), (2,))


def test_an_open_end_runs_to_the_edge() -> None:
    entry = only("June 8", "2025-06-08", latest=None)

    assert (entry.open_right, entry.right) == (True, 100.0)
    assert not entry.exact


def test_a_clock_time_tells_its_zone_and_the_instant() -> None:
    entry = only(
        "May 20",
        "2025-05-20T09:14",
        type="TIME",
        earliest="2025-05-20T09:14",
        latest="2025-05-20T09:14",
        zone="MSK",
        utc="2025-05-20T06:14Z",
    )

    assert entry.exact
    assert (entry.label, entry.detail) == ("20 May 2025 09:14", "MSK · 2025-05-20 06:14 UTC")


def test_the_publication_day_stands_on_the_axis_even_when_no_words_name_it() -> None:
    made = chronology(
        record(TEXT, published="2025-06-09", times=(time(TEXT, "May 20", "2025-05-20"),))
    )

    assert made.published is not None
    assert made.published > made.dated[0].right


def test_a_report_without_times_has_an_empty_chronology() -> None:
    made = chronology(record(TEXT, published="2025-06-09"))

    assert (made.dated, made.undated, made.ticks, made.published) == ((), (), (), None)
