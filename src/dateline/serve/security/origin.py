"""
Which requests are taken at all: to a name of ours, from our own pages, of a bearable size.

A write must come from a page of this origin (Sec-Fetch-Site, or Origin where a browser does not
send that) unless it carries a token: a browser adds cookies to what other pages send, a token it
does not.
"""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
UPLOAD = 64 << 20
"""Bytes of a request that adds reports."""
LARGEST = 1 << 20
"""Bytes of any other request."""
_LONGEST = 8_000
"""Letters of an address with its query."""


def host_of(header: str) -> str:
    """The name in a Host header, without port, brackets and case; '' where it is none."""
    try:
        parts = urlsplit(f"//{header.strip()}")
        told = (parts.hostname or "").rstrip("."), parts.port, parts.username
    except ValueError:
        return ""
    return told[0] if told[2] is None else ""


def is_own(headers: Headers, scheme: str) -> bool:
    """Whether a write comes from a page of this origin."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin", "")
    return bool(origin) and origin.lower() == f"{scheme}://{headers.get('host', '')}".lower()


class Gate:
    """Refuses what should not reach a route, with a sentence in plain text."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is in order."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused is not None:
            status, why = refused
            await PlainTextResponse(why, status)(scope, receive, send)
            return
        await _Measured(self.app, most_of(scope["path"])).run(scope, receive, send)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) != 1 or host_of(headers["host"]) not in self.hosts:
            return 421, "Not a name of this workbench: start it with --allow-host NAME."
        if len(scope["raw_path"]) + len(scope["query_string"]) > _LONGEST:
            return 414, "The address is too long."
        if "\x00" in scope["path"] or b"%00" in scope["query_string"]:
            return 400, "The address holds a NUL."
        bearer = headers.get("authorization", "").lower().startswith("bearer ")
        if scope["method"] not in _SAFE and not bearer and not is_own(headers, scope["scheme"]):
            return 403, "A change must come from a page of this workbench, or carry a token."
        stated = headers.get("content-length", "0")
        if not stated.isdigit() or int(stated) > most_of(scope["path"]):
            return 413, f"Larger than {most_of(scope['path']) >> 20} MiB."
        return None


def most_of(path: str) -> int:
    """Bytes that a request to this path may have."""
    return UPLOAD if path in {"/add", "/add/", "/api/v1/documents"} else LARGEST


class _TooLarge(Exception):
    """More came than was stated or is allowed."""


class _Measured:
    """One request whose body is counted as it comes, since a client may not state its size."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most
        self.size = 0
        self.refused = False

    async def run(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; whatever is answered to a body that was too large, 413 is sent."""

        async def counted() -> Message:
            message = await receive()
            self.size += len(message.get("body", b""))
            if self.size > self.most:
                self.refused = True
                raise _TooLarge
            return message

        async def sent(message: Message) -> None:
            if not self.refused:
                await send(message)

        with suppress(_TooLarge):
            await self.app(scope, counted, sent)
        if self.refused:
            await PlainTextResponse(f"Larger than {self.most >> 20} MiB.", 413)(
                scope, receive, send
            )
