"""
Cues: the words of saying in each sentence, with their class and form.

Which words they introduce and whose they are is the business of `claim`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.cue_position import positional
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Act, Cue, Sentence
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.cues import CueForm, cue_forms
from dateline.lang.models import Token, tokens_at
from dateline.lang.rules import lists, rules

_NEAR = 5
"""Words before a verb among which its auxiliaries and negation stand."""
_LONGEST_SUBJECT = 8
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_TURNED = {
    Act.CONFIRM: Act.NOT_CONFIRM,
    Act.UNVERIFIED: Act.UNVERIFIED,
    Act.DENY: Act.CONFIRM,
}


@component(version=2, reads=(Sentence,), writes=(Cue,))
def cue(doc: Document, layers: Layers) -> Iterator[Cue]:
    """Each cue once: fixed phrases first, then the longest entry of the lexicon."""
    for sentence in layers.of(Sentence):
        tokens = tokens_at(doc.lang, doc.text, sentence.span.start, sentence.span.end)
        taken: set[int] = set()
        for item in (
            *_phrases(doc, sentence.span),
            *_words(doc, tokens),
            *positional(doc.lang, tokens),
        ):
            letters = range(item.span.start, item.span.end)
            if taken.isdisjoint(letters):
                taken.update(letters)
                yield item


def _phrases(doc: Document, where: Span) -> Iterator[Cue]:
    """`could not be independently verified` and the like: rules of `cue_patterns.toml`."""
    reached = where.start
    text = doc.text[where.start : where.end]
    found = [
        (m.start(), -m.end(), m, r)
        for r in rules(doc.lang, "cue_patterns")
        for m in r.regex.finditer(text)
    ]
    for start, _, match, rule in sorted(found, key=lambda entry: entry[:2]):
        if start + where.start < reached:
            continue
        reached = where.start + match.end()
        act, _, form = rule.type.partition("/")
        yield Cue(
            span=Span(where.start + start, reached),
            made_by=f"cue/{rule.name}",
            act=Act(act),
            lemma=rule.name,
            form=form or "phrase",
            takes="tn",
            inflection="phrase",
            negated=act in (Act.NOT_CONFIRM, Act.UNVERIFIED, Act.DECLINE),
        )


def _words(doc: Document, tokens: Sequence[Token]) -> Iterator[Cue]:
    lexicon = cue_forms(doc.lang)
    closed = _Closed(doc.lang)
    # Other taggers are too unsure to overrule a form that only a word of saying has.
    penn = doc.lang == "en"
    past = 0
    for at, token in enumerate(tokens):
        if at < past:
            continue
        for form in lexicon.get(token.low, ()):
            end = _tail_end(tokens, at, form)
            if end is not None and (not penn or _fits(form, tokens, (at, end), closed)):
                yield _cue(form, tokens, (at, end), closed)
                past = end
                break


class _Closed:
    """The closed classes of one language that cues are told by."""

    def __init__(self, language: str) -> None:
        grammar = lists(language, "grammar")
        self.auxiliaries = frozenset(grammar.get("auxiliaries", ()))
        self.be = frozenset(grammar.get("be", ()))
        self.negations = frozenset(grammar.get("negations", ()))
        self.agents = frozenset(grammar.get("agents", ()))
        self.emphatic = frozenset(grammar.get("emphatic", ()))
        self.that = frozenset(grammar.get("that", ()))
        self.openings = frozenset(':"“‘«')
        self.between = frozenset(grammar.get("between", ()))
        self.empty = frozenset(grammar.get("empty_subjects", ()))


def _tail_end(tokens: Sequence[Token], at: int, form: CueForm) -> int | None:
    """The index behind the cue; None where the words that must follow do not."""
    if not form.tail:
        return at + 1
    end = at + 1 + len(form.tail)
    if end > len(tokens) or tokens[at + 1].low != form.tail[0]:
        return None
    following = tuple(token.low for token in tokens[at + 1 : end])
    return end if following == form.tail else None


def _fits(form: CueForm, tokens: Sequence[Token], place: tuple[int, int], closed: _Closed) -> bool:
    """Whether the Penn tags allow this form; no tag at all does."""
    at, end = place
    tag = tokens[at].tag
    if not tag:
        return True
    if form.form == "noun":
        return tag.startswith("NN")
    if form.form != "verb":
        return True
    if form.inflection == "adj":
        return tag.startswith("JJ") and at > 0
    if form.inflection == "base":
        return tag in ("VBP", "VBD") or (tag == "VB" and _emphatic(tokens, at, closed))
    follows = tokens[end].text if end < len(tokens) else ""
    opens = follows in closed.openings or follows.lower() in closed.that
    return tag[0] == "V" or (form.inflection == "pres" and tag == "NNS" and at > 0 and opens)


def _emphatic(tokens: Sequence[Token], at: int, closed: _Closed) -> bool:
    """`did say`, `would say`: a base form that an auxiliary stands before, and no infinitive."""
    step = at - 1
    while step >= 0 and (tokens[step].tag.startswith("RB") or tokens[step].low in closed.negations):
        step -= 1
    return step >= 0 and tokens[step].low in closed.emphatic


def _cue(form: CueForm, tokens: Sequence[Token], place: tuple[int, int], closed: _Closed) -> Cue:
    at, end = place
    start, negated, passive = (
        _verb_group(tokens, at, closed) if form.form == "verb" else (at, False, False)
    )
    act = Act(form.act)
    how = form.form
    if passive and form.inflection == "past" and tokens[at].tag in ("VBN", ""):
        how, at = "passive", start
        if end < len(tokens) and tokens[end].low in closed.agents:
            end += 1
    if how == "passive" and act is Act.CONFIRM and _of_none(tokens, start, closed):
        act, at, negated = Act.UNVERIFIED, start, True
    elif negated and act in _TURNED:
        act = _TURNED[act]
        at = start
    return Cue(
        span=Span(tokens[at].start, tokens[end - 1].end),
        made_by=f"cue/{form.act}",
        act=act,
        lemma=form.lemma,
        form=how,
        takes=form.takes,
        inflection=form.inflection,
        negated=negated,
    )


def _of_none(tokens: Sequence[Token], at: int, closed: _Closed) -> bool:
    """`Neither side's account could be confirmed`: the subject itself says that it is none."""
    for step in range(at - 1, max(-1, at - 1 - _LONGEST_SUBJECT), -1):
        if tokens[step].low in closed.empty:
            return True
        if tokens[step].text in closed.openings | {","} or tokens[step].tag in _FINITE:
            return False
    return False


def _verb_group(tokens: Sequence[Token], at: int, closed: _Closed) -> tuple[int, bool, bool]:
    """Where the verb's auxiliaries begin, whether they negate it, whether they make a passive."""
    start, negated, passive = at, False, False
    for step in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        low, tag = tokens[step].low, tokens[step].tag
        if low in closed.negations:
            negated = True
        elif low in closed.auxiliaries or tag == "MD":
            passive = passive or (low in closed.be and start >= step + 1)
        elif not (tag.startswith("RB") or low in closed.between):
            break
        if low in closed.auxiliaries or low in closed.negations:
            start = step
    return start, negated, passive
