"""A Wikidata export becomes a pack that the fact table reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.core.errors import UsageError
from dateline.world.facts import read_facts
from dateline.world.wikidata import pack_from_export


def _export(*results: dict[str, str]) -> bytes:
    bindings = [{name: {"value": value} for name, value in result.items()} for result in results]
    return json.dumps({"head": {}, "results": {"bindings": bindings}}).encode()


def test_a_term_of_office_and_an_event_become_rows(tmp_path: Path) -> None:
    export = _export(
        {
            "item": "http://www.wikidata.org/entity/Q1",
            "en": "Jane {Doe}",
            "title": "president",
            "start": "2020-05-07T00:00:00Z",
            "end": "2024-05-07T00:00:00Z",
        },
        {"item": "http://www.wikidata.org/entity/Q2", "uk": "Операція", "start": "2023-01-01"},
    )
    (tmp_path / "facts.tsv").write_text(pack_from_export(export), encoding="utf-8")

    office, event = read_facts(tmp_path)

    assert (office.kind, office.title, str(office.until)) == ("office", "president", "2024-05-07")
    assert office.names[0] == "Jane Doe"
    assert (event.kind, event.source) == ("event", "https://www.wikidata.org/wiki/Q2")


def test_two_terms_of_one_person_are_two_rows(tmp_path: Path) -> None:
    item = {"item": "http://www.wikidata.org/entity/Q1", "en": "Jane Doe", "title": "president"}
    export = _export(item | {"start": "2000-01-01"}, item | {"start": "2012-01-01"})
    (tmp_path / "facts.tsv").write_text(pack_from_export(export), encoding="utf-8")

    assert len({fact.id for fact in read_facts(tmp_path)}) == 2


@pytest.mark.parametrize("export", [b"no json", b"[]", _export(), _export({"item": "x"})])
def test_an_export_without_a_usable_result_is_refused(export: bytes) -> None:
    with pytest.raises(UsageError):
        pack_from_export(export)
