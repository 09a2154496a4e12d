"""
Where the pages of findings lie: in the wheel beside the package, in a checkout under docs/findings.

They are the same files: pyproject.toml puts docs/findings, and the page of what the checks cannot
see, into the wheel.
"""

from __future__ import annotations

from pathlib import Path

LIMITS_WORD = "limits"
_LIMITS = "what-the-checks-cannot-see.md"
_SHIPPED = Path(__file__).parents[1] / "pages"
_CHECKOUT = Path(__file__).parents[3] / "docs" / "findings"


def page_of(code: str) -> str | None:
    """The Markdown of the page whose file name begins with `code`; None where there is none."""
    for path in sorted(_folder().glob(f"{code}-*.md")):
        return path.read_text(encoding="utf-8").strip()
    return None


def limits_page() -> str:
    """The page of what the checks cannot see."""
    folder = _SHIPPED if _SHIPPED.is_dir() else _CHECKOUT.parent / "explanation"
    return (folder / _LIMITS).read_text(encoding="utf-8").strip()


def titles() -> dict[str, str]:
    """Code to name of every page, in the order of the codes."""
    stems = sorted(path.stem for path in _folder().glob("[A-Z][0-9]*-*.md"))
    return dict(stem.split("-", 1) for stem in stems)


def _folder() -> Path:
    return _SHIPPED if _SHIPPED.is_dir() else _CHECKOUT
