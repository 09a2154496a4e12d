"""
A chronology to take along for an editor: the same rows as Markdown, as HTML and as a Word document.

Each row is cited with outlet, time, capture hash and link. The words are those that were published.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from io import BytesIO

from msgspec import Struct

from dateline.present.words import STATUS, about_speaker, day, who
from dateline.serve.story.citation import Citation, of_claim
from dateline.serve.story.telling import Line, Telling

NOTICE = (
    "Made by dateline. It records what was published, with who said it; it passes no verdict on "
    "what happened."
)
HEADINGS = ("When", "Where", "Who says it", "How it is put", "Words", "Source")


class Entry(Struct, frozen=True, kw_only=True):
    """One row of a chronology in words; `citation` proves it."""

    number: int
    when: str
    where: str
    who: str
    put: str
    words: str
    citation: Citation

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        return self.when, self.where, self.who, self.put, self.words


class Written(Struct, frozen=True, kw_only=True):
    """A whole chronology in words."""

    title: str
    subtitle: str
    entries: tuple[Entry, ...]


def written(told: Telling, lines: Sequence[Line], *, root: str) -> Written:
    """The rows of `lines`; `root` is where this workbench is reached, without a slash."""
    return Written(
        title=title_of(told),
        subtitle=f"{len(told.reports)} reports from {len(told.story.origins) or 1} origins",
        entries=tuple(_entry(line, root) for line in lines),
    )


def title_of(told: Telling) -> str:
    """Kind, place and days of the event; of a document its title or first words."""
    event = told.story.event
    if event is None:
        report = told.story.reports[0]
        return report.title or report.lead
    when = day(event.earliest) if event.earliest else ""
    if event.latest and event.latest != event.earliest:
        when = f"{when} to {day(event.latest)}"
    return ", ".join(
        part for part in (event.kind.replace("_", " "), event.place_name, when) if part
    )


def _entry(line: Line, root: str) -> Entry:
    about = ", ".join(about_speaker(line.claim))
    name = who(line.claim)
    also = f"; repeated by {len(line.repeats)} more" if line.repeats else ""
    denies = f"; answers {', '.join(map(str, line.answers))}" if line.answers else ""
    return Entry(
        number=line.number,
        when=when_of(line),
        where=line.place.name if line.place else "",
        who=f"{name} ({about})" if about else name,
        put=STATUS.get(line.claim.status, line.claim.status) + denies + also,
        words=line.words,
        citation=of_claim(line.kept, line.claim, root=root),
    )


def when_of(line: Line) -> str:
    """When it is said to have happened: a day, or two with a dash; empty where nothing tells."""
    if line.time is None:
        return ""
    first, last = str(line.time.earliest)[:10], str(line.time.latest)[:10]
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def markdown(of: Written) -> str:
    """A table with numbered citations below; everything from outside escaped."""
    head = f"# {_plain(of.title)}\n\n{_plain(of.subtitle)}. {NOTICE}\n\n"
    table: list[tuple[str, ...]] = [("#", *HEADINGS[:5]), ("---",) * 6]
    table += [(str(e.number), *map(_plain, e.cells)) for e in of.entries]
    rows = "\n".join("| " + " | ".join(row) + " |" for row in table)
    sources = "\n".join(f"{e.number}. {_plain(e.citation.text)}" for e in of.entries)
    return f"{head}{rows}\n\n## Sources\n\n{sources}\n"


def _plain(words: str) -> str:
    """Words that no Markdown reader takes for mark-up."""
    flat = " ".join(words.split())
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+!|<>~&" else c for c in flat)


def page(of: Written) -> str:
    """A page that stands alone, without script, style sheet or request."""
    cells = "".join(f"<th scope=col>{name}</th>" for name in ("#", *HEADINGS))
    rows = "".join(
        f"<tr><td>{e.number}</td>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in e.cells)
        + f"<td>{escape(e.citation.text)}</td></tr>"
        for e in of.entries
    )
    title = escape(of.title)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><h1>{title}</h1><p>{escape(of.subtitle)}. {NOTICE}</p>"
        f"<table border=1><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table>"
        "</body></html>\n"
    )


def docx(of: Written) -> bytes:
    """A Word document (Office Open XML), landscape, one table with its sources below."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt

    paper = Document()
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    paper.core_properties.title = _printable(of.title)
    paper.core_properties.author = "dateline"
    paper.add_heading(_printable(of.title), 1)
    paper.add_paragraph(_printable(f"{of.subtitle}. {NOTICE}"))
    table = paper.add_table(rows=1, cols=6, style="Light Grid Accent 1")
    for cell, name in zip(table.rows[0].cells, ("#", *HEADINGS[:5]), strict=True):
        cell.text = name
    for entry in of.entries:
        row = table.add_row()
        for cell, words in zip(row.cells, (str(entry.number), *entry.cells), strict=True):
            cell.text = _printable(words)
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(9)
    paper.add_heading("Sources", 2)
    for entry in of.entries:
        paper.add_paragraph(_printable(f"{entry.number}. {entry.citation.text}"))
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _printable(words: str) -> str:
    """Words without the control characters that XML has no place for."""
    return "".join(c for c in words if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))
