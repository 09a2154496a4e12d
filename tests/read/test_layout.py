"""The roles of a whole report."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.document import Role
from dateline.ingest.plain import from_text
from dateline.read.layout import layout

BORDER = Path(__file__).parents[2] / "examples" / "border-report.txt"
BODY = "The bridge had been closed for repairs, the head of the council said on Monday."


def test_the_border_report_is_a_headline_a_body_and_furniture() -> None:
    doc = layout(from_text(BORDER.read_text("utf-8")))
    body = doc.blocks_of(Role.BODY)
    furniture = doc.blocks_of(Role.FURNITURE)

    assert doc.quote(doc.blocks[0].span) == doc.text.split("\n")[0]
    assert doc.blocks[0].role is Role.HEADLINE
    assert doc.quote(body[-1].span).endswith("as the conflict enters a new phase.")
    assert doc.quote(furniture[0].span).startswith("Your email address")
    assert doc.quote(furniture[-1].span) == '[mc4wp_form id="314"]'
    assert body[-1].span.end < furniture[0].span.start
    assert len(doc.blocks) == 1 + len(body) + len(furniture)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Bridge closed\n\n{BODY}", "Bridge closed"),
        (f"Is the bridge closed?\n{BODY}", "Is the bridge closed?"),
        (f"Bridge closed in the U.S.\n{BODY}", "Bridge closed in the U.S."),
        (f"{BODY}\n{BODY}", None),
        (BODY, None),
        ("Bridge closed", None),
        (f"Statement of the council:\n{BODY}", None),
        ("Short line\nAnother short line", None),
        (f"{'very ' * 60}long line\n{BODY}", None),
        (f"War | Ukraine\nBridge closed\n{BODY}", "Bridge closed"),
        (f"Share this article\nBridge closed\n{BODY}", "Bridge closed"),
    ],
)
def test_the_first_line_is_the_headline_where_it_reads_like_one(
    text: str, headline: str | None
) -> None:
    doc = layout(from_text(text))

    assert [doc.quote(b.span) for b in doc.blocks_of(Role.HEADLINE)] == [headline] * bool(headline)
    assert (doc.title and doc.title.value) == headline


def test_a_title_that_the_caller_gave_is_the_headline_whatever_it_looks_like() -> None:
    doc = layout(from_text(BODY, title="It ended. It was over."))

    assert doc.quote(doc.blocks[0].span) == "It ended. It was over."
    assert doc.blocks[0].role is Role.HEADLINE


@given(st.text(alphabet='aB.,[]{}<>"=% \n', max_size=200))
def test_blocks_never_overlap_and_hold_every_letter(text: str) -> None:
    doc = layout(from_text(text))
    inside = {at for b in doc.blocks for at in range(b.span.start, b.span.end)}

    assert all(a.span.end <= b.span.start for a, b in pairwise(doc.blocks))
    assert not any(text[at].isalnum() for at in set(range(len(text))) - inside)
