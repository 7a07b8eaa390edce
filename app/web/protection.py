"""What stands between the network and the app: headers, a limit on bodies, and 404 on every route that is not used.

Measured on Gradio 6.31 (see the README): it accepts uploads of any size without an upload component, fetches through
`/proxy=`, and reflects any Origin. So its routes are allowed by name and everything else does not exist.
"""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from app.web.pages import render

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; "
    "form-action 'self'; base-uri 'self'; object-src 'none'"
)
# The browser's own PDF viewer is a plug-in to the policy: object-src 'none' would leave the page of a PDF blank.
PDF_POLICY = "default-src 'none'; frame-ancestors 'none'; style-src 'unsafe-inline'; object-src 'self'; img-src 'self'"

MAX_BODY = 64 * 1024  # bytes; the longest question is far below it
MAX_UPLOAD = 50 * 1024 * 1024  # bytes

# Gradio's routes that the chat uses; what is not listed here and is not ours answers 404.
GRADIO_ROUTES = re.compile(
    r"/(config/?|assets/[\w.\-/]+|static/[\w.\-/]+|theme\.css|gradio_api/("
    r"run/\w+/?|queue/(join|data)/?|heartbeat/\w+|reset/?|startup-events|theme\.css))?"
)
MCP_ROUTES = re.compile(r"/gradio_api/mcp(/.*)?|/gradio_api/call/[\w/]+|/gradio_api/info/?")


class Protection:
    """ASGI middleware around the whole app.

    own_route:  whether a path is one of ours
    upload:     path of the one route that takes a document; None where uploading is not allowed
    """

    def __init__(self, app: App, *, own_route: Callable[[str], bool], upload: str | None, mcp: bool) -> None:
        self.app = app
        self.own_route = own_route
        self.upload = upload
        self.mcp = mcp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return  # no web sockets
        path: str = scope["path"]
        send = _with_headers(send, path)
        if not self._exists(path):
            await _missing(scope, send)
            return
        limit = MAX_UPLOAD if path == self.upload else MAX_BODY
        if _stated_length(scope) > limit:
            await _refuse(send, 413, "Dit is te groot om te verwerken.")
            return
        body = _LimitedBody(receive, limit)
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            if body.exceeded and not started:
                raise _TooLargeError  # the app took the broken-off body for a mistake of its own kind
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, body.receive, watch)
        except _TooLargeError:
            if not started:
                await _refuse(send, 413, "Dit is te groot om te verwerken.")

    def _exists(self, path: str) -> bool:
        if self.own_route(path):
            return True
        return bool(GRADIO_ROUTES.fullmatch(path) or (self.mcp and MCP_ROUTES.fullmatch(path)))


class _TooLargeError(Exception):
    """The body grew past the limit while it was read."""


class _LimitedBody:
    """Counts a body that states no length, or lies about it."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive, self._left, self.exceeded = receive, limit, False

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self.exceeded = True
            raise _TooLargeError
        return message


def _stated_length(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0


def _with_headers(send: Send, path: str) -> Send:
    """The same sender, with the protecting headers on every response."""
    policy = PDF_POLICY if path.endswith(".pdf") else CONTENT_SECURITY_POLICY
    added = [
        (b"content-security-policy", policy.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"x-frame-options", b"DENY"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
        (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    ]
    if path.startswith("/assets/"):  # Gradio names these files by their content
        added.append((b"cache-control", b"public, max-age=31536000, immutable"))
    names = {name for name, _ in added}

    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [(name, value) for name, value in message.get("headers", []) if name.lower() not in names]
            message = {**message, "headers": [*kept, *added]}
        await send(message)

    return sender


async def _missing(scope: Scope, send: Send) -> None:
    """404, as a page for a reader and as a line for a program."""
    title = "Deze pagina bestaat niet."
    if any(name == b"accept" and b"text/html" in value for name, value in scope["headers"]):
        page = render("nergens.html", here="", title="Niet gevonden – Maatwijzer", heading=title)
        await _refuse(send, 404, page, b"text/html; charset=utf-8")
    else:
        await _refuse(send, 404, title)


async def _refuse(send: Send, status: int, text: str, kind: bytes = b"text/plain; charset=utf-8") -> None:
    body = text.encode()
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
