"""Prove what the workbench keeps: decisions, people and settings, each against the log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select

from dateline.store.decisions import broken_decisions
from dateline.store.log import broken_chain, digest_of, entries
from dateline.store.people import people, person_digest
from dateline.store.workbench import SettingRow

Logged = Mapping[str, dict[str, str]]
"""By act, the newest digest of each subject."""


def broken_desk(connection: Connection, logged: Logged, withdrawn: set[str]) -> Iterator[str]:
    """What does not fit the log, each in a sentence."""
    yield from broken_decisions(connection, dict(logged.get("review", {})), withdrawn)
    found = {each.id: person_digest(each) for each in people(connection)}
    yield from _differ("person", found, logged.get("person", {}))
    rows = connection.execute(select(SettingRow.name, SettingRow.body))
    kept = {row.name: digest_of(row.name, row.body) for row in rows}
    yield from _differ("setting", kept, logged.get("setting", {}))


def _differ(what: str, found: Mapping[str, str], logged: Mapping[str, str]) -> Iterator[str]:
    for subject in sorted(found.keys() | logged.keys()):
        if found.get(subject) != logged.get(subject):
            yield f"{what} {subject}: not as it was logged"


def chain_and_desk(connection: Connection) -> tuple[int, str, list[str]]:
    """
    How many entries the log has, the hash of its newest, and what is wrong with it or the desk.

    Reads no reports: `verify` proves them as well, and takes as long as there are many.
    """
    logged: dict[str, dict[str, str]] = {}
    withdrawn: set[str] = set()
    chain = list(entries(connection))
    for entry, _ in chain:
        logged.setdefault(entry.act, {})[entry.subject] = entry.digest
        if entry.act == "withdraw":
            withdrawn.add(entry.subject)
    problems = [*broken_chain(chain), *broken_desk(connection, logged, withdrawn)]
    return len(chain), chain[-1][1] if chain else "", problems
