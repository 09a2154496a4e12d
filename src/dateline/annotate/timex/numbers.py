"""Numbers in words and digits: how many units a stretch has, which day, which year."""

from __future__ import annotations

from dateline.annotate.timex.tokens import ROMANS, Tokens

Count = tuple[float, float]
TENS, HUNDRED, THOUSAND = 20, 100, 1000
DASHES = frozenset("-‐‑‒–—−")
LONGEST = 9
"""A run of more digits is no count of anything that is dated."""


def number(found: Tokens, first: int, end: int) -> float | None:
    """The number that the tokens spell; None where they leave it open (`several`)."""
    if end - first > 1 and found.value(first, "one"):
        first += 1
    total = part = 0.0
    for at in range(first, end):
        if 0 < total + part < TENS and has_dash(found, at):
            break
        value = _single(found, at)
        if value is None:
            return None
        if value >= THOUSAND and part:
            total, part = total + part * value, 0.0
        else:
            part = part * value if value == HUNDRED and part else part + value
    return total + part or None


def has_dash(found: Tokens, at: int) -> bool:
    """`Две-три недели` are two or three: the nearer counts. `Twenty-five` is one number."""
    return found.forms[at] in DASHES


def whole(found: Tokens, at: int) -> int:
    """The token at `at` as a whole number, be it digits, an ordinal or a Roman numeral; else 0."""
    form = found.forms[at]
    if form.isdigit():
        return int(form[:LONGEST])
    if form in ROMANS and not found.value(at, "ord"):
        return ROMANS[form]
    spelt = found.value(at, "ord") or found.value(at, "numw")
    return int(spelt) if spelt.isdigit() else 0


def _single(found: Tokens, at: int) -> float | None:
    form = found.forms[at]
    if form[0].isdigit():
        return _digits(form)
    spelt = found.value(at, "numw") or found.value(at, "one") or found.value(at, "halfafter")
    if not spelt:
        return 0.0
    return None if spelt == "X" else float(spelt)


def _digits(form: str) -> float | None:
    if form.isdigit():
        return float(form) if len(form) <= LONGEST else None
    parts = form.replace("\u00a0", ",").replace("\u202f", ",").replace("\u2009", ",").split(",")
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):
        return float("".join(parts)) if len(form) <= LONGEST else None
    return float(form.replace(",", "."))
