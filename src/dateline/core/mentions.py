"""What `annotate` and `read` find in the words. What a mention refers to is a value's business."""

from __future__ import annotations

from enum import StrEnum

from dateline.core.layers import Item
from dateline.core.span import Span
from dateline.core.time import Says


class Sentence(Item, frozen=True, kw_only=True):
    """One sentence within one block; a quotation's inner full stops do not end it."""


class Quotation(Item, frozen=True, kw_only=True):
    """
    Words set off by quotation marks, or by a dialogue dash.

    `span` runs from the first mark to the last; `pieces` are the quoted words without their
    marks, more than one where the quotation runs over paragraphs, each with an opening mark.
    """

    pieces: tuple[Span, ...]
    depth: int = 0
    """0 for a quotation that stands in no other."""
    closed: bool = True
    """False where the closing mark is missing and its place was inferred."""
    scare: bool = False
    """True for a term, title or name set in marks, not for speech."""


class Timex(Item, frozen=True, kw_only=True):
    """
    A time expression and what its words alone say.

    `type` is DATE, TIME, DURATION or SET; `value` is TIMEX3 with X for each digit that the words
    leave open (`XXXX-05-20`); `mod` is a TIMEX3 modifier; `zone` is the zone as stated, None
    where none is. `says` holds what the words count from; `event` the words that name the event
    they count from, `predicated` that a verb of happening governs them ("came two weeks after").
    """

    type: str
    value: str
    mod: str | None = None
    zone: str | None = None
    says: Says = Says()
    count: tuple[float, float] | None = None
    """The stated number of units, fewest and most, of a stretch or a shift."""
    event: Span | None = None
    predicated: bool = False
    holiday: str | None = None
    """The id of a holiday that the words name, whose day may differ from year to year."""


class Happening(Item, frozen=True, kw_only=True):
    """
    A word that names something that happened, and its class (`crossing`, `statement`).

    `first` is True where the words beside it say that it was the first of its kind.
    """

    type: str
    first: bool = False


class PlaceRole(StrEnum):
    """What a place name does in its sentence; maps and checks use LOCATION only."""

    LOCATION = "location"
    ACTOR = "actor"
    DEMONYM = "demonym"
    UNIT = "unit"
    ORGANISATION = "organisation"


class Toponym(Item, frozen=True, kw_only=True):
    """
    A place name as written, its role, and the gazetteer entries it could be.

    `kinds` narrows what it can be, from the words around it ("Sumy ... regions": `("oblast",)`).
    Two more words stand there too: `sector` for a sector of the front named for it, and
    `vicinity:10.0:0` for "10 km north of it" (kilometres, degrees from north or nothing).
    """

    role: PlaceRole
    candidates: tuple[str, ...]
    """Gazetteer ids, best known first; resolving is not done here."""
    kinds: tuple[str, ...] = ()


class NameKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    OFFICE = "office"
    UNIT = "unit"
    GROUP = "group"
    OUTLET = "outlet"
    FOOTAGE = "footage"
    PLACE = "place"
    """A place that can stand for its government (Kyiv, the Kremlin)."""
    PRONOUN = "pronoun"
    OTHER = "other"
    """Some other phrase, kept because a word of saying stands right behind it."""


class Name(Item, frozen=True, kw_only=True):
    """
    A noun phrase that can be a source: a person, body, office, unit, group, outlet or recording.

    `span` is the full phrase with title and appositive; `head` the words that name it.
    """

    type: NameKind
    head: Span
    title: Span | None = None
    """The office, rank or profession in the phrase, where it has one."""


class Act(StrEnum):
    """What a cue does: the class of its saying."""

    ASSERT = "assert"
    REPORT = "report"
    DISTANCE = "distance"
    DENY = "deny"
    CONFIRM = "confirm"
    NOT_CONFIRM = "not_confirm"
    UNVERIFIED = "unverified"
    PREDICT = "predict"
    WARN = "warn"
    PROMISE = "promise"
    DEMAND = "demand"
    SHOW = "show"
    DECLINE = "decline"


class Cue(Item, frozen=True, kw_only=True):
    """Words of saying (`announced`, `according to`, `was not confirmed by`): class and form."""

    act: Act
    lemma: str
    form: str
    """`verb`, `noun`, `phrase` (according to) or `passive`: how source and content attach."""
    takes: str = ""
    """What can follow, in letters: t clause, q quotation, n noun phrase, i infinitive, a addressee
    first."""
    inflection: str = ""
    """The form of a verb as its paradigm names it: base, pres, past, ger."""
    negated: bool = False


class Frame(Item, frozen=True, kw_only=True):
    """A contested term in use (`buffer zone`): the id of its row in the frame table."""

    frame: str


class Known(Item, frozen=True, kw_only=True):
    """Words that name something of the table of dated facts: the ids of its rows."""

    facts: tuple[str, ...]


class Unnamed(Item, frozen=True, kw_only=True):
    """A group of experts that nobody names ("analysts", "some military experts")."""


class Abbreviation(Item, frozen=True, kw_only=True):
    """A run of capitals that stands for something: the glossary's expansion, None if unknown."""

    expansion: str | None = None
    near: tuple[str, ...] = ()
    """Known abbreviations of the field one letter away, only where it is unknown."""
