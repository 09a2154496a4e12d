"""Which addresses are asked: the table is the specification."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.errors import IngestError
from dateline.ingest.addresses import is_address, target, why_inside

HIDDEN = [
    "http://2130706433/",
    "http://0x7f000001/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://0x7f.0x0.0x0.0x1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://0/",
    "http://127.0.0.1../",
    "http://127.0.0.01/",
    "http://999.1.1.1/",
    "http://1.1.1.1.1/",
    "http://①②⑦.①/",
    "http://example.org@127.0.0.1/",
    "http://user:secret@example.org/",
    "http://example.org\\@127.0.0.1/",
    "http://127.0.0.1%2f@example.org/",
    "http://example%2eorg/",
    "http://[fe80::1%25eth0]/",
    "http://[::1/",
    "http:///etc/passwd",
    "http://example.org:22/",
    "http://example.org:6379/",
    "http://example.org:99999/",
    "http://exa mple.org/",
    "http://example.org/\r\nHost: inside",
    "http://-bad.example/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "ftp://example.org/",
    "//example.org/",
    "javascript:alert(1)",
    f"http://example.org/{'a' * 5000}",
]


@pytest.mark.parametrize("url", HIDDEN)
def test_an_address_that_hides_where_it_leads_is_refused(url: str) -> None:
    with pytest.raises(IngestError, match="refused"):
        target(url)


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        ("http://example.org", "example.org", 80, "/"),
        ("HTTPS://Example.ORG./news?id=1#top", "example.org", 443, "/news?id=1"),
        ("https://example.org:8443/a b"[:-2], "example.org", 8443, "/a"),
        ("https://приклад.укр/новини", "xn--80aikifvh.xn--j1amh", 443, None),
        ("http://1.1.1.1/", "1.1.1.1", 80, "/"),
        ("http://[2606:4700:4700::1111]/", "2606:4700:4700::1111", 80, "/"),
        ("https://example.org/a%20b/?q=%D0%B0", "example.org", 443, "/a%20b/?q=%D0%B0"),
    ],
)
def test_an_address_of_the_web_is_taken_apart(
    url: str, host: str, port: int, path: str | None
) -> None:
    made = target(url)

    assert (made.host, made.port) == (host, port)
    assert path is None or made.path == path
    assert made.path.isascii()


INSIDE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.8",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "192.88.99.1",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "3fff::1",
    "100::1",
    "2606:4700::5efe:7f00:1",
    "2606:4700::200:5efe:7f00:1",
]


@pytest.mark.parametrize("number", INSIDE)
def test_a_number_that_is_no_public_host_has_a_reason(number: str) -> None:
    assert why_inside(ip_address(number))


@pytest.mark.parametrize(
    "number", ["1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450::1"]
)
def test_a_public_host_may_be_asked(number: str) -> None:
    assert why_inside(ip_address(number)) is None


@given(st.ip_addresses())
def test_nothing_that_python_calls_private_is_ever_asked(ip: object) -> None:
    number = ip_address(str(ip))

    assert number.is_global or why_inside(number)


@given(st.text(max_size=60))
def test_any_words_give_a_target_or_a_refusal(words: str) -> None:
    try:
        made = target("http://" + words)
    except IngestError:
        return

    assert made.path.isascii() and made.host.isascii() and "\n" not in made.url


def test_the_name_of_a_file_is_no_address() -> None:
    names = ["report.html", "http/report.html", "https:/x", "C:\\http", "-"]

    assert [name for name in names if is_address(name)] == []
    assert is_address("https://example.org") and is_address("HTTP://x")
