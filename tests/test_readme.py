"""The README shows what the program prints; `make accept` rewrites it, the diff is reviewed."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
REPORT = "examples/border-report.txt"
BLOCK = re.compile(r"(<!-- check:begin -->\n).*?(<!-- check:end -->)", re.DOTALL)


def test_the_readme_shows_what_check_prints() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "check", REPORT, "--published", "2025-06-09"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100"},
    )
    shown = f"```\n{done.stdout}```\n"
    text = README.read_text("utf-8")
    if os.environ.get("ACCEPT"):
        README.write_text(BLOCK.sub(lambda m: m[1] + shown + m[2], text), "utf-8")

    assert done.returncode == 1, "the border report has warnings"
    assert BLOCK.search(README.read_text("utf-8"))[0].split("-->\n")[1].startswith(shown)


def test_the_readmes_python_runs() -> None:
    failed, tried = doctest.testfile(str(README), module_relative=False)

    assert (failed, tried) == (0, 3)
