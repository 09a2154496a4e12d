from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.link.printed import Printed
from dateline.link.translated import anchors, is_translation

PAIRS = Path(__file__).parents[2] / "eval" / "copies" / "translated.jsonl"
RU = (
    "В порту Усть-Луга загорелись два танкера, сообщил губернатор Александр Дрозденко. Из 46 "
    "моряков эвакуировали 44, площадь пожара 1200 метров. Суда «Аврора» и «Нева» шли в Гамбург."
)
EN = (
    "Two tankers caught fire in the port of Ust-Luga, governor Alexander Drozdenko said. Of 46 "
    "sailors 44 were evacuated; the fire covers 1,200 metres. The Avrora and the Neva were bound "
    "for Hamburg."
)


def report(text: str, lang: str) -> Printed:
    return Printed(id=lang, text=text, lang=lang)


def test_one_text_in_two_languages_is_like_a_translation_either_way() -> None:
    a, b = report(RU, "ru"), report(EN, "en")

    assert is_translation(a, b)
    assert is_translation(b, a)


@pytest.mark.parametrize(
    ("old", "new"),
    [("46", "52"), ("1,200 metres", "half a hall"), ("Drozdenko", "Ivanov"), ("Of 46", "Of 44")],
)
def test_one_thing_said_otherwise_may_pass_and_three_do_not(old: str, new: str) -> None:
    other = EN.replace(old, new).replace("Avrora", "Volga").replace("44 were", "31 were")
    other = other.replace("1,200", "900")

    assert not is_translation(report(RU, "ru"), report(other, "en"))


@pytest.mark.parametrize(
    ("a", "b"),
    [(RU, RU), (RU, ""), ("", ""), (RU, "Two tankers burned in Ust-Luga."), (RU, EN * 2)],
)
def test_one_language_little_text_and_other_lengths_are_none(a: str, b: str) -> None:
    language = "ru" if b == RU else "en"

    assert not is_translation(report(a, "ru"), report(b, language))


def test_numbers_count_by_value_and_names_by_sound() -> None:
    keys = {(one.kind, one.key) for one in anchors(report("Харьков ждёт 12 в Харькове", "ru"))}

    assert ("n", "12") in keys
    assert len({key for kind, key in keys if kind == "w"}) == 1


def test_the_pairs_of_the_benchmark_are_told_apart() -> None:
    pairs = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    told = [
        is_translation(*(report(p[side]["text"], p[side]["lang"]) for side in "ab")) for p in pairs
    ]
    gold = [pair["gold"]["translated"] for pair in pairs]

    assert sum(t and not g for t, g in zip(told, gold, strict=True)) == 0
    assert sum(t and g for t, g in zip(told, gold, strict=True)) >= 22
