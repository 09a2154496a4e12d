"""
Write world/area_zones.tsv: the time zone of each country that has one, and of Russia's regions.

Run by a person after raising tzdata: `.venv/bin/python tools/area_zones.py`. Countries of several
zones are left out, but for the regions and the choices written here.
"""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).parents[1] / "src" / "dateline" / "world" / "area_zones.tsv"
OWN = {
    "UA": "Europe/Kyiv",
    "DE": "Europe/Berlin",
    "CY": "Asia/Nicosia",
    "Europe/Moscow": "MOW MOS SPE LEN BEL KRS BRY VOR ROS KDA SMO TUL ORL LIP KLU TVE"
    " YAR VLA IVA KOS RYA TAM PNZ"
    " NIZ MO CU ME TA KIR VLG NGR PSK MUR ARK KR KO VLO CE IN DA SE KB KC STA AD KL",
    "Europe/Samara": "SAM UD",
    "Europe/Saratov": "SAR",
    "Europe/Kaliningrad": "KGD",
    "Asia/Yekaterinburg": "SVE CHE BA PER TYU KHM YAN KGN ORE",
    "Asia/Omsk": "OMS",
    "Asia/Novosibirsk": "NVS",
    "Asia/Krasnoyarsk": "KYA KK TY",
    "Asia/Irkutsk": "IRK BU",
    "Asia/Vladivostok": "PRI KHA",
}
DISPUTED = ("UA-43", "UA-40", "UA-09", "UA-14")
"""Parts of which are under Russian control and keep Moscow's clock: no zone is taken for them."""


def main() -> None:
    zones: dict[str, list[str]] = defaultdict(list)
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            zones[country].append(zone)
    rows = {country: found[0] for country, found in zones.items() if len(found) == 1}
    for key, value in OWN.items():
        if "/" in key:
            rows |= {f"RU-{region}": key for region in value.split()}
        else:
            rows[key] = value
    rows |= dict.fromkeys(DISPUTED, "")
    lines = ["area\tzone", *(f"{area}\t{zone}" for area, zone in sorted(rows.items()))]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
