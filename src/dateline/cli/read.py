"""`dateline read`: the record of each report, as a table, as JSON, or as a page."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from msgspec.json import encode, format

from dateline.cli.gather import gather
from dateline.cli.terminal import complain, output, progress, style
from dateline.core.errors import UsageError
from dateline.core.failure import Failure
from dateline.core.record import Record
from dateline.present.checked import Checked

ALL_READ, NOT_ALL_READ = 0, 2


def run(options: Namespace) -> int:
    """0 where all was read, else 2; whatever could be read is written all the same."""
    _refuse_what_contradicts(options)
    if options.jsonl:
        return _lines(options)
    write = {"json": _json, "html": _html}.get(options.format or "text", _text)
    missing: list[str] = []
    with output(options.out) as out:
        write(out, _read(options, missing), options)
    return NOT_ALL_READ if missing else ALL_READ


def _refuse_what_contradicts(options: Namespace) -> None:
    if options.jsonl and options.paths:
        raise UsageError("--jsonl reads its own file: want either paths or --jsonl FILE")
    if options.jsonl and options.format not in (None, "json"):
        raise UsageError(
            f"--jsonl writes JSON, a record a line: leave out --format {options.format}"
        )
    if not options.jsonl and not options.paths:
        raise UsageError("nothing to read: want a path, - for standard input, or --jsonl FILE")


def _read(options: Namespace, missing: list[str]) -> Iterator[Checked]:
    """What could be read; the names of the rest go to `missing`."""
    to_terminal = options.out is None and sys.stdout.isatty()
    for name, outcome in gather(options, quiet=to_terminal):
        if isinstance(outcome, Failure):
            missing.append(name)
        else:
            yield Checked(name, outcome)


def _json(out: BinaryIO, read: Iterator[Checked], options: Namespace) -> None:
    """One object for one file; a list for several or for a folder, written as it grows."""
    if len(options.paths) == 1 and not Path(options.paths[0]).is_dir():
        for checked in read:
            out.write(_pretty(checked.record) + b"\n")
        return
    out.write(b"[")
    for at, checked in enumerate(read):
        out.write((b",\n" if at else b"\n") + _pretty(checked.record))
    out.write(b"\n]\n")


def _pretty(record: Record) -> bytes:
    return format(encode(record), indent=2)


def _text(out: BinaryIO, read: Iterator[Checked], options: Namespace) -> None:
    from dateline.present.table import who_said_what

    look = style(sys.stdout, out=options.out)
    for at, checked in enumerate(read):
        out.write(("\n" * bool(at) + who_said_what(checked, look)).encode("utf-8", "replace"))


def _html(out: BinaryIO, read: Iterator[Checked], options: Namespace) -> None:
    from dateline.present.html import page

    if all_read := list(read):
        out.write(page(all_read).encode("utf-8", "replace"))


def _lines(options: Namespace) -> int:
    """A record a line for each line of the file, in the same order; one that failed is empty."""
    from dateline.run.many import empty_record, read_jsonl

    code = ALL_READ
    to_terminal = options.out is None and sys.stdout.isatty()
    with _opened(options.jsonl) as lines, output(options.out) as out:
        outcomes = read_jsonl(
            lines, published=options.published, lang=options.lang, jobs=options.jobs
        )
        for outcome in progress(outcomes, total=None, quiet=to_terminal):
            if isinstance(outcome, Failure):
                complain(f"{options.jsonl}: {outcome}")
                code = NOT_ALL_READ
                outcome = empty_record(outcome)
            out.write(encode(outcome) + b"\n")
    return code


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
        return
    with Path(path).open("rb") as file:
        yield file
