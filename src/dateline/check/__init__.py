"""The checkers, in the order of their codes. Adding one is adding a line here."""

from dateline.check.anachronism import anachronism
from dateline.check.headline_year_conflict import headline_year_conflict
from dateline.check.missing_date_or_byline import missing_date_or_byline
from dateline.check.unknown_abbreviation import unknown_abbreviation
from dateline.check.unrendered_code import unrendered_code
from dateline.core.parts import Checker

CHECKERS: tuple[Checker, ...] = (
    unrendered_code,
    unknown_abbreviation,
    missing_date_or_byline,
    headline_year_conflict,
    anachronism,
)
# The rest wait for the layers that they read: Claim and Elapsed.
