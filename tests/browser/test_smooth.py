"""An article with five hundred claims: it opens, scrolls and is worked through without a jerk."""

from __future__ import annotations

from browser.opened import Opened, watched
from playwright.sync_api import Browser
from sqlalchemy import text

SCROLL = """() => new Promise((done) => {
  const cards = document.querySelector('#cards');
  const gaps = []; const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map((e) => e.duration)))
    .observe({ type: 'longtask' });
  let last = performance.now(); let frame = 0;
  const step = (now) => {
    gaps.push(now - last); last = now; frame += 1;
    cards.scrollTop += 160; window.scrollBy(0, 60);
    if (frame < 90) requestAnimationFrame(step);
    else setTimeout(() => done({ gaps: gaps.slice(2).sort((a, b) => a - b), long }), 60);
  };
  requestAnimationFrame(step);
})"""
SLOWER = 2.5
"""How much longer a frame may take than on a report of 24 claims, scrolled in the same run: other
work on the machine makes both slow, and what is left is ours."""


def test_five_hundred_claims_scroll_smoothly(browser: Browser, desk: Opened) -> None:
    with desk.desk.archive.reading() as connection:
        sql = "SELECT key FROM document WHERE given = 'long' OR name LIKE '%border-report%'"
        keys = list(connection.execute(text(f"{sql} ORDER BY length(text)")).scalars())
    middle = []
    with watched(browser, desk.url) as seen:
        for key in keys:
            page = seen.go(f"/reports/{key}")
            gaps = page.evaluate(SCROLL)["gaps"]
            middle.append(gaps[len(gaps) // 2])
        assert page.locator("#cards > .card").count() >= 500
        page.locator("#c70 .nr").focus()
        page.keyboard.press("j")
        page.locator("#c71.now .val summary").first.wait_for()

    assert middle[1] < max(SLOWER * middle[0], 34), middle
