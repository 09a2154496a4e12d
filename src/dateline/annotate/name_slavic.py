"""
Russian and Ukrainian noun phrases that can be a source.

The head noun stands first, genitives and a person's own name follow it: `глава администрации
города Руслан Терентьев`. The tags give part of speech and case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.name_english import ACTOR_KINDS, make_name
from dateline.annotate.name_lists import NameLists, name_lists
from dateline.core.document import Document
from dateline.core.mentions import Name, NameKind, Sentence
from dateline.lang.models import Token, tokens_at
from dateline.lang.rules import lists
from dateline.world.actors import actors_at

_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "X")
_NATIONAL = tuple(
    ending
    for language in ("ru", "uk")
    for ending in lists(language, "stems").get("adjectives", {}).get("national", ())
)
_BODIES = (NameKind.OUTLET, NameKind.ORGANISATION, NameKind.UNIT, NameKind.FOOTAGE)
_OPENING = '«“"„'
_CLOSING = '»”"“'
_LONGEST = 14
_LONGEST_TITLE = 6


def slavic_names(doc: Document, sentence: Sentence) -> Iterator[Name]:
    """The names of one sentence, in text order, none inside another."""
    words = name_lists(doc.lang)
    tokens = tokens_at(doc.lang, doc.text, sentence.span.start, sentence.span.end)
    grammar = lists(doc.lang, "grammar")
    phrase_nouns, phrase_heads = grammar.get("phrase_nouns", ()), grammar.get("phrase_heads", ())
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.low in words.pronouns:
            yield make_name(tokens, (at, at + 1), NameKind.PRONOUN, (at, at + 1))
            at += 1
            continue
        if at and token.low in phrase_nouns and tokens[at - 1].low in phrase_heads:
            at += 1
            continue
        end = _chunk_end(tokens, at, words)
        found = _phrase(doc.lang, tokens, (at, end), words) if end > at else None
        if found:
            found = _introduced(tokens, found, words) or found
            yield found[0]
        at = max(end, found[1] if found else 0, at + 1)


def _introduced(
    tokens: Sequence[Token], found: tuple[Name, int], words: NameLists
) -> tuple[Name, int] | None:
    """`боец с позывным «Север»`, `волонтёр по имени Макс`: the name that is said to be theirs."""
    name, end = found
    if name.type not in (NameKind.OFFICE, NameKind.GROUP, NameKind.PERSON):
        return None
    for opening in words.introductions:
        at = end + len(opening)
        if tuple(token.low for token in tokens[end:at]) != opening or at >= len(tokens):
            continue
        close = _title_end(tokens, at) if tokens[at].text in _OPENING else None
        inner = (at + 1, close - 1) if close else (at, at + 1)
        if not tokens[inner[0]].text[:1].isupper():
            continue
        stop = close or at + 1
        start = next(s for s, token in enumerate(tokens) if token.start == name.span.start)
        whole = make_name(tokens, (start, stop), NameKind.PERSON, inner, (start, end))
        return whole, stop
    return None


def _chunk_end(tokens: Sequence[Token], at: int, words: NameLists) -> int:
    """Behind the run of nominal words that begins here, titles in quotation marks included."""
    end = at
    while end < min(len(tokens), at + _LONGEST):
        token = tokens[end]
        if end > at and _is_object(tokens, end):
            break
        if _is_nominal(token, words):
            end += 1
        elif end > at and token.text in _OPENING and (close := _title_end(tokens, end)):
            end = close
        else:
            break
    return end


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    """`Киев | удар не комментировал`: a noun behind a name and in no case that hangs on it."""
    token, before = tokens[at], tokens[at - 1]
    cased = token.tag in ("NOUN.Nom", "NOUN.Acc")
    return cased and token.text.islower() and before.text[0].isupper()


def _is_nominal(token: Token, words: NameLists) -> bool:
    if not token.text[0].isalnum() or token.low in words.never:
        return False
    kind = words.kind(token.low)
    slipped = kind is NameKind.OFFICE and token.low not in words.verbs
    if kind and (slipped or not token.tag.startswith("VERB")):
        return True
    if token.text.isupper() and len(token.text) > 1:
        return True
    capital = token.text[0].isupper() and not token.tag.startswith(("VERB", "ADP", "CCONJ", "PRON"))
    return token.tag.startswith(_NOMINAL) or (
        capital and not token.tag.startswith(("ADV", "SCONJ", "PART"))
    )


def _title_end(tokens: Sequence[Token], at: int) -> int | None:
    """Behind the closing mark of a short name in quotation marks; None for a longer quotation."""
    for end in range(at + 1, min(len(tokens), at + _LONGEST_TITLE)):
        if tokens[end].text in _CLOSING:
            return end + 1
    return None


def _phrase(
    language: str, tokens: Sequence[Token], chunk: tuple[int, int], words: NameLists
) -> tuple[Name, int] | None:
    at, end = chunk
    own = _own_name(language, tokens, at, end, words)
    heads = [step for step in range(at, own) if words.kind(tokens[step].low)]
    # `Опозиційна депутатка`: an adjective heads the phrase only where no noun does.
    nouns = (step for step in heads if not tokens[step].tag.startswith("ADJ"))
    head = next(nouns, heads[0] if heads else None)
    kind = words.kind(tokens[head].low) if head is not None else None
    if own < end and kind in _BODIES and head is not None:
        start = _with_adjectives(tokens, at, head)
        return make_name(tokens, (start, end), kind, (start, end)), end
    # A capital tells a name only where no sentence begins.
    inside = own == at and at > 0 and tokens[at - 1].text[0].isalnum()
    proper = own < end and (inside or tokens[own].tag.startswith("PROPN"))
    if own < end and (head is not None or end - own >= 2 or proper):
        return _person(tokens, (own if head is None else head, end), own, words)
    if head is not None:
        start = _with_adjectives(tokens, at, head)
        title = (start, end) if kind is NameKind.OFFICE else None
        return make_name(
            tokens, (start, end), kind or NameKind.ORGANISATION, (start, end), title
        ), end
    actor = _actor(language, tokens, at, end)
    if actor:
        kind, start, stop = actor
        return make_name(tokens, (start, stop), kind, (start, stop)), stop
    return None


def _person(
    tokens: Sequence[Token], chunk: tuple[int, int], own: int, words: NameLists
) -> tuple[Name, int]:
    """A person with the title before the name, or behind it and a comma."""
    at, end = chunk
    at = _with_adjectives(tokens, 0, at) if at < own else at
    title = (at, own) if at < own else None
    stop = end
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].low in words.titles:
        stop = _chunk_end(tokens, end + 1, words)
        if stop == end + 1:
            stop = end
        else:
            title = title or (end + 1, stop)
    return make_name(tokens, (at, stop), NameKind.PERSON, (own, end), title), stop


def _with_adjectives(tokens: Sequence[Token], floor: int, head: int) -> int:
    while head > floor and _is_adjective(tokens[head - 1]):
        head -= 1
    return head


def _is_adjective(token: Token) -> bool:
    """By its tag, or by an ending where the tagger takes a capital for a name."""
    return token.tag.startswith(("ADJ", "DET")) or token.low.endswith(_NATIONAL)


def _own_name(language: str, tokens: Sequence[Token], at: int, end: int, words: NameLists) -> int:
    """Where the capitalised words that name a person begin; `end` where there are none."""
    start = end
    texts = [token.text for token in tokens[at:end]]
    for step in range(end - 1, at - 1, -1):
        token = tokens[step]
        if not token.text[0].isupper() or (token.text.isupper() and len(token.text) > 1):
            break
        actor = actors_at(language, texts, step - at)
        surname = _is_surname(tokens, step, (at, end), words)
        if actor and actor[0].kind != "person" and not (actor[0].kind == "adj" and surname):
            break
        if _is_common(token, words, first=step == at) and not surname:
            break
        start = step
    return start


def _is_common(token: Token, words: NameLists, *, first: bool) -> bool:
    """A noun of office or place, or an adjective: no part of a person's own name."""
    if token.low in words.given:
        return False
    if words.kind(token.low) or token.low in words.geography:
        return True
    return token.tag.startswith("ADJ") and not first


def _is_surname(tokens: Sequence[Token], at: int, chunk: tuple[int, int], words: NameLists) -> bool:
    """`Тарас Головко`, `Георгий Песчаный`: the last word, behind a given name with a capital."""
    start, end = chunk
    before = tokens[at - 1]
    if at + 1 != end or at - 1 < start or not before.text[0].isupper() or before.text.isupper():
        return False
    if before.low in words.given:
        return True
    if words.kind(tokens[at].low) not in (None, NameKind.OFFICE) or before.tag.startswith("ADJ"):
        return False
    return words.kind(before.low) is None and before.low not in words.geography


def _actor(
    language: str, tokens: Sequence[Token], at: int, end: int
) -> tuple[NameKind, int, int] | None:
    texts = [token.text for token in tokens[at:end]]
    for step in range(len(texts)):
        found = actors_at(language, texts, step)
        if found and found[0].kind in ACTOR_KINDS:
            return ACTOR_KINDS[found[0].kind], at, end
    return None
