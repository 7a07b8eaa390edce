# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Orders with which a question begins and that say no more than "show me": "haal eens boven wat ...", "leg ... op tafel".

An order is a verb of data/reading.toml, perhaps with words that soften it, before what is asked for; the particle that
belongs to it ("boven", "op", "uit") may stand behind it or at the end. Such a verb is often a noun as well ("druk",
"vis", "plak"): it is an order only where what follows is something asked for.
"""

import re
from functools import lru_cache

from app.reading.lexicon import any_of, words_of_questions
from app.reading.line import Line
from app.reading.numbers import NUMBER


@lru_cache(maxsize=1)
def _rules() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = words_of_questions()["orders"]
    verbs, softening = any_of(data["verbs"]), any_of(data["softening"])
    particles = any_of([*data["particles"], *(p for verb in data["verbs"].values() for p in verb)])
    lead = (
        rf"^(?:(?:en|nou|nu|dan|ok|oke|goed|kom|even|hup|toe|dus) )*(?:(?P<verb>{verbs})|(?P<formal>{verbs})t u)(?: (?:{softening}))*"
        rf"(?:(?: (?P<particle>{particles}))?(?: (?:{softening}))* (?:(?:{any_of(data['wholes'])}) |(?=(?:{any_of(data['asked'])}|[^ ]*maatregelen|«[^ ]+)(?!\S)))"
        rf"|(?P<alone>(?: (?:{softening}))+) (?!(?:{NUMBER}|{softening})(?!\S)))"
    )
    end = rf"(?: (?:{softening}))* (?P<end>{any_of(data['particles'])}|(?P<short>[a-z]+))(?: (?:{softening}))*(?=(?: [?!.])*$| ,)"
    inside = rf" (?P<end>{any_of(data['particles'])})(?= )| (?P<short>[a-z]+)(?= (?:die|dat|wat|waar|waarvan|waarvoor|waarbij|welke|met|zonder|als) )"
    return re.compile(lead), re.compile(end), re.compile(inside)


def drop_order(line: Line) -> None:
    """Take an order at the start off the line, with its particle; what is nothing else stays."""
    lead, end, inside = _rules()
    match = lead.match(line.text)
    if match is None:
        return
    rest = line.text[match.end() :]
    if not any(word[0].isalpha() or word[0] == "«" for word in rest.split()):
        return
    verb = match["verb"] or match["formal"]
    line.drop(*match.span())
    if match["particle"]:
        return
    own = frozenset(words_of_questions()["orders"]["verbs"][verb])
    for pattern in (end, inside):
        last = next((m for m in pattern.finditer(line.text) if not m["short"] or m["short"] in own), None)
        if last is not None:
            line.drop(last.start() + 1, last.end())
            return
