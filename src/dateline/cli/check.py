"""`dateline check`: what does not add up in each report, in the format asked for."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from msgspec.json import encode, format
from msgspec.structs import replace

from dateline import __version__
from dateline.cli.gather import gather
from dateline.cli.selection import Selection, selection
from dateline.cli.terminal import output, style
from dateline.core.failure import Failure
from dateline.core.parts import Checker
from dateline.core.record import Record
from dateline.pipeline.standard import standard
from dateline.present.caret import Style
from dateline.present.checked import Checked, shown


def run(options: Namespace) -> int:
    """0 for notes alone, 1 for errors or warnings, 2 where something could not be read."""
    checkers = standard().checkers
    wanted = selection(options.select, options.ignore, known=[c.code for c in checkers])
    whole = options.output_format == "html"
    outcomes = gather(options, quiet=False)
    found = _Found([], [], style(sys.stdout, out=options.out))
    for name, outcome in outcomes:
        if isinstance(outcome, Failure):
            found.failures.append(shown(str(outcome)))
        else:
            found.checked.append(Checked(name, _kept(outcome, wanted, whole=whole)))
    with output(options.out) as out:
        for piece in _FORMATS[options.output_format](found, checkers):
            out.write(piece.encode("utf-8", "replace"))
    return found.exit_code


@dataclass(frozen=True, slots=True)
class _Found:
    checked: list[Checked]
    failures: list[str]
    style: Style

    @property
    def exit_code(self) -> int:
        if self.failures:
            return 2
        severities = {f.severity for checked in self.checked for f in checked.record.findings}
        return int(bool(severities - {"note"}))


def _kept(record: Record, wanted: Selection, *, whole: bool) -> Record:
    """The record with the findings asked for, and of the rest only what the format shows."""
    findings = tuple(f for f in record.findings if wanted.wants(f.code))
    if whole:
        return replace(record, findings=findings)
    return replace(record, findings=findings, times=(), places=(), claims=(), frames=())


def _text(found: _Found, checkers: tuple[Checker, ...]) -> Iterator[str]:
    from dateline.present import caret

    for checked in found.checked:
        for block in caret.blocks(checked, found.style):
            yield f"{block}\n\n"
    yield f"{caret.summary(found.checked, len(found.failures), found.style)}\n"


def _json(found: _Found, checkers: tuple[Checker, ...]) -> Iterator[str]:
    from dateline.present.listing import rows

    everything = list(chain.from_iterable(rows(checked) for checked in found.checked))
    yield format(encode(everything), indent=2).decode() + "\n"


def _sarif(found: _Found, checkers: tuple[Checker, ...]) -> Iterator[str]:
    from dateline.present.sarif import log

    whole = log(found.checked, checkers, version=__version__, failures=found.failures)
    yield format(encode(whole), indent=2).decode() + "\n"


def _github(found: _Found, checkers: tuple[Checker, ...]) -> Iterator[str]:
    from dateline.present.listing import workflow_commands

    for checked in found.checked:
        for line in workflow_commands(checked):
            yield f"{line}\n"


def _html(found: _Found, checkers: tuple[Checker, ...]) -> Iterator[str]:
    from dateline.present.html import page

    yield page(found.checked)


_FORMATS: dict[str, Callable[[_Found, tuple[Checker, ...]], Iterator[str]]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "html": _html,
}
