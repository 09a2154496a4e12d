"""Denials and non-confirmations point at the claim that they answer."""

from __future__ import annotations

from attributed import attributed


def test_a_non_confirmation_answers_the_claim_before_it() -> None:
    first, second = attributed(
        "Troops crossed the border, the ministry said.",
        "The crossing was not confirmed by Ukrainian authorities.",
    )

    assert second.answers == first.id


def test_a_denial_answers_the_claim_that_shares_its_words() -> None:
    claims = attributed(
        "The mayor said the hospital had been hit.",
        "The operator said the power was out.",
        "Moscow denied hitting the hospital.",
    )

    assert claims[2].answers == claims[0].id


def test_an_assertion_answers_nothing() -> None:
    (claim,) = attributed("The mayor said the hospital had been hit.")

    assert claim.answers is None
