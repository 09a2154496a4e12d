"""Place names in the words: found, given a role, and left for `resolve` to place."""

from dateline.annotate.toponym.component import toponym

__all__ = ["toponym"]
