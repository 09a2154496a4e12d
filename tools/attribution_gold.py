"""
Write eval/attribution/docs.jsonl and gold.jsonl from the marked-up texts beside them.

usage: attribution_gold.py [--check | --joined dev|test [LANG]]
Files are named <lang>/<split>-*.txt, split being dev or test. --check writes nothing and fails
where the two files are not what the markup says; --joined prints text and attributions together,
the gold that an outside scorer reads. The markup itself is tools/attribution_markup.py's business.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attribution_markup import Marked, MarkupError, documents

HOME = Path(__file__).resolve().parent.parent / "eval" / "attribution"


def marked() -> Iterator[tuple[str, str, Marked]]:
    """Language, split and document, in a fixed order."""
    for path in sorted(HOME.glob("??/*.txt")):
        lang, split = path.parent.name, path.name.partition("-")[0]
        if split not in ("dev", "test"):
            raise MarkupError(f"{path.name}: want a name that opens with dev- or test-")
        for doc in documents(path.read_text(encoding="utf-8")):
            yield lang, split, doc


def written() -> tuple[str, str]:
    """What docs.jsonl and gold.jsonl have to hold."""
    docs, gold = [], []
    for lang, split, doc in marked():
        head = {"id": doc.id, "lang": lang, "published": doc.published, "text": doc.text}
        docs.append(head | {"source": doc.source, "licence": doc.licence, "split": split})
        gold.append({"doc_id": doc.id, "attributions": doc.attributions})
    return _lines(docs), _lines(gold)


def joined(split: str, lang: str | None) -> str:
    """Text and attributions together, for the documents of one split."""
    return _lines(
        [
            {"doc_id": doc.id, "text": doc.text, "attributions": doc.attributions}
            for of_lang, of_split, doc in marked()
            if of_split == split and lang in (None, of_lang)
        ]
    )


def _lines(rows: Sequence[Mapping[str, object]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main(args: list[str]) -> int:
    """0; 1 where --check finds the files out of step."""
    if args[:1] == ["--joined"]:
        sys.stdout.write(joined(args[1], args[2] if len(args) > 2 else None))
        return 0
    files = dict(zip(("docs.jsonl", "gold.jsonl"), written(), strict=True))
    if args == ["--check"]:
        stale = [n for n, t in files.items() if (HOME / n).read_text(encoding="utf-8") != t]
        print("\n".join(f"{name}: not what the markup says" for name in stale), end="")
        return int(bool(stale))
    for name, text in files.items():
        (HOME / name).write_text(text, encoding="utf-8")
        print(f"{name}: {text.count(chr(10))} documents")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
