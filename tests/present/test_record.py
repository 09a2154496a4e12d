from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from build import document, span_of
from jsonschema import Draft202012Validator

from dateline.core.claim import Claim, Voice
from dateline.core.document import Document
from dateline.core.finding import Finding, Severity
from dateline.core.layers import Item, Layers
from dateline.core.mentions import Frame, PlaceRole, Quotation
from dateline.core.record import Record
from dateline.core.values import Dated, Located, Speaker
from dateline.present.record import record

ROOT = Path(__file__).parents[2]
DOC = document(
    "On May 20 in Sumy, ‘a buffer zone is needed,’ Ann said.",
    headline="A buffer zone",
    published="2025-06-09",
)


def located(words: str) -> Located:
    return Located(
        span=span_of(DOC, words), made_by="t", role=PlaceRole.LOCATION, name=words, id=words
    )


def claim(words: str, **parts: object) -> Claim:
    span = span_of(DOC, words)
    made = {"span": span, "made_by": "t", "id": words, "content": (span,), **parts}
    return Claim(**made)  # type: ignore[arg-type]


def frame(nth: int) -> Frame:
    return Frame(span=span_of(DOC, "buffer zone", nth), made_by="t", frame="buffer-zone")


def made(*items: Item, findings: tuple[Finding, ...] = (), doc: Document = DOC) -> Record:
    return record(doc, Layers(items), findings, version="1")


def test_a_claim_points_to_its_place_by_number() -> None:
    sumy = located("Sumy")

    got = made(located("May 20"), sumy, claim("a buffer zone is needed", place=sumy.span))

    assert got.claims[0].place == 1
    assert got.places[1].name == "Sumy"


def test_a_place_that_nobody_located_is_no_place() -> None:
    got = made(claim("a buffer zone is needed", place=span_of(DOC, "Sumy")))

    assert got.claims[0].place is None


def test_a_contested_term_is_by_the_narrowest_claim_that_somebody_makes() -> None:
    ann = (span_of(DOC, "Ann"),)
    own, wide = (
        claim("On May 20 in Sumy, ‘a buffer zone is needed"),
        claim("‘a buffer zone is needed,’ Ann said", source=ann),
    )
    narrow = claim("a buffer zone is needed", source=ann)

    got = made(own, wide, narrow, frame(0), frame(1))

    assert [(f.start, f.by) for f in got.frames] == [
        (frame(0).span.start, "outlet"),
        (frame(1).span.start, narrow.id),
    ]


def test_the_words_that_a_field_rests_on_are_kept() -> None:
    ann = span_of(DOC, "Ann")

    got = made(claim("a buffer zone is needed", grounds=(("speaker", ann),)))

    (ground,) = got.claims[0].grounds
    assert (ground.field, ground.start, ground.end) == ("speaker", ann.start, ann.end)


def full() -> Record:
    """A record with something in every layer."""
    quote = span_of(DOC, "‘a buffer zone is needed,’")
    return made(
        located("Sumy"),
        Dated(
            span=span_of(DOC, "May 20"),
            made_by="t",
            type="DATE",
            value="2025-05-20",
            anchor=span_of(DOC, "Ann"),
        ),
        Quotation(span=quote, made_by="t", pieces=(span_of(DOC, "a buffer zone is needed,"),)),
        claim("a buffer zone is needed", speaker=Speaker(name="Ann"), voice=Voice.DIRECT),
        frame(1),
        findings=(
            Finding(
                code="T001",
                name="n",
                severity=Severity.NOTE,
                message="m",
                evidence=(quote,),
                computed=(("days", 3),),
            ),
        ),
    )


@pytest.mark.parametrize("of", [full(), made(), made(doc=Document(id="x", text=""))])
def test_every_record_is_valid_against_the_committed_schema(of: Record) -> None:
    schema = json.loads((ROOT / "docs/schema/record.schema.json").read_text(encoding="utf-8"))

    assert list(Draft202012Validator(schema).iter_errors(json.loads(msgspec.json.encode(of)))) == []


def test_a_record_read_back_is_the_same_record() -> None:
    assert msgspec.json.decode(msgspec.json.encode(full()), type=Record) == full()


def test_the_record_says_how_each_fact_of_the_page_was_got() -> None:
    assert made().document.how["published"] == "test"
    assert made().document.published == "2025-06-09"
