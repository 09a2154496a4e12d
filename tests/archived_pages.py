"""Make the smallest web archive that a test needs."""

from __future__ import annotations

PAGE = b"""<html><head><title>Bridge hit</title></head><body><article><h1>Bridge hit</h1>
<p>A bridge was hit near Sumy, the governor said on Monday.</p></article></body></html>"""


def http(body: bytes, *, media: str = "text/html", status: int = 200, extra: str = "") -> bytes:
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {media}\r\n{extra}\r\n"
    return head.encode() + body


def record(
    body: bytes,
    *,
    url: str = "https://a.example/1",
    kind: str = "response",
    media: str = "application/http; msgtype=response",
    extra: str = "",
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2025-06-09T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n{extra}"
        f"Content-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"
