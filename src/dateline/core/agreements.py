"""
Things that a report says about each other, so that they must agree: found together, compared later.

`annotate` finds that the words belong together (a weekday and its date, a total and its parts);
`check` compares the values. Whether they agree is not told here.
"""

from __future__ import annotations

from dateline.core.layers import Item
from dateline.core.span import Span


class DayName(Item, frozen=True, kw_only=True):
    """A weekday, said of a date beside it. `span` is the weekday; `date` the `Timex`."""

    weekday: int
    """ISO: 1 for Monday to 7 for Sunday."""
    date: Span


class ClockPair(Item, frozen=True, kw_only=True):
    """Two clock times in two stated zones, said to be one moment; `span` covers both `Timex`."""

    first: Span
    second: Span


class SameMoment(Item, frozen=True, kw_only=True):
    """
    How far the two times of a `ClockPair` lie apart.

    `minutes` is the second less the first, between -720 and 720, whole days left out.
    """

    first: Span
    second: Span
    minutes: int
    zones: tuple[str, str]
    """Each zone as stated, and its offset on that day."""
    day: str


class Order(Item, frozen=True, kw_only=True):
    """A word that puts one dated thing before another; `span` is the word ("after")."""

    earlier: Span
    later: Span


class Tally(Item, frozen=True, kw_only=True):
    """
    A counted number of people or things; `span` runs from the number to the word counted.

    `unit` is the class of the thing (`people`, `women`, `drones`), `state` what has happened to
    it (`killed`, `wounded`, `launched`); each None where the words do not say. `low` to `high` is
    what the words allow; `high` is infinite for "at least".
    """

    number: Span
    value: float
    low: float
    high: float
    unit: str | None = None
    state: str | None = None
    single: bool = False
    """True for one person without a number ("a woman")."""


class Compound(Item, frozen=True, kw_only=True):
    """A number that is part of a word ("12-year lows", "28-летний"); `span` is the number."""

    value: float
    word: str
    """How the word behind it begins, folded: enough to know it in another form."""


class Counterpart(Item, frozen=True, kw_only=True):
    """
    A number of the headline, and one that the body tells of the same thing.

    `span` is the headline's number, `other` the body's; each has what its words allow. `shared`
    is the part of the headline's longer words that stand beside the other.
    """

    other: Span
    value: tuple[float, float]
    """The headline's and the body's."""
    range: tuple[float, float]
    """What the body's words allow, fewest and most."""
    of: str
    """The class, or how the word begins, that both count; empty where only the setting is one."""
    shared: float


class PartOf(Item, frozen=True, kw_only=True):
    """
    Numbers said to be parts of those told before them in the sentence ("52 of them").

    `span` is the first part's number. The parts are of kinds that exclude each other, so that
    together they can be no more than the whole; each has its fewest, each whole its most.
    """

    parts: tuple[tuple[Span, float], ...]
    wholes: tuple[tuple[Span, float], ...]


class Total(Item, frozen=True, kw_only=True):
    """A number said to consist of the parts that follow it in the same clause, all exact."""

    value: float
    number: Span
    parts: tuple[tuple[Span, float], ...]


class Share(Item, frozen=True, kw_only=True):
    """A part, its whole, and the per cent that the part is said to be; `span` is the per cent."""

    percent: float
    part: float
    whole: float
    amounts_at: tuple[Span, Span]


class Change(Item, frozen=True, kw_only=True):
    """A change in per cent, with the two amounts it is from and to; `span` covers all three."""

    percent: float
    percent_at: Span
    before: float
    after: float
    amounts_at: tuple[Span, Span]
    rises: bool


class Restated(Item, frozen=True, kw_only=True):
    """Two numbers of two sentences that are told in the same words; `span` is the second's."""

    first: Span
    second: Span


class SaidWithin(Item, frozen=True, kw_only=True):
    """A settlement said to lie in a region; `span` covers both, each the span of a `Toponym`."""

    place: Span
    region: Span


class PastDate(Item, frozen=True, kw_only=True):
    """A day, without a year or with one, that the words around it tell as past."""

    date: Span


class Requoted(Item, frozen=True, kw_only=True):
    """
    Quoted words set beside other words of the report; `span` is the quotation.

    `nearest` are the words of the report most like them, None where nothing is. `shared` is the
    part of the quotation's words that stands there too, 0 to 1. `changed` names the words that
    differ, (here, there), where the two run parallel.
    """

    nearest: Span | None
    shared: float
    changed: tuple[tuple[str, str], ...] = ()


class AgeOf(Item, frozen=True, kw_only=True):
    """The only age of a report, and the only birth that it dates; `span` is the age."""

    age: int
    birth: Span


class Echo(Item, frozen=True, kw_only=True):
    """
    A claim of the body in which words of the headline come again; `span` is the headline's claim.

    `shared` is the part of the headline's longer words that the body's sentence has, 0 to 1.
    """

    claim: str
    """The id of the body's claim."""
    shared: float


class Confirmation(Item, frozen=True, kw_only=True):
    """A word of confirming ("confirms", "has not confirmed", "unconfirmed")."""

    negated: bool


class Recording(Item, frozen=True, kw_only=True):
    """A word for sound or pictures in which people are heard or seen."""


class StretchOf(Item, frozen=True, kw_only=True):
    """
    A stretch of time and the two days of its sentence that it is said to join.

    `span` is the stretch; `first` and `second` are each the span of a `Timex`.
    """

    first: Span
    second: Span


class DayBeside(Item, frozen=True, kw_only=True):
    """Words that count from publication ("yesterday", "two weeks ago") and the date beside them."""

    date: Span


class SaidAgo(Item, frozen=True, kw_only=True):
    """
    How far from publication the words put a date, and how far it lies.

    `stated` is the fewest and the most days, negative for the past; `days` the date's own.
    """

    date: Span
    stated: tuple[int, int]
    days: int
    day: str


class CutOff(Item, frozen=True, kw_only=True):
    """The last words of a text that has no end; `why` is how that shows (`word`, `teaser`)."""

    why: str


class Residue(Item, frozen=True, kw_only=True):
    """What a program left in the text; `type` is demo, translation, encoding or alphabets."""

    type: str
