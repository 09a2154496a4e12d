"""TIMEX3 values as EDTF."""

from __future__ import annotations

import pytest

from dateline.core.edtf import edtf

WEEK = ("2025-06-09", "2025-06-15")


@pytest.mark.parametrize(
    ("value", "mod", "bounds", "out"),
    [
        ("2025", None, None, "2025"),
        ("2025-05-20", None, None, "2025-05-20"),
        ("XXXX-05-20", None, None, "XXXX-05-20"),
        ("2025-06-XX", None, None, "2025-06-XX"),
        ("193", None, None, "193X"),
        ("18", None, None, "18XX"),
        ("2025-SU", None, None, "2025-22"),
        ("2025-Q2", None, None, "2025-34"),
        ("2025-H1", None, None, "2025-40"),
        ("2025-05", "APPROX", None, "2025-05~"),
        ("2025-W24", None, WEEK, "2025-06-09/2025-06-15"),
        ("XXXX-WXX", None, None, None),
        ("2025-06", "START", ("2025-06-01", "2025-06-10"), "2025-06-01/2025-06-10"),
        ("2025-05-20T09:14", None, None, "2025-05-20T09:14:00"),
        ("2025-05-20TMO", None, None, "2025-05-20"),
        ("XXXX-05-20T09:14", None, None, "XXXX-05-20"),
        ("BC0481", None, None, "-0480"),
        ("BC0001", None, None, "0000"),
        ("BC0480-SP", None, None, "-0479-21"),
        ("P2W", None, None, None),
        ("PAST_REF", None, None, None),
    ],
)
def test_a_value_is_written_as_edtf(
    value: str, mod: str | None, bounds: tuple[str, str] | None, out: str | None
) -> None:
    assert edtf(value, mod, bounds=bounds) == out
