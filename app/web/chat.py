"""The chat: a thin Gradio layer. It takes a question or an address, lets the engine answer, and shows the answer.

The full answer stands in a Markdown component as own HTML (Gradio's HTML component needs `unsafe-eval`, which our
Content-Security-Policy refuses); the conversation so far stands in the Chatbot. Controls reach the engine through a
hidden text box that takes an address. The state of one user is one frozen value in `gr.State`.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from app.address import AddressError, from_address
from app.answer import Answer
from app.conversation import Conversation, Reply
from app.web.controls import address_of
from app.web.doorman import full_html
from app.web.gate import FullError, Gate
from app.web.loaded import Loaded
from app.web.view import answer_html, message_html, question_address

if TYPE_CHECKING:
    import gradio

    from app.assistant import Assistant

MAX_LENGTH = 1000  # characters of a question that is typed; a longer one is no question
KEPT_TURNS = 20  # turns that the conversation on the screen goes back

FAULT = "Er ging iets mis bij het beantwoorden van deze vraag."
FAULT_LINES = ("Stel de vraag anders, of begin opnieuw. Blijft het misgaan, meld het dan aan de beheerder.",)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one question showed, for the conversation on the screen."""

    asked: str
    headline: str
    address: str


@dataclass(frozen=True, slots=True)
class Talk:
    """The state of one user: the engine's conversation, what the screen shows of it, and the reference date set."""

    conversation: Conversation = field(default_factory=Conversation)
    turns: tuple[Turn, ...] = ()
    as_of: date | None = None
    number: int = 0  # of answers so far: tells the page that an answer is new even when it equals the last one


def inert(text: str) -> str:
    """The text with everything but letters, digits and spaces as numbers, so that no Markdown or HTML is left in it."""
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in text)


def welcome(assistant: "Assistant", examples: tuple[str, ...]) -> str:
    """What stands where the answer will be, before there is a question."""
    report = assistant.report
    lines: tuple[str, ...] = (
        f"Maatwijzer antwoordt uit deze rapportage: {report.title}, {report.edition}.",
        f"Daarin staan {len(report.measures)} maatregelen in {len(report.themes)} thema's.",
    )
    others = [f"{other.title}, {other.edition}" for other in assistant.reports if other.key != report.key]
    if others:
        lines = (*lines, f"Ook geladen: {'; '.join(others)}.")
    return message_html("Stel een vraag over de maatregelen", lines, suggestions=examples, address="/")


def page_of(address: str) -> tuple[list[tuple[str, str]], str | None]:
    """The parameters of an address of this page, and the question in it if it holds one."""
    parameters = parse_qsl(urlsplit(address).query, keep_blank_values=True)
    return parameters, dict(parameters).get("gesteld")


class Chat:
    """Answers the chat's events for one assistant."""

    def __init__(self, loaded: Loaded, gate: Gate, examples: tuple[str, ...]) -> None:
        self.loaded, self.gate, self.examples = loaded, gate, examples

    async def ask(self, question: str, talk: Talk) -> tuple[str, Any, Talk]:
        """A question that was typed."""
        question = " ".join(question.split())
        if not question:
            return self._say(talk, "Uw vraag is leeg.", ("Typ een vraag, en druk op Enter.",))
        if len(question) > MAX_LENGTH:
            lines = (f"Een vraag telt hooguit {MAX_LENGTH} tekens; deze telt er {len(question)}. Maak hem korter.",)
            return self._say(talk, "Uw vraag is te lang.", lines)
        return await self._answer(
            talk, question, lambda: self.loaded.assistant.respond(question, talk.conversation, as_of=talk.as_of)
        )

    async def go(self, address: str, talk: Talk) -> tuple[str, Any, Talk]:
        """An address that a control, the browser's history or a bookmark leads to; "/" starts afresh."""
        parameters, question = page_of(address)
        if question is not None:
            fresh = replace(talk, conversation=Conversation(), as_of=None)
            return await self.ask(question, fresh)
        if not parameters:
            return await self.restart(talk)
        try:
            query = from_address(parameters)
        except AddressError as problem:
            lines = (f"{str(problem)[:200]}.", "Stel uw vraag opnieuw, of haal het stuk uit het adres weg.")
            return self._say(talk, "Dit adres is niet te lezen.", lines)
        talk = replace(talk, as_of=query.as_of)
        return await self._answer(talk, "", lambda: self.loaded.assistant.show(query, talk.conversation))

    async def restart(self, talk: Talk) -> tuple[str, Any, Talk]:
        """A new conversation."""
        fresh = Talk(number=talk.number + 1)
        return _numbered(welcome(self.loaded.assistant, self.examples), fresh), _messages(fresh), fresh

    def welcome_in(self, made: "gradio.Blocks") -> None:
        """Put the welcome of what is loaded now into the page that is sent from now on."""
        for component in made.config["components"]:
            if component["props"].get("elem_id") == "antwoord":
                component["props"]["value"] = welcome(self.loaded.assistant, self.examples)

    async def _answer(self, talk: Talk, asked: str, work: Callable[[], Reply]) -> tuple[str, Any, Talk]:
        def reply_and_html() -> tuple[Reply, str]:
            reply = work()
            return reply, answer_html(reply.answer, asked, self.loaded.engine)

        try:
            reply, html = await self.gate.run(reply_and_html)
        except FullError:
            return self._shown(talk, full_html(asked))
        except Exception:  # the edge: the user gets a line, the log gets the fault without the question
            logging.getLogger("maatwijzer").exception("Fault while answering")
            return self._say(talk, FAULT, FAULT_LINES, asked)
        turn = Turn(asked or reply.answer.reading, reply.answer.headline, _address(reply.answer, asked))
        turns = (*talk.turns, turn)[-KEPT_TURNS:]
        talk = replace(talk, conversation=reply.conversation, turns=turns, number=talk.number + 1)
        return _numbered(html, talk), _messages(talk), talk

    def _say(self, talk: Talk, headline: str, lines: tuple[str, ...], asked: str = "") -> tuple[str, Any, Talk]:
        return self._shown(talk, message_html(headline, lines, asked))

    def _shown(self, talk: Talk, html: str) -> tuple[str, Any, Talk]:
        talk = replace(talk, number=talk.number + 1)
        return _numbered(html, talk), _messages(talk), talk


def _address(answer: Answer, asked: str) -> str:
    return address_of(answer.query) if answer.query is not None else question_address(asked)


def _numbered(html: str, talk: Talk) -> str:
    return html.replace("<article ", f'<article data-number="{talk.number}" ', 1)


def _messages(talk: Talk) -> Any:  # noqa: ANN401 - a Gradio update
    """The earlier turns for the Chatbot; hidden while there are none."""
    import gradio as gr

    messages: list[Any] = []
    for turn in talk.turns:
        link = f'<a href="{turn.address.replace(chr(38), "&amp;")}">{inert(turn.headline)}</a>'
        messages += [{"role": "user", "content": inert(turn.asked)}, {"role": "assistant", "content": link}]
    return gr.Chatbot(value=messages, visible=len(talk.turns) > 1)


def blocks(chat: Chat, tools: tuple[Callable[..., Any], ...] = ()) -> "gradio.Blocks":
    """The Gradio app; `tools` are offered as endpoints and MCP tools as well."""
    import gradio as gr
    from gradio.events import api

    quiet: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
    with gr.Blocks(title="Maatwijzer", analytics_enabled=False, fill_width=True) as made:
        talk = gr.State(Talk())
        gr.Markdown('<h1 class="mw-heading">Vragen over de maatregelen</h1>', elem_id="titel")
        with gr.Row(elem_id="vraagbalk"):
            question = gr.Textbox(
                label="Uw vraag",
                placeholder="Bijvoorbeeld: welke maatregelen van OCW lopen af in 2024?",
                max_lines=1,
                autofocus=True,
                elem_id="vraag-veld",
                scale=1,
                html_attributes=gr.InputHTMLAttributes(autocomplete="off", spellcheck=False),
            )
            ask = gr.Button("Vraag", variant="primary", elem_id="stel", scale=0, min_width=90)
            again = gr.Button("Begin opnieuw", elem_id="opnieuw", scale=0, min_width=130)
        answer = gr.Markdown(
            welcome(chat.loaded.assistant, chat.examples),
            elem_id="antwoord",
            sanitize_html=False,
            latex_delimiters=[],
            line_breaks=False,
        )
        log = gr.Chatbot(
            label="Dit gesprek",
            elem_id="gesprek",
            visible=False,
            buttons=[],
            height=None,
            autoscroll=False,
            feedback_options=None,
            latex_delimiters=[],
            layout="bubble",
        )
        with gr.Row(elem_id="bediening"):
            command = gr.Textbox(label="Adres", max_lines=1, elem_id="adres")
            go = gr.Button("Ga", elem_id="ga")
        shown = [answer, log, talk]
        question.submit(chat.ask, [question, talk], shown, **quiet)
        ask.click(chat.ask, [question, talk], shown, **quiet)
        again.click(chat.restart, [talk], shown, **quiet)
        go.click(chat.go, [command, talk], shown, trigger_mode="multiple", **quiet)
        for tool in tools:
            api(tool, api_name=tool.__name__)
    return made  # type: ignore[no-any-return]
