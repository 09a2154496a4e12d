"""Findings as SARIF 2.1.0 (OASIS), the format that code hosts and editors take in."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from dateline.core.parts import Checker
from dateline.core.record import Pair, RecordFinding
from dateline.present.checked import Checked

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

    Lines and columns count in the text that dateline read, which for HTML is the article's text
    and not its source.
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
        "defaultConfiguration": {"level": checker.severity.value},
    }


def _result(checked: Checked, finding: RecordFinding, index: dict[str, int]) -> dict[str, Any]:
    first, *others = finding.evidence or (None,)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [_location(checked, first)],
        "partialFingerprints": {"finding/v1": _fingerprint(checked, finding)},
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
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(checked.name)},
            "region": _region(checked, pair) if pair else {"startLine": 1, "startColumn": 1},
        }
    }


def _region(checked: Checked, pair: Pair) -> dict[str, Any]:
    line, column = checked.position(pair[0])
    end_line, end_column = checked.position(pair[1])
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": pair[0],
        "charLength": pair[1] - pair[0],
        "snippet": {"text": checked.words(pair)},
    }


def _uri(name: str) -> str:
    if name == "<stdin>":
        return "stdin"
    path = PurePath(name)
    return ("file://" if path.is_absolute() else "") + quote(path.as_posix(), safe="/")


def _fingerprint(checked: Checked, finding: RecordFinding) -> str:
    """Stays the same when the words move: the code, the words, and the values worked out."""
    words = [checked.words(pair) for pair in finding.evidence]
    basis = repr((finding.code, words, sorted(finding.computed.items())))
    return sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()[:32]
