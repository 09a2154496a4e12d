"""Which experts are nobody in particular."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.unnamed import unnamed
from dateline.core.layers import Layers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Analysts noted that it could be so.", "Analysts"),
        ("Most military experts expect it.", "military experts"),
        ("Эксперты считают иначе.", "Эксперты"),
        ("Аналітики вважають інакше.", "Аналітики"),
        ("Experts at the Institute noted it.", None),
        ("The analysts noted it.", None),
        ("Эксперты института считают иначе.", None),
        ("Military expert Anatoly Matviychuk said so.", None),
        ("Experts, Petrenko among them, said so.", None),
    ],
)
def test_a_group_with_a_body_a_name_or_an_article_is_known(text: str, words: str | None) -> None:
    doc = document(text)
    found = [doc.quote(item.span) for item in unnamed.annotate(doc, Layers())]

    assert found == ([words] if words else [])
