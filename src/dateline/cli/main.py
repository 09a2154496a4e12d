"""
Where `dateline` starts: one command run, every error told in a sentence, an exit code.

Contains no logic: a command's module is imported when the command is used.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module

from dateline.cli.parser import parser

READ_FAILED = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (the process's own where None) and return the exit code."""
    asked = parser()
    options = asked.parse_args(argv)
    if options.command is None:
        asked.print_help(sys.stderr)
        return READ_FAILED
    try:
        code = _run(options.command)(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would raise again while Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        print("\ndateline: interrupted", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:
        if options.debug:
            raise
        return _told(error)
    return code


def _run(command: str) -> Callable[[Namespace], int]:
    """Each command is a module of this package with its name, and a `run` in it."""
    run: Callable[[Namespace], int] = import_module(f"dateline.cli.{command}").run
    return run


def _told(error: Exception) -> int:
    """Say what was wrong; for a bug, say that it is one and how to see more."""
    from dateline.core.errors import DatelineError

    if isinstance(error, DatelineError):
        print(f"dateline: error: {error}", file=sys.stderr)
    elif isinstance(error, OSError) and error.filename is not None:
        print(f"dateline: error: {error.filename}: {error.strerror}", file=sys.stderr)
    else:
        print(
            f"dateline: this is a bug in dateline: {type(error).__name__}: {error}\n"
            "Run again with --debug to see where, and report it with the text it happened on.",
            file=sys.stderr,
        )
    return READ_FAILED


if __name__ == "__main__":
    sys.exit(main())
