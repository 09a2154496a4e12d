from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from records import body, claim, finding, place, record, time

from dateline.core.record import Record
from dateline.present.marks import Piece, marked

TEXT = "On May 20 in Sumy troops moved."


def pieces(of: Record) -> list[Piece]:
    return [piece for block in marked(of) for run in block.runs for piece in run.pieces]


def test_a_text_without_marks_is_one_piece() -> None:
    assert [piece.text for piece in pieces(record(TEXT))] == [TEXT]


def test_spans_that_cross_are_cut_and_each_piece_knows_all_it_stands_in() -> None:
    wide, narrow = claim(TEXT, "May 20 in Sumy"), claim(TEXT, "in Sumy troops moved")

    found = {piece.text: piece.claims for piece in pieces(record(TEXT, claims=(wide, narrow)))}

    assert found == {
        "On ": (),
        "May 20 ": (1,),
        "in Sumy": (1, 2),
        " troops moved": (2,),
        ".": (),
    }


def test_the_narrowest_claim_comes_first() -> None:
    outer, inner = claim(TEXT, TEXT), claim(TEXT, "troops moved")

    (piece,) = [p for p in pieces(record(TEXT, claims=(outer, inner))) if p.text == "troops moved"]

    assert piece.claims == (2, 1)


def test_a_time_cut_by_a_claim_stays_one_run() -> None:
    made = record(TEXT, claims=(claim(TEXT, "20 in Sumy"),), times=(time(TEXT, "May 20", "X"),))

    (run,) = [run for run in marked(made)[0].runs if run.time]

    assert [piece.text for piece in run.pieces] == ["May ", "20"]


def test_links_arrive_where_words_begin_and_numbers_stand_where_they_end() -> None:
    made = record(
        TEXT, claims=(claim(TEXT, "troops moved"),), findings=(finding(TEXT, "May 20", "Sumy"),)
    )

    told = {p.text: (p.opening, p.closing, p.flags, p.evidence_opening) for p in pieces(made)}

    assert told["troops moved"] == ((1,), (1,), (), ())
    assert told["May 20"] == ((), (), (1,), ((1, 1),))
    assert told["Sumy"] == ((), (), (1,), ((1, 2),))


def test_a_claim_belongs_to_the_block_in_which_its_words_begin() -> None:
    text = "“One.\n\nTwo,” he said."
    blocks = (body(text, "“One."), body(text, "Two,” he said."))

    first, second = marked(record(text, blocks=blocks, claims=(claim(text, "One.\n\nTwo"),)))

    assert (first.claims, second.claims) == ((1,), ())
    assert [piece.claims for run in second.runs for piece in run.pieces] == [(1,), ()]


def test_a_place_inside_a_time_does_not_cut_it() -> None:
    text = "At 2:10 Kyiv time it began."
    made = record(text, times=(time(text, "2:10 Kyiv time", "X"),), places=(place(text, "Kyiv"),))

    assert [(run.time, run.place) for run in marked(made)[0].runs] == [(0, 0), (1, 0), (0, 0)]


def test_places_and_quotations_are_told_apart() -> None:
    made = record(TEXT, places=(place(TEXT, "Sumy"),))

    assert [run.place for run in marked(made)[0].runs] == [0, 1, 0]


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))


@given(st.lists(SPANS.filter(lambda span: span[0] < span[1]), max_size=6))
def test_the_pieces_put_together_are_the_text_whatever_overlaps(
    spans: list[tuple[int, int]],
) -> None:
    claims = tuple(claim(TEXT, TEXT[start:end]) for start, end in spans)
    times = tuple(time(TEXT, TEXT[start:end], "X") for start, end in spans[::2])

    made = record(TEXT, claims=claims, times=times)

    assert "".join(piece.text for piece in pieces(made)) == TEXT
