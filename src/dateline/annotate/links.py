"""The small words between two values ("on the", "or", "after"), of all languages at once."""

from __future__ import annotations

from functools import cache

from dateline.lang.rules import LANGUAGES, lists


@cache
def link_words(name: str) -> frozenset[str]:
    """The words of one list of `lang/*/agreements.toml`."""
    return frozenset(
        w for language in LANGUAGES for w in lists(language, "agreements").get(name, ())
    )


def plain(gap: str, marks: str = " ,()[]\u00a0") -> str:
    """The words of a gap in lower case, without the marks around them."""
    return " ".join(gap.strip(marks).lower().split())
