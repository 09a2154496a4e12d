"""A record for a terminal: who said what, then times, places, and what does not add up."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.record import Record, RecordClaim, RecordPlace, RecordTime
from dateline.present import words
from dateline.present.caret import Style
from dateline.present.cells import pad, safe, shortened, wrapped
from dateline.present.checked import Checked
from dateline.present.happened import told as words_happened

_NUMBER, _WHO, _STATUS, _GAP = 3, 28, 13, 2
_NARROW = 76
_LONGEST_QUOTE = 420
_UNDATED = "no publication date"


def who_said_what(checked: Checked, style: Style) -> str:
    """The whole view, ending in a line break."""
    record = checked.record
    sections = (
        _head(checked, style),
        _section("Who said what", _claims(record, style), style),
        _section("Times", _times(record, style), style),
        _section("Places", _places(record, style), style),
        _section("What does not add up", _findings(checked, style), style),
        _section("Not done", iter(map(safe, record.notes)), style),
    )
    return "\n\n".join(section for section in sections if section) + "\n"


def _head(checked: Checked, style: Style) -> str:
    document = checked.record.document
    how = document.how
    title = safe(document.title or "(no headline)")
    why = f" ({how['published']})" if how.get("published") else ""
    published = f"published {document.published}{why}" if document.published else _UNDATED
    byline = f"by {document.byline}" if document.byline else "no byline"
    facts = (checked.name, published, byline, document.outlet or "", words.language(document.lang))
    lines = wrapped(" · ".join(fact for fact in facts if fact), style.columns)
    return "\n".join(
        [*(style.paint("bold", line) for line in wrapped(title, style.columns)), *lines]
    )


def _section(title: str, lines: Iterator[str], style: Style) -> str:
    body = list(lines)
    return "\n".join([style.paint("bold", title.upper()), *body]) if body else ""


def _claims(record: Record, style: Style) -> Iterator[str]:
    for number, claim in enumerate(record.claims, 1):
        quote = words.quoted(shortened(words.words_of(record, claim), _LONGEST_QUOTE))
        speaker = [words.who(claim), *words.about_speaker(claim)]
        status = words.STATUS.get(claim.status, claim.status)
        extra = _when_and_where(record, claim)
        if style.columns < _NARROW:
            yield from _stacked(number, (speaker, status, quote, extra), style)
        else:
            yield from _row(number, (speaker, status, quote, extra), style)


def _when_and_where(record: Record, claim: RecordClaim) -> str:
    place = words.place_of(record, claim)
    parts = (
        f"said {words.spoken(claim.said)}" if claim.said else "",
        f"happened {words.spoken(claim.happened)}" if claim.happened else "",
        f"in {place.name}" if place else "",
        f"by way of {words.via(claim)}" if claim.chain else "",
        words_happened(record, claim),
    )
    return " · ".join(part for part in parts if part)


_Cells = tuple[list[str], str, str, str]


def _row(number: int, cells: _Cells, style: Style) -> Iterator[str]:
    speaker, status, quote, extra = cells
    room = style.columns - _NUMBER - _WHO - _STATUS - 3 * _GAP
    name = wrapped(speaker[0], _WHO)
    left = name + (wrapped(", ".join(speaker[1:]), _WHO) if speaker[1:] else [])
    quoted = wrapped(quote, room)
    right = quoted + (wrapped(extra, room) if extra else [])
    for at in range(max(len(left), len(right))):
        who = pad(left[at] if at < len(left) else "", _WHO)
        what = right[at] if at < len(right) else ""
        head = f"{number:>{_NUMBER}}" if at == 0 else " " * _NUMBER
        shown = pad(status if at == 0 else "", _STATUS)
        who = style.paint("bold" if at < len(name) else "dim", who)
        what = what if at < len(quoted) else style.paint("dim", what)
        yield f"{head}  {who}  {shown}  {what}".rstrip()


def _stacked(number: int, cells: _Cells, style: Style) -> Iterator[str]:
    speaker, status, quote, extra = cells
    room = style.columns - 4
    head = f"{', '.join(speaker)}: {status}"
    for at, line in enumerate(wrapped(head, room)):
        yield (f"{number:>2}  " if at == 0 else "    ") + style.paint("bold", line)
    for line in (*wrapped(quote, room), *(wrapped(extra, room) if extra else ())):
        yield f"    {line}"


def _times(record: Record, style: Style) -> Iterator[str]:
    for time in record.times:
        quote = f"“{shortened(record.document.text[time.start : time.end], 60)}”"
        yield from _entry(quote, _value(time), time.reason, style)


def _value(time: RecordTime) -> str:
    parts = (
        time.value,
        time.mod or "",
        f"{time.zone} = {time.utc}" if time.zone and time.utc else time.zone or "",
    )
    return " ".join(part for part in parts if part)


def _places(record: Record, style: Style) -> Iterator[str]:
    groups: dict[tuple[str, str], list[RecordPlace]] = {}
    for place in record.places:
        groups.setdefault((place.id or place.name, place.role), []).append(place)
    for same in groups.values():
        first = same[0]
        times = f" ×{len(same)}" if len(same) > 1 else ""
        quote = f"“{shortened(record.document.text[first.start : first.end], 60)}”{times}"
        role = "" if first.role == "location" else f" [{first.role}]"
        area = words.area(first)
        what = f"{first.name}{f' ({area})' if area else ' (not resolved)'}{role}"
        yield from _entry(quote, what, first.reason, style)


def _entry(quote: str, value: str, reason: str, style: Style) -> Iterator[str]:
    """Quoted words, what they mean, and beneath it why."""
    left = min(36, style.columns // 3)
    quoted, valued = wrapped(quote, left), wrapped(value, style.columns - left - 4)
    for at in range(max(len(quoted), len(valued))):
        first = pad(quoted[at] if at < len(quoted) else "", left)
        second = valued[at] if at < len(valued) else ""
        yield f"  {first}  {second}".rstrip()
    for line in wrapped(reason, style.columns - left - 4) if reason else ():
        yield f"  {' ' * left}  {style.paint('dim', line)}"


def _findings(checked: Checked, style: Style) -> Iterator[str]:
    for at in words.by_weight(checked.record):
        finding = checked.record.findings[at]
        line, column = checked.at(finding)
        where = f"{line}:{column}"
        code = style.paint(finding.severity, finding.code)
        head = f"  {code} {pad(finding.severity, 7)} {where:>7}  "
        first, *more = wrapped(finding.message, max(24, style.columns - 25))
        yield head + first
        yield from (" " * 25 + line for line in more)
