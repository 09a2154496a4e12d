"""
A machine-made record with what people decided folded over it; the record itself is never touched.

A decision names the claim's id, and the words it stood on. On a newer reading of the document it
holds where the id is the same, or the words at the same place; else it is listed as made on an
earlier reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from dateline.core.record import Record, RecordClaim, RecordFinding
from dateline.store.decisions import Decision, live

FIELDS = ("speaker", "role", "side", "status", "said", "happened", "place")
CHANGES = ("accept", "reject", "edit", "split", "merge")
_STATE = {"accept": "accepted", "reject": "rejected"}
Pairs = tuple[tuple[int, int], ...]


class Human(Struct, frozen=True, kw_only=True):
    """A person's value of a field beside the machine's; None for "the report does not tell"."""

    machine: Any
    human: Any
    who: str
    when: str
    why: str
    decision: str


class Remark(Struct, frozen=True, kw_only=True):
    """A comment, a sign-off (no `text`) or a link (`text` is the id of the other end)."""

    who: str
    when: str
    text: str
    decision: str


class Reviewed(Struct, kw_only=True):
    """Where the work on a claim, a finding, a value or the document stands."""

    state: str = "open"
    """open, accepted, rejected or edited."""
    values: dict[str, Human] = {}
    comments: list[Remark] = []
    links: list[Remark] = []
    signoffs: list[Remark] = []
    """Those that hold: nothing was changed since, and by a second person where that is asked."""
    assignee: str | None = None
    private: bool = False
    graphic: bool = False
    rating: dict[str, str] = {}
    """`source` A to F, `information` 1 to 6 (the Admiralty code); people's, never ours."""
    parts: tuple[Pairs, ...] = ()
    """The spans of each part, where the claim was split."""
    merged_into: str | None = None
    deciders: list[str] = []
    """The ids of those whose decisions it rests on."""
    changed: int = 0
    """The number of the newest decision that holds and that changed it."""
    last: int = 0
    """The number of the newest decision, undone ones among them."""


class Overlay(Struct, kw_only=True):
    """All that people decided about a document."""

    claims: dict[str, Reviewed] = {}
    findings: dict[int, Reviewed] = {}
    values: dict[str, Reviewed] = {}
    document: Reviewed | None = None
    earlier: tuple[Decision, ...] = ()
    """Made on an earlier reading; what they spoke of is not read so any more."""
    last: int = 0


def overlay(
    record: Record,
    decisions: Sequence[Decision],
    names: Mapping[str, str],
    *,
    second_person: bool = False,
) -> Overlay:
    """The decisions about one document, folded in order; `names` are people's by their ids."""
    return _Fold(record, names, second_person=second_person).run(decisions)


class _Fold:
    def __init__(self, record: Record, names: Mapping[str, str], *, second_person: bool) -> None:
        self.record = record
        self.names = names
        self.second_person = second_person
        self.claims = {claim.id: claim for claim in record.claims}
        self.spans = {claim.content: claim.id for claim in record.claims}
        self.made = Overlay()
        self.signed: list[tuple[Reviewed, Decision]] = []

    def run(self, decisions: Sequence[Decision]) -> Overlay:
        self.made.last = decisions[-1].n if decisions else 0
        earlier = []
        for one in decisions:
            found = self._subject(one)
            if found is not None:
                found.last = one.n
        for one in live(decisions):
            found = self._subject(one)
            if found is None:
                earlier.append(one)
            elif one.said is not None:
                self._apply(found, one)
        self._sign()
        self.made.earlier = tuple(earlier)
        return self.made

    def _subject(self, one: Decision) -> Reviewed | None:
        if one.kind == "document":
            self.made.document = self.made.document or Reviewed()
            return self.made.document
        if one.kind == "claim":
            ident = self._claim(one)
            return self.made.claims.setdefault(ident, Reviewed()) if ident else None
        if one.kind == "finding":
            at = finding_at(self.record, one.subject)
            return None if at is None else self.made.findings.setdefault(at, Reviewed())
        return self.made.values.setdefault(one.subject, Reviewed())

    def _claim(self, one: Decision) -> str | None:
        if one.subject in self.claims:
            return one.subject
        if one.said is None or not one.said.spans:
            return None
        same = self.spans.get(one.said.spans)
        words = words_at(self.record, one.said.spans)
        return same if same and words == one.said.words else None

    def _apply(self, to: Reviewed, one: Decision) -> None:
        getattr(self, f"_{one.act}")(to, one)
        if one.act in CHANGES:
            to.changed = one.n
            if one.person not in to.deciders:
                to.deciders.append(one.person)

    def _accept(self, to: Reviewed, one: Decision) -> None:
        to.state = _STATE[one.act]

    _reject = _accept

    def _edit(self, to: Reviewed, one: Decision) -> None:
        said, claim = one.said, self.claims.get(self._claim(one) or "")
        if said is None or said.field is None:
            return
        to.state = "edited"
        to.values[said.field] = Human(
            machine=machine_value(self.record, claim, said.field) if claim else None,
            human=said.value, who=self._who(one), when=one.at, why=said.reason, decision=one.id,
        )  # fmt: skip

    def _split(self, to: Reviewed, one: Decision) -> None:
        to.state = "edited"
        parts = one.said.value if one.said else ()
        to.parts = tuple(tuple((start, end) for start, end in part) for part in parts)

    def _merge(self, to: Reviewed, one: Decision) -> None:
        to.state = "edited"
        to.merged_into = str(one.said.value) if one.said else None

    def _link(self, to: Reviewed, one: Decision) -> None:
        to.links.append(self._remark(one, str(one.said.value) if one.said else ""))

    def _comment(self, to: Reviewed, one: Decision) -> None:
        to.comments.append(self._remark(one, str(one.said.value) if one.said else ""))

    def _assign(self, to: Reviewed, one: Decision) -> None:
        to.assignee = str(one.said.value) if one.said and one.said.value else None

    def _signoff(self, to: Reviewed, one: Decision) -> None:
        self.signed.append((to, one))

    def _rate(self, to: Reviewed, one: Decision) -> None:
        if one.said and one.said.field:
            to.rating[one.said.field] = str(one.said.value)

    def _flag(self, to: Reviewed, one: Decision) -> None:
        to.graphic = bool(one.said and one.said.value)

    def _private(self, to: Reviewed, one: Decision) -> None:
        to.private = bool(one.said and one.said.value)

    def _sign(self) -> None:
        """Those sign-offs that nothing was changed after, by a second person where asked for."""
        for to, one in self.signed:
            of_all = to is self.made.document
            under = [*self.made.claims.values(), to] if of_all else [to]
            deciders = {person for each in under for person in each.deciders}
            if self.second_person and one.person in deciders:
                continue
            if not any(each.changed > one.n for each in under):
                to.signoffs.append(self._remark(one, ""))

    def _remark(self, one: Decision, text: str) -> Remark:
        return Remark(who=self._who(one), when=one.at, text=text, decision=one.id)

    def _who(self, one: Decision) -> str:
        return self.names.get(one.person, one.person)


def words_at(record: Record, spans: Sequence[tuple[int, int]]) -> str:
    """The words of a claim, its parts joined as they are shown."""
    return " … ".join(record.document.text[start:end] for start, end in spans)


def machine_value(record: Record, claim: RecordClaim, field: str) -> Any:
    """What the machine read for a field of a claim that people can change."""
    if field in ("speaker", "role", "side"):
        name = "name" if field == "speaker" else field
        return getattr(claim.speaker, name) if claim.speaker else None
    if field == "place":
        place = record.places[claim.place] if claim.place is not None else None
        return (place.id or place.name) if place else None
    return getattr(claim, field)


def finding_id(finding: RecordFinding) -> str:
    """How a decision names a finding: its code and the words it points at."""
    return ":".join((finding.code, *(f"{start}-{end}" for start, end in finding.evidence)))


def finding_at(record: Record, ident: str) -> int | None:
    """The index of the finding that is named so, by its id or its number in the record."""
    if ident.isdigit():
        return int(ident) if int(ident) < len(record.findings) else None
    found = (n for n, each in enumerate(record.findings) if finding_id(each) == ident)
    return next(found, None)
