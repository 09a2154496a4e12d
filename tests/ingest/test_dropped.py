"""Paragraphs that the extraction passed over come back where they stood."""

from __future__ import annotations

from dateline.ingest.dropped import with_dropped
from dateline.ingest.page import parse

KEPT = [f"The council met on day {n} and spoke about the bridge over the river." for n in range(4)]
LINKED = "He was asked about the plan, and said that it had been agreed with the ministry in May."


def page(*paragraphs: str, after: str = "") -> str:
    inside = "".join(f"<div class='text'><p>{p}</p></div>" for p in paragraphs)
    return f"<html><body>{inside}<div class='more'>{after}</div></body></html>"


def test_a_sentence_between_two_that_were_kept_comes_back_in_its_place() -> None:
    tree = parse(page(KEPT[0], KEPT[1], f"<a href='x'>{LINKED}</a>", KEPT[2]))

    assert with_dropped(tree, KEPT[:3]) == [KEPT[0], KEPT[1], LINKED, KEPT[2]]


def test_what_stands_before_the_first_or_behind_the_last_stays_out() -> None:
    tree = parse(page(LINKED, *KEPT, LINKED.replace("plan", "map")))

    assert with_dropped(tree, KEPT) == KEPT


def test_paragraphs_of_another_kind_of_element_stay_out() -> None:
    tree = parse(page(*KEPT, after=f"<p>{LINKED}</p>"))

    assert with_dropped(tree, KEPT) == KEPT


def test_a_line_that_was_kept_in_pieces_is_not_doubled() -> None:
    first, second = LINKED.split(", ")
    tree = parse(page(KEPT[0], KEPT[1], f"{first}, <br>{second}", KEPT[2]))
    lines = [KEPT[0], KEPT[1], f"{first},", second, KEPT[2]]

    assert with_dropped(tree, lines) == lines


def test_short_lines_and_labels_stay_out() -> None:
    tree = parse(page(KEPT[0], "Read more about the bridge", KEPT[1], KEPT[2]))

    assert with_dropped(tree, KEPT[:3]) == KEPT[:3]
