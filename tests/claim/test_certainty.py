"""The status of a claim, from facts that its words carry."""

from __future__ import annotations

import pytest
from attributed import attributed

from dateline.core.mentions import Act


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The ministry said its units entered the town.", "asserted"),
        ("Reuters reported that units entered the town.", "reported"),
        ("Units entered the town, according to a video posted online.", "reported"),
        ("Analysts said the move could signal an attempt to encircle the city.", "possible"),
        ("He argued that securing the area would require more troops.", "conditional"),
        ("The mayor said the bridge would fall if the river rose.", "conditional"),
        ("The army will reach the river, the minister said.", "predicted"),
        ("The president vowed to rebuild the bridge.", "predicted"),
        ("Moscow denied that its forces had hit the hospital.", "denied"),
        ("The ministry called the report a fabrication.", "denied"),
        ("The loss was not confirmed by Ukrainian authorities.", "not_confirmed"),
        ("The report could not be independently verified.", "unverified"),
    ],
)
def test_tells_the_status_of_the_record(sentence: str, status: str) -> None:
    assert [claim.status for claim in attributed(sentence)] == [status]


@pytest.mark.parametrize(
    ("sentence", "lang", "status"),
    [
        ("Губернатор заявил, что удар может повториться.", "ru", "possible"),
        ("Если мост рухнет, предупредил он, город отрежут.", "ru", "conditional"),
        ("Генштаб опроверг потерю села.", "ru", "denied"),
        ("Проверить это независимо невозможно.", "ru", "unverified"),
        ("Речник заявив, що удар може повторитися.", "uk", "possible"),
        ("Генштаб спростував втрату села.", "uk", "denied"),
        ("Губернатор сообщил, что погибли двое.", "ru", "asserted"),
        ("Міністерство повідомило, що загинули двоє.", "uk", "asserted"),
        ("Reuters сообщает, что погибли двое.", "ru", "reported"),
        ("За даними Reuters, загинули двоє.", "uk", "reported"),
        ("Политолог уверен, что договор подпишут весной.", "ru", "predicted"),
        ("Прем’єр-міністр повідомив, що гроші надійдуть у вересні.", "uk", "predicted"),
        ("Міністр заявив, що війська чекатимуть наказу.", "uk", "predicted"),
        ("Київ удар не прокоментував.", "uk", "not_confirmed"),
        ("Киев удар не прокомментировал.", "ru", "not_confirmed"),
        (
            "Якщо кошти не надійдуть, його візьмуть під варту, попередили прокурори.",
            "uk",
            "conditional",
        ),
        ("Перевірити це незалежно неможливо.", "uk", "unverified"),
        (
            "Губернатор заявил, что эта информация не соответствует действительности.",
            "ru",
            "denied",
        ),
        ("У місії кажуть, що Росія не відповідає на запити.", "uk", "asserted"),
        ("Речник зауважив: «Я б рекомендував дивитися за флотом».", "uk", "asserted"),
    ],
)
def test_tells_the_status_in_russian_and_ukrainian(sentence: str, lang: str, status: str) -> None:
    assert [claim.status for claim in attributed(sentence, lang=lang)] == [status]


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("The Kremlin declined to comment on the ruling.", "en"),
        ("Киев удар не прокомментировал.", "ru"),
        ("У Міноборони ситуацію відмовилися коментувати.", "uk"),
    ],
)
def test_declining_is_a_class_of_its_own_and_confirms_nothing(sentence: str, lang: str) -> None:
    (claim,) = attributed(sentence, lang=lang)

    assert (claim.act, claim.status) == (Act.DECLINE, "not_confirmed")
