"""The HTML page around Gradio: its own index page, in Dutch, without what it would fetch or say to other sites.

Gradio's page is English, names its makers in its metadata and has no landmarks. Its HTML is rewritten once as it is
sent, which is right from the first byte, where a script would be late.

The page is kept: Gradio describes all its endpoints anew for every request, some 20 ms in which answers and other
pages wait. It depends on nothing but where the request says that it came to, and a few of those are kept.
"""

import re
from collections.abc import Callable

from app.web.pages import render
from app.web.protection import App, Message, Receive, Scope, Send

_UNWANTED = re.compile(
    r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>|<link rel="manifest"[^>]*>'
    r"|<script>\s*\(\(\) => \{\s*const root = .*?\}\)\(\);\s*</script>",
    re.DOTALL,
)


def framed(html: str) -> str:
    """Gradio's index page with our head, header and footer, in Dutch."""
    html = _UNWANTED.sub("", html)
    html = html.replace('lang="en"', 'lang="nl"', 1)
    html = html.replace("</head>", f"{render('head.html', title='Maatwijzer')}</head>", 1)
    html = re.sub(r"(<body[^>]*>)", lambda m: m.group(1) + render("top.html", here="/"), html, count=1)
    return html.replace("</body>", f"{render('foot.html')}</body>", 1)


MOST_KEPT = 16  # pages, one for each name that the server is reached by; more are made anew
ORIGIN = (b"host", b"x-forwarded-host", b"x-forwarded-proto", b"x-forwarded-port", b"x-forwarded-prefix")


class FramedIndex:
    """ASGI middleware that frames Gradio's index page and keeps it; everything else passes untouched."""

    def __init__(self, app: App, version: Callable[[], int], renew: Callable[[], None]) -> None:
        self.app = app
        self.version, self.renew = version, renew  # of what the page says; renew puts what is new into it
        self.kept: dict[object, tuple[Message, bytes]] = {}
        self._kept_version = version()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the index page back until it is whole, then send it framed."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        if self._kept_version != self.version():
            self._kept_version = self.version()
            self.renew()
            self.kept.clear()
        origin = tuple((n, v) for n, v in scope["headers"] if n in ORIGIN)
        key = (scope.get("scheme"), scope.get("server"), scope.get("root_path"), origin)
        if key not in self.kept:
            start, body = await self._made(scope, receive)
            if start["status"] != 200 or len(self.kept) >= MOST_KEPT:
                await _send(send, start, body)
                return
            self.kept[key] = start, body
        await _send(send, *self.kept[key])

    async def _made(self, scope: Scope, receive: Receive) -> tuple[Message, bytes]:
        """The page from Gradio, framed: the start of the response, and its body."""
        # An uncompressed page, whatever the browser offers: it is rewritten below. The address is the script's to read.
        headers = [(n, v) for n, v in scope["headers"] if n != b"accept-encoding"]
        scope = {**scope, "method": "GET", "query_string": b"", "headers": headers}
        start: Message = {}
        parts: list[bytes] = []

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            parts.append(message.get("body", b""))

        await self.app(scope, receive, hold)
        body = framed(b"".join(parts).decode()).encode()
        headers = [(n, v) for n, v in start["headers"] if n.lower() != b"content-length"]
        return {**start, "headers": [*headers, (b"content-length", str(len(body)).encode())]}, body


async def _send(send: Send, start: Message, body: bytes) -> None:
    await send(dict(start))
    await send({"type": "http.response.body", "body": body})
