"""Who is said to have come onto whose ground on which day: only what one sentence tells."""

from __future__ import annotations

import pytest

from dateline.core.document import Published
from dateline.core.presence import Presence
from dateline.ingest.plain import from_text
from dateline.pipeline.standard import standard


def told(text: str, lang: str = "en") -> list[tuple[str, str, str, str]]:
    doc = from_text(text, published=Published("2025-06-09", "given"), lang=lang)
    _, layers = standard()(doc)
    return [(p.move.value, p.side, p.place, p.day) for p in layers.of(Presence)]


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        (
            "Russian troops crossed the border of Dnipropetrovsk Oblast on May 20.",
            "en",
            [("cross", "russia", "UA-12", "2025-05-20")],
        ),
        (
            "Ukrainian forces entered Bakhmut on June 1, 2025.",
            "en",
            [("enter", "ukraine", "UA14020010010059145", "2025-06-01")],
        ),
        ("Troops crossed the border of Dnipropetrovsk Oblast on May 20.", "en", []),
        ("Russian troops crossed the border on May 20.", "en", []),
        ("Russian troops crossed the border of Dnipropetrovsk Oblast.", "en", []),
        ("Russian troops entered Bakhmut on May 20 and Toretsk on May 22.", "en", []),
        (
            "Российские войска вошли в Торецк 20 мая 2025 года.",
            "ru",
            [("enter", "russia", "UA14020110010025394", "2025-05-20")],
        ),
    ],
)
def test_side_place_and_day_of_one_sentence(
    text: str, lang: str, wanted: list[tuple[str, str, str, str]]
) -> None:
    assert told(text, lang) == wanted
