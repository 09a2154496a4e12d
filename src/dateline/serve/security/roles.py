"""
What a role may do, and the one way in which a route says what it needs.

Every route has `dependencies=[Depends(allow(Permission.X))]`; a test goes through the table of
routes and fails for one that has not. A token may do what its scope and its person's role both
allow.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from types import MappingProxyType

from fastapi import Request
from msgspec import Struct

from dateline.store.people import Person


class Permission(StrEnum):
    """Each holds those before it; PUBLIC asks for nobody."""

    PUBLIC = "public"
    READ = "read"
    REVIEW = "review"
    EDIT = "edit"
    OWN = "own"


ROLES = ("reader", "reviewer", "editor", "owner")
_ORDER = tuple(Permission)
_MOST = MappingProxyType(dict(zip(ROLES, _ORDER[1:], strict=True)))
LOCAL = Person(id="local", login="local", name="owner (local)", role="owner")
"""Whoever sits at the machine, while no people were made."""


class Refused(Exception):
    """Nobody is logged in (`who` is None), or their role is not enough for `wanted`."""

    def __init__(self, wanted: Permission, who: Person | None) -> None:
        super().__init__(f"needs the permission to {wanted}")
        self.wanted = wanted
        self.who = who


class Visitor(Struct, frozen=True, kw_only=True):
    """Who asks: a person in a browser, a program with a token, or nobody."""

    person: Person | None = None
    scope: tuple[str, ...] | None = None
    """What a token is good for; None where a person asks."""
    session: str = ""
    """The hash of the session, '' without one."""

    def may(self, wanted: Permission) -> bool:
        """Whether role, and scope if there is one, are enough."""
        if wanted is Permission.PUBLIC:
            return True
        if self.person is None or _rank(wanted) > _rank(_MOST[self.person.role]):
            return False
        return self.scope is None or any(_rank(wanted) <= _rank(each) for each in self.scope)


def role_may(role: str, wanted: Permission) -> bool:
    """Whether people with this role may do `wanted`."""
    return _rank(wanted) <= _rank(_MOST[role])


def _rank(permission: str) -> int:
    return _ORDER.index(Permission(permission))


def allow(wanted: Permission) -> Callable[[Request], None]:
    """A dependency that lets in those who may do `wanted`, and raises Refused for others."""

    def allowed(request: Request) -> None:
        visitor: Visitor = request.state.visitor
        if not visitor.may(wanted):
            raise Refused(wanted, visitor.person)

    allowed.permission = wanted  # type: ignore[attr-defined]
    return allowed
