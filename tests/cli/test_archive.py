"""The commands of the archive as a person runs them, one after the other."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dateline.cli.main import main

POSTS = [
    {
        "id": "a",
        "text": "Three drones hit a depot near Sumy on May 20, the ministry said.",
        "published": "2025-05-21",
        "url": "https://a.example/1",
    },
    {
        "id": "b",
        "text": "A buffer zone is needed, Peskov said. Kyiv denied that the depot was hit.",
        "published": "2025-05-22",
    },
]


class Shell:
    """Runs commands and gives back what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self.capsys = capsys
        self.folder = folder

    def __call__(self, *arguments: str, code: int = 0) -> str:
        got = main(arguments)
        said = self.capsys.readouterr()
        self.err = said.err
        assert got == code, said.err
        return said.out

    def json(self, *arguments: str, code: int = 0) -> object:
        return json.loads(self(*arguments, "--format", "json", code=code))


@pytest.fixture
def shell(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """A home of its own with two posts in the archive."""
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DATELINE_ARCHIVE", raising=False)
    posts = tmp_path / "posts.jsonl"
    posts.write_text("".join(json.dumps(post) + "\n" for post in POSTS), encoding="utf-8")
    run = Shell(capsys, tmp_path)
    assert "2 new documents" in run("add", "--jsonl", str(posts))
    return run


def test_adding_again_says_that_all_is_known(shell: Shell) -> None:
    assert "2 known already" in shell("add", "--jsonl", str(shell.folder / "posts.jsonl"))


def test_search_finds_shows_and_says_when_there_is_nothing(shell: Shell) -> None:
    table = shell("search", "drones depot")
    found = shell.json("search", "--speaker", "Peskov")
    shell("search", "zeppelin", code=1)

    assert "Three drones hit a depot" in table
    assert isinstance(found, dict)
    assert [hit["published"] for hit in found["hits"]] == ["2025-05-22"]
    assert "nothing in the archive fits" in shell.err


def test_incidents_story_speakers_and_frames_answer(shell: Shell) -> None:
    incidents = shell("incidents", "--relink")
    (hit,) = shell.json("search", "drones")["hits"]  # type: ignore[index]
    story = shell("story", hit["id"])
    speakers = shell("speakers")
    frames = shell("frames")

    assert "Sumy" in incidents
    assert "Three drones hit a depot" in story
    assert "Peskov" in speakers
    assert "buffer-zone" in frames


def test_an_address_read_again_is_shown_with_its_changes(shell: Shell) -> None:
    newer = {**POSTS[0], "text": str(POSTS[0]["text"]).replace("Three", "Five")}
    posts = shell.folder / "newer.jsonl"
    posts.write_text(json.dumps(newer) + "\n")

    told = shell("add", "--jsonl", str(posts))
    shown = shell("versions", code=1)

    assert "1 new versions of an address" in told
    assert "“Three” → “Five”" in told
    assert "S010 number: 'Three' became 'Five'" in shown


@pytest.mark.parametrize("format", ["csv", "jsonl", "geojson", "parquet", "webannotation", "prov"])
def test_every_export_is_written_whole(shell: Shell, format: str) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow")
    path = shell.folder / f"out.{format}"

    shell("export", "--format", format, "--out", str(path))

    assert path.stat().st_size > 100
    assert not path.with_name(f"{path.name}.part").exists()


def test_an_export_can_be_a_part(shell: Shell) -> None:
    out = shell("export", "--format", "csv", "--from", "2025-05-22")

    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["published"] for row in rows} == {"2025-05-22"}


def test_verify_finds_a_flipped_bit_and_exits_1(shell: Shell) -> None:
    good = shell("verify")
    path = shell.folder / "home" / "archive.sqlite"
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 4
    path.write_bytes(content)

    bad = shell("verify", code=1)

    assert ": holds" in good and "head " in good
    assert "does not hold" in bad
    assert "were changed" in shell.err


def test_a_backup_restored_elsewhere_answers_the_same(shell: Shell) -> None:
    saved, other = str(shell.folder / "saved.sqlite"), str(shell.folder / "other" / "a.sqlite")
    shell("backup", saved)
    shell("restore", saved, "--archive", other)

    assert shell("search", "drones", "--archive", other) == shell("search", "drones")


def test_a_document_can_be_withdrawn_and_stays_withdrawn(shell: Shell) -> None:
    shell("withdraw", "https://a.example/1", "--reason", "asked by the person")
    again = shell("add", "--jsonl", str(shell.folder / "posts.jsonl"))

    shell("search", "drones", code=1)
    assert "1 withdrawn before, not taken again" in again
    assert "1 withdrawn" in shell("verify")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("search",), "want words"),
        (("search", "x", "--from", "yesterday"), "--from"),
        (("search", "x", "--box", "1,2,3"), "--box"),
        (("search", "--place", "Xyzzy"), "Xyzzy"),
        (("story", "doc-0"), "doc-0"),
        (("add",), "nothing to add"),
        (("add", "x", "--jsonl", "y"), "not both"),
        (("withdraw", "doc-0", "--reason", " "), "--reason"),
        (("restore", "gone.sqlite"), "no such backup"),
        (("search", "x", "--archive", "gone.sqlite"), "no archive here"),
        (("verify", "--archive", "gone.sqlite"), "no archive here"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence_and_exits_2(
    shell: Shell, arguments: tuple[str, ...], told: str
) -> None:
    out = shell(*arguments, code=2)

    assert told in shell.err
    assert "Traceback" not in shell.err
    assert out == ""
