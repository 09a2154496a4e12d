from __future__ import annotations

import pytest
from archives import incoming, put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from records import claim, place, speaker, time

from dateline.core.errors import UsageError
from dateline.store.open import Archive
from dateline.store.query import parts_of, snippet
from dateline.store.search import Filter, search

DRONES = "Three drones fell on a depot near Sumy, the ministry said on May 20."
BRIDGE = "The bridge was not hit, Peskov said."
RUSSIAN = "В Белгороде упали беспилотники, сообщил Песков."
UKRAINIAN = "У п'яти селах на Сумщині пролунали вибухи."
BUFFER = "A buffer zone is built; the zone has no buffer."


@pytest.fixture
def held(archive: Archive) -> Archive:
    put(
        archive,
        incoming(
            DRONES,
            published="2025-05-21",
            claims=(
                claim(
                    DRONES, "Three drones fell", speaker=speaker("The ministry"), place=0,
                    happened="2025-05-20",
                ),
            ),
            places=(
                place(
                    DRONES, "Sumy", id="sumy", kind="settlement", lat=50.91, lon=34.8,
                    iso3166_2="UA-59", country="UA", within=("UA-59",),
                ),
            ),
            times=(time(DRONES, "May 20", "2025-05-20"),),
        ),
        incoming(
            BRIDGE,
            published="2025-06-01",
            claims=(claim(BRIDGE, "not hit", speaker=speaker("Peskov"), status="denied"),),
        ),
        incoming(
            RUSSIAN,
            lang="ru",
            published="2025-06-02T08:00:00+03:00",
            claims=(claim(RUSSIAN, "упали беспилотники", speaker=speaker("Песков")),),
        ),
        incoming(UKRAINIAN, lang="uk"),
        incoming(BUFFER, published="2025-06-03"),
    )  # fmt: skip
    return archive


def found(archive: Archive, **asked: object) -> list[str]:
    with archive.reading() as connection:
        hits = search(connection, Filter(**asked)).hits  # type: ignore[arg-type]
        return [hit.snippet[:12] for hit in hits]


FIRST = {name: text[:12] for name, text in [
    ("drones", DRONES), ("bridge", BRIDGE), ("ru", RUSSIAN), ("uk", UKRAINIAN), ("zone", BUFFER),
]}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"words": "drones depot"}, ["drones"]),
        ({"words": "drone"}, ["drones"]),
        ({"words": "DRONES Nowhere"}, []),
        ({"words": '"buffer zone"'}, ["zone"]),
        ({"words": '"zone buffer"'}, []),
        ({"words": "said -bridge"}, ["drones"]),
        ({"words": 'the -"ministry said"'}, ["zone", "bridge"]),
        ({"words": "белгород беспилотник"}, ["ru"]),
        ({"words": "Белгородом"}, ["ru"]),
        ({"words": "п’ять сіл"}, []),
        ({"words": "п’ять сел"}, ["uk"]),
        ({"words": "пʼяти селах"}, ["uk"]),
        ({"words": "вибухами"}, ["uk"]),
        ({"place": "UA-59"}, ["drones"]),
        ({"box": (34.0, 50.0, 35.0, 51.0)}, ["drones"]),
        ({"box": (30.0, 50.0, 31.0, 51.0)}, []),
        ({"speaker": "peskov"}, ["ru", "bridge"]),
        ({"speaker": "Пескову"}, ["ru", "bridge"]),
        ({"speaker": "Dmitry Peskov"}, []),
        ({"speaker": "Песков"}, ["ru", "bridge"]),
        ({"status": "denied"}, ["bridge"]),
        ({"speaker": "ministry", "since": "2025-05-20", "until": "2025-05-20"}, ["drones"]),
        ({"speaker": "ministry", "since": "2025-05-21"}, []),
        ({"since": "2025-06-02"}, ["zone", "ru"]),
        ({"until": "2025-05-20"}, ["drones"]),
        ({"lang": "uk"}, ["uk"]),
        ({"words": "said", "status": "denied"}, ["bridge"]),
    ],
)
def test_what_is_asked_is_found_newest_first(
    held: Archive, asked: dict[str, object], names: list[str]
) -> None:
    assert found(held, **asked) == [FIRST[name] for name in names]


@given(st.text(max_size=30))
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_no_words_break_the_query(held: Archive, words: str) -> None:
    """Quotes, operators and wildcards of both databases are words like others."""
    try:
        found(held, words=words or "x")
    except UsageError as error:
        assert "no word to look for" in str(error)


@pytest.mark.parametrize("words", ["", "-only", '""', "!!!", "-"])
def test_a_query_without_a_word_is_told(words: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        parts_of(words)


def test_an_unknown_place_is_told(held: Archive) -> None:
    with pytest.raises(UsageError, match="no place is called 'Xyzzy'"):
        found(held, place="Xyzzy")


def test_a_limit_says_that_there_are_more(held: Archive) -> None:
    with held.reading() as connection:
        hits = search(connection, Filter(words="said"), limit=1)

    assert (len(hits.hits), hits.more) == (1, True)


def test_the_claims_that_fit_stand_with_their_document(held: Archive) -> None:
    with held.reading() as connection:
        (hit,) = search(connection, Filter(status="denied")).hits

    assert [(c.speaker, c.words) for c in hit.claims] == [("Peskov", "not hit")]


def test_a_snippet_stands_around_the_first_word_that_was_looked_for() -> None:
    text = "First words of a long report. " * 20 + "A depot burned. " + "Last words. " * 20

    piece = snippet(text, parts_of("depot"), around=20)
    assert "depot" in piece
    assert piece.startswith("… ") and piece.endswith(" …")
