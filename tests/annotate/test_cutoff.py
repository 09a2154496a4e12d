from __future__ import annotations

import pytest

from dateline.core.agreements import CutOff
from dateline.ingest.plain import from_text
from dateline.pipeline.standard import standard

BODY = "The fire broke out on Sunday night at a depot near the station, the service said. " * 5


@pytest.mark.parametrize(
    ("last", "why"),
    [
        ("Residents were taken to a school and could go home on Monday after the", ["word"]),
        ("Residents were taken to a school, where they spent the night. Read more", ["teaser"]),
        ("Residents were taken to a school, to the town hall and to the cinema,", ["mark"]),
        ("Residents were taken to a school, where they spent the whole night.", []),
        ("Reporting by Maria Koval in Kharkiv, editing by Petro Bondar in Kyiv", []),
        ("Read more", []),
    ],
)
def test_a_text_breaks_off_where_no_sentence_ends(last: str, why: list[str]) -> None:
    _, layers = standard()(from_text(f"{BODY}\n\n{last}", title="Depot burns", lang="en"))

    assert [item.why for item in layers.of(CutOff)] == why


def test_a_snippet_is_left_alone() -> None:
    _, layers = standard()(from_text("Residents were taken to a school in the", lang="en"))

    assert layers.of(CutOff) == ()
