"""
Turn the marked-up texts of eval/time/<lang>/*.txt into docs.jsonl and gold.jsonl, and check them.

The markup is the source, the two files are made: `python tools/time_gold.py` writes them,
`--check` says whether they are up to date. What a mark means stands in eval/time/GUIDELINE.md.
Not its business: scoring (eval/scorers/timex.py) and what dateline itself makes of the texts.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).resolve().parent.parent / "eval" / "time"
FIELDS = ("lang", "published", "kind", "licence", "source")
KINDS = {"news", "narrative", "post"}
TYPES = {"DATE", "TIME", "DURATION", "SET"}
MODS = {
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
    "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
}  # fmt: skip
MARK = re.compile(
    r"\[\[(?P<words>[^|]+?)\|(?P<type>[A-Z]+)\|(?P<value>[^|\]]+)(?P<more>(?:\|[^|\]]+)*)\]\]"
)
CLOCK = r"T(?:MO|TMI|AF|EV|NI|DT|XX|(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?)"
YEAR = r"(?:\d{4}|XXXX)"
DAY = rf"{YEAR}-(?:\d\d|XX)-(?:\d\d|XX)"
POINT = re.compile(
    rf"(?:PAST_REF|PRESENT_REF|FUTURE_REF|\d\d|\d\d\d|{YEAR}"
    rf"|{YEAR}-(?:\d\d|XX|SP|SU|FA|WI|H[12]|Q[1-4]|QX)"
    rf"|{YEAR}-W(?:\d\d|XX)(?:-[1-7]|-WE)?(?:{CLOCK})?|{DAY}(?:{CLOCK})?)"
)
STRETCH = re.compile(
    r"P(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|DE|CE|WE|SU|WI|SP|FA))?"
    r"(?:T(?:\d+(?:\.\d+)?|X)(?:H|M|S)(?:\d+M)?|TNI|TMO|TEV)?"
)
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z")


class GoldError(ValueError):
    """The markup is wrong: the message names the document, the mark and what is wanted."""


class Doc(NamedTuple):
    """One text without its marks, and the marks with offsets in code points, end exclusive."""

    id: str
    head: dict[str, str]
    text: str
    marks: tuple[dict[str, str | int | None], ...]

    @property
    def split(self) -> str:
        """`dev` where the number that ends the id is odd, `test` where it is even."""
        return "dev" if int(self.id.rsplit("-", 1)[1]) % 2 else "test"


def documents(home: Path = HOME) -> Iterator[Doc]:
    """Every document of the set, by language, file and place in the file."""
    for path in sorted(home.glob("??/*.txt")):
        top, *parts = re.split(r"^@@ *", path.read_text(encoding="utf8"), flags=re.M)
        common = _head(top)
        for part in parts:
            first, rest = part.split("\n", 1)
            head, _, body = rest.partition("\n\n")
            yield _document(first.strip(), {**common, **_head(head)}, body.strip())


def _head(block: str) -> dict[str, str]:
    lines = (line for line in block.splitlines() if line.strip() and not line.startswith("#"))
    return {k.strip(): v.strip() for k, _, v in (line.partition(":") for line in lines)}


def _document(name: str, head: dict[str, str], marked: str) -> Doc:
    text, at = "", 0
    marks: list[dict[str, str | int | None]] = []
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        at = found.end()
        words = found["words"]
        more = dict(pair.split("=", 1) for pair in found["more"].split("|") if pair)
        mark: dict[str, str | int | None] = {
            "id": f"{name}:{len(marks) + 1}",
            "doc_id": name,
            "start": len(text),
            "end": len(text) + len(words),
            "text": words,
            "type": found["type"],
            "value": found["value"],
        }
        mark |= {key: more.pop(key, None) for key in ("mod", "zone", "utc", "note")}
        _check(name, mark, more)
        marks.append(mark)
        text += words
    text += marked[at:]
    if "[[" in text or "|" in text:
        raise GoldError(
            f"{name}: a mark was not understood near {text[max(0, text.find('[[')) :][:60]!r}"
        )
    for field in FIELDS:
        if field not in head:
            raise GoldError(f"{name}: want a header line '{field}:'")
    if head["kind"] not in KINDS:
        raise GoldError(f"{name}: kind {head['kind']!r} is none of {sorted(KINDS)}")
    return Doc(name, head, text, tuple(marks))


def _check(name: str, mark: dict[str, str | int | None], unknown: dict[str, str]) -> None:
    where = f"{name}: {mark['text']!r}"
    value, kind, mod = str(mark["value"]), mark["type"], mark["mod"]
    if unknown:
        raise GoldError(f"{where}: keys {sorted(unknown)} are none of mod, zone, utc, note")
    if kind not in TYPES:
        raise GoldError(f"{where}: type {kind!r} is none of {sorted(TYPES)}")
    if mod is not None and mod not in MODS:
        raise GoldError(f"{where}: mod {mod!r} is none of {sorted(MODS)}")
    shape = {"DURATION": (STRETCH,), "SET": (STRETCH, POINT)}.get(str(kind), (POINT,))
    if value == "P" or not any(pattern.fullmatch(value) for pattern in shape):
        raise GoldError(f"{where}: {value!r} is no TIMEX3 value of type {kind}")
    if mark["utc"] is not None and not (INSTANT.fullmatch(str(mark["utc"])) and mark["zone"]):
        raise GoldError(f"{where}: an instant wants the form 2025-05-20T06:14Z and a stated zone")


def lines(docs: list[Doc]) -> tuple[str, str]:
    """The text of docs.jsonl and of gold.jsonl."""
    if len({d.id for d in docs}) != len(docs):
        raise GoldError("two documents have one id")
    rows = [
        {
            "id": d.id,
            "lang": d.head["lang"],
            "published": d.head["published"] if d.head["published"] != "null" else None,
            "kind": d.head["kind"],
            "split": d.split,
            "source": d.head["source"],
            "licence": d.head["licence"],
            "text": d.text,
        }
        for d in docs
    ]
    marks = [mark for d in docs for mark in d.marks]
    return _jsonl(rows), _jsonl(marks)


def _jsonl(rows: list[dict[str, str | None]] | list[dict[str, str | int | None]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> int:
    """Write or check the two files; 1 where `--check` finds them out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if out of date")
    check = parser.parse_args().check
    stale = 0
    for name, text in zip(("docs.jsonl", "gold.jsonl"), lines(list(documents())), strict=True):
        path = HOME / name
        if check:
            stale += not path.exists() or path.read_text(encoding="utf8") != text
        else:
            path.write_text(text, encoding="utf8")
    if stale:
        print("eval/time: run python tools/time_gold.py", file=sys.stderr)
    return int(stale > 0)


if __name__ == "__main__":
    sys.exit(main())
