"""What is said of the measures that pass the filters: "zijn van OCW en hebben een einde in 2024".

Each kind of filter has its own predicate; a filter that is not known here is worded by its own description.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from app.filters import (
    AllOf,
    AnyOf,
    EndIn,
    HasEnd,
    Headings,
    Ids,
    KindIs,
    MinistryCount,
    Not,
    Overdue,
    Pages,
    PersonIs,
    Printed,
    RunsAfter,
    RunsDuring,
    StartIn,
    StatusIn,
    Themes,
    ToDoBy,
)
from app.query import Filter, Query
from app.wording import Verb, count_of, day, listed, quoted
from index.kinds import kinds

BE = Verb("is", "zijn")
HAVE = Verb("heeft", "hebben")
FALL = Verb("valt", "vallen")
STAND = Verb("staat", "staan")
RUN = Verb("loopt", "lopen")
NAME = Verb("noemt", "noemen")
MUST = Verb("moet", "moeten")
ABOUT = Verb("gaat", "gaan")
FIT = Verb("past", "passen")

_LONGEST_SUBJECT = 4  # words; of more, the topic is more of a question than a subject


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with what follows it, in the singular and the plural."""

    verb: Verb
    one: str
    many: str
    relative: str = ""  # after "die", in the plural, where it is not just `many` and the verb
    denied: bool = False  # comes after what is said of the measures with the same verb
    alone: bool = False  # keeps its own verb: "zijn moties, zijn van OCW"

    def after_die(self) -> str:
        """The plural with its verb last: "een einde in 2024 hebben"."""
        return self.relative or f"{self.many} {self.verb.many}"

    def rest(self, amount: int) -> str:
        """What follows the verb for that amount."""
        return self.many if amount > 1 else self.one


def _same(verb: Verb, rest: str) -> Predicate:
    return Predicate(verb, rest, rest)


def predicate(condition: Filter) -> Predicate:  # one case a line, however many there are
    """What a filter says of the measures that pass it."""
    words = condition.describe()
    match condition:
        case Not(inner):
            return _denied(inner)
        case Themes() | Headings():
            return _same(FALL, words)
        case Pages():
            return _same(STAND, words)
        case Ids(ids):
            return _same(HAVE, f"nummer {listed(ids, 'of')}")
        case MinistryCount(most=0):
            return _same(HAVE, "geen ministerie als verantwoordelijke")
        case StatusIn() if words.startswith("die nog lop"):
            return _same(RUN, "nog")
        case KindIs(keys, mentioned=True):
            return _same(NAME, listed([_kind(key)[0] for key in keys], "of"))
        case KindIs(keys):
            one = listed([_kind(key)[0] for key in keys], "of")
            return Predicate(BE, one, listed([_kind(key)[1] for key in keys], "of"), alone=True)
        case PersonIs(_, role):
            paper = f" als indiener van een {role}" if role and role != "lid" else ""
            return _same(NAME, (f"het lid {condition.shown}" if condition.name else "een Kamerlid") + paper)
        case HasEnd(value):
            return _same(HAVE, "een einddatum" if value else "geen einddatum")
        case EndIn():
            return _same(HAVE, f"een {words.removeprefix('met ')}")
        case StartIn():
            return _same(BE, words)
        case RunsDuring():
            return _same(RUN, words.removeprefix("met looptijd "))
        case RunsAfter(last):
            rest = f"door tot na {day(last)}"
            return Predicate(RUN, rest, rest, f"tot na {day(last)} doorlopen")
        case ToDoBy(last):
            rest = f"uiterlijk {day(last)} nog worden afgerond"
            return Predicate(MUST, rest, rest, f"uiterlijk {day(last)} nog moeten worden afgerond")
        case Overdue():
            return _same(BE, words)
        case AnyOf(conditions) if conditions:
            return _several(conditions, " of ")
        case AllOf(conditions) if conditions:
            return _several(conditions, " en ")
    return _by_description(words)


def _several(conditions: tuple[Filter, ...], between: str) -> Predicate:
    """One verb for all where they share it: "zijn van OCW of afgerond"; else each its own."""
    parts = [predicate(c) for c in conditions]
    verb = parts[0].verb
    return Predicate(
        verb,
        between.join(p.one if p.verb == verb and not n else _own(p, verb, 1) for n, p in enumerate(parts)),
        between.join(p.many if p.verb == verb and not n else _own(p, verb, 2) for n, p in enumerate(parts)),
        between.join(p.after_die() for p in parts),
        alone=len({p.verb for p in parts}) > 1,
    )


def _own(part: Predicate, verb: Verb, amount: int) -> str:
    return part.rest(amount) if part.verb == verb else f"{part.verb.of(amount)} {part.rest(amount)}"


def _denied(inner: Filter) -> Predicate:
    positive = predicate(inner)
    match inner:
        case EndIn() | Printed():
            return _same(HAVE, f"geen {inner.describe().removeprefix('met ')}")
        case HasEnd(value):
            return predicate(HasEnd(not value))
        case KindIs(keys):
            article = listed([_kind(key)[0].replace("een ", "geen ", 1) for key in keys], "en")
            if inner.mentioned:
                return _same(NAME, article)
            many = "geen " + listed([_kind(key)[1] for key in keys], "en")
            return Predicate(BE, article, many, denied=True, alone=True)
        case StatusIn((0,), ()):
            return _same(BE, "niet gestopt")
        case StatusIn() if positive.verb is RUN:
            return _same(RUN, "niet meer")
    after = f"niet {positive.after_die()}"
    return Predicate(positive.verb, f"niet {positive.one}", f"niet {positive.many}", after, denied=True)


def _kind(key: str) -> tuple[str, str]:
    """The kind with its article, and its plural: "een motie", "moties"."""
    plural = next((kind.plural for kind in kinds() if kind.key == key), key)
    return f"een {key}", plural


def _by_description(words: str) -> Predicate:
    if words.startswith("met "):
        return _same(HAVE, words.removeprefix("met "))
    if words.startswith("zonder "):
        return _same(HAVE, f"geen {words.removeprefix('zonder ')}")
    return _same(BE, words)


def about(topic: str) -> Predicate:
    """What is said of measures that were found by meaning."""
    if len(topic.split()) > _LONGEST_SUBJECT:
        return _same(FIT, f"bij {quoted(topic)}")
    return _same(ABOUT, f"over {quoted(topic)}")


def predicates(query: Query) -> list[Predicate]:
    """What the query says of its measures: the topic first, then the filters in their order."""
    return [*([about(query.topic)] if query.topic else []), *(predicate(c) for c in query.filters)]


def joined(parts: Iterable[Predicate], amount: int) -> str:
    """The predicates as one clause for that many measures: "zijn van SZW en afgerond, en hebben een einde in 2024"."""
    first_place: dict[tuple[Verb, bool], int] = {}
    ordered = list(parts)
    for place, part in enumerate(ordered):
        first_place.setdefault((part.verb, part.alone), place)
    ordered.sort(key=lambda part: (first_place[part.verb, part.alone], part.denied))
    clauses, plain = [], True
    for (verb, _), group in groupby(ordered, key=lambda part: (part.verb, part.alone)):
        rests = [part.rest(amount) for part in group]
        plain = plain and len(rests) == 1
        clauses.append(f"{verb.of(amount)} {listed(rests)}")
    if len(clauses) == 2 and not plain:
        return f"{clauses[0]}, en {clauses[1]}"
    return listed(clauses)


def number_sentence(query: Query, amount: int, total: int) -> str:
    """The first sentence: "21 van de 149 maatregelen zijn van OCW en hebben een einde in 2024."."""
    parts = predicates(query)
    if not parts:
        return f"De rapportage bevat {total} maatregelen." if total != 1 else "De rapportage bevat één maatregel."
    sentence = f"{count_of(amount, total)} {joined(parts, amount)}"
    return f"{sentence} (0 van de {total})." if amount == 0 else f"{sentence}."


_AFTER_NOUN = ("van ", "alleen van ", "niet van ", "met ", "zonder ", "binnen ", "onder ", "op pagina ", "waarin ")


def noun_phrase(query: Query) -> str:
    """The measures that the query selects, as a noun with what belongs to it: "maatregelen van SZW die afgerond zijn".

    The order of the filters may change; the words are for a sentence, not for reading back.
    """
    noun = next((c for c in query.filters if isinstance(c, KindIs) and not c.mentioned and len(c.keys) == 1), None)
    rest = [c for c in query.filters if c != noun]
    after = [c.describe() for c in rest if c.describe().startswith(_AFTER_NOUN)]
    clauses = [predicate(c).after_die() for c in rest if not c.describe().startswith(_AFTER_NOUN)]
    about_topic = [f"over {quoted(query.topic)}"] if query.topic else []
    which = [f"die {listed(clauses)}"] if clauses else []
    return " ".join((_kind(noun.keys[0])[1] if noun else "maatregelen", *after, *about_topic, *which))
