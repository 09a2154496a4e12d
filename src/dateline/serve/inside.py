"""Where a form may send its reader on to: a path of ours."""

from __future__ import annotations


def inside(path: str) -> str:
    """
    The path, or `/` where a browser could read it as an address elsewhere.

    >>> inside("/reports?after=50#c3"), inside("//elsewhere.example"), inside("/\\\\elsewhere")
    ('/reports?after=50#c3', '/', '/')
    """
    plain = path.isprintable() and path.isascii() and "\\" not in path
    return path if plain and path.startswith("/") and not path.startswith("//") else "/"
