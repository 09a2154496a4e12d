"""Events and quantities, as the record holds them and as people read them."""

from __future__ import annotations

import msgspec
import pytest
from told_deeds import read

from dateline.core.record import Record, RecordQuantity
from dateline.present.happened import counted, happening, told
from dateline.present.record import record
from dateline.world.acled_like import acled_like


def made(text: str) -> Record:
    doc, layers = read(text, "en")
    return record(doc, layers, (), version="test")


def test_the_record_holds_the_event_with_the_words_of_each_slot() -> None:
    of = made("Russian drones attacked Odesa on 3 May 2025, killing three people.")
    (event,) = of.claims[0].events
    text = of.document.text

    assert (event.type, event.mode) == ("ASSAULT", "drone")
    assert event.acled_like == ("Explosions/Remote violence", "Air/drone strike")
    assert event.actor
    assert text[event.actor.start : event.actor.end] == "Russian drones"
    assert event.actor.side == "russia"
    assert event.recipient
    assert text[event.recipient.start : event.recipient.end] == "Odesa"
    assert event.place is not None
    assert of.places[event.place].name == "Odesa"
    assert event.time is not None
    assert of.times[event.time].value == "2025-05-03"


def test_a_record_of_the_schema_before_is_still_read() -> None:
    old = msgspec.to_builtins(made("Rain fell on the old town all day."))
    for claim in old["claims"]:
        del claim["events"], claim["quantities"]

    assert msgspec.convert(old, Record).claims[0].events == ()


@pytest.mark.parametrize(
    ("best", "low", "high", "words"),
    [
        (12, 12, 12, "12 people killed"),
        (12, 12, None, "12 or more people killed"),
        (None, None, 30, "up to 30 people killed"),
        (None, 20, 99, "20 to 99 people killed"),
        (200, 170, 230, "200 (170 to 230) people killed"),
    ],
)
def test_a_count_is_put_in_words(
    best: int | None, low: int | None, high: int | None, words: str
) -> None:
    count = RecordQuantity(
        kind="killed", unit="people", best=best, low=low, high=high, start=0, end=1
    )

    assert counted(count) == words


def test_the_main_event_is_told_on_one_line() -> None:
    of = made("Russian drones attacked Odesa, killing three people.")

    assert happening(of.claims[0]) == "ASSAULT/drone"
    assert told(of, of.claims[0]) == "ASSAULT/drone by “Russian drones” to “Odesa”; 3 people killed"


def test_a_claim_without_an_event_has_nothing_to_tell() -> None:
    of = made("Rain fell on the old town all day.")

    assert (happening(of.claims[0]), told(of, of.claims[0])) == ("", "")


def test_a_mode_without_a_row_is_told_by_its_class() -> None:
    assert acled_like("PROTEST", "hunger") == acled_like("PROTEST", "")
    assert acled_like("AID", "rescue") is None
