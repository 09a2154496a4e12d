"""
Findings for a terminal: `file:line:col code message`, the quoted words, and a caret beneath.

After ruff's and rustc's layout. Colour is asked for by the caller, who knows the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.core.record import Pair, RecordFinding
from dateline.present.cells import safe, width
from dateline.present.checked import Checked

_ESC = "\x1b["
_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36", "dim": "2", "bold": "1"}


@dataclass(frozen=True, slots=True)
class Style:
    """How to print: `colour` writes ANSI colours, `columns` is the width of the terminal."""

    colour: bool = False
    columns: int = 100

    def paint(self, name: str, text: str) -> str:
        """`text` in the colour called `name`, plain where colour is off."""
        return f"{_ESC}{_COLOURS[name]}m{text}{_ESC}0m" if self.colour else text


def blocks(checked: Checked, style: Style) -> Iterator[str]:
    """Each finding of one report as a few lines of text, without a final line break."""
    for finding in checked.record.findings:
        yield "\n".join(_block(checked, finding, style))


def _block(checked: Checked, finding: RecordFinding, style: Style) -> Iterator[str]:
    line, column = checked.at(finding)
    where = style.paint("bold", f"{safe(checked.name)}:{line}:{column}")
    code = style.paint(finding.severity, finding.code)
    yield f"{where} {code} {safe(finding.message)} [{finding.severity}]"
    gutter = max((len(str(checked.position(s)[0])) for s, _ in finding.evidence), default=1)
    for at, pair in enumerate(finding.evidence):
        yield from _snippet(checked, pair, _Look(style, gutter, finding.severity, at == 0))
    for name, value in finding.computed.items():
        shown = safe(f"{name.replace('_', ' ')}: {value}")
        yield style.paint("dim", f"{' ' * gutter} = {shown}")


@dataclass(frozen=True, slots=True)
class _Look:
    style: Style
    gutter: int
    severity: str
    first: bool

    @property
    def mark(self) -> str:
        return "^" if self.first else "-"


def _snippet(checked: Checked, pair: Pair, look: _Look) -> Iterator[str]:
    """The line that the words stand in, cut to the terminal, and marks beneath the words."""
    number = checked.position(pair[0])[0]
    start, line = checked.line(number)
    left, right = pair[0] - start, min(pair[1] - start, len(line))
    room = max(20, look.style.columns - look.gutter - 4)
    lead, shown, marked = _window(line, left, max(right, left + 1), room)
    bar = look.style.paint("dim", "|")
    yield f"{' ' * look.gutter} {bar}" if look.first else f"{' ' * look.gutter} {bar} …"
    yield f"{number:>{look.gutter}} {bar} {shown}"
    marks = look.style.paint(look.severity if look.first else "dim", look.mark * marked)
    yield f"{' ' * look.gutter} {bar} {' ' * lead}{marks}"


def _window(line: str, left: int, right: int, room: int) -> tuple[int, str, int]:
    """
    The part of a long line around the words: cells before them, the part, cells they take.

    Cut at blanks, with an ellipsis where it is cut; words too long for it keep their beginning.
    """
    line = safe(line)
    if width(line) <= room:
        return width(line[:left]), line, max(1, width(line[left:right]))
    right = _fits(line, left, right, room - 2)
    begin, end = _widened(line, left, right, room - 2)
    before = "…" if begin else ""
    after = "…" if end < len(line) else ""
    lead = width(before + line[begin:left])
    return lead, before + line[begin:end] + after, max(1, width(line[left:right]))


def _fits(line: str, left: int, right: int, room: int) -> int:
    """The furthest end of the words from `left` that `room` cells can show."""
    while right > left + 1 and width(line[left:right]) > room:
        right -= 1
    return right


def _widened(line: str, left: int, right: int, room: int) -> tuple[int, int]:
    """Grow evenly on both sides as far as `room` allows, then give back broken words."""
    begin, end = left, right
    while True:
        wider = (max(0, begin - 1), min(len(line), end + 1))
        if wider == (begin, end) or width(line[wider[0] : wider[1]]) > room:
            break
        begin, end = wider
    if begin:
        begin = line.find(" ", begin, left) + 1 or begin
    if end < len(line):
        gap = line.rfind(" ", right, end)
        end = gap if gap >= right else end
    return begin, end


def summary(all_checked: list[Checked], failures: int, style: Style) -> str:
    """One line: how many findings of each severity in how many reports, and what was not read."""
    found = [f.severity for checked in all_checked for f in checked.record.findings]
    counts = [_count(found.count(kind), kind) for kind in ("error", "warning", "note")]
    said = [count for count in counts if not count.startswith("0 ")]
    reports = _count(len(all_checked), "report")
    text = f"Found {_series(said)} in {reports}." if said else f"Nothing found in {reports}."
    if failures:
        text += f" {_count(failures, 'input')} could not be read."
    return style.paint("bold", text)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _series(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
