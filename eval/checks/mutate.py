"""
Seeded mutations of real dated text: one thing is changed that the rest of the text contradicts.

Each case is written beside its untouched twin. Every ground is worked out here, with the calendar
and the zone database and never with dateline: what does not hold in the twin, or still holds after
the change, stops the run. Whether a checker finds it is no business of this file (mutations.py).

usage: mutate.py [--seed N] [--out CASES.jsonl]
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
EVAL = HERE.parent
SEED = 6
MOST = 40
"""Cases of one class and kind: a class with more carriers does not drown the others."""
WORDS = tomllib.loads((HERE / "mutations.toml").read_text("utf-8"))
Span = tuple[int, int]
Text = dict[str, Any]


@dataclass(frozen=True)
class Carrier:
    """
    A place in a text that bears a change.

    `text` is the twin's; `kind` is `as written`, or `completed` where a true value was written
    out beside its words first, in the twin too. `published` is the changed day, if that is it.
    """

    name: str
    doc: Text
    text: str
    changed: Span
    becomes: str
    counterpart: tuple[Span, ...]
    rule: str
    kind: str = "as written"
    published: str | None = None


@dataclass(frozen=True)
class _Pinned:
    """A weekday with its date: where the two and the date's parts stand; `written` is its year."""

    text: str
    weekday: Span
    parts: dict[str, Span]
    year: int | None
    written: bool = False
    kind: str = "as written"


def texts() -> list[Text]:
    """MEANTIME whole and the dev halves of the two other sets; of doubles the first."""
    found: dict[str, Text] = {}
    for name in ("corpora/meantime_en", "time", "attribution"):
        for line in (EVAL / name / "docs.jsonl").read_text("utf-8").splitlines():
            doc = json.loads(line)
            known = re.match(r"\d{4}-\d\d-\d\d|$", doc["published"] or "")
            if doc.get("split", "dev") == "dev" and known:
                doc.setdefault("licence", "CC-BY-2.5")
                found.setdefault(re.sub(r"\W", "", doc["text"])[:50], doc | {"set": name})
    return list(found.values())


def gold() -> dict[str, list[dict[str, Any]]]:
    """The time expressions that people marked, by document."""
    by_doc: dict[str, list[dict[str, Any]]] = {}
    for name in ("corpora/meantime_en", "time"):
        for line in (EVAL / name / "gold.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            by_doc.setdefault(row["doc_id"], []).append(row)
    return by_doc


def cases(seed: int = SEED) -> list[dict[str, Any]]:
    """Mutants and twins, in a fixed order; the same seed gives the same bytes."""
    chance = random.Random(seed)
    docs, marks = texts(), gold()
    found = [*by_hand(docs)]
    for doc in docs:
        found += [*_weekdays(doc, chance), *_publication(doc, marks, chance)]
        found += [*_completed(doc, marks, chance), *_regions(doc, chance)]
    made: list[dict[str, Any]] = []
    for key in sorted({(c.name, c.kind) for c in found}):
        group = [c for c in found if (c.name, c.kind) == key]
        if len(group) > MOST:
            group = chance.sample(group, MOST)
        for number, carrier in enumerate(group, 1):
            made += _pair(carrier, f"{key[0]}/{key[1]}/{number:02}".replace(" ", "-"))
    return made


def _pair(c: Carrier, ident: str) -> Iterator[dict[str, Any]]:
    """The mutant, then its twin."""
    start, end = c.changed
    shift = len(c.becomes) - (end - start)
    changed = c.text[:start] + c.becomes + c.text[end:]
    moved = [(a + shift, b + shift) if a >= end else (a, b) for a, b in c.counterpart]
    shared = {
        "class": c.name, "kind": c.kind, "doc": c.doc["id"], "lang": c.doc["lang"],
        "licence": c.doc["licence"], "rule": c.rule,
    }  # fmt: skip
    yield shared | {
        "id": ident,
        "published": c.published or c.doc["published"],
        "text": changed,
        "was": c.text[start:end],
        "expect": [(start, start + len(c.becomes)), *moved],
    }
    twin = {"id": f"{ident}/twin", "published": c.doc["published"], "text": c.text, "expect": []}
    yield shared | twin


def by_hand(docs: list[Text]) -> Iterator[Carrier]:
    """The rows of mutations.tsv, each ground worked out again."""
    with (HERE / "mutations.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            doc = next(d for d in docs if d["id"].startswith(row["doc"]))
            changed, other = (_at(doc["text"], row[key]) for key in ("changed", "counterpart"))
            (was, value), (becomes, new) = (_valued(row[key]) for key in ("was", "becomes"))
            if doc["text"][slice(*changed)] != was:
                raise ValueError(f"{row['doc']}: {was!r} does not stand there")
            if not holds(row["ground"].format(value)) or holds(row["ground"].format(new)):
                raise ValueError(f"{row['doc']}: the ground does not tell {value} from {new}")
            others = () if other == changed else (other,)
            rule = f"{row['ground'].format(value)}; not {row['ground'].format(new)}"
            yield Carrier(row["class"], doc, doc["text"], changed, becomes, others, rule)


def _at(text: str, words: str) -> Span:
    """Where the words in brackets stand, once in the text."""
    before, inner, after = re.split(r"[\[\]]", words)
    whole = re.compile(r"\s+".join(map(re.escape, (before + inner + after).split())))
    spots = [m.start() for m in whole.finditer(text)]
    if not spots:
        raise ValueError(f"not in the text: {words!r}")
    start = spots[0] + len(before.lstrip())
    return start, start + len(inner)


def _valued(cell: str) -> tuple[str, str]:
    words, _, value = cell.partition(":") if not re.fullmatch(r"\d+:\d+", cell) else (cell, "", "")
    return words, value or words


def holds(ground: str) -> bool:
    """
    Whether a statement is true: two sides with `=` or `<` between, each a sum of whole numbers,
    `days A B`, `months A B`, `years A B`, or `HH:MM Zone/Name YYYY-MM-DD`.
    """
    if "<" in ground:
        low, high = (_side(part) for part in ground.split("<"))
        return low < high
    left, right = (_side(part) for part in ground.split("="))
    return left == right


def _side(words: str) -> float:
    parts = words.split()
    if parts[0] in ("days", "months", "years"):
        first, last = (date.fromisoformat(part) for part in parts[1:])
        months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
        return {"days": (last - first).days, "months": months, "years": months // 12}[parts[0]]
    if len(parts) == 3:
        clock = datetime.fromisoformat(f"{parts[2]}T{parts[0]:0>5}")
        return clock.replace(tzinfo=ZoneInfo(parts[1])).timestamp()
    return sum(int(part) for part in words.split("+"))


def _weekdays(doc: Text, chance: random.Random) -> Iterator[Carrier]:
    """A weekday beside a date, as written: the weekday, the day, or the month is changed."""
    for match in dated(doc["text"], doc["lang"]):
        named, parts = match.groupdict(), {}
        for key in ("day", "month"):
            key = key if named.get(key) else f"{key}2"
            parts[key.rstrip("2")] = match.span(key)
        found = _Pinned(
            doc["text"],
            weekday=match.span("weekday"),
            parts=parts,
            year=int(named["year"]) if named["year"] else _year(doc),
            written=bool(named["year"]),
        )
        yield from _pinned(doc, found, chance)


def dated(text: str, lang: str) -> Iterator[re.Match[str]]:
    """Each weekday with the date right behind it."""
    words = WORDS[lang]
    names = sorted({name for row in words["weekdays"] for name in row}, key=len, reverse=True)
    pattern = words["dated"].format(weekday="|".join(names), month="|".join(words["months"]))
    return re.finditer(pattern, text, re.IGNORECASE)


def _year(doc: Text) -> int | None:
    return int(doc["published"][:4]) if doc["published"] else None


def _pinned(doc: Text, found: _Pinned, chance: random.Random) -> Iterator[Carrier]:
    """The three changes of one weekday with its date, where the calendar bears it out."""
    text, weekday, parts, year = found.text, found.weekday, found.parts, found.year
    kind = found.kind
    months = WORDS[doc["lang"]]["months"]
    said = text[slice(*weekday)]
    forms = reversed(WORDS[doc["lang"]]["weekdays"])
    row = next(r for r in forms if said.lower() in map(str.lower, r))
    number = [w.lower() for w in row].index(said.lower())
    month = [m.lower() for m in months].index(text[slice(*parts["month"])].lower()) + 1
    day = int(text[slice(*parts["day"])])
    if year is None or date(year, month, day).weekday() != number:
        return
    other = chance.choice([n for n in range(7) if n != number])
    told = f"{date(year, month, day)} is a {WORDS['en']['weekdays'][0][number]}"
    name = row[other] if said[0].islower() else row[other].capitalize()
    where = (parts["day"], parts["month"])
    yield Carrier("weekday", doc, text, weekday, name, where, told, kind)
    moved = [day + n for n in (-3, -2, -1, 1, 2, 3) if 1 <= day + n <= 28]
    new = str(chance.choice(moved)) if moved else None
    if new:
        yield Carrier("day", doc, text, parts["day"], new, (weekday,), told, kind)
    if found.written:
        far = [m for m in range(1, 13) if day < 29 and date(year, m, day).weekday() != number]
        if far:
            becomes = months[chance.choice(far) - 1]
            yield Carrier("month", doc, text, parts["month"], becomes, (weekday,), told, kind)


def _publication(doc: Text, marks: dict[str, Any], chance: random.Random) -> Iterator[Carrier]:
    """The day of publication is put before a full date, stamp or other, that lay behind it."""
    if not doc["published"]:
        return
    published = date.fromisoformat(doc["published"][:10])
    past = [
        (date.fromisoformat(m["value"]), (m["start"], m["end"]))
        for m in marks.get(doc["id"], ())
        if re.fullmatch(r"\d{4}-\d\d-\d\d", m["value"] or "") and re.search(r"\d{4}", m["text"])
    ]
    past = [(day, span) for day, span in past if day <= published]
    if past and doc["id"] not in WORDS["not_past"]["docs"]:
        latest = max(day for day, _ in past)
        new = latest - timedelta(days=chance.randint(40, 400))
        spans = tuple(span for day, span in past if day > new)
        stamped = all(day == published for day, span in past if span in spans)
        yield Carrier(
            "publication, stamp" if stamped else "publication, body", doc, doc["text"], spans[0],
            doc["text"][slice(*spans[0])], spans[1:], f"dated {latest}, published {new}",
            published=str(new),
        )  # fmt: skip


def _completed(doc: Text, marks: dict[str, Any], chance: random.Random) -> Iterator[Carrier]:
    """A weekday gets its date, a clock time that of Greenwich, a headline its month and year."""
    words, text = WORDS[doc["lang"]], doc["text"]
    names = {name.lower() for row in words["weekdays"] for name in row}
    for mark in marks.get(doc["id"], ()):
        start, end, value = mark["start"], mark["end"], mark["value"] or ""
        last = mark["text"].split()[-1]
        if last.lower() in names and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            alone = not re.search(r"\d[^\n]{0,20}$", text[:start][-25:])
            if alone and not re.match(r",?\s*\d", text[end:]) and doc["published"]:
                yield from _with_date(doc, (end - len(last), end), value, chance=chance)
        elif mark.get("utc") and any(z in mark["text"] for z in words["zones"]):
            clocks = re.findall(r"\d[:.]\d\d", mark["text"])
            if len(clocks) == 1 and not re.match(r".{0,12}\d[:.]\d\d|\s*[()]", text[end:]):
                yield _with_zone(doc, mark, chance)
    stamp = re.match(r"(.+)\n(\w+) \d\d?, (\d{4})\n", text)
    if stamp and not re.search(r"\d{4}", stamp[1]):
        at = stamp.end(1)
        done = f"{text[:at]} ({stamp[2]} {stamp[3]}){text[at:]}"
        spot = (at + len(stamp[2]) + 3, at + len(stamp[2]) + 7)
        body = (stamp.start(2) + len(stamp[2]) + 8, stamp.end(3) + len(stamp[2]) + 8)
        new = str(int(stamp[3]) + chance.choice((-2, -1, 1)))
        rule = f"the stamp says {stamp[2]} {stamp[3]}"
        yield Carrier("headline year", doc, done, spot, new, (body,), rule, "completed")


def _with_date(doc: Text, at: Span, value: str, *, chance: random.Random) -> Iterator[Carrier]:
    day = date.fromisoformat(value)
    if abs((day - date.fromisoformat(doc["published"][:10])).days) > 10:
        return
    words, text = WORDS[doc["lang"]], doc["text"]
    month = words["months"][day.month - 1]
    said = text[slice(*at)]
    done = words["complete_day"].format(words=said, day=day.day, month=month)
    spots = {
        key: (at[0] + done.rindex(part), at[0] + done.rindex(part) + len(part))
        for key, part in (("day", str(day.day)), ("month", month))
    }
    whole = text[: at[0]] + done + text[at[1] :]
    found = _Pinned(whole, at, parts=spots, year=day.year, kind="completed")
    yield from _pinned(doc, found, chance)


def _with_zone(doc: Text, mark: dict[str, Any], chance: random.Random) -> Carrier:
    """The instant is the gold's; the clock put beside it is changed by an hour or more."""
    at, utc = mark["end"], mark["utc"]
    clock = datetime.fromisoformat(utc.replace("Z", "+00:00"))
    text, form = doc["text"], WORDS[doc["lang"]]["complete_zone"]
    right, wrong = (
        f"{clock + timedelta(hours=n):%H:%M}" for n in (0, chance.choice((-2, -1, 1, 2)))
    )
    done = form.format(words="", clock=right)
    start = at + done.index(right)
    whole = text[:at] + done + text[at:]
    said = (at - len(mark["text"]), at)
    return Carrier(
        "zone", doc, whole, (start, start + 5), wrong, (said,), f"that is {utc}", "completed"
    )


def _regions(doc: Text, chance: random.Random) -> Iterator[Carrier]:
    """The first mention of a known town gets its oblast, and then another one."""
    lang, text = doc["lang"], doc["text"]
    towns = WORDS["regions"].get(lang, {})
    for town, region in towns.items():
        match = re.search(rf"\b{town}(?= and\b| was\b|[.;]|$| [а-яіїєґ])", text)
        if match is None:
            continue
        done = WORDS[lang]["complete_region"].format(words=town, region=region)
        whole = text[: match.start()] + done + text[match.end() :]
        start = match.start() + done.index(region)
        other = chance.choice(sorted({r for r in towns.values() if r != region}))
        yield Carrier(
            "region", doc, whole, (start, start + len(region)), other, (match.span(),),
            f"{town} lies in {region}", "completed",
        )  # fmt: skip


def main() -> None:
    """Writes the cases as JSON Lines."""
    options = argparse.ArgumentParser(description="Seeded mutations, a case a line.")
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    lines = "".join(json.dumps(c, ensure_ascii=False) + "\n" for c in cases(given.seed))
    if given.out:
        given.out.write_text(lines, "utf-8")
    else:
        sys.stdout.write(lines)


if __name__ == "__main__":
    main()
