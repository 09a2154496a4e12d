"""Keep a dated map of held ground that a user gives: every file is read before any is kept."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.core.errors import UsageError
from dateline.world import layers
from dateline.world.packs import home

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}", re.ASCII)
_FILE = re.compile(r"\w[\w.-]{0,80}\.geojson", re.ASCII)


def keep_layer(name: str, files: Mapping[str, bytes], given: Mapping[str, str]) -> None:
    """
    Put the layer in the place of the one of that name; `given` says what NEEDED asks for.

    Raises:
        UsageError: a name is none, or something is missing.
        LexiconError: a file is no map of polygons, or has no day.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"layer: {name!r} is no name: want a-z, 0-9, - and _")
    missing = [key for key in layers.NEEDED if key != "name" and not given.get(key, "").strip()]
    if missing or not files:
        raise UsageError(f"layer: want {', '.join([*missing, *([] if files else ['files'])])}")
    for each in files:
        if not _FILE.fullmatch(each):
            raise UsageError(f"layer: {each[:80]!r}: want names like ground-2025-05-20.geojson")
    folder = home() / "layers" / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=".new-") as made:
        fresh = Path(made) / name
        fresh.mkdir()
        told = {**{key: given.get(key, "") for key in layers.NEEDED}, "name": name}
        lines = [f'{key} = "{_plain(value)}"' for key, value in told.items()]
        (fresh / "layer.toml").write_text("\n".join(lines) + "\n", "utf-8")
        for each, content in files.items():
            (fresh / each).write_bytes(content)
            layers.day_of(fresh / each)
            layers.ground(str(fresh / each))
        layers.read_layer(fresh)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
    layers.forget()


def _plain(text: str) -> str:
    """One line of a TOML string that needs no escaping."""
    flat = text.replace("\\", "/").replace('"', "'")
    return "".join(c if c.isprintable() else " " for c in flat).strip()
