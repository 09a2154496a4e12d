"""The checkers, in the order of their codes. Adding one is adding a line here."""

from dateline.core.parts import Checker

CHECKERS: tuple[Checker, ...] = ()
