"""Passwords as argon2id hashes, with the cost that RFC 9106 recommends for memory-poor servers."""

from __future__ import annotations

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dateline.core.errors import UsageError

SHORTEST = 12
"""Letters (NIST SP 800-63B asks for 8, or 15 where a password is all there is)."""
LONGEST = 256
HASHER = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4, hash_len=32, salt_len=16)
"""RFC 9106, 4: the second recommended option (64 MiB, 3 passes, 4 lanes)."""
_AT_ONCE = BoundedSemaphore(2)
"""64 MiB each: many tries at once must not take the memory that pages need."""


def hashed(password: str) -> str:
    """
    What may be kept of a password.

    Raises:
        UsageError: it is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password: want {SHORTEST} to {LONGEST} letters")
    with _AT_ONCE:
        return HASHER.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether it is that password; takes as long where nobody has such a login (None)."""
    try:
        with _AT_ONCE:
            return _verify(password, kept)
    except (VerificationError, InvalidHashError):
        return False


def _verify(password: str, kept: str | None) -> bool:
    return HASHER.verify(kept or _nobody(), password[:LONGEST]) and kept is not None


@cache
def _nobody() -> str:
    return HASHER.hash("nobody's password")
