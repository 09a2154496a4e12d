"""What comes later is linked with what is there, and leaves the same links as linking all anew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from dateline.run.add import Options, add
from dateline.run.linking import link, link_new
from dateline.run.pairing import pairs
from dateline.run.taking import take_lines
from dateline.store.links import changed, links_digest
from dateline.store.open import Archive, open_archive
from dateline.store.read import find
from dateline.store.withdraw import withdraw

HEADS = (
    "Three drones were shot down near Belgorod, the governor said",
    "A drone hit a depot near Belgorod, killing {n} people, officials said",
    "Explosions were heard in Kharkiv, {n} people wounded, the mayor said",
    "Russian forces shelled an apartment building in Kherson, killing {n} people",
    "Kyiv denied that its troops had left the village near Pokrovsk",
    "Russian troops captured a village near Pokrovsk, the ministry said",
    "В Белгороде сбили {n} беспилотников, сообщил губернатор",
    "У Харкові пролунали вибухи, поранено {n} людей, повідомив мер",
)


def posts(seed: int, number: int) -> list[bytes]:
    chosen = Random(seed)
    return [
        json.dumps(
            {
                "id": f"p{at}",
                "text": ". ".join(
                    chosen.choice(HEADS).format(n=chosen.randint(2, 4))
                    for _ in range(chosen.choice((1, 1, 2)))
                ),
                "published": f"2025-06-{chosen.randint(1, 4):02}",
                "url": f"https://a.example/{at}",
            },
            ensure_ascii=False,
        ).encode()
        for at in range(number)
    ]


def put_in(archive: Archive, lines: Sequence[bytes], options: Options | None = None) -> None:
    for _ in add(archive, take_lines(lines, name="p", fetched="2025-06-09T08:00:00Z"), options):
        pass


def digest(archive: Archive) -> str:
    with archive.reading() as connection:
        return links_digest(connection)


def digest_anew(archive: Archive) -> str:
    link(archive)
    return digest(archive)


def steps(lines: Sequence[bytes], chosen: Random) -> Iterator[Sequence[bytes]]:
    at = 0
    while at < len(lines):
        size = chosen.randint(1, 9)
        yield lines[at : at + size]
        at += size


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(str(tmp_path / "archive.sqlite"), create=True) as made:
        yield made


@pytest.mark.parametrize("seed", range(3))
def test_linking_step_by_step_leaves_what_linking_all_anew_leaves(
    archive: Archive, seed: int
) -> None:
    for lines in steps(posts(seed, 28), Random(seed)):
        put_in(archive, lines)
        link_new(archive)
    in_steps = digest(archive)

    assert in_steps == digest_anew(archive)


def test_a_document_read_anew_is_linked_anew(archive: Archive) -> None:
    lines = posts(7, 16)
    put_in(archive, lines)
    link_new(archive)
    put_in(archive, lines[::5], Options(published="2025-06-02"))
    link_new(archive)
    in_steps = digest(archive)

    assert in_steps == digest_anew(archive)


def test_what_a_withdrawn_document_held_together_is_put_together_again(archive: Archive) -> None:
    lines = posts(9, 20)
    put_in(archive, lines[:16])
    link_new(archive)
    with archive.reading() as connection:
        key = find(connection, "p3")
    withdraw(archive, key, "asked for")
    put_in(archive, lines[16:])
    link_new(archive)
    in_steps = digest(archive)

    assert in_steps == digest_anew(archive)


def test_nothing_new_changes_nothing(archive: Archive) -> None:
    put_in(archive, posts(1, 10))
    link(archive)
    before = digest(archive)
    link_new(archive)
    with archive.reading() as connection:
        waiting = changed(connection)

    assert (digest(archive), waiting) == (before, ())


def test_each_of_many_with_one_fingerprint_is_compared_with_the_first() -> None:
    many = list(range(500))
    sizes = dict.fromkeys(many, 1)
    found = pairs([many], sizes)

    assert {later for _, later in found} == set(many[1:])
    assert len(found) < 500 * 12


@pytest.mark.parametrize("seed", range(3))
def test_pairs_with_what_is_new_are_those_that_all_pairs_gain(seed: int) -> None:
    chosen = Random(seed)
    held = [sorted(chosen.sample(range(100), chosen.randint(1, 90))) for _ in range(5)]
    sizes = dict.fromkeys(range(100), 1)
    new = set(range(80, 100))
    before = pairs([[seq for seq in one if seq not in new] for one in held], sizes)

    assert set(pairs(held, sizes)) == {*before, *pairs(held, sizes, new)}
