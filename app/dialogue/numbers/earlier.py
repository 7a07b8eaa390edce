"""Which of the earlier lists a message means: "van dat eerste lijstje", "noem die laatste allemaal"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import dataclass, replace

from app.conversation import Conversation, Turn
from app.dialogue import cues
from app.dialogue.measures import fieldwords
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids
from app.query import Query

_FIRST = re.compile(
    r"\b(?:aller)?(?:eerste|eerstgenoemde|oorspronkelijke|originele|hele|gehele|totale|volledige|complete|lange|grote)\b"
)
_WHERE_IT_STANDS = re.compile(
    r"^(?:en |maar |dus )*(?:(?:in|bij) )?(?:welke?|wat voor) (?:maatregel(?:en)?|rijen|punten)(?: (?:komt|komen|staat|staan|noemen|noemt|wordt|worden|gaan|gaat|hebben|gebruiken|vermelden|horen|vallen|zijn|kom|vind)\b).*\b(?:dat|die|het|dit|daarover|daarmee|daarbij|daaronder|ermee|erover|erbij|ze)\b.*$"
    r"|^(?:en |maar |dus )*waar (?:komt|staat|wordt|vind ik|lees ik) (?:dat|die|het|dit)(?: \w+)*$"
)
_JUST_BEFORE = ("hiervoor", "ervoor", "daarvoor", "daarnet", "zonet", "zojuist")  # the list on the table is not meant
_ASKED_BEHIND = re.compile(r"^[,:; ]*(?P<which>welke?|hoeveel|wat)(?: maatregelen)?(?P<rest> .+)$")
_THERE = re.compile(r" (?:daar|daarvan|ervan|hiervan)\b")
_PLACES = {"tweede": 1, "derde": 2}


@dataclass(frozen=True, slots=True)
class FromList:
    """An earlier list, and the message with "daarvan" in the place of the words that named it."""

    turn: Turn
    message: str


def from_list(message: str, conversation: Conversation) -> FromList | None:
    """The earlier list that a message names in passing: "en welke van dat eerste lijstje hoort bij SZW?"."""
    plain = cues.plain(message)
    for pattern in fieldwords.table()["lists"]["named"]:
        match = re.search(pattern, plain)
        lists = _lists(conversation)
        if match is None or not lists:
            continue
        rest = f"{plain[: match.start()]} daarvan {plain[match.end() :]}"
        if plain[: match.start()].strip() in ("", "en", "maar", "nu", "dan"):
            rest = asked_of_it(plain[match.end() :]) or rest
        before = match["which"] in _JUST_BEFORE and lists[-1].shown == conversation.turns[-1].shown
        return FromList(_chosen("vorige" if before else match["which"], lists), " ".join(rest.split()))
    return None


_ASKED_IN_FULL = re.compile(
    r"^(?P<which>(?:en )?(?:welke|hoeveel)) (?:maatregelen|acties|punten) (?!(?:daarvan|ervan|hiervan)\b)(?P<rest>.+)$",
    re.IGNORECASE,
)


def asked_of_it(words: str) -> str | None:
    """What is asked behind the words that name a list, of that list: "welke maatregelen liepen daar in 2024 af?"."""
    full = _ASKED_IN_FULL.match(words)
    if full is not None:  # "terug naar die lijst: welke maatregelen lopen af in 2027?"
        return f"{full['which']} daarvan {full['rest']}"
    asked = _ASKED_BEHIND.match(words)
    if asked is None or not _THERE.search(asked["rest"]):
        return None
    return f"{asked['which']} daarvan{_THERE.sub('', asked['rest'], count=1)}"


def _lists(conversation: Conversation) -> list[Turn]:
    """The lists that were shown, each once."""
    found: list[Turn] = []
    for turn in conversation.turns:
        if turn.is_list and not turn.pointed and not any(turn.shown == other.shown for other in found):
            found.append(turn)
    return found


def _chosen(which: str, lists: list[Turn]) -> Turn:
    if _FIRST.search(which):
        return lists[0]
    place = _PLACES.get(which)
    if place is not None and place < len(lists):
        return lists[place]
    if which in ("vorige", "eerdere") and len(lists) > 1:
        return lists[-2]
    if which == "korte":
        return min(lists, key=lambda turn: len(turn.shown))
    return lists[-1]


def places_of_term(m: Moment) -> Step | Problem | None:
    """The message "in welke maatregelen komt dat voor?" after a term was explained: those that stand beside it."""
    if m.last.kind != "explain" or not m.last.shown or not _WHERE_IT_STANDS.match(m.plain):
        return None
    return Step(Query(filters=(Ids(m.last.shown),)))


def counted_group(m: Moment) -> Step | Problem | None:
    """The message "noem die laatste eens allemaal" after "hoeveel heeft BZ?", "en BZK?": the group counted last."""
    match = next((found for p in fieldwords.table()["lists"]["counted"] if (found := re.match(p, m.plain))), None)
    counts: list[Turn] = []
    for turn in reversed(m.conversation.turns):
        if turn.pointed or turn.query is None or turn.query.ask not in ("count", "percentage"):
            break
        counts.insert(0, turn)
    if match is None or not counts:
        return None
    after = (match["after"] or "").split()
    whole = frozenset(fieldwords.table()["lists"]["whole"])
    light = cues.word_set("light") | frozenset(("eens", "even", "graag", "maar", "zien"))
    said = [word for word in after if word not in light]
    many = (
        " van " in f" {m.plain} "
        or any(word in whole or word.isdigit() or cues.number(word) for word in said)
        or bool(re.search(r"\b(?:laatsten|eersten|vorigen|alle)\b", m.plain))
    )
    if any(word not in whole and not word.isdigit() and not cues.number(word) for word in said):
        return None
    if not many and len(counts) < 2:
        return None
    which = match["which"]
    place = 0 if which.startswith("eerst") else _PLACES.get(which, len(counts) - 1)
    place = len(counts) - 2 if which in ("vorige", "eerder genoemde") and len(counts) > 1 else place
    if place >= len(counts):
        return None
    m.base = counts[place]
    return Step(replace(m.base_query, ask="list", group_by=(), extreme=None, share=(), field=None), m.base)
