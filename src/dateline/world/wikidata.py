"""
A user's export of the Wikidata query service becomes rows of a pack's `facts.tsv`.

The query names its variables after the columns: `item`, `start`, `end`, `kind`, `title`, `en`,
`ru`, `uk`, `note` (docs/reference/facts.md has one to start from). Fetching is the user's business;
the rows are then checked by `facts.read_facts` like any others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.core.errors import UsageError
from dateline.world.facts import COLUMNS, NAMES, OFFICE

_DAY = len("2022-02-24")
_ENTITY = "entity/"


class _Export(msgspec.Struct):
    """The SPARQL 1.1 JSON results format, as far as it is used (W3C, 2013)."""

    results: _Results


class _Results(msgspec.Struct):
    bindings: list[dict[str, dict[str, Any]]]


def pack_from_export(export: bytes) -> str:
    """
    The text of a `facts.tsv`: one row for each result that has an item, a first day and a name.

    Raises:
        UsageError: `export` is no SPARQL result in JSON, or holds no result that can be used.
    """
    try:
        bindings = msgspec.json.decode(export, type=_Export).results.bindings
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise UsageError(f"want the JSON that query.wikidata.org exports: {error}") from error
    rows = list(_rows(bindings))
    if not rows:
        raise UsageError("no result has `item`, `start` and one of `en`, `ru`, `uk`")
    return "\n".join(
        ["\t".join(COLUMNS), *("\t".join(row[c] for c in COLUMNS) for row in rows), ""]
    )


def _rows(bindings: list[dict[str, dict[str, Any]]]) -> Iterator[dict[str, str]]:
    seen: set[str] = set()
    for binding in bindings:
        cells = {name: _clean(str(bound.get("value", ""))) for name, bound in binding.items()}
        item, start = cells.get("item", ""), cells.get("start", "")[:_DAY]
        if not item or not start or not any(cells.get(name) for name in NAMES):
            continue
        row = dict.fromkeys(COLUMNS, "") | {name: cells.get(name, "") for name in NAMES}
        title = cells.get("title", "")
        key = f"wikidata-{item.rpartition('/')[2]}-{start}"
        row |= {
            "id": key if key not in seen else f"{key}-{len(seen)}",
            "kind": OFFICE if title else cells.get("kind") or "event",
            "from": start,
            "until": cells.get("end", "")[:_DAY],
            "title": title,
            "note": cells.get("note") or next(row[name] for name in NAMES if row[name]),
            "source": item.replace("http://", "https://").replace(_ENTITY, "wiki/"),
        }
        seen.add(key)
        yield row


def _clean(cell: str) -> str:
    """A cell without what a table cannot hold; a label's braces and bars are no choices."""
    return " ".join(cell.translate(str.maketrans("{}|*", "    ")).split())
