"""What is given to `dateline add`, taken apart by what it holds; every piece counted."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from archived_pages import PAGE, http, record
from servers import moves, says, site

from dateline.core.capture import Skipped, Taken
from dateline.core.document import Document
from dateline.core.errors import UsageError
from dateline.core.failure import Failure
from dateline.ingest.pieces import Piece
from dateline.run.inputs import load_file
from dateline.run.ways import Asked, take

WARC = b"".join(
    map(
        gzip.compress,
        (record(b"", kind="revisit"), record(http(PAGE)), record(http(b"", status=404))),
    )
)
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>N</title><item><title>Hit</title>
<link>/1</link><description>A bridge was hit.</description></item></channel></rss>"""
CHAT = json.dumps(
    {
        "name": "War News",
        "type": "public_channel",
        "id": 5,
        "messages": [
            {"id": 1, "type": "service", "action": "create_channel", "text": ""},
            {
                "id": 2,
                "type": "message",
                "date_unixtime": "1749456000",
                "text": "A bridge was hit.",
            },
        ],
    }
).encode()
GKG = "\t".join(["2025-1", "20250609080000", "1", "n.example", "https://n.example/1"]).encode()
GKG += b"\t" * 22 + b"\n"
FULL = b'{"about": "x", "personal_information": {}, "chats": {"list": []}}'


def read(*given: object, **more: object) -> list[Piece]:
    return list(take([str(each) for each in given], Asked(fetched="now", **more)))  # type: ignore[arg-type]


def shape(found: list[Piece]) -> Counter[str]:
    return Counter(type(piece).__name__ for piece in found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in {
        "a.html": PAGE,
        "b.warc": WARC,
        "c.xml": FEED,
        "d.json": CHAT,
        "e.csv": GKG,
        "f.json": FULL,
        "g.json": b'{"settings": 1}',
        "h.png": b"\x89PNG",
    }.items():
        (tmp_path / name).write_bytes(content)
    with zipfile.ZipFile(tmp_path / "z.wacz", "w") as made:
        made.writestr("archive/data.warc.gz", WARC)
        made.writestr("datapackage.json", "{}")
        made.writestr("../evil.html", PAGE)
        made.writestr("page.html", PAGE)
        made.writestr("inner.zip", (tmp_path / "z.wacz").read_bytes() or b"PK\x03\x04")
    return tmp_path


def test_a_folder_is_taken_apart_by_what_its_files_hold(folder: Path) -> None:
    found = read(folder)

    where = {
        Path(piece.capture.container or "").name for piece in found if isinstance(piece, Taken)
    }
    assert {name.split("@")[0].split("#")[0] for name in where} == {
        "a.html",
        "b.warc",
        "c.xml",
        "d.json",
        "e.csv:1",
        "data.warc.gz",
        "z.wacz!page.html",
    }
    assert Counter(piece.why for piece in found if isinstance(piece, Skipped)) == {
        "a revisit record": 2,
        "a page that answered 404": 2,
        "a service message": 1,
        "not a report by its name": 3,
    }
    assert sorted(Path(p.path).name for p in found if isinstance(p, Failure)) == [
        "evil.html",
        "f.json",
        "z.wacz!inner.zip",
    ]


def test_what_is_named_twice_is_taken_once(folder: Path) -> None:
    assert shape(read(folder / "a.html", folder / "a.html")) == {"Taken": 1}


def test_a_file_that_is_named_is_read_whatever_it_is_called(folder: Path) -> None:
    (folder / "noise").write_bytes(WARC)

    assert shape(read(folder / "noise")) == {"Taken": 1, "Skipped": 2}


def test_a_file_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    (failure,) = read(tmp_path / "no.warc")

    assert isinstance(failure, Failure) and "no such file" in failure.why


def test_what_the_caller_says_holds_where_a_container_is_silent(folder: Path) -> None:
    (entry,) = read(folder / "c.xml", published="2025-06-09", lang="en")
    _, post = read(folder / "d.json", published="2020-01-01")

    assert isinstance(entry, Taken) and entry.document and entry.document.published
    assert (entry.document.published.value, entry.document.lang) == ("2025-06-09", "en")
    assert isinstance(post, Taken) and post.document and post.document.published
    assert post.document.published.value == "2025-06-09T08:00:00+00:00"
    with pytest.raises(UsageError):
        read(folder / "c.xml", published="yesterday")


def test_an_address_is_a_page_with_its_capture_or_a_feed() -> None:
    pages = {
        "/old": moves("/page"),
        "/page": says(PAGE, Content_Type="text/html; charset=utf-8"),
        "/rss": says(FEED, Content_Type="application/rss+xml"),
        "/w": says(WARC),
    }
    with site(pages) as there:
        permitted = frozenset({("127.0.0.1", there.port)})
        page, entry, *archive = read(
            *(f"{there.url}{path}" for path in ("/old", "/rss", "/w")), permitted=permitted
        )

    assert isinstance(page, Taken) and isinstance(entry, Taken) and entry.document
    assert page.content == PAGE
    assert (page.capture.url, page.capture.final_url) == (f"{there.url}/old", f"{there.url}/page")
    assert (page.capture.status, page.capture.media_type) == (200, "text/html; charset=utf-8")
    assert entry.document.url == f"{there.url}/1"
    assert shape(archive) == {"Taken": 1, "Skipped": 2}


def test_an_address_inside_is_a_failure_and_the_rest_is_taken(folder: Path) -> None:
    with site({"/": says(PAGE)}) as inside:
        failure, page = read(inside.url, folder / "a.html")
        loaded = load_file(inside.url)

    assert isinstance(failure, Failure) and "refused" in failure.why
    assert isinstance(page, Taken)
    assert isinstance(loaded, Failure) and "refused" in loaded.why
    assert inside.asked == []


def test_a_file_keeps_its_name_though_it_looks_like_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("http:").mkdir()
    Path("http:/page.txt").write_text("A bridge was hit, the governor said.")

    assert isinstance(load_file("http:/page.txt"), Document)


@pytest.mark.parametrize("magic", [b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18"])
def test_a_web_archive_packed_with_zstd_is_refused_and_says_how_to_unpack_it(
    tmp_path: Path, magic: bytes
) -> None:
    path = tmp_path / "crawl.warc.zst"
    path.write_bytes(magic + b"\x00" * 40)
    (found,) = read(path)

    assert isinstance(found, Failure)
    assert "zstd" in found.why
