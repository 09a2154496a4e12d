"""Kinds, targets and turns of a claim, in three languages."""

from __future__ import annotations

import pytest

from dateline.link.acting import agents
from dateline.link.names import names, share_name
from dateline.link.wording import wording


@pytest.mark.parametrize(
    ("text", "kinds", "targets"),
    [
        ("A missile hit an oil depot near Saratov.", {"strike"}, {"fuel_depot"}),
        ("Нефтебаза под Саратовом горит после атаки.", {"fire", "strike"}, {"fuel_depot"}),
        ("Нафтобаза палає, чути вибухи.", {"fire", "explosion"}, {"fuel_depot"}),
        ("The mayor spoke about schools in spring.", set(), {"school"}),
    ],
)
def test_kinds_and_targets_come_out_alike_in_each_language(
    text: str, kinds: set[str], targets: set[str]
) -> None:
    said = wording(text)

    assert (set(said.kinds), set(said.targets)) == (kinds, targets)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The bridge was destroyed.", False),
        ("The bridge was not destroyed.", True),
        ("The governor denied the strike on the bridge.", True),
        ("No casualties were reported after the strike.", False),
        ("Удара по мосту не было, мост не разрушен.", True),
        ("Не все жители уехали, город обстреляли вечером.", False),
        ("Війська не захопили село.", True),
        ("Жертв немає після обстрілу.", False),
    ],
)
def test_a_happening_is_denied_by_the_words_right_beside_it(text: str, negated: bool) -> None:
    assert wording(text).negated is negated


@pytest.mark.parametrize(
    ("lang", "text", "sides"),
    [
        ("en", "Russian drones hit the port.", ("russia",)),
        ("en", "The port was hit by Ukrainian forces.", ("ukraine",)),
        ("en", "A Russian airfield was hit.", ()),
        ("en", "Air defences shot down 12 Ukrainian drones.", ()),
        ("ru", "ВСУ нанесли удар по складу.", ("ukraine",)),
        ("ru", "Колонну подожгли диверсанты ВСУ.", ("ukraine",)),
        ("ru", "Взрыв на складе в Украине.", ()),
        ("uk", "Вибухнув склад боєприпасів окупантів.", ()),
        ("uk", "Російські війська обстріляли місто.", ("russia",)),
        ("ru", "Удар мог быть нанесен по узлу снабжения украинских войск.", ()),
    ],
)
def test_who_acts_is_told_from_who_is_hit(lang: str, text: str, sides: tuple[str, ...]) -> None:
    assert agents(lang, wording(text)) == sides


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("uk", "Удар по Джанкойському аеродрому."), ("ru", "Взрывы в Джанкое."), True),
        (("uk", "Вибухи на «Бельбеку»."), ("en", "Blasts rocked Saky."), False),
        (("ru", "Энергодар обстреляли."), ("en", "Troops shelled Enerhodar."), True),
        (("en", "Yesterday it rained."), ("en", "Yesterday it snowed."), False),
    ],
)
def test_names_are_known_again_across_alphabets(
    one: tuple[str, str], other: tuple[str, str], shared: bool
) -> None:
    keys = [names(lang, wording(text)) for lang, text in (one, other)]

    assert share_name(*keys) is shared
