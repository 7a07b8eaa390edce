"""The rule for a message that names another subject than the measure on the table: "en wie gaat over de eilanden?".

The words that say neither what is asked nor nothing are its subject. They are looked for in the title, the heading and
the text of each measure; of which the fewest are missing, that one is meant: of what was shown first, else of the
report. Where the one on the table has all of them, or where more than one fits as well, the rule leaves the message.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from app.dialogue import cues
from app.dialogue.bags import WORD
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.another import asked_of_them
from app.dialogue.measures.asking import detail_of
from app.dialogue.measures.meant import named_in_part, tables_of
from app.dialogue.moment import ASKS, NOUN, Moment, Problem, Step
from app.filters import KindIs
from index.words import stem, stop_words
from index.words import words as all_words
from ingest.records import Measure

_ARTICLE = ("de", "het", "die", "dat", "deze", "dit", "een", "'t")
_THAT = ("die", "dat", "deze", "dit", "het")
_PARTICIPLE = re.compile(r"(?:ge|^be|^ver|^her|^ont)\w+(?:t|d|en)$")
_OF_LIST = re.compile(
    r"\bmaatregelen\b|\b(?:andere?|overige|anders|nog meer|verder|hoeveel)\b"
    r"|^(?:en |maar |of )*(?:welke?|wat) (?:zijn|staan|staat|vallen|valt|lopen|daarvan|ervan)\b"
)
_MUCH = re.compile(r"\bhoeveel (?=(?:geld|euro|miljoen|miljard|procent|budget|tijd)\b)")
_POINTS = re.compile(r"\b(?:die|dat|deze|dit|er|daar\w*|hier\w+|hij|hem|ze)\b")
_TITLE, _HEADING, _TEXT = 1.0, 0.75, 0.6
_OF_KIND = 0.3  # what a word weighs that only says of which kind a thing is: "programma"
_MOST_MISSING = 0.3  # of the weight of the subject
_IN_TITLE = 0.45  # of it, at least, must stand in a title that was not shown
SURE = 0.75  # of it in the title of the one on the table, no other is looked for
_WHOLLY = 0.99  # of it in a title, the title has all words
_CLEAR = 0.05  # by so much the best must be better than the second
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a message that name its subject, and the message with a pronoun in their place."""

    words: tuple[str, ...]
    question: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a measure has the words of a subject."""

    number: str
    missing: float
    titled: float
    value: float


def of_another_subject(m: Moment) -> Step | Problem | None:
    """What is asked, of the measure that the subject fits best; None where the one on the table has it as well."""
    if len(m.last.focus) != 1 or _OF_LIST.search(_MUCH.sub(" ", m.plain)):
        return None
    if pointing.place_named(m.message, tuple(m.measures.values())) is not None:
        return None
    tell = cues.cue("tell", m.message)
    asked = fieldwords.asked_field(m.plain)
    asks = tell is not None or asked is not None or ASKS.match(m.plain) is not None
    short = asks and len(m.plain.split()) <= _MOST_WORDS
    subject = subject_of(cues.plain(tell.rest) if tell is not None else m.plain) if short else None
    if subject is None or NOUN.search(" ".join(subject.words[:1])) or not _is_subject(m, subject):
        return None
    described = tell.rest if tell is not None else asked.rest if asked is not None else ""
    number = next(iter(named_in_part(m.course, described)), "") or fitting(m, subject.words)
    if not number:
        return None
    if tell is not None:
        return m.about((number,))
    if fieldwords.asks_beginning(m.plain):
        return detail_of(m, (number,))
    return asked_of_them(m, (number,), subject.question)


def subject_of(plain: str) -> Subject | None:
    """The subject of a message: from its article to the last word that tells something."""
    asked = fieldwords.asked_field(plain)
    beside = fieldwords.words_beside(asked.field) if asked is not None else frozenset()
    field = fieldwords.table()["fields"][asked.field].search(plain) if asked is not None else None
    tokens = list(WORD.finditer(plain))
    telling = [
        n
        for n, token in enumerate(tokens)
        if _tells(token.group())
        and token.group() not in beside - cues.word_set("thing")
        and not (field is not None and field.start() <= token.start() < field.end())
    ]
    if not telling:
        return None
    articled = [n for n in telling if n and _after_article(tokens, n)]
    if not articled:
        return None
    details = fieldwords.table()["details"]["nouns"]
    telling = [n for n in telling if n >= articled[0]]
    telling = [n for n in telling if tokens[n].group() not in details] or telling  # "het geld voor dat verlof"
    first = telling[0]
    while first and tokens[first - 1].group() not in _ARTICLE:
        first -= 1
    last = telling[-1]
    while last + 1 < len(tokens) and _belongs(tokens[last + 1].group()) and tokens[last + 1].group() not in beside:
        last += 1  # "Caribisch [Nederland]"
    start, stop = tokens[first - 1].start() if first else 0, tokens[last].end()
    if _POINTS.search(f"{plain[:start]} {plain[stop:]}"):
        return None
    words = tuple(tokens[n].group() for n in telling)
    return Subject(words, " ".join(f"{plain[:start]} die {plain[stop:]}".split()))


def _after_article(tokens: Sequence[re.Match[str]], n: int) -> bool:
    """Whether an article stands before a word, with at most one adjective between them."""
    last = n == len(tokens) - 1
    if last and tokens[n - 1].group() in _THAT and _PARTICIPLE.search(tokens[n].group()):
        return False  # "wordt dat voortgezet?"
    before = [tokens[k].group() for k in range(max(0, n - 2), n)]
    return before[-1] in _ARTICLE or (len(before) > 1 and before[0] in _ARTICLE and before[1].endswith("e"))


def _tells(word: str) -> bool:
    if len(word) == 1:
        return word.isalpha() and word not in ("u", "'")
    called = word in cues.word_set("called")  # "het overzicht", although a question may ask for one
    return called or not (cues.says_little(word) or word in stop_words() or word in _ARTICLE)


def _belongs(word: str) -> bool:
    """Whether a word goes on a name, although it tells nothing by itself."""
    return not cues.says_little(word) and word not in _ARTICLE


def _is_subject(m: Moment, subject: Subject) -> bool:
    """Whether the words hold no condition, and more than the name of a detail or a kind."""
    details = fieldwords.table()["details"]["nouns"]
    things = cues.word_set("thing")
    if all(word in details or word in things for word in subject.words):
        return False
    query = m.read(" ".join(subject.words)).query
    return not query.target and query.as_of is None and all(isinstance(c, KindIs) for c in query.filters)


def fitting(m: Moment, words: Sequence[str]) -> str:
    """The number of the measure that words fit best; "" where none or more than one does."""
    weights = [_weight(word, tuple(m.measures.values())) for word in words]
    total = sum(weights)
    if not total:
        return ""
    whole = [i for i, measure in m.measures.items() if pointing.is_whole_title(words, measure)]
    if len(whole) == 1:  # "het Techniepact zelf", after its monitor
        return whole[0]
    fits = {i: _fit(words, weights, measure, total) for i, measure in m.measures.items()}
    focus = fits[m.last.focus[0]]
    titled = [fit for fit in fits.values() if min(fit.titled, fit.value) >= _WHOLLY]
    if len(titled) == 1 and len(words) > 1:  # "de Techniepact Monitor", after the pact
        return titled[0].number
    if not focus.missing and focus.titled >= SURE:
        return focus.number
    shown = {i for ids in tables_of(m) for i in ids if i in fits}
    near = _best([fits[i] for i in shown], focus)
    if near is not None and (near.missing == 0 or near.titled >= _IN_TITLE):
        return near.number
    far = _best([fit for i, fit in fits.items() if i not in shown and fit.titled >= _IN_TITLE], focus)
    return far.number if far is not None else ""


def _best(fits: Sequence[Fit], focus: Fit) -> Fit | None:
    """The one of which the fewest words are missing, where it is better than the one on the table and any other."""
    ranked = sorted((fit for fit in fits if fit.missing <= _MOST_MISSING), key=lambda fit: (fit.missing, -fit.value))
    if not ranked:
        return None
    best = ranked[0]
    better = focus.missing > best.missing or (best.titled >= _IN_TITLE and focus.titled < best.titled / 2)
    alone = len(ranked) == 1 or ranked[1].missing > best.missing or ranked[1].value < best.value - _CLEAR
    return best if (better or best is focus) and alone else None


def _fit(words: Sequence[str], weights: Sequence[float], measure: Measure, total: float) -> Fit:
    found = [(w, _found(word, measure)) for word, w in zip(words, weights, strict=True)]
    return Fit(
        measure.id,
        sum(w for w, value in found if value == 0) / total,
        sum(w for w, value in found if value > _HEADING) / total,
        sum(w * value for w, value in found) / total,
    )


def _found(word: str, measure: Measure) -> float:
    for weight, text in (
        (_TITLE, measure.title),
        (_HEADING, f"{measure.heading} {measure.theme}"),
        (_TEXT, f"{measure.explanation} {measure.who}"),
    ):
        value = _in(word, text)
        if value:
            return weight * value if weight < _TITLE else max(value, _HEADING + 0.01)
    return 0.0


def _in(word: str, text: str) -> float:
    whole = float(word in all_words(text))
    return whole or (pointing.found_in(word, text) if len(word) > 1 else 0.0)


@lru_cache(maxsize=2048)
def _weight(word: str, measures: tuple[Measure, ...]) -> float:
    """What a word weighs: the fewer measures have it, the more."""
    if word in cues.word_set("thing"):
        return _OF_KIND
    root = stem(word)
    having = sum(any(root in other for other in all_words(f"{x.title} {x.explanation}")) for x in measures)
    return log((1 + len(measures)) / (1 + having))
