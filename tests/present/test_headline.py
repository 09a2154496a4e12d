from __future__ import annotations

from records import body, claim, record

from dateline.core.record import Record
from dateline.present.headline import statements

TEXT = (
    "Troops Cross Border in May, Footage Shows\n\n"
    "The first troops crossed the border on May 20, soldiers said.\n\n"
    "Officials called for talks."
)
HEAD = body(TEXT, "Troops Cross Border in May, Footage Shows", "headline")
CROSSED = claim(TEXT, "The first troops crossed the border on May 20")
TALKS = claim(TEXT, "called for talks")


def report(*claims: object) -> Record:
    return record(TEXT, blocks=(HEAD, body(TEXT, "Officials called for talks.")), claims=claims)


def test_a_statement_stands_beside_the_claim_that_shares_its_words() -> None:
    (statement,) = statements(report(claim(TEXT, "Troops Cross Border in May"), CROSSED, TALKS))

    assert statement.words == "Troops Cross Border in May"
    assert [(match.claim, match.shared) for match in statement.matches] == [
        (2, ("Troops", "Cross", "Border"))
    ]


def test_without_claims_in_it_the_headline_itself_is_the_statement() -> None:
    (statement,) = statements(report(CROSSED))

    assert (statement.claim, statement.words) == (0, "Troops Cross Border in May, Footage Shows")
    assert [match.claim for match in statement.matches] == [1]


def test_a_headline_that_nobody_repeats_matches_nothing() -> None:
    (statement,) = statements(report(TALKS))

    assert statement.matches == ()


def test_inflected_words_of_russian_and_ukrainian_match() -> None:
    text = "Войска перешли границу\n\nПограничники сообщили: войсками границы перейдены."
    head = body(text, "Войска перешли границу", "headline")

    (statement,) = statements(
        record(text, blocks=(head,), claims=(claim(text, "войсками границы перейдены"),))
    )

    assert statement.matches[0].shared == ("Войска", "границу")


def test_a_report_without_a_headline_has_no_statements() -> None:
    assert statements(record(TEXT, claims=(CROSSED,))) == ()
