"""A web server on loopback for one test, which writes its answers: the only network in tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from dateline.ingest.fetch import Limits

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """`asked` are the paths that were asked for, in order; `url` and `limits` reach it."""

    def __init__(self, port: int, asked: list[str], headers: list[dict[str, str]]) -> None:
        self.port = port
        self.asked = asked
        self.headers = headers
        self.url = f"http://127.0.0.1:{port}"

    def limits(self, **more: object) -> Limits:
        return Limits(permitted=frozenset({("127.0.0.1", self.port)}), **more)  # type: ignore[arg-type]


@contextmanager
def site(pages: dict[str, Answer]) -> Iterator[Site]:
    asked: list[str] = []
    headers: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            headers.append(dict(self.headers))
            pages.get(self.path, missing)(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield Site(server.server_address[1], asked, headers)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def says(content: bytes | str, *, status: int = 200, **headers: str) -> Answer:
    """An answer with these bytes; `Content_Type` stands for `Content-Type`."""
    body = content.encode() if isinstance(content, str) else content

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value.encode().decode("latin-1"))
        if "Content_Length" not in headers:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def moves(to: str, status: int = 302) -> Answer:
    """An answer that sends the client elsewhere."""
    return says(b"", status=status, Location=to)


missing = says("nothing here", status=404)
