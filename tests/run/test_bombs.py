"""Inputs made to fill memory or time: refused in seconds, in a process of less than 512 MiB."""

from __future__ import annotations

import gzip
import io
import json
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

MOST = 512 << 20
SECONDS = 10
READ = """
import resource, sys
from pathlib import Path
from dateline.core.capture import Taken
from dateline.core.errors import IngestError
from dateline.ingest.load import from_bytes
from dateline.run.ways import Asked, take
came = []
for piece in take(sys.argv[1:], Asked(fetched="now")):
    if isinstance(piece, Taken) and piece.document is None:
        try:
            from_bytes(piece.content, name=sys.argv[1])
            came.append("read")
        except IngestError as error:
            came.append(str(error))
    else:
        came.append(getattr(piece, "why", "taken"))
used = resource.getrusage(resource.RUSAGE_SELF)
status = Path("/proc/self/status").read_text().split()
peak = int(status[status.index("VmHWM:") + 1]) >> 10  # ru_maxrss would count the test runner's own
print(came[:3], round(used.ru_utime + used.ru_stime, 1), peak)
"""


def zip_of(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return out.getvalue()


def lying_zip() -> bytes:
    """A zip that states a kilobyte and unpacks to a quarter of a gigabyte."""
    content = bytearray(zip_of("a.txt", bytes(256 << 20)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.index(mark) + at
        content[place : place + 4] = (1000).to_bytes(4, "little")
    return bytes(content)


BOMBS: dict[str, Callable[[], bytes]] = {
    "zip.zip": lambda: zip_of("a.txt", bytes(300 << 20)),
    "lying.zip": lying_zip,
    "nested.zip": lambda: zip_of("b.zip", zip_of("a.txt", bytes(200 << 20))),
    "gzip.warc.gz": lambda: gzip.compress(bytes(8 << 20)) * 100,
    "lines.warc": lambda: gzip.compress(b"\r\n" * (1 << 20)) * 500,
    "deep.html": lambda: b"<html><body>" + b"<div>" * 2_000_000 + b"words",
    "deep-inline.html": lambda: b"<html><body><p>" + b"<b><i>" * 1_000_000 + b"words",
    "wide.html": lambda: b"<html><body>" + b"<p>a" * 3_000_000,
    "line.txt": lambda: b"word " * 3_000_000,
    "endless.txt": lambda: b"word " * 30_000_000,
    "line.csv": lambda: b"2025-1\t20250609080000" + b"\t" * 25 + b"x" * (100 << 20),
    "deep.xml": lambda: b"<rss version='2.0'><channel>" + b"<a>" * 1_000_000,
    "laughs.xml": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "%s">' % (c + 1, b"&%c;" % c * 20) for c in range(97, 106))
        + b']><rss version="2.0"><channel><title>&j;</title></channel></rss>'
    ),
    "deep.json": lambda: b'{"name":"x","type":"x","id":1,"messages":' + b"[" * 5_000_000,
    "posts.json": lambda: json.dumps(
        {
            "name": "x",
            "type": "public_channel",
            "id": 1,
            "messages": [{"id": 1, "text": "a" * 20_000_000}],
        }
    ).encode(),
}


HEAVY: dict[str, Callable[[], bytes]] = {
    "attributes.html": lambda: b"<html><body><p " + b"a=b " * 3_000_000 + b">words here</p>",
    "comment.html": lambda: b"<html><body><!--" + b"x" * 15_000_000 + b"--><p>words here</p>",
    "script.html": lambda: (
        b"<html><script>" + b"x=[1];" * 2_000_000 + b"</script><p>words here</p>"
    ),
    "cdata.xml": lambda: b"<rss version='2.0'>" + b"<![CDATA[" * 1_700_000,
    "entries.xml": lambda: b"<rss version='2.0'>" + b"<item><title>a</title></item>" * 20_000,
}
"""What may be read or refused, but must not take long or much."""


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (2 * MOST, 2 * MOST))


def came(name: str, content: bytes, folder: Path) -> str:
    """What became of the input; it must have become that in few CPU seconds and little memory."""
    path = folder / name
    path.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=limited,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    what, seconds, mebibytes = done.stdout.rsplit(" ", 2)
    assert float(seconds) < SECONDS
    assert int(mebibytes) < MOST >> 20
    return what


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_seconds_and_little_memory(name: str, tmp_path: Path) -> None:
    what = came(name, BOMBS[name](), tmp_path)

    assert "'read'" not in what and "'taken'" not in what


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_input_takes_seconds_and_little_memory(name: str, tmp_path: Path) -> None:
    assert came(name, HEAVY[name](), tmp_path)
