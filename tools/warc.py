#!/usr/bin/env python3
"""
Make a web archive (WARC 1.1, gzip) from a folder of saved pages.

    tools/warc.py FOLDER OUT.warc.gz [--seen DAY]

Each `*.html` and `*.html.gz` becomes a response record. Its address and time are taken from a
`meta.info` beside it (the pages that flairNLP/fundus keeps under tests/resources have one: JSON,
`{name: {url, crawl_date}}`); a page without has an address under `http://page.invalid/` and the day
`--seen`. The pages stay with whoever runs this: none is part of the project.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"


def pages(folder: Path, seen: str) -> Iterator[tuple[str, str, bytes]]:
    """(address, moment in UTC, bytes) of each page, in order of path."""
    found = [*folder.rglob("*.html"), *folder.rglob("*.html.gz")]
    for path in sorted(found):
        packed = path.read_bytes()
        content = gzip.decompress(packed) if path.suffix == ".gz" else packed
        known = _known(path)
        name = path.relative_to(folder).as_posix()
        moment = str(known.get("crawl_date") or seen)
        yield known.get("url") or f"http://page.invalid/{name}", _utc(moment), content


def _known(path: Path) -> dict[str, str]:
    beside = path.with_name("meta.info")
    told = json.loads(beside.read_text("utf-8")) if beside.exists() else {}
    known: dict[str, str] = told.get(path.name, {})
    return known


def _utc(moment: str) -> str:
    day, _, clock = moment.replace("T", " ").partition(" ")
    return f"{day}T{clock[:8] or '00:00:00'}Z"


def record(kind: str, head: dict[str, str], body: bytes) -> bytes:
    """One record, packed on its own as readers expect it."""
    fields = {"WARC-Type": kind, **head, "Content-Length": str(len(body))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        packed.write(f"WARC/1.1\r\n{lines}\r\n".encode() + body + b"\r\n\r\n")
    return out.getvalue()


def _identity(kind: str, name: str) -> dict[str, str]:
    return {"WARC-Record-ID": f"<{uuid5(NAMESPACE_URL, f'{kind} {name}').urn}>"}


def main() -> None:
    """Write the archive and say how many pages it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seen", default="1970-01-01", help="the day of pages that tell none")
    args = parser.parse_args()
    number = 0
    with args.out.open("wb") as out:
        info = {
            **_identity("warcinfo", args.out.name),
            "WARC-Date": _utc(args.seen),
            "Content-Type": "application/warc-fields",
        }
        out.write(record("warcinfo", info, b"software: dateline tools/warc.py\r\n"))
        for url, moment, content in pages(args.folder, args.seen):
            head = {
                **_identity("response", url),
                "WARC-Date": moment,
                "WARC-Target-URI": url,
                "Content-Type": "application/http;msgtype=response",
            }
            out.write(record("response", head, _HEAD % len(content) + content))
            number += 1
    print(f"{number} pages in {args.out}")


if __name__ == "__main__":
    main()
