"""An earlier list that a question names by how many it showed: "welke van die zeven gaan over kinderopvang?".

The number must be that of a list before the one on the table; words that only say where that list is ("onder dat
kopje") go with it. The words are data (`[so_many_named]` in `data/operations.toml`).
"""

import re
from functools import cache

from app.conversation import Conversation
from app.dialogue import cues
from app.dialogue.bags import word_sets
from app.dialogue.measures import pointing
from app.dialogue.numbers.earlier import FromList

_MANY = 2


def list_of_so_many(message: str, conversation: Conversation) -> FromList | None:
    """The list that a message names by its number, and the message with "daarvan" in that place; None without one."""
    plain = cues.plain(message)
    match = _pattern().match(plain)
    amount = cues.number(match["n"]) if match else 0
    if match is None or amount < _MANY or pointing.told_one_by_one(conversation, amount):
        return None
    lists = [turn for turn in conversation.turns if turn.is_list and not turn.pointed]
    turn = next((turn for turn in reversed(lists) if len(turn.shown) == amount), None)
    current = pointing.current_list(conversation)
    if turn is None or current is None or len(current.shown) == amount:
        return None
    rest = cues.typed(message, plain, plain[match.end() :])  # with its accents: "vóór 2024" is none in 2024
    asked = f"{match['q']}daarvan {rest}"
    return FromList(turn, f"{asked}?" if message.rstrip().endswith("?") else asked)


@cache
def _pattern() -> re.Pattern[str]:
    sets = {name: "|".join(sorted(words, key=len, reverse=True)) for name, words in word_sets("so_many_named").items()}
    place = rf"(?: (?:{sets['where']}) (?:{sets['that']}) (?:{sets['place']}))?"
    return re.compile(
        rf"^(?P<q>(?:(?:{sets['before']}) )*(?:{sets['asks']}) )(?:{sets['of']}) (?:{sets['those']}) (?P<n>\w+)"
        rf"(?: (?:{sets['things']}))?{place}(?= (?!(?:{sets['others']})\b))"
    )
