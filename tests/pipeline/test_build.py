"""A pipeline refuses an order that cannot work, and keeps its parts pure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from build import document

from dateline.core.document import Document
from dateline.core.errors import PipelineError
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence, Timex
from dateline.core.parts import Observation, checker, component
from dateline.pipeline.build import Pipeline
from dateline.pipeline.standard import standard


@component(version=1, writes=(Sentence,))
def whole(doc: Document, layers: Layers) -> Iterator[Sentence]:
    for block in doc.readable:
        yield Sentence(span=block.span, made_by="whole")


@component(version=1, reads=(Timex,), writes=())
def needs_times(doc: Document, layers: Layers) -> Iterator[Sentence]:
    yield from ()


@checker("X001", severity=Severity.NOTE, reads=(Sentence,))
def a_sentence_exists(doc: Document, layers: Layers) -> Iterator[Observation]:
    """Every sentence is reported."""
    for sentence in layers.of(Sentence):
        yield "a sentence", (sentence.span,), {"length": len(sentence.span)}


def test_refuses_a_part_that_lacks_what_it_reads() -> None:
    with pytest.raises(PipelineError, match=r"'needs_times' reads Timex: no component before it"):
        Pipeline("bad", (), (whole, needs_times))


def test_a_finding_carries_its_checkers_code_name_and_severity() -> None:
    pipeline = Pipeline("good", (), (whole,), (a_sentence_exists,))
    doc, layers = pipeline(document("One."))

    [finding] = pipeline.check(doc, layers)

    assert (finding.code, finding.name, finding.severity) == ("X001", "a-sentence-exists", "note")
    assert finding.computed == (("length", 4),)


def test_raising_a_version_changes_the_cache_key() -> None:
    @component(version=2, writes=(Sentence,))
    def whole_again(doc: Document, layers: Layers) -> Iterator[Sentence]:
        yield from ()

    assert Pipeline("a", (), (whole,)).version != Pipeline("a", (), (whole, whole_again)).version


def test_the_standard_pipeline_can_be_built_and_names_every_part_once() -> None:
    names = [part.name for part in standard().components]

    assert len(names) == len(set(names))
