# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Words of status, lateness and sharing that are said of people and not of measures.

"Wat als je partner je voortdurend bedreigt?" asks for no measure that is doorlopend, and "ouders die er alleen voor staan"
for none of a single ministry. The people are told by their nouns and pronouns (`data/reading.toml`, everyday), and by the
clause in which the word stands.
"""

import re
from functools import lru_cache

from app.filters import KindIs
from app.reading.draft import Draft
from app.reading.lexicon import any_of, telling, words_of_questions
from app.reading.line import Line

FURTHEST = 12  # words between the people and what is said of them
# What begins another clause, or asks for something: it ends what is said of the people before it.
_ON = r"(?: (?!(?:[?!;:.]|wat|welke?|hoeveel|wie nog|waar|, (?:en |maar )?(?:is|zijn|wat|welke|hoeveel|loopt|lopen))(?!\S))[^ ]+){0,%d}$"


@lru_cache(maxsize=1)
def _rules() -> dict[str, re.Pattern[str]]:
    data = words_of_questions()["everyday"]
    endings = "|".join(re.escape(word) for word in sorted(data["people"], key=len, reverse=True) if len(word) > 4)
    person = rf"(?:{any_of(data['people'])}|[a-z+'-]*(?:{endings}))"
    one = rf"(?:{any_of(data['single'])})"
    on = _ON % FURTHEST
    some = r"(?:(?:de|een|het|alle|veel|meer|jonge|mijn|onze|deze|die|sommige|andere|zwangere|alleenstaande) )*"
    be = r"(?:ben|is|zijn|was|waren|word|wordt|worden|werd|werden|heb|heeft|hebben|raakt|raken|blijft|blijven|krijgt|krijgen|komt|komen|staat|staan|voelt|voelen|zit|zitten)"
    because = r"(?:als|wanneer|omdat|doordat|terwijl|indien|zodra|hoewel|zodat|voordat|dat|of)"
    return {
        "whose": re.compile(rf"(?<!\S){person}(?: (?:en|of) {person})* (?:, )?(?:die|(?:aan|bij|van|voor|met) wie|waarvan|wier|wiens)(?!\S){on}"),
        "which": re.compile(rf"(?<!\S){one} (?:, )?(?:dat|die)(?!\S){on}"),
        "because": re.compile(rf"(?<!\S){because} (?:(?:je|jij|ik|hij|iemand|mijn|jouw)|{some}{person})(?!\S){on}"),
        "mine": re.compile(rf"(?<!\S)(?:mijn|m'n|jouw|je) (?:{person}|{one})(?!\S){on}"),
        "told": re.compile(rf"^(?:(?:en|maar|waarom|hoe) )*(?:{some}(?:{person}|{one}) {be}|{be} {some}(?:{person}|{one}))(?!\S){on}"),
        "idiom": re.compile(rf"(?<!\S)(?:{any_of(data['idioms'])})(?!\S)"),
    }  # fmt: skip


def said_of_people(draft: Draft, start: int, end: int) -> bool:
    """Whether the characters start to end of the line tell of people, or are part of an idiom, and of no measure."""
    line = draft.line
    first, last = line.span(start, end)
    token, stop = line.symbols[first].start, line.symbols[last - 1].stop
    norms = [t.norm for t in line.tokens]
    if _in_idiom(norms, token, stop):
        return True
    rows = draft.measures_named or draft.has(KindIs) or "«k" in line.text or draft.group_by or draft.ask is not None
    if rows:
        return False
    before, rules = " ".join(norms[:token]), _rules()
    if rules["whose"].search(before) or rules["which"].search(before):
        return True
    return not draft.about_measures() and any(rules[name].search(before) for name in ("because", "mine", "told"))


def _in_idiom(norms: list[str], token: int, stop: int) -> bool:
    text = " ".join(norms)
    starts = [0]
    for norm in norms:
        starts.append(starts[-1] + len(norm) + 1)
    a, b = starts[token], starts[stop] - 1
    return any(m.start() <= a and b <= m.end() for m in _rules()["idiom"].finditer(text))


def describes_something(draft: Draft, line: Line, start: int, end: int) -> bool:
    """Whether a word for what goes on stands before the noun that it describes: "een doorlopende stroom haatberichten"."""
    if draft.about_measures() or "«k" in line.text:
        return False
    _, last = line.span(start, end)
    word = line.text[start:end]
    after = line.symbols[last] if last < len(line.symbols) else None
    nouns = words_of_questions()["measure_nouns"]
    inflected = " " not in word and (word.endswith("e") or word == "onafgebroken")
    return inflected and after is not None and after.is_word and telling(after.text) and after.text not in nouns
