"""
Claims as flat rows, for CSV and Parquet: after ACLED's columns, with precision codes of our own.

It is no ACLED data: each row is a claim that was published, not an event that was coded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dateline.core.kept import Kept
from dateline.core.record import RecordClaim, RecordPlace, RecordTime
from dateline.present.happened import counted

NOTICE = "dateline claims; not ACLED data"
COLUMNS: tuple[tuple[str, type], ...] = (
    ("dataset", str),
    ("claim_id", str),
    ("event_date", str),
    ("event_date_latest", str),
    ("year", int),
    ("dateline_time_precision", int),
    ("happened", str),
    ("plover_like_event", str),
    ("plover_like_mode", str),
    ("acled_like_event_type", str),
    ("acled_like_sub_event_type", str),
    ("actor", str),
    ("actor_side", str),
    ("recipient", str),
    ("quantities", str),
    ("killed_best", int),
    ("killed_low", int),
    ("killed_high", int),
    ("speaker", str),
    ("speaker_role", str),
    ("speaker_side", str),
    ("status", str),
    ("attribution", str),
    ("certainty", str),
    ("negated", int),
    ("country", str),
    ("admin1", str),
    ("location", str),
    ("location_id", str),
    ("latitude", float),
    ("longitude", float),
    ("dateline_geo_precision", int),
    ("geo_kind", str),
    ("source", str),
    ("source_url", str),
    ("published", str),
    ("lang", str),
    ("notes", str),
    ("document_id", str),
    ("version", int),
    ("capture_sha256", str),
    ("fetched", str),
    ("record_id", str),
    ("pipeline", str),
)
_KINDS = {"settlement": 1, "feature": 1, "hromada": 2, "raion": 2}
_WIDE = 3


def rows(kept: Iterable[Kept]) -> Iterator[dict[str, Any]]:
    """One row a claim: a value or None under each of COLUMNS, in the order of documents."""
    for each in kept:
        for claim in each.record.claims:
            yield _row(each, claim)


def _row(each: Kept, claim: RecordClaim) -> dict[str, Any]:
    doc = each.record.document
    speaker = claim.speaker
    return {
        "dataset": NOTICE,
        "claim_id": claim.id,
        **_when(each, claim),
        "happened": claim.happened,
        **_what(doc.text, claim),
        "speaker": speaker.name if speaker else None,
        "speaker_role": speaker.role if speaker else None,
        "speaker_side": speaker.side if speaker else None,
        "status": claim.status,
        "attribution": claim.attribution,
        "certainty": claim.certainty,
        "negated": int(claim.negated),
        **_where(each.record.places[claim.place] if claim.place is not None else None),
        "source": doc.outlet,
        "source_url": each.address,
        "published": doc.published,
        "lang": doc.lang,
        "notes": " … ".join(doc.text[start:end] for start, end in claim.content),
        "document_id": each.key,
        "version": each.version,
        "capture_sha256": each.capture.sha256,
        "fetched": each.capture.fetched,
        "record_id": each.record_id,
        "pipeline": each.pipeline,
    }


def _what(text: str, claim: RecordClaim) -> dict[str, Any]:
    """The main happening of the claim and its counts; the killed where it counts them once."""
    main = next((event for event in claim.events if event.main), None)
    like = main.acled_like if main and main.acled_like else (None, None)
    killed = [count for count in claim.quantities if count.kind == "killed"]
    one = killed[0] if len(killed) == 1 else None
    return {
        "plover_like_event": main.type if main else None,
        "plover_like_mode": main.mode if main else None,
        "acled_like_event_type": like[0],
        "acled_like_sub_event_type": like[1],
        "actor": text[main.actor.start : main.actor.end] if main and main.actor else None,
        "actor_side": main.actor.side if main and main.actor else None,
        "recipient": (
            text[main.recipient.start : main.recipient.end] if main and main.recipient else None
        ),
        "quantities": "; ".join(map(counted, claim.quantities)) or None,
        "killed_best": one.best if one else None,
        "killed_low": one.low if one else None,
        "killed_high": one.high if one else None,
    }


def _when(each: Kept, claim: RecordClaim) -> dict[str, Any]:
    """
    The first and last day, and how exact: 1 the day, 2 within a week, 3 within a month, 4 longer.

    All empty where the report does not say when it happened; the publication day has its own.
    """
    time = happened(each, claim)
    if time is None:
        return dict.fromkeys(("event_date", "event_date_latest", "year", "dateline_time_precision"))
    first, last = str(time.earliest)[:10], str(time.latest)[:10]
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    precision = next((code for most, code in ((0, 1), (6, 2), (30, 3)) if days <= most), 4)
    return {
        "event_date": first,
        "event_date_latest": last,
        "year": int(first[:4]),
        "dateline_time_precision": precision,
    }


def happened(each: Kept, claim: RecordClaim) -> RecordTime | None:
    """The time of the record that says when a claim happened, where it is bounded."""
    at = {(g.start, g.end) for g in claim.grounds if g.field == "happened"}
    times = [
        time
        for time in each.record.times
        if time.value == claim.happened and time.earliest and time.latest
    ]
    return min(times, key=lambda t: ((t.start, t.end) not in at, t.start), default=None)


def _where(place: RecordPlace | None) -> dict[str, Any]:
    """How exact: 1 a settlement or site, 2 a district, 3 an oblast or larger, empty unknown."""
    if place is None or place.id is None:
        return {
            "country": place.country if place else None,
            "admin1": place.iso3166_2 if place else None,
            "location": place.name if place else None,
            **dict.fromkeys(
                ("location_id", "latitude", "longitude", "dateline_geo_precision", "geo_kind")
            ),
        }
    return {
        "country": place.country,
        "admin1": place.iso3166_2,
        "location": place.name,
        "location_id": place.id,
        "latitude": place.lat,
        "longitude": place.lon,
        "dateline_geo_precision": _KINDS.get(place.kind or "", _WIDE),
        "geo_kind": place.kind,
    }
