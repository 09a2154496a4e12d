"""What a site lets programs ask for (robots.txt, RFC 9309), asked once a day and kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.robotparser import RobotFileParser

from msgspec.structs import replace

from dateline.core.errors import IngestError, Unreachable, UnsupportedMedia
from dateline.ingest.addresses import target
from dateline.ingest.fetch import Limits, fetch

NAME = "dateline"
_DAY = 86_400.0
_MOST = 512 * 1024
_LONGEST_DELAY = 60.0


class Robots:
    """The rules of every site that was asked for; `now` is in seconds."""

    def __init__(self, limits: Limits, *, now: Callable[[], float] = time.time) -> None:
        self._limits = replace(limits, most=_MOST)
        self._now = now
        self._known: dict[str, tuple[float, RobotFileParser]] = {}

    def allows(self, url: str) -> bool:
        """
        Whether this program may ask for `url`.

        Raises:
            Unreachable: the site cannot say just now, and then nothing is asked of it.
            IngestError: the address is refused.
        """
        return self._rules(url).can_fetch(NAME, url)

    def delay(self, url: str) -> float:
        """Seconds that the site wants between two requests, a minute at most; 0 for none stated."""
        stated = self._rules(url).crawl_delay(NAME)
        return min(float(stated or 0), _LONGEST_DELAY)

    def _rules(self, url: str) -> RobotFileParser:
        ports = any(True for _ in self._limits.permitted)
        aim = target(url, any_port=ports)
        site = f"{aim.scheme}://{aim.authority}"
        known = self._known.get(site)
        if known is None or known[0] < self._now():
            known = (self._now() + _DAY, self._read(site))
            self._known[site] = known
        return known[1]

    def _read(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            text = fetch(f"{site}/robots.txt", limits=self._limits).content.decode(
                "utf-8", "replace"
            )
        except (Unreachable, UnsupportedMedia):
            raise
        except IngestError:
            text = ""  # there is none: everything is allowed (RFC 9309, 2.3.1.3)
        rules.parse(text.removeprefix("\ufeff").splitlines())
        rules.modified()
        return rules
