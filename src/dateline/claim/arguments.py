"""
Who did it and to whom or what: what the words of a happening have for arguments, in any language.

`arguments_english` and `arguments_slavic` read them off a scene; where the words leave it open who
it was, there is no argument.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.claim.scene import Scene
from dateline.core.happened import Trigger
from dateline.lang.rules import lists

Pair = tuple[int, int]
RECIPROCAL = ("CONSULT", "COOPERATE")
"""Classes in which of two that act together one is the other's counterpart."""

SPOKEN = ("REJECT", "ACCUSE", "SUPPORT", "INVESTIGATE", "CONCEDE")
"""Classes whose object is what is spoken of, and not who or what is harmed."""


class Arguments(NamedTuple):
    """Words `[start, end)` of the scene; None where the sentence does not tell."""

    actor: Pair | None = None
    target: Pair | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a happening stand in a scene."""

    trigger: Trigger
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class Closed:
    """The closed classes of `happenings.toml`."""

    toward: tuple[str, ...]
    doers: tuple[str, ...]
    light: tuple[str, ...]
    future: tuple[str, ...]
    selves: tuple[str, ...]
    conditions: tuple[str, ...]
    passive: tuple[str, ...]
    subjective: tuple[str, ...]
    asides: tuple[str, ...]
    asides_to: tuple[str, ...]
    instrumental: tuple[str, ...]
    placed: tuple[str, ...]
    carried: tuple[str, ...]
    inside: tuple[str, ...]
    between: tuple[str, ...]
    no_phrase: tuple[str, ...]


@cache
def closed(language: str) -> Closed:
    """Those of one language; all empty where it has none."""
    found = lists(language, "happenings").get("arguments", {})
    return Closed(**{key: tuple(found.get(key, ())) for key in Closed.__slots__})


@cache
def toward(language: str, event: str) -> tuple[str, ...]:
    """What leads to whom it is done, likeliest first: those of the class, then those of any."""
    own = lists(language, "happenings").get("toward_class", {}).get(event, ())
    return (*own, *(word for word in closed(language).toward if word not in own))


def is_spoken_of(trigger: Trigger) -> bool:
    """Whether the object is what is spoken of; who is accused is one that is acted on."""
    return trigger.event in SPOKEN and trigger.mode != "allege"


def place_of(scene: Scene, trigger: Trigger) -> Place:
    """Where the trigger stands in the scene."""
    return Place(trigger, scene.index(trigger.span.start), scene.index(trigger.span.end))
