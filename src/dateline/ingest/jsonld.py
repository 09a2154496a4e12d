"""The article that a page describes in JSON-LD (schema.org), however it is wrapped or broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_ARTICLE = re.compile(
    r"(?:Article|NewsArticle|BlogPosting|Report|Posting|ClaimReview|LiveBlog|WebPage|VideoObject)"
)
_BEST = ("NewsArticle", "Article", "Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting")
_TRAILING = re.compile(r",(\s*[}\]])")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_WRAPPER = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_PAIR = r'"%s"\s*:\s*"((?:[^"\\]|\\.){1,400})"'
_SALVAGED = ("headline", "datePublished", "dateModified", "url", "inLanguage", "@type")
_DEEPEST = 12


def article(scripts: list[str]) -> dict[str, Any]:
    """
    The best description of an article in the page's JSON-LD scripts; empty where there is none.

    A script that is no JSON is mended where the fault is a common one; else its plainest
    properties are taken from it.
    """
    found = [node for script in scripts for node in _nodes(_parsed(script), 0)]
    scored = [(_rank(node), -at, node) for at, node in enumerate(found)]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] > 0 else {}


def _parsed(script: str) -> Any:
    text = _WRAPPER.sub("", _WRAPPER.sub("", script)).strip().rstrip(";")
    for mended in (text, _TRAILING.sub(r"\1", _CONTROL.sub(" ", text))):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvaged(text)


def _salvaged(text: str) -> dict[str, Any]:
    """Plain properties of JSON that cannot be parsed."""
    out: dict[str, Any] = {}
    for key in _SALVAGED:
        if match := re.search(_PAIR % re.escape(key), text):
            try:
                out[key] = json.loads(f'"{match[1]}"', strict=False)
            except ValueError:
                out[key] = match[1]
    return out


def _nodes(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object in the description, outermost first."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for part in node:
            yield from _nodes(part, depth + 1)
    elif isinstance(node, dict):
        yield node
        for key in (
            "@graph",
            "mainEntity",
            "mainEntityOfPage",
            "itemListElement",
            "hasPart",
            "item",
        ):
            if isinstance(node.get(key), dict | list):
                yield from _nodes(node[key], depth + 1)


def types_of(node: dict[str, Any]) -> list[str]:
    """The node's types, without the name of the vocabulary."""
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return [str(kind).rsplit("/", 1)[-1] for kind in listed if kind]


def _rank(node: dict[str, Any]) -> int:
    """How much a node looks like the article of the page: its type, and what it tells."""
    kinds = types_of(node)
    if not any(_ARTICLE.search(kind) for kind in kinds):
        return 0
    rank = 1
    if any(kind in _BEST or kind.endswith("NewsArticle") for kind in kinds):
        rank += 20
    elif any("Article" in kind for kind in kinds):
        rank += 15
    for key in ("datePublished", "headline", "author", "articleBody"):
        rank += 4 * bool(node.get(key))
    return rank


def names(value: Any) -> list[str]:
    """The names in an `author` or `publisher`: a string, an object, or a list of either."""
    if isinstance(value, str):
        return [value] if value.strip() and not value.startswith(("http://", "https://")) else []
    if isinstance(value, list):
        return [name for part in value for name in names(part)]
    if isinstance(value, dict):
        return names(value.get("name"))
    return []


def text_of(value: Any) -> str | None:
    """A string property; the first where there are several; None where there is none."""
    if isinstance(value, list):
        return next((text for part in value if (text := text_of(part))), None)
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("@id") or value.get("name"))
    return value.strip() or None if isinstance(value, str) else None
