"""An earlier, longer list that a message takes up again before it asks: "ok, terug naar de hele lijst, wat is klaar?".

The words are data (`[whole_list]` in `data/operations.toml`): those before the question must all stand in one of the
sets. The list is named as the whole one, by how many it showed ("als je alle vier weer pakt: ..."), or, behind a word
that goes back, by what was asked for it ("nog even terug naar de lerarenopleidingen").
"""

import re
from collections.abc import Sequence

from app.conversation import Conversation, Turn
from app.dialogue import cues
from app.dialogue.bags import WORD, word_sets, words_of
from app.dialogue.measures import pointing

_MANY = 2


def whole_list(message: str, conversation: Conversation) -> tuple[Turn, str] | None:
    """The list that is taken up, and what is asked of it; None where the message begins with anything else."""
    current = pointing.current_list(conversation)
    plain = cues.plain(message)
    for head, rest in (*_parted(plain), (plain, "")):
        turn = _named(words_of(head), conversation, current)
        if turn is not None and current is not None and turn.shown != current.shown:
            if not rest:
                return turn, ""
            asked = cues.typed(message, plain, rest)
            return turn, f"{asked}?" if message.rstrip().endswith("?") and not asked.endswith("?") else asked
    return None


def subject_of(words: str) -> str:
    """Words that name a list, without those that say that it is one: "hele lijst over verlof" gives "over verlof"."""
    sets = word_sets("whole_list")
    return " ".join(word for word in words.split() if word not in sets["list"] and word not in sets["whole"])


def _parted(plain: str) -> list[tuple[str, str]]:
    """The message as what stands before its question and the question: at each sign, and before a question word."""
    asks = word_sets("whole_list")["asks"]
    signs = [(plain[: m.start()], plain[m.end() :].strip()) for m in re.finditer(r"\s*[,;:–-]+\s+", plain)]
    words = [(plain[: m.start()], plain[m.start() :]) for m in WORD.finditer(plain) if m.group() in asks]
    return [(head, rest) for head, rest in (*signs, *words) if head.strip() and rest]


def _named(words: Sequence[str], conversation: Conversation, current: Turn | None) -> Turn | None:
    sets = word_sets("whole_list")
    left = [word for word in words if cues.number(word) < _MANY and not any(word in some for some in sets.values())]
    if left and "naar" in words and sets["back"].intersection(words):  # "nog even terug naar de lerarenopleidingen"
        return pointing.list_asked(" ".join(left), conversation)
    numbers = [cues.number(word) for word in words if cues.number(word) >= _MANY]
    if left:
        return None
    said = {name for name, some in sets.items() if any(word in some for word in words)}
    if len(numbers) == 1 and said & {"back", "above", "all"}:
        return pointing.list_of_length(conversation, numbers[0])
    if numbers or not {"list", "whole"} <= said:
        return None
    lists = [turn for turn in conversation.turns if turn.is_list and not turn.pointed]
    inside = (turn for turn in lists if current is not None and set(current.shown) < set(turn.shown))
    return next(inside, lists[0] if lists else None)
