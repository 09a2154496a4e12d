"""Every page for everybody: axe finds nothing, in light and dark, at 200 %, by keyboard alone."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from browser.opened import Opened, Watched, watched
from playwright.sync_api import Browser, Page
from sqlalchemy import text

PAGES = (
    "/", "/reports", "/reports/{key}", "/reports/{key}/about", "/reports/{key}/claims/{claim}",
    "/reports/{key}/log", "/search", "/search?q=border", "/searches", "/incidents",
    "/stories/{event}", "/stories/{event}/sources", "/stories/{event}/map",
    "/stories/{event}/frames", "/stories/{event}/digest", "/add", "/people", "/settings",
    "/tokens", "/log", "/log/entries", "/log/proof", "/help", "/help/keys", "/help/findings",
    "/nothing-here",
)  # fmt: skip
EVERY_RULE = ""
CONTRAST = "runOnly: ['color-contrast', 'link-in-text-block'],"
"""What can differ between light and dark."""
TWICE = {"width": 700, "height": 450}
"""What a window of 1400 x 900 holds at 200 %."""


def names(desk: Opened) -> dict[str, str]:
    """A report, a claim and a story to look at."""
    with desk.desk.archive.reading() as connection:
        sql = (
            "SELECT d.key, c.id FROM document d JOIN claim c ON c.document = d.seq "
            "WHERE d.name LIKE '%border-report%' ORDER BY c.n LIMIT 1"
        )
        key, claim = connection.execute(text(sql)).one()
        event = connection.execute(
            text("SELECT id FROM event ORDER BY abs(reports - 12), id")
        ).scalar()
    return {"key": key, "claim": claim, "event": str(event)}


def violations(page: Page, axe: str, only: str) -> list[str]:
    """What axe finds wrong, with the first element of each."""
    page.evaluate(axe)
    found = page.evaluate(
        "() => axe.run({ "
        + only
        + " resultTypes: ['violations'], preload: false }).then((all) => all.violations.map("
        "(v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)} "
        "${(v.nodes[0].any[0] || v.nodes[0].all[0] || v.nodes[0].none[0] || {}).message || ''}`))"
    )
    return list(found)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_light_in_dark_and_at_200_per_cent(
    open_page: Watched, desk: Opened, axe: str, path: str
) -> None:
    page = open_page.go(path.format(**names(desk)))
    found = {"light": violations(page, axe, EVERY_RULE)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = violations(page, axe, CONTRAST)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(TWICE)
    found["200 %"] = violations(page, axe, EVERY_RULE) + _too_wide(page)
    page.set_viewport_size({"width": 1400, "height": 900})

    assert not any(found.values()), json.dumps(found, indent=1, ensure_ascii=False)


@pytest.fixture(scope="module")
def open_page(browser: Browser, desk: Opened) -> Iterator[Watched]:
    """One window for all pages."""
    with watched(browser, desk.url) as seen:
        yield seen


def _too_wide(page: Page) -> list[str]:
    return list(
        page.evaluate(
            "() => { const most = document.documentElement.clientWidth;"
            "if (document.documentElement.scrollWidth <= most + 1) return [];"
            "const wide = [...document.querySelectorAll('main *')].filter("
            "(e) => e.getBoundingClientRect().right > most + 1 && !e.closest('.scroll, svg'));"
            "return ['too wide: ' + (wide.length ? wide[0].outerHTML.slice(0, 120) : 'above')]; }"
        )
    )


def test_everything_that_can_be_pressed_can_be_reached_by_the_keyboard(
    browser: Browser, desk: Opened
) -> None:
    known = names(desk)
    with watched(browser, desk.url) as seen:
        page = seen.go(f"/reports/{known['key']}/claims/{known['claim']}")
        wanted = page.evaluate(
            "() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]),"
            "select, summary')].filter((e) => e.checkVisibility()).length"
        )
        reached = set()
        for _ in range(wanted + 5):
            page.keyboard.press("Tab")
            reached.add(
                page.evaluate(
                    "() => { const e = document.activeElement; e.dataset.n ??= Math.random();"
                    "return e === document.body ? '' : e.dataset.n; }"
                )
            )
        has_ring = page.evaluate(
            "() => getComputedStyle(document.activeElement).outlineStyle !== 'none'"
        )

    assert len(reached - {""}) >= wanted - 1
    assert has_ring


def test_nothing_moves_for_those_who_asked_for_that(browser: Browser, desk: Opened) -> None:
    with watched(browser, desk.url, reduced_motion="reduce") as seen:
        page = seen.go(f"/reports/{names(desk)['key']}")
        moving = page.evaluate(
            "() => [...document.querySelectorAll('*')].filter((e) => { const s = "
            "getComputedStyle(e); return parseFloat(s.transitionDuration) > 0 || "
            "s.animationName !== 'none' || s.scrollBehavior === 'smooth'; }).length"
        )

    assert moving == 0


def test_no_single_key_acts_while_somebody_types(browser: Browser, own_desk: Opened) -> None:
    known = names(own_desk)
    with watched(browser, own_desk.url) as seen:
        page = seen.go(f"/reports/{known['key']}")
        page.locator("#c1 .nr").focus()
        page.keyboard.press("c")
        page.locator("#c1 .more [name='value']").first.wait_for()
        page.keyboard.type("a jar under review, an acre")
        typed = page.locator("#c1 .more [name='value']").first.input_value()
        open_claims = page.locator("#cards > .card[data-state='open']").count()

    assert typed == "a jar under review, an acre"
    assert open_claims == 24
