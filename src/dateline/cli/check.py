"""`dateline check`: what does not add up in each report, in the format asked for."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from msgspec.json import encode, format
from msgspec.structs import replace

from dateline import __version__
from dateline.cli.baseline import Known, read_baseline, write_baseline
from dateline.cli.gather import gather
from dateline.cli.selection import Selection, selection
from dateline.cli.settings import Settings, settings
from dateline.cli.terminal import complain, output, style
from dateline.core.failure import Failure
from dateline.core.parts import Checker
from dateline.pipeline.standard import standard
from dateline.present.caret import Style
from dateline.present.checked import Checked, shown
from dateline.present.limits import LIMITS


def run(options: Namespace) -> int:
    """0 for notes alone, 1 for errors or warnings, 2 where something could not be read."""
    checkers = standard().checkers
    codes = [c.code for c in checkers]
    asked = settings(Path(), known=codes)
    wanted = selection(
        options.select or asked.select or None, options.ignore or asked.ignore, known=codes
    )
    whole = options.output_format == "html"
    known = _known(options, asked)
    outcomes = gather(options, quiet=False)
    found = _Found([], [], style(sys.stdout, out=options.out))
    for name, outcome in outcomes:
        if isinstance(outcome, Failure):
            found.failures.append(shown(str(outcome)))
        else:
            found.checked.append(_kept(Checked(name, outcome), wanted, asked, whole=whole))
    if options.write_baseline:
        number = write_baseline(Path(options.write_baseline), found.checked)
        complain(f"{options.write_baseline}: {number} findings are known from now on")
        return 2 if found.failures else 0
    if known:
        found.checked[:] = [_without(checked, known) for checked in found.checked]
        _tell(known)
    with output(options.out) as out:
        for piece in _FORMATS[options.output_format](found, checkers):
            out.write(piece.encode("utf-8", "replace"))
    return found.exit_code


_HTML = (".html", ".htm", ".xhtml")


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


def _kept(checked: Checked, wanted: Selection, asked: Settings, *, whole: bool) -> Checked:
    """The report with the findings asked for, and of the rest only what the format shows."""
    findings = tuple(
        replace(f, severity=asked.severity_of(f.code, f.severity))
        for f in checked.record.findings
        if wanted.wants(f.code) and not asked.ignores(checked.name, f.code)
    )
    record = replace(checked.record, findings=findings)
    if not whole:
        record = replace(record, times=(), places=(), claims=(), frames=())
    return Checked(checked.name, record, _source(checked.name))


def _source(name: str) -> str | None:
    """The source of a page of HTML, in which its words are placed; None for plain text."""
    path = Path(name)
    if path.suffix.lower() not in _HTML or not path.is_file():
        return None
    return path.read_text(encoding="utf-8", errors="replace")


def _known(options: Namespace, asked: Settings) -> Known | None:
    """The baseline that the option or the settings name; None where neither does."""
    path = Path(options.baseline) if options.baseline else asked.baseline
    return Known(read_baseline(path), path) if path and not options.write_baseline else None


def _without(checked: Checked, known: Known) -> Checked:
    record = replace(checked.record, findings=known.new(checked))
    return Checked(checked.name, record, checked.source)


def _tell(known: Known) -> None:
    """How many findings the baseline holds back, and which of its entries it could do without."""
    if known.matched:
        complain(f"{known.matched} findings are known from the baseline")
    for entry in known.stale():
        complain(f"no longer found, the baseline can do without: {entry}")


def _text(found: _Found, checkers: tuple[Checker, ...]) -> Iterator[str]:
    from dateline.present import caret

    for checked in found.checked:
        for block in caret.blocks(checked, found.style):
            yield f"{block}\n\n"
    yield f"{found.style.paint('dim', LIMITS)}\n"
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
    from dateline.present.listing import closing, workflow_commands

    for checked in found.checked:
        for line in workflow_commands(checked):
            yield f"{line}\n"
    yield f"{closing()}\n"


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
