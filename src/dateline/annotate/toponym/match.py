"""The longest names of the gazetteer that stand in the words. Whether each is meant as a place
is for `judge` to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.annotate.toponym.inflect import forms, towns
from dateline.annotate.toponym.lexicon import Lexicon, lexicon
from dateline.annotate.toponym.tokens import Token
from dateline.core.place import PlaceKind
from dateline.world.fold import fold
from dateline.world.gazetteer import Gazetteer, Place
from dateline.world.index import ORDINARY, PERSON, PREFIX
from dateline.world.romanise import alike, loose

_JOINS = frozenset((" ", "-", "‑", "–", "\u00a0", "\n", ". "))
_LONGEST = 7
ADJECTIVE = "@"
"""Begins the key under which the gazetteer keeps the adjective of a town."""
_UNCAPITAL = (PlaceKind.REGION, PlaceKind.FEATURE, PlaceKind.LINE, PlaceKind.SEA)
_NEEDS_ABBREVIATION = ("saint", "fort", "mount", "sainte")
_LEAST_LOOSE = 7
_BETWEEN = 2
_CODE = 3
_SHOUTED_AT_LEAST = 400_000
"""KYIV, ROME: what a town has to weigh for a short word in capitals to be its name."""
_CAPITALS = 2
_TOWN, _TOWN_PEOPLE = 20, 40_000
"""What a town has to be for an adjective alone to name it: its rank, or its people."""
_SECTOR_PEOPLE = 5_000
"""And before a word for a sector of the front: staffs name those after small towns too."""
_SHOUTED = 5
_INITIALS = 4
"""All-capital words up to this long are taken for abbreviations, not for shouted names."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` to `last` (both included) are a name of these places, best known first."""

    first: int
    last: int
    start: int
    end: int
    key: str
    places: tuple[Place, ...]
    first_names: frozenset[str]
    """Ids of the places for which this is the first name, not another one."""
    bits: int
    inflected: bool

    @property
    def words(self) -> int:
        return self.last - self.first + 1

    @property
    def ordinary(self) -> bool:
        return bool(self.bits & ORDINARY)

    @property
    def person(self) -> bool:
        return bool(self.bits & PERSON)

    @property
    def weight(self) -> int:
        """Of the best known place; one known by another name counts a fifth."""
        return max(
            p.weight if p.id in self.first_names or p.rank >= 100 else p.weight // 5
            for p in self.places
        )

    def of_kind(self, *kinds: PlaceKind) -> tuple[Place, ...]:
        return tuple(p for p in self.places if p.kind in kinds)


def matches(words: Sequence[Token], language: str, places: Gazetteer) -> list[Match]:
    """From left to right, each the longest that starts there, none overlapping."""
    terms = lexicon(language)
    found: list[Match] = []
    listed = _shared_heads(words, language, places)
    at = 0
    while at < len(words):
        if step := _phrase(words, at, terms):
            at += step
            continue
        match = listed.get(at) or _abbreviation(words, at, terms, places)
        match = match or _named_or_facility(words, at, language, places)
        if match is None:
            at += 1
            continue
        found.append(match)
        at = match.last + 1
    return _with_misspelt(found, words, language, places)


def _with_misspelt(
    found: list[Match], words: Sequence[Token], language: str, places: Gazetteer
) -> list[Match]:
    """Words that no name fits, read loosely: only as places of countries that are named too."""
    countries = {m.places[0].country for m in found}
    taken = {at for m in found for at in range(m.first, m.last + 1)}
    made = list(found)
    for at, word in enumerate(words):
        if at in taken or not word.capital or word.opens or len(word.key) < _LEAST_LOOSE:
            continue
        for form in forms(language, word.key):
            listed = (places.place(i) for i, _ in places.find(loose(form)))
            near = tuple(p for p in listed if p is not None and p.country in countries)
            if near:
                end, key = word.end, loose(form)
                none: frozenset[str] = frozenset()
                made.append(Match(at, at, word.start, end, key, near, none, 0, inflected=True))
                break
    return sorted(made, key=lambda m: m.first)


def _phrase(words: Sequence[Token], at: int, terms: Lexicon) -> int:
    """How many words from `at` on are a fixed phrase that names no place; 0 where none is."""
    if not words[at].capital or not terms.phrases:
        return 0
    key, longest = "", 0
    for last in range(at, min(len(words), at + _LONGEST)):
        if last > at and words[last].glue not in _JOINS and words[last].glue != ". ":
            break
        key = f"{key} {words[last].whole}".strip()
        if key in terms.phrases:
            longest = last - at + 1
    return longest


def _shared_heads(words: Sequence[Token], language: str, places: Gazetteer) -> dict[int, Match]:
    """`Київській, Вінницькій та Львівській областях`: adjectives that share one head."""
    terms = lexicon(language)
    made: dict[int, Match] = {}
    for at, word in enumerate(words):
        head = terms.lemma.get(word.key)
        if head is None or word.key not in terms.plural_heads:
            continue
        last, here = at, at - 1
        while here >= 0 and (
            match := _shared(words[here : last + 1], here, (language, head), places)
        ):
            made[here] = match
            joins = here > 0 and words[here].glue == " " and words[here - 1].key in terms.joiners
            here = last = here - 2 if joins else here - 1
            if not joins and (here < 0 or words[here + 1].glue != ", "):
                break
    return made


def _shared(
    span: Sequence[Token], at: int, head: tuple[str, str], places: Gazetteer
) -> Match | None:
    """The adjective that begins `span` with the head, if the gazetteer has that name."""
    language, noun = head
    for form in forms(language, span[0].key) if span[0].capital else ():
        key = f"{form} {noun}"
        found = tuple(p for i, _ in places.find(key) if (p := places.place(i)))
        if found:
            last, firsts = at + len(span) - 1, frozenset(p.id for p in found)
            return Match(at, last, span[0].start, span[-1].end, key, found, firsts, 0, True)
    if not span[0].capital or fold(noun) not in lexicon(language).front:
        return None
    return _adjective(span[0], at, language=language, places=places, least=_SECTOR_PEOPLE)


def _abbreviation(
    words: Sequence[Token], at: int, terms: Lexicon, places: Gazetteer
) -> Match | None:
    """`Ind.`, `W.Va.`: a state, where a full stop follows and a comma or a place comes before."""
    if not words[at].capital or not terms.abbreviations:
        return None
    for last in (at + 1, at):
        dotted = _dotted(words, at, last)
        place = places.place(terms.abbreviations.get(dotted or "", ""))
        if dotted is None or place is None:
            continue
        alone = last == at and "." not in words[at].text
        if alone and words[at].glue not in (", ", "-"):
            return None
        start = words[at].start
        names = frozenset((place.id,))
        end = start + len(dotted)
        return Match(at, last, start, end, fold(dotted), (place,), names, 0, False)
    return None


def _named_or_facility(
    words: Sequence[Token], at: int, language: str, places: Gazetteer
) -> Match | None:
    """A longer name (`Каховская ГЭС`) before the town of an adjective, and that before a word."""
    longest = _longest(words, at, language, places)
    if longest is not None and longest.words > 1:
        return longest
    return _facility(words, at, language, places) or longest


def _facility(words: Sequence[Token], at: int, language: str, places: Gazetteer) -> Match | None:
    """`Одеський порт`: the adjective of a town before what stands in it names the town."""
    if not words[at].capital or not _before_facility(words, at, lexicon(language)):
        return None
    following = words[at + 1].key if at + 1 < len(words) else ""
    least = _SECTOR_PEOPLE if following in lexicon(language).front else _TOWN_PEOPLE
    return _adjective(words[at], at, language=language, places=places, least=least)


def _adjective(
    word: Token, at: int, *, language: str, places: Gazetteer, least: int
) -> Match | None:  # fmt: skip
    """The town whose adjective the word is, if it has a rank or so many people."""
    whole, named = towns(language, word.key)
    for form in (*forms(language, word.key), *whole):
        key = ADJECTIVE + form
        found = tuple(p for i, _ in places.find(key) if (p := places.place(i)))
        if found:
            return _town(word, at, key, found)
    home = lexicon(language).home
    found = tuple(
        p for name in named for i, _ in places.find(name)
        if (p := places.place(i)) and p.kind is PlaceKind.SETTLEMENT and p.country in home
        and alike(name, p.name) and (p.rank >= _TOWN or p.population >= least)
    )  # fmt: skip
    best = tuple(sorted(found, key=lambda p: (-p.weight, p.id)))[:1]
    return _town(word, at, ADJECTIVE + word.key, best) if best else None


def _town(word: Token, at: int, key: str, found: tuple[Place, ...]) -> Match:
    firsts = frozenset(p.id for p in found)
    return Match(at, at, word.start, word.end, key, found, firsts, 0, inflected=False)


def _before_facility(words: Sequence[Token], at: int, terms: Lexicon) -> bool:
    """`морський торговий порт`: what stands in a town, after small words at most two."""
    for word in words[at + 1 : at + 2 + _BETWEEN]:
        if word.glue != " " or (word.capital and word.key not in terms.facilities):
            return False
        if word.key in terms.facilities:
            return True
    nxt = words[at + 1] if at + 1 < len(words) else None
    return nxt is not None and nxt.glue == " " and nxt.key in terms.front and not nxt.key.isascii()


def _dotted(words: Sequence[Token], at: int, last: int) -> str | None:
    """The words from `at` to `last` with their full stops; None where one is missing."""
    if last >= len(words):
        return None
    if last > at and words[last].glue not in (".", ". "):
        return None
    text = words[at].text + "".join(w.glue + w.text for w in words[at + 1 : last + 1])
    following = words[last + 1].glue if last + 1 < len(words) else "."
    if text.endswith("."):
        return text
    return text + "." if following.startswith(".") else None


def _longest(words: Sequence[Token], at: int, language: str, places: Gazetteer) -> Match | None:
    word = words[at]
    if not word.capital and not (at + 1 < len(words) and len(word.key) > 3):
        return None
    terms = lexicon(language)
    states = {form: form != word.key for form in forms(language, word.key)}
    if word.whole != word.key:
        states.setdefault(word.whole, False)
    best: Match | None = None
    for last in range(at, min(len(words), at + _LONGEST)):
        if last > at:
            if not _joined(words, last):
                break
            states = _grown(states, words[last], language, places)
        states = {s: bent for s, bent in states.items() if places.bits(s) >= 0}
        if not states:
            break
        made = _made(words[at : last + 1], at, states, places, terms)
        best = made or best
    return best


def _joined(words: Sequence[Token], at: int) -> bool:
    glue = words[at].glue
    if glue == ". ":
        return words[at - 1].key in _NEEDS_ABBREVIATION
    return glue in _JOINS


def _grown(
    states: dict[str, bool], word: Token, language: str, places: Gazetteer
) -> dict[str, bool]:
    grown: dict[str, bool] = {}
    for state, bent in states.items():
        if places.bits(state) & PREFIX:
            for form in (*forms(language, word.key), word.whole):
                key = f"{state} {form}"
                grown[key] = min(grown.get(key, True), bent or form not in (word.key, word.whole))
    return grown


def _made(
    span: Sequence[Token], at: int, states: dict[str, bool], places: Gazetteer, terms: Lexicon
) -> Match | None:
    listed: dict[str, bool] = {}
    bits = 0
    exact = False
    key = ""
    for state, bent in sorted(states.items(), key=lambda x: (x[1], x[0])):
        found = places.find(state)
        if not found:
            continue
        key = key or state
        exact |= not bent
        bits |= 0 if bent else places.bits(state)
        for ident, other in found:
            listed.setdefault(ident, other)
    usable = [
        p for i in listed if (p := places.place(i)) and _written_so(p, span, terms, bent=not exact)
    ]
    if not usable:
        return None
    end = span[-1].end
    if span[-1].whole != span[-1].key and key.endswith(span[-1].whole):
        end += 2
    firsts = frozenset(i for i, other in listed.items() if not other)
    last = at + len(span) - 1
    if span[0].key in terms.articles and usable[0].kind is PlaceKind.COUNTRY:
        return Match(at + 1, last, span[1].start, end, key, tuple(usable), firsts, bits, not exact)
    return Match(at, last, span[0].start, end, key, tuple(usable), firsts, bits, not exact)


def _written_so(place: Place, span: Sequence[Token], terms: Lexicon, *, bent: bool) -> bool:
    """Capitals where a place of this kind has them; short all-capital words are no towns."""
    alone = span[0] if len(span) == 1 else None
    if alone is not None and _initials(place, alone, bent=bent):
        return False
    if alone is not None and len(alone.key) <= _CODE and not _code(place, alone):
        return False
    if not span[0].capital and (place.kind not in _UNCAPITAL or not place.country):
        return False
    if alone is not None and place.kind is PlaceKind.SETTLEMENT:
        shouted = alone.upper and len(alone.text) <= _INITIALS
        return not shouted or place.weight >= _SHOUTED_AT_LEAST
    if place.kind is PlaceKind.FEATURE:
        return any(w.capital for w in span)
    return span[-1].capital or _small_end(span, terms)


def _initials(place: Place, word: Token, *, bent: bool) -> bool:
    """`ГУР` and `УАЗи` are abbreviations: settlements are called by none."""
    if word.key.isascii() or sum(letter.isupper() for letter in word.text) < _CAPITALS:
        return False
    if len(word.key) > _SHOUTED:
        return False
    return bent or place.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.FEATURE)


def _code(place: Place, word: Token) -> bool:
    """Short names are codes: all capitals, and those of divisions only after a comma."""
    if place.kind is PlaceKind.SETTLEMENT and word.key.isascii():
        return len(word.key) == _CODE and not word.upper
    if place.kind is PlaceKind.OBLAST and len(word.key) < _CODE:
        return word.upper and ("." in word.text or word.glue == ", ")
    return word.upper or not word.key.isascii()


def _small_end(span: Sequence[Token], terms: Lexicon) -> bool:
    """The name may end in a small letter: a Slavic one, or with a head that is part of it."""
    last = span[-1].key
    return not last.isascii() or last in terms.joined or last in terms.front
