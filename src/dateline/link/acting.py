"""
The sides that act in a claim, told by where the words for a side stand.

"Russian drones hit", "hit by Russian forces" and "ВС РФ ударили" name who acts; "an airfield of the
Russians was hit" does not. A side is the one somebody fights for, never a judgement.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.link.wording import Wording, genitive_endings
from dateline.world.actors import actors_at

_SIDES = ("ukraine", "russia")
_REACH = 2
"""Words between a side and the force that it qualifies, or the word `by`."""
_WINDOW = 5
_SOON = 6
"""Words from who acts to the word of what is done."""
_HOLD = 4
"""Words between a side and the words for holding."""
_NEAR = 3
_POSSESSIVE = re.compile(r"['’]s$")
_BLANK = " \"'«»“”„’"
_CLAUSE = frozenset(".,:;!?…–—|\n")


def agents(language: str, said: Wording) -> tuple[str, ...]:
    """`ukraine` or `russia`, or both, sorted; empty where the words do not say who acts."""
    downed = min((hit.at for hit in said.hits["kinds"] if hit.name == "shootdown"), default=999)
    out: set[str] = set()
    for mention in _mentions(language, said):
        leads = _leads_to_kind(said, mention) and _is_subject(said, mention)
        fights = _qualifies_force(said, mention) and mention.at < downed
        acts = leads or fights or _follows_force(said, mention)
        if (acts and not _is_hit(said, mention)) or _after_by(said, mention.at):
            out.add(mention.side)
    return tuple(sorted(out))


def _leads_to_kind(said: Wording, mention: _Mention) -> bool:
    """Whether a word of happening comes soon behind, and none came before."""
    kinds = [hit.at for hit in said.hits["kinds"]]
    end = mention.at + mention.size
    return bool(kinds) and end <= min(kinds) < end + _SOON


def holders(language: str, said: Wording) -> tuple[str, ...]:
    """The sides that are said to hold a place ("remains under Ukrainian control"), sorted."""
    held = [hit.at for hit in said.hits["turns"] if hit.name == "held"]
    mentions = _mentions(language, said) if held else []
    return tuple(sorted({m.side for m in mentions if any(abs(m.at - at) <= _HOLD for at in held)}))


class _Mention(NamedTuple):
    """`size` words from the word `at` that stand for a side; `kind` as in the table of actors."""

    at: int
    size: int
    side: str
    kind: str


def _mentions(language: str, said: Wording) -> list[_Mention]:
    raw = [_POSSESSIVE.sub("", said.text[word.start : word.end]) for word in said.words]
    out: list[_Mention] = []
    at = 0
    while at < len(raw):
        hit = actors_at(language, raw[at : at + _WINDOW], 0)
        if hit and hit[0].side in _SIDES:
            out.append(_Mention(at, hit[1], hit[0].side, hit[0].kind))
        at += hit[1] if hit else 1
    return out


def _is_subject(said: Wording, mention: _Mention) -> bool:
    """Whether it can be who acts: a body or a group; a country only where it opens the clause."""
    if _behind_preposition(said, mention.at):
        return False
    return mention.kind not in ("place", "adj") or _opens(said, mention.at)


def _opens(said: Wording, at: int) -> bool:
    if at == 0:
        return True
    between = said.text[said.words[at - 1].end : said.words[at].start]
    return any(mark in _CLAUSE for mark in between)


def _qualifies_force(said: Wording, mention: _Mention) -> bool:
    """Whether a force stands right behind ("Russian drones"), and is not what was hit."""
    end = mention.at + mention.size
    return not _belongs(said, mention) and any(
        hit.name == "force" and 0 <= hit.at - end <= _REACH for hit in said.hits["agents"]
    )


def _belongs(said: Wording, mention: _Mention) -> bool:
    """Whether it is the genitive of a noun that a preposition leads to ("по складу их войск")."""
    if not said.words[mention.at].low.endswith(genitive_endings()):
        return False
    before = range(max(0, mention.at - _NEAR), mention.at)
    led = [at for at in before if _behind_preposition(said, at)]
    happens = {hit.at for hit in said.hits["kinds"]}
    counted = {at for at in before if said.words[at].low.isdigit()}
    return (
        bool(led)
        and not happens & set(range(led[0], mention.at + mention.size + _REACH))
        and not counted
    )


def _follows_force(said: Wording, mention: _Mention) -> bool:
    """Whether a force stands right before, not as what was hit ("войска РФ", "диверсанты ВСУ")."""
    return any(
        hit.name == "force"
        and hit.at == mention.at - 1
        and not _behind_preposition(said, hit.at)
        and mention.kind != "adj"
        for hit in said.hits["agents"]
    )


def _after_by(said: Wording, at: int) -> bool:
    return any(hit.name == "by" and 0 < at - hit.at <= _REACH for hit in said.hits["agents"])


def _is_hit(said: Wording, mention: _Mention) -> bool:
    """Whether what was hit stands beside it ("склад боєприпасів окупантів", "Russian depot")."""
    start, end = said.words[mention.at].start, mention.at + mention.size
    return any(
        not said.text[hit.end : start].strip(_BLANK)
        if hit.end <= start
        else 0 <= hit.at - end < _REACH and not _behind_preposition(said, hit.at)
        for hit in said.hits["targets"]
    )


def _behind_preposition(said: Wording, at: int) -> bool:
    """Whether a short word leads to it ("in Ukraine", "по Киеву")."""
    return at > 0 and len(said.words[at - 1].low) <= _REACH
