"""A story from a real archive of reports that were read: the set in examples/story.jsonl."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.json import decode, encode
from sqlalchemy import Connection

from dateline.core.errors import UsageError
from dateline.core.event import ClaimRef
from dateline.serve.story.chronology import chronology
from dateline.serve.story.citation import of_claim, of_words
from dateline.serve.story.digest import digest, yesterday
from dateline.serve.story.frames import frames
from dateline.serve.story.lanes import LANES, lane_of, lanes
from dateline.serve.story.places import base, features
from dateline.serve.story.telling import Telling, telling
from dateline.serve.story.writing import docx, markdown, page, written
from dateline.store.overview import incidents
from dateline.store.search import Filter

ROOT = "http://127.0.0.1:8421"


@pytest.fixture(scope="module")
def connection(story_archive: Path) -> Iterator[Connection]:
    from dateline.store.open import open_archive

    with open_archive(str(story_archive)) as archive, archive.reading() as made:
        yield made


@pytest.fixture(scope="module")
def told(connection: Connection) -> Telling:
    largest = max(incidents(connection, Filter()), key=lambda each: each.reports)
    return telling(connection, largest.event.id)


def test_copies_are_folded_into_their_origin(told: Telling) -> None:
    assert len(told.story.origins) < len(told.reports)
    assert any(line.repeats for line in told.lines)
    refs = [ClaimRef(r.document, r.claim) for line in told.lines for r in line.repeats]
    assert not set(refs) & {line.ref for line in told.lines}


def test_every_claim_of_every_report_is_told_once(told: Telling) -> None:
    refs = [line.ref for line in told.lines]
    refs += [ClaimRef(r.document, r.claim) for line in told.lines for r in line.repeats]

    assert sorted(refs) == sorted(
        ClaimRef(kept.key, claim.id) for kept in told.reports for claim in kept.record.claims
    )


def test_a_denial_points_at_the_line_that_it_denies(told: Telling) -> None:
    denials = [line for line in told.lines if line.claim.status == "denied" and line.answers]

    assert denials
    numbers = {line.number for line in told.lines}
    assert all(set(line.answers) <= numbers - {line.number} for line in denials)


def test_the_permanent_link_leads_to_the_same_story(connection: Connection, told: Telling) -> None:
    again = telling(connection, told.permalink)

    assert again.story.id == told.story.id


def test_what_nothing_is_called_is_refused(connection: Connection) -> None:
    with pytest.raises(UsageError, match="no incident"):
        telling(connection, "event-0000")


def test_a_document_has_a_story_of_its_own(connection: Connection, told: Telling) -> None:
    alone = telling(connection, told.reports[0].key)

    assert alone.story.event is None
    assert len(alone.central) == len(alone.lines)


def test_every_lane_is_one_that_is_drawn(told: Telling) -> None:
    drawn = lanes(told.lines)

    assert drawn is not None
    assert {lane.name for lane in drawn.lanes} == {
        lane_of(line) for line in told.lines if line.said
    }
    assert [lane.name for lane in drawn.lanes] == sorted(
        (lane.name for lane in drawn.lanes), key=LANES.index
    )
    assert len(drawn.arcs) == sum(len(line.answers) for line in told.lines if line.said)
    places = [(dot.x, dot.y) for lane in drawn.lanes for dot in lane.dots]
    assert len(places) == len(set(places))


def test_rows_stand_in_the_order_of_the_lines(told: Telling) -> None:
    table = chronology(told.central, told.story.event)

    assert [row.line.number for row in table.rows] == sorted(line.number for line in told.central)
    assert table.axis is not None


def test_a_province_is_a_surface_and_a_town_a_point(told: Telling) -> None:
    kinds = {
        f["properties"]["kind"]: f["geometry"]["type"] for f in features(told.lines)["features"]
    }

    assert kinds["settlement"] == "Point"


def test_contested_ground_is_marked_so() -> None:
    crimea = [f["properties"] for f in base()["features"] if "Crimea" in f["properties"]["name"]]

    assert crimea
    assert all(each["status"] != "plain" and each["source"] for each in crimea)
    assert all(each["country"] == "UA" for each in crimea)


def test_a_citation_names_outlet_time_hash_and_link(told: Telling) -> None:
    line = next(line for line in told.lines if line.claim.speaker)
    made = of_claim(line.kept, line.claim, root=ROOT)

    assert line.kept.capture.sha256 in made.text
    assert f"{ROOT}/reports/{line.kept.key}#{line.claim.id}" in made.text
    assert line.words in made.text
    assert line.claim.speaker is not None
    assert line.claim.speaker.name in made.text
    assert line.kept.capture.fetched in made.text


def test_words_beyond_the_report_cannot_be_cited(told: Telling) -> None:
    kept = told.reports[0]

    with pytest.raises(UsageError, match="is not in the report"):
        of_words(kept, 5, len(kept.record.document.text) + 1, root=ROOT)


def test_every_format_holds_every_row(told: Telling) -> None:
    made = written(told, told.central, root=ROOT)

    assert len(made.entries) == len(told.central)
    assert markdown(made).count("\n| ") == len(told.central) + 2
    assert page(made).count("<tr>") == len(told.central) + 1
    with ZipFile(BytesIO(docx(made))) as paper:
        body = paper.read("word/document.xml").decode()
    assert body.count("<w:tr>") == len(told.central) + 1


def test_a_hostile_title_stays_words(told: Telling) -> None:
    hostile = "<script>alert(1)</script> | [x](javascript:y) \x00\x0b"
    made = written(told, told.central[:1], root=ROOT)
    of = type(made)(title=hostile, subtitle=made.subtitle, entries=made.entries)

    assert "<script" not in page(of)
    assert "\\<script\\>" in markdown(of)
    assert docx(of)


def test_terms_are_told_with_their_voice_and_first_use(connection: Connection) -> None:
    every = [telling(connection, each.event.id) for each in incidents(connection, Filter())]
    found = [line for told in every for line in frames(told.reports).frames]

    assert found
    for line in found:
        dated = [use for use in line.uses if use.at]
        assert sum(use.first for use in line.uses) == (1 if dated else 0)


def test_what_came_in_later_is_new(connection: Connection, told: Telling) -> None:
    all_of_it = digest(connection, told, since="2000-01-01T00:00:00Z")
    nothing = digest(connection, told, since="2999-01-01T00:00:00Z")

    assert len(all_of_it.reports) == len(told.reports)
    assert len(all_of_it.claims) == len(told.lines)
    assert nothing.is_empty
    assert not (nothing.claims or nothing.repeats or nothing.updates or nothing.disputes)


def test_yesterday_is_a_day_before() -> None:
    assert yesterday("2026-03-01T08:00:00Z") == "2026-02-28T08:00:00Z"


def test_a_map_can_be_sent_as_json(told: Telling) -> None:
    body = features(told.lines)

    assert decode(encode(body)) == decode(encode(body))
    assert all(feature["properties"]["lines"] for feature in body["features"])
