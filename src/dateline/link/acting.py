"""
The sides that act in a claim, told by where the words for a side stand.

"Russian drones hit", "hit by Russian forces" and "ВС РФ ударили" name who acts; "an airfield of the
Russians was hit" does not. A side is the one somebody fights for, never a judgement.
"""

from __future__ import annotations

from dateline.link.wording import Wording
from dateline.world.actors import actors_at

_SIDES = ("ukraine", "russia")
_REACH = 2
"""Words between a side and the force that it qualifies, or the word `by`."""
_WINDOW = 5


def agents(language: str, said: Wording) -> tuple[str, ...]:
    """`ukraine` or `russia`, or both, sorted; empty where the words do not say who acts."""
    first_kind = min((hit.at for hit in said.hits["kinds"]), default=-1)
    out: set[str] = set()
    for at, size, side in _mentions(language, said):
        leads = at < first_kind and not _behind_preposition(said, at)
        acts = (leads or _qualifies_force(said, at, size)) and not _is_hit(said, at, size)
        if acts or _after_by(said, at):
            out.add(side)
    return tuple(sorted(out))


def _mentions(language: str, said: Wording) -> list[tuple[int, int, str]]:
    """(index of the first word, number of words, side) of each word for one of the two sides."""
    raw = [said.text[word.start : word.end] for word in said.words]
    out: list[tuple[int, int, str]] = []
    at = 0
    while at < len(raw):
        hit = actors_at(language, raw[at : at + _WINDOW], 0)
        if hit and hit[0].side in _SIDES:
            out.append((at, hit[1], hit[0].side))
        at += hit[1] if hit else 1
    return out


def _qualifies_force(said: Wording, at: int, size: int) -> bool:
    """Whether a force stands right behind ("Russian drones")."""
    return any(
        hit.name == "force" and 0 <= hit.at - (at + size) < _REACH for hit in said.hits["agents"]
    )


def _after_by(said: Wording, at: int) -> bool:
    return any(hit.name == "by" and 0 < at - hit.at <= _REACH for hit in said.hits["agents"])


def _is_hit(said: Wording, at: int, size: int) -> bool:
    """Whether what was hit stands beside it ("склад боєприпасів окупантів", "Russian depot")."""
    return any(
        0 < at - hit.at <= _REACH or 0 <= hit.at - (at + size) < _REACH
        for hit in said.hits["targets"]
    )


def _behind_preposition(said: Wording, at: int) -> bool:
    """Whether a short word leads to it ("in Ukraine", "по Киеву")."""
    return at > 0 and len(said.words[at - 1].low) <= _REACH
