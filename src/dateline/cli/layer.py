"""`dateline layer`: dated maps of held ground that claims are laid beside."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dateline.core.errors import UsageError
from dateline.run.layering import keep_layer
from dateline.world.layers import NEEDED, layers


def run(options: Namespace) -> int:
    """Always 0; raises UsageError or LexiconError where something is missing or wrong."""
    return _list() if options.action == "list" else _add(options)


def _list() -> int:
    for layer in layers():
        span = f"{layer.days[0][0]} to {layer.days[-1][0]}" if layer.days else "no days"
        print(f"{layer.name}  {layer.maps}, by {layer.author}, {layer.licence}")
        print(f"  {len(layer.days)} days, {span}; held by {layer.holder}")
    return 0


def _add(options: Namespace) -> int:
    given = {key: getattr(options, key) or "" for key in NEEDED}
    missing = [f"--{key}" for key in NEEDED if key != "name" and not given[key]]
    if not options.name or not options.folder or missing:
        raise UsageError(f"layer add: want NAME, FOLDER, {', '.join(missing) or 'and its options'}")
    files = sorted(Path(options.folder).glob("*.geojson"))
    if not files:
        raise UsageError(f"layer add: {options.folder} holds no .geojson file")
    keep_layer(options.name, {file.name: file.read_bytes() for file in files}, given)
    return _list()
