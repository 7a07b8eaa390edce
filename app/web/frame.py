"""The HTML page around Gradio: its own index page, in Dutch, without what it would fetch or say to other sites.

Gradio's page is English, names its makers in its metadata and has no landmarks. Its HTML is rewritten once as it is
sent, which is right from the first byte, where a script would be late.
"""

import re

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


class FramedIndex:
    """ASGI middleware that frames Gradio's index page; everything else passes untouched."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the index page back until it is whole, then send it framed."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        # An uncompressed page, whatever the browser offers: it is rewritten below.
        scope = {**scope, "headers": [(n, v) for n, v in scope["headers"] if n != b"accept-encoding"]}
        start: Message = {}
        parts: list[bytes] = []

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            body = b"".join(parts)
            if body:
                body = framed(body.decode()).encode()
            headers = [(n, v) for n, v in start["headers"] if n.lower() != b"content-length"]
            headers.append((b"content-length", str(len(body)).encode()))
            await send({**start, "headers": headers})
            await send({"type": "http.response.body", "body": body})

        await self.app(scope, receive, hold)
