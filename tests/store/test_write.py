from __future__ import annotations

import pytest
from archives import MAKER, NEWER, incoming, put
from records import claim, place, speaker
from sqlalchemy import text

from dateline.core.record import Record
from dateline.store.open import Archive, open_archive
from dateline.store.pack import unpack
from dateline.store.read import counts, find, kept, one, versions
from dateline.store.verify import verify
from dateline.store.write import recall, remember, write

TEXT = "The ministry said that three drones fell near Sumy."


def _kept(archive: Archive) -> list[str]:
    with archive.reading() as connection:
        return [each.record_id for each in kept(connection)]


def test_adding_twice_changes_nothing(archive: Archive) -> None:
    first = put(archive, incoming(TEXT), incoming("Another."))
    with archive.reading() as connection:
        before = counts(connection)

    again = put(archive, incoming(TEXT), incoming("Another."))

    with archive.reading() as connection:
        assert counts(connection) == before
    assert [w.what for w in first] == ["added", "added"]
    assert [w.what for w in again] == ["known", "known"]


def test_one_document_given_twice_in_one_batch_is_one(archive: Archive) -> None:
    written = put(archive, incoming(TEXT), incoming(TEXT))

    assert [w.what for w in written] == ["added", "known"]


def test_a_newer_pipeline_makes_a_record_beside_the_old(archive: Archive) -> None:
    put(archive, incoming(TEXT))
    (before,) = _kept(archive)

    written = put(archive, incoming(TEXT, maker=NEWER), maker=NEWER)

    with archive.reading() as connection:
        held = connection.execute(text("SELECT id FROM record")).scalars().all()
    (after,) = _kept(archive)
    assert [w.what for w in written] == ["reread"]
    assert set(held) == {before, after}


def test_the_same_bytes_from_two_addresses_are_two_documents_and_one_content(
    archive: Archive,
) -> None:
    put(
        archive, incoming(TEXT, url="https://a.example/1"), incoming(TEXT, url="https://b.example/")
    )

    with archive.reading() as connection:
        stored = connection.execute(text("SELECT count(*) FROM content")).scalar()
        assert (counts(connection)["document"], stored) == (2, 1)


@pytest.mark.parametrize(
    "second", ["https://a.example/1", "HTTPS://A.EXAMPLE/1", "https://a.example:443/1#comments"]
)
def test_an_address_read_again_with_other_words_is_a_new_version(
    archive: Archive, second: str
) -> None:
    put(archive, incoming("Three fell.", url="https://a.example/1"))

    (written,) = put(archive, incoming("Five fell.", url=second))

    with archive.reading() as connection:
        read = versions(connection, written.key)
        assert (written.what, [one(connection, key).version for key in read]) == ("version", [1, 2])
        assert find(connection, "https://a.example/1") == written.key


def test_two_versions_in_one_batch_follow_each_other(archive: Archive) -> None:
    texts = [incoming(f"{n} fell.", url="https://a.example/1") for n in range(3)]

    written = put(archive, *texts)

    assert [w.what for w in written] == ["added", "version", "version"]
    assert written[2].older == written[1].key


def test_a_batch_that_fails_leaves_nothing(archive: Archive) -> None:
    with archive.reading() as connection:
        before = counts(connection)

    with pytest.raises(RuntimeError), archive.writing() as connection:
        write(connection, [incoming(TEXT)], MAKER)
        raise RuntimeError

    with archive.reading() as connection:
        assert counts(connection) == before


def test_the_bytes_come_back_as_they_were(archive: Archive) -> None:
    content = "Слова, words, слово.\r\n" * 40
    put(archive, incoming(content))

    with archive.reading() as connection:
        packed = connection.execute(text("SELECT packed FROM content")).scalar_one()
    assert unpack(bytes(packed)).decode() == content


def test_a_record_comes_back_as_it_was_with_everything_in_it(archive: Archive) -> None:
    made = incoming(
        TEXT,
        claims=(claim(TEXT, "three drones fell", speaker=speaker("The ministry"), place=0),),
        places=(place(TEXT, "Sumy", id="x", lat=50.9, lon=34.8, within=("UA-59",)),),
    )
    put(archive, made)

    with archive.reading() as connection:
        back = next(kept(connection)).record
    assert isinstance(back, Record)
    assert back.claims[0].speaker == speaker("The ministry")
    assert back.places[0].within == ("UA-59",)


def test_a_nul_in_the_words_is_kept_in_the_record(archive: Archive) -> None:
    """PostgreSQL refuses NUL in a text column; the record is bytes."""
    put(archive, incoming("A word\x00 and another."))

    with archive.reading() as connection:
        assert next(kept(connection)).record.document.text == "A word\x00 and another."


def test_what_a_feed_reader_remembers_is_the_last_it_was_told(archive: Archive) -> None:
    with archive.writing() as connection:
        remember(connection, "feed https://a.example/rss", "one")
        remember(connection, "feed https://a.example/rss", "two")

    with archive.reading() as connection:
        assert recall(connection, "feed https://a.example/rss") == "two"
        assert recall(connection, "other") is None


def test_two_writers_take_turns_and_the_last_one_seals(file: Archive) -> None:
    assert file.path is not None and file.seal is not None
    with open_archive(str(file.path)) as other, file.session(), other.session():
        for n in range(4):
            writer = (file, other)[n % 2]
            with writer.writing() as connection:
                write(connection, [incoming(f"Report number {n}.")], MAKER)
        assert file.seal.is_open

    found = verify(str(file.path))
    assert (found.problems, found.sealed, found.documents) == ((), True, 4)


def test_a_reader_sees_one_state_while_another_writes(archive: Archive) -> None:
    put(archive, incoming("One."))
    with archive.reading() as connection:
        before = counts(connection)
        put(archive, incoming("Two."))
        assert counts(connection) == before

    with archive.reading() as connection:
        assert counts(connection)["document"] == 2
