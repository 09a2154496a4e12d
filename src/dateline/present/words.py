"""How the record's own words are put for people: statuses, sides, roles, times and sources."""

from __future__ import annotations

import re
from datetime import date

from dateline.core.record import Record, RecordClaim, RecordPlace, RecordTime

STATUS = {
    "asserted": "asserted",
    "reported": "reported",
    "denied": "denied",
    "not_confirmed": "not confirmed",
    "unverified": "unverified",
    "predicted": "predicted",
    "possible": "possible",
    "conditional": "conditional",
}
SIDE = {
    "ukraine": "Ukraine",
    "russia": "Russia",
    "other-party": "another party",
    "international": "international",
    "media": "media",
    "expert": "expert",
    "civilian": "civilian",
    "unknown": "",
}
CERTAINTY = {
    "certain": "put as certain",
    "probable": "put as probable",
    "possible": "put as possible",
    "unstated": "no degree stated",
}
VOICE = {
    "direct": "quoted",
    "indirect": "retold",
    "mixed": "quoted in part",
    "own_voice": "the report’s own words",
}
LANGUAGE = {"en": "English", "ru": "Russian", "uk": "Ukrainian"}
_SECONDS = re.compile(r"(?<=:\d\d):\d\d(?:\.\d+)?")
_OFFSET = re.compile(r"(?<=\d)([+-]\d\d:)")
_ORDER = {"error": 0, "warning": 1, "note": 2}


def who(claim: RecordClaim) -> str:
    """The speaker's name, `the report itself`, or `source not named` where there are only cues."""
    if claim.speaker:
        return claim.speaker.name
    return "the report itself" if claim.attribution == "own_voice" else "source not named"


def about_speaker(claim: RecordClaim) -> tuple[str, ...]:
    """Role, side, and whether the speaker has a name, as far as each is known."""
    speaker = claim.speaker
    if not speaker:
        return ()
    role = speaker.role or ""
    side = SIDE.get(speaker.side, speaker.side)
    told = side.lower() in role.lower().split()
    parts = (role, "" if told else side, "" if speaker.named else "not named")
    return tuple(part for part in parts if part)


def qualities(claim: RecordClaim) -> tuple[str, ...]:
    """Status first, then how it is given and how sure it is made to sound."""
    flags = ("negated",) * claim.negated + ("about the future",) * claim.future
    certainty = CERTAINTY.get(claim.certainty, claim.certainty)
    voice = VOICE.get(claim.attribution, claim.attribution)
    return (STATUS.get(claim.status, claim.status), voice, certainty, *flags)


def via(claim: RecordClaim) -> str:
    """The chain from its origin to this report: `soldiers → video → Russia-1 → this report`."""
    return " → ".join((*claim.chain, "this report")) if claim.chain else ""


def words_of(record: Record, claim: RecordClaim) -> str:
    """The words of the claim; an ellipsis where others stand between them."""
    text = record.document.text
    return " … ".join(text[start:end] for start, end in claim.content)


def quoted(text: str) -> str:
    """`text` in quotation marks, unless it brings its own."""
    bare = text.rstrip(".,…")
    own = bool(bare) and bare[0] in _OPENING and bare[-1] in _CLOSING
    return text if own else f"“{text}”"


def place_of(record: Record, claim: RecordClaim) -> RecordPlace | None:
    """Where it is said to have happened; None where the report does not tell."""
    return record.places[claim.place] if claim.place is not None else None


def day(value: str) -> str:
    """`2025-05-20` as `20 May 2025`; any other TIMEX3 value as it is."""
    try:
        then = date.fromisoformat(value[:10])
    except ValueError:
        return value
    clock = _OFFSET.sub(r" \1", _SECONDS.sub("", value[10:].replace("T", " ")))
    return f"{then.day} {then:%B} {then.year}{clock}"


_OPENING, _CLOSING = '“«„‘"', '”»“’"'
_VAGUE = {
    "PAST_REF": "earlier, not dated",
    "PRESENT_REF": "now",
    "FUTURE_REF": "later, not dated",
}
_PARTS = {
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
    "H1": "first half of",
    "H2": "second half of",
    "Q1": "first quarter of",
    "Q2": "second quarter of",
    "Q3": "third quarter of",
    "Q4": "fourth quarter of",
}
_CLOCK = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TDT": "day"}
_ANY_YEAR = "2000"
"""A leap year: to name the day and month of a date whose year is not known."""


def spoken(value: str) -> str:
    """A TIMEX3 value as people say it; as it stands where there is no plain way to say it."""
    if value in _VAGUE:
        return _VAGUE[value]
    when, _, clock = value.partition("T")
    if clock and not set(when) - set("X-"):
        return f"{_CLOCK.get(f'T{clock}', clock)}, day not told"
    year, _, rest = when.partition("-")
    known = f" {year}" if year.isdigit() else ", year not told"
    said = _within_year(rest, known)
    if said is None:
        return value
    part = _CLOCK.get(f"T{clock}", clock)
    return f"{said} {part}".strip()


def _within_year(rest: str, year: str) -> str | None:
    """`05-20` and ` 2025` as `20 May 2025`; None for what is neither month, day nor season."""
    if not rest:
        return year.strip() if year.strip().isdigit() else None
    if rest in _PARTS:
        return _PARTS[rest] + year
    if rest[:1] == "W":
        return f"week {int(rest[1:])} of{year}" if rest[1:].isdigit() and "," not in year else None
    try:
        then = date.fromisoformat(f"{_ANY_YEAR}-{rest if len(rest) > 2 else rest + '-01'}")
    except ValueError:
        return None
    return f"{then:%B}{year}" if len(rest) == 2 else f"{then.day} {then:%B}{year}"


def bounds(time: RecordTime) -> str:
    """From when to when, both included; empty where neither is known."""
    if time.earliest is None and time.latest is None:
        return ""
    if time.earliest == time.latest:
        return day(time.earliest or "")
    first = day(time.earliest) if time.earliest else "any time before"
    last = day(time.latest) if time.latest else "any time after"
    return f"{first} to {last}"


def area(place: RecordPlace) -> str:
    """What kind of place it is and its code: `oblast, UA-12`."""
    code = place.iso3166_2 or place.country or ""
    return ", ".join(part for part in (place.kind or "", code) if part)


def language(code: str) -> str:
    """`English (en)`; `not known` for `und`."""
    if code == "und":
        return "language not known"
    return f"{LANGUAGE[code]} ({code})" if code in LANGUAGE else code


def by_weight(record: Record) -> tuple[int, ...]:
    """The positions of findings: errors first, then warnings, then notes, each in text order."""
    found = record.findings
    return tuple(sorted(range(len(found)), key=lambda at: (_ORDER.get(found[at].severity, 3), at)))
