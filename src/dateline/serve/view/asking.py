"""What a search page asks for, from its address and back into one."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urlencode

from fastapi import Request

from dateline.store.search import Filter
from dateline.world.gazetteer import gazetteer

NAMES = (
    "q", "place", "since", "until", "speaker", "side", "status", "finding", "outlet", "lang",
)  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST = 300


def asked_of(request: Request) -> dict[str, str]:
    """What the address asks for, without what is empty or unknown."""
    return _known(request.query_params.items())


def asked_in(query: str) -> dict[str, str]:
    """The same of a query that was kept."""
    return _known(parse_qsl(query))


def _known(pairs: object) -> dict[str, str]:
    given = dict(pairs)  # type: ignore[call-overload]
    kept = {name: str(given[name]).strip()[:_LONGEST] for name in NAMES if given.get(name)}
    for name in ("since", "until"):
        if not _DAY.fullmatch(kept.get(name, "")):
            kept.pop(name, None)
    return {name: value for name, value in kept.items() if value}


def filter_of(asked: dict[str, str]) -> Filter:
    """The archive's filter for what is asked."""
    named: dict[str, Any] = {
        ("words" if name == "q" else name): value for name, value in asked.items()
    }
    return Filter(**named)


def query_of(asked: dict[str, str], **changes: str | None) -> str:
    """The address's query with `changes` made; None takes a part away."""
    made = {**asked, **changes}
    return urlencode({name: made[name] for name in NAMES if made.get(name)})


def place_name(ident: str) -> str:
    """The name of a place of the gazetteer; the id itself where it is none."""
    known = gazetteer().place(ident)
    return known.name if known else ident
