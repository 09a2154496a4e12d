"""
A newcomer's first day at the desk, as one walk: from an empty archive to a second signature.

Where DATELINE_SHOTS names a folder, each screen is kept there as a picture.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.conftest import EXAMPLES
from browser.opened import Opened, served, watched
from playwright.sync_api import Browser, Page, expect

PASSWORD = "a long enough password"
Shot = Callable[[Page, str], None]


@pytest.fixture
def shot() -> Shot:
    """Keep a picture of the page, where somebody wants to look."""
    folder = os.environ.get("DATELINE_SHOTS")

    def take(page: Page, name: str) -> None:
        if folder:
            page.wait_for_timeout(250)
            page.screenshot(path=Path(folder) / f"{name}.png")

    return take


def test_a_newcomers_first_day(browser: Browser, tmp_path: Path, shot: Shot) -> None:
    with served(tmp_path / "archive.sqlite") as desk:
        with watched(browser, desk.url) as seen:
            page = seen.page
            _start(seen.go(f"/setup?code={desk.desk.code}"), shot)
            _add(page, shot)
            _read(page, shot)
            _decide(page, shot)
            _fix_a_date(page, shot)
            key = page.url.split("/")[-1].split("#")[0]
            _story(page, desk.url, key, shot)
            _search(page, shot)
            _save_and_export(page, desk.url, key, shot)
            _invite(page, desk.url, shot)
        _second_person(browser, desk, key, shot)


def _start(page: Page, shot: Shot) -> None:
    page.fill("#login", "olena")
    page.fill("#name", "Olena")
    page.fill("#password", PASSWORD)
    shot(page, "01-setup")
    page.click("main button")
    expect(page.locator("h1")).to_be_visible()
    shot(page, "02-empty-desk")


def _add(page: Page, shot: Shot) -> None:
    page.click("nav a[href='/add']")
    page.set_input_files("#files", str(EXAMPLES / "border-report.txt"))
    shot(page, "03-add")
    page.click("#add button.main")
    page.wait_for_url(re.compile("/jobs/"))
    report = page.locator("main a[href^='/reports/']").first
    report.wait_for(timeout=60_000)
    shot(page, "04-added")
    report.click()


def _read(page: Page, shot: Shot) -> None:
    expect(page.locator("#cards > .card")).to_have_count(24)
    shot(page, "05-report")
    page.hover("#cards > .card:nth-child(2) .quote")
    assert page.locator(".paper .m.lit").count() > 0
    page.focus("#cards > .card:nth-child(2) .nr")
    assert page.locator(".paper .m.now[data-c~='2']").count() > 0
    page.hover(".paper .m[data-c~='5']")
    assert "lit" in (page.locator("#c5").get_attribute("class") or "")
    page.locator("#c2 .val summary", has_text="20 May").click()
    expect(page.locator("#c2 .val[open] .why")).to_contain_text("no year is named")
    shot(page, "06-why")
    page.locator("#c2 .val summary", has_text="20 May").click()


def _decide(page: Page, shot: Shot) -> None:
    page.locator("#c1 .nr").focus()
    for key in ("a", "a", "r"):
        page.keyboard.press(key)
    expect(page.locator("#done")).to_have_text("3 of 24 reviewed")
    expect(page.locator("#c2")).to_have_attribute("data-state", "accepted")
    expect(page.locator("#c3 .state")).to_contain_text("rejected")
    page.keyboard.press("u")
    expect(page.locator("#c3")).to_have_attribute("data-state", "open")
    page.keyboard.press("n")
    expect(page.locator(".finding.at")).to_be_visible()
    shot(page, "07-decided")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    shot(page, "08-keys")
    page.keyboard.press("Escape")


def _fix_a_date(page: Page, shot: Shot) -> None:
    page.locator("#c3 .nr").focus()
    page.keyboard.press("e")
    happened = page.locator("form.edit [name='value.happened']")
    expect(happened).to_have_value("XXXX-05-20T09:14")
    happened.fill("2025-05-20T09:14")
    page.fill("form.edit [name='reason']", "the year is that of the invasion’s fourth spring")
    shot(page, "09-edit")
    page.keyboard.press("Enter")
    expect(page.locator("#c3 .by-human .now").first).to_contain_text("20 May 2025")
    page.locator("#c3 .by-human summary").first.click()
    expect(page.locator("#c3 .why .human")).to_contain_text("Olena")
    expect(page.locator("#c3 .why").first).to_be_attached()
    shot(page, "10-human-value")


def _story(page: Page, url: str, key: str, shot: Shot) -> None:
    page.goto(f"{url}/stories/{key}")
    expect(page.locator("table").first).to_be_visible()
    shot(page, "11-story")
    for view in ("sources", "map", "frames", "digest"):
        page.goto(f"{url}/stories/{key}/{view}")
        page.wait_for_load_state("networkidle")
        shot(page, f"12-{view}")


def _search(page: Page, shot: Shot) -> None:
    page.goto(page.url.split("/stories")[0] + "/reports")
    page.keyboard.press("/")
    page.keyboard.type("Dnipropetrovsk")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search\?q="))
    expect(page.locator(".rows .title").first).to_be_visible()
    shot(page, "13-search")
    page.locator(".facets a", has_text="denied").or_(page.locator(".facets a").nth(1)).first.click()
    expect(page.locator(".chosen")).to_be_visible()


def _save_and_export(page: Page, url: str, key: str, shot: Shot) -> None:
    page.goto(f"{url}/search?q=Dnipropetrovsk")
    page.fill("#keep", "The border")
    page.click(".keep button")
    page.wait_for_url(re.compile("/searches$"))
    shot(page, "14-saved")
    feed = page.request.get(url + str(page.locator("a[href$='.atom']").first.get_attribute("href")))
    assert "<entry>" in feed.text()
    for form in ("md", "html", "docx"):
        answer = page.request.get(f"{url}/stories/{key}/export.{form}")
        assert answer.ok, form
        assert len(answer.body()) > 500


def _invite(page: Page, url: str, shot: Shot) -> None:
    page.goto(f"{url}/people")
    page.fill("#login", "taras")
    page.fill("#name", "Taras")
    page.fill("#password", PASSWORD)
    page.select_option("#role-new", "reviewer")
    page.locator("form[action='/people'] button.main").click()
    expect(page.locator("main")).to_contain_text("taras")
    shot(page, "15-people")


def _second_person(browser: Browser, desk: Opened, key: str, shot: Shot) -> None:
    with watched(browser, desk.url) as seen:
        page = seen.go("/login")
        page.fill("#login", "taras")
        page.fill("#password", PASSWORD)
        page.click("main button")
        seen.go(f"/reports/{key}")
        page.click(".rhead .menu summary")
        page.click("button[value='signoff']")
        expect(page.locator(".rhead")).to_contain_text("signed off by Taras")
        shot(page, "16-signed-off")
        seen.go(f"/reports/{key}/log")
        expect(page.locator("main")).to_contain_text("Olena")
        shot(page, "17-log")
        seen.go("/log/proof")
        shot(page, "18-proof")
