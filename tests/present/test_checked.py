from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import checked, finding


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("abc", 0, (1, 1)),
        ("abc", 3, (1, 4)),
        ("a\nbc", 2, (2, 1)),
        ("a\n\nb", 2, (2, 1)),
        ("a\n\nb", 3, (3, 1)),
        ("Київ\nСуми", 6, (2, 2)),
        ("🚀🚀x", 2, (1, 3)),
        ("a\u2028b", 2, (1, 3)),
    ],
)
def test_lines_and_columns_count_from_one_in_code_points(
    text: str, offset: int, position: tuple[int, int]
) -> None:
    assert checked(text).position(offset) == position


@given(st.text(min_size=1), st.data())
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    one = checked(text)
    offset = data.draw(st.integers(0, len(text)))

    line, column = one.position(offset)

    assert one.line(line)[0] + column - 1 == offset


@given(st.text(min_size=1))
def test_the_lines_put_together_are_the_text(text: str) -> None:
    one = checked(text)
    count = one.position(len(text))[0]

    assert "\n".join(one.line(number)[1] for number in range(1, count + 1)) == text


def test_a_finding_about_the_page_stands_at_line_one_column_one() -> None:
    text = "a\nb"

    assert checked(text).at(finding(text)) == (1, 1)
    assert checked(text).at(finding(text, "b")) == (2, 1)
