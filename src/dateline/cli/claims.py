"""`dateline claims`: who said what in each report, in what role, through whom, and how sure."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator

from msgspec.json import encode, format

from dateline.cli.gather import gather
from dateline.cli.terminal import output, style
from dateline.core.failure import Failure
from dateline.core.record import Record, RecordClaim
from dateline.present.columns import columns
from dateline.present.happened import happening

ALL_READ, NOT_ALL_READ = 0, 2
HEAD = ("at", "who", "role", "side", "status", "said", "through", "event", "what")


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
                cells = [_row(outcome, claim) for claim in _attributed(outcome)]
                lines = [*head, *columns(HEAD, cells, look)]
                out.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
        if options.format == "json":
            out.write(format(encode(rows), indent=2) + b"\n")
    return NOT_ALL_READ if missing else ALL_READ


def _attributed(record: Record) -> Iterator[RecordClaim]:
    return (claim for claim in record.claims if claim.source or claim.cue)


def _row(record: Record, claim: RecordClaim) -> tuple[str, ...]:
    text = record.document.text
    start = claim.content[0][0]
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    speaker = claim.speaker
    who = (speaker.name, speaker.role or "", speaker.side) if speaker else ("", "", "")
    through = " > ".join(claim.chain)
    event = happening(claim)
    told = (claim.status, claim.said or "", through, event, _words(record, claim))
    return f"{line}:{column}", *who, *told


def _words(record: Record, claim: RecordClaim) -> str:
    """The content, its pieces parted by an ellipsis, on one line."""
    pieces = (record.document.text[start:end] for start, end in claim.content)
    return " … ".join(" ".join(piece.split()) for piece in pieces)


def _objects(name: str, record: Record) -> Iterator[dict[str, object]]:
    for claim in _attributed(record):
        yield {"file": name, "words": _words(record, claim), "claim": claim}
