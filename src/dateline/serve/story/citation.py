"""
A citation of words that were published: who said them, where, when, and the capture that proves it.

Plain text, made to be pasted; it cites what was published and says nothing about whether it is so.
"""

from __future__ import annotations

from msgspec import Struct

from dateline.core.errors import UsageError
from dateline.core.kept import Kept
from dateline.core.record import RecordClaim
from dateline.present.words import about_speaker, day, quoted, who, words_of
from dateline.serve.story.telling import outlet_of

_HASH = 16


class Citation(Struct, frozen=True, kw_only=True):
    """One citation; `link` leads to the words in this workbench, `address` to the page itself."""

    words: str
    said_by: str
    outlet: str
    title: str
    published: str
    address: str
    fetched: str
    sha256: str
    document: str
    link: str

    @property
    def text(self) -> str:
        """One paragraph: “words”, who, outlet, title, date, address, capture."""
        parts = [
            quoted(self.words) if self.words else "",
            f"— {self.said_by}" if self.said_by else "",
            ", ".join(part for part in (self.outlet, self.title, self.published) if part),
            self.address,
            f"captured {self.fetched}, SHA-256 {self.sha256}",
            self.link,
        ]
        return ". ".join(part.rstrip(".") for part in parts if part) + "."

    @property
    def short(self) -> str:
        """Outlet, date and the first digits of the capture's hash: for a footnote."""
        head = ", ".join(part for part in (self.outlet, self.published) if part)
        return f"{head} [{self.sha256[:_HASH]}]"


def of_claim(kept: Kept, claim: RecordClaim, *, root: str) -> Citation:
    """The citation of a claim; `root` is where this workbench is reached, without a slash."""
    speaker = "" if claim.attribution == "own_voice" else who(claim)
    about = about_speaker(claim)
    said_by = f"{speaker} ({', '.join(about)})" if speaker and about else speaker
    words = words_of(kept.record, claim)
    return _citation(kept, words, said_by, f"{root}/reports/{kept.key}#{claim.id}")


def of_words(kept: Kept, start: int, end: int, *, root: str) -> Citation:
    """
    The citation of some words of a report, by code points.

    Raises:
        UsageError: there are no such words in it.
    """
    text = kept.record.document.text
    if not 0 <= start < end <= len(text):
        raise UsageError(f"[{start}, {end}) is not in the report: want 0 to {len(text)}")
    link = f"{root}/reports/{kept.key}?start={start}&end={end}"
    return _citation(kept, " ".join(text[start:end].split()), "", link)


def of_report(kept: Kept, *, root: str) -> Citation:
    """The citation of a whole report."""
    return _citation(kept, "", "", f"{root}/reports/{kept.key}")


def _citation(kept: Kept, words: str, said_by: str, link: str) -> Citation:
    document = kept.record.document
    return Citation(
        words=words,
        said_by=said_by,
        outlet=outlet_of(kept),
        title=document.title or "",
        published=day(document.published) if document.published else "no publication date",
        address=kept.address or kept.capture.container or "",
        fetched=kept.capture.fetched,
        sha256=kept.capture.sha256,
        document=kept.key,
        link=link,
    )
