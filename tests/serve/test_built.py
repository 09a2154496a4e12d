"""What is shipped in `static/built` is what `web/` builds."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
BUILT = ROOT / "src/dateline/serve/static/built"


def node() -> str:
    """Why the build cannot be made here; empty where it can."""
    npm, found = shutil.which("npm"), shutil.which("node")
    if not npm or not found:
        return "no Node here: what is built cannot be built again"
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=True)
    major, minor = (int(part) for part in re.findall(r"\d+", version.stdout)[:2])
    return (
        ""
        if (major, minor) >= (20, 19)
        else f"Node {version.stdout.strip()} is too old: want 20.19"
    )


def test_the_committed_files_are_what_web_builds(tmp_path: Path) -> None:
    if why := node():
        pytest.skip(why)
    copy = tmp_path / "web"
    shutil.copytree(WEB, copy, ignore=shutil.ignore_patterns("node_modules"))
    if not (WEB / "node_modules/vite").exists():
        subprocess.run(["npm", "ci", "--prefix", str(WEB)], check=True, capture_output=True)
    (copy / "node_modules").symlink_to(WEB / "node_modules")
    subprocess.run(["npm", "run", "build"], cwd=copy, check=True, capture_output=True)

    made = tmp_path / "src/dateline/serve/static/built"
    assert contents(made) == contents(BUILT)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_no_lock_names_a_registry() -> None:
    assert "https://registry" not in (WEB / "package-lock.json").read_text("utf-8")


@pytest.mark.parametrize("name", ["app.js", "report.js", "add.js", "story.js", "part-keys.js"])
def test_no_script_of_ours_makes_code_of_words(name: str) -> None:
    path = BUILT / name
    if not path.exists():
        pytest.skip(f"{name} is not built under this name")
    assert not re.search(r"\beval\(|new Function\(", path.read_text("utf-8"))
