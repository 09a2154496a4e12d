"""The sentence by which every output leads to the page of what the checks cannot see."""

from __future__ import annotations

LIMITS = (
    "What the checks cannot see, and how often that is what goes wrong: dateline rule limits "
    "(docs/explanation/what-the-checks-cannot-see.md)"
)
