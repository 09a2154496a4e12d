"""
The dictionary form of a noun phrase whose head is known: `Генеральному штабі ЗСУ` to
`Генеральний штаб ЗСУ`.

Heads and their gender are data (`heads.tsv`), and so are the endings of adjectives
(`stems.toml`). A phrase whose head is not listed is left as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from dateline.lang.rules import lists, table

_COLUMNS = ("stem", "lemma", "gender")
_SHORTEST = 2
_CASE_ENDING = 3


def nominative(language: str, phrase: str) -> str:
    """The phrase with its listed head and the adjectives before it in the nominative singular."""
    words = phrase.split()
    for at, word in enumerate(words):
        found = _head(language, word)
        if found and not all(_agrees(language, before) for before in words[:at]):
            return phrase
        if found:
            lemma, gender = found
            words[at] = lemma.capitalize() if word[:1].isupper() else lemma
            if word.isupper() and len(word) > 1:
                words[at] = word
            words[:at] = [_agreeing(language, before, gender) for before in words[:at]]
            return " ".join(words)
    return phrase


def _agrees(language: str, word: str) -> bool:
    """Whether the word can be an adjective or an ordinal before the head."""
    every = lists(language, "stems").get("adjectives", {}).get("endings", ())
    endings = tuple(ending for ending in every if len(ending) > 1)
    return not endings or word.lower().endswith(endings) or any(map(str.isdigit, word))


def person_nominative(language: str, words: Sequence[str]) -> tuple[str, ...]:
    """A man's name whose given name is listed, in the nominative; other names as they stand."""
    found = lists(language, "names")
    base = next((man for man in found.get("men", ()) if _is_oblique(language, man, words[0])), None)
    if base is None or len(words) < 2:
        return tuple(words)
    return (base, *(_surname(language, word) for word in words[1:]))


def _is_oblique(language: str, man: str, word: str) -> bool:
    """`Дмитрия` of `Дмитрий`, `Олега` of `Олег`: the stem with another ending."""
    finals = lists(language, "stems").get("finals", "")
    stem = man[:-1] if man[-1] in finals else man
    return word != man and word.startswith(stem) and len(word) - len(stem) <= _CASE_ENDING


def _surname(language: str, word: str) -> str:
    for ending, plain in lists(language, "stems").get("surnames", {}).items():
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + str(plain)
    return word


def _head(language: str, word: str) -> tuple[str, str] | None:
    """The lemma and gender of the longest listed stem that the word is a form of."""
    heads = _heads(language)
    low = word.lower()
    for size in range(len(low), _SHORTEST, -1):
        found = heads.get(low[:size])
        if found and len(low) - size <= _LONGEST_ENDING:
            return found
    return None


_LONGEST_ENDING = 4


@cache
def _heads(language: str) -> Mapping[str, tuple[str, str]]:
    rows = table(language, "heads", _COLUMNS)
    return {row["stem"]: (row["lemma"], row["gender"]) for row in rows}


def _agreeing(language: str, word: str, gender: str) -> str:
    """An adjective in the nominative of that gender; any other word as it stands."""
    forms = lists(language, "stems").get("adjectives", {})
    low = word.lower()
    for ending in sorted(forms.get("endings", ()), key=lambda e: (-len(e), e)):
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            soft = ending in forms.get("soft", ())
            kind = f"{gender}_soft" if soft else gender
            return word[: len(word) - len(ending)] + str(forms[kind])
    return word
