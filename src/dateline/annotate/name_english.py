"""English noun phrases that can be a source: chunks of tags, told apart by their head noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.name_lists import NameLists, name_lists
from dateline.core.document import Document
from dateline.core.mentions import Name, NameKind, Sentence
from dateline.core.span import Span
from dateline.lang.cues import cue_forms
from dateline.lang.models import Token, tokens_at
from dateline.world.actors import Actor, actors_at

_INSIDE = ("NN", "JJ", "CD", "POS", "PRP$", "HYPH", "FW", "AFX")
_MOST_JOINS = 3
_POSSESSIVE = ("'s", "’s")
ACTOR_KINDS = {
    "place": NameKind.PLACE,
    "organisation": NameKind.ORGANISATION,
    "outlet": NameKind.OUTLET,
    "channel": NameKind.OUTLET,
    "person": NameKind.PERSON,
    "group": NameKind.GROUP,
}


def english_names(doc: Document, sentence: Sentence) -> Iterator[Name]:
    """The names of one sentence, in text order, none inside another."""
    tokens = tokens_at("en", doc.text, sentence.span.start, sentence.span.end)
    at = 0
    while at < len(tokens):
        end = _chunk_end(tokens, at)
        if end == at:
            if pronoun := _pronoun(tokens[at]):
                yield pronoun
            at += 1
            continue
        found = _phrase(tokens, at, end)
        yield from _possessors(tokens, at, end)
        if found:
            yield found[0]
            at = max(end, found[1])
        else:
            at = end


def _possessors(tokens: Sequence[Token], at: int, end: int) -> Iterator[Name]:
    """`Kyiv` in `Kyiv’s statement`, `Its`: whose thing the chunk names."""
    if tokens[at].tag == "PRP$":
        yield _name(
            tokens[at].start, tokens[at].end, NameKind.PRONOUN, (tokens[at].start, tokens[at].end)
        )
    for step in range(end - 1, at, -1):
        if tokens[step].low in _POSSESSIVE:
            found = _phrase(tokens[:step], at, step)
            if found:
                yield found[0]
            return


def _pronoun(token: Token) -> Name | None:
    if token.low not in name_lists("en").pronouns or token.tag not in ("PRP", "PRP$", "WP", "DT"):
        return None
    return _name(token.start, token.end, NameKind.PRONOUN, (token.start, token.end))


def make_name(
    tokens: Sequence[Token],
    span: tuple[int, int],
    kind: NameKind,
    head: tuple[int, int],
    title: tuple[int, int] | None = None,
) -> Name:
    """A Name over words; each pair is the index of its first word and the one behind its last."""

    def place(pair: tuple[int, int]) -> tuple[int, int]:
        return tokens[pair[0]].start, tokens[pair[1] - 1].end

    return _name(*place(span), kind, place(head), place(title) if title else None)


def _name(
    start: int,
    end: int,
    kind: NameKind,
    head: tuple[int, int],
    title: tuple[int, int] | None = None,
) -> Name:
    return Name(
        span=Span(start, end),
        made_by=f"name/{kind}",
        type=kind,
        head=Span(*head),
        title=Span(*title) if title else None,
    )


def _chunk_end(tokens: Sequence[Token], at: int) -> int:
    """Behind the base noun phrase that begins here; `at` itself where none does."""
    end = at
    if tokens[end].tag in ("DT", "PRP$", "PDT"):
        end += 1
    noun = end
    last = at
    while noun < len(tokens) and _is_inside(tokens, noun):
        noun += 1
        if tokens[noun - 1].tag[:2] in ("NN", "CD", "FW") or _is_title(tokens, noun - 1):
            last = noun
    if last == at and tokens[at].low in name_lists("en").groups:
        return at + 1
    return last


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    """`a port official`: a noun of office that the tagger takes for an adjective, at the end."""
    if tokens[at].low not in name_lists("en").titles or tokens[at].tag != "JJ":
        return False
    return at + 1 >= len(tokens) or not _is_inside(tokens, at + 1)


def _is_inside(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.tag == "VBN":
        return at > 0 and tokens[at - 1].tag in ("DT", "JJ", "PRP$", "CD", "POS", "RB")
    if token.tag.startswith(_INSIDE) or token.low in _POSSESSIVE:
        return True
    capital = token.text[:1].isupper() and token.text[:1].isalpha()
    return capital and at > 0 and token.tag not in ("PRP", "IN", "DT", "CC", "WP", "RB", "MD")


def _phrase(tokens: Sequence[Token], at: int, end: int) -> tuple[Name, int] | None:
    """The name that the chunk makes with what is joined to it, and the index behind it."""
    words = name_lists("en")
    kind, own = _kind(tokens, at, end, words)
    if kind is NameKind.PERSON:
        return _person(tokens, at, (own, end), words)
    if kind is NameKind.PLACE:
        return make_name(tokens, (at, end), kind, (at, end)), end
    joined = _joined(tokens, end, words)
    if kind is NameKind.OFFICE:
        return _office(tokens, at, (end, joined))
    if kind is None and not _says(tokens, joined):
        return None
    return make_name(tokens, (at, joined), kind or NameKind.OTHER, (at, end)), joined


def _person(
    tokens: Sequence[Token], at: int, own: tuple[int, int], words: NameLists
) -> tuple[Name, int]:
    """A person by name, with the title before the name or the appositive behind it."""
    title = (at, own[0]) if own[0] > at else None
    end = _aged(tokens, own[1])
    behind = _appositive(tokens, end, words)
    if behind:
        title, end = behind, behind[1]
    return make_name(tokens, (at, end), NameKind.PERSON, own, title), end


def _office(tokens: Sequence[Token], at: int, ends: tuple[int, int]) -> tuple[Name, int]:
    """An office, with the person behind it where one is named there."""
    end, joined = ends
    named = _named_behind(tokens, joined)
    if named:
        return make_name(tokens, (at, named[1]), NameKind.PERSON, named, (at, joined)), named[1]
    return make_name(tokens, (at, joined), NameKind.OFFICE, (at, end), (at, joined)), joined


def _says(tokens: Sequence[Token], at: int) -> bool:
    """Whether a finite word of saying stands at `at`, behind its auxiliaries and adverbs."""
    while at < len(tokens) and tokens[at].tag.startswith(("RB", "MD")):
        at += 1
    if at >= len(tokens) or not tokens[at].tag.startswith("VB"):
        return False
    return any(form.form == "verb" for form in cue_forms("en").get(tokens[at].low, ()))


def _kind(
    tokens: Sequence[Token], at: int, end: int, words: NameLists
) -> tuple[NameKind | None, int]:
    """The kind of a chunk, and where a person's own name begins behind the title."""
    actor = _actor_at_end(tokens, at, end)
    name_at = _own_name_at(tokens, at, end, words)
    if actor and actor[0].kind in ACTOR_KINDS:
        return ACTOR_KINDS[actor[0].kind], min(actor[1], name_at)
    has_title = any(token.low in words.titles for token in tokens[at:name_at])
    bare = end - name_at in (1, 2, 3) and name_at == at
    if end - name_at >= 1 and (has_title or bare):
        return NameKind.PERSON, name_at
    return words.kind(tokens[end - 1].low), end


def _actor_at_end(tokens: Sequence[Token], at: int, end: int) -> tuple[Actor, int] | None:
    texts = [token.text for token in tokens[at:end]]
    for start in range(end - at):
        found = actors_at("en", texts, start)
        if found and start + found[1] == end - at and found[0].kind != "adj":
            return found[0], at + start
    return None


def _own_name_at(tokens: Sequence[Token], at: int, end: int, words: NameLists) -> int:
    """Where the run of capitalised words that name a person begins; `end` where there is none."""
    start = end
    for step in range(end - 1, at - 1, -1):
        token = tokens[step]
        known = (
            words.kind(token.low) is not None
            or token.low in words.geography
            or token.low.endswith(("ian", "ish", "ese"))
        )
        if known or not (token.text[0].isupper() or token.text == "."):
            break
        if token.tag not in ("NNP", "NNPS", "NN", "JJ", ".", "VBN", "FW", "VBD", "VB"):
            break
        start = step
    while start < end and tokens[start].text == ".":
        start += 1
    return start


def _joined(tokens: Sequence[Token], end: int, words: NameLists) -> int:
    """Behind the phrases that `of`, `for`, `from` and `and` tie to the chunk before `end`."""
    for _ in range(_MOST_JOINS):
        if end + 1 >= len(tokens) or tokens[end].low not in words.joins:
            return end
        following = _chunk_end(tokens, end + 1)
        if following == end + 1 or _is_time(tokens, end + 1, following):
            return end
        end = following
    return end


def _is_time(tokens: Sequence[Token], at: int, end: int) -> bool:
    numbers = [token.text for token in tokens[at:end] if token.tag == "CD"]
    return bool(numbers) and (end - at <= 2 or any(":" in number for number in numbers))


def _aged(tokens: Sequence[Token], end: int) -> int:
    """Behind `, 61,`: an age set off by commas is part of how a person is introduced."""
    if end + 2 >= len(tokens) or tokens[end].text != ",":
        return end
    age = tokens[end + 1].text
    return end + 2 if age.isdigit() and len(age) <= 2 and tokens[end + 2].text == "," else end


def _appositive(tokens: Sequence[Token], end: int, words: NameLists) -> tuple[int, int] | None:
    """`, spokesman for X` behind a person: where it begins and ends; None where nothing such is."""
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    at = end + 1
    behind = _chunk_end(tokens, at)
    if behind == at:
        return None
    kinds = [words.kind(token.low) for token in tokens[at:behind]]
    if NameKind.OFFICE not in kinds or _own_name_at(tokens, at, behind, words) < behind:
        return None
    return at, _joined(tokens, behind, words)


def _named_behind(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """`the head of the council, Ivan Franko`: the person named behind an office."""
    at = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    if at >= len(tokens):
        return None
    behind = _chunk_end(tokens, at)
    words = name_lists("en")
    if behind - at not in (2, 3) or _own_name_at(tokens, at, behind, words) != at:
        return None
    return at, behind
