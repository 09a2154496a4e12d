"""
Markdown becomes a Document: marks are taken away, lines stay where they are.

Each line of the file is the same line of `document.text`, so that a finding's line number points
into the file; front matter and link targets leave only the line behind. Columns count in the
text without its marks.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from dateline.core.document import Block, Document, Fact, Published, Role
from dateline.core.span import Span
from dateline.ingest.given import published_value
from dateline.ingest.plain import from_text

_FRONT = re.compile(
    r"\A(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<body>.{0,20000}?)^(?P=mark)[ \t]*$", re.M | re.S
)
_ENTRY = re.compile(r"""^(?P<key>[A-Za-z_]+)[ \t]*[:=][ \t]*(?P<value>.*?)[ \t]*\r?$""", re.M)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[([^\]\n]{0,300})\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]\n]{1,500})\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]\n]{1,500})\]\[[^\]\n]{0,100}\]"), r"\1"),
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,1000}?)(?<=[^\s_])\1(?![\w_])"), r"\2"),
    (re.compile(r"(?<!`)`([^`\n]{1,500})`(?!`)"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
_LINE_MARKS = re.compile(r"^(?: {0,3}>[ \t]?)+|^[ \t]*[-*+][ \t]+(?=\S)")
_TARGET = re.compile(r"^ {0,3}\[[^\]\n]{1,100}\]:[ \t]+\S+.*$")


def from_markdown(
    text: str, *, published: Published | None = None, lang: str | None = None
) -> Document:
    """
    A Document with the first heading as its headline; front matter tells date and author.

    A title that stands in the front matter alone stays in its line, without the rest of it.
    """
    front, body = _front_matter(text.replace("\r\n", "\n"))
    lines: list[str] = []
    headline: Span | None = None
    at = 0
    for line, level in _lines(body):
        words = line.strip()
        if headline is None and words and (level == 1 or words == front.get("title")):
            start = at + line.index(words)
            headline = Span(start, start + len(words))
        lines.append(line)
        at += len(line) + 1
    on_page = _published(front)
    doc = from_text("\n".join(lines), published=published or on_page, lang=lang)
    return _with_facts(doc, front, headline=headline, on_page=on_page)


def _with_facts(
    doc: Document, front: dict[str, str], *, headline: Span | None, on_page: Published | None
) -> Document:
    block = (Block(headline, Role.HEADLINE, "markdown/heading"),) if headline else ()
    name = next((front[key] for key in ("author", "authors", "byline") if front.get(key)), None)
    language = front.get("lang") or front.get("language")
    said = doc.lang == "und" and language
    return replace(
        doc,
        title=Fact(doc.quote(headline), "markdown heading") if headline else None,
        byline=Fact(name, "front matter author") if name else None,
        published_on_page=on_page,
        url=front.get("url") or front.get("canonical") or None,
        blocks=block,
        lang=language[:2].lower() if said and language else doc.lang,
        lang_how="front matter lang" if said else doc.lang_how,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The simple entries of YAML or TOML front matter, and the text with only the title of it."""
    match = _FRONT.match(text)
    if not match:
        return {}, text
    entries: dict[str, str] = {}
    lines: list[str] = []
    rest = text[match.end() :]
    for line in match[0].split("\n"):
        entry = _ENTRY.match(line)
        key = entry["key"].lower() if entry else ""
        if entry and key not in entries:
            entries[key] = entry["value"].strip("\"'[] ")
        lines.append(entries["title"] if key == "title" and not _has_heading(rest) else "")
    return entries, "\n".join(lines) + rest


def _has_heading(text: str) -> bool:
    return any((match := _HEADING.match(line)) and match[1] == "#" for line in text.split("\n"))


def _published(front: dict[str, str]) -> Published | None:
    for key in ("date", "published", "pubdate", "publishdate"):
        if value := published_value(front.get(key, "")):
            return Published(value, f"front matter {key}")
    return None


def _lines(text: str) -> list[tuple[str, int]]:
    """Each line without its marks, and the level of the heading that it is (0 for none)."""
    out: list[tuple[str, int]] = []
    fenced = False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
            out.append(("", 0))
        elif fenced:
            out.append((line, 0))
        elif _TARGET.match(line):
            out.append(("", 0))
        else:
            heading = _HEADING.match(line)
            words = heading[2] if heading else _LINE_MARKS.sub("", line)
            out.append((_without_marks(words), len(heading[1]) if heading else 0))
    return out


def _without_marks(words: str) -> str:
    for pattern, kept in _MARKS:
        words = pattern.sub(kept, words)
    return words
