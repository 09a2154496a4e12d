"""`dateline compare`: pairs of reports side by side, an answer a line."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from msgspec.json import encode

from dateline.cli.terminal import complain, output, progress

ALL_READ, NOT_ALL_READ = 0, 2


def run(options: Namespace) -> int:
    """0 where every pair was read, else 2; a pair that was not has a line with `error`."""
    from dateline.run.compare import compare_jsonl

    code = ALL_READ
    to_terminal = options.out is None and sys.stdout.isatty()
    with _opened(options.jsonl) as lines, output(options.out) as out:
        answers = compare_jsonl(lines, jobs=options.jobs)
        for answer in progress(answers, total=None, quiet=to_terminal):
            if isinstance(answer, tuple):
                unread, failure = answer
                complain(f"{options.jsonl}: {failure}")
                code = NOT_ALL_READ
                out.write(encode(unread) + b"\n")
            else:
                out.write(encode(answer) + b"\n")
    return code


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
        return
    with Path(path).open("rb") as file:
        yield file
