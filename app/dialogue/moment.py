"""A message with what the turns before it offer, and the step that it makes."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.conversation import Conversation, Turn
from app.dialogue import cues
from app.dialogue.lists import refining
from app.dialogue.lists.refining import Filters
from app.dialogue.measures import pointing
from app.filters import Headings, Ids, MinistryCount, Owners, Themes
from app.query import FieldName, Query
from ingest.records import Measure

if TYPE_CHECKING:
    from app.dialogue.course import Course
    from app.reading import Reading

ASKS = re.compile(
    r"^(?:en |maar |of |dus |nou )*(?:(?:om|rond|omtrent|voor|tot|per|op|in|sinds|vanaf|tegen|van|door|met|bij|aan|onder|over|uit|naar|via|langs|middels|volgens|tijdens|dankzij|wegens|naar aanleiding van|op basis van|op grond van|in het kader van) (?:wanneer|welke?|wie|wat)\b|(?:wat|wie|waar|wanneer|waarom|hoe|hoeveel|welke?|met wie|voor wie|aan wie|door wie|waarvoor|waarmee|waarin|waarover|is|zijn|wordt|worden|komt|komen|krijgt|krijgen|heeft|hebben|gaat|doet|doen|kan|kunnen|moet|moeten|mag|staat|staan|loopt|lopen|waren|was|geldt|zit|zitten|kost)\b)"
)
NOUN = re.compile(
    r"\b(?:maatregel(?:en|s)?|moties?|pilots?|allianties?|onderzoeken|wetsvoorstellen|amendementen|toezeggingen|campagnes?|subsidies|monitors?|acties|programma's|deadlines|verkenningen|evaluaties)\b"
)
WHICH = re.compile(
    r"^(?:en |maar |nou |dan |nu |of )*(?:(?:bij|van|in|voor|onder|aan|over|met) )?(?:welke?|wat|hoeveel)\b(?! (?:jaar|kwartaal|maand|pagina|bladzijde|soort|organisatie|departement|minister|motie|maatregel|pilot|alliantie|onderzoek|wetsvoorstel|amendement|toezegging|campagne|subsidie|monitor|thema|ministerie|kopje|programma|deadline|actie)\w*)"
)
PRONOUNS = re.compile(
    r"^(?:(?:de|het|een|dat|die|deze|dit|daarvan|daarvoor|hiervan|hiervoor|ervan|er|hem|haar|ze|zij|hij|programma|maatregel|maatregelen|motie|project|onderzoek|pilot|punt|actie|alliantie|initiatief|plan|traject|zaak|ding|allemaal|alle|alles|van|voor|over|die ene|ene)(?: |$))+$"
)
_LIKE: tuple[tuple[type, str], ...] = (
    (Themes, "thema {}"),
    (Headings, "kopje {}"),
    (Owners, "maatregelen van {}"),
    (MinistryCount, "van {} ministeries"),
)
_PLACED = re.compile(r"(?:^| )(?:in|binnen|onder) (?:het |de )?(?:thema )?(?P<x>[\w ]{3,40})$")
_BARE_THEME = re.compile(
    r"^(?P<no>(?:zonder|behalve|niet|exclusief|geen|op|uitgezonderd) )?(?:en |alleen |het |thema |nog |in |van |uit |bij |onder |binnen |voor )*(?P<x>[A-Za-zé ]{4,40}?)(?: na| erbij| dan| nu| alleen)*$",
    re.IGNORECASE,
)
IN_FRONT = re.compile(r"\s*[,:;](?=\s)|\s+[-–—](?=\s)")  # "bovenste: waar gaat die over?"
_ORDERS = re.compile(
    r"^(?:(?:toon|geef|noem|laat|som|lijst|me|mij|die|de|maatregelen|van|in|uit|bij|onder) )+", re.IGNORECASE
)
FEW_WORDS = 6  # more is a sentence of its own


@dataclass(frozen=True, slots=True)
class Step:
    """The query of the next turn, and the turn that it goes on from."""

    query: Query
    before: Turn | None = None
    ignored: tuple[str, ...] = ()  # words that could not be used, to be named as such
    let_go: Filters = ()  # conditions of the list before that leave nothing of what is asked, to be named as such


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the message cannot be taken up, in Dutch."""

    text: str


Rule = Callable[["Moment"], "Step | Problem | None"]


class Moment:
    """A message, and what the turns before it offer; made anew for each message."""

    def __init__(self, message: str, conversation: Conversation, course: "Course") -> None:
        self.message = message
        self.plain = cues.plain(message)
        self.conversation = conversation
        self.course = course
        self.last: Turn = conversation.turns[-1]
        self.base: Turn = pointing.current_list(conversation) or self.last
        self._readings: dict[str, Reading] = {}

    @property
    def measures(self) -> dict[str, Measure]:
        """All measures by number."""
        return self.course.by_id

    def read(self, words: str) -> "Reading":
        """The reading of some words."""
        if words not in self._readings:
            reading = self.course.read(words)
            filters = refining.alternatives(reading.query.filters)
            self._readings[words] = replace(reading, query=replace(reading.query, filters=filters))
        return self._readings[words]

    def read_like(self, words: str) -> "Reading":
        """The reading of some words; words that are no filter by themselves are read as the base's own filters are."""
        reading = self.read(words)
        if reading.query.topic is None or len(words.split()) > FEW_WORDS:
            return reading
        of_list = cues.all_of(words) is not None  # "welke van die drie is ...?" names no third theme
        bare = re.sub(
            r"^(?:(?:en|welke|wat|hoeveel|zijn|is|dat|er|dan|noem|toon|geef|die|alle|de|het|van|voor|bij|in|over|thema|met) )+",
            "",
            words.strip(" ?.!"),
            flags=re.IGNORECASE,
        )
        kinds = [(kind, pattern) for kind, pattern in _LIKE if not (of_list and kind is Themes)]
        like = [pattern.format(bare) for kind, pattern in kinds for c in self.base_query.filters if isinstance(c, kind)]
        if "theme" in self.base_query.group_by:  # "geef die van Arbeid" of the numbers per theme
            like.append(f"thema {_ORDERS.sub('', bare)}")
        theme = _BARE_THEME.match(words.strip(" ?.!"))
        like += [f"{theme['no'] or ''}thema {theme['x']}"] if theme and self._is_theme(theme["x"]) else []
        placed = _PLACED.search(words.strip(" ?.!"))
        like += [f"thema {placed['x']}"] if placed else []
        for asked in like:
            other = self.read(asked)
            if other.query.topic is None and other.query.filters:
                return other
        return reading

    @property
    def names_theme(self) -> bool:
        """Whether the message is a theme's name and little else: "bij Arbeid?"."""
        theme = _BARE_THEME.match(self.message.strip(" ?.!"))
        return theme is not None and len(self.plain.split()) <= FEW_WORDS and self._is_theme(theme["x"])

    def _is_theme(self, words: str) -> bool:
        """Whether words are a theme's name, or the name's first word or words."""
        plain = cues.plain(words)
        return any(f"{m.theme.lower()} ".startswith(f"{plain} ") for m in self.measures.values())

    def found(self, filters: Filters) -> int:
        """How many measures of the base's list pass these filters."""
        return self.course.count(replace(self.base_query, filters=filters), self.base)

    @property
    def base_query(self) -> Query:
        """The query that a refinement changes."""
        query = self.base.query or Query()
        if (
            query.target
            or query.limit is not None
            or query.extreme in ("first", "last")
            or query.ask in ("field", "detail")
        ):
            return Query(filters=(Ids(self.base.shown),), order=query.order, as_of=query.as_of, report=query.report)
        return query

    @property
    def chosen_last(self) -> Filters:
        """The conditions that the last turn added to the list before it."""
        if self.base is not self.last or len(self.conversation.turns) == 1:
            return ()
        before = self.conversation.turns[-2].query
        return tuple(c for c in self.base_query.filters if before is not None and c not in before.filters)

    @property
    def focus(self) -> tuple[str, ...]:
        """What "dat" and "daarvan" point at."""
        if self.last.focus or self.last.shown or self.base.shown:
            return self.last.focus or self.last.shown or self.base.shown
        return next((turn.shown for turn in reversed(self.conversation.turns) if turn.shown), ())

    def about(self, ids: tuple[str, ...], field: FieldName = "all") -> Step:
        """A field of measures, as the next turn."""
        return Step(
            Query(ask="field", field=field, target=ids, as_of=self.last.query.as_of if self.last.query else None)
        )
