"""The command that follows feeds: its options and help text, and nothing that runs."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from dateline.cli.archive_options import permit_option

_END = """\
examples:
  dateline follow https://example.org/rss https://example.net/feed.json
  dateline follow https://example.org/rss --pages --every 30
  dateline follow https://example.org/rss --once      one round, for cron
  dateline follow feeds.opml                          every feed of a list

A feed is asked whether it has changed since, no more often than every five minutes and than it
wants, where its robots.txt allows, and more rarely while it fails. Where it stands is kept in
DATELINE_HOME/follow, so that a run that was cut off goes on.

exit codes: 0 all was read, 2 something was not, 130 stopped by a person."""


def follow_command(commands: Any) -> None:
    """Add `follow` to the commands."""
    command: ArgumentParser = commands.add_parser(
        "follow",
        help="ask feeds again and again, and keep what is new",
        description="Ask feeds (RSS, Atom, JSON Feed) whether they have changed, and keep what is "
        "new in the archive.",
        epilog=_END,
    )
    command.add_argument(
        "feeds", nargs="+", metavar="FEED", help="a feed's address, or a list (OPML)"
    )
    command.add_argument("--once", action="store_true", help="one round, then stop")
    command.add_argument(
        "--every", type=_minutes, default=15, metavar="MINUTES", help="how often (default: 15)"
    )
    command.add_argument(
        "--pages", action="store_true", help="read the pages that entries name, not the entries"
    )
    command.add_argument("--lang", metavar="LANG", help="language of the reports: en, ru or uk")
    permit_option(command)
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="a line a poll (default), or JSON",
    )
    command.add_argument("--archive", metavar="WHERE", help="another archive than the usual")
    command.add_argument("--debug", action="store_true", help="show the traceback of an error")


def _minutes(text: str) -> int:
    number = int(text)
    if number < 5:
        raise ValueError
    return number


_minutes.__name__ = "number of minutes, at least 5,"
