"""The page is parsed and looked into; how it looks is looked at by people."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256

import pytest
from lxml import html
from records import body, checked, claim, finding, place, speaker, time

from dateline.present.checked import Checked
from dateline.present.html import page

TEXT = (
    "Troops Cross Border in May 2020\n\n"
    "The first troops crossed the border near Sumy on May 20, soldiers said.\n\n"
    "Subscribe to our newsletter"
)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{ 7*7 }}</style>"


def whole(**parts: object) -> Checked:
    crossed = "The first troops crossed the border near Sumy on May 20"
    made: dict[str, object] = {
        "title": "Troops Cross Border in May 2020",
        "published": "2025-06-09",
        "blocks": (
            body(TEXT, "Troops Cross Border in May 2020", "headline"),
            body(TEXT, f"{crossed}, soldiers said."),
            body(TEXT, "Subscribe to our newsletter", "furniture"),
        ),
        "times": (
            time(TEXT, "May 2020", "2020-05"),
            time(TEXT, "May 20,", "2025-05-20", reason="year of publication"),
        ),
        "places": (
            place(TEXT, "Sumy", id="UA-59", kind="oblast", country="UA", lat=50.9, lon=34.5),
        ),
        "claims": (
            claim(TEXT, "Troops Cross Border in May 2020"),
            claim(
                TEXT,
                crossed,
                speaker=speaker("soldiers", named=False, side="russia"),
                attribution="indirect",
                certainty="possible",
                chain=("video", "Russia-1"),
                happened="2025-05-20",
                place=0,
            ),
        ),
        "findings": (finding(TEXT, "May 2020", "May 20,", severity="error"), finding(TEXT)),
    }
    return checked(TEXT, **{**made, **parts})


def parsed(*read: Checked) -> html.HtmlElement:
    return html.document_fromstring(page(read))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_link_within_the_page_arrives_somewhere() -> None:
    tree = parsed(whole(), whole())

    ids = tree.xpath("//@id")
    links = [link[1:] for link in tree.xpath("//a/@href")]
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert {"r1-c2", "r1-w2", "r1-f1", "r1-e1-1", "r1-t1", "r1-p1"} <= set(links)


def test_the_article_stands_in_the_page_word_for_word() -> None:
    (block,) = parsed(whole()).xpath("//div[contains(@class, 'row body')]/p")
    for number in block.xpath(".//a[@class='ref' or contains(@class, 'flag')]"):
        number.drop_tree() if not number.tail else number.getparent().remove(_keep_tail(number))

    assert block.text_content() == (
        "The first troops crossed the border near Sumy on May 20, soldiers said."
    )


def _keep_tail(element: html.HtmlElement) -> html.HtmlElement:
    before = element.getprevious()
    if before is None:
        element.getparent().text = (element.getparent().text or "") + element.tail
    else:
        before.tail = (before.tail or "") + element.tail
    return element


def test_a_card_tells_speaker_side_chain_status_when_and_where() -> None:
    (card,) = parsed(whole()).xpath("//li[@id='r1-c2']")

    for told in (
        "soldiers",
        "possible",
        "Russia · not named",
        "happened 20 May 2025",
        "in Sumy",
        "video → Russia-1 → this report",
        "retold",
    ):
        assert told in words(card)


def test_the_headline_stands_beside_who_says_it() -> None:
    (section,) = parsed(whole()).xpath("//section[@id='r1-headline']")

    (row,) = section.xpath(".//tbody/tr")
    assert words(row.xpath("th")[0]).startswith("“Troops Cross Border in May 2020”")
    assert "soldiers" in words(row.xpath("td[2]")[0])


def test_every_source_stands_with_its_claims() -> None:
    (section,) = parsed(whole()).xpath("//section[@id='r1-voices']")

    (row,) = section.xpath(".//tbody/tr")
    assert [words(cell) for cell in row] == ["soldiers", "Russia, not named", "2 asserted"]


def test_findings_come_first_and_the_gravest_of_them_first() -> None:
    sections = parsed(whole()).xpath("//section/@id")
    first, second = parsed(whole()).xpath("//ol[@class='found']/li")

    assert sections[0] == "r1-findings"
    assert words(first).startswith("error T009")
    assert "About the page as a whole" in words(second)


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_the_page_asks_nothing_of_the_network_and_passes_no_verdict(severity: str) -> None:
    made = page([whole(findings=(finding(TEXT, severity=severity),))])
    tree = html.document_fromstring(made)

    assert tree.xpath("//link | //iframe | //img | //script[@src] | //object | //embed") == []
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", made) == []
    assert re.findall(r"\b(?:fake|false|lie|hoax|debunk\w*)\b", tree.text_content()) == []


def test_the_policy_allows_this_pages_own_style_and_script_and_nothing_else() -> None:
    tree = parsed(whole())
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

    for kind in ("style", "script"):
        (element,) = tree.xpath(f"//{kind}")
        digest = re.search(rf"{kind}-src 'sha256-([^']+)'", policy)
        assert digest
        assert b64decode(digest[1]) == sha256(element.text.encode()).digest()
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert tree.xpath("//@style | //@onclick | //@onload") == []


def test_a_hostile_report_stays_text_wherever_it_is_shown() -> None:
    text = HOSTILE
    one = checked(
        text,
        name=HOSTILE,
        title=HOSTILE,
        byline=HOSTILE,
        outlet=HOSTILE,
        url="javascript:alert(3)",
        lang='"><script>',
        times=(time(text, "alert(1)", HOSTILE, reason=HOSTILE),),
        places=(place(text, "alert(2)", name=HOSTILE, id=HOSTILE, reason=HOSTILE),),
        claims=(
            claim(text, text, speaker=speaker(HOSTILE, role=HOSTILE, side=HOSTILE), status=HOSTILE),
        ),
        findings=(finding(text, "alert(1)", message=HOSTILE, computed={HOSTILE: HOSTILE}),),
        notes=(HOSTILE,),
    )

    tree = parsed(one)

    assert len(tree.xpath("//script")) == len(tree.xpath("//style")) == 1
    assert tree.xpath("//img") == []
    assert tree.xpath("//@onerror") == []
    assert [link for link in tree.xpath("//@href") if not link.startswith("#")] == []
    assert "{{ 7*7 }}" in tree.text_content()


def test_the_page_has_landmarks_one_main_heading_and_headed_tables() -> None:
    tree = parsed(whole())

    assert len(tree.xpath("//main")) == len(tree.xpath("//h1")) == 1
    assert tree.xpath("//html/@lang") == ["en"]
    assert tree.xpath("//th[not(@scope)]") == []
    assert [s for s in tree.xpath("//section") if not s.get("aria-labelledby")] == []
    assert set(tree.xpath("//section/@aria-labelledby")) <= set(tree.xpath("//@id"))


def test_furniture_is_folded_away_and_holds_no_claim() -> None:
    (furniture,) = parsed(whole()).xpath("//details[@class='furniture']")

    assert "Subscribe to our newsletter" in words(furniture)
    assert "open" not in furniture.attrib


def test_several_reports_stand_below_a_list_of_them() -> None:
    tree = parsed(whole(), whole(title="Another"))

    assert tree.xpath("//nav[@class='contents']//a/@href") == ["#r1", "#r2"]
    assert tree.xpath("//article/@id") == ["r1", "r2"]
    assert len(tree.xpath("//h1")) == 1


def test_the_same_record_makes_the_same_bytes() -> None:
    assert page([whole()]) == page([whole()])


def test_a_report_in_which_nothing_was_found_has_its_article_and_says_so() -> None:
    tree = parsed(checked("Plain words."))

    assert "Nothing was found here" in tree.text_content()
    assert "Plain words." in tree.text_content()
    assert tree.xpath("//svg") == []
