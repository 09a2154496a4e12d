"""
Two baselines for the mutations: what a short script finds, with no knowledge of reporting.

`weekday_regex` compares each weekday with the date right behind it, in the year written or that
of publication. `tagger` is dateparser's search for dates, and a plain comparison of what it gives.
Both answer with alarms: the spans that each touches.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime
from typing import Any

from mutate import WORDS, Span, Text, dated

Alarms = list[list[Span]]
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def weekday_regex(doc: Text) -> Alarms:
    """An alarm for each weekday that its date did not have."""
    words = WORDS[doc["lang"]]
    months = [month.lower() for month in words["months"]]
    alarms: Alarms = []
    for match in dated(doc["text"], doc["lang"]):
        named = match.groupdict()
        year = named["year"] or (doc["published"] or "")[:4]
        day, month = (named[key] or named[f"{key}2"] for key in ("day", "month"))
        said = match["weekday"].lower()
        row = next(r for r in words["weekdays"] if said in map(str.lower, r))
        number = [w.lower() for w in row].index(said)
        try:
            found = date(int(year), months.index(month.lower()) + 1, int(day))
        except ValueError:
            continue
        if found.weekday() != number:
            alarms.append([match.span()])
    return alarms


def tagger(doc: Text) -> Alarms:
    """
    Dates found by dateparser, compared plainly: a weekday that its date did not have, a date
    after publication, a year or a number of the headline that the body never gives.
    """
    found = _search(doc)
    head_end = doc["text"].find("\n") if "\n" in doc["text"] else 0
    published = date.fromisoformat(doc["published"][:10]) if doc["published"] else None
    alarms: Alarms = weekday_regex(doc)
    for span, moment in found:
        written = re.search(r"\d{4}", doc["text"][slice(*span)])
        if published and written and moment.date() > published:
            alarms.append([span])
    years = {moment.year for span, moment in found if span[0] > head_end}
    for match in re.finditer(r"\b(?:19|20)\d\d\b", doc["text"][:head_end]):
        if years and int(match[0]) not in years:
            alarms.append([match.span()])
    body = {m[0] for m in _NUMBER.finditer(doc["text"][head_end:])}
    for match in _NUMBER.finditer(doc["text"][:head_end]):
        if body and match[0] not in body:
            alarms.append([match.span()])
    return alarms


def _search(doc: Text) -> list[tuple[Span, datetime]]:
    """What dateparser finds, each with the place of its words."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat((doc["published"] or "2000-01-01")[:10])
    settings: Any = {"RELATIVE_BASE": base}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pairs = search_dates(doc["text"], languages=[doc["lang"]], settings=settings) or []
    at, spans = 0, []
    for words, moment in pairs:
        start = doc["text"].find(words, at)
        if start >= 0:
            at = start + len(words)
            spans.append(((start, at), moment.replace(tzinfo=None)))
    return spans
