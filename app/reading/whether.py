# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Questions about many measures that take yes or no: "zijn alle maatregelen van VWS in uitvoering?", "is er iets van BZ over tijd?".

They are read as the list that they ask about; here only is seen that it is a question of yes or no, and of which of its
conditions all are asked to have. So the answer may open with "Ja" or "Nee" and the numbers, and still shows the measures.
"""

import re

from app.filters import EndIn, HasEnd, Lasts, Not, Overdue, RunsAfter, RunsDuring, StartIn, StatusIn, ToDoBy, Upcoming
from app.query import Filter
from app.reading.comparing import settle_comparison
from app.reading.draft import Draft
from app.reading.lexicon import words_of_questions
from app.reading.line import rule

_VERB = (
    r"(?:is|zijn|was|waren|heeft|hebben|had|hadden|loopt|lopen|liep|liepen|valt|vallen|ligt|liggen|staat|staan|wordt|worden|werd|werden|moet|moeten|"
    r"eindigt|eindigen|hoort|horen|gaat|gaan|zit|zitten|komt|komen|verloopt|verlopen|bestaat|bestaan|zal|zullen|ronden|rondt|stopt|stoppen)"
)
_WHETHER = r"(?:(?:klopt het|is het zo|is het waar|is het juist|klopt) dat|of)"
_ADVERBS = r"(?: (?:er|nu|al|dan|inmiddels|nog|echt|eigenlijk|wel|ook|momenteel|intussen|toch|werkelijk|daadwerkelijk|op dit moment))*"
_NOT_ALL = re.compile(
    rf"^(?:(?:en|maar) )?(?:{_VERB}|{_WHETHER}){_ADVERBS} (?P<not>niet) (?=alle|alles|al (?:de|het)|elke?|iedere?)"
)
_NONE = re.compile(
    rf"^(?:(?:en|maar) )?(?:{_VERB}|{_WHETHER}){_ADVERBS}(?: «[ow]\d+»)?{_ADVERBS} (?P<not>geen(?: enkele?)?) (?:maatregel(?:en)?|acties?|plannen|projecten|«k\d+»|(?:«[owm]\d+» )?(?:- )?maatregel(?:en)?)(?!\S)"
)
_ALL = re.compile(
    rf"^(?:(?:en|maar) )?(?:{_VERB}|{_WHETHER}){_ADVERBS}(?: niet| ·)? (?P<all>alle|al de|al het|alles|elke?|iedere?)(?!\S)(?P<of> [^ ]+)?"
)
_EVERY_ONE = re.compile(
    rf"^(?:(?:en|maar) )?(?:{_VERB}|{_WHETHER}){_ADVERBS} (?:de|die|deze|het) .*(?<!\S)(?P<all>allemaal|zonder uitzondering|stuk voor stuk|alle)(?!\S)"
)
_WHOLE = re.compile(
    rf"^(?:(?:en|maar) )?{_VERB}(?: de maatregelen (?:van|in|bij|binnen|onder))?(?: het| de)?(?: ministerie van| thema| hoofdstuk| kopje)? (?:«[owmh]\d+»|\d){_ADVERBS} (?P<all>helemaal|geheel|volledig|compleet|in zijn geheel)(?!\S)"
)
_THERE = re.compile(rf"^(?:(?:en|maar) )?{_VERB} er(?!\S)")
_HAS_ANY = re.compile(
    r"^(?:(?:en|maar) )?(?:heeft|hebben|kent|doet|trekt) (?:(?:het|de) )?(?:ministerie van )?(?:«[ow]\d+»|we|wij|ze|thema «m\d+»|«m\d+»)"
    r"(?: (?:ook|nog|al|nu|dan|op|dit|moment|momenteel))* (?:iets|niets|niks|geen|een|maatregelen|acties|dingen|zaken|plannen|projecten|«k\d+»|[a-z]+e (?:maatregelen|acties)|over)(?!\S)"
)
_ANYTHING = re.compile(rf"^(?:(?:en|maar) )?{_VERB}(?: (?:iets|niets|niks|sommige|enige|ten minste|minstens))(?!\S)")
_PROGRESS = (StatusIn, Overdue, EndIn, HasEnd, StartIn, RunsAfter, RunsDuring, ToDoBy, Upcoming, Lasts)
_RELATIVE = frozenset({"die", "dat", "wat", "waarvan", "waarvoor", "waarbij"})


def strip_none(draft: Draft) -> None:
    """Take off the "geen" of "zijn er geen maatregelen van FIN ..." and the "niet" of "zijn niet alle ...".

    They ask the same as without: whether there are any, and whether all are.
    """
    line = draft.line
    for pattern in (_NOT_ALL, _NONE):
        match = pattern.search(line.text)
        if match:
            line.use(match.span("not"))


def read_whether(draft: Draft, said: str) -> None:
    """Whether the question takes yes or no, and what all are asked to be; `said` is the line before the rules used it."""
    settle_comparison(draft, said)
    if draft.each:
        draft.whether = draft.plain()
    if draft.ask is not None or not draft.found or draft.group_by or draft.extreme or draft.limit or draft.target:
        return
    match = _ALL.search(said) or _EVERY_ONE.search(said) or _WHOLE.search(said)
    if match:
        of = (match.groupdict().get("of") or "").strip()
        if any(of in words for words in words_of_questions()["groups"].values()):
            return
        draft.whether = _asked_of_all(draft)
        _use_all(draft)
    elif _THERE.search(said) or _HAS_ANY.search(said) or _ANYTHING.search(said):
        draft.whether = ()


_QUANTITY = rule(
    r"alle|alles|allemaal|elke?|iedere?|stuk voor stuk|zonder uitzondering|helemaal|geheel|volledig|compleet|in zijn geheel"
)


def _use_all(draft: Draft) -> None:
    line = draft.line
    line.use(*[m.span() for m in _QUANTITY.finditer(line.text)])


def _asked_of_all(draft: Draft) -> tuple[Filter, ...] | None:
    """What all are asked to be: the last that is said, unless it only tells of which measures ("... die in 2022 afliepen")."""
    found = sorted(draft.found, key=lambda f: (f[2], f[1]))
    last = found[-1]
    words = [t.norm for t in draft.line.tokens]
    which = next((n for n, word in enumerate(words) if _QUANTITY.fullmatch(word)), len(words))
    if len(found) == 1 and set(words[which + 1 : which + 2]) & _RELATIVE:
        return None  # "is alles wat in 2022 af moest zijn ...": it tells of which
    before = [t.norm for t in draft.line.tokens[max(0, last[1] - 2) : last[1]] if t.norm not in ("de", "-")]
    if set(before[-1:]) & {"alle", "elk", "elke", "ieder", "iedere"} and len(found) == 1:
        return None  # "zijn alle moties ...": what they are asked to be was not understood
    for condition, start, stop in found:
        following = [t.norm for t in draft.line.tokens[stop : stop + 2]]
        tells = isinstance(condition.condition if isinstance(condition, Not) else condition, _PROGRESS)
        if tells and start < last[1] and stop < len(draft.line.tokens) and set(following) & _RELATIVE:
            last = (condition, start, stop)
            break
    return tuple(f for f, start, stop in found if (start, stop) == last[1:])
