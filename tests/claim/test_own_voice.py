"""The outlet's own narration is a claim without source, cue and speaker."""

from __future__ import annotations

from attributed import read

from dateline.core.claim import Claim, Voice


def test_a_sentence_without_a_source_is_the_outlets_own() -> None:
    doc, layers = read("The region is home to two power plants.")
    (claim,) = layers.of(Claim)

    assert claim.voice is Voice.OWN_VOICE
    assert (claim.source, claim.cue, claim.speaker, claim.act) == ((), (), None, None)
    assert doc.quote(claim.span) == "The region is home to two power plants."


def test_an_attributed_sentence_is_not_told_twice() -> None:
    _, layers = read("The mayor said the bridge was closed.")

    assert [claim.voice for claim in layers.of(Claim)] == [Voice.INDIRECT]


def test_a_clause_behind_but_is_the_outlets_own() -> None:
    doc, layers = read(
        "The crossing was not confirmed by officials, but the video gave a glimpse of the units."
    )

    own = [claim for claim in layers.of(Claim) if claim.voice is Voice.OWN_VOICE]

    assert [doc.quote(claim.span) for claim in own] == ["the video gave a glimpse of the units"]
