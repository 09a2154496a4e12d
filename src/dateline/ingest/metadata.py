"""
What a page says of itself: title, author, outlet, when published, address, language.

Each value keeps how it was got (`json-ld datePublished`). The order in which sources are asked
is the order of `metadata.toml`; what the reader sees on the page is not asked here.
"""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement
from msgspec import Struct, convert

from dateline.core.document import Fact, Published
from dateline.ingest import jsonld
from dateline.ingest.moments import moment_value
from dateline.ingest.page import clean
from dateline.lang.printed import masthead_rules

_SEPARATOR = re.compile(r"\s[|–—-]\s(?=[^|–—-]*$)")
_MOST_NAMES = 12
_LONGEST_BYLINE = 300
_LONGEST = 500


class Metadata(Struct, frozen=True, kw_only=True):
    """None where the page does not say."""

    title: Fact | None = None
    byline: Fact | None = None
    outlet: Fact | None = None
    published: Published | None = None
    url: str | None = None
    lang: str | None = None
    body: str | None = None
    """The article's text where the page gives it to machines as well; only to compare with."""


class Sources(Struct, frozen=True, forbid_unknown_fields=True):
    """Names of `meta` elements for each value, best first."""

    title: tuple[str, ...]
    byline: tuple[str, ...]
    outlet: tuple[str, ...]
    published: tuple[str, ...]
    published_item: tuple[str, ...]
    published_class: tuple[str, ...]
    author_class: tuple[str, ...]
    no_name: tuple[str, ...]
    url: tuple[str, ...]


@cache
def _sources() -> Sources:
    path = Path(__file__).with_name("metadata.toml")
    return convert(tomllib.loads(path.read_text("utf-8")), Sources)


def metadata(tree: HtmlElement) -> Metadata:
    """What the head, the JSON-LD scripts and the marked-up elements of a page say."""
    node = jsonld.article(_scripts(tree))
    metas = _metas(tree)
    sources = _sources()
    outlet = _outlet(node, metas)
    return Metadata(
        title=_without_outlet(_title(tree, node, metas), outlet),
        byline=_byline(tree, node, metas, outlet),
        outlet=outlet,
        published=_published(tree, node, metas),
        url=_url(tree, node, _first(metas, sources.url)),
        lang=_lang(tree, node, metas),
        body=jsonld.text_of(node.get("articleBody")),
    )


def _scripts(tree: HtmlElement) -> list[str]:
    return [
        script.text or ""
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
    ]


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first non-empty content of each named `meta` element; names in lower case."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = _clean(meta.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for name in (meta.get(attribute) or "").lower().split():
                if content:
                    found.setdefault(name, content)
    return found


def _clean(text: str) -> str:
    return clean(html.unescape(text))


def _first(metas: dict[str, str], names: tuple[str, ...]) -> Fact | None:
    return next((Fact(metas[name], f"meta {name}") for name in names if name in metas), None)


def _title(tree: HtmlElement, node: dict[str, Any], metas: dict[str, str]) -> Fact | None:
    """The heading on the page if it is the described one, else the described, else `title`."""
    headline = jsonld.text_of(node.get("headline") or node.get("name"))
    described = Fact(_clean(headline), "json-ld headline") if headline else None
    described = described or _first(metas, _sources().title)
    headings = [_clean(" ".join(h.itertext())) for h in tree.iter("h1")]
    headings = [words for words in headings if 0 < len(words) <= _LONGEST]
    for words in headings:
        if described and _alike(words, described.value):
            return Fact(words, f"h1, as {described.how}")
    if described:
        return described
    if len(headings) == 1:
        return Fact(headings[0], "h1")
    titles = [_clean(t.text or "") for t in tree.iter("title")]
    return next((Fact(words, "title") for words in titles if words), None)


def _without_outlet(title: Fact | None, outlet: Fact | None) -> Fact | None:
    """The title without the outlet's name that many pages put behind it."""
    if title is None or outlet is None:
        return title
    words, _, last = _SEPARATOR.sub("\n", title.value).rpartition("\n")
    if words and _bare(last) == _bare(outlet.value):
        return Fact(title.value[: len(words)].rstrip(), title.how)
    return title


def _alike(one: str, other: str) -> bool:
    """Whether most words of the shorter stand in the other, as in a headline and its short form."""
    first, second = (set(re.findall(r"\w+", words.lower())) for words in (one, other))
    smaller = min(len(first), len(second))
    return smaller > 0 and len(first & second) >= 0.7 * smaller


def _byline(
    tree: HtmlElement, node: dict[str, Any], metas: dict[str, str], outlet: Fact | None
) -> Fact | None:
    """Who wrote it: a person before the outlet itself; an address or an account is no author."""
    site = _bare(outlet.value) if outlet else ""
    house: Fact | None = None
    for words, how in _authors(tree, node, metas):
        if not 2 < len(words) <= _LONGEST_BYLINE or not _is_name(words):
            continue
        if _bare(words) != site:
            return Fact(_unlabelled(words), how)
        house = house or Fact(words, f"{how} (the outlet itself)")
    return house


def _authors(
    tree: HtmlElement, node: dict[str, Any], metas: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Every statement of the authors and where it stands, best source first."""
    names = dict.fromkeys(_clean(name) for name in jsonld.names(node.get("author")))
    yield ", ".join([name for name in names if _is_name(name)][:_MOST_NAMES]), "json-ld author"
    sources = _sources()
    for name in sources.byline:
        yield metas.get(name, ""), f"meta {name}"
    for element, how in _marked(tree, sources.author_class):
        yield _clean(" ".join(element.itertext())), how


def _unlabelled(words: str) -> str:
    """The names in "By Maria Stone"."""
    for rule in masthead_rules("byline"):
        if match := rule.regex.fullmatch(words):
            return match["name"]
    return words


def _is_name(words: str) -> bool:
    address = "@" in words or "://" in words or words.isdigit()
    return not address and words.lower() not in _sources().no_name


def _bare(name: str) -> str:
    """A name without what tells a site from its paper: case, spaces, the ending of a domain."""
    short = re.sub(r"^www\.|\.(?:com|org|net|info|[a-z]{2})(?:\.[a-z]{2})?$", "", name.lower())
    return re.sub(r"\W+", "", short)


def _marked(tree: HtmlElement, names: tuple[str, ...]) -> Iterator[tuple[HtmlElement, str]]:
    """Elements with one of these as `itemprop`, `rel` or class, in the order of `names`."""
    found: dict[str, HtmlElement] = {}
    for element in tree.iter("a", "span", "p", "div", "address", "li"):
        for attribute in ("itemprop", "rel", "class"):
            for name in (element.get(attribute) or "").lower().split():
                found.setdefault(name, element)
    return ((found[name], f"element {name}") for name in names if name in found)


def _outlet(node: dict[str, Any], metas: dict[str, str]) -> Fact | None:
    if found := _first(metas, ("og:site_name",)):
        return found
    names = jsonld.names(node.get("publisher"))
    if names:
        return Fact(_clean(names[0]), "json-ld publisher")
    return _first(metas, _sources().outlet)


def _published(tree: HtmlElement, node: dict[str, Any], metas: dict[str, str]) -> Published | None:
    """
    The most exact of what is said: an instant, then a local clock, then a day.

    Of equally exact values the earlier source in order is taken.
    """
    best: Published | None = None
    for text, how in _moments(tree, node, metas):
        value = moment_value(text)
        if value and (best is None or _refines(value, best.value)):
            best = Published(value, how)
        if best and _exactness(best.value) == 2:
            break
    return best


def _refines(value: str, other: str) -> bool:
    """Whether `value` is the same day, said more exactly."""
    return value[:10] == other[:10] and _exactness(value) > _exactness(other)


def _exactness(value: str) -> int:
    if len(value) == len("2025-06-09"):
        return 0
    return 2 if Published(value, "").moment else 1


def _moments(
    tree: HtmlElement, node: dict[str, Any], metas: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Every statement of the publication time and where it stands, best source first."""
    sources = _sources()
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if text := jsonld.text_of(node.get(key)):
            yield text, f"json-ld {key}"
    for name in sources.published:
        if name in metas:
            yield metas[name], f"meta {name}"
    for element in tree.iter("time", "abbr", "span", "meta", "div", "p"):
        yield from _stamped(element, sources)


def _stamped(element: HtmlElement, sources: Sources) -> Iterator[tuple[str, str]]:
    """The time in an element that is marked as that of publication."""
    item = (element.get("itemprop") or "").lower()
    classes = (element.get("class") or "").lower().split()
    stamp = element.get("datetime") or element.get("content") or element.get("title") or ""
    if item in sources.published_item and stamp:
        yield stamp, f"element {item}"
    elif stamp and any(name in sources.published_class for name in classes):
        yield stamp, f"element class {next(n for n in classes if n in sources.published_class)}"
    elif element.tag == "time" and element.get("pubdate") is not None and stamp:
        yield stamp, "time pubdate"


def _url(tree: HtmlElement, node: dict[str, Any], meta: Fact | None) -> str | None:
    for link in tree.iter("link"):
        address = (link.get("href") or "").strip()
        if "canonical" in (link.get("rel") or "").lower() and address.startswith("http"):
            return address
    if meta and meta.value.startswith("http"):
        return meta.value
    found = jsonld.text_of(node.get("url") or node.get("mainEntityOfPage"))
    return found if found and found.startswith("http") else None


def _lang(tree: HtmlElement, node: dict[str, Any], metas: dict[str, str]) -> str | None:
    """The primary subtag of the language that the page gives itself."""
    said = (
        tree.get("lang")
        or tree.get("xml:lang")
        or jsonld.text_of(node.get("inLanguage"))
        or metas.get("content-language")
        or metas.get("og:locale")
    )
    match = re.match(r"\s*([a-zA-Z]{2,3})(?:[-_]|\s*$)", said or "")
    return match[1].lower() if match else None
