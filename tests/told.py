"""Make the smallest claim that a test of links needs."""

from __future__ import annotations

from typing import Any

from dateline.core.event import ClaimRef
from dateline.link.told import Count, Gist, Told, Where

SUMY = Where("sumy", "Sumy", "settlement", 50.91, 34.8, ("UA-59", "UA"), "UA")
KONOTOP = Where("konotop", "Konotop", "settlement", 51.24, 33.2, ("UA-59", "UA"), "UA")
SUBURB = Where("suburb", "Stetskivka", "settlement", 50.98, 34.9, ("UA-59", "UA"), "UA")
OBLAST = Where("UA-59", "Sumy Oblast", "oblast", 51.0, 34.0, ("UA",), "UA")
ODESA = Where("odesa", "Odesa", "settlement", 46.48, 30.73, ("UA-51", "UA"), "UA")
UKRAINE = Where("UA", "Ukraine", "country", 49.0, 31.0, (), "UA")


def killed(number: float, unit: str = "people") -> Count:
    return Count(number, number, number, unit, "killed", f"{number:g} {unit}")


def told(document: str = "a", claim: str = "1", **values: Any) -> Told:
    """A strike on a depot in Sumy, unless `values` say otherwise."""
    known: dict[str, Any] = {
        "kinds": ("strike",),
        "targets": ("fuel_depot",),
        "places": (SUMY,),
        "lang": "en",
    }
    return Told(claim=ClaimRef(document, claim), text="", **(known | values))


def gist(document: str, *claims: Told, published: str | None = "2025-05-20") -> Gist:
    return Gist(document=document, lang="en", published=published, told=claims)
