"""
A gazetteer file: names to places, laid out so that opening it reads nothing but its head.

The file is a head in JSON and flat arrays that are mapped into memory: sorted 64-bit hashes of
folded names, postings, and records of fixed size. Its maker is `write`; which places go into it
is the business of the packs and the tools that build them.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from struct import Struct as Layout

from msgspec import Struct
from msgspec.json import decode, encode

from dateline.core.errors import DatelineError
from dateline.core.place import Box, PlaceKind

_MAGIC = b"dateline-places-2\n"
_RECORD = Layout("<BBHffIIIII")
"""kind, rank, country, latitude, longitude, population, name, id, parent + 1, box + 1."""
_BOX = Layout("<ffff")
_KINDS = tuple(PlaceKind)
PREFIX, ORDINARY, PERSON, ALTERNATE = 1, 2, 4, 1
"""Bits of a key: it begins a longer name; it is also a common word; it is also a person's name.
ALTERNATE is the bit of a posting: the name is not the place's first."""
_BITS = 7


FRONT = 1
"""The rank of a village in a raion that a front has crossed: likelier meant than its size says."""


def weight_of(rank: int, population: int) -> int:
    """How well known a place is, in people: a capital counts for more than it holds."""
    return population * 4 if rank == FRONT else rank * 20_000 + population


class BadIndex(DatelineError):
    """The file is no gazetteer file of this version."""


class Entry(Struct, frozen=True, kw_only=True):
    """
    One place, as a pack gives it.

    `names` are all it is known by, the first its own; `parent` is the id of the next larger
    place; `rank` 0 to 255 says how well known it is beside its population.
    """

    id: str
    kind: PlaceKind
    country: str
    lat: float
    lon: float
    names: tuple[str, ...]
    population: int = 0
    parent: str | None = None
    box: Box | None = None
    rank: int = 0


class Row(Struct, frozen=True):
    """One place, as the file gives it back."""

    id: str
    name: str
    kind: PlaceKind
    country: str
    lat: float
    lon: float
    population: int
    rank: int
    parent: int | None
    box: Box | None
    above: str | None = None
    """The id of what it lies in, where that is in another pack."""


def key_of(folded: str) -> int:
    """The hash that stands for a folded name; its three lowest bits are free."""
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "little") & ~_BITS


def write(
    path: Path,
    entries: Iterable[Entry],
    keys: Mapping[str, Iterable[tuple[int, int]]],
    bits: Mapping[str, int],
) -> None:
    """
    Write the file. `keys` maps a folded name to (entry number, posting bits), best first.

    `bits` holds ORDINARY and PERSON for the folded names that need them; PREFIX is added here.
    """
    rows = list(entries)
    number = {row.id: at for at, row in enumerate(rows)}
    countries = sorted({row.country for row in rows})
    words, records, boxes = bytearray(), bytearray(), bytearray()
    for row in rows:
        records += _record(row, number, countries.index(row.country), words, boxes)
    by_id = {f"#{row.id}": ((at, 0),) for at, row in enumerate(rows)}
    hashes, starts, postings = _postings({**keys, **by_id}, bits)
    parts = [hashes, starts, postings, bytes(records), bytes(boxes), bytes(words)]
    head = encode(
        {"countries": countries, "sizes": [len(part) for part in parts], **_elsewhere(rows, number)}
    )
    body = _MAGIC + len(head).to_bytes(4, "little") + head
    body += b" " * (-len(body) % 8) + b"".join(parts)
    path.write_bytes(body)


def _elsewhere(rows: list[Entry], number: Mapping[str, int]) -> dict[str, dict[str, str]]:
    """`above`: of each entry whose parent is in another pack, its number and that parent's id."""
    above = {
        str(at): row.parent
        for at, row in enumerate(rows)
        if row.parent and row.parent not in number and row.parent != row.country
    }
    return {"above": above} if above else {}


def _text(words: bytearray, text: str) -> int:
    at = len(words)
    coded = text.encode()
    words += len(coded).to_bytes(2, "little") + coded
    return at


def _record(
    row: Entry, number: Mapping[str, int], country: int, words: bytearray, boxes: bytearray
) -> bytes:
    box = 0
    if row.box is not None:
        boxes += _BOX.pack(*row.box)
        box = len(boxes) // _BOX.size
    return _RECORD.pack(
        _KINDS.index(row.kind), row.rank, country, row.lat, row.lon, row.population,
        _text(words, row.names[0]), _text(words, row.id),
        number.get(row.parent or "", -1) + 1, box,
    )  # fmt: skip


def _postings(
    keys: Mapping[str, Iterable[tuple[int, int]]], bits: Mapping[str, int]
) -> tuple[bytes, bytes, bytes]:
    found: dict[int, tuple[int, list[int]]] = {}
    for name, places in keys.items():
        extra = bits.get(name, 0)
        known, listed = found.get(key_of(name), (0, []))
        found[key_of(name)] = (known | extra, listed + [n << 1 | b for n, b in places])
        for prefix in _prefixes(name):
            known, listed = found.get(key_of(prefix), (0, []))
            found[key_of(prefix)] = (known | PREFIX, listed)
    hashes, starts, postings = bytearray(), bytearray(), bytearray()
    for key in sorted(found):
        known, listed = found[key]
        hashes += (key | known).to_bytes(8, "little")
        starts += (len(postings) // 4).to_bytes(4, "little")
        postings += b"".join(p.to_bytes(4, "little") for p in listed)
    starts += (len(postings) // 4).to_bytes(4, "little")
    return bytes(hashes), _even(starts), _even(postings)


def _prefixes(name: str) -> list[str]:
    return [name[:at] for at, letter in enumerate(name) if letter == " "]


def _even(part: bytearray) -> bytes:
    return bytes(part + b"\0" * (-len(part) % 8))


class Index:
    """An open gazetteer file. Reading is all that it does; it is never changed."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._map[: len(_MAGIC)] != _MAGIC:
            raise BadIndex(f"{path.name}: no gazetteer file of this version; build it again")
        at = len(_MAGIC) + 4
        size = int.from_bytes(self._map[at - 4 : at], "little")
        head = decode(self._map[at : at + size])
        at += size
        at += -at % 8
        view = memoryview(self._map)
        parts = []
        for length in head["sizes"]:
            parts.append(view[at : at + length])
            at += length
        self._countries: list[str] = head["countries"]
        self._above: dict[str, str] = head.get("above", {})
        self._hashes = parts[0].cast("Q")
        self._starts = parts[1].cast("I")
        self._postings = parts[2].cast("I")
        self._records, self._boxes, self._words = parts[3], parts[4], parts[5]

    def __len__(self) -> int:
        return len(self._records) // _RECORD.size

    def bits(self, folded: str) -> int:
        """PREFIX, ORDINARY and PERSON of a folded name; -1 where nothing begins with it."""
        at = self._find(folded)
        return -1 if at < 0 else self._hashes[at] & _BITS

    def find(self, folded: str) -> tuple[tuple[int, int], ...]:
        """(entry number, posting bits) of every place with this name, best first."""
        at = self._find(folded)
        if at < 0:
            return ()
        listed = self._postings[self._starts[at] : self._starts[at + 1]]
        return tuple((p >> 1, p & ALTERNATE) for p in listed)

    def row(self, number: int) -> Row:
        """The place with this number."""
        kind, rank, country, lat, lon, people, name, ident, parent, box = _RECORD.unpack_from(
            self._records, number * _RECORD.size
        )
        return Row(
            self._string(ident), self._string(name), _KINDS[kind], self._countries[country],
            round(lat, 5), round(lon, 5), people, rank, parent - 1 if parent else None,
            self._box(box), self._above.get(str(number)),
        )  # fmt: skip

    def _find(self, folded: str) -> int:
        key = key_of(folded)
        at = bisect_left(self._hashes, key)
        return at if at < len(self._hashes) and self._hashes[at] & ~_BITS == key else -1

    def _string(self, at: int) -> str:
        size = int.from_bytes(self._words[at : at + 2], "little")
        return str(self._words[at + 2 : at + 2 + size], "utf-8")

    def _box(self, number: int) -> Box | None:
        if not number:
            return None
        w, s, e, n = _BOX.unpack_from(self._boxes, (number - 1) * _BOX.size)
        return round(w, 4), round(s, 4), round(e, 4), round(n, 4)
