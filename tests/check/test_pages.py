"""Run the reports in docs/findings/*.md and compare what is found with what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.check import CHECKERS
from dateline.core.document import Published
from dateline.core.parts import Checker
from dateline.ingest.plain import from_text
from dateline.pipeline.standard import standard

PAGES = Path(__file__).parents[2] / "docs" / "findings"
CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n(?:(?!^## ).)*?^```report(?P<options>[^\n]*)\n"
    r"(?:# (?P<headline>[^\n]*)\n\n)?(?P<body>.*?)^```\n\n```findings\n(?P<findings>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
CODES = {checker.code for checker in CHECKERS}
CASES = [
    pytest.param(page.stem[:4], case.groupdict(), id=f"{page.stem}: {case['title']}")
    for page in sorted(PAGES.glob("????-*.md"))
    for case in CASE.finditer(page.read_text(encoding="utf-8"))
    if page.stem[:4] in CODES
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_page_tells_the_truth(code: str, case: dict[str, str | None]) -> None:
    options = dict(option.split("=", 1) for option in (case["options"] or "").split())
    published = options.get("published")
    doc = from_text(
        (case["body"] or "").strip(),
        title=case["headline"],
        published=Published(published, "given") if published else None,
        lang=options.get("lang"),
    )
    pipeline = standard()
    doc, layers = pipeline(doc)

    found = [
        " ".join([f.code, *(f'"{doc.quote(span)}"' for span in f.evidence)])
        for f in pipeline.check(doc, layers)
        if f.code == code
    ]

    assert found == (case["findings"] or "").splitlines()


@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.code)
def test_each_checker_has_a_page_with_examples_that_fire_and_that_must_not(
    checker: Checker,
) -> None:
    path = PAGES / f"{checker.code}-{checker.name}.md"
    assert path.exists(), f"write docs/findings/{path.name}: its examples are its tests"
    cases = [case["findings"] for case in CASE.finditer(path.read_text(encoding="utf-8"))]

    assert any(cases), "want at least one example that fires"
    assert not all(cases), "want at least one example that must not fire"


@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.code)
def test_a_page_states_the_severity_that_its_checker_has(checker: Checker) -> None:
    text = (PAGES / f"{checker.code}-{checker.name}.md").read_text(encoding="utf-8")

    assert f"Severity: **{checker.severity}**" in text
