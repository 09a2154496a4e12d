"""A forwarded post: whoever it is from stands in the chain of every claim in it."""

from __future__ import annotations

from build import document
from msgspec.structs import replace

from dateline.core.claim import Claim
from dateline.pipeline.standard import standard

TEXT = "A bridge was hit near Sumy. Three people were hurt, governor Oleh Hryhorov said."


def chains(*origins: str) -> list[tuple[str, ...]]:
    doc = replace(document(TEXT), passed_on_from=origins)
    return [claim.chain for claim in standard()(doc)[1].of(Claim)]


def test_a_report_of_ones_own_has_no_such_link() -> None:
    assert chains() == [(), ()]


def test_the_origin_of_a_forwarded_post_stands_behind_the_speaker() -> None:
    own, said = chains("War News")

    assert own == ("War News",)
    assert len(said) == 2 and "Hryhorov" in said[0] and said[1] == "War News"
