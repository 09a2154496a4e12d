"""Which per cent belongs to which two amounts."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.change import changes
from dateline.annotate.tally import tallies
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence


@pytest.mark.parametrize(
    ("text", "lang", "read"),
    [
        ("It rose by 50 percent, from 20 to 40 cars.", "en", [(50, 20, 40, True)]),
        ("It fell from 200 to 150 cars, a drop of 40 percent.", "en", [(40, 200, 150, False)]),
        ("Расходы выросли на 50 процентов, с 20 до 40 машин.", "ru", [(50, 20, 40, True)]),
        ("Витрати зросли на 50 відсотків, з 20 до 40 машин.", "uk", [(50, 20, 40, True)]),
        ("It rose from 40 percent to 46 percent.", "en", []),
        ("It rose by 50 percent.", "en", []),
        ("50 percent came from 20 to 40 towns.", "en", []),
        ("It fell from 133rd to 168th, with a 31.4% decrease.", "en", []),
    ],
)
def test_one_sentence_has_to_give_all_three(
    text: str, lang: str, read: list[tuple[float, float, float, bool]]
) -> None:
    doc = document(text, lang=lang)
    whole = Sentence(span=doc.blocks[0].span, made_by="test")
    layers = Layers([*tallies.annotate(doc, Layers()), whole])
    found = [(i.percent, i.before, i.after, i.rises) for i in changes.annotate(doc, layers)]

    assert found == read
