"""WCAG 2.2 AA: text stands out from what is behind it by 4.5 to 1, by light and in the dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dateline.present.html as page

CSS = (Path(page.__file__).parent / "page" / "report.css").read_text(encoding="utf-8")
LIGHT, DARK = re.findall(r":root \{(.*?)\n\s*\}", CSS, re.S)[:2]
CERTAINTIES = ("certain", "probable", "possible", "unstated")
SEVERITIES = ("error", "warning", "note")
TEXT = ("ink", "soft", "link", "quote", "hatch", *CERTAINTIES, *SEVERITIES)
PAIRS = [
    *((text, behind) for text in TEXT for behind in ("paper", "panel", "lit")),
    *((text, behind) for text in ("ink", "quote", "soft") for behind in ("time", "place", "mark")),
    *((text, behind) for text in ("ink", "soft") for behind in ("land", "water", "named")),
    *(("paper", behind) for behind in ("error", "warning", "note", "certain")),
]


def colours(*blocks: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", "".join(blocks)))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("scheme"), [colours(LIGHT), colours(LIGHT, DARK)], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "behind"), PAIRS)
def test_text_can_be_read(scheme: dict[str, str], text: str, behind: str) -> None:
    darker, lighter = sorted((luminance(scheme[text]), luminance(scheme[behind])))

    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
