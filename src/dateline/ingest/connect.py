"""
A connection to the very address that was checked, for so long and no longer.

A name is resolved once, everything that it resolves to is judged, and the socket is opened to the
number that was judged: what the name means a moment later (DNS rebinding) changes nothing.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection

from dateline.core.errors import IngestError, Unreachable
from dateline.ingest.addresses import IP, Target, why_inside

Endpoint = tuple[str, int]
Resolve = Callable[[str, int], list[str]]
_SILENCE = 15.0
"""Seconds without a byte after which a server is given up."""
_TRIED = 4


def resolve(host: str, port: int) -> list[str]:
    """
    Every number that the system has for a name, in its order, each once.

    Raises:
        OSError: there is none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def allowed(target: Target, names: Resolve, permitted: frozenset[Endpoint]) -> list[IP]:
    """
    The numbers to connect to.

    Raises:
        IngestError: one of them leads inside, whatever the others do.
        Unreachable: the name is unknown.
    """
    if (ip := target.ip) is not None:
        numbers = [ip]
    else:
        try:
            numbers = [ip_address(number) for number in names(target.host, target.port)]
        except (OSError, UnicodeError) as error:
            raise Unreachable(f"no such host: {target.host}") from error
        except ValueError as error:
            raise IngestError(f"refused: {target.host}: {error}") from error
    if not numbers:
        raise Unreachable(f"no such host: {target.host}")
    for number in numbers:
        why = why_inside(number)
        if why and (str(number), target.port) not in permitted:
            named = "" if target.ip else f" is {number}"
            raise IngestError(f"refused: {target.host}{named}: {why}")
    return numbers


class _Plain(HTTPConnection):
    given: socket.socket

    def _new_conn(self) -> socket.socket:
        return self.given


class _Secure(HTTPSConnection):
    given: socket.socket

    def _new_conn(self) -> socket.socket:
        return self.given


@contextmanager
def connected(target: Target, numbers: list[IP], *, until: float) -> Iterator[Any]:
    """
    A urllib3 connection to the first of `numbers` that answers, closed at the end.

    At `until` (of `time.monotonic`) it is cut, however slowly the server drips its bytes.

    Raises:
        Unreachable: none answers.
    """
    opened = _opened(target, numbers, until=until)
    # TLS takes the socket over; a second handle on the connection is what the clock can cut.
    handle = opened.dup()
    clock = threading.Timer(max(0.0, until - time.monotonic()), _cut, (handle,))
    clock.daemon = True
    clock.start()
    connection = _connection(target, opened)
    try:
        yield connection
    finally:
        clock.cancel()
        connection.close()
        opened.close()
        handle.close()


def _connection(target: Target, opened: socket.socket) -> Any:
    if target.scheme == "https":
        import certifi

        secure = _Secure(
            target.host,
            target.port,
            timeout=_SILENCE,
            cert_reqs="CERT_REQUIRED",
            ca_certs=certifi.where(),
        )
        secure.given = opened
        return secure
    plain = _Plain(target.host, target.port, timeout=_SILENCE)
    plain.given = opened
    return plain


def _opened(target: Target, numbers: list[IP], *, until: float) -> socket.socket:
    why = "no address"
    for number in numbers[:_TRIED]:
        left = min(_SILENCE, until - time.monotonic())
        if left <= 0:
            break
        try:
            opened = socket.create_connection((str(number), target.port), timeout=left)
        except OSError as error:
            why = error.strerror or str(error)
        else:
            opened.settimeout(_SILENCE)
            return opened
    raise Unreachable(f"{target.host} does not answer: {why.lower()}")


def _cut(handle: socket.socket) -> None:
    with suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)
