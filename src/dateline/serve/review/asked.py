"""
What somebody asks to decide, checked against the record and made ready to be kept.

Nothing is decided about words that are not there, and no value is kept that no field can hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, text

from dateline.core.errors import UsageError
from dateline.core.kept import Kept
from dateline.core.record import RecordClaim
from dateline.serve.failing import NotThere
from dateline.serve.review.overlay import FIELDS, finding_at, finding_id, machine_value, words_at
from dateline.store.decisions import ACTS, Decision, Draft, Words, live

STATUSES = (
    "asserted", "reported", "denied", "not_confirmed", "unverified", "predicted", "possible",
    "conditional",
)  # fmt: skip
SIDES = (
    "ukraine", "russia", "other-party", "international", "media", "expert", "civilian", "unknown",
)  # fmt: skip
RATINGS = MappingProxyType({"source": "ABCDEF", "information": "123456"})
"""The Admiralty code (NATO AJP-2.1): reliability of the source, credibility of the information."""
_LONG, _SHORT = 4000, 400
_DAY = r"[0-9X]{4}(?:-[0-9X]{2}){0,2}"
_TIME = re.compile(
    rf"(?:{_DAY}(?:T[0-9X]{{2}}:[0-9X]{{2}})?(?:/{_DAY})?|\d{{4}}-(?:W\d\d|Q[1-4]|H[12]|SP|SU|FA|WI)"
    r"|\d{3}X?|PAST_REF|PRESENT_REF|FUTURE_REF)",
    re.ASCII,
)
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YES = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}


class Asked(Struct, frozen=True, kw_only=True):
    """A decision as it was asked for; `changes` are several fields edited at once."""

    kind: str
    id: str
    act: str
    field: str | None = None
    value: Any = None
    reason: str = ""
    undoes: str | None = None
    expects: int | None = None
    changes: dict[str, Any] | None = None


class Asking(Struct, kw_only=True):
    """Who asks, and of what."""

    connection: Connection
    kept: Kept
    person: str
    made: list[Decision]
    """What was decided about the document before."""
    human: Mapping[str, Any] = {}
    """The values that people gave the claim, by field."""


def drafts(asked: Asked, asking: Asking) -> list[Draft]:
    """
    The decisions to keep: one, or one for each field that an edit really changes.

    Raises:
        UsageError: the act or its value cannot be used.
        NotThere: the subject is not in the record.
    """
    if asked.act not in ACTS:
        raise UsageError(f"act: want one of {', '.join(ACTS)}")
    base = _base(asked, asking)
    if asked.act == "undo":
        return [_undo(asked, asking, base)]
    if asked.act == "edit":
        return _edits(asked, asking, base)
    allowed = _VALUES[asked.act]
    field, value = allowed(asked, asking)
    return [replace(base, said=replace(base.said, field=field, value=value))]


def _base(asked: Asked, asking: Asking) -> Draft:
    subject, spans = _subject(asked, asking)
    record = asking.kept.record
    return Draft(
        person=asking.person,
        kind=asked.kind,
        subject=subject,
        act=asked.act,
        document=asking.kept.key,
        record=asking.kept.record_id,
        said=Words(
            reason=_text(asked.reason, "reason", _LONG),
            spans=spans,
            words=words_at(record, spans)[:_LONG],
        ),
    )


def _subject(asked: Asked, asking: Asking) -> tuple[str, tuple[tuple[int, int], ...]]:
    record = asking.kept.record
    if asked.kind == "document":
        return asking.kept.key, ()
    if asked.kind == "claim":
        return asked.id, _claim(asked.id, asking).content
    if asked.kind == "finding":
        at = finding_at(record, asked.id)
        if at is None:
            raise NotThere(f"no finding of this report is called {asked.id[:80]!r}")
        return finding_id(record.findings[at]), record.findings[at].evidence
    if asked.kind == "value":
        return _value_subject(asked, asking)
    raise UsageError("kind: want claim, finding, value or document")


def _value_subject(asked: Asked, asking: Asking) -> tuple[str, tuple[tuple[int, int], ...]]:
    """`time:12-20` or `place:30-34`: a time or place of the record by its words."""
    record = asking.kept.record
    for what, items in (("time", record.times), ("place", record.places)):
        for item in items:
            if asked.id == f"{what}:{item.start}-{item.end}":
                return asked.id, ((item.start, item.end),)
    raise NotThere(f"no value of this report is called {asked.id[:80]!r}")


def _claim(ident: str, asking: Asking) -> RecordClaim:
    for claim in asking.kept.record.claims:
        if claim.id == ident:
            return claim
    raise NotThere(f"no claim of this report is called {ident[:80]!r}")


def _undo(asked: Asked, asking: Asking, base: Draft) -> Draft:
    """Of one decision, or of the last that holds here."""
    here = [one for one in live(asking.made) if one.subject == base.subject]
    if asked.undoes:
        here = [one for one in asking.made if one.id == asked.undoes]
    if not here:
        raise UsageError("there is nothing to undo here")
    return replace(base, undoes=here[-1].id, kind=here[-1].kind, subject=here[-1].subject)


def _edits(asked: Asked, asking: Asking, base: Draft) -> list[Draft]:
    if asked.kind not in ("claim", "value"):
        raise UsageError("only a claim or a value can be edited")
    given = asked.changes if asked.changes is not None else {asked.field or "": asked.value}
    out = []
    for field, raw in given.items():
        value = _field_value(field, raw)
        if asked.changes is not None and value == _now(asked, asking, field):
            continue
        out.append(replace(base, said=replace(base.said, field=field, value=value)))
    if not out:
        raise UsageError("nothing was changed")
    return out


def _now(asked: Asked, asking: Asking, field: str) -> Any:
    human = asking.human.get(field)
    if human is not None:
        return human.human
    claim = next((each for each in asking.kept.record.claims if each.id == asked.id), None)
    return (machine_value(asking.kept.record, claim, field) or None) if claim else None


def _field_value(field: str, raw: Any) -> str | None:
    if field not in FIELDS:
        raise UsageError(f"field: want one of {', '.join(FIELDS)}")
    value = _text(raw, field, _SHORT)
    if field in ("said", "happened"):
        return _time(field, value)
    known = {"status": STATUSES, "side": SIDES}.get(field)
    if known and value and value not in known:
        raise UsageError(f"{field}: want one of {', '.join(known)}")
    if field == "status" and not value:
        raise UsageError("status: want one")
    return value or None


def _time(field: str, value: str) -> str | None:
    if not value:
        return None
    if not _TIME.fullmatch(value):
        raise UsageError(
            f"{field}: want 2025-05-20, 2025-05, 2025-05-20T09:14 or XXXX-05-20, got {value[:40]!r}"
        )
    for day in _WHOLE.findall(value):
        try:
            date.fromisoformat(day)
        except ValueError as error:
            raise UsageError(f"{field}: no calendar has the day {day}") from error
    return value


def _text(raw: Any, what: str, most: int) -> str:
    """One line or more as it was typed, without what no text holds."""
    value = "" if raw is None else raw
    if not isinstance(value, str):
        raise UsageError(f"{what}: want words")
    if len(value) > most or "\x00" in value:
        raise UsageError(f"{what}: want at most {most} letters")
    return value.strip()


Given = tuple[str | None, Any]


def _nothing(asked: Asked, asking: Asking) -> Given:
    if asked.value not in (None, ""):
        raise UsageError(f"{asked.act}: takes no value, a reason instead")
    return None, None


def _yes(asked: Asked, asking: Asking) -> Given:
    value = asked.value if isinstance(asked.value, bool) else _YES.get(str(asked.value).lower())
    if value is None:
        raise UsageError(f"{asked.act}: want yes or no")
    if asked.act == "flag" and (asked.kind != "document" or asked.field not in (None, "graphic")):
        raise UsageError("flag: want a document, and the field graphic")
    if asked.act == "private" and asked.kind != "claim":
        raise UsageError("private: want the claim whose speaker it is")
    return ("graphic" if asked.act == "flag" else None), value


def _comment(asked: Asked, asking: Asking) -> Given:
    said = _text(asked.value, "comment", _LONG) or _text(asked.reason, "comment", _LONG)
    if not said:
        raise UsageError("comment: want words")
    return None, said


def _assign(asked: Asked, asking: Asking) -> Given:
    return None, _text(asked.value, "assign", 200) or None


def _rate(asked: Asked, asking: Asking) -> Given:
    value, field = str(asked.value or "").upper(), asked.field or ""
    if field not in RATINGS or len(value) != 1 or value not in RATINGS[field]:
        raise UsageError("rate: want source A to F, or information 1 to 6")
    if asked.kind not in ("document", "claim"):
        raise UsageError("rate: want a document or a claim")
    return field, value


def _link(asked: Asked, asking: Asking) -> Given:
    """To another claim, an incident or a report of this archive."""
    to = _text(asked.value, "link", 200)
    for table, column in (("claim", "id"), ("event", "id"), ("document", "key")):
        sql = text(f"SELECT 1 FROM {table} WHERE {column} = :to LIMIT 1")
        if asking.connection.execute(sql, {"to": to}).first():
            return None, to
    raise UsageError(f"link: nothing in this archive is called {to[:80]!r}")


def _merge(asked: Asked, asking: Asking) -> Given:
    into = _text(asked.value, "merge", 200)
    if asked.kind != "claim" or into == asked.id:
        raise UsageError("merge: want another claim of this report")
    return None, _claim(into, asking).id


def _split(asked: Asked, asking: Asking) -> Given:
    """In two, where the words begin that were given; offsets count code points of the text."""
    if asked.kind != "claim":
        raise UsageError("split: want a claim")
    words = _text(asked.value, "split", _SHORT)
    content = _claim(asked.id, asking).content
    body = asking.kept.record.document.text
    for start, end in content:
        at = body.find(words, start, end) if words else -1
        if at > content[0][0]:
            first = [(a, min(b, at)) for a, b in content if a < at]
            rest = [(max(a, at), b) for a, b in content if b > at]
            return None, (first, rest)
    raise UsageError("split: want words of the claim as they stand, and not its first")


_VALUES: Mapping[str, Callable[[Asked, Asking], Given]] = MappingProxyType(
    {
        "accept": _nothing,
        "reject": _nothing,
        "signoff": _nothing,
        "comment": _comment,
        "assign": _assign,
        "rate": _rate,
        "link": _link,
        "merge": _merge,
        "split": _split,
        "flag": _yes,
        "private": _yes,
    }
)
