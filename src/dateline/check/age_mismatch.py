"""T009: an age does not fit the year of birth."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import AgeOf
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker
from dateline.core.values import Dated


@checker("T009", severity=Severity.NOTE, reads=(AgeOf, Dated))
def age_mismatch(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The only age that the report gives fits no year it names, counted from the only birth.

    Why it matters: one of the two is wrong, or they are of two persons.

    The birthday may still be to come, so an age may be one less than the difference of the years.
    Says nothing when the age fits any year of the report, or the year of publication, and nothing
    where that is not known: an age may be told of a time that the report does not date.
    """
    if doc.published is None:
        return
    years = {d.days.latest.year for d in layers.of(Dated) if d.days} | {doc.published.day.year}
    values = {d.span: d.days for d in layers.of(Dated)}
    for item in layers.of(AgeOf):
        birth = values.get(item.birth)
        if birth is None:
            continue
        born = birth.earliest.year
        last = max(years)
        if last <= born or any(year - born - item.age in (0, 1) for year in years):
            continue
        yield (
            f"gives the age {item.age} and the birth {doc.quote(item.birth)!r}: in {last} that is "
            f"{last - born - 1} or {last - born}",
            (item.span, item.birth),
            {"age": item.age, "born": born, "year": last},
        )
