"""`dateline layer`: dated maps of held ground that claims are laid beside."""

from __future__ import annotations

import shutil
from argparse import Namespace
from pathlib import Path

from dateline.core.errors import UsageError
from dateline.world.layers import NEEDED, day_of, ground, layers, read_layer
from dateline.world.packs import home


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
    for file in files:
        day_of(file)
        ground(str(file))
    _keep(home() / "layers" / options.name, files, given)
    return _list()


def _keep(folder: Path, files: list[Path], given: dict[str, str]) -> None:
    """Every file is known to be good: now put the new layer in the place of the old."""
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    lines = [f'{key} = "{_plain(value)}"' for key, value in given.items()]
    (fresh / "layer.toml").write_text("\n".join(lines) + "\n", "utf-8")
    for file in files:
        shutil.copyfile(file, fresh / file.name)
    read_layer(fresh)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def _plain(text: str) -> str:
    return text.replace("\\", "/").replace('"', "'").replace("\n", " ")
