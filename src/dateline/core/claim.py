"""The unit of the record: one thing that one source is published as saying."""

from __future__ import annotations

from enum import StrEnum

from dateline.core.layers import Item
from dateline.core.mentions import Act
from dateline.core.span import Span
from dateline.core.values import Speaker


class Certainty(StrEnum):
    """How sure the source is made to sound (FactBank: CT, PR, PS, U)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSTATED = "unstated"


class Voice(StrEnum):
    """How the words are given: the source's own, retold, both, or the outlet's."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OWN_VOICE = "own_voice"


class Claim(Item, frozen=True, kw_only=True):
    """
    What was claimed, by whom, when it was said, and when and where it is said to have happened.

    `span` is the hull of `content`. `said` and `happened` are TIMEX3, None where the report does
    not tell; they are never guessed. `grounds` names the spans that each field was taken from.
    """

    id: str
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    chain: tuple[str, ...] = ()
    """From the origin outward: ("soldiers of the Kemerovo Company", "video", "Russia-1")."""
    voice: Voice = Voice.OWN_VOICE
    act: Act | None = None
    """The class of the cue; None in the outlet's own voice."""
    certainty: Certainty = Certainty.CERTAIN
    negated: bool = False
    future: bool = False
    conditional: bool = False
    relayed: bool = False
    """The record's own source passes on what another said or showed, and does not vouch for it."""
    said: str | None = None
    happened: str | None = None
    place: Span | None = None
    """The span of the `Located` that says where."""
    answers: str | None = None
    """The id of the claim that is denied or not confirmed."""
    grounds: tuple[tuple[str, Span], ...] = ()
    """(field, span): the words that each field rests on."""

    @property
    def status(self) -> str:
        """The word shown to people: derived, while the facts it rests on are stored."""
        return _BY_ACT.get(self.act, "") if self.act in _BY_ACT else self._by_facts()

    def _by_facts(self) -> str:
        if self.conditional:
            return "conditional"
        if self.certainty in (Certainty.POSSIBLE, Certainty.PROBABLE):
            return "possible"
        if self.future:
            return "predicted"
        return "reported" if self.relayed else "asserted"


_BY_ACT: dict[Act | None, str] = {
    Act.DENY: "denied",
    Act.NOT_CONFIRM: "not_confirmed",
    Act.DECLINE: "not_confirmed",
    Act.UNVERIFIED: "unverified",
}
