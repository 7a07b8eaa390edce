"""What the rules of a reading have found so far: the line that they take words from, and the parts of the query."""

import dataclasses
import re
from dataclasses import dataclass
from datetime import date

from app.filters import AllOf, AnyOf, Headings, Ids, KindIs, MinistryCount, Not, Owners, PersonIs, Themes
from app.query import Ask, Extreme, FieldName, Filter, GroupKey, Order, Sizes
from app.reading.lexicon import Lexicon, any_of, carriers, known_words, telling, words_of_questions
from app.reading.line import Line

PRINTED = Order()


@dataclass(slots=True)
class Draft:
    """A query in the making. Rules fill it; nothing else does."""

    line: Line
    lexicon: Lexicon
    as_of: date
    found: list[tuple[Filter, int, int]] = dataclasses.field(default_factory=list)  # with the tokens start to stop
    ask: Ask | None = None
    topic: str | None = None  # set by a rule (quoted, or the name of a measure); else what is left
    broad: bool = False
    group_by: tuple[GroupKey, ...] = ()
    order: Order = PRINTED
    limit: int | None = None
    extreme: Extreme | None = None
    place: int = 1
    sizes: Sizes | None = None
    target: tuple[str, ...] = ()
    field: FieldName | None = None
    also: tuple[FieldName, ...] = ()
    peil: date | None = None  # a reference date that the question sets
    report: str | None = None
    other_report: str | None = None
    measures_named: bool = False  # the question says "maatregelen" or the like
    percentage_verb: int | None = None  # the token from which the part stands whose share is asked
    share_until: int | None = None  # the token up to which the part stands whose share is asked
    alternatives: list[tuple[Filter, tuple[Filter, ...]]] = dataclasses.field(
        default_factory=list
    )  # filter -> other readings
    by_share: bool = False  # groups and their ranking are asked by the share of their own measures
    no_status: bool = False  # the statuses named are the groups asked for, and no filters
    pending_open: bool = False  # the next deadline is asked for: of what is not done, unless a status is named
    as_topic: tuple[Filter, str] | None = None  # a bare theme, and the words that may be meant as a subject instead
    whether: tuple[Filter, ...] | None = None  # asked for yes or no, see `Query.whether`
    comparing: str | None = None  # "meer", "minder": two groups are compared by their number
    each: bool = False  # whether each group has some is asked
    loose: bool = False  # the topic is made of words that no cue announces, and the question has an answer without them
    ignored: list[str] = dataclasses.field(default_factory=list)

    def add(self, condition: Filter, tokens: tuple[int, int], *, negated: bool = False) -> Filter:
        """Add a filter; one that is there already changes nothing."""
        condition = Not(condition) if negated else condition
        if all(condition != f for f, _, _ in self.found):
            self.found.append((condition, *tokens))
        return condition

    def has(self, *types: type) -> bool:
        """Whether a filter of one of the types is there, bare or inside "not" or "any of"."""
        return any(isinstance(f, types) or _inside(f, types) for f, _, _ in self.found)

    def plain(self) -> tuple[Filter, ...]:
        """The filters so far, in the order in which they stand in the question."""
        return tuple(f for f, _, _ in sorted(self.found, key=lambda f: f[1:]))

    def content(self) -> list[str]:
        """The words left that say something: no function words, no signs."""
        return [w for w in self.left() if telling(w)]

    def about_measures(self) -> bool:
        """Whether the question asks for rows of the report: it names measures, owners, a place, a kind, a count."""
        structure = (Owners, MinistryCount, Themes, Headings, KindIs, PersonIs, Ids)
        asked = self.group_by or self.extreme or self.ask in ("count", "percentage", "groups", "rank")
        return bool(self.measures_named or asked or self.has(*structure))

    def unknown(self, beside: str = "") -> list[str]:
        """The words left that are no words of questions, without those that a rule is about to use."""
        used = set(beside.split())
        known = known_words() | carriers()
        return [w for w in self.left() if w.isalnum() and w not in known and not w.isdigit() and w not in used]

    def left(self) -> list[str]:
        """The words that no rule has used."""
        return [s.text for s in self.line.symbols if s.is_word]


def _inside(condition: Filter, types: tuple[type, ...]) -> bool:
    if isinstance(condition, Not):
        return isinstance(condition.condition, types) or _inside(condition.condition, types)
    return isinstance(condition, AnyOf | AllOf) and any(
        isinstance(c, types) or _inside(c, types) for c in condition.conditions
    )


_BETWEEN = (
    r"wat|als|die|dat|er|de|het|al|van|bij|door|met|voor|onder|binnen|in|uit|op|aan|maatregelen|maatregel|ook|zijn|is|thema|kopje|"
    r"hoofdstuk|ministerie|deze|alle|degene|tabel|status|meer dan|over|worden|wordt|eigendom|ministeries"
)
_NEGATED: list[re.Pattern[str]] = []


def negation_before(draft: Draft, start: int) -> tuple[int, int] | None:
    """The characters of a "niet", "zonder", "behalve ..." that stands right before a place, with what is between."""
    if not _NEGATED:
        words = any_of(words_of_questions()["negation"]["words"])
        _NEGATED.append(re.compile(rf"(?<!\S)(?:{words})(?: (?:{_BETWEEN}))* ?$"))
    match = _NEGATED[0].search(draft.line.text, 0, start)
    if match is None:
        return None
    return match.start(), match.end()
