"""Findings for other programs: a JSON list, and GitHub's workflow commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.core.record import Pair, RecordFinding
from dateline.present.checked import Checked
from dateline.present.limits import LIMITS

_LEVEL = {"error": "error", "warning": "warning", "note": "notice"}


def rows(checked: Checked) -> Iterator[dict[str, Any]]:
    """Each finding as a plain object; lines and columns from 1, columns in code points."""
    for finding in checked.record.findings:
        line, column = checked.at(finding)
        yield {
            "file": checked.name,
            "line": line,
            "column": column,
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity,
            "message": finding.message,
            "evidence": [_evidence(checked, pair) for pair in finding.evidence],
            "computed": finding.computed,
            "help": f"dateline rule {finding.code}",
            "limits": LIMITS,
        }


def _evidence(checked: Checked, pair: Pair) -> dict[str, Any]:
    line, column = checked.position(pair[0])
    end_line, end_column = checked.position(pair[1])
    return {
        "words": checked.words(pair),
        "start": pair[0],
        "end": pair[1],
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


def closing() -> str:
    """The last workflow command: where it is told what the checks cannot see."""
    return f"::notice title=dateline::{_text(LIMITS)}"


def workflow_commands(checked: Checked) -> Iterator[str]:
    """
    Each finding as a workflow command that GitHub shows beside the line it is about.

    Escaped as actions/toolkit does it: `%`, CR and LF everywhere, `:` and `,` in properties.
    """
    for finding in checked.record.findings:
        place = {"title": f"{finding.code} {finding.name}", "file": checked.name}
        place |= _github_region(checked, finding)
        properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
        yield f"::{_LEVEL[finding.severity]} {properties}::{_text(finding.message)}"


def _github_region(checked: Checked, finding: RecordFinding) -> dict[str, str]:
    place = checked.in_file(finding.evidence[0]) if finding.evidence else None
    if place is None:
        return {"line": "1", "col": "1"}
    (line, column), (end_line, end_column) = place
    region = {"line": line, "endLine": end_line, "col": column, "endColumn": end_column - 1}
    if end_line != line:
        del region["col"], region["endColumn"]
    return {key: str(value) for key, value in region.items()}


def _text(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _text(value).replace(":", "%3A").replace(",", "%2C")
