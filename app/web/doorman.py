"""Turns away the questions of the page that would have to wait too long, before they cost anything.

The gate bounds the engine's work, but a question goes through Gradio before it comes to the gate: some four changes of
thread, in which 150 users at once waited 4 seconds to hear that it is too busy. So the questions inside are counted
at the door, and the answer that says so is made here, in the form in which Gradio sends one.
"""

import json
from itertools import count

from app.web.gate import MAX_WAITING
from app.web.protection import App, Message, Receive, Scope, Send
from app.web.view import message_html

FULL = "Het is nu te druk om uw vraag te beantwoorden."
FULL_LINES = ("Er wachten al veel vragen. Stel uw vraag over een paar seconden opnieuw.",)
ASKING = "/gradio_api/run/"


def full_html(asked: str = "") -> str:
    """What stands where the answer would be; the page keeps the question in its box."""
    return message_html(FULL, FULL_LINES, asked, kind="full")


class Doorman:
    """ASGI middleware that lets `most` questions of the page in at a time."""

    def __init__(self, app: App, most: int = MAX_WAITING) -> None:
        self.app, self.most, self.inside = app, most, 0
        self._turned_away = count(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer that it is too busy."""
        if scope["type"] != "http" or not scope["path"].startswith(ASKING):
            await self.app(scope, receive, send)
            return
        if self.inside >= self.most:
            await self._turn_away(receive, send)
            return
        self.inside += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.inside -= 1

    async def _turn_away(self, receive: Receive, send: Send) -> None:
        message: Message = {"more_body": True}
        while message.get("more_body"):
            message = await receive()
        numbered = full_html().replace("<article ", f'<article data-number="vol-{next(self._turned_away)}" ', 1)
        # The answer, the conversation (unchanged) and the state, which stays on the server: see `chat.blocks`.
        given = {"data": [numbered, {"__type__": "update"}, None], "is_generating": False, "duration": 0.0}
        body = json.dumps(given | {"average_duration": 0.0, "render_config": None, "changed_state_ids": []}).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})
