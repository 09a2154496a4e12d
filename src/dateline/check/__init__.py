"""The checkers, in the order of their codes. Adding one is adding a line here."""

from dateline.check.age_mismatch import age_mismatch
from dateline.check.anachronism import anachronism
from dateline.check.count_restated_differently import count_restated_differently
from dateline.check.elapsed_time_mismatch import elapsed_time_mismatch
from dateline.check.headline_confirms_body_does_not import headline_confirms_body_does_not
from dateline.check.headline_day_conflict import headline_day_conflict
from dateline.check.headline_number_conflict import headline_number_conflict
from dateline.check.headline_quote_absent import headline_quote_absent
from dateline.check.headline_surer_than_body import headline_surer_than_body
from dateline.check.headline_year_conflict import headline_year_conflict
from dateline.check.layer_does_not_support import layer_does_not_support
from dateline.check.left_by_a_program import left_by_a_program
from dateline.check.missing_date_or_byline import missing_date_or_byline
from dateline.check.order_mismatch import order_mismatch
from dateline.check.parts_do_not_sum import parts_do_not_sum
from dateline.check.past_after_publication import past_after_publication
from dateline.check.percent_mismatch import percent_mismatch
from dateline.check.place_not_in_region import place_not_in_region
from dateline.check.quoted_words_differ import quoted_words_differ
from dateline.check.relative_day_mismatch import relative_day_mismatch
from dateline.check.shared_origin import shared_origin
from dateline.check.text_cut_off import text_cut_off
from dateline.check.unknown_abbreviation import unknown_abbreviation
from dateline.check.unnamed_analysis import unnamed_analysis
from dateline.check.unrendered_code import unrendered_code
from dateline.check.weekday_date_mismatch import weekday_date_mismatch
from dateline.check.zone_conversion_mismatch import zone_conversion_mismatch
from dateline.core.parts import Checker

CHECKERS: tuple[Checker, ...] = (
    unrendered_code,
    unknown_abbreviation,
    missing_date_or_byline,
    text_cut_off,
    left_by_a_program,
    shared_origin,
    unnamed_analysis,
    headline_year_conflict,
    elapsed_time_mismatch,
    anachronism,
    weekday_date_mismatch,
    zone_conversion_mismatch,
    order_mismatch,
    headline_day_conflict,
    past_after_publication,
    age_mismatch,
    relative_day_mismatch,
    place_not_in_region,
    layer_does_not_support,
    headline_number_conflict,
    parts_do_not_sum,
    count_restated_differently,
    percent_mismatch,
    headline_surer_than_body,
    headline_confirms_body_does_not,
    headline_quote_absent,
    quoted_words_differ,
)
