"""
Make the benchmark of copies from openly licensed articles of this repository, by a seeded recipe.

Prints pairs `{id, a, b, gold}` a line; nothing is drawn from outside, so the same lines come out on
every machine: `python eval/copies/make.py > pairs.jsonl`. Shares in the gold are of letters and are
known from how the pair was made.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

HERE = Path(__file__).parent
DOCS = ("corpora/meantime_en", "time", "attribution")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZА-ЯІЇЄҐ«\"“])")
WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")
SHORTEST = 75
HEADS = {
    "en": ("What is known so far", "Officials give first details", "New developments today"),
    "ru": ("Что известно к этому часу", "Названы первые подробности", "Главное за день"),
    "uk": ("Що відомо на цю годину", "Названо перші подробиці", "Головне за день"),
}


class Article(NamedTuple):
    id: str
    lang: str
    title: str
    paragraphs: tuple[str, ...]


def articles() -> list[Article]:
    """Every article of some length, its first line the headline."""
    out: dict[str, Article] = {}
    for folder in DOCS:
        for line in (HERE.parent / folder / "docs.jsonl").read_text("utf-8").splitlines():
            doc = json.loads(line)
            lines = [part.strip() for part in doc["text"].split("\n") if part.strip()]
            if len(lines) < 2 or len(WORD.findall(doc["text"])) < SHORTEST:
                continue
            body = lines[1:] if len(lines) > 2 else SENTENCE.split(lines[1])
            if len(body) >= 3 and body[0] not in {a.paragraphs[0] for a in out.values()}:
                out[doc["id"]] = Article(doc["id"], doc["lang"], lines[0], tuple(body))
    return [out[key] for key in sorted(out)]


def letters(text: str) -> int:
    return sum(len(word) for word in WORD.findall(text))


def document(title: str, parts: tuple[str, ...], lang: str, hour: int) -> dict[str, Any]:
    return {
        "title": title,
        "text": "\n\n".join(parts),
        "lang": lang,
        "published": f"2025-03-{4 + hour // 24:02d}T{hour % 24:02d}:00:00+00:00",
    }


def gold(label: str, kind: str | None, shares: tuple[float, float], way: str) -> dict[str, Any]:
    a, b = (round(share, 4) for share in shares)
    return {"label": label, "kind": kind, "share_of_a": a, "share_of_b": b, "direction": way}


class Maker:
    """Each method makes one sort of pair from an article and another of the same language."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.swaps = _rows("swaps.tsv")
        self.standing = _rows("standing.tsv")

    def whole(self, one: Article, other: Article) -> dict[str, Any]:
        marks = str.maketrans({'"': "”", "'": "’", "«": '"', "»": '"'})
        parts = tuple(part.translate(marks) for part in one.paragraphs)
        return self._pair(one, parts, one.title, ("copy", "whole"), (1.0, 1.0))

    def headline(self, one: Article, other: Article) -> dict[str, Any]:
        title = self.random.choice(HEADS[one.lang])
        body = letters(" ".join(one.paragraphs))
        shares = (body / (body + letters(one.title)), body / (body + letters(title)))
        return self._pair(one, one.paragraphs, title, ("copy", "whole"), shares)

    def cut(self, one: Article, other: Article) -> dict[str, Any]:
        sentences = [s for part in one.paragraphs for s in SENTENCE.split(part)]
        whole = letters(" ".join((one.title, *sentences)))
        kept: list[str] = []
        while letters(" ".join((one.title, *kept))) < 0.4 * whole:
            kept.append(sentences[len(kept)])
        share = letters(" ".join((one.title, *kept))) / whole
        return self._pair(one, tuple(kept), one.title, ("copy", "cut"), (share, 1.0))

    def thinned(self, one: Article, other: Article) -> dict[str, Any]:
        sentences = [s for part in one.paragraphs for s in SENTENCE.split(part)]
        kept = sentences[:1] + sentences[1::2][:-1] + sentences[-1:]
        kept = [s for s in sentences if s in kept][: max(2, int(0.6 * len(sentences)))]
        title = self.random.choice(HEADS[one.lang])
        body, whole = letters(" ".join(kept)), letters(" ".join((one.title, *sentences)))
        shares = (body / whole, body / (body + letters(title)))
        kind = "whole" if min(shares) >= 0.8 else "cut"
        return self._pair(one, tuple(kept), title, ("copy", kind), shares)

    def spliced(self, one: Article, other: Article) -> dict[str, Any]:
        taken = one.paragraphs[: max(2, round(0.6 * len(one.paragraphs)))]
        at = self.random.randint(1, len(other.paragraphs) - 1)
        parts = (*other.paragraphs[:at], *taken, *other.paragraphs[at:])
        common = letters(" ".join(taken))
        whole_a = letters(" ".join((one.title, *one.paragraphs)))
        whole_b = letters(" ".join((other.title, *parts)))
        shares = (common / whole_a, common / whole_b)
        return self._pair(one, parts, other.title, ("copy", "spliced"), shares)

    def edited(self, one: Article, other: Article) -> dict[str, Any]:
        """Words swapped, one in twelve at most, and one dropped here and there."""
        parts = tuple(self._edit(part, one.lang) for part in one.paragraphs)
        if sum(x != y for x, y in zip(parts, one.paragraphs, strict=True)) < 2:
            return self.whole(one, other)
        share = self._kept(one.paragraphs, parts, one.title)
        return self._pair(one, parts, one.title, ("copy", "rewritten"), share)

    def apart(self, one: Article, other: Article) -> dict[str, Any]:
        return self._pair(one, other.paragraphs, other.title, ("not_copy", None), (0.0, 0.0))

    def quote(self, one: Article, other: Article) -> dict[str, Any]:
        return self._shared(one, other, "quote")

    def paragraph(self, one: Article, other: Article) -> dict[str, Any]:
        return self._shared(one, other, "paragraph")

    def boilerplate(self, one: Article, other: Article) -> dict[str, Any]:
        return self._shared(one, other, "boilerplate")

    def _shared(self, one: Article, other: Article, sort: str) -> dict[str, Any]:
        rows = [r["text"] for r in self.standing if (r["lang"], r["sort"]) == (one.lang, sort)]
        text = self.random.choice(rows)
        parts_a, parts_b = (_with(a.paragraphs, text, sort) for a in (one, other))
        shares = tuple(
            letters(text) / letters(" ".join((title, *parts)))
            for title, parts in ((one.title, parts_a), (other.title, parts_b))
        )
        a = document(one.title, parts_a, one.lang, 8)
        b = document(other.title, parts_b, one.lang, 11)
        return {
            "a": a,
            "b": b,
            "gold": gold(f"shares_{sort}", None, (shares[0], shares[1]), "unknown"),
        }

    def _pair(
        self,
        one: Article,
        parts: tuple[str, ...],
        title: str,
        what: tuple[str, str | None],
        shares: tuple[float, float],
    ) -> dict[str, Any]:
        label, kind = what
        hours = (8, 8 + self.random.randint(1, 30))
        way = "b_from_a" if label == "copy" else "unknown"
        first = document(one.title, one.paragraphs, one.lang, hours[0])
        second = document(title, parts, one.lang, hours[1])
        if self.random.random() < 0.5:
            first, second, shares = second, first, (shares[1], shares[0])
            way = {"b_from_a": "a_from_b"}.get(way, way)
        return {"a": first, "b": second, "gold": gold(label, kind, shares, way)}

    def _edit(self, part: str, lang: str) -> str:
        table = {row["from"]: row["to"] for row in self.swaps if row["lang"] == lang}
        since = 4
        out: list[str] = []
        for piece in re.split(r"(\s+)", part):
            since += bool(piece.strip())
            if since > 9 and piece in table:
                piece, since = table[piece], 0
            elif since > 16 and piece.isalpha() and len(piece) < 6:
                piece, since = "", 0
            out.append(piece)
        return "".join(out)

    def _kept(
        self, before: tuple[str, ...], after: tuple[str, ...], title: str
    ) -> tuple[float, float]:
        from difflib import SequenceMatcher

        words_a = WORD.findall(" ".join((title, *before)))
        words_b = WORD.findall(" ".join((title, *after)))
        blocks = SequenceMatcher(None, words_a, words_b, autojunk=False).get_matching_blocks()
        same = sum(len(w) for m in blocks for w in words_a[m.a : m.a + m.size])
        return same / sum(map(len, words_a)), same / sum(map(len, words_b))


def _with(parts: tuple[str, ...], text: str, sort: str) -> tuple[str, ...]:
    if sort == "boilerplate":
        return (*parts, text)
    at = len(parts) // 2
    return (*parts[:at], text, *parts[at:])


def _rows(name: str) -> list[dict[str, str]]:
    lines = [x for x in (HERE / name).read_text("utf-8").splitlines() if not x.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


def nearest(one: Article, every: list[Article]) -> Article:
    """The other article of the language with most rare words in common: the hardest near miss."""
    words = set(WORD.findall(" ".join(one.paragraphs).lower()))

    def likeness(other: Article) -> tuple[float, str]:
        theirs = set(WORD.findall(" ".join(other.paragraphs).lower()))
        return len([w for w in words & theirs if len(w) > 5]) / len(words | theirs), other.id

    return max((a for a in every if a.id != one.id and a.lang == one.lang), key=likeness)


SORTS = (
    "whole", "headline", "cut", "thinned", "spliced", "edited", "apart", "apart_near", "quote",
    "paragraph", "boilerplate",
)  # fmt: skip


def pairs(seed: int, each: int) -> Iterator[dict[str, Any]]:
    """`each` pairs of every sort."""
    every = articles()
    maker = Maker(seed)
    for sort in SORTS:
        for number in range(each):
            one = maker.random.choice(every)
            if sort == "apart_near":
                made = maker.apart(one, nearest(one, every))
            else:
                others = [a for a in every if a.lang == one.lang and a.id != one.id]
                made = getattr(maker, sort)(one, maker.random.choice(others))
            yield {"id": f"{sort}-{number:03d}", **made}


if __name__ == "__main__":
    for pair in pairs(20251124, 30):
        sys.stdout.write(json.dumps(pair, ensure_ascii=False) + "\n")
