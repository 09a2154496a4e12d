"""
Rows of GDELT's Global Knowledge Graph (GKG 2.1) become pointers: an address and when it was seen.

A machine's themes, tones and places are kept as words and never interpreted: what a report says
is read in the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from msgspec.structs import replace

from dateline.core.capture import Skipped, Taken
from dateline.core.document import Block, Document, Published, Role
from dateline.core.failure import Failure
from dateline.core.span import Span
from dateline.ingest.addresses import is_address
from dateline.ingest.pieces import Piece, capture
from dateline.ingest.plain import from_text

_COLUMNS = 27
_ID, _DATE, _COLLECTION, _SOURCE, _WHERE, _THEMES = 0, 1, 2, 3, 4, 7
_WEB = "1"
_LONGEST_ROW = 1 << 20
_FIRST = 1000


def is_gkg(head: bytes) -> bool:
    """Whether a file that begins so holds rows of the knowledge graph."""
    cells = head.split(b"\n", 1)[0].split(b"\t")
    return len(cells) == _COLUMNS and cells[_DATE].isdigit() and b"-" in cells[_ID]


def from_gkg(rows: Iterable[bytes], *, name: str, fetched: str) -> Iterator[Piece]:
    """One piece for each row that is not blank, in the order of the file."""
    for number, row in enumerate(rows, 1):
        line = row.rstrip(b"\r\n")
        if line.strip():
            yield _piece(line, where=f"{name}:{number}", fetched=fetched)


def _piece(line: bytes, *, where: str, fetched: str) -> Piece:
    if len(line) > _LONGEST_ROW:
        return Failure(where, f"a row of more than {_LONGEST_ROW >> 20} MiB")
    cells = line.decode("utf-8", "replace").split("\t")
    if len(cells) != _COLUMNS:
        return Failure(where, f"want {_COLUMNS} columns as GKG 2.1 has them, got {len(cells)}")
    seen = _seen(cells[_DATE])
    if seen is None:
        return Failure(where, f"want a date like 20250609080000, got {cells[_DATE][:40]!r}")
    if cells[_COLLECTION] != _WEB or not is_address(cells[_WHERE]):
        return Skipped(where, "a pointer to something that is not on the web")
    made = capture(line, fetched=fetched, container=where, url=f"gdelt:{cells[_ID]}")
    return Taken(
        capture=replace(made, media_type="text/tab-separated-values"),
        content=line,
        document=_document(cells, seen),
        pointers=(cells[_WHERE],),
    )


def _seen(digits: str) -> str | None:
    try:
        moment = datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment.isoformat()


def _document(cells: list[str], seen: str) -> Document:
    """The address, the outlet and the themes, all furniture: nothing is read in them."""
    themes = "\n".join(theme for theme in cells[_THEMES].split(";") if theme)
    text = "\n\n".join(part for part in (cells[_WHERE], cells[_SOURCE], themes) if part)
    doc = from_text(text, id=cells[_ID], published=Published(seen, "GDELT date"))
    return replace(
        doc,
        blocks=(Block(Span(0, len(text)), Role.FURNITURE, "gdelt/pointer"),),
        published_on_page=doc.published,
        notes=("a pointer of GDELT: the report itself was not read", f"points to {cells[_WHERE]}"),
    )
