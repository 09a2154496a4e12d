"""
Where the packs are: those that are shipped, and those that a user has added under DATELINE_HOME.

A pack is a folder. What its files hold is the business of the modules that read them.
"""

from __future__ import annotations

import os
from pathlib import Path

SHIPPED = Path(__file__).parent / "packs"
_INDEX = "places.idx"


def home() -> Path:
    """The folder of a user's packs, layers and settings: DATELINE_HOME, else `~/.dateline`."""
    return Path(os.environ.get("DATELINE_HOME") or Path.home() / ".dateline")


def pack_files() -> tuple[Path, ...]:
    """The gazetteer file of every pack, shipped ones first, each group in order of name."""
    own = home() / "packs"
    return (
        SHIPPED / "world" / _INDEX,
        *sorted(SHIPPED.glob(f"*_osm/{_INDEX}")),
        *(sorted(own.glob(f"*/{_INDEX}")) if own.is_dir() else ()),
    )
