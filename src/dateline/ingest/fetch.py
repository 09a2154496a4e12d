"""
Bytes from the web, fetched so that nobody who writes an address can lead the fetcher inside.

Every address is judged before it is asked, each redirect again; size and time have limits. What
the bytes mean is the business of those who take them apart.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from email.utils import parsedate_to_datetime
from typing import Any

from msgspec import Struct
from urllib3.exceptions import HTTPError

from dateline.core.errors import IngestError, Unreachable, UnsupportedMedia
from dateline.ingest.addresses import Target, target
from dateline.ingest.connect import Endpoint, Resolve, allowed, connected, resolve
from dateline.ingest.files import MAX_BYTES
from dateline.ingest.pieces import tool
from dateline.ingest.unpack import unpacked

AGENT = tool("/")
"""How dateline names itself; in robots.txt it is `dateline`."""
MAX_SECONDS = 60.0
"""For one address, its redirects among it."""
_MOST_REDIRECTS = 5
_CHUNK = 64 * 1024
_MOVED = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_ASK = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/feed+json, text/plain;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


class Fetched(Struct, frozen=True, kw_only=True):
    """What answered. `content` is unpacked, and empty where nothing has changed (status 304)."""

    url: str
    final_url: str
    status: int
    content: bytes
    media_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_for_good: bool = False
    """Every redirect on the way was permanent, and there was one."""


class Limits(Struct, frozen=True, kw_only=True):
    """
    How much, how long, and which endpoints inside may be asked: none, unless a person names them.

    `permitted` holds (IP, port) pairs; nothing reads it from the environment. `names` resolves.
    """

    most: int = MAX_BYTES
    seconds: float = MAX_SECONDS
    permitted: frozenset[Endpoint] = frozenset()
    names: Resolve = resolve


def permitted_endpoint(text: str) -> Endpoint:
    """
    `127.0.0.1:8080` as an endpoint for `Limits.permitted`.

    Raises:
        ValueError: it is no IP address with a port.
    """
    from ipaddress import ip_address

    host, _, port = text.rpartition(":")
    number = int(port)
    if not 0 < number < 1 << 16:
        raise ValueError(text)
    return str(ip_address(host.strip("[]"))), number


def fetch(
    url: str, *, limits: Limits | None = None, known: Mapping[str, str] | None = None
) -> Fetched:
    """
    What stands at `url`; `known` are headers that ask for changes alone (`If-None-Match`).

    Raises:
        Unreachable: try again later.
        IngestError: the address is refused, or nothing stands there.
        UnsupportedMedia: it is too large, or packed so that it would be.
    """
    rules = limits or Limits()
    until = time.monotonic() + rules.seconds
    aim = _aimed(url, rules, base=None)
    for_good: list[bool] = []
    for _ in range(_MOST_REDIRECTS + 1):
        answer = _asked(aim, rules, known or {}, until=until)
        if not isinstance(answer, _Moved):
            gone = bool(for_good) and all(for_good)
            return _fetched(answer, url=url, final=aim.url, moved_for_good=gone)
        for_good.append(answer.status in (301, 308))
        aim = _aimed(answer.to, rules, base=aim)
    raise IngestError(f"refused: more than {_MOST_REDIRECTS} redirects")


class _Moved(Struct, frozen=True):
    status: int
    to: str


class _Answer(Struct, frozen=True):
    status: int
    headers: Mapping[str, str]
    content: bytes


def _aimed(url: str, rules: Limits, *, base: Target | None) -> Target:
    ports = {port for _, port in rules.permitted}
    aim = target(url, base=base, any_port=bool(ports))
    if ports and aim.port not in ports:
        return target(url, base=base)
    return aim


def _asked(
    aim: Target, rules: Limits, known: Mapping[str, str], *, until: float
) -> _Answer | _Moved:
    numbers = allowed(aim, rules.names, rules.permitted)
    try:
        with connected(aim, numbers, until=until) as connection:
            headers = {"Host": aim.authority, **_ASK, **known}
            connection.request(
                "GET", aim.path, headers=headers, preload_content=False, decode_content=False
            )
            with closing(connection.getresponse()) as response:
                return _answered(response, rules, until=until)
    except (HTTPError, OSError, ValueError) as error:
        raise Unreachable(f"{aim.host}: {_reason(error, until)}") from error


def _answered(response: Any, rules: Limits, *, until: float) -> _Answer | _Moved:
    status, headers = int(response.status), response.headers
    if status in _MOVED and headers.get("Location"):
        return _Moved(status, _location(headers["Location"]))
    if status == 304:
        return _Answer(status, headers, b"")
    if status in _LATER:
        raise Unreachable(f"the server answered {status}", _wait(headers.get("Retry-After")))
    if status != 200:
        raise IngestError(f"the server answered {status}: want the address of a report")
    stated = headers.get("Content-Length", "")
    if stated.isdigit() and int(stated) > rules.most:
        raise UnsupportedMedia(f"larger than {rules.most >> 20} MiB: want one report")
    raw = _whole(response, stated, most=rules.most, until=until)
    content = unpacked(raw, headers.get("Content-Encoding"), most=rules.most)
    return _Answer(status, headers, content)


def _whole(response: Any, stated: str, *, most: int, until: float) -> Iterator[bytes]:
    """The body as it comes; it must come whole and in time."""
    size = 0
    while chunk := response.read1(_CHUNK):
        size += len(chunk)
        if size > most:
            raise UnsupportedMedia(f"larger than {most >> 20} MiB: want one report")
        yield chunk
    if time.monotonic() >= until:
        raise TimeoutError
    if stated.isdigit() and size < int(stated):
        raise OSError("cut off before its end")


def _location(text: str) -> str:
    """Servers write the header in UTF-8, which http.client reads as Latin-1."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _wait(text: str | None) -> float:
    """Seconds from now that Retry-After asks for (RFC 9110, 10.2.3)."""
    if not text:
        return 0
    if text.strip().isdigit():
        return float(min(int(text), 7 * 86_400))
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except ValueError:
        return 0


def _reason(error: Exception, until: float) -> str:
    if time.monotonic() >= until or isinstance(error, TimeoutError):
        return "takes too long"
    return " ".join(str(error).split())[:200] or type(error).__name__


def _fetched(answer: _Answer, *, url: str, final: str, moved_for_good: bool) -> Fetched:
    headers = answer.headers
    return Fetched(
        url=url,
        final_url=final,
        status=answer.status,
        content=answer.content,
        media_type=headers.get("Content-Type"),
        etag=headers.get("ETag"),
        last_modified=headers.get("Last-Modified"),
        moved_for_good=moved_for_good,
    )
