"""A place of the report that is pointed at, put as its name: "in datzelfde thema" is "in het thema Arbeid"."""

import re

from app.conversation import Conversation
from app.filters import Headings, Themes
from ingest.records import Measure

_POINTED = re.compile(
    r"\b(?P<lead>in|onder|binnen|uit|van|bij) (?:dat|datzelfde|dit|ditzelfde|hetzelfde|die|dezelfde) "
    r"(?:(?P<theme>thema|hoofdstuk)|(?P<heading>kopje|kop|rubriek))\b",
    re.IGNORECASE,
)


def of_measure(words: str, measure: Measure) -> str:
    """The words with the theme or heading of a measure in the place of what points at it."""
    return _put(words, measure.theme, measure.heading)


def of_list(words: str, conversation: Conversation) -> str:
    """The words with the theme or heading that the last list was chosen by; unchanged where none was."""
    filters = [c for turn in reversed(conversation.turns) if turn.query is not None for c in turn.query.filters]
    theme = next((c.names[0] for c in filters if isinstance(c, Themes) and len(c.names) == 1), "")
    heading = next((c.names[0] for c in filters if isinstance(c, Headings) and len(c.names) == 1), "")
    return _put(words, theme, heading)


def _put(words: str, theme: str, heading: str) -> str:
    def name(match: re.Match[str]) -> str:
        called, named = ("thema", theme) if match["theme"] else ("kopje", heading)
        return f"{match['lead']} het {called} {named}" if named else match.group()

    return _POINTED.sub(name, words)
