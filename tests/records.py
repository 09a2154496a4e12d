"""Make the smallest public record that a test needs, and nothing more."""

from __future__ import annotations

from typing import Any

from dateline.core.record import (
    Pair,
    Record,
    RecordBlock,
    RecordClaim,
    RecordDocument,
    RecordFinding,
    RecordPlace,
    RecordSpeaker,
    RecordTime,
)
from dateline.present.checked import Checked


def pair(text: str, words: str) -> Pair:
    """Where `words` first stand in `text`; raises ValueError where they do not."""
    at = text.index(words)
    return at, at + len(words)


def record(text: str, *, title: str | None = None, **parts: Any) -> Record:
    """A record of `text`; without `blocks`, its first line is no headline and all is body."""
    known = {name: parts.pop(name, None) for name in ("byline", "outlet", "published", "url")}
    blocks = parts.pop("blocks", None)
    document = RecordDocument(
        text=text,
        lang=parts.pop("lang", "en"),
        title=title,
        blocks=blocks if blocks is not None else (body(text, text),),
        how={},
        **known,
    )
    layers: dict[str, Any] = dict.fromkeys(("times", "places", "claims", "frames", "findings"), ())
    return Record(id="r", dateline="0", document=document, **{**layers, **parts})


def checked(text: str, *, name: str = "a.txt", **parts: Any) -> Checked:
    """That record under a file's name."""
    return Checked(name, record(text, **parts))


def body(text: str, words: str, role: str = "body") -> RecordBlock:
    """A block over `words`."""
    start, end = pair(text, words)
    return RecordBlock(role=role, start=start, end=end)


def finding(text: str, *words: str, **parts: Any) -> RecordFinding:
    """A warning T009 about `words`; about the page where there are none."""
    made: dict[str, Any] = {
        "code": "T009",
        "name": "a-test",
        "severity": "warning",
        "message": "does not fit",
        "computed": {},
    }
    return RecordFinding(evidence=tuple(pair(text, each) for each in words), **{**made, **parts})


def speaker(name: str, **parts: Any) -> RecordSpeaker:
    """A named speaker of unknown role and side."""
    return RecordSpeaker(**{"name": name, "role": None, "named": True, "side": "unknown", **parts})


def claim(text: str, words: str, **parts: Any) -> RecordClaim:
    """A claim of the outlet's own, put as certain, whose content is `words`."""
    made: dict[str, Any] = {
        "id": f"claim-{words}",
        "content": (pair(text, words),),
        "source": (),
        "cue": (),
        "speaker": None,
        "chain": (),
        "status": "asserted",
        "attribution": "own_voice",
        "certainty": "certain",
        "negated": False,
        "future": False,
        "said": None,
        "happened": None,
        "place": None,
        "answers": None,
    }
    return RecordClaim(**{**made, **parts})


def time(text: str, words: str, value: str, **parts: Any) -> RecordTime:
    """A DATE with this value, bounded by it where it is a whole day."""
    day = value if len(value) == len("2025-05-20") and "X" not in value else None
    start, end = pair(text, words)
    made: dict[str, Any] = {
        "type": "DATE",
        "mod": None,
        "earliest": day,
        "latest": day,
        "zone": None,
        "utc": None,
        "reason": "",
    }
    return RecordTime(start=start, end=end, value=value, **{**made, **parts})


def place(text: str, words: str, **parts: Any) -> RecordPlace:
    """A location that nothing is known of yet."""
    start, end = pair(text, words)
    made: dict[str, Any] = {
        "role": "location",
        "name": words,
        "id": None,
        "kind": None,
        "iso3166_2": None,
        "country": None,
        "within": (),
        "precision": None,
        "lat": None,
        "lon": None,
        "bbox": None,
        "reason": "",
    }
    return RecordPlace(start=start, end=end, **{**made, **parts})
