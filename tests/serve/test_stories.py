"""The pages of a story, served from a real archive: every view, citation and export."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from msgspec.json import decode
from serve.desks import client_of

from dateline.serve.desk import Desk
from dateline.serve.story.telling import Telling, telling
from dateline.store.open import open_archive
from dateline.store.overview import incidents
from dateline.store.search import Filter

VIEWS = ("", "/sources", "/map", "/tolls", "/frames", "/digest", "/export")


@pytest.fixture
def desk(story_archive: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "archive.sqlite"
    shutil.copy(story_archive, path)
    with open_archive(str(path)) as archive:
        made = Desk(archive)
        yield made
        made.close()


@pytest.fixture
def client(desk: Desk) -> TestClient:
    return client_of(desk)


@pytest.fixture
def told(desk: Desk) -> Telling:
    with desk.archive.reading() as connection:
        largest = max(incidents(connection, Filter()), key=lambda each: each.reports)
        return telling(connection, largest.event.id)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("lang", ["en", "uk", "ru"])
def test_every_view_opens_in_every_language(
    client: TestClient, told: Telling, view: str, lang: str
) -> None:
    client.cookies.set("lang", lang)
    answer = client.get(f"/stories/{told.permalink}{view}")

    assert answer.status_code == 200, answer.text
    assert f'<html lang="{lang}"' in answer.text
    assert 'style="' not in answer.text


def test_the_list_leads_to_the_story(client: TestClient, told: Telling) -> None:
    assert f"/stories/{told.permalink}" in client.get("/incidents").text
    assert told.permalink in client.get("/incidents?place=Konotop&since=2025-09-01").text
    assert told.permalink not in client.get("/incidents?place=Odesa").text


@pytest.mark.parametrize(
    "path", ["/stories/event-0", "/cite/doc-0000", "/map/layers/none/2025-05-20.geojson"]
)
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_copies_are_counted_into_their_origin(client: TestClient, told: Telling) -> None:
    shown = client.get(f"/stories/{told.permalink}").text

    assert f">{len(told.reports)}</b> reports" in shown
    assert f">{len(told.story.origins)}</b> origins" in shown
    assert "1 copy" in shown


def test_numbers_stand_by_source_with_updates(client: TestClient, told: Telling) -> None:
    shown = client.get(f"/stories/{told.permalink}/tolls").text

    assert "Killed" in shown
    assert "update" in shown


def test_the_map_is_drawn_from_our_own_areas(client: TestClient, told: Telling) -> None:
    places = decode(client.get(f"/stories/{told.permalink}/map.geojson").content)
    ground = decode(client.get("/map/base.geojson").content)

    assert {f["properties"]["name"] for f in places["features"]} >= {"Konotop"}
    assert len(ground["features"]) > 200


@pytest.mark.parametrize("suffix", ["md", "html", "docx", "csv", "geojson", "jsonl"])
def test_every_export_is_a_file_to_keep(client: TestClient, told: Telling, suffix: str) -> None:
    answer = client.get(f"/stories/{told.permalink}/export.{suffix}")

    assert answer.status_code == 200
    assert answer.headers["content-disposition"].endswith(f'.{suffix}"')
    assert len(answer.content) > 500


def test_an_export_of_no_format_names_those_there_are(client: TestClient, told: Telling) -> None:
    answer = client.get(f"/stories/{told.permalink}/export.exe")

    assert answer.status_code == 404
    assert "docx" in answer.text


def decided(client: TestClient, told: Telling, act: str, **more: object) -> str:
    """Decide about the first claim of the story with a speaker; that speaker's name."""
    line = next(line for line in told.central if line.claim.speaker and line.claim.speaker.named)
    subject = {"kind": "claim", "id": line.claim.id}
    body = {"subject": subject, "act": act, **more}
    accept = {"Accept": "application/json"}
    answer = client.post(f"/reports/{line.kept.key}/decisions", json=body, headers=accept)
    assert answer.status_code == 200, answer.text
    assert line.claim.speaker is not None
    return line.claim.speaker.name


def test_a_rejected_claim_stays_in_view_and_out_of_the_chronology_that_is_taken_along(
    client: TestClient, told: Telling
) -> None:
    before = client.get(f"/stories/{told.permalink}/export.md").text.count("\n| ")
    decided(client, told, "reject", reason="not in the text")
    after = client.get(f"/stories/{told.permalink}/export.md").text.count("\n| ")

    assert after == before - 1
    assert 'class="rejected"' in client.get(f"/stories/{told.permalink}").text


def test_a_private_name_is_blurred_in_view_and_left_out_of_exports(
    client: TestClient, told: Telling
) -> None:
    name = decided(client, told, "private", value=True)

    assert 'class="blurred"' in client.get(f"/stories/{told.permalink}").text
    for suffix in ("md", "html", "csv", "geojson", "jsonl"):
        assert name not in client.get(f"/stories/{told.permalink}/export.{suffix}").text


def test_a_citation_can_be_read_as_text(client: TestClient, told: Telling) -> None:
    line = told.central[0]
    shown = client.get(f"/cite/{line.kept.key}/{line.claim.id}")
    plain = client.get(f"/cite/{line.kept.key}/{line.claim.id}?format=text")

    assert line.kept.capture.sha256 in shown.text
    assert plain.headers["content-type"].startswith("text/plain")
    assert line.words in plain.text
    assert client.get(f"/cite/{line.kept.key}?start=0&end=5").status_code == 200
    assert client.get(f"/cite/{line.kept.key}?start=5&end=5").status_code == 422
