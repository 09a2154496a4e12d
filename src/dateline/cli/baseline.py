"""
Findings that are known already: a file of them, so that only new ones are shown.

An entry is known again by its report, its code, and its words and values, not by its line: text put
in above it changes nothing. Each entry answers for one finding. What no longer comes up is told, so
that the file can be written anew.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from dateline.core.errors import UsageError
from dateline.core.record import RecordFinding
from dateline.present.checked import Checked
from dateline.present.fingerprint import fingerprint

VERSION = 1


class Entry(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """One known finding; `message` is for whoever reads the file."""

    file: str
    code: str
    fingerprint: str
    message: str = ""


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    version: int
    findings: tuple[Entry, ...]


class Key(NamedTuple):
    """What an entry and a finding are matched by."""

    file: str
    code: str
    fingerprint: str


def read_baseline(path: Path) -> Baseline:
    """
    The file as it stands.

    Raises:
        UsageError: there is none, or it is no baseline of this version.
    """
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Baseline)
    except FileNotFoundError as error:
        raise UsageError(f"{path}: no such baseline: write it with --write-baseline") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: no baseline: {error}") from error
    if found.version != VERSION:
        raise UsageError(f"{path}: a baseline of version {found.version}: want {VERSION}")
    return found


def write_baseline(path: Path, all_checked: Iterable[Checked]) -> int:
    """Write every finding, in a fixed order; how many there were."""
    entries = [
        Entry(*_key(checked, finding, path), finding.message)
        for checked in all_checked
        for finding in checked.record.findings
    ]
    whole = Baseline(VERSION, tuple(sorted(entries)))
    path.write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n")
    return len(entries)


class Known:
    """The entries of a baseline, each of which answers for one finding."""

    def __init__(self, baseline: Baseline, path: Path) -> None:
        self._path = path
        self._left = Counter(Key(e.file, e.code, e.fingerprint) for e in baseline.findings)
        self._messages = {Key(e.file, e.code, e.fingerprint): e.message for e in baseline.findings}
        self._seen: set[str] = set()
        self.matched = 0

    def new(self, checked: Checked) -> tuple[RecordFinding, ...]:
        """The findings that no entry answers for."""
        self._seen.add(_name(checked, self._path))
        out = []
        for finding in checked.record.findings:
            key = _key(checked, finding, self._path)
            if self._left[key] > 0:
                self._left[key] -= 1
                self.matched += 1
            else:
                out.append(finding)
        return tuple(out)

    def stale(self) -> Sequence[str]:
        """Each entry of a report that was checked, and that answers for nothing any more."""
        return [
            f"{key.file}: {key.code} {self._messages[key]}"
            for key, left in sorted(self._left.items())
            for _ in range(left)
            if key.file in self._seen
        ]


def _key(checked: Checked, finding: RecordFinding, path: Path) -> Key:
    return Key(_name(checked, path), finding.code, fingerprint(checked, finding))


def _name(checked: Checked, path: Path) -> str:
    """The report's name from the folder of the baseline, so that it is the same from everywhere."""
    if checked.name.startswith(("<", "http://", "https://")):
        return checked.name
    return Path(os.path.relpath(checked.name, path.parent)).as_posix()
