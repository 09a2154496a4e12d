"""`dateline quote`: who prints some words verbatim, who altered, and who was first."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from dateline.cli.archived import FOUND, NOTHING, day, look, put_json, put_lines
from dateline.cli.terminal import complain
from dateline.present.columns import columns
from dateline.run.quoting import Print, Quoted, quoted
from dateline.store.open import open_archive


def run(options: Namespace) -> int:
    """0 where the words are printed, verbatim or altered; 1 where they are nowhere."""
    with open_archive(options.archive) as archive, archive.reading() as connection:
        found = quoted(connection, " ".join(options.words), limit=options.limit)
    if options.format == "json":
        put_json(found)
    else:
        put_lines(_lines(found))
    return FOUND if found.prints else NOTHING


def _lines(found: Quoted) -> Iterator[str]:
    if not found.prints:
        complain("printed nowhere in the archive, neither so nor with a few other words")
        return
    same = sum(one.label == "verbatim" for one in found.prints)
    yield look().paint("bold", f"verbatim in {same}, altered in {len(found.prints) - same}")
    rows = [_row(one) for one in found.prints]
    head = ("published", "document", "outlet", "who says it", "how", "words")
    yield from columns(head, rows, look())
    if found.first is None:
        complain("who was first cannot be told from their times")


def _row(one: Print) -> tuple[str, ...]:
    how = one.label + (", first" if one.first else "")
    words = f"“{one.words}”"
    if one.differ:
        words += f" — {'; '.join(_change(asked, there) for asked, there in one.differ)}"
    return (
        day(one.published), one.id, one.outlet or one.name, one.speaker or "", how, words,
    )  # fmt: skip


def _change(asked: str, there: str) -> str:
    if not there:
        return f"without “{asked}”"
    return f"“{there}” for “{asked}”" if asked else f"with “{there}”"
