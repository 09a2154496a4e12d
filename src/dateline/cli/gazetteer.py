"""`dateline gazetteer`: what a name can be, and packs from a user's own files."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from pathlib import Path

from dateline.core.errors import UsageError
from dateline.world.gazetteer import Place, gazetteer
from dateline.world.index import write
from dateline.world.packs import home
from dateline.world.sources import entries, keys

NOTHING = 1
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}")


def run(options: Namespace) -> int:
    """0 where something was found or built, 1 where nothing is called so."""
    return _look(options.name) if options.action == "look" else _build(options)


def _look(name: str) -> int:
    found = gazetteer().look(name)
    for place in found:
        print(_line(place))
    if not found:
        print(f"dateline: nothing is called {name!r}", file=sys.stderr)
    return 0 if found else NOTHING


def _line(place: Place) -> str:
    within = ", ".join(
        known.name for ident in place.within if (known := gazetteer().place(ident)) is not None
    )
    code = f" {place.iso}" if place.iso and place.iso != place.id else ""
    return f"{place.name}  {place.kind}  {place.lat:.4f}, {place.lon:.4f}  {place.id}{code}" + (
        f"  ({within})" if within else ""
    )


def _build(options: Namespace) -> int:
    if not _NAME.fullmatch(options.name):
        raise UsageError(f"{options.name!r} is no name for a pack: want a-z, 0-9, - and _")
    if not options.files or not options.licence or not options.origin:
        raise UsageError("gazetteer build: want FILE, --licence and --origin")
    places = [place for name in options.files for place in entries(Path(name))]
    if not places:
        raise UsageError("gazetteer build: the files hold no place")
    folder = home() / "packs" / options.name
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / "places.idx.new"
    write(fresh, places, keys(places), {})
    fresh.replace(folder / "places.idx")
    told = {"origin": options.origin, "licence": options.licence}
    lines = [f"{key} = {_quoted(value)}" for key, value in told.items()]
    (folder / "places.source.toml").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(places)} places in {folder}")
    return 0


def _quoted(text: str) -> str:
    """The text as a TOML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
