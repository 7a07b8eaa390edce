"""The command `maatwijzer`: the contract's command line.

Importing this module is cheap: what a sub-command needs (torch, gradio, pdfplumber) is imported when it runs. Exit
status 0, or 1 with one Dutch line on standard error that says what is wrong and what to do.
"""

import argparse
import csv
import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from ingest.errors import UserFacingError

if TYPE_CHECKING:
    from rich.progress import TaskID

    from app.assistant import Assistant

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 7860


class CommandError(UserFacingError):
    """Something wrong with what was asked of the command."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one Dutch line and exit status 1."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and stop."""
        say_error(f"Onjuist gebruik: {_translated(message)}. Zie '{self.prog} --help'.")
        raise SystemExit(1)


def _translated(message: str) -> str:
    """Argparse's error messages, in Dutch where users meet them."""
    for english, dutch in (
        ("unrecognized arguments:", "onbekende argumenten:"),
        ("the following arguments are required:", "deze argumenten ontbreken:"),
        ("invalid choice:", "onbekende keuze:"),
        ("(choose from", "(kies uit"),
        ("expected one argument", "verwacht één waarde"),
        ("not allowed with argument", "gaat niet samen met"),
        ("argument ", ""),
    ):
        message = message.replace(english, dutch)
    return " ".join(message.split())


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is geen datum; verwacht wordt JJJJ-MM-DD") from None


def _port(text: str) -> int:
    if text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is geen poort; verwacht wordt een getal van 1 tot 65535")


def parser() -> Parser:
    """The arguments of all sub-commands."""
    main_parser = Parser(
        prog="maatwijzer",
        description="Exacte antwoorden op Nederlandse vragen over een rapportage met maatregelen.",
        epilog="Zonder opdracht: bouwt wat er ontbreekt en opent de chat.",
    )
    shared = Parser(add_help=False)
    shared.add_argument("--home", type=Path, help="map voor model en index (standaard: var/, of MAATWIJZER_HOME)")
    shared.add_argument("--model", help="naam of map van een ander sentence-transformers-model, of 'geen'")
    _serve_arguments(main_parser)
    for action in shared._actions:
        main_parser._add_action(action)
    commands = main_parser.add_subparsers(dest="command", metavar="OPDRACHT", parser_class=Parser)

    ask = commands.add_parser("ask", parents=[shared], help="beantwoord één vraag, of vragen van standaardinvoer")
    ask.add_argument("question", nargs="?", metavar="VRAAG")
    ask.add_argument("--json", action="store_true", help="het antwoord als JSON")
    ask.add_argument("--jsonl", action="store_true", help="gesprekken van standaardinvoer, één JSON-object per regel")
    ask.add_argument("--as-of", type=_day, metavar="JJJJ-MM-DD", help="peildatum (standaard die van de rapportage)")
    ask.add_argument("--without-questions", action="store_true", help="zonder de redactionele vragen per maatregel")

    ingest = commands.add_parser("ingest", parents=[shared], help="lees documenten en meld wat er gevonden is")
    ingest.add_argument("files", nargs="+", type=Path, metavar="BESTAND")
    ingest.add_argument("--check", action="store_true", help="alleen lezen en melden, niets opslaan")
    ingest.add_argument("--json", action="store_true", help="het verslag als JSON")
    ingest.add_argument("--replace", action="store_true", help="vervang een eerdere versie van dezelfde rapportage")
    ingest.add_argument("--accept-incomplete", action="store_true", help="laad ook wat niet volledig gelezen is")
    ingest.add_argument("--key", help="sleutel van de rapportage, bijvoorbeeld 2023")
    ingest.add_argument("--title", help="titel van de rapportage")
    ingest.add_argument("--edition", help="editie, bijvoorbeeld 'november 2023'")
    ingest.add_argument("--as-of", type=_day, metavar="JJJJ-MM-DD", help="peildatum van de rapportage")

    measures = commands.add_parser("measures", parents=[shared], help="alle maatregelen zoals gelezen")
    form = measures.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="als JSON")
    form.add_argument("--csv", action="store_true", help="als CSV")

    commands.add_parser("build", parents=[shared], help="bouw de index")

    evaluate = commands.add_parser("evaluate", parents=[shared], help="scores op een map met vragen")
    evaluate.add_argument("folder", type=Path, metavar="MAP")
    evaluate.add_argument("--without-questions", action="store_true", help="zonder de redactionele vragen")
    evaluate.add_argument("--misses", action="store_true", help="toon ook wat fout ging")
    evaluate.add_argument("--floors", type=Path, metavar="BESTAND", help="ondergrenzen; eronder is de uitgang 1")
    return main_parser


def _serve_arguments(target: argparse.ArgumentParser) -> None:
    target.add_argument("--host", default=DEFAULT_HOST, help=f"adres van de chat (standaard {DEFAULT_HOST})")
    target.add_argument("--port", type=_port, default=DEFAULT_PORT, help=f"poort (standaard {DEFAULT_PORT})")
    target.add_argument("--allow-upload", action="store_true", help="sta toe dat gebruikers een rapportage toevoegen")
    target.add_argument("--mcp", action="store_true", help="bied dezelfde vragen ook als MCP-hulpmiddelen aan")


def say_error(line: str) -> None:
    """One line on standard error."""
    sys.stderr.write(" ".join(line.split()) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status."""
    given = parser().parse_args(arguments)
    run = {
        None: serve,
        "ask": ask,
        "ingest": ingest,
        "measures": measures,
        "build": build,
        "evaluate": evaluate,
    }[given.command]
    try:
        return run(given)
    except UserFacingError as problem:
        say_error(str(problem))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        say_error("Afgebroken.")
    except Exception as problem:  # the edge: a fault of ours is one line too, with a way to see all of it
        if os.environ.get("MAATWIJZER_DEBUG"):
            raise
        say_error(f"Onverwachte fout ({type(problem).__name__}): {problem}. Zet MAATWIJZER_DEBUG=1 voor de details.")
    return 1


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _json(value: object, indent: int | None = 2) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _assistant(given: argparse.Namespace, *, with_questions: bool = True, progress: bool = True) -> "Assistant":
    """The assistant over the built index; what is missing is built first, with progress on standard error."""
    from app.assistant import Assistant

    with building(progress) as on_progress:
        return Assistant.open(given.home, model=given.model, with_questions=with_questions, on_progress=on_progress)


def keep_loaded() -> None:
    """Leave what is loaded out of garbage collections: walking it takes some 50 ms, in one of seven turns."""
    gc.collect()
    gc.freeze()


@contextmanager
def building(shown: bool) -> Iterator[Callable[[str, float], None]]:
    """A progress bar on standard error that appears with the first report of a stage and its share done (0 to 1)."""
    if not shown:
        yield lambda _stage, _share: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    bar = Progress(*columns, TimeElapsedColumn(), console=console, transient=not console.is_terminal)
    tasks: dict[str, TaskID] = {}

    def report(stage: str, share: float) -> None:
        if not tasks:
            bar.start()
        if stage not in tasks:
            if not console.is_terminal:
                console.print(f"{stage} ...")
            tasks[stage] = bar.add_task(stage, total=1.0)
        bar.update(tasks[stage], completed=min(share, 1.0))

    try:
        yield report
    finally:
        if tasks:
            bar.stop()


def serve(given: argparse.Namespace) -> int:
    """Build what is missing and open the chat."""
    from app.web.server import check_port
    from app.web.server import serve as serve_web

    check_port(given.host, given.port)
    assistant = _assistant(given)
    with building(shown=True) as on_progress:
        on_progress("Zoekmodel laden", 0.0)
        assistant.warm()  # before the page opens, so that no question waits for it
        keep_loaded()
        on_progress("Zoekmodel laden", 1.0)
    serve_web(
        assistant,
        host=given.host,
        port=given.port,
        allow_upload=given.allow_upload,
        mcp=given.mcp,
        home=given.home,
        model=given.model,
    )
    return 0


def ask(given: argparse.Namespace) -> int:
    """Answer one question, or conversations from standard input."""
    if given.jsonl:
        assistant = _assistant(given, with_questions=not given.without_questions)
        keep_loaded()
        for line in sys.stdin:
            if line.strip():
                _write(_json(_answer_line(line, assistant, given.as_of), indent=None))
        return 0
    if given.question is None:
        raise CommandError('Geen vraag gegeven; gebruik: maatwijzer ask "VRAAG", of --jsonl met vragen op invoer.')
    _check_question(given.question)
    assistant = _assistant(given, with_questions=not given.without_questions)
    answer = assistant.respond(given.question, as_of=given.as_of).answer
    _write(_json(answer.to_json()) if given.json else answer.text)
    return 0


def _check_question(question: str) -> None:
    from app.assistant import MAX_QUESTION_LENGTH

    if not question.strip():
        raise CommandError(
            'De vraag is leeg; stel een vraag, bijvoorbeeld: "welke maatregelen van OCW lopen af in 2024?".'
        )
    if len(question) > MAX_QUESTION_LENGTH:
        raise CommandError(
            f"De vraag telt {len(question)} tekens; stel een vraag van hooguit {MAX_QUESTION_LENGTH} tekens."
        )


def _answer_line(line: str, assistant: "Assistant", as_of: date | None) -> dict[str, Any]:
    """The answers to one request line; a line that cannot be read gives an error and no id."""
    from app.conversation import Conversation

    try:
        request = json.loads(line)
        questions = request["questions"]
        if not isinstance(questions, list) or not all(isinstance(question, str) for question in questions):
            raise TypeError
    except (ValueError, KeyError, TypeError, RecursionError):
        expected = '{"id": "x", "questions": ["...", "..."]}'
        return {"id": None, "error": f"Deze regel is niet te lezen; verwacht wordt een JSON-object als {expected}."}
    conversation = Conversation()
    answers = []
    for question in questions:
        reply = assistant.respond(question, conversation, as_of=as_of)
        conversation = reply.conversation
        answers.append(reply.answer.to_json())
    return {"id": request.get("id"), "answers": answers}


def ingest(given: argparse.Namespace) -> int:
    """Read documents, report what was found, and keep them unless told not to."""
    from app.loading import Wanted, load_documents
    from index.places import default_home
    from ingest.metadata import Metadata

    with building(shown=True) as on_progress:
        whole = load_documents(
            given.files,
            home=given.home or default_home(),
            wanted=Wanted(given.check, given.replace, given.accept_incomplete),
            metadata=Metadata(given.key, given.title, given.edition, given.as_of),
            as_json=given.json,
            on_progress=on_progress,
        )
    return 0 if whole else 1


def measures(given: argparse.Namespace) -> int:
    """All measures as read."""
    from app.answer import measure_json

    assistant = _assistant(given)
    rows = [measure_json(measure, several=len(assistant.reports) > 1) for measure in assistant.measures]
    if given.json:
        _write(_json(rows))
    elif given.csv:
        _write_csv(rows, sys.stdout)
    else:
        from rich.console import Console
        from rich.table import Table

        table = Table("nr", "maatregel", "status", "wanneer", "wie", "p.")
        for row in rows:
            pages = ", ".join(str(page) for page in row["pages"])
            table.add_row(row["id"], row["title"], row["status_label"], row["when"], row["who"], pages)
        Console().print(table)
    return 0


def _write_csv(rows: Iterable[dict[str, Any]], target: TextIO) -> None:
    """Comma-separated values with a header; lists are joined by a space."""
    rows = list(rows)
    writer = csv.writer(target, lineterminator="\n")
    names = list(rows[0]) if rows else []
    writer.writerow(names)
    for row in rows:
        values = [" ".join(str(v) for v in row[n]) if isinstance(row[n], list) else row[n] for n in names]
        writer.writerow(["" if value is None else value for value in values])


def build(given: argparse.Namespace) -> int:
    """Build the index, or say that it is there."""
    assistant = _assistant(given)
    count = len(assistant.measures)
    reports = len(assistant.reports)
    _write(f"De index is klaar: {count} maatregelen uit {reports} {'rapportage' if reports == 1 else 'rapportages'}.")
    return 0


def evaluate(given: argparse.Namespace) -> int:
    """Print the scores of the question sets of a folder."""
    from rich.console import Console
    from rich.progress import track
    from rich.table import Table

    from app import evaluation
    from app.conversation import Conversation

    sets = evaluation.load_sets(given.folder)
    assistant = _assistant(given, with_questions=not given.without_questions)

    def ask_all(questions: Sequence[str]) -> list[dict[str, Any]]:
        conversation, answers = Conversation(), []
        for question in questions:
            reply = assistant.respond(question, conversation)
            conversation = reply.conversation
            answers.append(reply.answer.to_json())
        return answers

    total = sum(len(records) for records in sets.values())
    console = Console(stderr=True)
    ticks = iter(track(range(total), description="Vragen", console=console, transient=True))

    def tick() -> None:
        next(ticks, None)

    tick()
    names = {code.lower(): name for code, name in assistant.ministry_names.items()}
    scores, misses = evaluation.evaluate(sets, ask_all, names, on_question=tick)
    if given.misses:
        for name, key, question, shown, must, text in misses:
            _write(f"FOUT {name} | {key} | {question} | getoond {shown} | verwacht {must} | {text}")
    table = Table("onderdeel", "score", "vragen")
    for name, (value, count) in scores.items():
        table.add_row(name, f"{value:.3f}", str(count))
    Console().print(table)
    below = evaluation.below_floors(scores, given.floors) if given.floors else []
    for line in below:
        say_error(line)
    return 1 if below else 0
