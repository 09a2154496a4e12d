"""One browser and one served archive for all tests of the pages."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from browser.opened import CHROMIUM, Opened, served
from playwright.sync_api import Browser, sync_playwright

from dateline.cli.main import main

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}: `apt-get install chromium`")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example reports, the example story, and one article with hostile words; linked."""
    folder = tmp_path_factory.mktemp("archive")
    path = folder / "archive.sqlite"
    hostile = folder / "hostile.jsonl"
    hostile.write_text("\n".join(json.dumps(each) for each in (*_hostile(), _long())), "utf-8")
    for what in (["--jsonl", str(EXAMPLES / "story.jsonl")], ["--jsonl", str(hostile)]):
        assert main(["add", "--archive", str(path), *what]) == 0
    plain = [str(each) for each in sorted(EXAMPLES.glob("*.txt")) + sorted(EXAMPLES.glob("*.html"))]
    assert main(["add", "--archive", str(path), *plain]) == 0
    assert main(["incidents", "--relink", "--archive", str(path)]) in (0, 1)
    return path


@pytest.fixture(scope="session")
def desk(archive: Path, browser: Browser) -> Iterator[Opened]:
    """The archive, served; tests that decide things open a copy of their own."""
    with served(archive) as opened:
        yield opened


@pytest.fixture
def own_desk(archive: Path, browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """A copy that a test may change."""
    path = tmp_path / "archive.sqlite"
    shutil.copy(archive, path)
    with served(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's script, as npm has it."""
    script = ROOT / "web/node_modules/axe-core/axe.min.js"
    if not script.exists():
        npm = shutil.which("npm")
        if not npm:
            pytest.skip("axe-core comes with npm, and there is no npm here")
        subprocess.run([npm, "ci", "--prefix", str(ROOT / "web")], check=True, capture_output=True)
    return script.read_text("utf-8")


PAYLOADS = tuple(
    line
    for line in (Path(__file__).parent / "payloads.txt").read_text("utf-8").splitlines()
    if line
)


def _hostile() -> list[dict[str, str]]:
    """Every payload in the words of a claim; every fifth as headline and in an address too."""
    return [
        {
            "id": f"hostile-{n}",
            "title": PAYLOADS[n],
            "text": "\n\n".join(
                f"The ministry said on June 3 that {payload} hit Sumy. “{payload}”, he said."
                for payload in PAYLOADS[n : n + _EACH]
            ),
            "url": f"https://example.org/{n}?{PAYLOADS[n]}",
            "lang": "en",
            "published": "2025-06-04",
        }
        for n in range(0, len(PAYLOADS), _EACH)
    ]


def _long() -> dict[str, str]:
    """One article with five hundred claims."""
    towns = ("Sumy", "Kharkiv", "Kherson", "Pokrovsk", "Kupiansk")
    said = (
        f"Governor Ivan Petrenko said on June {n % 28 + 1} that {n + 2} drones hit "
        f"{towns[n % 5]} overnight."
        for n in range(500)
    )
    return {
        "id": "long",
        "title": "A very long day",
        "text": "\n\n".join(" ".join(part) for part in batched(said, 4)),
        "lang": "en",
        "published": "2025-07-01",
    }


def batched(words: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    """`words` in groups of `size`."""
    rest = iter(words)
    while group := tuple(islice(rest, size)):
        yield group


_EACH = 5
