"""What is furniture, and above all what is not. The rules prove themselves by their examples."""

from __future__ import annotations

import pytest

from dateline.core.document import Block, Role
from dateline.lang.rules import LANGUAGES, Rule, lists, rules
from dateline.read.blocks import segment
from dateline.read.furniture import furnish

RULES = [(lang, rule) for lang in (*LANGUAGES, "und") for rule in rules(lang, "furniture")]


PARAGRAPH = (
    "The head of the district council said on Monday that the bridge had been closed after drones "
    "were heard over the river during the night."
)
MENU = ("Home", "World", "War", "Economy", "Our team", "Archive", "About")


def marked(*lines: str) -> list[Block]:
    text = "\n\n".join(lines)
    return furnish(text, segment(text))


def takes(rule: Rule, line: str) -> bool:
    whole = rule.type.startswith("alone")
    return bool(rule.regex.fullmatch(line) if whole else rule.regex.search(line))


@pytest.mark.parametrize(("lang", "rule"), RULES, ids=[f"{lang}-{r.name}" for lang, r in RULES])
def test_a_rule_takes_its_examples_and_leaves_the_others(lang: str, rule: Rule) -> None:
    assert [line for line in rule.matches if not takes(rule, line)] == []
    assert [line for line in rule.ignores if takes(rule, line)] == []
    assert set(rule.matches.values()) == {rule.type}


@pytest.mark.parametrize(
    ("lang", "line"),
    [(lang, line) for lang, r in RULES if r.type in ("line", "closing") for line in r.matches],
)
def test_every_example_of_a_searching_rule_holds_a_trigger(lang: str, line: str) -> None:
    assert any(word in line.lower() for word in lists(lang, "furniture")["lists"]["trigger"])


@pytest.mark.parametrize(
    "line",
    [
        "Your email address will not be published. Required fields are marked *",
        "Ваш адрес email не будет опубликован. Обязательные поля помечены *",
        "Ваша e-mail адреса не оприлюднюватиметься. Обов’язкові поля позначені *",
        "Share this article",
        "Поделиться",
        "Поділитися",
        "Facebook Twitter Telegram WhatsApp",
        "READ ALSO: Drones hit a refinery",
        "Читайте также: В Сумах прогремел взрыв",
        "Читайте також: У Сумах пролунав вибух",
        "Subscribe to our newsletter",
        "Подпишитесь на наш Telegram-канал",
        "Підписуйтеся на наш канал у Telegram",
        "We use cookies to give you the best experience.",
        "Мы используем файлы cookie",
        "Ми використовуємо файли cookie",
        '[contact-form-7 id="12" title="Contact"]',
        "{{ post.title }}",
        "<?php the_content(); ?>",
        "%%SITENAME%%",
        "window.dataLayer = window.dataLayer || [];",
        "© 2025 Example. All rights reserved.",
        "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
        "* * *",
    ],
)
def test_furniture_of_many_sites_is_marked_with_its_rule(line: str) -> None:
    (_, block, _) = marked(
        "The bridge was closed.", line, "It will be open again on Friday, he said."
    )

    assert block.role is Role.FURNITURE
    assert block.made_by.startswith("furniture/")


@pytest.mark.parametrize(
    "line",
    [
        "The ministry said the list of names would not be published.",
        "Facebook removed the video after two hours.",
        "“Share this with your families,” the officer told them.",
        "Read the order aloud, he said, and the men fell silent.",
        "The comments drew an angry reply from Moscow.",
        "He subscribed to the view that the war would be short.",
        "Cookies and blankets were handed out at the station.",
        "The channel on Telegram posted a photograph of the bridge.",
        "All rights of the prisoners were respected, the agency said.",
        "May 20, 9:14 [MSK].’ This marked an escalation.",
        "He wrote that [the ministry] would not answer.",
        "The price rose by 50% in {one} week; $5 bought little.",
        "В Telegram-канале губернатора сообщили о взрывах.",
        "Реклама службы по контракту висит на каждом столбе.",
        "Комментируя удар, министр назвал его ошибкой.",
        "Підписано угоду про обмін полоненими.",
        "Коментуючи удар, міністр назвав його помилкою.",
        "Главная дорога перекрыта.",
        "More people left the town on Friday.",
        "Home guard units were called up.",
        "If you have information on the missing, contact the police.",
    ],
)
def test_reporting_that_uses_the_same_words_stays(line: str) -> None:
    (_, block, _) = marked(
        "The bridge was closed.", line, "It will be open again on Friday, he said."
    )

    assert block.role is Role.BODY


def test_code_in_the_middle_of_a_paragraph_is_cut_out_of_it() -> None:
    text = 'The town fell. [ad_slot id="3"] The army left.'

    blocks = furnish(text, segment(text))

    assert [(b.role, text[b.span.start : b.span.end]) for b in blocks] == [
        (Role.BODY, "The town fell."),
        (Role.FURNITURE, '[ad_slot id="3"]'),
        (Role.BODY, "The army left."),
    ]


def test_what_stands_between_furniture_once_the_report_is_over_goes_too() -> None:
    blocks = marked(
        "The bridge was closed.",
        "Your email address will not be published. Required fields are marked *",
        "Lumina brings a fresh look to every story you tell. Try it today.",
        "Subscribe now",
    )

    assert [b.role for b in blocks] == [Role.BODY, *[Role.FURNITURE] * 3]
    assert blocks[2].made_by == "furniture/between"


def test_reporting_after_a_line_that_usually_ends_a_page_stays() -> None:
    blocks = marked("12 Comments", *["The bridge was closed on Monday, he said."] * 4, "Share")

    assert [b.role for b in blocks[1:5]] == [Role.BODY] * 4


def test_reporting_between_advertisements_stays_though_comments_were_named_above() -> None:
    """A page with a link to its comments on top, and a notice between any two paragraphs."""
    body = [line for _ in range(6) for line in (PARAGRAPH, "Advertisement")]

    blocks = marked("12 Comments", "Share", *body)

    assert [b.role for b in blocks[2::2]] == [Role.BODY] * 6


def test_runs_of_labels_before_and_after_the_report_are_menus() -> None:
    blocks = marked(*MENU, "Bridge closed after drones are heard", PARAGRAPH, PARAGRAPH, *MENU)

    assert [b.role for b in blocks[7:10]] == [Role.BODY] * 3
    assert {b.role for b in (*blocks[:7], *blocks[10:])} == {Role.FURNITURE}


def test_a_list_of_names_between_two_paragraphs_is_no_menu() -> None:
    names = ("Ivan Koval", "Olena Hrytsak", "Maria Stone", "Petro Bondar", "Jane Doe", "John Roe")

    assert {b.role for b in marked(PARAGRAPH, *names, PARAGRAPH)} == {Role.BODY}


@pytest.mark.parametrize(
    "lines",
    [
        (
            "The dead are:",
            "Ivan Koval",
            "Olena Bondar",
            "Petro Hrytsak",
            "Jane Doe",
            "John Roe",
            "A B",
        ),
        ("Losses of the day", *(f"{kind} – {n}" for n, kind in enumerate(("tanks",) * 8, 10))),
    ],
)
def test_lists_behind_the_last_paragraph_are_reporting(lines: tuple[str, ...]) -> None:
    assert {b.role for b in marked(PARAGRAPH, *lines)} == {Role.BODY}


def test_the_short_lines_under_a_heading_of_links_are_links() -> None:
    blocks = marked(
        PARAGRAPH,
        "Related articles",
        "Drones over the river",
        "Council meets again",
        "The river was quiet on Tuesday, residents said.",
    )

    assert [b.role for b in blocks] == [
        Role.BODY,
        Role.FURNITURE,
        Role.FURNITURE,
        Role.FURNITURE,
        Role.BODY,
    ]
