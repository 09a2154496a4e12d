"""`dateline times`: each time expression of reports, what it means, and on what ground."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator

from msgspec.json import encode, format

from dateline.cli.gather import gather
from dateline.cli.terminal import output, style
from dateline.core.failure import Failure
from dateline.core.record import Record, RecordTime
from dateline.present.columns import columns

ALL_READ, NOT_ALL_READ = 0, 2
HEAD = ("at", "words", "type", "value", "covers", "zone, UTC", "why")


def run(options: Namespace) -> int:
    """0 where all was read, else 2; whatever could be read is written all the same."""
    missing = False
    look = style(sys.stdout, out=options.out)
    many = len(options.paths) > 1
    rows: list[dict[str, object]] = []
    with output(options.out) as out:
        for name, outcome in gather(options, quiet=options.out is None and sys.stdout.isatty()):
            if isinstance(outcome, Failure):
                missing = True
            elif options.format == "json":
                rows.extend(_objects(name, outcome))
            else:
                head = [f"{name}:"] if many else []
                lines = [*head, *columns(HEAD, [_row(outcome, t) for t in outcome.times], look)]
                out.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
        if options.format == "json":
            out.write(format(encode(rows), indent=2) + b"\n")
    return NOT_ALL_READ if missing else ALL_READ


def _row(record: Record, time: RecordTime) -> tuple[str, ...]:
    text = record.document.text
    line = text.count("\n", 0, time.start) + 1
    column = time.start - (text.rfind("\n", 0, time.start) + 1) + 1
    kind = f"{time.type} {time.mod}" if time.mod else time.type
    zone = ", ".join(part for part in (time.zone, time.utc) if part)
    words = " ".join(text[time.start : time.end].split())
    return f"{line}:{column}", words, kind, time.value, _covers(time), zone, time.reason


def _covers(time: RecordTime) -> str:
    if time.earliest is None or time.latest is None:
        return ""
    return time.earliest if time.earliest == time.latest else f"{time.earliest}..{time.latest}"


def _objects(name: str, record: Record) -> Iterator[dict[str, object]]:
    for time in record.times:
        words = record.document.text[time.start : time.end]
        yield {"file": name, "words": words, "time": time}
