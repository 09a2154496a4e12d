"""One kept report as its page shows it: article, cards, findings, and where the work stands."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import Any

from dateline.core.kept import Kept
from dateline.core.record import Pair, Record
from dateline.present.marks import Marked, Piece, marked
from dateline.serve.review.overlay import Overlay
from dateline.serve.view.cards import Card, Cards, Say


class ReportView:
    """Everything the template of a report asks for."""

    FULL = 60
    """Cards that tell their reasons at once; those of longer reports when they are chosen."""

    def __init__(
        self,
        kept: Kept,
        decided: Overlay,
        *,
        lang: str,
        say: Say,
        incidents: tuple[str, ...] = (),
        versions: tuple[str, ...] = (),
    ) -> None:
        self.kept = kept
        self.decided = decided
        self.incidents = incidents
        self.versions = versions
        self._cards = Cards(kept.record, decided.claims, lang=lang, say=say)

    @property
    def record(self) -> Record:
        return self.kept.record

    @property
    def key(self) -> str:
        return self.kept.key

    @property
    def name(self) -> str:
        """What the caller called it, else its key."""
        return self.kept.given or self.kept.key

    @property
    def title(self) -> str:
        """The headline, else the first words."""
        text = self.record.document.text.strip()
        return self.record.document.title or text.split("\n")[0][:120] or self.name

    @property
    def address(self) -> str | None:
        """Where it was published, where that is an address of the web."""
        url = self.record.document.url or self.kept.address or ""
        return url if url.lower().startswith(("https://", "http://")) else None

    @cached_property
    def blocks(self) -> tuple[Marked, ...]:
        return marked(self.record)

    @property
    def sections(self) -> list[tuple[bool, list[Marked]]]:
        """Blocks in text order; furniture that stands together is told apart as one."""
        runs = groupby(self.blocks, key=lambda block: block.role == "furniture")
        return [(furniture, list(same)) for furniture, same in runs]

    @property
    def has_headline(self) -> bool:
        """Whether the article begins with its headline, so that the page need not say it twice."""
        return any(block.role == "headline" for block in self.record.document.blocks)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return self._cards.all()

    def card(self, ident: str) -> Card | None:
        """The card of one claim."""
        return self._cards.one(ident)

    def number(self, ident: str | None) -> int:
        """The number of a claim on the page; 0 where there is none."""
        return self._cards.number(ident)

    def words(self, pair: Pair) -> str:
        """The words at `pair`, exactly as published."""
        return self.record.document.text[pair[0] : pair[1]]

    @property
    def done(self) -> int:
        """How many claims somebody has decided on."""
        return sum(card.state != "open" for card in self.cards)

    @property
    def percent(self) -> int:
        return round(100 * self.done / len(self.cards)) if self.cards else 0

    @cached_property
    def private(self) -> frozenset[int]:
        """The numbers of claims whose speaker is a private person."""
        return frozenset(card.n for card in self.cards if card.private)

    def veiled(self, piece: Piece) -> bool:
        """Whether the words name a private person."""
        return bool(self.private) and piece.text in self._private_words

    @cached_property
    def _private_words(self) -> frozenset[str]:
        claims = (self.record.claims[n - 1] for n in self.private)
        return frozenset(self.words(pair) for claim in claims for pair in claim.source)

    @property
    def graphic(self) -> bool:
        """Whether somebody flagged its words as graphic."""
        return bool(self.decided.document and self.decided.document.graphic)

    @property
    def signoffs(self) -> tuple[Any, ...]:
        return tuple(self.decided.document.signoffs) if self.decided.document else ()

    @property
    def rating(self) -> dict[str, str]:
        """How people rate source and information (the Admiralty code)."""
        return self.decided.document.rating if self.decided.document else {}

    @property
    def comments(self) -> tuple[Any, ...]:
        return tuple(self.decided.document.comments) if self.decided.document else ()

    @property
    def assignee(self) -> str | None:
        return self.decided.document.assignee if self.decided.document else None

    @property
    def earlier(self) -> tuple[Any, ...]:
        return self.decided.earlier

    @property
    def last(self) -> int:
        return self.decided.last
