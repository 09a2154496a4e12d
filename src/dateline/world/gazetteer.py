"""
Every place that the packs know: by name, by id, and what each lies in.

One gazetteer is opened from all packs. Which of several places a text means is not its business.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from dateline.core.place import Box, PlaceKind
from dateline.world.fold import fold
from dateline.world.index import ALTERNATE, Index, Row, weight_of
from dateline.world.packs import pack_files
from dateline.world.romanise import loose

_ISO = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_FURTHEST = 6
"""No place lies in more than this many others that are known."""


class Place(Struct, frozen=True, kw_only=True):
    """
    A place of the gazetteer. Degrees are WGS84; an area's point lies inside it.

    `within` are the ids of what it lies in, smallest first; `iso` is the ISO 3166-2 code of itself
    or of the first-order division it lies in, None where there is none or it is not known.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str
    lat: float
    lon: float
    population: int = 0
    rank: int = 0
    box: Box | None = None
    within: tuple[str, ...] = ()
    iso: str | None = None

    @property
    def weight(self) -> int:
        """How well known it is, in people: a capital counts for more than it holds."""
        return weight_of(self.rank, self.population)


class Gazetteer:
    """All packs together; the later pack wins where two know one id."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        self._packs = tuple(Index(file) for file in files)

    def __len__(self) -> int:
        return sum(map(len, self._packs))

    def bits(self, folded: str) -> int:
        """PREFIX, ORDINARY and PERSON of a folded name; -1 where no name begins with it."""
        return _bits(self, folded)

    def find(self, folded: str) -> tuple[tuple[str, bool], ...]:
        """(id, whether the name is not its first) of every place so called, best known first."""
        return _found(self, folded)

    def look(self, name: str) -> tuple[Place, ...]:
        """The places with this name in any spelling that is known, best known first."""
        folded = fold(name)
        found = self.find(folded) or self.find(loose(folded))
        idents = dict.fromkeys(ident for ident, _ in found)  # a place of two packs stands once
        return tuple(place for ident in idents if (place := self.place(ident)))

    def place(self, ident: str) -> Place | None:
        """The place with this id."""
        return _place(self, ident)

    def _merged(self, folded: str) -> int:
        known = [bits for pack in self._packs if (bits := pack.bits(folded)) >= 0]
        merged = 0
        for bits in known:
            merged |= bits
        return merged if known else -1

    def _search(self, folded: str) -> tuple[tuple[str, bool], ...]:
        found: list[tuple[bool, int, str]] = []
        for pack in self._packs:
            for number, bits in pack.find(folded):
                row = pack.row(number)
                other = bool(bits & ALTERNATE)
                found.append((other, -weight_of(row.rank, row.population), row.id))
        return tuple((ident, other) for other, _, ident in sorted(found))

    def _row(self, ident: str) -> tuple[Row, Index] | None:
        for pack in reversed(self._packs):
            found = pack.find(f"#{ident}")
            if found:
                return pack.row(found[0][0]), pack
        return None

    def _build(self, ident: str) -> Place | None:
        found = self._row(ident)
        if found is None:
            return None
        row, pack = found
        within = self._within(row, pack)
        return Place(
            id=row.id, name=row.name, kind=row.kind, country=row.country, lat=row.lat,
            lon=row.lon, population=row.population, rank=row.rank, box=row.box, within=within,
            iso=next((i for i in (row.id, *within) if _ISO.fullmatch(i)), None),
        )  # fmt: skip

    def _holder(self, row: Row, pack: Index) -> tuple[Row, Index] | None:
        """What the place lies in, in its own pack or in another."""
        if row.parent is not None:
            return pack.row(row.parent), pack
        return self._row(row.above) if row.above else None

    def _within(self, row: Row, pack: Index) -> tuple[str, ...]:
        chain: list[str] = []
        at = self._holder(row, pack)
        while at is not None and len(chain) < _FURTHEST:
            chain.append(at[0].id)
            at = self._holder(at[0], at[1])
        if row.country and row.country not in (row.id, *chain):
            chain.append(row.country)
        return tuple(chain)


@lru_cache(maxsize=65536)
def _bits(gazetteer: Gazetteer, folded: str) -> int:
    return gazetteer._merged(folded)


@lru_cache(maxsize=16384)
def _found(gazetteer: Gazetteer, folded: str) -> tuple[tuple[str, bool], ...]:
    return gazetteer._search(folded)


@lru_cache(maxsize=16384)
def _place(gazetteer: Gazetteer, ident: str) -> Place | None:
    return gazetteer._build(ident)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this installation: the shipped packs, then those a user has added."""
    return Gazetteer(pack_files())
