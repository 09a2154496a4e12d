"""The mutations are sound: one thing is changed, its ground holds in the twin, all is seeded."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

CHECKS = Path(__file__).parents[2] / "eval" / "checks"


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, CHECKS / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


MUTATE = _load("mutate")
BASELINES = _load("baselines")
SCORE = _load("mutations")
CASES = MUTATE.cases()
MUTANTS, TWINS = CASES[::2], CASES[1::2]


def test_the_same_seed_gives_the_same_cases() -> None:
    assert MUTATE.cases() == CASES
    assert MUTATE.cases(MUTATE.SEED + 1) != CASES


def test_each_mutant_stands_before_its_own_twin() -> None:
    assert [f"{m['id']}/twin" for m in MUTANTS] == [t["id"] for t in TWINS]
    assert all(m["expect"] and not t["expect"] for m, t in zip(MUTANTS, TWINS, strict=True))


def test_a_mutant_differs_from_its_twin_at_one_place_only() -> None:
    for mutant, twin in zip(MUTANTS, TWINS, strict=True):
        start, end = mutant["expect"][0]
        back = mutant["text"][:start] + mutant["was"] + mutant["text"][end:]

        assert back == twin["text"], mutant["id"]
        assert (mutant["text"], mutant["published"]) != (twin["text"], twin["published"])


def test_every_class_of_the_brief_has_a_case() -> None:
    assert {m["class"].split(",")[0] for m in MUTANTS} == {
        "weekday", "day", "month", "headline year", "headline number", "interval", "order",
        "publication", "sum", "region", "zone",
    }  # fmt: skip


def test_no_class_and_kind_has_more_cases_than_the_limit() -> None:
    assert max(Counter((m["class"], m["kind"]) for m in MUTANTS).values()) <= MUTATE.MOST


def test_texts_are_open_and_of_no_test_half() -> None:
    assert {t.get("split", "dev") for t in MUTATE.texts()} == {"dev"}
    assert {t["licence"] for t in MUTATE.texts()} <= {
        "CC0-1.0", "CC-BY-2.5", "CC-BY-4.0", "CC-BY-SA-4.0",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("ground", "true"),
    [
        ("10000 = 4300+3700+1600+400", True),
        ("10000 = 6300+3700+1600+400", False),
        ("120 < 2198", True),
        ("5 = days 2025-01-11 2025-01-16", True),
        ("90 = years 1926-08-13 2016-11-25", True),
        ("89 = years 1926-11-26 2016-11-25", True),
        ("2 = months 2024-12-04 2025-02-04", True),
        ("10:00 Europe/Kyiv 2014-07-25 = 11:00 Europe/Moscow 2014-07-25", True),
        ("10:00 Europe/Kyiv 2024-07-25 = 11:00 Europe/Moscow 2024-07-25", False),
    ],
)
def test_a_ground_is_worked_out(ground: str, true: bool) -> None:
    assert MUTATE.holds(ground) is true


def test_a_finding_counts_where_it_touches_the_words_and_not_beside_them() -> None:
    assert SCORE.touches([(3, 6)], [(5, 9)])
    assert not SCORE.touches([(3, 5)], [(5, 9)])


def test_the_weekday_baseline_knows_a_wrong_weekday_from_a_right_one() -> None:
    text = "It began on Monday, June 9, 2025."
    doc = {"text": text, "lang": "en", "published": "2025-06-10"}

    assert BASELINES.weekday_regex(doc) == []
    assert BASELINES.weekday_regex(doc | {"text": text.replace("Monday", "Friday")}) == [[(12, 32)]]
