"""How far the content of an English cue runs, to its right and to its left."""

from __future__ import annotations

from dateline.claim.scene import MARKS, STOPS, Scene
from dateline.claim.subject import right_phrase
from dateline.core.mentions import Cue
from dateline.core.span import Span

Pair = tuple[int, int]
_COORDINATED = ("VBD", "VBZ", "VBP", "VBN", "MD", "RB")


def behind(scene: Scene, cue: Cue, end: int) -> list[Span]:
    """The content that follows the cue whose words end before `end`; empty where none does."""
    at = _past_asides(scene, cue, end)
    low = scene.low(at)
    if low == ":":
        at += 1
        return _colon(scene, at)
    if low == "," and _opens_quote(scene, at + 1):
        at += 1
    if at >= scene.hi or scene.low(at) in STOPS or scene.low(at) == ",":
        return []
    if _opens_quote(scene, at):
        return _from(scene, at)
    return _plain(scene, cue, at)


def _plain(scene: Scene, cue: Cue, at: int) -> list[Span]:
    low, tag = scene.low(at), scene.tag(at)
    if low in scene.grammar.dropped and tag in ("IN", "WDT", "DT") and "t" in cue.takes:
        if tag == "DT" and scene.tag(at + 1).startswith("VB"):
            return _from(scene, at)
        return _from(scene, at + 1)
    if low in scene.grammar.complementisers:
        return _from(scene, at) if "t" in cue.takes or "n" in cue.takes else []
    if tag == "TO":
        return _from(scene, at) if "i" in cue.takes or "a" in cue.takes else []
    if tag in ("IN", "CC", "RP") and not _clause_ahead(scene, at):
        return []
    if "t" in cue.takes and _clause_ahead(scene, at):
        return _from(scene, at)
    return _phrase_from(scene, at) if "n" in cue.takes else []


def _clause_ahead(scene: Scene, at: int) -> bool:
    """Whether a subject and a finite verb follow before the clause ends."""
    for step in range(at + 1, _clause_end(scene, at)):
        if scene.low(step) in scene.grammar.subordinators and scene.tag(step) == "IN":
            return False
        if scene.is_finite(step) and not scene.is_opaque(step):
            return True
    return False


def _colon(scene: Scene, at: int) -> list[Span]:
    return _from(scene, at) if at < scene.hi else []


def _phrase_from(scene: Scene, at: int) -> list[Span]:
    """A noun phrase as content: it ends sooner than a clause does."""
    limit = _clause_end(scene, at)
    end = at
    while end < limit and not (end > at and _ends_phrase(scene, end)):
        quote = scene.inside[end]
        starts = quote is not None and not quote.scare and _opens_quote(scene, end)
        end = max(end + 1, scene.index(quote.span.end)) if quote and starts else end + 1
    span = scene.text_span(at, min(end, limit))
    return [span] if span else []


def _ends_phrase(scene: Scene, at: int) -> bool:
    low, follow = scene.low(at), scene.low(at + 1)
    if low in scene.grammar.subordinators and low not in scene.grammar.medium_prepositions:
        return not scene.tag(at - 1).endswith(("JJR", "RBR"))
    if at in scene.times or (scene.tag(at) == "IN" and at + 1 in scene.times):
        return True
    if low == ",":
        opens = scene.grammar.relatives | scene.grammar.subordinators
        return follow in opens or scene.tag(at + 1) in ("VBG", "RB", "IN")
    medium = scene.tag(at) == "IN" and low in scene.grammar.medium_prepositions
    return medium and scene.low(at + 2) in scene.grammar.media


def _from(scene: Scene, at: int) -> list[Span]:
    span = scene.text_span(at, _clause_end(scene, at))
    return [span] if span else []


def _opens_quote(scene: Scene, at: int) -> bool:
    """Whether a quotation of speech begins with the mark at `at`."""
    if not scene.lo <= at < scene.hi or scene.tokens[at].text not in MARKS:
        return False
    quote = scene.inside[at]
    return quote is not None and quote.span.start == scene.tokens[at].start


def _past_asides(scene: Scene, cue: Cue, at: int) -> int:
    """Behind addressee, time, medium, adverbs and bracketing commas."""
    addressee = "a" in cue.takes
    while at < scene.hi:
        start = at
        at = _past_time(scene, at)
        if scene.tag(at).startswith("RB") and scene.low(at) not in scene.grammar.negations:
            at += 1
        elif addressee and not _opens_quote(scene, at):
            at = _past_addressee(scene, at)
            addressee = False
        elif scene.tag(at) in ("IN", "TO") and scene.low(at) in scene.grammar.medium_prepositions:
            at = _past_medium(scene, at)
        elif scene.low(at) == ",":
            at = _past_bracket(scene, at)
        if at == start:
            return at
    return at


def _past_time(scene: Scene, at: int) -> int:
    """Behind a time expression with or without preposition; `that winter` may open a clause."""
    if scene.low(at) in scene.grammar.that:
        return at
    at = max(at, scene.time_end(at))
    if scene.tag(at) != "IN" or scene.low(at) in scene.grammar.complementisers:
        return at
    return max(at, scene.time_end(at + 1)) if scene.time_end(at + 1) > at + 1 else at


def _past_addressee(scene: Scene, at: int) -> int:
    phrase = right_phrase(scene, at)
    if phrase is None or scene.tag(at) == "IN":
        return at
    end = phrase[1]
    if scene.low(at) in scene.grammar.addressees:
        return at + 1
    if (
        scene.low(end) in scene.grammar.that | {",", ":"}
        or scene.tag(end) == "TO"
        or _opens_quote(scene, end)
        or scene.tag(end) in ("PRP", "DT", "EX", "IN", "WRB", "WP")
    ):
        return end
    if scene.tag(end)[:3] in ("VBD", "VBZ", "VBP", "MD"):
        return _short_phrase(scene, at, end)
    return end


def _short_phrase(scene: Scene, at: int, end: int) -> int:
    """`told Reuters Kyiv had agreed`: one name for the addressee, the rest for the clause."""
    return at + 1 if scene.tag(at) == "NNP" and end - at > 1 else at


def _past_medium(scene: Scene, at: int) -> int:
    """Behind `in a statement`, `on Telegram`, `to reporters`; `at` where it is content."""
    end = at + 1
    seen = False
    while end < scene.hi and (
        scene.tag(end).startswith(("NN", "JJ", "DT", "PRP$", "CD", "POS", "VBN"))
        or scene.low(end) in scene.grammar.phrase_joins
    ):
        if scene.low(end) in scene.grammar.that or _opens_quote(scene, end):
            break
        seen = seen or scene.low(end) in scene.grammar.media
        end += 1
        if scene.tag(end) in ("DT", "PRP$", "PRP") and scene.tag(end - 1).startswith("NN"):
            break
    closes = scene.low(end) in scene.grammar.that | {",", ":", ".", ""} or _opens_quote(scene, end)
    return end if seen or closes or scene.tag(end) == "IN" else at


def _past_bracket(scene: Scene, at: int) -> int:
    """Behind `, however,` and `, in a post on Telegram,`: an aside with a comma at both ends."""
    for end in range(at + 1, min(at + 9, scene.hi)):
        if _opens_quote(scene, end):
            return at
        if scene.low(end) == ",":
            following = scene.low(end + 1)
            aside = not scene.has_finite(at + 1, end)
            return end + 1 if aside and following not in scene.grammar.coordinators else at
    return at


def _clause_end(scene: Scene, start: int) -> int:
    """Behind the last word of the content that begins at `start`."""
    at = start
    while at < scene.hi:
        quote = scene.inside[at]
        if quote and not quote.scare and scene.tokens[at].start == quote.span.start:
            at = max(at + 1, scene.index(quote.span.end))
            if at < scene.hi and scene.tag(at) == "VBG" and at in scene.cues:
                return at
            continue
        if at > start and _cuts(scene, start, at):
            return at
        at += 1
    return scene.hi


def _cuts(scene: Scene, start: int, at: int) -> bool:
    """Whether a new attribution, or the outlet's own clause, begins with the word at `at`."""
    low = scene.low(at)
    if low == ",":
        return _cuts_at_comma(scene, at)
    if low in scene.grammar.coordinators:
        return _says_next(scene, at + 1)
    if low == ";":
        return False
    cue = scene.cues.get(at)
    return (
        cue is not None and cue.form == "phrase" and cue.inflection == "phrase" and at > start + 2
    )


def _cuts_at_comma(scene: Scene, at: int) -> bool:
    follow = at + 1
    if scene.low(follow) in scene.grammar.coordinators:
        follow += 1
        if scene.low(at + 1) in scene.grammar.contrast and _goes_its_own_way(scene, follow):
            return True
        if _says_next(scene, follow):
            return True
    while scene.tag(follow).startswith("RB"):
        follow += 1
    cue = scene.cues.get(follow)
    if cue is None:
        return _named_cue(scene, follow)
    if cue.form == "phrase":
        return True
    return cue.form == "verb" and scene.tag(follow) in ("VBG", "VBD", "VBZ")


def _says_next(scene: Scene, at: int) -> bool:
    """Whether a verb of saying follows, behind its auxiliaries and adverbs at most."""
    while scene.tag(at).startswith(("RB", "MD")) or scene.low(at) in scene.grammar.auxiliaries:
        if at in scene.cues:
            break
        at += 1
    cue = scene.cues.get(at)
    return cue is not None and cue.form == "verb" and scene.tag(at) in _COORDINATED


def _goes_its_own_way(scene: Scene, at: int) -> bool:
    """Whether a clause with its own subject, or a verb without one, follows `but`."""
    if scene.is_finite(at):
        return True
    phrase = right_phrase(scene, at)
    return phrase is not None and scene.is_finite(phrase[1])


def _named_cue(scene: Scene, at: int) -> bool:
    """`, he said`, `, and officials said`: a name or pronoun with a cue right behind it."""
    name = scene.names.get(at)
    if name is None:
        return False
    verb = scene.index(name.span.end)
    while scene.low(verb) in scene.grammar.auxiliaries or scene.tag(verb).startswith("RB"):
        verb += 1
    return _is_verb_cue(scene, verb)


def _is_verb_cue(scene: Scene, at: int) -> bool:
    cue = scene.cues.get(at)
    return cue is not None and cue.form == "verb" and ("t" in cue.takes or "q" in cue.takes)


def before(scene: Scene, end: int) -> list[Span]:
    """The clause or quotation that stands right before `end`, where source or cue begins."""
    close = end - 1
    if scene.low(close) == ",":
        close -= 1
    if close < scene.lo:
        return []
    start = _left_edge(scene, close)
    span = scene.text_span(start, close + 1)
    if span is None:
        return []
    return [_whole_quote(scene, close, span)]


def _whole_quote(scene: Scene, close: int, span: Span) -> Span:
    """The whole quotation, where what precedes the cue ends one that began earlier."""
    quote = scene.inside[close]
    if quote is None or quote.scare:
        return span
    return Span(min(quote.span.start, span.start), max(quote.span.end, span.end))


def _left_edge(scene: Scene, close: int) -> int:
    """Where the content that ends at `close` begins: behind an earlier attribution, or the head."""
    for at in range(close - 1, scene.lo, -1):
        cue = scene.cues.get(at)
        if cue is None or scene.is_opaque(at) or cue.form == "noun":
            continue
        for back in range(at, close):
            if scene.low(back) in (",", ";", ".", "”", '"'):
                return back + 1
        return scene.lo
    return _past_openers(scene, scene.lo)


def _past_openers(scene: Scene, at: int) -> int:
    if scene.low(at) in scene.grammar.coordinators and not scene.is_opaque(at):
        return at + 1
    return at
