"""
The report for people: one self-contained HTML file that asks nothing of the network.

Everything from outside is escaped by Jinja; a content policy allows this page's own style and
script by their digests and nothing else, so that a hostile text cannot run even by mistake.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dateline.core.record import Record, RecordPlace
from dateline.present import happened, words
from dateline.present.checked import Checked
from dateline.present.chronology import Chronology, chronology
from dateline.present.headline import Statement, statements
from dateline.present.limits import LIMITS
from dateline.present.locator import Locator, locator
from dateline.present.marks import Marked, marked
from dateline.present.projection import WIDTH

_HERE = Path(__file__).parent / "page"


@dataclass(frozen=True, slots=True)
class Report:
    """One record made ready for the template; `key` begins every id of its section."""

    key: str
    checked: Checked
    blocks: tuple[Marked, ...]
    statements: tuple[Statement, ...]
    chronology: Chronology
    locator: Locator

    @property
    def record(self) -> Record:
        return self.checked.record

    @property
    def sections(self) -> list[tuple[bool, list[Marked]]]:
        """Blocks in text order; furniture that stands together is told apart as one."""
        runs = groupby(self.blocks, key=lambda block: block.role == "furniture")
        return [(furniture, list(same)) for furniture, same in runs]

    @property
    def names(self) -> list[tuple[RecordPlace, tuple[int, ...]]]:
        """The place names, those told in the same words with the same ground once, numbered."""
        rows: dict[tuple[str, ...], list[int]] = {}
        for number, place in enumerate(self.record.places, 1):
            words = self.checked.words((place.start, place.end))
            key = (words, place.role, place.id or place.name, place.reason)
            rows.setdefault(key, []).append(number)
        return [(self.record.places[same[0] - 1], tuple(same)) for same in rows.values()]

    @property
    def title(self) -> str:
        """The headline, else the name of the file."""
        return self.record.document.title or self.checked.name

    @property
    def voices(self) -> list[tuple[str, tuple[str, ...], tuple[int, ...]]]:
        """Each source, what is known of it, and its claims; in the order they first speak."""
        rows: dict[str, tuple[tuple[str, ...], list[int]]] = {}
        for number, claim in enumerate(self.record.claims, 1):
            if claim.attribution != "own_voice":
                rows.setdefault(words.who(claim), (words.about_speaker(claim), []))[1].append(
                    number
                )
        return [(name, about, tuple(numbers)) for name, (about, numbers) in rows.items()]

    @property
    def named(self) -> int:
        """How many of the voices have a name."""
        names = {c.speaker.name for c in self.record.claims if c.speaker and c.speaker.named}
        return sum(name in names for name, *_ in self.voices)


def page(all_checked: Sequence[Checked]) -> str:
    """The page of one report, or of several below a list of them."""
    reports = [_report(f"r{at}", checked) for at, checked in enumerate(all_checked, 1)]
    style, script = _file("report.css"), _file("report.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    template = _environment().get_template("report.html.jinja")
    return template.render(
        reports=reports, style=style, script=script, policy=policy, limits=LIMITS
    )


def _report(key: str, checked: Checked) -> Report:
    record = checked.record
    return Report(
        key=key,
        checked=checked,
        blocks=marked(record),
        statements=statements(record),
        chronology=chronology(record),
        locator=locator(record),
    )


@cache
def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8").strip()


def _digest(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update({"words": words, "happened": happened, "map_width": WIDTH, "web": _web})
    made.filters["plain"] = _plain
    return made


def _web(url: str | None) -> bool:
    """Whether an address may become a link: nothing but the web, never `javascript:`."""
    return bool(url) and url.lower().startswith(("https://", "http://"))  # type: ignore[union-attr]


def _plain(value: Any) -> str:
    """An identifier as words: `since_earliest` as `since earliest`."""
    return str(value).replace("_", " ")
