"""Zip archives: names that lead out, links, passwords and bombs are refused, the rest is read."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest

from dateline.core.failure import Failure
from dateline.ingest.zipped import members

GOOD = ("good.txt", b"A bridge was hit.")


def archive(
    *files: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in files:
            made.writestr(name, content, compress_type=method)
    return out.getvalue()


def read(content: bytes) -> dict[str, bytes | str]:
    """What each file holds, or why it is refused."""
    found: dict[str, bytes | str] = {}
    for one in members(io.BytesIO(content), "z"):
        if isinstance(one, Failure):
            found[one.path] = one.why
        else:
            found[one.name] = one.file.read()
    return found


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "../../etc/passwd",
        "a/../../evil.txt",
        "/etc/passwd",
        "\\evil.txt",
        "..\\evil.txt",
        "C:\\evil.txt",
        "c:evil.txt",
        "//server/share/evil.txt",
    ],
)
def test_a_name_that_leads_out_is_refused_and_the_other_files_are_read(name: str) -> None:
    found = read(archive((name, b"evil"), GOOD))

    assert found["good.txt"] == GOOD[1]
    (why,) = (why for path, why in found.items() if path != "good.txt")
    assert isinstance(why, str) and "leads out" in why


def test_a_file_whose_name_only_looks_so_is_read() -> None:
    names = ["a..b.txt", "...txt", "a/b/c.txt", "звіт.txt"]

    assert list(read(archive(*((name, b"x") for name in names)))) == sorted(names)


def test_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert "link" in str(read(archive((link, b"/etc/passwd")))["z!link.txt"])


def test_a_name_with_control_characters_is_refused() -> None:
    found = read(archive(("a\x1b[2J.txt", b"x")))

    assert [why for why in found.values() if "control" in str(why)]


def test_a_file_that_unpacks_without_end_is_refused_and_the_next_is_read() -> None:
    found = read(archive(("bomb.txt", bytes(64 << 20)), GOOD))

    assert "unpack to 67,108,864" in str(found["z!bomb.txt"])
    assert found["good.txt"] == GOOD[1]


def test_files_that_lie_over_each_other_are_refused() -> None:
    """The bomb of D. Fifield (2019): many names for one compressed kernel."""
    content = bytearray(archive(("a.txt", b"x" * 500), ("b.txt", b"y" * 500)))
    second = content.rindex(b"PK\x01\x02")
    content[second + 42 : second + 46] = (0).to_bytes(4, "little")

    assert read(bytes(content)) == {"z": "refused: its files lie over each other"}


def test_too_many_files_are_refused() -> None:
    many = archive(*((f"{n}.txt", b"") for n in range(20_001)), method=zipfile.ZIP_STORED)

    assert "20,001 files" in str(read(many)["z"])


def test_a_file_with_a_password_or_packed_otherwise_is_named() -> None:
    content = bytearray(archive(GOOD))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1

    assert "password" in str(read(bytes(content))["z!good.txt"])
    assert "packed in a way" in str(read(archive(GOOD, method=zipfile.ZIP_BZIP2))["z!good.txt"])


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 100, archive(GOOD)[:60]])
def test_a_broken_archive_is_named(content: bytes) -> None:
    assert "broken zip" in str(read(content)["z"])
