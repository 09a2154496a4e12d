from __future__ import annotations

import pytest
from archives import incoming, put
from records import claim, place, record, speaker, time

from dateline.core.errors import UsageError
from dateline.core.event import (
    Agreement,
    Answers,
    ClaimRef,
    Contradicts,
    Copies,
    Direction,
    Event,
    Origin,
    Overlap,
    Slot,
)
from dateline.core.record import RecordFrame
from dateline.store.links import Linked, unlinked
from dateline.store.links import put as put_links
from dateline.store.open import Archive
from dateline.store.overview import frames, incidents, speakers
from dateline.store.search import Filter
from dateline.store.story import story

ONE = "Three drones fell near Sumy on May 20, the ministry said."
TWO = "Five drones fell near Sumy, the governor said."
DENIAL = "No drones fell near Sumy, an aide said."


def _claim(text: str, words: str, who: str, **parts: object) -> dict[str, object]:
    sumy = place(text, "Sumy", id="sumy", lat=50.9, lon=34.8, within=("UA-59",))
    return {
        "claims": (claim(text, words, speaker=speaker(who, side="ukraine"), place=0, **parts),),
        "places": (sumy,),
    }


@pytest.fixture
def told(archive: Archive) -> Archive:
    """Two reports and a denial of one event; the second copies the first's origin."""
    written = put(
        archive,
        incoming(
            ONE,
            published="2025-05-21",
            times=(time(ONE, "May 20", "2025-05-20"),),
            **_claim(ONE, "Three drones fell", "The ministry", happened="2025-05-20"),
        ),
        incoming(TWO, published="2025-05-22", **_claim(TWO, "Five drones fell", "The governor")),
        incoming(
            DENIAL,
            published="2025-05-23",
            **_claim(DENIAL, "No drones fell", "An aide", status="denied"),
        ),
    )
    a, b, c = (
        ClaimRef(each.key, f"claim-{words}")
        for each, words in zip(
            written, ("Three drones fell", "Five drones fell", "No drones fell"), strict=True
        )
    )
    event = Event(
        id="event-1", kind="strike", claims=tuple(sorted((a, b, c))), earliest="2025-05-20",
        latest="2025-05-20", place="sumy", place_name="Sumy",
    )  # fmt: skip
    links = (
        Contradicts(a=a, b=b, differ=(Agreement(Slot.NUMBER, "Three", "Five"),)),
        Answers(a=c, b=a, act="denied"),
        Copies(
            a=a.document, b=b.document, label=Overlap.COPY, share_of_a=0.9, share_of_b=0.8,
            direction=Direction.B_FROM_A, reason="a day later",
        ),
    )  # fmt: skip
    origins = (
        ("event-1", Origin(documents=tuple(sorted((a.document, b.document))), shared=("text",))),
        ("event-1", Origin(documents=(c.document,))),
    )
    with archive.session(), archive.writing() as connection:
        put_links(connection, Linked(events=(event,), links=links, origins=origins))
    return archive


def test_a_story_tells_reports_origins_claims_and_how_they_stand(told: Archive) -> None:
    with told.reading() as connection:
        found = story(connection, "event-1")

    assert [report.published for report in found.reports] == [
        "2025-05-21", "2025-05-22", "2025-05-23",
    ]  # fmt: skip
    assert [report.first for report in found.reports] == [True, False, False]
    assert [len(origin.documents) for origin in found.origins] == [2, 1]
    assert [(c.speaker, c.status, c.place) for c in found.claims] == [
        ("The ministry", "asserted", "Sumy"),
        ("The governor", "asserted", "Sumy"),
        ("An aide", "denied", "Sumy"),
    ]
    assert sorted(type(link).__name__ for link in found.links) == [
        "Answers", "Contradicts", "Copies",
    ]  # fmt: skip


def test_a_claim_leads_to_its_event_and_a_document_to_its_own_story(told: Archive) -> None:
    with told.reading() as connection:
        by_claim = story(connection, "claim-Five drones fell")
        document = by_claim.reports[2].id
        own = story(connection, document)

    assert by_claim.id == "event-1"
    assert (own.id, [event.id for event in own.events]) == (document, ["event-1"])
    assert [c.words for c in own.claims] == ["No drones fell"]


@pytest.mark.parametrize("named", ["event-9", "doc-9", "https://nowhere.example/"])
def test_what_is_not_there_is_told(told: Archive, named: str) -> None:
    with told.reading() as connection, pytest.raises(UsageError, match="called"):
        story(connection, named)


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (Filter(), 1),
        (Filter(place="UA-59"), 1),
        (Filter(place="UA-14"), 0),
        (Filter(since="2025-05-20", until="2025-05-20"), 1),
        (Filter(since="2025-05-21"), 0),
        (Filter(until="2025-05-19"), 0),
    ],
)
def test_incidents_are_listed_by_place_and_time(told: Archive, asked: Filter, number: int) -> None:
    with told.reading() as connection:
        found = incidents(connection, asked)

    assert [(each.reports, each.origins) for each in found] == [(3, 2)] * number


def test_documents_added_since_the_last_linking_are_counted(told: Archive) -> None:
    put(told, incoming("A further report."))

    with told.reading() as connection:
        assert unlinked(connection) == 1


def test_speakers_are_counted_with_how_their_claims_are_put(told: Archive) -> None:
    with told.reading() as connection:
        everybody = speakers(connection, None, Filter())
        (aide,) = speakers(connection, "aide", Filter())

    assert sorted(each.name for each in everybody) == ["An aide", "The governor", "The ministry"]
    assert (aide.statuses, aide.sides, aide.first) == ({"denied": 1}, ("ukraine",), "2025-05-23")


def test_a_frame_is_followed_from_its_first_use(archive: Archive) -> None:
    said = "A buffer zone is needed, the general said."
    made = claim(said, "A buffer zone is needed", speaker=speaker("The general"))
    put(
        archive,
        incoming("The buffer zone grows.", published="2025-06-02", frames=_frame("outlet")),
        incoming(said, published="2025-06-01", claims=(made,), frames=_frame(made.id)),
    )

    with archive.reading() as connection:
        (found,) = frames(connection, "buffer-zone", Filter())

    assert (found.uses, found.spread[0].voice) == (2, "The general")
    assert [(use.day, use.own_voice) for use in found.spread] == [
        ("2025-06-01", False), ("2025-06-02", True),
    ]  # fmt: skip


def _frame(by: str) -> tuple[RecordFrame, ...]:
    return (RecordFrame(start=2, end=13, frame="buffer-zone", by=by),)


def test_a_record_without_anything_is_a_story_too(archive: Archive) -> None:
    (written,) = put(archive, incoming("Nothing is claimed here."))

    with archive.reading() as connection:
        found = story(connection, written.key)

    assert (found.claims, len(found.reports)) == ((), 1)
    assert record("x").claims == ()
