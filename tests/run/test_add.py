from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.core.capture import Skipped
from dateline.core.failure import Failure
from dateline.run.add import Options, Tally, add
from dateline.run.changed import histories
from dateline.run.export import write
from dateline.run.linking import link
from dateline.run.taking import Incoming, take_lines
from dateline.run.ways import Asked, take
from dateline.store.open import Archive, open_archive
from dateline.store.read import counts, kept
from dateline.store.search import Filter
from dateline.store.verify import verify

FETCHED = "2025-06-09T08:00:00Z"
POSTS = [
    {
        "id": "a",
        "title": "Depot hit near Sumy",
        "text": "Three drones hit a depot near Sumy on May 20, the ministry said.",
        "published": "2025-05-21",
        "url": "https://a.example/1",
    },
    {
        "id": "b",
        "text": "Three drones hit a depot near Sumy on May 20, the ministry said. Fire broke out.",
        "published": "2025-05-22",
        "url": "https://b.example/1",
    },
    {"id": "c", "text": "В Белгороде упали беспилотники, сообщил губернатор.", "lang": "ru"},
]


def lines(*posts: dict[str, object]) -> Iterator[bytes]:
    for post in posts:
        yield json.dumps(post, ensure_ascii=False).encode() + b"\n"


def taken(*posts: dict[str, object]) -> Iterator[Incoming]:
    return take_lines(lines(*posts), name="posts.jsonl", fetched=FETCHED)


def added(archive: Archive, incoming: Iterator[Incoming], **options: object) -> Tally:
    tally = Tally.empty()
    for outcome in add(archive, incoming, Options(**options)):  # type: ignore[arg-type]
        tally.count(outcome)
    return tally


def exported(archive: Archive, format: str = "jsonl") -> bytes:
    out = io.BytesIO()
    with archive.reading() as connection:
        write(connection, Filter(), format, out)
    return out.getvalue()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(str(tmp_path / "home" / "archive.sqlite"), create=True) as made:
        yield made


def test_counts_add_up_whatever_comes_in(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "report.txt").write_text("A bridge was hit, the governor said.\n")
    (tmp_path / "in" / "same.txt").write_text("A bridge was hit, the governor said.\n")
    (tmp_path / "in" / "empty.txt").write_text("")
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "in" / "noise.txt").write_bytes(b"\x00\x01\x02\xff" * 64)

    tally = added(archive, take([str(tmp_path / "in")], Asked(fetched=FETCHED)))

    assert tally.came_in == 5
    assert (tally.counts["added"], tally.counts["known"]) == (1, 1)
    assert dict(tally.skipped) == {"not a report by its name": 1}
    assert sorted(Path(each.path).name for each in tally.refused) == ["empty.txt", "noise.txt"]


def test_lines_that_cannot_be_read_are_named_and_the_others_are_kept(archive: Archive) -> None:
    broken = [*lines(POSTS[0]), b"{not json\n", b"\n", b'{"id": "x"}\n', b'{"text": "  "}\n']

    outcomes = list(add(archive, take_lines(broken, name="posts.jsonl", fetched=FETCHED)))

    refused = [str(each) for each in outcomes if isinstance(each, Failure)]
    skipped = [each for each in outcomes if isinstance(each, Skipped)]
    assert [line.split(": ")[:2] for line in refused] == [
        ["posts.jsonl", "line 2"],
        ["posts.jsonl", "line 4"],
    ]
    assert skipped == [Skipped("posts.jsonl: line 5", "no words in it")]
    assert len(outcomes) == 4


def test_adding_all_twice_gives_the_same_bytes_in_every_text_format(archive: Archive) -> None:
    added(archive, taken(*POSTS))
    before = {format: exported(archive, format) for format in ("jsonl", "csv", "geojson", "prov")}

    again = added(archive, taken(*POSTS))

    assert dict(again.counts) == {"known": 3}
    for format, content in before.items():
        assert exported(archive, format) == content


def test_one_process_and_two_in_any_order_make_the_same_records(
    archive: Archive, tmp_path: Path
) -> None:
    added(archive, taken(*POSTS))
    with open_archive(str(tmp_path / "other.sqlite"), create=True) as other:
        added(other, taken(*reversed(POSTS)), jobs=2)

        with archive.reading() as one, other.reading() as two:
            assert [k.record for k in kept(one)] == [k.record for k in kept(two)]


def test_a_record_names_its_capture_and_the_pipeline_that_made_it(archive: Archive) -> None:
    added(archive, taken(POSTS[0]))

    with archive.reading() as connection:
        (each,) = kept(connection)
    assert each.capture.url == "https://a.example/1"
    assert (each.capture.container, each.given) == ("posts.jsonl:1", "a")
    assert each.pipeline.startswith("pipe-")


def test_what_the_caller_says_of_a_report_makes_another_record(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("A bridge was hit on May 20, the governor said.\n")
    added(archive, take([str(path)], Asked(fetched=FETCHED)))

    tally = added(archive, take([str(path)], Asked(fetched=FETCHED)), published="2025-06-09")

    with archive.reading() as connection:
        (each,) = kept(connection)
        assert counts(connection)["record"] == 2
    assert dict(tally.counts) == {"reread": 1}
    assert each.record.document.published == "2025-06-09"


def test_an_address_that_changed_its_figures_without_a_word_is_shown(archive: Archive) -> None:
    newer = {**POSTS[0], "text": str(POSTS[0]["text"]).replace("Three", "Five")}
    added(archive, taken(POSTS[0]))

    tally = added(archive, taken(newer))

    with archive.reading() as connection:
        ((address, (change,)),) = histories(connection)
    assert (dict(tally.counts), address) == ({"version": 1}, "https://a.example/1")
    assert not change.told
    assert [(old, new) for _, old, new in change.changes] == [("Three", "Five")]


def test_linking_twice_finds_the_same_and_the_archive_holds(archive: Archive) -> None:
    added(archive, taken(*POSTS))

    first = link(archive)
    second = link(archive)

    assert first == second
    assert any(len(event.documents) == 2 for event in first.events)
    assert verify(str(archive.path)).problems == ()
