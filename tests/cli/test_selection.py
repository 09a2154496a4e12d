from __future__ import annotations

import pytest

from dateline.cli.selection import selection
from dateline.core.errors import UsageError

CODES = ("T001", "T002", "H001")


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        (None, None, {"T001", "T002", "H001"}),
        (["T"], None, {"T001", "T002"}),
        (["T,H001"], None, {"T001", "T002", "H001"}),
        (["T001", "H"], None, {"T001", "H001"}),
        (None, ["T"], {"H001"}),
        (["T"], ["T002"], {"T001"}),
        (["T002"], ["T"], {"T002"}),
        (["T"], ["T"], set()),
        (["ALL"], ["h"], {"T001", "T002"}),
        (["t001, h"], None, {"T001", "H001"}),
    ],
)
def test_the_longest_prefix_decides(
    select: list[str] | None, ignore: list[str] | None, wanted: set[str]
) -> None:
    chosen = selection(select, ignore, known=CODES)

    assert {code for code in CODES if chosen.wants(code)} == wanted


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_prefix_of_no_code_is_refused(option: str) -> None:
    given = {"select": None, "ignore": None, option: ["T001,X"]}

    with pytest.raises(UsageError, match="'X'"):
        selection(given["select"], given["ignore"], known=CODES)
