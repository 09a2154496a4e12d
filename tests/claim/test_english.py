"""English attribution: each case is a sentence and the records that it holds."""

from __future__ import annotations

import pytest
from attributed import told

BEFORE = [
    (
        "The ministry said that its units had entered the town.",
        "The ministry | said | its units had entered the town",
    ),
    (
        "Officials said the bridge was closed.",
        "Officials | said | the bridge was closed",
    ),
    (
        "Kyiv denied the accusation.",
        "Kyiv | denied | the accusation",
    ),
    (
        "The governor, Oleh Kiper, told reporters on Monday that two people had died.",
        "The governor, Oleh Kiper | told | two people had died",
    ),
    (
        "Rep. Jim Jordan (R-Ohio) said the panel would vote.",
        "Rep. Jim Jordan (R-Ohio) | said | the panel would vote",
    ),
    (
        "Nadiia Protsenko, 61, who lives across the road, told us there were no soldiers.",
        "Nadiia Protsenko, 61, who lives across the road | told | there were no soldiers",
    ),
    (
        "The president called for an immediate ceasefire.",
        "The president | called for | an immediate ceasefire",
    ),
]
BEHIND = [
    (
        "Two people died in the strike, the governor said.",
        "the governor | said | Two people died in the strike",
    ),
    (
        "“We will hold the town,” said Colonel Ihor Marchuk, a spokesman for the brigade.",
        "Colonel Ihor Marchuk, a spokesman for the brigade | said | “We will hold the town,”",
    ),
    (
        "Russian troops crossed the border on Monday, according to a video from the front.",
        "a video from the front | according to | Russian troops crossed the border on Monday",
    ),
    (
        "According to the mayor, the power is out.",
        "the mayor | According to | the power is out",
    ),
]
BELIEVED = [
    (
        "Analysts at the school, who reviewed the images, believe the column left at night.",
        "Analysts at the school, who reviewed the images | believe | the column left at night",
    ),
    (
        "A port official, who declined to be named, said two of the dead were sailors.",
        "A port official, who declined to be named | said | two of the dead were sailors",
    ),
    (
        "If the brigade is withdrawn, the town is likely to fall, the analysts warned.",
        "the analysts | warned | If the brigade is withdrawn, the town is likely to fall",
    ),
    (
        "The village has fallen, the Institute for the Study of War assessed on August 19.",
        "the Institute for the Study of War | assessed | The village has fallen",
    ),
    ("Moscow denies targeting civilians.", "Moscow | denies | targeting civilians"),
    (
        "Neither side’s account could be independently confirmed.",
        " | could be independently confirmed | Neither side’s account",
    ),
    (
        "None of these claims could be verified.",
        " | could be verified | None of these claims",
    ),
]
AROUND = [
    (
        "“We left at night,” she recalled. “Nobody stopped us.”",
        "she | recalled | “We left at night,” + “Nobody stopped us.”",
    ),
    (
        "The reserves, he said, were gone by October.",
        "he | said | The reserves + were gone by October",
    ),
]


@pytest.mark.parametrize(("sentence", "record"), BEFORE + BEHIND + BELIEVED + AROUND)
def test_ties_source_cue_and_content(sentence: str, record: str) -> None:
    assert told(sentence) == [record]


@pytest.mark.parametrize(
    ("sentence", "records"),
    [
        (
            "The minister said the line held and warned that winter would be hard.",
            [
                "The minister | said | the line held",
                "The minister | warned | winter would be hard",
            ],
        ),
        (
            "He said the plan had failed, adding that nobody was surprised.",
            [
                "He | said | the plan had failed",
                "He | adding | nobody was surprised",
            ],
        ),
        (
            "Ukraine dismissed Moscow’s claim that its troops had captured the town.",
            [
                "Ukraine | dismissed | Moscow’s claim that its troops had captured the town",
                "Moscow | claim | its troops had captured the town",
            ],
        ),
    ],
)
def test_one_sentence_can_hold_several_records(sentence: str, records: list[str]) -> None:
    assert told(sentence) == records


@pytest.mark.parametrize(
    ("sentence", "record"),
    [
        (
            "The crossing was not immediately confirmed by Ukrainian authorities.",
            "Ukrainian authorities | was not immediately confirmed by"
            " | The crossing was not immediately confirmed by Ukrainian authorities",
        ),
        (
            "Neither account could be independently verified.",
            " | could be independently verified | Neither account",
        ),
        (
            "Kyiv has not commented on the attack.",
            "Kyiv | has not commented on | the attack",
        ),
        (
            "Reuters could not independently verify the report.",
            "Reuters | could not independently verify | the report",
        ),
    ],
)
def test_a_refusal_to_confirm_is_a_record_of_its_own(sentence: str, record: str) -> None:
    assert told(sentence) == [record]


@pytest.mark.parametrize(
    "sentence",
    [
        "The town lies on the river and has two bridges.",
        "The reported incursion has raised concerns among planners.",
        "She did not say where the troops were.",
        "The clip, posted by a channel, drew anger.",
        "The strike came nearly two weeks after the talks.",
    ],
)
def test_narration_makes_no_attribution(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "text", ["", "“", "said", "said said said", ", said .", "“” said ,", "He said"]
)
def test_fragments_are_read_without_complaint(text: str) -> None:
    assert all(record.count(" | ") == 2 for record in told(text or "x"))
