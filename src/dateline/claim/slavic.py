"""Which words are whose, in Russian and Ukrainian."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.link import Link
from dateline.claim.scene import Scene


def slavic_links(scene: Scene) -> Iterator[Link]:
    """The attributions of one scene, in the order of their cues."""
    return iter(())
