"""
Write the month and weekday names of CLDR to lang/<language>/timex_cldr.tsv.

Run by a person after raising Babel: `.venv/bin/python tools/cldr_names.py`. Babel is no
dependency of dateline itself; the tables it gave are committed.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

LANG = Path(__file__).parents[1] / "src" / "dateline" / "lang"
WIDTHS = ("wide", "abbreviated")
CONTEXTS = ("format", "stand-alone")
SHORTEST = 2


Found = dict[tuple[str, str, int], None]


def names(language: str) -> Found:
    """(form, cat, number) in the order of CLDR, each once; weekdays count from Monday = 1."""
    locale = Locale(language)
    found: Found = {}
    for width in WIDTHS:
        for context in CONTEXTS:
            for number, name in locale.months[context][width].items():
                _note(found, name, ("month", number), width)
            for number, name in locale.days[context][width].items():
                _note(found, name, ("wd", number + 1), width)
    return {key: None for key in found if len(key[0]) >= SHORTEST}


def _note(found: Found, name: str, what: tuple[str, int], width: str) -> None:
    """Short forms are kept apart: they count only beside a number ("лист" is a leaf, too)."""
    form = name.lower().rstrip(".").replace("ʼ", "'")
    cat, number = what
    if width == "abbreviated" and (form, cat, number) not in found:
        cat = f"{cat}ab"
    found[form, cat, number] = None


def write(language: str) -> None:
    """The table of one language: form, cat, value, when (`capital` or nothing)."""
    lines = ["forms\tcat\tvalue\twhen"]
    for form, cat, number in names(language):
        capital = language == "en"
        lines.append(f"{form}\t{cat}\t{number}\t{'capital' if capital else ''}")
    path = LANG / language / "timex_cldr.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for language in ("en", "ru", "uk"):
        write(language)
