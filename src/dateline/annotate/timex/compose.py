"""
What the words of one expression say together: TIMEX3 with X for what they leave open.

Nothing here looks beyond the expression: what year it is, and which day `yesterday` was, is
`resolve`'s business.
"""

from __future__ import annotations

from dateline.annotate.timex.calendar import calendar_of
from dateline.annotate.timex.clock import clock_of
from dateline.annotate.timex.grammar import Hit
from dateline.annotate.timex.numbers import number, whole
from dateline.annotate.timex.parts import Draft, Parts
from dateline.annotate.timex.tokens import Tokens
from dateline.core.time import Base, Says, period

OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Y": "XXXX",
    "Q": "XXXX-QX",
    "H6": "XXXX-HX",
    "DE": "XXX",
    "CE": "XX",
    "ML": "X",
    "WE": "XXXX-WXX-WE",
    "FN": "XXXX-WXX",
    "TH": "XXXX-XX-XXTXX",
    "TM": "XXXX-XX-XXTXX:XX",
    "S": "XXXX-XX-XXTXX:XX:XX",
}
"""What is open in a moment named by one unit."""


def compose(hit: Hit, found: Tokens) -> list[Draft]:
    """One draft, or one for each end of a range; none where the parts make no date."""
    if hit.rule.type == "NONE":
        return []
    if hit.rule.type == "ZONE":
        return [_governing(hit)]
    numbered = sorted({which for _, which, _, _ in hit.parts if which})
    if not numbered:
        at = {part: (first, end) for part, _, first, end in hit.parts}
        draft = _one(hit, Parts(found, at), (hit.start, hit.end))
        return [draft] if draft else []
    drafts = [_end_of_range(hit, found, which, numbered) for which in numbered]
    return [draft for draft in drafts if draft]


def _governing(hit: Hit) -> Draft:
    """`All times are UTC`: no time itself, but the zone of those that state none."""
    zone = next((first, end) for part, _, first, end in hit.parts if part == "zone")
    offset = [end for part, _, _, end in hit.parts if part == "zoff"]
    return Draft(hit.start, hit.end, "ZONE", "", zone=(zone[0], max([zone[1], *offset])))


def _end_of_range(hit: Hit, found: Tokens, which: str, numbered: list[str]) -> Draft | None:
    """The first end starts with the range, the last ends with it, each with its own words."""
    at = {part: (first, end) for part, of, first, end in hit.parts if of in ("", which)}
    own = [(first, end) for _, of, first, end in hit.parts if of == which]
    first, end = min(own)[0], max(own)[1]
    if which == numbered[0]:
        first = hit.start
    if which == numbered[-1]:
        end = hit.end
    if "year" in at and which != numbered[0] and len(found.forms[at["year"][0]]) == 2:
        before = next(
            found.forms[f] for part, of, f, _ in hit.parts if part == "year" and of == "1"
        )
        found.forms[at["year"][0]] = before[:2] + found.forms[at["year"][0]]
    return _one(hit, Parts(found, at), (first, end))


def _one(hit: Hit, parts: Parts, span: tuple[int, int]) -> Draft | None:
    for maker in (_reference, _shift, _deictic, _repeated, _stretch, _dated):
        made = maker(hit, parts)
        if made is not None:
            made.first, made.end = span
            made.mod = made.mod or _mod(parts)
            made.zone = parts.at.get("zone")
            made.holiday = parts.says("holiday") or None
            made.first = _after_zone(made, parts)
            if made.zone and "zoff" in parts:
                made.zone = (made.zone[0], parts.at["zoff"][1])
            return made if made.value else None
    return None


def _after_zone(made: Draft, parts: Parts) -> int:
    """`У Києві це 00:41`: a zone before its clock time stays outside the span."""
    if not made.zone or made.zone[0] != made.first:
        return made.first
    return next((parts.at[p][0] for p in ("clock", "hour", "noon") if p in parts), made.first)


def _mod(parts: Parts) -> str | None:
    if "mod" in parts:
        return next((v for cat in _MODS if (v := parts.says("mod", cat))), None)
    if "half" in parts and "month" in parts:
        return "START" if parts.says("half") == "1" else "END"
    return parts.says("qmod") or parts.says("qmod", "qcomp") or None


_REFERENCES = ("ref", "lead", "refadj", "pastw", "reftale", "thesedays")


_MODS = ("mod", "modadj", "modof", "bmod")


def _reference(hit: Hit, parts: Parts) -> Draft | None:
    if "ref" not in parts:
        return None
    return Draft(0, 0, "DATE", next(v for cat in _REFERENCES if (v := parts.says("ref", cat))))


def _unit(parts: Parts) -> str:
    for part, cat in (("u", "unit"), ("u", "plural"), ("u", "unitadj"), ("yunit", "unit")):
        if value := parts.says(part, cat):
            return value
    return "D" if "nights" in parts else parts.says("durword").partition(" ")[2]


def _amount(parts: Parts) -> tuple[float | None, float | None]:
    """The fewest and the most units; (1, 1) for a bare unit, None where open."""
    if "durword" in parts:
        text = parts.says("durword").partition(" ")[0]
        value = None if text == "X" else float(text)
        return value, value
    if "n" not in parts:
        return (
            (None, None)
            if parts.says("u", "plural") and not parts.says("u", "singular")
            else (1, 1)
        )
    if parts.says("n", "one") and parts.says("u", "plural"):
        return None, None
    first = number(parts.found, *parts.at["n"]) or whole(parts.found, parts.at["n"][0]) or None
    last = number(parts.found, *parts.at["m"]) if "m" in parts else first
    extra = 0.5 if "halfafter" in parts and first else 0
    return (first + extra, last + extra) if first and last else (None, None)


_DIRECTIONS = (
    ("ago", Base.NOW, -1),
    ("hence", Base.NOW, 1),
    ("later", Base.THEN, 1),
    ("earlier", Base.THEN, -1),
    ("after", Base.EVENT, 1),
    ("before", Base.EVENT, -1),
    ("through", Base.NEXT, 1),
)


def _shift(hit: Hit, parts: Parts) -> Draft | None:
    """So many units from somewhere: `two weeks ago`, `six days later`, `через три дня`."""
    found = next((way for way in _DIRECTIONS if way[0] in parts), None)
    if found is None or "dir" in parts:
        return None
    _, base, sign = found
    unit, (low, high) = _unit(parts), _amount(parts)
    if (parts.says("qmod", "exact") or "today" in parts) and low == high and low and unit in "WMY":
        return Draft(0, 0, "DATE", OPEN["D"], says=Says(base, sign * int(low), unit))
    if low is None or high is None or low != int(low):
        if low is not None and unit in _SMALLER:
            smaller, factor = _SMALLER[unit]
            return _shifted(base, round(sign * low * factor), smaller, (low * factor, high or low))
        return Draft(
            0, 0, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", says=Says(base, None, unit)
        )
    return _shifted(base, sign * int(high or low), unit, (low, high or low))


_SMALLER = {"Y": ("M", 12), "M": ("W", 4), "D": ("TH", 24), "TH": ("TM", 60), "DE": ("Y", 10)}


def _shifted(base: Base, by: int, unit: str, count: tuple[float, float]) -> Draft:
    kind = "TIME" if unit in ("TH", "TM", "S") else "DATE"
    return Draft(0, 0, kind, OPEN.get(unit, "XXXX"), says=Says(base, by, unit), count=count)


def direction(word: str) -> tuple[Base, int]:
    """`now-1` → (now, -1); `next` → (next, 1)."""
    if word == "PAST_REF":
        return Base.NOW, -1
    if word == "next":
        return Base.NEXT, 1
    return Base(word[: len("then")].rstrip("+-01")), int(word[-2:])


def _deictic(hit: Hit, parts: Parts) -> Draft | None:
    """`yesterday`, `last week`, `the end of that year`, `day 1,200 of the war`."""
    if "deic" in parts:
        where, _, part = parts.says("deic").partition(" ")
        base = Base.NOW if where.startswith("now") else Base.THEN
        shift, unit = int(where.removeprefix(base)[:-1]), where[-1]
        if unit != "D":
            return Draft(0, 0, "DATE", OPEN[unit], says=Says(base, shift, unit))
        clock = clock_of(parts)
        part = clock or (f"T{part}" if part else "")
        says = Says(base, shift, "D")
        return Draft(0, 0, "TIME" if part else "DATE", OPEN["D"] + part, says=says)
    if hit.rule.name == "war-day":
        day = number(parts.found, *parts.at["n"]) or whole(parts.found, parts.at["n"][0])
        return Draft(0, 0, "DATE", OPEN["D"], says=Says(Base.WAR, int(day) - 1, "D"))
    if hit.rule.name == "same-period":
        unit = parts.says("u", "unit") or "M"
        return Draft(0, 0, "DATE", OPEN[unit], says=Says(Base.THEN, -1, "Y"))
    if "u" not in parts or hit.rule.type not in ("DATE", "TIME"):
        return None
    if hit.rule.name == "weekend":
        return Draft(0, 0, "DATE", OPEN["WE"], says=Says(Base.NOW, None, "WE"))
    base, shift = direction(parts.says("dir")) if "dir" in parts else (Base.NEXT, 0)
    clock = clock_of(parts)
    if clock is None:
        return None
    kind = "TIME" if clock else "DATE"
    return Draft(0, 0, kind, OPEN[_unit(parts)] + clock, says=Says(base, shift, _unit(parts)))


def _repeated(hit: Hit, parts: Parts) -> Draft | None:
    if hit.rule.type != "SET":
        return None
    if day := parts.says("set", "wdset"):
        return Draft(0, 0, "SET", f"XXXX-WXX-{day}")
    if "set" in parts and (clock := clock_of(parts)):
        return Draft(0, 0, "SET", OPEN["D"] + clock)
    if "set" in parts:
        length, _, part = parts.says("set", "sets").partition(" ")
        return Draft(0, 0, "SET", f"XXXX-XX-XXT{part}" if part else length)
    if parts.says("u", "wd"):
        return Draft(0, 0, "SET", f"XXXX-WXX-{parts.says('u', 'wd')}")
    if parts.says("u", "part"):
        return Draft(0, 0, "SET", f"XXXX-XX-XXT{parts.says('u', 'part')}")
    every = parts.says("every")
    often = float(every) if every.isdigit() else 1.0
    amount = _amount(parts)[0]
    return Draft(0, 0, "SET", period(amount and amount * often, _unit(parts)))


def _stretch(hit: Hit, parts: Parts) -> Draft | None:
    if hit.rule.type != "DURATION":
        return None
    if "k" in parts:
        return Draft(0, 0, "DURATION", _two_units(parts))
    low, high = _amount(parts)
    base, shift = _direction_of(parts) or (Base.STATED, 0)
    says = Says(base, shift, _unit(parts))
    count = (low, high) if low is not None and high is not None else None
    return Draft(0, 0, "DURATION", period(low, _unit(parts)), says=says, count=count)


def _two_units(parts: Parts) -> str:
    """`P1Y5M`, `PT2H43M`; nothing where the second unit is not the smaller one."""
    large, small = _unit(parts) or "TH", parts.says("v", "unit") or "TM"
    if not (large in _LADDER and small in _LADDER and _LADDER.index(large) < _LADDER.index(small)):
        return ""
    first = period(number(parts.found, *parts.at["n"]) or 1, large)
    second = period(number(parts.found, *parts.at["k"]), small)
    return first + second.removeprefix("PT" if "T" in first else "P")


_LADDER = ("Y", "M", "W", "D", "TH", "TM", "S")
"""Units that can stand in one count, large to small."""


def _direction_of(parts: Parts) -> tuple[Base, int] | None:
    if "dir" not in parts:
        return None
    return direction(next(v for cat in _DIRECTED if (v := parts.says("dir", cat))))


_DIRECTED = ("dir", "dirspan", "pastw")


def _dated(hit: Hit, parts: Parts) -> Draft | None:
    """Everything that has a calendar part or a clock."""
    day, clock = calendar_of(parts), clock_of(parts)
    if day is None or clock is None:
        return None
    if not day and clock:
        day = OPEN["D"]
    kind = "TIME" if clock else hit.rule.type if hit.rule.type == "ERA" else "DATE"
    return Draft(0, 0, kind, day + clock, says=_ground(parts))


def _ground(parts: Parts) -> Says:
    """What `of that year`, `last May`, `this morning` count from."""
    if "ydir" in parts:
        base, shift = direction(parts.says("ydir", "dir"))
        return Says(base, shift, "Y")
    if "yunit" in parts:
        return Says(Base.THEN, 0, parts.says("yunit", "unit"))
    if "dir" not in parts:
        return Says(weekday="wd" in parts)
    base, shift = direction(parts.says("dir"))
    if "part" in parts and "wd" not in parts and "month" not in parts:
        return Says(base, shift, "D")
    unit = "W" if "wd" in parts else "Y"
    return Says(base, 0, unit, lean=shift)
