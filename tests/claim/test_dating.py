"""When it was said and when it happened: two times that never mix."""

from __future__ import annotations

import pytest
from attributed import attributed


def test_a_date_beside_the_cue_is_when_it_was_said() -> None:
    (claim,) = attributed(
        "On June 8, the ministry announced that its units had advanced.", published="2025-06-09"
    )

    assert (claim.said, claim.happened) == ("2025-06-08", None)


def test_a_date_inside_the_content_is_when_it_happened() -> None:
    (claim,) = attributed(
        "The ministry announced that its units had advanced on June 7.", published="2025-06-09"
    )

    assert (claim.said, claim.happened) == (None, "2025-06-07")


def test_the_occasion_of_the_sentence_before_dates_what_a_pronoun_says() -> None:
    claims = attributed(
        "Military expert Anatoly Matvienko, in an interview on May 30, spoke at length.",
        "He stated that the key task was to hold the line.",
        published="2025-06-09",
    )

    assert claims[-1].said == "2025-05-30"


@pytest.mark.parametrize("published", [None, "2025-06-09"])
def test_the_publication_date_is_never_a_guess(published: str | None) -> None:
    (claim,) = attributed("The ministry said its units had advanced.", published=published)

    assert claim.said is None


def test_each_time_is_grounded_in_its_words() -> None:
    (claim,) = attributed("On June 8, the ministry said it was over.", published="2025-06-09")

    assert "said" in dict(claim.grounds)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry said it had shot down nine drones since June 7.",
        "The ministry said the bridge would be closed until June 20.",
    ],
)
def test_a_bound_is_not_when_it_happened(sentence: str) -> None:
    (claim,) = attributed(sentence, published="2025-06-09")

    assert claim.happened is None


def test_a_time_in_a_clause_about_the_source_is_not_when_it_was_said() -> None:
    (claim,) = attributed(
        "The minister, who is to travel on June 20, said the talks had failed.",
        published="2025-06-09",
    )

    assert claim.said is None
