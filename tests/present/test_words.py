from __future__ import annotations

import pytest
from records import claim, speaker, time

from dateline.present import words

TEXT = "On May 20 it ended."


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2025-05-20", "20 May 2025"),
        ("2025-05-20T09:14", "20 May 2025 09:14"),
        ("2025-05-20TMO", "20 May 2025 morning"),
        ("XXXX-05-20", "20 May, year not told"),
        ("2024-02-29", "29 February 2024"),
        ("XXXX-02-29", "29 February, year not told"),
        ("2025-05", "May 2025"),
        ("XXXX-05", "May, year not told"),
        ("XXXX-XX-XXT06:40", "06:40, day not told"),
        ("XXXX-XX-XXTMO", "morning, day not told"),
        ("2025", "2025"),
        ("2025-SU", "summer 2025"),
        ("2025-H1", "first half of 2025"),
        ("2025-W23", "week 23 of 2025"),
        ("PAST_REF", "earlier, not dated"),
        ("202", "202"),
        ("XXXX-WXX-1", "XXXX-WXX-1"),
        ("P2W", "P2W"),
    ],
)
def test_a_timex_value_is_said_as_people_say_it(value: str, said: str) -> None:
    assert words.spoken(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2025-06-09", "9 June 2025"),
        ("2025-06-09T08:00", "9 June 2025 08:00"),
        ("2025-06-09T08:00:00+03:00", "9 June 2025 08:00 +03:00"),
        ("2025-06-09T08:00:00.5Z", "9 June 2025 08:00Z"),
        ("sometime", "sometime"),
    ],
)
def test_a_moment_is_said_without_seconds_and_with_its_offset(value: str, said: str) -> None:
    assert words.day(value) == said


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        (None, None, ""),
        ("2025-05-20", "2025-05-20", "20 May 2025"),
        ("2025-05-01", "2025-05-31", "1 May 2025 to 31 May 2025"),
        ("2025-05-01", None, "1 May 2025 to any time after"),
        (None, "2025-05-01", "any time before to 1 May 2025"),
    ],
)
def test_bounds_are_said_with_open_ends(
    earliest: str | None, latest: str | None, said: str
) -> None:
    assert words.bounds(time(TEXT, "May 20", "X", earliest=earliest, latest=latest)) == said


def test_the_outlets_own_voice_is_not_a_speaker() -> None:
    assert words.who(claim(TEXT, "it ended")) == "the report itself"
    assert words.who(claim(TEXT, "it ended", attribution="indirect")) == "source not named"
    assert words.who(claim(TEXT, "it ended", speaker=speaker("Ann"))) == "Ann"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("it ended", "“it ended”"),
        ("«It ended»", "«It ended»"),
        ("‘It ended.’", "‘It ended.’"),
        ("„It ended“…", "„It ended“…"),
        ("‘over’ it is", "“‘over’ it is”"),
        ("", "“”"),
    ],
)
def test_words_that_bring_their_own_marks_get_no_others(text: str, shown: str) -> None:
    assert words.quoted(text) == shown


def test_the_chain_ends_at_this_report() -> None:
    assert words.via(claim(TEXT, "it ended", chain=("soldiers", "video"))) == (
        "soldiers → video → this report"
    )


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"role": "Military expert", "side": "expert"}, ("Military expert",)),
        ({"role": "Russian deputy", "side": "russia"}, ("Russian deputy", "Russia")),
        ({"side": "unknown", "named": False}, ("not named",)),
        ({}, ()),
    ],
)
def test_a_speaker_is_told_once(parts: dict[str, object], told: tuple[str, ...]) -> None:
    assert words.about_speaker(claim(TEXT, "it ended", speaker=speaker("A", **parts))) == told
