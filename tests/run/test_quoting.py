"""A quotation across an archive: verbatim, altered or nowhere, and who printed it first."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from databases import database

from dateline.core.errors import UsageError
from dateline.run.add import Options, add
from dateline.run.quoting import Quoted, quoted
from dateline.run.taking import take_lines
from dateline.store.open import Archive, open_archive

SAID = "We will hold the bridge until the last boat has left the harbour"
POSTS = (
    ("first", "2025-06-01T08:00:00Z", f"“{SAID},” Colonel Ivan Petrenko said."),
    ("later", "2025-06-01T11:00:00Z", f"Colonel Ivan Petrenko said: “{SAID}.”"),
    (
        "other",
        "2025-06-02T09:00:00Z",
        "“We will hold the bridge until the last ship has left the harbour,” said a colonel.",
    ),
    ("none", "2025-05-30T09:00:00Z", "A bridge over the harbour was closed for the last boat."),
)


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    if request.param == "sqlite":
        file = tmp_path_factory.mktemp("quotes") / "archive.sqlite"
        with open_archive(str(file), create=True) as made:
            yield filled(made)
        return
    with database() as address, open_archive(address, create=True) as made:
        yield filled(made)


def filled(archive: Archive) -> Archive:
    lines = (
        json.dumps({"id": name, "text": text, "published": when}).encode()
        for name, when, text in POSTS
    )
    for _ in add(archive, take_lines(lines, name="p", fetched="2025-06-09T08:00:00Z"), Options()):
        pass
    return archive


def asked(archive: Archive, words: str) -> Quoted:
    with archive.reading() as connection:
        return quoted(connection, words)


def test_verbatim_and_altered_prints_stand_in_order_of_time(archive: Archive) -> None:
    found = asked(archive, SAID)

    assert [(one.label, one.differ) for one in found.prints] == [
        ("verbatim", ()),
        ("verbatim", ()),
        ("altered", (("boat", "ship"),)),
    ]
    assert found.label == "verbatim"


def test_who_printed_it_first_is_told(archive: Archive) -> None:
    found = asked(archive, SAID)

    assert found.first == found.prints[0].id == found.first_verbatim
    assert [one.first for one in found.prints] == [True, False, False]
    assert found.prints[0].speaker == "Ivan Petrenko"


def test_words_that_are_only_like_it_are_nowhere(archive: Archive) -> None:
    found = asked(archive, "They will never hold the road until the last train has come")

    assert (found.label, found.prints, found.first) == ("nowhere", (), None)


@pytest.mark.parametrize("words", ["", "…", "?!"])
def test_no_words_are_told_so(archive: Archive, words: str) -> None:
    with pytest.raises(UsageError):
        asked(archive, words)


@pytest.mark.parametrize("words", ['"quoted" AND (x', "it's * NEAR(a b)", "a' | b & !c", "бий:*"])
def test_marks_of_a_query_language_are_only_marks(archive: Archive, words: str) -> None:
    assert asked(archive, words).label == "nowhere"
