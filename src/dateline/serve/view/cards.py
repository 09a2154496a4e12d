"""
The cards beside an article: each claim with its values, what each rests on, and what people said.

A value keeps what the machine read apart from what a person put beside it; neither hides the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.core.record import Pair, Record, RecordClaim, RecordTime
from dateline.serve.view.labels import CERTAINTY, N_, SIDE, STATUS, VOICE
from dateline.serve.view.spoken import bounds, spoken
from dateline.world.gazetteer import gazetteer

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Value:
    """One field of a claim: in words, as stored, why, and what a person put in its place."""

    field: str
    shown: str
    raw: str
    reason: str = ""
    words: tuple[str, ...] = ()
    anchor: str = ""
    """Where on the page the times or places are explained."""
    human: Any = None
    """The overlay's value: `.human`, `.who`, `.when`, `.why`; None where nobody changed it."""
    human_shown: str = ""

    @property
    def now(self) -> str:
        """What holds: the person's value where there is one."""
        return self.human_shown if self.human is not None else self.shown


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as its card shows it; `n` counts from 1 as people see it."""

    n: int
    claim: RecordClaim
    quote: str
    values: Mapping[str, Value]
    review: Any

    @property
    def state(self) -> str:
        """open, accepted, rejected or edited."""
        return self.review.state if self.review else "open"

    @property
    def own(self) -> bool:
        """Whether the report says it in its own voice."""
        return self.claim.attribution == "own_voice"

    @property
    def private(self) -> bool:
        """Whether the speaker is a private person whose name is blurred."""
        return bool(self.review and getattr(self.review, "private", False))


class Cards:
    """The cards of one record; a person's language and words decide how values read."""

    def __init__(self, record: Record, reviews: Mapping[str, Any], *, lang: str, say: Say) -> None:
        self.record = record
        self._reviews = reviews
        self._lang = lang
        self._say = say
        self._at = {claim.id: n for n, claim in enumerate(record.claims, 1)}

    def all(self) -> tuple[Card, ...]:
        """Every card in the order of the record."""
        return tuple(self._card(n, claim) for n, claim in enumerate(self.record.claims, 1))

    def one(self, ident: str) -> Card | None:
        """The card of one claim; None where the record has no such claim."""
        n = self._at.get(ident)
        return self._card(n, self.record.claims[n - 1]) if n else None

    def number(self, ident: str | None) -> int:
        """The number of a claim on the page; 0 where there is none."""
        return self._at.get(ident or "", 0)

    def _card(self, n: int, claim: RecordClaim) -> Card:
        review = self._reviews.get(claim.id)
        human = dict(getattr(review, "values", None) or {})
        made = (
            self._speaker(claim),
            self._role(claim),
            self._side(claim),
            self._status(claim),
            self._chain(claim),
            self._time(claim, "said", claim.said),
            self._time(claim, "happened", claim.happened),
            self._place(claim),
        )
        values = {value.field: self._with(value, human.get(value.field)) for value in made}
        return Card(n=n, claim=claim, quote=self._quote(claim), values=values, review=review)

    def _quote(self, claim: RecordClaim) -> str:
        return " … ".join(self._words(pair) for pair in claim.content)

    def _words(self, pair: Pair) -> str:
        return self.record.document.text[pair[0] : pair[1]]

    def _ground(self, claim: RecordClaim, field: str) -> tuple[str, ...]:
        return tuple(self._words((g.start, g.end)) for g in claim.grounds if g.field == field)

    def _with(self, value: Value, human: Any) -> Value:
        if human is None:
            return value
        return Value(
            field=value.field,
            shown=value.shown,
            raw=value.raw,
            reason=value.reason,
            words=value.words,
            anchor=value.anchor,
            human=human,
            human_shown=self.shown(value.field, human.human) or self._say(N_("none")),
        )

    def shown(self, field: str, raw: Any) -> str:
        """A stored value of a field in words of the page's language."""
        text = str(raw or "")
        if field in ("said", "happened"):
            return spoken(text, self._lang, self._say)
        if field == "status":
            return self._say(STATUS.get(text, text)) if text else ""
        if field == "side":
            return self._say(SIDE.get(text, text)) if text else ""
        if field == "place":
            known = gazetteer().place(text) if text else None
            return known.name if known else text
        return text

    def _speaker(self, claim: RecordClaim) -> Value:
        words = tuple(self._words(pair) for pair in claim.source)
        if claim.speaker:
            shown = claim.speaker.name
            reason = (
                N_("named in the words of the source")
                if words
                else N_("not named here: known from the words before")
            )
        elif claim.attribution == "own_voice":
            shown = self._say(N_("the report itself"))
            reason = N_("no words give it to anyone else")
        else:
            shown = self._say(N_("source not named"))
            reason = N_("there is a word of saying and no source")
        raw = claim.speaker.name if claim.speaker else ""
        found = words or self._ground(claim, "speaker")
        return Value("speaker", shown, raw, self._say(reason), found)

    def _role(self, claim: RecordClaim) -> Value:
        role = (claim.speaker.role if claim.speaker else None) or ""
        reason = self._say(N_("from the title beside the name, or from the list of offices"))
        return Value("role", role, role, reason, self._ground(claim, "speaker") if role else ())

    def _side(self, claim: RecordClaim) -> Value:
        side = claim.speaker.side if claim.speaker else ""
        if side == "unknown":
            return Value("side", "", side, self._say(N_("nothing in the words tells it")))
        reason = self._say(N_("from the office, unit or body that the speaker belongs to"))
        return Value("side", self.shown("side", side), side, reason, self._ground(claim, "speaker"))

    def _status(self, claim: RecordClaim) -> Value:
        told = [VOICE.get(claim.attribution, claim.attribution)]
        told.append(CERTAINTY.get(claim.certainty, claim.certainty))
        told += [N_("negated")] * claim.negated + [N_("about the future")] * claim.future
        reason = " · ".join(self._say(word) for word in told)
        cues = tuple(self._words(pair) for pair in claim.cue)
        words = dict.fromkeys((*cues, *self._ground(claim, "status")))
        return Value(
            "status", self.shown("status", claim.status), claim.status, reason, tuple(words)
        )

    def _chain(self, claim: RecordClaim) -> Value:
        shown = " → ".join((*claim.chain, self._say(N_("this report")))) if claim.chain else ""
        reason = self._say(N_("each passes on what the one before it said or showed"))
        return Value("chain", shown, " → ".join(claim.chain), reason)

    def _time(self, claim: RecordClaim, field: str, raw: str | None) -> Value:
        if raw is None:
            return Value(field, "", "", self._say(N_("the report does not tell")))
        n, time = self._dated(claim, field, raw)
        reason = time.reason if time else ""
        if time and (told := bounds(time.earliest, time.latest, self._lang, self._say)):
            reason = f"{told}. {reason}" if reason else told
        shown = spoken(raw, self._lang, self._say)
        anchor = f"t{n}" if n else ""
        return Value(field, shown, raw, reason, self._ground(claim, field), anchor)

    def _dated(self, claim: RecordClaim, field: str, raw: str) -> tuple[int, RecordTime | None]:
        """The time of the record that the value was taken from."""
        at = {(g.start, g.end) for g in claim.grounds if g.field == field}
        same = [(n, t) for n, t in enumerate(self.record.times, 1) if t.value == raw]
        for n, time in sorted(same, key=lambda item: (item[1].start, item[1].end) not in at):
            return n, time
        return 0, None

    def _place(self, claim: RecordClaim) -> Value:
        if claim.place is None:
            return Value("place", "", "", self._say(N_("the report does not tell")))
        place = self.record.places[claim.place]
        words = (self._words((place.start, place.end)),)
        raw = place.id or place.name
        return Value("place", place.name, raw, place.reason, words, f"p{claim.place + 1}")
