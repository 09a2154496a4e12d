"""The commands as a person runs them; slow starts of the whole program are tested in a process."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli.main import main

REPORT = (
    "Headline of a report\n\n"
    'The form stands here: [mc4wp_form id="314"] and the text goes on.\n\n'
    + "Nothing else is told in this report, which is long enough to be a whole one. " * 10
    + "\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def run(
    *arguments: str, capsys: pytest.CaptureFixture[str], code: int | None = None
) -> tuple[str, str]:
    got = main(arguments)
    said = capsys.readouterr()
    if code is not None:
        assert got == code, said.err
    return said.out, said.err


@pytest.mark.parametrize("format", ["text", "json", "sarif", "github", "html"])
def test_check_exits_1_for_a_warning_in_every_format(
    format: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = run("check", str(report), "--output-format", format, capsys=capsys, code=1)

    assert "H001" in out
    assert err == ""


def test_check_exits_0_for_notes_alone(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run("check", str(report), "--select", "H003", capsys=capsys, code=0)

    assert "H003" in out
    assert out.endswith("Found 1 note in 1 report.\n")


def test_check_says_where_the_words_are(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run("check", str(report), "--select", "H001", capsys=capsys)

    line, _, quoted, caret = out.split("\n")[:4]
    assert line.startswith(f"{report}:3:23 H001 ")
    assert quoted[caret.index("^") : caret.rindex("^") + 1] == '[mc4wp_form id="314"]'


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = str(report.parent / "gone.txt")

    out, err = run("check", gone, str(report), capsys=capsys, code=2)

    assert "H001" in out
    assert gone in err
    assert "Traceback" not in err


@pytest.mark.parametrize("format", ["text", "json", "sarif", "github", "html"])
def test_a_file_whose_name_is_no_text_is_read_all_the_same(
    format: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = report.rename(report.parent / os.fsdecode(b"\xff.txt"))

    out, err = run(
        "check", str(odd), f"{odd}.gone", "--output-format", format, capsys=capsys, code=2
    )

    assert "H001" in out
    assert "\ufffd.txt.gone" in err


def test_ignored_findings_do_not_count(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run("check", str(report), "--ignore", "H", capsys=capsys, code=0)

    assert out.endswith("Nothing found in 1 report.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "x.txt", "--select", "Z9"), "'Z9'"),
        (("check", "x.txt", "--published", "yesterday"), "yesterday"),
        (("check", "x.txt", "--lang", "klingon"), "klingon"),
        (("read",), "nothing to read"),
        (("read", "x.txt", "--jsonl", "y"), "--jsonl"),
        (("read", "--jsonl", "y", "--format", "html"), "--format html"),
        (("read", "--jsonl", "/no/such/file"), "/no/such/file"),
        (("rule", "H999"), "H999"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence_and_exits_2(
    arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = run(*arguments, capsys=capsys, code=2)

    assert told in err
    assert "Traceback" not in err
    assert out == ""


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("check", "x", "--bogus"), ("read", "x", "--jobs", "0"), ("nonsense",)],
)
def test_an_unknown_option_exits_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)

    assert left.value.code == 2
    assert "usage: dateline" in capsys.readouterr().err


def test_without_a_command_the_help_is_shown_and_nothing_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, err = run(capsys=capsys, code=2)

    assert out == ""
    assert "check" in err


def test_one_file_is_one_object_and_a_folder_is_a_list(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, _ = run("read", str(report), "--format", "json", capsys=capsys, code=0)
    many, _ = run("read", str(report.parent), "--format", "json", capsys=capsys, code=0)
    both, _ = run("read", str(report), "gone", "--format", "json", capsys=capsys, code=2)

    assert json.loads(one)["document"]["text"] == REPORT
    assert json.loads(many) == [json.loads(one)]
    assert json.loads(both) == [json.loads(one)]


def test_read_writes_to_a_file_whole_or_not_at_all(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = report.parent / "out.html"

    out, _ = run("read", str(report), "--format", "html", "--out", str(target), capsys=capsys)

    assert out == ""
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert sorted(path.name for path in report.parent.iterdir()) == ["out.html", "report.txt"]


def test_published_and_lang_reach_the_record(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = run(
        *("read", str(report), "--format", "json", "--published", "2025-06-09", "--lang", "uk"),
        capsys=capsys,
    )

    document = json.loads(out)["document"]
    assert (document["published"], document["lang"]) == ("2025-06-09", "uk")


def test_a_line_in_is_a_record_out_in_the_same_order_even_where_one_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"id": "b", "text": "One."}\n{"id": 3\n{"id": "a", "text": "Two."}\n')

    out, err = run("read", "--jsonl", str(lines), capsys=capsys, code=2)

    read = [json.loads(line) for line in out.splitlines()]
    assert [record["id"] for record in read] == ["b", "line-2", "a"]
    assert read[1]["notes"]
    assert "line 2" in err


def test_standard_input_is_read_for_a_dash(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))

    out, _ = run("check", "-", "--select", "H001", capsys=capsys, code=1)

    assert out.startswith("<stdin>:3:23 H001")


def test_a_finding_about_two_versions_has_its_page_too(capsys: pytest.CaptureFixture[str]) -> None:
    by_code, _ = run("rule", "S010", capsys=capsys, code=0)

    assert by_code.startswith("# S010 silent-correction")


def test_what_a_folder_holds_beside_reports_is_counted_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "report.txt").write_text("On June 8, 2024 it rained.", "utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4")

    _, told = run("check", str(tmp_path), capsys=capsys, code=0)

    assert "1 not read, by suffix no report" in told
    assert "scan.pdf" in told


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, err = run("check", str(tmp_path), capsys=capsys, code=2)

    assert "nothing to read" in err


def test_every_finding_has_a_line_in_the_list_and_a_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from dateline.check import CHECKERS

    listed, _ = run("rule", capsys=capsys, code=0)

    for checker in CHECKERS:
        by_code, _ = run("rule", checker.code.lower(), capsys=capsys, code=0)
        by_name, _ = run("rule", checker.name, capsys=capsys, code=0)
        assert checker.code in listed
        assert by_code == by_name
        assert "```report" in by_code


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    from dateline import __version__

    with pytest.raises(SystemExit) as left:
        main(("--version",))

    assert left.value.code == 0
    assert capsys.readouterr().out == f"dateline {__version__}\n"


def test_a_reader_that_goes_away_ends_the_program_quietly(tmp_path: Path) -> None:
    """`dateline read big/ | head -1` must not end in a traceback from closing the stream."""
    lines = tmp_path / "many.jsonl"
    lines.write_text('{"id": "a", "text": "One."}\n' * 400)
    command = [sys.executable, "-m", "dateline.cli.main", "read", "--jsonl", str(lines)]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        told = process.stderr.read()

    assert process.returncode == 141
    assert told == b""


def test_help_loads_no_stage() -> None:
    code = "import sys, dateline.cli.parser as p; p.parser().format_help(); print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    slow = ("dateline.", "msgspec", "jinja2", "rich")
    modules = {name for name in loaded.stdout.split() if name.startswith(slow)}
    assert {name for name in modules if not name.startswith("dateline.cli")} == set()
