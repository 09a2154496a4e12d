from __future__ import annotations

from archives import address, fill, incoming, put
from sqlalchemy import text

from dateline.store.open import Archive
from dateline.store.read import counts, find
from dateline.store.search import Filter, search
from dateline.store.verify import verify
from dateline.store.withdraw import withdraw

PRIVATE = "Quetzalcoatlus Smith of Nowhere Street told us so."


def _key(archive: Archive, url: str) -> str:
    with archive.reading() as connection:
        return find(connection, url)


def test_nothing_of_a_withdrawn_document_is_left_and_the_chain_is_whole(archive: Archive) -> None:
    fill(archive)
    put(archive, incoming(PRIVATE, url="https://private.example/quetzal"))

    withdraw(archive, _key(archive, "https://private.example/quetzal"), "asked by the person")

    found = verify(address(archive))
    with archive.reading() as connection:
        hits = search(connection, Filter(words="Quetzalcoatlus")).hits
        reason = connection.execute(text("SELECT note FROM log WHERE act = 'withdraw'")).scalar()
    assert (found.problems, found.documents, found.withdrawn, hits) == ((), 2, 1, ())
    assert reason == "asked by the person"


def test_no_word_of_it_stays_in_the_file(file: Archive) -> None:
    put(file, incoming("Other words."), incoming(PRIVATE, url="https://private.example/quetzal"))
    assert file.path is not None
    before = file.path.read_bytes()

    withdraw(file, _key(file, "https://private.example/quetzal"), "asked")

    files = b"".join(each.read_bytes() for each in file.path.parent.iterdir())
    for word in (b"uetzal", b"Nowhere Street", b"private.example"):
        assert word in before
        assert word not in files


def test_what_was_withdrawn_is_not_taken_again(archive: Archive) -> None:
    put(archive, incoming(PRIVATE, url="https://private.example/quetzal"))
    withdraw(archive, _key(archive, "https://private.example/quetzal"), "asked")

    written = put(
        archive,
        incoming(PRIVATE, url="https://private.example/quetzal"),
        incoming(PRIVATE, url="https://copy.example/"),
    )

    with archive.reading() as connection:
        assert counts(connection)["document"] == 0
    assert [w.what for w in written] == ["withdrawn", "withdrawn"]


def test_the_same_bytes_from_another_address_are_named_and_left(archive: Archive) -> None:
    put(
        archive,
        incoming(PRIVATE, url="https://a.example/"),
        incoming(PRIVATE, url="https://b.example/"),
    )
    other = _key(archive, "https://b.example/")

    done = withdraw(archive, _key(archive, "https://a.example/"), "asked")

    found = verify(address(archive))
    assert (done.same, found.problems, found.documents) == ((other,), (), 1)


def test_its_links_go_with_it(archive: Archive) -> None:
    fill(archive)

    withdraw(archive, _key(archive, "https://a.example/1"), "asked")

    with archive.reading() as connection:
        events = connection.execute(text("SELECT count(*) FROM event")).scalar()
    assert events == 0
    assert verify(address(archive)).problems == ()
