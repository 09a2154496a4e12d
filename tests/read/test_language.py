"""Which language a report is in: every row is a whole text."""

from __future__ import annotations

import pytest
from build import document
from msgspec.structs import replace

from dateline.read.language import language

KNOWN = [
    ("The ministry said that the bridge was closed.", "en"),
    ("Explosions in Kharkiv", "und"),
    ("Air raid alert in the region", "en"),
    ("Министерство сообщило, что мост закрыт.", "ru"),
    ("Взрывы в Харькове", "ru"),
    ("Ракетная опасность!", "ru"),
    ("Міністерство повідомило, що міст закрито.", "uk"),
    ("Вибухи у Харкові", "uk"),
    ("Ракетна небезпека!", "uk"),
    ("Повітряна тривога", "uk"),
    ("На Сумщині збили дрон", "uk"),
]
OTHERS = [
    "Das Ministerium sagte, dass die Brücke in der Nacht gesperrt worden ist.",
    "Ministerstwo podało, że most jest zamknięty po ataku dronów na miasto.",
    "El ministerio dijo que el puente está cerrado por los ataques de la noche.",
    "Міністэрства паведаміла, што мост зачынены пасля ўдару, і ніхто не пацярпеў.",
    "Министерството съобщи, че мостът е затворен след атаката и няма пострадали.",
    "Министарство је саопштило да је мост затворен након напада и да нема повређених.",
    "Le ministère a dit que le pont est fermé depuis la nuit à cause des drones.",
    "Ministerul a spus că podul este închis după atacul cu drone din oraș.",
    "Het ministerie zegt dat de brug na de aanval van vannacht is gesloten voor het verkeer.",
    "Ministerstvo uvedlo, že most je po útoku dronů uzavřen a nikdo nebyl zraněn.",
    "省庁は橋が閉鎖されたと発表した。",
    "قالت الوزارة إن الجسر مغلق",
    "12345 !!! 67",
]


@pytest.mark.parametrize(("text", "code"), KNOWN)
def test_short_and_long_texts_are_told_apart(text: str, code: str) -> None:
    assert language(document(text, lang="und")).lang == code


@pytest.mark.parametrize("text", OTHERS)
def test_a_language_without_rules_is_not_taken_for_one_with_rules(text: str) -> None:
    doc = language(document(text, lang="und"))

    assert doc.lang == "und"
    assert doc.lang_how


def test_names_in_another_script_do_not_change_the_language() -> None:
    doc = document("Компания Apple и сервис Google Maps сообщили, что карта обновлена.", lang="und")

    assert language(doc).lang == "ru"


def test_what_the_caller_said_stands() -> None:
    doc = replace(document("The ministry said so.", lang="uk"), lang_how="given")

    assert language(doc) == doc


def test_what_the_page_said_decides_where_the_words_do_not() -> None:
    doc = replace(document("Explosions in Kharkiv", lang="en"), lang_how="html lang")

    assert language(doc).lang == "en"


def test_a_long_text_without_its_words_is_not_what_the_page_said() -> None:
    zulu = "Umasipala uthi ibhuloho livaliwe ngemuva kokuzwakala kwamabhomu ebusuku. " * 8
    doc = replace(document(zulu, lang="en"), lang_how="html lang")

    assert language(doc).lang == "und"


def test_the_words_go_before_what_the_page_said() -> None:
    doc = replace(document("Міністерство повідомило, що міст закрито.", lang="en"), lang_how="html")

    assert language(doc).lang == "uk"
