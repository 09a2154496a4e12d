"""`dateline follow` and addresses on the command line: exit codes, counts, and no way inside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from servers import says, site

from dateline.cli.main import main

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Bridge hit</title><link>https://a.example/1</link>
<pubDate>Mon, 09 Jun 2025 08:00:00 +0300</pubDate>
<description>A bridge was hit near Sumy, the governor said.</description></item></channel></rss>"""


@pytest.fixture(autouse=True)
def a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DATELINE_ARCHIVE", raising=False)


def test_one_round_keeps_what_is_new_and_the_next_knows_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with site({"/rss": says(FEED)}) as there:
        asked = ["follow", f"{there.url}/rss", "--once", "--permit", f"127.0.0.1:{there.port}"]
        codes = [main(asked), main([*asked, "--format", "json"])]

    out = capsys.readouterr().out
    first, _, rest = out.partition("\n")
    assert codes == [0, 0]
    assert first.startswith(f"{there.url}/rss: 1 new, 0 changed, 0 known; next at ")
    told = json.loads(rest)
    assert (told["came_in"], told["known"], told["refused"]) == (1, 1, [])


@pytest.mark.parametrize("command", [["follow", "--once"], ["add"], ["check"], ["read"]])
def test_no_command_asks_an_address_inside(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with site({"/": says(FEED), "/robots.txt": says("")}) as inside:
        code = main([*command, inside.url])

    assert code == 2
    assert "refused" in capsys.readouterr().err
    assert inside.asked == []


@pytest.mark.parametrize(
    "words", [["rss.xml", "--once"], ["ftp://a.example/rss", "--once"]], ids=["file", "ftp"]
)
def test_only_an_address_can_be_followed(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["follow", *words]) == 2
    assert "want the address of a feed" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--every", "1"], ["--permit", "localhost:80"]])
def test_impoliteness_and_names_cannot_be_asked_for(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["follow", "https://a.example/rss", *words])
