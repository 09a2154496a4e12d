"""Fetching: what is refused at the moment of connecting, limits, redirects, and what comes back."""

from __future__ import annotations

import gzip
import ssl
import subprocess
import sys
import time
import zlib
from http.server import BaseHTTPRequestHandler

import pytest
from servers import moves, says, site

from dateline.core.errors import IngestError, Unreachable, UnsupportedMedia
from dateline.ingest.fetch import Limits, fetch, permitted_endpoint

HOSTILE = [
    "http://127.0.0.1:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://0x7f.0.0.1:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://017700000001:{port}/",
    "http://127.1:{port}/",
    "http://127.0.1:{port}/",
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://2130706433.:{port}/",
    "http://①②⑦.⓪.⓪.①:{port}/",
    "http://127。0。0。1:{port}/",
    "http://localhost:{port}/",
    "http://localhost.:{port}/",
    "http://LOCALHOST:{port}/",
    "http://inside.example:{port}/",
    "http://mixed.example:{port}/",
    "http://six.example:{port}/",
    "http://[::1]:{port}/",
    "http://[::]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://example.org@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}#@example.org/",
    "http://example.org\\@127.0.0.1:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
]
NAMES = {
    "localhost": ["127.0.0.1", "::1"],
    "inside.example": ["127.0.0.1"],
    "mixed.example": ["93.184.216.34", "127.0.0.1"],
    "six.example": ["::ffff:127.0.0.1"],
}


def names(host: str, port: int) -> list[str]:
    """Names as an enemy's own name server gives them."""
    if host not in NAMES:
        raise OSError(host)
    return NAMES[host]


@pytest.mark.parametrize("form", HOSTILE)
def test_no_form_of_address_leads_inside(form: str) -> None:
    with site({"/": says("secret")}) as inside:
        limits = Limits(names=names)
        with pytest.raises(IngestError, match="refused"):
            fetch(form.format(port=inside.port), limits=limits)
        with pytest.raises(IngestError, match="refused"):
            fetch(form.format(port=80), limits=limits)

    assert inside.asked == []


@pytest.mark.parametrize("form", HOSTILE)
def test_no_redirect_leads_inside(form: str) -> None:
    with site({"/": says("secret")}) as inside:
        to = form.format(port=inside.port)
        with site({"/": moves(to)}) as outside, pytest.raises(IngestError, match="refused"):
            fetch(outside.url, limits=outside.limits(names=names))

    assert inside.asked == []


def test_a_name_is_asked_for_once_and_the_number_that_was_judged_is_connected_to() -> None:
    """DNS rebinding: a name that is public when it is judged and loopback a moment later."""
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])

    with site({"/": says("judged")}) as there:
        limits = there.limits(names=lambda host, port: next(answers))
        got = fetch(f"http://rebind.example:{there.port}/", limits=limits)

    assert got.content == b"judged"
    assert next(answers) == ["127.0.0.2"]


def test_a_permitted_endpoint_permits_no_other_port_and_no_other_host() -> None:
    with site({"/": says("secret")}) as inside, site({"/": says("open")}) as permitted:
        assert fetch(permitted.url, limits=permitted.limits()).content == b"open"
        with pytest.raises(IngestError, match="refused"):
            fetch(inside.url, limits=permitted.limits())
        with pytest.raises(IngestError, match="refused"):
            fetch(f"http://127.0.0.2:{permitted.port}/", limits=permitted.limits())

    assert inside.asked == []


def test_a_name_keeps_its_host_header_though_a_number_is_connected_to() -> None:
    with site({"/a?b=1": says("hello", Content_Type="text/plain", ETag='"x"')}) as there:
        limits = there.limits(names=lambda host, port: ["127.0.0.1"])
        got = fetch(f"http://news.example:{there.port}/a?b=1#c", limits=limits)

    assert there.headers[0]["Host"] == f"news.example:{there.port}"
    assert there.headers[0]["User-Agent"].startswith("dateline/")
    assert (got.content, got.media_type, got.etag) == (b"hello", "text/plain", '"x"')


def test_redirects_are_followed_and_the_address_that_answered_is_kept() -> None:
    pages = {"/old": moves("/new", 301), "/new": moves("new2", 308), "/new2": says("here")}
    with site(pages) as there:
        got = fetch(f"{there.url}/old", limits=there.limits())

    assert (got.url, got.final_url) == (f"{there.url}/old", f"{there.url}/new2")
    assert got.moved_for_good


def test_a_redirect_in_a_circle_ends() -> None:
    with site({"/": moves("/")}) as there, pytest.raises(IngestError, match="redirects"):
        fetch(there.url, limits=there.limits())

    assert len(there.asked) == 6


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("identity", bytes),
    ],
)
def test_what_a_server_packs_is_unpacked(encoding: str, pack: object) -> None:
    body = "Новини ".encode() * 50_000
    with site({"/": says(pack(body), Content_Encoding=encoding)}) as there:  # type: ignore[operator]
        assert fetch(there.url, limits=there.limits()).content == body


def test_a_bomb_is_refused_while_it_unpacks() -> None:
    bomb = gzip.compress(bytes(1 << 20)) * 64
    with (
        site({"/": says(bomb, Content_Encoding="gzip")}) as there,
        pytest.raises(UnsupportedMedia, match="larger than 16 MiB"),
    ):
        fetch(there.url, limits=there.limits())


@pytest.mark.parametrize(
    ("body", "headers", "kind", "words"),
    [
        (b"x" * 2000, {}, UnsupportedMedia, "larger"),
        (b"", {"Content_Length": "99999999999"}, UnsupportedMedia, "larger"),
        (b"abc", {"Content_Encoding": "br"}, UnsupportedMedia, "packed as 'br'"),
        (gzip.compress(b"abc" * 99)[:-9], {"Content_Encoding": "gzip"}, UnsupportedMedia, "cut"),
        (b"not gzip", {"Content_Encoding": "gzip"}, UnsupportedMedia, "broken"),
        (b"short", {"Content_Length": "50"}, Unreachable, "cut off|incomplete|IncompleteRead"),
    ],
)
def test_what_is_too_large_or_broken_is_refused(
    body: bytes, headers: dict[str, str], kind: type[Exception], words: str
) -> None:
    with site({"/": says(body, **headers)}) as there, pytest.raises(kind, match=words):
        fetch(there.url, limits=there.limits(most=1000))


def test_a_server_that_drips_its_bytes_is_cut_off_in_time() -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
        try:
            for _ in range(100):
                handler.wfile.write(b"X-More: 1\r\n")
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    began = time.monotonic()
    with site({"/": drip}) as there, pytest.raises(Unreachable, match="too long"):
        fetch(there.url, limits=there.limits(seconds=0.4))

    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("status", "kind"), [(404, IngestError), (403, IngestError), (503, Unreachable)]
)
def test_a_server_that_says_no_is_told_apart_from_one_that_says_later(
    status: int, kind: type[IngestError]
) -> None:
    with (
        site({"/": says("", status=status, Retry_After="120")}) as there,
        pytest.raises(IngestError, match=str(status)) as caught,
    ):
        fetch(there.url, limits=there.limits())

    assert type(caught.value) is kind
    assert not isinstance(caught.value, Unreachable) or caught.value.wait == 120


def test_what_has_not_changed_is_not_sent_again() -> None:
    with site({"/": says(b"", status=304)}) as there:
        got = fetch(there.url, limits=there.limits(), known={"If-None-Match": '"x"'})

    assert there.headers[0]["If-None-Match"] == '"x"'
    assert (got.status, got.content) == (304, b"")


def test_a_server_without_a_known_certificate_is_not_believed() -> None:
    with site({"/": says("secret")}) as there, pytest.raises(Unreachable):
        fetch(there.url.replace("http:", "https:"), limits=there.limits())

    assert there.asked == []
    assert ssl.create_default_context().check_hostname


def test_an_unknown_name_may_be_known_later() -> None:
    with pytest.raises(Unreachable, match="no such host"):
        fetch("http://nobody.example/", limits=Limits(names=names))


@pytest.mark.parametrize("text", ["localhost:80", "127.0.0.1", "127.0.0.1:0", "[::1]:x"])
def test_only_a_number_with_a_port_can_be_permitted(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        permitted_endpoint(text)


def test_a_number_with_its_port_can_be_permitted() -> None:
    assert permitted_endpoint("127.0.0.1:8080") == ("127.0.0.1", 8080)
    assert permitted_endpoint("[::1]:80") == ("::1", 80)


def test_nothing_in_the_environment_opens_the_way_inside() -> None:
    with site({"/": says("secret")}) as inside:
        script = f"from dateline.ingest.fetch import fetch; fetch({inside.url!r})"
        env = {"http_proxy": inside.url, "HTTP_PROXY": inside.url, "no_proxy": "*"}
        done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True)

    assert "refused" in done.stderr.decode()
    assert inside.asked == []
