"""
Scores the mutations of mutate.py, class by class: `dateline read --jsonl` beside two baselines.

A change is caught when a finding of family T, P, N, A or Q touches the changed words or those that
contradict them; `changed` counts those whose finding touches the changed words themselves. A twin
has a false alarm when any such finding stands in it. Making the cases is mutate.py's business.

usage: mutations.py [--seed N] [--no-baselines] [--misses]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import baselines
import mutate

SCORED = "TPNAQ"
Case = dict[str, Any]
Alarms = list[list[mutate.Span]]


@dataclass
class Row:
    """The counts of one class and kind."""

    cases: int = 0
    caught: int = 0
    changed: int = 0
    twins: set[tuple[str, str | None]] = field(default_factory=set)
    alarmed: set[tuple[str, str | None]] = field(default_factory=set)

    def add(self, case: Case, alarms: Alarms) -> None:
        """Counts one mutant or one twin."""
        key = (case["text"], case["published"])
        if not case["expect"]:
            self.twins.add(key)
            if alarms:
                self.alarmed.add(key)
            return
        self.cases += 1
        self.caught += any(touches(alarm, case["expect"]) for alarm in alarms)
        self.changed += any(touches(alarm, case["expect"][:1]) for alarm in alarms)


def touches(alarm: list[mutate.Span], spans: list[mutate.Span]) -> bool:
    """Whether any span of the alarm overlaps any of the others."""
    return any(a < end and start < b for a, b in alarm for start, end in spans)


def read(cases: list[Case]) -> list[list[dict[str, Any]]]:
    """The scored findings of each case, from the records that the command writes."""
    lines = "".join(
        json.dumps({k: c[k] for k in ("id", "text", "published") if c[k]}, ensure_ascii=False)
        + "\n"
        for c in cases
    )
    command = [sys.executable, "-m", "dateline", "read", "--jsonl", "-"]
    run = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    if [r["id"] for r in records] != [c["id"] for c in cases]:
        raise ValueError("a record is missing")
    return [[f for f in r["findings"] if f["code"][0] in SCORED] for r in records]


def spans(finding: dict[str, Any]) -> list[mutate.Span]:
    """Where the evidence of a finding stands."""
    return [(start, end) for start, end, *_ in finding["evidence"]]


def table(name: str, cases: list[Case], alarms: list[Alarms]) -> str:
    """One system's rows in Markdown, the whole last."""
    rows: dict[tuple[str, str], Row] = {}
    for case, found in zip(cases, alarms, strict=True):
        for key in ((case["class"], case["kind"]), ("all", "as written, completed")):
            rows.setdefault(key, Row()).add(case, found)
        rows.setdefault(("all", case["kind"]), Row()).add(case, found)
    keys = sorted(rows, key=lambda key: (key[0] == "all", key))
    head = "| class | kind | changed | caught | % | at the changed words | twins alarmed |\n"
    return (
        f"## {name}\n\n{head}"
        + "|---|---|---|---|---|---|---|\n"
        + "".join(_line(k, rows[k]) for k in keys)
    )


def _line(key: tuple[str, str], row: Row) -> str:
    share = round(100 * row.caught / (row.cases or 1))
    return (
        f"| {key[0]} | {key[1]} | {row.cases} | {row.caught} | {share} | {row.changed} "
        f"| {len(row.alarmed)} of {len(row.twins)} |\n"
    )


def main() -> None:
    """Prints the tables, and with --misses each miss and each alarm on a twin."""
    options = argparse.ArgumentParser(description="Seeded mutations, scored.")
    options.add_argument("--seed", type=int, default=mutate.SEED)
    options.add_argument("--no-baselines", action="store_true")
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()
    cases = mutate.cases(given.seed)
    found = read(cases)
    alarms = [[spans(f) for f in row] for row in found]
    print(table("dateline", cases, alarms))
    systems: tuple[Callable[[Case], Alarms], ...] = (baselines.weekday_regex, baselines.tagger)
    for system in () if given.no_baselines else systems:
        print(table(system.__name__, cases, [system(case) for case in cases]))
    for case, row in zip(cases, found, strict=True) if given.misses else ():
        _say(case, row)


def _say(case: Case, row: list[dict[str, Any]]) -> None:
    if not case["expect"]:
        for finding in row:
            print(f"alarm {case['id']} {case['doc']} {finding['code']}: {finding['message']}")
    elif not any(touches(spans(f), case["expect"]) for f in row):
        start, end = case["expect"][0]
        around = case["text"][max(0, start - 60) : end + 40]
        print(f"miss {case['id']} {case['doc']}: {around!r} ({case['rule']})")


if __name__ == "__main__":
    main()
