"""Layers: a set of items in one total order, whatever the order they came in."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.layers import Layers
from dateline.core.mentions import Sentence, Timex
from dateline.core.span import Span

SPANS = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1]))
ITEMS = st.one_of(
    st.builds(Sentence, span=SPANS, made_by=st.sampled_from(["a", "b"])),
    st.builds(
        Timex,
        span=SPANS,
        made_by=st.sampled_from(["a", "b"]),
        type=st.just("DATE"),
        value=st.sampled_from(["2025", "XXXX-05-20"]),
    ),
)
MANY = st.lists(ITEMS, max_size=12)


@given(MANY, MANY, MANY)
def test_union_is_associative_commutative_and_idempotent(a: list, b: list, c: list) -> None:
    x, y, z = Layers(a), Layers(b), Layers(c)

    assert (x | y) | z == x | (y | z)
    assert x | y == y | x
    assert x | x == x == x | Layers()


@given(st.permutations([Span(3, 4), Span(0, 9), Span(0, 2), Span(3, 9)]))
def test_items_come_in_text_order_whatever_order_they_were_given_in(spans: list[Span]) -> None:
    layers = Layers(Sentence(span=span, made_by="t") for span in spans)

    assert [s.span for s in layers.of(Sentence)] == sorted(spans)


@given(MANY)
def test_a_layer_holds_exactly_one_type(items: list) -> None:
    layers = Layers(items)

    assert {type(i) for i in layers.of(Timex)} <= {Timex}
    assert len(layers) == len(set(items)) == len(list(layers))


@given(ITEMS)
def test_encode_then_decode_is_identity(item: Sentence | Timex) -> None:
    packed = msgspec.msgpack.encode(item)

    assert msgspec.msgpack.decode(packed, type=Sentence | Timex) == item
