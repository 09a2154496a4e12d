"""
Pages from templates: everything escaped, everything named, in the reader's language.

The templates' own words go through gettext; a page's address, headers and status are the route's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dateline.present import words
from dateline.serve.desk import the_desk
from dateline.serve.project import LANGUAGES
from dateline.serve.security.roles import Permission
from dateline.serve.security.sessions import the_visitor

_HERE = Path(__file__).parent
THEMES = ("auto", "light", "dark")


def page(
    request: Request, template: str, /, status_code: int = 200, **context: Any
) -> HTMLResponse:
    """The template with `context` and what every page has (`rendered` lists it)."""
    return HTMLResponse(rendered(request, template, **context), status_code)


def rendered(request: Request, template: str, /, **context: Any) -> str:
    """The template's text, for a fragment of a page as well."""
    visitor = the_visitor(request)
    lang = language_of(request)
    everywhere = {
        "request": request,
        "person": visitor.person,
        "role": visitor.person.role if visitor.person else None,
        "lang": lang,
        "languages": LANGUAGES,
        "theme": theme_of(request),
        "desk": the_desk(request),
        "project": the_desk(request).project,
        "nav": "",
        "may": _may(request),
        "path": request.url.path,
    }
    return environment(lang).get_template(template).render({**everywhere, **context})


def _may(request: Request) -> Callable[[str], bool]:
    visitor = the_visitor(request)
    return lambda wanted: visitor.may(Permission(wanted.lower()))


def language_of(request: Request) -> str:
    """What the reader chose, else what their browser asks for, else the project's."""
    chosen = request.cookies.get("lang")
    if chosen in LANGUAGES:
        return str(chosen)
    for each in request.headers.get("accept-language", "").split(","):
        code = each.split(";")[0].strip().lower()[:2]
        if code in LANGUAGES:
            return code
    return the_desk(request).project.language


def theme_of(request: Request) -> str:
    """auto, light or dark."""
    chosen = request.cookies.get("theme", "auto")
    return chosen if chosen in THEMES else "auto"


def say(request: Request, message: str) -> str:
    """`message` in the reader's language."""
    return translations(language_of(request)).gettext(message)


@cache
def translations(lang: str) -> NullTranslations:
    """The catalogue of a language; without one, words stay as they are written."""
    path = _HERE / "locale" / lang / "LC_MESSAGES" / "dateline.mo"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)


@cache
def environment(lang: str) -> Environment:
    """The templates in one language; routes may add to `globals` and `filters` when imported."""
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(translations(lang), newstyle=True)  # type: ignore[attr-defined]
    made.globals.update({"words": words, "web": _web, **GLOBALS})
    made.filters.update(FILTERS)
    return made


GLOBALS: dict[str, Any] = {}
FILTERS: dict[str, Callable[..., Any]] = {}
"""What the subjects add for their templates, when their module is imported."""


def _web(url: str | None) -> bool:
    """Whether an address may become a link: nothing but the web, never `javascript:`."""
    return bool(url) and str(url).lower().startswith(("https://", "http://"))
