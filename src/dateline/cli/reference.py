"""
The reference page of the commands, written from the parser so that it cannot lag behind.

`tools/commands` writes it to docs/reference/commands.md; a test compares the two.
"""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator

from dateline.cli.parser import parser

_HEAD = """\
# Commands

Written by `tools/commands` from the parser itself: edit `src/dateline/cli/parser.py`, not this.
Data goes to standard output, messages to standard error. Colour is used on a terminal only, and
never under `NO_COLOR`. Columns count Unicode code points, from 1; for HTML, line and column count
in the text that was read, and in its source in the formats `github` and `sarif`. A finding about
the page as a whole stands at 1:1."""


def commands_page() -> str:
    """The whole page as Markdown, ending in a line break."""
    main = parser()
    parts = [_HEAD, *_section(main, "dateline")]
    for name, command in _commands(main):
        parts.extend(_section(command, f"dateline {name}"))
    return "\n\n".join(parts) + "\n"


def _commands(main: ArgumentParser) -> Iterator[tuple[str, ArgumentParser]]:
    for action in main._actions:
        if isinstance(action, _SubParsersAction):
            yield from action.choices.items()


def _section(of: ArgumentParser, name: str) -> Iterator[str]:
    yield f"## {name}"
    yield of.description or ""
    rows = [_row(action) for action in of._actions if _is_shown(action)]
    yield "\n".join(["| | |", "|---|---|", *rows])
    yield f"```\n{of.epilog}\n```"


def _is_shown(action: Action) -> bool:
    return action.help != SUPPRESS and not isinstance(action, _SubParsersAction)


def _row(action: Action) -> str:
    return f"| `{_usage(action)}` | {action.help} |".replace("--|", "--\\|")


def _usage(action: Action) -> str:
    """`--lang LANG`, `--format {text,json,html}`, or `PATH`."""
    value = action.metavar or ("{" + ",".join(action.choices) + "}" if action.choices else "")
    if not action.option_strings:
        return str(value)
    return f"{', '.join(action.option_strings)} {value}".strip()
