"""The only age and the only birth of a report."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.age import ages
from dateline.annotate.timex import timex
from dateline.core.layers import Layers


@pytest.mark.parametrize(
    ("text", "lang", "age"),
    [
        ("A medic born in 1988 was killed on 1 March 2025. She was 46.", "en", 46),
        ("The 46-year-old medic was born in 1988.", "en", 46),
        ("46-летний медик родился в 1988 году.", "ru", 46),
        ("46-річний медик народився 1988 року.", "uk", 46),
        ("A medic born in 1988, and her son, who was 9; she was 36.", "en", None),
        ("A medic born in 1988 and a nurse born in 1990. She was 36.", "en", None),
        ("На 97-м году жизни умер ветеран. Он родился в 1928 году.", "ru", None),
        ("She was 46.", "en", None),
    ],
)
def test_two_of_either_are_nobodys(text: str, lang: str, age: int | None) -> None:
    doc = document(text, lang=lang)
    layers = Layers(timex.annotate(doc, Layers()))

    assert [item.age for item in ages.annotate(doc, layers)] == ([age] if age else [])
