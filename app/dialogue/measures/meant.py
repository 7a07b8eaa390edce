"""Which one measure words mean: one on the table, one of the whole report by its title or text, or by meaning.

The table wins where a title on it has the words. A title elsewhere that has them wins over a text on the table; that
wins over a text elsewhere, and over meaning, which must be strong. Where more than one fits as well, none is meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.dialogue import cues
from app.dialogue.measures import fieldwords, pointing
from index.words import content_words, stem
from index.words import words as all_words
from ingest.records import Measure

if TYPE_CHECKING:
    from app.dialogue.course import Course
    from app.dialogue.moment import Moment

SURE = 0.75  # the share of the words that must stand in a title
_WHOLE = 0.95
_EMPTY = frozenset(
    ("rond", "rondom", "inzake", "omtrent", "vorige", "volgende", "andere", "ander", "rest", "overige", "eerdere")
)
_NO_NAMES = frozenset("enstum")  # letters that are short for words, as in "'t", "m'n", "u"
LIKELY = 7.0  # how strongly a measure must be found by meaning, as the search counts it
_CLOSE = 0.93  # a second that is found so nearly as strongly leaves it open which one is meant


def telling(words: str) -> tuple[str, ...]:
    """The words that tell one thing from another: no function word, no noun of a detail, no name of a kind."""
    table = fieldwords.table()
    nouns = frozenset(table["details"]["nouns"]) | frozenset(table["told"]["nouns"])
    empty = nouns | frozenset(table["told"]["beside"]) | cues.word_set("thing") | _EMPTY
    return tuple(w for w in content_words(cues.plain(words)) if w not in empty and not cues.says_little(w))


def meant(
    course: "Course",
    words: str,
    noun: str = "",
    *,
    tables: Sequence[tuple[str, ...]] = (),
    without: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """The one measure that words mean; () where none or more than one is.

    Args:
        course: what knows the measures and searches them.
        words: what describes the measure, as typed.
        noun: what it is called: "onderzoek"; its title must have it.
        tables: what was shown, the nearest first; the first is what was singled out.
        without: measures that are not meant.
    """
    said = telling(words)
    if not said:
        return ()
    letters = tuple(w for w in all_words(words) if len(w) == 1 and w.isalpha() and w not in _NO_NAMES)
    look = _Look(course.by_id, " ".join(said), noun, without, letters)
    everywhere = tuple(course.by_id)
    full = [w for w in content_words(cues.plain(words)) if not cues.says_little(w)]
    if len(full) > 1:  # its whole name wins over what is on the table: "Veilige Steden"
        whole = _Look(course.by_id, " ".join(full), noun, without).titled(everywhere, _WHOLE)
        if len(whole) == 1 and _is_title(full, course.by_id[whole[0]]):
            return whole
    focus = tables[0] if tables else ()
    titles = tuple(i for i, x in course.by_id.items() if pointing.is_whole_title(full, x))
    if len(titles) == 1 and titles[0] not in without and look.called(titles):
        return titles
    in_part = named_in_part(course, words)
    if in_part and look.called(in_part):
        return in_part
    kinds = [] if noun else [word for word in full if word in cues.word_set("called")]
    if kinds and not look.renamed(kinds[-1]).called(focus):  # "de Techniekpact Monitor", where the pact was told
        found = look.renamed(kinds[-1]).called(look.titled(everywhere))
        if len(found) == 1 and found[0] not in focus:
            return found
    for ids in tables:
        found = look.called(look.titled(ids))
        if len(found) == 1:
            return found
    told = next((x for ids in tables if (noun or ids == focus) and len(x := look.called(look.carrying(ids))) == 1), ())
    candidates = (
        look.titled(everywhere, _WHOLE),
        told,
        look.titled(everywhere),
        course.named(words),
        look.carrying(everywhere) if noun or letters else (),
    )
    for some in candidates:
        named = look.called(some)
        if len(named) == 1 and named[0] not in without:
            return named
    if any(_carries(word, course.by_id[i]) for word in said for i in focus if i in course.by_id):
        return ()
    return _likeliest(course, words, look)


def named_in_part(course: "Course", words: str) -> tuple[str, ...]:
    """The one measure whose title has all words of a description, with a word among them that others of its kind lack.

    "De streefcijfers bij de ministeries": more titles have "streefcijfers", one has both words.
    """
    measures = tuple(course.by_id.values())
    beside, said = pointing.words_beside(words, measures), " ".join(telling(words))
    having = pointing.best(said, measures, _WHOLE, titles=True, closest=False) if beside and said else []
    ids = tuple(i for i, x in course.by_id.items() if x in having and beside <= set(all_words(x.title)))
    return ids if len(ids) == 1 < len(having) else ()


def tables_of(m: "Moment") -> tuple[tuple[str, ...], ...]:
    """What was shown, nearest first: what was singled out, the list at hand, earlier lists."""
    return (m.last.focus, m.base.shown, *(turn.shown for turn in reversed(m.conversation.turns)))


def is_unknown(course: "Course", words: str) -> bool:
    """Whether nothing in the report is strongly meant by words: "dat onderzoek [met die lange naam]"."""
    found = course.strongest(words)
    return not found or found[0][1] < LIKELY


@dataclass(frozen=True, slots=True)
class _Look:
    """What is looked for among the measures."""

    measures: dict[str, Measure]
    words: str
    noun: str
    without: tuple[str, ...]
    letters: tuple[str, ...] = ()  # that stand for a thing: "de inventarisatie van de x"

    def renamed(self, noun: str) -> "_Look":
        """The same, with what it is called."""
        return replace(self, noun=noun)

    def titled(self, ids: Sequence[str], least: float = SURE) -> tuple[str, ...]:
        """Those whose title has at least that share of the words."""
        among = [i for i in ids if i in self.measures and i not in self.without]
        having = pointing.best(self.words, [self.measures[i] for i in among], least, titles=True, closest=False)
        return tuple(i for i in among if self.measures[i] in having)

    def carrying(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Those in which all the words stand."""
        among = [i for i in ids if i in self.measures and i not in self.without]
        return tuple(i for i in among if _carries(self.words, self.measures[i]))

    def called(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Those whose title has the noun, and whose row has the letters."""
        ids = tuple(i for i in ids if not self.noun or pointing.best(self.noun, [self.measures[i]], titles=True))
        return tuple(i for i in ids if not self.letters or self._lettered(self.measures[i]))

    def _lettered(self, measure: Measure) -> bool:
        row = frozenset(all_words(f"{measure.title} {measure.explanation}"))
        return all(letter in row for letter in self.letters)


def _is_title(words: Sequence[str], measure: Measure) -> bool:
    """Whether words are all that a title says, but for what says little."""
    title = {stem(w) for w in content_words(measure.title) if not cues.says_little(w)}
    return title == {stem(w) for w in words}


def _carries(words: str, measure: Measure) -> bool:
    return bool(pointing.carrying(words, [measure]))


def _likeliest(course: "Course", words: str, look: _Look) -> tuple[str, ...]:
    found = [(i, score) for i, score in course.strongest(words) if i not in look.without]
    called = set(look.called([i for i, _ in found]))
    found = [(i, score) for i, score in found if i in called and score >= LIKELY]
    if not found or (len(found) > 1 and found[1][1] > _CLOSE * found[0][1]):
        return ()
    return (found[0][0],)
