"""What every answer tells the browser that it may do: next to nothing, and nothing elsewhere."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}
"""`same-origin` and not `no-referrer`: with that, a browser hides the Origin of our own forms."""
_HTTPS = "max-age=31536000"
_STATIC = "/static/"


class Headers:
    """Sets HEADERS on every answer; pages are not kept by caches, static files are asked again."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with the headers put on what is answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        kept = "no-cache" if scope["path"].startswith(_STATIC) else "no-store"

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", kept)
                if scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = _HTTPS
            await send(message)

        await self.app(scope, receive, sent)
