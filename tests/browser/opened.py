"""A workbench that listens, and a browser that lets nothing out and tells what went wrong."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from playwright.sync_api import Browser, Page, Request, Route

from dateline.serve.app import create_app
from dateline.serve.desk import Desk
from dateline.store.open import open_archive

CHROMIUM = Path("/usr/bin/chromium")


class Opened:
    """A served archive; `url` is where."""

    def __init__(self, desk: Desk, url: str) -> None:
        self.desk = desk
        self.url = url


@contextmanager
def served(path: Path) -> Iterator[Opened]:
    """The workbench on the archive at `path`, made if it is not there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with open_archive(str(path), create=True) as archive:
        desk = Desk(archive, host="127.0.0.1")
        server = uvicorn.Server(
            uvicorn.Config(create_app(desk), host="127.0.0.1", port=port, log_level="error")
        )
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            while not server.started:
                time.sleep(0.02)
            yield Opened(desk, f"http://127.0.0.1:{port}")
        finally:
            server.should_exit = True
            thread.join(10)


class Watched:
    """A page; `trouble` is what must not be: requests elsewhere, dialogs, errors, refusals."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.trouble: list[str] = []
        page.context.route("**/*", self._let)
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        page.on("console", self._console)

    def _let(self, route: Route, request: Request) -> None:
        if urlsplit(request.url).netloc == urlsplit(self.url).netloc or request.url.startswith(
            ("data:", "blob:")
        ):
            route.continue_()
        else:
            self.trouble.append(f"request: {request.url}")
            route.abort()

    def _dialog(self, dialog: Any) -> None:
        self.trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, message: Any) -> None:
        refused = "Content Security Policy" in message.text or "Refused" in message.text
        if message.type == "error" and (refused or "Failed to load" not in message.text):
            self.trouble.append(f"console: {message.text[:300]}")

    def go(self, path: str) -> Page:
        """Open a page of the workbench."""
        self.page.goto(self.url + path)
        return self.page


@contextmanager
def watched(browser: Browser, url: str, **how: Any) -> Iterator[Watched]:
    """A window of its own; at its end nothing may have gone wrong."""
    context = browser.new_context(
        **{"viewport": {"width": 1400, "height": 900}, "locale": "en-GB", **how}
    )
    context.set_default_timeout(40_000)
    one = Watched(context.new_page(), url)
    try:
        yield one
        assert one.trouble == []
    finally:
        context.close()
