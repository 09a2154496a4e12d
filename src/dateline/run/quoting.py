"""
A quotation across the archive: who prints it verbatim, who altered, and who was first.

The store finds the texts, `link` compares; nothing here says which wording is the true one.
"""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import Connection

from dateline.core.errors import UsageError
from dateline.link.quoting import Printed, printed_in, runs
from dateline.store.appearance import first_of, order
from dateline.store.passages import Candidate, Said, candidates
from dateline.world.fold import fold

VERBATIM, ALTERED, NOWHERE = "verbatim", "altered", "nowhere"


class Print(Struct, frozen=True, kw_only=True):
    """
    A document that prints the words; `label` is verbatim or altered.

    `differ` are (asked, printed) where they part; `speaker` whom the claim there is given to, None
    for the report itself or where no claim holds them. `first` where its time tells that it
    appeared before all others, altered ones among them.
    """

    id: str
    label: str
    words: str
    """As printed."""
    start: int
    end: int
    shared: float
    differ: tuple[tuple[str, str], ...]
    speaker: str | None
    published: str | None
    name: str
    title: str | None
    outlet: str | None
    lang: str
    address: str | None
    first: bool = False


class Quoted(Struct, frozen=True, kw_only=True):
    """What the archive knows of a quotation: `label` is that of the closest print, or nowhere."""

    asked: str
    label: str
    prints: tuple[Print, ...] = ()
    """In the order in which they came out, as far as that is known."""
    first: str | None = None
    """The document that printed it first, None where their times do not tell."""
    first_verbatim: str | None = None


def quoted(connection: Connection, asked: str, *, limit: int = 50) -> Quoted:
    """
    Every document that prints the words, at most `limit`, in order of time.

    Raises:
        UsageError: there is no word in `asked`.
    """
    looked = runs(asked)
    if not looked:
        raise UsageError(f"quote: no word to look for in {asked[:60]!r}")
    found = [
        (document, passage)
        for document in candidates(connection, looked)
        if (passage := printed_in(asked, document.text))
    ]
    found.sort(key=lambda pair: (order(pair[0].published), pair[0].id))
    first = _first([document for document, _ in found])
    same = _first([document for document, passage in found if passage.verbatim])
    prints = tuple(_print(document, passage, first) for document, passage in found)
    return Quoted(
        asked=asked,
        label=max((p.label for p in prints), default=NOWHERE),
        prints=prints[:limit],
        first=first,
        first_verbatim=same,
    )


def _first(documents: list[Candidate]) -> str | None:
    at = first_of([document.published for document in documents])
    return documents[at].id if at is not None else None


def _print(document: Candidate, passage: Printed, first: str | None) -> Print:
    words = document.text[passage.start : passage.end]
    return Print(
        id=document.id,
        label=VERBATIM if passage.verbatim else ALTERED,
        words=" ".join(words.split()),
        start=passage.start,
        end=passage.end,
        shared=passage.shared,
        differ=passage.differ,
        speaker=_speaker(document.said, words),
        published=document.published,
        name=document.name,
        title=document.title,
        outlet=document.outlet,
        lang=document.lang,
        address=document.address,
        first=document.id == first,
    )


def _speaker(said: tuple[Said, ...], words: str) -> str | None:
    """Whom the shortest claim that holds the words, or most of them, is given to."""
    low = fold(words)
    holding = [one for one in said if one.speaker and low in fold(one.words)]
    holding = holding or [one for one in said if one.speaker and fold(one.words) in low]
    return min(holding, key=lambda one: len(one.words)).speaker if holding else None
