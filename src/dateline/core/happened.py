"""What a claim says was done, and how many of what: each slot with the words that it stands on."""

from __future__ import annotations

from dateline.core.agreements import Tally
from dateline.core.layers import Item
from dateline.core.span import Span


class Trigger(Item, frozen=True, kw_only=True):
    """
    Words that name a happening (`shelled`, `took control of`): its class and mode after PLOVER.

    `mode` is empty where the words leave it open. `noun` is True for a nominalisation. `weak`
    words (`killed`) tell that harm was done, and count where no word says by what deed.
    """

    event: str
    mode: str = ""
    noun: bool = False
    weak: bool = False


class VagueTally(Tally, frozen=True, kw_only=True):
    """A count without a number (`dozens of drones`): bounds that the word allows, no best value."""


class Deed(Item, frozen=True, kw_only=True):
    """
    One happening that one claim tells of; `span` are the words that name it.

    Whether it is negated, planned or doubted is said by the claim. `actor` and `recipient` are the
    words for who did it and to whom or what, None where the sentence does not tell or it is not
    certain which words they are. `side` is the actor's, `unknown` where nothing tells it.
    """

    claim: str
    """The id of the claim."""
    event: str
    mode: str = ""
    main: bool = False
    """True for the one that the claim is first of all about."""
    actor: Span | None = None
    side: str = "unknown"
    recipient: Span | None = None
    place: Span | None = None
    """The span of the `Located` that says where."""
    time: Span | None = None
    """The span of the `Dated` that says when."""


class Counted(Item, frozen=True, kw_only=True):
    """
    A number that one claim gives of people or things, and what became of them.

    `state` is what became of them (`killed`, `shot_down`), `unit` what they are (`people`,
    `drones`), None where the words do not say. `low` and `high` are what the words allow, None
    where they set no bound on that side; `best` is the number that they name as the count, None
    where they name a bound or an order of magnitude only.
    """

    claim: str
    state: str
    unit: str | None = None
    best: int | None = None
    low: int | None = None
    high: int | None = None
