from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.store.log import START, Entry, broken_chain

_FIELDS = ("at", "act", "subject", "digest", "note")


def _chain(length: int) -> list[tuple[Entry, str]]:
    out: list[tuple[Entry, str]] = []
    previous = START
    for n in range(1, length + 1):
        entry = Entry(
            n=n,
            at="2025-06-09",
            act="add",
            subject=f"doc-{n}",
            digest="d",
            note="",
            previous=previous,
        )
        previous = entry.hash
        out.append((entry, previous))
    return out


def test_a_whole_chain_has_nothing_wrong() -> None:
    assert list(broken_chain(_chain(5))) == []


@given(st.integers(0, 5), st.sampled_from(_FIELDS))
def test_an_entry_that_was_changed_is_named(at: int, field: str) -> None:
    chain = _chain(6)
    entry, stated = chain[at]
    chain[at] = (replace(entry, **{field: "other"}), stated)

    assert list(broken_chain(chain)) == [f"log: entry {at + 1} does not fit the one before"]


@given(st.integers(0, 4))
def test_an_entry_rewritten_with_its_hash_breaks_the_next(at: int) -> None:
    chain = _chain(6)
    entry = replace(chain[at][0], note="other")
    chain[at] = (entry, entry.hash)

    assert list(broken_chain(chain)) == [f"log: entry {at + 2} does not fit the one before"]


@pytest.mark.parametrize("at", [0, 2, 4])
def test_an_entry_that_is_gone_is_missed(at: int) -> None:
    chain = _chain(6)
    del chain[at]

    assert f"log: entry {at + 1} is missing" in list(broken_chain(chain))


def test_the_hash_is_of_every_field() -> None:
    entry = _chain(1)[0][0]

    others = {replace(entry, **{field: "other"}).hash for field in (*_FIELDS, "previous")}
    assert len(others | {entry.hash, replace(entry, n=2).hash}) == 8
