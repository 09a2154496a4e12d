from __future__ import annotations

import pytest

from dateline.core.agreements import Residue
from dateline.ingest.plain import from_text
from dateline.pipeline.standard import standard


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fire began. Lorem ipsum dolor sit amet.", [("Lorem ipsum", "demo")]),
        ("Пожежа в Хaркові.", [("Хaркові", "alphabets")]),
        ("He said: â€œAll is well.", [("â€œAll", "encoding")]),
        ("Переведено с помощью программы.", [("Переведено с помощью", "translation")]),
        ("Ракеты ATACMS, Су-34М и T-72Б3, канал @voynaТВ.", []),
    ],
)
def test_what_a_program_left_is_found_by_its_sign(text: str, found: list[tuple[str, str]]) -> None:
    doc, layers = standard()(from_text(text))

    assert [(doc.quote(r.span), r.type) for r in layers.of(Residue)] == found
