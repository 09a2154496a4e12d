"""`dateline story`: an incident or document in order of time; who denies what, from how many."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from dateline.cli.archived import day, look, put_json, put_lines
from dateline.cli.terminal import complain
from dateline.core.event import Agreement, Answers, Contradicts, Copies, Corrected, Link
from dateline.present.cells import shortened
from dateline.present.columns import columns
from dateline.present.words import STATUS
from dateline.store.links import unlinked
from dateline.store.open import open_archive
from dateline.store.story import Said, Story, story


def run(options: Namespace) -> int:
    """0; raises UsageError where nothing in the archive is called so."""
    with open_archive(options.archive) as archive, archive.reading() as connection:
        told = story(connection, options.id)
        waiting = unlinked(connection)
    if options.format == "json":
        put_json(told)
    else:
        put_lines(_lines(told))
    if waiting:
        complain(f"{waiting:,} documents are not linked yet: `dateline incidents --relink`")
    return 0


def _lines(told: Story) -> Iterator[str]:
    yield look().paint("bold", _head(told))
    yield ""
    yield from _reports(told)
    if told.claims:
        yield ""
        yield from _claims(told.claims)
    together = list(_together(told))
    if together:
        yield ""
        yield look().paint("bold", "HOW THEY STAND TOGETHER")
        yield from together
    for event in told.events:
        yield f"  reports {event.id}: {event.kind}, {event.place_name or 'no place'}"


def _head(told: Story) -> str:
    if told.event is None:
        return f"{told.id}: {len(told.reports)} reports"
    event = told.event
    when = event.earliest or "no date"
    if event.latest and event.latest != event.earliest:
        when += f"/{event.latest}"
    number = f"{len(told.reports)} reports from {len(told.origins)} origins"
    return f"{event.kind}, {event.place_name or 'no place'}, {when}: {number}"


def _reports(told: Story) -> Iterator[str]:
    origin = {key: n for n, each in enumerate(told.origins, 1) for key in each.documents}
    rows = [
        (
            day(report.published),
            report.id,
            f"origin {origin[report.id]}" if report.id in origin else f"version {report.version}",
            report.outlet or "",
            (report.title or report.lead) + (" (first to appear)" if report.first else ""),
        )
        for report in told.reports
    ]
    yield from columns(("published", "document", "", "outlet", "report"), rows, look())


def _claims(claims: Sequence[Said]) -> Iterator[str]:
    rows = [
        (
            claim.happened or claim.earliest or "",
            claim.place or "",
            claim.speaker or "the report itself",
            STATUS.get(claim.status, claim.status),
            claim.document,
            claim.words,
        )
        for claim in claims
    ]
    head = ("happened", "place", "who says it", "put as", "document", "words")
    yield from columns(head, rows, look())


def _together(told: Story) -> Iterator[str]:
    words = {claim.id: shortened(claim.words, 70) for claim in told.claims}
    for link in told.links:
        if line := _link(link, words):
            yield line


def _link(link: Link | Corrected, words: dict[str, str]) -> str:
    if isinstance(link, Copies):
        share = f"{link.share_of_a:.0%} of {link.a}, {link.share_of_b:.0%} of {link.b}"
        reason = f" ({link.direction.value}: {link.reason})" if link.reason else ""
        return f"  {link.label.value} {link.kind.value if link.kind else ''}: {share}{reason}"
    if isinstance(link, Answers):
        a, b = link.a.claim, link.b.claim
        return f"  {link.act}: “{words.get(a, a)}” answers “{words.get(b, b)}”"
    if isinstance(link, Contradicts):
        what = "updated" if link.update else "contradicts"
        return f"  {what}: {_slots(link.differ)} ({link.a.document}, {link.b.document})"
    return ""


def _slots(differ: Sequence[Agreement]) -> str:
    return "; ".join(f"{each.slot.value}: “{each.a}” against “{each.b}”" for each in differ)
