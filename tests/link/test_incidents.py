"""Claims of many reports put together to incidents."""

from __future__ import annotations

from itertools import permutations

from told import KONOTOP, OBLAST, ODESA, UKRAINE, gist, told

from dateline.link.incidents import incident_keys, incidents

REPORTS = (
    gist("a", told("a")),
    gist("b", told("b", places=(OBLAST,))),
    gist("c", told("c", places=(ODESA,))),
    gist("d", told("d", negated=True, status="denied"), published="2025-05-21"),
)


def test_one_happening_is_one_event_with_the_claims_of_all_its_reports() -> None:
    sumy, odesa = sorted(incidents(REPORTS), key=lambda event: event.documents)

    assert sumy.documents == ("a", "b", "d")
    assert odesa.documents == ("c",)
    assert (sumy.kind, sumy.place, sumy.earliest) == ("strike", "sumy", "2025-05-20")


def test_the_order_of_the_reports_does_not_matter() -> None:
    assert len({incidents(order) for order in permutations(REPORTS)}) == 1


def test_look_alikes_from_day_to_day_do_not_run_together() -> None:
    days = [gist(f"r{day}", told(f"r{day}"), published=f"2025-05-{day}") for day in range(20, 26)]

    assert max(len(event.documents) for event in incidents(days)) <= 2


def test_a_denial_alone_makes_no_incident() -> None:
    assert incidents([gist("d", told("d", negated=True))]) == ()


def test_a_claim_without_a_kind_a_place_or_a_day_makes_none() -> None:
    bare = [
        gist("a", told("a", kinds=())),
        gist("b", told("b", places=(UKRAINE,))),
        gist("c", told("c"), published=None),
    ]

    assert incidents(bare) == ()


def test_claims_of_one_incident_share_a_key() -> None:
    one = incident_keys(told(), "2025-05-20")
    other = incident_keys(told("b", places=(OBLAST,)), "2025-05-21")

    assert set(one) & set(other)
    assert not set(one) & set(incident_keys(told("c", places=(ODESA,)), "2025-05-20"))


def test_towns_of_one_oblast_are_two_incidents() -> None:
    events = incidents([gist("a", told("a")), gist("b", told("b", places=(KONOTOP,)))])

    assert len(events) == 2
