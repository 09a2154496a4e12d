"""
A hundred pieces of hostile HTML, as report, headline, byline, address and everything people type.

Each is ingested and shown by every page that shows text. What a browser would make of the page is
told by a parser here (in `tests/browser` by a browser): nothing that runs, nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from fastapi.testclient import TestClient
from msgspec.json import decode, encode
from serve.desks import client_of

from dateline.run.add import add
from dateline.run.linking import link
from dateline.run.taking import take_lines
from dateline.run.ways import Asked, take_bytes
from dateline.serve.desk import Desk
from dateline.store.open import open_archive

HOSTILE: list[str] = [
    decode(line)
    for line in (Path(__file__).parent / "hostile.jsonl").read_text("utf-8").splitlines()
]
_FORBIDDEN = frozenset(
    {"iframe", "frame", "frameset", "object", "embed", "applet", "base", "style", "math", "marquee",
     "isindex", "keygen", "plaintext", "noembed", "template", "video", "audio", "picture", "track",
     "foreignobject", "animate", "set", "xss", "x"}
)  # fmt: skip
_ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "srcset", "data", "poster", "background", "xlink:href",
     "cite", "manifest", "ping", "lowsrc", "archive", "hx-get", "hx-post", "hx-put", "hx-delete"}
)  # fmt: skip


class Watch(HTMLParser):
    """Collects what should not be in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _FORBIDDEN:
            self.bad.append(f"<{tag}>")
        for name, value in given.items():
            if name.startswith(("on", "hx-on", "data-hx-on")) or name in {"style", "srcdoc"}:
                self.bad.append(f"{tag} {name}")
            if name in _ADDRESSES and not self._ours(tag, value, given):
                self.bad.append(f"{tag} {name}={value[:60]}")
        if tag == "meta" and given.get("http-equiv", "").lower() not in ("", "refresh"):
            self.bad.append(f"meta {given}")
        if tag == "meta" and "url" in given.get("content", "").lower() and "http-equiv" in given:
            self.bad.append(f"meta {given}")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script" and data.strip():
            self.bad.append(f"script {data[:60]}")

    def _ours(self, tag: str, value: str, given: dict[str, str]) -> bool:
        """A path here; or a link that a person may follow to the page as it was published."""
        parts = urlsplit(value.strip())
        if not parts.scheme and not parts.netloc:
            return True
        leads_out = tag == "a" and parts.scheme in ("http", "https")
        return leads_out and "noopener" in given.get("rel", "")


def bad_in(page: str) -> list[str]:
    """What a page holds that could run or be fetched."""
    watch = Watch()
    watch.feed(page)
    watch.close()
    return watch.bad


@pytest.mark.parametrize(
    "page",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
        "<a href=javascript:alert(1)>x</a>", "<a href=https://evil.example>x</a>",
        "<img src=//evil.example/x>", "<form action=https://evil.example>", "<p style=x>",
        "<base href=https://evil.example/>", "<meta http-equiv=refresh content='0;url=x'>",
    ],
)  # fmt: skip
def test_the_watch_sees_what_is_not_escaped(page: str) -> None:
    assert bad_in(f"<p>{page}</p>")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An archive of nothing but hostile reports: as lines, as pages, as words in quotes."""
    path = str(tmp_path_factory.mktemp("hostile") / "archive.sqlite")
    with open_archive(path, create=True) as archive:
        list(add(archive, take_lines(_lines(), name="hostile", fetched="2025-06-10T08:00:00Z")))
        for n, each in enumerate(HOSTILE[::4]):
            list(add(archive, take_bytes(_page(each), name=f"{n}{each}", asked=ASKED)))
        link(archive)
        made = Desk(archive)
        yield made
        made.close()


ASKED = Asked(fetched="2025-06-10T08:00:00Z")


def _lines() -> Iterator[bytes]:
    for n, each in enumerate(HOSTILE):
        words = (
            f"{each}\n\nOn 5 June 2025 “{each}” was heard in Kharkiv, Ivan {each} Petrenko said. "
            f"Mayor Petro Koval said on Thursday that {each} was a drone.\n"
        )
        yield encode(
            {"id": f"{n} {each}", "title": f"Headline {each}", "text": words, "url": each,
             "published": "2025-06-06"}
        )  # fmt: skip


def _page(each: str) -> bytes:
    attribute = each.replace('"', "&quot;")
    return (
        f'<html><head><title>{each}</title><meta name="author" content="{attribute}">'
        f'<meta property="og:site_name" content="{attribute}">'
        '<meta property="article:published_time" content="2025-06-06T08:00:00Z"></head><body>'
        f"<article><h1>{attribute}</h1><p>Mayor Petro Koval said: “&lt;b&gt;{attribute}”.</p>{each}"
        "<p>The bridge was closed on 5 June 2025, the ministry in Kyiv said on Thursday.</p>"
        "</article></body></html>"
    ).encode()


@pytest.fixture(scope="module")
def client(desk: Desk) -> TestClient:
    return client_of(desk)


@pytest.fixture(scope="module")
def keys(client: TestClient) -> list[str]:
    found: list[str] = []
    before: int | None = 1 << 40
    while before is not None:
        page = client.get(f"/api/v1/documents?limit=200&before={before}").json()
        found += [each["key"] for each in page["documents"]]
        before = page["next"]
    return found


def test_there_are_a_hundred_and_each_is_in_the_archive(keys: list[str]) -> None:
    assert len(set(HOSTILE)) >= 100
    assert len(keys) >= len(HOSTILE)


@pytest.mark.parametrize("view", ["", "/log", "/about"])
def test_a_hostile_report_is_only_words(client: TestClient, keys: list[str], view: str) -> None:
    wrong = {}
    for key in keys if not view else keys[::5]:
        answer = client.get(f"/reports/{key}{view}")
        assert answer.status_code == 200, key
        if found := bad_in(answer.text):
            wrong[key] = found

    assert wrong == {}


def test_so_it_is_in_every_story_and_citation(client: TestClient, keys: list[str]) -> None:
    wrong = {}
    views = ("", "/sources", "/map", "/frames", "/tolls", "/digest", "/export.html")
    for n, key in enumerate(keys):
        for path in (f"/stories/{key}{views[n % len(views)]}",) + ((f"/cite/{key}",) * (n % 2)):
            answer = client.get(path)
            assert answer.status_code in (200, 404), path
            if found := bad_in(answer.text):
                wrong[path] = found

    assert wrong == {}


@pytest.mark.parametrize(
    "path",
    ["/", "/reports", "/reports?show=open", "/search?q=Petrenko", "/search?speaker=Petrenko",
     "/incidents", "/add", "/log", "/log/entries", "/settings", "/people", "/tokens", "/searches"],
)  # fmt: skip
def test_and_in_every_list(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 200
    assert bad_in(answer.text) == []


def test_what_stands_in_an_address_is_only_words(client: TestClient) -> None:
    wrong = {}
    for each in HOSTILE:
        asked = quote(each, safe="")
        for path in (
            f"/search?q={asked}",
            f"/login?next={asked}",
            f"/reports/{asked}",
            f"/{asked}",
        ):
            answer = client.get(path)
            assert answer.status_code < 500, path
            if found := bad_in(answer.text):
                wrong[path] = found
            assert "evil.example" not in answer.headers.get("location", "")

    assert wrong == {}


def test_what_people_type_is_only_words(client: TestClient, keys: list[str]) -> None:
    for n, each in enumerate(HOSTILE):
        act = ("comment", "assign")[n % 2]
        body = {"kind": "document", "id": keys[0], "act": act, "value": each, "reason": each}
        answer = client.post(f"/reports/{keys[0]}/decisions", data=body)
        assert answer.status_code in (303, 422), answer.text
    client.post("/settings", data={"part": "project", "name": HOSTILE[0]})
    client.post("/searches", data={"name": HOSTILE[16], "q": HOSTILE[16]})
    client.post("/tokens", data={"name": HOSTILE[26], "scope": "read", "days": "1"})
    for path in (f"/reports/{keys[0]}", f"/reports/{keys[0]}/log", "/log", "/settings", "/tokens",
                 "/searches", "/", f"/reports/{keys[0]}/about"):  # fmt: skip
        assert bad_in(client.get(path).text) == [], path


def test_a_job_names_hostile_files_as_words(client: TestClient) -> None:
    files = [("files", (f"{each}.png", b"\x89PNG", "image/png")) for each in HOSTILE[:40]]
    answer = client.post("/add", files=files)
    assert answer.status_code == 303

    assert bad_in(client.get(answer.headers["location"]).text) == []
    assert bad_in(client.get("/add").text) == []
