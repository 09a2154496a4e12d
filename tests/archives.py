"""Make the smallest archive that a test needs: documents are put in without being read."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from records import claim, place, record, speaker

from dateline.core.capture import Capture, digest
from dateline.core.event import ClaimRef, Event
from dateline.core.record import Record
from dateline.store.links import Linked
from dateline.store.links import put as put_links
from dateline.store.open import Archive
from dateline.store.rows import Prepared, Reading, document_key, prepared
from dateline.store.verify import verify
from dateline.store.write import Maker, Written, write

MAKER = Maker(id="pipe-one", body='{"version":"1"}')
NEWER = Maker(id="pipe-two", body='{"version":"2"}')
TEXT = "The ministry said that three drones fell near Sumy."
FETCHED = "2025-06-09T08:00:00Z"


def incoming(
    text: str,
    *,
    url: str | None = None,
    maker: Maker = MAKER,
    given: str | None = None,
    **parts: Any,
) -> Prepared:
    """A document of `text` with the layers in `parts`, read by `maker`."""
    return of_record(record(text, url=url, **parts), maker=maker, given=given)


def of_record(read: Record, *, maker: Maker = MAKER, given: str | None = None) -> Prepared:
    """The same of a record that is there already; its text is what was captured."""
    content, url = read.document.text.encode(), read.document.url
    capture = Capture(
        sha256=digest(content), size=len(content), fetched=FETCHED, tool="test", url=url
    )
    named = replace(read, id=document_key(capture.sha256, url))
    reading = Reading(record=named, gist=b"{}", pipeline=maker.id)
    return prepared(capture, content, reading, given=given)


def put(archive: Archive, *batch: Prepared, maker: Maker = MAKER) -> list[Written]:
    """Write one batch in a session of its own."""
    with archive.session(), archive.writing() as connection:
        return write(connection, batch, maker)


def fill(archive: Archive) -> None:
    """Two documents with every kind of row, one of them read by two pipelines, and an event."""
    parts = {
        "claims": (claim(TEXT, "three drones fell", speaker=speaker("The ministry"), place=0),),
        "places": (place(TEXT, "Sumy", id="UA59", lat=50.9, lon=34.8, within=("UA-59",)),),
    }
    (first, _) = put(
        archive,
        incoming(TEXT, url="https://a.example/1", published="2025-06-08", **parts),
        incoming("Another report, of other things."),
    )
    put(archive, incoming(TEXT, url="https://a.example/1", maker=NEWER, **parts), maker=NEWER)
    ref = ClaimRef(first.key, "claim-three drones fell")
    event = Event(id="event-1", kind="strike", claims=(ref,), earliest="2025-06-08")
    with archive.session(), archive.writing() as connection:
        put_links(connection, Linked(events=(event,)))


def address(archive: Archive) -> str:
    """Where an open archive is."""
    return str(archive.path or archive.engine.url.render_as_string(hide_password=False))


def mutations(folder: Path, number: int, seed: int) -> list[str]:
    """Which of `number` random bits, each flipped alone, `verify` did not find."""
    chosen = random.Random(seed)
    sealed = sorted(path for path in folder.iterdir() if path.name != "work")
    missed = []
    for _ in range(number):
        work = folder / "work"
        work.mkdir()
        for path in sealed:
            shutil.copy(path, work)
        target = chosen.choices(sealed, [path.stat().st_size for path in sealed])[0]
        target = chosen.choice([target, *sealed])
        content = bytearray(target.read_bytes())
        at, bit = chosen.randrange(len(content)), chosen.randrange(8)
        content[at] ^= 1 << bit
        (work / target.name).write_bytes(content)
        if not verify(str(work / "archive.sqlite")).problems:
            missed.append(f"{target.name}: byte {at}, bit {bit}")
        shutil.rmtree(work)
    return missed
