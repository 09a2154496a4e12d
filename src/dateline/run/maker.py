"""Which pipeline makes a record, down to the digest of its word lists: who has read it already."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from msgspec.json import encode

from dateline import __version__
from dateline.core.ids import content_id
from dateline.core.record import SCHEMA_VERSION
from dateline.pipeline.standard import standard
from dateline.store.write import Maker
from dateline.world.packs import home

_PACKAGE = Path(__file__).parents[1]


def maker(*, published: str | None = None, lang: str | None = None) -> Maker:
    """The maker of records under these options: what the caller says of a report changes them."""
    pipeline = standard()
    body = {
        "name": pipeline.name,
        "version": pipeline.version,
        "checkers": "+".join(checker.code for checker in pipeline.checkers),
        "dateline": __version__,
        "schema": SCHEMA_VERSION,
        "lists": _lists(),
        "published": published,
        "lang": lang,
    }
    return Maker(id=content_id("pipe", body), body=encode(body).decode())


@cache
def _lists() -> str:
    """The digest of every data file that a stage reads, a user's packs among them."""
    found = blake2b(digest_size=16)
    roots = (_PACKAGE / "lang", _PACKAGE / "world", home() / "packs")
    for root in roots:
        for path in sorted(p for p in root.rglob("*") if p.is_file() and _is_data(p)):
            found.update(path.relative_to(root).as_posix().encode() + b"\0")
            found.update(blake2b(path.read_bytes(), digest_size=16).digest())
    return found.hexdigest()


def _is_data(path: Path) -> bool:
    return path.suffix not in {".py", ".pyc"} and not path.name.endswith(".source.toml")
