"""
What `link` makes of many documents: one happening, and how two reports or claims stand together.

Everything names documents by their id and claims by (document, claim): the same thing linked
twice, or on two machines, is the same item. Nothing here says who is right.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class ClaimRef(Struct, frozen=True, order=True):
    """One claim of one document; `claim` is the id that the document's record gives it."""

    document: str
    claim: str


class Slot(StrEnum):
    """A part of a claim that can agree or differ."""

    NUMBER = "number"
    PLACE = "place"
    DATE = "date"
    ACTOR = "actor"
    POLARITY = "polarity"


class Agreement(Struct, frozen=True, order=True):
    """One slot in two claims, as each of them words it; equal or not is told by who holds it."""

    slot: Slot
    a: str
    b: str


class Event(Struct, frozen=True, kw_only=True):
    """
    Claims about one happening: same place, time, kind and parties (an incident).

    `claims` are ordered. `earliest` and `latest` are ISO days, both included, None where no claim
    dates it. The id is made from what was linked, by `content_id("event", ...)`.
    """

    id: str
    kind: str
    """The kind of happening (`strike`, `crossing`), `unknown` where the words do not tell."""
    claims: tuple[ClaimRef, ...]
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    """A gazetteer id, the narrowest that all claims allow."""
    place_name: str | None = None
    parties: tuple[str, ...] = ()
    """Sides or named actors that take part, sorted."""
    made_by: str = ""

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that report it, each once, sorted."""
        return tuple(sorted({claim.document for claim in self.claims}))


class CopyKind(StrEnum):
    """How much was taken, and what was done to it."""

    WHOLE = "whole"
    CUT = "cut"
    SPLICED = "spliced"
    REWRITTEN = "rewritten"


class Overlap(StrEnum):
    """What two documents have in common where neither need be a copy of the other."""

    COPY = "copy"
    NOT_COPY = "not_copy"
    SHARES_QUOTE = "shares_quote"
    SHARES_PARAGRAPH = "shares_paragraph"
    SHARES_BOILERPLATE = "shares_boilerplate"


class Direction(StrEnum):
    """Who has it from whom."""

    A_FROM_B = "a_from_b"
    B_FROM_A = "b_from_a"
    UNKNOWN = "unknown"


class Copies(Struct, frozen=True, kw_only=True):
    """
    Two documents with words in common. `a` sorts before `b`.

    The shares run from 0 to 1: of the letters of `a` that stand in `b` also, and the other way
    round. They are measures of text, not of likelihood.
    """

    a: str
    b: str
    label: Overlap
    share_of_a: float
    share_of_b: float
    kind: CopyKind | None = None
    """None unless `label` is copy."""
    direction: Direction = Direction.UNKNOWN
    reason: str = ""
    """On what ground the direction is told: earlier by an hour, names the other as its source."""
    made_by: str = ""


class Corroborates(Struct, frozen=True, kw_only=True):
    """
    Two claims of different documents that say the same of one happening. `a` sorts before `b`.

    `shared` names what ties them to one origin (`text`, `origin: ...`, `footage`, `error: ...`);
    empty where nothing does, and then they count as two.
    """

    a: ClaimRef
    b: ClaimRef
    agree: tuple[Agreement, ...] = ()
    shared: tuple[str, ...] = ()
    made_by: str = ""


class Contradicts(Struct, frozen=True, kw_only=True):
    """
    Two claims about one happening that cannot both hold, with the slots that differ.

    `update` marks a later report that moves a figure on (a toll that rose): no contradiction in
    the strict sense, kept because a reader asks for it.
    """

    a: ClaimRef
    b: ClaimRef
    differ: tuple[Agreement, ...]
    agree: tuple[Agreement, ...] = ()
    update: bool = False
    made_by: str = ""


class Answers(Struct, frozen=True, kw_only=True):
    """Claim `a` denies, or does not confirm, claim `b` of another document."""

    a: ClaimRef
    b: ClaimRef
    act: str
    """`denied` or `not_confirmed`, as `Claim.status` spells them."""
    made_by: str = ""


class Origin(Struct, frozen=True, kw_only=True):
    """
    Documents that go back to one source; N reports from K origins is K of these.

    `first` is the earliest of them, None where their times do not tell.
    """

    documents: tuple[str, ...]
    first: str | None = None
    shared: tuple[str, ...] = ()
    """What they have in common: `text`, `origin: ...`, `footage`, `error: ...`."""


class Corrected(Struct, frozen=True, kw_only=True):
    """
    One address, read twice. `told` where the newer version says that it was changed.

    Not told, a change of headline, number, date or attribution is a silent correction.
    """

    older: str
    newer: str
    changes: tuple[tuple[str, str, str], ...]
    """(what it touches, the older words, the newer words): headline, number, date, attribution,
    wording, or published (the time the page gives). Empty words stand for none."""
    told: bool = False


Link = Copies | Corroborates | Contradicts | Answers
