"""Words of the headline that come again, and words of confirming."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.echo import confirmations, echoes
from dateline.core.claim import Claim
from dateline.core.layers import Layers


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The command confirms it.", [False]),
        ("The command has not confirmed it.", [True]),
        ("This is unconfirmed.", [True]),
        ("Командование не подтвердило это.", [True]),
        ("Командование подтвердило это.", [False]),
        ("Це підтвердили у штабі, але не підтвердили в місті.", [False, True]),
        ("Not so. The command confirms it.", [False]),
    ],
)
def test_a_negation_counts_within_its_clause(text: str, negated: list[bool]) -> None:
    doc = document(text)

    assert [item.negated for item in confirmations.annotate(doc, Layers())] == negated


def test_a_claim_of_the_body_echoes_the_words_of_the_headline() -> None:
    doc = document(
        "The ministry accused Russia of blowing up the dam.",
        headline="Russia blew up the Kakhovka dam",
    )
    head, body = (
        Claim(span=span, made_by="test", id=name, content=(span,))
        for name, span in (("h", doc.blocks[0].span), ("b", doc.blocks[1].span))
    )

    [echo] = echoes.annotate(doc, Layers([head, body]))

    assert (echo.claim, echo.shared) == ("b", 0.33)
