"""
Which addresses may be asked: the web's, on the web's ports, and nothing inside any network.

Judges the words of an address and the numbers that a name resolves to. To connect is the business
of `connect`; no name is resolved here.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from msgspec import Struct

from dateline.core.errors import IngestError

IP = IPv4Address | IPv6Address
PORTS = {"http": (80, 8080), "https": (443, 8443)}
"""The first of each is the one an address without a port means."""
LONGEST = 4096
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_FORBIDDEN = re.compile(
    r"[\x00-\x20\x7f-\x9f\\\u00a0\u2000-\u200f\u2028-\u202f\u2060-\u206f\u3000]"
)
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_QUAD = re.compile(r"(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){3}")
_LONGEST_NAME = 253
_INSIDE_V6 = tuple(
    IPv6Network(net)
    for net in (
        "::/96",  # IPv4-compatible, RFC 4291
        "::ffff:0:0/96",  # IPv4-mapped, RFC 4291
        "::ffff:0:0:0/96",  # IPv4-translated, RFC 2765
        "64:ff9b::/96",  # NAT64, RFC 6052
        "64:ff9b:1::/48",  # local NAT64, RFC 8215
        "2001::/32",  # Teredo, RFC 4380
        "2001:10::/28",  # ORCHID, RFC 4843
        "2001:20::/28",  # ORCHIDv2, RFC 7343
        "2002::/16",  # 6to4, RFC 3056
        "3fff::/20",  # documentation, RFC 9637
        "5f00::/16",  # segment routing, RFC 9602
        "fec0::/10",  # site-local, RFC 3879
    )
)
"""IPv6 that leads to an IPv4 address or is no public host, beside what Python's list has."""
_GLOBAL_V6 = IPv6Network("2000::/3")
_INSIDE_V4 = tuple(
    IPv4Network(net)
    for net in ("192.0.0.0/24", "192.88.99.0/24", "192.31.196.0/24", "192.52.193.0/24")
)
"""Protocol assignments, the 6to4 relay (RFC 7526) and AS112: no host that publishes."""
_ISATAP = (0x00005EFE, 0x02005EFE)


class Target(Struct, frozen=True, kw_only=True):
    """
    Where a request goes. `host` is a name in ASCII, or the digits of an IP; lower case.

    `url` is the whole address as it will be asked for, without fragment.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str
    """Path and query, as they stand in a request line."""

    @property
    def ip(self) -> IP | None:
        """The address, where the host is one; None for a name."""
        return _ip(self.host)

    @property
    def authority(self) -> str:
        """Host and port as in a URL: the port only where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme][0] else f"{host}:{self.port}"


def is_address(words: str) -> bool:
    """Whether `words` are meant as an address of the web and not as the name of a file."""
    return bool(_SCHEME.match(words))


def target(url: str, *, base: Target | None = None, any_port: bool = False) -> Target:
    """
    Where `url` leads; `base` is what it is relative to (a redirect).

    `any_port` is for an endpoint that the caller has permitted by its number.

    Raises:
        IngestError: it is no address of the web, is written in a form that hides where it leads,
            or asks for a port that is none of the web's.
    """
    if len(url) > LONGEST or _FORBIDDEN.search(url):
        raise IngestError("refused: an address with blanks, control characters or backslashes")
    try:
        parts = urlsplit(urljoin(base.url, url) if base else url)
        port = parts.port
    except ValueError as error:
        raise IngestError(f"refused: not an address: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise IngestError(f"refused: {scheme or 'no scheme'}: want an http:// or https:// address")
    host = _host(parts)
    if port is None:
        port = PORTS[scheme][0]
    elif not any_port and port not in (80, 443, 8080, 8443):
        raise IngestError(f"refused: port {port}: want 80, 443, 8080 or 8443")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    path = f"{path}?{query}" if query else path
    made = Target(url="", scheme=scheme, host=host, port=port, path=path)
    whole = urlunsplit((scheme, made.authority, "", "", "")) + path
    return Target(url=whole, scheme=scheme, host=host, port=port, path=path)


def _host(parts: SplitResult) -> str:
    """
    The host as it will be asked for.

    Only one spelling of a number is a number here: `127.1`, `0x7f.0.0.1`, `2130706433` and
    `0177.0.0.1` are read differently by different programs, and nobody publishes under them.
    """
    if "@" in parts.netloc:
        raise IngestError("refused: an address with a user name before its host")
    if "%" in parts.netloc:
        raise IngestError("refused: a host with % in it")
    host = (parts.hostname or "").lower()
    if "[" in parts.netloc:
        return str(_numbers(host))
    name = _ascii(host)
    if name.endswith("."):
        name = name[:-1]
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        if not _QUAD.fullmatch(name):
            raise IngestError(f"refused: {host[:80]}: a host in figures, and no plain IP address")
        return str(_numbers(name))
    if len(name) > _LONGEST_NAME or not all(map(_NAME.fullmatch, labels)):
        raise IngestError(f"refused: {host[:80]!r} is no name of a host")
    return name


def _ascii(host: str) -> str:
    """IDNA: letters of any script as `xn--`, full-width figures as figures (RFC 3490)."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise IngestError(f"refused: {host[:80]!r} is no name of a host") from error


def _numbers(text: str) -> IP:
    found = _ip(text)
    if found is None:
        raise IngestError(f"refused: {text[:80]} is no IP address")
    return found


def _ip(text: str) -> IP | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def why_inside(ip: IP) -> str | None:
    """Why nothing may be asked of `ip`; None for an address that anybody on the web can reach."""
    if isinstance(ip, IPv4Address):
        inside = not ip.is_global or ip.is_multicast or ip.is_reserved
        inside = inside or any(ip in net for net in _INSIDE_V4)
        return "not on the public web" if inside else None
    if ip.scope_id is not None:
        return "an address of one network card"
    if any(ip in net for net in _INSIDE_V6) or (int(ip) >> 32) & 0xFFFFFFFF in _ISATAP:
        return "an IPv6 address that stands for another"
    if ip not in _GLOBAL_V6 or not ip.is_global or ip.is_multicast:
        return "not on the public web"
    return None
