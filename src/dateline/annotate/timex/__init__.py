"""
Find time expressions and what their words alone say.

`scan` finds where to look, `tokens` what stands there, `grammar` what belongs together, `compose`
what it says. What an expression refers to is `resolve`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.timex.ahead import in_a_while, is_in_a_while
from dateline.annotate.timex.compose import compose
from dateline.annotate.timex.context import surroundings, tense
from dateline.annotate.timex.ends import with_shared_zones
from dateline.annotate.timex.grammar import hits
from dateline.annotate.timex.guards import dates_nothing, fits
from dateline.annotate.timex.habits import with_habits
from dateline.annotate.timex.neighbours import has
from dateline.annotate.timex.parts import Draft
from dateline.annotate.timex.scan import lowered, windows
from dateline.annotate.timex.tokens import Tokens, tokens
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import component
from dateline.world.calendar import zone_names

LETTERS_OF = {"uk": frozenset("іїєґ"), "ru": frozenset("ыэъё")}
"""Letters that only one of the two languages has."""


@component(version=2, writes=(Timex,))
def timex(doc: Document, layers: Layers) -> Iterator[Timex]:
    """Each time expression of every readable block once."""
    low = lowered(doc.text)
    governing: str | None = None
    before_christ = False
    for start, end in stretches(doc):
        home = at_home(low[start:end], doc.lang)
        for window in windows(low, start, end):
            found = tokens(doc.text, low, window, home=home)
            drafts = with_shared_zones(tuple(_drafts(doc.text, found)), found)
            for draft, rule in with_habits(drafts, found):
                before_christ = before_christ or draft.value.startswith("BC")
                if draft.type == "ZONE":
                    governing = _zone(draft, found, doc.text)
                elif draft.type != "ERA":
                    yield _timex(draft, found, doc.text, rule=rule, governing=governing)
                elif before_christ:
                    draft.type, draft.value = "DATE", f"BC{draft.value}"
                    yield _timex(draft, found, doc.text, rule=rule, governing=governing)


def stretches(doc: Document) -> tuple[tuple[int, int], ...]:
    """The readable blocks; the paragraphs where the document has no blocks yet."""
    if doc.blocks:
        return tuple((block.span.start, block.span.end) for block in doc.readable)
    out, at = [], 0
    for paragraph in doc.text.split("\n\n"):
        out.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return tuple(out)


def at_home(low: str, lang: str) -> str:
    """The language whose reading a word shared by two has here."""
    seen = set(low)
    uk, ru = (bool(LETTERS_OF[name] & seen) for name in ("uk", "ru"))
    if uk != ru:
        return "uk" if uk else "ru"
    return lang if lang in ("en", "ru", "uk") else "en"


def _drafts(text: str, found: Tokens) -> Iterator[tuple[Draft, str]]:
    for hit in hits(found, lambda hit: fits(hit, found, text)):
        if dates_nothing(hit, found, text):
            continue
        for draft in compose(hit, found):
            if has(found, draft.first, "soonw") and tense(draft, found) <= 0:
                continue
            if has(found, draft.first, "thesedays"):
                draft.value = "PAST_REF" if tense(draft, found) < 0 else "FUTURE_REF"
            if is_in_a_while(draft, found) and tense(draft, found) > 0:
                yield in_a_while(draft, draft.first - 1), "in-a-while"
                continue
            yield draft, hit.rule.name


def _zone(draft: Draft, found: Tokens, text: str) -> str | None:
    """The zone as stated, without a preposition that the table knows it without."""
    if not draft.zone:
        return None
    words = text[found.starts[draft.zone[0]] : found.ends[draft.zone[1] - 1]]
    if has(found, draft.zone[0], "governed"):
        return words
    bare = words.partition(" ")[2]
    return bare if bare.lower() in zone_names() else words


def _timex(draft: Draft, found: Tokens, text: str, *, rule: str, governing: str | None) -> Timex:
    around = surroundings(draft, found, text)
    zone = _zone(draft, found, text)
    if zone is None and draft.type == "TIME" and draft.value.partition("T")[2][:1].isdigit():
        zone = governing
    return Timex(
        span=around.span,
        made_by=f"timex/{rule}",
        type=around.type or draft.type,
        value=around.value or draft.value,
        mod=draft.mod,
        zone=zone,
        says=around.says,
        count=draft.count,
        event=around.event,
        predicated=around.predicated,
        holiday=draft.holiday,
    )


__all__ = ["timex"]
