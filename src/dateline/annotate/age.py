"""
The one age and the one date of birth of a report, where it has just one of each.

With two persons, or two ages of one, nobody can tell here whose is whose. Whether the age fits is
for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.annotate.links import link_words
from dateline.core.agreements import AgeOf, Tally
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.rules import LANGUAGES, lists

_YEAR = re.compile(r"\d{4}.*")
_BORN_REACH, _BORN_WORDS = 40, 4
_LEAST, _MOST = 1, 115


@component(version=1, reads=(Timex, Tally), writes=(AgeOf,))
def ages(doc: Document, layers: Layers) -> Iterator[AgeOf]:
    """The age, where the report has exactly one age and exactly one birth."""
    births = [
        t.span
        for t in layers.of(Timex)
        if _YEAR.fullmatch(t.value) and (_is_birth(doc.text, t.span) or _of_birth(doc.text, t.span))
    ]
    found: set[tuple[Span, int]] = set()
    for pattern in _patterns():
        for match in pattern.finditer(doc.text):
            age = int(match["age"])
            if _LEAST <= age <= _MOST:
                found.add((Span(*match.span("age")), age))
    if len(births) == 1 and len(found) == 1:
        span, age = found.pop()
        yield AgeOf(span=span, made_by="age/only", age=age, birth=births[0])


def _is_birth(text: str, date: Span) -> bool:
    before = text[max(0, date.start - _BORN_REACH) : date.start].lower()
    words = re.split(r"[.;!?]", before)[-1].split()[-_BORN_WORDS:]
    at = max((at for at, word in enumerate(words) if word in link_words("born")), default=None)
    return at is not None and not any(map(str.isdigit, "".join(words[at:])))


def _of_birth(text: str, date: Span) -> bool:
    """Whether it runs "1993 года рождения"."""
    after = text[date.end : date.end + 16].lower().split()
    return any(" ".join(after[:n]).strip(".,)") in link_words("born_after") for n in (1, 2))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern)
        for language in LANGUAGES
        for pattern in lists(language, "ages").get("patterns", ())
    )
