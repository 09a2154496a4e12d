"""What a page from outside may try: nothing of it runs, nothing is loaded, everything is shown."""

from __future__ import annotations

from browser.conftest import PAYLOADS
from browser.opened import Opened, watched
from playwright.sync_api import Browser
from sqlalchemy import text


def test_a_hundred_hostile_texts_are_shown_and_nothing_of_them_runs(
    browser: Browser, desk: Opened
) -> None:
    with desk.desk.archive.reading() as connection:
        sql = text("SELECT key FROM document WHERE given LIKE 'hostile-%' ORDER BY seq")
        keys = list(connection.execute(sql).scalars())
    assert len(keys) == 20
    assert len(PAYLOADS) == 100

    with watched(browser, desk.url) as seen:
        for key in keys:
            page = seen.go(f"/reports/{key}")
            assert page.locator("#cards").count() == 1
            assert page.evaluate("window.ran === undefined")
        for path in ("/reports", "/search?q=ministry", "/", "/incidents"):
            seen.go(path)
            assert seen.page.evaluate("window.ran === undefined")


def test_the_policy_allows_no_inline_code_and_no_other_origin(
    browser: Browser, desk: Opened
) -> None:
    with watched(browser, desk.url) as seen:
        answer = seen.page.goto(desk.url + "/reports")
        policy = answer.headers["content-security-policy"] if answer else ""

    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "http" not in policy
