"""
Read the attribution markup of eval/attribution and write what it marks as text and offsets.

A file holds documents. `=== id | published or - | source | licence` opens one, its text follows,
then a line `--` and one line for each attribution:

    1 as ua Oleh Kiper; r=regional governor; t=2025-06-08; ch=Oleh Kiper > Telegram; a=2; e=ASSAULT

which is: number, status, side, speaker (`~` before one that is not named, `-` for none), and where
they apply role, said-time, chain, the number of the claim answered, event type, and m=direct,
m=indirect or m=mixed where the quotation marks alone would mislead.
In the text `{s1 words}` is source, `{c1 words}` cue and `{t1 words}` content of attribution 1;
labels may be joined by commas and braces nest. Pieces that touch are one piece; space at a
piece's ends is cut off, and content takes in the quotation marks that stand right outside it.
This is no part of dateline; eval/attribution/GUIDELINE.md says what is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

STATUS = {
    "as": "asserted",
    "rp": "reported",
    "dn": "denied",
    "nc": "not_confirmed",
    "uv": "unverified",
    "pr": "predicted",
    "ps": "possible",
    "cd": "conditional",
}
SIDE = {
    "ua": "ukraine",
    "ru": "russia",
    "op": "other-party",
    "in": "international",
    "me": "media",
    "ex": "expert",
    "ci": "civilian",
    "un": "unknown",
}
ROLE = {"s": "source", "c": "cue", "t": "content"}
QUOTES = "\"“”„‟«»‘’'"
LOUD = '"“”„‟«»'
_KEYS = frozenset({"r", "t", "ch", "a", "e", "m"})
_TOKEN = re.compile(r"\{(?P<labels>[sct]\d+(?:,[sct]\d+)*) |(?P<close>\})")
_FIELD = re.compile(r"(?P<n>\d+) (?P<status>[a-z]{2}) (?P<side>[a-z]{2}) (?P<rest>.+)")
_CLOSE = re.compile(rf"[.,;:!?…]?[{QUOTES}]")

Pieces = list[tuple[int, int]]


class MarkupError(ValueError):
    """A document's markup that cannot be read; the message names the document and the words."""


@dataclass
class Marked:
    """One document: its head, its bare text, and each attribution as gold.jsonl holds it."""

    id: str
    published: str | None
    source: str
    licence: str
    text: str = ""
    attributions: list[dict[str, object]] = field(default_factory=list)


def documents(markup: str) -> Iterator[Marked]:
    """Each document of a file, in file order; raises MarkupError."""
    for chunk in re.split(r"^=== ", markup, flags=re.M)[1:]:
        head, _, rest = chunk.partition("\n")
        parts = [part.strip() for part in head.split("|")]
        if len(parts) != 4:
            raise MarkupError(f"{head!r}: want id | published | source | licence")
        body, found, lines = rest.partition("\n--\n")
        if not found:
            raise MarkupError(f"{parts[0]}: no line '--' after the text")
        doc = Marked(parts[0], None if parts[1] == "-" else parts[1], parts[2], parts[3])
        doc.text, spans = unmark(body.strip("\n"), doc.id)
        doc.attributions = [_record(doc, line, spans) for line in lines.split("\n") if line.strip()]
        if spans:
            raise MarkupError(f"{doc.id}: marked and not described: {sorted(spans)}")
        yield doc


def unmark(body: str, name: str) -> tuple[str, dict[str, Pieces]]:
    """The text without its braces, and the pieces of each label."""
    out: list[str] = []
    at = here = 0
    open_: list[tuple[list[str], int]] = []
    spans: dict[str, Pieces] = {}
    for token in _TOKEN.finditer(body):
        out.append(body[at : token.start()])
        here += token.start() - at
        at = token.end()
        if token["labels"]:
            open_.append((token["labels"].split(","), here))
            continue
        if not open_:
            raise MarkupError(f"{name}: '}}' that closes nothing after {''.join(out)[-40:]!r}")
        labels, start = open_.pop()
        words = "".join(out)[start:here]
        cut = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
        for label in labels:
            _add(spans.setdefault(label, []), start + cut[0], here - cut[1])
    out.append(body[at:])
    text = "".join(out)
    if open_ or "{" in text or "}" in text:
        raise MarkupError(f"{name}: unread brace near {text[text.find('{') :][:40]!r}")
    return text, spans


def _add(pieces: Pieces, start: int, end: int) -> None:
    if pieces and pieces[-1][1] == start:
        start = pieces.pop()[0]
    pieces.append((start, end))


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The piece with the marks right outside it: a closing one only where it opens in the piece."""
    if start and text[start - 1] in QUOTES:
        start -= 1
    opened = text[start] in QUOTES or sum(text[start:end].count(mark) for mark in LOUD) % 2
    closing = _CLOSE.match(text, end)
    return start, closing.end() if closing and opened and not _closed(text[start:end]) else end


def _closed(words: str) -> bool:
    return len(words) > 1 and _last(words) in QUOTES


def _record(doc: Marked, line: str, spans: dict[str, Pieces]) -> dict[str, object]:
    match = _FIELD.fullmatch(line.strip())
    if not match or match["status"] not in STATUS or match["side"] not in SIDE:
        raise MarkupError(f"{doc.id}: cannot read {line!r}")
    name, *pairs = [part.strip() for part in match["rest"].split("; ")]
    more = dict(pair.split("=", 1) for pair in pairs)
    if set(more) - _KEYS:
        raise MarkupError(f"{doc.id}: unknown key in {line!r}")
    pieces = {role: sorted(spans.pop(key + match["n"], [])) for key, role in ROLE.items()}
    pieces["content"] = [_with_marks(doc.text, *piece) for piece in pieces["content"]]
    if not pieces["content"] or not (pieces["source"] or pieces["cue"]):
        raise MarkupError(f"{doc.id}: {match['n']} wants content, and a source or a cue")
    speaker = {
        "name": name.removeprefix("~"),
        "role": more.get("r"),
        "named": not name.startswith("~"),
        "side": SIDE[match["side"]],
    }
    return {
        "id": f"{doc.id}.{match['n']}",
        **pieces,
        "speaker": None if name == "-" else speaker,
        "status": STATUS[match["status"]],
        "attribution": more.get("m") or mode(doc.text, pieces["content"]),
        "chain": [link.strip() for link in more["ch"].split(">")] if "ch" in more else [],
        "said": more.get("t"),
        "answers": f"{doc.id}.{more['a']}" if "a" in more else None,
        "event_type": more.get("e"),
    }


def mode(text: str, pieces: Pieces) -> str:
    """`direct` where each piece is a quotation, `mixed` where one stands inside."""
    words = [text[start:end].strip(" \n.,;:") for start, end in pieces]
    if all(w[:1] in QUOTES and _last(w) in QUOTES for w in words):
        return "direct"
    return "mixed" if any(mark in w for w in words for mark in LOUD) else "indirect"


def _last(words: str) -> str:
    return words.rstrip(".,;:!?…")[-1:]
