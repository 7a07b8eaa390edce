"""Which one measure words mean: one on the table, one of the whole report by its title or text, or by meaning.

The table wins where a title on it has the words. A title elsewhere that has them wins over a text on the table; that
wins over a text elsewhere, and over meaning, which must be strong. Where more than one fits as well, none is meant.
"""

from app.dialogue import cues, fieldwords, pointing
from app.dialogue.moment import Moment
from index.words import content_words
from ingest.records import Measure

SURE = 0.75  # the share of the words that must stand in a title
_WHOLE = 0.95
_EMPTY = frozenset(
    (
        "rond",
        "rondom",
        "inzake",
        "omtrent",
        "betreffende",
        "vorige",
        "volgende",
        "andere",
        "ander",
        "rest",
        "overige",
        "eerdere",
        "vraag",
    )
)
_LIKELY = 7.0  # how strongly a measure must be found by meaning, as the search counts it
_CLOSE = 0.93  # a second that is found so nearly as strongly leaves it open which one is meant


def telling(words: str) -> tuple[str, ...]:
    """The words that tell one thing from another: no function word, no noun of a detail, no name of a kind."""
    table = fieldwords.table()
    nouns = frozenset(table["details"]["nouns"]) | frozenset(table["told"]["nouns"])
    empty = nouns | frozenset(table["told"]["beside"]) | cues.word_set("thing") | _EMPTY
    return tuple(w for w in content_words(cues.plain(words)) if w not in empty and not cues.says_little(w))


def meant(m: Moment, words: str, noun: str = "", *, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The one measure that words mean; () where none or more than one is.

    Args:
        m: the message and what was shown before it.
        words: what describes the measure, as typed.
        noun: what it is called: "onderzoek"; its title must have it, or it is a kind that its title has.
        without: measures that are not meant.
    """
    said = telling(words)
    if not said:
        return ()
    phrase = " ".join(said)
    tables = [m.last.focus, m.base.shown, *(turn.shown for turn in reversed(m.conversation.turns))]
    for ids in tables:
        found = _titled(m, phrase, [i for i in ids if i not in without])
        if len(_called(m, found, noun)) == 1:
            return tuple(_called(m, found, noun))
    everywhere = [i for i in m.measures if i not in without]
    whole = _called(m, _titled(m, phrase, everywhere, _WHOLE), noun)
    told = next((x for ids in tables if len(x := _telling_of(m, phrase, ids, noun, without)) == 1), [])
    for found in (whole, told, _titled(m, phrase, everywhere), list(m.course.named(words))):
        named = _called(m, found, noun)
        if len(named) == 1 and named[0] not in without:
            return tuple(named)
    having = _called(m, [i for i in everywhere if _carries(phrase, m.measures[i])], noun) if noun else []
    if len(having) == 1:
        return tuple(having)
    if any(_carries(word, m.measures[i]) for word in said for i in m.last.focus if i in m.measures):
        return ()
    return _likeliest(m, words, noun, without)


def _telling_of(m: Moment, words: str, ids: tuple[str, ...], noun: str, without: tuple[str, ...]) -> list[str]:
    """Those on a table in whose text all words stand; without a noun only of what was singled out."""
    if not noun and ids != m.last.focus:
        return []
    having = [i for i in ids if i in m.measures and i not in without and _carries(words, m.measures[i])]
    return _called(m, having, noun)


def is_unknown(m: Moment, words: str) -> bool:
    """Whether nothing in the report is strongly meant by words: "dat onderzoek [met die lange naam]"."""
    found = m.course.strongest(words)
    return not found or found[0][1] < _LIKELY


def _titled(m: Moment, words: str, ids: list[str], least: float = SURE) -> list[str]:
    having = pointing.best(words, [m.measures[i] for i in ids if i in m.measures], least, titles=True)
    return [i for i in ids if m.measures.get(i) in having]


def _called(m: Moment, ids: list[str], noun: str) -> list[str]:
    return [i for i in ids if not noun or pointing.best(noun, [m.measures[i]], titles=True)] if ids else []


def _carries(words: str, measure: Measure) -> bool:
    return bool(pointing.carrying(words, [measure]))


def _likeliest(m: Moment, words: str, noun: str, without: tuple[str, ...]) -> tuple[str, ...]:
    found = [(i, score) for i, score in m.course.strongest(words) if i not in without]
    called = set(_called(m, [i for i, _ in found], noun))
    found = [(i, score) for i, score in found if i in called and score >= _LIKELY]
    if not found or (len(found) > 1 and found[1][1] > _CLOSE * found[0][1]):
        return ()
    return (found[0][0],)
