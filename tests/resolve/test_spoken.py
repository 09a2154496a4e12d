"""The day on which a quoted speaker spoke is what the quotation counts from."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dateline.core.document import Document, Published
from dateline.core.values import Dated
from dateline.ingest.plain import from_text
from dateline.pipeline.standard import standard


def values(text: str, *, lang: str, published: str = "2025-06-12") -> list[str]:
    return [item.value for item in dated(from_text(text, lang=lang), published)]


def dated(doc: Document, published: str) -> tuple[Dated, ...]:
    _, layers = standard()(replace(doc, published=Published(published, "given")))
    return layers.of(Dated)


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", '"We came in yesterday," he said on June 8.', ["2025-06-07", "2025-06-08"]),
        ("en", '"I saw it yesterday," she said Tuesday.', ["2025-06-09", "2025-06-10"]),
        ("en", 'On June 8 he said: "Tomorrow we go on."', ["2025-06-08", "2025-06-09"]),
        (
            "ru",
            "«Вчера мы вошли в село», — сказал командир 8 июня.",
            ["2025-06-07", "2025-06-08"],
        ),
        (
            "uk",
            "«Учора ми зайшли в село, завтра йдемо далі», — сказав сержант 8 червня.",
            ["2025-06-07", "2025-06-09", "2025-06-08"],
        ),
    ],
)
def test_a_quotation_counts_from_the_day_of_speaking(
    lang: str, text: str, found: list[str]
) -> None:
    assert values(text, lang=lang) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We came in yesterday," he said.', ["2025-06-11"]),
        ('"We came in yesterday," he said. It rained on June 8.', ["2025-06-11", "2025-06-08"]),
        ("He came yesterday, she said on June 8.", ["2025-06-11", "2025-06-08"]),
    ],
)
def test_without_a_day_of_speaking_or_a_quotation_publication_counts(
    text: str, found: list[str]
) -> None:
    assert values(text, lang="en") == found


def test_the_reason_names_the_day_of_speaking() -> None:
    doc = from_text('"We came in yesterday," he said on June 8.', lang="en")

    assert dated(doc, "2025-06-12")[0].reason == (
        "counted from the day 2025-06-08 on which the speaker spoke"
    )
