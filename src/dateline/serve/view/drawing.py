"""What templates may call: labels, dates and reasons in the reader's language."""

from __future__ import annotations

from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from dateline.present.words import by_weight
from dateline.serve.dates import day_in
from dateline.serve.render import GLOBALS, translations
from dateline.serve.view import labels, spoken
from dateline.serve.view.asking import place_name


@pass_context
def _spoken(context: Context, value: str | None) -> str:
    return spoken.spoken(value, context["lang"], translations(context["lang"]).gettext)


@pass_context
def _bounds(context: Context, earliest: str | None, latest: str | None) -> str:
    say = translations(context["lang"]).gettext
    return spoken.bounds(earliest, latest, context["lang"], say)


@pass_context
def _day(context: Context, value: str | None) -> str:
    return spoken.day(value, context["lang"])


@pass_context
def _short_day(context: Context, value: str | None) -> str:
    return day_in(context["lang"])(value)


@pass_context
def _moment(context: Context, value: Any) -> str:
    return spoken.moment(value, context["lang"])


GLOBALS.update(
    {
        "label": labels.label,
        "spoken": _spoken,
        "bounds": _bounds,
        "day": _day,
        "short_day": _short_day,
        "place_name": place_name,
        "moment": _moment,
        "instant": spoken.instant,
        "by_weight": by_weight,
    }
)
