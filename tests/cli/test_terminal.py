from __future__ import annotations

import io
from pathlib import Path

import pytest

from dateline.cli.terminal import output, progress, style
from dateline.core.errors import UsageError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colour_is_for_terminals_and_never_under_no_color(
    stream: io.StringIO,
    environment: dict[str, str],
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert style(stream).colour is coloured


def test_a_file_gets_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")

    assert not style(Terminal(), out="report.txt").colour


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    target = str(tmp_path / "gone" / "out")

    with pytest.raises(UsageError, match="cannot be written"), output(target):
        pass


def test_progress_passes_everything_on_and_writes_nothing_where_nobody_watches(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert list(progress(range(9), total=9)) == list(range(9))
    assert capsys.readouterr().err == ""


def test_a_file_that_fails_half_way_leaves_the_old_one_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_bytes(b"old")

    with pytest.raises(ZeroDivisionError), output(str(target)) as out:
        out.write(b"new")
        raise ZeroDivisionError

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
