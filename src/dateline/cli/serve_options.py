"""The options and help text of `dateline serve`, and nothing that runs."""

from __future__ import annotations

from typing import Any

PORT = 8421
_END = """\
examples:
  dateline serve                                on this machine, for you alone
  dateline serve --archive war.sqlite --port 9000
  dateline serve --make-owner olena             make the first owner, then open for people
  dateline serve --allow-host desk.example.org    behind a reverse proxy of that name

Without people the workbench answers this machine alone and asks for no password. It is never
opened to others before there is an owner: docs/howto/workbench.md.

exit codes: 0 it was stopped, 2 it could not be started."""


def serve_command(commands: Any) -> None:
    """Add `serve` to the parser."""
    command = commands.add_parser(
        "serve",
        help="open the workbench: read, judge and follow a story in a browser",
        description="Open the workbench on an archive, in a browser: read, judge, follow a story.",
        epilog=_END,
    )
    command.add_argument("--archive", metavar="WHERE", help="a file, or a postgresql:// address")
    command.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="answer on this address: 127.0.0.1"
    )
    command.add_argument(
        "--port", type=int, default=PORT, metavar="N", help=f"answer on this port: {PORT}"
    )
    command.add_argument(
        "--allow-host", action="append", metavar="NAME",
        help="a name under which people reach it; may be given again",
    )  # fmt: skip
    command.add_argument(
        "--make-owner", metavar="NAME",
        help="make the first owner with this name for logging in; asks for a password",
    )  # fmt: skip
    command.add_argument("--debug", action="store_true", help="show where a bug is")
