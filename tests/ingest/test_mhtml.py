"""A page that a browser saved as one file with its pictures."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from dateline.core.errors import EmptyDocument
from dateline.ingest.load import from_bytes

PAGES = Path(__file__).parents[1] / "data" / "pages"


def archive(page: bytes, subtype: str = "html", charset: str = "utf-8") -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://courier.example/1"
    message.set_content(page, "text", subtype, params={"charset": charset})
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


@pytest.mark.parametrize(
    ("name", "charset"),
    [
        ("wordpress.html", "utf-8"),
        ("ukrainian.html", "utf-8"),
        ("russian-cp1251.html", "windows-1251"),
    ],
)
def test_the_page_in_an_archive_is_read_as_the_page_itself(name: str, charset: str) -> None:
    page = (PAGES / name).read_bytes()

    assert from_bytes(archive(page, charset=charset)) == from_bytes(page, name=name)


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(EmptyDocument, match="without a page in it"):
        from_bytes(archive(b"body {}", subtype="css"))
