"""Where blocks begin and end."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.core.document import Block, Role
from dateline.core.span import Span
from dateline.read.blocks import segment


def lines(text: str) -> list[str]:
    return [text[b.span.start : b.span.end] for b in segment(text)]


def test_each_line_is_a_block_without_the_space_around_it() -> None:
    assert lines("One.\n\n  Two. \r\nThree.\n") == ["One.", "Two.", "Three."]


def test_a_paragraph_that_was_broken_to_fit_the_page_is_one_block() -> None:
    wrapped = (
        "The head of the district council said on Monday that a bridge\n"
        "near the village had been closed after drones were heard over\n"
        "the river during the night, and that nobody was hurt there."
    )

    assert lines(f"Head\n\n{wrapped}\n\nNext.") == ["Head", wrapped, "Next."]


def test_a_sentence_that_runs_on_in_the_next_line_is_one_block() -> None:
    two = "The head of the district council said on Monday that a\nbridge was closed."

    assert lines(two) == [two]


def test_short_lines_stay_apart() -> None:
    assert lines("Share\nFacebook\nread more") == ["Share", "Facebook", "read more"]


def test_what_is_known_stays_as_it_is() -> None:
    known = Block(Span(0, 4), Role.HEADLINE, "x")

    assert segment("Head and more", (known,)) == [
        known,
        Block(Span(5, 13), Role.BODY, "blocks/line"),
    ]


@given(st.text(alphabet="aB. \n\r\u2028", max_size=300))
def test_blocks_are_in_order_and_hold_every_letter(text: str) -> None:
    spans = [block.span for block in segment(text)]
    inside = {at for span in spans for at in range(span.start, span.end)}

    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[at].isspace() for at in set(range(len(text))) - inside)
