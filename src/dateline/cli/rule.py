"""`dateline rule`: the page of a finding, or the list of all."""

from __future__ import annotations

import sys
from argparse import Namespace
from difflib import get_close_matches

from dateline.cli.pages import LIMITS_WORD, limits_page, page_of, titles
from dateline.cli.terminal import style
from dateline.core.errors import UsageError
from dateline.core.parts import Checker
from dateline.pipeline.standard import standard
from dateline.present.cells import pad, wrapped


def run(options: Namespace) -> int:
    """Always 0; raises UsageError for a code that no finding has."""
    checkers = standard().checkers
    text = _page(options.code, checkers) if options.code else _list(checkers)
    if options.code and style(sys.stdout).colour:
        _rendered(text)
    else:
        print(text)
    return 0


def _list(checkers: tuple[Checker, ...]) -> str:
    look = style(sys.stdout)
    widest = max((len(checker.name) for checker in checkers), default=0)
    rows = []
    for checker in checkers:
        head = f"{look.paint(checker.severity, checker.code)}  {pad(checker.severity, 7)}  "
        room = max(24, look.columns - 15 - widest)
        first, *more = wrapped(_first_sentence(checker.doc), room)
        rows.append(f"{head}{pad(checker.name, widest)}  {first}")
        rows.extend(" " * (17 + widest) + line for line in more)
    return "\n".join(rows)


def _first_sentence(doc: str) -> str:
    return " ".join(doc.strip().split("\n\n")[0].split())


def _page(asked: str, checkers: tuple[Checker, ...]) -> str:
    """The page of the checker with this code or name; its docstring where there is no page."""
    if asked.lower() == LIMITS_WORD:
        return limits_page()
    wanted = asked.upper()
    for checker in checkers:
        if wanted in (checker.code.upper(), checker.name.upper()):
            return page_of(checker.code) or _docstring(checker)
    for code, name in titles().items():  # what comparing versions finds has a page and no checker
        if wanted in (code, name.upper()) and (page := page_of(code)):
            return page
    known = [word for checker in checkers for word in (checker.code, checker.name)]
    near = get_close_matches(wanted, known, n=3) or get_close_matches(asked.lower(), known, n=3)
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    raise UsageError(f"no finding is called {asked!r}: {hint}`dateline rule` lists them")


def _docstring(checker: Checker) -> str:
    from inspect import cleandoc

    return f"# {checker.code} {checker.name}\n\n{cleandoc(checker.doc)}"


def _rendered(markdown: str) -> None:
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(markdown))
