"""
Claims as W3C Web Annotations: each tags the words it was taken from with who says it and how.

One AnnotationPage (Web Annotation Data Model, 2017). Positions count code
points of the record's text; the quotation with what stands around it finds the words in the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from msgspec.json import encode

from dateline.core.kept import Kept
from dateline.core.record import Pair, RecordClaim

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def write(kept: Iterator[Kept], out: BinaryIO) -> None:
    """One page, its annotations in the order of documents."""
    head = {
        "@context": _CONTEXT,
        "id": "urn:dateline:claims",
        "type": "AnnotationPage",
        "startIndex": 0,
    }
    out.write(encode(head)[:-1] + b',"items":[')
    first = True
    for each in kept:
        for claim in each.record.claims:
            out.write((b"\n" if first else b",\n") + encode(_annotation(each, claim)))
            first = False
    out.write(b"\n]}\n")


def _annotation(each: Kept, claim: RecordClaim) -> dict[str, Any]:
    return {
        "id": f"urn:dateline:{each.key}:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {
            "id": f"urn:dateline:{each.pipeline}",
            "type": "Software",
            "name": f"dateline {each.record.dateline}",
        },
        "body": _bodies(claim),
        "target": [_target(each, pair) for pair in claim.content],
    }


def _bodies(claim: RecordClaim) -> list[dict[str, str]]:
    speaker = claim.speaker
    said = f"{speaker.name}, {speaker.role}" if speaker and speaker.role else ""
    who = said or (speaker.name if speaker else "")
    facts = (
        ("describing", f"said by {who}" if who else "in the report's own voice"),
        ("tagging", f"status:{claim.status}"),
        ("tagging", f"certainty:{claim.certainty}"),
        ("tagging", f"happened:{claim.happened}" if claim.happened else ""),
    )
    return [
        {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
        for purpose, value in facts
        if value
    ]


def _target(each: Kept, pair: Pair) -> dict[str, Any]:
    text = each.record.document.text
    start, end = pair
    return {
        "source": each.address or f"urn:dateline:{each.key}",
        "state": {"type": "TimeState", "sourceDate": each.capture.fetched},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
