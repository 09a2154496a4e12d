"""Every word of the workbench is there in each of its languages, and every word can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from dateline.serve.project import LANGUAGES

SERVE = Path(__file__).parents[2] / "src/dateline/serve"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None, "say": (2,)}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
OWN_NAMES = {
    "dateline", "English", "Українська", "Русский", "Atom", "UTC", "story", "stories", "JSON",
    "Markdown", "DOCX", "HTML", "CSV", "GeoJSON", "JSONL",
}  # fmt: skip


def catalogue(lang: str) -> Catalog:
    """What translators wrote."""
    path = SERVE / "locale" / lang / "LC_MESSAGES/dateline.po"
    return read_po(BytesIO(path.read_bytes()), locale=lang)


@pytest.fixture(scope="module")
def messages() -> set[str]:
    """Every message in code and templates."""
    options = {"**.jinja": {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true",
                            "trim_blocks": "true", "lstrip_blocks": "true"}}  # fmt: skip
    found = extract_from_dir(
        str(SERVE),
        method_map=[("**.py", "python"), ("**.jinja", "jinja2")],
        options_map=options,
        keywords=KEYWORDS,
    )
    return {each[2][0] if isinstance(each[2], tuple) else each[2] for each in found}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_is_translated_and_none_is_doubtful(lang: str, messages: set[str]) -> None:
    known = {}
    for each in catalogue(lang):
        if each.id:
            known[each.id if isinstance(each.id, str) else each.id[0]] = each
    empty = [
        key
        for key, each in known.items()
        if not (each.string if isinstance(each.string, str) else all(each.string)) or each.fuzzy
    ]

    assert messages - known.keys() == set()
    assert empty == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_translation_loses_or_invents_a_placeholder(lang: str) -> None:
    wrong = []
    for each in catalogue(lang):
        forms = each.string if isinstance(each.string, tuple | list) else (each.string,)
        source = each.id if isinstance(each.id, str) else each.id[-1]
        wanted = set(PLACEHOLDER.findall(source))
        wrong += [form for form in forms if set(PLACEHOLDER.findall(form)) != wanted]

    assert wrong == [] or lang == "en"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_read_is_what_translators_wrote(lang: str) -> None:
    compiled = read_mo(BytesIO((SERVE / f"locale/{lang}/LC_MESSAGES/dateline.mo").read_bytes()))

    assert strings(compiled) == strings(catalogue(lang))


def strings(of: Catalog) -> dict[str, list[str]]:
    """The forms of each message, by its first words."""
    return {_forms(each.id)[0]: _forms(each.string) for each in of if each.id}


def _forms(words: str | Sequence[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


@pytest.mark.parametrize(
    "template", sorted(SERVE.glob("templates/**/*.html.jinja")), ids=lambda path: path.name
)
def test_every_word_of_a_template_can_be_translated(template: Path) -> None:
    assert bare_words(template.read_text("utf-8")) == []


def bare_words(source: str) -> list[str]:
    """Words that stand in a template as they are: between tags, or in attributes people read."""
    plain = re.sub(
        r"\{%\s*(?:trans|block page)\b.*?%\}.*?\{%\s*end(?:trans|block)\s*%\}",
        "\0",
        source,
        flags=re.S,
    )
    plain = re.sub(r"openapi\.json|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "\0", plain, flags=re.S)
    read = re.findall(r'\s(?:title|alt|placeholder|aria-label)="([^"]*)"', plain)
    between = re.sub(r"<(code|kbd)\b[^>]*>.*?</\1>|<[^>]*>|&\w+;", "\n", plain, flags=re.S)
    found = re.findall(r"[^\W\d_][^\W\d_.'’-]+", "\n".join((between, *read)))
    return [word for word in found if word not in OWN_NAMES]


def test_a_bare_word_would_be_found() -> None:
    assert bare_words('<p>{{ _("ok") }} Bare</p><a title="Words">{# no #}</a>') == ["Bare", "Words"]
