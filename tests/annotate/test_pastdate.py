"""Which days are told as past."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.pastdate import pastdates
from dateline.annotate.timex import timex
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence


@pytest.mark.parametrize(
    ("text", "lang", "past"),
    [
        ("The strike took place on September 5.", "en", True),
        ("On September 5, missiles hit the town.", "en", True),
        ("Удар произошел 5 сентября.", "ru", True),
        ("Удар стався 5 вересня.", "uk", True),
        ("The talks will be held on September 5.", "en", False),
        ("The talks were postponed until September 5.", "en", False),
        ("The loan was granted, due September 5, 2027.", "en", False),
        ("Переговоры, о которых договорились, состоятся 5 сентября.", "ru", False),
        ("September 5.", "en", False),
    ],
)
def test_a_verb_of_the_past_and_no_word_of_the_future(text: str, lang: str, past: bool) -> None:
    doc = document(text, lang=lang)
    whole = Sentence(span=doc.blocks[0].span, made_by="test")
    layers = Layers([*timex.annotate(doc, Layers()), whole])

    assert bool(list(pastdates.annotate(doc, layers))) is past
