"""`dateline frames`: who used a contested term first, and how it spread."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from dateline.cli.archived import FOUND, NOTHING, filters, look, put_json, put_lines
from dateline.cli.terminal import complain
from dateline.present.columns import columns
from dateline.store.open import open_archive
from dateline.store.overview import FrameRow, FrameUse, frames


def run(options: Namespace) -> int:
    """0 where a frame was found, 1 where none was."""
    asked = filters(options)
    with open_archive(options.archive) as archive, archive.reading() as connection:
        found = frames(connection, options.frame, asked, limit=options.limit)
    if options.format == "json":
        put_json(found)
    else:
        put_lines(_spread(found[0]) if options.frame and found else _all(found))
        if not found:
            complain("no frame in the archive fits")
    return FOUND if found else NOTHING


def _all(found: tuple[FrameRow, ...]) -> Iterator[str]:
    rows = [
        (
            row.frame,
            str(row.uses),
            str(row.documents),
            row.spread[0].day or "no date",
            row.spread[0].document,
            f"{_voice(row.spread[0])}: “{row.spread[0].words}”",
        )
        for row in found
    ]
    head = ("frame", "uses", "in", "first", "document", "who used it first")
    yield from columns(head, rows, look())


def _spread(row: FrameRow) -> Iterator[str]:
    yield f"{row.frame}: {row.uses} uses in {row.documents} documents"
    rows = [
        (
            use.day or "no date",
            use.document,
            use.lang,
            str(use.uses),
            f"{_voice(use)}: “{use.words}”",
        )
        for use in row.spread
    ]
    yield from columns(("first", "document", "lang", "uses", "who took it up"), rows, look())


def _voice(use: FrameUse) -> str:
    return f"{use.voice} (its own voice)" if use.own_voice else use.voice
