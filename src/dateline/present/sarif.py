"""Findings as SARIF 2.1.0 (OASIS), the format that code hosts and editors take in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from dateline.core.parts import Checker
from dateline.core.record import Pair, RecordFinding
from dateline.present.checked import Checked
from dateline.present.fingerprint import fingerprint
from dateline.present.limits import LIMITS

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def log(
    all_checked: Sequence[Checked],
    checkers: Sequence[Checker],
    *,
    version: str,
    failures: Sequence[str] = (),
) -> dict[str, Any]:
    """
    One SARIF log with one run; `failures` are what could not be read, a message each.

    Lines and columns count in the file itself; words of an HTML page that are not found in its
    source beyond doubt stand at 1:1, with the words beside them.
    """
    index = {checker.code: at for at, checker in enumerate(checkers)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "dateline",
                        "version": version,
                        "fullDescription": {"text": f"Places to look at, no verdicts. {LIMITS}"},
                        "rules": [_rule(checker) for checker in checkers],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": not failures,
                        "toolExecutionNotifications": [
                            {"level": "error", "message": {"text": failure}} for failure in failures
                        ],
                    }
                ],
                "results": [
                    _result(checked, finding, index)
                    for checked in all_checked
                    for finding in checked.record.findings
                ],
            }
        ],
    }


def _rule(checker: Checker) -> dict[str, Any]:
    first, _, rest = " ".join(checker.doc.split("\n")).strip().partition("  ")
    return {
        "id": checker.code,
        "name": checker.name,
        "shortDescription": {"text": first.strip() or checker.name},
        "fullDescription": {"text": " ".join(f"{first} {rest}".split())},
        "help": {"text": f"With examples: dateline rule {checker.code}. {LIMITS}"},
        "defaultConfiguration": {"level": checker.severity.value},
    }


def _result(checked: Checked, finding: RecordFinding, index: dict[str, int]) -> dict[str, Any]:
    first, *others = finding.evidence or (None,)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [_location(checked, first)],
        "partialFingerprints": {"finding/v1": fingerprint(checked, finding)},
        "properties": {"computed": finding.computed},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if others:
        result["relatedLocations"] = [
            {"id": number, **_location(checked, pair)} for number, pair in enumerate(others, 1)
        ]
    return result


def _location(checked: Checked, pair: Pair | None) -> dict[str, Any]:
    region = _region(checked, pair) if pair else {"startLine": 1, "startColumn": 1}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(checked.name)},
            "region": region,
        }
    }


def _region(checked: Checked, pair: Pair) -> dict[str, Any]:
    """The place in the file; the head of the file, with the words, where that is not known."""
    snippet = {"text": checked.words(pair)}
    place = checked.in_file(pair)
    if place is None:
        return {"startLine": 1, "startColumn": 1, "snippet": snippet}
    (line, column), (end_line, end_column) = place
    region: dict[str, Any] = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "snippet": snippet,
    }
    if checked.source is None:
        region |= {"charOffset": pair[0], "charLength": pair[1] - pair[0]}
    return region


def _uri(name: str) -> str:
    if name == "<stdin>":
        return "stdin"
    path = PurePath(name)
    return ("file://" if path.is_absolute() else "") + quote(path.as_posix(), safe="/")
