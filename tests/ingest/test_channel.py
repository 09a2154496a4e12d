"""Telegram exports: which are read, what a post becomes, and what is counted and named."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from dateline.core.capture import Skipped, Taken
from dateline.core.document import Document
from dateline.core.errors import UnsupportedMedia
from dateline.core.failure import Failure
from dateline.ingest.channel import from_chat, is_export, read_chat
from dateline.ingest.pieces import Piece

MOMENT = "1749456000"
POST = {
    "id": 7,
    "type": "message",
    "date": "2025-06-09T11:00:00",
    "date_unixtime": MOMENT,
    "from": "War News",
    "from_id": "channel5",
    "text": "A bridge was hit near Sumy.",
}
FULL = {
    "about": "Here is the data you requested.",
    "personal_information": {"phone_number": "+380000000000"},
    "contacts": {"list": [{"first_name": "A", "phone_number": "+380000000001"}]},
    "chats": {"list": [{"name": "War News", "messages": [POST]}]},
}


def export(*posts: object, **more: object) -> bytes:
    whole = {"name": "War News", "type": "public_channel", "id": 5, "messages": posts, **more}
    return json.dumps(whole, ensure_ascii=False).encode()


def read(*posts: object, **more: object) -> tuple[list[Piece], Counter[str]]:
    counts: Counter[str] = Counter()
    chat = read_chat(export(*posts, **more))
    return list(from_chat(chat, name="result.json", fetched="now", counts=counts)), counts


def document(**changes: Any) -> Document:
    (piece,) = read({**POST, **changes})[0]
    assert isinstance(piece, Taken) and piece.document
    return piece.document


def test_a_post_is_a_document_dated_by_its_instant_and_not_by_the_clock_of_the_exporter() -> None:
    doc = document()

    assert doc.text == "A bridge was hit near Sumy."
    assert doc.published and doc.published.value == "2025-06-09T08:00:00+00:00"
    assert doc.outlet and doc.outlet.value == "War News"
    assert (doc.url, doc.id, doc.byline) == ("https://t.me/c/5/7", "7", None)


def test_an_old_export_without_instants_gives_a_clock_whose_zone_is_unknown() -> None:
    doc = document(date_unixtime=None)

    assert doc.published and doc.published.value == "2025-06-09T11:00:00"
    assert doc.published.moment is None


def test_formats_are_taken_away_and_words_stay() -> None:
    text = [
        "A ",
        {"type": "bold", "text": "bridge"},
        " was hit. ",
        {"type": "link", "text": "x.ua"},
    ]

    assert document(text=text).text == "A bridge was hit. x.ua"


def test_the_bytes_of_a_post_are_the_same_in_every_export_of_it() -> None:
    later = {
        **POST,
        "date": "2025-06-09T09:00:00",
        "photo": "photos/photo_9.jpg",
        "reactions": [{"type": "emoji", "count": 3}],
    }

    one, other = (
        piece for post in (POST, later) for piece in read(post)[0] if isinstance(piece, Taken)
    )

    assert one.content == other.content
    assert json.loads(one.content) == {key: POST[key] for key in POST if key != "date"}
    assert one.capture.container == "result.json#7"


def test_a_post_that_was_edited_since_is_another_version_of_one_address() -> None:
    edited = {**POST, "text": "Two bridges were hit.", "edited_unixtime": "1749459600"}

    one, other = (
        piece for post in (POST, edited) for piece in read(post)[0] if isinstance(piece, Taken)
    )

    assert one.content != other.content
    assert one.capture.url == other.capture.url == "https://t.me/c/5/7"


@pytest.mark.parametrize(
    "left_out", [(), ("chats",), ("contacts",), ("personal_information", "about")]
)
def test_a_full_export_is_refused_with_the_reason(left_out: tuple[str, ...]) -> None:
    content = json.dumps({key: value for key, value in FULL.items() if key not in left_out})

    with pytest.raises(UnsupportedMedia, match=r"full Telegram export.*phone numbers.*one channel"):
        read_chat(content.encode())


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"messages": 3}', b"[" * 100_000])
def test_what_is_no_export_is_refused(content: bytes) -> None:
    with pytest.raises(UnsupportedMedia, match="no Telegram export"):
        read_chat(content)


def test_an_export_is_told_by_its_first_bytes() -> None:
    assert is_export(export(POST)) and is_export(json.dumps(FULL, indent=1).encode())
    assert not is_export(b'{"text": "x"}') and not is_export(b"A bridge was hit.")


def test_a_forwarded_post_names_whom_it_is_from() -> None:
    doc = document(forwarded_from="Other Channel")

    assert doc.passed_on_from == ("Other Channel",)
    assert "forwarded from Other Channel" in doc.notes


def test_an_edited_post_is_dated_by_when_it_was_posted_and_says_that_it_was_edited() -> None:
    doc = document(edited_unixtime="1749459600")

    assert doc.published and doc.published.value == "2025-06-09T08:00:00+00:00"
    assert "edited 2025-06-09T09:00:00+00:00: these are the words after it" in doc.notes


SILENT = {key: value for key, value in POST.items() if key != "text"}


@pytest.mark.parametrize(
    ("post", "why"),
    [
        ({**POST, "type": "service", "action": "pin_message"}, "a service message"),
        ({**SILENT, "text": "", "photo": "p.jpg"}, "a post of media alone"),
        (
            {**SILENT, "text": " \n", "media_type": "video_file", "file": "v"},
            "a post of media alone",
        ),
        ({**SILENT, "text": "", "poll": {"question": "Who?"}}, "a poll"),
        ({**SILENT, "text": "", "contact_information": {"phone_number": "1"}}, "a shared contact"),
        ({**SILENT, "text": "", "location_information": {"latitude": 1}}, "a shared location"),
        ({**SILENT, "text": []}, "a post without words"),
    ],
)
def test_what_has_no_words_is_skipped_and_named(post: object, why: str) -> None:
    assert read(post)[0] == [Skipped("result.json#7", why)]


def test_an_album_is_its_caption_and_the_rest_of_it_is_named() -> None:
    parts = [
        {**POST, "id": n, "photo": "p", "text": "A bridge." if n == 8 else ""} for n in (7, 8, 9)
    ]
    alone = {**POST, "id": 11, "photo": "p", "text": ""}

    pieces, counts = read(*parts, alone)

    rest = "a picture or file of an album, without words of its own"
    assert [one.why for one in pieces if isinstance(one, Skipped)] == [
        rest,
        rest,
        "a post of media alone",
    ]
    assert isinstance(pieces[1], Taken) and pieces[1].document
    assert pieces[1].document.notes == ("the caption of an album of 3",)
    assert counts == {"captions of an album": 1}


def test_what_readers_want_named_of_posts_that_were_taken_is_counted() -> None:
    _, counts = read(
        {**POST, "id": 1, "edited_unixtime": MOMENT, "photo": "p"},
        {**POST, "id": 3, "forwarded_from": "Other"},
        {**POST, "id": 5, "forwarded_from": None, "forwarded_from_id": "channel9"},
    )

    assert counts == {"edited": 1, "captions of a picture or file": 1, "forwarded": 2}


def test_a_post_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    pieces, _ = read({"id": "x"}, POST, 3)

    assert [type(piece) for piece in pieces] == [Failure, Taken, Failure]


def test_a_private_group_has_no_address_that_others_could_follow() -> None:
    (piece,) = read(POST, type="private_group")[0]

    assert isinstance(piece, Taken) and piece.document and piece.document.url is None
